// The character classes as a checksum of each function over all bytes.
#include <ctype.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

#define SUM(f) \
  { \
    unsigned long sum = 0; \
    for (int c = -1; c < 256; c++) sum = sum * 31 + (f(c) != 0); \
    printf(#f " %lu\n", sum & 0xffffff); \
  }

int main(void) {
  SUM(isalpha) SUM(isdigit) SUM(isalnum) SUM(isspace) SUM(isupper) SUM(islower) SUM(ispunct) SUM(isprint) SUM(isgraph)
  SUM(iscntrl) SUM(isxdigit) SUM(isblank)
  for (int c = 'A' - 2; c < 'z' + 3; c += 5) printf("%c%c", toupper(c), tolower(c));
  wchar_t wide[50];
  swprintf(wide, 50, L"%d %ls", 5, L"wide");
  printf("\n%ls %zu %d\n", wide, wcslen(wide), iswalpha(L'x') != 0);
  return 0;
}
