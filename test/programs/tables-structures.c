// Function pointers, switch tables, structures by value, bit fields, unions, static and local state.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef double (*operation)(double, double);
static double add(double a, double b) { return a + b; }
static double sub(double a, double b) { return a - b; }
static double mul(double a, double b) { return a * b; }
static const struct { char name; operation run; } table[] = {{'+', add}, {'-', sub}, {'*', mul}};

struct point { float x, y, z; };
static struct point cross(struct point a, struct point b) {
  struct point c = {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
  return c;
}

struct bits { unsigned a : 3, b : 7, c : 11; int d : 5; uint64_t e : 40; };
union view { double d; uint32_t words[2]; uint8_t bytes[8]; };

static const char *name(int k) {
  switch (k) {
    case 0: return "zero";
    case 1: return "one";
    case 2: return "two";
    case 3: return "three";
    case 4: return "four";
    case 5: return "five";
    case 100: return "hundred";
    default: return "many";
  }
}

static int counter(void) {
  static int count;
  return ++count;
}

struct large { int data[64]; };
static struct large fill(int seed) {
  struct large value;
  for (int k = 0; k < 64; k++) value.data[k] = seed + k;
  return value;
}
static int total(struct large value) {
  int sum = 0;
  for (int k = 0; k < 64; k++) sum += value.data[k];
  return sum;
}

int main(void) {
  for (int k = 0; k < 3; k++) printf("%c %g\n", table[k].name, table[k].run(7, 2.5));
  struct point p = cross((struct point){1, 2, 3}, (struct point){4, 5, 6});
  printf("%g %g %g\n", p.x, p.y, p.z);
  struct bits bits = {5, 100, 2000, -7, 0xabcdef0123ull};
  bits.b += 50;
  printf("%u %u %u %d %llx\n", bits.a, bits.b, bits.c, bits.d, (unsigned long long)bits.e);
  union view view = {.d = 1.5};
  printf("%08x %08x %02x\n", view.words[0], view.words[1], view.bytes[7]);
  for (int k = 0; k < 8; k++) printf("%s ", name(k * (k < 6 ? 1 : 17 - k * 1)));
  counter();
  counter();
  printf("%d %d\n", counter(), total(fill(3)));
  long jump[] = {1, 2, 3};
  void *labels[] = {&&first, &&second, &&third};
  int at = 0;
  goto *labels[at];
first:
  jump[0] += 10;
  goto *labels[2];
second:
  jump[1] += 20;
  goto done;
third:
  jump[2] += 30;
  goto *labels[1];
done:
  printf("%ld %ld %ld\n", jump[0], jump[1], jump[2]);
  return 0;
}
