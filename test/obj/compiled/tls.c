/* Thread-local variables by the general and local dynamic ways, which a static link turns into constants. */
#include "rt.h"
__thread int a = 5;
__thread long z;
extern __thread int b;
static __thread char buffer[100];
void set_up(void);
int main(void) {
  set_up();
  num(a);
  a += 2;
  num(a);
  num(b);
  z = 9;
  num(z);
  buffer[99] = 3;
  num(buffer[99]);
  num(b + a);
  return 0;
}
