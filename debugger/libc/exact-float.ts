// Floating-point numbers as exact values: sign × significand × 2^exponent. From them the decimal and hexadecimal texts that
// printf writes, rounded to nearest even as glibc rounds; and back from text, rounded once to any format. Integers of any
// length do it without error analysis; a number takes microseconds.

import { bitsOfDouble, doubleOfBits } from "./arguments.ts";

export interface ExactFloat {
  readonly negative: boolean;
  readonly kind: "finite" | "infinite" | "nan";
  readonly significand: bigint;
  readonly exponent: number;
  /** Where it came from: decides how %a writes it. */
  readonly format: "double" | "extended";
  /** How its text is rounded; "nearest" when absent. */
  readonly rounding?: Rounding;
}

/** The four modes of IEEE 754; nearest takes the even neighbour of a tie. */
export type Rounding = "nearest" | "down" | "up" | "zero";

export function exactOfDouble(value: number): ExactFloat {
  const bits = bitsOfDouble(value);
  const negative = bits >> 63n === 1n;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  if (exponent === 0x7ff) {
    const kind = fraction === 0n ? "infinite" : "nan";
    return { negative, kind, significand: 0n, exponent: 0, format: "double" };
  }
  const significand = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { negative, kind: "finite", significand, exponent: Math.max(exponent, 1) - 1075, format: "double" };
}

/** `bits` are the 80 bits of an x87 number. */
export function exactOfExtended(bits: bigint): ExactFloat {
  const negative = ((bits >> 79n) & 1n) === 1n;
  const exponent = Number((bits >> 64n) & 0x7fffn);
  const significand = BigInt.asUintN(64, bits);
  if (exponent === 0x7fff) {
    const kind = significand << 1n === 1n << 64n ? "infinite" : "nan";
    return { negative, kind, significand: 0n, exponent: 0, format: "extended" };
  }
  return { negative, kind: "finite", significand, exponent: Math.max(exponent, 1) - 16383 - 63, format: "extended" };
}

const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);

/** Quotient rounded to nearest, ties to even; or away from zero, or towards it. */
function divideRounded(
  numerator: bigint,
  denominator: bigint,
  direction: "nearest" | "away" | "towards" = "nearest",
): bigint {
  const quotient = numerator / denominator;
  if (direction === "towards") return quotient;
  if (direction === "away") return numerator % denominator === 0n ? quotient : quotient + 1n;
  const twice = 2n * (numerator % denominator);
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** A mode as it acts on the magnitude. */
function directionOf({ rounding = "nearest", negative }: ExactFloat): "nearest" | "away" | "towards" {
  if (rounding === "nearest" || rounding === "zero") return rounding === "zero" ? "towards" : "nearest";
  return (rounding === "down") === negative ? "away" : "towards";
}

/** significand × 2^exponent × 10^power, rounded to an integer. */
function scaled(value: ExactFloat, power: number): bigint {
  const { significand, exponent } = value;
  let numerator = significand;
  let denominator = 1n;
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  if (power >= 0) numerator *= 10n ** BigInt(power);
  else denominator *= 10n ** BigInt(-power);
  return divideRounded(numerator, denominator, directionOf(value));
}

/** %f: digits before and after the point; `precision` digits after it. */
export function fixedDigits(value: ExactFloat, precision: number): { whole: string; fraction: string } {
  const digits = scaled(value, precision)
    .toString()
    .padStart(precision + 1, "0");
  return { whole: digits.slice(0, digits.length - precision), fraction: digits.slice(digits.length - precision) };
}

/** %e: `precision` + 1 digits and the exponent of the first. */
export function exponentDigits(value: ExactFloat, precision: number): { digits: string; exponent: number } {
  if (value.significand === 0n) return { digits: "0".repeat(precision + 1), exponent: 0 };
  let exponent = Math.floor((bitLength(value.significand) + value.exponent - 1) * Math.LOG10E * Math.LN2);
  for (;;) {
    const digits = scaled(value, precision - exponent).toString();
    if (digits.length === precision + 1) return { digits, exponent };
    // The estimate was off by one, or rounding made one digit more: 9.99 → 10.0.
    exponent += digits.length > precision + 1 ? 1 : -1;
  }
}

/** %a: hexadecimal digits after the point (as many as needed without a precision), first digit, exponent of two. */
export function hexDigits(
  value: ExactFloat,
  precision: number | undefined,
): { first: string; fraction: string; exponent: number } {
  // A double has 52 bits behind its first digit; an extended number has four bits before the point and 60 behind.
  const behind = value.format === "double" ? 52 : 60;
  const minimum = value.format === "double" ? -1074 : -16445;
  let { significand, exponent } = value;
  if (significand === 0n) return { first: "0", fraction: "0".repeat(precision ?? 0), exponent: 0 };
  const wanted = behind + (value.format === "double" ? 1 : 4);
  const missing = Math.min(wanted - bitLength(significand), value.format === "double" ? exponent - minimum : 64);
  significand <<= BigInt(Math.max(0, missing));
  exponent -= Math.max(0, missing);
  let digits = behind / 4;
  if (precision !== undefined && precision < digits) {
    significand = divideRounded(significand, 1n << BigInt(4 * (digits - precision)), directionOf(value));
    digits = precision;
  }
  let first = significand >> BigInt(4 * digits);
  let text = digits === 0 ? "" : (significand & ((1n << BigInt(4 * digits)) - 1n)).toString(16).padStart(digits, "0");
  let power = exponent + behind;
  if (first > 15n) {
    first >>= 4n;
    power += 4;
  }
  if (precision === undefined) text = text.replace(/0+$/, "");
  else text = text.padEnd(precision, "0");
  return { first: first.toString(16), fraction: text, exponent: power };
}

// ---- from text

/** How a binary format rounds: bits of significand, exponents of the smallest unit and of the largest number. */
const formats = {
  float: { precision: 24, smallest: -149, largest: 128 },
  double: { precision: 53, smallest: -1074, largest: 1024 },
  extended: { precision: 64, smallest: -16445, largest: 16384 },
} as const;

/** A number read from text: digits × base^power, or a word. */
export interface NumberText {
  readonly negative: boolean;
  readonly kind: "finite" | "infinite" | "nan";
  readonly digits: bigint;
  /** 10 or 2. */
  readonly base: 10 | 2;
  readonly power: number;
}

/** Powers of ten beyond which every format has nothing but 0 or infinity. */
const POWER_LIMIT = 6000;

/** Rounds to a format: significand × 2^exponent, or overflow. */
function round(
  text: NumberText,
  format: keyof typeof formats,
): { significand: bigint; exponent: number; overflow: boolean } {
  const { precision, smallest, largest } = formats[format];
  const nothing = { significand: 0n, exponent: smallest, overflow: false };
  if (text.digits === 0n) return nothing;
  let numerator = text.digits;
  let denominator = 1n;
  let shift = 0;
  if (text.base === 2) shift = text.power;
  else {
    const magnitude = numerator.toString().length + text.power;
    if (magnitude > POWER_LIMIT) return { significand: 0n, exponent: 0, overflow: true };
    if (magnitude < -POWER_LIMIT) return nothing;
    if (text.power >= 0) numerator *= 10n ** BigInt(text.power);
    else denominator = 10n ** BigInt(-text.power);
  }
  let exponent = Math.max(bitLength(numerator) - bitLength(denominator) + shift - precision, smallest);
  let significand = 0n;
  for (;;) {
    const up = BigInt(Math.abs(exponent - shift));
    significand =
      exponent - shift >= 0 ? divideRounded(numerator, denominator << up) : divideRounded(numerator << up, denominator);
    if (bitLength(significand) <= precision) break;
    exponent++;
  }
  return { significand, exponent, overflow: bitLength(significand) + exponent > largest };
}

/** The double nearest to a text; `format` float rounds to that first. */
export function doubleOfText(text: NumberText, format: "float" | "double"): { value: number; overflow: boolean } {
  const sign = text.negative ? -1 : 1;
  if (text.kind === "nan")
    return { value: doubleOfBits(text.negative ? 0xfff8000000000000n : 0x7ff8000000000000n), overflow: false };
  if (text.kind === "infinite") return { value: sign * Number.POSITIVE_INFINITY, overflow: false };
  const { significand, exponent, overflow } = round(text, format);
  if (overflow) return { value: sign * Number.POSITIVE_INFINITY, overflow };
  // Both factors are exact: the significand has at most 53 bits, and the power is split so that it stays in range.
  const half = Math.trunc(exponent / 2);
  return { value: sign * (Number(significand) * 2 ** half * 2 ** (exponent - half)), overflow };
}

/** The 80 bits of the extended number nearest to a text. */
export function extendedOfText(text: NumberText): bigint {
  const sign = text.negative ? 1n << 79n : 0n;
  if (text.kind === "nan") return sign | (0x7fffn << 64n) | (3n << 62n);
  const { significand, exponent, overflow } =
    text.kind === "infinite" ? { significand: 0n, exponent: 0, overflow: true } : round(text, "extended");
  if (overflow) return sign | (0x7fffn << 64n) | (1n << 63n);
  if (significand === 0n) return sign;
  const missing = Math.min(64 - bitLength(significand), exponent + 16445);
  const normal = significand << BigInt(missing);
  const biased = normal >> 63n === 1n ? exponent - missing + 16383 + 63 : 0;
  return sign | (BigInt(biased) << 64n) | normal;
}
