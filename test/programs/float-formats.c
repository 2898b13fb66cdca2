// Conversions between integers and floating point, long double, denormals, comparisons with NaN.
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int main(void) {
  volatile double d = 1e18;
  volatile float f = 16777216.0f;
  volatile long double l = 18446744073709551615.0L;
  printf("%lld %llu %d %u\n", (long long)d, (unsigned long long)l, (int)-2.7, (unsigned)3e9);
  printf("%.9g %.9g %.17g\n", f + 1.0f, (float)0.1, (double)0.1f);
  volatile uint64_t big = 0xffffffffffffffffull;
  volatile int64_t negative = -0x7fffffffffffffffll;
  printf("%.17g %.17g %.9g %.21Lg\n", (double)big, (double)negative, (float)big, (long double)big);
  volatile double tiny = DBL_MIN;
  for (int k = 0; k < 60; k += 10) printf("%g ", tiny / (double)(1ull << k));
  volatile double nan = NAN;
  printf("\n%d %d %d %d %d\n", nan == nan, nan != nan, nan < 1, nan > 1, isunordered(nan, 1.0));
  printf("%.21Lg %.21Lg %.21Lg\n", LDBL_EPSILON, 1.0L / 3 * 3, 1e4000L * 10);
  uint64_t bits;
  double values[] = {0.0, -0.0, 1.0, INFINITY, 5e-324, DBL_MAX};
  for (int k = 0; k < 6; k++) {
    memcpy(&bits, &values[k], 8);
    printf("%016llx ", (unsigned long long)bits);
  }
  volatile float sum = 0;
  volatile double dsum = 0;
  for (int k = 1; k <= 10000; k++) {
    sum += 1.0f / k;
    dsum += 1.0 / k;
  }
  printf("\n%.9g %.17g\n", sum, dsum);
  long double product = 1;
  for (int k = 1; k <= 30; k++) product *= k;
  printf("%.0Lf\n", product);
  return 0;
}
