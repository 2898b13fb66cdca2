/* POSIX timers, real-time signals in a queue, waiting for signals. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static volatile int ticks, value, timer_code;
static void tick(int signal, siginfo_t *info, void *context) {
  (void)signal; (void)context;
  ticks++;
  value = info->si_value.sival_int;
  timer_code = info->si_code == SI_TIMER;
}
static void queued(int signal, siginfo_t *info, void *context) {
  (void)context;
  printf("queued %d: %d, code %d\n", signal - SIGRTMIN, info->si_value.sival_int, info->si_code);
}

int main(void) {
  struct sigaction action = {.sa_sigaction = tick, .sa_flags = SA_SIGINFO};
  sigaction(SIGALRM, &action, 0);
  action.sa_sigaction = queued;
  for (int k = 0; k < 3; k++) sigaction(SIGRTMIN + k, &action, 0);
  timer_t timer;
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM, .sigev_value.sival_int = 77};
  printf("create %d\n", timer_create(CLOCK_MONOTONIC, &event, &timer));
  struct itimerspec time = {{0, 2000000}, {0, 1000000}}, left;
  printf("set %d\n", timer_settime(timer, 0, &time, &left));
  printf("was %ld.%09ld\n", (long)left.it_value.tv_sec, left.it_value.tv_nsec);
  while (ticks < 3) pause();
  timer_gettime(timer, &left);
  printf("value %d, SI_TIMER %d, interval %ld\n", value, timer_code, left.it_interval.tv_nsec);
  memset(&time, 0, sizeof time);
  printf("stop %d\n", timer_settime(timer, 0, &time, &left));
  timer_gettime(timer, &left);
  printf("left %ld\n", left.it_value.tv_nsec);
  time.it_value.tv_nsec = 1000000000;
  int bad = timer_settime(timer, 0, &time, 0);
  printf("too many nanoseconds %d %s\n", bad, strerror(errno));
  printf("delete %d\n", timer_delete(timer));
  bad = timer_create(99, &event, &timer);
  printf("no clock %d %s\n", bad, strerror(errno));
  printf("processor time %d\n", timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &timer));
  time.it_value.tv_nsec = 1000000;
  ticks = 0;
  timer_settime(timer, 0, &time, 0);
  while (!ticks && clock() < 100000000);
  printf("ran out %d\n", ticks);
  sigset_t mask, old;
  sigfillset(&mask);
  sigprocmask(SIG_BLOCK, &mask, &old);
  for (int k = 2; k >= 0; k--) {
    union sigval with = {.sival_int = 10 * k};
    sigqueue(getpid(), SIGRTMIN + k, with);
    with.sival_int++;
    sigqueue(getpid(), SIGRTMIN + k, with);
  }
  sigprocmask(SIG_SETMASK, &old, 0);
  sigemptyset(&mask);
  sigaddset(&mask, SIGUSR2);
  sigprocmask(SIG_BLOCK, &mask, 0);
  raise(SIGUSR2);
  int signal;
  int waited = sigwait(&mask, &signal);
  printf("waited %d %d\n", waited, signal == SIGUSR2);
  struct timespec short_time = {0, 1000};
  int timed = sigtimedwait(&mask, 0, &short_time);
  printf("timed %d %s\n", timed, strerror(errno));
  return 0;
}
