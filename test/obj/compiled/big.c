/* Data and functions by every kind of address; the code models and debug information decide which. */
#include "rt.h"
extern int data;
static int own = 5;
extern const char *names[];
int far(int);
static int table[4] = {1, 2, 3, 4};
__attribute__((noinline)) static int twice(int x) { return x * 2; }
int (*pointer)(int) = twice;
int *inside = &table[2];
int main(void) {
  put(names[0]);
  put(names[1]);
  num(data + own);
  num(far(3));
  num(pointer(4));
  num(*inside);
  switch (data) {
    case 1: put("1\n"); break;
    case 2: put("2\n"); break;
    case 3: put("3\n"); break;
    case 4: put("4\n"); break;
    case 5: put("5\n"); break;
    case 41: put("41\n"); break;
    default: put("default\n");
  }
  double scaled = data * 1.5;
  num((long)scaled);
  return data;
}
