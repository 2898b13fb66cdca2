// What an execution core is to the machine: something that retires instructions until it has to ask. The step engine and
// the translator implement it over the same state, memory and semantics; nothing outside cpu/ and jit/ knows which runs.

import type { Decoded } from "../../server/isa/insn.ts";
import type { Memory } from "../mem/memory.ts";
import type { InlineWatch } from "./inline-watch.ts";
import type { CpuState } from "./state.ts";

export type Vector = "#DE" | "#DB" | "#BP" | "#OF" | "#BR" | "#UD" | "#SS" | "#GP" | "#PF" | "#MF" | "#AC" | "#XM";

/** An exception of the CPU; state is as before the instruction (SDM Vol. 3, 6.5 "faults"), except for traps (#BP, #OF). */
export interface Fault {
  readonly vector: Vector;
  readonly errorCode: number;
  /** #DB: the trap flag made it, not an instruction of its own. */
  readonly traced?: true;
  /** #PF: the address that could not be accessed. */
  readonly address?: number;
  /** The same to the last bit where it is above 2^53: an address in the kernel's half. */
  readonly exactAddress?: bigint;
  readonly access?: "read" | "write" | "execute";
  readonly sizeBytes?: number;
  /** #UD of an instruction the table knows but the machine does not execute: its mnemonic. #GP, and #PF of libc: what is wrong, in words. */
  readonly detail?: string;
}

/** Why a core came back. */
export type CoreStop =
  /** `budget` instructions were retired. */
  | { readonly kind: "budget" }
  /** rip stands on an address of `stopAt` (before executing it). */
  | { readonly kind: "address" }
  | { readonly kind: "fault"; readonly fault: Fault }
  /** The instruction has retired; rip is behind it (rcx, r11 set for syscall). The kernel is to act. */
  | { readonly kind: "syscall"; readonly by: "syscall" | "int80" | "sysenter" }
  /** An instruction has set the trap flag: #DB comes behind the next one, which is to be run alone. */
  | { readonly kind: "trapFlag" }
  /** The observer asked to stop before the instruction at rip. */
  | { readonly kind: "observer" };
/** hlt or another privileged instruction that user programs use to end: delivered as #GP by Linux. */

/** Watches each instruction: the memory checker, data breakpoints, tracing. Only the step engine calls it per instruction. */
/** What an observer keeps with an instruction, for as long as the core has it. */
export interface ObserverSeat {
  note: unknown;
}

export interface Observer {
  /** It wants to hear of accesses to the memory's guarded pages only: everything else may run translated. */
  readonly isForGuards?: true;
  /**
   * Before an instruction. Returning "stop" makes the core come back with nothing done.
   * @param seat for the observer to keep in it what it knows of the instruction; another one when the code has changed
   */
  before?(pc: number, decoded: Decoded, seat: ObserverSeat): "stop" | undefined;
  /** Before an access of the instruction, for every access. Returning "stop" makes the core come back with nothing done. */
  access?(address: number, sizeBytes: number, access: "read" | "write"): "stop" | undefined;
  /** After an instruction retired. */
  after?(pc: number, decoded: Decoded): void;
  /** How a translator may run code that the observer need not see instruction by instruction. */
  readonly inline?: InlineWatch;
}

/** A call that has not returned yet, as the machine itself recorded it. */
export interface CallRecord {
  /** Address of the call instruction. */
  readonly callSite: number;
  /** What it pushed. */
  readonly returnAddress: number;
  /** First instruction of the callee. */
  readonly target: number;
  /** rsp where the return address lies (after the push). */
  readonly stackPointer: number;
  /** Retired count before the call. */
  readonly time: number;
}

/** The calls that have not returned, outermost first. */
export interface CallStack {
  readonly length: number;
  /** A copy of the record; a negative index counts from the innermost. */
  at(index: number): CallRecord | undefined;
  called(record: CallRecord): void;
  /** `stackPointer` is rsp behind the ret. */
  returned(stackPointer: number): void;
  /** A copy of all records, and back. */
  save(): Uint8Array;
  restore(saved: Uint8Array): void;
}

export interface Core {
  readonly state: CpuState;
  readonly memory: Memory;
  readonly bits: 32 | 64;
  /** Addresses to stop at: breakpoints, libc stubs. Changing it is noticed at the next `run`. */
  stopAt: ReadonlySet<number>;
  observer: Observer | undefined;
  /** Outermost call first; kept by the core at call and ret (by comparing rsp, so longjmp and stack switches unwind it). */
  readonly calls: CallStack;
  /**
   * Runs at most `budget` (≥ 1) instructions. A string instruction that repeats for very long makes the core come back with
   * "budget" and the instruction unfinished: registers say how far it got, rip stays on it, it has not retired.
   * The address in `stopAt` that rip stands on at entry does not stop it.
   * @param iterations how many repetitions count as very long; left out, the core chooses.
   */
  run(budget: number, iterations?: number): CoreStop;
  /** The instruction at `address`; undefined when the bytes are not fetchable or not an instruction. */
  decodeAt(address: number): Decoded | undefined;
  /** Blocks translated to WebAssembly so far (0 for the step engine). */
  readonly translatedBlocks: number;
}
