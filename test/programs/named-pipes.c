/* Named pipes: open waits for the other end, one that must not wait is refused or told nothing, ends that come and go. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(const char *what, long result) {
  printf("%s: %ld %s\n", what, result < 0 ? -1 : result, result < 0 ? strerror(errno) : "");
}
static void ring(int signal) {}

int main(void) {
  char text[64] = {0};
  setvbuf(stdout, 0, _IONBF, 0);
  show("mkfifo", mkfifo("fifo", 0600));
  show("mkfifo", mkfifo("fifo", 0600));
  show("write, not waiting", open("fifo", O_WRONLY | O_NONBLOCK));
  int fd = open("fifo", O_RDONLY | O_NONBLOCK);
  show("nobody has written", read(fd, text, 8));
  close(fd);
  for (int round = 0; round < 3; round++) {
    if (fork() == 0) {
      int end = open("fifo", O_WRONLY);
      if (round == 1) usleep(20000);
      if (round < 2) (void)!write(end, "from the child", 14);
      _exit(round);
    }
    if (round == 2) usleep(20000);
    fd = open("fifo", O_RDONLY);
    long n, all = 0;
    while ((n = read(fd, text + all, 4)) > 0) all += n;
    printf("%ld %.*s\n", all, (int)all, text);
    close(fd);
    int status;
    wait(&status);
    printf("%d\n", WEXITSTATUS(status));
  }
  if (fork() == 0) {
    FILE *in = fopen("fifo", "r");
    while (fgets(text, sizeof text, in)) printf("line %s", text);
    _exit(7);
  }
  FILE *out = fopen("fifo", "w");
  fprintf(out, "one\ntwo\n");
  fclose(out);
  wait(0);
  struct sigaction action = {.sa_handler = ring};
  sigaction(SIGALRM, &action, 0);
  struct itimerval value = {{0, 0}, {0, 20000}};
  setitimer(ITIMER_REAL, &value, 0);
  show("open", open("fifo", O_RDONLY));
  fd = open("fifo", O_RDWR);
  show("both", write(fd, "xy", 2));
  show("both", read(fd, text, 8));
  show("write, not waiting", open("fifo", O_WRONLY | O_NONBLOCK) == fd + 1);
  show("unlink", unlink("fifo"));
  show("still there", write(fd + 1, "abc", 3));
  return 0;
}
