// Numbers at the start of a text, as strtol and strtod read them; scanf uses the same after it has cut the text out.
// Source: ISO C11 7.22.1.3 and 7.22.1.4; strtol(3); strtod(3).

import type { NumberText } from "./exact-float.ts";

const SPACE = /[ \t\n\v\f\r]*/y;

export interface IntegerText {
  readonly value: bigint;
  /** Characters used, blanks included; 0 when there is no number. */
  readonly length: number;
}

/** A digit's value, 0 … 35; 99 for what is none. */
function digitValue(character: string | undefined): number {
  const value = Number.parseInt(character ?? "", 36);
  return Number.isNaN(value) ? 99 : value;
}

const spaceLength = (text: string): number => {
  SPACE.lastIndex = 0;
  return SPACE.exec(text)![0].length;
};

/** The integer at the start of `text` in base 2 … 36, or by its prefix with base 0. */
export function readInteger(text: string, base: number): IntegerText {
  let at = spaceLength(text);
  const negative = text[at] === "-";
  if (negative || text[at] === "+") at++;
  const hasPrefix = text[at] === "0" && (text[at + 1] === "x" || text[at + 1] === "X") && digitValue(text[at + 2]) < 16;
  let radix = base;
  if (base === 0) radix = hasPrefix ? 16 : text[at] === "0" ? 8 : 10;
  if (radix === 16 && hasPrefix) at += 2;
  const start = at;
  let value = 0n;
  const big = BigInt(radix);
  // Nobody needs more digits than overflow: the rest is only skipped.
  for (; digitValue(text[at]) < radix; at++) if (value < 1n << 80n) value = value * big + BigInt(digitValue(text[at]));
  if (at === start) return { value: 0n, length: 0 };
  return { value: negative ? -value : value, length: at };
}

/** Reduces to a C type as strtol does: to the nearest limit. */
export function clampInteger(
  value: bigint,
  bits: 32 | 64,
  signed: "signed" | "unsigned",
): { value: bigint; overflow: boolean } {
  const one = BigInt(bits);
  if (signed === "signed") {
    const high = (1n << (one - 1n)) - 1n;
    if (value > high) return { value: high, overflow: true };
    return value < -high - 1n ? { value: -high - 1n, overflow: true } : { value, overflow: false };
  }
  const high = (1n << one) - 1n;
  if (value > high || value < -high) return { value: high, overflow: true };
  // A minus sign negates within the type.
  return { value: BigInt.asUintN(bits, value), overflow: false };
}

const decimal = /([0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE]([+-]?[0-9]+))?/y;
const hexadecimal = /0[xX]([0-9a-fA-F]+\.?[0-9a-fA-F]*|\.[0-9a-fA-F]+)(?:[pP]([+-]?[0-9]+))?/y;
const words = /infinity|inf|nan(?:\([0-9a-zA-Z_]*\))?/iy;

/** No format's rounding can be decided by digits behind these, other than by their being there. */
const DIGIT_LIMIT = 20_000;
/** Exponents are cut here: beyond, everything is 0 or infinity. */
const EXPONENT_LIMIT = 1_000_000;

/** The floating-point number at the start of `text`; `length` 0 when there is none. */
export function readFloat(text: string): { readonly number: NumberText; readonly length: number } {
  let at = spaceLength(text);
  const negative = text[at] === "-";
  if (negative || text[at] === "+") at++;
  const none = { number: { negative: false, kind: "finite", digits: 0n, base: 10, power: 0 } as const, length: 0 };
  words.lastIndex = at;
  const word = words.exec(text)?.[0];
  if (word !== undefined) {
    const kind = word[0]!.toLowerCase() === "n" ? "nan" : "infinite";
    return { number: { negative, kind, digits: 0n, base: 10, power: 0 }, length: at + word.length };
  }
  for (const [pattern, base] of [
    [hexadecimal, 2],
    [decimal, 10],
  ] as const) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const [all, mantissa = "", exponentText = "0"] = match;
    const point = mantissa.indexOf(".");
    const behind = point < 0 ? 0 : mantissa.length - point - 1;
    let written = mantissa.replace(".", "").replace(/^0+(?=.)/, "");
    // Behind so many digits it only matters that there is something.
    const dropped = Math.max(0, written.length - DIGIT_LIMIT);
    if (dropped > 0) written = `${written.slice(0, DIGIT_LIMIT)}1`;
    const digits = BigInt((base === 2 ? "0x" : "") + written);
    const exponent = Math.max(-EXPONENT_LIMIT, Math.min(EXPONENT_LIMIT, Number(exponentText)));
    const power = exponent - (behind - dropped + (dropped > 0 ? 1 : 0)) * (base === 2 ? 4 : 1);
    return { number: { negative, kind: "finite", digits, base, power }, length: at + all.length };
  }
  return none;
}
