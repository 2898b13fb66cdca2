// va_list in every mix: integers, doubles, long doubles, structures, copies.
#include <stdarg.h>
#include <stdio.h>

struct pair { long a, b; };
struct big { char text[40]; };

static void show(const char *types, ...) {
  va_list list, copy;
  va_start(list, types);
  va_copy(copy, list);
  for (; *types; types++) switch (*types) {
      case 'i': printf("%d ", va_arg(list, int)); break;
      case 'l': printf("%lld ", va_arg(list, long long)); break;
      case 'd': printf("%g ", va_arg(list, double)); break;
      case 'L': printf("%Lg ", va_arg(list, long double)); break;
      case 's': printf("%s ", va_arg(list, char *)); break;
      case 'p': { struct pair p = va_arg(list, struct pair); printf("{%ld %ld} ", p.a, p.b); break; }
      case 'b': { struct big b = va_arg(list, struct big); printf("<%s> ", b.text); break; }
    }
  printf("first again %d\n", va_arg(copy, int));
  va_end(list);
  va_end(copy);
}

static int vprint(const char *format, ...) {
  va_list list;
  va_start(list, format);
  int n = vprintf(format, list);
  va_end(list);
  return n;
}

int main(void) {
  struct pair p = {1, -2};
  struct big b = {"structure by value"};
  show("iiiiiiiiii", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  show("idididididididididid", 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5);
  show("iLpbLs", 1, 2.5L, p, b, -0.125L, "text");
  show("ilpplpd", 1, 1ll << 40, p, p, -1ll, p, 0.5);
  printf("%d\n", vprint("%d %s %g %Lg %lld\n", 1, "two", 3.0, 4.0L, 5ll));
  return 0;
}
