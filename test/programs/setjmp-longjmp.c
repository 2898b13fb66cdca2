// setjmp out of nested calls, values, loops; alloca and deep recursion.
#include <alloca.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

static jmp_buf outer, inner;

static void dive(int depth) {
  char *room = alloca(100 + depth);
  memset(room, depth, 100);
  if (depth == 20) longjmp(outer, 20);
  if (depth % 7 == 0) {
    int value = setjmp(inner);
    if (value == 0) longjmp(inner, depth);
    printf("inner %d\n", value);
  }
  dive(depth + 1);
}

static unsigned ackermann(unsigned m, unsigned n) {
  if (m == 0) return n + 1;
  return ackermann(m - 1, n == 0 ? 1 : ackermann(m, n - 1));
}

int main(void) {
  volatile int rounds = 0;
  int value = setjmp(outer);
  printf("value %d\n", value);
  if (rounds++ < 3) dive(rounds);
  jmp_buf again;
  volatile int k = 0;
  if (setjmp(again) < 5) longjmp(again, ++k);
  printf("%d\n", k);
  if (!setjmp(again)) longjmp(again, 0);
  printf("%u\n", ackermann(2, 300));
  return 0;
}
