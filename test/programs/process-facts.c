// Arguments, environment, the auxiliary vector, limits, names: what does not differ between machines.
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv) {
  for (int k = 1; k < argc; k++) printf("[%s]", argv[k]);
  printf(" %d %d\n", argc, argv[argc] == 0);
  setenv("NEW", "value", 1);
  printf("%s %d\n", getenv("NEW"), getenv("SURELY_NOT_SET") == 0);
  unsetenv("NEW");
  printf("%lu %lu %d %d\n", getauxval(AT_PAGESZ), getauxval(AT_CLKTCK), getauxval(AT_RANDOM) != 0, getauxval(AT_PHDR) != 0);
  printf("%d %d\n", getauxval(AT_ENTRY) != 0, getauxval(AT_SECURE) == 0);
  struct utsname names;
  uname(&names);
  printf("%s\n", names.sysname);
  struct rlimit limit;
  printf("%d %d\n", getrlimit(RLIMIT_STACK, &limit), limit.rlim_cur == 8 << 20);
  struct sysinfo info;
  printf("%d %d\n", sysinfo(&info), info.totalram > 0);
  char name[17] = "";
  prctl(PR_SET_NAME, "renamed");
  prctl(PR_GET_NAME, name);
  printf("%s %d %d\n", name, getpid() > 0, getppid() > 0);
  printf("%ld %d\n", sysconf(_SC_PAGESIZE), sysconf(_SC_NPROCESSORS_ONLN) > 0);
  printf("%d %d\n", wait(0), errno == ECHILD);
  atexit((void (*)(void))fflush);
  printf("%d\n", getuid() == geteuid() && getgid() == getegid());
  char buffer[20];
  printf("%d\n", getentropy(buffer, 16));
  abort();
}
