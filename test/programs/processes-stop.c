// Stopped and continued children with all that wait and SIGCHLD tell of them, mutexes whose owners have ended, and what wakes
// those who wait for them.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int told, toldCode, toldStatus;
static void onChild(int signal, siginfo_t *info, void *context) {
  told++;
  toldCode = info->si_code;
  toldStatus = info->si_status;
}

static void show(const char *what, pid_t child, pid_t got, int status) {
  printf("%s: %s, status %x, stopped %d by %d, continued %d\n", what, got == child ? "child" : got == 0 ? "nobody" : "failure",
         status, WIFSTOPPED(status) != 0, WIFSTOPPED(status) ? WSTOPSIG(status) : 0, WIFCONTINUED(status) != 0);
}

static void stops(void) {
  int status = 0;
  pid_t child = fork();
  if (child == 0)
    for (;;) pause();
  kill(child, SIGSTOP);
  pid_t got = waitpid(child, &status, WUNTRACED);
  show("stop", child, got, status);
  status = 0;
  got = waitpid(child, &status, WUNTRACED | WNOHANG);
  show("told already", child, got, status);
  printf("SIGCHLD code %d status %d\n", toldCode, toldStatus);
  kill(child, SIGCONT);
  got = waitpid(child, &status, WCONTINUED);
  show("continue", child, got, status);
  kill(child, SIGSTOP);
  siginfo_t info;
  memset(&info, 0, sizeof info);
  int result = waitid(P_PID, child, &info, WSTOPPED | WNOWAIT);
  printf("waitid %d: code %d status %d\n", result, info.si_code, info.si_status);
  memset(&info, 0, sizeof info);
  result = waitid(P_PID, child, &info, WEXITED | WNOHANG);
  printf("waitid for ends %d: pid %d\n", result, info.si_pid);
  kill(child, SIGTERM);
  got = waitpid(child, &status, WNOHANG);
  show("ended while it stands", child, got, got == 0 ? 0 : status);
  kill(child, SIGKILL);
  got = waitpid(child, &status, 0);
  show("killed", child, got, status);
  child = fork();
  if (child == 0) {
    raise(SIGSTOP);
    _exit(7);
  }
  got = waitpid(child, &status, WUNTRACED);
  show("by itself", child, got, status);
  kill(child, SIGCONT);
  got = waitpid(child, &status, 0);
  show("goes on", child, got, status);
  child = fork();
  if (child == 0) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    sigprocmask(SIG_BLOCK, &set, 0);
    raise(SIGTSTP);
    raise(SIGCONT);
    sigprocmask(SIG_UNBLOCK, &set, 0);
    signal(SIGTTIN, SIG_IGN);
    raise(SIGTTIN);
    _exit(8);
  }
  got = waitpid(child, &status, WUNTRACED);
  show("taken back and ignored", child, got, status);
}

static pthread_mutex_t mutex;
static void *leaves(void *argument) {
  pthread_mutex_lock(&mutex);
  return argument;
}

static void robust(void) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(&mutex, &attributes);
  pthread_t thread;
  pthread_create(&thread, 0, leaves, 0);
  pthread_join(thread, 0);
  printf("of a thread: %s\n", pthread_mutex_lock(&mutex) == EOWNERDEAD ? "owner died" : "locked");
  printf("consistent %d\n", pthread_mutex_consistent(&mutex));
  printf("unlock %d\n", pthread_mutex_unlock(&mutex));
  printf("lock %d\n", pthread_mutex_lock(&mutex));
  pthread_mutex_t *shared = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  volatile int *ready = (int *)(shared + 1);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(shared, &attributes);
  pid_t child = fork();
  if (child == 0) {
    pthread_mutex_lock(shared);
    *ready = 1;
    for (;;) usleep(100);
  }
  while (!*ready) usleep(100);
  int busy = pthread_mutex_trylock(shared);
  kill(child, SIGTERM);
  int status;
  printf("held %d, ended %d\n", busy == EBUSY, waitpid(child, &status, 0) == child);
  printf("of a process: %s\n", pthread_mutex_lock(shared) == EOWNERDEAD ? "owner died" : "locked");
  pthread_mutex_unlock(shared);
  printf("not made consistent: %s\n", pthread_mutex_lock(shared) == ENOTRECOVERABLE ? "not recoverable" : "locked");
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  struct sigaction action = {.sa_sigaction = onChild, .sa_flags = SA_SIGINFO | SA_RESTART};
  sigaction(SIGCHLD, &action, 0);
  stops();
  robust();
  printf("process 1: %s\n", kill(1, SIGKILL + 1000) < 0 ? strerror(errno) : "0");
  return 0;
}
