// printf's conversions, widths, precisions and flags.
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

int main(void) {
  int n = 0;
  printf("%d %i %u %o %x %X %#x %#o %+d % d %05d %-5d| %c %s %.3s %10s|%-10s|%%\n", -1, 42, 42u, 8, 255, 255, 255, 8, 5, 5, 42, 42,
         'x', "text", "abcdef", "right", "left");
  printf("%hhd %hd %ld %lld %zu %jd %td\n", (char)300, (short)70000, 123456789L, LLONG_MIN, (size_t)7, (intmax_t)-9, (ptrdiff_t)3);
  printf("%*d|%-*d|%.*f|%.*s\n", 6, 1, 6, 2, 2, 3.14159, 2, "abc");
  printf("%f %e %g %G %a %.0f %#.0f %.10g\n", 1.5, 12345.678, 0.0001, 1e-10, 1.0, 2.5, 3.0, 1.0 / 3);
  printf("%Lf %Le %Lg %.20Lg\n", 1.25L, 1e100L, 1e-5L, 1.0L / 3);
  printf("%f %e %g %F\n", 1.0 / 0.0, -1.0 / 0.0, 0.0 / 0.0 < 0 ? 0.0 : 1.0, 1.0 / 0.0);
  printf("%5.1f|%-8.3e|%+.2f|% .2f|%08.3f\n", 9.96, 1234.5, 1.0, 2.0, -3.14159);
  printf("%p %n%d\n", (void *)0, &n, n);
  printf("counted %d\n", n);
  printf("%2$s %1$s %1$s\n", "one", "two");
  printf("%'d %ls %lc\n", 1234567, L"wide", L'w');
  char small[8];
  int length = snprintf(small, sizeof small, "%s", "longer than that");
  printf("%d [%s]\n", length, small);
  printf("%.17g %.17g %.17g\n", 0.1, 1e23, 5e-324);
  printf("%.40f\n%.5a %A\n", 0.1, 0.1, 1e-320);
  printf("%s %.2s\n", (char *)0, "xyz");
  for (int k = 0; k < 20; k += 3) printf("%.*e %.*g|", k, 123.456789, k, 123.456789);
  puts("");
  return printf("") + fprintf(stdout, "12345\n");
}
