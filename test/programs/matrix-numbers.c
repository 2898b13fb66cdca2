// Numerical loops that compilers vectorise: matrices, an FFT by definition, sums of several types, primes.
#include <complex.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>

enum { N = 24 };
static double a[N][N], b[N][N], c[N][N];
static float f[1024];
static int32_t i32[1024];
static uint8_t u8[1024];
static int16_t i16[1024];
static char sieve[10000];

int main(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) a[i][j] = sin(i + j), b[i][j] = cos(i - j);
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++)
      for (int k = 0; k < N; k++) c[i][j] += a[i][k] * b[k][j];
  printf("%.10f %.10f\n", c[3][5], c[N - 1][0]);
  for (int k = 0; k < 1024; k++) f[k] = (float)k * 0.5f, i32[k] = k * k - 500, u8[k] = (uint8_t)(k * 7), i16[k] = (int16_t)(k * 99);
  float fs = 0;
  int32_t is = 0, maximum = -1000000;
  uint32_t us = 0;
  for (int k = 0; k < 1024; k++) {
    fs += f[k] * 2;
    is += i32[k] * 3;
    us += u8[k] + (uint32_t)(i16[k] >> 3);
    maximum = i32[k] > maximum ? i32[k] : maximum;
  }
  printf("%g %d %u %d\n", fs, is, us, maximum);
  double complex sum = 0;
  for (int k = 0; k < 64; k++) sum += cexp(-2 * M_PI * I * k * 5 / 64) * (k % 8);
  printf("%.6f %.6f\n", fabs(creal(sum)) < 1e-9 ? 0 : creal(sum), fabs(cimag(sum)) < 1e-9 ? 0 : cimag(sum));
  int primes = 0;
  for (int k = 2; k < 10000; k++)
    if (!sieve[k]) {
      primes++;
      for (int m = k * 2; m < 10000; m += k) sieve[m] = 1;
    }
  printf("%d\n", primes);
  return 0;
}
