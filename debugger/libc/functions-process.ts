// The process's end, its environment and clocks, and the system calls under their C names.
// Source: ISO C11 7.22.4 and 7.27; the man pages of sections 2 and 3.

import { signalName, signals } from "../../server/facts/signals.ts";
import type { SyscallName } from "../../server/facts/syscalls.ts";
import type { LibcCall, LibcFunction, LibcFunctions, LibcResult } from "./call.ts";
import { abortWith } from "./functions-memory.ts";
import { latin1 } from "./program-memory.ts";
import { AREA, ATEXIT_LIMIT } from "./state.ts";
import { cResult, own, systemCall } from "./system-call.ts";

/**
 * Calls what atexit registered, last first, then what .fini_array names, last first, flushes and ends. The first call decides the code: a function that atexit
 * knows comes back here when it returns.
 */
export function exitProcess(call: LibcCall, code: number): LibcResult {
  if (call.libc.get("exiting") === 0) {
    call.libc.set("exiting", 1);
    call.libc.set("exitCode", code & 0xff);
  }
  const count = call.libc.get("atexitCount");
  if (count > 0) {
    call.libc.set("atexitCount", count - 1);
    const { memory, base } = call.libc;
    const target = memory.load(base + AREA.atexit + 8 * (count - 1), 8);
    const how = Number(memory.load(base + AREA.exitArguments + 16 * (count - 1), 8));
    const argument = memory.load(base + AREA.exitArguments + 16 * (count - 1) + 8, 8);
    const status = BigInt(call.libc.get("exitCode"));
    const args = how === HOW.status ? [status, argument] : how === HOW.argument ? [argument] : [];
    return { kind: "call-back", target, args, keep: [] };
  }
  const finals = call.libc.get("finalCalls");
  if (finals > 0) {
    call.libc.set("finalCalls", finals - 1);
    const long = call.bits / 8;
    const target = call.libc.memory.load(call.libc.get("finalArray") + long * (finals - 1), long);
    return { kind: "call-back", target, args: [], keep: [] };
  }
  call.streams.flushAll();
  return { kind: "exit", code: call.libc.get("exitCode") };
}

const exit: LibcFunction = {
  run: (call) => exitProcess(call, call.args.int()),
  resume: (call) => exitProcess(call, 0),
};

/** How exit calls what was registered: with nothing, with an argument, with its status and an argument. */
const HOW = { plain: 0, argument: 1, status: 2 } as const;

const register =
  (how: keyof typeof HOW) =>
  (call: LibcCall): LibcResult => {
    const count = call.libc.get("atexitCount");
    if (count === ATEXIT_LIMIT) return -1;
    const { memory, base } = call.libc;
    memory.store(base + AREA.atexit + 8 * count, 8, call.args.pointer());
    memory.store(base + AREA.exitArguments + 16 * count, 8, BigInt(HOW[how]));
    memory.store(base + AREA.exitArguments + 16 * count + 8, 8, how === "plain" ? 0n : call.args.pointer());
    call.libc.set("atexitCount", count + 1);
    return 0;
  };

/** The environment lies behind argv, where the kernel put it. */
export function getenv(call: LibcCall): LibcResult {
  const wanted = `${latin1(call.program.string(call.args.pointer()))}=`;
  const { memory } = call.libc;
  const long = call.bits / 8;
  for (let at = call.libc.get("environment"); at !== 0; at += long) {
    const pointer = memory.load(at, long);
    if (pointer === 0n) break;
    if (latin1(call.program.string(pointer)).startsWith(wanted)) return pointer + BigInt(wanted.length);
  }
  return 0n;
}

/** To the thread that runs. */
function raise(call: LibcCall, signal: number): LibcResult {
  const { owner, id } = call.kernel.processes.current;
  return cResult(call.libc, systemCall(call.kernel, "tgkill", [BigInt(owner), BigInt(id), BigInt(signal)]));
}

function time(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const seconds = call.kernel.clock.realtimeNs() / 1_000_000_000n;
  if (pointer !== 0n) call.program.writeWord(pointer, call.bits === 64 ? 8 : 4, seconds);
  return seconds;
}

/** A function that is a system call with C's results. */
export const system =
  (name: SyscallName, count: number) =>
  (call: LibcCall): LibcResult =>
    cResult(
      call.libc,
      systemCall(
        call.kernel,
        name,
        Array.from({ length: count }, () => BigInt.asUintN(64, call.args.long())),
      ),
    );

/** Pointers and sizes are unsigned also where a long is 32 bits. */
export const systemUnsigned =
  (name: SyscallName, count: number) =>
  (call: LibcCall): LibcResult =>
    cResult(
      call.libc,
      systemCall(
        call.kernel,
        name,
        Array.from({ length: count }, () => call.args.unsignedLong()),
      ),
    );

function moveBreak(call: LibcCall, to: bigint): boolean {
  const moved = call.kernel.space.moveBreak(Number(BigInt.asUintN(call.bits, to)), "brk", 0);
  if (moved.why === undefined) return true;
  call.libc.setErrno("ENOMEM");
  return false;
}

function sbrk(call: LibcCall): LibcResult {
  const before = BigInt(call.kernel.space.programBreak.end);
  const increment = call.args.long();
  return increment === 0n || moveBreak(call, before + increment) ? before : -1n;
}

function isatty(call: LibcCall): LibcResult {
  const file = call.kernel.descriptors.get(call.args.int());
  if (!file) call.libc.setErrno("EBADF");
  else if (file.kind !== "terminal") call.libc.setErrno("ENOTTY");
  return file?.kind === "terminal" ? 1 : 0;
}

function assertFail(call: LibcCall): LibcResult {
  const text = latin1(call.program.string(call.args.pointer()));
  const file = latin1(call.program.string(call.args.pointer()));
  const line = call.args.unsigned();
  const name = call.args.pointer();
  const where = name === 0n ? "" : ` ${latin1(call.program.string(name))}:`;
  const program = call.kernel.path.replace(/^.*\//, "");
  return abortWith(call, `${program}: ${file}:${line}:${where} Assertion \`${text}' failed.`);
}

/** pread and pwrite, whose offset is off_t or, in the functions for large files, off64_t. */
export const transferAt =
  (name: "pread64" | "pwrite64", offset: "long" | "longLong") =>
  (call: LibcCall): LibcResult => {
    const args = [BigInt(call.args.unsigned()), call.args.pointer(), call.args.unsignedLong()];
    const at = BigInt.asUintN(64, call.args[offset]());
    return cResult(call.libc, systemCall(call.kernel, name, [...args, at]));
  };

export const processFunctions = {
  exit,
  _exit: (call) => ({ kind: "exit", code: call.args.int() & 0xff }),
  abort: () => ({ kind: "signal", signal: "SIGABRT", number: signals.SIGABRT.number }),
  atexit: register("plain"),
  __cxa_atexit: register("argument"),
  on_exit: register("status"),
  __cxa_finalize: () => undefined,
  quick_exit: (call) => ({ kind: "exit", code: call.args.int() & 0xff }),
  // main's caller: its _start has the program's own name for it.
  __libc_start_main: (call) => {
    const main = call.args.pointer();
    const argc = call.args.unsigned();
    const argv = call.args.pointer();
    const environment = argv + BigInt((argc + 1) * (call.bits / 8));
    return { kind: "call-back", target: main, args: [BigInt(argc), argv, environment], keep: [] };
  },
  getenv,
  __errno_location: (call) => BigInt(call.libc.errnoAt),
  __stack_chk_fail: (call) => abortWith(call, "*** stack smashing detected ***: terminated"),
  __assert_fail: assertFail,
  time,
  clock: (call) => call.kernel.clock.processNs() / 1000n,
  write: systemUnsigned("write", 3),
  read: systemUnsigned("read", 3),
  open: systemUnsigned("open", 3),
  close: system("close", 1),
  lseek: system("lseek", 3),
  unlink: systemUnsigned("unlink", 1),
  remove: systemUnsigned("unlink", 1),
  brk: (call) => (moveBreak(call, call.args.pointer()) ? 0 : -1),
  sbrk,
  mmap: systemUnsigned("mmap", 6),
  munmap: systemUnsigned("munmap", 2),
  mprotect: systemUnsigned("mprotect", 3),
  kill: system("kill", 2),
  raise: (call) => {
    const signal = call.args.int();
    return signalName(signal) === undefined ? -1 : raise(call, signal);
  },
  getpagesize: () => 4096,
  isatty,
  dup: system("dup", 1),
  dup2: system("dup2", 2),
  pipe: systemUnsigned("pipe", 1),
  access: systemUnsigned("access", 2),
  mkdir: systemUnsigned("mkdir", 2),
  rmdir: systemUnsigned("rmdir", 1),
  chdir: systemUnsigned("chdir", 1),
  rename: systemUnsigned("rename", 2),
  creat: systemUnsigned("creat", 2),
  getppid: system("getppid", 0),
  getuid: system("getuid", 0),
  geteuid: system("geteuid", 0),
  getgid: system("getgid", 0),
  fcntl: (call) => own(call.bits === 64 ? "fcntl" : "fcntl64", 3)(call),
  ioctl: systemUnsigned("ioctl", 3),
  fsync: system("fsync", 1),
  _Exit: (call) => ({ kind: "exit", code: call.args.int() & 0xff }),
  ftruncate: system("ftruncate", 2),
  link: systemUnsigned("link", 2),
  symlink: systemUnsigned("symlink", 2),
  readlink: systemUnsigned("readlink", 3),
  chmod: systemUnsigned("chmod", 2),
  umask: system("umask", 1),
  uname: systemUnsigned("uname", 1),
  getrandom: systemUnsigned("getrandom", 3),
  getegid: system("getegid", 0),
  getpgrp: system("getpgrp", 0),
  sched_yield: system("sched_yield", 0),
  pread: transferAt("pread64", "long"),
  pwrite: transferAt("pwrite64", "long"),
  madvise: systemUnsigned("madvise", 3),
  msync: systemUnsigned("msync", 3),
} satisfies LibcFunctions;
