// scanf's engine: a format takes characters from a source and gives what is to be stored where. Nothing is stored before the
// end, since a stream may have to wait for input and the call then starts anew. Mismatches, end of file and odd prefixes are
// treated as glibc treats them.
// Source: ISO C11 7.21.6.2; scanf(3); what glibc 2.36 does.

import type { ArgumentSource } from "./arguments.ts";
import { bitsOfDouble } from "./arguments.ts";
import { doubleOfText, extendedOfText } from "./exact-float.ts";
import { clampInteger, readFloat, readInteger } from "./number-text.ts";
import { latin1, wordBytes } from "./program-memory.ts";

/** Where characters come from: a stream or a string. −1 is the end. */
export interface ScanSource {
  peek(): number | "pending";
  take(): void;
}

export interface Store {
  readonly pointer: bigint;
  readonly bytes: Uint8Array;
  /** %ms: the bytes go into a new heap block, whose address is stored at `pointer`. */
  readonly allocate: boolean;
}

export interface ScanResult {
  readonly stores: readonly Store[];
  /** What scanf returns. */
  readonly count: number;
}

/** Thrown inside this file only, to leave a half-read item. */
const WAITING = Symbol("waiting");

interface Directive {
  /** From %n$; "next" without. */
  readonly argument: number | "next";
  readonly suppress: boolean;
  readonly width: number;
  readonly allocate: boolean;
  readonly length: string;
  readonly letter: string;
  /** %[…]: the bytes that are taken. */
  readonly set: ReadonlySet<number> | undefined;
}

const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);
const directivePattern = /%(?:(\d+)\$)?([*'I]*)(\d*)(m?)(hh|h|ll|l|q|L|z|Z|j|t|)([\s\S]?)/y;

/** As many arguments as C guarantees (NL_ARGMAX is larger; the stack of a program need not be). */
const POSITION_LIMIT = 127;

interface ParsedDirective {
  readonly directive: Directive;
  readonly end: number;
}

function parseDirective(format: string, at: number): ParsedDirective {
  directivePattern.lastIndex = at;
  const [text = "", position, flags = "", width, allocate, length = "", letter = ""] = directivePattern.exec(format)!;
  let end = at + text.length;
  let set: Set<number> | undefined;
  if (letter === "[") {
    const parsed = parseSet(format, end);
    set = parsed.set;
    end = parsed.end;
  }
  const directive = {
    argument: Number(position ?? 0) || ("next" as const),
    suppress: flags.includes("*"),
    width: width === "" || width === "0" ? Number.MAX_SAFE_INTEGER : Number(width),
    allocate: allocate === "m",
    length,
    letter,
    set,
  };
  return { directive, end };
}

function parseSet(format: string, start: number): { set: Set<number>; end: number } {
  let at = start;
  const negated = format[at] === "^";
  if (negated) at++;
  const listed = new Set<number>();
  for (let first = true; at < format.length && (first || format[at] !== "]"); first = false) {
    const low = format.charCodeAt(at);
    const isRange = format[at + 1] === "-" && at + 2 < format.length && format[at + 2] !== "]";
    const high = isRange ? format.charCodeAt(at + 2) : low;
    for (let byte = low; byte <= high; byte++) listed.add(byte);
    at += isRange ? 3 : 1;
  }
  const set = negated ? new Set(Array.from({ length: 256 }, (_, k) => k).filter((k) => !listed.has(k))) : listed;
  return { set, end: at + 1 };
}

class Scanner {
  readonly #source: ScanSource;
  taken = 0;

  constructor(source: ScanSource) {
    this.#source = source;
  }

  peek(): number {
    const byte = this.#source.peek();
    if (byte === "pending") throw WAITING;
    return byte;
  }

  take(): number {
    const byte = this.peek();
    if (byte >= 0) {
      this.#source.take();
      this.taken++;
    }
    return byte;
  }

  skipSpace(): void {
    while (isSpace(this.peek())) this.take();
  }

  /** Takes bytes while `accept` says so, at most `width`. */
  while(width: number, accept: (byte: number) => boolean): Uint8Array {
    const bytes: number[] = [];
    while (bytes.length < width && this.peek() >= 0 && accept(this.peek())) bytes.push(this.take());
    return Uint8Array.from(bytes);
  }
}

/** Reads by a format. "pending" when the source has to wait: nothing may be stored then. */
export function scanText(
  formatBytes: Uint8Array,
  source: ScanSource,
  args: ArgumentSource,
  bits: 32 | 64,
): ScanResult | "pending" {
  const scanner = new Scanner(source);
  const stores: Store[] = [];
  try {
    return { stores, count: run(latin1(formatBytes), scanner, args, bits, stores) };
  } catch (thrown) {
    if (thrown === WAITING) return "pending";
    throw thrown;
  }
}

/** The arguments, all of them pointers: the next one, or the one at a position (from 1), whatever was taken before. */
function pointersOf(args: ArgumentSource): (argument: number | "next") => bigint {
  const known: bigint[] = [];
  let next = 0;
  return (argument) => {
    const index = argument === "next" ? next++ : Math.min(argument, POSITION_LIMIT) - 1;
    while (known.length <= index) known.push(args.pointer());
    return known[index] ?? 0n;
  };
}

function run(format: string, scanner: Scanner, args: ArgumentSource, bits: 32 | 64, stores: Store[]): number {
  let count = 0;
  const pointerOf = pointersOf(args);
  const ended = (): number => (count === 0 ? -1 : count);
  for (let at = 0; at < format.length; ) {
    const character = format.charCodeAt(at);
    if (isSpace(character)) {
      scanner.skipSpace();
      at++;
      continue;
    }
    if (character !== 37) {
      if (scanner.peek() < 0) return ended();
      if (scanner.peek() !== character) return count;
      scanner.take();
      at++;
      continue;
    }
    const { directive, end } = parseDirective(format, at);
    at = end;
    const { letter } = directive;
    if (letter === "n") {
      if (!directive.suppress)
        stores.push({
          pointer: pointerOf(directive.argument),
          bytes: integerBytes(BigInt(scanner.taken), directive, bits),
          allocate: false,
        });
      continue;
    }
    if (letter !== "c" && letter !== "C" && letter !== "[") scanner.skipSpace();
    if (scanner.peek() < 0) return letter === "" ? count : ended();
    if (letter === "%") {
      if (scanner.peek() !== 37) return count;
      scanner.take();
      continue;
    }
    const item = readItem(scanner, directive, bits);
    if (item === "mismatch") return count;
    if (item === "end") return ended();
    if (directive.suppress) continue;
    stores.push({ pointer: pointerOf(directive.argument), bytes: item, allocate: directive.allocate });
    count++;
  }
  return count;
}

function readItem(scanner: Scanner, directive: Directive, bits: 32 | 64): Uint8Array | "mismatch" | "end" {
  switch (directive.letter) {
    case "d":
    case "u":
    case "i":
    case "o":
    case "x":
    case "X":
    case "p":
      return readIntegerItem(scanner, directive, bits);
    case "a":
    case "A":
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
      return readFloatItem(scanner, directive);
    case "s":
    case "S":
      return terminated(
        scanner.while(directive.width, (byte) => !isSpace(byte)),
        directive,
      );
    case "[": {
      const bytes = scanner.while(directive.width, (byte) => directive.set!.has(byte));
      return bytes.length === 0 ? "mismatch" : terminated(bytes, directive);
    }
    case "c":
    case "C": {
      const width = directive.width === Number.MAX_SAFE_INTEGER ? 1 : directive.width;
      return widened(
        scanner.while(width, () => true),
        directive,
      );
    }
    default:
      return "mismatch";
  }
}

/** %ls stores wide characters. */
function widened(bytes: Uint8Array, { length, letter }: Directive): Uint8Array {
  if (length !== "l" && letter !== "S" && letter !== "C") return bytes;
  return Uint8Array.from([...bytes].flatMap((byte) => [byte, 0, 0, 0]));
}

const terminated = (bytes: Uint8Array, directive: Directive): Uint8Array =>
  widened(Uint8Array.of(...bytes, 0), directive);

/** Little-endian bytes of an integer in the size that the length modifier says. */
function integerBytes(value: bigint, { length, letter }: Directive, bits: 32 | 64): Uint8Array {
  const long = bits / 8;
  const sizes: Readonly<Record<string, number>> = {
    hh: 1,
    h: 2,
    l: long,
    z: long,
    Z: long,
    t: long,
    ll: 8,
    j: 8,
    L: 8,
    q: 8,
  };
  return wordBytes(value, letter === "p" ? long : (sizes[length] ?? 4));
}

const bases: Readonly<Record<string, number>> = { d: 10, u: 10, i: 0, o: 8, x: 16, X: 16, p: 16 };

const isDigit = (byte: number, base: number): boolean => {
  const value = byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 122 ? (byte | 32) - 87 : 99;
  return value < base;
};

function readIntegerItem(scanner: Scanner, directive: Directive, bits: 32 | 64): Uint8Array | "mismatch" | "end" {
  const { letter, width, length } = directive;
  let base = bases[letter]!;
  let text = "";
  const take = (): void => {
    text += String.fromCharCode(scanner.take());
  };
  const room = (): boolean => text.length < width;
  if (letter === "p" && scanner.peek() === 40) return readNil(scanner, directive, bits);
  if (room() && (scanner.peek() === 43 || scanner.peek() === 45)) take();
  if (room() && scanner.peek() === 48) {
    take();
    if (room() && (scanner.peek() | 32) === 120 && (base === 0 || base === 16)) {
      take();
      base = 16;
    } else if (base === 0) base = 8;
  }
  if (base === 0) base = 10;
  while (room() && isDigit(scanner.peek(), base)) take();
  const sign = /^[+-]?/.exec(text)![0];
  if (text.length === sign.length) return "mismatch";
  // "0x" without digits counts as 0, and both characters are gone.
  const parsed = readInteger(text, base);
  const wide = length === "ll" || length === "q" || length === "j" || length === "L";
  const signed = letter === "d" || letter === "i" ? "signed" : "unsigned";
  const { value } = clampInteger(parsed.value, wide ? 64 : bits, signed);
  return integerBytes(value, directive, bits);
}

/** "(nil)" is what %p writes for NULL. */
function readNil(scanner: Scanner, directive: Directive, bits: 32 | 64): Uint8Array | "mismatch" {
  for (const character of "(nil)") {
    if (scanner.peek() !== character.charCodeAt(0)) return "mismatch";
    scanner.take();
  }
  return integerBytes(0n, directive, bits);
}

function readFloatItem(scanner: Scanner, { width, length }: Directive): Uint8Array | "mismatch" | "end" {
  let text = "";
  const take = (): void => {
    text += String.fromCharCode(scanner.take());
  };
  const next = (): string => (text.length < width && scanner.peek() >= 0 ? String.fromCharCode(scanner.peek()) : "");
  if (next() === "+" || next() === "-") take();
  const word = /[in]/i.test(next()) ? takeWord(next, take) : undefined;
  if (word === "mismatch") return "mismatch";
  if (word === undefined) {
    const digits = takeNumber(next, take);
    if (digits === 0) return "mismatch";
  }
  const { number } = readFloat(text);
  if (length === "L") return wordBytes(extendedOfText(number), 10);
  if (length === "l") return wordBytes(bitsOfDouble(doubleOfText(number, "double").value), 8);
  const single = new DataView(new ArrayBuffer(4));
  single.setFloat32(0, doubleOfText(number, "float").value, true);
  return new Uint8Array(single.buffer);
}

/** "inf", "infinity" and "nan", letter by letter. As in glibc, a letter that does not fit is gone. */
function takeWord(next: () => string, take: () => void): "word" | "mismatch" {
  const takeAll = (letters: string): boolean => {
    for (const letter of letters) {
      const fits = next().toLowerCase() === letter;
      if (next() !== "") take();
      if (!fits) return false;
    }
    return true;
  };
  const isNan = next().toLowerCase() === "n";
  if (!takeAll(isNan ? "nan" : "inf")) return "mismatch";
  if (isNan || next().toLowerCase() !== "i") return "word";
  return takeAll("inity") ? "word" : "mismatch";
}

/** Digits, a point, an exponent, decimal or hexadecimal. @returns the number of digits before the exponent. */
function takeNumber(next: () => string, take: () => void): number {
  let digits = 0;
  let hex = false;
  let point = false;
  if (next() === "0") {
    take();
    digits++;
    if (/[xX]/.test(next())) {
      take();
      hex = true;
      digits = 0;
    }
  }
  const digit = hex ? /[0-9a-fA-F]/ : /[0-9]/;
  for (;;) {
    if (digit.test(next())) digits++;
    else if (next() === "." && !point) point = true;
    else break;
    take();
  }
  if (digits > 0 && (hex ? /[pP]/ : /[eE]/).test(next())) {
    take();
    if (next() === "+" || next() === "-") take();
    while (/[0-9]/.test(next())) take();
  }
  return digits;
}

/** A string as a source: the end is its zero byte. */
export function stringSource(bytes: Uint8Array): ScanSource {
  let at = 0;
  return {
    peek: () => bytes[at] ?? -1,
    take: () => {
      at++;
    },
  };
}
