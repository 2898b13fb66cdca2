// Steps that raise exceptions, divide, call routines, and decide where to go on.

import { signExtend, truncate } from "../../server/base/int64.ts";
import { type Compilation, CpuException, type Step, slotOf, typeOfValue } from "./evaluator.ts";
import type { OpOf, Value } from "./ir.ts";
import { isX87Routine, routineOf } from "./routines.ts";
import { compileEveryday } from "./x87/everyday.ts";

const divideError = (): CpuException => new CpuException({ vector: "#DE", errorCode: 0 });

/** Division of up to 32 bits, in doubles: exact, since 64-bit dividends are split. */
function divideNarrow(op: OpOf<"divide">, c: Compilation): Step {
  const w = c.evaluator.words;
  const [q, r] = [slotOf(c, op.quotient), slotOf(c, op.remainder)];
  const [high, low, divisor] = [slotOf(c, op.high), slotOf(c, op.low), slotOf(c, op.divisor)];
  const bits = op.sizeBits;
  const limit = 2 ** bits;
  const shift = 32 - bits;
  if (op.signed === "unsigned") {
    return () => {
      const by = (w[divisor]! << shift) >>> shift;
      const upper = (w[high]! << shift) >>> shift;
      const lower = (w[low]! << shift) >>> shift;
      if (upper >= by) throw divideError();
      if (upper < 2 ** 21) {
        const dividend = upper * limit + lower;
        w[q] = Math.floor(dividend / by);
        w[r] = dividend % by;
      } else {
        const dividend = BigInt(upper) * BigInt(limit) + BigInt(lower);
        w[q] = Number(dividend / BigInt(by));
        w[r] = Number(dividend % BigInt(by));
      }
    };
  }
  return () => {
    const by = (w[divisor]! << shift) >> shift;
    const dividend = BigInt((w[high]! << shift) >> shift) * BigInt(limit) + BigInt((w[low]! << shift) >>> shift);
    if (by === 0) throw divideError();
    const quotient = dividend / BigInt(by);
    if (signExtend(quotient, bits) !== quotient) throw divideError();
    w[q] = Number(quotient);
    w[r] = Number(dividend % BigInt(by));
  };
}

export function compileDivide(op: OpOf<"divide">, c: Compilation): Step {
  if (op.sizeBits !== 64) return divideNarrow(op, c);
  const e = c.evaluator;
  const [q, r] = [slotOf(c, op.quotient), slotOf(c, op.remainder)];
  const [high, low, divisor] = [slotOf(c, op.high), slotOf(c, op.low), slotOf(c, op.divisor)];
  const signed = op.signed === "signed";
  return () => {
    const upper = signed ? signExtend(e.wide(high), 64) : e.wide(high);
    const by = signed ? signExtend(e.wide(divisor), 64) : e.wide(divisor);
    if (by === 0n) throw divideError();
    const dividend = (upper << 64n) | e.wide(low);
    const quotient = dividend / by;
    if ((signed ? signExtend(quotient, 64) : truncate(quotient, 64)) !== quotient) throw divideError();
    e.setWide(q, quotient);
    e.setWide(r, dividend % by);
  };
}

/** Helpers take and give unsigned bigints. */
export function compileHelper(op: OpOf<"helper">, c: Compilation): Step {
  const e = c.evaluator;
  const helper = routineOf(op.name);
  if (helper === undefined) throw new Error(`no helper ${op.name}`);
  const reader = (value: Value): (() => bigint) => {
    const slot = slotOf(c, value);
    return typeOfValue(c, value) === "i64" ? () => e.wide(slot) : () => BigInt(e.words[slot]! >>> 0);
  };
  const readers = op.arguments.map(reader);
  const results = op.results.map((value) => slotOf(c, value));
  const slow = () => {
    const values = helper.run(
      e,
      readers.map((read) => read()),
      op.constants,
    );
    results.forEach((slot, k) => {
      e.setWide(slot, values[k]!);
    });
  };
  return isX87Routine(op.name) ? compileEveryday(op, c, slow) : slow;
}

export function compileTrap(op: OpOf<"trap">): Step {
  const fault = {
    vector: op.vector,
    errorCode: op.errorCode,
    ...(op.detail === undefined ? {} : { detail: op.detail }),
  };
  return () => {
    throw new CpuException(fault, op.delivery);
  };
}

export function compileTrapIf(op: OpOf<"trapIf">, c: Compilation): Step {
  const w = c.evaluator.words;
  const condition = slotOf(c, op.condition);
  const fault = {
    vector: op.vector,
    errorCode: op.errorCode,
    ...(op.detail === undefined ? {} : { detail: op.detail }),
  };
  return () => {
    if (w[condition]! !== 0) throw new CpuException(fault, op.delivery);
  };
}

export function compileJump(op: OpOf<"jump">, c: Compilation): Step {
  const { words: w, rip } = c.evaluator;
  const a = slotOf(c, op.target);
  if (typeOfValue(c, op.target) === "i64") {
    return () => {
      w[rip] = w[a]!;
      w[rip + 1] = w[a + 1]!;
    };
  }
  return () => {
    w[rip] = w[a]!;
    w[rip + 1] = 0;
  };
}

/** Words of an address. */
const wordsOf = (address: bigint): readonly [number, number] => [
  Number(signExtend(address, 32)),
  Number(signExtend(address >> 32n, 32)),
];

/** `test` is the condition itself where it is made by the operation before and used nowhere else. */
export function compileBranch(op: OpOf<"branch">, c: Compilation, test: (() => number) | undefined): Step {
  const { words: w, rip } = c.evaluator;
  const condition = slotOf(c, op.condition);
  const taken = test ?? ((): number => w[condition]!);
  const [targetLow, targetHigh] = wordsOf(op.target);
  const [nextLow, nextHigh] = wordsOf(c.ir.next);
  return () => {
    if (taken() !== 0) {
      w[rip] = targetLow;
      w[rip + 1] = targetHigh;
    } else {
      w[rip] = nextLow;
      w[rip + 1] = nextHigh;
    }
  };
}
