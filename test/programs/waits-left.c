// What is left of a wait that a signal ends, whose signals come first, and flags of fstatat and statx that are not known.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static void come(int signal) { (void)signal; }

static void soon(void) {
  struct itimerval timer = {.it_value = {0, 20000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

/* 100 ms less some 20. */
static const char *about(long nanoseconds) {
  return nanoseconds > 40000000 && nanoseconds < 95000000 ? "most of it" : "not that";
}

static void waits(void) {
  struct sigaction action = {.sa_handler = come};
  sigaction(SIGALRM, &action, NULL);
  struct timeval micro = {0, 100000};
  soon();
  int result = select(0, NULL, NULL, NULL, &micro);
  printf("select %d %s, left %s\n", result, strerror(errno), about(micro.tv_usec * 1000L));
  struct timespec nano = {0, 100000000}, rest = {0, 0};
  soon();
  result = nanosleep(&nano, &rest);
  printf("nanosleep %d %s, left %s\n", result, strerror(errno), about(rest.tv_nsec));
  soon();
  result = poll(NULL, 0, 100);
  printf("poll %d %s\n", result, strerror(errno));
  int ends[2];
  if (pipe(ends) != 0 || write(ends[1], "x", 1) != 1) return;
  fd_set set;
  FD_ZERO(&set);
  FD_SET(ends[0], &set);
  micro.tv_sec = 100;
  micro.tv_usec = 0;
  result = select(ends[0] + 1, &set, NULL, NULL, &micro);
  printf("select %d, left %s\n", result, micro.tv_sec >= 99 ? "all" : "less");
}

static void order(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGUSR2);
  sigprocmask(SIG_BLOCK, &set, NULL);
  kill(getpid(), SIGUSR1);
  raise(SIGUSR2);
  siginfo_t info;
  struct timespec none = {0, 0};
  for (int k = 0; k < 3; k++) {
    int signal = sigtimedwait(&set, &info, &none);
    printf("signal %d code %d\n", signal, signal < 0 ? 0 : info.si_code);
  }
}

static void flags(void) {
  struct stat status;
  printf("%d %s\n", fstatat(AT_FDCWD, "none", &status, 0x8000), strerror(errno));
  printf("%d\n", fstatat(AT_FDCWD, "", &status, AT_EMPTY_PATH));
  printf("directory %d\n", S_ISDIR(status.st_mode));
  printf("%ld %s\n", syscall(SYS_remap_file_pages, &status, 4096, 0, 0, 0), strerror(errno));
}

int main(void) {
  waits();
  order();
  flags();
  return 0;
}
