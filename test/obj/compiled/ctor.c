/* The order of constructors and destructors over two objects. */
#include "rt.h"
__attribute__((constructor(102))) static void a(void) { put("a102\n"); }
__attribute__((constructor(101))) static void b(void) { put("b101\n"); }
__attribute__((constructor)) static void c(void) { put("c\n"); }
__attribute__((destructor)) static void d(void) { put("d\n"); }
__attribute__((destructor(200))) static void e(void) { put("e200\n"); }
extern void other(void);
int main(void) {
  put("main\n");
  other();
  return 3;
}
