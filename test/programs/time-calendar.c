// Calendar arithmetic with given times: what does not depend on the clock.
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void) {
  time_t times[] = {0, 86399, 951782400, 1000000000, 1700000000, 2147483647, -1};
  char text[100];
  for (int k = 0; k < 7; k++) {
    struct tm *tm = gmtime(&times[k]);
    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %y %I %p %C %e %D %T %R %u %w %%", tm);
    printf("%s\n", text);
    printf("%s%ld\n", asctime(tm), (long)timegm(tm));
    tm = localtime(&times[k]);
    strftime(text, sizeof text, "%c %x %X %Z %z %G-W%V %s", tm);
    printf("%s %ld\n", text, (long)mktime(tm));
  }
  struct tm tm = {.tm_year = 124, .tm_mon = 14, .tm_mday = 35, .tm_hour = 25};
  time_t made = mktime(&tm);
  printf("%ld %s", (long)made, ctime(&made));
  memset(&tm, 0, sizeof tm);
  printf("%s|\n", strptime("2024-02-29 12:34:56 rest", "%Y-%m-%d %H:%M:%S", &tm));
  printf("%d %d %d %d\n", tm.tm_year, tm.tm_mon, tm.tm_yday, tm.tm_wday);
  printf("%g\n", difftime(100, 40));
  return 0;
}
