#include "rt.h"
__attribute__((constructor(1000))) static void a(void) { put("second a1000\n"); }
__attribute__((constructor(150))) static void b(void) { put("second b150\n"); }
__attribute__((constructor)) static void c(void) { put("second c\n"); }
void other(void) { put("other\n"); }
