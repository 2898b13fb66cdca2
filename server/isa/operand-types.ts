// The operand column of a row: from "rw r/m(32)" to what matching needs and to what people are shown.

import { ANY_SIZE, DECORATION, DISTANCE_BIT, FACT, FACT2, type OperandSpec, SIZE_BIT } from "./form.ts";
import type { Access, OperandType } from "./insn.ts";

interface TypeRow {
  readonly facts?: number;
  readonly facts2?: number;
  /** Size of the register in bits where the name fixes it. */
  readonly sizeBits?: number;
  /** Size of the value where it differs from the fixed size: vector and x87 registers take any size word. */
  readonly valueBits?: number;
}

const gprFacts: Readonly<Record<number, number>> = { 8: FACT.gpr8, 16: FACT.gpr16, 32: FACT.gpr32, 64: FACT.gpr64 };

// biome-ignore format: one type a line
const types: Readonly<Record<string, TypeRow>> = {
  r8: { facts: FACT.gpr8, sizeBits: 8 },
  r16: { facts: FACT.gpr16, sizeBits: 16 },
  r32: { facts: FACT.gpr32, sizeBits: 32 },
  r64: { facts: FACT.gpr64, sizeBits: 64 },
  r32na: { facts: FACT.gpr32NotA, sizeBits: 32 },
  AL: { facts: FACT.al, sizeBits: 8 },
  AX: { facts: FACT.ax, sizeBits: 16 },
  EAX: { facts: FACT.eax, sizeBits: 32 },
  RAX: { facts: FACT.rax, sizeBits: 64 },
  CL: { facts: FACT.cl, sizeBits: 8 },
  CX: { facts: FACT.cx, sizeBits: 16 },
  ECX: { facts: FACT.ecx, sizeBits: 32 },
  RCX: { facts: FACT.rcx, sizeBits: 64 },
  DX: { facts: FACT.dx, sizeBits: 16 },
  EDX: { facts: FACT.edx, sizeBits: 32 },
  Sreg: { facts: FACT.segment, valueBits: 16 },
  ES: { facts: FACT.es, valueBits: 16 },
  CS: { facts: FACT.cs, valueBits: 16 },
  SS: { facts: FACT.ss, valueBits: 16 },
  DS: { facts: FACT.ds, valueBits: 16 },
  FS: { facts: FACT.fs, valueBits: 16 },
  GS: { facts: FACT.gs, valueBits: 16 },
  CR: { facts: FACT.control, valueBits: 64 },
  DR: { facts: FACT.debug, valueBits: 64 },
  TR: { facts: FACT.test, valueBits: 32 },
  "ST(i)": { facts: FACT.st, valueBits: 80 },
  "ST(0)": { facts: FACT.st0, valueBits: 80 },
  mm: { facts: FACT.mmx, valueBits: 64 },
  xmm: { facts2: FACT2.xmm, valueBits: 128 },
  XMM0: { facts2: FACT2.xmm0, valueBits: 128 },
  ymm: { facts2: FACT2.ymm, valueBits: 256 },
  zmm: { facts2: FACT2.zmm, valueBits: 512 },
  k: { facts: FACT.mask, valueBits: 64 },
  k8: { facts: FACT.mask, sizeBits: 8, valueBits: 8 },
  k16: { facts: FACT.mask, sizeBits: 16, valueBits: 16 },
  k32: { facts: FACT.mask, sizeBits: 32, valueBits: 32 },
  k64: { facts: FACT.mask, sizeBits: 64, valueBits: 64 },
  tmm: { facts: FACT.tmm },
  bnd: { facts: FACT.bound, valueBits: 128 },
  m: { facts2: FACT2.memory },
  moffs: { facts2: FACT2.offset },
  vm32x: { facts2: FACT2.vectorX },
  vm64x: { facts2: FACT2.vectorX },
  vm32y: { facts2: FACT2.vectorY },
  vm64y: { facts2: FACT2.vectorY },
  vm32z: { facts2: FACT2.vectorZ },
  vm64z: { facts2: FACT2.vectorZ },
  imm: { facts2: FACT2.immediate },
  imm8sw: { facts2: FACT2.byteOfWord },
  imm8sd: { facts2: FACT2.byteOfDword },
  imm32s: { facts2: FACT2.signedDword },
  imm32u: { facts2: FACT2.unsignedDword },
  "1": { facts2: FACT2.one, valueBits: 8 },
  rel: { facts2: FACT2.immediate },
  rel8: { facts2: FACT2.immediate, valueBits: 8 },
  ptr: { facts2: FACT2.pointer },
};

/** What a size says after a type's name. */
interface SizeNote {
  readonly sizeBits: number;
  readonly assumedBits: number;
  readonly allowed: number;
}

function sizeNote(text: string): SizeNote {
  if (text === "*") return { sizeBits: 0, assumedBits: 0, allowed: ANY_SIZE };
  if (text.startsWith("(")) return { sizeBits: 0, assumedBits: 0, allowed: SIZE_BIT[firstNumber(text)]! };
  const sizeBits = Number.parseInt(text, 10) || 0;
  const assumedBits = text.endsWith("?") ? sizeBits : text.endsWith("@") ? -1 : 0;
  return { sizeBits, assumedBits, allowed: 0 };
}

interface Taken {
  readonly access: Access;
  readonly to: boolean;
  /** `DISTANCE_BIT`s. */
  readonly distance: number;
  readonly decorations: number;
  readonly broadcastBits: number;
  readonly registerSet: number;
  /** What is left: "r/m(32)". */
  readonly type: string;
}

const accesses: ReadonlySet<string> = new Set(["r", "w", "rw", "none"]);

const decorationNamed: Readonly<Record<string, number>> = {
  k: DECORATION.mask,
  z: DECORATION.zero,
  er: DECORATION.rounding,
  sae: DECORATION.sae,
};

/** Takes access, words and decorations off an operand's text. */
function takeApart(text: string): Taken {
  const parts = text.split(" ");
  const access = accesses.has(parts[0]!) && parts.length > 1 ? (parts.shift() as Access) : "r";
  let distance = 0;
  let to = false;
  while (parts.length > 1) {
    const word = parts.shift()!;
    if (word === "to") to = true;
    else distance |= DISTANCE_BIT[word as keyof typeof DISTANCE_BIT];
  }
  let type = parts[0]!;
  let decorations = 0;
  if (type.includes("{"))
    type = type.replace(/\{(\w+)\}/g, (_, name: string) => {
      decorations |= decorationNamed[name] ?? 0;
      return "";
    });
  const broadcast = type.endsWith("bcst") ? type.lastIndexOf("/m") : -1;
  const broadcastBits = broadcast < 0 ? 0 : firstNumber(type.slice(broadcast));
  if (broadcast >= 0) type = type.slice(0, broadcast);
  const set = type.indexOf("+");
  const registerSet = set < 0 ? 0 : firstNumber(type.slice(set));
  if (set >= 0) type = type.slice(0, set);
  return {
    access,
    to,
    distance,
    decorations,
    broadcastBits,
    registerSet,
    type,
  };
}

/** The first number in a text, 0 without one. */
function firstNumber(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return Number.parseInt(text.slice(at), 10);
  }
  return 0;
}

const orMemoryTypes: ReadonlySet<string> = new Set(["r", "mm", "xmm", "ymm", "zmm", "k"]);
/** Longest first, so that the first one a text begins with is its name. */
const typeNames: readonly string[] = Object.keys(types).sort((a, b) => b.length - a.length);

/** Splits a type into its name, an "or memory" part, and the note of its size. */
function parseType(type: string): { row: TypeRow; orMemory: boolean; note: SizeNote; base: string } {
  const slash = type.indexOf("/m");
  const base = slash < 0 ? "" : type.slice(0, slash);
  if (orMemoryTypes.has(base)) {
    const size = type.slice(slash + 2);
    const note = sizeNote(size);
    const sizeBits = note.sizeBits || firstNumber(size);
    const row = base === "r" ? { facts: gprFacts[sizeBits]!, sizeBits } : types[base]!;
    return { row, orMemory: true, note, base };
  }
  const name = typeNames.find((known) => type.startsWith(known));
  let rest = name === undefined ? "" : type.slice(name.length);
  if (rest.startsWith(":") || rest.startsWith("/")) rest = rest.slice(1);
  return { row: types[name ?? "m"]!, orMemory: false, note: sizeNote(rest), base: name ?? type };
}

/** VEX, XOP and legacy encodings name sixteen vector registers only. */
function lowRegisters(facts2: number, encoding: "EVEX" | "other"): number {
  if (encoding === "EVEX") return facts2;
  let result = facts2 & ~(FACT2.xmm | FACT2.ymm | FACT2.zmm);
  if (facts2 & FACT2.xmm) result |= FACT2.xmmLow;
  if (facts2 & FACT2.ymm) result |= FACT2.ymmLow;
  if (facts2 & FACT2.zmm) result |= FACT2.zmmLow;
  return result;
}

// A few hundred different operands make all the rows: each is read once.
const specs = { EVEX: new Map<string, OperandSpec>(), other: new Map<string, OperandSpec>() };
const shown = new Map<string, OperandType>();

/** Compiles one operand. `encoding` says which vector registers can be named. */
export function compileOperand(text: string, encoding: "EVEX" | "other"): OperandSpec {
  let spec = specs[encoding].get(text);
  if (spec === undefined) {
    spec = readOperand(text, encoding);
    specs[encoding].set(text, spec);
  }
  return spec;
}

function readOperand(text: string, encoding: "EVEX" | "other"): OperandSpec {
  const taken = takeApart(text);
  const { row, orMemory, note } = parseType(taken.type);
  const noted = note.sizeBits || firstNumber(taken.type.startsWith("vm") ? taken.type.slice(4) : taken.type);
  return {
    facts: row.facts ?? 0,
    facts2: lowRegisters(row.facts2 ?? 0, encoding) | (orMemory ? FACT2.memory : 0),
    // With "r/m(32)" the register is 32 bits anyway; the memory's size may be left out.
    size: (SIZE_BIT[row.sizeBits && !note.allowed ? row.sizeBits : note.sizeBits] ?? 0) | taken.distance,
    assumed: note.assumedBits < 0 ? -1 : (SIZE_BIT[note.assumedBits] ?? 0),
    allowed: note.allowed,
    to: taken.to,
    decorations: taken.decorations,
    broadcastBits: taken.broadcastBits,
    // NASM counts in quadwords: a broadcast to less than one never matches.
    broadcastCount: taken.broadcastBits === 0 || noted < 64 ? 0 : noted / taken.broadcastBits,
    registerSet: taken.registerSet,
  };
}

/** What people see of an operand: SDM notation without the notes about sizes. */
export function describeOperand(text: string): OperandType {
  let type = shown.get(text);
  if (type === undefined) {
    type = readOperandType(text);
    shown.set(text, type);
  }
  return type;
}

function readOperandType(text: string): OperandType {
  const taken = takeApart(text);
  const { row, note, base } = parseType(taken.type);
  const bracket = taken.type.indexOf("(");
  const sizeBits =
    note.sizeBits || (bracket < 0 ? 0 : firstNumber(taken.type.slice(bracket))) || row.valueBits || row.sizeBits || 0;
  const visible = shownType(taken.type, base, sizeBits);
  return {
    text: visible + (taken.broadcastBits ? `/m${taken.broadcastBits}bcst` : ""),
    access: taken.access,
    sizeBits,
  };
}

function shownType(type: string, base: string, sizeBits: number): string {
  if (base === "imm8sw" || base === "imm8sd") return "imm8";
  if (base === "imm32s" || base === "imm32u") return "imm32";
  if (base === "r32na") return "r32";
  // A near branch in 64-bit mode is 64 bits wide and stores 32 of them.
  if (base === "rel") return sizeBits === 16 ? "rel16" : "rel32";
  if (base.startsWith("ST(")) return base;
  if (base === "ptr") return sizeBits ? `ptr16:${sizeBits}` : "ptr16:32";
  if (base === "moffs") return `moffs${sizeBits}`;
  if (base.startsWith("vm")) return base;
  return /[(?@*]/.test(type) ? type.replace(/\((\d+)\)/, "$1").replace(/[?@*]/g, "") : type;
}
