/* Edges of epoll, what System V tells of its limits, a forbidden clock, ways of opening. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <ucontext.h>
#include <unistd.h>
#ifdef __x86_64__
#define IP REG_RIP
#define AX REG_RAX
#else
#define IP REG_EIP
#define AX REG_EAX
#endif

static int epoll;
static void watch(int fd, uint32_t events, int operation) {
  struct epoll_event event = {.events = events, .data.fd = fd};
  if (epoll_ctl(epoll, operation, fd, &event)) printf("epoll_ctl: %s\n", strerror(errno));
}
static void tell(const char *what) {
  struct epoll_event event[4];
  int count = epoll_wait(epoll, event, 4, 0);
  printf("%s: %d", what, count);
  for (int k = 0; k < count; k++) printf(" %x", event[k].events);
  printf("\n");
}

static void edges(void) {
  int pair[2];
  char bytes[8];
  uint64_t number = 1;
  pipe(pair);
  epoll = epoll_create1(0);
  watch(pair[0], EPOLLIN | EPOLLET, EPOLL_CTL_ADD);
  tell("nothing");
  write(pair[1], "abc", 3);
  tell("written");
  tell("told already");
  read(pair[0], bytes, 1);
  tell("read a part");
  write(pair[1], "d", 1);
  tell("written more");
  watch(pair[0], EPOLLIN | EPOLLET, EPOLL_CTL_MOD);
  tell("asked anew");
  read(pair[0], bytes, 8);
  tell("empty");
  write(pair[1], "e", 1);
  tell("full again");
  close(pair[1]);
  tell("hung up");
  tell("told already");
  close(pair[0]);
  int event = eventfd(1, 0);
  watch(event, EPOLLIN | EPOLLOUT | EPOLLET, EPOLL_CTL_ADD);
  tell("counter");
  tell("told already");
  write(event, &number, 8);
  tell("more");
  read(event, &number, 8);
  number = 5;
  write(event, &number, 8);
  tell("read and written");
  close(event);
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  watch(pair[0], EPOLLIN | EPOLLET, EPOLL_CTL_ADD);
  watch(pair[1], EPOLLIN | EPOLLET | EPOLLONESHOT, EPOLL_CTL_ADD);
  write(pair[1], "xy", 2);
  write(pair[0], "z", 1);
  tell("both");
  write(pair[0], "z", 1);
  tell("once only");
  write(pair[1], "xy", 2);
  tell("again");
}

static void limits(void) {
  union { int value; struct seminfo *info; } argument;
  struct seminfo sem;
  struct shminfo shm;
  struct msginfo msg;
  argument.info = &sem;
  int known = semctl(0, 0, IPC_INFO, argument) >= 0;
  printf("%d %d %d %d\n", known, sem.semmni, sem.semmsl, sem.semvmx);
  known = shmctl(0, IPC_INFO, (void *)&shm) >= 0;
  printf("%d %d %d\n", known, (int)shm.shmmin, (int)shm.shmmni);
  known = msgctl(0, IPC_INFO, (void *)&msg) >= 0;
  printf("%d %d %d\n", known, msg.msgmax, msg.msgmnb);
}

static void on_fault(int signal, siginfo_t *info, void *context) {
  ucontext_t *about = context;
  unsigned char *code = (void *)about->uc_mcontext.gregs[IP];
  printf("signal %d, code %d: %02x %02x\n", signal, info->si_code, code[0], code[1]);
  about->uc_mcontext.gregs[AX] = 42;
  about->uc_mcontext.gregs[IP] += code[1] == 0x31 ? 2 : 3;
}
static void clock_of_the_cpu(void) {
  struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
  unsigned low, high, mode = 0;
  sigaction(SIGSEGV, &action, 0);
  prctl(PR_GET_TSC, &mode);
  printf("mode %d\n", mode);
  for (int k = 0; k < 3; k++) {
    printf("set %d\n", prctl(PR_SET_TSC, k == 1 ? PR_TSC_SIGSEGV : PR_TSC_ENABLE));
    asm volatile("rdtsc" : "=a"(low), "=d"(high));
    if (k == 1) printf("%u\n", low);
    asm volatile("rdtscp" : "=a"(low), "=d"(high) : : "ecx");
    prctl(PR_GET_TSC, &mode);
    printf("mode %d\n", mode);
  }
  printf("unknown: %d\n", prctl(PR_SET_TSC, 7));
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  edges();
  limits();
  clock_of_the_cpu();
  return 0;
}
