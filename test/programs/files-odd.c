/* What files and pipes do beside reading and writing: without a name, with holes, exchanged, spliced, limited. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static void tell(const char *what, long long result) {
  if (result == -1) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %lld\n", what, result);
}
static void show(const char *what, const char *text, int count) {
  printf("%s:", what);
  for (int k = 0; k < count; k++) printf(" %02x", (unsigned char)text[k]);
  printf("\n");
}
static void limit(int resource, long soft, long hard) {
  struct rlimit value = {soft, hard};
  tell("setrlimit", setrlimit(resource, &value));
}
static void too_large(int signal) {
  static const char text[] = "SIGXFSZ\n";
  write(1, text, sizeof text - 1);
}

static void holes(void) {
  char bytes[16];
  const long long size = 5LL << 30;
  int fd = open64(".", O_RDWR | O_TMPFILE, 0600);
  struct stat64 about;
  tell("without a name", fd >= 0);
  tell("tmpfile, read only", open(".", O_RDONLY | O_TMPFILE, 0600));
  tell("ftruncate", ftruncate64(fd, size));
  fstat64(fd, &about);
  printf("%lld bytes, %d links\n", (long long)about.st_size, (int)about.st_nlink);
  tell("pwrite", pwrite64(fd, "end", 3, size - 3));
  tell("pread", pread64(fd, bytes, 8, size - 5));
  show("end", bytes, 5);
  tell("in the middle", pread64(fd, bytes, 4, size / 2));
  show("middle", bytes, 4);
  tell("pwrite", pwrite64(fd, "12345678", 8, 65536 * 1000LL - 4));
  tell("pread", pread64(fd, bytes, 12, 65536 * 1000LL - 6));
  show("two blocks", bytes, 12);
  tell("cut", ftruncate64(fd, 65536 * 1000LL + 1));
  tell("grow", ftruncate64(fd, 65536 * 1000LL + 4));
  pread64(fd, bytes, 10, 65536 * 1000LL - 6);
  show("cut", bytes, 10);
  tell("begin", pwrite64(fd, "first", 5, 0));
  tell("punch", fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 1, 2));
  pread64(fd, bytes, 5, 0);
  show("punched", bytes, 5);
  struct stat here;
  tell("empty path", syscall(SYS_readlinkat, fd, "", bytes, 4));
  tell("empty path, allowed", fstatat(fd, "", &here, AT_EMPTY_PATH));
  close(fd);
}

static void pipes(void) {
  int one[2], two[2];
  char text[32] = "";
  pipe(one);
  pipe(two);
  tell("pipe", fcntl(one[0], F_GETPIPE_SZ));
  tell("larger", fcntl(one[0], F_SETPIPE_SZ, 70000));
  tell("larger", fcntl(one[1], F_GETPIPE_SZ));
  int fd = open("spliced", O_RDWR | O_CREAT | O_TRUNC, 0600);
  tell("a file", fcntl(fd, F_SETPIPE_SZ, 4096));
  write(one[1], "abcdefgh", 8);
  tell("tee", tee(one[0], two[1], 3, 0));
  tell("splice to a file", splice(one[0], 0, fd, 0, 5, 0));
  loff_t at = 10;
  tell("splice at a place", splice(one[0], 0, fd, &at, 2, 0));
  printf("%lld\n", (long long)at);
  at = 1;
  tell("splice from a file", splice(fd, &at, two[1], 0, 3, 0));
  tell("between pipes", splice(one[0], 0, two[1], 0, 99, 0));
  tell("read", read(two[0], text, 31));
  puts(text);
  tell("nothing there", splice(one[0], 0, two[1], 0, 1, SPLICE_F_NONBLOCK));
  tell("two files", splice(fd, 0, fd, 0, 1, 0));
  tell("a pipe's place", splice(one[0], &at, fd, 0, 1, 0));
  struct iovec parts[2] = {{"xy", 2}, {"z", 1}};
  tell("vmsplice", vmsplice(one[1], parts, 2, 0));
  tell("read", read(one[0], text, 31));
  printf("%.3s\n", text);
  close(one[1]);
  tell("end", splice(one[0], 0, fd, 0, 5, 0));
  tell("size", lseek(fd, 0, SEEK_END));
  close(fd);
}

static void names(void) {
  mkdir("a", 0700);
  mkdir("a/in", 0700);
  close(open("b", O_CREAT | O_WRONLY, 0600));
  tell("exchange", syscall(SYS_renameat2, AT_FDCWD, "a", AT_FDCWD, "b", 2));
  tell("now a directory", chdir("b/in"));
  chdir("../..");
  tell("with nothing", syscall(SYS_renameat2, AT_FDCWD, "a", AT_FDCWD, "none", 2));
  tell("into itself", syscall(SYS_renameat2, AT_FDCWD, "b", AT_FDCWD, "b/in", 2));
  tell("both flags", syscall(SYS_renameat2, AT_FDCWD, "a", AT_FDCWD, "b", 3));
  tell("not over it", syscall(SYS_renameat2, AT_FDCWD, "a", AT_FDCWD, "spliced", 1));
  rmdir("b/in");
  rmdir("b");
  unlink("a");
}

static void limits(void) {
  struct rlimit value;
  getrlimit(RLIMIT_STACK, &value);
  printf("stack %ld\n", (long)value.rlim_cur);
  limit(RLIMIT_NOFILE, 20, 10);
  limit(RLIMIT_NOFILE, 20, 20);
  int last = 0;
  for (int fd = 0; fd >= 0; fd = dup(1)) last = fd;
  printf("last descriptor %d\n", last);
  tell("dup", dup(1));
  tell("open", open("/dev/null", O_RDONLY));
  tell("dup2", dup2(1, 20));
  tell("F_DUPFD", fcntl(1, F_DUPFD, 20));
  int pair[2];
  tell("pipe", pipe(pair));
  tell("higher", prlimit(0, RLIMIT_NOFILE, &(struct rlimit){21, 21}, 0) == 0 && getuid() != 0);
  close(last);
  signal(SIGXFSZ, too_large);
  int fd = open("spliced", O_RDWR | O_TRUNC);
  limit(RLIMIT_FSIZE, 10, 100);
  tell("write", write(fd, "0123456789ab", 12));
  tell("write", write(fd, "c", 1));
  tell("ftruncate", ftruncate(fd, 11));
  tell("shorter", ftruncate(fd, 3));
  limit(RLIMIT_AS, 100 << 20, 100 << 20);
  tell("mmap", mmap(0, 200 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED && errno == ENOMEM);
  tell("malloc", malloc(150 << 20) == 0);
  tell("brk", sbrk(150 << 20) == (void *)-1);
  tell("less", sbrk(4096) != (void *)-1);
  unlink("spliced");
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  holes();
  pipes();
  names();
  tell("nice", setpriority(PRIO_PROCESS, 0, 5));
  tell("getpriority", getpriority(PRIO_PROCESS, 0));
  int signal = -1;
  tell("death signal", prctl(PR_SET_PDEATHSIG, SIGHUP));
  prctl(PR_GET_PDEATHSIG, &signal);
  tell("no signal", prctl(PR_SET_PDEATHSIG, 99));
  printf("%d\n", signal);
  tell("barriers", syscall(SYS_membarrier, 0, 0) > 0);
  tell("odd futex", syscall(SYS_futex, (char *)&signal + 1, 1, 1, 0, 0, 0));
  tell("steady clock", syscall(SYS_clock_settime, 1, (long[2]){1, 0}));
  limits();
  return 0;
}
