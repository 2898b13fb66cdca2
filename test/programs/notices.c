// Descriptors for times and signals: timerfd and signalfd, read, polled and watched by epoll, alone and between processes.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MS 1000000L

static void set(int fd, long first, long every) {
  struct itimerspec value = {{0, every}, {0, first}};
  printf("set %d\n", timerfd_settime(fd, 0, &value, 0));
}

static long count(int fd) {
  uint64_t value = 0;
  return read(fd, &value, 8) == 8 ? (long)value : -errno;
}

static void times(void) {
  int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK);
  printf("new %ld\n", count(fd));
  set(fd, 5 * MS, 0);
  printf("early %ld\n", count(fd));
  struct itimerspec left;
  timerfd_gettime(fd, &left);
  printf("left %d, every %ld\n", left.it_value.tv_nsec > 0, left.it_interval.tv_nsec);
  struct pollfd one = {fd, POLLIN, 0};
  printf("poll at once %d\n", poll(&one, 1, 0));
  printf("poll %d, events %x\n", poll(&one, 1, 2000), one.revents);
  printf("late %ld, again %ld\n", count(fd), count(fd));
  fcntl(fd, F_SETFL, 0);
  set(fd, 10 * MS, 20 * MS);
  printf("first %ld\n", count(fd));
  printf("second %ld\n", count(fd));
  usleep(70000);
  long missed = count(fd);
  printf("missed %d\n", missed >= 3 && missed <= 4);
  set(fd, 0, 0);
  printf("stopped: poll %d\n", poll(&one, 1, 30));
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  struct itimerspec past = {{0, 0}, {now.tv_sec, now.tv_nsec}};
  printf("absolute %d\n", timerfd_settime(fd, TFD_TIMER_ABSTIME, &past, 0));
  printf("in the past %ld\n", count(fd));
  set(fd, 15 * MS, 0);
  fd_set reading;
  FD_ZERO(&reading);
  FD_SET(fd, &reading);
  struct timeval limit = {1, 0};
  printf("select %d\n", select(fd + 1, &reading, 0, 0, &limit));
  int watch = epoll_create1(0);
  struct epoll_event event = {EPOLLIN, {.u64 = 42}};
  epoll_ctl(watch, EPOLL_CTL_ADD, fd, &event);
  count(fd);
  set(fd, 15 * MS, 0);
  printf("epoll at once %d\n", epoll_wait(watch, &event, 1, 0));
  printf("epoll %d, %d\n", epoll_wait(watch, &event, 1, -1), (int)event.data.u64);
  printf("wrong clock %d\n", timerfd_create(77, 0) < 0 ? errno : 0);
  printf("short %d\n", read(fd, &now, 4) < 0 ? errno : 0);
  printf("write %d\n", write(fd, &now, 8) < 0 ? errno : 0);
  printf("no timer %d\n", timerfd_settime(0, 0, &past, 0) < 0 ? errno : 0);
  set(fd, 20 * MS, 0);
  if (fork() == 0) {
    printf("child too %ld\n", count(fd));
    _exit(0);
  }
  wait(0);
  close(fd);
}

static void signals(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGCHLD);
  sigaddset(&set, SIGALRM);
  sigprocmask(SIG_BLOCK, &set, 0);
  int fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  struct signalfd_siginfo info[3];
  printf("none %d\n", read(fd, info, sizeof info) < 0 ? errno : 0);
  kill(getpid(), SIGUSR1);
  struct pollfd one = {fd, POLLIN, 0};
  printf("poll %d\n", poll(&one, 1, 0));
  printf("read %ld: ", (long)read(fd, info, sizeof info));
  printf("%d from here %d\n", info[0].ssi_signo, info[0].ssi_pid == (unsigned)getpid());
  fcntl(fd, F_SETFL, 0);
  pid_t child = fork();
  if (child == 0) {
    usleep(3000);
    union sigval value = {.sival_int = 1234};
    sigqueue(getppid(), SIGUSR1, value);
    usleep(20000);
    _exit(6);
  }
  printf("read %ld: ", (long)read(fd, info, sizeof info));
  printf("%d code %d value %d\n", info[0].ssi_signo, info[0].ssi_code, info[0].ssi_int);
  printf("poll %d\n", poll(&one, 1, -1));
  printf("read %ld: ", (long)read(fd, info, sizeof *info));
  printf("%d code %d status %d, the child %d\n", info[0].ssi_signo, info[0].ssi_code, info[0].ssi_status, info[0].ssi_pid == (unsigned)child);
  wait(0);
  ualarm(5000, 0);
  printf("read %ld: ", (long)read(fd, info, sizeof info));
  printf("%d\n", info[0].ssi_signo);
  ualarm(5000, 0);
  printf("poll %d\n", poll(&one, 1, -1));
  printf("poll in time %d\n", poll(&one, 1, 1000));
  printf("short %d\n", read(fd, info, 100) < 0 ? errno : 0);
  sigdelset(&set, SIGUSR1);
  printf("changed %d\n", signalfd(fd, &set, 0) == fd);
  printf("wrong %d\n", signalfd(0, &set, 0) < 0 ? errno : 0);
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  times();
  signals();
  return 0;
}
