/* Reads, writes, locks and waits for children that only a timer's signal ends: with EINTR, or made again behind the handler. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int rings;
static int ends[2];

static void ring(int signal) {
  rings++;
  if (rings == 3) (void)!write(ends[1], "z", 1);
}

static void set(int flags, int repeats) {
  struct sigaction action = {.sa_handler = ring, .sa_flags = flags};
  sigaction(SIGALRM, &action, 0);
  struct itimerval value = {{0, repeats ? 20000 : 0}, {0, 20000}};
  rings = 0;
  setitimer(ITIMER_REAL, &value, 0);
}

static void show(const char *what, long result) {
  int number = errno;
  struct itimerval none = {0};
  setitimer(ITIMER_REAL, &none, 0);
  printf("%s: %ld %s, %d\n", what, result, result < 0 ? strerror(number) : "", rings);
}

int main(void) {
  char byte, block[70000];
  memset(block, 'b', sizeof block);
  if (pipe(ends)) return 1;
  set(0, 0);
  show("read", read(ends[0], &byte, 1));
  set(SA_RESTART, 1);
  show("read again", read(ends[0], &byte, 1));
  set(0, 0);
  show("write", write(ends[1], block, sizeof block));
  set(0, 0);
  show("write to what is full", write(ends[1], block, 1));
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair)) return 1;
  set(0, 0);
  show("recv", recv(pair[0], &byte, 1, 0));
  set(0, 0);
  fd_set empty;
  FD_ZERO(&empty);
  show("select", select(0, &empty, 0, 0, 0));
  pid_t child = fork();
  if (child == 0) {
    pause();
    _exit(1);
  }
  set(0, 0);
  show("wait", waitpid(child, 0, 0));
  set(0, 0);
  show("read with a child", read(pair[0], &byte, 1));
  kill(child, SIGKILL);
  show("wait", waitpid(child, 0, 0) == child);
  return 0;
}
