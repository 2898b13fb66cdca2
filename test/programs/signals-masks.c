// Blocking, pending signals in order, sigsuspend, sigwaitinfo, real-time signals with values, default actions.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void note(int number, siginfo_t *info, void *context) {
  (void)context;
  printf("got %d code %d value %d self %d\n", number, info->si_code, info->si_code == SI_QUEUE ? info->si_value.sival_int : 0,
         info->si_pid == getpid());
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = note;
  action.sa_flags = SA_SIGINFO;
  int numbers[] = {SIGHUP, SIGUSR1, SIGUSR2, SIGTERM, SIGRTMIN + 1, SIGRTMIN + 2};
  for (int k = 0; k < 6; k++) sigaction(numbers[k], &action, 0);
  sigset_t all, none, pending, one;
  sigfillset(&all);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &all, 0);
  kill(getpid(), SIGUSR2);
  kill(getpid(), SIGUSR2);
  raise(SIGHUP);
  union sigval value = {.sival_int = 7};
  sigqueue(getpid(), SIGRTMIN + 2, value);
  value.sival_int = 8;
  sigqueue(getpid(), SIGRTMIN + 1, value);
  value.sival_int = 9;
  sigqueue(getpid(), SIGRTMIN + 1, value);
  sigpending(&pending);
  for (int k = 1; k < 40; k++)
    if (sigismember(&pending, k)) printf("pending %d\n", k);
  sigemptyset(&one);
  sigaddset(&one, SIGHUP);
  siginfo_t info;
  printf("waited %d\n", sigwaitinfo(&one, &info));
  struct timespec soon = {0, 1000000};
  printf("timed %d", sigtimedwait(&one, &info, &soon));
  printf(" errno %d\n", errno == EAGAIN);
  sigdelset(&all, SIGUSR2);
  printf("suspend %d", sigsuspend(&all));
  printf(" errno %d\n", errno == EINTR);
  sigprocmask(SIG_SETMASK, &none, 0);
  printf("all delivered\n");
  signal(SIGCHLD, SIG_DFL);
  raise(SIGCHLD);
  signal(SIGTERM, SIG_IGN);
  raise(SIGTERM);
  printf("kill 0: %d, no such: %d", kill(getpid(), 0), kill(getpid(), 99));
  printf(" %d\n", errno == EINVAL);
  fflush(stdout);
  signal(SIGUSR1, SIG_DFL);
  raise(SIGUSR1);
  return 1;
}
