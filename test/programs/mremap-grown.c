/* mremap of what earlier calls have put together: grown in place again and again, over neighbours made by mmap that Linux
 * joins, and over such as it does not join. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096, ROOM = 32 * PAGE };

static char *base;

/* Pages in the middle of free room, so that they can grow. */
static char *pages(int at, int count, int protection, int flags, int fd, int offset) {
  char *p = mmap(base + at * PAGE, count * PAGE, protection, MAP_FIXED | flags, fd, offset * PAGE);
  if (p != MAP_FAILED && protection & PROT_WRITE && fd < 0) memset(p, 'a' + at, count * PAGE);
  return p;
}

static void grow(const char *what, char *p, int from, int to, int flags) {
  errno = 0;
  char *q = mremap(p, from * PAGE, to * PAGE, flags);
  if (q == MAP_FAILED) printf("%s %d to %d: %s\n", what, from, to, strerror(errno));
  else printf("%s %d to %d: %s, %d %d\n", what, from, to, q == p ? "in place" : "moved", q[0], q[from * PAGE - 1]);
}

int main(void) {
  base = mmap(0, ROOM, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(base, ROOM);
  const int own = MAP_PRIVATE | MAP_ANONYMOUS, rw = PROT_READ | PROT_WRITE;
  char *p = pages(0, 1, rw, own, -1, 0);
  for (int k = 1; k < 5; k++) grow("again", p, k, k + 1, k % 2 ? 0 : MREMAP_MAYMOVE);
  p[5 * PAGE - 1] = 77;
  grow("again", p, 5, 6, 0);
  munmap(base, ROOM);

  p = pages(0, 1, rw, own, -1, 0);
  pages(1, 1, rw, own, -1, 0);
  pages(2, 2, rw, own, -1, 0);
  grow("neighbours", p, 4, 5, 0);
  grow("one of them", p + PAGE, 1, 2, 0);
  grow("moved", p + PAGE, 3, 6, MREMAP_MAYMOVE);
  munmap(base, ROOM);

  p = pages(0, 1, rw, own, -1, 0);
  pages(1, 1, PROT_READ, own, -1, 0);
  grow("other rights", p, 2, 3, MREMAP_MAYMOVE);
  mprotect(p + PAGE, PAGE, rw);
  grow("the same again", p, 2, 3, 0);
  grow("beyond the end", p, 5, 6, 0);
  munmap(base, ROOM);

  int fd = open("grown", O_RDWR | O_CREAT, 0600);
  for (int k = 0; k < 8; k++) {
    char page[PAGE];
    memset(page, '0' + k, PAGE);
    if (write(fd, page, PAGE) != PAGE) return 1;
  }
  p = pages(0, 1, rw, MAP_SHARED, fd, 0);
  grow("file", p, 1, 2, 0);
  grow("file", p, 2, 4, 0);
  p[3 * PAGE] = '!';
  munmap(base, ROOM);
  p = pages(0, 1, rw, MAP_PRIVATE, fd, 2);
  pages(1, 1, rw, MAP_PRIVATE, fd, 3);
  grow("file's neighbours", p, 2, 3, 0);
  munmap(base, ROOM);
  p = pages(0, 1, rw, MAP_PRIVATE, fd, 2);
  pages(1, 1, rw, MAP_PRIVATE, fd, 5);
  grow("other places", p, 2, 3, 0);
  printf("%c\n", p[PAGE]);
  unlink("grown");
  return 0;
}
