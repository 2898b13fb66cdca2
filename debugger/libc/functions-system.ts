// System calls under the C names that POSIX and Linux give them, and what glibc builds from few of them.
// Source: the man pages of sections 2 and 3.

import { type SyscallName, syscallByNumber } from "../../server/facts/syscalls.ts";
import { USER_ID } from "../os/process-stack.ts";
import { syscallFunction } from "../os/syscall-functions.ts";
import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";

import { getenv, processFunctions, system, systemUnsigned, transferAt } from "./functions-process.ts";
import { ownText } from "./functions-string.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { AREA } from "./state.ts";
import { cResult, own, systemCall } from "./system-call.ts";
import { temporaryEnding } from "./temporary-name.ts";

const unsigned64 = (value: bigint): bigint => BigInt.asUintN(64, value);

/** An offset of 64 bits in both modes. */
function lseek64(call: LibcCall): LibcResult {
  const fd = BigInt(call.args.unsigned());
  const offset = unsigned64(call.args.longLong());
  return cResult(call.libc, systemCall(call.kernel, "lseek", [fd, offset, BigInt(call.args.unsigned())]));
}

function mmap64(call: LibcCall): LibcResult {
  const args = Array.from({ length: 5 }, () => call.args.unsignedLong());
  return cResult(call.libc, systemCall(call.kernel, "mmap", [...args, unsigned64(call.args.longLong())]));
}

/** The call of a number in the program's own ABI. */
function systemByNumber(call: LibcCall): LibcResult {
  const number = Number(call.args.long());
  const abi = call.bits === 64 ? "x86_64" : "i386";
  const args = Array.from({ length: 6 }, () => call.args.unsignedLong());
  const found = syscallByNumber(abi, number);
  const implementation = found && syscallFunction(found.name as SyscallName);
  if (!implementation) {
    call.libc.setErrno("ENOSYS");
    return -1n;
  }
  return cResult(call.libc, implementation({ kernel: call.kernel, abi, args }));
}

/** The vector lies behind the environment that the kernel made. */
function auxiliaryValue(call: LibcCall): LibcResult {
  const wanted = call.args.unsignedLong();
  const long = longOf(call);
  const { memory } = call.libc;
  let at = call.libc.get("kernelEnvironment");
  for (; memory.load(at, long) !== 0n; at += long);
  for (at += long; memory.load(at, long) !== 0n; at += 2 * long) {
    if (memory.load(at, long) === wanted) return memory.load(at + long, long);
  }
  call.libc.setErrno("ENOENT");
  return 0n;
}

const O_RDWR_CREAT_EXCL = 0o302n;

function mkstemp(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const path = latin1(call.program.string(pointer));
  if (!path.endsWith("XXXXXX")) {
    call.libc.setErrno("EINVAL");
    return -1;
  }
  call.program.write(pointer + BigInt(path.length - 6), bytesOf(temporaryEnding(call)));
  return cResult(call.libc, systemCall(call.kernel, "open", [pointer, O_RDWR_CREAT_EXCL, 0o600n]));
}

/** Without links in the path it is the path made absolute; what is not there gives NULL. */
function realpath(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const target = call.args.pointer();
  const path = latin1(call.program.string(pointer));
  const found = cResult(call.libc, systemCall(call.kernel, "access", [pointer, 0n]));
  if (found !== 0n) return 0n;
  const parts: string[] = [];
  for (const part of [...(path.startsWith("/") ? [] : currentFolder(call).split("/")), ...path.split("/")]) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const text = bytesOf(`/${parts.join("/")}\0`);
  const at = target === 0n ? BigInt(call.heap.allocate("realpath", text.length)) : target;
  if (at !== 0n) call.program.write(at, text);
  return at;
}

function currentFolder(call: LibcCall): string {
  const at = call.libc.base + AREA.text;
  systemCall(call.kernel, "getcwd", [BigInt(at), 0x200n]);
  const bytes = call.libc.memory.peek(at, 0x200);
  return latin1(bytes.subarray(0, bytes.indexOf(0)));
}

/** Microseconds as setitimer's ITIMER_REAL takes them: struct itimerval is interval, then value. */
function ualarm(call: LibcCall): LibcResult {
  const value = BigInt(call.args.unsigned());
  const interval = BigInt(call.args.unsigned());
  const at = call.libc.base + AREA.text;
  const { memory } = call.libc;
  for (const [k, us] of [interval, value].entries()) {
    memory.store(at + 16 * k, 8, us / 1_000_000n);
    memory.store(at + 16 * k + 8, 8, us % 1_000_000n);
  }
  systemCall(call.kernel, "setitimer", [0n, BigInt(at), BigInt(at + 32)]);
  return Number(memory.load(at + 48, 8) * 1_000_000n + memory.load(at + 56, 8));
}

function ttyname(call: LibcCall): LibcResult {
  const fd = call.args.int();
  if (call.kernel.descriptors.get(fd)?.kind === "terminal") return ownText(call, "/dev/tty");
  call.libc.setErrno("ENOTTY");
  return 0n;
}

/** Functions that return an error's number instead of setting errno. */
function clockNanosleep(call: LibcCall): LibcResult {
  const result = own("clock_nanosleep", 4)(call);
  return result === -1n ? Number(call.libc.memory.load(call.libc.base, 4)) : result;
}

function timespecGet(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const base = call.args.int();
  if (base !== 1) return 0;
  const ns = call.kernel.clock.realtimeNs();
  const long = longOf(call);
  call.program.writeWord(target, long, ns / 1_000_000_000n);
  call.program.writeWord(target + BigInt(long), long, ns % 1_000_000_000n);
  return base;
}

const S_IFIFO = 0o10000n;

/** glibc's set is longer than the kernel's, which is its first 8 bytes. */
function signalWait(call: LibcCall, how: "for ever" | "for a time"): LibcResult {
  const args = [call.args.pointer(), call.args.pointer(), how === "for ever" ? 0n : call.args.pointer(), 8n];
  const abi = call.bits === 32 ? "i386" : "x86_64";
  return cResult(call.libc, syscallFunction("rt_sigtimedwait")!({ kernel: call.kernel, abi, args: [...args, 0n, 0n] }));
}

const SI_QUEUE = -1n;

/** The kernel takes a whole siginfo: number, code, sender and value. */
function queueSignal(call: LibcCall): LibcResult {
  const pid = BigInt(call.args.unsigned());
  const signal = BigInt(call.args.unsigned());
  const value = call.args.pointer();
  const at = call.libc.base + AREA.text;
  const { memory } = call.libc;
  memory.poke(at, new Uint8Array(128));
  memory.store(at, 4, signal);
  memory.store(at + 8, 4, BigInt.asUintN(32, SI_QUEUE));
  const sender = call.bits === 64 ? 16 : 12;
  memory.store(at + sender, 4, BigInt(call.kernel.processes.current.id));
  memory.store(at + sender + 4, 4, BigInt(USER_ID));
  memory.store(at + sender + 8, longOf(call), value);
  const abi = call.bits === 32 ? "i386" : "x86_64";
  const args = [pid, signal, BigInt(at), 0n, 0n, 0n];
  return cResult(call.libc, syscallFunction("rt_sigqueueinfo")!({ kernel: call.kernel, abi, args }));
}

/** The kernel stores an int, C's timer_t is a pointer. */
function timerCreate(call: LibcCall): LibcResult {
  const args = [BigInt(call.args.unsigned()), call.args.pointer()];
  const target = call.args.pointer();
  const at = call.libc.base + AREA.text;
  const abi = call.bits === 32 ? "i386" : "x86_64";
  const all = [...args, BigInt(at), 0n, 0n, 0n];
  const result = cResult(call.libc, syscallFunction("timer_create")!({ kernel: call.kernel, abi, args: all }));
  if (result === 0n) call.program.writeWord(target, longOf(call), call.libc.memory.load(at, 4));
  return result;
}

/** lfind: one element after the other. */
const linear = (key: bigint, at: bigint, left: bigint, sizeBytes: bigint, compare: bigint): LibcResult =>
  left === 0n ? 0n : { kind: "call-back", target: compare, args: [key, at], keep: [key, at, left, sizeBytes, compare] };

export const systemFunctions = {
  syscall: systemByNumber,
  getauxval: auxiliaryValue,
  secure_getenv: getenv,
  getpgid: system("getpgid", 1),
  setpgid: system("setpgid", 2),
  getsid: system("getsid", 1),
  setsid: system("setsid", 0),
  setuid: system("setuid", 1),
  setgid: system("setgid", 1),
  nice: system("nice", 1),
  getrlimit: own("getrlimit", 2),
  setrlimit: own("setrlimit", 2),
  getrusage: own("getrusage", 2),
  times: own("times", 1),
  sched_getcpu: () => 0,
  get_nprocs: () => 1,
  getlogin: () => 0n,
  ttyname,
  killpg: (call) => {
    const group = BigInt(call.args.int());
    return cResult(call.libc, systemCall(call.kernel, "kill", [unsigned64(-group), BigInt(call.args.unsigned())]));
  },
  sigpending: (call) => cResult(call.libc, systemCall(call.kernel, "rt_sigpending", [call.args.pointer(), 8n])),
  sigsuspend: (call) => cResult(call.libc, systemCall(call.kernel, "rt_sigsuspend", [call.args.pointer(), 8n])),
  sigaltstack: own("sigaltstack", 2),
  setitimer: own("setitimer", 3),
  getitimer: own("getitimer", 2),
  ualarm,
  open64: processFunctions.open,
  openat: systemUnsigned("openat", 4),
  lseek64,
  pread64: transferAt("pread64", "longLong"),
  pwrite64: transferAt("pwrite64", "longLong"),
  mmap64,
  readv: own("readv", 3),
  writev: own("writev", 3),
  truncate: (call) => {
    const path = call.args.pointer();
    return cResult(call.libc, systemCall(call.kernel, "truncate", [path, BigInt.asUintN(64, call.args.long())]));
  },
  fchmod: systemUnsigned("fchmod", 2),
  chown: systemUnsigned("chown", 3),
  fchdir: system("fchdir", 1),
  dup3: system("dup3", 3),
  pipe2: systemUnsigned("pipe2", 2),
  faccessat: systemUnsigned("faccessat", 3),
  readlinkat: systemUnsigned("readlinkat", 4),
  renameat: systemUnsigned("renameat", 4),
  symlinkat: systemUnsigned("symlinkat", 3),
  mkdirat: systemUnsigned("mkdirat", 3),
  mkfifo: (call) => {
    const path = call.args.pointer();
    const mode = BigInt(call.args.unsigned() & 0o7777) | S_IFIFO;
    return cResult(call.libc, systemCall(call.kernel, "mknod", [path, mode]));
  },
  mknod: systemUnsigned("mknod", 3),
  flock: system("flock", 2),
  utime: own("utime", 2),
  utimes: own("utimes", 2),
  utimensat: own("utimensat", 4),
  statfs: own("statfs", 2),
  memfd_create: systemUnsigned("memfd_create", 2),
  mincore: systemUnsigned("mincore", 3),
  munlock: systemUnsigned("munlock", 2),
  mlockall: system("mlockall", 1),
  eventfd: systemUnsigned("eventfd2", 2),
  epoll_create: system("epoll_create", 1),
  epoll_create1: system("epoll_create1", 1),
  epoll_ctl: systemUnsigned("epoll_ctl", 4),
  epoll_wait: own("epoll_wait", 4),
  sysinfo: own("sysinfo", 1),
  prctl: systemUnsigned("prctl", 5),
  getentropy: (call) => {
    const args = [call.args.pointer(), call.args.unsignedLong(), 0n];
    const result = cResult(call.libc, systemCall(call.kernel, "getrandom", args));
    return typeof result === "bigint" && result >= 0n ? 0 : result;
  },
  getpriority: (call) => {
    const args = [BigInt(call.args.unsigned()), BigInt(call.args.unsigned())];
    const result = cResult(call.libc, systemCall(call.kernel, "getpriority", args));
    // The kernel answers 20 less the priority, so that no error looks like a result.
    return typeof result === "bigint" && result >= 0n ? 20n - result : result;
  },
  setpriority: system("setpriority", 3),
  settimeofday: own("settimeofday", 2),
  sigwait: (call) => {
    const args = [call.args.pointer(), 0n, 0n, 8n];
    const target = call.args.pointer();
    const result = cResult(call.libc, systemCall(call.kernel, "rt_sigtimedwait", args));
    if (typeof result !== "bigint" || result < 0n) {
      return result === -1n ? Number(call.libc.memory.load(call.libc.base, 4)) : result;
    }
    call.program.writeWord(target, 4, result);
    return 0;
  },
  sigwaitinfo: (call) => signalWait(call, "for ever"),
  sigtimedwait: (call) => signalWait(call, "for a time"),
  sigqueue: queueSignal,
  timer_create: timerCreate,
  timer_settime: own("timer_settime", 4),
  timer_gettime: own("timer_gettime", 2),
  timer_delete: own("timer_delete", 1),
  __libc_current_sigrtmin: () => 34,
  __libc_current_sigrtmax: () => 64,
  unlinkat: systemUnsigned("unlinkat", 3),
  fdatasync: system("fdatasync", 1),
  sync: () => undefined,
  mkstemp,
  mremap: systemUnsigned("mremap", 5),
  mlock: systemUnsigned("mlock", 2),
  realpath,
  sendfile: own("sendfile", 4),
  tzset: () => undefined,
  clock_nanosleep: clockNanosleep,
  timespec_get: timespecGet,
  lfind: {
    run: (call) => {
      const key = call.args.pointer();
      const array = call.args.pointer();
      const count = call.program.readWord(call.args.pointer(), longOf(call));
      const sizeBytes = call.args.unsignedLong();
      return linear(key, array, count, sizeBytes, call.args.pointer());
    },
    resume: (_call, kept, result) => {
      const [key, at, left, sizeBytes, compare] = kept as unknown as [bigint, bigint, bigint, bigint, bigint];
      return result === 0 ? at : linear(key, at + sizeBytes, left - 1n, sizeBytes, compare);
    },
  },
} satisfies LibcFunctions;
