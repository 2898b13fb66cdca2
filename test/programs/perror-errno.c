// What perror leaves in errno: glibc 2.36 opens a stream of its own over standard error's descriptor for reading and writing, which
// fails where the descriptor is for writing only, and only as long as nothing has been written to stderr itself.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
static void twice(const char *what) {
  int first, second;
  errno = ENOENT; perror("one"); first = errno;
  errno = ENOENT; perror("two"); second = errno;
  printf("%s: %d %d\n", what, first, second);
}
static void onto(const char *mode, int flags) {
  if (freopen("errors", mode, stderr) == NULL) printf("freopen %d\n", errno);
  int fd = open("errors", flags);
  dup2(fd, 2); close(fd);
}
int main(void) {
  int ends[2];
  unlink("errors");
  onto("w", O_RDWR); twice("reading and writing");
  onto("w", O_WRONLY); twice("writing");
  onto("w", O_RDWR); fputs("text\n", stderr); twice("used, reading and writing");
  onto("w", O_WRONLY); fputs("text\n", stderr); twice("used, writing");
  onto("w", O_RDONLY); twice("reading");
  onto("w", O_WRONLY); pipe(ends); dup2(ends[1], 2); twice("pipe");
  onto("w", O_WRONLY); close(2); twice("closed");
  unlink("errors");
  return 0;
}
