// Named values of system-call arguments: what `--strace` prints, what explanations say, what hover decodes.
// Source: the kernel's include/uapi headers for x86.

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
const sets = {
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
  futex: {
    prefix: "FUTEX_", mask: 0x7f,
    values: {
      FUTEX_WAIT: 0, FUTEX_WAKE: 1, FUTEX_FD: 2, FUTEX_REQUEUE: 3, FUTEX_CMP_REQUEUE: 4, FUTEX_WAKE_OP: 5, FUTEX_LOCK_PI: 6, FUTEX_UNLOCK_PI: 7, FUTEX_TRYLOCK_PI: 8,
      FUTEX_WAIT_BITSET: 9, FUTEX_WAKE_BITSET: 10, FUTEX_WAIT_REQUEUE_PI: 11, FUTEX_CMP_REQUEUE_PI: 12, FUTEX_LOCK_PI2: 13,
    },
    bits: { FUTEX_PRIVATE_FLAG: 0x80, FUTEX_CLOCK_REALTIME: 0x100 },
  },
  descriptorflag: { prefix: "FD_", mask: 0, values: {}, bits: { FD_CLOEXEC: 1 } },
  personality: { prefix: "PER_", values: { PER_LINUX: 0, PER_LINUX32: 8 }, bits: {} },
  descriptor: { prefix: "O_", mask: 0, values: {}, bits: { O_NONBLOCK: 0o4000, O_DIRECT: 0o40000, O_CLOEXEC: 0o2000000 } },
  eventfd: { prefix: "EFD_", mask: 0, values: {}, bits: { EFD_SEMAPHORE: 1, EFD_CLOEXEC: 0o2000000, EFD_NONBLOCK: 0o4000 } },
  signalfd: { prefix: "SFD_", mask: 0, values: {}, bits: { SFD_CLOEXEC: 0o2000000, SFD_NONBLOCK: 0o4000 } },
  timerfd: { prefix: "TFD_", mask: 0, values: {}, bits: { TFD_CLOEXEC: 0o2000000, TFD_NONBLOCK: 0o4000 } },
  timerfdset: { prefix: "TFD_", mask: 0, values: {}, bits: { TFD_TIMER_ABSTIME: 1, TFD_TIMER_CANCEL_ON_SET: 2 } },
  timer: { prefix: "TIMER_", mask: 0, values: {}, bits: { TIMER_ABSTIME: 1 } },
  epollfd: { prefix: "EPOLL_", mask: 0, values: {}, bits: { EPOLL_CLOEXEC: 0o2000000 } },
  epollop: { prefix: "EPOLL_CTL_", values: { EPOLL_CTL_ADD: 1, EPOLL_CTL_DEL: 2, EPOLL_CTL_MOD: 3 }, bits: {} },
  epoll: {
    prefix: "EPOLL", mask: 0, values: {},
    bits: {
      EPOLLIN: 1, EPOLLPRI: 2, EPOLLOUT: 4, EPOLLRDNORM: 0x40, EPOLLRDBAND: 0x80, EPOLLWRNORM: 0x100, EPOLLWRBAND: 0x200, EPOLLMSG: 0x400,
      EPOLLERR: 8, EPOLLHUP: 0x10, EPOLLRDHUP: 0x2000, EPOLLEXCLUSIVE: 2 ** 28, EPOLLWAKEUP: 2 ** 29, EPOLLONESHOT: 2 ** 30, EPOLLET: 2 ** 31,
    },
  },
  poll: {
    prefix: "POLL", mask: 0, values: {},
    bits: { POLLIN: 1, POLLPRI: 2, POLLOUT: 4, POLLRDNORM: 0x40, POLLWRNORM: 0x100, POLLRDBAND: 0x80, POLLWRBAND: 0x200, POLLERR: 8, POLLHUP: 0x10, POLLNVAL: 0x20, POLLRDHUP: 0x2000 },
  },
  sigaction: {
    prefix: "SA_", mask: 0, values: {},
    bits: { SA_RESTORER: 0x4000000, SA_ONSTACK: 0x8000000, SA_RESTART: 0x10000000, SA_INTERRUPT: 0x20000000, SA_NODEFER: 0x40000000, SA_RESETHAND: 0x80000000, SA_SIGINFO: 4, SA_NOCLDSTOP: 1, SA_NOCLDWAIT: 2 },
  },
  sigstack: { prefix: "SS_", mask: 3, values: { SS_ONSTACK: 1, SS_DISABLE: 2 }, bits: { SS_AUTODISARM: 0x80000000 } },
  itimer: { prefix: "ITIMER_", values: { ITIMER_REAL: 0, ITIMER_VIRTUAL: 1, ITIMER_PROF: 2 }, bits: {} },
  rusage: { prefix: "RUSAGE_", values: { RUSAGE_SELF: 0, RUSAGE_CHILDREN: 0xffffffff, RUSAGE_THREAD: 1 }, bits: {} },
  wait: { prefix: "W", mask: 0, values: {}, bits: { WNOHANG: 1, WUNTRACED: 2, WEXITED: 4, WCONTINUED: 8, WNOWAIT: 0x1000000, __WCLONE: 0x80000000, __WALL: 0x40000000, __WNOTHREAD: 0x20000000 } },
  waitkind: { prefix: "P_", values: { P_ALL: 0, P_PID: 1, P_PGID: 2, P_PIDFD: 3 }, bits: {} },
  clone: {
    prefix: "CLONE_", mask: 0, values: {},
    bits: {
      CLONE_VM: 0x100, CLONE_FS: 0x200, CLONE_FILES: 0x400, CLONE_SIGHAND: 0x800, CLONE_PIDFD: 0x1000, CLONE_PTRACE: 0x2000, CLONE_VFORK: 0x4000, CLONE_PARENT: 0x8000,
      CLONE_THREAD: 0x10000, CLONE_NEWNS: 0x20000, CLONE_SYSVSEM: 0x40000, CLONE_SETTLS: 0x80000, CLONE_PARENT_SETTID: 0x100000, CLONE_CHILD_CLEARTID: 0x200000,
      CLONE_DETACHED: 0x400000, CLONE_UNTRACED: 0x800000, CLONE_CHILD_SETTID: 0x1000000, CLONE_NEWCGROUP: 0x2000000, CLONE_NEWUTS: 0x4000000, CLONE_NEWIPC: 0x8000000,
      CLONE_NEWUSER: 0x10000000, CLONE_NEWPID: 0x20000000, CLONE_NEWNET: 0x40000000, CLONE_IO: 0x80000000,
    },
  },
  random: { prefix: "GRND_", mask: 0, values: {}, bits: { GRND_NONBLOCK: 1, GRND_RANDOM: 2, GRND_INSECURE: 4 } },
  memfd: { prefix: "MFD_", mask: 0, values: {}, bits: { MFD_CLOEXEC: 1, MFD_ALLOW_SEALING: 2, MFD_HUGETLB: 4 } },
  madvise: {
    prefix: "MADV_", bits: {},
    values: {
      MADV_NORMAL: 0, MADV_RANDOM: 1, MADV_SEQUENTIAL: 2, MADV_WILLNEED: 3, MADV_DONTNEED: 4, MADV_FREE: 8, MADV_REMOVE: 9, MADV_DONTFORK: 10, MADV_DOFORK: 11,
      MADV_MERGEABLE: 12, MADV_UNMERGEABLE: 13, MADV_HUGEPAGE: 14, MADV_NOHUGEPAGE: 15, MADV_DONTDUMP: 16, MADV_DODUMP: 17, MADV_WIPEONFORK: 18, MADV_KEEPONFORK: 19,
      MADV_COLD: 20, MADV_PAGEOUT: 21, MADV_POPULATE_READ: 22, MADV_POPULATE_WRITE: 23, MADV_COLLAPSE: 25, MADV_HWPOISON: 100, MADV_SOFT_OFFLINE: 101,
    },
  },
  msync: { prefix: "MS_", mask: 0, values: {}, bits: { MS_ASYNC: 1, MS_INVALIDATE: 2, MS_SYNC: 4 } },
  mlock: { prefix: "MCL_", mask: 0, values: {}, bits: { MCL_CURRENT: 1, MCL_FUTURE: 2, MCL_ONFAULT: 4 } },
  membarrier: {
    prefix: "MEMBARRIER_CMD_", mask: 0, values: { MEMBARRIER_CMD_QUERY: 0 },
    bits: {
      MEMBARRIER_CMD_GLOBAL: 1, MEMBARRIER_CMD_GLOBAL_EXPEDITED: 2, MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED: 4, MEMBARRIER_CMD_PRIVATE_EXPEDITED: 8,
      MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED: 16, MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE: 32, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE: 64,
      MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ: 128, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ: 256,
    },
  },
  flock: { prefix: "LOCK_", mask: 0, values: {}, bits: { LOCK_SH: 1, LOCK_EX: 2, LOCK_NB: 4, LOCK_UN: 8 } },
  locktype: { prefix: "F_", values: { F_RDLCK: 0, F_WRLCK: 1, F_UNLCK: 2 }, bits: {} },
  fallocate: { prefix: "FALLOC_FL_", mask: 0, values: {}, bits: { FALLOC_FL_KEEP_SIZE: 1, FALLOC_FL_PUNCH_HOLE: 2, FALLOC_FL_COLLAPSE_RANGE: 8, FALLOC_FL_ZERO_RANGE: 16, FALLOC_FL_INSERT_RANGE: 32, FALLOC_FL_UNSHARE_RANGE: 64 } },
  fadvise: { prefix: "POSIX_FADV_", bits: {}, values: { POSIX_FADV_NORMAL: 0, POSIX_FADV_RANDOM: 1, POSIX_FADV_SEQUENTIAL: 2, POSIX_FADV_WILLNEED: 3, POSIX_FADV_DONTNEED: 4, POSIX_FADV_NOREUSE: 5 } },
  rename: { prefix: "RENAME_", mask: 0, values: {}, bits: { RENAME_NOREPLACE: 1, RENAME_EXCHANGE: 2, RENAME_WHITEOUT: 4 } },
  splice: { prefix: "SPLICE_F_", mask: 0, values: {}, bits: { SPLICE_F_MOVE: 1, SPLICE_F_NONBLOCK: 2, SPLICE_F_MORE: 4, SPLICE_F_GIFT: 8 } },
  priority: { prefix: "PRIO_", values: { PRIO_PROCESS: 0, PRIO_PGRP: 1, PRIO_USER: 2 }, bits: {} },
  scheduler: { prefix: "SCHED_", mask: 0xff, values: { SCHED_OTHER: 0, SCHED_FIFO: 1, SCHED_RR: 2, SCHED_BATCH: 3, SCHED_IDLE: 5, SCHED_DEADLINE: 6 }, bits: { SCHED_RESET_ON_FORK: 0x40000000 } },
  family: { prefix: "AF_", bits: {}, values: { AF_UNSPEC: 0, AF_UNIX: 1, AF_INET: 2, AF_INET6: 10, AF_NETLINK: 16, AF_PACKET: 17, AF_BLUETOOTH: 31, AF_VSOCK: 40 } },
  sockettype: {
    prefix: "SOCK_", mask: 0xf, values: { SOCK_STREAM: 1, SOCK_DGRAM: 2, SOCK_RAW: 3, SOCK_RDM: 4, SOCK_SEQPACKET: 5, SOCK_DCCP: 6, SOCK_PACKET: 10 },
    bits: { SOCK_CLOEXEC: 0o2000000, SOCK_NONBLOCK: 0o4000 },
  },
  protocol: { prefix: "IPPROTO_", bits: {}, values: { IPPROTO_IP: 0, IPPROTO_ICMP: 1, IPPROTO_TCP: 6, IPPROTO_UDP: 17, IPPROTO_IPV6: 41, IPPROTO_ICMPV6: 58, IPPROTO_RAW: 255 } },
  message: {
    prefix: "MSG_", mask: 0, values: {},
    bits: {
      MSG_OOB: 1, MSG_PEEK: 2, MSG_DONTROUTE: 4, MSG_CTRUNC: 8, MSG_PROBE: 0x10, MSG_TRUNC: 0x20, MSG_DONTWAIT: 0x40, MSG_EOR: 0x80, MSG_WAITALL: 0x100, MSG_FIN: 0x200,
      MSG_CONFIRM: 0x800, MSG_ERRQUEUE: 0x2000, MSG_NOSIGNAL: 0x4000, MSG_MORE: 0x8000, MSG_WAITFORONE: 0x10000, MSG_CMSG_CLOEXEC: 0x40000000,
    },
  },
  shutdown: { prefix: "SHUT_", values: { SHUT_RD: 0, SHUT_WR: 1, SHUT_RDWR: 2 }, bits: {} },
  socklevel: { prefix: "SOL_", bits: {}, values: { SOL_IP: 0, SOL_SOCKET: 1, SOL_TCP: 6, SOL_UDP: 17, SOL_IPV6: 41 } },
  sockoption: {
    prefix: "SO_", bits: {},
    values: {
      SO_DEBUG: 1, SO_REUSEADDR: 2, SO_TYPE: 3, SO_ERROR: 4, SO_DONTROUTE: 5, SO_BROADCAST: 6, SO_SNDBUF: 7, SO_RCVBUF: 8, SO_KEEPALIVE: 9, SO_OOBINLINE: 10, SO_PRIORITY: 12,
      SO_LINGER: 13, SO_REUSEPORT: 15, SO_PASSCRED: 16, SO_PEERCRED: 17, SO_RCVLOWAT: 18, SO_SNDLOWAT: 19, SO_RCVTIMEO_OLD: 20, SO_SNDTIMEO_OLD: 21, SO_ACCEPTCONN: 30,
      SO_SNDBUFFORCE: 32, SO_RCVBUFFORCE: 33, SO_PROTOCOL: 38, SO_DOMAIN: 39,
    },
  },
  tcpoption: { prefix: "TCP_", bits: {}, values: { TCP_NODELAY: 1, TCP_MAXSEG: 2, TCP_CORK: 3, TCP_KEEPIDLE: 4, TCP_KEEPINTVL: 5, TCP_KEEPCNT: 6, TCP_INFO: 11, TCP_QUICKACK: 12 } },
  statx: {
    prefix: "STATX_", mask: 0, values: {},
    bits: {
      STATX_TYPE: 1, STATX_MODE: 2, STATX_NLINK: 4, STATX_UID: 8, STATX_GID: 0x10, STATX_ATIME: 0x20, STATX_MTIME: 0x40, STATX_CTIME: 0x80, STATX_INO: 0x100, STATX_SIZE: 0x200,
      STATX_BLOCKS: 0x400, STATX_BTIME: 0x800, STATX_MNT_ID: 0x1000, STATX_BASIC_STATS: 0x7ff, STATX_ALL: 0xfff,
    },
  },
  atstatx: { prefix: "AT_", mask: 0x6000, values: { AT_STATX_SYNC_AS_STAT: 0, AT_STATX_FORCE_SYNC: 0x2000, AT_STATX_DONT_SYNC: 0x4000 }, bits: { AT_SYMLINK_NOFOLLOW: 0x100, AT_NO_AUTOMOUNT: 0x800, AT_EMPTY_PATH: 0x1000 } },
  ipckey: { prefix: "", values: { IPC_PRIVATE: 0 }, bits: {} },
  ipccommand: { prefix: "IPC_", values: { IPC_RMID: 0, IPC_SET: 1, IPC_STAT: 2, IPC_INFO: 3 }, bits: {} },
  closerange: { prefix: "CLOSE_RANGE_", mask: 0, values: {}, bits: { CLOSE_RANGE_UNSHARE: 2, CLOSE_RANGE_CLOEXEC: 4 } },
} as const satisfies Readonly<Record<string, FlagSet>>;

export type FlagsName = keyof typeof sets;
export const flagSets: Readonly<Record<FlagsName, FlagSet>> = sets;

/** "O_WRONLY|O_CREAT", "MAP_PRIVATE|0x8000000": in the order of the table; what has no name stays a hexadecimal number. */
export function flagsText(name: FlagsName, value: bigint): string {
  const { values, bits, mask, prefix } = flagSets[name];
  const wholeOf = (part: bigint): string | undefined =>
    Object.entries(values).find(([, number]) => BigInt(number) === part)?.[0];
  const unknown = `0x${value.toString(16)}${prefix === "" ? "" : ` /* ${prefix}??? */`}`;
  if (mask === undefined) return wholeOf(value) ?? unknown;
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
  if (parts.length === 0) return value === 0n ? (wholeOf(0n) ?? "0") : unknown;
  if (rest !== 0n) parts.push(`0x${rest.toString(16)}`);
  return parts.join("|");
}
