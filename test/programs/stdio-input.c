// Reading all of standard input by different ways.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  int c = getchar();
  printf("%c", c);
  char line[64];
  printf("%s", fgets(line, sizeof line, stdin));
  int n;
  double d;
  char word[10];
  printf("%d", scanf("%d %lf %9s", &n, &d, word));
  printf(" %d %g %s\n", n, d, word);
  int spaces = 0;
  while ((c = getchar()) != EOF && c == '\n') spaces++;
  ungetc(c, stdin);
  printf("%d %d\n", spaces, (int)fread(line, 1, sizeof line, stdin));
  printf("%.4s %d %d\n", line, feof(stdin) != 0, getchar());
  clearerr(stdin);
  printf("%d\n", (int)read(0, line, 10));
  fprintf(stderr, "to standard error\n");
  return 7;
}
