// POSIX message queues: messages by priority in queues with names of their own, read and written through descriptors.
// Source: the kernel's ipc/mqueue.c; mq_overview(7) and the man pages it names.

import type { OpenFile } from "./descriptors.ts";
import { forgetQueue, type PosixQueue } from "./ipc.ts";
import { fileOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import { isPatient } from "./pipes.ts";
import { USER_ID } from "./process-stack.ts";
import { processOf } from "./process-table.ts";
import { sendSignal } from "./signals.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  type KernelParts,
  longBytes,
  pathArgument,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { addDescriptor } from "./syscall-file.ts";
import { storeWord } from "./user-memory.ts";
import { interrupted, waitFor } from "./waiting.ts";

const MOST_MESSAGES = 10;
const MOST_BYTES = 8192;
const PRIORITIES = 32768n;
const NAME_LIMIT_BYTES = 255;
const SECOND_NS = 1_000_000_000n;
/** si_code SI_MESGQ. */
const FROM_QUEUE = -3;
const SIGEV = { signal: 0, none: 1 };

const queues = ({ processes }: KernelParts): readonly PosixQueue[] => processes.ipc.named;

function put({ processes }: KernelParts, id: number, values: Partial<PosixQueue>): void {
  const { ipc } = processes;
  processes.ipc = { ...ipc, named: ipc.named.map((one) => (one.id === id ? { ...one, ...values } : one)) };
}

/** The name without the "/" that the C libraries take away. */
function nameOf(call: SystemCall): string | Failure {
  const name = pathArgument(call, 0);
  if (typeof name !== "string") return name;
  if (name === "") return fail("ENOENT", "a queue's name is empty");
  if (name.includes("/")) return fail("EACCES", "a queue's name has one slash, at its beginning");
  return name.length > NAME_LIMIT_BYTES ? fail("ENAMETOOLONG", "the name is too long") : name;
}

/** mq_maxmsg and mq_msgsize of a new queue. */
function sizesOf(call: SystemCall): readonly [number, number] | Failure {
  if (word(call, 3) === 0n) return [MOST_MESSAGES, MOST_BYTES];
  const bytes = longBytes(call);
  const [count, size] = [1n, 2n].map((k) => call.kernel.user.readWord(word(call, 3) + k * BigInt(bytes), bytes));
  if (count === undefined || size === undefined) return badBuffer(call, 3, 8 * bytes, "read");
  if (count < 1n || count > BigInt(MOST_MESSAGES) || size < 1n || size > BigInt(MOST_BYTES))
    return fail("EINVAL", `a queue holds 1 to ${MOST_MESSAGES} messages of 1 to ${MOST_BYTES} bytes`);
  return [Number(count), Number(size)];
}

function open(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const flags = uint(call, 1);
  const name = nameOf(call);
  if (typeof name !== "string") return name;
  let queue = queues(kernel).find((one) => one.name === name);
  if (queue && flags & OPEN.create && flags & OPEN.exclusive) return fail("EEXIST", `there is a queue ${name}`);
  if (!queue) {
    if (!(flags & OPEN.create)) return fail("ENOENT", `there is no queue ${name}`);
    const sizes = sizesOf(call);
    if (isFailure(sizes)) return sizes;
    const { ipc } = kernel.processes;
    queue = { id: ipc.nextId, name, messages: [], most: sizes[0], bytes: sizes[1], notify: undefined };
    kernel.processes.ipc = { ...ipc, nextId: queue.id + 1, named: [...ipc.named, queue] };
  }
  const file: OpenFile = { kind: "queue", stream: 1, node: queue.id, flags: flags & 0o4003, position: 0 };
  return addDescriptor(call, file, flags & OPEN.closeOnExec ? "close-on-exec" : "keep");
}

function unlink(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const name = nameOf(call);
  if (typeof name !== "string") return name;
  const queue = queues(kernel).find((one) => one.name === name);
  if (!queue) return fail("ENOENT", `there is no queue ${name}`);
  put(kernel, queue.id, { name: "" });
  if (!kernel.descriptors.all().some((file) => file.kind === "queue" && file.node === queue.id))
    forgetQueue(kernel, queue.id);
  return 0;
}

interface Opened {
  readonly file: OpenFile;
  readonly queue: PosixQueue;
}

function opened(call: SystemCall, forbidden: number | undefined): Opened | Failure {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const queue = file.kind === "queue" ? queues(call.kernel).find(({ id }) => id === file.node) : undefined;
  if (!queue || (file.flags & OPEN.accessMask) === forbidden)
    return fail("EBADF", `file descriptor ${int(call, 0)} is no message queue that is open for this`);
  return { file, queue };
}

/** Nanoseconds until the moment that argument 4 points to; undefined without one. */
function limitOf(call: SystemCall, bytes: 4 | 8): bigint | undefined | Failure {
  if (word(call, 4) === 0n) return undefined;
  const [seconds, part] = [0n, BigInt(bytes)].map((at) => call.kernel.user.readWord(word(call, 4) + at, bytes));
  if (seconds === undefined || part === undefined) return badBuffer(call, 4, 2 * bytes, "read");
  if (BigInt.asIntN(8 * bytes, seconds) < 0n || part >= SECOND_NS) return fail("EINVAL", "the time is none");
  const left = seconds * SECOND_NS + part - call.kernel.clock.realtimeNs();
  return left > 0n ? left : 0n;
}

function wait(call: SystemCall, file: OpenFile, bytes: 4 | 8, why: string): Failure | "pending" {
  if (!isPatient(call, file)) return fail("EAGAIN", why);
  const limit = limitOf(call, bytes);
  if (isFailure(limit)) return limit;
  const woken = waitFor(call.kernel, limit, { for: "change" });
  if (woken === "pending") return woken;
  if (woken === "done") return fail("ETIMEDOUT", `${why}, and the time is up`);
  return woken === "never" ? fail("EINTR", `${why}, and nobody is left who could change that`) : interrupted;
}

/** Who asked for it hears that a message has come into an empty queue, once. */
function tell(kernel: KernelParts, { id, notify, messages }: PosixQueue): void {
  if (!notify || messages.length > 0) return;
  put(kernel, id, { notify: undefined });
  const process = processOf(kernel, notify.process);
  if (!process || notify.signal === 0) return;
  const raw = new Uint8Array(128);
  const at = kernel.bits === 64 ? 16 : 12;
  storeWord(raw, at, 4, BigInt(kernel.processes.current.owner));
  storeWord(raw, at + 4, 4, BigInt(USER_ID));
  storeWord(raw, at + 8, kernel.bits === 64 ? 8 : 4, notify.value);
  sendSignal(process.signals, { signal: notify.signal, code: FROM_QUEUE, raw });
}

const send =
  (bytesOf: (call: SystemCall) => 4 | 8) =>
  (call: SystemCall): SyscallResult => {
    const { kernel } = call;
    const priority = BigInt(uint(call, 3));
    if (priority >= PRIORITIES) return fail("EINVAL", `a priority is below ${PRIORITIES}`);
    const found = opened(call, OPEN.readOnly);
    if (isFailure(found)) return found;
    const { file, queue } = found;
    const length = Number(word(call, 2));
    if (length > queue.bytes) return fail("EMSGSIZE", `a message of this queue has at most ${queue.bytes} bytes`);
    const bytes = kernel.user.read(word(call, 1), length)?.slice();
    if (!bytes) return badBuffer(call, 1, length, "read");
    if (queue.messages.length >= queue.most) return wait(call, file, bytesOf(call), "the queue is full");
    // Of equal priority the older ones come first.
    const place = queue.messages.findIndex((one) => one.priority < priority);
    const messages = [...queue.messages];
    messages.splice(place < 0 ? messages.length : place, 0, { priority, bytes });
    put(kernel, queue.id, { messages });
    tell(kernel, queue);
    return 0;
  };

const receive =
  (bytesOf: (call: SystemCall) => 4 | 8) =>
  (call: SystemCall): SyscallResult => {
    const { kernel } = call;
    const found = opened(call, OPEN.writeOnly);
    if (isFailure(found)) return found;
    const { file, queue } = found;
    if (Number(word(call, 2)) < queue.bytes) return fail("EMSGSIZE", `the buffer must have ${queue.bytes} bytes`);
    const [first, ...messages] = queue.messages;
    if (!first) return wait(call, file, bytesOf(call), "the queue is empty");
    if (!kernel.user.write(word(call, 1), first.bytes)) return badBuffer(call, 1, first.bytes.length, "write");
    if (word(call, 3) !== 0n && !kernel.user.writeWord(word(call, 3), 4, first.priority))
      return badBuffer(call, 3, 4, "write");
    put(kernel, queue.id, { messages });
    return first.bytes.length;
  };

/** struct sigevent: value, signal, way. */
function notify(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const { owner } = kernel.processes.current;
  const found = opened(call, undefined);
  if (isFailure(found)) return found;
  const { queue } = found;
  if (word(call, 1) === 0n) {
    if (queue.notify?.process === owner) put(kernel, queue.id, { notify: undefined });
    return 0;
  }
  const bytes = longBytes(call);
  const read = (at: number, size: number) => kernel.user.readWord(word(call, 1) + BigInt(at), size);
  const [value, signal, way] = [read(0, bytes), read(bytes, 4), read(bytes + 4, 4)];
  if (value === undefined || signal === undefined || way === undefined) return badBuffer(call, 1, 64, "read");
  if (Number(way) > SIGEV.none || signal > 64n) return fail("EINVAL", "a signal or nothing can tell of messages");
  if (queue.notify) return fail("EBUSY", "somebody is told of this queue's messages already");
  put(kernel, queue.id, {
    notify: { process: owner, signal: Number(way) === SIGEV.signal ? Number(signal) : 0, value },
  });
  return 0;
}

/** struct mq_attr: flags, most messages, their bytes, messages now. */
function attributes(call: SystemCall): SyscallResult {
  const found = opened(call, undefined);
  if (isFailure(found)) return found;
  const { file, queue } = found;
  const { user } = call.kernel;
  const bytes = longBytes(call);
  const wanted = word(call, 1) === 0n ? undefined : user.readWord(word(call, 1), bytes);
  if (word(call, 1) !== 0n && wanted === undefined) return badBuffer(call, 1, 8 * bytes, "read");
  if (wanted !== undefined && (wanted & ~BigInt(OPEN.nonBlock)) !== 0n)
    return fail("EINVAL", "the flags can only be O_NONBLOCK");
  const block = new Uint8Array(8 * bytes);
  const values = [file.flags & OPEN.nonBlock, queue.most, queue.bytes, queue.messages.length];
  for (const [k, value] of values.entries()) storeWord(block, k * bytes, bytes, BigInt(value));
  if (word(call, 2) !== 0n && !user.write(word(call, 2), block)) return badBuffer(call, 2, block.length, "write");
  if (wanted !== undefined) file.flags = (file.flags & ~OPEN.nonBlock) | Number(wanted);
  return 0;
}

export const queueCalls = {
  mq_open: open,
  mq_unlink: unlink,
  mq_timedsend: send(longBytes),
  mq_timedsend_time64: send(() => 8),
  mq_timedreceive: receive(longBytes),
  mq_timedreceive_time64: receive(() => 8),
  mq_notify: notify,
  mq_getsetattr: attributes,
} satisfies SyscallFunctions;
