// Which registers a function has used and written for certain where a block begins: what is noted already need not be noted
// again, which in loops is almost everything. A region's blocks in, masks for each block out.

import type { InlineRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { type Block, successorsOf } from "./region-graph.ts";
import { isCrossing } from "./watch-code.ts";
import { type Masks, masksUpTo, NO_MASKS } from "./watched.ts";

type Rules = ReadonlyMap<InstructionIr, InlineRule>;

/** Behind a block: `used` is "used or written". A call or return begins a new function's notes, or goes back to other ones. */
function behind({ instructions }: Block, before: Masks, rules: Rules): Masks {
  const last = instructions.at(-1);
  if (last !== undefined && isCrossing(rules.get(last)?.stack)) return NO_MASKS;
  const { used, written } = masksUpTo(instructions.map((ir) => rules.get(ir))).at(-1)!;
  return { used: before.used | used | written, written: before.written | written };
}

/** @param reached blocks where execution may come in, or that computed ways may lead to */
export function notedMasks(blocks: readonly Block[], reached: readonly number[], rules: Rules): readonly Masks[] {
  const states = new Array<Masks | undefined>(blocks.length).fill(undefined);
  const work: number[] = [];
  const meet = (block: number, { used, written }: Masks): void => {
    const state = states[block];
    const met = state === undefined ? { used, written } : { used: state.used & used, written: state.written & written };
    if (state !== undefined && met.used === state.used && met.written === state.written) return;
    states[block] = met;
    work.push(block);
  };
  for (const entry of [0, ...reached]) meet(entry, NO_MASKS);
  while (work.length > 0) {
    const from = work.pop()!;
    const out = behind(blocks[from]!, states[from]!, rules);
    for (const next of successorsOf(blocks[from]!.ending)) meet(next, out);
  }
  return states.map((state) => state ?? NO_MASKS);
}

/** What is left of a block's masks to note where `noted` is there already. */
export const unnoted = ({ used, written }: Masks, noted: Masks): Masks => ({
  used: used & ~noted.used,
  written: written & ~noted.written,
});
