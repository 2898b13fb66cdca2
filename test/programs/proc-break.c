/* What maps calls the program break, when part of it is mapped over and given other rights. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static void show(const char *what, unsigned long from, unsigned long to) {
  static char text[65536];
  int length = 0, count;
  int maps = open("/proc/self/maps", O_RDONLY);
  while ((count = read(maps, text + length, sizeof text - 1 - length)) > 0) length += count;
  close(maps);
  text[length] = 0;
  printf("%s:\n", what);
  for (char *line = strtok(text, "\n"); line; line = strtok(0, "\n")) {
    unsigned long start, end;
    char rights[8], name[64] = "";
    sscanf(line, "%lx-%lx %7s %*s %*s %*s %63s", &start, &end, rights, name);
    if (end <= from || start >= to) continue;
    if (start < from) start = from;
    if (end > to) end = to;
    printf("  %lx-%lx %s %s\n", (start - from) >> 12, (end - from) >> 12, rights, name);
  }
}

int main(void) {
  const unsigned long page = 4096;
  /* From here on malloc, which moves the break itself, has what printf needs. */
  printf("pages of the break, rights, name\n");
  unsigned long old = (syscall(SYS_brk, 0) + page - 1) & -page;
  unsigned long end = old + 6 * page;
  if (syscall(SYS_brk, end) != end) return 1;
  show("break", old, end);
  mmap((void *)(old + page), page, PROT_NONE, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  mprotect((void *)(old + 3 * page), page, PROT_READ);
  show("mapped over", old, end);
  char *beside = mmap((void *)(end + 16 * page), page, PROT_READ, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  show("beside", (unsigned long)beside, (unsigned long)beside + page);
  return 0;
}
