// Which bits of a result are defined, operation by operation: the rules of the intermediate representation's pure
// operations over (value, undefined bits). A bit of a result is defined when no choice of the undefined operand bits changes
// it. The rules are exact for operands that are independent of each other but where a comment says otherwise; they never
// call a bit defined that is not. The test compares each with exhaustive truth.

/** An integer of a known width, unsigned, and which of its bits are undefined. Their value is what the machine has there. */
export interface Bits {
  readonly value: bigint;
  readonly undef: bigint;
}

const ones = (width: number): bigint => (1n << BigInt(width)) - 1n;
const least = ({ value, undef }: Bits): bigint => value & ~undef;
const most = ({ value, undef }: Bits): bigint => value | undef;
const signed = (value: bigint, width: number): bigint => BigInt.asIntN(width, value);

/** The smallest and largest a signed number can be. */
function signedRange({ value, undef }: Bits, width: number): readonly [bigint, bigint] {
  const sign = 1n << BigInt(width - 1);
  const low = (value & ~undef) | (undef & sign);
  const high = (value | undef) & ~(undef & sign);
  return [signed(low, width), signed(high, width)];
}

const result = (value: bigint, undef: bigint, width: number): Bits => ({
  value: BigInt.asUintN(width, value),
  undef: BigInt.asUintN(width, undef),
});

/** A truth value: 0 or 1, undefined or not. */
const truth = (value: boolean, known: boolean): Bits => ({ value: value ? 1n : 0n, undef: known ? 0n : 1n });

/** Bits that differ somewhere among the possible values, or are undefined in one of them. */
function union(possible: readonly Bits[], actual: bigint, width: number): Bits {
  let undef = 0n;
  const first = possible[0]!;
  for (const one of possible) undef |= one.undef | (one.value ^ first.value);
  return result(actual, undef, width);
}

export type BinaryRule = (a: Bits, b: Bits, width: number) => Bits;
export type UnaryRule = (a: Bits, width: number) => Bits;

const add: BinaryRule = (a, b, width) => {
  const spread = (least(a) + least(b)) ^ (most(a) + most(b));
  return result(a.value + b.value, spread | a.undef | b.undef, width);
};

const sub: BinaryRule = (a, b, width) => {
  const spread = (least(a) - most(b)) ^ (most(a) - least(b));
  return result(a.value - b.value, spread | a.undef | b.undef, width);
};

/** Position of the lowest one; `width` for 0. */
function lowest(value: bigint, width: number): number {
  if (value === 0n) return width;
  let k = 0;
  for (let rest = value; (rest & 1n) === 0n; rest >>= 1n) k++;
  return k;
}

/** Not exact: only what lies below the first undefined place and above the largest product is known. */
const mul: BinaryRule = (a, b, width) => {
  const value = a.value * b.value;
  if (a.undef === 0n && b.undef === 0n) return result(value, 0n, width);
  const first = Math.min(
    lowest(a.undef, width) + lowest(most(b), width),
    lowest(b.undef, width) + lowest(most(a), width),
  );
  const above = most(a) * most(b);
  const length = above === 0n ? 0 : above.toString(2).length;
  return result(value, (ones(width) << BigInt(first)) & ones(Math.min(length, width)), width);
};

const and: BinaryRule = (a, b, width) => result(a.value & b.value, (a.undef | b.undef) & most(a) & most(b), width);
const or: BinaryRule = (a, b, width) => result(a.value | b.value, (a.undef | b.undef) & ~least(a) & ~least(b), width);
const xor: BinaryRule = (a, b, width) => result(a.value ^ b.value, a.undef | b.undef, width);

type Shift = (value: bigint, count: number, width: number) => bigint;

/** Shifts each possible count; counts are taken modulo the width. */
const shifting =
  (shift: Shift): BinaryRule =>
  (a, b, width) => {
    const modulo = BigInt(width - 1);
    const at = (count: bigint): Bits => ({
      value: BigInt.asUintN(width, shift(a.value, Number(count), width)),
      undef: BigInt.asUintN(width, shift(a.undef, Number(count), width)),
    });
    const count = b.value & modulo;
    const open = b.undef & modulo;
    if (open === 0n) return at(count);
    const possible: Bits[] = [];
    for (let other = 0n; other < BigInt(width); other++) if (((other ^ count) & ~open) === 0n) possible.push(at(other));
    return union(possible, at(count).value, width);
  };

const shl = shifting((value, count) => value << BigInt(count));
const shrU = shifting((value, count) => value >> BigInt(count));
const shrS = shifting((value, count, width) => signed(value, width) >> BigInt(count));
const rotate: Shift = (value, count, width) => (value << BigInt(count)) | (value >> BigInt(width - count));
const rotl = shifting(rotate);
const rotr = shifting((value, count, width) => rotate(value, (width - count) % width, width));

export const binaryRules = { add, sub, mul, and, or, xor, shl, shrU, shrS, rotl, rotr } as const;

/** The upper half of the double-wide product. Not exact: above the largest product all is known, below nothing. */
export const mulHighU: BinaryRule = (a, b, width) => {
  const value = (a.value * b.value) >> BigInt(width);
  if (a.undef === 0n && b.undef === 0n) return result(value, 0n, width);
  const above = (most(a) * most(b)) >> BigInt(width);
  return result(value, ones(above === 0n ? 0 : above.toString(2).length), width);
};

/** Not exact: any undefined bit makes all undefined, unless the other factor is 0. */
export const mulHighS: BinaryRule = (a, b, width) => {
  const value = (signed(a.value, width) * signed(b.value, width)) >> BigInt(width);
  const known = (a.undef | b.undef) === 0n || most(a) === 0n || most(b) === 0n;
  return result(value, known ? 0n : ones(width), width);
};

const eq: BinaryRule = (a, b) => {
  const open = a.undef | b.undef;
  return truth(a.value === b.value, open === 0n || ((a.value ^ b.value) & ~open) !== 0n);
};
const ne: BinaryRule = (a, b, width) => {
  const { value, undef } = eq(a, b, width);
  return { value: value ^ 1n, undef };
};
const ltU: BinaryRule = (a, b) => truth(a.value < b.value, most(a) < least(b) || least(a) >= most(b));
const leU: BinaryRule = (a, b) => truth(a.value <= b.value, most(a) <= least(b) || least(a) > most(b));

const ltS: BinaryRule = (a, b, width) => {
  const [[lowA, highA], [lowB, highB]] = [signedRange(a, width), signedRange(b, width)];
  return truth(signed(a.value, width) < signed(b.value, width), highA < lowB || lowA >= highB);
};
const leS: BinaryRule = (a, b, width) => {
  const [[lowA, highA], [lowB, highB]] = [signedRange(a, width), signedRange(b, width)];
  return truth(signed(a.value, width) <= signed(b.value, width), highA <= lowB || lowA > highB);
};

export const compareRules = { eq, ne, ltU, ltS, leU, leS } as const;

/** 1 when a is 0. */
export const eqz: UnaryRule = (a) => truth(a.value === 0n, a.undef === 0n || least(a) !== 0n);

/** What counting zeros from one end can give: the first one may stand at each undefined place up to the first sure one. */
const counting =
  (place: (k: number, width: number) => number): UnaryRule =>
  (a, width) => {
    const counts: Bits[] = [];
    let actual = width;
    let isOpen = true;
    for (let k = 0; k < width && isOpen; k++) {
      const bit = 1n << BigInt(place(k, width));
      if (actual === width && a.value & bit) actual = k;
      if ((a.value | a.undef) & bit) counts.push({ value: BigInt(k), undef: 0n });
      isOpen = (a.value & ~a.undef & bit) === 0n;
    }
    if (isOpen) counts.push({ value: BigInt(width), undef: 0n });
    return union(counts, BigInt(actual), width);
  };

const clz = counting((k, width) => width - 1 - k);
const ctz = counting((k) => k);

function countOnes(value: bigint): number {
  let count = 0;
  for (let rest = value; rest > 0n; rest &= rest - 1n) count++;
  return count;
}

const popcnt: UnaryRule = (a, width) => {
  const counts: Bits[] = [];
  const first = countOnes(least(a));
  for (let count = first; count <= first + countOnes(a.undef); count++)
    counts.push({ value: BigInt(count), undef: 0n });
  return union(counts, BigInt(countOnes(a.value)), width);
};

const zext =
  (from: number): UnaryRule =>
  (a, width) =>
    result(BigInt.asUintN(from, a.value), BigInt.asUintN(from, a.undef), width);
const sext =
  (from: number): UnaryRule =>
  (a, width) =>
    result(BigInt.asIntN(from, a.value), BigInt.asIntN(from, a.undef), width);

function swapped(value: bigint, width: number): bigint {
  let swap = 0n;
  for (let at = 0; at < width; at += 8) swap = (swap << 8n) | ((value >> BigInt(at)) & 255n);
  return swap;
}
const byteSwap: UnaryRule = (a, width) => ({ value: swapped(a.value, width), undef: swapped(a.undef, width) });

export const unaryRules = {
  clz,
  ctz,
  popcnt,
  zext8: zext(8),
  zext16: zext(16),
  zext32: zext(32),
  sext8: sext(8),
  sext16: sext(16),
  sext32: sext(32),
  byteSwap,
} as const;

/** Between widths, as wrap, extendU and extendS do: `width` is the result's. */
export const convertRules = {
  wrap: zext(32),
  extendU: zext(32),
  extendS: sext(32),
} as const;

/** a where the condition is not 0, else b. */
export function select(condition: Bits, a: Bits, b: Bits): Bits {
  const chosen = condition.value !== 0n ? a : b;
  if (condition.undef === 0n || least(condition) !== 0n) return chosen;
  return { value: chosen.value, undef: a.undef | b.undef | (a.value ^ b.value) };
}

/** CF in bit 63, CF ^ OF in bit 62. */
export function packCarry(carry: Bits, overflow: Bits): Bits {
  const open = (carry.undef | overflow.undef) & 1n;
  return {
    value: ((carry.value & 1n) << 63n) | (((carry.value ^ overflow.value) & 1n) << 62n),
    undef: ((carry.undef & 1n) << 63n) | (open << 62n),
  };
}

/** a − b for a and b that are the same value, and a ^ a. */
export const ZERO: Bits = { value: 0n, undef: 0n };
export { least, most, ones, signedRange };
