// What Linux adds beside files under C names: notices as descriptors, messages, semaphores and shared memory, waiting with a
// signal mask. Most are the system call of the name; some take the arguments otherwise, and named things are files.
// Source: the man pages of sections 2 and 3; glibc 2.36 for where names of shared memory and semaphores lie.

import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { statBy } from "./functions-environment.ts";
import { system, systemUnsigned } from "./functions-process.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { AREA } from "./state.ts";
import { cResult, nativeCall, own, systemCall } from "./system-call.ts";
import { temporaryEnding, temporaryName } from "./temporary-name.ts";

const unsigned64 = (value: bigint): bigint => BigInt.asUintN(64, value);

/** glibc 2.33's older names have the structure's version in front. */
const versioned =
  (name: "stat" | "lstat" | "fstat") =>
  (call: LibcCall): LibcResult => {
    call.args.int();
    return statBy(name)(call);
  };

/** struct stat64 is the kernel's own in 32 bits. */
const stat64 = (name: "stat" | "lstat" | "fstat") => (call: LibcCall) =>
  own(call.bits === 64 ? name : `${name}64`, 2)(call);

/** Functions that return the error's number instead of setting errno. */
const numbered =
  (run: (call: LibcCall) => LibcResult) =>
  (call: LibcCall): LibcResult => {
    const before = call.libc.memory.load(call.libc.base, 4);
    const result = run(call);
    if (result !== -1n) return result === "pending" ? result : 0;
    const number = call.libc.memory.load(call.libc.base, 4);
    call.libc.memory.store(call.libc.base, 4, before);
    return Number(number);
  };

/** A length of 64 bits in both modes. */
const sized =
  (name: "ftruncate" | "truncate") =>
  (call: LibcCall): LibcResult => {
    const subject = call.args.unsignedLong();
    return cResult(call.libc, systemCall(call.kernel, name, [subject, unsigned64(call.args.longLong())]));
  };

// ---- waiting

/** The kernel changes the time that it is given, glibc's functions give it a copy. @returns the copy's address, or 0 */
function copyOfTime(call: LibcCall, pointer: bigint): bigint {
  if (pointer === 0n) return 0n;
  const at = call.libc.base + AREA.text;
  call.libc.memory.poke(at, call.program.read(pointer, 2 * longOf(call)));
  return BigInt(at);
}

function pselect(call: LibcCall): LibcResult {
  const sets = Array.from({ length: 4 }, () => call.args.unsignedLong());
  const time = copyOfTime(call, call.args.pointer());
  const mask = call.args.pointer();
  // The sixth argument names the mask and its size.
  const pair = call.libc.base + AREA.text + 32;
  const long = longOf(call);
  call.libc.memory.store(pair, long, mask);
  call.libc.memory.store(pair + long, long, 8n);
  return cResult(call.libc, nativeCall(call, "pselect6", [...sets, time, mask === 0n ? 0n : BigInt(pair)]));
}

function ppoll(call: LibcCall): LibcResult {
  const entries = [call.args.unsignedLong(), call.args.unsignedLong()];
  const time = copyOfTime(call, call.args.pointer());
  return cResult(call.libc, nativeCall(call, "ppoll", [...entries, time, call.args.pointer(), 8n]));
}

// ---- named things

const O_CREAT = 0o100;
const O_EXCL = 0o200;
const O_NOFOLLOW_CLOEXEC = 0o2400000;

/** A path of libc's own making, in its memory. */
function ownPath(call: LibcCall, path: string): bigint {
  const at = call.libc.base + AREA.text;
  call.libc.memory.poke(at, bytesOf(`${path}\0`).subarray(0, 0x200));
  return BigInt(at);
}

/** Name of the file that a name of shared memory stands for; undefined when it cannot be one. */
function sharedName(call: LibcCall, prefix: string): string | undefined {
  const name = latin1(call.program.string(call.args.pointer())).replace(/^\/+/, "");
  if (name !== "" && !name.includes("/") && name.length <= 255 - prefix.length) return `/dev/shm/${prefix}${name}`;
  call.libc.setErrno("EINVAL");
  return undefined;
}

function shmOpen(call: LibcCall): LibcResult {
  const path = sharedName(call, "");
  if (path === undefined) return -1;
  const args = [ownPath(call, path), BigInt(call.args.unsigned() | O_NOFOLLOW_CLOEXEC), BigInt(call.args.unsigned())];
  return cResult(call.libc, systemCall(call.kernel, "open", args));
}

const unlinkShared =
  (prefix: string) =>
  (call: LibcCall): LibcResult => {
    const path = sharedName(call, prefix);
    return path === undefined ? -1 : cResult(call.libc, systemCall(call.kernel, "unlink", [ownPath(call, path)]));
  };

const SEMAPHORE_BYTES = { 32: 16, 64: 32 } as const;

/** The file is made with the count in it, then mapped shared. */
function semOpen(call: LibcCall): LibcResult {
  const path = sharedName(call, "sem.");
  if (path === undefined) return 0n;
  const flags = call.args.unsigned();
  const mode = call.args.unsigned();
  const value = call.args.unsigned();
  const open = (more: number) =>
    cResult(
      call.libc,
      systemCall(call.kernel, "open", [ownPath(call, path), BigInt(2 | O_NOFOLLOW_CLOEXEC | more), BigInt(mode)]),
    );
  const isMade = (flags & O_CREAT) !== 0;
  let fd = isMade && flags & O_EXCL ? -1n : open(0);
  if (fd === -1n && isMade) {
    fd = open(O_CREAT | O_EXCL);
    if (typeof fd === "bigint" && fd >= 0n) {
      const at = call.libc.base + AREA.text;
      call.libc.memory.poke(at, new Uint8Array(SEMAPHORE_BYTES[call.bits]));
      call.libc.memory.store(at, 4, BigInt(value));
      systemCall(call.kernel, "write", [fd, BigInt(at), BigInt(SEMAPHORE_BYTES[call.bits])]);
    }
  }
  if (typeof fd !== "bigint" || fd < 0n) return 0n;
  const mapped = cResult(
    call.libc,
    systemCall(call.kernel, "mmap", [0n, BigInt(SEMAPHORE_BYTES[call.bits]), 3n, 1n, fd, 0n]),
  );
  systemCall(call.kernel, "close", [fd]);
  return mapped === -1n ? 0n : mapped;
}

/** The kernel's names of message queues have no slash in front. */
const withoutSlash =
  (name: "mq_open" | "mq_unlink", count: number) =>
  (call: LibcCall): LibcResult => {
    const pointer = call.args.pointer();
    if (call.program.read(pointer, 1)[0] !== 47) {
      call.libc.setErrno("EINVAL");
      return -1;
    }
    const rest = Array.from({ length: count - 1 }, () => call.args.unsignedLong());
    return cResult(call.libc, nativeCall(call, name, [pointer + 1n, ...rest]));
  };

function ftok(call: LibcCall): LibcResult {
  const path = call.args.pointer();
  const number = call.args.unsigned() & 255;
  const at = call.libc.base + AREA.text;
  if (cResult(call.libc, systemCall(call.kernel, "stat", [path, BigInt(at)])) === -1n) return -1;
  const device = Number(call.libc.memory.load(at, 1));
  const node = Number(call.libc.memory.load(at + 8, 2));
  return (number << 24) | (device << 16) | node;
}

/** i386's commands come with a flag for the newer structures. */
const IPC_64 = 0x100n;
const controlled =
  (name: "semctl" | "shmctl" | "msgctl", commandIndex: number, count: number) =>
  (call: LibcCall): LibcResult => {
    const args = Array.from({ length: count }, () => call.args.unsignedLong());
    if (call.bits === 32) args[commandIndex] = args[commandIndex]! | IPC_64;
    return cResult(call.libc, nativeCall(call, name, args));
  };

function mkdtemp(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const path = latin1(call.program.string(pointer));
  if (!path.endsWith("XXXXXX")) {
    call.libc.setErrno("EINVAL");
    return 0n;
  }
  call.program.write(pointer + BigInt(path.length - 6), bytesOf(temporaryEnding(call)));
  const made = cResult(call.libc, systemCall(call.kernel, "mkdir", [pointer, 0o700n]));
  return made === 0n ? pointer : 0n;
}

function tmpnam(call: LibcCall): LibcResult {
  const buffer = call.args.pointer();
  const made = temporaryName(call);
  if (buffer === 0n) return made;
  const bytes = call.libc.memory.peek(made, 32);
  call.program.write(buffer, bytes.subarray(0, bytes.indexOf(0) + 1));
  return buffer;
}

const S_IFIFO = 0o10000n;

export const kernelFunctions = {
  stat64: stat64("stat"),
  lstat64: stat64("lstat"),
  fstat64: stat64("fstat"),
  fstatat: statBy("newfstatat"),
  __xstat: versioned("stat"),
  __lxstat: versioned("lstat"),
  __fxstat: versioned("fstat"),
  creat64: systemUnsigned("creat", 2),
  ftruncate64: sized("ftruncate"),
  truncate64: sized("truncate"),
  fallocate: system("fallocate", 4),
  posix_fallocate: numbered((call) => {
    const fd = BigInt(call.args.unsigned());
    const [offset, size] = [unsigned64(call.args.long()), unsigned64(call.args.long())];
    return cResult(call.libc, systemCall(call.kernel, "fallocate", [fd, 0n, offset, size]));
  }),
  posix_fadvise: numbered(system("fadvise64", 4)),
  posix_madvise: numbered(systemUnsigned("madvise", 3)),
  linkat: systemUnsigned("linkat", 5),
  fchmodat: systemUnsigned("fchmodat", 3),
  fchownat: systemUnsigned("fchownat", 5),
  mkfifoat: (call) => {
    const args = [call.args.unsignedLong(), call.args.pointer(), BigInt(call.args.unsigned() & 0o7777) | S_IFIFO];
    return cResult(call.libc, systemCall(call.kernel, "mknodat", args));
  },
  futimens: (call) => {
    const fd = call.args.unsignedLong();
    return cResult(call.libc, nativeCall(call, "utimensat", [fd, 0n, call.args.pointer(), 0n]));
  },
  mkdtemp,
  tmpnam,
  splice: own("splice", 6),
  tee: own("tee", 4),
  vmsplice: own("vmsplice", 4),
  preadv: own("preadv", 4),
  pwritev: own("pwritev", 4),
  munlockall: system("munlockall", 0),
  pselect,
  ppoll,
  epoll_pwait: (call) => {
    const args = Array.from({ length: 5 }, () => call.args.unsignedLong());
    return cResult(call.libc, nativeCall(call, "epoll_pwait", [...args, 8n]));
  },
  waitid: own("waitid", 4),
  timerfd_create: own("timerfd_create", 2),
  timerfd_settime: own("timerfd_settime", 4),
  timerfd_gettime: own("timerfd_gettime", 2),
  signalfd: (call) => {
    const args = [call.args.unsignedLong(), call.args.pointer(), 8n, BigInt(call.args.unsigned())];
    return cResult(call.libc, nativeCall(call, "signalfd4", args));
  },
  prlimit: own("prlimit64", 4),
  clock_settime: own("clock_settime", 2),
  sched_setscheduler: own("sched_setscheduler", 3),
  sched_getscheduler: own("sched_getscheduler", 1),
  sched_get_priority_max: own("sched_get_priority_max", 1),
  sched_get_priority_min: own("sched_get_priority_min", 1),
  semget: own("semget", 3),
  semop: own("semop", 3),
  semtimedop: own("semtimedop", 4),
  semctl: controlled("semctl", 2, 4),
  shmget: own("shmget", 3),
  shmat: own("shmat", 3),
  shmdt: own("shmdt", 1),
  shmctl: controlled("shmctl", 1, 3),
  msgget: own("msgget", 2),
  msgsnd: own("msgsnd", 4),
  msgrcv: own("msgrcv", 5),
  msgctl: controlled("msgctl", 1, 3),
  mq_open: withoutSlash("mq_open", 4),
  mq_close: own("close", 1),
  mq_unlink: withoutSlash("mq_unlink", 1),
  mq_send: own("mq_timedsend", 4),
  mq_receive: own("mq_timedreceive", 4),
  mq_timedsend: own("mq_timedsend", 5),
  mq_timedreceive: own("mq_timedreceive", 5),
  mq_getattr: (call) => {
    const queue = call.args.unsignedLong();
    return cResult(call.libc, nativeCall(call, "mq_getsetattr", [queue, 0n, call.args.pointer()]));
  },
  mq_setattr: own("mq_getsetattr", 3),
  mq_notify: own("mq_notify", 2),
  shm_open: shmOpen,
  shm_unlink: unlinkShared(""),
  sem_open: semOpen,
  sem_close: (call) => {
    const args = [call.args.pointer(), BigInt(SEMAPHORE_BYTES[call.bits])];
    return cResult(call.libc, systemCall(call.kernel, "munmap", args));
  },
  sem_unlink: unlinkShared("sem."),
  sem_getvalue: (call) => {
    const value = call.program.readWord(call.args.pointer(), 4);
    call.program.writeWord(call.args.pointer(), 4, value);
    return 0;
  },
  ftok,
  pthread_sigmask: numbered((call) => {
    const args = [call.args.unsignedLong(), call.args.pointer(), call.args.pointer(), 8n];
    return cResult(call.libc, systemCall(call.kernel, "rt_sigprocmask", args));
  }),
} satisfies LibcFunctions;
