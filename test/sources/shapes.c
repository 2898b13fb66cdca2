/* The C half of mixed-64, mixed-32 and mixed-pie: structures, callbacks both ways, doubles, variables of the other half. */
#include <stdio.h>
#include <stdlib.h>

struct point { int x, y; };
struct shape { const char *name; double scale; int count; struct point points[4]; };

extern int calls;
extern const char title[];
long twice_area(const struct point *points, int count);
double scaled(double value, const struct shape *shape);
int visit(struct shape *shapes, int count, int (*each)(struct shape *));

struct shape shapes[] = {
  {"triangle", 1.5, 3, {{0, 0}, {4, 0}, {0, 3}}},
  {"square", -0.25, 4, {{1, 1}, {5, 1}, {5, 5}, {1, 5}}},
  {"line", 10, 2, {{-3, 7}, {8, -9}}},
};
static int seen;

static int show(struct shape *shape) {
  long area = twice_area(shape->points, shape->count);
  printf("%s %s: %ld.%d, scaled %.3f\n", title, shape->name, area / 2, area % 2 ? 5 : 0, scaled(area / 2.0, shape));
  shape->name = "done";
  return ++seen;
}

struct point middle(struct point a, struct point b) {
  struct point m = {(a.x + b.x) / 2, (a.y + b.y) / 2};
  return m;
}

int main(int argc, char **argv) {
  int sum = visit(shapes, sizeof shapes / sizeof *shapes, show);
  printf("%d %d %s %s\n", sum, calls, shapes[2].name, argc > 1 ? argv[1] : "-");
  return sum;
}
