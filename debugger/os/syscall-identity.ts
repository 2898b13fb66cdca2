// Who may do what: users, groups, sessions, priorities, and what only the system's administrator may. The program runs as user
// and group 1000, alone, on one processor.
// Source: the kernel's kernel/sys.c, kernel/sched/core.c, kernel/capability.c; man pages of section 2.

import { fileOf } from "./open-file.ts";
import { USER_ID } from "./process-stack.ts";
import { processOf } from "./process-table.ts";
import {
  badBuffer,
  fail,
  int,
  isFailure,
  longBytes,
  type ProcessState,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { existing } from "./syscall-file.ts";

/** What setuid and its kin take: the user as it is, or −1 for no change. */
function changeIdentity(call: SystemCall, count: number): SyscallResult {
  for (let index = 0; index < count; index++) {
    const wanted = uint(call, index);
    const unchanged = wanted === 0xffffffff || (call.abi === "i386" && wanted === 0xffff);
    if (wanted !== USER_ID && !unchanged)
      return fail("EPERM", `${wanted} (${registerOf(call, index)}): only user and group ${USER_ID} are allowed`);
  }
  return 0;
}

const identities =
  (count: number) =>
  (call: SystemCall): SyscallResult =>
    changeIdentity(call, count);

/** Real, effective and saved number. */
const threeIdentities =
  (bytes: 2 | 4) =>
  (call: SystemCall): SyscallResult => {
    const size = call.abi === "i386" ? bytes : 4;
    for (let index = 0; index < 3; index++) {
      if (!call.kernel.user.writeWord(word(call, index), size, BigInt(USER_ID)))
        return badBuffer(call, index, size, "write");
    }
    return 0;
  };

/** One group: the own one. */
const groups =
  (bytes: 2 | 4) =>
  (call: SystemCall): SyscallResult => {
    const size = call.abi === "i386" ? bytes : 4;
    if (int(call, 0) < 0) return fail("EINVAL", "the number of groups is negative");
    if (int(call, 0) === 0) return 1;
    return call.kernel.user.writeWord(word(call, 1), size, BigInt(USER_ID)) ? 1 : badBuffer(call, 1, size, "write");
  };

const noProcess = (call: SystemCall, index: number): SyscallResult =>
  fail("ESRCH", `there is no process ${int(call, index)} (${registerOf(call, index)})`);

/** Whether a number names a process that is there; 0 is the own one. */
const isThere = (call: SystemCall, pid: number): boolean => pid === 0 || processOf(call.kernel, pid) !== undefined;

// ---- scheduling

const POLICY = { fifo: 1, roundRobin: 2, known: [0, 1, 2, 3, 5, 6] };

const priorityBound =
  (realTime: number) =>
  (call: SystemCall): SyscallResult => {
    const policy = int(call, 0);
    if (!POLICY.known.includes(policy)) return fail("EINVAL", `${policy} is no scheduling policy`);
    return policy === POLICY.fifo || policy === POLICY.roundRobin ? realTime : 0;
  };

/** Answers with zeros about the process itself. */
const aboutSelf =
  (index: number, sizeBytes: (call: SystemCall) => number) =>
  (call: SystemCall): SyscallResult => {
    if (int(call, 0) < 0) return fail("EINVAL", "the process number is negative");
    if (!isThere(call, int(call, 0))) return noProcess(call, 0);
    const bytes = new Uint8Array(sizeBytes(call));
    return call.kernel.user.write(word(call, index), bytes) ? 0 : badBuffer(call, index, bytes.length, "write");
  };

/** Processor 0 is the only one; the kernel's mask has 8 bytes. */
function getAffinity(call: SystemCall): SyscallResult {
  if (!isThere(call, int(call, 0))) return noProcess(call, 0);
  const size = uint(call, 1);
  if (size < 8 || size % longBytes(call) !== 0) return fail("EINVAL", `the mask of ${size} bytes is too small`);
  return call.kernel.user.writeWord(word(call, 2), 8, 1n) ? 8 : badBuffer(call, 2, 8, "write");
}

function setAffinity(call: SystemCall): SyscallResult {
  if (!isThere(call, int(call, 0))) return noProcess(call, 0);
  if (uint(call, 1) === 0) return fail("EINVAL", "the mask has no byte");
  const mask = call.kernel.user.readWord(word(call, 2), 1);
  if (mask === undefined) return badBuffer(call, 2, uint(call, 1), "read");
  return mask & 1n ? 0 : fail("EINVAL", "the mask has no processor that is there: the only one is 0");
}

function getcpu(call: SystemCall): SyscallResult {
  for (const index of [0, 1]) {
    if (word(call, index) !== 0n && !call.kernel.user.writeWord(word(call, index), 4, 0n))
      return badBuffer(call, index, 4, "write");
  }
  return 0;
}

const PRIORITY_KINDS = 3;
/** getpriority gives 20 less the niceness. */
function getPriority(call: SystemCall): SyscallResult {
  if (uint(call, 0) >= PRIORITY_KINDS) return fail("EINVAL", `${int(call, 0)} is not a process, group or user`);
  if (int(call, 0) < 2 && !isThere(call, int(call, 1))) return noProcess(call, 1);
  return 20 - (stateOf(call, int(call, 1)) ?? call.kernel.process).niceness;
}

const stateOf = (call: SystemCall, pid: number) => (pid === 0 ? undefined : processOf(call.kernel, pid)?.state);

/** Nobody may have a higher priority again. */
function setNiceness(process: ProcessState, wanted: number): SyscallResult {
  const niceness = Math.min(19, Math.max(-20, wanted));
  if (niceness < process.niceness) return fail("EACCES", "only an administrator can raise a priority");
  process.niceness = niceness;
  return 0;
}

function setPriority(call: SystemCall): SyscallResult {
  if (uint(call, 0) >= PRIORITY_KINDS) return fail("EINVAL", `${int(call, 0)} is not a process, group or user`);
  if (int(call, 0) < 2 && !isThere(call, int(call, 1))) return noProcess(call, 1);
  return setNiceness(stateOf(call, int(call, 1)) ?? call.kernel.process, int(call, 2));
}

// ---- the system itself

/** Only the clocks of the date could be set. */
const setClock = (call: SystemCall): SyscallResult =>
  int(call, 0) === 0 || int(call, 0) === 11 ? administrator() : fail("EINVAL", `clock ${int(call, 0)} cannot be set`);

/** One processor keeps its stores in order by itself. */
function membarrier(call: SystemCall): SyscallResult {
  if (uint(call, 1) !== 0) return fail("EINVAL", "there are no flags");
  if (uint(call, 0) === 0) return MEMORY_BARRIERS;
  return (uint(call, 0) & ~MEMORY_BARRIERS) === 0 ? 0 : fail("EINVAL", `${uint(call, 0)} is no known command`);
}
/** MEMBARRIER_CMD_*: global, global expedited and private expedited, with their registrations. */
const MEMORY_BARRIERS = 0x1f;

const CAPABILITY_WORDS: ReadonlyMap<bigint, number> = new Map([
  [0x19980330n, 3],
  [0x20071026n, 6],
  [0x20080522n, 6],
]);
const NEWEST_CAPABILITIES = 0x20080522n;

/** An ordinary user has none. */
function capabilities(call: SystemCall): SyscallResult {
  const { user } = call.kernel;
  const [version, pid] = [0n, 4n].map((offset) => user.readWord(word(call, 0) + offset, 4));
  if (version === undefined || pid === undefined) return badBuffer(call, 0, 8, "read");
  const words = CAPABILITY_WORDS.get(version);
  if (words === undefined) {
    user.writeWord(word(call, 0), 4, NEWEST_CAPABILITIES);
    return word(call, 1) === 0n ? 0 : fail("EINVAL", "the version is unknown");
  }
  if (word(call, 1) === 0n) return 0;
  if (!isThere(call, Number(pid))) return fail("ESRCH", `there is no process ${pid}`);
  return user.write(word(call, 1), new Uint8Array(4 * words)) ? 0 : badBuffer(call, 1, 4 * words, "write");
}

const administrator = (): SyscallResult => fail("EPERM", "only an administrator may do that");

const TRACE_ME = 0;
const trace = (call: SystemCall): SyscallResult =>
  int(call, 0) === TRACE_ME ? 0 : fail("ESRCH", "there is no other process that could be traced");

/** The names of uname in their older forms: five fields of `width` bytes, one behind the other. */
const oldNames =
  (width: number) =>
  (call: SystemCall): SyscallResult => {
    const bytes = new Uint8Array(5 * width);
    const fields = ["Linux", "asmoscope", "6.1.0", "#1 SMP PREEMPT_DYNAMIC", "x86_64"];
    for (const [k, field] of fields.entries())
      bytes.set(new TextEncoder().encode(field).subarray(0, width - 1), k * width);
    return call.kernel.user.write(word(call, 0), bytes) ? 0 : badBuffer(call, 0, bytes.length, "write");
  };

const constant = (value: number) => (): SyscallResult => value;

export const identityCalls = {
  setreuid: identities(2),
  setregid: identities(2),
  setresuid: identities(3),
  setresgid: identities(3),
  setreuid32: identities(2),
  setregid32: identities(2),
  setresuid32: identities(3),
  setresgid32: identities(3),
  setuid32: identities(1),
  setgid32: identities(1),
  setfsuid: constant(USER_ID),
  setfsgid: constant(USER_ID),
  setfsuid32: constant(USER_ID),
  setfsgid32: constant(USER_ID),
  getresuid: threeIdentities(2),
  getresgid: threeIdentities(2),
  getresuid32: threeIdentities(4),
  getresgid32: threeIdentities(4),
  getgroups: groups(2),
  getgroups32: groups(4),
  setgroups: administrator,
  setgroups32: administrator,
  personality: constant(0),
  nice: (call) =>
    int(call, 0) < 0
      ? fail("EPERM", "only an administrator can raise a priority")
      : setNiceness(call.kernel.process, call.kernel.process.niceness + int(call, 0)),
  getpriority: getPriority,
  setpriority: setPriority,
  sched_get_priority_max: priorityBound(99),
  sched_get_priority_min: priorityBound(1),
  sched_getparam: aboutSelf(1, () => 4),
  sched_rr_get_interval: aboutSelf(1, (call) => 2 * longBytes(call)),
  sched_rr_get_interval_time64: aboutSelf(1, () => 16),
  sched_getaffinity: getAffinity,
  sched_setaffinity: setAffinity,
  getcpu,
  olduname: oldNames(65),
  oldolduname: oldNames(9),
  ptrace: trace,
  membarrier,
  capget: capabilities,
  mlockall: (call) => (uint(call, 0) === 0 || uint(call, 0) > 7 ? fail("EINVAL", "the flags are unknown") : 0),
  unshare: (call) => (uint(call, 0) === 0 ? 0 : administrator()),
  setns: (call) => {
    const file = fileOf(call, 0);
    return isFailure(file) ? file : fail("EINVAL", "the descriptor is no namespace");
  },
  vhangup: administrator,
  chroot: (call) => {
    const place = existing(call, 0);
    return isFailure(place) ? place : administrator();
  },
  mount: administrator,
  umount: administrator,
  umount2: administrator,
  swapon: administrator,
  swapoff: administrator,
  reboot: administrator,
  sethostname: administrator,
  setdomainname: administrator,
  settimeofday: administrator,
  clock_settime: setClock,
  clock_settime64: setClock,
  stime: administrator,
  acct: administrator,
  iopl: administrator,
  ioperm: administrator,
  syslog: administrator,
  pivot_root: administrator,
  init_module: administrator,
  finit_module: administrator,
  delete_module: administrator,
  restart_syscall: () => fail("EINTR", "no system call was stopped"),
} satisfies SyscallFunctions;
