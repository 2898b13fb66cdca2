// A slash behind a name: a symbolic link is not followed where a name is made, moved or removed; and what has been removed.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#define SHOW(call) do { errno = 0; long r = (long)(call); printf(r < 0 ? "%s: errno %d\n" : "%s: %d\n", #call, r < 0 ? errno : (int)r); } while (0)
#define MOVE(from, to, flags) SHOW(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags))
int main(void) {
  struct stat st;
  char start[] = "/tmp/slashesXXXXXX";
  mkdtemp(start); chdir(start);
  close(open("file", O_CREAT | O_RDWR, 0600));
  symlink("file", "F");
  // a link to a directory
  SHOW(mkdir("D", 0755)); SHOW(symlink("D", "L"));
  SHOW(rmdir("L/")); SHOW(rmdir("L//")); SHOW(rmdir("L/.")); SHOW(stat("D", &st));
  SHOW(unlink("L/")); SHOW(unlink("L/.")); SHOW(unlink("L/.."));
  SHOW(mkdir("L/", 0755)); SHOW(symlink("a", "L/")); SHOW(link("file", "L/")); SHOW(mknod("L/", S_IFIFO | 0600, 0));
  SHOW(rename("L/", "x")); SHOW(stat("D", &st)); SHOW(lstat("x", &st));
  SHOW(mkdir("Q", 0755));
  SHOW(rename("Q", "L/")); SHOW(rename("Q/", "L/")); SHOW(rename("file", "L/")); SHOW(rename("L/", "L/")); SHOW(rename("L", "L/"));
  MOVE("Q", "L/", 1); MOVE("Q", "L/", 2); MOVE("L/", "Q", 2); MOVE("Q", "nn/", 2); MOVE("nonex", ".", 1); MOVE("Q", ".", 1);
  SHOW(lstat("L/", &st)); printf("directory: %d\n", S_ISDIR(st.st_mode)); SHOW(readlink("L/", start, 1)); SHOW(mkdir("L/in", 0755)); SHOW(rmdir("L/in/"));
  SHOW(chdir("L/")); SHOW(chdir("..")); SHOW(symlink("d2", "L/l2")); SHOW(rename("L/l2", "l2")); SHOW(unlink("l2"));
  SHOW(unlink("L")); SHOW(rmdir("D")); SHOW(rmdir("Q"));
  // one that leads nowhere
  SHOW(symlink("zz", "L"));
  SHOW(mkdir("L/", 0755)); SHOW(mkdir("L", 0755)); SHOW(mkdir("L/.", 0755)); SHOW(unlink("L/")); SHOW(rmdir("L/")); SHOW(unlink("L/.")); SHOW(lstat("zz", &st));
  SHOW(rename("L/", "y")); SHOW(mkdir("Q", 0755)); SHOW(rename("Q", "L/")); SHOW(stat("Q", &st));
  // files, and what is not there
  SHOW(unlink("file/")); SHOW(rmdir("file/")); SHOW(mkdir("file/", 0755)); SHOW(unlink("file/.")); SHOW(unlink("F/"));
  SHOW(rename("file/", "x")); SHOW(rename("file", "x/")); SHOW(rename("file", "file/")); SHOW(rename("F/", "x"));
  SHOW(symlink("a", "nn/")); SHOW(lstat("nn", &st)); SHOW(symlink("a", "Q/")); SHOW(symlink("a", "file/"));
  SHOW(link("file", "zz/")); SHOW(link("file", "Q/")); SHOW(link("file/", "zz")); SHOW(link("F/", "zz")); SHOW(mknod("mm/", S_IFIFO | 0600, 0)); SHOW(mknod("mm/", S_IFREG | 0600, 0));
  SHOW(rename("nonex", ".")); SHOW(rename("nonex", "..")); SHOW(rename(".", "nn/x/y")); SHOW(rename("nonex", "nn/x")); SHOW(rename("nonex/.", "x"));
  SHOW(rename("nonex", "/")); SHOW(rename("nonex/", "x/")); SHOW(rename("Q", "R/")); SHOW(rename("R/", "Q//")); SHOW(rmdir("Q//")); SHOW(mkdir("Q//", 0755));
  // a directory that is gone cannot be listed
  char entries[200];
  int gone = open("Q", O_RDONLY | O_DIRECTORY);
  SHOW(syscall(SYS_getdents64, gone, entries, sizeof entries) > 0);
  SHOW(lseek(gone, 0, SEEK_SET)); SHOW(rmdir("Q")); SHOW(syscall(SYS_getdents64, gone, entries, sizeof entries));
  SHOW(syscall(SYS_getdents, gone, entries, sizeof entries)); SHOW(fstat(gone, &st));
  SHOW(unlink("F")); SHOW(unlink("L")); SHOW(unlink("file"));
  return 0;
}
