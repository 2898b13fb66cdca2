// malloc and its relatives: many sizes, growing, shrinking, alignment, large ones by mmap.
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned seed = 1;
static unsigned next(void) { return seed = seed * 1103515245 + 12345; }

int main(void) {
  enum { COUNT = 200 };
  static unsigned char *blocks[COUNT];
  static size_t sizes[COUNT];
  unsigned long sum = 0;
  for (int round = 0; round < 3000; round++) {
    int k = (next() >> 16) % COUNT;
    size_t size = (next() >> 8) % ((round % 100) ? 600 : 300000);
    if (blocks[k] && (round & 1)) {
      for (size_t at = 0; at < sizes[k]; at += 97) sum += blocks[k][at];
      free(blocks[k]);
      blocks[k] = 0;
    } else {
      size_t old = blocks[k] ? sizes[k] : 0;
      blocks[k] = realloc(blocks[k], size + 1);
      if (old < size) memset(blocks[k] + old, k, size - old);
      sizes[k] = size;
    }
  }
  printf("%lu\n", sum);
  for (int k = 0; k < COUNT; k++) free(blocks[k]);
  char *zero = calloc(1000, 1000);
  for (int k = 0; k < 1000000; k += 1000) sum += zero[k];
  free(zero);
  void *aligned;
  int result = posix_memalign(&aligned, 4096, 100);
  printf("%d %d\n", result, (int)((uintptr_t)aligned & 4095));
  free(aligned);
  printf("%d %d\n", malloc((size_t)-1 - 100) == 0, calloc((size_t)-1 / 4, 8) == 0);
  char *text = strdup("copy");
  text = realloc(text, 5000000);
  printf("%s %d\n", text, malloc_usable_size(text) >= 5000000);
  free(text);
  printf("%lu\n", sum);
  return 0;
}
