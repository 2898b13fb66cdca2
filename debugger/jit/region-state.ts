// The region under construction: what it is made from, where its parts stand, which WebAssembly constructs are open, and the
// one way out of it.

import type { InstructionIr } from "../cpu/ir.ts";
import type { CheckPlan, Cluster } from "./check-plan.ts";
import type { ControlTree } from "./control-tree.ts";
import type { Emitter, Local } from "./emitter.ts";
import { type BlockFlags, DYNAMIC } from "./flag-flow.ts";
import type { Marks } from "./float-batch.ts";
import type { Frame } from "./frame-flow.ts";
import type { Known } from "./known-pointers.ts";
import type { Producer } from "./lazy-flags.ts";
import { type Exit, type RegionOptions, SLOW_BIT } from "./region-code.ts";
import type { Locals } from "./region-flags.ts";
import type { RegionGraph } from "./region-graph.ts";
import type { Settled } from "./settled-floats.ts";
import type { StackExtent } from "./stack-extent.ts";
import type { VectorState } from "./vector-state.ts";
import { type ImportedFunction, OP, VOID_TYPE } from "./wasm-writer.ts";
import { type Masks, NO_MASKS, type Watched } from "./watched.ts";
import { noteDepth, type X87Known, type X87Stack } from "./x87-stack.ts";

/** Parameters: how many instructions may retire, and the entry. */
export const LEFT: Local = 0;
export const ENTRY: Local = 1;

export interface Region {
  readonly e: Emitter;
  readonly options: RegionOptions;
  readonly graph: RegionGraph;
  readonly tree: ControlTree;
  readonly flags: readonly BlockFlags[];
  /** What the dispatch's targets want, all together. */
  readonly dispatchFlags: BlockFlags;
  /** Most instructions from a block to the next check of the budget. */
  readonly bounds: readonly number[];
  readonly usesFlags: boolean;
  readonly keepsCalls: boolean;
  readonly registers: ReadonlyMap<number, Local>;
  readonly dirty: ReadonlySet<number>;
  readonly vectors: VectorState;
  /** The x87 stack, where the region uses it, and what is known of it now. */
  readonly x87: X87Stack | undefined;
  x87Known: X87Known;
  /** Functions of the x87 module that are called. */
  readonly imports: readonly ImportedFunction[];
  readonly exits: Exit[];
  readonly l: Locals;
  /** Locals beyond these live for one instruction. */
  permanent: number;
  /** Open WebAssembly constructs, and how many were open inside of each label. */
  depth: number;
  exitLevel: number;
  readonly loopLevels: number[];
  readonly mergeLevels: number[];
  dispatchLevel: number;
  /** Some jumps look up where they lead; where that stands. */
  readonly looksUp: boolean;
  lookupLevel: number;
  /** Accesses of the present block that have a check together, and the results of those checks: i32 locals. */
  plan: CheckPlan;
  readonly needsCare: readonly Local[];
  /** Under an observer: not 0 when their page has shadow, of those that ask for it. */
  readonly unclean: readonly Local[];
  readonly cleanClusters: WeakSet<Cluster>;
  producer: Producer;
  /** Code of the producer, or DYNAMIC. */
  code: number;
  /** Where the checks of the instruction under way leave to, as long as the flags' code is this one. */
  leaving: { readonly level: number; readonly code: number; isUsed: boolean };
  readonly watched: Watched | undefined;
  /** Registers that may have been left changed: where blocks begin, where the present block began, and now. */
  readonly mayBeChanged: readonly number[];
  changedBefore: number;
  changedNow: number;
  /** Registers that are noted as used (or written) and written where blocks begin, whatever the way there. */
  readonly notedAt: readonly Masks[];
  /** What registers point to: where blocks begin, and now. */
  readonly knownAt: readonly Known[];
  known: Known;
  /** The innermost call's frame: where blocks begin, and in front of each instruction of the present block and behind the last. */
  readonly frameAt: readonly Frame[];
  frames: readonly Frame[];
  /** By block that takes its frame for known: the one in front that asks; and the other way round. */
  readonly guards: ReadonlyMap<number, number>;
  readonly guarded: ReadonlyMap<number, number>;
  /** Registers that are noted as written where the present block begins, in what lasts until the region is left. */
  everNoted: number;
  /** The present block ends with the return of a call that the region has made. */
  returnsInside: boolean;
  /** Who comes to such a block has prepared to leave: i32. */
  readonly arrived: Local;
  /** Lanes of vector registers without denormals and NaNs: where blocks begin, and now. */
  readonly settledAt: readonly Settled[];
  settled: number[];
  /** A line of floating point under way: the construct that doing it with care follows, the marks so far, the clusters checked in it. */
  line: { readonly level: number; readonly marks: Marks; readonly checked: Set<Cluster> } | undefined;
  /** Where lines keep what locals were before them. */
  readonly saved: Map<Local, Local>;
  /** The block under way. */
  instructions: readonly InstructionIr[];
  /** What its instructions ask of the stack under an observer. */
  extents: readonly (StackExtent | undefined)[];
  /** What its first instructions used and wrote, by their number. */
  masks: readonly Masks[];
}

export function open(region: Region, opcode: number): void {
  region.e.op(opcode, VOID_TYPE);
  region.depth++;
}

export function close(region: Region): void {
  region.e.op(OP.end);
  region.depth--;
}

/** Leaves. The state is what the locals say, the instructions up to here are counted. @param retired how many of the block have */
export function leave(region: Region, exit: Omit<Exit, "last" | "masks">, retired = region.instructions.length): void {
  prepareToLeave(region, exit, retired);
  region.e.branch(region.depth - region.exitLevel);
}

/** What somebody has prepared, with the state that the locals say now. */
export function leavePrepared({ e, l, code, usesFlags, x87, x87Known, depth, exitLevel }: Region): void {
  if (usesFlags && code !== DYNAMIC) {
    e.i32(code);
    e.set(l.code);
  }
  if (x87 !== undefined) noteDepth(e, x87, x87Known);
  e.branch(depth - exitLevel);
}

/** The same without going out. */
export function prepareToLeave(
  region: Region,
  exit: Omit<Exit, "last" | "masks">,
  retired = region.instructions.length,
): void {
  const { e, l, code } = region;
  if (region.usesFlags && code !== DYNAMIC) {
    e.i32(code);
    e.set(l.code);
  }
  if (region.x87 !== undefined) noteDepth(e, region.x87, region.x87Known);
  e.i32(2 * region.exits.length + (exit.kind === "slow" || exit.kind === "system" ? SLOW_BIT : 0));
  e.set(l.exit);
  if (exit.kind === "next" || exit.kind === "system") {
    e.i64(BigInt(exit.address));
    e.set(l.rip);
  }
  const masks = exit.uncounted === 0 ? NO_MASKS : region.masks[exit.uncounted]!;
  region.exits.push({ ...exit, last: Number(region.instructions[retired - 1]?.address ?? 0n), masks });
}
