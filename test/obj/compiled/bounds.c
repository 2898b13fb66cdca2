/* Weak and common symbols, names that the linker makes. */
#include "rt.h"
extern int weak(void) __attribute__((weak));
extern int nowhere __attribute__((weak));
int replaced(void) __attribute__((weak));
int replaced(void) { return 1; }
int common[10];
extern char _end[], end[], edata[], _edata[], etext[], _etext[], __executable_start[];
extern char __ehdr_start[] __attribute__((visibility("hidden")));
__attribute__((section("table"), used)) static int one = 11;
__attribute__((section("table"), used)) static int two = 22;
extern int __start_table[], __stop_table[];
int second(void);
int main(void) {
  num(weak ? weak() : -1);
  num(&nowhere != 0);
  num(replaced());
  num(end == _end);
  num(edata == _edata);
  num(etext == _etext);
  num((long)__executable_start);
  num(__ehdr_start[1]);
  for (int *entry = __start_table; entry < __stop_table; entry++) num(*entry);
  num(second());
  num(sizeof common);
  return 0;
}
