// What POSIX threads wait for beside each other's ends: mutexes, conditions, locks for readers and writers, spin locks, barriers,
// semaphores. Whoever has to wait is called again when another thread has done something (awaitOthers). Where glibc keeps
// the words that programs may look at or set by an initialiser, they are here, too.
// Source: pthreads(7) and the man pages of section 3; glibc 2.36's struct_mutex.h and struct_rwlock.h.

import { hasOthers } from "../os/process-table.ts";
import { waitForOthers } from "../os/waiting.ts";
import { awaitOthers, awaitUntil, readDeadline } from "./await-others.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { errorNumber, restartable } from "./system-call.ts";
import { allBlocks, OWN, ownBlock } from "./thread-block.ts";

type Kind = "mutex" | "condition" | "rwlock";

const BYTES: Readonly<Record<Kind, Readonly<Record<32 | 64, number>>>> = {
  mutex: { 64: 40, 32: 24 },
  condition: { 64: 48, 32: 48 },
  rwlock: { 64: 56, 32: 32 },
};

const read = (call: LibcCall, at: bigint): bigint => call.program.readWord(at, 4);
const write = (call: LibcCall, at: bigint, value: bigint): void => call.program.writeWord(at, 4, value);

/** The kernel's number of the thread that runs. */
const ownId = (call: LibcCall): bigint => BigInt(call.kernel.processes.current.id);

const prepare =
  (what: Kind) =>
  (call: LibcCall): LibcResult => {
    call.program.fill(call.args.pointer(), BYTES[what][call.bits], 0);
    return 0;
  };

const nothing = (): LibcResult => 0;

// ---- mutexes

/** Where a mutex says what locking it twice does; in front of that lie its lock, count and owner, an int each. */
const KIND_AT = { 64: 16n, 32: 12n } as const;
const KIND = { recursive: 1, errorCheck: 2, mask: 3 } as const;
/** The word of the kind of a mutex that has been destroyed. */
const DESTROYED = 0xffffffff;

interface Mutex {
  readonly at: bigint;
  readonly isLocked: boolean;
  /** How often its owner has locked it again. */
  readonly count: number;
  readonly isOwn: boolean;
  readonly kind: number;
  readonly isDestroyed: boolean;
}

function mutexAt(call: LibcCall, at: bigint): Mutex {
  const bytes = call.program.read(at, Number(KIND_AT[call.bits]) + 4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isLocked = view.getUint32(0, true) !== 0;
  const isOwn = isLocked && BigInt(view.getUint32(8, true)) === ownId(call);
  const kind = view.getUint32(Number(KIND_AT[call.bits]), true);
  const count = view.getUint32(4, true);
  return { at, isLocked, count, isOwn, kind: kind & KIND.mask, isDestroyed: kind === DESTROYED };
}

/** @returns 0 */
function setMutex(call: LibcCall, { at }: Mutex, to: { readonly count: number } | "free"): LibcResult {
  const bytes = new Uint8Array(12);
  const view = new DataView(bytes.buffer);
  if (to !== "free") {
    view.setUint32(0, 1, true);
    view.setUint32(4, to.count, true);
    view.setUint32(8, Number(ownId(call)), true);
  }
  call.program.write(at, bytes);
  return 0;
}

function initMutex(call: LibcCall): LibcResult {
  const mutex = call.args.pointer();
  const attributes = call.args.pointer();
  const kind = attributes === 0n ? 0n : read(call, attributes) & BigInt(KIND.mask);
  call.program.fill(mutex, BYTES.mutex[call.bits], 0);
  if (kind !== 0n) write(call, mutex + KIND_AT[call.bits], kind);
  return 0;
}

/** @returns 0 when the thread has the mutex now, for the first time or once more; undefined while another one has it. */
function take(call: LibcCall, mutex: Mutex): LibcResult {
  if (mutex.isDestroyed) return errorNumber("EINVAL");
  if (!mutex.isLocked) return setMutex(call, mutex, { count: 0 });
  if (mutex.kind !== KIND.recursive || !mutex.isOwn) return undefined;
  return setMutex(call, mutex, { count: mutex.count + 1 });
}

function lock(call: LibcCall): LibcResult {
  const mutex = mutexAt(call, call.args.pointer());
  if (mutex.kind === KIND.errorCheck && mutex.isOwn && !mutex.isDestroyed) return errorNumber("EDEADLOCK");
  return take(call, mutex) ?? awaitOthers(call);
}

function lockUntil(call: LibcCall): LibcResult {
  const mutex = mutexAt(call, call.args.pointer());
  if (mutex.kind === KIND.errorCheck && mutex.isOwn && !mutex.isDestroyed) return errorNumber("EDEADLOCK");
  const taken = take(call, mutex);
  if (taken !== undefined) return taken;
  const deadline = readDeadline(call, call.args.pointer());
  if (deadline === undefined) return errorNumber("EINVAL");
  return awaitUntil(call, deadline) === "late" ? errorNumber("ETIMEDOUT") : "pending";
}

const tryLock = (call: LibcCall): LibcResult => take(call, mutexAt(call, call.args.pointer())) ?? errorNumber("EBUSY");

function unlock(call: LibcCall, at: bigint): LibcResult {
  const mutex = mutexAt(call, at);
  const { kind, count, isOwn, isDestroyed } = mutex;
  if (isDestroyed) return errorNumber("EINVAL");
  if ((kind === KIND.recursive || kind === KIND.errorCheck) && !isOwn) return errorNumber("EPERM");
  return setMutex(call, mutex, kind === KIND.recursive && count > 0 ? { count: count - 1 } : "free");
}

function destroyMutex(call: LibcCall): LibcResult {
  const { at, isLocked } = mutexAt(call, call.args.pointer());
  if (isLocked) return errorNumber("EBUSY");
  write(call, at + KIND_AT[call.bits], BigInt(DESTROYED));
  return 0;
}

function setKind(call: LibcCall): LibcResult {
  const attributes = call.args.pointer();
  const kind = call.args.unsigned();
  if (kind > KIND.mask) return errorNumber("EINVAL");
  write(call, attributes, BigInt(kind));
  return 0;
}

/** Another process is none that would share it. */
function setShared(call: LibcCall): LibcResult {
  call.args.pointer();
  return call.args.unsigned() > 1 ? errorNumber("EINVAL") : 0;
}

// ---- conditions

/** What a block's `signalled` says. */
const SIGNALLED = { no: 0n, yes: 1n, late: 2n } as const;

/** The mutex is given back, then the thread waits to be signalled, then to have the mutex again: a call for each step. */
function waitCondition(call: LibcCall, how: "for ever" | "until" = "for ever"): LibcResult {
  const condition = call.args.pointer();
  const mutex = call.args.pointer();
  const deadline = how === "until" ? readDeadline(call, call.args.pointer()) : undefined;
  if (how === "until" && deadline === undefined) return errorNumber("EINVAL");
  const { memory } = call.libc;
  const block = ownBlock(call);
  if (memory.load(block + OWN.waitsAt, 8) !== condition) {
    const unlocked = unlock(call, mutex);
    if (unlocked !== 0) return unlocked;
    const since = call.libc.get("conditionWaits") + 1;
    call.libc.set("conditionWaits", since);
    for (const [at, value] of [
      [OWN.waitsAt, condition],
      [OWN.waitsSince, BigInt(since)],
      [OWN.signalled, SIGNALLED.no],
    ] as const)
      memory.store(block + at, 8, value);
    call.kernel.processes.changes++;
  }
  if (memory.load(block + OWN.signalled, 8) === SIGNALLED.no) {
    if (deadline === undefined) return awaitOthers(call);
    if (awaitUntil(call, deadline) !== "late") return "pending";
    memory.store(block + OWN.signalled, 8, SIGNALLED.late);
  }
  if (take(call, mutexAt(call, mutex)) === undefined) return awaitOthers(call);
  memory.store(block + OWN.waitsAt, 8, 0n);
  return memory.load(block + OWN.signalled, 8) === SIGNALLED.late ? errorNumber("ETIMEDOUT") : 0;
}

/** Threads that wait for a condition and have not been signalled, who came first in front. */
function waitersFor({ args, libc }: LibcCall): number[] {
  const condition = args.pointer();
  const field = (block: number, offset: number): bigint => libc.memory.load(block + offset, 8);
  const waits = (block: number): boolean =>
    field(block, OWN.waitsAt) === condition && field(block, OWN.signalled) === SIGNALLED.no;
  const since = (block: number): number => Number(field(block, OWN.waitsSince));
  return [...allBlocks(libc)].filter(waits).sort((a, b) => since(a) - since(b));
}

const signalCondition =
  (most: number) =>
  (call: LibcCall): LibcResult => {
    for (const block of waitersFor(call).slice(0, most))
      call.libc.memory.store(block + OWN.signalled, 8, SIGNALLED.yes);
    return 0;
  };

// ---- readers and writers

/** Words of such a lock: how many read, and who writes. */
const RWLOCK = { readers: 0n, writer: 24n } as const;

const tryRead = (call: LibcCall, lockAt: bigint): boolean => {
  if (read(call, lockAt + RWLOCK.writer) !== 0n) return false;
  write(call, lockAt + RWLOCK.readers, read(call, lockAt + RWLOCK.readers) + 1n);
  return true;
};
const tryWrite = (call: LibcCall, lockAt: bigint): boolean => {
  if (read(call, lockAt + RWLOCK.writer) !== 0n || read(call, lockAt + RWLOCK.readers) !== 0n) return false;
  write(call, lockAt + RWLOCK.writer, ownId(call));
  return true;
};

const takeShared =
  (how: typeof tryRead) =>
  (call: LibcCall): LibcResult => {
    const lockAt = call.args.pointer();
    if (how(call, lockAt)) return 0;
    return read(call, lockAt + RWLOCK.writer) === ownId(call) ? errorNumber("EDEADLOCK") : awaitOthers(call);
  };

const trySharedLock =
  (how: typeof tryRead) =>
  (call: LibcCall): LibcResult =>
    how(call, call.args.pointer()) ? 0 : errorNumber("EBUSY");

function unlockShared(call: LibcCall): LibcResult {
  const lockAt = call.args.pointer();
  const readers = read(call, lockAt + RWLOCK.readers);
  if (read(call, lockAt + RWLOCK.writer) !== 0n) write(call, lockAt + RWLOCK.writer, 0n);
  else if (readers !== 0n) write(call, lockAt + RWLOCK.readers, readers - 1n);
  return 0;
}

// ---- spin locks: 1 is free, as on x86

const setWord =
  (value: bigint) =>
  (call: LibcCall): LibcResult => {
    write(call, call.args.pointer(), value);
    return 0;
  };

function spin(call: LibcCall, whenTaken: () => LibcResult): LibcResult {
  const at = call.args.pointer();
  if (read(call, at) !== 1n) return whenTaken();
  write(call, at, 0n);
  return 0;
}

// ---- barriers

const INT_MAX = 0x7fffffff;

/** A barrier: how many are to come, how many have come, how often all were there; an int each. */
const BARRIER = { count: 0n, arrived: 4n, rounds: 8n } as const;

function initBarrier(call: LibcCall): LibcResult {
  const barrier = call.args.pointer();
  call.args.pointer();
  const count = call.args.unsigned();
  if (count === 0 || count > INT_MAX) return errorNumber("EINVAL");
  write(call, barrier + BARRIER.count, BigInt(count));
  write(call, barrier + BARRIER.arrived, 0n);
  write(call, barrier + BARRIER.rounds, 0n);
  return 0;
}

const LAST_ONE = -1;

function waitBarrier(call: LibcCall): LibcResult {
  const barrier = call.args.pointer();
  const { memory } = call.libc;
  const block = ownBlock(call);
  const round = read(call, barrier + BARRIER.rounds);
  if (memory.load(block + OWN.waitsAt, 8) === barrier) {
    if (memory.load(block + OWN.waitsSince, 8) === round) return awaitOthers(call);
    memory.store(block + OWN.waitsAt, 8, 0n);
    return 0;
  }
  const arrived = read(call, barrier + BARRIER.arrived) + 1n;
  const isLast = arrived === read(call, barrier + BARRIER.count);
  write(call, barrier + BARRIER.arrived, isLast ? 0n : arrived);
  if (isLast) {
    write(call, barrier + BARRIER.rounds, BigInt.asUintN(32, round + 1n));
    return LAST_ONE;
  }
  memory.store(block + OWN.waitsAt, 8, barrier);
  memory.store(block + OWN.waitsSince, 8, round);
  return awaitOthers(call);
}

// ---- semaphores: the count is the first word

function initSemaphore(call: LibcCall): LibcResult {
  const semaphore = call.args.pointer();
  call.args.int();
  const count = call.args.unsigned();
  if (count > INT_MAX) return failed(call, "EINVAL");
  write(call, semaphore, BigInt(count));
  return 0;
}

function failed({ libc }: LibcCall, error: "EINVAL" | "EINTR" | "EAGAIN" | "EOVERFLOW" | "ETIMEDOUT"): LibcResult {
  libc.setErrno(error);
  return -1;
}

/** @returns whether one was taken. */
function lower(call: LibcCall, semaphore: bigint): boolean {
  const count = read(call, semaphore);
  if (count !== 0n) write(call, semaphore, count - 1n);
  return count !== 0n;
}

function waitSemaphore(call: LibcCall): LibcResult {
  if (lower(call, call.args.pointer())) return 0;
  if (!hasOthers(call.kernel)) return awaitOthers(call);
  const woken = waitForOthers(call.kernel, { for: "change" });
  if (woken === undefined) return awaitOthers(call);
  if (woken === "pending" || restartable(call.kernel, woken) === "pending") return "pending";
  return failed(call, "EINTR");
}

function waitSemaphoreUntil(call: LibcCall): LibcResult {
  if (lower(call, call.args.pointer())) return 0;
  const deadline = readDeadline(call, call.args.pointer());
  if (deadline === undefined) return failed(call, "EINVAL");
  const woken = awaitUntil(call, deadline, "ends");
  if (woken === "pending") return woken;
  return failed(call, woken === "late" ? "ETIMEDOUT" : "EINTR");
}

function trySemaphore(call: LibcCall): LibcResult {
  if (lower(call, call.args.pointer())) return 0;
  return failed(call, "EAGAIN");
}

function postSemaphore(call: LibcCall): LibcResult {
  const semaphore = call.args.pointer();
  const count = read(call, semaphore);
  if (count === BigInt(INT_MAX)) return failed(call, "EOVERFLOW");
  write(call, semaphore, BigInt.asUintN(32, count + 1n));
  call.kernel.processes.changes++;
  return 0;
}

export const lockFunctions = {
  pthread_mutex_init: initMutex,
  pthread_mutex_lock: lock,
  pthread_mutex_trylock: tryLock,
  pthread_mutex_unlock: (call) => unlock(call, call.args.pointer()),
  pthread_mutex_destroy: destroyMutex,
  pthread_mutexattr_init: setWord(0n),
  pthread_mutexattr_destroy: nothing,
  pthread_mutexattr_settype: setKind,
  pthread_mutexattr_gettype: (call) => {
    const kind = read(call, call.args.pointer());
    write(call, call.args.pointer(), kind);
    return 0;
  },
  pthread_mutexattr_setpshared: setShared,
  pthread_mutex_timedlock: lockUntil,
  pthread_condattr_init: setWord(0n),
  pthread_condattr_destroy: nothing,
  pthread_cond_init: prepare("condition"),
  pthread_cond_destroy: nothing,
  pthread_cond_wait: (call) => waitCondition(call),
  pthread_cond_timedwait: (call) => waitCondition(call, "until"),
  pthread_cond_signal: signalCondition(1),
  pthread_cond_broadcast: signalCondition(Number.POSITIVE_INFINITY),
  pthread_rwlockattr_init: (call) => {
    call.program.fill(call.args.pointer(), 8, 0);
    return 0;
  },
  pthread_rwlockattr_destroy: nothing,
  pthread_rwlock_init: prepare("rwlock"),
  pthread_rwlock_destroy: nothing,
  pthread_rwlock_rdlock: takeShared(tryRead),
  pthread_rwlock_wrlock: takeShared(tryWrite),
  pthread_rwlock_tryrdlock: trySharedLock(tryRead),
  pthread_rwlock_trywrlock: trySharedLock(tryWrite),
  pthread_rwlock_unlock: unlockShared,
  pthread_spin_init: setWord(1n),
  pthread_spin_destroy: nothing,
  pthread_spin_lock: (call) => spin(call, () => awaitOthers(call)),
  pthread_spin_trylock: (call) => spin(call, () => errorNumber("EBUSY")),
  pthread_spin_unlock: setWord(1n),
  pthread_barrier_init: initBarrier,
  pthread_barrier_wait: waitBarrier,
  pthread_barrier_destroy: nothing,
  sem_init: initSemaphore,
  sem_wait: waitSemaphore,
  sem_timedwait: waitSemaphoreUntil,
  sem_trywait: trySemaphore,
  sem_post: postSemaphore,
  sem_destroy: nothing,
} satisfies LibcFunctions;
