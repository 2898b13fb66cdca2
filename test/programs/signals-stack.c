// An alternate stack catches the end of the other one; sigaltstack's own errors; a frame that would overflow the alternate
// stack is not written: SIGSEGV ends the process.
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char room[65536];
static sigjmp_buf back;
static int on_room;

static void handler(int number) {
  char here;
  stack_t now;
  sigaltstack(0, &now);
  on_room = &here >= room && &here < room + sizeof room;
  printf("signal %d on the alternate stack %d, flags %d\n", number, on_room, now.ss_flags);
  stack_t other = {.ss_sp = room, .ss_size = sizeof room, .ss_flags = 0};
  printf("change inside: %d", sigaltstack(&other, 0));
  printf(" EPERM %d\n", errno == EPERM);
  siglongjmp(back, 1);
}

static int deep(int n) {
  volatile char large[1 << 14];
  large[n & 1023] = (char)n;
  return n < 0 ? large[0] : deep(n + 1) + large[5];
}

static struct {
  char below[1 << 20], stack[16384];
} small;

static void again(int number) {
  static int entered;
  if (++entered == 200) _exit(7);
  raise(number);
}

static void overflow(void) {
  if (fork() == 0) {
    stack_t stack = {.ss_sp = small.stack, .ss_size = sizeof small.stack, .ss_flags = 0};
    printf("set: %d\n", sigaltstack(&stack, 0));
    fflush(stdout);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = again;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    sigaction(SIGUSR1, &action, 0);
    raise(SIGUSR1);
    _exit(8);
  }
  int status;
  wait(&status);
  printf("overflow: status %d signal %d\n", WEXITSTATUS(status), WTERMSIG(status));
}

int main(void) {
  stack_t stack, old;
  sigaltstack(0, &old);
  printf("at first: flags %d size %d\n", old.ss_flags, (int)old.ss_size);
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = room;
  stack.ss_size = 100;
  printf("too small: %d", sigaltstack(&stack, 0));
  printf(" ENOMEM %d\n", errno == ENOMEM);
  stack.ss_size = sizeof room;
  stack.ss_flags = 64;
  printf("unknown flags: %d", sigaltstack(&stack, 0));
  printf(" EINVAL %d\n", errno == EINVAL);
  stack.ss_flags = 0;
  printf("set: %d\n", sigaltstack(&stack, 0));
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_ONSTACK;
  sigaction(SIGSEGV, &action, 0);
  for (int k = 0; k < 2; k++) {
    if (!sigsetjmp(back, 1)) printf("%d\n", deep(0));
    else printf("back %d\n", k);
  }
  sigaltstack(0, &old);
  printf("after: flags %d size %d\n", old.ss_flags, (int)old.ss_size);
  fflush(stdout);
  overflow();
  return 0;
}
