// alarm, setitimer, pause and sleeping that a signal cuts short.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile int ticks;
static void tick(int number) {
  (void)number;
  ticks++;
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tick;
  sigaction(SIGALRM, &action, 0);
  sigaction(SIGVTALRM, &action, 0);
  alarm(1);
  printf("left %u\n", alarm(1));
  printf("pause %d", pause());
  printf(" EINTR %d ticks %d\n", errno == EINTR, ticks);
  struct itimerval timer = {{0, 20000}, {0, 10000}}, old;
  setitimer(ITIMER_REAL, &timer, 0);
  while (ticks < 4) pause();
  getitimer(ITIMER_REAL, &old);
  printf("ticks %d interval %ld\n", ticks, (long)old.it_interval.tv_usec);
  memset(&timer, 0, sizeof timer);
  setitimer(ITIMER_REAL, &timer, &old);
  printf("was running %d\n", old.it_value.tv_usec > 0);
  struct timespec want = {2, 0}, rest;
  alarm(1);
  printf("nanosleep %d", nanosleep(&want, &rest));
  printf(" EINTR %d rest %d\n", errno == EINTR, rest.tv_sec * 10 + rest.tv_nsec / 100000000 >= 9);
  ticks = 0;
  timer.it_value.tv_usec = 2000;
  timer.it_interval.tv_usec = 1000;
  setitimer(ITIMER_VIRTUAL, &timer, 0);
  while (ticks < 3) continue;
  printf("virtual ticks\n");
  printf("bad: %d", setitimer(7, &timer, 0));
  printf(" %d\n", errno == EINVAL);
  memset(&timer, 0, sizeof timer);
  setitimer(ITIMER_VIRTUAL, &timer, 0);
  alarm(1);
  signal(SIGALRM, SIG_DFL);
  fflush(stdout);
  pause();
  return 0;
}
