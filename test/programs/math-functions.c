// Mathematics to the last printed digit.
#include <complex.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>

int main(void) {
  double xs[] = {0.1, 0.5, 1, 2.5, 10, 1000, 1e-8, 123456.789};
  for (int k = 0; k < 8; k++) {
    double x = xs[k];
    printf("%.15g %.15g %.15g %.15g %.15g\n", sin(x), cos(x), tan(x), atan(x), exp(-x));
    printf("%.15g %.15g %.15g %.15g %.15g\n", log(x), log10(x), log2(x), sqrt(x), cbrt(x));
    printf("%.15g %.15g %.15g %.15g\n", pow(x, 1.5), hypot(x, 3), sinh(x > 10 ? 1 : x), tanh(x));
    printf("%.12g %.12g %.12g\n", tgamma(x > 100 ? 5 : x), lgamma(x), erf(x));
    printf("%g %g %g %g %g %ld %ld\n", floor(x), ceil(x), round(x), trunc(-x), rint(x), lround(x), lrint(x + 0.5));
  }
  printf("%g %g %g %g\n", fmod(10, 3), remainder(10, 4), fmax(1, NAN), copysign(3, -0.0));
  int exponent;
  double whole, part = modf(3.75, &whole), mantissa = frexp(48, &exponent);
  printf("%g %g %g %d %g %d %g\n", part, whole, mantissa, exponent, ldexp(0.75, 4), ilogb(100), nextafter(1, 2) - 1);
  printf("%d %d %d %d %d\n", isnan(NAN) != 0, isinf(INFINITY) != 0, signbit(-0.0) != 0, fpclassify(1e-310) == FP_SUBNORMAL, isfinite(1.0) != 0);
  printf("%.18Lg %.18Lg %.18Lg %.18Lg\n", sinl(1.0L), expl(1.0L), sqrtl(2.0L), powl(2.0L, 0.5L));
  printf("%.7g %.7g %.7g\n", sinf(1.0f), expf(1.0f), powf(2.0f, 0.5f));
  printf("%.15g %.15g %.15g\n", asin(0.5), acos(0.5), atan2(-1, -1));
  double complex z = csqrt(-1 + 0 * I) * cexp(I * 1.0);
  printf("%.12g %.12g\n", creal(z), cimag(z));
  int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
  for (int k = 0; k < 4; k++) {
    fesetround(modes[k]);
    volatile double one = 1, three = 3;
    printf("%.17g %.17g %g %g\n", one / three, -one / three, rint(2.5), rint(-2.5));
  }
  fesetround(FE_TONEAREST);
  feclearexcept(FE_ALL_EXCEPT);
  volatile double zero = 0, one = 1;
  one /= zero;
  printf("%d\n", fetestexcept(FE_DIVBYZERO) != 0);
  printf("%.15g %.15g\n", fma(1e16, 1e16, 1), j0(1.0));
  return 0;
}
