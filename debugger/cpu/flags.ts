// The lazy flags of the state struct and EFLAGS as one word, in both directions. A result, a carry-out vector and one word of
// corrections say all six arithmetic flags without naming the operation or size that made them; see STATE.

import { FLAG } from "./state.ts";

/** The three lazy words, as unsigned or signed 64-bit values. */
export interface LazyFlags {
  readonly result: bigint;
  readonly carry: bigint;
  readonly aux: bigint;
}

/** Bits of `aux` that flip ZF, SF and PF as the result gives them. */
export const FIX = { zf: 1 << 8, sf: 1 << 9, pf: 1 << 10 } as const;
/** The flags that arithmetic writes. */
export const ARITHMETIC_FLAGS = FLAG.cf | FLAG.pf | FLAG.af | FLAG.zf | FLAG.sf | FLAG.of;
/** What popf can change in user mode with IOPL 0 (SDM Vol. 2B, POPF), besides the arithmetic flags. */
export const SYSTEM_FLAGS = FLAG.tf | FLAG.df | FLAG.ac | FLAG.id | (1 << 14);

/** FLAG.pf when the low byte has an even number of ones, else 0. */
export function parityFlag(lowByte: number): number {
  let bits = lowByte ^ (lowByte >> 4);
  bits ^= bits >> 2;
  bits ^= bits >> 1;
  return bits & 1 ? 0 : FLAG.pf;
}

/** The six arithmetic flags in their EFLAGS places, from the 32-bit halves of the lazy words that they depend on. */
export function arithmeticFlags(resultLow: number, resultHigh: number, carryHigh: number, aux: number): number {
  const top = carryHigh >>> 30;
  let flags = aux & FLAG.af;
  if (top & 2) flags |= FLAG.cf;
  if (top === 1 || top === 2) flags |= FLAG.of;
  if (((resultLow | resultHigh) === 0) !== ((aux & FIX.zf) !== 0)) flags |= FLAG.zf;
  if (resultHigh >>> 31 !== ((aux & FIX.sf) !== 0 ? 1 : 0)) flags |= FLAG.sf;
  return flags | (parityFlag(resultLow & 0xff) ^ (aux & FIX.pf ? FLAG.pf : 0));
}

/** Lazy words that give exactly the arithmetic flags of `eflags`. */
export function lazyFlags(eflags: number): LazyFlags {
  const zero = (eflags & FLAG.zf) !== 0;
  const sign = (eflags & FLAG.sf) !== 0;
  const parity = (eflags & FLAG.pf) !== 0;
  const carry = (eflags & FLAG.cf) !== 0;
  const overflow = (eflags & FLAG.of) !== 0;
  const fix = zero ? (sign ? FIX.sf : 0) | (parity ? 0 : FIX.pf) : 0;
  const negative = parity ? -1n : -2n;
  const positive = parity ? 3n : 1n;
  return {
    result: zero ? 0n : sign ? negative : positive,
    carry: ((carry ? 2n : 0n) | (carry !== overflow ? 1n : 0n)) << 62n,
    aux: BigInt((eflags & FLAG.af) | fix),
  };
}
