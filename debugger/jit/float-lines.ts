// Floating point whose checks are made together. Of a straight line of instructions that only read memory, all values that
// must be ordinary numbers leave their marks (float-batch.ts), which are looked at once at the end. When one was not
// ordinary, or anything else in the line needs help, the registers become what they were before the line, and it is done
// over again with each operation's own checks. Takes a block's instructions, gives such lines.

import type { InstructionIr, Op } from "../cpu/ir.ts";
import { isExactOperation, isMxcsr } from "./float-exact.ts";
import { hasOrdinaryWay } from "./float-operation.ts";
import { isKnownOperation } from "./operation.ts";
import { isVectorRegionOperation } from "./vector-state.ts";

/** Fewer operations are as fast with a check for each. */
const LEAST_OPERATIONS = 2;

/** True for operations that change nothing but registers and flags. */
function isPure(op: Op): boolean {
  if (op.op === "store" || op.op === "storeBytes" || op.op === "checkWrite" || op.op === "trapIf") return false;
  if (op.op === "branch" || op.op === "jump" || op.op === "divide") return false;
  if (op.op === "load") return op.intent === "read";
  if (isMxcsr(op) || (isExactOperation(op) && !hasOrdinaryWay(op))) return false;
  return isKnownOperation(op) || isVectorRegionOperation(op) || op.op === "setEflags";
}

/** Operations that would have checks of their own. */
const floatsIn = ({ ops }: InstructionIr): number => ops.filter(hasOrdinaryWay).length;

/** From the first instruction of a line to behind its last. */
export type Line = readonly [from: number, to: number];

/** The lines of a block, with floating point at both ends. */
export function floatLines(instructions: readonly InstructionIr[]): readonly Line[] {
  const lines: Line[] = [];
  let [from, to, operations] = [-1, -1, 0];
  const end = (): void => {
    if (operations >= LEAST_OPERATIONS) lines.push([from, to]);
    [from, to, operations] = [-1, -1, 0];
  };
  instructions.forEach((ir, k) => {
    if (ir.repeat !== undefined || !ir.ops.every(isPure)) {
      end();
      return;
    }
    const floats = floatsIn(ir);
    if (floats === 0) return;
    if (from < 0) from = k;
    to = k + 1;
    operations += floats;
  });
  end();
  return lines;
}
