// The value of an expression: a sum of terms, ascending by type, as NASM's evaluator keeps it. A plain number is one term,
// a label two (its offset and its segment's base), an address such as [rbx+rcx*4+table] one term for each part.

import { NO_SEGMENT } from "../isa/insn.ts";
import type { Register } from "../isa/register.ts";

/** `type` is a register's `registerType`, one of the constants below, or SEGMENT + segment number. */
export interface Term {
  readonly type: number;
  readonly value: bigint;
  /** Present for register terms. */
  readonly register?: Register;
}
export type Vector = readonly Term[];

/** Something that this pass does not know yet. */
export const UNKNOWN = 100_000_000;
/** A plain number. */
export const SIMPLE = 100_000_001;
/** `wrt`: the value is a segment. */
export const WRT = 100_000_002;
/** `{rn-sae}` and friends standing in an operand's place: the value is an index into ROUNDING_NAMES. */
export const ROUNDING = 100_000_003;
/** Types from here are bases of segments. Segment numbers are even; number + 1 is what `seg` gives. */
export const SEGMENT = 200_000_000;

export const ROUNDING_NAMES = ["rn-sae", "rd-sae", "ru-sae", "rz-sae", "sae"] as const;

/** A register's place among terms: by name, which decides who becomes the base of [rbx+rax] where no hint does. */
export function registerType(name: string): number {
  let packed = 0;
  for (let at = 0; at < 5; at++) {
    const code = at < name.length ? name.charCodeAt(at) : 0;
    packed = packed * 37 + (code === 0 ? 0 : code < 58 ? code - 47 : code - 86);
  }
  return packed;
}

const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);

/** A plain number, cut to 64 bits. */
export const scalar = (value: bigint): Vector => [{ type: SIMPLE, value: wrap(value) }];
export const UNKNOWN_VECTOR: Vector = [{ type: UNKNOWN, value: 1n }];

/** Which register of an address was written first or multiplied: decides base and index. `base` is a register type. */
export interface Hint {
  type: "none" | "make-base" | "not-base" | "summed";
  base: number;
}

/** The sum of two vectors. Behind an unknown term nothing counts. */
export function sumTerms(left: Vector, right: Vector, hint?: Hint): Vector {
  const sum: Term[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const a = left[l]!;
    const b = right[r]!;
    let type = a.type;
    if (a.type > b.type) {
      sum.push(b);
      type = b.type;
      r++;
    } else if (a.type < b.type) {
      sum.push(a);
      l++;
    } else {
      const value = wrap(a.value + b.value);
      if (value !== 0n) {
        sum.push({ ...a, value });
        if (hint) hint.type = "summed";
      }
      l++;
      r++;
    }
    if (type === UNKNOWN) return sum;
  }
  while (l < left.length) sum.push(left[l++]!);
  while (r < right.length) sum.push(right[r++]!);
  return sum;
}

/** Every term times `factor`. With a hint, a multiplied register is no longer wanted as base: [eax*1+ebx]. */
export function scaleTerms(vector: Vector, factor: bigint, hint?: Hint): Vector {
  return vector.map((term) => {
    if (hint && hint.type === "make-base" && hint.base === term.type) hint.type = "not-base";
    return { ...term, value: wrap(term.value * factor) };
  });
}

/** Only a number, or nothing. */
export function isSimple(vector: Vector): boolean {
  if (vector.length === 1 && vector[0]!.type === SIMPLE) return true;
  return vector.every((term) => term.value === 0n || term.type === SIMPLE);
}

export function isUnknown(vector: Vector): boolean {
  return vector.some((term) => term.type === UNKNOWN);
}

/** Nothing is known about it, not even that a register takes part. */
export function isJustUnknown(vector: Vector): boolean {
  return vector.find((term) => term.value !== 0n)?.type === UNKNOWN;
}

/** A number, possibly counting from one segment (NASM lets any multiple of it pass here, and then forgets it), possibly
 * minus the base of `here` (the current segment), possibly wrt. */
export function isRelocatable(vector: Vector, here: number): boolean {
  let segments = 0;
  let relatives = 0;
  for (const { type, value } of vector) {
    if (value === 0n || type === SIMPLE || type === WRT) continue;
    if (type === UNKNOWN) return true;
    if (type < SEGMENT) return false;
    if (value !== -1n) segments++;
    else if (type === SEGMENT + here) relatives++;
    else return false;
  }
  return segments <= 1 && relatives <= 1;
}

/** The number in it, 0 when its first term that counts is none. */
export function numberOf(vector: Vector): bigint {
  const first = vector.find((term) => term.value !== 0n);
  return first?.type === SIMPLE ? first.value : 0n;
}

/** The segment it counts from, or NO_SEGMENT. */
export function segmentOf(vector: Vector): number {
  const term = vector.find(({ type, value }) => type >= SEGMENT && value === 1n);
  return term ? term.type - SEGMENT : NO_SEGMENT;
}

/** The segment behind `wrt`, or NO_SEGMENT. */
export function wrtOf(vector: Vector): number {
  const term = vector.find(({ type }) => type === WRT);
  return term ? Number(term.value) : NO_SEGMENT;
}

/** Whether the base of segment `here` is subtracted: `label - $`. */
export function isSelfRelative(vector: Vector, here: number): boolean {
  return vector.some(({ type, value }) => type === SEGMENT + here && value === -1n);
}
