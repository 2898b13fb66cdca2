// Operations on 16 bytes of integers that WebAssembly has no instruction for, but a short sequence of them. Each takes locals
// and leaves its result on the stack.

import type { Emitter, Local } from "./emitter.ts";
import { BINARY, SHIFT, SIMD } from "./simd.ts";

type Sequence = (e: Emitter, a: Local, b: Local) => void;

/** Bytes of lanes from a and b in a row, by number. */
export const lanes = (laneBytes: number, pick: (k: number) => number): number[] =>
  Array.from({ length: 16 }, (_, k) => pick(Math.floor(k / laneBytes)) * laneBytes + (k % laneBytes));

const binary = (e: Emitter, name: string): void => e.simd(BINARY[name]!);

function shifted(e: Emitter, name: string, count: number): void {
  e.i32(count);
  e.simd(SHIFT[name]![0]);
}

/** Of the source alone. */
const unary =
  (opcode: number): Sequence =>
  (e, _a, b) => {
    e.get(b);
    e.simd(opcode);
  };

/** Products of the even doublewords, as quadwords. */
const wideProduct =
  (opcode: number): Sequence =>
  (e, a, b) => {
    for (const local of [a, b]) {
      e.get(local);
      e.get(local);
      e.shuffle(lanes(4, (k) => (k < 2 ? 2 * k : k)));
    }
    e.simd(opcode);
  };

/** The upper halves of products of words. */
const upperProduct =
  (low: number, high: number): Sequence =>
  (e, a, b) => {
    for (const opcode of [low, high]) {
      e.get(a);
      e.get(b);
      e.simd(opcode);
    }
    e.shuffle(lanes(2, (k) => 2 * k + 1));
  };

/** Neighbours in a, then in b. */
const horizontal =
  (laneBytes: 2 | 4, name: string): Sequence =>
  (e, a, b) => {
    for (const odd of [0, 1]) {
      e.get(a);
      e.get(b);
      e.shuffle(lanes(laneBytes, (k) => 2 * k + odd));
    }
    binary(e, name);
  };

/** Unsigned bytes of a by signed ones of b, neighbours added: each product fits in a word. */
const pmaddubsw: Sequence = (e, a, b) => {
  for (const isOdd of [false, true]) {
    e.get(a);
    if (!isOdd) shifted(e, "psllw", 8);
    shifted(e, "psrlw", 8);
    e.get(b);
    if (!isOdd) shifted(e, "psllw", 8);
    shifted(e, "psraw", 8);
    binary(e, "pmullw");
  }
  binary(e, "paddsw");
};

/** Differences without sign, added by eights. */
const psadbw: Sequence = (e, a, b) => {
  const sums = e.vector();
  for (const [from, less] of [
    [a, b],
    [b, a],
  ] as const) {
    e.get(from);
    e.get(less);
    binary(e, "psubusb");
  }
  e.simd(SIMD.or);
  e.simd(SIMD.i16x8PairwiseU);
  e.simd(SIMD.i32x4PairwiseU);
  e.set(sums);
  e.get(sums);
  shifted(e, "psrlq", 32);
  e.get(sums);
  binary(e, "paddd");
  shifted(e, "psllq", 32);
  shifted(e, "psrlq", 32);
};

/** By the name of the machine's operation. */
export const SEQUENCE: Readonly<Record<string, Sequence>> = {
  ...{ pabsb: unary(SIMD.i8x16Abs), pabsw: unary(SIMD.i16x8Abs), pabsd: unary(SIMD.i32x4Abs) },
  ...{ pmuludq: wideProduct(SIMD.i64x2ProductLowU), pmuldq: wideProduct(SIMD.i64x2ProductLowS) },
  pmulhw: upperProduct(SIMD.i32x4ProductLowS, SIMD.i32x4ProductHighS),
  pmulhuw: upperProduct(SIMD.i32x4ProductLowU, SIMD.i32x4ProductHighU),
  ...{ phaddw: horizontal(2, "paddw"), phaddd: horizontal(4, "paddd"), phaddsw: horizontal(2, "paddsw") },
  ...{ phsubw: horizontal(2, "psubw"), phsubd: horizontal(4, "psubd"), phsubsw: horizontal(2, "psubsw") },
  ...{ pmaddubsw, psadbw },
};

/** Lanes twice as wide, of the lower half and of the upper one, by what is between `pmov` and the letters of the lanes. */
const DOUBLED = {
  sx: { bw: [135, 136], wd: [167, 168], dq: [199, 200] },
  zx: { bw: [137, 138], wd: [169, 170], dq: [201, 202] },
} as const;
const STEPS: Readonly<Record<string, readonly ("bw" | "wd" | "dq")[]>> = {
  ...{ bw: ["bw"], wd: ["wd"], dq: ["dq"], bd: ["bw", "wd"], wq: ["wd", "dq"], bq: ["bw", "wd", "dq"] },
};

/** Leaves the first or the second sixteen bytes of PMOVSX and PMOVZX on the stack; undefined for other operations. */
export function widening(name: string): ((e: Emitter, from: Local, half: 0 | 1) => void) | undefined {
  const [, extension, change] = /^pmov([sz]x)(..)$/.exec(name) ?? [];
  if (extension === undefined) return undefined;
  const steps = STEPS[change!]!;
  return (e, from, half) => {
    e.get(from);
    steps.forEach((step, k) => {
      e.simd(DOUBLED[extension as "sx"][step][k === steps.length - 1 ? half : 0]);
    });
  };
}
