/* POSIX message queues: names, sizes, priorities, limits of time, a signal for a first message, between processes. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void tell(const char *what, long result) {
  if (result == -1) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %ld\n", what, result);
}
static void on_message(int signal, siginfo_t *info, void *context) {
  printf("signal %d, code %d, value %d, own %d\n", signal, info->si_code, info->si_value.sival_int,
         info->si_pid == getpid());
}
static void take(mqd_t queue, size_t room) {
  char text[64] = "";
  unsigned priority = 99;
  ssize_t length = mq_receive(queue, text, room, &priority);
  if (length < 0) tell("receive", -1);
  else printf("received %d at %u: %.*s\n", (int)length, priority, (int)length, text);
}

int main(void) {
  setvbuf(stdout, 0, _IONBF, 0);
  struct mq_attr size = {.mq_maxmsg = 4, .mq_msgsize = 32}, about;
  mq_unlink("/asm-queue");
  tell("not there", mq_open("/asm-queue", O_RDWR));
  tell("no slash", mq_open("asm-queue", O_RDWR));
  mqd_t queue = mq_open("/asm-queue", O_RDWR | O_CREAT | O_EXCL | O_NONBLOCK, 0600, &size);
  tell("made", queue >= 0);
  tell("again", mq_open("/asm-queue", O_RDWR | O_CREAT | O_EXCL, 0600, &size));
  size.mq_maxmsg = 0;
  tell("no room", mq_open("/asm-other", O_RDWR | O_CREAT, 0600, &size));
  take(queue, 32);
  tell("send", mq_send(queue, "low", 3, 1));
  tell("send", mq_send(queue, "high", 4, 7));
  tell("send", mq_send(queue, "high too", 8, 7));
  tell("empty message", mq_send(queue, "", 0, 3));
  tell("full", mq_send(queue, "x", 1, 3));
  tell("too long", mq_send(queue, "123456789012345678901234567890123", 33, 1));
  tell("too urgent", mq_send(queue, "x", 1, 40000));
  mq_getattr(queue, &about);
  printf("%ld %ld %ld %ld\n", about.mq_flags == O_NONBLOCK, about.mq_maxmsg, about.mq_msgsize, about.mq_curmsgs);
  take(queue, 31);
  for (int k = 0; k < 4; k++) take(queue, 32);
  about.mq_flags = 0;
  tell("waits from now on", mq_setattr(queue, &about, 0));
  struct timespec soon;
  char text[32];
  clock_gettime(CLOCK_REALTIME, &soon);
  soon.tv_nsec += 2000000;
  if (soon.tv_nsec >= 1000000000) soon.tv_sec++, soon.tv_nsec -= 1000000000;
  tell("for a time", mq_timedreceive(queue, text, 32, 0, &soon));
  soon.tv_nsec = 1000000000;
  tell("no time", mq_timedreceive(queue, text, 32, 0, &soon));
  struct sigaction action = {.sa_sigaction = on_message, .sa_flags = SA_SIGINFO};
  sigaction(SIGUSR1, &action, 0);
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1, .sigev_value.sival_int = 42};
  tell("notify", mq_notify(queue, &event));
  tell("twice", mq_notify(queue, &event));
  mq_send(queue, "one", 3, 0);
  mq_send(queue, "two", 3, 0);
  tell("anew", mq_notify(queue, &event));
  tell("no more", mq_notify(queue, 0));
  take(queue, 32);
  take(queue, 32);
  pid_t child = fork();
  if (child == 0) {
    mqd_t own = mq_open("/asm-queue", O_WRONLY);
    tell("read a writer", mq_receive(own, text, 32, 0));
    usleep(2000);
    mq_send(own, "from the child", 14, 5);
    _exit(3);
  }
  take(queue, 32);
  int status;
  waitpid(child, &status, 0);
  printf("status %x\n", status);
  tell("unlink", mq_unlink("/asm-queue"));
  tell("unlink", mq_unlink("/asm-queue"));
  tell("still there", mq_send(queue, "x", 1, 0));
  tell("as a file", write(queue, "x", 1));
  tell("close", mq_close(queue));
  tell("close", mq_close(queue));
  tell("gone", mq_open("/asm-queue", O_RDWR));
  return 0;
}
