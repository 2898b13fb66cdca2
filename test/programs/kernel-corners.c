// Memory left behind where it moved from, and calls that look at what one process can have one of: policies of memory, local
// descriptors, what processes share.
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/stat.h>
static void show(const char *what, long r) { if (r >= 0) printf("%s: %ld\n", what, r); else printf("%s: errno %d\n", what, errno); }
static int mapped(void *p) { return p != MAP_FAILED; }
int main(void) {
  int fd; long page = 4096;
  char *p = mmap(0, 2 * page, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  strcpy(p, "private");
  errno = 0;
  char *q = mremap(p, 0, page, MREMAP_MAYMOVE), *b;
  show("private doubled", mapped(q) ? 0 : -1);
  // dontunmap
  q = mremap(p, 2 * page, 2 * page, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, 0);
  show("dontunmap", mapped(q) ? 0 : -1);
  if (mapped(q)) printf("'%s' '%s' %d\n", q, p, q != p);
  show("dontunmap other size", mapped(mremap(p, page, 2 * page, MREMAP_MAYMOVE | MREMAP_DONTUNMAP, 0)) ? 0 : -1);
  show("dontunmap alone", mapped(mremap(p, page, page, MREMAP_DONTUNMAP, 0)) ? 0 : -1);
  show("new size 0", mapped(mremap(p, page, 0, MREMAP_MAYMOVE)) ? 0 : -1);
  show("unaligned", mapped(mremap(p + 1, page, page, MREMAP_MAYMOVE)) ? 0 : -1);
  show("fixed alone", mapped(mremap(p, page, page, MREMAP_FIXED, q)) ? 0 : -1);
  show("flags", mapped(mremap(p, page, page, 64)) ? 0 : -1);
  char *target = mmap(0, 4 * page, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  q = mmap(0, page, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); strcpy(q, "moved");
  b = mremap(q, page, page, MREMAP_MAYMOVE | MREMAP_FIXED | MREMAP_DONTUNMAP, target + page);
  show("dontunmap fixed", b == target + page ? 0 : -1);
  if (mapped(b)) printf("'%s' '%s'\n", target + page, q);
  fd = open("file.tmp", O_RDWR | O_CREAT | O_TRUNC, 0600);
  unlink("file.tmp");
  // others
  show("inotify_init1 flags", syscall(SYS_inotify_init1, 1));
  show("inotify_add_watch bad fd", syscall(SYS_inotify_add_watch, -1, ".", 1));
  show("inotify_add_watch no inotify", syscall(SYS_inotify_add_watch, 1, ".", 1));
  show("inotify_add_watch mask", syscall(SYS_inotify_add_watch, 1, ".", 0));
  show("inotify_rm_watch bad fd", syscall(SYS_inotify_rm_watch, -1, 1));
  show("inotify_rm_watch no inotify", syscall(SYS_inotify_rm_watch, 1, 1));
  show("pidfd_getfd flags", syscall(SYS_pidfd_getfd, -1, 0, 1));
  show("pidfd_getfd bad", syscall(SYS_pidfd_getfd, -1, 0, 0));
  show("pidfd_getfd no pidfd", syscall(SYS_pidfd_getfd, 1, 0, 0));
  int me = syscall(SYS_pidfd_open, getpid(), 0);
  int got = syscall(SYS_pidfd_getfd, me, fd, 0);
  show("pidfd_getfd", got >= 0 ? 0 : -1);
  if (got >= 0) { struct stat s, t; fstat(fd, &s); fstat(got, &t); printf("%d %d\n", s.st_ino == t.st_ino, fcntl(got, F_GETFD)); }
  show("pidfd_getfd no fd", syscall(SYS_pidfd_getfd, me, 1000, 0));
  show("kcmp nobody", syscall(SYS_kcmp, getpid(), 99999, 0, 0, 0));
  for (int type = 0; type < 9; type++) { char name[20]; sprintf(name, "kcmp %d", type); if (type == 7) continue; show(name, syscall(SYS_kcmp, getpid(), getpid(), type, 0, 0)); }
  int other = dup(fd);
  show("kcmp dup", syscall(SYS_kcmp, getpid(), getpid(), 0, fd, other));
  show("kcmp differ", syscall(SYS_kcmp, getpid(), getpid(), 0, fd, me) != 0);
  show("kcmp bad fd", syscall(SYS_kcmp, getpid(), getpid(), 0, fd, 999));
  char buf[64];
  show("modify_ldt read", syscall(SYS_modify_ldt, 0, buf, sizeof buf));
  show("modify_ldt func", syscall(SYS_modify_ldt, 7, buf, sizeof buf));
  show("modify_ldt size", syscall(SYS_modify_ldt, 1, buf, 5));
  show("modify_ldt default", syscall(SYS_modify_ldt, 2, buf, sizeof buf));
  show("modify_ldt read nowhere", syscall(SYS_modify_ldt, 0, (void *)8, 64));
  int mode = 7; unsigned long mask[16] = {1};
  show("get_mempolicy", syscall(SYS_get_mempolicy, &mode, mask, 1024, 0, 0)); printf("%d %lu\n", mode, mask[0]);
  show("get_mempolicy flags", syscall(SYS_get_mempolicy, &mode, 0, 0, 0, 8));
  show("get_mempolicy addr without flag", syscall(SYS_get_mempolicy, &mode, 0, 0, &mode, 0));
  show("get_mempolicy addr", syscall(SYS_get_mempolicy, &mode, 0, 0, &mode, 2)); printf("%d\n", mode);
  show("get_mempolicy mems", syscall(SYS_get_mempolicy, 0, mask, 1024, 0, 4)); printf("%lu\n", mask[0]);
  show("set_mempolicy default", syscall(SYS_set_mempolicy, 0, 0, 0));
  show("set_mempolicy default with nodes", syscall(SYS_set_mempolicy, 0, mask, 8));
  show("set_mempolicy bad", syscall(SYS_set_mempolicy, 99, 0, 0));
  show("set_mempolicy bind none", syscall(SYS_set_mempolicy, 2, 0, 0));
  show("set_mempolicy local", syscall(SYS_set_mempolicy, 4, 0, 0));
  syscall(SYS_get_mempolicy, &mode, 0, 0, 0, 0); printf("%d\n", mode);
  show("mbind", syscall(SYS_mbind, target, page, 0, 0, 0, 0));
  show("mbind unaligned", syscall(SYS_mbind, target + 1, page, 0, 0, 0, 0));
  show("mbind bad mode", syscall(SYS_mbind, target, page, 99, 0, 0, 0));
  show("mbind flags", syscall(SYS_mbind, target, page, 0, 0, 0, 64));
  show("mbind unmapped", syscall(SYS_mbind, 0x10000, page, 0, 0, 0, 0));
  return 0;
}
