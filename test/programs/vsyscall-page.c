/* The fixed page of system calls that 64-bit programs of old call: time, gettimeofday, getcpu. 32-bit Linux has none. */
#include <stdio.h>
#include <sys/time.h>
#include <time.h>

int main(void) {
#ifdef __x86_64__
  long (*get_time_of_day)(struct timeval *, void *) = (void *)0xffffffffff600000;
  time_t (*get_time)(time_t *) = (void *)0xffffffffff600400;
  long (*get_cpu)(unsigned *, unsigned *, void *) = (void *)0xffffffffff600800;
  struct timeval now = {0, 0};
  long done = get_time_of_day(&now, 0);
  printf("%ld %d\n", done, now.tv_sec > 1000000);
  time_t stored;
  time_t returned = get_time(&stored);
  printf("%d %d\n", returned == stored, returned >= now.tv_sec);
  unsigned node = 99;
  long result = get_cpu(0, &node, 0);
  printf("%ld %d\n", result, node < 64);
#else
  printf("0 1\n1 1\n0 1\n");
#endif
  return 0;
}
