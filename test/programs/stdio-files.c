// Files: modes, positions, buffers, errors, temporary ones.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void) {
  FILE *file = fopen("data.txt", "w");
  for (int k = 0; k < 1000; k++) fprintf(file, "line %d\n", k);
  printf("%ld\n", ftell(file));
  fclose(file);
  file = fopen("data.txt", "r+");
  char line[50];
  int count = 0;
  while (fgets(line, sizeof line, file)) count++;
  printf("%d eof %d\n", count, feof(file) != 0);
  fseek(file, 7, SEEK_SET);
  fputs("LINE", file);
  fflush(file);
  rewind(file);
  fread(line, 1, 14, file);
  line[14] = 0;
  printf("[%s]\n", line);
  fseek(file, -9, SEEK_END);
  printf("%s", fgets(line, sizeof line, file));
  ungetc('Z', file);
  printf("%c %d\n", fgetc(file), fgetc(file));
  fclose(file);
  file = fopen("data.txt", "a+");
  fputs("end", file);
  fseek(file, 0, SEEK_SET);
  printf("%d\n", fgetc(file));
  fclose(file);
  struct stat status;
  stat("data.txt", &status);
  printf("%ld %o\n", (long)status.st_size, status.st_mode & 0170000);
  printf("%d %d\n", rename("data.txt", "other.txt"), access("data.txt", F_OK));
  printf("%s\n", fopen("none/none", "r") ? "open" : strerror(errno));
  file = tmpfile();
  fwrite("binary\0data", 1, 11, file);
  fseek(file, 7, SEEK_SET);
  printf("%s\n", fgets(line, 10, file));
  fclose(file);
  char *text = 0;
  size_t size = 0;
  file = fopen("other.txt", "r");
  setvbuf(file, 0, _IOFBF, 16);
  printf("%ld", (long)getline(&text, &size, file));
  printf(" %s", text);
  printf("%ld %s\n", (long)getdelim(&text, &size, '9', file), text);
  fclose(file);
  free(text);
  char memory[64];
  file = fmemopen(memory, sizeof memory, "w");
  fprintf(file, "in memory %d", 1);
  fclose(file);
  puts(memory);
  printf("%d %d\n", remove("other.txt"), remove("other.txt"));
  perror("perror");
  return ferror(stdin);
}
