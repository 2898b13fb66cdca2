// Wide multiplication and division, shifts, rotations, builtins, overflow checks.
#include <stdint.h>
#include <stdio.h>

int main(void) {
  uint64_t x = 0x0123456789abcdefull, y = 0xfedcba9876543210ull;
  uint64_t sum = 0;
  for (int k = 1; k < 64; k++) {
    sum = sum * 31 + (x << k) + (y >> k) + ((x << k) | (x >> (64 - k)));
    sum ^= (uint64_t)((int64_t)y >> k);
    sum += x / (y >> k ? y >> k : 1) + y % ((x >> (k & 31)) | 1);
    sum += __builtin_popcountll(sum) + __builtin_clzll(sum | 1) + __builtin_ctzll(sum | 1u << 31);
    sum += __builtin_bswap64(sum) ^ __builtin_bswap32((uint32_t)sum) ^ __builtin_bswap16((uint16_t)sum);
    int64_t product;
    sum += __builtin_mul_overflow((int64_t)sum, (int64_t)k << 40, &product);
    int32_t total;
    sum += __builtin_add_overflow((int32_t)sum, 0x7fff0000, &total);
  }
  printf("%016llx\n", (unsigned long long)sum);
#ifdef __SIZEOF_INT128__
  unsigned __int128 wide = (unsigned __int128)x * y;
  for (int k = 0; k < 10; k++) wide = wide * 12345 + (wide >> 77) / 3 + wide % 1000003;
  printf("%d\n", (uint64_t)(wide >> 64) != 0 && (uint64_t)wide != 0);
#else
  printf("1\n");
#endif
  volatile int32_t a = -17, b = 5;
  printf("%d %d %d %u %d\n", a / b, a % b, a >> 1, (uint32_t)a >> 28, (int8_t)(a * 100));
  volatile int64_t c = -1000000007LL * 1000, d = 12345;
  printf("%lld %lld %lld\n", (long long)(c / d), (long long)(c % d), (long long)(c * d));
  return 0;
}
