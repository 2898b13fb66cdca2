/* The start of every program here: runs what the init arrays name, main, and the fini array. */
#include "rt.h"
void put(const char *text) {
  long length = 0;
  while (text[length]) length++;
  call(CALL_write, 1, (long)text, length);
}
void num(long value) {
  char text[32];
  int at = 31;
  unsigned long rest = value < 0 ? -value : value;
  text[at] = 0;
  text[--at] = '\n';
  do text[--at] = '0' + rest % 10;
  while (rest /= 10);
  if (value < 0) text[--at] = '-';
  put(text + at);
}
extern int main(void);
typedef void (*Function)(void);
extern Function __init_array_start[], __init_array_end[], __fini_array_start[], __fini_array_end[];
__attribute__((noreturn, used)) void start(void) {
  for (Function *f = __init_array_start; f < __init_array_end; f++) (*f)();
  int status = main();
  for (Function *f = __fini_array_end; f > __fini_array_start;) (*--f)();
  call(CALL_exit, status, 0, 0);
  __builtin_unreachable();
}
#ifdef __x86_64__
__asm__(".globl _start\n_start: xor %ebp,%ebp\n and $-16,%rsp\n call start\n");
#else
__asm__(".globl _start\n_start: xor %ebp,%ebp\n and $-16,%esp\n call start\n");
#endif
