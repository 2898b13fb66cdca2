// Registers that certainly point into no object, so that code under an observer need not carry numbers of objects for them:
// counters, sums of counters, what was just read as a byte. Takes a region's blocks and which registers may point somewhere
// where it is entered; an entry is then refused to execution for which that is not so.

import type { InlineRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import { type Block, successorsOf } from "./region-graph.ts";

type Rules = ReadonlyMap<InstructionIr, InlineRule>;

const ALL = 0xffff & ~(1 << GPR.rsp);

/** Bit n = register n points into nothing, from what it was before the instruction. */
export function pointerlessBehind(before: number, { pointer }: InlineRule): number {
  if (pointer === undefined) return before;
  const { kind, target, source, index, range } = pointer;
  let mask = before;
  for (const register of pointer.drops) mask |= 1 << register;
  const isNone = (register: number): boolean => (mask & (1 << register)) !== 0;
  const isOther = (): boolean => (source < 0 || source === GPR.rsp ? range === 0 : isNone(source));
  const set = (register: number, none: boolean): void => {
    mask = none ? mask | (1 << register) : mask & ~(1 << register);
  };
  switch (kind) {
    case "none":
    case "compare":
      return mask;
    case "copy":
      set(target, isOther());
      return mask;
    case "constant":
      set(target, range === 0);
      return mask;
    case "load":
    case "frame":
      set(target, false);
      return mask;
    case "exchange": {
      const [mine, other] = [isNone(target), isOther()];
      set(target, other);
      if (source >= 0 && source !== GPR.rsp) set(source, mine);
      return mask;
    }
    case "sum":
    case "chosen":
      set(target, isNone(target) && isOther());
      return mask;
    case "difference":
      set(target, isNone(target));
      return mask;
    case "lea": {
      const hasIndex = index >= 0 && index !== source && index !== GPR.rsp;
      set(target, source < 0 || source === GPR.rsp || (isNone(source) && (!hasIndex || isNone(index))));
      return mask;
    }
  }
}

function behind({ instructions }: Block, before: number, rules: Rules): number {
  let mask = before;
  for (const ir of instructions) {
    const rule = rules.get(ir);
    if (rule !== undefined) mask = pointerlessBehind(mask, rule);
  }
  return mask;
}

/**
 * For each block the registers that point into nothing where it begins, on every way there.
 * @param reached blocks where execution may come in, or that computed ways may lead to
 * @param pointing registers that may point somewhere when it comes in
 */
export function pointerlessAt(
  blocks: readonly Block[],
  reached: readonly number[],
  rules: Rules,
  pointing: number,
): readonly number[] {
  const masks = new Array<number>(blocks.length).fill(ALL);
  for (const block of reached) masks[block] = ALL & ~pointing;
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    blocks.forEach((block, from) => {
      const out = behind(block, masks[from]!, rules);
      const isComputed = block.ending.kind === "return" || block.ending.kind === "computed";
      for (const next of [...successorsOf(block.ending), ...(isComputed ? reached : [])]) {
        if ((masks[next]! & ~out) === 0) continue;
        masks[next] = masks[next]! & out;
        goesOn = true;
      }
    });
  }
  return masks;
}

/** Registers that point somewhere at some place of the region. */
export function pointingAnywhere(blocks: readonly Block[], masks: readonly number[], rules: Rules): number {
  let somewhere = 0;
  blocks.forEach(({ instructions }, block) => {
    let mask = masks[block]!;
    somewhere |= ALL & ~mask;
    for (const ir of instructions) {
      const rule = rules.get(ir);
      if (rule !== undefined) mask = pointerlessBehind(mask, rule);
      somewhere |= ALL & ~mask;
    }
  });
  return somewhere;
}
