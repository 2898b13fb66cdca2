// Who the process is, how it ends, its signals' settings, and what the C libraries' start-up code asks for.
// Source: the kernel's kernel/sys.c, kernel/signal.c, arch/x86/kernel/process_64.c and tls.c; man pages of section 2.

import { TLS } from "../cpu/segments.ts";
import { tlsIndex } from "../cpu/state.ts";
import { futexKey, moveFutex, wakeFutex } from "./futex.ts";
import { lockLending, tryLending, unlockLending } from "./lending-lock.ts";
import { USER_ID } from "./process-stack.ts";
import { randomBytes } from "./random.ts";
import { getRobustList, setRobustList } from "./robust.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { exit, exitThread } from "./syscall-exit.ts";
import { readDuration } from "./syscall-time.ts";
import { interrupted, waitFor } from "./waiting.ts";

const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** uname's six fields of 65 bytes. */
function uname(call: SystemCall): SyscallResult {
  const fields = ["Linux", "asmoscope", "6.1.0", "#1 SMP PREEMPT_DYNAMIC", "x86_64", "(none)"];
  const bytes = new Uint8Array(65 * fields.length);
  for (const [k, field] of fields.entries()) bytes.set(new TextEncoder().encode(field), 65 * k);
  return call.kernel.user.write(word(call, 0), bytes) ? 0 : badBuffer(call, 0, bytes.length, "write");
}

const GETRANDOM_FLAGS = { random: 2, known: 7, insecure: 4 };

function getrandom(call: SystemCall): SyscallResult {
  const { user, seed, process } = call.kernel;
  const flags = uint(call, 2);
  if (flags & ~GETRANDOM_FLAGS.known || (flags & 6) === (GETRANDOM_FLAGS.random | GETRANDOM_FLAGS.insecure)) {
    return fail(
      "EINVAL",
      `the flags 0x${flags.toString(16)} (${registerOf(call, 2)}) are unknown or do not go together`,
    );
  }
  const sizeBytes = Math.min(Number(word(call, 1)), 2 ** 25 - 1);
  const usable = user.usable(word(call, 0), sizeBytes, "write");
  if (usable === 0 && sizeBytes > 0) return badBuffer(call, 0, sizeBytes, "write");
  user.write(word(call, 0), randomBytes(seed, process.randomIndex, usable));
  process.randomIndex += Math.ceil(usable / 8);
  return usable;
}

// ---- segment bases

const ARCH = { setGs: 0x1001, setFs: 0x1002, getFs: 0x1003, getGs: 0x1004, getCpuid: 0x1011, setCpuid: 0x1012 };

function archPrctl(call: SystemCall): SyscallResult {
  const { state, user, space } = call.kernel;
  const code = int(call, 0);
  const value = word(call, 1);
  if (code === ARCH.setFs || code === ARCH.setGs) {
    if (value >= BigInt(space.limit))
      return fail("EPERM", `${hex(value)} (${registerOf(call, 1)}) is above what programs can have`);
    if (code === ARCH.setFs) state.fsBase = value;
    else state.gsBase = value;
    return 0;
  }
  if (code === ARCH.getCpuid) return 1;
  if (code === ARCH.setCpuid) return fail("ENODEV", "the CPU cannot make cpuid fault");
  if (code !== ARCH.getFs && code !== ARCH.getGs)
    return fail("EINVAL", `0x${code.toString(16)} (${registerOf(call, 0)}) is not a code that is known here`);
  const base = code === ARCH.getFs ? state.fsBase : state.gsBase;
  return user.writeWord(value, 8, base) ? 0 : badBuffer(call, 1, 8, "write");
}

const TLS_FIRST = 12;
const TLS_COUNT = 3;
/** struct user_desc: entry_number, base_addr, limit, and the bits below. */
const DESCRIPTOR_BYTES = 16;
/** read_exec_only and seg_not_present, alone: an empty descriptor. */
const EMPTY_BITS = 0x28;
/** Its last word, bit by bit. */
const USER = { is32: 1, contents: 6, readOnly: 8, inPages: 0x10, notPresent: 0x20, useable: 0x40 } as const;

/** What `STATE.tls` keeps of a descriptor; undefined when the kernel refuses it (arch/x86/kernel/tls.c, tls_desc_okay). */
function tlsKindOf(limit: number, bits: number): number | undefined {
  if (!(bits & USER.is32) || (bits & USER.contents) > 2 || bits & USER.notPresent) return undefined;
  let kind: number = TLS.isSet;
  if (bits & USER.readOnly) kind |= TLS.readOnly;
  if (bits & USER.contents) kind |= TLS.expandsDown;
  if (bits & USER.inPages) kind |= TLS.pages;
  if (bits & USER.useable) kind |= TLS.available;
  return (kind | (limit << TLS.limitShift)) >>> 0;
}

/** The last word of struct user_desc for what is kept. */
function userBits(kind: number): number {
  let bits: number = USER.is32;
  if (kind & TLS.readOnly) bits |= USER.readOnly;
  if (kind & TLS.expandsDown) bits |= 2;
  if (kind & TLS.pages) bits |= USER.inPages;
  if (kind & TLS.available) bits |= USER.useable;
  return bits;
}

/** Index 0 … 2 of a descriptor, by its entry in the GDT. */
function tlsEntry(entry: number): number | Failure {
  if (entry >= TLS_FIRST && entry < TLS_FIRST + TLS_COUNT) return entry - TLS_FIRST;
  return fail("EINVAL", `entry ${entry} is not 12, 13, 14 or −1`);
}

function setThreadArea(call: SystemCall): SyscallResult {
  const { user, state } = call.kernel;
  const at = word(call, 0);
  const bytes = user.read(at, DESCRIPTOR_BYTES);
  if (!bytes) return badBuffer(call, 0, DESCRIPTOR_BYTES, "read");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [base, limit] = [view.getUint32(4, true), view.getUint32(8, true)];
  const bits = view.getUint32(12, true) & 0x7f;
  const empty = base === 0 && limit === 0 && (bits === EMPTY_BITS || bits === 0);
  const kind = tlsKindOf(limit, bits);
  if (!empty && kind === undefined)
    return fail("EINVAL", "a thread-local descriptor is a present data segment of 32 bits");
  let entry = view.getInt32(0, true);
  if (entry === -1) {
    const free = [0, 1, 2].find((k) => state.tlsBase(k) === undefined);
    if (free === undefined) return fail("ESRCH", "all three descriptors are taken");
    entry = TLS_FIRST + free;
    if (!user.writeWord(at, 4, BigInt(entry))) return badBuffer(call, 0, 4, "write");
  }
  const index = tlsEntry(entry);
  if (isFailure(index)) return index;
  state.setTlsBase(index, empty ? undefined : base, kind);
  // A segment register that holds the selector already follows.
  for (const name of ["fs", "gs"] as const) {
    if (tlsIndex(Number(state.read(name))) === index) state[`${name}Base`] = BigInt(empty ? 0 : base);
  }
  return 0;
}

function getThreadArea(call: SystemCall): SyscallResult {
  const { user, state } = call.kernel;
  const entry = user.readWord(word(call, 0), 4);
  if (entry === undefined) return badBuffer(call, 0, 4, "read");
  const index = tlsEntry(Number(BigInt.asIntN(32, entry)));
  if (isFailure(index)) return index;
  const base = state.tlsBase(index);
  const bytes = new Uint8Array(DESCRIPTOR_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Number(entry), true);
  view.setUint32(4, base ?? 0, true);
  const kind = state.tlsKind(index);
  view.setUint32(8, kind >>> TLS.limitShift, true);
  view.setUint32(12, base === undefined ? EMPTY_BITS : userBits(kind), true);
  return user.write(word(call, 0), bytes) ? 0 : badBuffer(call, 0, DESCRIPTOR_BYTES, "write");
}

// ---- odds and ends

function sysinfo(call: SystemCall): SyscallResult {
  const { user, clock, space } = call.kernel;
  const bytes = longBytes(call);
  const info = new Uint8Array(bytes === 8 ? 112 : 64);
  const view = new DataView(info.buffer);
  const put = (index: number, value: bigint): void => {
    if (bytes === 8) view.setBigUint64(index * 8, value, true);
    else view.setUint32(index * 4, Number(value & 0xffffffffn), true);
  };
  put(0, clock.monotonicNs() / 1_000_000_000n);
  put(4, BigInt(space.maxMemoryBytes));
  put(5, BigInt(space.maxMemoryBytes - space.memory.mappedBytes));
  view.setUint16(10 * bytes, 1, true);
  view.setUint32(bytes === 8 ? 104 : 52, 1, true);
  return user.write(word(call, 0), info) ? 0 : badBuffer(call, 0, info.length, "write");
}

const PR = { setDeathSignal: 1, getDeathSignal: 2, setName: 15, getName: 16, getClock: 25, setClock: 26 };
/** PR_TSC_*. */
const CLOCK_IS_READ = 1;
const CLOCK_FAULTS = 2;
/**
 * Options that change nothing here, with what a fresh process answers: dumpable (get, set), keepcaps
 * (get, set), timing (get, set), capability bounds, timer slack (set, get), no new privileges, its getter, mapping names.
 */
const PRCTL_ANSWERS: Readonly<Record<number, number>> = {
  3: 1,
  4: 0,
  7: 0,
  8: 0,
  13: 0,
  14: 0,
  23: 1,
  29: 0,
  30: 50_000,
  38: 0,
  39: 0,
};

function prctl(call: SystemCall): SyscallResult {
  const { user, process } = call.kernel;
  if (int(call, 0) === PR.setName) {
    const text = user.text(word(call, 1), 16);
    if (typeof text !== "string" && text.problem === "fault") return badBuffer(call, 1, 1, "read");
    process.name =
      typeof text === "string" ? text : new TextDecoder().decode(call.kernel.memory.peek(Number(word(call, 1)), 15));
    return 0;
  }
  if (int(call, 0) === PR.getName) {
    const bytes = new Uint8Array(16);
    bytes.set(new TextEncoder().encode(process.name).subarray(0, 15));
    return user.write(word(call, 1), bytes) ? 0 : badBuffer(call, 1, 16, "write");
  }
  if (int(call, 0) === PR.getClock) {
    const mode = call.kernel.state.clockFaults ? CLOCK_FAULTS : CLOCK_IS_READ;
    return user.writeWord(word(call, 1), 4, BigInt(mode)) ? 0 : badBuffer(call, 1, 4, "write");
  }
  if (int(call, 0) === PR.setClock && (int(call, 1) === CLOCK_IS_READ || int(call, 1) === CLOCK_FAULTS)) {
    call.kernel.state.clockFaults = int(call, 1) === CLOCK_FAULTS;
    return 0;
  }
  if (int(call, 0) === PR.setDeathSignal) {
    if (uint(call, 1) > 64) return fail("EINVAL", `${uint(call, 1)} is no signal`);
    process.deathSignal = uint(call, 1);
    return 0;
  }
  if (int(call, 0) === PR.getDeathSignal)
    return user.writeWord(word(call, 1), 4, BigInt(process.deathSignal)) ? 0 : badBuffer(call, 1, 4, "write");
  const known = PRCTL_ANSWERS[int(call, 0)];
  if (known !== undefined) return known;
  return fail("EINVAL", `${int(call, 0)} (${registerOf(call, 0)}) is not an option that is known here`);
}

const FUTEX = {
  wait: 0,
  wake: 1,
  requeue: 3,
  compareRequeue: 4,
  waitBitset: 9,
  wakeOperation: 5,
  lockLending: 6,
  unlockLending: 7,
  tryLending: 8,
  lockLendingByClock: 13,
  wakeBitset: 10,
  commandMask: 0x7f,
  realtime: 0x100,
};

/** Waits while the word has the value given. Alone, nobody can wake the program: only a timeout ends that. */
const futex =
  (bytesOf: (call: SystemCall) => number) =>
  (call: SystemCall): SyscallResult => {
    const command = int(call, 1) & FUTEX.commandMask;
    if (word(call, 0) & 3n)
      return fail("EINVAL", `${hex(word(call, 0))} (${registerOf(call, 0)}) is not a multiple of 4`);
    const value = call.kernel.user.readWord(word(call, 0), 4);
    if (value === undefined) return badBuffer(call, 0, 4, "read");
    if (WAKING.includes(command)) return wake(call, command);
    if (command === FUTEX.tryLending) return tryLending(call, value);
    if (command === FUTEX.unlockLending) return unlockLending(call, value);
    const lends = command === FUTEX.lockLending || command === FUTEX.lockLendingByClock;
    if (command !== FUTEX.wait && command !== FUTEX.waitBitset && !lends)
      return fail("ENOSYS", `operation ${command} is not known here`);
    const { current } = call.kernel.processes;
    if (current.woken && !lends) return 0;
    if (value !== BigInt(uint(call, 2)) && !lends) return fail("EAGAIN", "the word has another value already");
    const limit = word(call, 3) === 0n ? undefined : readDuration(call, 3, bytesOf(call));
    if (isFailure(limit)) return limit;
    // With FUTEX_WAIT the time is a distance, with FUTEX_WAIT_BITSET a moment.
    const { clock } = call.kernel;
    const isReal = (int(call, 1) & FUTEX.realtime) !== 0 || command === FUTEX.lockLending;
    const now = isReal ? clock.realtimeNs() : clock.monotonicNs();
    const distance = limit === undefined || command === FUTEX.wait ? limit : limit > now ? limit - now : 0n;
    if (lends) return lockLending(call, value, distance);
    const key = futexKey(current, Number(word(call, 0)));
    const woken = waitFor(call.kernel, distance, { for: "futex", key });
    if (woken === "pending") return woken;
    if (woken === "done") return fail("ETIMEDOUT", "nobody has woken the program in time");
    return woken === "never"
      ? fail("EINTR", "nobody is left to wake the program: Linux would wait for ever")
      : interrupted;
  };

function wake(call: SystemCall, command: number): SyscallResult {
  const { list, current } = call.kernel.processes;
  if (command === FUTEX.wakeBitset && uint(call, 5) === 0) return fail("EINVAL", "the set of bits is empty");
  if (command === FUTEX.compareRequeue && call.kernel.user.readWord(word(call, 0), 4) !== BigInt(uint(call, 5)))
    return fail("EAGAIN", "the word has another value already");
  const holds = command === FUTEX.wakeOperation ? changeSecondWord(call) : false;
  if (isFailure(holds)) return holds;
  const key = futexKey(current, Number(word(call, 0)));
  const woken = wakeFutex(list, key, int(call, 2));
  if (command === FUTEX.requeue || command === FUTEX.compareRequeue)
    return woken + moveFutex(list, key, futexKey(current, Number(word(call, 4))), int(call, 3));
  return holds ? woken + wakeFutex(list, futexKey(current, Number(word(call, 4))), int(call, 3)) : woken;
}

/** FUTEX_WAKE_OP: an operation on the second word. @returns whether its old value compares as asked. */
function changeSecondWord(call: SystemCall): boolean | Failure {
  const { user } = call.kernel;
  const old = user.readWord(word(call, 4), 4);
  const encoded = uint(call, 5);
  const [kind, compare] = [(encoded >>> 28) & 7, (encoded >>> 24) & 15];
  const [operand, other] = [(encoded << 8) >> 20, (encoded << 20) >> 20];
  const by = encoded >>> 31 ? 1 << operand : operand;
  if (old === undefined) return badBuffer(call, 4, 4, "write");
  const before = Number(BigInt.asIntN(32, old));
  const changed = [by, before + by, before | by, before & ~by, before ^ by][kind];
  const holds = [before === other, before !== other, before < other, before <= other, before > other, before >= other];
  if (changed === undefined || holds[compare] === undefined)
    return fail("ENOSYS", `operation ${kind} with comparison ${compare} is none`);
  if (!user.writeWord(word(call, 4), 4, BigInt.asUintN(32, BigInt(changed)))) return badBuffer(call, 4, 4, "write");
  return holds[compare];
}

const WAKING = [1, 3, 4, 5, 10];

/** Times in the first two timevals, the largest resident size in kilobytes; all of it is the process's own. */
function getrusage(call: SystemCall): SyscallResult {
  const who = int(call, 0);
  if (who !== 0 && who !== -1 && who !== 1)
    return fail("EINVAL", `${who} is not RUSAGE_SELF (0), RUSAGE_CHILDREN (−1) or RUSAGE_THREAD (1)`);
  const { user, clock, memory } = call.kernel;
  const long = longBytes(call);
  const bytes = new Uint8Array(18 * long);
  const view = new DataView(bytes.buffer);
  const put = (index: number, value: bigint) =>
    long === 8 ? view.setBigUint64(8 * index, value, true) : view.setUint32(4 * index, Number(value), true);
  if (who !== -1) {
    const ns = clock.processNs();
    put(0, ns / 1_000_000_000n);
    put(1, (ns % 1_000_000_000n) / 1000n);
    put(4, BigInt(memory.mappedBytes) / 1024n);
  }
  return user.write(word(call, 1), bytes) ? 0 : badBuffer(call, 1, bytes.length, "write");
}

/** The user may only become who the user is. */
const identity = (call: SystemCall): SyscallResult => {
  const wanted = uint(call, 0);
  return wanted === USER_ID || wanted === 0xffffffff ? 0 : fail("EPERM", `only user and group ${USER_ID} are allowed`);
};

const constant = (value: number) => (): SyscallResult => value;
export const processCalls = {
  exit: exitThread,
  exit_group: exit,
  getuid: constant(USER_ID),
  geteuid: constant(USER_ID),
  getgid: constant(USER_ID),
  getegid: constant(USER_ID),
  getuid32: constant(USER_ID),
  geteuid32: constant(USER_ID),
  getgid32: constant(USER_ID),
  getegid32: constant(USER_ID),
  set_robust_list: setRobustList,
  get_robust_list: getRobustList,
  uname,
  getrandom,
  arch_prctl: archPrctl,
  set_thread_area: setThreadArea,
  get_thread_area: getThreadArea,
  sysinfo,
  getrusage,
  setuid: identity,
  setgid: identity,
  prctl,
  futex: futex(longBytes),
  futex_time64: futex(() => 8),
} satisfies SyscallFunctions;
