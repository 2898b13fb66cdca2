// Corners of the file system: the root and dots as folders to remove, folders that are gone, names that are too long or no
// UTF-8, and the room in pipes.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <dirent.h>
#include <sys/un.h>
static void show(const char *what, long r) { if (r >= 0) printf("%s: %ld\n", what, r); else printf("%s: errno %d\n", what, errno); }
int main(void) {
  char start[] = "/tmp/cornersXXXXXX";
  mkdtemp(start); chdir(start);
  mkdir("d", 0755); mkdir("d/e", 0755);
  show("rmdir /", rmdir("/"));
  show("rmdir .", rmdir("."));
  show("rmdir d/.", rmdir("d/."));
  show("rmdir ..", rmdir(".."));
  show("rmdir d/e/..", rmdir("d/e/.."));
  show("rmdir d", rmdir("d"));
  show("rmdir nothing", rmdir(""));
  show("rmdir gone", rmdir("gone"));
  show("rmdir d/e/", rmdir("d/e/"));
  show("unlink /", unlink("/"));
  show("unlink .", unlink("."));
  show("unlink ..", unlink(".."));
  show("unlink d", unlink("d"));
  show("unlink d/", unlink("d/"));
  show("unlinkat / dir", unlinkat(AT_FDCWD, "/", AT_REMOVEDIR));
  show("mkdir /", mkdir("/", 0755));
  show("mkdir .", mkdir(".", 0755));
  show("mkdir d/.", mkdir("d/.", 0755));
  show("mkdir d/..", mkdir("d/..", 0755));
  show("mkdir x/", mkdir("x/", 0755));
  show("mkdir y/.", mkdir("y/.", 0755));
  show("rename . x", rename(".", "x"));
  show("rename x .", rename("x", "."));
  show("rename x ..", rename("x", ".."));
  show("rename / x", rename("/", "x"));
  show("rename x x/y", rename("x", "x/y"));
  show("rename d x/.", rename("d", "x/."));
  show("rename x/. z", rename("x/.", "z"));
  show("link d l", link("d", "l"));
  show("symlink to .", symlink("a", "."));
  show("symlink to /", symlink("a", "/"));
  show("open / write", open("/", O_WRONLY));
  show("open . create", open(".", O_CREAT | O_RDWR, 0600));
  show("open / create excl", open("/", O_CREAT | O_EXCL | O_RDWR, 0600));
  show("open .. create", open("..", O_CREAT | O_RDONLY, 0600));
  show("open new/ create", open("new/", O_CREAT | O_RDWR, 0600));
  // a folder that is gone
  mkdir("g", 0755); chdir("g"); int dir = open(".", O_RDONLY | O_DIRECTORY); show("rmdir g", rmdir("../g"));
  show("create in gone", open("f", O_CREAT | O_RDWR, 0600));
  show("mkdir in gone", mkdir("f", 0700));
  show("symlink in gone", symlink("x", "f"));
  show("link in gone", link("../x", "f"));
  show("rename into gone", rename("../x", "f"));
  show("stat .", access(".", F_OK));
  show("stat ..", access("..", F_OK));
  show("openat gone", openat(dir, "f", O_CREAT | O_RDWR, 0600));
  char cwd[4096]; show("getcwd", getcwd(cwd, sizeof cwd) ? 0 : -1);
  struct stat st; fstat(dir, &st); show("links", st.st_nlink);
  show("rmdir . gone", rmdir("."));
  show("chdir ..", chdir(".."));
  show("bind", ({ struct sockaddr_un a = { AF_UNIX, "" }; int s = socket(AF_UNIX, SOCK_STREAM, 0); strcpy(a.sun_path, "gone/sock"); bind(s, (void *)&a, sizeof a); }));
  chdir(start);
  // names
  char name[5000]; memset(name, 'n', sizeof name); name[255] = 0;
  int fd = open(name, O_CREAT | O_RDWR, 0600); show("255", fd >= 0 ? 0 : -1);
  show("unlink 255", unlink(name));
  name[255] = 'n'; name[256] = 0;
  show("open 256", open(name, O_CREAT | O_RDWR, 0600));
  show("open 256 read", open(name, O_RDONLY));
  show("mkdir 256", mkdir(name, 0700));
  show("stat 256", stat(name, &st));
  show("access 256", access(name, 0));
  show("unlink 256", unlink(name));
  show("rmdir 256", rmdir(name));
  show("rename 256", rename("x", name));
  show("rename from 256", rename(name, "x"));
  show("symlink 256", symlink("x", name));
  show("link 256", link("d", name));
  show("chdir 256", chdir(name));
  show("readlink 256", readlink(name, cwd, 9));
  show("truncate 256", truncate(name, 0));
  show("chmod 256", chmod(name, 0));
  show("mkfifo 256", mkfifo(name, 0600));
  show("symlink target 256", symlink(name, "long")); show("through it", open("long", O_RDONLY));
  name[256] = '/'; name[257] = 'x'; name[258] = 0;
  show("in 256", open(name, O_RDONLY));
  name[256] = name[257] = name[258] = 'n'; name[4096] = 0; show("4096", access(name, 0));
  for (int k = 0; k < 4095; k++) name[k] = k % 2 ? '/' : '.'; name[4095] = 0; show("dots 4095", access(name, 0)); 
  show("bytes", fd = open("a\xff\xfe\xc3z", O_CREAT | O_RDWR, 0600));
  DIR *d = opendir("."); struct dirent *e; while ((e = readdir(d))) if ((unsigned char)e->d_name[1] == 255) printf("found %d\n", strcmp(e->d_name, "a\xff\xfe\xc3z") == 0); closedir(d);
  show("bytes again", access("a\xff\xfe\xc3z", F_OK)); show("other bytes", access("a\xff\xff\xc3z", F_OK));
  // pipes
  int p[2]; pipe2(p, O_NONBLOCK); char block[5000] = {0};
  show("size", fcntl(p[1], F_GETPIPE_SZ));
  long sum, r;
  pipe2(p, O_NONBLOCK); sum = 0; while ((r = write(p[1], block, 4096)) > 0) sum += r; printf("by 4096: %ld\n", sum);
  pipe2(p, O_NONBLOCK); sum = 0; while ((r = write(p[1], block, 1)) > 0) sum += r; printf("by 1: %ld\n", sum);
  show("set size", fcntl(p[1], F_SETPIPE_SZ, 4096)); 
  DIR *left = opendir(start);
  int at = open(start, O_RDONLY);
  while ((e = readdir(left))) unlinkat(at, e->d_name, 0), unlinkat(at, e->d_name, AT_REMOVEDIR);
  show("start", rmdir(start));
  return 0;
}
