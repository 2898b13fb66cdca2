// What a handler may change in its frame comes back: registers, flags, the instruction pointer, vector registers, the mask.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <ucontext.h>

#ifdef __x86_64__
#define IP REG_RIP
#define AX REG_RAX
#define BX REG_RBX
#else
#define IP REG_EIP
#define AX REG_EAX
#define BX REG_EBX
#endif

static int nested;

static void skip(int number, siginfo_t *info, void *context) {
  ucontext_t *uc = context;
  uc->uc_mcontext.gregs[IP] += 2;
  uc->uc_mcontext.gregs[AX] = 4711;
  uc->uc_mcontext.gregs[REG_EFL] |= 1;
  (void)number;
  (void)info;
}

static void user(int number) {
  sigset_t set;
  sigprocmask(SIG_BLOCK, 0, &set);
  printf("handler %d, nested %d, blocked:", number, nested);
  for (int k = 1; k < 32; k++)
    if (sigismember(&set, k)) printf(" %d", k);
  printf("\n");
  if (nested++ == 0) {
    raise(number);
    printf("raised inside\n");
  }
}

static volatile double value = 1.5;
static void clobber(int number) {
  volatile double x = number;
  for (int k = 0; k < 10; k++) x = x * 3.25 + 1;
  value += x > 0;
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = skip;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGILL, &action, 0);
  unsigned long ax = 1, carry = 0;
  __asm__ volatile("clc; ud2; mov $0, %1; adc $0, %1" : "+a"(ax), "+r"(carry)::"cc", "memory");
  printf("ax %lu carry %lu\n", ax, carry);
  signal(SIGUSR1, user);
  raise(SIGUSR1);
  nested = 0;
  action.sa_flags = SA_NODEFER;
  action.sa_handler = user;
  sigaddset(&action.sa_mask, SIGUSR2);
  sigaction(SIGUSR1, &action, 0);
  raise(SIGUSR1);
  action.sa_flags = SA_RESETHAND;
  sigaction(SIGUSR1, &action, 0);
  nested = 1;
  raise(SIGUSR1);
  struct sigaction old;
  sigaction(SIGUSR1, 0, &old);
  printf("default again: %d\n", old.sa_handler == SIG_DFL);
  signal(SIGUSR2, clobber);
  double a = value * 2, b = value / 7;
  raise(SIGUSR2);
  printf("%.17g %.17g %g\n", a + b, a * b, value);
  long double deep = 1;
  for (int k = 1; k < 12; k++) deep = deep * k + 0.25L;
  raise(SIGUSR2);
  printf("%.18Lg\n", deep);
  return 0;
}
