// The shape of a line: its text where each number stands for all that NASM treats alike, and each register for all that are
// encoded alike. Read in one go over the bytes, without tokens.

import type { Register } from "../isa/register.ts";
import { addressKinds, kindCount, operandKinds } from "../isa/register-kind.ts";
import { addToHash, HASH_START } from "./text-table.ts";

const KEY_MAX = 100;
/** More do not fit into a line of that length. */
const VALUES_MAX = KEY_MAX;

/** The line read last, until the next one is. */
export const shape = {
  /** Its text in lower case without blanks and comment, with a character from 128 on for each number and register. */
  key: new Uint8Array(KEY_MAX),
  length: 0,
  /** The numbers, with the sign before them, and which operand each is in. */
  numbers: new Float64Array(VALUES_MAX),
  operandOf: new Uint8Array(VALUES_MAX),
  count: 0,
  /** The registers as numbers in `registers`, but for those that their operand has already. */
  registers: new Uint8Array(VALUES_MAX),
  registerOperand: new Uint8Array(VALUES_MAX),
  registerCount: 0,
  /** Commas. */
  commas: 0,
  /** Words, and what else stands for itself: brackets, commas, operators. */
  words: 0,
  marks: 0,
  /** Where the last word stands in the source. */
  wordStart: 0,
  wordEnd: 0,
  /** Where the label in front stands, which is not in the key: -1 when there is none; and where what is behind it begins. */
  labelStart: -1,
  labelEnd: -1,
  bodyStart: 0,
};

const WORD = 1;
const DIGIT = 2;
const BLANK = 4;
const SIGN = 8;
/** What stands for itself. */
const MARK = 16;
/** Behind such, and behind a word or the sign of a sum, a number may stand for others. */
const OPENS = 32;
const CLOSES = 64;

const classes = new Uint8Array(256);
const classify = (characters: string, bits: number): void => {
  for (let k = 0; k < characters.length; k++) classes[characters.charCodeAt(k)]! |= bits;
};
classify("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.", WORD);
classify("0123456789", WORD | DIGIT);
classify(" \t", BLANK);
classify("+-", SIGN | MARK | CLOSES);
classify("*:", MARK);
classify("[", MARK | OPENS);
classify(",", MARK | OPENS | CLOSES);
classify("]", MARK | CLOSES);
classify(";\n", CLOSES);
const NUMBER_FIRST = 128;
classes.fill(WORD, NUMBER_FIRST);

const SEMICOLON = 59;
const LINE_END = 10;
const BACKSLASH = 92;
const MINUS = 45;
const COMMA = 44;
const DOT = 46;
const COLON = 58;
const OPENING = 91;
const CLOSING = 93;
const SPACE = 32;
const LOWER = 32;

/** What the words of a line mean where it stands. */
export interface Meanings {
  /** Whether registers stand for others like them: not where a macro has a register's name. */
  readonly registersAre: "alike" | "themselves";
  /** The number that a name means in all passes, as far as one can tell. */
  constant(name: string): number | undefined;
}

/** Reads the line that begins at `start`, whose lines end with LF alone: where it ends, or -1 when there is more to it than
 * words, numbers, brackets and sums. */
export function readShape(bytes: Uint8Array, start: number, meanings: Meanings): number {
  const { key } = shape;
  const { length } = bytes;
  let size = 0;
  let at = start;
  let blank = false;
  let inside = false;
  shape.count = 0;
  shape.registerCount = 0;
  shape.commas = 0;
  shape.words = 0;
  shape.marks = 0;
  shape.labelStart = -1;
  while (at < length) {
    const c = bytes[at]!;
    const mask = c < NUMBER_FIRST ? classes[c]! : 0;
    if (mask & BLANK) {
      blank = true;
      at++;
      continue;
    }
    if (c === SEMICOLON || c === LINE_END) break;
    if (mask === 0 || size >= KEY_MAX - 2) return -1;
    if (mask & WORD) {
      const before = size === 0 ? 0 : classes[key[size - 1]!]!;
      if (before & WORD && blank) key[size++] = SPACE;
      blank = false;
      if (mask & DIGIT) {
        const end = readNumber(bytes, at, size);
        if (end > at) {
          size++;
          at = end;
          continue;
        }
      }
      const end = readWord(bytes, at, size);
      if (end < 0) return -1;
      shape.words++;
      shape.wordStart = at;
      shape.wordEnd = end;
      // The first word is what is done.
      const alike =
        size > 0 &&
        ((meanings.registersAre === "alike" && takeRegister(size, end - at, inside)) ||
          takeConstant(bytes, at, end, size, meanings));
      size = alike ? size + 1 : size + end - at;
      at = end;
      continue;
    }
    blank = false;
    at++;
    if (c === COLON && shape.words === 1 && shape.marks === 0 && shape.labelStart < 0 && shape.count === 0) {
      shape.labelStart = shape.wordStart;
      shape.labelEnd = shape.wordEnd;
      shape.bodyStart = at;
      shape.words = 0;
      size = 0;
      continue;
    }
    shape.marks++;
    if (c === COMMA) shape.commas++;
    else if (c === OPENING) inside = true;
    else if (c === CLOSING) inside = false;
    key[size++] = c;
  }
  shape.length = size;
  if (at < length && bytes[at] === SEMICOLON) {
    at = bytes.indexOf(LINE_END, at);
    if (at < 0) at = length;
  }
  // With a backslash the next line belongs to it.
  return at - start > LINE_MAX || (at > start && bytes[at - 1] === BACKSLASH) ? -1 : at;
}

/** With its comment. */
const LINE_MAX = 1000;

const LARGEST = 0xffffffff;

/** Takes the number at `at`, if it is a plain one and a term of a sum by itself: gives its end, or `at` when it stands for
 * nothing but itself. */
function readNumber(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  let end = at;
  if (bytes[at] === 48 && (bytes[at + 1]! | LOWER) === 120) {
    for (end = at + 2; ; end++) {
      const c = bytes[end]!;
      const lower = c | LOWER;
      if (c >= 48 && c <= 57) value = value * 16 + c - 48;
      else if (lower >= 97 && lower <= 102) value = value * 16 + lower - 87;
      else break;
    }
    if (end === at + 2) return at;
  } else for (; classes[bytes[end]!]! & DIGIT; end++) value = value * 10 + bytes[end]! - 48;
  return end - at <= 10 && takeNumber(bytes, end, size, value) ? end : at;
}

/** Puts what stands for a number, which ends at `end`, to the key, if it is a term of a sum by itself. */
function takeNumber(bytes: Uint8Array, end: number, size: number, value: number): boolean {
  const { key } = shape;
  if (value > LARGEST || value < -LARGEST) return false;
  // A letter, a point or `$` would belong to it.
  let next = end;
  while (classes[bytes[next]!]! & BLANK) next++;
  if (next < bytes.length && (classes[bytes[next]!]! & CLOSES) === 0) return false;
  const last = size === 0 ? 0 : key[size - 1]!;
  const before = classes[last]!;
  if (before & SIGN) {
    const outer = size < 2 ? 0 : classes[key[size - 2]!]!;
    if ((outer & (WORD | OPENS)) === 0) return false;
  } else if ((before & (WORD | OPENS)) === 0 && last !== SPACE) return false;
  const signed = last === MINUS ? -value : value;
  shape.numbers[shape.count] = signed;
  shape.operandOf[shape.count++] = shape.commas;
  key[size] = NUMBER_FIRST + kindOf(signed);
  return true;
}

/** Where NASM's choices among encodings change: fields of 1, 2 and 4 bytes, signed and not. 0 and 1 are for themselves. */
const STEPS = [-0x80000000, -0x10000, -0x8000, -256, -128, 0, 1, 2, 128, 256, 0x8000, 0x10000, 0x80000000];
const REGISTER_FIRST = NUMBER_FIRST + 4 * STEPS.length + 4;

/** Numbers of one kind are treated alike by all that looks at them: `STEPS`, and whether what is left of them in 16 and in 32
 * bits is a signed byte. */
function kindOf(value: number): number {
  let step = 0;
  while (step < STEPS.length && value >= STEPS[step]!) step++;
  const byteOfWord = ((value + 128) & 0xffff) <= 255 ? 1 : 0;
  const byteOfDword = (value + 128) >>> 0 <= 255 ? 2 : 0;
  return 4 * step + byteOfDword + byteOfWord;
}

/** The same for the word from `start` to `end`, which was just copied to the key, if it names a constant. What stands behind
 * the first word at once is mostly a label. */
function takeConstant(bytes: Uint8Array, start: number, end: number, size: number, meanings: Meanings): boolean {
  const before = shape.key[size - 1]!;
  if (before === SPACE || (classes[before]! & (OPENS | SIGN)) === 0 || bytes[start] === DOT) return false;
  const value = meanings.constant(wordText(bytes, start, end));
  return value !== undefined && takeNumber(bytes, end, size, value);
}

/** Copies the word at `at` to the key, in lower case; gives its end, or -1 when it is too long. */
function readWord(bytes: Uint8Array, at: number, size: number): number {
  const { key } = shape;
  const room = KEY_MAX - 2 - size;
  for (let k = 0; k < room; k++) {
    const c = bytes[at + k]!;
    if (!(c < NUMBER_FIRST && classes[c]! & WORD)) return at + k;
    key[size + k] = c >= 65 && c <= 90 ? c | LOWER : c;
  }
  return -1;
}

/** Registers that stand for others, and what stands for them in the key as an operand and in an address, or 0. */
export const registers: readonly Register[] = [...operandKinds.keys()];
const operandMark = new Uint8Array(registers.length);
const addressMark = new Uint8Array(registers.length);
/** A register that its operand has already: this and which register of the line it is. */
const SAME_FIRST = REGISTER_FIRST + kindCount;
const SAME_COUNT = 256 - SAME_FIRST;

const NAME_MAX = 5;
/** By the characters of the name: four of them as one number, the fifth, and the register's number and 1. */
const PLACES = 1 << 10;
const heads = new Int32Array(PLACES);
const tails = new Uint8Array(PLACES);
const found = new Uint8Array(PLACES);

const placeOf = (head: number, tail: number): number =>
  (Math.imul(head ^ (tail << 7), 0x9e3779b1) >>> 22) & (PLACES - 1);

for (const [k, register] of registers.entries()) {
  operandMark[k] = REGISTER_FIRST + operandKinds.get(register)!.index;
  const inAddress = addressKinds.get(register);
  addressMark[k] = inAddress ? REGISTER_FIRST + inAddress.index : 0;
  const codes = Uint8Array.from({ length: NAME_MAX }, (_, at) => register.name.charCodeAt(at));
  const head = headOf(codes, 0, register.name.length);
  const tail = codes[NAME_MAX - 1]!;
  let place = placeOf(head, tail);
  while (found[place] !== 0) place = (place + 1) & (PLACES - 1);
  heads[place] = head;
  tails[place] = tail;
  found[place] = k + 1;
}

function headOf(codes: Uint8Array, from: number, length: number): number {
  const third = length > 2 ? codes[from + 2]! << 16 : 0;
  const fourth = length > 3 ? codes[from + 3]! << 24 : 0;
  return codes[from]! | (codes[from + 1]! << 8) | third | fourth;
}

/** The register whose name is the `length` characters of the key from `from` on; -1 when it is none. */
function registerIn(from: number, length: number): number {
  const { key } = shape;
  const head = headOf(key, from, length);
  const tail = length === NAME_MAX ? key[from + NAME_MAX - 1]! : 0;
  for (let place = placeOf(head, tail); found[place] !== 0; place = (place + 1) & (PLACES - 1)) {
    if (heads[place] === head && tails[place] === tail) return found[place]! - 1;
  }
  return -1;
}

/** Puts what stands for it in the place of the word that was just copied to `from`, if that is a register. */
function takeRegister(from: number, length: number, inAddress: boolean): boolean {
  if (length < 2 || length > NAME_MAX) return false;
  const register = registerIn(from, length);
  if (register < 0) return false;
  const mark = (inAddress ? addressMark : operandMark)[register]!;
  if (mark === 0) return false;
  const { key, commas, registerCount } = shape;
  for (let k = registerCount - 1; k >= 0 && shape.registerOperand[k] === commas; k--) {
    if (shape.registers[k] !== register) continue;
    if (k >= SAME_COUNT) return false;
    key[from] = SAME_FIRST + k;
    return true;
  }
  shape.registers[registerCount] = register;
  shape.registerOperand[registerCount] = commas;
  shape.registerCount++;
  key[from] = mark;
  return true;
}

/** A word of the line read last, without tables: names are short, and each is met for the first time. */
export function wordText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let at = start;
  for (; at + 4 <= end; at += 4) {
    text += String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!);
  }
  for (; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** The hash of the key. */
export function shapeHash(): number {
  const { key, length } = shape;
  let hash = HASH_START;
  for (let k = 0; k < length; k++) hash = addToHash(hash, key[k]!);
  return hash;
}

/** Whether a text is the key. */
export function isShape(text: string): boolean {
  const { key, length } = shape;
  if (text.length !== length) return false;
  for (let k = 0; k < length; k++) if (text.charCodeAt(k) !== key[k]) return false;
  return true;
}

/** The key as a text. */
export const shapeText = (): string => String.fromCharCode(...shape.key.subarray(0, shape.length));
