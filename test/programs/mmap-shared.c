/* Mappings of files: private and shared, seen through read and write, resized, moved and cut. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static void tell(const char *what, long result) {
  if (result == -1) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %ld\n", what, result);
}
static void show(int fd, long at, int count) {
  char text[64] = "";
  int got = pread(fd, text, count, at);
  printf("%ld+%d:", at, got);
  for (int k = 0; k < got; k++) printf(" %02x", (unsigned char)text[k]);
  printf("\n");
}

int main(void) {
  int fd = open("data", O_RDWR | O_CREAT | O_TRUNC, 0644);
  tell("ftruncate", ftruncate(fd, 10000));
  char *shared = mmap(0, 10000, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  char *own = mmap(0, 10000, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
  strcpy(shared, "stored in the mapping");
  strcpy(own + 5000, "private to me");
  show(fd, 0, 10);
  show(fd, 5000, 4);
  tell("pwrite", pwrite(fd, "WRITTEN", 7, 4094));
  printf("%.7s\n", shared + 4094);
  tell("msync", msync(shared, 10000, MS_SYNC));
  tell("write at the end", pwrite(fd, "tail", 4, 9998));
  struct stat st;
  fstat(fd, &st);
  printf("size %ld: %.2s\n", (long)st.st_size, shared + 9998);
  tell("munmap first page", munmap(shared, 4096));
  show(fd, 0, 21);
  shared[4096] = 'x';
  shared[8191] = 'y';
  tell("munmap last page", munmap(shared + 8192, 4096));
  show(fd, 4096, 4);
  show(fd, 8190, 4);
  char *moved = mremap(shared + 4096, 4096, 8192, MREMAP_MAYMOVE);
  printf("moved: %c %c %.2s\n", moved[0], moved[4095], moved + 4096 + (9998 - 8192));
  moved[4096] = 'z';
  show(fd, 8191, 3);
  tell("close", close(fd));
  moved[1] = '!';
  fd = open("data", O_RDWR);
  show(fd, 4096, 3);
  char *second = mmap(0, 4096, PROT_READ, MAP_SHARED, fd, 4096);
  printf("second: %c%c\n", second[0], second[1]);
  tell("mprotect", mprotect(second, 4096, PROT_READ | PROT_WRITE));
  tell("unlink", unlink("data"));
  tell("truncate", ftruncate(fd, 4097));
  tell("longer", ftruncate(fd, 9000));
  printf("after truncating: %d %d\n", moved[0], moved[1]);
  tell("munmap", munmap(moved, 8192));
  int memory = memfd_create("name", 0);
  tell("memfd", ftruncate(memory, 4096));
  int *words = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, memory, 0);
  for (int k = 0; k < 1024; k++) words[k] = k * k;
  int word;
  pread(memory, &word, 4, 4 * 1000);
  printf("%d\n", word);
  int ro = open("ro", O_RDONLY | O_CREAT, 0644);
  tell("read-only shared", (long)mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, ro, 0));
  tell("odd offset", (long)mmap(0, 4096, PROT_READ, MAP_SHARED, memory, 100));
  char *anonymous = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  anonymous[5] = 5;
  tell("madvise", madvise(own, 10000, MADV_DONTNEED));
  unsigned char pages[3];
  tell("mincore", mincore(own, 4096, pages));
  return anonymous[5];
}
