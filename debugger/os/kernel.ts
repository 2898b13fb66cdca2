// The kernel: a loaded process, its files and clocks, and one door for system calls. The core has retired the instruction
// when it comes here (rcx and r11 are set, rip is behind it); the kernel reads number and arguments from the registers, runs
// the call's function, tells both as events, and puts the result into rax. "pending" means that nothing has changed and the
// same call is to be made again when the host has input (it is then told as entered again). All state is plain data: `save` and `restore` make time travel.

import { ERRNO } from "../../server/facts/errno.ts";
import { type Abi, type Syscall, type SyscallName, syscallByNumber } from "../../server/facts/syscalls.ts";
import type { Image } from "../../server/obj/image.ts";
import type { Fault } from "../cpu/core.ts";
import { type CpuState, GPR, STATE } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import { createClock } from "./clock.ts";
import { createDescriptors } from "./descriptors.ts";
import type { MachineEvent, Mapping } from "./events.ts";
import { createFileSystem } from "./files.ts";
import type { Host } from "./host.ts";
import { settleJobs } from "./jobs.ts";
import { descriptorLimit } from "./limits.ts";
import type { LoadedProcess } from "./load.ts";
import { closeDescriptors, endProcess } from "./process-end.ts";
import { AT_RANDOM_WORDS, PROCESS_ID } from "./process-stack.ts";
import {
  adoptSignals,
  beginTurn,
  countTurn,
  createProcess,
  createProcessTable,
  endWait,
  nextProcess,
  type Process,
  type ProcessTable,
  type RunningProgram,
} from "./process-table.ts";
import { enterShared, leaveShared, storeAllShared } from "./shared-mappings.ts";
import { copySignalState, createSignalState, IGNORE_HANDLER, SS_DISABLE } from "./signal-state.ts";
import { deliverFault, deliverPending, expireTimers, handlesFault, nextTimerTime, signalOf } from "./signals.ts";
import {
  copyProcessState,
  type Ending,
  fail,
  isFailure,
  type KernelParts,
  type SyscallFunction,
  type SyscallResult,
} from "./syscall.ts";
import { exit, exitThread } from "./syscall-exit.ts";
import { syscallFunction } from "./syscall-functions.ts";
import { createUserMemory } from "./user-memory.ts";
import { mustRestart } from "./waiting.ts";

/** What makes a call; a program that only ends needs nothing of the others. */
function functionOf(name: SyscallName): SyscallFunction | undefined {
  if (name === "exit_group") return exit;
  return name === "exit" ? exitThread : syscallFunction(name);
}

/** The fixed page of 64-bit Linux that old programs call instead of the kernel: function at an offset → system call. */
const OLD_PAGE = 0xffffffffff600000n;
const OLD_CALLS: ReadonlyMap<bigint, SyscallName> = new Map([
  [0n, "gettimeofday"],
  [0x400n, "time"],
  [0x800n, "getcpu"],
]);

const isOldPage = ({ state, bits }: KernelParts, fault: Fault): boolean =>
  bits === 64 && fault.access === "execute" && OLD_CALLS.has(state.rip - OLD_PAGE);

/** Makes the call that the program has jumped to, and returns from it. @returns false when it is none. */
function serveOldPage(parts: KernelParts, fault: Fault): boolean {
  const { state, user } = parts;
  const name = isOldPage(parts, fault) ? OLD_CALLS.get(state.rip - OLD_PAGE) : undefined;
  const stack = state.gpr(GPR.rsp);
  const back = user.readWord(stack, 8);
  if (name === undefined || back === undefined) return false;
  const args = argumentRegisters.x86_64.map((index) => state.gpr(index));
  const result = syscallFunction(name)!({ kernel: parts, abi: "x86_64", args });
  if (result === "pending" || (typeof result === "object" && "kind" in result)) return false;
  // Behind the page a bad address is a fault.
  if (isFailure(result) && result.errno === "EFAULT") return false;
  state.setGpr(GPR.rax, BigInt.asUintN(64, resultOf(result).value));
  state.setGpr(GPR.rsp, stack + 8n);
  state.rip = back;
  return true;
}

export interface KernelOptions {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly image: Image;
  readonly process: LoadedProcess;
  readonly host: Host;
  readonly emit: (event: MachineEvent) => void;
  /** The program's instruction that acts now: noted with output. */
  readonly site: () => number;
}

/** `syscall`, `int 80h` and `sysenter` all have two. */
const SYSCALL_BYTES = 2n;

export type SyscallOutcome = "done" | "pending" | Ending;

export interface Kernel {
  /** For libc, which makes the same calls from inside. */
  readonly parts: KernelParts;
  /** Acts on the registers, after the instruction `by` has retired. */
  syscall(by: "syscall" | "int80" | "sysenter"): SyscallOutcome;
  /**
   * An instruction has faulted. "handler": the program's own handler has been entered, rip stands on it. "fatal": the
   * signal ends the process, and nothing has changed. Otherwise entering the handler itself ended the process.
   */
  fault(fault: Fault): "handler" | "fatal" | Ending;
  /** Whether this fault would reach a handler of the program, or is the kernel's own to serve: the old page of system calls. */
  handles(fault: Fault): boolean;
  /** The signal that a fault of the program becomes. */
  signalOf(fault: Fault): { readonly signal: string; readonly number: number };
  /** Retired count at which a timer is due; Infinity without one. */
  readonly nextTimer: number;
  /** A libc function has ended that others may have waited for. */
  acted(): void;
  /** Timers that are due send their signals, and signals that wait are delivered. */
  deliver(): "handler" | "nothing" | Ending;
  /** In address order. */
  mappings(): readonly Mapping[];
  readonly programBreak: { readonly start: number; readonly end: number };
  /** Before the last process is gone: hands written files to the host. */
  end(): void;
  /** One of several processes ends. */
  endProcess(ending: Ending): void;
  /** Whether the current process, with its threads, is not the only one. */
  readonly hasOthers: boolean;
  /** Whose turn is next; undefined when all wait for each other. */
  next(): Process | undefined;
  /** Before the memory of another process is put in: what is shared is kept. */
  leave(): void;
  /** The memory of `next` is there: files, signals and all are its own from here on. */
  enter(next: Process): void;
  /** The current process has a new program in its memory. @returns what was loaded, as the process's program. */
  execute(loaded: LoadedProcess, image: Image): void;
  save(): unknown;
  restore(saved: unknown): void;
}

/** A process with copies of what changes in place. */
type SavedProcess = Process & { readonly mappings: unknown };

interface Saved {
  readonly files: unknown;
  readonly descriptors: unknown;
  readonly sleptNs: bigint;
  readonly processes: ProcessTable;
  /** With the first in the list whose state, actions of signals and standing still a thread shares. */
  readonly list: readonly (SavedProcess & {
    readonly stateOf: number;
    readonly actionsOf: number;
    readonly jobOf: number;
  })[];
  readonly current: number;
}

const argumentRegisters: Readonly<Record<Abi, readonly number[]>> = {
  x86_64: [GPR.rdi, GPR.rsi, GPR.rdx, GPR.r10, GPR.r8, GPR.r9],
  i386: [GPR.rbx, GPR.rcx, GPR.rdx, GPR.rsi, GPR.rdi, GPR.rbp],
};

/**
 * Reads the arguments of calls. What a register held at the last call of its convention is the same bigint again, and the
 * same list where all did: most calls of a loop differ in few, and making them took a tenth of a small call.
 */
function createArguments({ memory, state }: KernelParts): (abi: Abi) => readonly bigint[] {
  const registers = memory.layout.state + STATE.gpr;
  const last = {
    x86_64: { args: [0n, 0n, 0n, 0n, 0n, 0n], words: new Uint32Array(12) },
    i386: { args: [0n, 0n, 0n, 0n, 0n, 0n], words: new Uint32Array(12) },
  };
  return (abi) => {
    const known = last[abi];
    const { words } = known;
    let args: bigint[] | undefined;
    argumentRegisters[abi].forEach((index, k) => {
      const low = memory.view.getUint32(registers + 8 * index, true);
      const high = abi === "i386" ? 0 : memory.view.getUint32(registers + 8 * index + 4, true);
      if (words[2 * k] === low && words[2 * k + 1] === high) return;
      words[2 * k] = low;
      words[2 * k + 1] = high;
      args ??= [...known.args];
      args[k] = BigInt.asUintN(abi === "i386" ? 32 : 64, state.gpr(index));
    });
    if (args !== undefined) known.args = args;
    return known.args;
  };
}

/** Result of a call as rax has it: sign-extended, −errno for failures. */
function resultOf(result: Exclude<SyscallResult, "pending" | Ending>): { value: bigint; why: string | undefined } {
  if (isFailure(result)) return { value: BigInt(-ERRNO[result.errno]), why: `${result.errno}: ${result.why}` };
  if (typeof result === "object") return { value: BigInt(result.result), why: result.why };
  return { value: BigInt(result), why: undefined };
}

function notImplemented(row: Syscall | undefined, number: number, abi: Abi): SyscallResult {
  if (row) return fail("ENOSYS", `Asmoscope does not implement ${row.name}`);
  return fail(
    "ENOSYS",
    `there is no system call ${number} in the ${abi === "i386" ? "i386 (int 0x80)" : "x86-64"} table`,
  );
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What the parts show of the current process. */
function show(parts: Writable<KernelParts>, { program, state, signals }: Process): void {
  const { space, path, argv, stack, readImpliesExec, image } = program;
  parts.space = space;
  parts.path = path;
  parts.argv = argv;
  parts.stack = stack;
  parts.readImpliesExec = readImpliesExec;
  parts.bits = image.bits;
  parts.user = createUserMemory(parts.memory, space.limit, parts.emit);
  parts.process = state;
  parts.signals = signals;
}

const programOf = (id: number, image: Image, loaded: LoadedProcess): RunningProgram => ({
  ...{ id, image },
  space: loaded.space,
  path: loaded.path,
  argv: loaded.argv,
  stack: loaded.stack,
  readImpliesExec: loaded.readImpliesExec,
});

function createKernelParts(options: KernelOptions): KernelParts {
  const { memory, state, host, emit, site, image, process: loaded } = options;
  const { space, seed, path, argv, readImpliesExec, stack } = loaded;
  const clock = createClock(() => state.retired);
  const files = createFileSystem(host.files, clock.realtimeNs());
  const process = {
    directory: files.root.id,
    umask: 0o22,
    randomIndex: AT_RANDOM_WORDS.first + AT_RANDOM_WORDS.count,
    name: path.replace(/^.*\//, "").slice(0, 15),
    limits: new Map(),
    niceness: 0,
    policy: 0,
    urgency: 0,
    memoryPolicy: 0,
    deathSignal: 0,
  };
  const signals = createSignalState();
  const first = createProcess(PROCESS_ID, PROCESS_ID - 1, {
    ...{ program: programOf(1, image, loaded), state: process, signals },
    ...{ group: PROCESS_ID, session: PROCESS_ID },
  });
  const parts: KernelParts = {
    memory,
    state,
    bits: image.bits,
    processes: createProcessTable(first),
    firstId: PROCESS_ID,
    startedAs: { path, image },
    space,
    user: createUserMemory(memory, space.limit, emit),
    files,
    descriptors: createDescriptors(host.streams ?? "terminal", PROCESS_ID, () => descriptorLimit(parts)),
    clock,
    host,
    seed,
    path,
    argv,
    readImpliesExec,
    stack,
    site,
    emit,
    process,
    signals,
  };
  return parts;
}

/** What a new program keeps of its process's signals: what is ignored, blocked and waiting. */
function resetSignals(process: Process): void {
  const { signals: own } = process;
  for (const [signal, { handler }] of own.actions) if (handler !== IGNORE_HANDLER) own.actions.delete(signal);
  own.stack = { start: 0n, flags: SS_DISABLE, sizeBytes: 0n };
  own.posixTimers = new Map();
  own.returnPage = 0;
  own.maskAfterWait = undefined;
}

const saveProcess = (process: Process): SavedProcess => ({
  ...process,
  state: copyProcessState(process.state),
  signals: copySignalState(process.signals),
  mappings: process.program.space.save(),
});

function restoreProcess({ mappings, ...saved }: SavedProcess): Process {
  saved.program.space.restore(mappings);
  return { ...saved, state: copyProcessState(saved.state), signals: copySignalState(saved.signals) };
}

function saveKernel({ files, descriptors, clock, processes }: KernelParts): Saved {
  return {
    files: files.save(),
    descriptors: descriptors.save(),
    sleptNs: clock.sleptNs,
    processes: { ...processes },
    list: processes.list.map((one) => ({
      ...saveProcess(one),
      stateOf: processes.list.findIndex(({ state }) => state === one.state),
      actionsOf: processes.list.findIndex(({ signals }) => signals.actions === one.signals.actions),
      jobOf: processes.list.findIndex(({ signals }) => signals.job === one.signals.job),
    })),
    current: processes.current.id,
  };
}

function restoreKernel(parts: Writable<KernelParts>, saved: Saved): void {
  const { files, descriptors, clock, processes } = parts;
  files.restore(saved.files);
  descriptors.restore(saved.descriptors);
  clock.sleptNs = saved.sleptNs;
  const list = saved.list.map(restoreProcess);
  saved.list.forEach(({ stateOf, actionsOf, jobOf }, k) => {
    const process = list[k]!;
    process.state = list[stateOf]!.state;
    const { actions } = list[actionsOf]!.signals;
    process.signals = { ...process.signals, actions, job: list[jobOf]!.signals.job };
  });
  Object.assign(processes, saved.processes, { list, current: list.find(({ id }) => id === saved.current)! });
  show(parts, processes.current);
}

/** The current process has a new program in its memory. */
function beginProgram(parts: Writable<KernelParts>, loaded: LoadedProcess, image: Image): void {
  const { processes } = parts;
  const { current } = processes;
  closeDescriptors(parts, "close-on-exec");
  resetSignals(current);
  processes.list = processes.list.filter((one) => one === current || one.owner !== current.owner);
  current.program = programOf(processes.nextProgram++, image, loaded);
  current.hasExecuted = true;
  current.begun = undefined;
  current.clearAtEnd = 0n;
  current.robustList = 0n;
  current.state.name = loaded.path.replace(/^.*\//, "").slice(0, 15);
  processes.changes++;
  show(parts, current);
}

/** Time that a system call takes where there are several processes, beside the instruction's own. */
const CALL_NS = 999n;

/** A call of one of several processes has ended. */
function endCall(parts: KernelParts, by: "kernel" | "libc"): void {
  const { current } = parts.processes;
  if (current.wait?.for !== "vfork") endWait(current);
  // Who sleeps beside somebody that does nothing but call the kernel would sleep for minutes otherwise.
  parts.clock.sleep(CALL_NS);
  adoptSignals(parts);
  countTurn(parts, by);
  settleJobs(parts);
}

/** The kernel of a process that `loadProgram` made. */
export function createKernel(options: KernelOptions): Kernel {
  const { state, emit } = options;
  const parts: Writable<KernelParts> = createKernelParts(options);
  const { files, processes } = parts;
  const argumentsOf = createArguments(parts);

  /** Reads the registers, tells the call, makes it, tells the result. */
  function syscall(by: "syscall" | "int80" | "sysenter"): SyscallOutcome {
    const { bits } = parts;
    const abi: Abi = by === "syscall" && bits === 64 ? "x86_64" : "i386";
    const number = parts.memory.view.getUint32(parts.memory.layout.state + STATE.gpr + 8 * GPR.rax, true);
    const args = argumentsOf(abi);
    const row = syscallByNumber(abi, number);
    const name = row?.name ?? `syscall_0x${number.toString(16)}`;
    const act = row && functionOf(row.name);
    emit({ kind: "syscall-enter", abi, number, name, args });
    const result = act ? act({ kernel: parts, abi, args }) : notImplemented(row, number, abi);
    if (result === "pending") return "pending";
    if (isFailure(result) && mustRestart(parts, result)) {
      // The program goes on behind its handler with the same call.
      state.rip -= SYSCALL_BYTES;
      processes.current.wait = undefined;
      return delivered();
    }
    if (typeof result === "object" && "kind" in result) {
      if (result.kind === "exit") emit({ kind: "exit", code: result.code });
      return result;
    }
    const { value, why } = resultOf(result);
    state.setGpr(GPR.rax, BigInt.asUintN(bits, value));
    if (why === undefined) emit({ kind: "syscall-exit", abi, number, name, args, result: value });
    else emit({ kind: "syscall-exit", abi, number, name, args, result: value, why });
    if (processes.list.length > 1 || processes.current.wait !== undefined) endCall(parts, "kernel");
    else settleJobs(parts);
    return parts.signals.pending.length === 0 ? "done" : delivered();
  }

  function delivered(): SyscallOutcome {
    const outcome = deliverPending(parts);
    return typeof outcome === "object" ? outcome : "done";
  }
  return {
    parts,
    syscall,
    acted: () => endCall(parts, "libc"),
    fault: (fault) => (serveOldPage(parts, fault) ? "handler" : deliverFault(parts, fault)),
    handles: (fault) => isOldPage(parts, fault) || handlesFault(parts, fault),
    signalOf: (fault) => signalOf(parts, fault),
    get nextTimer() {
      return nextTimerTime(parts);
    },
    deliver() {
      expireTimers(parts);
      return deliverPending(parts);
    },
    mappings: () => parts.space.mappings,
    get programBreak() {
      return parts.space.programBreak;
    },
    end() {
      storeAllShared(parts);
      for (const file of parts.descriptors.all()) if (file.kind === "node") files.flush(files.node(file.node));
    },
    endProcess(ending) {
      if (ending.kind === "signal") emit({ kind: "killed", signal: ending.signal });
      storeAllShared(parts);
      endProcess(parts, ending);
    },
    get hasOthers() {
      const { list, current } = processes;
      return list.length > 1 && list.some(({ owner, ending }) => owner !== current.owner && ending === undefined);
    },
    next: () => nextProcess(parts),
    leave: () => leaveShared(parts),
    enter(next) {
      parts.descriptors.use(next.files);
      show(parts, next);
      enterShared(parts);
      beginTurn(parts, next);
    },
    execute: (loaded, image) => beginProgram(parts, loaded, image),
    save: () => saveKernel(parts),
    restore: (saved) => restoreKernel(parts, saved as Saved),
  };
}
