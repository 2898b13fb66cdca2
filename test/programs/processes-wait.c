/* fork and how children end: statuses, options of waitpid, waitid, orphans, SIGCHLD, groups. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static int shared = 1;
static volatile sig_atomic_t childs;

static void childEnded(int signal, siginfo_t *info, void *context) {
  (void)context;
  childs++;
  printf("signal %d code %d status %d\n", signal, info->si_code, info->si_status);
}

static void show(const char *what, int status) {
  if (WIFEXITED(status)) printf("%s exited %d\n", what, WEXITSTATUS(status));
  else printf("%s killed by %d\n", what, WTERMSIG(status));
}

int main(void) {
  int status = -1;
  setvbuf(stdout, NULL, _IONBF, 0);
  printf("no children: %d %d\n", (int)wait(&status), errno == ECHILD);
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    shared = 2;
    _exit(getppid() == parent && getpid() != parent ? 42 : 1);
  }
  printf("right child %d\n", waitpid(child, &status, 0) == child);
  show("first", status);
  printf("memory is my own: %d\n", shared);
  printf("again: %d %d\n", (int)waitpid(child, &status, 0), errno == ECHILD);

  for (int signal = SIGKILL; signal <= SIGTERM; signal++) {
    if ((child = fork()) == 0) {
      kill(getpid(), signal);
      _exit(9);
    }
    waitpid(child, &status, 0);
    show("signalled", status);
  }
  if ((child = fork()) == 0) *(volatile int *)8 = 1;
  wait(&status);
  show("faulting", status);

  if ((child = fork()) == 0) {
    pause();
    _exit(0);
  }
  printf("still there: %d\n", (int)waitpid(child, &status, WNOHANG));
  kill(child, SIGTERM);
  waitpid(child, &status, 0);
  show("sent a signal", status);
  printf("gone: %d %d\n", kill(child, 0), errno == ESRCH);

  for (int k = 0; k < 5; k++)
    if (fork() == 0) _exit(k * 10);
  int sum = 0, count = 0;
  struct rusage usage;
  while (wait4(-1, &status, 0, &usage) > 0) {
    sum += WEXITSTATUS(status);
    count++;
  }
  printf("five: %d %d\n", count, sum);

  siginfo_t info;
  memset(&info, 0, sizeof info);
  if ((child = fork()) == 0) _exit(77);
  printf("waitid %d\n", waitid(P_PID, child, &info, WEXITED | WNOWAIT));
  printf("%d %d %d %d\n", info.si_signo, info.si_code, info.si_status, info.si_pid == child);
  printf("taken %d\n", waitpid(child, &status, 0) == child);
  printf("bad options %d %d\n", (int)waitpid(-1, &status, 0x800), errno == EINVAL);

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = childEnded;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGCHLD, &action, NULL);
  sigset_t none, chld, old;
  sigemptyset(&none);
  sigemptyset(&chld);
  sigaddset(&chld, SIGCHLD);
  sigprocmask(SIG_BLOCK, &chld, &old);
  if (fork() == 0) _exit(5);
  while (childs == 0) sigsuspend(&none);
  sigprocmask(SIG_SETMASK, &old, NULL);
  wait(&status);
  show("handled", status);
  signal(SIGCHLD, SIG_IGN);
  if (fork() == 0) _exit(6);
  printf("nobody left: %d %d\n", (int)wait(&status), errno == ECHILD);
  signal(SIGCHLD, SIG_DFL);

  /* An orphan's parent is no longer ours. */
  int fds[2];
  pipe(fds);
  if ((child = fork()) == 0) {
    pid_t middle = getpid();
    if (fork() == 0) {
      char byte;
      while (getppid() == middle) usleep(1000);
      byte = getppid() != parent ? 'y' : 'n';
      write(fds[1], &byte, 1);
      _exit(0);
    }
    _exit(0);
  }
  waitpid(child, &status, 0);
  close(fds[1]);
  char answer = '?';
  read(fds[0], &answer, 1);
  printf("orphan %c\n", answer);

  if ((child = fork()) == 0) {
    setpgid(0, 0);
    _exit(getpgrp() == getpid() && getpgrp() != getpgid(parent) ? 0 : 1);
  }
  waitpid(child, &status, 0);
  show("leader", status);
  if ((child = fork()) == 0) _exit(setsid() == getpid() ? 0 : 1);
  waitpid(child, &status, 0);
  show("session", status);

  /* vfork: the child has ended before the parent goes on. */
  volatile int turn = 0;
  if ((child = vfork()) == 0) _exit(3);
  turn++;
  waitpid(child, &status, 0);
  show("vfork", status);
  return turn;
}
