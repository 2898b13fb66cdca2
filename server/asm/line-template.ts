// Lines that differ in nothing but their numbers. `mov eax, 1000` and `mov eax, 2000` are one machine instruction with another
// field: what the first of them came to is kept under its text, where each number stands for all that NASM treats alike, and
// lines that come later are their bytes with other numbers put in. They are neither cut into tokens nor parsed, resolved or
// encoded. Measured: half of the time of a large file of hardly two equal lines, most of which V8 spent compiling.

import type { Encoded, Operand } from "../isa/insn.ts";
import { NO_SEGMENT } from "../isa/insn.ts";
import type { Prepared } from "./layout.ts";
import type { MacroNames } from "./line-text.ts";
import { addToHash, createTextTable, findByText, HASH_START, keepByText } from "./text-table.ts";

/** What lines of one text but for their numbers have in common. */
export interface LineTemplate {
  /** The words, in lower case: none of them may be a macro. */
  readonly names: readonly string[];
  /** The set of macro names that is known to have none of them. */
  clear: MacroNames | undefined;
  /** State's manner that the bytes hold for. */
  manner: string;
  /** With the numbers that were put in last. */
  bytes: Uint8Array;
  fields: readonly TemplateField[];
}

/** Where the number with that index on the line goes: `sizeBytes` bytes, little endian. */
interface TemplateField {
  readonly number: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

const KEY_MAX = 100;
/** More do not fit into a line of that length. */
const NUMBERS_MAX = KEY_MAX;

/** The line read last. */
const read = {
  /** Its text in lower case without blanks and comment, with a character from 128 on for each number. */
  key: new Uint8Array(KEY_MAX),
  length: 0,
  hash: 0,
  /** The numbers, with the sign before them, and which operand each is in. */
  numbers: new Float64Array(NUMBERS_MAX),
  operandOf: new Uint8Array(NUMBERS_MAX),
  count: 0,
  operands: 0,
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
classify("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", WORD);
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
const SPACE = 32;
const LOWER = 32;

/** Reads the line that begins at `start`, whose lines end with LF alone: where it ends, or -1 when there is more to it than
 * words, numbers, brackets and sums. The line is then at hand for the functions below, until the next one is read. */
export function readSimpleLine(bytes: Uint8Array, start: number): number {
  const { key } = read;
  const { length } = bytes;
  let size = 0;
  let at = start;
  let blank = false;
  read.count = 0;
  read.operands = 0;
  for (; at < length; at++) {
    const c = bytes[at]!;
    const mask = c < NUMBER_FIRST ? classes[c]! : 0;
    if (mask & BLANK) {
      blank = true;
      continue;
    }
    if (c === SEMICOLON || c === LINE_END) break;
    if (mask === 0 || size >= KEY_MAX - 2) return -1;
    const before = size === 0 ? 0 : classes[key[size - 1]!]!;
    if (mask & WORD && before & WORD && blank) key[size++] = SPACE;
    const starts = blank || (before & WORD) === 0;
    blank = false;
    if (mask & DIGIT && starts) {
      const end = readNumber(bytes, at, size);
      if (end > at) {
        size++;
        at = end - 1;
        continue;
      }
    }
    if (c === COMMA) read.operands++;
    key[size++] = c >= 65 && c <= 90 ? c | LOWER : c;
  }
  read.length = size;
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
  const { key } = read;
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
  if (value > LARGEST || end - at > 10) return at;
  // A letter, a point or `$` would belong to it.
  let next = end;
  while (classes[bytes[next]!]! & BLANK) next++;
  if (next < bytes.length && (classes[bytes[next]!]! & CLOSES) === 0) return at;
  const last = size === 0 ? 0 : key[size - 1]!;
  const before = classes[last]!;
  if (before & SIGN) {
    const outer = size < 2 ? 0 : classes[key[size - 2]!]!;
    if ((outer & (WORD | OPENS)) === 0) return at;
  } else if ((before & (WORD | OPENS)) === 0 && last !== SPACE) return at;
  const signed = last === MINUS ? -value : value;
  read.numbers[read.count] = signed;
  read.operandOf[read.count++] = read.operands;
  key[size] = NUMBER_FIRST + kindOf(signed);
  return end;
}

/** Where NASM's choices among encodings change: fields of 1, 2 and 4 bytes, signed and not. 0 and 1 are for themselves. */
const STEPS = [-0x80000000, -0x10000, -0x8000, -256, -128, 0, 1, 2, 128, 256, 0x8000, 0x10000, 0x80000000];

/** Numbers of one kind are treated alike by all that looks at them: `STEPS`, and whether what is left of them in 16 and in 32
 * bits is a signed byte. */
function kindOf(value: number): number {
  let step = 0;
  while (step < STEPS.length && value >= STEPS[step]!) step++;
  const byteOfWord = ((value + 128) & 0xffff) <= 255 ? 1 : 0;
  const byteOfDword = (value + 128) >>> 0 <= 255 ? 2 : 0;
  return 4 * step + byteOfDword + byteOfWord;
}

const isExact = (value: number): boolean => value === 0 || value === 1;

const templates = createTextTable<LineTemplate>(1 << 17);
/** Hashes of lines that came once: many never come again. */
const once = new Int32Array(1 << 15);

function hashOfKey(): number {
  const { key, length } = read;
  let hash = HASH_START;
  for (let k = 0; k < length; k++) hash = addToHash(hash, key[k]!);
  return hash;
}

function isKey(text: string): boolean {
  const { key, length } = read;
  if (text.length !== length) return false;
  for (let k = 0; k < length; k++) if (text.charCodeAt(k) !== key[k]) return false;
  return true;
}

/** The template of the line read last; "blank" when nothing is on it. */
export function templateRead(): LineTemplate | "blank" | undefined {
  if (read.length === 0) return "blank";
  return findByText(templates, hashOfKey(), isKey);
}

/** Puts the numbers of the line read last into its template: the line's bytes, until the next time. */
export function fillTemplate({ bytes, fields }: LineTemplate): Uint8Array {
  for (let k = 0; k < fields.length; k++) {
    const { number, offset, sizeBytes } = fields[k]!;
    const value = read.numbers[number]!;
    for (let at = 0; at < sizeBytes; at++) bytes[offset + at] = at < 4 ? value >> (8 * at) : value < 0 ? 255 : 0;
  }
  return bytes;
}

/** Keeps what the line at `start` has come to, if all lines like it come to the same but for the fields of their numbers. */
export function keepTemplate(
  bytes: Uint8Array,
  start: number,
  { statement, manner, resolved, encoded }: Prepared,
): void {
  const { body } = statement;
  if (body.kind !== "instruction" || manner === undefined || resolved === undefined || encoded === undefined) return;
  if (encoded.slots.length > 0 || readSimpleLine(bytes, start) < 0 || read.length === 0) return;
  const hash = hashOfKey();
  const place = hash & (once.length - 1);
  if (once[place] !== hash) {
    once[place] = hash;
    return;
  }
  const { operands } = resolved;
  const inOrder = operands.length === body.operands.length && operands.length === read.operands + 1;
  const fields = inOrder ? fieldsOf(operands, encoded) : read.count === 0 ? [] : undefined;
  if (fields === undefined) return;
  const key = String.fromCharCode(...read.key.subarray(0, read.length));
  const kept = { manner, bytes: encoded.bytes.slice(), fields };
  const known = findByText(templates, hash, isKey);
  if (known) Object.assign(known, kept);
  else keepByText(templates, hash, key, { names: key.match(/[a-z_]\w*/g) ?? [], clear: undefined, ...kept });
}

/** Where the numbers of the line read last went; undefined when that is not clear of one of them. */
function fieldsOf(operands: readonly Operand[], { numbers }: Encoded): TemplateField[] | undefined {
  const fields: TemplateField[] = [];
  for (let number = 0; number < read.count; number++) {
    const value = read.numbers[number]!;
    const operand = read.operandOf[number]!;
    if (number > 0 && read.operandOf[number - 1] === operand) return undefined;
    if (!isNumber(operands[operand]!, value)) return undefined;
    const written = numbers.filter((field) => field.operand === operand);
    if (written.length > 1 || (written.length === 0 && !isExact(value))) return undefined;
    for (const { offset, sizeBytes } of written) fields.push({ number, offset, sizeBytes });
  }
  return fields;
}

/** Whether all that is a number in an operand is `value`. */
function isNumber(operand: Operand, value: number): boolean {
  if (operand.kind !== "memory" && operand.kind !== "immediate") return false;
  if (operand.kind === "immediate" && operand.farSegment !== undefined) return false;
  const { offset, segment, wrt, unknown } = operand.kind === "memory" ? operand.displacement : operand.value;
  return offset === BigInt(value) && segment === NO_SEGMENT && wrt === NO_SEGMENT && !unknown;
}
