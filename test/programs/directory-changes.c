/* Directories that change while they are read: what is there all the time is given once, whatever else comes and goes. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FILES = 1500 };
static int times[FILES];

static void fill(void) {
  char name[40];
  mkdir("many", 0700);
  for (int k = 0; k < FILES; k++) {
    sprintf(name, "many/a_file_%04d", k);
    close(open(name, O_CREAT | O_WRONLY, 0600));
  }
  memset(times, 0, sizeof times);
}

/* The number in a file's name; -1 for others. */
static int numberOf(const char *name) {
  int number;
  return sscanf(name, "a_file_%d", &number) == 1 ? number : -1;
}

static void report(const char *what) {
  int missed = 0, twice = 0;
  for (int k = 0; k < FILES; k++) missed += times[k] == 0, twice += times[k] > 1;
  printf("%s: %d missed, %d twice\n", what, missed, twice);
}

static void removeWhileReading(void) {
  fill();
  DIR *directory = opendir("many");
  struct dirent *entry;
  while ((entry = readdir(directory))) {
    int number = numberOf(entry->d_name);
    if (number < 0) continue;
    times[number]++;
    if (unlinkat(dirfd(directory), entry->d_name, 0)) printf("unlinkat: %s\n", strerror(errno));
  }
  closedir(directory);
  report("each removed when it is read");
  printf("rmdir: %s\n", rmdir("many") ? strerror(errno) : "done");
}

/* With few entries in each call, the file before the one just read goes, and new ones come. */
static void changeWhileReading(void) {
  fill();
  int fd = open("many", O_RDONLY | O_DIRECTORY);
  char bytes[160], name[60];
  long length;
  int last = -1, made = 0;
  while ((length = syscall(SYS_getdents64, fd, bytes, sizeof bytes)) > 0) {
    for (long at = 0; at < length; at += *(unsigned short *)(bytes + at + 16)) {
      int number = numberOf(bytes + at + 19);
      if (number < 0) continue;
      times[number]++;
      if (last >= 0 && number % 3 == 0) {
        sprintf(name, "many/a_file_%04d", last);
        unlink(name);
      }
      last = number;
    }
    if (made++ < 50) {
      sprintf(name, "many/new_%d", made);
      close(open(name, O_CREAT | O_WRONLY, 0600));
    }
  }
  report("others removed and made");
  /* From the start it is the directory as it is now. */
  int old = 0, new = 0;
  lseek(fd, 0, SEEK_SET);
  while ((length = syscall(SYS_getdents64, fd, bytes, sizeof bytes)) > 0)
    for (long at = 0; at < length; at += *(unsigned short *)(bytes + at + 16))
      if (numberOf(bytes + at + 19) >= 0) old++;
      else new++;
  int there = 0;
  for (int k = 0; k < FILES; k++) {
    sprintf(name, "many/a_file_%04d", k);
    there += access(name, F_OK) == 0;
  }
  printf("again: %s, %d others\n", old == there ? "all that are there" : "some", new);
  close(fd);
}

static void places(void) {
  DIR *directory = opendir("many");
  struct dirent *entry;
  char after[40] = "", name[80];
  for (int k = 0; k < 20; k++) readdir(directory);
  long place = telldir(directory);
  strcpy(after, readdir(directory)->d_name);
  for (int k = 0; k < 10; k++) {
    sprintf(name, "many/%s", readdir(directory)->d_name);
    unlink(name);
  }
  while (readdir(directory));
  seekdir(directory, place);
  entry = readdir(directory);
  printf("a place is kept: %d\n", entry && strcmp(entry->d_name, after) == 0);
  rewinddir(directory);
  while ((entry = readdir(directory)))
    if (entry->d_name[0] != '.') {
      sprintf(name, "many/%s", entry->d_name);
      unlink(name);
    }
  closedir(directory);
  printf("rmdir: %s\n", rmdir("many") ? strerror(errno) : "done");
}

int main(void) {
  removeWhileReading();
  changeWhileReading();
  places();
  return 0;
}
