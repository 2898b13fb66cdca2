// `--strace` beside strace itself: the same calls with the same memory, in both ABIs. The lines were recorded from strace 6.1
// over a C program that this file writes (RECORD=1); times, numbers of processes and addresses the kernel chose are left out.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { createStrace } from "../../debugger/os/strace.ts";
import { type Abi, syscallByName } from "../../server/facts/syscalls.ts";
import { recordedLines } from "./golden.ts";
import { startProcess } from "./process.ts";

// A writable page that both sides map first.
const RW = 0x10000000;
const [A, B, C, PATH] = [RW, RW + 0x100, RW + 0x200, RW + 0x800];

type Poke = readonly [address: number, bytes: 1 | 2 | 4 | 8, value: number];
interface Step {
  readonly name: string;
  readonly args: readonly number[];
  readonly pokes: readonly Poke[];
}

const call = (name: string, args: readonly number[], ...pokes: Poke[]): Step => ({ name, args, pokes });
/** Words of the ABI's size from an address on. */
const longs = (long: 4 | 8, address: number, ...values: number[]): Poke[] =>
  values.map((value, k) => [address + long * k, long, value]);
const ints = (address: number, ...values: number[]): Poke[] => values.map((value, k) => [address + 4 * k, 4, value]);
const text = (address: number, content: string): Poke[] =>
  [...`${content}\0`].map((character, k) => [address + k, 1, character.charCodeAt(0)]);

const NAME = "name.txt";
const HANDLER = 0x401000;

/** Descriptors: 3 and 4 are a pipe, later sockets and a file. */
function stepsOf(long: 4 | 8): readonly Step[] {
  const is64 = long === 8;
  const stat = is64 ? "stat" : "stat64";
  const fstat = is64 ? "fstat" : "fstat64";
  const fcntl = is64 ? "fcntl" : "fcntl64";
  return [
    // pipes and descriptors
    call("pipe2", [A, 0o2000000]),
    call("pipe2", [1, 0o4000]),
    call(fcntl, [3, 1]),
    call(fcntl, [3, 2, 0]),
    call(fcntl, [3, 1]),
    call(fcntl, [3, 3]),
    call(fcntl, [4, 4, 0o4000]),
    call(fcntl, [4, 0, 10]),
    call(fcntl, [4, 1030, 11]),
    call("dup3", [3, 12, 0o2000000]),
    call("close", [10]),
    call("write", [4, PATH, 3], ...text(PATH, "abcdef")),
    call("ioctl", [3, 0x541b, A]),
    call("poll", [A, 2, 0], ...ints(A, 3, 1, 4, 5)),
    call("poll", [A, 1, 0], ...ints(A, 4, 1)),
    call("ppoll", [A, 1, B, C, 8], ...ints(A, 3, 0x1ffff & 3), ...longs(long, B, 0, 0), ...ints(C, 2, 0)),
    call(
      is64 ? "select" : "_newselect",
      [5, A, B, 0, C],
      ...longs(long, A, 8),
      ...longs(long, B, 16),
      ...longs(long, C, 0, 0),
    ),
    call(is64 ? "select" : "_newselect", [5, A, 0, 0, C], ...longs(long, A, 16), ...longs(long, C, 0, 0)),
    call("read", [3, A, 10]),
    call("writev", [4, A, 2], ...longs(long, A, PATH, 2, PATH + 2, 3)),
    call("readv", [3, A, 2], ...longs(long, A, B, 2, C, 5)),
    // signals
    call("rt_sigprocmask", [0, A, 0, 8], ...ints(A, 6, 0)),
    call("rt_sigprocmask", [2, A, B, 8], ...ints(A, 0, 0)),
    call("rt_sigprocmask", [0, A, B, 8], ...ints(A, 0, 6)),
    call("rt_sigprocmask", [1, A, B, 8], ...ints(A, 0xffffffff, 0xffffffff)),
    call("rt_sigprocmask", [1, A, B, 8], ...ints(A, 0xfffffbff, 0xffffffff)),
    call("rt_sigprocmask", [7, A, B, 8]),
    call("rt_sigprocmask", [1, 0, A, 8]),
    call("rt_sigaction", [1, A, B, 8], ...longs(long, A, 1, 0, 0), ...ints(A + 3 * long, 0, 0)),
    call(
      "rt_sigaction",
      [10, A, B, 8],
      ...longs(long, A, HANDLER, 0x14000000, HANDLER + 8),
      ...ints(A + 3 * long, 0x200, 0),
    ),
    call("rt_sigaction", [10, A, B, 8], ...longs(long, A, HANDLER, 0x10000004, 0), ...ints(A + 3 * long, 0, 0)),
    call("rt_sigaction", [10, 0, B, 8]),
    call("rt_sigaction", [9, A, 0, 8], ...longs(long, A, 0, 0, 0), ...ints(A + 3 * long, 0, 0)),
    call("rt_sigpending", [A, 8]),
    call("sigaltstack", [0, A]),
    call("sigaltstack", [A, B], [A, long, RW + 0x4000], [A + long, 4, 0], [A + 2 * long, long, 8192]),
    call("rt_sigtimedwait", [A, B, C, 8], ...ints(A, 2, 0), ...longs(long, C, 0, 0)),
    // files
    call("open", [PATH, 0o102, 0o644], ...text(PATH, NAME)),
    call("write", [5, PATH, 4]),
    call(stat, [PATH, A]),
    call(stat, [A, A], ...text(A, "none")),
    call(fstat, [5, A]),
    call(fstat, [3, A]),
    call(stat, [A, B], ...text(A, "/dev/null")),
    call("access", [PATH, 6]),
    call("access", [PATH, 0]),
    call("faccessat", [-100, PATH, 4]),
    call(is64 ? "newfstatat" : "fstatat64", [-100, PATH, A, 0x100]),
    call("statx", [-100, PATH, 0x800, 0x7ff, 0]),
    call("symlink", [PATH, A], ...text(A, "link")),
    call("readlink", [A, B, 100]),
    call("unlink", [A]),
    call("mkdir", [A, 0o755], ...text(A, "dir")),
    call("unlinkat", [-100, A, 0x200]),
    call("umask", [0o27]),
    call("umask", [0o22]),
    call("fchmod", [5, 0o600]),
    call(is64 ? "fchown" : "fchown32", [5, -1, -1]),
    call("utimensat", [-100, PATH, A, 0], ...longs(long, A, 5, 0x3fffffff, 7, 1)),
    call("utimensat", [-100, PATH, 0, 0x100]),
    call("utimensat", [-100, PATH, A, 0], ...longs(long, A, 5, 0x3ffffffe, 7, 1)),
    call(fcntl, [5, 6, A], ...(is64 ? [...ints(A, 1, 0), ...longs(long, A + 8, 0, 0, 0)] : [...ints(A, 1, 0, 0, 0)])),
    call("flock", [5, 6]),
    call("flock", [5, 8]),
    call("pwrite64", [5, PATH, 4, 8, 0]),
    call("pread64", [5, A, 4, 8, 0]),
    call("msync", [RW, 4096, 4]),
    call("madvise", [RW + 0x4000, 4096, 4]),
    call("madvise", [RW + 0x4000, 4096, 99]),
    call("mincore", [RW, 100, B]),
    call("mprotect", [RW + 0x4000, 4096, 3]),
    call("unlink", [PATH]),
    call("close", [5]),
    // limits, times, identity
    call("getrlimit", [7, 1]),
    call("setrlimit", [4, A], ...longs(long, A, 0, 0)),
    call(is64 ? "getrlimit" : "ugetrlimit", [4, A]),
    call("prlimit64", [0, 4, 0, A]),
    call(
      "prlimit64",
      [0, 1, A, B],
      ...[0, 8].flatMap((at): Poke[] => [
        [A + at, 4, -1],
        [A + at + 4, 4, -1],
      ]),
    ),
    call("prlimit64", [0, 99, 0, A]),
    call("setitimer", [0, A, B], ...longs(long, A, 0, 0, 100, 5)),
    call("setitimer", [0, A, 0], ...longs(long, A, 0, 0, 0, 0)),
    call("getitimer", [1, A]),
    call("alarm", [0]),
    call("nanosleep", [A, B], ...longs(long, A, 0, 1)),
    call("clock_nanosleep", [1, 0, A, B], ...longs(long, A, 0, 1)),
    call("clock_nanosleep", [1, 1, A, 0], ...longs(long, A, 0, 1)),
    call("clock_getres", [1, A]),
    call("getrusage", [5, A]),
    call("uname", [1]),
    call("wait4", [-1, A, 1, 0]),
    call("waitid", [0, 0, A, 5, 0]),
    call("kill", [-5, 99]),
    call(is64 ? "getresuid" : "getresuid32", [1, A, B]),
    call(is64 ? "getgroups" : "getgroups32", [0, 0]),
    call("sched_getparam", [0, A]),
    call("getrandom", [A, 0, 1]),
    call("getrandom", [A, 0, 8]),
    call("prctl", [15, A], ...text(A, "worker")),
    call("prctl", [16, A]),
    call("prctl", [4, 1]),
    call("prctl", [3]),
    call("getpriority", [0, 0]),
    call("personality", [0xffffffff]),
    call("sysinfo", [1]),
    call("times", [0]),
    call("futex", [A, 0x81, 1, 0, 0, 0]),
    call("futex", [A, 0, 7, 0, 0, 0], ...ints(A, 8)),
    call("futex", [A, 0x189, 7, 0, 0, -1]),
    call("futex", [A, 0x84, 1, 1, B, 5]),
    call("membarrier", [0, 0]),
    // sockets
    call("socketpair", [1, 0o2000001, 0, A]),
    call("socket", [2, 0o4000 | 1, 6]),
    call("socket", [99, 1, 0]),
    call("bind", [7, A, 16], ...ints(A, 0x01000002, 0x0100007f, 0, 0)),
    call("bind", [7, A, 16], ...ints(A, 0x00500002, 0x0100007f, 0, 0)),
    call("bind", [6, A, 8], [A, 2, 1], ...text(A + 2, "sock")),
    call("connect", [7, A, 3], [A, 2, 1]),
    call("connect", [3, A, 9], [A, 2, 1], [A + 2, 1, 0], ...text(A + 3, "hidden")),
    call("listen", [7, 5]),
    call("getsockname", [5, A, B], ...ints(B, 128)),
    call("getsockopt", [5, 1, 3, A, B], ...ints(A, 0), ...ints(B, 4)),
    call("setsockopt", [7, 1, 2, A, 4], ...ints(A, 1)),
    call("setsockopt", [7, 6, 1, A, 4], ...ints(A, 1)),
    call("sendto", [5, PATH, 4, 0x4000, 0, 0], ...text(PATH, "message")),
    call("recvfrom", [6, A, 100, 2, 0, 0]),
    call("recvfrom", [6, A, 100, 0x40, 0, 0]),
    call("sendmsg", [5, A, 0], ...longs(long, A, 0, 0, B, 1, 0, 0, 0), ...longs(long, B, PATH, 3)),
    call("recvmsg", [6, A, 0], ...longs(long, A, 0, 0, B, 1, 0, 0, 0), ...longs(long, B, C, 30)),
    call("shutdown", [5, 1]),
    // what is waited for
    call("epoll_create1", [0o2000000]),
    call("epoll_ctl", [8, 1, 6, A], ...ints(A, 1, 6, 0)),
    call("epoll_ctl", [8, 2, 5, 0]),
    call("epoll_wait", [8, B, 4, 0]),
    call("eventfd2", [3, 0o2004001]),
    call("timerfd_create", [1, 0o4000]),
    call("timerfd_settime", [10, 0, A, 0], ...longs(long, A, 0, 0, 0, 0)),
    call("signalfd4", [-1, A, 8, 0o2000000], ...ints(A, 0x4000, 0)),
    // what fails at once
    call("execve", [A, B, 0], ...text(A, "./none"), ...longs(long, B, A, PATH, 0)),
    call(is64 ? "mmap" : "mmap2", [0, 0, 3, 0x22, -1, is64 ? 4096 : 1]),
    call("mremap", [1, 4096, 8192, 1, 0]),
    call("tgkill", [-1, -1, 10]),
    call("shmget", [0, 4096, 0o1600]),
    call("semget", [0, 1, 0o1600]),
    call("msgget", [0, 0o1600]),
  ].map(({ name, args, pokes }) => ({ name, args, pokes }));
}

/** What no two machines say alike: identifiers of System V objects, the kernel's flags of O_LARGEFILE. */
const common = (line: string): string =>
  line
    .replace(/^((?:shm|sem|msg)get\(.*\)\s*= )\d+$/, "$1ID")
    .replace(/^(times\(NULL\)\s*= )\d+$/, "$1TIME")
    .replace(/^(membarrier\(.*\)\s*= ).*$/, "$1COMMANDS");

function record(abi: Abi): string {
  const long = abi === "i386" ? 4 : 8;
  const folder = mkdtempSync(join(tmpdir(), "strace-"));
  const lines = stepsOf(long).map(({ name, args, pokes }) => {
    const stores = pokes.map(([address, bytes, value]) => `poke(${address}L,${bytes},${value}LL);`).join(" ");
    const values = [0, 1, 2, 3, 4, 5].map((k) => `${args[k] ?? 0}L`).join(",");
    return `${stores} syscall(${syscallByName(name)![abi]},${values});`;
  });
  const source = `#include <sys/mman.h>
#include <sys/syscall.h>
#include <string.h>
#include <unistd.h>
static void poke(long a, int n, long long v) { memcpy((void *)a, &v, n); }
int main(void) {
  mmap((void *)${RW}, 0x8000, 3, 0x32, -1, 0);
  for (int k = 3; k < 20; k++) close(k);
  close(1234);
  ${lines.join("\n  ")}
  close(1234);
  return 0;
}
`;
  try {
    writeFileSync(join(folder, "main.c"), source);
    const flags = abi === "i386" ? ["-m32"] : [];
    execFileSync("gcc", ["-w", "-static", ...flags, "-o", "main", "main.c"], { cwd: folder });
    // The user that a guest is, and its umask.
    execFileSync("chmod", ["777", folder]);
    const user = process.getuid?.() === 0 ? ["setpriv", "--reuid=1000", "--regid=1000", "--groups=1000"] : [];
    const command = [...user, "env", "-i", "strace", "-o", "lines", "./main"];
    execFileSync("sh", ["-c", `umask 22; ${command.join(" ")} 3<&- 4<&-`], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
      timeout: 10000,
    });
    const all = readFileSync(join(folder, "lines"), "latin1").split("\n");
    const marks = all.flatMap((line, k) => (line.startsWith("close(1234)") ? [k] : []));
    return `${all
      .slice(marks[0]! + 1, marks[1])
      .map(common)
      .join("\n")}\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ours(abi: Abi): string[] {
  const long = abi === "i386" ? 4 : 8;
  const process = startProcess(abi === "i386" ? { bits: 32 } : {});
  const lines: string[] = [];
  const listen = createStrace(process.memory, (line) => void lines.push(line));
  const by = abi === "i386" ? "int80" : "syscall";
  process.syscall(by, syscallByName(abi === "i386" ? "mmap2" : "mmap")![abi]!, RW, 0x8000, 3, 0x32, -1, 0);
  // Told as they happen: the memory of a moment ago is what strace saw at entry.
  process.events.push = (...events) => {
    events.forEach(listen);
    return 0;
  };
  for (const { name, args, pokes } of stepsOf(long)) {
    for (const [address, bytes, value] of pokes)
      process.memory.store(address, bytes, BigInt.asUintN(8 * bytes, BigInt(value)));
    process.syscall(by, syscallByName(name)![abi]!, ...args);
  }
  return lines.map(common);
}

for (const abi of ["x86_64", "i386"] as const)
  test(`arguments and results are decoded as by strace (${abi})`, () => {
    assert.deepEqual(
      ours(abi),
      recordedLines(`os/strace-calls.${abi}.golden.txt`, () => record(abi)),
    );
  });
