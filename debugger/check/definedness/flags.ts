// Which arithmetic flags are defined. Beside the six flags stand the three combinations that conditions ask for: a comparison
// of partly undefined numbers may be sure of `l` although neither SF nor OF is.

import type { Condition, FlagsKind } from "../../cpu/ir.ts";
import type { FlagName } from "../../cpu/state.ts";
import { type Bits, compareRules, eqz, least, most, ones } from "./bits.ts";

/** Bits of a set of undefined flags; the last three are CF|ZF, SF^OF and (SF^OF)|ZF. */
export const UNDEFINED = { cf: 1, pf: 2, af: 4, zf: 8, sf: 16, of: 32, be: 64, lt: 128, le: 256 } as const;
export const ALL_FLAGS = 511;
/** Without the combinations. */
export const SINGLE_FLAGS = 63;

/** The combinations that follow from undefined single flags when nothing better is known. */
export function combined(single: number): number {
  let flags = single & 63;
  if (flags & (UNDEFINED.cf | UNDEFINED.zf)) flags |= UNDEFINED.be;
  if (flags & (UNDEFINED.sf | UNDEFINED.of)) flags |= UNDEFINED.lt | UNDEFINED.le;
  if (flags & UNDEFINED.zf) flags |= UNDEFINED.le;
  return flags;
}

const CONDITION_BITS: Readonly<Record<Condition, number>> = {
  o: UNDEFINED.of,
  no: UNDEFINED.of,
  b: UNDEFINED.cf,
  ae: UNDEFINED.cf,
  e: UNDEFINED.zf,
  ne: UNDEFINED.zf,
  be: UNDEFINED.be,
  a: UNDEFINED.be,
  s: UNDEFINED.sf,
  ns: UNDEFINED.sf,
  p: UNDEFINED.pf,
  np: UNDEFINED.pf,
  l: UNDEFINED.lt,
  ge: UNDEFINED.lt,
  le: UNDEFINED.le,
  g: UNDEFINED.le,
};

/** The single flags a condition looks at. */
export const conditionFlags = (condition: Condition): number => {
  const bits = CONDITION_BITS[condition];
  if (bits & UNDEFINED.be) return UNDEFINED.cf | UNDEFINED.zf;
  if (bits & UNDEFINED.lt) return UNDEFINED.sf | UNDEFINED.of;
  return bits & UNDEFINED.le ? UNDEFINED.sf | UNDEFINED.of | UNDEFINED.zf : bits;
};

export const isConditionUndefined = (flags: number, condition: Condition): boolean =>
  (flags & CONDITION_BITS[condition]) !== 0;

/** Bit of an arithmetic flag; 0 for the system flags, which are always defined. */
export const flagBit = (flag: FlagName): number => (UNDEFINED as Partial<Record<FlagName, number>>)[flag] ?? 0;

/** What setFlags knows. `carryIn` is CF before, for adc and sbb; `old` the undefined flags before, for inc and dec. */
export interface FlagsInput {
  readonly kind: FlagsKind;
  readonly width: number;
  readonly a: Bits;
  readonly b: Bits;
  readonly result: Bits;
  /** The operands are one and the same value. */
  readonly same: "same" | "different";
  readonly old: number;
}

const cut = ({ value, undef }: Bits, width: number): Bits => ({
  value: value & ones(width),
  undef: undef & ones(width),
});

/** ZF, SF and PF of a result. */
function resultFlags(result: Bits, width: number): number {
  let flags = 0;
  if (eqz(result, width).undef) flags |= UNDEFINED.zf;
  if ((result.undef >> BigInt(width - 1)) & 1n) flags |= UNDEFINED.sf;
  if (result.undef & 255n) flags |= UNDEFINED.pf;
  return flags;
}

/** Carry or borrow out of the lowest `width` bits; undefined when the extremes disagree. */
function carries(kind: "add" | "sub", a: Bits, b: Bits, width: number, carryIn: readonly [bigint, bigint]): boolean {
  const [low, high] = [
    kind === "add" ? least(a) + least(b) + carryIn[0] : least(a) - most(b) - carryIn[1],
    kind === "add" ? most(a) + most(b) + carryIn[1] : most(a) - least(b) - carryIn[0],
  ];
  return low >> BigInt(width) !== high >> BigInt(width);
}

/** OF: undefined when the signs that make it are; sure when no extreme overflows. */
function overflows(kind: "add" | "sub", a: Bits, b: Bits, width: number, carryIn: readonly [bigint, bigint]): boolean {
  const sign = 1n << BigInt(width - 1);
  const flip = (bits: Bits): Bits => ({ value: bits.value ^ sign, undef: bits.undef });
  // With the sign bits flipped signed order is unsigned order: a range that stays inside, or outside, decides.
  const [x, y] = [flip(a), flip(b)];
  const bias = kind === "add" ? sign : -sign;
  const low = (kind === "add" ? least(x) + least(y) + carryIn[0] : least(x) - most(y) - carryIn[1]) - bias;
  const high = (kind === "add" ? most(x) + most(y) + carryIn[1] : most(x) - least(y) - carryIn[0]) - bias;
  const limit = 1n << BigInt(width);
  const outside = (value: bigint): number => (value < 0n ? -1 : value >= limit ? 1 : 0);
  return outside(low) !== outside(high);
}

/** The undefined flags after setFlags. Not exact: ZF of additions, and what depends on one operand twice. */
export function flagsOf(input: FlagsInput): number {
  const { kind, width, old, same } = input;
  const [a, b, result] = [cut(input.a, width), cut(input.b, width), cut(input.result, width)];
  const single = resultFlags(result, width);
  if (kind === "logic") return combined(single);
  const borrows = kind === "sub" || kind === "sbb" || kind === "dec";
  const withCarry = kind === "adc" || kind === "sbb";
  const keepsCarry = kind === "inc" || kind === "dec";
  if (same === "same" && borrows) return combined(withCarry && old & UNDEFINED.cf ? 63 : single);
  if (!withCarry && a.undef === 0n && b.undef === 0n) return combined(keepsCarry ? old & UNDEFINED.cf : 0);
  const carryIn = carryRange(input, result, borrows);
  const way = borrows ? "sub" : "add";
  let flags = single;
  if (kind === "sub") flags = (flags & ~UNDEFINED.zf) | (compareRules.eq(a, b, width).undef ? UNDEFINED.zf : 0);
  if (keepsCarry) flags |= old & UNDEFINED.cf;
  else if (carries(way, a, b, width, carryIn)) flags |= UNDEFINED.cf;
  if (overflows(way, a, b, width, carryIn)) flags |= UNDEFINED.of;
  if (carries(way, cut(a, 4), cut(b, 4), 4, carryIn)) flags |= UNDEFINED.af;
  return kind === "sub" ? compared(flags, a, b, width) : combined(flags);
}

/** Carry that went in: known from the operands and the result's lowest bit, unless it was undefined. */
function carryRange({ kind, old, a, b, result }: FlagsInput, _cut: Bits, borrows: boolean): readonly [bigint, bigint] {
  if (kind !== "adc" && kind !== "sbb") return [0n, 0n];
  if (old & UNDEFINED.cf) return [0n, 1n];
  const carry = (borrows ? a.value - b.value - result.value : result.value - a.value - b.value) & 1n;
  return [carry, carry];
}

/** A comparison is surer of its outcome than of the flags it is made of. */
function compared(single: number, a: Bits, b: Bits, width: number): number {
  let flags = single & 63;
  if (compareRules.leU(a, b, width).undef) flags |= UNDEFINED.be;
  if (compareRules.ltS(a, b, width).undef) flags |= UNDEFINED.lt;
  if (compareRules.leS(a, b, width).undef) flags |= UNDEFINED.le;
  return flags;
}

/** What the lazy words of the state say: undefined flags of words with undefined bits. */
export function flagsOfWords(result: Bits, carry: Bits, aux: Bits): number {
  let flags = resultFlags(result, 64);
  if (aux.undef & 0x100n) flags |= UNDEFINED.zf;
  if (aux.undef & 0x200n) flags |= UNDEFINED.sf;
  if (aux.undef & 0x400n) flags |= UNDEFINED.pf;
  if (aux.undef & 16n) flags |= UNDEFINED.af;
  if (carry.undef >> 63n) flags |= UNDEFINED.cf;
  if (carry.undef >> 62n) flags |= UNDEFINED.of;
  return combined(flags);
}

/** The other way: undefined bits of the carry and aux words. CF alone cannot be undefined there without OF. */
export function wordsOfFlags(flags: number): { readonly carry: bigint; readonly aux: bigint } {
  let aux = flags & UNDEFINED.af ? 16n : 0n;
  if (flags & UNDEFINED.zf) aux |= 0x100n;
  if (flags & UNDEFINED.sf) aux |= 0x200n;
  if (flags & UNDEFINED.pf) aux |= 0x400n;
  const carry = flags & UNDEFINED.cf ? 3n << 62n : flags & UNDEFINED.of ? 1n << 62n : 0n;
  return { carry, aux };
}
