// What a system call's function is given and what it answers. A function reads its arguments from `call.args`, acts on the
// kernel's parts, and returns the result; failures carry a sentence for people, which travels in the syscall-exit event.

import type { ErrnoName } from "../../server/facts/errno.ts";
import { syscallRegisters } from "../../server/facts/syscall-setup.ts";
import { type Abi, countText, type SyscallName } from "../../server/facts/syscalls.ts";
import type { Image } from "../../server/obj/image.ts";
import type { CpuState } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import type { AddressSpace } from "./address-space.ts";
import type { Clock } from "./clock.ts";
import type { Descriptors } from "./descriptors.ts";
import type { MachineEvent } from "./events.ts";
import type { FileSystem } from "./files.ts";
import type { Host } from "./host.ts";
import type { ProcessTable } from "./process-table.ts";
import type { SignalState } from "./signal-state.ts";
import type { UserMemory } from "./user-memory.ts";

/** What the kernel remembers beside mappings, files and descriptors; plain values, saved as they are. */
export interface ProcessState {
  /** Node of the current directory. */
  directory: number;
  umask: number;
  /** Words of the seed's sequence given out so far. */
  randomIndex: number;
  /** Name set by prctl. */
  name: string;
  /** [soft, hard] resource limits that were set; replaced when they change. */
  limits: ReadonlyMap<number, readonly [bigint, bigint]>;
  niceness: number;
  /** SCHED_*, and the priority of input and output as ioprio_set takes it: remembered. */
  policy: number;
  urgency: number;
  /** MPOL_*: remembered. */
  memoryPolicy: number;
  /** Asked for by prctl, and not sent: the parent of whom the first process has left behind is nobody. */
  deathSignal: number;
}

/** A copy for a child, or for a checkpoint. */
export const copyProcessState = (state: ProcessState): ProcessState => ({ ...state });

/** What belongs to a process changes when another one runs: take it from here each time. */
export interface KernelParts {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly processes: ProcessTable;
  /** Number of the process that the run begins and ends with. */
  readonly firstId: number;
  /** The program of the machine itself, and what it was started by. */
  readonly startedAs: { readonly path: string; readonly image: Image };
  readonly bits: 32 | 64;
  readonly space: AddressSpace;
  readonly user: UserMemory;
  readonly files: FileSystem;
  readonly descriptors: Descriptors;
  readonly clock: Clock;
  readonly host: Host;
  readonly process: ProcessState;
  readonly signals: SignalState;
  readonly seed: number;
  readonly path: string;
  readonly argv: readonly string[];
  readonly stack: { readonly low: number; readonly high: number };
  readonly readImpliesExec: boolean;
  readonly site: () => number;
  readonly emit: (event: MachineEvent) => void;
}

export interface SystemCall {
  readonly kernel: KernelParts;
  readonly abi: Abi;
  /** Unsigned: 64 bits, in i386 32 bits. Always six. */
  readonly args: readonly bigint[];
  /** "never": libc's streams write what they have, whatever room a pipe has. */
  readonly waits?: "never";
  /** Where two calls share a function and differ in their arguments. */
  readonly name?: SyscallName;
}

/** −errno with the reason in words: "the flags are in r10, which is 0". */
export interface Failure {
  readonly errno: ErrnoName;
  readonly why: string;
  /** EINTR: the call is made again behind a handler that is set so. */
  readonly restarts?: boolean;
}

/** How the process ends. */
export type Ending =
  | { readonly kind: "exit"; readonly code: number }
  /** `why`: a sentence, where it is not a signal that somebody sent. */
  | { readonly kind: "signal"; readonly signal: string; readonly number: number; readonly why?: string };

/** A number is the result; "pending": the host has no input yet, or the process waits for others; nothing has changed. */
export type SyscallResult =
  | number
  | bigint
  | Failure
  | "pending"
  | Ending
  | { readonly result: number | bigint; readonly why: string };

export type SyscallFunction = (call: SystemCall) => SyscallResult;
export type SyscallFunctions = Partial<Record<SyscallName, SyscallFunction>>;

export const fail = (errno: ErrnoName, why: string): Failure => ({ errno, why });

export const isFailure = (value: unknown): value is Failure =>
  typeof value === "object" && value !== null && "errno" in value;

/** "rdi" for argument 0 of an x86-64 call. */
export const registerOf = (call: SystemCall, index: number): string => syscallRegisters[call.abi][index]!;

/** Argument as the C type int. */
export const int = (call: SystemCall, index: number): number => Number(BigInt.asIntN(32, call.args[index]!));
/** Argument as unsigned int. */
export const uint = (call: SystemCall, index: number): number => Number(BigInt.asUintN(32, call.args[index]!));
/** Argument as the C type long. */
export const long = (call: SystemCall, index: number): bigint =>
  BigInt.asIntN(call.abi === "i386" ? 32 : 64, call.args[index]!);
/** Argument as it stands: an address or a size. */
export const word = (call: SystemCall, index: number): bigint => call.args[index]!;

/** Bytes of a C long in the call's ABI. */
export const longBytes = (call: SystemCall): 4 | 8 => (call.abi === "i386" ? 4 : 8);

const hex = (value: bigint): string => `0x${value.toString(16)}`;

/** EFAULT for a buffer: says where it is, how large, and what is wrong there. */
export function badBuffer(
  call: SystemCall,
  index: number,
  sizeBytes: number | bigint,
  access: "read" | "write",
): Failure {
  const address = call.args[index]!;
  const { user, memory } = call.kernel;
  const usable = user.usable(address, Math.min(Number(sizeBytes), 2 ** 40), access);
  const at = address + BigInt(usable);
  const protection = at < BigInt(call.kernel.space.limit) ? memory.protectionAt(Number(at)) : undefined;
  const wrong = protection === undefined ? "is not mapped" : access === "write" ? "is not writable" : "is not readable";
  const where =
    usable === 0
      ? `${hex(address)} (${registerOf(call, index)})`
      : `${hex(at)}, ${usable} bytes into the buffer in ${registerOf(call, index)},`;
  return fail(
    "EFAULT",
    `the kernel cannot ${access} ${countText(sizeBytes, call.abi)} at ${hex(address)}: ${where} ${wrong}`,
  );
}

/** Reads a path argument. */
export function pathArgument(call: SystemCall, index: number): string | Failure {
  const text = call.kernel.user.text(call.args[index]!, 4096);
  if (typeof text === "string") return text;
  if (text.problem === "fault") return badBuffer(call, index, 1, "read");
  return fail("ENAMETOOLONG", `the path in ${registerOf(call, index)} has no zero byte in 4096 bytes`);
}
