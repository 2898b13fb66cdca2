/* Mappings that are longer than their file: the bus error behind its end, growing and cutting it, and what a private mapping sees. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static sigjmp_buf back;
static char *base;

static void on_fault(int signal, siginfo_t *info, void *context) {
  printf("  signal %d, code %d, at +%ld\n", signal, info->si_code, (long)((char *)info->si_addr - base));
  siglongjmp(back, 1);
}
static void peek(const char *what, char *map, long at) {
  printf("%s +%ld:\n", what, at);
  base = map;
  if (!sigsetjmp(back, 1)) printf("  %d\n", ((volatile char *)map)[at]);
}
static void put(const char *what, char *map, long at, char value) {
  printf("%s +%ld:\n", what, at);
  base = map;
  if (!sigsetjmp(back, 1)) {
    ((volatile char *)map)[at] = value;
    printf("  stored %d\n", map[at]);
  }
}
static void tell(const char *what, long result) { printf("%s: %s\n", what, result == -1 ? strerror(errno) : "yes"); }

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
  sigaction(SIGBUS, &action, 0);
  sigaction(SIGSEGV, &action, 0);
  int fd = open("data", O_RDWR | O_CREAT | O_TRUNC, 0644);
  char *own = mmap(0, 4 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
  peek("empty file", own, 0);
  ftruncate(fd, 1);
  put("one byte, its page", own, 4095, 9);
  put("the page behind", own, 4096, 1);
  char byte = 1;
  tell("read there", pread(fd, own + 4096, 1, 0));
  ftruncate(fd, 9000);
  peek("three pages", own, 8999);
  peek("three pages", own, 3 * 4096);
  pwrite(fd, "AB", 2, 4096);
  peek("private, written by pwrite", own, 4097);
  put("private", own, 4096, 'x');
  pwrite(fd, "CD", 2, 4096);
  peek("private, changed before", own, 4097);
  char *shared = mmap(0, 4 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  put("shared", shared, 8192, 'S');
  pread(fd, &byte, 1, 8192);
  peek("private, stored in shared", own, 8192);
  ftruncate(fd, 4096);
  put("shared, cut", shared, 8192, 1);
  peek("private, cut", own, 4096);
  mprotect(shared, 3 * 4096, PROT_READ);
  put("read-only", shared, 0, 1);
  put("read-only, cut", shared, 4096, 1);
  ftruncate(fd, 3 * 4096);
  peek("grown again", shared, 8192);
  peek("private, grown again", own, 4096);
  char *moved = mremap(own, 4 * 4096, 6 * 4096, MREMAP_MAYMOVE);
  peek("moved", moved, 2 * 4096);
  peek("moved", moved, 4 * 4096);
  pid_t child = fork();
  if (child == 0) {
    ftruncate(fd, 4096);
    peek("in the child", shared, 8192);
    _exit(0);
  }
  waitpid(child, 0, 0);
  peek("in the parent", shared, 8192);
  int ro = open("data", O_RDONLY);
  char *view = mmap(0, 4096, PROT_READ, MAP_SHARED, ro, 0);
  tell("writable", mprotect(view, 4096, PROT_READ | PROT_WRITE));
  tell("advice", madvise(view, 4096, 999));
  tell("advice in a page", madvise(view + 1, 4096, MADV_NORMAL));
  char *code = mmap(0, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, fd, 4096);
  base = code;
  if (!sigsetjmp(back, 1)) ((void (*)(void))code)();
  unlink("data");
  signal(SIGBUS, SIG_DFL);
  return shared[4096];
}
