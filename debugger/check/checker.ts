// What the machine asks of a memory checker. The checker watches every instruction through `observer`, hears what kernel
// and libc do through `onEvent`, and tells what it found through `report`. The machine alone decides whether to stop, and
// it alone knows time travel: a checker only has to be a function of what it was shown, plus `save` and `restore`.
//
// Stopping before harm is done, the rule:
// - In `observer.before` and `observer.access` the instruction has not acted yet. When `report` answers "stop", return
//   "stop" from there: the core comes back with nothing done and the machine stands before the instruction.
// - In `observer.after` and `onEvent` it is too late for that. `report`'s answer can be ignored: the machine lets the
//   instruction end and then travels back to the instant before it.
// - In both cases the instruction is executed again when the person goes on, so the same thing is reported again. The same
//   kind at the same pc, address and *time* is the same occurrence: it is neither counted nor passed to `report` again.

import type { AllocatorRow } from "../../server/facts/annotation.ts";
import type { Baseline } from "../../server/facts/baseline.ts";
import type { Image } from "../../server/obj/image.ts";
import type { Core, Fault, Observer } from "../cpu/core.ts";
import type { CpuState } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent, Mapping } from "../os/events.ts";
import type { Finding, HeapBlock, HeapTotals, Leak } from "./finding.ts";
import type { Recorder } from "./recorder.ts";

export interface CheckerOptions {
  readonly image: Image;
  readonly memory: Memory;
  readonly state: CpuState;
  /** For `calls` and `decodeAt`. */
  readonly core: Core;
  /** "off": no observer and no findings but those of `explainFault`; heap blocks and leaks are still kept for the views. */
  readonly level: "off" | "bounds" | "full";
  /** Mappings as the kernel knows them now, in address order. */
  readonly mappings: () => readonly Mapping[];
  /** The general registers of the threads in this memory that have no turn. */
  readonly waitingThreads: () => readonly (readonly number[])[];
  /** Where findings go: one for all programs of a machine. */
  readonly recorder?: Recorder;
  readonly stack: { readonly low: number; readonly high: number; readonly initialPointer: number };
  /** Start of the brk area and its current end. */
  readonly programBreak: () => { readonly start: number; readonly end: number };
  /** Allocator functions told on the command line; annotations in the source are found without. */
  readonly allocators?: readonly AllocatorRow[];
  /** Findings that are known and not told. */
  readonly baseline?: Baseline;
  /** Kinds that nobody wants to hear of. */
  readonly ignoredKinds?: ReadonlySet<string>;
  /** A new finding, or one more of a known one (`count` > 1). The finding is in `findings` already. */
  readonly report: (finding: Finding) => "stop" | "continue";
  /** A sentence about the checker's own work, without a full stop; once, however often a debugger goes back. */
  readonly note?: (sentence: string) => void;
}

/** Why the guest ends, for `finish`. */
export type Ending = "exit" | "signal";

export interface Checker {
  /** What the core calls; undefined when the level wants no per-instruction work. */
  readonly observer: Observer | undefined;
  /** In the order of their first occurrence. */
  readonly findings: readonly Finding[];
  /**
   * Each event of kernel and libc, in order, replayed ones included. `pc` is the program's instruction that caused it (the
   * `syscall`; the call of a libc function, not its stub; 0 for the loader), `time` the retired count before that
   * instruction: both go into findings as they are.
   */
  onEvent(event: MachineEvent, pc: number, time: number): void;
  /**
   * A fault that is about to end the guest, in words. Works at every level; the finding is added to `findings` (and
   * reported). State and memory are as before the instruction.
   */
  explainFault(fault: Fault, pc: number): Finding;
  /** A fault that a handler of the program is about to take: a note, since it may be meant. */
  handledFault(fault: Fault, pc: number): void;
  /** The guest has ended: searches for leaks (only after "exit") and adds them to `findings`. */
  finish(ending: Ending, pc: number, time: number): void;
  /** The leaks if the guest ended now; nothing is recorded. */
  findLeaks(): readonly Leak[];
  /** What mmap and brk have given and nothing points to now; nothing is recorded. */
  findLostMappings(): readonly Mapping[];
  /** Nothing leads to the live block at the address. */
  isUnreachable(address: number): boolean;
  /** In address order; freed ones while in quarantine. */
  heapBlocks(): readonly HeapBlock[];
  /** Counts since the start. */
  readonly heapTotals: HeapTotals;
  /** The person changed a register or memory by hand: what was written counts as defined and is owned by nobody. */
  onPoke(what: { readonly register: string } | { readonly address: number; readonly sizeBytes: number }): void;
  /** Everything the checker knows, apart from what lies in the memory's own shadow planes; and back. */
  save(): unknown;
  /**
   * With `memory` another process or thread gets its turn: what was found in all of them is kept. "same": a thread in the same
   * memory, whose owners are those of now; else what was saved when that memory was left.
   */
  restore(saved: unknown, memory?: unknown): void;
  /** As `save`, for a turn in the same memory: cheaper, since its owners are not copied. */
  saveThread(): unknown;
}
