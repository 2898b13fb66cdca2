// Strings: every length and alignment of the common functions against simple loops.
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <strings.h>

static char a[300], b[300];

int main(void) {
  unsigned long wrong = 0, sum = 0;
  for (int offset = 0; offset < 33; offset += 3)
    for (int length = 0; length < 140; length += 1 + length / 9) {
      memset(a, 'x', sizeof a);
      for (int k = 0; k < length; k++) a[offset + k] = (char)('a' + k % 23);
      a[offset + length] = 0;
      wrong += strlen(a + offset) != (size_t)length;
      memset(b, 0, sizeof b);
      strcpy(b + 5, a + offset);
      wrong += strcmp(a + offset, b + 5) != 0;
      wrong += memcmp(a + offset, b + 5, length) != 0;
      char *found = strchr(a + offset, 'c');
      wrong += (found ? found - (a + offset) : -1) != (length > 2 ? 2 : -1);
      found = strrchr(a + offset, 'a');
      sum += found ? found - (a + offset) : 1000;
      found = memchr(a + offset, 'x', 140);
      sum += found ? found - a : 0;
      memmove(a + offset + 3, a + offset, length);
      wrong += memcmp(a + offset + 3, b + 5, length) != 0;
      sum += strspn(b + 5, "abcdefgh") + strcspn(b + 5, "m");
      b[5 + length / 2] ^= 1;
      sum += strcmp(a + offset + 3, b + 5) > 0;
      sum += strncmp(a + offset + 3, b + 5, length / 2) == 0;
    }
  printf("wrong %lu sum %lu\n", wrong, sum);
  char text[] = "one, two;three ,four";
  for (char *word = strtok(text, ", ;"); word; word = strtok(0, ", ;")) printf("[%s]", word);
  puts("");
  printf("%s %s %d\n", strstr("haystack with needle inside", "needle"), strpbrk("hello", "xl"), strcasecmp("HeLLo", "hEllO"));
  char *rest = strdup("a:b::c"), *part;
  while ((part = strsep(&rest, ":"))) printf("<%s>", part);
  printf("\n%s %zu\n", strcat(strcpy(a, "left"), "right"), strnlen("abcdef", 3));
  strncpy(b, "abc", 8);
  strncat(b, "defgh", 2);
  printf("%s %s\n", b, (char *)memmem("abcdef", 6, "cd", 2));
  printf("%s|%s|%s\n", strerror(2), strerror(22), strsignal(11));
  char *end = stpcpy(a, "abc");
  printf("%d %s\n", (int)(end - a), (char *)mempcpy(a, "zz", 2));
  printf("%d %d\n", strcoll("a", "b") < 0, ffs(40));
  return 0;
}
