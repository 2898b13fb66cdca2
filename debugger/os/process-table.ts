// The processes of one machine: who is whose child, what each waits for, and who runs next. One is current; the machine saves
// and loads memory and registers when another gets its turn (machine/switch.ts), the kernel keeps what a process has beside
// them. Turns are given by rules alone, so every run is the same: a process keeps its turn until it waits, ends, or has had
// its time while others could run; whoever could run first is next; when all sleep, the clock moves to the first who wakes.
// After fork the parent goes on, as on a Linux with several CPUs, where starting the child takes longer than a system call.
// A call that has to wait has done nothing and is made again when there may be something for it.

import type { Image } from "../../server/obj/image.ts";
import type { AddressSpace } from "./address-space.ts";
import type { FileNode } from "./files.ts";
import { type IpcState, noIpc } from "./ipc.ts";
import type { RecordLock } from "./locks.ts";
import { OPEN } from "./open-flags.ts";
import { randomWord } from "./random.ts";
import { maskOf, SI, type SignalInfo, type SignalState } from "./signal-state.ts";
import { expireTimers, hasDeliverable, nextTimerTime, wakesIn } from "./signals.ts";
import type { Ending, KernelParts, ProcessState } from "./syscall.ts";

/** So often in a row a program may wait for what can never come; then it is taken to hang. */
export const FUTILE_LIMIT = 1000;
/** More at once, ended ones that nobody has waited for included, are refused with EAGAIN. */
export const PROCESS_LIMIT = 64;
/** The same for threads, of all processes together. */
export const THREAD_LIMIT = 1024;
/** What processes that do not run may keep of their memory. */
export const KEPT_BYTES = 2 ** 29;
/**
 * Instructions that a process may go on while others could run; a system call counts as many more. The length changes from turn
 * to turn, as the seed says: turns of one length can end inside a loop's locked part every time, and then nobody else gets in.
 */
const TURN_INSTRUCTIONS = { least: 25_000, most: 75_000 } as const;
/** Words of the seed's sequence that lengths of turns take; far from those that the guest and the loader see. */
const TURN_WORD = 2 ** 41;
const SYSCALL_INSTRUCTIONS = 1000;
/** The same for a function of libc. */
const LIBC_INSTRUCTIONS = 100;
/** The same while another one is about to end. */
const LEAVING_INSTRUCTIONS = 4000;
/** Linux's first process: whose children orphans become. */
export const FIRST_ID = 1;

/** A program in its memory. A child of vfork shares that of its parent. */
export interface RunningProgram {
  readonly id: number;
  readonly image: Image;
  readonly space: AddressSpace;
  /** argv[0], and all of argv as it was given. */
  readonly path: string;
  readonly argv: readonly string[];
  readonly stack: { readonly low: number; readonly high: number; readonly initialPointer: number };
  readonly readImpliesExec: boolean;
}

/** What a process waits for. */
export interface Wait {
  /** "readable" and "writable": a pipe's end; "vfork": that child `child` has a program of its own or has ended; "change": that anybody has done anything. */
  readonly for: "readable" | "writable" | "vfork" | "futex" | "change" | "time";
  /** The futex. */
  readonly key?: string;
  /** The pipe. */
  readonly node?: number;
  readonly child?: number;
  /** Signals that wake it are those not blocked here; the process's own mask by default. */
  readonly blocked?: bigint;
  /** Monotonic time at which the wait is over. */
  readonly untilNs?: bigint | undefined;
}

/** A process, or a thread of one: threads share program, files, actions of signals and what the process is known by. */
export interface Process {
  readonly id: number;
  /** The process that a thread belongs to: the number of its first thread. */
  readonly owner: number;
  /** Number of the table of descriptors. */
  readonly files: number;
  /** Has had a turn: its next one goes on where it had arrived. */
  hasBegun: boolean;
  parent: number;
  group: number;
  session: number;
  program: RunningProgram;
  state: ProcessState;
  signals: SignalState;
  /** Set while it waits, and until the call that waits has been made again. */
  wait: Wait | undefined;
  /** `changes` of the table when it began to wait. */
  waitedAt: number;
  /** When the wait that is under way ends, if the call has said so; a call made again goes on with it. */
  untilNs: bigint | undefined;
  /** Bytes that the call under way has written already. */
  written: number;
  /** Somebody has woken the futex. */
  woken: boolean;
  /** Nobody can end the wait: the call is to give its answer for that. */
  hopeless: boolean;
  /** A handler runs before the call is made again. */
  restarts: boolean;
  /** Place in the row of those that can run; undefined while it cannot. */
  readySince: number | undefined;
  ending: Ending | undefined;
  /** Place of its end among all ends. */
  endedAt: number;
  /** Signal to the parent at its end. */
  endSignal: number;
  /** Where a zero is to be stored at its end. */
  clearAtEnd: bigint;
  /** The program that it puts in its place when it has its first turn: what libc's system and popen start. */
  begins: ExecRequest | undefined;
  /** The child whose end libc's system waits for; 0 for none. */
  spawned: number;
  /** libc's popen: child of each of its streams; replaced when it changes. */
  piped: ReadonlyMap<number, number>;
  /** Has given up its turn once before it ends by itself. */
  isLeaving: boolean;
  /** Where the list of its robust mutexes begins; 0 for none. */
  robustList: bigint;
  /** Has called execve, so its parent may no longer change its group. */
  hasExecuted: boolean;
  /** When and with which stack pointer it began, where it has a stack of its own in the memory of the one that made it. */
  begun: Beginning | undefined;
}

/** Retired count and stack pointer at which a thread began: calls made before are those of the one that made it. */
export interface Beginning {
  readonly time: number;
  readonly stackPointer: number;
}

/** The machine is to make the memory and registers of a child. */
export interface ForkRequest {
  readonly child: Process;
  readonly memory: "copied" | "shared";
  /** Its stack pointer, its thread's base, where its number is to be stored in its memory; 0 for none. */
  readonly stack: bigint;
  readonly threadBase: bigint | undefined;
  readonly storeId: bigint;
  /** Where it begins; behind the call by default. */
  readonly at?: bigint;
}

/** The machine is to put another program in the place of the current one. */
export interface ExecRequest {
  readonly image: Image;
  readonly path: string;
  readonly argv: readonly string[];
  readonly envp: readonly string[];
}

export interface ProcessTable {
  /** Those that have not been waited for, in order of their numbers. */
  list: Process[];
  current: Process;
  nextId: number;
  nextProgram: number;
  /** Grows with all that may let somebody go on. */
  changes: number;
  /** Next place in the row. */
  place: number;
  /** How often in a row somebody was told that its wait can never end. */
  futile: number;
  /** The same before the last call. */
  futileBefore: number;
  /** Retired count at which the current process has had its turn; Infinity while no other could run. */
  turnEnd: number;
  /** Turns whose length has been drawn from the seed's sequence. */
  turns: number;
  /** What the machine keeps for processes that do not run. */
  keptBytes: number;
  /** System V's shared memory, semaphores and queues. */
  ipc: IpcState;
  /** What fcntl has locked. */
  locks: readonly RecordLock[];
  fork: ForkRequest | undefined;
  exec: ExecRequest | undefined;
}

export function createProcess(
  id: number,
  parent: number,
  of: Pick<Process, "program" | "state" | "signals" | "group" | "session"> & Partial<Pick<Process, "owner" | "files">>,
): Process {
  return {
    id,
    owner: of.owner ?? id,
    files: of.files ?? id,
    hasBegun: false,
    parent,
    group: of.group,
    session: of.session,
    program: of.program,
    state: of.state,
    signals: of.signals,
    wait: undefined,
    waitedAt: 0,
    untilNs: undefined,
    written: 0,
    woken: false,
    hopeless: false,
    restarts: false,
    readySince: undefined,
    ending: undefined,
    endedAt: 0,
    endSignal: 0,
    clearAtEnd: 0n,
    begins: undefined,
    spawned: 0,
    piped: new Map(),
    isLeaving: false,
    robustList: 0n,
    hasExecuted: false,
    begun: undefined,
  };
}

export const createProcessTable = (first: Process): ProcessTable => ({
  list: [first],
  current: first,
  nextId: first.id + 1,
  nextProgram: first.program.id + 1,
  changes: 0,
  place: 0,
  futile: 0,
  futileBefore: 0,
  turnEnd: Number.POSITIVE_INFINITY,
  turns: 0,
  keptBytes: 0,
  ipc: noIpc,
  locks: [],
  fork: undefined,
  exec: undefined,
});

export const processOf = ({ processes }: KernelParts, id: number): Process | undefined =>
  processes.list.find((one) => one.id === id);

/** Whether anybody but the current process runs. */
export const hasOthers = ({ processes: { list, current } }: KernelParts): boolean =>
  list.length > 1 && list.some((one) => one !== current && one.ending === undefined);

export const childrenOf = ({ processes }: KernelParts, parent: Process): readonly Process[] =>
  processes.list.filter((one) => one.parent === parent.owner && one.owner === one.id);

/** The first thread of a process, which stays until all have ended. */
export const leaderOf = (kernel: KernelParts, process: Process): Process => processOf(kernel, process.owner) ?? process;

/** The threads of a process that have not ended. */
export const threadsOf = ({ processes }: KernelParts, { owner }: Process): readonly Process[] =>
  processes.list.filter((one) => one.owner === owner && one.ending === undefined);

/** The kernel's parts as they are while `process` runs: for functions that look at signals and timers. */
const seenBy = (kernel: KernelParts, process: Process): KernelParts =>
  process === kernel.processes.current ? kernel : { ...kernel, signals: process.signals };

/** Signals for the process that a thread blocks go to the current one, which does not. */
export function adoptSignals(kernel: KernelParts): void {
  const { current, list } = kernel.processes;
  const own = current.signals;
  for (const { owner, signals: its } of list) {
    if (owner !== current.owner || its === own || its.pending.length === 0) continue;
    const isFree = ({ signal, code }: SignalInfo): boolean =>
      code !== SI.tkill && (its.blocked & maskOf(signal)) !== 0n && (own.blocked & maskOf(signal)) === 0n;
    own.pending = [...own.pending, ...its.pending.filter(isFree)];
    its.pending = its.pending.filter((info) => !isFree(info));
  }
}

// ---- waiting

/** What a process waits for that opens one end of a named pipe. */
export const openingKey = (access: number): string => `opening ${access}`;

/** Those that wait at an end of a named pipe, which counts as open meanwhile, for somebody to open the other one. */
export const openersOf = ({ processes }: KernelParts, node: number, access: number): readonly Process[] =>
  processes.list.filter(({ wait }) => wait?.node === node && wait.key === openingKey(access));

/** Whether a pipe has an end that is open for `access`, in any process. */
export function isPipeOpen(kernel: KernelParts, node: number, access: number): boolean {
  if (openersOf(kernel, node, access).length > 0) return true;
  return kernel.descriptors.all().some((file) => {
    if (file.socket && access === OPEN.readOnly) return file.node === node && !file.socket.isDeaf;
    if (file.socket) return file.socket.peer === node && !file.socket.isMute;
    return (
      file.kind === "node" && file.node === node && [access, OPEN.readWrite].includes(file.flags & OPEN.accessMask)
    );
  });
}

/** What fits into a pipe, or on its way to a socket. */
export const capacityOf = (node: FileNode): number => node.capacityBytes ?? PIPE_BYTES;

/** What a pipe can still take; a packet takes a page of it. */
export const roomIn = (node: FileNode): number =>
  capacityOf(node) - (node.packets ? node.packets.length * PIPE_ATOMIC_BYTES : node.sizeBytes);

/** Linux's PIPE_BUF: so much is written at once or not at all. */
export const PIPE_ATOMIC_BYTES = 4096;
/** Linux's default capacity of a pipe. */
export const PIPE_BYTES = 65536;

function hasHappened(kernel: KernelParts, process: Process, wait: Wait): boolean {
  const { files, processes } = kernel;
  switch (wait.for) {
    case "readable":
      return files.node(wait.node!).sizeBytes > 0 || !isPipeOpen(kernel, wait.node!, OPEN.writeOnly);
    case "writable":
      return !isPipeOpen(kernel, wait.node!, OPEN.readOnly) || roomIn(files.node(wait.node!)) >= PIPE_ATOMIC_BYTES;
    case "vfork": {
      const child = processOf(kernel, wait.child!);
      return !child || child.ending !== undefined || child.program !== process.program;
    }
    case "futex":
      return process.woken;
    case "change":
      return processes.changes !== process.waitedAt;
    case "time":
      return false;
  }
}

/** Whether a process would go on if it had its turn. */
function isReady(kernel: KernelParts, process: Process): boolean {
  const { wait } = process;
  if (process.ending !== undefined) return false;
  if (process.hopeless) return true;
  if (process.signals.job.stopped !== 0) return false;
  if (wait === undefined) return true;
  if (wait.for === "vfork") return hasHappened(kernel, process, wait);
  const seen = seenBy(kernel, process);
  if (nextTimerTime(seen) <= kernel.state.retired) expireTimers(seen);
  if (hasDeliverable(seen, wait.blocked)) return true;
  if (wait.untilNs !== undefined && wait.untilNs <= kernel.clock.monotonicNs()) return true;
  return hasHappened(kernel, process, wait);
}

/** How many nanoseconds from now a process that waits wakes by itself; undefined for never. */
function sleepsFor(kernel: KernelParts, process: Process): bigint | undefined {
  const { wait } = process;
  if (process.ending !== undefined || process.signals.job.stopped !== 0) return undefined;
  if (wait === undefined || wait.for === "vfork") return undefined;
  const timer = wakesIn(seenBy(kernel, process), wait.blocked);
  if (wait.untilNs === undefined) return timer;
  const left = wait.untilNs - kernel.clock.monotonicNs();
  return timer === undefined || left < timer ? left : timer;
}

/** The call that the current process was making has ended: the next one waits anew. */
export function endWait(process: Process): void {
  process.wait = undefined;
  process.untilNs = undefined;
  process.written = 0;
  process.woken = false;
  process.hopeless = false;
}

// ---- turns

/** Gives a place in the row to everybody who can run. @returns whether somebody but the current process can. */
export function noteReady(kernel: KernelParts): boolean {
  const { processes } = kernel;
  let found = false;
  for (const process of processes.list) {
    if (process === processes.current) continue;
    if (!isReady(kernel, process)) process.readySince = undefined;
    else {
      process.readySince ??= processes.place++;
      found = true;
    }
  }
  return found;
}

/** How long the next turn may be, in instructions. */
function drawLength({ processes, seed }: KernelParts): number {
  const { least, most } = TURN_INSTRUCTIONS;
  return least + Number(randomWord(seed, TURN_WORD + processes.turns++) % BigInt(most - least + 1));
}

/** After a call of the kernel or of libc: others may be able to run now, and then the turn has an end. */
export function countTurn(kernel: KernelParts, by: "kernel" | "libc"): void {
  const { processes, state } = kernel;
  processes.changes++;
  if (!noteReady(kernel)) processes.turnEnd = Math.min(Number.POSITIVE_INFINITY, nextWake(kernel));
  else if (processes.turnEnd > state.retired + TURN_INSTRUCTIONS.most)
    processes.turnEnd = state.retired + drawLength(kernel);
  else processes.turnEnd -= by === "libc" ? LIBC_INSTRUCTIONS : SYSCALL_INSTRUCTIONS;
}

/** Retired count at which a sleeper wakes; Infinity for never. */
function nextWake(kernel: KernelParts): number {
  const { processes, state } = kernel;
  let least = Number.POSITIVE_INFINITY;
  for (const process of processes.list) {
    if (process === processes.current) continue;
    const left = sleepsFor(kernel, process);
    if (left !== undefined) least = Math.min(least, state.retired + Math.max(1, Number(left)));
  }
  return least;
}

/** The one who could run first; when all sleep, the clock moves. undefined: nobody will ever run. */
function firstInRow(kernel: KernelParts): Process | undefined {
  const { processes, clock } = kernel;
  const { current } = processes;
  noteReady(kernel);
  if (isReady(kernel, current)) current.readySince ??= processes.place++;
  else current.readySince = undefined;
  const first = (): Process | undefined => {
    const row = processes.list.filter(({ readySince }) => readySince !== undefined);
    return row.reduce<Process | undefined>((a, b) => (a && a.readySince! <= b.readySince! ? a : b), undefined);
  };
  const ready = first();
  if (ready) return ready;
  const waits = processes.list.flatMap((process) => {
    const left = sleepsFor(kernel, process);
    return left === undefined ? [] : [{ process, left: left > 0n ? left : 0n }];
  });
  if (waits.length === 0) return undefined;
  const least = waits.reduce((a, b) => (b.left < a.left ? b : a));
  clock.sleep(least.left);
  if (isReady(kernel, least.process)) return least.process;
  // A timer of a process that its wait does not hear: what it does is looked at when it runs.
  return least.process;
}

/** Whose turn is next. "nobody" when all wait for each other; then one of them is to be told so. */
export function nextProcess(kernel: KernelParts): Process | undefined {
  const next = firstInRow(kernel);
  if (next) next.readySince = undefined;
  return next;
}

/** `next` has the turn from now on. */
export function beginTurn(kernel: KernelParts, next: Process): void {
  const { processes, state } = kernel;
  processes.current = next;
  next.readySince = undefined;
  if (next.wait?.for === "vfork") endWait(next);
  if (!noteReady(kernel)) processes.turnEnd = nextWake(kernel);
  else if (processes.list.some(({ isLeaving }) => isLeaving)) processes.turnEnd = state.retired + LEAVING_INSTRUCTIONS;
  else processes.turnEnd = state.retired + drawLength(kernel);
}
