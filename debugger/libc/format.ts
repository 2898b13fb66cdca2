// printf's engine: a format and a source of arguments give bytes. All conversions of C11 and glibc's own (%m, %n$), all
// flags, widths, precisions and length modifiers, written as glibc writes them in the "C" locale.
// Source: ISO C11 7.21.6.1; printf(3); what glibc 2.36 prints.

import { errnoText } from "../../server/facts/errno.ts";
import type { ArgumentSource } from "./arguments.ts";
import {
  type ExactFloat,
  exactOfDouble,
  exactOfExtended,
  exponentDigits,
  fixedDigits,
  hexDigits,
  type Rounding,
} from "./exact-float.ts";
import { latin1, type ProgramMemory } from "./program-memory.ts";

type LengthModifier = "" | "hh" | "h" | "l" | "ll" | "L" | "z" | "j" | "t";

/** A number that stands in the format, or comes from an argument: the next one, or the one with a position. */
type Amount = number | { readonly argument: number | "next" };

/** One conversion of a format. */
interface Conversion {
  readonly flags: string;
  readonly width: Amount | undefined;
  readonly precision: Amount | undefined;
  readonly length: LengthModifier;
  readonly letter: string;
  /** From %n$; "next" without. */
  readonly argument: number | "next";
  /** As it stands in the format. */
  readonly text: string;
}

/** Wider conversions and longer texts fail, as they do natively when memory runs out. */
const AMOUNT_LIMIT = 2 ** 26;
const TEXT_LIMIT = 2 ** 28;

const conversionPattern =
  /%(?:(\d+)\$)?([-+ #0'I]*)(\*(?:\d+\$)?|\d+)?(?:\.(\*(?:\d+\$)?|-?\d*))?(hh|h|ll|l|q|L|z|Z|j|t)?([\s\S]?)/y;

function amountOf(text: string | undefined): Amount | undefined {
  if (text === undefined) return undefined;
  if (!text.startsWith("*")) return text === "" ? 0 : Number(text);
  return { argument: text.length > 1 ? Number(text.slice(1, -1)) : "next" };
}

const lengths: Readonly<Record<string, LengthModifier>> = { q: "ll", Z: "z" };

/** Formats already cut: a program prints the same few again and again. */
const cutFormats = new Map<string, readonly (string | Conversion)[]>();
const CUT_FORMATS_LIMIT = 256;

function parseFormat(format: string): readonly (string | Conversion)[] {
  const known = cutFormats.get(format);
  if (known) return known;
  const parts = cutFormat(format);
  if (cutFormats.size >= CUT_FORMATS_LIMIT) cutFormats.clear();
  if (format.length < 1000) cutFormats.set(format, parts);
  return parts;
}

/** Cuts a format into text and conversions. */
function cutFormat(format: string): (string | Conversion)[] {
  const parts: (string | Conversion)[] = [];
  let at = 0;
  while (at < format.length) {
    const next = format.indexOf("%", at);
    if (next !== at) parts.push(format.slice(at, next < 0 ? format.length : next));
    if (next < 0) break;
    conversionPattern.lastIndex = next;
    const match = conversionPattern.exec(format)!;
    const [text, position, flags = "", width, precision, length = "", letter = ""] = match;
    parts.push({
      text,
      flags,
      letter,
      width: amountOf(width),
      precision: amountOf(precision),
      length: lengths[length] ?? (length as LengthModifier),
      argument: position === undefined ? "next" : Number(position),
    });
    at = next + text.length;
  }
  return parts;
}

export interface FormatContext {
  readonly program: ProgramMemory;
  readonly args: ArgumentSource;
  readonly bits: 32 | 64;
  /** For %m. */
  readonly errno: number;
  /** Of floating-point numbers; "nearest" when absent. */
  readonly rounding?: Rounding;
}

/** What was written; `failed` is printf's −1. */
export interface FormatResult {
  readonly text: string;
  readonly failed: boolean;
}

/** An argument of any type, fetched in order. */
type Value = bigint | ExactFloat;

/** A conversion with its numbers known. */
interface Ready {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly length: LengthModifier;
  readonly letter: string;
}

/** Formats as Latin-1 text, one character a byte. @throws {GuestFault} for strings that cannot be read. */
export function formatText(formatBytes: Uint8Array, context: FormatContext): FormatResult {
  const parts = parseFormat(latin1(formatBytes));
  const positions = positionalValues(parts, context);
  const fetch = (argument: number | "next", letter: string, length: LengthModifier): Value =>
    argument === "next" ? fetchValue(context, letter, length) : (positions.get(argument) ?? 0n);
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    if (part.letter === "") return { text, failed: true };
    const amount = (value: Amount | undefined): number | undefined =>
      typeof value === "object" ? Number(BigInt.asIntN(32, fetch(value.argument, "d", "") as bigint)) : value;
    let width = amount(part.width) ?? 0;
    let { flags } = part;
    if (width < 0) {
      width = -width;
      flags += "-";
    }
    const precision = amount(part.precision);
    if (width > AMOUNT_LIMIT || text.length > TEXT_LIMIT || (precision ?? 0) > AMOUNT_LIMIT)
      return { text, failed: true };
    const { length, letter } = part;
    const ready: Ready = {
      flags,
      width,
      precision: precision !== undefined && precision < 0 ? undefined : precision,
      length,
      letter,
    };
    const piece = convert(ready, part, context, text.length, () => fetch(part.argument, letter, length));
    if (piece === undefined) return { text, failed: true };
    text += piece;
  }
  return { text, failed: false };
}

/** With %n$ the arguments are fetched in the order of their positions before anything is written. */
function positionalValues(parts: readonly (string | Conversion)[], context: FormatContext): Map<number, Value> {
  const wanted = new Map<number, { letter: string; length: LengthModifier }>();
  for (const part of parts) {
    if (typeof part === "string" || part.argument === "next") continue;
    wanted.set(part.argument, part);
    for (const amount of [part.width, part.precision]) {
      if (typeof amount === "object" && amount.argument !== "next")
        wanted.set(amount.argument, { letter: "d", length: "" });
    }
  }
  const values = new Map<number, Value>();
  const last = Math.min(64, Math.max(0, ...wanted.keys()));
  for (let position = 1; position <= last; position++) {
    const { letter, length } = wanted.get(position) ?? { letter: "d", length: "" as const };
    values.set(position, fetchValue(context, letter, length));
  }
  return values;
}

function fetchValue({ args, rounding }: FormatContext, letter: string, length: LengthModifier): Value {
  if ("eEfFgGaA".includes(letter)) {
    const exact = length === "L" ? exactOfExtended(args.longDouble()) : exactOfDouble(args.double());
    return rounding === undefined || rounding === "nearest" ? exact : { ...exact, rounding };
  }
  if ("spSn".includes(letter)) return args.pointer();
  if (letter === "c" || letter === "C") return BigInt(args.int());
  const signed = letter === "d" || letter === "i";
  switch (length) {
    case "ll":
    case "j":
    case "L":
      return signed ? args.longLong() : BigInt.asUintN(64, args.longLong());
    case "l":
    case "z":
    case "t":
      return signed ? args.long() : args.unsignedLong();
    case "h":
      return signed ? BigInt.asIntN(16, BigInt(args.int())) : BigInt.asUintN(16, BigInt(args.int()));
    case "hh":
      return signed ? BigInt.asIntN(8, BigInt(args.int())) : BigInt.asUintN(8, BigInt(args.int()));
    default:
      return signed ? BigInt(args.int()) : BigInt(args.unsigned());
  }
}

/** Text of one conversion; undefined when printf fails there. */
function convert(
  ready: Ready,
  part: Conversion,
  context: FormatContext,
  written: number,
  value: () => Value,
): string | undefined {
  switch (ready.letter) {
    case "%":
      return "%";
    case "d":
    case "i":
    case "u":
    case "o":
    case "x":
    case "X":
    case "b":
    case "B":
      return integerText(ready, value() as bigint);
    case "c":
      return pad(ready, String.fromCharCode(Number((value() as bigint) & 255n)));
    case "s":
    case "S":
      return stringText(ready, context, value() as bigint);
    case "C":
      return pad(ready, String.fromCharCode(Number((value() as bigint) & 127n)));
    case "p":
      return pointerText(ready, value() as bigint);
    case "n":
      storeCount(ready, context, value() as bigint, written);
      return "";
    case "m":
      return pad(ready, cutTo(errnoText(context.errno), ready.precision));
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
    case "a":
    case "A":
      return floatText(ready, value() as ExactFloat);
    default:
      return unknownText(ready, part);
  }
}

/** An unknown conversion is written as it stands, its flags in glibc's order. */
function unknownText({ flags, width, precision }: Ready, part: Conversion): string {
  const kept = ["#", "'", "+", " ", "-", "0"].filter(
    (flag) => flags.includes(flag) && !(flag === " " && flags.includes("+")),
  );
  const point = precision === undefined ? "" : `.${precision}`;
  return `%${kept.join("")}${width > 0 ? width : ""}${point}${part.letter}`;
}

const cutTo = (text: string, precision: number | undefined): string =>
  precision === undefined ? text : text.slice(0, precision);

function pad({ flags, width }: Ready, text: string): string {
  return flags.includes("-") ? text.padEnd(width) : text.padStart(width);
}

/** Sign or prefix, then zeros up to the width if asked for, then digits. */
function padNumber({ flags, width }: Ready, prefix: string, digits: string, zeros: "zeros" | "blanks"): string {
  if (flags.includes("-")) return (prefix + digits).padEnd(width);
  if (zeros === "zeros") return prefix + digits.padStart(width - prefix.length, "0");
  return (prefix + digits).padStart(width);
}

const BASES: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16 };

function integerText(ready: Ready, value: bigint): string {
  const { flags, precision, letter } = ready;
  const signed = letter === "d" || letter === "i";
  const magnitude = value < 0n ? -value : value;
  const base = BASES[letter.toLowerCase()] ?? 10;
  let digits = precision === 0 && value === 0n ? "" : magnitude.toString(base).padStart(precision ?? 1, "0");
  if (letter === "o" && flags.includes("#") && !digits.startsWith("0")) digits = `0${digits}`;
  let prefix = signed ? signText(flags, value < 0n) : "";
  if ((base === 16 || base === 2) && flags.includes("#") && value !== 0n) prefix = base === 2 ? "0b" : "0x";
  const text = padNumber(ready, prefix, digits, flags.includes("0") && precision === undefined ? "zeros" : "blanks");
  return letter === "X" || letter === "B" ? text.toUpperCase() : text;
}

const signText = (flags: string, negative: boolean): string =>
  negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";

function pointerText(ready: Ready, value: bigint): string {
  if (value === 0n) return pad(ready, "(nil)");
  const digits = value.toString(16).padStart(ready.precision ?? 1, "0");
  const zeros = ready.flags.includes("0") && ready.precision === undefined ? "zeros" : "blanks";
  return padNumber(ready, `${signText(ready.flags, false)}0x`, digits, zeros);
}

function stringText(ready: Ready, { program }: FormatContext, pointer: bigint): string | undefined {
  const { precision, length, letter } = ready;
  if (pointer === 0n) return pad(ready, precision === undefined || precision >= 6 ? "(null)" : "");
  if (length !== "l" && letter !== "S") return pad(ready, latin1(program.string(pointer, precision)));
  let text = "";
  for (let at = pointer; precision === undefined || text.length < precision; at += 4n) {
    const character = Number(program.readWord(at, 4));
    if (character === 0) break;
    // The "C" locale has no other wide characters.
    if (character > 127) return undefined;
    text += String.fromCharCode(character);
  }
  return pad(ready, text);
}

function storeCount({ length }: Ready, { program, bits }: FormatContext, pointer: bigint, written: number): void {
  const long = bits === 64 ? 8 : 4;
  const sizes: Readonly<Record<LengthModifier, 1 | 2 | 4 | 8>> = {
    hh: 1,
    h: 2,
    "": 4,
    l: long,
    z: long,
    t: long,
    ll: 8,
    j: 8,
    L: 8,
  };
  program.writeWord(pointer, sizes[length], BigInt(written));
}

// ---- floating point

function floatText(ready: Ready, value: ExactFloat): string {
  const { flags, letter } = ready;
  const upper = letter === letter.toUpperCase();
  const sign = signText(flags, value.negative);
  if (value.kind !== "finite") {
    const word = value.kind === "nan" ? "nan" : "inf";
    return pad(ready, sign + (upper ? word.toUpperCase() : word));
  }
  const lower = letter.toLowerCase();
  const prefix = lower === "a" ? `${sign}0x` : sign;
  const digits =
    lower === "a"
      ? hexText(ready, value)
      : lower === "f"
        ? fixedText(ready, value)
        : lower === "e"
          ? exponentText(ready, value)
          : shortText(ready, value);
  const text = padNumber(ready, prefix, digits, flags.includes("0") ? "zeros" : "blanks");
  return upper ? text.toUpperCase() : text;
}

/** A point only where digits follow, or with #. */
const withPoint = (flags: string, whole: string, fraction: string): string =>
  fraction !== "" || flags.includes("#") ? `${whole}.${fraction}` : whole;

function fixedText({ flags, precision = 6 }: Ready, value: ExactFloat): string {
  const { whole, fraction } = fixedDigits(value, precision);
  return withPoint(flags, whole, fraction);
}

const exponentSuffix = (exponent: number): string =>
  `e${exponent < 0 ? "-" : "+"}${Math.abs(exponent).toString().padStart(2, "0")}`;

function exponentText({ flags, precision = 6 }: Ready, value: ExactFloat): string {
  const { digits, exponent } = exponentDigits(value, precision);
  return withPoint(flags, digits[0]!, digits.slice(1)) + exponentSuffix(exponent);
}

/** %g: the shorter of %e and %f by the exponent, without trailing zeros unless # asks for them. */
function shortText({ flags, precision = 6 }: Ready, value: ExactFloat): string {
  const significant = Math.max(1, precision);
  const { digits, exponent } = exponentDigits(value, significant - 1);
  const fixed = exponent >= -4 && exponent < significant;
  const { whole, fraction } = fixed
    ? fixedDigits(value, significant - 1 - exponent)
    : { whole: digits[0]!, fraction: digits.slice(1) };
  const kept = flags.includes("#") ? fraction : fraction.replace(/0+$/, "");
  return withPoint(flags, whole, kept) + (fixed ? "" : exponentSuffix(exponent));
}

function hexText({ flags, precision }: Ready, value: ExactFloat): string {
  const { first, fraction, exponent } = hexDigits(value, precision);
  return `${withPoint(flags, first, fraction)}p${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
}
