// One check for many floating-point values: each leaves a mark in a vector, which is looked at once. Three vector
// instructions a value and no branch, where a check of its own takes seven.

import type { Emitter, Local } from "./emitter.ts";
import type { LaneBytes } from "./float-operation.ts";
import { SIMD } from "./simd.ts";

/** What a value is that leaves a mark: one lane or all, of 8 or 4 bytes. */
const KINDS = [
  { laneBytes: 8, lanes: 1 },
  { laneBytes: 8, lanes: 2 },
  { laneBytes: 4, lanes: 1 },
  { laneBytes: 4, lanes: 4 },
] as const;

/** v128 locals. */
export interface BatchLocals {
  /** Twice the exponent's field of the smallest ordinary number, in each lane's upper four bytes. */
  readonly smallest: Readonly<Record<LaneBytes, Local>>;
  /** By kind: what marks do not exceed, all ones where they do not count; and the highest mark. */
  readonly limit: readonly Local[];
  readonly highest: readonly Local[];
}

export function createBatchLocals(e: Emitter): BatchLocals {
  return {
    smallest: { 4: e.vector(), 8: e.vector() },
    limit: KINDS.map(() => e.vector()),
    highest: KINDS.map(() => e.vector()),
  };
}

/**
 * Sign bit shifted out, exponents 2 and up, less than those of infinities: a number with the smallest exponent may be a
 * tiny result that was rounded up.
 */
const RANGE = {
  8: { smallest: 0x0040_0000, limit: 0xff9f_ffff },
  4: { smallest: 0x0200_0000, limit: 0xfcff_ffff },
} as const;

function words(numbers: readonly number[]): number[] {
  return numbers.flatMap((word) => [word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24]);
}

/** On entry of a region. */
export function loadBatchConstants(e: Emitter, { smallest, limit }: BatchLocals): void {
  for (const laneBytes of [4, 8] as const) {
    const low = laneBytes === 8 ? 0 : RANGE[4].smallest;
    e.vectorConstant(words([low, RANGE[laneBytes].smallest, low, RANGE[laneBytes].smallest]));
    e.set(smallest[laneBytes]);
  }
  KINDS.forEach(({ laneBytes, lanes }, kind) => {
    const counts = (word: number): boolean => (laneBytes === 8 ? word % 2 === 1 && word < 2 * lanes : word < lanes);
    e.vectorConstant(words([0, 1, 2, 3].map((word) => (counts(word) ? RANGE[laneBytes].limit : 0xffff_ffff))));
    e.set(limit[kind]!);
  });
}

/** A line under way: the kinds of which there are marks. */
export type Marks = Set<number>;

/** Marks a value. */
export function mark(
  e: Emitter,
  { smallest, limit, highest }: BatchLocals,
  marks: Marks,
  { value, laneBytes, sizeBytes }: { readonly value: Local; readonly laneBytes: LaneBytes; readonly sizeBytes: number },
): void {
  const kind = KINDS.findIndex((k) => k.laneBytes === laneBytes && k.lanes === sizeBytes / laneBytes);
  e.get(value);
  e.get(value);
  e.simd(SIMD.i32x4Add);
  e.get(smallest[laneBytes]);
  e.simd(SIMD.i32x4Sub);
  e.get((marks.has(kind) ? highest : limit)[kind]!);
  e.simd(SIMD.i32x4MaxU);
  e.set(highest[kind]!);
  marks.add(kind);
}

/** i32 on the stack: not 0 when a marked value was not ordinary. */
export function pushMarked(e: Emitter, { limit, highest }: BatchLocals, marks: Marks): void {
  let count = 0;
  for (const kind of marks) {
    e.get(highest[kind]!);
    e.get(limit[kind]!);
    e.simd(SIMD.xor);
    if (count++ > 0) e.simd(SIMD.or);
  }
  e.simd(SIMD.anyTrue);
}
