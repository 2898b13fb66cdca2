// Data that is nothing but plain numbers and strings, read from the bytes of its line: tables and texts are neither cut into
// tokens nor parsed. Whatever there would be something to say about is left to others.
// Source: NASM manual, 3.2.1 "Dx: Declaring Initialized Data".

import type { Names } from "./line-template.ts";

/** What puts such data. */
export interface DataWord extends Names {
  readonly elementBytes: number;
}

const BYTES_MAX = 1 << 12;

/** The data read last, until the next is. */
export const data = {
  bytes: new Uint8Array(BYTES_MAX),
  length: 0,
  word: undefined as DataWord | undefined,
  /** Where a label without a colon stands in front; -1 when there is none. Where the data begins behind it. */
  labelStart: -1,
  labelEnd: -1,
  bodyStart: 0,
};

const wordOf = (name: string, elementBytes: number): DataWord => ({ names: [name], elementBytes, clear: undefined });
const B = 98;
const words: readonly (readonly [number, DataWord])[] = [
  [B, wordOf("db", 1)],
  [119, wordOf("dw", 2)],
  [100, wordOf("dd", 4)],
  [113, wordOf("dq", 8)],
];

const TAB = 9;
const LINE_END = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const QUOTE = 39;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const SEMICOLON = 59;
const BACKSLASH = 92;
const UNDERSCORE = 95;
const LOWER = 32;
const A = 97;
const D = 100;
const F = 102;
const X = 120;
const Z = 122;

function behindBlanks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === SPACE || bytes[at] === TAB) at++;
  return at;
}

function behindWord(bytes: Uint8Array, start: number): number {
  let at = start;
  for (; at < bytes.length; at++) {
    const c = bytes[at]!;
    const letter = c | LOWER;
    const inWord = (letter >= A && letter <= Z) || (c >= ZERO && c <= NINE) || c === UNDERSCORE || c === DOT;
    if (!inWord) break;
  }
  return at;
}

/** `db`, `dw`, `dd` or `dq` with a blank behind it. */
function wordAt(bytes: Uint8Array, at: number): DataWord | undefined {
  if ((bytes[at]! | LOWER) !== D || (bytes[at + 2] !== SPACE && bytes[at + 2] !== TAB)) return undefined;
  const size = bytes[at + 1]! | LOWER;
  for (const [letter, word] of words) if (letter === size) return word;
  return undefined;
}

/** Reads the data at `start`, perhaps behind a word that is a label: gives where its line, which ends with LF, ends; -1 when it
 * is anything else. */
export function readData(bytes: Uint8Array, start: number): number {
  let at = behindBlanks(bytes, start);
  let word = wordAt(bytes, at);
  data.labelStart = -1;
  if (word === undefined) {
    data.labelStart = at;
    data.labelEnd = behindWord(bytes, at);
    data.bodyStart = data.labelEnd;
    at = behindBlanks(bytes, data.labelEnd);
    word = at === data.labelEnd || data.labelEnd === data.labelStart ? undefined : wordAt(bytes, at);
    if (word === undefined) return -1;
  }
  data.word = word;
  data.length = 0;
  at += 2;
  for (;;) {
    at = behindBlanks(bytes, at);
    const c = bytes[at];
    const isText = word.elementBytes === 1 && (c === QUOTE || c === DOUBLE_QUOTE);
    at = isText ? readText(bytes, at) : readNumber(bytes, at, word.elementBytes);
    if (at < 0) return -1;
    at = behindBlanks(bytes, at);
    if (bytes[at] !== COMMA) break;
    at++;
  }
  if (bytes[at] === SEMICOLON) at = bytes.indexOf(LINE_END, at);
  return at > 0 && bytes[at] === LINE_END && bytes[at - 1] !== BACKSLASH ? at : -1;
}

/** Takes the string that opens at `start`; gives what is behind it, or -1. */
function readText(bytes: Uint8Array, start: number): number {
  const quote = bytes[start];
  for (let at = start + 1; ; at++) {
    const c = bytes[at];
    if (c === quote) return at + 1;
    if (c === undefined || c === LINE_END || data.length === BYTES_MAX) return -1;
    data.bytes[data.length++] = c;
  }
}

/** Takes the number at `start`, if it fits; gives what is behind it, or -1. */
function readNumber(bytes: Uint8Array, start: number, elementBytes: number): number {
  const negative = bytes[start] === MINUS;
  const from = negative ? start + 1 : start;
  const hex = bytes[from] === ZERO && (bytes[from + 1]! | LOWER) === X;
  let at = hex ? from + 2 : from;
  const first = at;
  let value = 0;
  for (; ; at++) {
    const c = bytes[at]!;
    const letter = c | LOWER;
    if (c >= ZERO && c <= NINE) value = value * (hex ? 16 : 10) + c - ZERO;
    else if (hex && letter >= A && letter <= F) value = value * 16 + letter - A + 10;
    else break;
  }
  if (at === first || !endsNumber(bytes[at])) return -1;
  // What overflows is warned of; what is larger than this is not exact any more.
  const most =
    elementBytes === 8 ? Number.MAX_SAFE_INTEGER : 2 ** (8 * elementBytes - (negative ? 1 : 0)) - (negative ? 0 : 1);
  if (value > most || data.length + elementBytes > BYTES_MAX) return -1;
  putNumber(negative ? -value : value, elementBytes);
  return at;
}

const endsNumber = (c: number | undefined): boolean =>
  c === COMMA || c === SPACE || c === TAB || c === LINE_END || c === SEMICOLON;

function putNumber(value: number, elementBytes: number): void {
  const { bytes } = data;
  const high = Math.floor(value / 2 ** 32);
  for (let k = 0; k < elementBytes; k++) bytes[data.length++] = (k < 4 ? value | 0 : high) >> (8 * (k & 3));
}
