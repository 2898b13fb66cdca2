// System calls against Linux: the same calls with the same arguments, good and bad, in both ABIs, must give the same results
// and errors. The expectations were recorded on a real kernel by a C program that this file writes.
import assert from "node:assert/strict";
import test from "node:test";
import { errnoName } from "../../server/facts/errno.ts";
import { type Abi, syscallByName } from "../../server/facts/syscalls.ts";
import { recordedLines, runNative } from "./golden.ts";
import { startProcess } from "./process.ts";

// Memory that both sides map first: a writable page, a read-only one, a writable one with nothing behind it.
const RW = 0x10000000;
const RO = 0x10001000;
const EDGE = 0x10003000;
const BAD = 0x10005000;
const TEXT = 0x10008000;

/** A number, or the result of an earlier call of the same case plus something. */
type Value = number | { readonly result: number; readonly plus: number };
interface Step {
  readonly name: string;
  readonly args: readonly Value[];
  /** "address": only whether it is one; "break": relative to the first break. */
  readonly show?: "address" | "break";
}
const $ = (result: number, plus = 0): Value => ({ result, plus });
const call = (name: string, ...args: Value[]): Step => ({ name, args });
const address = (name: string, ...args: Value[]): Step => ({ name, args, show: "address" });
const brk = (...args: Value[]): Step => ({ name: "brk", args, show: "break" });

const texts = [
  "file.txt",
  "no-such-file",
  "dir",
  "dir/inner",
  "file.txt/x",
  "",
  "other.txt",
  "hello, world\n",
  "secret",
  "/dev/null",
  "/dev/full",
  "/dev/zero",
  "link",
  "link2",
  "loop",
  "dir/../link",
  "dir/",
  "dir2",
  "dir/dir2",
  "memory",
  "user.x",
];
const textAt = new Map<string, number>();
{
  let at = TEXT;
  for (const text of texts) {
    textAt.set(text, at);
    at += text.length + 1;
  }
}
const text = (content: string): number => textAt.get(content)!;
const O_RDONLY = 0;
const O_WRONLY = 1;
const O_RDWR = 2;
const O_CREAT = 0o100;
const O_EXCL = 0o200;
const O_TRUNC = 0o1000;
const O_APPEND = 0o2000;
const O_DIRECTORY = 0o200000;

const O_NOFOLLOW = 0o400000;

/** Links, renaming, attributes and waiting: each case leaves the folder as it found it. */
const files: readonly (readonly Step[])[] = [
  // symbolic links
  [
    call("symlink", text("file.txt"), text("link")),
    call("symlink", text("file.txt"), text("link")),
    call("symlink", text(""), text("link2")),
    call("symlink", BAD, text("link2")),
    call("open", text("link"), O_RDONLY, 0),
    call("readlink", text("link"), RW, 100),
    call("readlink", text("link"), RW, 3),
    call("readlink", text("link"), RW, 0),
    call("readlink", text("link"), BAD, 10),
    call("readlink", text("no-such-file"), RW, 10),
    call("open", text("link"), O_WRONLY | O_CREAT | O_EXCL, 0o600),
    call("open", text("link"), O_WRONLY | O_CREAT, 0o600),
    call("close", $(11)),
    call("open", text("link"), O_RDONLY | O_NOFOLLOW, 0),
    call("open", text("link"), O_RDONLY | O_DIRECTORY, 0),
    call("access", text("link"), 6),
    call("unlink", text("link")),
    call("unlink", text("file.txt")),
    call("unlink", text("link")),
  ],
  [
    call("symlink", text("loop"), text("loop")),
    call("open", text("loop"), O_RDONLY, 0),
    call("access", text("loop"), 0),
    call("stat", text("loop"), RW),
    call("lstat", text("loop"), RW),
    call("chdir", text("loop")),
    call("truncate", text("loop"), 0),
    call("rename", text("loop"), text("link")),
    call("unlink", text("link")),
  ],
  [
    call("mkdir", text("dir"), 0o755),
    call("symlink", text("dir"), text("link")),
    call("rmdir", text("link")),
    call("chdir", text("link")),
    call("chdir", text("dir/../link")),
    call("creat", text("other.txt"), 0o644),
    call("close", $(5)),
    call("unlink", text("other.txt")),
    call("open", text("link"), O_RDONLY | O_DIRECTORY, 0),
    call("close", $(8)),
  ],
  // hard links
  [
    call("creat", text("file.txt"), 0o644),
    call("link", text("file.txt"), text("link")),
    call("link", text("file.txt"), text("link")),
    call("link", text("no-such-file"), text("link2")),
    call("write", $(0), text("hello, world\n"), 13),
    call("open", text("link"), O_RDONLY, 0),
    call("read", $(5), RW, 100),
    call("unlink", text("file.txt")),
    call("lseek", $(5), 0, 0),
    call("read", $(5), RW, 5),
    call("link", text("link"), text("file.txt")),
    call("rename", text("link"), text("file.txt")),
    call("access", text("link"), 0),
    call("unlink", text("link")),
    call("unlink", text("file.txt")),
    call("lseek", $(5), 0, 0),
    call("read", $(5), RW, 5),
    call("close", $(5)),
    call("close", $(0)),
  ],
  [
    call("mkdir", text("dir"), 0o755),
    call("link", text("dir"), text("link")),
    call("link", text("/dev/null"), text("link")),
    call("rename", text("dir"), text("dir/dir2")),
    call("mkdir", text("dir/dir2"), 0o755),
    call("rmdir", text("dir")),
    call("rename", text("dir/dir2"), text("dir2")),
    call("rename", text("dir"), text("dir2")),
    call("rename", text("dir2"), text("other.txt")),
    call("rename", text("other.txt"), text("dir/")),
    call("rmdir", text("dir/")),
    call("rmdir", text("other.txt")),
  ],
  [
    call("creat", text("file.txt"), 0o644),
    call("mkdir", text("dir"), 0o755),
    call("rename", text("file.txt"), text("dir")),
    call("rename", text("dir"), text("file.txt")),
    call("rename", text("file.txt"), text("dir/inner")),
    call("rename", text("dir/inner"), text("dir/inner")),
    call("unlink", text("dir/inner")),
    call("rmdir", text("dir")),
    call("close", $(0)),
  ],
  // permissions, owner, times
  [
    call("creat", text("file.txt"), 0o644),
    call("chmod", text("file.txt"), 0),
    call("access", text("file.txt"), 4),
    call("fchmod", $(0), 0o600),
    call("access", text("file.txt"), 6),
    call("chown", text("file.txt"), 1000, 1000),
    call("chown", text("file.txt"), 0, 0),
    call("chown", text("file.txt"), -1, -1),
    call("chown", text("no-such-file"), -1, -1),
    call("fchown", $(0), 1000, -1),
    call("lchown", text("file.txt"), 5, -1),
    call("utime", text("file.txt"), 0),
    call("utime", text("file.txt"), BAD),
    call("utime", text("no-such-file"), 0),
    call("utimes", text("file.txt"), 0),
    call("utimes", text("file.txt"), BAD),
    call("chmod", text("/dev/null"), 0o600),
    call("flock", $(0), 2),
    call("flock", 77, 2),
    call("ftruncate", $(0), 3),
    call("truncate", text("file.txt"), 2),
    call("truncate", text("file.txt"), -1),
    call("truncate", text("no-such-file"), 1),
    call("lseek", $(0), 0, 2),
    call("close", $(0)),
    call("unlink", text("file.txt")),
  ],
  [
    call("creat", text("file.txt"), 0o644),
    call("getdents64", $(0), RW, 1000),
    call("getdents", $(0), RW, 1000),
    call("close", $(0)),
    call("unlink", text("file.txt")),
    call("mkdir", text("dir"), 0o755),
    call("open", text("dir"), O_RDONLY | O_DIRECTORY, 0),
    call("getdents64", $(6), RW, 10),
    call("getdents64", $(6), BAD, 1000),
    call("getdents64", $(6), RW, 1000),
    call("getdents64", $(6), RW, 1000),
    call("lseek", $(6), 0, 0),
    call("getdents", $(6), RW, 1000),
    call("fchdir", $(6)),
    call("fchdir", 1),
    call("fchdir", 55),
    call("close", $(6)),
  ],
  [
    call("mkdir", text("dir"), 0),
    call("chdir", text("dir")),
    call("creat", text("dir/inner"), 0o600),
    call("rmdir", text("dir")),
  ],
  [
    call("mknod", text("file.txt"), 0o100644, 0),
    call("mknod", text("file.txt"), 0o100644, 0),
    call("mknod", text("link"), 0o60644, 0),
    call("unlink", text("file.txt")),
  ],
  // waiting for descriptors: RW holds zeros but for a duration at 64
  [
    call("poll", RW, 0, 0),
    call("poll", BAD, 1, 0),
    call("poll", RW, 5000, 0),
    call("epoll_create", 0),
    call("epoll_create", 1),
    call("epoll_create1", 1),
    call("epoll_wait", $(4), RW, 0, 0),
    call("epoll_wait", $(4), RW, 3, 0),
    call("epoll_wait", 1, RW, 3, 0),
    call("epoll_ctl", $(4), 1, 77, RW),
    call("epoll_ctl", $(4), 2, 1, RW),
    call("epoll_ctl", $(4), 1, 1, BAD),
    call("epoll_ctl", $(4), 9, 1, RW),
    call("epoll_ctl", $(4), 1, 1, RW),
    call("epoll_ctl", $(4), 1, 1, RW),
    call("epoll_ctl", $(4), 3, 1, RW),
    call("epoll_wait", $(4), RW, 3, 0),
    call("epoll_ctl", $(4), 2, 1, 0),
    call("read", $(4), RW, 8),
    call("close", $(4)),
  ],
  [
    call("eventfd2", 3, 0),
    call("read", $(0), RW, 4),
    call("read", $(0), RW, 8),
    call("write", $(0), RW, 4),
    call("write", $(0), RW, 8),
    call("write", $(0), BAD, 8),
    call("lseek", $(0), 0, 0),
    call("eventfd2", 0, 64),
    call("close", $(0)),
  ],
  [
    call("creat", text("file.txt"), 0o644),
    call("write", $(0), text("hello, world\n"), 13),
    call("open", text("file.txt"), O_RDWR, 0),
    call("sendfile", 1, $(2), 0, 5),
    call("lseek", $(2), 0, 1),
    call("sendfile", 1, $(2), RW, 5),
    call("lseek", $(2), 0, 1),
    call("sendfile", 1, 0, 0, 5),
    call("sendfile", 1, 77, 0, 5),
    call("sendfile", 1, $(2), BAD, 5),
    call("sendfile", $(2), $(0), 0, 5),
    call("preadv", $(2), RW, 0, 0, 0),
    call("preadv", 0, RW, 0, 0, 0),
    call("preadv", $(2), RW, -1, 0, 0),
    call("close", $(0)),
    call("close", $(2)),
    call("unlink", text("file.txt")),
  ],
  [
    call("memfd_create", text("memory"), 1),
    call("write", $(0), text("hello, world\n"), 13),
    call("lseek", $(0), 0, 2),
    call("fcntl", $(0), 1, 0),
    call("memfd_create", text("memory"), 0x1000),
    call("memfd_create", BAD, 0),
    call("ftruncate", $(0), 5),
    call("close", $(0)),
  ],
  // shared mappings: what is stored is read, what is written is seen
  [
    call("open", text("file.txt"), O_RDWR | O_CREAT, 0o644),
    call("ftruncate", $(0), 4096),
    call("MAP", 0x20000000, 4096, 3, 0x11, $(0), 0),
    call("read", 0, 0x20000000, 5),
    call("pread64", $(0), RW, 5, 0),
    call("MAP", 0, 4096, 3, 1, 1, 0),
    call("msync", 0x20000000, 4096, 4),
    call("msync", 0x20000000, 4096, 5),
    call("msync", 0x20000000, 8192, 4),
    call("write", 1, 0x20000000, 5),
    call("mremap", 0x20000000, 4096, 8192, 0, 0),
    call("munmap", 0x20000000, 8192),
    call("close", $(0)),
    call("open", text("file.txt"), O_RDONLY, 0),
    call("MAP", 0, 4096, 3, 1, $(13), 0),
    call("read", $(13), RW, 5),
    call("close", $(13)),
    call("unlink", text("file.txt")),
  ],
  // who and where
  [
    call("getresuid", RW, RW, RW),
    call("getresuid", RW, BAD, RW),
    call("setresuid", -1, -1, -1),
    call("setresuid", 0, 0, 0),
    call("setreuid", 1000, 1000),
    call("setregid", 5, -1),
    call("getgroups", -1, RW),
    call("getpriority", 0, 0),
    call("getpriority", 9, 0),
    call("setpriority", 0, 0, 1),
    call("sched_get_priority_max", 1),
    call("sched_get_priority_max", 0),
    call("sched_get_priority_min", 2),
    call("sched_get_priority_min", 77),
    call("sched_getscheduler", 0),
    call("sched_getparam", 0, RW),
    call("sched_getparam", -1, RW),
    call("sched_setaffinity", 0, 8, BAD),
    call("getcpu", BAD, 0, 0),
    call("setuid", 0),
    call("chroot", text("dir")),
    call("sethostname", RW, 1),
    call("reboot", 1, 2, 3, 0),
    call("wait4", -1, 0, 0, 0),
    call("waitid", 0, 0, 0, 4),
    call("setrlimit", 99, RW),
    call("setrlimit", 4, BAD),
    call("setrlimit", 4, RW),
    call("sync"),
    call("sethostname", RW, -1),
  ],
];

const common: readonly (readonly Step[])[] = [
  ...files,
  // write
  [call("write", 1, text("hello, world\n"), 13), call("write", 1, text("hello, world\n"), 0), call("write", 1, BAD, 0)],
  [
    call("write", 1, BAD, 5),
    call("write", 7, RW, 5),
    call("write", 0, RW, 5),
    call("write", -1, RW, 1),
    call("write", 1, 0, 1),
  ],
  [call("write", 1, EDGE + 4090, 100), call("write", 1, EDGE - 4096, 4097), call("write", 1, RW, -1)],
  [call("write", 1, EDGE, 5000), call("write", 1, RW, 20000)],
  // read
  [call("read", 0, RW, 5), call("read", 0, RW, 0), call("read", 0, RW, 100), call("read", 0, RW, 100)],
  [call("read", 1, RW, 5), call("read", 9, RW, 5), call("read", 0, RO, 5), call("read", 0, BAD, 0)],
  // close and dup
  [
    call("close", 9),
    call("dup", 1),
    call("write", $(1), RW, 1),
    call("close", $(1)),
    call("close", $(1)),
    call("dup", 50),
  ],
  [
    call("dup2", 1, 7),
    call("write", 7, RW, 3),
    call("dup2", 1, 1),
    call("dup2", 40, 7),
    call("dup2", 1, -1),
    call("dup2", 1, 5000),
    call("close", 7),
  ],
  [call("dup3", 1, 1, 0), call("dup3", 1, 8, 0), call("dup3", 1, 8, 7), call("close", 8)],
  // files
  [
    call("open", text("file.txt"), O_RDWR | O_CREAT | O_TRUNC, 0o644),
    call("write", $(0), text("hello, world\n"), 13),
    call("lseek", $(0), 0, 0),
    call("read", $(0), RW, 5),
    call("lseek", $(0), -3, 2),
    call("read", $(0), RW, 100),
    call("read", $(0), RW, 100),
    call("lseek", $(0), -1, 0),
    call("lseek", $(0), 0, 9),
    call("lseek", $(0), 100, 0),
    call("write", $(0), RW, 1),
    call("lseek", $(0), 0, 2),
    call("ftruncate", $(0), 5),
    call("lseek", $(0), 0, 2),
    call("lseek", $(0), 0, 1),
    call("close", $(0)),
    call("open", text("file.txt"), O_RDONLY, 0),
    call("write", $(16), RW, 1),
    call("ftruncate", $(16), 1),
    call("read", $(16), EDGE + 4094, 100),
    call("read", $(16), RW, 100),
    call("close", $(16)),
    call("open", text("file.txt"), O_RDWR | O_CREAT | O_EXCL, 0o644),
    call("open", text("file.txt"), O_WRONLY | O_APPEND, 0),
    call("write", $(23), text("hello, world\n"), 13),
    call("lseek", $(23), 0, 1),
    call("read", $(23), RW, 1),
    call("close", $(23)),
    call("open", text("file.txt"), O_RDONLY | O_DIRECTORY, 0),
    call("open", text("file.txt/x"), O_RDONLY, 0),
    call("unlink", text("file.txt")),
    call("unlink", text("file.txt")),
  ],
  [
    call("open", text("no-such-file"), O_RDONLY, 0),
    call("open", text(""), O_RDONLY, 0),
    call("open", BAD, 0, 0),
    call("open", 0, 0, 0),
  ],
  [
    call("creat", text("other.txt"), 0o600),
    call("close", $(0)),
    call("access", text("other.txt"), 4),
    call("access", text("other.txt"), 1),
    call("access", text("no-such-file"), 0),
    call("access", text("other.txt"), 9),
    call("unlink", text("other.txt")),
  ],
  [
    call("open", text("secret"), O_WRONLY | O_CREAT, 0),
    call("close", $(0)),
    call("open", text("secret"), O_RDONLY, 0),
    call("open", text("secret"), O_WRONLY, 0),
    call("chmod", text("secret"), 0o400),
    call("open", text("secret"), O_RDONLY, 0),
    call("close", $(5)),
    call("unlink", text("secret")),
  ],
  [
    call("mkdir", text("dir"), 0o755),
    call("mkdir", text("dir"), 0o755),
    call("open", text("dir"), O_WRONLY, 0),
    call("open", text("dir"), O_RDONLY, 0),
    call("read", $(3), RW, 10),
    call("close", $(3)),
    call("creat", text("dir/inner"), 0o644),
    call("close", $(6)),
    call("rmdir", text("dir")),
    call("unlink", text("dir")),
    call("rename", text("dir/inner"), text("other.txt")),
    call("rmdir", text("dir")),
    call("rmdir", text("other.txt")),
    call("unlink", text("other.txt")),
    call("rmdir", text("dir")),
  ],
  [
    call("open", text("/dev/null"), O_RDWR, 0),
    call("write", $(0), RW, 10),
    call("read", $(0), RW, 10),
    call("write", $(0), BAD, 10),
    call("close", $(0)),
  ],
  [call("open", text("/dev/full"), O_RDWR, 0), call("write", $(0), RW, 10), call("close", $(0))],
  [call("open", text("/dev/zero"), O_RDWR, 0), call("read", $(0), RW, 10), call("close", $(0))],
  [
    call("lseek", 1, 0, 1),
    call("lseek", 30, 0, 0),
    call("ioctl", 1, 0x5401, RW),
    call("ioctl", 33, 0x5401, RW),
    call("fsync", 1),
  ],
  [
    call("fcntl", 1, 1, 0),
    call("fcntl", 1, 0, 20),
    call("fcntl", $(1), 2, 1),
    call("fcntl", $(1), 1, 0),
    call("close", $(1)),
    call("fcntl", 60, 1, 0),
    call("fcntl", 1, 0, 100000),
  ],
  // brk
  [brk(0), brk($(0, 4096)), brk($(0, 4097)), brk($(0, 0)), brk(1), brk(0x1000), brk($(0, 100)), brk(0)],
  // mmap family
  [address("MAP", 0, 4096, 3, 0x22, -1, 0), call("munmap", $(0), 4096), call("munmap", $(0), 4096)],
  [
    call("MAP", 0, 0, 3, 0x22, -1, 0),
    call("MAP", 0, 4096, 3, 0x20, -1, 0),
    call("MAP", 0, 4096, 3, 0, 0, 0),
    call("MAP", 0, 4096, 3, 2, 77, 0),
    call("MAP", 0, 1024, 3, 0, 0, 0),
  ],
  [
    call("MAP", 0x20000001, 4096, 3, 0x32, -1, 0),
    call("MAP", 0x20000000, 4096, 3, 0x32, -1, 0),
    call("MAP", 0x20000000, 4096, 3, 0x100022, -1, 0),
    call("MAP", 0x20000000, 4096, 3, 0x22, -1, 0),
    call("munmap", 0x20000000, 4096),
  ].map((step, k) => (k === 3 ? { ...step, show: "address" as const } : step)),
  [call("MAP", 0, 4096, 3, 0x2, 1, 0), call("MAP", 0, 4096, 3, 0x1, 0, 0)],
  [
    call("MAP", 0x20000000, 0x4000, 3, 0x32, -1, 0),
    call("munmap", 0x20001000, 0x1000),
    call("mprotect", 0x20000000, 0x4000, 1),
    call("mprotect", 0x20002000, 0x2000, 1),
    call("write", 1, 0x20000000, 1),
    call("read", 0, 0x20002000, 1),
    call("read", 0, 0x20000000, 1),
    call("munmap", 0x20000000, 0x4000),
  ],
  [call("munmap", 0x20000001, 4096), call("munmap", 0x20000000, 0)],
  [
    call("mprotect", 0x20000000, 4096, 1),
    call("mprotect", RW + 1, 4096, 3),
    call("mprotect", RW, 0, 3),
    call("mprotect", RW, 4096, 3),
    call("mprotect", RW, 4096, 0x1000),
    call("mprotect", RW, -1, 3),
  ],
  [
    call("MAP", 0x20000000, 0x2000, 3, 0x32, -1, 0),
    call("mremap", 0x20000000, 0x2000, 0x1000, 0, 0),
    call("mremap", 0x20000000, 0x1000, 0x3000, 0, 0),
    call("mremap", 0x20000001, 0x1000, 0x3000, 0, 0),
    call("mremap", 0x20000000, 0x3000, 0, 0, 0),
    call("mremap", 0x30000000, 0x1000, 0x2000, 0, 0),
    call("mremap", 0x20000000, 0x3000, 0x4000, 8, 0),
    call("munmap", 0x20000000, 0x3000),
  ],
  [
    call("MAP", 0x20000000, 0x1000, 3, 0x32, -1, 0),
    call("MAP", 0x20001000, 0x1000, 1, 0x32, -1, 0),
    call("mremap", 0x20000000, 0x1000, 0x2000, 0, 0),
    address("mremap", 0x20000000, 0x1000, 0x2000, 1, 0),
    call("munmap", $(3), 0x2000),
    call("munmap", 0x20000000, 0x2000),
  ],
  [
    call("madvise", RW, 4096, 4),
    call("madvise", RW + 1, 4096, 4),
    call("madvise", 0x20000000, 4096, 4),
    call("msync", RW, 4096, 4),
  ],
  // time
  [
    call("nanosleep", BAD, 0),
    call("nanosleep", RW + 64, 0),
    call("clock_gettime", 0, BAD),
    call("clock_gettime", 99, RW),
    call("clock_gettime", 1, RW),
    call("clock_getres", 0, RW),
    call("gettimeofday", RW, 0),
    call("gettimeofday", BAD, 0),
    call("time", BAD),
  ],
  // process
  [
    call("uname", RW),
    call("uname", BAD),
    call("getrandom", RW, 16, 0),
    call("getrandom", RW, 16, 64),
    call("getrandom", BAD, 16, 0),
    call("kill", 999999, 0),
    call("kill", 0, 99),
    call("tgkill", -1, 1, 1),
    call("umask", 0o22),
    call("umask", 0o22),
  ],
  [
    call("rt_sigaction", 10, 0, RW, 8),
    call("rt_sigaction", 10, 0, RW, 4),
    call("rt_sigaction", 99, 0, RW, 8),
    call("rt_sigaction", 9, 0, RW, 8),
    call("rt_sigaction", 10, BAD, 0, 8),
    call("rt_sigprocmask", 0, 0, RW, 8),
    call("rt_sigprocmask", 7, RW, 0, 8),
    call("rt_sigprocmask", 0, RW, 0, 5),
    call("rt_sigprocmask", 0, BAD, 0, 8),
  ],
  [
    call("readv", 0, RW, -1),
    call("writev", 1, RW, 0),
    call("writev", 1, BAD, 1),
    call("writev", 1, RW, 2000),
    call("writev", 60, RW, 1),
  ],
  [
    call("stat", text("no-such-file"), RW),
    call("stat", text("/dev/null"), RW),
    call("stat", text("/dev/null"), BAD),
    call("fstat", 1, RW),
    call("fstat", 99, RW),
    call("lstat", BAD, RW),
  ],
  [
    call("getcwd", RW, 1),
    call("chdir", text("no-such-file")),
    call("chdir", text("/dev/null")),
    call("prctl", 9999, 0, 0, 0, 0),
    call("sched_yield"),
    call("getrlimit", 99, RW),
    call("getrlimit", 3, RW),
    call("sysinfo", BAD),
  ],
];

const only64: readonly (readonly Step[])[] = [
  [
    call("arch_prctl", 0x1003, RW),
    call("arch_prctl", 0x1003, BAD),
    call("arch_prctl", 0x9999, 0),
    call("arch_prctl", 0x1001, 0x5000),
    call("arch_prctl", 0x1004, RW),
  ],
  // In the i386 ABI these would be sizes that a 64-bit process can have.
  [call("munmap", 0x20000000, -1), call("munmap", -4096, 4096)],
  [call("pread64", 0, RW, 5, 0), call("pread64", 0, RW, 5, -1), call("pwrite64", 1, RW, 5, 0)],
  [
    call("openat", -100, text("no-such-file"), 0, 0),
    call("openat", 77, text("no-such-file"), 0, 0),
    call("openat", 0, text("no-such-file"), 0, 0),
  ],
];

const abis: readonly Abi[] = ["x86_64", "i386"];
const cases = abis.flatMap((abi) => [...common, ...(abi === "x86_64" ? only64 : [])].map((steps) => ({ abi, steps })));

/** mmap has another number and shape in i386: mmap2 takes its offset in pages. */
const numberOf = (abi: Abi, name: string): number =>
  syscallByName(name === "MAP" ? (abi === "i386" ? "mmap2" : "mmap") : name)![abi]!;

const shownName = (name: string): string => (name === "MAP" ? "mmap" : name);

function record(): string {
  const rows = cases.map(({ abi, steps }) => {
    const list = steps.map(({ name, args, show }) => {
      const values = Array.from({ length: 6 }, (_, k) => args[k] ?? 0).map((value) =>
        typeof value === "number" ? `{-1, ${value}L}` : `{${value.result}, ${value.plus}L}`,
      );
      return `{"${shownName(name)}", ${numberOf(abi, name)}, ${show === "address" ? 1 : show === "break" ? 2 : 0}, {${values.join(", ")}}}`;
    });
    return `  run(${abi === "i386" ? 1 : 0}, ${steps.length}, (struct step[]){${list.join(", ")}});`;
  });
  const strings = [...textAt].map(([content, at]) => `  strcpy((char *)${at}, ${JSON.stringify(content)});`);
  return runNative(
    `#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <sys/resource.h>
#include <sys/syscall.h>
struct value { int from; long plus; };
struct step { const char *name; long number; int show; struct value args[6]; };
static FILE *out;
static long low(long n, long a, long b, long c, long d, long e, long f) {
  long r;
  register long r8 asm("r8") = f;
  asm volatile("push %%rbp; mov %%r8, %%rbp; int $0x80; pop %%rbp" : "=a"(r)
    : "a"(n), "b"(a & 0xffffffff), "c"(b & 0xffffffff), "d"(c & 0xffffffff), "S"(d & 0xffffffff), "D"(e & 0xffffffff), "r"(r8)
    : "memory", "r9", "r10", "r11", "r12");
  return (int)r;
}
static long high(long n, long a, long b, long c, long d, long e, long f) {
  long r;
  register long r10 asm("r10") = d; register long r8 asm("r8") = e; register long r9 asm("r9") = f;
  asm volatile("syscall" : "=a"(r) : "a"(n), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
  return r;
}
static int number;
static void run(int i386, int count, struct step *steps) {
  number++;
  fflush(out);
  if (fork() != 0) { wait(0); system("chmod -R u+rwx . 2>/dev/null; rm -rf ./*"); return; }
  // Each case has its own process, streams that are pipes, and memory at known places.
  int in[2], outs[2];
  pipe(in); pipe(outs);
  write(in[1], "hello world\\n", 12);
  close(in[1]);
  dup2(fileno(out), 900); dup2(outs[0], 901);
  dup2(in[0], 0); dup2(outs[1], 1); dup2(outs[1], 2);
  FILE *result = fdopen(900, "w");
  static char buffer[1 << 16];
  setvbuf(result, buffer, _IOFBF, sizeof buffer);
  for (int fd = 3; fd < 30; fd++) close(fd);
  mmap((void *)${RW}, 4096, 3, 0x32, -1, 0);
  mmap((void *)${RO}, 4096, 1, 0x32, -1, 0);
  mmap((void *)${EDGE}, 4096, 3, 0x32, -1, 0);
  mmap((void *)${TEXT}, 4096, 3, 0x32, -1, 0);
  *(long *)(${RW} + 64) = 1; *(long *)(${RW} + 72) = 2000000000;
  *(int *)(${RW} + 68) = i386 ? 2000000000 : 0;
${strings.join("\n")}
  long results[64], first = 0;
  fprintf(result, "%s %d\\n", i386 ? "i386" : "x86_64", number);
  for (int k = 0; k < count; k++) {
    long a[6];
    for (int j = 0; j < 6; j++) a[j] = (steps[k].args[j].from < 0 ? 0 : results[steps[k].args[j].from]) + steps[k].args[j].plus;
    long r = (i386 ? low : high)(steps[k].number, a[0], a[1], a[2], a[3], a[4], a[5]);
    results[k] = r;
    if (k == 0) first = r;
    if (r < 0 && r > -4096) fprintf(result, "%s = -%s\\n", steps[k].name, strerrorname_np(-r));
    else if (steps[k].show == 1) fprintf(result, "%s = address\\n", steps[k].name);
    else if (steps[k].show == 2) fprintf(result, "%s = break%+ld\\n", steps[k].name, (long)(unsigned)r - (long)(unsigned)first);
    else fprintf(result, "%s = %ld\\n", steps[k].name, r);
  }
  fflush(result);
  _exit(0);
}
int main(void) {
  char folder[] = "/tmp/syscallsXXXXXX";
  mkdtemp(folder);
  chmod(folder, 0777);
  chdir(folder);
  struct rlimit files = {1024, 1024};
  setrlimit(RLIMIT_NOFILE, &files);
  setresgid(1000, 1000, 1000);
  setresuid(1000, 1000, 1000);
  out = stdout;
${rows.join("\n")}
  fflush(out);
}
`,
    { flags: ["-no-pie", "-static"] },
  );
}

// Each case begins with its number, so that a crash of the recorder is seen.
const expected = recordedLines("os/syscalls.golden.txt", record);

test("system calls answer as Linux does", () => {
  const wrong: string[] = [];
  let line = 0;
  for (const [index, { abi, steps }] of cases.entries()) {
    assert.equal(expected[line], `${abi} ${index + 1}`);
    line++;
    const process = startProcess({ streams: "pipes" });
    process.input.push("hello world\n");
    const { memory, kernel } = process;
    const map = (start: number, protection: number): void => {
      kernel.parts.space.map({ start, sizeBytes: 4096, requestedBytes: 4096, protection, purpose: "mmap", name: "" });
    };
    map(RW, 3);
    map(RO, 1);
    map(EDGE, 3);
    map(TEXT, 3);
    for (const [content, at] of textAt) memory.poke(at, new TextEncoder().encode(`${content}\0`));
    memory.store(RW + 64, 8, abi === "i386" ? 1n | (2000000000n << 32n) : 1n);
    memory.store(RW + 72, 8, 2000000000n);
    const results: bigint[] = [];
    for (const [k, { name, args, show }] of steps.entries()) {
      const values = args.map((value) =>
        typeof value === "number" ? BigInt(value) : results[value.result]! + BigInt(value.plus),
      );
      const by = abi === "i386" ? "int80" : "syscall";
      const result = process.syscall(by, numberOf(abi, name), ...values).result;
      results.push(result);
      const shown =
        result < 0n && result > -4096n
          ? `-${errnoName(Number(-result))}`
          : show === "address"
            ? "address"
            : show === "break"
              ? `break${result >= results[0]! ? "+" : ""}${result - results[0]!}`
              : `${result}`;
      const actual = `${shownName(name)} = ${shown}`;
      if (actual !== expected[line])
        wrong.push(
          `${abi} ${k}. ${name}(${values.map((value) => `0x${BigInt.asUintN(64, value).toString(16)}`)}): ${shown}, Linux: ${expected[line]}`,
        );
      line++;
    }
  }
  assert.equal(line, expected.length);
  assert.deepEqual(wrong, []);
});
