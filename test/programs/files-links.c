/* Names: symbolic and hard links, renaming, listing, times and permissions, relative to directories. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

static void tell(const char *what, int result) {
  if (result < 0) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %d\n", what, result);
}
static void put(const char *path, const char *text) {
  FILE *file = fopen(path, "w");
  if (!file) { perror(path); return; }
  fputs(text, file);
  fclose(file);
}
static void show(const char *path) {
  struct stat st;
  if (lstat(path, &st) < 0) { printf("%s: %s\n", path, strerror(errno)); return; }
  printf("%s: mode %o links %d", path, st.st_mode, (int)st.st_nlink);
  if (!S_ISDIR(st.st_mode)) printf(" size %d", (int)st.st_size);
  if (S_ISLNK(st.st_mode)) {
    char target[PATH_MAX];
    int length = readlink(path, target, sizeof target);
    printf(" -> %.*s", length, target);
  }
  printf("\n");
}
static int order(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }
static void list(const char *path) {
  struct dirent **names;
  int count = scandir(path, &names, 0, order);
  printf("%s (%d):", path, count);
  for (int k = 0; k < count; k++) {
    printf(" %s/%d", names[k]->d_name, names[k]->d_type);
    free(names[k]);
  }
  if (count >= 0) free(names);
  printf("\n");
}

int main(void) {
  umask(022);
  tell("mkdir", mkdir("top", 0755));
  tell("chdir", chdir("top"));
  put("one", "first file\n");
  tell("symlink", symlink("one", "sym"));
  tell("symlink", symlink("../top/sub", "dirlink"));
  tell("mkdir", mkdir("sub", 0750));
  tell("link", link("one", "hard"));
  tell("link of a link", link("sym", "hardsym"));
  show("one"); show("sym"); show("hard"); show("hardsym"); show("dirlink"); show("sub");
  put("dirlink/inner", "inside\n");
  list("."); list("sub"); list("dirlink"); list("sym");
  char text[100] = "";
  FILE *file = fopen("sym", "r+");
  fseek(file, 0, SEEK_END);
  fputs("and more\n", file);
  fclose(file);
  file = fopen("hard", "r");
  while (fgets(text, sizeof text, file)) printf("hard: %s", text);
  fclose(file);
  tell("rename onto itself", rename("one", "hard"));
  tell("rename", rename("one", "sub/moved"));
  show("one"); show("hard"); show("sub/moved");
  tell("open dangling", open("sym", O_RDONLY));
  tell("unlink sym", unlink("sym"));
  tell("rmdir full", rmdir("sub"));
  tell("rename into itself", rename("sub", "sub/sub"));
  int dir = open("sub", O_RDONLY | O_DIRECTORY);
  tell("openat", openat(dir, "inner", O_RDONLY) >= 0);
  tell("fstatat missing", faccessat(dir, "nothing", F_OK, 0));
  tell("renameat", renameat(dir, "inner", AT_FDCWD, "outer"));
  tell("symlinkat", symlinkat("moved", dir, "s2"));
  tell("readlinkat", readlinkat(dir, "s2", text, sizeof text));
  tell("unlinkat", unlinkat(dir, "s2", 0));
  tell("unlinkat dir", unlinkat(AT_FDCWD, "sub", AT_REMOVEDIR));
  struct timespec times[2] = {{1000000000, 5}, {1234567890, 999999999}};
  tell("utimensat", utimensat(AT_FDCWD, "outer", times, 0));
  struct stat st;
  stat("outer", &st);
  printf("times %ld.%09ld %ld.%09ld\n", (long)st.st_atim.tv_sec, st.st_atim.tv_nsec, (long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
  struct timeval old[2] = {{10, 20}, {30, 40}};
  tell("utimes", utimes("outer", old));
  stat("outer", &st);
  printf("times %ld.%09ld %ld.%09ld\n", (long)st.st_atim.tv_sec, st.st_atim.tv_nsec, (long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
  tell("chmod", chmod("outer", 0604));
  show("outer");
  tell("truncate", truncate("outer", 3));
  tell("truncate longer", truncate("outer", 10));
  show("outer");
  char *real = realpath("dirlink/../outer", NULL);
  printf("%s\n", real ? strrchr(real, '/') : strerror(errno));
  free(real);
  char here[PATH_MAX];
  printf("%s\n", getcwd(here, sizeof here) ? strrchr(here, '/') : "?");
  char name[] = "tempXXXXXX";
  int fd = mkstemp(name);
  tell("mkstemp", fd > 2);
  unlink(name);
  tell("write", write(fd, "still here", 10));
  lseek(fd, 6, SEEK_SET);
  tell("read", read(fd, text, 10));
  fstat(fd, &st);
  printf("links %d\n", (int)st.st_nlink);
  char behind[40];
  snprintf(behind, sizeof behind, "/proc/self/fd/%d", fd);
  int again = open(behind, O_RDONLY);
  tell("opened again", again > fd);
  tell("read from its beginning", read(again, text, 5));
  printf("%.5s\n", text);
  tell("write", write(again, "no", 2));
  tell("close", close(again));
  again = open(behind, O_WRONLY | O_TRUNC);
  tell("read by the other", read(fd, text, 10));
  tell("not open", open("/proc/self/fd/99", O_RDONLY));
  list(".");
  int pipes[2];
  tell("mkfifo", mkfifo("fifo", 0600));
  show("fifo");
  fd = open("fifo", O_RDWR);
  tell("fifo write", write(fd, "abc", 3));
  tell("fifo read", read(fd, text, 10));
  tell("pipe", pipe(pipes));
  return 0;
}
