// How far the instructions of a block move rsp, as far as that is a constant: the first of them asks for all, whether rsp
// stays where the stack can be used without anybody's help. Takes a block's instructions and their rules, gives for each
// instruction what it has to ask.

import type { InlineRule, StackRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";

/** Distances from rsp before the instruction, in bytes. */
export interface StackExtent {
  /** The lowest and the highest place of rsp, itself included. */
  readonly lowest: number;
  readonly highest: number;
  /** The highest before a return: nothing rises above the innermost return address. */
  readonly highestInFrame: number;
}

/** Undefined: where the instruction leads is not a constant. */
function distanceOf(rule: StackRule, wordBytes: number): number | undefined {
  switch (rule.kind) {
    case "push":
    case "call":
      return -wordBytes;
    case "pop":
      return wordBytes;
    case "ret":
      return wordBytes + rule.extraBytes;
    case "move":
      return rule.delta;
    default:
      return undefined;
  }
}

/** For each instruction what it asks; undefined = nothing, or what it alone knows. */
export function stackExtents(
  instructions: readonly InstructionIr[],
  rules: ReadonlyMap<InstructionIr, InlineRule>,
  wordBytes: number,
): readonly (StackExtent | undefined)[] {
  const extents = new Array<StackExtent | undefined>(instructions.length).fill(undefined);
  let first = -1;
  let [at, lowest, highest, highestInFrame] = [0, 0, 0, 0];
  const end = (): void => {
    if (first >= 0) extents[first] = { lowest, highest, highestInFrame };
    first = -1;
    [at, lowest, highest, highestInFrame] = [0, 0, 0, 0];
  };
  instructions.forEach((ir, k) => {
    const rule = rules.get(ir)?.stack;
    if (rule === undefined) return;
    const distance = distanceOf(rule, wordBytes);
    if (distance === undefined) {
      end();
      return;
    }
    if (first < 0) first = k;
    at += distance;
    lowest = Math.min(lowest, at);
    highest = Math.max(highest, at);
    if (rule.kind !== "ret") highestInFrame = Math.max(highestInFrame, at);
  });
  end();
  return extents;
}
