// A program like many: a hash table of words, sorted output, checksums.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry { char *word; int count; struct entry *next; };
static struct entry *table[257];

static void add(const char *word) {
  unsigned hash = 5381;
  for (const char *at = word; *at; at++) hash = hash * 33 ^ (unsigned char)*at;
  struct entry **slot = &table[hash % 257];
  for (; *slot; slot = &(*slot)->next)
    if (!strcmp((*slot)->word, word)) {
      (*slot)->count++;
      return;
    }
  *slot = calloc(1, sizeof **slot);
  (*slot)->word = strdup(word);
  (*slot)->count = 1;
}

static int order(const void *a, const void *b) {
  const struct entry *x = *(struct entry **)a, *y = *(struct entry **)b;
  return y->count - x->count ? y->count - x->count : strcmp(x->word, y->word);
}

static uint32_t crc(const void *data, size_t size) {
  uint32_t value = ~0u;
  for (const unsigned char *at = data; size--; at++) {
    value ^= *at;
    for (int k = 0; k < 8; k++) value = value >> 1 ^ (0xedb88320u & -(value & 1));
  }
  return ~value;
}

int main(void) {
  char word[16];
  unsigned seed = 99;
  for (int k = 0; k < 3000; k++) {
    seed = seed * 1664525u + 1013904223u;
    snprintf(word, sizeof word, "w%u", (seed >> 20) * (seed >> 28) % 400);
    add(word);
  }
  struct entry *all[3000];
  int count = 0;
  for (int k = 0; k < 257; k++)
    for (struct entry *at = table[k]; at; at = at->next) all[count++] = at;
  qsort(all, count, sizeof *all, order);
  for (int k = 0; k < 8; k++) printf("%s %d\n", all[k]->word, all[k]->count);
  printf("%d words, crc %08x\n", count, crc("123456789", 9));
  return count % 100;
}
