// What translating a region takes and gives, apart from the graph: options, the module's bytes, where it may be entered and
// where it is left.

import type { EntryNeeds, InlineRule, InlineWatch } from "../cpu/inline-watch.ts";
import type { InstructionIr, OpOf } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import type { ControlTree } from "./control-tree.ts";
import type { EntryKnowledge } from "./known-pointers.ts";
import type { MemoryType } from "./memory-type.ts";
import type { Block } from "./region-graph.ts";
import type { Masks } from "./watched.ts";

/** Offset in the state struct where the function leaves how many instructions of its budget are left (i32). */
export const LEFT_SCRATCH = STATE.exitKind;

/**
 * Offset in the state struct of the work that string instructions may still do (i32): an element is 1, a run of elements at
 * once RUN_WORK. The budget counts instructions, and one that moves megabytes is one.
 */
export const WORK_SCRATCH = STATE.work;
export const RUN_WORK = 160;

/** Exit numbers are doubled; this bit says that the step engine or the kernel is next. */
export const SLOW_BIT = 1;

/** Where and why the function was left. */
export interface Exit {
  /** "slow": the instruction there needs the step engine. "computed": by a jump. "system": the kernel is asked. */
  readonly kind: "next" | "slow" | "computed" | "system";
  readonly by?: OpOf<"systemCall">["by"];
  /** Where to go on, or for "computed" the address of the jump. */
  readonly address: number;
  /** Instructions that have retired in the block and are not counted yet. */
  readonly uncounted: number;
  /** Under an observer: the last instruction that retired, 0 where nobody knows, and what the uncounted ones used and wrote. */
  readonly last: number;
  readonly masks: Masks;
  /** Under an observer: the innermost call's frame was not as the code behind takes it to be. */
  readonly isOtherFrame?: boolean;
}

export interface RegionCode {
  /** Exports "run": (budget, entry) → index into `exits`, doubled, and SLOW_BIT for "slow" and "system"; rip is written but for "slow". */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The module imports functions of the x87 module; the table of float-module.ts. */
  readonly usesX87: boolean;
  readonly usesFloats: boolean;
  readonly exits: readonly Exit[];
  /** Addresses where it may be entered, with the budget that takes at least; the index is the entry. */
  readonly entries: readonly Entry[];
  /** General registers whose objects may have changed. */
  readonly pointers: number;
}

export interface Entry {
  readonly address: number;
  readonly budget: number;
  /** What it touches, under an observer. */
  readonly needs: EntryNeeds | undefined;
  /** Only the region itself comes in here. */
  readonly isInside: boolean;
}

export interface RegionOptions {
  readonly bits: 32 | 64;
  readonly layout: Layout;
  readonly memory: MemoryType;
  /** The region's own number in the table of addresses: see chain.ts. */
  readonly serial: number;
  /** Floating point that is not ordinary stays in the region. */
  readonly exactFloats: boolean;
  /** Whoever watches, and the rule for each instruction. */
  readonly watching?:
    | {
        readonly watch: InlineWatch;
        readonly rules: ReadonlyMap<InstructionIr, InlineRule>;
        /** What registers point to where the region is entered. */
        readonly entry: EntryKnowledge;
        /** Frames of calls are followed through the region. */
        readonly followsFrames: boolean;
      }
    | undefined;
}

/** Longest way from each block along forward edges: back edges and the dispatch check the budget anew. */
export function pathBounds(
  blocks: readonly Block[],
  successors: readonly (readonly number[])[],
  tree: ControlTree,
): number[] {
  const bounds = new Array<number>(blocks.length).fill(0);
  const sequence = blocks.map((_, k) => k).sort((a, b) => tree.order[b]! - tree.order[a]!);
  for (const block of sequence) {
    let longest = 0;
    for (const next of successors[block]!) {
      const edge = tree.edge(block, next);
      if (edge === "inline" || edge === "forward") longest = Math.max(longest, bounds[next]!);
    }
    bounds[block] = blocks[block]!.instructions.length + longest;
  }
  return bounds;
}
