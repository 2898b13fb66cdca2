// fcntl's rarer commands, pipes of packets, and which mistake of several a call tells of.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <poll.h>
#include <unistd.h>
static void show(const char *what, long r) { if (r >= 0) printf("%s: %ld\n", what, r); else printf("%s: errno %d\n", what, errno); }
static char big[9000], in[9000];
int main(void) {
  char start[] = "/tmp/fcntlXXXXXX", path[64];
  int p[2], q[2], k;
  struct stat s;
  mkdtemp(start);
  snprintf(path, sizeof path, "%s/f", start);
  int f = open(path, O_CREAT | O_RDWR, 0600), d = open(start, O_RDONLY | O_DIRECTORY);
  pipe(p);
  stat("/tmp", &s);
  printf("/tmp %o\n", s.st_mode);

  // Who hears of input.
  struct f_owner_ex o = {7, 7};
  int me = getpid();
  show("getown_ex", fcntl(p[0], F_GETOWN_EX, &o));
  printf("%d %d\n", o.type, o.pid);
  show("getown", fcntl(p[0], F_GETOWN));
  show("setown", fcntl(p[0], F_SETOWN, me));
  show("getown is me", fcntl(p[0], F_GETOWN) == me);
  fcntl(p[0], F_GETOWN_EX, &o);
  printf("%d %d\n", o.type, o.pid == me);
  show("setown group", fcntl(p[0], F_SETOWN, -getpgrp()));
  show("getown is my group", fcntl(p[0], F_GETOWN) == -getpgrp());
  fcntl(p[0], F_GETOWN_EX, &o);
  printf("%d %d\n", o.type, o.pid == getpgrp());
  show("setown nobody", fcntl(p[0], F_SETOWN, 99999999));
  o.type = F_OWNER_TID; o.pid = me;
  show("setown_ex", fcntl(p[0], F_SETOWN_EX, &o));
  o.type = 3;
  show("setown_ex of type 3", fcntl(p[0], F_SETOWN_EX, &o));
  show("setown_ex nowhere", fcntl(p[0], F_SETOWN_EX, (void *)8));
  show("getown_ex nowhere", fcntl(p[0], F_GETOWN_EX, (void *)8));
  show("getown other end", fcntl(p[1], F_GETOWN));
  show("getsig", fcntl(p[0], F_GETSIG));
  show("setsig", fcntl(p[0], F_SETSIG, SIGUSR1));
  show("getsig", fcntl(p[0], F_GETSIG));
  show("setsig 65", fcntl(p[0], F_SETSIG, 65));

  // Leases, changes of directories.
  show("getlease", fcntl(f, F_GETLEASE));
  show("setlease away", fcntl(f, F_SETLEASE, F_UNLCK));
  show("setlease pipe", fcntl(p[0], F_SETLEASE, F_RDLCK));
  show("notify nothing", fcntl(p[0], F_NOTIFY, 0));
  show("notify pipe", fcntl(p[0], F_NOTIFY, DN_CREATE));
  show("notify file", fcntl(f, F_NOTIFY, DN_CREATE));
  show("unknown", fcntl(f, 999, 0));

  // Packets.
  show("pipe2", pipe2(q, O_DIRECT | O_NONBLOCK));
  show("flags", fcntl(q[1], F_GETFL) & (O_DIRECT | O_NONBLOCK) ? 1 : 0);
  show("write", write(q[1], "one", 3));
  show("write", write(q[1], "twotwo", 6));
  show("write", write(q[1], "", 0));
  show("write", write(q[1], "three", 5));
  show("read", read(q[0], in, 100));
  show("read a part", read(q[0], in, 2));
  show("read", read(q[0], in, 100));
  printf("%.5s\n", in);
  show("read", read(q[0], in, 100));
  memset(big, 'x', sizeof big);
  show("write", write(q[1], big, sizeof big));
  for (k = 0; k < 4; k++) show("read", read(q[0], in, sizeof in));
  for (k = 0; write(q[1], "x", 1) == 1; k++);
  show("packets", k);
  struct pollfd w = {q[1], POLLOUT};
  show("poll", poll(&w, 1, 0));
  show("read", read(q[0], in, 100));
  show("poll", poll(&w, 1, 0));
  show("pipe2 unknown", pipe2(q, 0x12345));

  // Which mistake.
  off_t zero = 0;
  show("copy of 99", syscall(SYS_copy_file_range, 99, 0, f, 0, 1, 0));
  show("copy to 99", syscall(SYS_copy_file_range, f, 0, 99, 0, 1, 0));
  show("copy of 99 to a pipe", syscall(SYS_copy_file_range, 99, 0, p[1], 0, 1, 0));
  show("copy with flags", syscall(SYS_copy_file_range, f, 0, f, 0, 1, 1));
  show("copy of a directory", syscall(SYS_copy_file_range, d, 0, f, 0, 1, 0));
  show("copy of a pipe", syscall(SYS_copy_file_range, p[0], 0, f, 0, 1, 0));
  show("copy of a pipe's writing end", syscall(SYS_copy_file_range, p[1], 0, f, 0, 1, 0));
  show("pread of a writing end", pread(p[1], in, 1, 0));
  show("pwrite to a reading end", pwrite(p[0], in, 1, 0));
  show("pread before the start", pread(p[1], in, 1, -1));
  show("pread of 99", pread(99, in, 1, 0));
  struct iovec v = {in, 1};
  show("preadv of a writing end", preadv(p[1], &v, 1, 0));
  show("pread of a directory", pread(d, in, 1, 0));
  unlink(path); rmdir(start);
  return 0;
}
