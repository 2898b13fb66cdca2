// Clocks go forward and sleeping takes at least its time.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  struct timespec a, b, pause = {0, 20000000};
  clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_BOOTTIME};
  for (int k = 0; k < 4; k++) {
    clock_gettime(clocks[k], &a);
    for (volatile int n = 0; n < 1000; n++) continue;
    clock_gettime(clocks[k], &b);
    printf("%d\n", b.tv_sec > a.tv_sec || (b.tv_sec == a.tv_sec && b.tv_nsec > a.tv_nsec));
  }
  clock_gettime(CLOCK_MONOTONIC, &a);
  printf("%d\n", nanosleep(&pause, 0));
  usleep(1000);
  clock_gettime(CLOCK_MONOTONIC, &b);
  long ns = (b.tv_sec - a.tv_sec) * 1000000000L + b.tv_nsec - a.tv_nsec;
  printf("%d\n", ns >= 21000000);
  struct timeval now;
  gettimeofday(&now, 0);
  printf("%d %d\n", now.tv_sec == time(0) || now.tv_sec + 1 == time(0), now.tv_usec < 1000000);
  struct tms t;
  printf("%d %d\n", times(&t) != (clock_t)-1, clock() >= 0);
  struct rusage usage;
  printf("%d\n", getrusage(RUSAGE_SELF, &usage));
  clock_getres(CLOCK_MONOTONIC, &a);
  printf("%ld %d\n", a.tv_nsec, clock_gettime(99, &a));
  return 0;
}
