// Making processes and waiting for them: fork, vfork, clone and clone3, wait4 and its kin, and who belongs to
// which process, group and session. What the child has beside memory and registers is made here; those two the machine makes
// when the call has ended (process-table.ts, ForkRequest). Threads are processes that share
// all but registers and signal masks.
// Source: the kernel's kernel/fork.c, kernel/exit.c, kernel/sys.c; fork(2), clone(2), wait(2), credentials(7).

import { signals } from "../../server/facts/signals.ts";
import { USER_ID } from "./process-stack.ts";
import {
  childrenOf,
  createProcess,
  KEPT_BYTES,
  leaderOf,
  PROCESS_LIMIT,
  type Process,
  processOf,
  type RunningProgram,
  THREAD_LIMIT,
  threadsOf,
} from "./process-table.ts";
import { shareAnonymous } from "./shared-mappings.ts";
import { copySignalState, type JobState, type SignalState, SS_DISABLE } from "./signal-state.ts";
import {
  badBuffer,
  copyProcessState,
  fail,
  int,
  isFailure,
  type KernelParts,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { processFile } from "./syscall-pidfd.ts";
import { storeWord } from "./user-memory.ts";
import { interrupted, waitOn } from "./waiting.ts";

/** CLONE_*. */
const CLONE = {
  signalMask: 0xff,
  memory: 0x100,
  fileSystem: 0x200,
  files: 0x400,
  signalHandlers: 0x800,
  vfork: 0x4000,
  parent: 0x8000,
  thread: 0x10000,
  threadBase: 0x80000,
  parentStoreId: 0x100000,
  childClearId: 0x200000,
  childStoreId: 0x1000000,
};

/** What clone and clone3 are asked for, in one form. */
interface Request {
  readonly flags: number;
  readonly endSignal: number;
  /** New stack pointer; 0 for the parent's. */
  readonly stack: bigint;
  readonly parentId: bigint;
  readonly childId: bigint;
  readonly threadBase: bigint;
}

function refusal(kernel: KernelParts, request: Request): SyscallResult | undefined {
  const { processes, memory } = kernel;
  const shares = (request.flags & CLONE.memory) !== 0;
  if (request.flags & CLONE.thread && !(request.flags & CLONE.signalHandlers))
    return fail("EINVAL", "CLONE_THREAD needs CLONE_SIGHAND, which is not set");
  if (request.flags & CLONE.signalHandlers && !shares)
    return fail("EINVAL", "CLONE_SIGHAND needs CLONE_VM, which is not set");
  const isThread = (request.flags & CLONE.thread) !== 0;
  if (!isThread && processes.list.filter(({ id, owner }) => id === owner).length >= PROCESS_LIMIT)
    return fail("EAGAIN", `there are ${PROCESS_LIMIT} processes: the limit for one program is reached`);
  if (processes.list.length >= THREAD_LIMIT)
    return fail("EAGAIN", `there are ${THREAD_LIMIT} threads: the limit for one program is reached`);
  if (!shares && processes.keptBytes + memory.mappedBytes / 16 > KEPT_BYTES)
    return fail("ENOMEM", "the memory of all processes has reached its limit");
  return undefined;
}

/** Signals of a child: none waits, no timer runs. */
const signalsOfChild = (signals: SignalState, flags: number): SignalState => ({
  ...copySignalState(signals),
  job: flags & CLONE.thread ? signals.job : { stopped: 0, news: undefined, untold: false },
  ...(flags & CLONE.signalHandlers ? { actions: signals.actions } : {}),
  ...(flags & CLONE.memory && !(flags & CLONE.vfork) ? { stack: { start: 0n, flags: SS_DISABLE, sizeBytes: 0n } } : {}),
  pending: [],
  timers: [undefined, undefined, undefined],
  posixTimers: new Map(),
});

/** Random numbers of a child are others than its parent's. */
const RANDOM_DISTANCE = 2 ** 24;

function makeProcess(kernel: KernelParts, request: Request): SyscallResult {
  const refused = refusal(kernel, request);
  if (refused !== undefined) return refused;
  const { id } = addProcess(kernel, request);
  if (request.flags & CLONE.vfork) kernel.processes.current.wait = { for: "vfork", child: id };
  return id;
}

/** The child, in the table; the machine is asked for the rest of it. */
function addProcess(kernel: KernelParts, request: Request): Process {
  const { processes, descriptors, user } = kernel;
  const { current } = processes;
  const shares = (request.flags & CLONE.memory) !== 0;
  if (!shares) shareAnonymous(kernel);
  const id = processes.nextId++;
  const program: RunningProgram = shares
    ? current.program
    : { ...current.program, id: processes.nextProgram++, space: current.program.space.copy() };
  const isThread = (request.flags & CLONE.thread) !== 0;
  const parent = isThread || request.flags & CLONE.parent ? leaderOf(kernel, current).parent : current.owner;
  const sharesState = isThread || (request.flags & CLONE.fileSystem) !== 0;
  const state = sharesState ? current.state : copyProcessState(current.state);
  if (!sharesState) state.randomIndex += id * RANDOM_DISTANCE;
  const child = createProcess(id, parent, {
    ...{ program, state, group: current.group, session: current.session },
    signals: signalsOfChild(current.signals, request.flags),
    ...(isThread ? { owner: current.owner } : {}),
    ...(request.flags & CLONE.files ? { files: current.files } : {}),
  });
  child.endSignal = request.endSignal;
  if (shares && request.stack !== 0n) child.begun = { time: kernel.state.retired, stackPointer: Number(request.stack) };
  if (request.flags & CLONE.childClearId) child.clearAtEnd = request.childId;
  processes.list.push(child);
  if (child.files === id) descriptors.fork(id);
  if (request.flags & CLONE.parentStoreId) user.writeWord(request.parentId, 4, BigInt(id));
  processes.fork = {
    child,
    memory: shares ? "shared" : "copied",
    stack: request.stack,
    threadBase: request.flags & CLONE.threadBase ? request.threadBase : undefined,
    storeId: request.flags & CLONE.childStoreId ? request.childId : 0n,
  };
  return child;
}

/** A child that has no memory of its own yet, since it will begin another program. */
export function makeChild(kernel: KernelParts): Process | SyscallResult {
  const request = plain(CLONE.memory | CLONE.vfork);
  const refused = refusal(kernel, request);
  return refused ?? addProcess(kernel, request);
}

/**
 * A thread of the current process, for libc: it begins at the address `at` with a stack pointer and a thread block of its own
 * (32 bits: the address of a struct user_desc).
 */
export function makeThread(
  kernel: KernelParts,
  { at, stack, threadBase }: { readonly at: bigint; readonly stack: bigint; readonly threadBase: bigint },
): Process | SyscallResult {
  const shared = CLONE.memory | CLONE.fileSystem | CLONE.files | CLONE.signalHandlers;
  const request = { ...plain(shared | CLONE.thread | CLONE.threadBase), endSignal: 0, stack, threadBase };
  const refused = refusal(kernel, request);
  if (refused !== undefined) return refused;
  const thread = addProcess(kernel, request);
  kernel.processes.fork = { ...kernel.processes.fork!, at };
  return thread;
}

const plain = (flags: number): Request => ({
  flags,
  endSignal: signals.SIGCHLD.number,
  ...{ stack: 0n, parentId: 0n, childId: 0n, threadBase: 0n },
});

function clone(call: SystemCall): SyscallResult {
  const wide = call.abi === "x86_64";
  const flags = uint(call, 0);
  return makeProcess(call.kernel, {
    flags,
    endSignal: flags & CLONE.signalMask,
    stack: word(call, 1),
    parentId: word(call, 2),
    childId: word(call, wide ? 3 : 4),
    threadBase: word(call, wide ? 4 : 3),
  });
}

/** struct clone_args: eleven words of 8 bytes, of which programs may know the first eight only. */
const CLONE_ARGUMENTS_BYTES = 64n;

function clone3(call: SystemCall): SyscallResult {
  if (word(call, 1) < CLONE_ARGUMENTS_BYTES) return fail("EINVAL", "the arguments of clone3 have at least 64 bytes");
  const words: bigint[] = [];
  for (let k = 0; k < 8; k++) {
    const read = call.kernel.user.readWord(word(call, 0) + BigInt(8 * k), 8);
    if (read === undefined) return badBuffer(call, 0, 64, "read");
    words.push(read);
  }
  const [flags, , childId, parentId, endSignal, stack, stackBytes, threadBase] = words;
  return makeProcess(call.kernel, {
    flags: Number(flags! & 0xffffffffn) & ~CLONE.signalMask,
    endSignal: Number(endSignal! & 0xffn),
    stack: stack === 0n ? 0n : stack! + stackBytes!,
    parentId: parentId!,
    childId: childId!,
    threadBase: threadBase!,
  });
}

// ---- waiting for children

const WAIT = { noHang: 1, stopped: 2, exited: 4, continued: 8, noWait: 0x1000000 };
/** Options that only choose among threads: __WNOTHREAD, __WALL, __WCLONE. */
const WAIT_THREADS = 0x20000000 | 0x40000000 | 0x80000000;

/** The status word of wait4. */
function statusOf({ ending, signals: { job } }: Process): number {
  if (ending === undefined) return job.news === "stopped" ? (job.stopped << 8) | 0x7f : 0xffff;
  return ending.kind === "exit" ? (ending.code & 0xff) << 8 : ending.number;
}

/** The option that asks for news of a child. */
const newsOption = (news: JobState["news"]): number =>
  news === "stopped" ? WAIT.stopped : news === "continued" ? WAIT.continued : 0;

/** Which children are meant: pid > 0 one, −1 all, 0 those of the own group, else those of a group. */
function isMeant(kernel: KernelParts, child: Process, pid: number): boolean {
  if (pid > 0) return child.id === pid;
  if (pid === -1) return true;
  return child.group === (pid === 0 ? kernel.processes.current.group : -pid);
}

/** A child that has ended, 0 when none has and nobody wants to wait, or the failure. */
function endedChild(
  call: SystemCall,
  options: number,
  meant: (child: Process) => boolean,
): Process | 0 | SyscallResult {
  const { kernel } = call;
  const children = childrenOf(kernel, kernel.processes.current).filter(meant);
  if (children.length === 0)
    return fail("ECHILD", "the process has no such child, or its status has been taken already");
  const ends = (options & WAIT.exited) !== 0;
  const ended = children.filter((child) => ends && child.ending !== undefined && threadsOf(kernel, child).length === 0);
  const first = ended.reduce<Process | undefined>((a, b) => (a && a.endedAt <= b.endedAt ? a : b), undefined);
  if (first) return first;
  const standing = children.find(({ signals: { job } }) => options & newsOption(job.news));
  if (standing) return standing;
  if (options & WAIT.noHang) return 0;
  const woken = waitOn(kernel, { for: "change" });
  if (woken === "pending") return woken;
  return woken === "interrupted" ? interrupted : fail("EINTR", "the children wait for ever, and so would the program");
}

const isProcess = (found: Process | SyscallResult): found is Process => typeof found === "object" && "group" in found;

/** Its parent knows: the child is no more, or what it was told is old. */
function forget({ processes }: KernelParts, child: Process): void {
  child.signals.job.news = undefined;
  if (child.ending === undefined) return;
  processes.list = processes.list.filter((one) => one !== child);
}

const zeroUsage = (call: SystemCall, index: number): boolean =>
  word(call, index) === 0n || call.kernel.user.write(word(call, index), new Uint8Array(18 * longBytes(call)));

function wait4(call: SystemCall): SyscallResult {
  const options = uint(call, 2);
  if (options & ~(WAIT.noHang | WAIT.stopped | WAIT.continued | WAIT_THREADS))
    return fail("EINVAL", `the options 0x${options.toString(16)} (${registerOf(call, 2)}) are unknown`);
  const found = endedChild(call, options | WAIT.exited, (child) => isMeant(call.kernel, child, int(call, 0)));
  if (!isProcess(found)) return found;
  const { user } = call.kernel;
  const written = word(call, 1) === 0n || user.writeWord(word(call, 1), 4, BigInt(statusOf(found)));
  forget(call.kernel, found);
  if (!written) return badBuffer(call, 1, 4, "write");
  if (call.name !== "waitpid" && !zeroUsage(call, 3)) return badBuffer(call, 3, 18 * longBytes(call), "write");
  return found.id;
}

const P = { all: 0, pid: 1, group: 2, descriptor: 3 };
const CLD = { exited: 1, killed: 2, stopped: 5, continued: 6 };

/** si_code and si_status of a child. */
function newsOf(child: Process): { code: number; status: number } {
  const { ending, signals: its } = child;
  if (ending?.kind === "exit") return { code: CLD.exited, status: ending.code & 0xff };
  if (ending) return { code: CLD.killed, status: ending.number };
  return its.job.news === "stopped"
    ? { code: CLD.stopped, status: its.job.stopped }
    : { code: CLD.continued, status: signals.SIGCONT.number };
}

const WAITID_BYTES = 128;

function waitid(call: SystemCall): SyscallResult {
  const options = uint(call, 3);
  const id = int(call, 1);
  const kind = int(call, 0);
  const known = WAIT.noHang | WAIT.stopped | WAIT.exited | WAIT.continued | WAIT.noWait | WAIT_THREADS;
  if (
    options & ~known ||
    !(options & (WAIT.exited | WAIT.stopped | WAIT.continued)) ||
    kind < P.all ||
    kind > P.descriptor
  )
    return fail("EINVAL", "what to wait for, or the options, are unknown");
  if (kind === P.pid && id <= 0) return fail("EINVAL", `${id} (${registerOf(call, 1)}) is no process`);
  const file = kind === P.descriptor ? processFile(call, 1) : undefined;
  if (isFailure(file)) return file;
  const pid = file ? file.node : kind === P.all ? -1 : kind === P.pid ? id : -id;
  const found = endedChild(call, options, (child) => isMeant(call.kernel, child, pid));
  if (found !== 0 && !isProcess(found)) return found;
  const info = new Uint8Array(WAITID_BYTES);
  if (found !== 0) {
    const { code, status } = newsOf(found);
    const at = call.abi === "x86_64" ? 16 : 12;
    const put = (offset: number, value: number) => storeWord(info, offset, 4, BigInt(value));
    put(0, signals.SIGCHLD.number);
    put(8, code);
    put(at, found.id);
    put(at + 4, USER_ID);
    put(at + 8, status);
    if (!(options & WAIT.noWait)) forget(call.kernel, found);
  }
  if (word(call, 2) !== 0n && !call.kernel.user.write(word(call, 2), info))
    return badBuffer(call, 2, WAITID_BYTES, "write");
  return zeroUsage(call, 4) ? 0 : badBuffer(call, 4, 18 * longBytes(call), "write");
}

// ---- who is who

const noProcess = (call: SystemCall, index: number): SyscallResult =>
  fail("ESRCH", `there is no process ${int(call, index)} (${registerOf(call, index)})`);

/** The process of an argument; 0 is the current one. */
const named = (call: SystemCall, index: number): Process | undefined =>
  int(call, index) === 0 ? call.kernel.processes.current : processOf(call.kernel, int(call, index));

function setGroup(call: SystemCall): SyscallResult {
  const { current, list } = call.kernel.processes;
  if (int(call, 1) < 0) return fail("EINVAL", "the group is negative");
  const process = named(call, 0);
  if (!process || (process !== current && process.parent !== current.owner)) return noProcess(call, 0);
  if (process !== current && process.hasExecuted) return fail("EACCES", "the child has called execve already");
  const group = int(call, 1) === 0 ? process.id : int(call, 1);
  if (process.id === process.session && group !== process.id) return fail("EPERM", "the process leads its session");
  const isThere = group === process.id || list.some((one) => one.group === group && one.session === current.session);
  if (!isThere) return fail("EPERM", `there is no process group ${group} in this session`);
  process.group = group;
  return 0;
}

function setSession(call: SystemCall): SyscallResult {
  const { current, list } = call.kernel.processes;
  if (list.some(({ group }) => group === current.id)) return fail("EPERM", "the process leads its group already");
  current.session = current.id;
  current.group = current.id;
  return current.id;
}

const ofProcess =
  (what: "group" | "session") =>
  (call: SystemCall): SyscallResult =>
    named(call, 0)?.[what] ?? noProcess(call, 0);

const threadId = (call: SystemCall): SyscallResult => call.kernel.processes.current.id;

export const childCalls = {
  fork: (call) => makeProcess(call.kernel, plain(0)),
  vfork: (call) => makeProcess(call.kernel, plain(CLONE.memory | CLONE.vfork)),
  clone,
  clone3,
  wait4,
  waitpid: (call) => wait4({ ...call, name: "waitpid" }),
  waitid,
  getpid: (call) => call.kernel.processes.current.owner,
  gettid: threadId,
  getppid: (call) => leaderOf(call.kernel, call.kernel.processes.current).parent,
  getpgrp: (call) => call.kernel.processes.current.group,
  getpgid: ofProcess("group"),
  getsid: ofProcess("session"),
  setpgid: setGroup,
  setsid: setSession,
  set_tid_address: (call) => {
    const { current } = call.kernel.processes;
    current.clearAtEnd = word(call, 0);
    return current.id;
  },
  sched_yield: (call) => {
    call.kernel.processes.turnEnd = Math.min(call.kernel.processes.turnEnd, call.kernel.state.retired);
    return 0;
  },
} satisfies SyscallFunctions;
