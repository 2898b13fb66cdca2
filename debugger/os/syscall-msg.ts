// System V queues of messages, and i386's one call for all of System V.
// Source: the kernel's ipc/msg.c, ipc/syscall.c; msgget(2), msgop(2), msgctl(2), ipc(2).

import { describe, giveInfo, IPC, IPC_64, lookUp, modeAt, newObject, noSuch, type Queue, secondsNow } from "./ipc.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  type KernelParts,
  long,
  longBytes,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { semaphoreCalls } from "./syscall-sem.ts";
import { segmentCalls } from "./syscall-shm.ts";
import { waitFor } from "./waiting.ts";

const MESSAGE_LIMIT_BYTES = 8192;
const QUEUE_BYTES = 16_384;
const MSG = { noError: 0o10000, except: 0o20000, copy: 0o40000 } as const;

const queueOf = ({ processes }: KernelParts, id: number): Queue | undefined =>
  processes.ipc.queues.find((one) => one.id === id);

function put({ processes }: KernelParts, id: number, values: Partial<Queue>): void {
  const { ipc } = processes;
  processes.ipc = { ...ipc, queues: ipc.queues.map((one) => (one.id === id ? { ...one, ...values } : one)) };
}

function msgget(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const { processes } = kernel;
  const [key, flags] = [int(call, 0), int(call, 1)];
  const found = lookUp(processes.ipc.queues, key, flags);
  if (isFailure(found)) return found;
  if (found !== "new") return found.id;
  const made: Queue = {
    ...newObject(kernel, key, flags),
    ...{ messages: [], capacityBytes: QUEUE_BYTES, sent: 0n, received: 0n, lastSender: 0, lastReceiver: 0 },
  };
  processes.ipc = { ...processes.ipc, nextId: made.id + 1, queues: [...processes.ipc.queues, made] };
  return made.id;
}

const held = ({ messages }: Queue): number => messages.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** The queue of argument 0; it may have gone while the process waited. */
function queueAt(call: SystemCall): Queue | Failure {
  const queue = queueOf(call.kernel, int(call, 0));
  if (queue) return queue;
  return call.kernel.processes.current.wait ? fail("EIDRM", "the queue has been removed") : noSuch(int(call, 0));
}

function wait(call: SystemCall, why: string): Failure | "pending" {
  const woken = waitFor(call.kernel, undefined, { for: "change" });
  if (woken === "pending") return woken;
  return fail("EINTR", woken === "never" ? `${why}, and nobody is left who could change that` : "a signal came");
}

function msgsnd(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const length = Number(long(call, 2));
  const wordBytes = longBytes(call);
  if (length < 0 || length > MESSAGE_LIMIT_BYTES)
    return fail("EINVAL", `a message has at most ${MESSAGE_LIMIT_BYTES} bytes`);
  const type = kernel.user.readWord(word(call, 1), wordBytes);
  const bytes = kernel.user.read(word(call, 1) + BigInt(wordBytes), length);
  if (type === undefined || !bytes) return badBuffer(call, 1, wordBytes + length, "read");
  if (BigInt.asIntN(8 * wordBytes, type) < 1n) return fail("EINVAL", "the type of a message is at least 1");
  const queue = queueAt(call);
  if (isFailure(queue)) return queue;
  if (held(queue) + length > queue.capacityBytes || queue.messages.length >= queue.capacityBytes)
    return uint(call, 3) & IPC.noWait ? fail("EAGAIN", "the queue is full") : wait(call, "the queue is full");
  const messages = [...queue.messages, { type, bytes: bytes.slice() }];
  put(kernel, queue.id, { messages, sent: secondsNow(kernel), lastSender: kernel.processes.current.owner });
  return 0;
}

/** The message that is wanted: 0 any, of one type, of another type, or of the smallest type up to −wanted. */
function choose({ messages }: Queue, wanted: bigint, flags: number): Queue["messages"][number] | undefined {
  if (wanted === 0n) return messages[0];
  if (wanted > 0n) return messages.find(({ type }) => (flags & MSG.except ? type !== wanted : type === wanted));
  return messages
    .filter(({ type }) => type <= -wanted)
    .reduce<Queue["messages"][number] | undefined>((a, b) => (a && a.type <= b.type ? a : b), undefined);
}

function msgrcv(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const room = Number(long(call, 2));
  const flags = uint(call, 4);
  const wordBytes = longBytes(call);
  if (room < 0) return fail("EINVAL", "the room for the message is negative");
  if (flags & MSG.copy) return fail("ENOSYS", "MSG_COPY is not known here");
  const queue = queueAt(call);
  if (isFailure(queue)) return queue;
  const message = choose(queue, long(call, 3), flags);
  if (!message)
    return flags & IPC.noWait ? fail("ENOMSG", "no such message waits") : wait(call, "no such message waits");
  const { type, bytes } = message;
  if (bytes.length > room && !(flags & MSG.noError)) return fail("E2BIG", `the message has ${bytes.length} bytes`);
  const part = bytes.subarray(0, room);
  const at = word(call, 1);
  const written = kernel.user.writeWord(at, wordBytes, type) && kernel.user.write(at + BigInt(wordBytes), part);
  const messages = queue.messages.filter((one) => one !== message);
  put(kernel, queue.id, { messages, received: secondsNow(kernel), lastReceiver: kernel.processes.current.owner });
  return written ? part.length : badBuffer(call, 1, wordBytes + part.length, "write");
}

function msgctl(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const command = int(call, 1) & ~IPC_64;
  if (command === IPC.info) {
    const numbers = [512000n, 16384n, 8192n, 16384n, 32000n, 16n, 16384n, 0xffffn];
    return giveInfo(call, 2, numbers, 4, kernel.processes.ipc.queues);
  }
  const queue = queueOf(kernel, int(call, 0));
  if (!queue) return noSuch(int(call, 0));
  if (command === IPC.remove) {
    const { ipc } = kernel.processes;
    kernel.processes.ipc = { ...ipc, queues: ipc.queues.filter((one) => one !== queue) };
    return 0;
  }
  if (command === IPC.set) {
    const mode = modeAt(call, 2);
    if (isFailure(mode)) return mode;
    const offset = longBytes(call) === 8 ? 88n : 68n;
    const capacity = Number(kernel.user.readWord(word(call, 2) + offset, longBytes(call)) ?? 0n);
    if (capacity > QUEUE_BYTES) return fail("EPERM", "only the superuser makes queues larger");
    put(kernel, queue.id, { mode, capacityBytes: capacity, changed: secondsNow(kernel) });
    return 0;
  }
  if (command !== IPC.stat) return fail("EINVAL", `${command} is no command for queues that is known here`);
  const fields = [
    [queue.sent, 48, 8, 36, 4],
    [queue.received, 56, 8, 44, 4],
    [queue.changed, 64, 8, 52, 4],
    [held(queue), 72, 8, 60, 4],
    [queue.messages.length, 80, 8, 64, 4],
    [queue.capacityBytes, 88, 8, 68, 4],
    [queue.lastSender, 96, 4, 72, 4],
    [queue.lastReceiver, 100, 4, 76, 4],
  ] as const;
  return describe(call, 2, queue, fields, [120, 88]);
}

// ---- i386's one call

/** Arguments of ipc behind its number: first, second, third, pointer, fifth. */
type Given = readonly [bigint, bigint, bigint, bigint, bigint];

const numbered: Readonly<Record<number, (call: SystemCall, given: Given) => SyscallResult>> = {
  1: (call, [id, count, , at]) => semaphoreCalls.semop(withArgs(call, id, at, count)),
  2: (call, [key, count, flags]) => semaphoreCalls.semget(withArgs(call, key, count, flags)),
  3: (call, [id, index, command, at]) => {
    const value = call.kernel.user.readWord(at, 4);
    return value === undefined
      ? badBuffer(call, 4, 4, "read")
      : semaphoreCalls.semctl(withArgs(call, id, index, command, value));
  },
  4: (call, [id, count, , at, limit]) => semaphoreCalls.semtimedop(withArgs(call, id, at, count, limit)),
  11: (call, [id, size, flags, at]) => msgsnd(withArgs(call, id, at, size, flags)),
  12: (call, [id, size, flags, at, fifth]) => {
    const isNew = word(call, 0) >> 16n !== 0n;
    const { user } = call.kernel;
    const [message, type] = isNew ? [at, fifth] : [user.readWord(at, 4), user.readWord(at + 4n, 4)];
    if (message === undefined || type === undefined) return badBuffer(call, 4, 8, "read");
    return msgrcv(withArgs(call, id, message, size, type, flags));
  },
  13: (call, [key, flags]) => msgget(withArgs(call, key, flags)),
  14: (call, [id, command, , at]) => msgctl(withArgs(call, id, command, at)),
  21: (call, [id, flags, result, at]) => {
    const start = segmentCalls.shmat(withArgs(call, id, at, flags));
    if (typeof start !== "number") return start;
    return call.kernel.user.writeWord(result, 4, BigInt(start)) ? 0 : badBuffer(call, 3, 4, "write");
  },
  22: (call, [, , , at]) => segmentCalls.shmdt(withArgs(call, at)),
  23: (call, [key, size, flags]) => segmentCalls.shmget(withArgs(call, key, size, flags)),
  24: (call, [id, command, , at]) => segmentCalls.shmctl(withArgs(call, id, command, at)),
};

const withArgs = (call: SystemCall, ...args: readonly bigint[]): SystemCall => ({
  ...call,
  args: [...args, 0n, 0n, 0n, 0n, 0n, 0n].slice(0, 6),
});

function ipc(call: SystemCall): SyscallResult {
  const [number, ...given] = call.args;
  const act = numbered[Number(number! & 0xffffn)];
  return act ? act(call, given as unknown as Given) : fail("ENOSYS", `${number} is no call of ipc`);
}

export const ipcCalls = {
  ...segmentCalls,
  ...semaphoreCalls,
  ...{ msgget, msgsnd, msgrcv, msgctl, ipc },
} satisfies SyscallFunctions;
