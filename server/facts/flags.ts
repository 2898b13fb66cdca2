// Named values of system-call arguments: what `--strace` prints, what explanations say, what hover decodes.
// Source: the kernel's include/uapi headers for x86.

import type { FlagsName } from "./syscalls.ts";

export interface FlagSet {
  /** Bits that may be joined with |. */
  readonly bits: Readonly<Record<string, number>>;
  /** Whole values, one of which is the part selected by `mask` (all bits when there is no mask). */
  readonly values: Readonly<Record<string, number>>;
  readonly mask?: number;
  /** Printed before unknown leftovers. */
  readonly prefix: string;
}

// biome-ignore format: a few values a line
export const flagSets: Readonly<Record<FlagsName, FlagSet>> = {
  open: {
    prefix: "O_", mask: 3, values: { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2 },
    bits: {
      O_CREAT: 0o100, O_EXCL: 0o200, O_NOCTTY: 0o400, O_TRUNC: 0o1000, O_APPEND: 0o2000, O_NONBLOCK: 0o4000,
      O_SYNC: 0o4010000, O_DSYNC: 0o10000, FASYNC: 0o20000, O_DIRECT: 0o40000, O_LARGEFILE: 0o100000,
      O_TMPFILE: 0o20200000, O_DIRECTORY: 0o200000, O_NOFOLLOW: 0o400000, O_NOATIME: 0o1000000, O_CLOEXEC: 0o2000000, O_PATH: 0o10000000,
    },
  },
  prot: { prefix: "PROT_", mask: 0, values: { PROT_NONE: 0 }, bits: { PROT_READ: 1, PROT_WRITE: 2, PROT_EXEC: 4, PROT_SEM: 8, PROT_GROWSDOWN: 0x1000000, PROT_GROWSUP: 0x2000000 } },
  map: {
    prefix: "MAP_", mask: 3, values: { MAP_SHARED: 1, MAP_PRIVATE: 2, MAP_SHARED_VALIDATE: 3 },
    bits: {
      MAP_FIXED: 0x10, MAP_ANONYMOUS: 0x20, MAP_32BIT: 0x40, MAP_GROWSDOWN: 0x100, MAP_DENYWRITE: 0x800, MAP_EXECUTABLE: 0x1000, MAP_LOCKED: 0x2000,
      MAP_NORESERVE: 0x4000, MAP_POPULATE: 0x8000, MAP_NONBLOCK: 0x10000, MAP_STACK: 0x20000, MAP_HUGETLB: 0x40000, MAP_SYNC: 0x80000, MAP_FIXED_NOREPLACE: 0x100000,
    },
  },
  whence: { prefix: "SEEK_", values: { SEEK_SET: 0, SEEK_CUR: 1, SEEK_END: 2, SEEK_DATA: 3, SEEK_HOLE: 4 }, bits: {} },
  access: { prefix: "", mask: 0, values: { F_OK: 0 }, bits: { R_OK: 4, W_OK: 2, X_OK: 1 } },
  mremap: { prefix: "MREMAP_", mask: 0, values: {}, bits: { MREMAP_MAYMOVE: 1, MREMAP_FIXED: 2, MREMAP_DONTUNMAP: 4 } },
  sigmask: { prefix: "SIG_", values: { SIG_BLOCK: 0, SIG_UNBLOCK: 1, SIG_SETMASK: 2 }, bits: {} },
  clock: {
    prefix: "CLOCK_", bits: {},
    values: {
      CLOCK_REALTIME: 0, CLOCK_MONOTONIC: 1, CLOCK_PROCESS_CPUTIME_ID: 2, CLOCK_THREAD_CPUTIME_ID: 3, CLOCK_MONOTONIC_RAW: 4, CLOCK_REALTIME_COARSE: 5,
      CLOCK_MONOTONIC_COARSE: 6, CLOCK_BOOTTIME: 7, CLOCK_REALTIME_ALARM: 8, CLOCK_BOOTTIME_ALARM: 9, CLOCK_TAI: 11,
    },
  },
  at: { prefix: "AT_", mask: 0, values: {}, bits: { AT_SYMLINK_NOFOLLOW: 0x100, AT_REMOVEDIR: 0x200, AT_SYMLINK_FOLLOW: 0x400, AT_NO_AUTOMOUNT: 0x800, AT_EMPTY_PATH: 0x1000 } },
  fcntl: {
    prefix: "F_", bits: {},
    values: { F_DUPFD: 0, F_GETFD: 1, F_SETFD: 2, F_GETFL: 3, F_SETFL: 4, F_GETLK: 5, F_SETLK: 6, F_SETLKW: 7, F_SETOWN: 8, F_GETOWN: 9, F_DUPFD_CLOEXEC: 1030, F_GETPIPE_SZ: 1032 },
  },
  ioctl: { prefix: "", bits: {}, values: { TCGETS: 0x5401, TCSETS: 0x5402, TCSETSW: 0x5403, TCSETSF: 0x5404, TIOCGPGRP: 0x540f, TIOCSPGRP: 0x5410, TIOCGWINSZ: 0x5413, FIONREAD: 0x541b, FIONBIO: 0x5421 } },
  archprctl: { prefix: "ARCH_", bits: {}, values: { ARCH_SET_GS: 0x1001, ARCH_SET_FS: 0x1002, ARCH_GET_FS: 0x1003, ARCH_GET_GS: 0x1004, ARCH_CET_STATUS: 0x3001 } },
  prctl: { prefix: "PR_", bits: {}, values: { PR_SET_PDEATHSIG: 1, PR_GET_DUMPABLE: 3, PR_SET_DUMPABLE: 4, PR_SET_NAME: 15, PR_GET_NAME: 16, PR_SET_SECCOMP: 22, PR_SET_NO_NEW_PRIVS: 38, PR_SET_VMA: 0x53564d41 } },
  rlimit: {
    prefix: "RLIMIT_", bits: {},
    values: {
      RLIMIT_CPU: 0, RLIMIT_FSIZE: 1, RLIMIT_DATA: 2, RLIMIT_STACK: 3, RLIMIT_CORE: 4, RLIMIT_RSS: 5, RLIMIT_NPROC: 6, RLIMIT_NOFILE: 7,
      RLIMIT_MEMLOCK: 8, RLIMIT_AS: 9, RLIMIT_LOCKS: 10, RLIMIT_SIGPENDING: 11, RLIMIT_MSGQUEUE: 12, RLIMIT_NICE: 13, RLIMIT_RTPRIO: 14, RLIMIT_RTTIME: 15,
    },
  },
  futex: { prefix: "FUTEX_", mask: 0x7f, values: { FUTEX_WAIT: 0, FUTEX_WAKE: 1, FUTEX_REQUEUE: 3, FUTEX_CMP_REQUEUE: 4, FUTEX_WAKE_OP: 5, FUTEX_LOCK_PI: 6, FUTEX_WAIT_BITSET: 9, FUTEX_WAKE_BITSET: 10 }, bits: { FUTEX_PRIVATE_FLAG: 0x80, FUTEX_CLOCK_REALTIME: 0x100 } },
};

/** "O_WRONLY|O_CREAT", "MAP_PRIVATE|0x8000000": in the order of the table; what has no name stays a hexadecimal number. */
export function flagsText(name: FlagsName, value: bigint): string {
  const { values, bits, mask } = flagSets[name];
  const wholeOf = (part: bigint): string | undefined =>
    Object.entries(values).find(([, number]) => BigInt(number) === part)?.[0];
  if (mask === undefined) return wholeOf(value) ?? `0x${value.toString(16)}`;
  const whole = value & BigInt(mask);
  let rest = value & ~BigInt(mask);
  const found = new Set<string>();
  // Names of several bits (O_SYNC, O_TMPFILE) before those they contain.
  for (const [word, number] of Object.entries(bits).sort(([, a], [, b]) => b - a)) {
    if ((rest & BigInt(number)) !== BigInt(number)) continue;
    found.add(word);
    rest &= ~BigInt(number);
  }
  const first = mask === 0 ? [] : [wholeOf(whole) ?? (whole === 0n ? [] : `0x${whole.toString(16)}`)].flat();
  const parts = [...first, ...Object.keys(bits).filter((word) => found.has(word))];
  if (rest !== 0n) parts.push(`0x${rest.toString(16)}`);
  return parts.length > 0 ? parts.join("|") : (wholeOf(0n) ?? "0");
}
