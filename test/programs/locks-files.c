// Locks between processes, of ranges and of whole files, and what /proc says of a process.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static int ask(int fd, int command, int type, long start, long length) {
  struct flock lock = {.l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length};
  int result = fcntl(fd, command, &lock);
  if (result < 0) return -errno;
  if (command != F_GETLK) return result;
  if (lock.l_type == F_UNLCK) return 100;
  printf("in the way: type %d from %ld, %ld bytes, of the parent %d\n", lock.l_type == F_WRLCK, (long)lock.l_start,
         (long)lock.l_len, lock.l_pid == getppid());
  return 101;
}

static void inChild(void (*act)(int fd), int fd) {
  int status;
  if (fork() == 0) {
    act(fd);
    _exit(0);
  }
  wait(&status);
}

static void tries(int fd) {
  printf("get %d\n", ask(fd, F_GETLK, F_WRLCK, 0, 0));
  printf("read 0 to 5: %d\n", ask(fd, F_SETLK, F_RDLCK, 0, 5));
  printf("write 5 to 10: %d\n", ask(fd, F_SETLK, F_WRLCK, 5, 5));
  printf("read 10 to 20: %d\n", ask(fd, F_SETLK, F_RDLCK, 10, 10));
  printf("write 10 to 20: %d\n", ask(fd, F_SETLK, F_WRLCK, 10, 10));
  printf("get behind %d\n", ask(fd, F_GETLK, F_WRLCK, 100, 0));
}

static void again(int fd) {
  printf("everything: %d\n", ask(fd, F_SETLK, F_WRLCK, 0, 0));
  printf("shared %d\n", flock(fd, LOCK_SH | LOCK_NB) < 0 ? -errno : 0);
  int other = open("locked", O_RDWR);
  printf("another file, shared: %d\n", flock(other, LOCK_SH | LOCK_NB) < 0 ? -errno : 0);
  printf("another file, exclusive: %d\n", flock(other, LOCK_EX | LOCK_NB) < 0 ? -errno : 0);
}

static void look(const char *path) {
  char text[5000];
  int fd = open(path, O_RDONLY);
  int count = fd < 0 ? -errno : (int)read(fd, text, sizeof text);
  printf("%s: %s\n", path, count > 0 ? "some" : count == 0 ? "nothing" : strerror(-count));
  close(fd);
}

static void child(int unused) {
  int id, parent;
  char name[40], state, path[40], link[60];
  FILE *file = fopen("/proc/self/stat", "r");
  fscanf(file, "%d %39s %c %d", &id, name, &state, &parent);
  printf("own %d, parent's %d, state %c\n", id == getpid(), parent == getppid(), state);
  fclose(file);
  int ends[2];
  pipe(ends);
  sprintf(path, "/proc/self/fd/%d", ends[0]);
  link[readlink(path, link, 59)] = 0;
  printf("%.6s\n", link);
  sprintf(path, "/proc/%d/comm", getppid());
  file = fopen(path, "r");
  printf("the parent has a name %d\n", file != 0 && fscanf(file, "%39s", name) == 1);
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  int fd = open("locked", O_RDWR | O_CREAT, 0600);
  write(fd, "some contents of a file", 23);
  printf("%d\n", ask(fd, F_SETLK, F_WRLCK, 0, 5));
  printf("%d\n", ask(fd, F_SETLK, F_RDLCK, 10, 10));
  inChild(tries, fd);
  printf("%d\n", ask(fd, F_SETLK, F_UNLCK, 2, 1));
  inChild(tries, fd);
  int status;
  if (fork() == 0) {
    ask(fd, F_SETLKW, F_WRLCK, 0, 5);
    printf("the child has waited\n");
    _exit(0);
  }
  usleep(20000);
  printf("let go\n");
  close(dup(fd));
  wait(&status);
  printf("flock %d\n", flock(fd, LOCK_EX));
  inChild(again, fd);
  printf("wrong type %d\n", ask(fd, F_SETLK, 7, 0, 1));
  printf("wrong way %d\n", ask(open("locked", O_RDONLY), F_SETLK, F_WRLCK, 0, 1));

  const char *paths[] = {"/proc/self/stat", "/proc/self/status", "/proc/self/auxv", "/proc/self/maps", "/proc/self/cmdline",
                         "/proc/cpuinfo", "/proc/meminfo", "/proc/uptime", "/proc/version", "/proc/self/nothing"};
  for (unsigned k = 0; k < sizeof paths / sizeof *paths; k++) look(paths[k]);
  FILE *file = fopen("/proc/self/auxv", "r");
  unsigned long pair[2], page = 0;
  while (fread(pair, sizeof pair, 1, file) == 1)
    if (pair[0] == AT_PAGESZ) page = pair[1];
  printf("page %lu\n", page);
  inChild(child, 0);
  return 0;
}
