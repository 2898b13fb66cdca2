// Scheduling policies and priorities of input and output, descriptors of processes, openat2 and epoll_pwait2: what an ordinary
// user may, with results and errors.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_epoll_pwait2
#define SYS_epoll_pwait2 441
#endif

/* From the kernel's headers, which musl's compiler does not find. */
struct open_how {
  uint64_t flags, mode, resolve;
};
#define RESOLVE_NO_SYMLINKS 4
#define RESOLVE_BENEATH 8
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#ifndef SYS_pidfd_send_signal
#define SYS_pidfd_send_signal 424
#endif
#ifndef SYS_openat2
#define SYS_openat2 437
#endif

static void show(const char *what, long result) {
  if (result < 0) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %ld\n", what, result);
}

static void policies(void) {
  struct sched_param none = {0}, some = {5};
  show("policy", syscall(SYS_sched_getscheduler, 0));
  show("batch", syscall(SYS_sched_setscheduler, 0, SCHED_BATCH, &none));
  show("policy", syscall(SYS_sched_getscheduler, 0));
  show("other", syscall(SYS_sched_setscheduler, 0, SCHED_OTHER, &none));
  show("other with a priority", syscall(SYS_sched_setscheduler, 0, SCHED_OTHER, &some));
  show("no parameters", syscall(SYS_sched_setscheduler, 0, SCHED_OTHER, NULL));
  show("bad address", syscall(SYS_sched_setscheduler, 0, SCHED_OTHER, (void *)8));
  show("fifo without a priority", syscall(SYS_sched_setscheduler, 0, SCHED_FIFO, &none));
  show("unknown policy", syscall(SYS_sched_setscheduler, 0, 77, &none));
  show("negative process", syscall(SYS_sched_setscheduler, -1, SCHED_OTHER, &none));
  show("no process", syscall(SYS_sched_setscheduler, 999999, SCHED_OTHER, &none));
  show("parameters", syscall(SYS_sched_setparam, 0, &none));
  show("parameters of others", syscall(SYS_sched_setparam, 0, &some));
  uint32_t attributes[14] = {0};
  show("attributes", syscall(SYS_sched_getattr, 0, attributes, sizeof attributes, 0));
  printf("%u %u %u %u\n", attributes[0], attributes[1], attributes[4], attributes[5]);
  show("too little room", syscall(SYS_sched_getattr, 0, attributes, 8, 0));
  memset(attributes, 0, sizeof attributes);
  attributes[0] = 48;
  attributes[1] = SCHED_BATCH;
  attributes[4] = 3;
  show("set attributes", syscall(SYS_sched_setattr, 0, attributes, 0));
  show("policy", syscall(SYS_sched_getscheduler, 0));
  show("niceness", 20 - syscall(SYS_getpriority, 0, 0));
  attributes[1] = 88;
  show("unknown policy", syscall(SYS_sched_setattr, 0, attributes, 0));
  show("flags", syscall(SYS_sched_setattr, 0, attributes, 1));
  show("io", syscall(SYS_ioprio_get, 1, 0));
  show("set io", syscall(SYS_ioprio_set, 1, 0, (2 << 13) | 6));
  show("io", syscall(SYS_ioprio_get, 1, 0));
  show("idle io", syscall(SYS_ioprio_set, 1, 0, 3 << 13));
  show("bad io", syscall(SYS_ioprio_set, 1, 0, 5 << 13));
  show("io of whom", syscall(SYS_ioprio_get, 9, 0));
  show("io of nobody", syscall(SYS_ioprio_get, 1, 999999));
}

static void processes(void) {
  show("flags", syscall(SYS_pidfd_open, getpid(), 77));
  show("nobody", syscall(SYS_pidfd_open, 999999, 0));
  show("zero", syscall(SYS_pidfd_open, 0, 0));
  int ends[2];
  if (pipe(ends) != 0) return;
  pid_t child = fork();
  if (child == 0) {
    char byte;
    if (read(ends[0], &byte, 1) != 1) _exit(1);
    _exit(7);
  }
  int descriptor = syscall(SYS_pidfd_open, child, 0);
  printf("descriptor %d, close on exec %d\n", descriptor >= 0, fcntl(descriptor, F_GETFD));
  struct pollfd one = {descriptor, POLLIN, 0};
  show("poll", poll(&one, 1, 0));
  char byte = 'x';
  show("read", read(descriptor, &byte, 1));
  show("exists", syscall(SYS_pidfd_send_signal, descriptor, 0, NULL, 0));
  show("not a descriptor of a process", syscall(SYS_pidfd_send_signal, ends[0], 0, NULL, 0));
  show("write", write(ends[1], &byte, 1));
  show("poll", poll(&one, 1, -1));
  printf("events %x\n", one.revents);
  siginfo_t info;
  memset(&info, 0, sizeof info);
  show("wait", waitid(3 /* P_PIDFD */, descriptor, &info, WEXITED));
  printf("%d %d %d\n", info.si_pid == child, info.si_code, info.si_status);
  show("gone", syscall(SYS_pidfd_send_signal, descriptor, 0, NULL, 0));
  show("wait again", waitid(3 /* P_PIDFD */, descriptor, &info, WEXITED));
  show("wait for what", waitid(3 /* P_PIDFD */, ends[0], &info, WEXITED));
  child = fork();
  if (child == 0) {
    pause();
    _exit(1);
  }
  descriptor = syscall(SYS_pidfd_open, child, 0);
  show("kill", syscall(SYS_pidfd_send_signal, descriptor, SIGTERM, NULL, 0));
  int status;
  waitpid(child, &status, 0);
  printf("signal %d\n", WTERMSIG(status));
}

static void files(void) {
  struct open_how how = {.flags = O_RDWR | O_CREAT, .mode = 0600};
  int file = syscall(SYS_openat2, AT_FDCWD, "new", &how, sizeof how);
  printf("opened %d\n", file >= 0);
  how.mode = 0;
  how.flags = O_RDONLY;
  show("small", syscall(SYS_openat2, AT_FDCWD, "new", &how, 8));
  how.mode = 0600;
  show("mode without O_CREAT", syscall(SYS_openat2, AT_FDCWD, "new", &how, sizeof how));
  how.mode = 0;
  how.resolve = 0x1000;
  show("unknown resolve", syscall(SYS_openat2, AT_FDCWD, "new", &how, sizeof how));
  how.resolve = RESOLVE_BENEATH;
  show("absolute", syscall(SYS_openat2, AT_FDCWD, "/dev/null", &how, sizeof how));
  how.resolve = RESOLVE_NO_SYMLINKS;
  if (symlink("new", "link") != 0) return;
  show("link", syscall(SYS_openat2, AT_FDCWD, "link", &how, sizeof how));
  how.resolve = 0;
  how.flags = 1ull << 40;
  show("unknown flags", syscall(SYS_openat2, AT_FDCWD, "new", &how, sizeof how));
  unlink("link");
  unlink("new");
  int set = epoll_create1(0), ends[2];
  if (pipe(ends) != 0) return;
  struct epoll_event event = {.events = EPOLLIN, .data.u64 = 5};
  epoll_ctl(set, EPOLL_CTL_ADD, ends[0], &event);
  int64_t time[2] = {0, 1000};
  show("epoll", syscall(SYS_epoll_pwait2, set, &event, 1, time, NULL, 8));
  show("written", write(ends[1], "x", 1));
  show("epoll", syscall(SYS_epoll_pwait2, set, &event, 1, NULL, NULL, 8));
  printf("%d\n", (int)event.data.u64);
  time[1] = -1;
  show("time", syscall(SYS_epoll_pwait2, set, &event, 1, time, NULL, 8));
}

int main(void) {
  policies();
  processes();
  files();
  return 0;
}
