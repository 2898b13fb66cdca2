// One machine: a program, its kernel, its libc, its checker and its time. Everything that shows or steers a run (command
// line, debug adapter, tests) talks to this interface and to nothing below it.

import type { AllocatorRow } from "../../server/facts/annotation.ts";
import type { Baseline } from "../../server/facts/baseline.ts";
import type { Image } from "../../server/obj/image.ts";
import type { Finding, HeapBlock, HeapTotals, Leak } from "../check/finding.ts";
import type { CallStack, Core, Fault } from "../cpu/core.ts";
import type { CpuState } from "../cpu/state.ts";
import type { TranslatorOptions } from "../jit/code-cache.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent, Mapping } from "../os/events.ts";
import type { Host } from "../os/host.ts";
import type { Beginning, Wait } from "../os/process-table.ts";
import type { Change } from "./pokes.ts";

export type CheckLevel = "off" | "bounds" | "full";

export interface MachineOptions {
  readonly image: Image;
  /** argv[1] and on. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly check: CheckLevel;
  /** The program's own allocator functions, beside those that its sources annotate. */
  readonly allocators?: readonly AllocatorRow[];
  /** Findings that are known and not told. */
  readonly baseline?: Baseline;
  /** Kinds of findings that are not told. */
  readonly ignoredKinds?: ReadonlySet<string>;
  readonly core: "auto" | "step" | "jit";
  /** How the translator works, for tests: 1 visit translates everything at once. */
  readonly translator?: TranslatorOptions;
  /** 0 = addresses as Linux without randomisation. */
  readonly seed: number;
  readonly host: Host;
  /** What the guest may map, in bytes; never more than the fold. */
  readonly maxMemoryBytes: number;
  /** Fold of the guest plane; default by platform. */
  readonly foldBytes?: number;
  /** "start": only the start is kept, for runs that nobody will step back in; going back then replays everything. */
  readonly checkpoints?: "adaptive" | "start";
  /** Called for each event, after the machine's own parts have seen it; not called during replay. */
  readonly onEvent?: (event: MachineEvent, pc: number, time: number) => void;
  /** A sentence of the memory checker about its own work, without a full stop. */
  readonly onNote?: (sentence: string) => void;
}

/** Why the machine stands still. rip is the next instruction to run. */
export type MachineStop =
  | { readonly kind: "budget" }
  | { readonly kind: "breakpoint" }
  /** `stopAtFinding` asked for it; the machine stands before the instruction, nothing has happened yet. */
  | {
      readonly kind: "finding";
      readonly finding: Finding;
      /** The first one of these leaks, which were found together. */
      readonly leaks?: { count: number; sizeBytes: number };
    }
  /** `stopAtEvent` asked for it; the machine stands before the instruction that makes the event happen. */
  | { readonly kind: "event"; readonly event: MachineEvent }
  /** A data breakpoint: the instruction at rip is about to access, or (when writing) `pc` has just changed the bytes. */
  | {
      readonly kind: "watch";
      readonly address: number;
      readonly sizeBytes: number;
      readonly access: "read" | "write";
      /** All data breakpoints that the access touches; address and size are the first one's. */
      readonly points: readonly Watchpoint[];
      readonly pc: number;
      /** The watched bytes before an instruction's write. */
      readonly before?: Uint8Array;
    }
  /** The guest wants input that is not there: call run again when the host has some. */
  | { readonly kind: "input" }
  | { readonly kind: "exit"; readonly code: number }
  /** Ended by a signal; `explanation` says why in plain words. */
  | {
      readonly kind: "signal";
      readonly signal: string;
      readonly number: number;
      readonly fault?: Fault;
      readonly explanation: string;
      readonly finding?: Finding;
    }
  /** Travelled back to the first instruction. */
  | { readonly kind: "start" }
  /** The program could not be loaded: nothing ever runs. */
  | { readonly kind: "refused"; readonly explanation: string };

/** Data breakpoint. */
export interface Watchpoint {
  readonly address: number;
  readonly sizeBytes: number;
  readonly access: "read" | "write" | "readWrite";
}

/** A process, or a thread of one, that has not ended. */
export interface TaskPlace {
  /** Its number for the kernel, and that of its process. */
  readonly id: number;
  readonly processId: number;
  /** The process that made its process; 1 when that has ended. */
  readonly parentId: number;
  readonly image: Image;
  /** The next instruction. */
  readonly pc: number;
  /** The machine's memory and registers are its. */
  readonly isCurrent: boolean;
  /** What it waits for, as in os/process-table.ts; undefined = it could run. */
  readonly waitsFor: Wait["for"] | undefined;
  /** Set for a thread with a stack of its own. */
  readonly begun: Beginning | undefined;
}

/** Turns that went from one process or thread to another. */
export interface Switching {
  /** So far; replays count too. */
  count: number;
  /** Called behind each one, in replays too; must change nothing. */
  listener: (() => void) | undefined;
}

export interface Machine {
  readonly image: Image;
  readonly core: Core;
  readonly state: CpuState;
  readonly memory: Memory;
  /** Retired instructions. */
  readonly time: number;
  /** Number of the process whose turn it is: its registers, memory and calls are what is seen here. */
  readonly processId: number;
  /** All processes and threads, in order of their numbers. */
  tasks(): readonly TaskPlace[];
  readonly switching: Switching;
  /** Set once the guest has ended; time travel clears it. */
  readonly ended: MachineStop | undefined;

  /** Addresses to stop before. */
  breakpoints: ReadonlySet<number>;
  /** Breakpoints that stop only when this is true; asked at each arrival, must change nothing. */
  conditions: ReadonlyMap<number, () => boolean>;
  watchpoints: readonly Watchpoint[];
  /** Kinds or severities to stop at before harm is done: asked for each new finding. */
  stopAtFinding: ((finding: Finding) => boolean) | undefined;
  /** Events to stop at before they happen (system calls, allocations): asked for each new event. */
  stopAtEvent: ((event: MachineEvent) => boolean) | undefined;
  /** Findings and events that it has stopped for and does not stop for again; going back in time forgets them. */
  passed: ReadonlySet<string>;

  /**
   * Runs at most `budget` instructions. A breakpoint at the first instruction does not stop it.
   * @param extent "part" comes back with "budget" sooner when what ran is slow: system calls, long string instructions,
   * instructions that are not translated. For whoever listens to somebody in between; left out, "whole".
   */
  run(budget: number, extent?: "whole" | "part"): MachineStop;
  /** How often a run had to ask the machine so far: system calls, libc's functions, timers. */
  readonly turns: number;
  /** Goes to the instant after exactly `time` instructions: back by snapshot and replay, or forward. */
  travel(time: number): MachineStop;
  /** Runs backwards to the last breakpoint or watchpoint hit before now, at most to the start. */
  reverse(): MachineStop;
  /**
   * A part of the way of `reverse`; "budget" when there is more to go back over.
   * @param isWanted asked for each hit on the way, first to last, standing where a run forwards would have stopped for it;
   * must change nothing. The machine goes to the last hit that is wanted; left out, all are.
   */
  reverseSome(isWanted?: (stop: MachineStop) => boolean): MachineStop;
  /** The latest time at which the machine has been. */
  readonly horizon: number;
  /** Changing state by hand: discards the history after now when there is one. @returns false when refused. */
  setRegister(name: string, value: bigint): boolean;
  /** @returns the number of bytes written. */
  writeMemory(address: number, bytes: Uint8Array): number;
  /** Changes by hand on the way to now, in order. */
  readonly changes: readonly Change[];

  readonly findings: readonly Finding[];
  /** In address order; freed ones while in quarantine. */
  heapBlocks(): readonly HeapBlock[];
  readonly heapTotals: HeapTotals;
  /** In address order. */
  mappings(): readonly Mapping[];
  /** Start of the brk area and its current end. */
  readonly programBreak: { readonly start: number; readonly end: number };
  readonly stack: { readonly low: number; readonly high: number; readonly initialPointer: number };
  readonly calls: CallStack;
  /** The libc function that is running, when rip stands in a stub. */
  readonly libcFunction: string | undefined;
  /** Bytes printed through libc that the kernel has not got yet: lost when the program ends without exit or fflush. */
  readonly unflushedBytes: number;
  /** What would happen at the next free of each live block: leaks so far (console command `leaks`). */
  findLeaks(): readonly Leak[];
  /** The same of what mmap and brk have given. */
  findLostMappings(): readonly Mapping[];
  /** Nothing leads to the live block at the address any more: it is leaked. */
  isUnreachable(address: number): boolean;
}
