/* Waiting for descriptors: poll, select, epoll and eventfd over pipes, with timeouts and with a signal. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/select.h>
#include <sys/time.h>
#include <unistd.h>

static volatile int alarms;
static void count(int signal) { (void)signal; alarms++; }
static void tell(const char *what, int result) {
  if (result < 0) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %d\n", what, result);
}

int main(void) {
  int pipes[2];
  char text[100];
  tell("pipe", pipe(pipes));
  struct pollfd two[3] = {{pipes[0], POLLIN, 0}, {pipes[1], POLLOUT, 0}, {-1, POLLIN, 0}};
  tell("poll", poll(two, 3, 0));
  printf("%x %x %x\n", two[0].revents, two[1].revents, two[2].revents);
  tell("nothing", poll(two, 1, 10));
  tell("write", write(pipes[1], "hello", 5));
  tell("poll", poll(two, 1, -1));
  printf("%x\n", two[0].revents);
  fd_set reading, writing;
  FD_ZERO(&reading); FD_ZERO(&writing);
  FD_SET(pipes[0], &reading); FD_SET(pipes[1], &writing);
  struct timeval limit = {1, 0};
  tell("select", select(pipes[1] + 1, &reading, &writing, 0, &limit));
  printf("%d %d %d\n", !!FD_ISSET(pipes[0], &reading), !!FD_ISSET(pipes[1], &writing), !!FD_ISSET(pipes[1], &reading));
  tell("read", read(pipes[0], text, 100));
  FD_ZERO(&reading); FD_SET(pipes[0], &reading);
  limit.tv_sec = 0; limit.tv_usec = 1000;
  tell("select empty", select(pipes[1] + 1, &reading, 0, 0, &limit));
  printf("%d, left %ld.%06ld\n", !!FD_ISSET(pipes[0], &reading), (long)limit.tv_sec, (long)limit.tv_usec);
  FD_SET(40, &reading);
  tell("closed", select(41, &reading, 0, 0, 0));
  struct timespec fine = {0, 1000000};
  FD_ZERO(&reading); FD_SET(pipes[0], &reading);
  sigset_t mask;
  sigemptyset(&mask);
  tell("pselect", pselect(pipes[1] + 1, &reading, 0, 0, &fine, &mask));
  tell("ppoll", ppoll(two, 1, &fine, &mask));
  struct sigaction action = {.sa_handler = count};
  sigaction(SIGALRM, &action, 0);
  struct itimerval timer = {{0, 0}, {0, 20000}};
  setitimer(ITIMER_REAL, &timer, 0);
  tell("interrupted", poll(two, 1, 5000));
  printf("alarms %d\n", alarms);
  int event = eventfd(2, EFD_NONBLOCK), epoll = epoll_create1(0);
  struct epoll_event watch = {EPOLLIN, {.u64 = 0x123456789abcdef}}, found[4];
  tell("add", epoll_ctl(epoll, EPOLL_CTL_ADD, event, &watch));
  watch.data.u64 = 7;
  tell("add pipe", epoll_ctl(epoll, EPOLL_CTL_ADD, pipes[0], &watch));
  tell("again", epoll_ctl(epoll, EPOLL_CTL_ADD, pipes[0], &watch));
  int ready = epoll_wait(epoll, found, 4, 0);
  printf("ready %d: %x %llx\n", ready, found[0].events, (unsigned long long)found[0].data.u64);
  uint64_t value = 40;
  write(event, &value, 8);
  read(event, &value, 8);
  printf("counter %d\n", (int)value);
  tell("empty counter", read(event, &value, 8));
  tell("wait", epoll_wait(epoll, found, 4, 5));
  write(pipes[1], "x", 1);
  ready = epoll_wait(epoll, found, 4, -1);
  printf("ready %d: %x %llx\n", ready, found[0].events, (unsigned long long)found[0].data.u64);
  watch.events = EPOLLIN | EPOLLONESHOT;
  tell("modify", epoll_ctl(epoll, EPOLL_CTL_MOD, pipes[0], &watch));
  tell("once", epoll_wait(epoll, found, 4, 0));
  tell("twice", epoll_wait(epoll, found, 4, 0));
  tell("remove", epoll_ctl(epoll, EPOLL_CTL_DEL, pipes[0], 0));
  tell("remove", epoll_ctl(epoll, EPOLL_CTL_DEL, pipes[0], 0));
  close(pipes[1]);
  tell("hang-up", poll(two, 1, 0));
  printf("%x\n", two[0].revents);
  read(pipes[0], text, 100);
  tell("end", read(pipes[0], text, 100));
  tell("poll", poll(two, 2, 0));
  printf("%x %x\n", two[0].revents, two[1].revents);
  return 0;
}
