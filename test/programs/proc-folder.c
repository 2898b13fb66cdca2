/* /proc as a folder: listed, described, entered, its links followed. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void tell(const char *what, long result) {
  if (result == -1) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %ld\n", what, result);
}
/** The numbered entries of a folder, in order. */
static void list(const char *path) {
  int seen[64] = {0}, dots = 0;
  DIR *folder = opendir(path);
  if (!folder) { tell(path, -1); return; }
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    if (entry->d_name[0] == '.') dots++;
    else if (atoi(entry->d_name) < 64) seen[atoi(entry->d_name)] = entry->d_type;
  }
  closedir(folder);
  printf("%s:", path);
  for (int k = 0; k < 10; k++) if (seen[k]) printf(" %d(%d)", k, seen[k]);
  printf(", %d dots\n", dots);
}
static void describe(const char *path) {
  struct stat about;
  printf("%s:", path);
  printf(" %s", lstat(path, &about) ? strerror(errno) : "there");
  if (errno != ENOENT) printf(" %o", about.st_mode & S_IFMT);
  printf(", %s\n", stat(path, &about) ? strerror(errno) : "leads somewhere");
  errno = 0;
}
static void begin(const char *path, int count) {
  char text[64] = "";
  int fd = open(path, O_RDONLY);
  if (fd < 0) { tell(path, -1); return; }
  int got = read(fd, text, count);
  printf("%s: %d", path, got);
  for (int k = 0; k < got; k++) printf(text[k] > 31 ? " %c" : " %02x", text[k]);
  printf("\n");
  close(fd);
}

int main(void) {
  char path[256], target[256];
  int pair[2];
  pipe(pair);
  int fd = open("a file", O_CREAT | O_RDWR | O_APPEND, 0600);
  write(fd, "contents", 8);
  list("/proc/self/fd");
  list("/proc/self/fdinfo");
  list("/dev/fd");
  close(pair[0]);
  list("/proc/self/fd");
  snprintf(path, sizeof path, "/proc/%d/task", getpid());
  DIR *tasks = opendir(path);
  int count = 0;
  while (readdir(tasks)) count++;
  closedir(tasks);
  printf("%d tasks\n", count - 2);
  describe("/proc/self");
  describe("/proc/self/fd");
  describe("/proc/self/exe");
  describe("/proc/self/maps");
  describe("/proc/self/cwd");
  describe("/proc/self/nothing");
  describe("/proc/cpuinfo");
  describe("/proc/sys/kernel/ostype");
  describe("/dev/fd");
  describe("/dev/stdin");
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  describe(path);
  int length = readlink(path, target, sizeof target);
  printf("%.*s\n", 6, target + length - 6);
  tell("access", access(path, R_OK));
  int again = open(path, O_RDONLY);
  tell("a position of its own", read(again, target, 4));
  tell("readlink of a file", readlink("/proc/self/maps", target, 9));
  snprintf(path, sizeof path, "/proc/self/fd/%d", pair[1]);
  readlink(path, target, 5);
  printf("%.5s\n", target);
  begin("/proc/self/exe", 4);
  begin("/proc/sys/kernel/ostype", 9);
  tell("thread-self", access("/proc/thread-self/comm", R_OK));
  int folder = open("/proc/self", O_RDONLY | O_DIRECTORY);
  int inner = openat(folder, "cmdline", O_RDONLY);
  tell("openat", inner >= 0);
  tell("arguments", read(inner, target, sizeof target) > 5);
  tell("chdir", chdir("/proc/self"));
  tell("comm", access("comm", R_OK));
  tell("getcwd", getcwd(target, sizeof target) && atoi(target + 6) == getpid());
  chdir("/proc/self/cwd/../");
  begin("self/oom_score_adj", 2);
  fd = open("/proc/self/exe", O_RDONLY);
  char *map = mmap(0, 4096, PROT_READ, MAP_PRIVATE, fd, 0);
  printf("%.3s\n", map + 1);
  char small[16] = "###############";
  tell("short", readlinkat(99, "/proc/self/exe", small, 5));
  tell("bad", readlink("/proc/self/exe", (char *)1, 5));
  printf("%c%c\n", small[0], small[5]);
  tell("flags that exclude each other", open("/proc", O_CREAT | O_DIRECTORY, 0600));
  tell("no O_DIRECTORY", syscall(SYS_open, "/", 020000000 | O_RDWR, 0600));
  tell("O_PATH alone", open("/", O_PATH | O_RDWR | O_CREAT) >= 0);
  tell("directory", open("/", O_TRUNC));
  return 0;
}
