// scanf's conversions and what is left after a mismatch.
#include <stdio.h>

int main(void) {
  char line[100], word[20], set[20], c;
  int a = 0, b = 0, n = 0, count;
  unsigned u;
  long l;
  double d;
  float f;
  count = scanf("%s %9s", line, word);
  printf("%d %s %s\n", count, line, word);
  count = scanf("%d%f%s", &a, &f, word);
  printf("%d %d %g %s\n", count, a, f, word);
  count = scanf("%c%3[a-z]", &c, set);
  printf("%d %d %s\n", count, c, set);
  printf("%d\n", scanf("%d", &b));
  count = scanf("%s", word);
  printf("%d %s %d\n", count, word, scanf("%d", &a));
  count = sscanf("0x1f 017 99 -5 1e3 0x1.8p3", "%i %i %u %ld %lf %f", &a, &b, &u, &l, &d, &f);
  printf("%d %d %d %u %ld %g %g\n", count, a, b, u, l, d, f);
  count = sscanf("key=value; 12:34", "%[^=]=%[^;]; %2d:%2d%n", line, word, &a, &b, &n);
  printf("%d %s %s %d %d %d\n", count, line, word, a, b, n);
  count = sscanf("12abc", "%d%*c%s", &a, word);
  printf("%d %d %s\n", count, a, word);
  printf("%d %d\n", sscanf("", "%d", &a), sscanf("x", "%d", &a));
  count = sscanf("1.5e inf nan(1)", "%lf%s", &d, word);
  printf("%d\n", count);
  count = sscanf("infinity", "%lf", &d);
  printf("%d %f\n", count, d);
  return 0;
}
