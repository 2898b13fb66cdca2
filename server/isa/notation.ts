// From rows of the table to forms: the notation of `table/*.ts`, read once per mnemonic, when it is first asked for.
//
// A row is "operands | op/en | encoding | attributes".
//   operands    access and type, as "rw r/m(v), r imm8". After a type's name stands its size:
//                 m32    must be written or follow from a register      m(32)  may be left out, and is 32 then
//                 m32?   is 32 when left out                            m*     any size may be written
//                 imm16@ is the mode's size when left out               m      no size may be written
//               v = 16, 32 or 64 (three forms), rAX = AX, EAX, RAX; immz = imm16, imm32, imm32. imm8sw, imm8sd: a value
//               that is a sign-extended byte when seen as word, dword (imm8sv); imm32s, imm32u: a value that fits.
//               [xmm] may be left out: the operand before it counts twice. {k} {z} {er} {sae} may be written;
//               m32bcst is a broadcast; zmm+3 a set of registers.
//   op/en       a letter an operand: M ModRM.rm, R ModRM.reg or opcode, V vvvv, I and J immediates, S is4, X index,
//               - implied, + the same operand; then the EVEX tuple type.
//   encoding    SDM notation; o16 o32 (66 where needed), ov = o16, o32, REX.W; d64: 64 bits without REX.W; ibs, ids
//               sign-extended, ibu unsigned; iz = iw, id, ids. +cc puts the condition in (71+cc: the opposite one).
//   attributes  modes (64, no64), CPU level and features, lock, hle…, bnd, nd (not for the disassembler), opt (not at
//               -O0), decode (for the decoder only: NASM does not write it), low16 (an EVEX form that NASM gives registers 0 to 15 only),
//               ownsize (the size that memory assumes may not be written before registers), size32, size64 (this one may), priv, undoc, obsolete …

import { compileEncoding, type EncodingCode } from "./encoding-steps.ts";
import { ATTRIBUTE, FACT2, type FormCode, type OperandSpec, SIZE_BIT, type Step } from "./form.ts";
import type { Bits, Form, OperandType } from "./insn.ts";
import { compileOperand, describeOperand } from "./operand-types.ts";

/** Levels of the `cpu` directive, oldest first. */
export const cpuLevels: readonly string[] =
  "8086 186 286 386 486 pent p6 katmai willamette prescott x64 nehalem westmere sandybridge future ia64".split(" ");

// biome-ignore format: pairs
const featureNames: Readonly<Record<string, string>> = {
  fpu: "x87", mmx: "MMX", katmai: "SSE", willamette: "SSE2", prescott: "SSE3", sse41: "SSE4.1", sse42: "SSE4.2",
  "3dnow": "3DNow!", sse5: "XOP", avx512: "AVX512F", cyrix: "Cyrix", amd: "AMD", vmx: "VMX", "avx-vnni": "AVX-VNNI",
  avxvnniint8: "AVX-VNNI-INT8", avxneconvert: "AVX-NE-CONVERT", avxifma: "AVX-IFMA", avx512fc16: "AVX512F",
};
// biome-ignore format: a list of words
const notFeatures: ReadonlySet<string> = new Set([
  "64", "64only", "no64", "nd", "opt", "priv", "prot", "undoc", "obsolete", "never", "nop", "lock", "hle", "hlexr", "hlenl",
  "nohle", "bnd", "sx", "mib", "sib", "latevex", "low16", "ownsize", "size32", "size64", "decode", "smm", "ia64", "8086", "186", "286", "386", "486", "pent",
  "p6", "x64", "nehalem", "westmere", "sandybridge", "future",
]);

interface Parts {
  readonly operands: readonly string[];
  readonly en: string;
  readonly tuple: string;
  readonly encoding: string;
  /** What "v" in the encoding is; 0 where it says nothing like that. */
  readonly size: 0 | 16 | 32 | 64;
  readonly attributes: string;
}

/** The words of a text between separators, without spaces around them; String.split would remember what it cuts. */
function cut(text: string, separator: "|" | "," | " "): string[] {
  const words: string[] = [];
  let start = 0;
  for (;;) {
    const at = text.indexOf(separator, start);
    const word = text.slice(start, at < 0 ? text.length : at).trim();
    if (word !== "" || separator === "|") words.push(word);
    if (at < 0) return words;
    start = at + 1;
  }
}

function split(row: string): Parts {
  const [operands = "", en = "", encoding = "", attributes = ""] = cut(row, "|");
  const [letters = "", tuple = ""] = cut(en, " ");
  return { operands: cut(operands, ","), en: letters, tuple, encoding, size: 0, attributes };
}

const wordSized: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  16: { ov: "o16", iz: "iw", rAX: "AX", rCX: "CX", immz: "imm16", imm8sv: "imm8sw" },
  32: { ov: "o32", iz: "id", rAX: "EAX", rCX: "ECX", immz: "imm32", imm8sv: "imm8sd" },
  64: { ov: "REX.W", iz: "ids", rAX: "RAX", rCX: "RCX", immz: "imm32", imm8sv: "imm8sd" },
};

/** Texts, not regular expressions: compiling these takes longer than short programs do. */
function sizedOperand(text: string, size: 16 | 32 | 64): string {
  const words = wordSized[size]!;
  let result = text;
  for (const name of ["rAX", "rCX", "immz", "imm8sv"]) result = result.replace(name, words[name]!);
  return result.replace("(v)", `(${size})`).replace("rv", `r${size}`).replace("mv", `m${size}`);
}

// Few different operands make all the rows: each is sized once.
const sized = { 16: new Map<string, string>(), 32: new Map<string, string>(), 64: new Map<string, string>() };

function sizedOnce(text: string, size: 16 | 32 | 64): string {
  let result = sized[size].get(text);
  if (result === undefined) {
    // Without one of these letters nothing in it has a size of the mode.
    result = text.includes("v") || text.includes("X") || text.includes("z") ? sizedOperand(text, size) : text;
    sized[size].set(text, result);
  }
  return result;
}

/** The three forms of an "ov" row, or the row itself. */
function overSizes(parts: Parts): Parts[] {
  const { operands, en, tuple, encoding, attributes } = parts;
  if (!` ${encoding} `.includes(" ov ")) return [parts];
  return ([16, 32, 64] as const).map((size) => {
    const more = size === 32 ? " 386" : size === 64 ? " 64" : "";
    const each = operands.map((text) => sizedOnce(text, size));
    return { operands: each, en, tuple, encoding, size, attributes: attributes + more };
  });
}

/** The row as it stands, and with each choice of its [optional] operands left out. */
function overOptional(parts: Parts): Parts[] {
  const optional = parts.operands.flatMap((text, k) => (text.includes("[") ? [k] : []));
  if (optional.length === 0) return [parts];
  const plain = parts.operands.map((text) => text.replace(/[[\]]/g, ""));
  const results: Parts[] = [{ ...parts, operands: plain }];
  for (let choice = 1; choice < 1 << optional.length; choice++) {
    const dropped = optional.filter((_, bit) => choice & (1 << bit));
    let en = "";
    for (let k = 0; k < parts.en.length; k++) en += (dropped.includes(k) ? "+" : "") + parts.en[k]!;
    results.push({
      ...parts,
      en,
      operands: plain.filter((_, k) => !dropped.includes(k)),
      attributes: `${parts.attributes} nd`,
    });
  }
  return results;
}

/** What the attributes of a row say. */
interface Attributes {
  readonly words: ReadonlySet<string>;
  readonly flags: number;
  readonly modes: readonly Bits[];
  readonly modeBits: number;
  readonly level: number;
  readonly feature: string;
}

function modesOf(attributes: ReadonlySet<string>): readonly Bits[] {
  if (attributes.has("64") || attributes.has("64only")) return [64];
  return attributes.has("no64") ? [16, 32] : [16, 32, 64];
}

function levelOf(attributes: ReadonlySet<string>): number {
  let level = attributes.has("64") ? cpuLevels.indexOf("x64") : 0;
  for (const word of attributes) level = Math.max(level, cpuLevels.indexOf(word));
  return level;
}

function featureOf(attributes: ReadonlySet<string>): string {
  const names = [...attributes].filter((word) => !notFeatures.has(word));
  return [...new Set(names.map((word) => featureNames[word] ?? word.toUpperCase()))].join(" ");
}

// Few different lists of attributes stand in all the rows: each is read once.
const attributesRead = new Map<string, Attributes>();

function attributesOf(text: string): Attributes {
  const known = attributesRead.get(text);
  if (known !== undefined) return known;
  const words = new Set(cut(text, " "));
  let flags = 0;
  for (const word of words) flags |= ATTRIBUTE[word as keyof typeof ATTRIBUTE] ?? 0;
  const modes = modesOf(words);
  const modeBits = modes.reduce((bits: number, mode) => bits | mode, 0);
  const read = { words, flags, modes, modeBits, level: levelOf(words), feature: featureOf(words) };
  attributesRead.set(text, read);
  return read;
}

/** Reads the rows of one mnemonic. `condition` is put in where a row says "+cc". */
export function readRows(mnemonic: string, rows: readonly string[], condition: number): Form[] {
  const forms: Form[] = [];
  for (const row of rows) {
    for (const each of overSizes(split(row))) {
      for (const parts of overOptional(each)) forms.push(new RowForm(mnemonic, row, parts, condition, forms.length));
    }
  }
  return forms;
}

/** What is shown of an operand: an immediate by the bytes it takes, which the encoding knows. */
function shownOperand(text: string, operand: number, steps: readonly Step[]): OperandType {
  const type = describeOperand(text);
  if (!type.text.startsWith("imm")) return type;
  const step = steps.find((one) => one.operand === operand && one.kind.startsWith("imm"));
  if (step?.kind === "imm32-signed") return { ...type, text: "imm32" };
  if (step?.kind === "imm8" || step?.kind === "imm8-signed" || step?.kind === "imm8-unsigned")
    return { ...type, text: "imm8" };
  return step?.kind === "imm16" ? { ...type, text: "imm16" } : type;
}

const NUMBERS = FACT2.immediate | FACT2.byteOfWord | FACT2.byteOfDword | FACT2.signedDword | FACT2.unsignedDword;

/** A size that a row assumes for memory may be written before its registers without one, too: `mulsd qword xmm0, [rsi]`. */
function withRowSize(specs: readonly OperandSpec[], words: ReadonlySet<string>): readonly OperandSpec[] {
  if (words.has("ownsize")) return specs;
  let size = words.has("size32") ? SIZE_BIT[32]! : words.has("size64") ? SIZE_BIT[64]! : 0;
  for (const spec of specs) if (spec.facts2 & FACT2.memory) size |= spec.assumed > 0 ? spec.assumed : spec.allowed;
  if (size === 0) return specs;
  return specs.map((spec) =>
    spec.size === 0 && !(spec.facts2 & NUMBERS) ? { ...spec, allowed: spec.allowed | size } : spec,
  );
}

/** The tokens of an encoding column with its sizes and its condition in place. */
function tokensOf({ encoding, size }: Parts, condition: number): string[] {
  const words = wordSized[size];
  return cut(encoding, " ").map((token) => {
    const at = token.indexOf("+cc");
    if (at < 0) return words?.[token] ?? token;
    return (Number.parseInt(token, 16) ^ condition).toString(16).toUpperCase().padStart(2, "0");
  });
}

/** Most forms are only looked at in passing, for their operands: their encoding is read when somebody asks. */
class RowCode implements FormCode {
  readonly specs: readonly OperandSpec[];
  readonly read: Attributes;
  readonly attributes: ReadonlySet<string>;
  readonly flags: number;
  readonly modeBits: number;
  readonly level: number;
  private readonly parts: Parts;
  private readonly condition: number;
  private known: EncodingCode | undefined = undefined;

  constructor(parts: Parts, condition: number) {
    const read = attributesOf(parts.attributes);
    const { words } = read;
    const registers = parts.encoding.includes("EVEX.") && !words.has("low16") ? "EVEX" : "other";
    const specs = parts.operands.map((text) => compileOperand(text, registers));
    this.specs = withRowSize(specs, words);
    this.read = read;
    this.attributes = words;
    this.flags = read.flags;
    this.modeBits = read.modeBits;
    this.level = read.level;
    this.parts = parts;
    this.condition = condition;
  }
  private get encoding(): EncodingCode {
    if (this.known === undefined) {
      const { parts } = this;
      this.known = compileEncoding(tokensOf(parts, this.condition), parts.en, parts.tuple);
    }
    return this.known;
  }
  get vector() {
    return this.encoding.vector;
  }
  get operandSizeBits() {
    return this.encoding.operandSizeBits;
  }
  get default64() {
    return this.encoding.default64;
  }
  get addressSizeBits() {
    return this.encoding.addressSizeBits;
  }
  get mandatory() {
    return this.encoding.mandatory;
  }
  get steps() {
    return this.encoding.steps;
  }
  get jump() {
    return this.encoding.jump;
  }
  get vsib() {
    return this.encoding.vsib;
  }
  get hints() {
    return this.encoding.hints;
  }
  get index() {
    return this.encoding.index;
  }
}

class RowForm implements Form {
  readonly mnemonic: string;
  readonly row: string;
  readonly index: number;
  readonly code: RowCode;
  private readonly texts: readonly string[];
  private shown: readonly OperandType[] | undefined = undefined;

  constructor(mnemonic: string, row: string, parts: Parts, condition: number, index: number) {
    this.mnemonic = mnemonic;
    this.row = row;
    this.index = index;
    this.code = new RowCode(parts, condition);
    this.texts = parts.operands;
  }
  get operands(): readonly OperandType[] {
    this.shown ??= this.texts.map((text, operand) => shownOperand(text, operand, this.code.steps));
    return this.shown;
  }
  get modes(): readonly Bits[] {
    return this.code.read.modes;
  }
  get feature(): string {
    return this.code.read.feature;
  }
}
