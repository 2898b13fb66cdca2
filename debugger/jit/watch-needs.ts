// What code under an observer touches from each of its entries on: registers whose values it may use before it sets them,
// flags, vector registers, and the registers whose objects it keeps. A graph of blocks in, a need for each block out.

import type { EntryNeeds, InlineRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { touchesFlags } from "./flag-flow.ts";
import type { Known } from "./known-pointers.ts";
import type { Block } from "./region-graph.ts";

interface Flow {
  /** Used before they are set; set. */
  readonly uses: number;
  readonly sets: number;
  /** Whose values count before they are written, and what is written, be it in part. */
  readonly relies: number;
  readonly writes: number;
}

/** A register that is set in part keeps the rest of its old value. */
function flowOf(instructions: readonly InstructionIr[], rules: ReadonlyMap<InstructionIr, InlineRule>): Flow {
  let [uses, sets] = [0, 0];
  let [relies, written] = [0, 0];
  for (const ir of instructions) {
    const rule = rules.get(ir);
    relies |= (rule?.relies ?? 0) & ~written;
    written |= rule?.written ?? 0;
    let reads = rule?.reads ?? 0;
    let writes = 0;
    for (const op of ir.ops) {
      if (op.op === "getRegister") reads |= 1 << op.register;
      if (op.op !== "setRegister") continue;
      // A repetition may happen not at all.
      if (ir.repeat === undefined && (op.part === "32" || op.part === "64")) writes |= 1 << op.register;
      else reads |= 1 << op.register;
    }
    uses |= reads & ~sets;
    sets |= writes;
  }
  return { uses, sets, relies, writes: written };
}

/** By block. @param reached the blocks that a computed way may lead to */
export function needsOf(
  blocks: readonly Block[],
  successors: readonly (readonly number[])[],
  reached: readonly number[],
  rules: ReadonlyMap<InstructionIr, InlineRule>,
  parts: { readonly vectors: number; readonly pointers: number; readonly known: readonly Known[] },
): EntryNeeds[] {
  const flows = blocks.map(({ instructions }) => flowOf(instructions, rules));
  const registers = reachedFrom(blocks, successors, reached, flows);
  const values = flows.map(({ relies, writes }) => ({ uses: relies, sets: writes }));
  const relied = reachedFrom(blocks, successors, reached, values);
  const usesFlags = blocks.some(({ instructions }) => touchesFlags(instructions));
  const { vectors, pointers, known } = parts;
  return registers.map((mask, block) => ({
    ...{ registers: mask, relied: relied[block]!, usesFlags, vectors, pointers },
    known: known[block]!,
  }));
}

/** What is used before it is set from each block on, wherever execution goes. */
function reachedFrom(
  blocks: readonly Block[],
  successors: readonly (readonly number[])[],
  reached: readonly number[],
  flows: readonly Pick<Flow, "uses" | "sets">[],
): number[] {
  const uses = flows.map((flow) => flow.uses);
  for (let changed = true; changed; ) {
    changed = false;
    const anywhere = reached.reduce((all, block) => all | uses[block]!, 0);
    for (let block = blocks.length - 1; block >= 0; block--) {
      const { ending } = blocks[block]!;
      const isComputed = ending.kind === "return" || ending.kind === "computed";
      let after = isComputed ? anywhere : 0;
      for (const next of successors[block]!) after |= uses[next]!;
      const all = uses[block]! | (after & ~flows[block]!.sets);
      if (all === uses[block]) continue;
      uses[block] = all;
      changed = true;
    }
  }
  return uses;
}
