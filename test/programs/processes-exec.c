/* execve of the program itself: arguments, environment, what is kept and what is not; popen's parts by hand. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static int number = 1;
static void handler(int signal) { (void)signal; }

static int second(int argc, char **argv) {
  printf("second: %d arguments, last %s, number %d\n", argc, argv[argc - 1], number);
  for (char **one = environ; *one; one++) printf("environment %s\n", *one);
  struct sigaction action;
  sigaction(SIGUSR1, NULL, &action);
  printf("handler %s", action.sa_handler == SIG_DFL ? "reset" : "kept");
  sigaction(SIGUSR2, NULL, &action);
  printf(", ignored %s\n", action.sa_handler == SIG_IGN ? "still" : "no more");
  sigset_t blocked;
  sigprocmask(SIG_BLOCK, NULL, &blocked);
  printf("blocked %d\n", sigismember(&blocked, SIGTERM));
  printf("kept %d closed %d\n", fcntl(10, F_GETFD), fcntl(11, F_GETFD));
  fflush(stdout);
  _exit(21);
}

int main(int argc, char **argv) {
  if (argc > 1 && strcmp(argv[1], "second") == 0) return second(argc, argv);
  if (argc > 1 && strcmp(argv[1], "filter") == 0) {
    int c;
    while ((c = getchar()) != EOF) putchar(c >= 'a' && c <= 'z' ? c - 32 : c);
    return 0;
  }
  setvbuf(stdout, NULL, _IONBF, 0);
  int status;
  char *nothing[] = {"nothing", NULL};
  printf("not there %d %d\n", execv("/no/such/program", nothing), errno == ENOENT);
  int file = open("text", O_RDWR | O_CREAT, 0600);
  write(file, "just text\n", 10);
  close(file);
  printf("no right %d %d\n", execv("./text", nothing), errno == EACCES);
  chmod("text", 0700);
  printf("no program %d %d\n", execv("./text", nothing), errno == ENOEXEC);
  unlink("text");
  printf("a directory %d %d\n", execv("/tmp", nothing), errno == EACCES);

  signal(SIGUSR1, handler);
  signal(SIGUSR2, SIG_IGN);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigprocmask(SIG_BLOCK, &set, NULL);
  dup2(1, 10);
  dup2(1, 11);
  fcntl(11, F_SETFD, FD_CLOEXEC);
  number = 2;
  pid_t child = fork();
  if (child == 0) {
    char *arguments[] = {"name", "second", "with spaces here", NULL};
    char *environment[] = {"A=1", "B=two words", NULL};
    execve("/proc/self/exe", arguments, environment);
    _exit(99);
  }
  waitpid(child, &status, 0);
  printf("status %d\n", WEXITSTATUS(status));

  int to[2], from[2];
  pipe(to);
  pipe(from);
  child = vfork();
  if (child == 0) {
    dup2(to[0], 0);
    dup2(from[1], 1);
    close(to[0]), close(to[1]), close(from[0]), close(from[1]);
    execl("/proc/self/exe", "name", "filter", (char *)NULL);
    _exit(99);
  }
  close(to[0]);
  close(from[1]);
  write(to[1], "hello, world\n", 13);
  close(to[1]);
  char text[64];
  ssize_t count = read(from[0], text, sizeof text);
  waitpid(child, &status, 0);
  printf("filtered %.*s", (int)count, text);
  printf("status %d\n", WEXITSTATUS(status));
  execl("/proc/self/exe", "name", "second", (char *)NULL);
  return 1;
}
