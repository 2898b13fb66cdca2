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
  const bracket = /^\((\d+)\)$/.exec(text);
  if (bracket) return { sizeBits: 0, assumedBits: 0, allowed: SIZE_BIT[Number(bracket[1])]! };
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
  type = type.replace(/\{(\w+)\}/g, (_, name: string) => {
    decorations |= { k: DECORATION.mask, z: DECORATION.zero, er: DECORATION.rounding, sae: DECORATION.sae }[name] ?? 0;
    return "";
  });
  const broadcast = /\/m(\d+)bcst$/.exec(type);
  if (broadcast) type = type.slice(0, broadcast.index);
  const set = /\+(\d)$/.exec(type);
  if (set) type = type.slice(0, set.index);
  return {
    access,
    to,
    distance,
    decorations,
    broadcastBits: Number(broadcast?.[1] ?? 0),
    registerSet: Number(set?.[1] ?? 0),
    type,
  };
}

/** Splits a type into its name, an "or memory" part, and the note of its size. */
function parseType(type: string): { row: TypeRow; orMemory: boolean; note: SizeNote; base: string } {
  const both = /^(r|mm|xmm|ymm|zmm|k)\/m(.*)$/.exec(type);
  if (both) {
    const note = sizeNote(both[2]!);
    const sizeBits = note.sizeBits || Number(/\d+/.exec(both[2]!)?.[0] ?? 0);
    const row = both[1] === "r" ? { facts: gprFacts[sizeBits]!, sizeBits } : types[both[1]!]!;
    return { row, orMemory: true, note, base: both[1]! };
  }
  if (types[type]) return { row: types[type], orMemory: false, note: sizeNote(""), base: type };
  const name = Object.keys(types)
    .filter((key) => type.startsWith(key))
    .sort((a, b) => b.length - a.length)[0];
  const rest = name === undefined ? "" : type.slice(name.length).replace(/^[:/]/, "");
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
  const noted = note.sizeBits || Number(/\d+/.exec(taken.type.replace(/^vm\d+/, ""))?.[0] ?? 0);
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
  const bracket = /\((\d+)\)/.exec(taken.type);
  const sizeBits = note.sizeBits || Number(bracket?.[1] ?? 0) || row.valueBits || row.sizeBits || 0;
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
  return type.replace(/\((\d+)\)/, "$1").replace(/[?@*]/g, "");
}
