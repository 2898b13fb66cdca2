// `--strace` against lines that strace 6.1 printed for the same calls.
import assert from "node:assert/strict";
import test from "node:test";
import { createStrace } from "../../debugger/os/strace.ts";
import { syscallByName } from "../../server/facts/syscalls.ts";
import { startProcess } from "./process.ts";

test("lines are those of strace", () => {
  const process = startProcess();
  const lines: string[] = [];
  const listen = createStrace(process.memory, (line) => void lines.push(line));
  const run = (name: string, ...args: (number | bigint)[]): bigint => {
    const { result } = process.syscall("syscall", syscallByName(name)!.x86_64!, ...args);
    for (const event of process.events.splice(0)) listen(event);
    return result;
  };
  const text = (content: string): number => process.text(content);
  const file = text("file.txt");
  const none = text("none");
  const buffer = process.data;
  run("write", 1, text('hello\n\t"\\\x01\x19\xff'), 13);
  run("write", 1, text("0123456789012345678901234567890123456789"), 40);
  run("write", 7, text("x"), 1);
  assert.equal(run("open", file, 0o1102, 0o644), 3n);
  run("write", 3, text("abc\n"), 4);
  run("lseek", 3, -2, 2);
  run("read", 3, buffer, 10);
  run("read", 3, buffer, 0);
  run("open", none, 0o2000000, 0x123);
  run("openat", -100, none, 0, 1);
  run("open", 0x20, 0, 0);
  run("mmap", 0, 0, 0, 2, -1, 0);
  run("munmap", 1, 5);
  run("mprotect", 0x1000, 4096, 0);
  process.memory.store(buffer, 8, 0n);
  process.memory.store(buffer + 8, 8, 5n);
  run("nanosleep", buffer, 0);
  for (const [k, value] of [text("ab"), 2, text("cd"), 2].entries())
    process.memory.store(buffer + 8 * k, 8, BigInt(value));
  run("writev", 1, buffer, 2);
  run("kill", 0, 0);
  run("kill", 99999999, 11);
  run("dup2", 1, 50);
  run("fcntl", 1, 1, 0);
  run("unlink", file);
  run("close", 5);
  run("exit", 3);
  assert.deepEqual(lines, [
    'write(1, "hello\\n\\t\\"\\\\\\1\\31\\377\\0", 13) = 13',
    'write(1, "01234567890123456789012345678901"..., 40) = 40',
    'write(7, "x", 1)                        = -1 EBADF (Bad file descriptor)',
    'open("file.txt", O_RDWR|O_CREAT|O_TRUNC, 0644) = 3',
    'write(3, "abc\\n", 4)                    = 4',
    "lseek(3, -2, SEEK_END)                  = 2",
    'read(3, "c\\n", 10)                      = 2',
    'read(3, "", 0)                          = 0',
    'open("none", O_RDONLY|O_CLOEXEC)        = -1 ENOENT (No such file or directory)',
    'openat(AT_FDCWD, "none", O_RDONLY)      = -1 ENOENT (No such file or directory)',
    "open(0x20, O_RDONLY)                    = -1 EFAULT (Bad address)",
    "mmap(NULL, 0, PROT_NONE, MAP_PRIVATE, -1, 0) = -1 EBADF (Bad file descriptor)",
    "munmap(0x1, 5)                          = -1 EINVAL (Invalid argument)",
    "mprotect(0x1000, 4096, PROT_NONE)       = -1 ENOMEM (Cannot allocate memory)",
    "nanosleep({tv_sec=0, tv_nsec=5}, NULL)  = 0",
    'writev(1, [{iov_base="ab", iov_len=2}, {iov_base="cd", iov_len=2}], 2) = 4',
    "kill(0, 0)                              = 0",
    "kill(99999999, SIGSEGV)                 = -1 ESRCH (No such process)",
    "dup2(1, 50)                             = 50",
    "fcntl(1, F_GETFD)                       = 0",
    'unlink("file.txt")                      = 0',
    "close(5)                                = -1 EBADF (Bad file descriptor)",
    "exit(3)                                 = ?",
    "+++ exited with 3 +++",
  ]);
});
