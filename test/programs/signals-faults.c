// Handlers of faults: code, address and trap number, and going on behind the instruction.
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>

static sigjmp_buf back;
static int seen_code, seen_signal;
static void *seen_address;
static long seen_trap, seen_error;

static void handler(int number, siginfo_t *info, void *context) {
  ucontext_t *uc = context;
  seen_signal = number;
  seen_code = info->si_code;
  seen_address = info->si_addr;
  seen_trap = uc->uc_mcontext.gregs[REG_TRAPNO];
  seen_error = uc->uc_mcontext.gregs[REG_ERR];
  siglongjmp(back, 1);
}

static void report(const char *what, void *base) {
  printf("%s: signal %d code %d trap %ld error %ld address %s%ld\n", what, seen_signal, seen_code, seen_trap, seen_error,
         base ? "base+" : "", base ? (long)((char *)seen_address - (char *)base) : (long)seen_address);
}

int main(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handler;
  action.sa_flags = SA_SIGINFO;
  int numbers[] = {SIGSEGV, SIGFPE, SIGILL, SIGTRAP, SIGBUS};
  for (int k = 0; k < 5; k++) sigaction(numbers[k], &action, 0);
  volatile int zero = 0;
  if (!sigsetjmp(back, 1)) *(volatile int *)0 = 1;
  report("write null", 0);
  if (!sigsetjmp(back, 1)) (void)*(volatile char *)16;
  report("read null", 0);
  char *page = mmap(0, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  zero += *(volatile char *)page;
  if (!sigsetjmp(back, 1)) page[5] = 1;
  report("write read-only", page);
  if (!sigsetjmp(back, 1)) ((void (*)(void))page)();
  report("execute data", page);
  munmap(page + 4096, 4096);
  if (!sigsetjmp(back, 1)) (void)*(volatile char *)(page + 4096);
  report("read unmapped", page);
  if (!sigsetjmp(back, 1)) printf("%d\n", 1 / zero);
  seen_address = 0;
  report("divide", 0);
  if (!sigsetjmp(back, 1)) __asm__ volatile("ud2");
  seen_address = 0;
  report("ud2", 0);
  if (!sigsetjmp(back, 1)) __asm__ volatile("int3");
  report("int3", 0);
  if (!sigsetjmp(back, 1)) __asm__ volatile("hlt");
  report("hlt", 0);
  if (!sigsetjmp(back, 1)) __asm__ volatile("int $0x42");
  report("int 0x42", 0);
#ifdef __x86_64__
  if (!sigsetjmp(back, 1)) (void)*(volatile char *)0x8000000000000000ul;
  report("not canonical", 0);
  if (!sigsetjmp(back, 1)) {
    char room[32] __attribute__((aligned(16)));
    __asm__ volatile("movaps %%xmm0, 1(%0)" ::"r"(room) : "memory");
  }
  report("misaligned", 0);
#endif
  return 0;
}
