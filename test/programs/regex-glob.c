// Larger parts of the C library: regular expressions, fnmatch, getopt, locale, iconv-free conversions.
#define _GNU_SOURCE
#include <fnmatch.h>
#include <getopt.h>
#include <libgen.h>
#include <locale.h>
#include <regex.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  regex_t expression;
  regmatch_t match[4];
  printf("%d\n", regcomp(&expression, "([a-z]+)-([0-9]{2,4})(x|y)?", REG_EXTENDED));
  const char *texts[] = {"abc-123y", "no match", "z-99", "--abc-1"};
  for (int k = 0; k < 4; k++) {
    int result = regexec(&expression, texts[k], 4, match, 0);
    printf("%s: %d", texts[k], result);
    if (!result) printf(" %d-%d %d-%d", (int)match[1].rm_so, (int)match[1].rm_eo, (int)match[3].rm_so, (int)match[3].rm_eo);
    puts("");
  }
  regfree(&expression);
  printf("%d %d\n", fnmatch("*.c", "file.c", 0), fnmatch("[!a]?", "ab", 0) != 0);
  char *argv[] = {"prog", "-a", "-b", "value", "--long=5", "rest", 0};
  struct option options[] = {{"long", required_argument, 0, 'l'}, {0}};
  for (int c; (c = getopt_long(6, argv, "ab:", options, 0)) != -1;) printf("%c %s\n", c, optarg ? optarg : "-");
  printf("%d %s\n", optind, argv[optind]);
  printf("%s\n", setlocale(LC_ALL, "C"));
  char path[] = "/usr/lib/file.txt", other[] = "/usr/lib/";
  printf("%s %s\n", basename(path), dirname(other));
  struct lconv *conventions = localeconv();
  printf("%s\n", conventions->decimal_point);
  printf("%d\n", mblen("a", 1));
  return 0;
}
