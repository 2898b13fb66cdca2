// qsort, bsearch, division, numbers from text.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int byInt(const void *a, const void *b) { return (*(int *)a > *(int *)b) - (*(int *)a < *(int *)b); }
static int byText(const void *a, const void *b) { return strcmp(*(char **)a, *(char **)b); }
struct wide { char pad[40]; double key; };
static int byKey(const void *a, const void *b) {
  double d = ((struct wide *)a)->key - ((struct wide *)b)->key;
  return d < 0 ? -1 : d > 0;
}

int main(void) {
  static int numbers[5000];
  unsigned seed = 7;
  for (int k = 0; k < 5000; k++) numbers[k] = (int)(seed = seed * 1664525u + 1013904223u) >> 8;
  qsort(numbers, 5000, sizeof *numbers, byInt);
  int sorted = 1;
  for (int k = 1; k < 5000; k++) sorted &= numbers[k - 1] <= numbers[k];
  int *found = bsearch(&numbers[1234], numbers, 5000, sizeof *numbers, byInt);
  printf("%d %d %d\n", sorted, found != 0, numbers[0]);
  const char *words[] = {"pear", "apple", "fig", "kiwi", "banana", "date"};
  qsort(words, 6, sizeof *words, byText);
  for (int k = 0; k < 6; k++) printf("%s ", words[k]);
  static struct wide wides[100];
  for (int k = 0; k < 100; k++) wides[k].key = (k * 37) % 100 + 0.5;
  qsort(wides, 100, sizeof *wides, byKey);
  printf("\n%g %g\n", wides[0].key, wides[99].key);
  div_t d = div(-7, 2);
  lldiv_t l = lldiv(1000000000000LL, 7);
  printf("%d %d %lld %lld %d %ld\n", d.quot, d.rem, l.quot, l.rem, abs(-3), labs(-4L));
  char *end;
  printf("%ld %ld %lu %lld\n", strtol("  -0x1Fz", &end, 0), strtol("z", 0, 36), strtoul("-1", 0, 10) & 0xffff,
         strtoll("9223372036854775808", 0, 10));
  printf("%d %s\n", errno == ERANGE, end);
  printf("%.17g %.17g %g %g\n", strtod("3.14159265358979", &end), strtod("1e-310", 0), strtod("0x1p-3", 0), strtod("1e999", 0));
  printf("%.9g %.21Lg\n", strtof("16777217", 0), strtold("0.1", 0));
  printf("%d %g %ld\n", atoi("12x"), atof("1.5"), atol("-9"));
  srand(42);
  int a = rand(), b = rand();
  srand(42);
  printf("%d %d\n", a == rand() && b == rand(), RAND_MAX);
  srandom(1);
  printf("%ld %ld\n", random(), random());
  srand48(3);
  printf("%.10f %ld\n", drand48(), lrand48());
  return 0;
}
