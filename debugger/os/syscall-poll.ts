// Waiting for several descriptors: poll, select, epoll, and eventfd's counters. Nobody else runs beside the program, so what is
// not ready when the call is made becomes ready only through the program's own signal handlers: waiting moves the clock to the
// timeout or to the next timer. Standard input counts as ready always: a read of it waits by itself.
// Source: the kernel's fs/select.c, fs/eventpoll.c, fs/eventfd.c; man pages of section 2.

import { DESCRIPTOR_LIMIT, type OpenFile, type Watch } from "./descriptors.ts";
import { descriptorLimit } from "./limits.ts";
import { expirations, hasSignal, runsOutIn } from "./notices.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import { isPipeOpen, roomIn } from "./process-table.ts";
import { UNBLOCKABLE } from "./signal-state.ts";
import { isSocket, keepsLimits, type SocketFile, TYPE } from "./sockets.ts";
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
import { addDescriptor } from "./syscall-file.ts";
import { hasEnded } from "./syscall-pidfd.ts";
import { readDuration } from "./syscall-time.ts";
import { storeWord } from "./user-memory.ts";
import { waitFor } from "./waiting.ts";

/** poll's bits; epoll's are the same. */
const EVENT = {
  in: 1,
  out: 4,
  error: 8,
  hangUp: 0x10,
  invalid: 0x20,
  inNormal: 0x40,
  outNormal: 0x100,
  readHangUp: 0x2000,
} as const;
const READABLE = EVENT.in | EVENT.inNormal;
const WRITABLE = EVENT.out | EVENT.outNormal;
/** Told whether asked for or not. */
const ALWAYS = EVENT.error | EVENT.hangUp;

const access = (file: OpenFile): number => file.flags & OPEN.accessMask;

/** A connection or something to read; room at the other end, or nobody there. */
function socketReadiness({ kernel }: SystemCall, { node, socket }: SocketFile): number {
  const { backlog, incoming, messages, peer, isDeaf, isMute } = socket;
  if (backlog !== undefined) return incoming.length > 0 ? READABLE : 0;
  if (keepsLimits(socket) && socket.type === TYPE.datagram)
    return (messages.length > 0 || isDeaf ? READABLE : 0) | WRITABLE;
  if (peer === 0) return WRITABLE | EVENT.hangUp;
  const isGone = !isPipeOpen(kernel, node, OPEN.writeOnly);
  const hasSome = kernel.files.node(node).sizeBytes > 0 || messages.length > 0;
  let ready = hasSome || isGone || isDeaf ? READABLE : 0;
  if (isGone || isDeaf) ready |= EVENT.readHangUp;
  const isHeard = isPipeOpen(kernel, peer, OPEN.readOnly);
  if ((isGone || isDeaf) && (isMute || !isHeard)) ready |= EVENT.hangUp;
  if (!isHeard || roomIn(kernel.files.node(peer)) >= 4096) ready |= WRITABLE;
  return ready;
}

function queueReadiness({ kernel }: SystemCall, { node }: OpenFile): number {
  const queue = kernel.processes.ipc.named.find(({ id }) => id === node);
  const held = queue?.messages.length ?? 0;
  return (held > 0 ? READABLE : 0) | (held < (queue?.most ?? 0) ? WRITABLE : 0);
}

/** What is ready at an open file, as poll's bits. */
function readiness(call: SystemCall, file: OpenFile): number {
  if (file.kind === "event") return (file.counter === 0n ? 0 : READABLE) | WRITABLE;
  if (file.kind === "timer") return expirations(call.kernel, file) > 0n ? READABLE : 0;
  if (file.kind === "signals") return hasSignal(call.kernel, file) ? READABLE : 0;
  if (file.kind === "epoll") return watchedEvents(call, file).length > 0 ? READABLE : 0;
  if (file.kind === "queue") return queueReadiness(call, file);
  if (file.kind === "process") return hasEnded(call.kernel, file) ? READABLE : 0;
  if (isSocket(file)) return socketReadiness(call, file);
  const node = nodeOf(call, file);
  if (node?.kind !== "pipe")
    return (access(file) === OPEN.writeOnly ? 0 : READABLE) | (access(file) === OPEN.readOnly ? 0 : WRITABLE);
  let ready = 0;
  if (access(file) !== OPEN.writeOnly) {
    if (node.sizeBytes > 0) ready |= READABLE;
    if (!isPipeOpen(call.kernel, node.id, OPEN.writeOnly)) ready |= EVENT.hangUp;
  }
  if (access(file) !== OPEN.readOnly) {
    if (roomIn(node) >= 4096) ready |= WRITABLE;
    if (!isPipeOpen(call.kernel, node.id, OPEN.readOnly)) ready |= EVENT.error;
  }
  return ready;
}

const NEVER = "nothing is ready, and nobody but the program itself could change that: Linux would wait for ever";

/** The soonest that one of the process's timers runs out; undefined when none runs. */
function soonestTimer({ kernel }: SystemCall): bigint | undefined {
  let least: bigint | undefined;
  for (const fd of kernel.descriptors.numbers()) {
    const left = runsOutIn(kernel, kernel.descriptors.get(fd)!);
    if (left !== undefined && (least === undefined || left < least)) least = left;
  }
  return least;
}

/** The signals that descriptors of the process are for. */
const noticedSignals = ({ kernel }: SystemCall): bigint =>
  kernel.descriptors.numbers().reduce((mask, fd) => mask | (kernel.descriptors.get(fd)?.mask ?? 0n), 0n);

/** Waits where descriptors tell of times or signals, piece by piece; undefined where none does. */
function waitForNotices(
  call: SystemCall,
  limitNs: bigint | undefined,
  count: () => number,
): number | Failure | "pending" | undefined {
  const { kernel } = call;
  const { current } = kernel.processes;
  const wanted = noticedSignals(call);
  if (soonestTimer(call) === undefined && wanted === 0n) return undefined;
  const now = kernel.clock.monotonicNs();
  const endNs = limitNs === undefined ? undefined : (current.untilNs ?? now + limitNs);
  for (;;) {
    const left = endNs === undefined ? undefined : endNs - kernel.clock.monotonicNs();
    const timer = soonestTimer(call);
    const step = timer !== undefined && (left === undefined || timer < left) ? timer : left;
    current.untilNs = undefined;
    const own = kernel.signals;
    const { blocked } = own;
    own.blocked = blocked & ~wanted;
    const woken = waitFor(kernel, step, { for: "change" });
    own.blocked = blocked;
    // The end of the whole wait is kept for when the call is made again; that of this piece is in the wait.
    current.untilNs = woken === "pending" ? endNs : undefined;
    if (woken === "pending") return woken;
    const ready = count();
    if (ready > 0 || (endNs !== undefined && kernel.clock.monotonicNs() >= endNs)) return ready;
    if (woken !== "done") return fail("EINTR", woken === "never" ? NEVER : "a signal came");
  }
}

/** Waits until `count` gives more than 0 or the time is over. @returns the count. */
function waitUntil(call: SystemCall, limitNs: bigint | undefined, count: () => number): number | Failure | "pending" {
  const ready = count();
  if (ready > 0 || limitNs === 0n) return ready;
  const noticed = waitForNotices(call, limitNs, count);
  if (noticed !== undefined) return noticed;
  const woken = waitFor(call.kernel, limitNs, { for: "change" });
  if (woken === "pending") return woken;
  if (woken === "done") return count();
  return fail("EINTR", woken === "never" ? NEVER : "a signal came");
}

const milliseconds = (value: number): bigint | undefined => (value < 0 ? undefined : BigInt(value) * 1_000_000n);

/** A timespec argument that may be NULL: no limit. */
const limitAt = (call: SystemCall, index: number, bytes: number): bigint | undefined | Failure =>
  word(call, index) === 0n ? undefined : readDuration(call, index, bytes);

/** Waits with another signal mask, which `mask` points to; the old one is back when no signal came. */
function withMask(call: SystemCall, mask: bigint, sizeBytes: bigint, wait: () => SyscallResult): SyscallResult {
  if (mask === 0n) return wait();
  if (sizeBytes !== 8n) return fail("EINVAL", "the size of the signal set must be 8");
  const { user, signals: own } = call.kernel;
  const set = user.readWord(mask, 8);
  if (set === undefined) return fail("EFAULT", `the kernel cannot read the signal set at 0x${mask.toString(16)}`);
  const { blocked } = own;
  own.blocked = set & ~UNBLOCKABLE;
  const result = wait();
  if (isFailure(result) && result.errno === "EINTR") own.maskAfterWait = blocked;
  else own.blocked = blocked;
  return result;
}

/** A pair of seconds and parts of them, in memory. */
interface TimeForm {
  readonly bytes: 4 | 8;
  /** Of one part: a nanosecond or a microsecond. */
  readonly partNs: bigint;
}

/** After a wait the time at argument `index` is what was left of it. */
function leaving(
  call: SystemCall,
  index: number,
  { bytes, partNs }: TimeForm,
  limitNs: bigint | undefined,
  wait: () => SyscallResult,
): SyscallResult {
  const { clock, processes, user } = call.kernel;
  const before = clock.monotonicNs();
  const result = wait();
  const isOver = typeof result === "number" || (isFailure(result) && result.errno === "EINTR");
  if (limitNs === undefined || !isOver) return result;
  const untilNs = processes.current.untilNs ?? before + limitNs;
  const left = untilNs > clock.monotonicNs() ? untilNs - clock.monotonicNs() : 0n;
  const value = new Uint8Array(2 * bytes);
  storeWord(value, 0, bytes, left / SECOND_NS);
  storeWord(value, bytes, bytes, (left % SECOND_NS) / partNs);
  user.write(word(call, index), value);
  return result;
}

const SECOND_NS = 1_000_000_000n;

// ---- poll

/** Fills in what each of the pollfds has, and counts those that have something. */
function pollOnce(call: SystemCall, count: number): number | Failure {
  const { user, descriptors } = call.kernel;
  let ready = 0;
  for (let k = 0; k < count; k++) {
    const at = word(call, 0) + BigInt(8 * k);
    const fd = user.readWord(at, 4);
    const events = user.readWord(at + 4n, 2);
    if (fd === undefined || events === undefined) return badBuffer(call, 0, 8 * count, "read");
    const number = Number(BigInt.asIntN(32, fd));
    const file = descriptors.get(number);
    const found = number < 0 ? 0 : file ? readiness(call, file) & (Number(events) | ALWAYS) : EVENT.invalid;
    if (found !== 0) ready++;
    if (!user.writeWord(at + 6n, 2, BigInt(found))) return badBuffer(call, 0, 8 * count, "write");
  }
  return ready;
}

function pollFor(call: SystemCall, limitNs: bigint | undefined): SyscallResult {
  const count = uint(call, 1);
  if (count > descriptorLimit(call.kernel))
    return fail("EINVAL", `the number of descriptors (${registerOf(call, 1)}) is too large`);
  const first = pollOnce(call, count);
  if (isFailure(first)) return first;
  return waitUntil(call, limitNs, () => {
    const found = pollOnce(call, count);
    return isFailure(found) ? 0 : found;
  });
}

const ppoll =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const bytes = wide === "wide" ? 8 : longBytes(call);
    const limit = limitAt(call, 2, bytes);
    if (isFailure(limit)) return limit;
    const wait = (): SyscallResult => withMask(call, word(call, 3), word(call, 4), () => pollFor(call, limit));
    return leaving(call, 2, { bytes, partNs: 1n }, limit, wait);
  };

// ---- select

const FIRST_PLACES = 64;

interface Sets {
  readonly count: number;
  /** Addresses of the three sets, 0 for none, and the descriptors asked for in each. */
  readonly sets: readonly { readonly at: bigint; readonly asked: readonly number[] }[];
}

function setsOf(call: SystemCall, first: number): Sets | Failure {
  // Linux looks only as far as its table of descriptors goes, which begins small.
  let places = DESCRIPTOR_LIMIT;
  while (places > FIRST_PLACES && !call.kernel.descriptors.get(places - 1)) places--;
  const count = Math.min(int(call, first), places);
  if (count < 0) return fail("EINVAL", `the number of descriptors (${registerOf(call, first)}) is negative`);
  const { user, descriptors } = call.kernel;
  const sets: { at: bigint; asked: number[] }[] = [];
  for (let k = 1; k <= 3; k++) {
    const at = word(call, first + k);
    const bytes = at === 0n ? new Uint8Array(0) : user.read(at, setBytes(call, count));
    if (!bytes) return badBuffer(call, first + k, setBytes(call, count), "read");
    const asked = Array.from({ length: count }, (_, fd) => fd).filter((fd) => ((bytes[fd >> 3] ?? 0) >> (fd & 7)) & 1);
    const closed = asked.find((fd) => !descriptors.get(fd));
    if (closed !== undefined) return fail("EBADF", `${closed} is in a set, but is not an open file descriptor`);
    sets.push({ at, asked });
  }
  return { count, sets };
}

/** Sets are whole longs. */
const setBytes = (call: SystemCall, count: number): number => {
  const bytes = longBytes(call);
  return Math.ceil(count / (8 * bytes)) * bytes;
};

/** What each of the sets asks of readiness: hang-up and errors make readable and writable. */
const SET_EVENTS = [READABLE | ALWAYS, WRITABLE | EVENT.error, 2];

function selectFor(call: SystemCall, first: number, limitNs: bigint | undefined): SyscallResult {
  const asked = setsOf(call, first);
  if (isFailure(asked)) return asked;
  const { user, descriptors } = call.kernel;
  const found = (): number[][] =>
    asked.sets.map((set, k) => set.asked.filter((fd) => readiness(call, descriptors.get(fd)!) & SET_EVENTS[k]!));
  const result = waitUntil(call, limitNs, () => found().reduce((sum, list) => sum + list.length, 0));
  if (result === "pending" || isFailure(result)) return result;
  for (const [k, list] of found().entries()) {
    const { at } = asked.sets[k]!;
    const bytes = new Uint8Array(setBytes(call, asked.count));
    for (const fd of list) bytes[fd >> 3]! |= 1 << (fd & 7);
    if (at !== 0n && !user.write(at, bytes)) return badBuffer(call, first + 1 + k, bytes.length, "write");
  }
  return result;
}

function select(call: SystemCall): SyscallResult {
  const { user } = call.kernel;
  const bytes = longBytes(call);
  const at = word(call, 4);
  if (at === 0n) return selectFor(call, 0, undefined);
  const [seconds, part] = [0n, BigInt(bytes)].map((offset) => user.readWord(at + offset, bytes));
  if (seconds === undefined || part === undefined) return badBuffer(call, 4, 2 * bytes, "read");
  const signed = BigInt.asIntN(8 * bytes, seconds);
  const rest = BigInt.asIntN(8 * bytes, part);
  if (signed < 0n || rest < 0n) return fail("EINVAL", "the timeout is negative");
  const limit = signed * SECOND_NS + rest * 1000n;
  return leaving(call, 4, { bytes, partNs: 1000n }, limit, () => selectFor(call, 0, limit));
}

/** i386's first select takes one pointer to five words. */
function oldSelect(call: SystemCall): SyscallResult {
  if (call.abi === "x86_64") return select(call);
  const args = [0n, 4n, 8n, 12n, 16n].map((offset) => call.kernel.user.readWord(word(call, 0) + offset, 4));
  if (args.includes(undefined)) return badBuffer(call, 0, 20, "read");
  return select({ ...call, args: [...(args as bigint[]), 0n] });
}

const pselect =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const timeBytes = wide === "wide" ? 8 : longBytes(call);
    const limit = limitAt(call, 4, timeBytes);
    if (isFailure(limit)) return limit;
    const at = word(call, 5);
    const bytes = longBytes(call);
    const [mask, size] =
      at === 0n ? [0n, 0n] : [0n, BigInt(bytes)].map((k) => call.kernel.user.readWord(at + k, bytes));
    if (mask === undefined || size === undefined) return badBuffer(call, 5, 2 * bytes, "read");
    const wait = (): SyscallResult => withMask(call, mask, size, () => selectFor(call, 0, limit));
    return leaving(call, 4, { bytes: timeBytes, partNs: 1n }, limit, wait);
  };

// ---- epoll

const EPOLL = { add: 1, remove: 2, modify: 3, oneShot: 1 << 30, edge: 1 << 31 };
/** struct epoll_event is packed: events, then 8 bytes of the program's own. */
const EPOLL_EVENT_BYTES = 12;

const special = (kind: "event" | "epoll", flags: number): OpenFile => ({
  kind,
  stream: 1,
  node: 0,
  flags: OPEN.readWrite | (flags & OPEN.nonBlock),
  position: 0,
  counter: 0n,
  watched: new Map(),
});

function makeEpoll(call: SystemCall, flags: number): SyscallResult {
  if (flags & ~OPEN.closeOnExec) return fail("EINVAL", "the flags can only be EPOLL_CLOEXEC");
  return addDescriptor(call, special("epoll", 0), flags ? "close-on-exec" : "keep");
}

/** The epoll of descriptor argument 0. */
function epollOf(call: SystemCall): OpenFile | Failure {
  const file = fileOf(call, 0);
  if (isFailure(file) || file.kind === "epoll") return file;
  return fail("EINVAL", `file descriptor ${int(call, 0)} is no epoll`);
}

function changeWatch(call: SystemCall): SyscallResult {
  const file = epollOf(call);
  if (isFailure(file)) return file;
  const target = fileOf(call, 2);
  if (isFailure(target)) return target;
  if (target === file) return fail("EINVAL", "an epoll cannot watch itself");
  const kind = nodeOf(call, target)?.kind;
  if (kind === "file" || kind === "directory")
    return fail("EPERM", "files and directories are always ready: epoll refuses them");
  const fd = int(call, 2);
  // One whose descriptor was closed meanwhile is watched no more.
  const old = file.watched?.get(fd);
  const known = old?.file === target ? old : undefined;
  const operation = int(call, 1);
  const watched = new Map(file.watched);
  if (operation === EPOLL.remove) {
    if (!known) return fail("ENOENT", `file descriptor ${fd} is not watched`);
    watched.delete(fd);
  } else {
    const { user } = call.kernel;
    const [events, data] = [user.readWord(word(call, 3), 4), user.readWord(word(call, 3) + 4n, 8)];
    if (events === undefined || data === undefined) return badBuffer(call, 3, EPOLL_EVENT_BYTES, "read");
    if (operation === EPOLL.add && known) return fail("EEXIST", `file descriptor ${fd} is watched already`);
    if (operation === EPOLL.modify && !known) return fail("ENOENT", `file descriptor ${fd} is not watched`);
    if (operation !== EPOLL.add && operation !== EPOLL.modify) return fail("EINVAL", `${operation} is no operation`);
    watched.set(fd, { file: target, events: Number(events), data });
  }
  file.watched = watched;
  return 0;
}

/** Watched descriptors that have something to tell, in the order in which they were added. */
function watchedEvents(call: SystemCall, file: OpenFile): { fd: number; watch: Watch; events: number }[] {
  return [...(file.watched ?? [])].flatMap(([fd, watch]) => {
    if (call.kernel.descriptors.get(fd) !== watch.file || watch.events === 0) return [];
    const events = freshEvents(call, watch);
    return events === 0 ? [] : [{ fd, watch, events }];
  });
}

const arrivalsOf = (call: SystemCall, file: OpenFile): number =>
  file.arrivals ??
  nodeOf(call, file)?.arrivals ??
  (file.kind === "socket" ? call.kernel.files.node(file.node).arrivals : 0) ??
  0;

/** What there is to tell of a descriptor; with EPOLLET only what was not told yet, or has come once more. */
function freshEvents(call: SystemCall, { file, events, told }: Watch): number {
  const ready = readiness(call, file) & (events | ALWAYS);
  if (!(events & EPOLL.edge) || told === undefined) return ready;
  return (ready & ~told.events) !== 0 || (ready !== 0 && arrivalsOf(call, file) !== told.arrivals) ? ready : 0;
}

/** Remembers for EPOLLET what the program knows now: what is over may be told again. */
function noteTold(call: SystemCall, file: OpenFile, listed: ReadonlySet<number>): void {
  const watched = new Map(file.watched);
  for (const [fd, watch] of watched) {
    if (!(watch.events & EPOLL.edge)) continue;
    const ready = readiness(call, watch.file) & (watch.events | ALWAYS);
    if (listed.has(fd)) watched.set(fd, { ...watch, told: { events: ready, arrivals: arrivalsOf(call, watch.file) } });
    else if (watch.told) watched.set(fd, { ...watch, told: { ...watch.told, events: watch.told.events & ready } });
  }
  file.watched = watched;
}

function waitEpoll(call: SystemCall, limitNs: bigint | undefined): SyscallResult {
  const file = epollOf(call);
  if (isFailure(file)) return file;
  const most = int(call, 2);
  if (most <= 0) return fail("EINVAL", `the number of events (${registerOf(call, 2)}) is not positive`);
  const result = waitUntil(call, limitNs, () => watchedEvents(call, file).length);
  if (result === "pending" || isFailure(result)) return result;
  const { user } = call.kernel;
  const found = watchedEvents(call, file).slice(0, most);
  for (const [k, { fd, watch, events }] of found.entries()) {
    const at = word(call, 1) + BigInt(k * EPOLL_EVENT_BYTES);
    if (!user.writeWord(at, 4, BigInt(events)) || !user.writeWord(at + 4n, 8, watch.data))
      return badBuffer(call, 1, most * EPOLL_EVENT_BYTES, "write");
    if (watch.events & EPOLL.oneShot) file.watched = new Map(file.watched).set(fd, { ...watch, events: 0 });
  }
  noteTold(call, file, new Set(found.map(({ fd }) => fd)));
  return found.length;
}

// ---- eventfd

const EVENTFD_SEMAPHORE = 1;

function makeEvent(call: SystemCall, flags: number): SyscallResult {
  if (flags & ~(EVENTFD_SEMAPHORE | OPEN.nonBlock | OPEN.closeOnExec))
    return fail("EINVAL", "the flags can only be EFD_SEMAPHORE, EFD_NONBLOCK and EFD_CLOEXEC");
  const file = { ...special("event", flags), counter: BigInt(uint(call, 0)), position: flags & EVENTFD_SEMAPHORE };
  return addDescriptor(call, file, flags & OPEN.closeOnExec ? "close-on-exec" : "keep");
}

export const pollCalls = {
  poll: (call) => pollFor(call, milliseconds(int(call, 2))),
  ppoll: ppoll("long"),
  ppoll_time64: ppoll("wide"),
  select: oldSelect,
  _newselect: select,
  pselect6: pselect("long"),
  pselect6_time64: pselect("wide"),
  epoll_create: (call) => (int(call, 0) > 0 ? makeEpoll(call, 0) : fail("EINVAL", "the size must be positive")),
  epoll_create1: (call) => makeEpoll(call, uint(call, 0)),
  epoll_ctl: changeWatch,
  epoll_wait: (call) => waitEpoll(call, milliseconds(int(call, 3))),
  epoll_pwait: (call) =>
    withMask(call, word(call, 4), word(call, 5), () => waitEpoll(call, milliseconds(int(call, 3)))),
  epoll_pwait2: (call) => {
    const limit = word(call, 3) === 0n ? undefined : readDuration(call, 3, 8);
    if (isFailure(limit)) return limit;
    return withMask(call, word(call, 4), word(call, 5), () => waitEpoll(call, limit));
  },
  eventfd: (call) => makeEvent(call, 0),
  eventfd2: (call) => makeEvent(call, uint(call, 1)),
} satisfies SyscallFunctions;
