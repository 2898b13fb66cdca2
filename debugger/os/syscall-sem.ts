// System V semaphores: sets of numbers that processes lower, raise and wait for, several at once or none. What is done with
// SEM_UNDO is taken back when the process ends.
// Source: the kernel's ipc/sem.c; semget(2), semop(2), semctl(2).

import {
  describe,
  giveInfo,
  IPC,
  IPC_64,
  lookUp,
  modeAt,
  newObject,
  noSuch,
  type SemaphoreSet,
  secondsNow,
} from "./ipc.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  type KernelParts,
  longBytes,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { readDuration } from "./syscall-time.ts";
import { storeWord } from "./user-memory.ts";
import { waitFor } from "./waiting.ts";

const SET_LIMIT = 32_000;
const OPERATION_LIMIT = 500;
const LARGEST_VALUE = 32_767;
const SEM_UNDO = 0x1000;

const setOf = ({ processes }: KernelParts, id: number): SemaphoreSet | undefined =>
  processes.ipc.semaphores.find((one) => one.id === id);

function put({ processes }: KernelParts, id: number, values: Partial<SemaphoreSet>): void {
  const { ipc } = processes;
  processes.ipc = { ...ipc, semaphores: ipc.semaphores.map((one) => (one.id === id ? { ...one, ...values } : one)) };
}

function semget(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const { processes } = kernel;
  const [key, count, flags] = [int(call, 0), int(call, 1), int(call, 2)];
  if (count < 0 || count > SET_LIMIT) return fail("EINVAL", `a set has at most ${SET_LIMIT} semaphores`);
  const found = lookUp(processes.ipc.semaphores, key, flags);
  if (isFailure(found)) return found;
  if (found !== "new")
    return count > found.values.length ? fail("EINVAL", `the set has ${found.values.length} only`) : found.id;
  if (count === 0) return fail("EINVAL", "a new set has at least one semaphore");
  const zeros = new Array<number>(count).fill(0);
  const made = { ...newObject(kernel, key, flags), values: zeros, lastBy: zeros, operated: 0n, undo: new Map() };
  processes.ipc = { ...processes.ipc, nextId: made.id + 1, semaphores: [...processes.ipc.semaphores, made] };
  return made.id;
}

interface Operation {
  readonly index: number;
  readonly change: number;
  readonly flags: number;
}

/** struct sembuf: three shorts. */
function operationsAt(call: SystemCall): readonly Operation[] | Failure {
  const count = uint(call, 2);
  if (count === 0) return fail("EINVAL", "there is nothing to do");
  if (count > OPERATION_LIMIT) return fail("E2BIG", `at most ${OPERATION_LIMIT} operations are done at once`);
  const bytes = call.kernel.user.read(word(call, 1), 6 * count);
  if (!bytes) return badBuffer(call, 1, 6 * count, "read");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Array.from({ length: count }, (_, k) => ({
    index: view.getUint16(6 * k, true),
    change: view.getInt16(6 * k + 2, true),
    flags: view.getInt16(6 * k + 4, true),
  }));
}

/** The values after all operations; the one that has to wait; or the failure. */
function tryAll(set: SemaphoreSet, operations: readonly Operation[]): readonly number[] | Operation | Failure {
  const values = [...set.values];
  for (const operation of operations) {
    const { index, change } = operation;
    const value = values[index]!;
    if (change === 0 ? value !== 0 : value + change < 0) return operation;
    if (value + change > LARGEST_VALUE) return fail("ERANGE", `a semaphore has at most the value ${LARGEST_VALUE}`);
    values[index] = value + change;
  }
  return values;
}

const isWaiting = (tried: readonly number[] | Operation | Failure): tried is Operation => "change" in tried;

/** Does all operations at once, or waits until that is possible. `limitNs` undefined: for ever. */
function operate(call: SystemCall, limitNs: bigint | undefined): SyscallResult {
  const { kernel } = call;
  const { current } = kernel.processes;
  const operations = operationsAt(call);
  if (isFailure(operations)) return operations;
  const set = setOf(kernel, int(call, 0));
  // It was there when the process began to wait.
  if (!set) return current.wait ? fail("EIDRM", "the set has been removed") : noSuch(int(call, 0));
  if (operations.some(({ index }) => index >= set.values.length))
    return fail("EFBIG", `the set has ${set.values.length} semaphores only`);
  const tried = tryAll(set, operations);
  if (isFailure(tried)) return tried;
  if (isWaiting(tried)) {
    if (tried.flags & IPC.noWait) return fail("EAGAIN", `semaphore ${tried.index} does not allow it now`);
    const woken = waitFor(kernel, limitNs, { for: "change" });
    if (woken === "pending") return woken;
    if (woken === "done") return fail("EAGAIN", "the time is up");
    return fail("EINTR", woken === "never" ? "nobody is left who could change the semaphore" : "a signal came");
  }
  const lastBy = [...set.lastBy];
  const undo = [...(set.undo.get(current.owner) ?? new Array<number>(set.values.length).fill(0))];
  for (const { index, change, flags } of operations) {
    lastBy[index] = current.owner;
    if (flags & SEM_UNDO) undo[index]! -= change;
  }
  const all = new Map(set.undo).set(current.owner, undo);
  put(kernel, set.id, { values: tried, lastBy, operated: secondsNow(kernel), undo: all });
  return 0;
}

function semtimedop(call: SystemCall, bytes: number): SyscallResult {
  const limit = word(call, 3) === 0n ? undefined : readDuration(call, 3, bytes);
  return isFailure(limit) ? limit : operate(call, limit);
}

/** A process ends: what it has done with SEM_UNDO is taken back. */
export function undoSemaphores(kernel: KernelParts, process: number): void {
  for (const { id, values, undo } of kernel.processes.ipc.semaphores) {
    const back = undo.get(process);
    if (!back) continue;
    const rest = new Map(undo);
    rest.delete(process);
    const bounded = (value: number): number => Math.min(LARGEST_VALUE, Math.max(0, value));
    put(kernel, id, { undo: rest, values: values.map((value, k) => bounded(value + back[k]!)) });
  }
}

// ---- semctl

const COMMAND = {
  getPid: 11,
  getValue: 12,
  getAll: 13,
  waiters: 14,
  zeroWaiters: 15,
  setValue: 16,
  setAll: 17,
} as const;
const isValue = (value: number): boolean => value >= 0 && value <= LARGEST_VALUE;

/** Processes that wait for a semaphore to become 0, or to grow. */
function waiters(kernel: KernelParts): number {
  return kernel.processes.list.filter(({ wait, ending }) => ending === undefined && wait?.for === "change").length;
}

function ofOne(call: SystemCall, set: SemaphoreSet, command: number): SyscallResult {
  const index = int(call, 1);
  if (index < 0 || index >= set.values.length)
    return fail("EINVAL", `the set has ${set.values.length} semaphores only`);
  switch (command) {
    case COMMAND.getPid:
      return set.lastBy[index]!;
    case COMMAND.getValue:
      return set.values[index]!;
    case COMMAND.setValue: {
      const value = int(call, 3);
      if (!isValue(value)) return fail("ERANGE", `a semaphore has a value from 0 to ${LARGEST_VALUE}`);
      const values = set.values.map((old, k) => (k === index ? value : old));
      const lastBy = set.lastBy.map((old, k) => (k === index ? call.kernel.processes.current.owner : old));
      put(call.kernel, set.id, { values, lastBy, changed: secondsNow(call.kernel), undo: new Map() });
      return 0;
    }
    default:
      return waiters(call.kernel);
  }
}

function ofAll(call: SystemCall, set: SemaphoreSet, command: number): SyscallResult {
  const { user } = call.kernel;
  const bytes = new Uint8Array(2 * set.values.length);
  if (command === COMMAND.getAll) {
    for (const [k, value] of set.values.entries()) storeWord(bytes, 2 * k, 2, BigInt(value));
    return user.write(word(call, 3), bytes) ? 0 : badBuffer(call, 3, bytes.length, "write");
  }
  const given = user.read(word(call, 3), bytes.length);
  if (!given) return badBuffer(call, 3, bytes.length, "read");
  const values = set.values.map((_, k) => given[2 * k]! | (given[2 * k + 1]! << 8));
  if (!values.every(isValue)) return fail("ERANGE", `a semaphore has a value from 0 to ${LARGEST_VALUE}`);
  put(call.kernel, set.id, { values, changed: secondsNow(call.kernel), undo: new Map() });
  return 0;
}

const SEM_INFO = 19;

/** struct seminfo; SEM_INFO tells of what there is in its last fields but one. */
function tellLimits(call: SystemCall, command: number): SyscallResult {
  const sets = call.kernel.processes.ipc.semaphores;
  const count = sets.reduce((sum, { values }) => sum + values.length, 0);
  const last = command === IPC.info ? [20, 32767, 32767] : [sets.length, 32767, count];
  const numbers = [1024000000, 32000, 1024000000, 1024000000, 32000, 500, 500, ...last];
  return giveInfo(call, 3, numbers.map(BigInt), 4, sets);
}

function semctl(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const command = int(call, 2) & ~IPC_64;
  if (command === IPC.info || command === SEM_INFO) return tellLimits(call, command);
  const set = setOf(kernel, int(call, 0));
  if (!set) return noSuch(int(call, 0));
  if (command === IPC.remove) {
    const { ipc } = kernel.processes;
    kernel.processes.ipc = { ...ipc, semaphores: ipc.semaphores.filter((one) => one !== set) };
    return 0;
  }
  if (command === IPC.set) {
    const mode = modeAt(call, 3);
    if (isFailure(mode)) return mode;
    put(kernel, set.id, { mode, changed: secondsNow(kernel) });
    return 0;
  }
  if (command === IPC.stat) {
    const fields = [
      [set.operated, 48, 8, 36, 4],
      [set.changed, 64, 8, 44, 4],
      [set.values.length, 80, 8, 52, 4],
    ] as const;
    return describe(call, 3, set, fields, [104, 64]);
  }
  if (command === COMMAND.getAll || command === COMMAND.setAll) return ofAll(call, set, command);
  const known: readonly number[] = Object.values(COMMAND);
  return known.includes(command)
    ? ofOne(call, set, command)
    : fail("EINVAL", `${command} is no command for semaphores that is known here`);
}

export const semaphoreCalls = {
  semget,
  semctl,
  semop: (call) => operate(call, undefined),
  semtimedop: (call) => semtimedop(call, longBytes(call)),
  semtimedop_time64: (call) => semtimedop(call, 8),
} satisfies SyscallFunctions;
