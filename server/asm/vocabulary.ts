// What the words of a line mean to the parser: mnemonics, registers, prefixes, sizes, numbers, operators. A word's meaning
// is looked up once and kept by its spelling, because a program repeats the same few thousand spellings in every pass.

import { isMnemonic, mnemonics } from "../isa/encode.ts";
import type { Register } from "../isa/register.ts";
import { registerNamed, registerNames } from "../isa/registers.ts";
import type { IntegerFunction } from "./expression.ts";
import type { FloatFormat } from "./float.ts";
import { readInteger, unquote } from "./literal.ts";
import { pseudoMnemonics } from "./pseudo.ts";
import { addToHash, HASH_START } from "./text-table.ts";
import type { Token, TokenKind } from "./token.ts";
import { registerType, scalar, type Vector } from "./vector.ts";

export type PrefixSlot =
  | "wait"
  | "repeat"
  | "lock"
  | "segment"
  | "operand-size"
  | "address-size"
  | "encoding"
  | "times";
export type StringFunction = "utf16" | "utf16le" | "utf16be" | "utf32" | "utf32le" | "utf32be";

/** A word's meaning. Operators and separators have their own text as type; `<<<` is `<<`, `==` is `=`, `!=` is `<>`. */
export type Word =
  | { readonly type: "end" }
  | { readonly type: "operator"; readonly text: string }
  | { readonly type: "name"; readonly name: string; readonly note?: "dup" | "ptr" | "flat" }
  | { readonly type: "mnemonic"; readonly name: string; readonly text: string }
  | { readonly type: "register"; readonly register: Register; readonly vector: Vector }
  | { readonly type: "prefix"; readonly slot: PrefixSlot; readonly name: string }
  | { readonly type: "size"; readonly bytes: number }
  | { readonly type: "special"; readonly name: "abs" | "rel" | "nosplit" | "strict" | "to" | "far" | "near" | "short" }
  | { readonly type: "seg" | "wrt" | "here" | "base" | "masm-ptr" | "masm-flat" }
  | { readonly type: "number"; readonly vector: Vector; readonly overflow: boolean; readonly text: string }
  | { readonly type: "string"; readonly bytes: string }
  | { readonly type: "float"; readonly text: string }
  | { readonly type: "float-function"; readonly format: FloatFormat }
  | { readonly type: "string-function"; readonly name: StringFunction; readonly text: string }
  | { readonly type: "integer-function"; readonly name: IntegerFunction }
  | { readonly type: "mask"; readonly register: Register }
  | { readonly type: "decorator"; readonly name: string }
  /** Nothing NASM can read: a bad number, a stray byte. */
  /** `number` is NASM's for the kind of word. */
  | { readonly type: "nonsense"; readonly message?: string; readonly number: number };

/** NASM's own number for a kind of word, which one of its messages shows. */
export function wordNumber(word: Word): number {
  const known: Readonly<Partial<Record<Word["type"], number>>> = {
    number: 269,
    string: 271,
    name: 273,
    float: 274,
    here: 275,
    base: 276,
    seg: 278,
    wrt: 279,
    "float-function": 280,
    "string-function": 281,
    "integer-function": 282,
    "masm-ptr": 284,
    size: 287,
    special: 288,
    prefix: 289,
    register: 290,
    mnemonic: 291,
  };
  if (word.type === "nonsense") return word.number;
  if (word.type !== "operator") return known[word.type] ?? 0;
  return OPERATOR_NUMBERS[word.text] ?? word.text.charCodeAt(0);
}

const OPERATOR_NUMBERS: Readonly<Record<string, number>> = {
  "<<": 256,
  ">>": 257,
  ">>>": 258,
  "//": 259,
  "%%": 260,
  ">=": 261,
  "<=": 262,
  "<>": 263,
  "<=>": 264,
  "&&": 265,
  "||": 266,
  "^^": 267,
};

export const END: Word = { type: "end" };

const prefixRows: Readonly<Record<PrefixSlot, string>> = {
  wait: "wait",
  repeat: "rep repe repz repne repnz xacquire xrelease bnd nobnd",
  lock: "lock",
  segment: "",
  "operand-size": "o16 o32 o64 osp",
  "address-size": "a16 a32 a64 asp",
  encoding: "",
  times: "times",
};
const sizes: Readonly<Record<string, number>> = {
  byte: 1,
  word: 2,
  dword: 4,
  long: 4,
  qword: 8,
  tword: 10,
  oword: 16,
  yword: 32,
  zword: 64,
};

const keywords = new Map<string, Word>([
  ["seg", { type: "seg" }],
  ["wrt", { type: "wrt" }],
  ["dup", { type: "name", name: "dup", note: "dup" }],
  ["ptr", { type: "name", name: "ptr", note: "ptr" }],
  ["__?masm_ptr?__", { type: "masm-ptr" }],
  ["__?masm_flat?__", { type: "masm-flat" }],
]);
for (const [slot, names] of Object.entries(prefixRows)) {
  for (const name of names.split(" ")) if (name) keywords.set(name, { type: "prefix", slot: slot as PrefixSlot, name });
}
for (const [name, bytes] of Object.entries(sizes)) keywords.set(name, { type: "size", bytes });
for (const name of ["abs", "rel", "nosplit", "strict", "to", "far", "near", "short"] as const) {
  keywords.set(name, { type: "special", name });
}
for (const text of ["infinity", "nan", "qnan", "snan"]) keywords.set(`__?${text}?__`, { type: "float", text });
for (const format of ["8", "16", "32", "64", "80m", "80e", "128l", "128h"] as const) {
  keywords.set(`__?float${format}?__`, { type: "float-function", format: `float${format}` });
}
keywords.set("__?bfloat16?__", { type: "float-function", format: "bfloat16" });
for (const name of ["utf16", "utf16le", "utf16be", "utf32", "utf32le", "utf32be"] as const) {
  keywords.set(`__?${name}?__`, { type: "string-function", name, text: `__?${name}?__` });
}
for (const name of ["ilog2e", "ilog2w", "ilog2f", "ilog2c"] as const) {
  keywords.set(`__?${name}?__`, { type: "integer-function", name });
}

/** `{…}` words that choose an encoding; the other decorators belong to operands. */
const ENCODINGS = new Set(["vex", "vex2", "vex3", "evex", "rex"]);
const DECORATORS = new Set([
  "z",
  "1to2",
  "1to4",
  "1to8",
  "1to16",
  "1to32",
  "rn-sae",
  "rd-sae",
  "ru-sae",
  "rz-sae",
  "sae",
]);

/** Whether a word of small letters stands in braces: an encoding or a decorator. */
export const isBraced = (name: string): boolean => ENCODINGS.has(name) || DECORATORS.has(name);

const OPERATOR_SPELLINGS: Readonly<Record<string, string>> = { "==": "=", "!=": "<>", "<<<": "<<" };

function nameWord(text: string): Word {
  if (text[0] === "$" && text.length > 1) return { type: "name", name: text.slice(1) };
  const lower = text.toLowerCase();
  const keyword = keywords.get(lower);
  if (keyword) return keyword.type === "name" ? { ...keyword, name: text } : keyword;
  const register = registerNamed(lower);
  if (register) return { type: "register", register, vector: [{ type: registerType(lower), value: 1n, register }] };
  if (isMnemonic(lower) || pseudoMnemonics.has(lower)) return { type: "mnemonic", name: lower, text };
  return { type: "name", name: text };
}

/** `dup` and `ptr` are names, too, but say more. */
const isName = (word: Word): boolean => word.type === "name" && word.note === undefined;

/** A bit for the hash of each reserved word, made when it is first asked for: nearly all names are told by it from them. */
let reserved: Uint32Array | undefined;
const RESERVED_BITS = 1 << 17;

function hashOfName(text: string): number {
  let hash = HASH_START;
  for (let k = 0; k < text.length; k++) {
    const c = text.charCodeAt(k);
    hash = addToHash(hash, c >= 65 && c <= 90 ? c | 32 : c);
  }
  return (hash ^ (hash >>> 15)) & (RESERVED_BITS - 1);
}

function reservedBits(): Uint32Array {
  const bits = new Uint32Array(RESERVED_BITS >> 5);
  for (const words of [keywords.keys(), mnemonics(), pseudoMnemonics, registerNames]) {
    for (const word of words) {
      const hash = hashOfName(word);
      bits[hash >> 5]! |= 1 << (hash & 31);
    }
  }
  return bits;
}

/** Whether a word of letters, digits, `_` and `.` names a symbol: it is neither an instruction nor a keyword or register. */
export function isPlainName(text: string): boolean {
  reserved ??= reservedBits();
  const hash = hashOfName(text);
  return (reserved[hash >> 5]! & (1 << (hash & 31))) === 0 || isName(nameWord(text));
}

function numberWord(text: string): Word {
  const number = readInteger(text);
  if (!number) return { type: "nonsense", number: 270 };
  return { type: "number", vector: scalar(number.value), overflow: number.overflow, text };
}

function stringWord(text: string): Word {
  return { type: "string", bytes: unquote(text) };
}

/** A brace that no `}` closes behind one word. */
const OPEN_BRACE: Word = { type: "nonsense", message: "invalid decorator token inside braces", number: -1 };

/** Longer than this no word of NASM's is, so that it does not look one up. */
const LONGEST_WORD = 17;

function decoratorWord(text: string): Word {
  if (!text.endsWith("}")) return OPEN_BRACE;
  const inside = text.slice(1, -1).trimEnd();
  const name = inside.toLowerCase();
  if (ENCODINGS.has(name)) return { type: "prefix", slot: "encoding", name };
  if (DECORATORS.has(name)) return { type: "decorator", name };
  const register = registerNamed(name);
  if (register?.class === "mask" && register.number > 0) return { type: "mask", register };
  if (inside.length > LONGEST_WORD) return OPEN_BRACE;
  return { type: "nonsense", message: `\`${inside}' is not a valid decorator with braces`, number: -1 };
}

/** A word as it was read: the same text of another kind means something else (`{` opens a decorator or stands alone). */
interface ReadWord {
  readonly kind: TokenKind;
  readonly word: Word;
}

const wordsByText = new Map<string, ReadWord>();
// More do not fit the cache of a processor, and the words that matter are soon there again.
const WORDS_KEPT = 1 << 14;
/** Longer numbers are mostly met once. */
const NUMBER_LENGTH_KEPT = 4;

/** The words of one character (punctuation, most of all), by its code: no search. */
const wordsByCharacter: (ReadWord | undefined)[] = new Array<undefined>(256).fill(undefined);

/** What a token other than space means. */
export function wordOf(token: Token): Word {
  const { kind, text } = token;
  if (text.length === 1) {
    const code = text.charCodeAt(0);
    const known = wordsByCharacter[code];
    if (known?.kind === kind) return known.word;
    const word = readWord(token);
    wordsByCharacter[code] = { kind, word };
    return word;
  }
  if (kind === "number" && text.length > NUMBER_LENGTH_KEPT) return readWord(token);
  const known = wordsByText.get(text);
  if (known?.kind === kind) return known.word;
  if (wordsByText.size >= WORDS_KEPT) wordsByText.clear();
  const word = readWord(token);
  wordsByText.set(text, { kind, word });
  return word;
}

function readWord({ kind, text }: Token): Word {
  switch (kind) {
    case "identifier":
      return nameWord(text);
    case "number":
      return numberWord(text);
    case "float":
      return { type: "float", text };
    case "string":
      return stringWord(text);
    case "here":
      return { type: "here" };
    case "base":
      return { type: "base" };
    case "punctuation":
      return { type: "operator", text: OPERATOR_SPELLINGS[text] ?? text };
    case "decorator":
      return decoratorWord(text);
    default:
      // A string without an end, or a character that means nothing.
      return { type: "nonsense", number: /^["'`]/.test(text) ? 272 : text.charCodeAt(0) };
  }
}
