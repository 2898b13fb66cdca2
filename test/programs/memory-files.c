// Files of memfd_create and their seals, process_vm_readv and its kin on the program itself, preadv2 and pwritev2.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define ADD 1033
#define GET 1034
#define SHOW(call)                                                                      \
  do {                                                                                  \
    errno = 0;                                                                          \
    long result = (long)(call);                                                         \
    printf("%s: %ld, errno %d\n", #call, result, result < 0 ? errno : 0);               \
  } while (0)

int main(void) {
  char text[] = "0123456789", other[] = "abcdefghij";
  int plain = syscall(SYS_memfd_create, "plain", 0), fd = syscall(SYS_memfd_create, "sealed", 2);
  SHOW(fcntl(plain, GET));
  SHOW(fcntl(plain, ADD, 2));
  SHOW(fcntl(fd, GET));
  SHOW(write(fd, text, 10));
  SHOW(fcntl(fd, ADD, 4));
  SHOW(ftruncate(fd, 20));
  SHOW(ftruncate(fd, 8));
  SHOW(fcntl(fd, ADD, 2));
  SHOW(ftruncate(fd, 4));
  SHOW(pwrite(fd, "xy", 2, 0));
  SHOW(pwrite(fd, "xy", 2, 8));
  SHOW(fcntl(fd, ADD, 8));
  SHOW(pwrite(fd, "xy", 2, 0));
  SHOW(fcntl(fd, ADD, 1));
  SHOW(fcntl(fd, ADD, 1));
  SHOW(fcntl(fd, GET));
  SHOW(fcntl(0, GET));

  struct iovec here[2] = {{text + 1, 1}, {text + 3, 2}}, there[2] = {{other + 1, 2}, {other + 4, 1}};
  SHOW(syscall(SYS_process_vm_readv, getpid(), here, 2, there, 2, 0));
  puts(text);
  SHOW(syscall(SYS_process_vm_writev, getpid(), there, 1, here, 2, 0));
  printf("%s %s\n", text, other);
  struct iovec nowhere = {(void *)16, 4};
  SHOW(syscall(SYS_process_vm_readv, getpid(), here, 2, &nowhere, 1, 0));
  SHOW(syscall(SYS_process_vm_readv, getpid(), here, 2, there, 2, 1));
  SHOW(syscall(SYS_process_vm_readv, 99999, here, 2, there, 2, 0));

  lseek(plain, 0, SEEK_SET);
  struct iovec parts[2] = {{"first ", 6}, {"second", 6}};
  SHOW(syscall(SYS_pwritev2, plain, parts, 2, -1L, -1L, 0));
  SHOW(syscall(SYS_pwritev2, plain, parts, 1, 20L, 0L, 0));
  SHOW(lseek(plain, 0, SEEK_CUR));
  struct iovec into[2] = {{text, 4}, {other, 4}};
  SHOW(syscall(SYS_preadv2, plain, into, 2, 2L, 0L, 0));
  printf("%.4s %.4s\n", text, other);
  lseek(plain, 6, SEEK_SET);
  SHOW(syscall(SYS_preadv2, plain, into, 2, -1L, -1L, 0));
  printf("%.4s\n", text);
  SHOW(syscall(SYS_preadv2, plain, into, 2, 0L, 0L, 0x4000));
  return 0;
}
