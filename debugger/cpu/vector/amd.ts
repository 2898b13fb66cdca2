// 3DNow!: two singles in an MMX register (AMD64 Architecture Programmer's Manual, volume 5, chapter 1). It has one rounding, to
// nearest, no exceptions and no status: denormals count as zero, what is too small becomes zero, what is too large the
// largest number. The approximations are as exact as a single can be, so the steps that refine them hand them on.

import { commit, lanewise, type VectorFunction, type VectorUnit } from "./unit.ts";

const SMALLEST = 2 ** -126;
const LARGEST = 3.4028234663852886e38;

/** Numbers too small are zeros of their sign. */
const flushed = (value: number): number => (Math.abs(value) < SMALLEST ? value * 0 : value);

/** A result as a single: finite operands never give an infinity. */
const single = (value: number, ...operands: readonly number[]): number => {
  const rounded = flushed(Math.fround(value));
  return Number.isFinite(rounded) || !operands.every(Number.isFinite) ? rounded : Math.sign(rounded) * LARGEST;
};

type Binary = (a: number, b: number) => number;

/** The k-th single at a byte position. */
const at = (v: VectorUnit, position: number, k: number): number => flushed(v.f32[position / 4 + k]!);

/** Both results at once, since the destination may be an operand. */
function setBoth(v: VectorUnit, dest: number, results: readonly [number, number]): void {
  v.draft.f32.set(results);
  commit(v, dest, 8);
}

/** Single by single. */
const eachSingle =
  (f: Binary): VectorFunction =>
  (v, dest, a, b) => {
    const result = (k: number): number => single(f(at(v, a, k), at(v, b, k)), at(v, a, k), at(v, b, k));
    setBoth(v, dest, [result(0), result(1)]);
  };

/** One result from the pair in a, one from the pair in b. */
const eachPair =
  (first: Binary, second: Binary): VectorFunction =>
  (v, dest, a, b) => {
    const result = (f: Binary, from: number): number => {
      const [low, high] = [at(v, from, 0), at(v, from, 1)];
      return single(f(low, high), low, high);
    };
    setBoth(v, dest, [result(first, a), result(second, b)]);
  };

const comparison =
  (holds: (a: number, b: number) => boolean): VectorFunction =>
  (v, dest, a, b) => {
    const masks = [0, 1].map((k) => (holds(at(v, a, k), at(v, b, k)) ? -1 : 0));
    v.i32.set(masks, dest / 4);
  };

/** Cuts fractions off; what does not fit becomes the nearest integer that does. */
const toIntegers =
  (sizeBits: 16 | 32): VectorFunction =>
  (v, dest, _a, b) => {
    const limit = 2 ** (sizeBits - 1);
    const integers = [0, 1].map((k) => Math.min(limit - 1, Math.max(-limit, Math.trunc(at(v, b, k)))));
    v.i32.set(integers, dest / 4);
  };

/** A single towards zero. */
const towardsZero = (value: number): number => {
  const nearest = Math.fround(value);
  if (Math.abs(nearest) <= Math.abs(value)) return nearest;
  // Integers of 25 to 32 bits keep their upper 24.
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) - 23);
  return Math.trunc(value / unit) * unit;
};

const fromIntegers =
  (lane: "i16" | "i32"): VectorFunction =>
  (v, dest, _a, b) => {
    const integer = (k: number): number => (lane === "i32" ? v.i32[b / 4 + k]! : v.i16[b / 2 + 2 * k]!);
    setBoth(v, dest, [towardsZero(integer(0)), towardsZero(integer(1))]);
  };

/** Approximations: of the low single for both results, or of each. */
const approximation =
  (f: (value: number) => number, of: "low" | "each"): VectorFunction =>
  (v, dest, _a, b) => {
    const result = (k: number): number => {
      const value = at(v, b, k);
      return single(f(value), value);
    };
    setBoth(v, dest, [result(0), result(of === "low" ? 0 : 1)]);
  };

const reciprocal = (value: number): number => 1 / value;
/** Of the magnitude, with the sign kept. */
const reciprocalRoot = (value: number): number =>
  (Object.is(value, -0) || value < 0 ? -1 : 1) / Math.sqrt(Math.abs(value));

/** Greater or lesser of two; a zero result has no sign. */
const choose =
  (takesFirst: (a: number, b: number) => boolean): Binary =>
  (a, b) =>
    (takesFirst(a, b) ? a : b) + 0;

const add: Binary = (a, b) => a + b;
const subtract: Binary = (a, b) => a - b;
const handOn: VectorFunction = (v, dest, _a, b) => v.u8.copyWithin(dest, b, b + 8);

const swapHalves: VectorFunction = (v, dest, _a, b) => v.u32.set([v.u32[b / 4 + 1]!, v.u32[b / 4]!], dest / 4);

export const amdVectors = () =>
  ({
    pfadd: eachSingle(add),
    pfsub: eachSingle(subtract),
    pfsubr: eachSingle((a, b) => b - a),
    pfmul: eachSingle((a, b) => a * b),
    pfmin: eachSingle(choose((a, b) => a < b)),
    pfmax: eachSingle(choose((a, b) => a > b)),
    pfcmpeq: comparison((a, b) => a === b),
    pfcmpge: comparison((a, b) => a >= b),
    pfcmpgt: comparison((a, b) => a > b),
    pfacc: eachPair(add, add),
    pfnacc: eachPair(subtract, subtract),
    pfpnacc: eachPair(subtract, add),
    pf2id: toIntegers(32),
    pf2iw: toIntegers(16),
    pi2fd: fromIntegers("i32"),
    pi2fw: fromIntegers("i16"),
    pfrcp: approximation(reciprocal, "low"),
    pfrcpv: approximation(reciprocal, "each"),
    pfrsqrt: approximation(reciprocalRoot, "low"),
    pfrsqrtv: approximation(reciprocalRoot, "each"),
    pfrcpit1: handOn,
    pfrcpit2: handOn,
    pfrsqit1: handOn,
    pswapd: swapHalves,
    pmulhrwa: lanewise("i16", (a, b) => (a * b + 0x8000) >> 16),
  }) satisfies Record<string, VectorFunction>;
