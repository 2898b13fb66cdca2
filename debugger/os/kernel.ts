// The kernel: a loaded process, its files and clocks, and one door for system calls. The core has retired the instruction
// when it comes here (rcx and r11 are set, rip is behind it); the kernel reads number and arguments from the registers, runs
// the call's function, tells both as events, and puts the result into rax. "pending" means that nothing has changed and the
// same call is to be made again when the host has input (it is then told as entered again). All state is plain data: `save` and `restore` make time travel.

import { ERRNO } from "../../server/facts/errno.ts";
import { type Abi, type Syscall, type SyscallName, syscallByNumber } from "../../server/facts/syscalls.ts";
import type { Fault } from "../cpu/core.ts";
import { type CpuState, GPR } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import { createClock } from "./clock.ts";
import { createDescriptors } from "./descriptors.ts";
import type { MachineEvent, Mapping } from "./events.ts";
import { createFileSystem } from "./files.ts";
import type { Host } from "./host.ts";
import type { LoadedProcess } from "./load.ts";
import { AT_RANDOM_WORDS } from "./process-stack.ts";
import { storeAllShared } from "./shared-mappings.ts";
import { copySignalState, createSignalState, type SignalState } from "./signal-state.ts";
import { deliverFault, deliverPending, expireTimers, handlesFault, nextTimerTime } from "./signals.ts";
import {
  type Ending,
  fail,
  isFailure,
  type KernelParts,
  type ProcessState,
  type SyscallFunctions,
  type SyscallResult,
} from "./syscall.ts";
import { attributeCalls } from "./syscall-attributes.ts";
import { copyCalls } from "./syscall-copy.ts";
import { directoryCalls } from "./syscall-directory.ts";
import { fileCalls } from "./syscall-file.ts";
import { identityCalls } from "./syscall-identity.ts";
import { ioCalls } from "./syscall-io.ts";
import { memoryCalls } from "./syscall-memory.ts";
import { pollCalls } from "./syscall-poll.ts";
import { processCalls } from "./syscall-process.ts";
import { signalCalls } from "./syscall-signal.ts";
import { statCalls } from "./syscall-stat.ts";
import { timeCalls } from "./syscall-time.ts";
import { timerCalls } from "./syscall-timer.ts";
import { createUserMemory } from "./user-memory.ts";

/** What executes: one function a row of server/facts/syscalls.ts. Other rows answer −ENOSYS. */
export const syscallFunctions: SyscallFunctions = {
  ...ioCalls,
  ...copyCalls,
  ...fileCalls,
  ...directoryCalls,
  ...attributeCalls,
  ...statCalls,
  ...memoryCalls,
  ...processCalls,
  ...identityCalls,
  ...pollCalls,
  ...signalCalls,
  ...timeCalls,
  ...timerCalls,
};

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
  const result = syscallFunctions[name]!({ kernel: parts, abi: "x86_64", args });
  if (result === "pending" || (typeof result === "object" && "kind" in result)) return false;
  state.setGpr(GPR.rax, BigInt.asUintN(64, resultOf(result).value));
  state.setGpr(GPR.rsp, stack + 8n);
  state.rip = back;
  return true;
}

export interface KernelOptions {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly bits: 32 | 64;
  readonly process: LoadedProcess;
  readonly host: Host;
  readonly emit: (event: MachineEvent) => void;
  /** The program's instruction that acts now: noted with output. */
  readonly site: () => number;
}

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
  /** Retired count at which a timer is due; Infinity without one. */
  readonly nextTimer: number;
  /** Timers that are due send their signals, and signals that wait are delivered. */
  deliver(): "handler" | "nothing" | Ending;
  /** In address order. */
  mappings(): readonly Mapping[];
  readonly programBreak: { readonly start: number; readonly end: number };
  /** Before the process is gone: hands written files to the host. */
  end(): void;
  save(): unknown;
  restore(saved: unknown): void;
}

interface Saved {
  readonly space: unknown;
  readonly files: unknown;
  readonly descriptors: unknown;
  readonly sleptNs: bigint;
  readonly process: ProcessState;
  readonly signals: SignalState;
}

const argumentRegisters: Readonly<Record<Abi, readonly number[]>> = {
  x86_64: [GPR.rdi, GPR.rsi, GPR.rdx, GPR.r10, GPR.r8, GPR.r9],
  i386: [GPR.rbx, GPR.rcx, GPR.rdx, GPR.rsi, GPR.rdi, GPR.rbp],
};

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

function createKernelParts(options: KernelOptions): KernelParts {
  const { memory, state, bits, host, emit, site } = options;
  const { space, seed, path, argv, readImpliesExec, stack } = options.process;
  const clock = createClock(() => state.retired);
  const files = createFileSystem(host.files, clock.realtimeNs());
  return {
    memory,
    state,
    bits,
    space,
    user: createUserMemory(memory, space.limit, emit),
    files,
    descriptors: createDescriptors(host.streams ?? "terminal"),
    clock,
    host,
    seed,
    path,
    argv,
    readImpliesExec,
    stack,
    site,
    emit,
    process: {
      directory: files.root.id,
      umask: 0o22,
      randomIndex: AT_RANDOM_WORDS.first + AT_RANDOM_WORDS.count,
      name: path.slice(2, 17),
      limits: new Map(),
    },
    signals: createSignalState(),
  };
}

/** The kernel of a process that `loadProgram` made. */
export function createKernel(options: KernelOptions): Kernel {
  const { state, bits, emit } = options;
  const parts = createKernelParts(options);
  const { space, files, clock } = parts;

  /** Reads the registers, tells the call, makes it, tells the result. */
  function syscall(by: "syscall" | "int80" | "sysenter"): SyscallOutcome {
    const abi: Abi = by === "syscall" && bits === 64 ? "x86_64" : "i386";
    const width = abi === "i386" ? 32 : 64;
    const number = Number(BigInt.asUintN(32, state.gpr(GPR.rax)));
    const args: bigint[] = [];
    for (const index of argumentRegisters[abi])
      args.push(width === 64 ? state.gpr(index) : BigInt.asUintN(32, state.gpr(index)));
    const row = syscallByNumber(abi, number);
    const name = row?.name ?? `syscall_0x${number.toString(16)}`;
    const act = row && syscallFunctions[row.name];
    emit({ kind: "syscall-enter", abi, number, name, args });
    const result = act ? act({ kernel: parts, abi, args }) : notImplemented(row, number, abi);
    if (result === "pending") return "pending";
    if (typeof result === "object" && "kind" in result) {
      if (result.kind === "exit") emit({ kind: "exit", code: result.code });
      return result;
    }
    const { value, why } = resultOf(result);
    state.setGpr(GPR.rax, BigInt.asUintN(bits, value));
    if (why === undefined) emit({ kind: "syscall-exit", abi, number, name, args, result: value });
    else emit({ kind: "syscall-exit", abi, number, name, args, result: value, why });
    return parts.signals.pending.length === 0 ? "done" : delivered();
  }

  function delivered(): SyscallOutcome {
    const outcome = deliverPending(parts);
    return typeof outcome === "object" ? outcome : "done";
  }
  return {
    parts,
    syscall,
    fault: (fault) => (serveOldPage(parts, fault) ? "handler" : deliverFault(parts, fault)),
    handles: (fault) => isOldPage(parts, fault) || handlesFault(parts, fault.vector),
    get nextTimer() {
      return nextTimerTime(parts);
    },
    deliver() {
      expireTimers(parts);
      return deliverPending(parts);
    },
    mappings: () => space.mappings,
    get programBreak() {
      return space.programBreak;
    },
    end() {
      storeAllShared(parts);
      for (const file of parts.descriptors.all()) if (file.kind === "node") files.flush(files.node(file.node));
    },
    save() {
      const saved: Saved = {
        space: space.save(),
        files: files.save(),
        descriptors: parts.descriptors.save(),
        sleptNs: clock.sleptNs,
        process: { ...parts.process },
        signals: copySignalState(parts.signals),
      };
      return saved;
    },
    restore(value) {
      const saved = value as Saved;
      space.restore(saved.space);
      files.restore(saved.files);
      parts.descriptors.restore(saved.descriptors);
      clock.sleptNs = saved.sleptNs;
      Object.assign(parts.process, saved.process);
      Object.assign(parts.signals, copySignalState(saved.signals));
    },
  };
}
