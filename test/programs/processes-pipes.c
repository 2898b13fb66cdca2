/* What processes share: pipes, positions of open files, shared memory; and signals between them. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t got;
static void note(int signal) { got = signal; }

static char block[200000];

int main(void) {
  int fds[2], back[2], status;
  char text[64];
  setvbuf(stdout, NULL, _IONBF, 0);

  /* A question and an answer, many times. */
  pipe(fds);
  pipe(back);
  if (fork() == 0) {
    int number;
    close(fds[1]);
    close(back[0]);
    while (read(fds[0], &number, sizeof number) == sizeof number) {
      number *= 3;
      write(back[1], &number, sizeof number);
    }
    _exit(0);
  }
  close(fds[0]);
  close(back[1]);
  long sum = 0;
  for (int k = 0; k < 200; k++) {
    int answer;
    write(fds[1], &k, sizeof k);
    read(back[0], &answer, sizeof answer);
    sum += answer;
  }
  close(fds[1]);
  wait(&status);
  printf("sum %ld, end of file %d\n", sum, (int)read(back[0], text, 1));
  close(back[0]);

  /* More than a pipe holds, in one write. */
  pipe(fds);
  if (fork() == 0) {
    close(fds[0]);
    for (size_t k = 0; k < sizeof block; k++) block[k] = (char)(k % 251);
    _exit(write(fds[1], block, sizeof block) == sizeof block ? 0 : 1);
  }
  close(fds[1]);
  size_t total = 0, wrong = 0;
  for (ssize_t part; (part = read(fds[0], block, 7000)) > 0; total += part)
    for (ssize_t k = 0; k < part; k++) wrong += block[k] != (char)((total + k) % 251);
  wait(&status);
  printf("large %zu wrong %zu status %d\n", total, wrong, WEXITSTATUS(status));
  close(fds[0]);

  /* Nobody reads: SIGPIPE, or EPIPE when that is ignored. */
  pipe(fds);
  close(fds[0]);
  if (fork() == 0) {
    write(fds[1], "x", 1);
    _exit(0);
  }
  wait(&status);
  printf("killed by %d\n", WTERMSIG(status));
  if (fork() == 0) {
    signal(SIGPIPE, SIG_IGN);
    _exit(write(fds[1], "x", 1) < 0 && errno == EPIPE ? 11 : 12);
  }
  wait(&status);
  printf("EPIPE %d\n", WEXITSTATUS(status));
  close(fds[1]);

  /* One position for both. */
  int file = open("shared.txt", O_RDWR | O_CREAT | O_TRUNC, 0600);
  write(file, "abcdef", 6);
  lseek(file, 0, SEEK_SET);
  if (fork() == 0) {
    read(file, text, 2);
    _exit(text[0]);
  }
  wait(&status);
  read(file, text, 1);
  printf("child read %c, then %c at %d\n", WEXITSTATUS(status), text[0], (int)lseek(file, 0, SEEK_CUR));
  unlink("shared.txt");

  /* Memory that is shared, and memory that is not. */
  volatile int *common = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  volatile int *own = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  common[0] = own[0] = 1;
  if (fork() == 0) {
    common[0]++;
    common[1100] = 5;
    own[0]++;
    while (common[1] == 0) usleep(100);
    common[2] = 9;
    _exit(0);
  }
  common[1] = 1;
  wait(&status);
  printf("common %d %d %d own %d\n", common[0], common[1100], common[2], own[0]);

  /* Signals from one to the other; a read that a handler interrupts, and one that goes on. */
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  sigaction(SIGUSR1, &action, NULL);
  action.sa_flags = SA_RESTART;
  sigaction(SIGUSR2, &action, NULL);
  for (int restarts = 0; restarts < 2; restarts++) {
    pipe(fds);
    pid_t child = fork();
    if (child == 0) {
      usleep(20000);
      kill(getppid(), restarts ? SIGUSR2 : SIGUSR1);
      usleep(20000);
      write(fds[1], "z", 1);
      _exit(0);
    }
    got = 0;
    ssize_t count = read(fds[0], text, 1);
    printf("read %d %s, signal %d\n", (int)count, count < 0 && errno == EINTR ? "EINTR" : "", (int)got);
    waitpid(child, &status, 0);
    close(fds[0]);
    close(fds[1]);
  }

  /* Waiting for several. */
  pipe(fds);
  if (fork() == 0) {
    usleep(10000);
    write(fds[1], "p", 1);
    _exit(0);
  }
  struct pollfd polled = {fds[0], POLLIN, 0};
  printf("poll %d", poll(&polled, 1, 0));
  printf(" %d", poll(&polled, 1, 5000));
  printf(" %d\n", polled.revents == POLLIN);
  close(fds[1]);
  read(fds[0], text, 1);
  polled.revents = 0;
  printf("hung up %d %d\n", poll(&polled, 1, -1), polled.revents == POLLHUP);
  wait(&status);
  close(fds[0]);

  pipe(fds);
  fcntl(fds[0], F_SETFL, O_NONBLOCK);
  printf("empty %d %d\n", (int)read(fds[0], text, 1), errno == EAGAIN);
  if (fork() == 0) {
    usleep(5000);
    write(fds[1], "s", 1);
    _exit(0);
  }
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fds[0], &set);
  struct timeval limit = {5, 0};
  printf("select %d", select(fds[0] + 1, &set, NULL, NULL, &limit));
  printf(" read %d\n", (int)read(fds[0], text, 1));
  wait(&status);

  /* What sleeps longer ends later. */
  pipe(fds);
  for (int k = 3; k > 0; k--)
    if (fork() == 0) {
      usleep(k * 30000);
      char digit = '0' + k;
      write(fds[1], &digit, 1);
      _exit(0);
    }
  while (wait(&status) > 0);
  read(fds[0], text, 3);
  printf("in order %.3s\n", text);
  return 0;
}
