#include "rt.h"
int replaced(void) { return 2; }
int common[20];
__attribute__((section("table"), used)) static int three = 33;
int weak(void) { return 99; }
int second(void) {
  num(sizeof common);
  return 7;
}
