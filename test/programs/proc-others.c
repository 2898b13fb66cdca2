/* What /proc says of other processes: their names, states and parents while they live, as zombies, and that they are gone. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(pid_t id, const char *name) {
  char path[64], text[4096];
  snprintf(path, sizeof path, "/proc/%d/%s", id, name);
  int fd = open(path, O_RDONLY);
  if (fd < 0) {
    printf("%s: %s\n", name, strerror(errno));
    return;
  }
  long size = read(fd, text, sizeof text - 1);
  close(fd);
  text[size < 0 ? 0 : size] = 0;
  if (!strcmp(name, "stat")) {
    int number, parent, group;
    char comm[32], state;
    if (sscanf(text, "%d (%31[^)]) %c %d %d", &number, comm, &state, &parent, &group) != 5) puts("?");
    printf("stat: %d %d %c %d %d\n", number == id, strlen(comm) > 0, state, parent == getpid(), group == getpgrp());
    return;
  }
  if (!strcmp(name, "status")) {
    char *state = strstr(text, "State:"), *threads = strstr(text, "Threads:");
    printf("status: %.*s, %.*s\n", (int)strcspn(state, "\n"), state, (int)strcspn(threads, "\n"), threads);
    return;
  }
  if (!strcmp(name, "cmdline")) printf("cmdline: %d\n", size > 0 && memchr(text, 0, size) != 0);
  else printf("%s: %d\n", name, size > 0);
}

static int listed(pid_t id) {
  DIR *all = opendir("/proc");
  int found = 0;
  for (struct dirent *one; (one = readdir(all));) found |= atoi(one->d_name) == id;
  closedir(all);
  return found;
}

int main(void) {
  const char *names[] = {"stat", "status", "comm", "cmdline", "statm", "maps", "nothing"};
  pid_t child = fork();
  if (child == 0) {
    for (;;) pause();
  }
  usleep(20000);
  for (int k = 0; k < 7; k++) show(child, names[k]);
  printf("listed %d\n", listed(child));
  kill(child, SIGSTOP);
  waitpid(child, 0, WUNTRACED);
  show(child, "stat");
  kill(child, SIGKILL);
  usleep(20000);
  show(child, "stat");
  show(child, "cmdline");
  printf("listed %d\n", listed(child));
  waitpid(child, 0, 0);
  show(child, "stat");
  printf("listed %d\n", listed(child));
  char path[64];
  struct stat found;
  snprintf(path, sizeof path, "/proc/%d", child);
  printf("%d %d\n", stat(path, &found), errno);
  show(getpid(), "stat");
  return 0;
}
