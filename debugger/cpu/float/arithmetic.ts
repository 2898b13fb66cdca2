// Exact arithmetic on unpacked numbers and the one place that rounds. Flags and rounding modes are MXCSR's, which the x87
// control and status words share bit for bit. Source: SDM Vol. 1, 4.8.4, 4.9 and 11.5.

import {
  bitLength,
  defaultNanBits,
  type Finite,
  type Format,
  infinityBits,
  largestBits,
  type NotANumber,
  nanBits,
  packFinite,
  type Unpacked,
  unpack,
  zeroBits,
} from "./format.ts";

/** Exception flags in their places in MXCSR. */
export const EXCEPTION = { invalid: 1, denormal: 2, zeroDivide: 4, overflow: 8, underflow: 16, inexact: 32 } as const;
/** Rounding modes as RC encodes them. */
export const ROUND = { nearest: 0, down: 1, up: 2, zero: 3 } as const;

/** How to round, and which exceptions came up. */
export interface FloatEnvironment {
  rounding: number;
  /** Denormal operands count as zero. */
  denormalsAreZero: boolean;
  /** Tiny results become zero. */
  flushToZero: boolean;
  /** A masked underflow is one only when the result is inexact too. */
  underflowMasked: boolean;
  /** A masked overflow is always inexact. */
  overflowMasked: boolean;
  /** Which of two NaNs a result is made of: the first operand's, or the one with the larger fraction (x87). */
  nans: "first" | "larger";
  /** EXCEPTION bits, accumulated. */
  flags: number;
  /** The last rounding made the magnitude larger: x87's C1. */
  roundedUp: boolean;
}

/** By so much x87 shifts the exponent of results that overflow or underflow unmasked (SDM Vol. 1, 8.5.4, 8.5.5). */
const WRAP_EXPONENT = 24576;

/** Whether to add one to the quotient, given the cut-off part's relation to a half. */
function roundsUp(mode: number, sign: 0 | 1, odd: boolean, remainder: bigint, half: bigint): boolean {
  if (remainder === 0n) return false;
  if (mode === ROUND.nearest) return remainder > half || (remainder === half && odd);
  if (mode === ROUND.zero) return false;
  return mode === ROUND.up ? sign === 0 : sign === 1;
}

/** significand × 2^exponent cut to multiples of 2^unit. */
function cut(
  sign: 0 | 1,
  significand: bigint,
  exponent: number,
  unit: number,
  mode: number,
): { readonly quotient: bigint; readonly inexact: boolean; readonly up: boolean } {
  const shift = unit - exponent;
  if (shift <= 0) return { quotient: significand << BigInt(-shift), inexact: false, up: false };
  const quotient = significand >> BigInt(shift);
  const remainder = significand - (quotient << BigInt(shift));
  const up = roundsUp(mode, sign, (quotient & 1n) === 1n, remainder, 1n << BigInt(shift - 1));
  return { quotient: up ? quotient + 1n : quotient, inexact: remainder !== 0n, up };
}

/** The largest finite number or infinity, as the mode says. */
function overflowBits(sign: 0 | 1, format: Format, mode: number): bigint {
  const finite = mode === ROUND.zero || mode === (sign ? ROUND.up : ROUND.down);
  return finite ? largestBits(sign, format) : infinityBits(sign, format);
}

/** ±significand × 2^exponent in a format; `significand` > 0. Sets overflow, underflow, inexact and roundedUp. */
export function round(
  sign: 0 | 1,
  significand: bigint,
  exponent: number,
  format: Format,
  env: FloatEnvironment,
): bigint {
  const { precision, minExponent, maxExponent } = format;
  const leading = exponent + bitLength(significand) - 1;
  const unit = leading - precision + 1;
  const normal = cut(sign, significand, exponent, unit, env.rounding);
  const reached = normal.quotient >> BigInt(precision) === 1n ? leading + 1 : leading;
  if (reached < minExponent || leading < minExponent) return roundSmall(sign, significand, exponent, format, env);
  env.roundedUp = normal.up;
  if (normal.inexact) env.flags |= EXCEPTION.inexact;
  if (reached <= maxExponent) return packReached(sign, normal.quotient, unit, format);
  env.flags |= EXCEPTION.overflow;
  if (!env.overflowMasked && format.integerBit === "explicit") {
    if (reached - WRAP_EXPONENT <= maxExponent) return packReached(sign, normal.quotient, unit - WRAP_EXPONENT, format);
    // FSCALE can go so far that the wrapped exponent does not fit either: an infinity however results are rounded.
    env.flags |= EXCEPTION.inexact;
    env.roundedUp = true;
    return infinityBits(sign, format);
  }
  if (env.overflowMasked) env.flags |= EXCEPTION.inexact;
  const bits = overflowBits(sign, format, env.rounding);
  env.roundedUp = bits === infinityBits(sign, format);
  return bits;
}

/** Packs a quotient that rounding may have made one bit longer than the precision. */
function packReached(sign: 0 | 1, quotient: bigint, unit: number, format: Format): bigint {
  const longer = quotient >> BigInt(format.precision) === 1n;
  return longer ? packFinite(sign, quotient >> 1n, unit + 1, format) : packFinite(sign, quotient, unit, format);
}

/** Rounds what lies at or below the smallest normal number. Tininess is detected after rounding. */
function roundSmall(sign: 0 | 1, significand: bigint, exponent: number, format: Format, env: FloatEnvironment): bigint {
  const { precision, minExponent } = format;
  const leading = exponent + bitLength(significand) - 1;
  const normal = cut(sign, significand, exponent, leading - precision + 1, env.rounding);
  const reached = normal.quotient >> BigInt(precision) === 1n ? leading + 1 : leading;
  const tiny = reached < minExponent;
  if (tiny && env.flushToZero && env.underflowMasked) {
    env.flags |= EXCEPTION.underflow | EXCEPTION.inexact;
    return zeroBits(sign, format);
  }
  if (tiny && !env.underflowMasked) {
    // What counts as inexact is the result with unbounded exponent.
    env.flags |= EXCEPTION.underflow | (normal.inexact ? EXCEPTION.inexact : 0);
    env.roundedUp = normal.up;
    const wraps = format.integerBit === "explicit";
    if (wraps && reached + WRAP_EXPONENT < minExponent) {
      env.flags |= EXCEPTION.inexact;
      env.roundedUp = false;
      return zeroBits(sign, format);
    }
    return wraps ? packReached(sign, normal.quotient, leading - precision + 1 + WRAP_EXPONENT, format) : 0n;
  }
  const unit = minExponent - precision + 1;
  const small = cut(sign, significand, exponent, unit, env.rounding);
  env.roundedUp = small.up;
  if (small.inexact) env.flags |= tiny ? EXCEPTION.inexact | EXCEPTION.underflow : EXCEPTION.inexact;
  return packFinite(sign, small.quotient, unit, format);
}

/** Reads an operand: denormals count as zero where the environment says so. */
export function operand(bits: bigint, format: Format, env: FloatEnvironment): Unpacked {
  const value = unpack(bits, format);
  if (value.kind === "finite" && value.denormal && env.denormalsAreZero) return { kind: "zero", sign: value.sign };
  return value;
}

const isDenormal = (value: Unpacked): boolean => value.kind === "finite" && value.denormal;

/** Which of two NaNs counts: for x87 a quiet one before a signalling one, else the larger fraction, then the positive one. */
function preferred(a: NotANumber, b: NotANumber, env: FloatEnvironment): NotANumber {
  if (env.nans === "first") return a;
  if (a.quiet !== b.quiet) return a.quiet ? a : b;
  if (a.fraction !== b.fraction) return a.fraction > b.fraction ? a : b;
  return a.sign === 0 ? a : b;
}

/** The NaN that an operation with NaN operands gives, made quiet. Signalling ones are invalid. */
export function propagate(operands: readonly Unpacked[], format: Format, env: FloatEnvironment): bigint | undefined {
  const nans = operands.filter((value): value is NotANumber => value.kind === "nan");
  if (nans.length === 0) return undefined;
  if (nans.some((nan) => !nan.quiet)) env.flags |= EXCEPTION.invalid;
  if (nans.some((nan) => nan.unsupported)) return defaultNanBits(format);
  return nanBits(
    nans.reduce((best, nan) => preferred(best, nan, env)),
    format,
  );
}

export function invalid(format: Format, env: FloatEnvironment): bigint {
  env.flags |= EXCEPTION.invalid;
  return defaultNanBits(format);
}

export function noteDenormals(operands: readonly Unpacked[], env: FloatEnvironment): void {
  if (operands.some(isDenormal)) env.flags |= EXCEPTION.denormal;
}

/** Sum of two finite numbers, exact; significand 0 for a zero sum. */
function exactSum(a: Finite, b: Finite): { sign: 0 | 1; significand: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent);
  const aligned = (value: Finite): bigint => {
    const magnitude = value.significand << BigInt(value.exponent - exponent);
    return value.sign ? -magnitude : magnitude;
  };
  const sum = aligned(a) + aligned(b);
  return { sign: sum < 0n ? 1 : 0, significand: sum < 0n ? -sum : sum, exponent };
}

const zeroSum = (a: 0 | 1, b: 0 | 1, env: FloatEnvironment): 0 | 1 =>
  a === b ? a : env.rounding === ROUND.down ? 1 : 0;

const repack = (value: Finite, format: Format, env: FloatEnvironment): bigint =>
  round(value.sign, value.significand, value.exponent, format, env);

export function addUnpacked(a: Unpacked, b: Unpacked, format: Format, env: FloatEnvironment): bigint {
  const nan = propagate([a, b], format, env);
  if (nan !== undefined) return nan;
  if (a.kind === "infinity" && b.kind === "infinity" && a.sign !== b.sign) return invalid(format, env);
  noteDenormals([a, b], env);
  if (a.kind === "infinity" || b.kind === "infinity")
    return infinityBits(a.kind === "infinity" ? a.sign : b.sign, format);
  if (a.kind === "zero" && b.kind === "zero") return zeroBits(zeroSum(a.sign, b.sign, env), format);
  if (a.kind !== "finite") return repack(b as Finite, format, env);
  if (b.kind !== "finite") return repack(a, format, env);
  const sum = exactSum(a, b);
  if (sum.significand === 0n) return zeroBits(zeroSum(a.sign, b.sign, env), format);
  return round(sum.sign, sum.significand, sum.exponent, format, env);
}

export function add(a: bigint, b: bigint, format: Format, env: FloatEnvironment): bigint {
  return addUnpacked(operand(a, format, env), operand(b, format, env), format, env);
}

export function subtract(a: bigint, b: bigint, format: Format, env: FloatEnvironment): bigint {
  return subtractUnpacked(operand(a, format, env), operand(b, format, env), format, env);
}

export function subtractUnpacked(left: Unpacked, right: Unpacked, format: Format, env: FloatEnvironment): bigint {
  const negated = right.kind === "nan" ? right : ({ ...right, sign: right.sign ? 0 : 1 } as Unpacked);
  return addUnpacked(left, negated, format, env);
}

export function multiply(x: bigint, y: bigint, format: Format, env: FloatEnvironment): bigint {
  return multiplyUnpacked(operand(x, format, env), operand(y, format, env), format, env);
}

export function multiplyUnpacked(a: Unpacked, b: Unpacked, format: Format, env: FloatEnvironment): bigint {
  const nan = propagate([a, b], format, env);
  if (nan !== undefined) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (a.kind === "infinity" ? b.kind === "zero" : a.kind === "zero" && b.kind === "infinity")
    return invalid(format, env);
  noteDenormals([a, b], env);
  if (a.kind === "infinity" || b.kind === "infinity") return infinityBits(sign, format);
  if (a.kind !== "finite" || b.kind !== "finite") return zeroBits(sign, format);
  return round(sign, a.significand * b.significand, a.exponent + b.exponent, format, env);
}

/** A quotient of significands with enough bits and a sticky one at the end. */
function stickyQuotient(a: bigint, b: bigint, precision: number): { quotient: bigint; shift: number } {
  const shift = Math.max(0, precision + 3 - bitLength(a) + bitLength(b));
  const numerator = a << BigInt(shift);
  const quotient = numerator / b;
  return { quotient: (quotient << 1n) | (quotient * b === numerator ? 0n : 1n), shift: shift + 1 };
}

export function divide(x: bigint, y: bigint, format: Format, env: FloatEnvironment): bigint {
  return divideUnpacked(operand(x, format, env), operand(y, format, env), format, env);
}

export function divideUnpacked(a: Unpacked, b: Unpacked, format: Format, env: FloatEnvironment): bigint {
  const nan = propagate([a, b], format, env);
  if (nan !== undefined) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (a.kind === b.kind && a.kind !== "finite") return invalid(format, env);
  if (b.kind === "zero" && a.kind === "finite") {
    env.flags |= EXCEPTION.zeroDivide;
    return infinityBits(sign, format);
  }
  noteDenormals([a, b], env);
  if (a.kind === "infinity") return infinityBits(sign, format);
  if (b.kind === "zero") return infinityBits(sign, format);
  if (a.kind !== "finite" || b.kind !== "finite") return zeroBits(sign, format);
  const { quotient, shift } = stickyQuotient(a.significand, b.significand, format.precision);
  return round(sign, quotient, a.exponent - b.exponent - shift, format, env);
}

/** The integer square root, by Newton's method. */
export function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** A root with enough bits and a sticky one at the end: √(significand × 2^exponent). */
export function stickyRoot(
  significand: bigint,
  exponent: number,
  precision: number,
): { root: bigint; exponent: number } {
  let shift = Math.max(0, 2 * precision + 6 - bitLength(significand));
  if ((exponent - shift) % 2 !== 0) shift++;
  const scaled = significand << BigInt(shift);
  const root = integerRoot(scaled);
  return { root: (root << 1n) | (root * root === scaled ? 0n : 1n), exponent: (exponent - shift) / 2 - 1 };
}

export function squareRoot(x: bigint, format: Format, env: FloatEnvironment): bigint {
  return squareRootUnpacked(operand(x, format, env), format, env);
}

export function squareRootUnpacked(a: Unpacked, format: Format, env: FloatEnvironment): bigint {
  const nan = propagate([a], format, env);
  if (nan !== undefined) return nan;
  if (a.kind === "zero") return zeroBits(a.sign, format);
  if (a.sign === 1) return invalid(format, env);
  noteDenormals([a], env);
  if (a.kind !== "finite") return infinityBits(0, format);
  const { root, exponent } = stickyRoot(a.significand, a.exponent, format.precision);
  return round(0, root, exponent, format, env);
}

/** a × b + c, rounded once. NaNs: a before b before c, as FMA's operand order says; ∞ × 0 is invalid unless a NaN is there. */
export function fusedMultiplyAdd(x: bigint, y: bigint, z: bigint, format: Format, env: FloatEnvironment): bigint {
  const [a, b, c] = [operand(x, format, env), operand(y, format, env), operand(z, format, env)];
  const nan = propagate([a, b, c], format, env);
  if (nan !== undefined) return nan;
  const sign = (a.sign ^ b.sign) as 0 | 1;
  if (a.kind === "infinity" ? b.kind === "zero" : a.kind === "zero" && b.kind === "infinity")
    return invalid(format, env);
  const infinite = a.kind === "infinity" || b.kind === "infinity";
  if (infinite && c.kind === "infinity" && c.sign !== sign) return invalid(format, env);
  noteDenormals([a, b, c], env);
  if (infinite) return infinityBits(sign, format);
  if (c.kind === "infinity") return infinityBits(c.sign, format);
  if (a.kind !== "finite" || b.kind !== "finite") {
    if (c.kind === "zero") return zeroBits(zeroSum(sign, c.sign, env), format);
    return repack(c as Finite, format, env);
  }
  const product: Finite = {
    kind: "finite",
    sign,
    significand: a.significand * b.significand,
    exponent: a.exponent + b.exponent,
    denormal: false,
  };
  if (c.kind === "zero") return repack(product, format, env);
  const sum = exactSum(product, c as Finite);
  if (sum.significand === 0n) return zeroBits(zeroSum(sign, c.sign, env), format);
  return round(sum.sign, sum.significand, sum.exponent, format, env);
}

/** How two numbers compare. */
export type Order = "less" | "equal" | "greater" | "unordered";

/** Compares; `quiet` compares take quiet NaNs without an exception. */
export function compare(
  x: bigint,
  y: bigint,
  format: Format,
  env: FloatEnvironment,
  nans: "quiet" | "signalling",
): Order {
  return compareUnpacked(operand(x, format, env), operand(y, format, env), env, nans);
}

export function compareUnpacked(a: Unpacked, b: Unpacked, env: FloatEnvironment, nans: "quiet" | "signalling"): Order {
  if (a.kind === "nan" || b.kind === "nan") {
    const signals = [a, b].some((value) => value.kind === "nan" && (!value.quiet || nans === "signalling"));
    if (signals) env.flags |= EXCEPTION.invalid;
    return "unordered";
  }
  noteDenormals([a, b], env);
  return orderOf(a, b);
}

/** Order of two unpacked numbers that are not NaN. */
export function orderOf(a: Unpacked, b: Unpacked): Order {
  const difference = signedRank(a) - signedRank(b);
  if (difference !== 0) return difference < 0 ? "less" : "greater";
  if (a.kind !== "finite" || b.kind !== "finite") return "equal";
  const sum = exactSum(a, { ...b, sign: b.sign ? 0 : 1 });
  if (sum.significand === 0n) return "equal";
  return sum.sign ? "less" : "greater";
}

/** −2 … 2: −∞, negative, zero, positive, ∞. */
function signedRank(value: Unpacked): number {
  if (value.kind === "zero") return 0;
  const magnitude = value.kind === "infinity" ? 2 : 1;
  return value.sign ? -magnitude : magnitude;
}

/** A number of one format in another. */
export function convertFormat(bits: bigint, from: Format, to: Format, env: FloatEnvironment): bigint {
  return convertUnpacked(operand(bits, from, env), to, env);
}

export function convertUnpacked(value: Unpacked, to: Format, env: FloatEnvironment): bigint {
  const nan = propagate([value], to, env);
  if (nan !== undefined) return nan;
  noteDenormals([value], env);
  if (value.kind === "infinity") return infinityBits(value.sign, to);
  if (value.kind !== "finite") return zeroBits(value.sign, to);
  return repack(value, to, env);
}

/** A signed integer in a format. */
export function fromInteger(value: bigint, format: Format, env: FloatEnvironment): bigint {
  if (value === 0n) return zeroBits(0, format);
  return value < 0n ? round(1, -value, 0, format, env) : round(0, value, 0, format, env);
}

/** A finite number cut to an integer; magnitudes beyond any integer format are not spelt out. */
export function cutToInteger(
  value: Finite,
  mode: number,
): { readonly quotient: bigint; readonly inexact: boolean; readonly up: boolean } {
  if (value.exponent > 128) return { quotient: 1n << 128n, inexact: false, up: false };
  // Far below one half the exact distance does not matter, and shifting by thousands of bits would be slow.
  const tiny = value.exponent + bitLength(value.significand) < -2;
  return tiny ? cut(value.sign, 1n, -4, 0, mode) : cut(value.sign, value.significand, value.exponent, 0, mode);
}

/** A number as a signed integer of `sizeBits`; out of range and NaN give the smallest one and are invalid. */
export function toInteger(bits: bigint, format: Format, sizeBits: number, mode: number, env: FloatEnvironment): bigint {
  return toIntegerUnpacked(operand(bits, format, env), sizeBits, mode, env);
}

export function toIntegerUnpacked(value: Unpacked, sizeBits: number, mode: number, env: FloatEnvironment): bigint {
  const indefinite = -(1n << BigInt(sizeBits - 1));
  if (value.kind === "zero") return 0n;
  if (value.kind === "finite") {
    const { quotient, inexact, up } = cutToInteger(value, mode);
    const result = value.sign ? -quotient : quotient;
    if (BigInt.asIntN(sizeBits, result) === result) {
      env.roundedUp = up;
      if (inexact) env.flags |= EXCEPTION.inexact;
      return result;
    }
  }
  env.flags |= EXCEPTION.invalid;
  return indefinite;
}

/** Rounds to an integral number in the same format; `inexact` says whether to report that it changed. */
export function roundToIntegral(
  bits: bigint,
  format: Format,
  mode: number,
  inexactFlag: "report" | "suppress",
  env: FloatEnvironment,
): bigint {
  const value = operand(bits, format, env);
  const nan = propagate([value], format, env);
  if (nan !== undefined) return nan;
  if (value.kind === "infinity") return infinityBits(value.sign, format);
  if (value.kind !== "finite") return zeroBits(value.sign, format);
  const { quotient, inexact } = cut(value.sign, value.significand, value.exponent, 0, mode);
  if (inexact && inexactFlag === "report") env.flags |= EXCEPTION.inexact;
  return quotient === 0n ? zeroBits(value.sign, format) : round(value.sign, quotient, 0, format, env);
}
