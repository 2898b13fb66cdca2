// Cases out of the table itself: for each form some operand shapes, as text for NASM and as a request for our encoder.
// Deterministic, form by form, so that a new row does not change the cases of the others. `record.mjs` has NASM assemble
// the texts; the tests compare.

import { codeOf, type FormCode, type OperandSpec, SIZE_BIT } from "../../server/isa/form.ts";
import type { Bits, EncodeRequest, Form, MemoryOperand, Operand, Value } from "../../server/isa/insn.ts";
import { registerNamed, registerOf } from "../../server/isa/registers.ts";
import { type Entry, entries, formsOf } from "../../server/isa/table.ts";

export interface Case {
  readonly bits: Bits;
  readonly text: string;
  readonly request: EncodeRequest;
}

/** An operand in both shapes. */
interface Shape {
  readonly text: string;
  readonly operand: Operand;
}

/** Small seeded generator: the same form gives the same cases for ever. */
class Dice {
  #state: number;
  constructor(seed: string) {
    this.#state = 2166136261;
    for (const letter of seed) this.#state = Math.imul(this.#state ^ letter.charCodeAt(0), 16777619) >>> 0;
  }
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 4294967296) * limit);
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }
}

const HERE = 1;
const value = (offset: bigint, segment = -1): Value => ({ offset, segment, wrt: -1, forward: false, unknown: false });
const noWords = { sizeBits: 0, strict: false } as const;

const sizeWords: Readonly<Record<number, string>> = {
  8: "byte ",
  16: "word ",
  32: "dword ",
  64: "qword ",
  80: "tword ",
  128: "oword ",
  256: "yword ",
  512: "zword ",
};
const bitsOfMask = (mask: number): number =>
  Number(Object.keys(SIZE_BIT).find((bits) => bits !== "0" && SIZE_BIT[Number(bits)] === mask) ?? 0);

const fixedNames = new Set("AL AX EAX RAX CL CX ECX RCX DX EDX ES CS SS DS FS GS XMM0".split(" "));

function registerShape(spec: OperandSpec, shown: string, bits: Bits, code: FormCode, dice: Dice): Shape | undefined {
  if (fixedNames.has(shown)) return named(shown.toLowerCase());
  if (shown === "ST(0)") return named("st0");
  const high = bits === 64 ? dice.pick([0, 1, 3, 6, 7, 9, 12, 13]) : dice.pick([0, 1, 2, 3, 5, 6, 7]);
  const isEvex = code.vector?.kind === "EVEX" && !code.attributes.has("low16") && bits === 64;
  const vector = isEvex ? dice.pick([0, 2, 7, 11, 17, 30]) : high;
  const { facts, facts2 } = spec;
  const choices: (string | undefined)[] = [
    facts & 1 ? byteName(bits, dice) : undefined,
    facts & 2 ? registerOf("gpr16", high)!.name : undefined,
    facts & (4 | (1 << 26)) ? registerOf("gpr32", facts & 4 ? high : high || 1)!.name : undefined,
    facts & 8 ? registerOf("gpr64", high)!.name : undefined,
    facts & (1 << 14) ? dice.pick(["es", "ss", "ds", "fs", "gs"]) : undefined,
    facts & (1 << 21) ? dice.pick(["cr0", "cr3", "cr4"]) : undefined,
    facts & (1 << 22) ? dice.pick(["dr0", "dr7"]) : undefined,
    facts & (1 << 23) ? "tr3" : undefined,
    facts & (1 << 24) ? `st${dice.below(8)}` : undefined,
    facts & (1 << 27) ? `mm${dice.below(8)}` : undefined,
    facts & (1 << 28) ? `k${dice.below(8)}` : undefined,
    facts & (1 << 29) ? `tmm${dice.below(8)}` : undefined,
    facts & (1 << 30) ? `bnd${dice.below(4)}` : undefined,
    facts2 & (1 | 16) ? `xmm${vector}` : undefined,
    facts2 & (4 | 32) ? `ymm${vector}` : undefined,
    facts2 & (8 | (1 << 18)) ? `zmm${vector}` : undefined,
  ];
  const name = choices.find((choice) => choice !== undefined);
  return name === undefined ? undefined : named(name);
}

function byteName(bits: Bits, dice: Dice): string {
  return dice.pick(bits === 64 ? ["al", "bl", "ch", "dil", "r10b"] : ["al", "bl", "dh"]);
}

const named = (name: string): Shape => ({
  text: name,
  operand: { kind: "register", register: registerNamed(name)!, ...noWords },
});

interface MemoryShape {
  readonly base?: string;
  readonly index?: string;
  readonly scale?: number;
  readonly displacement?: bigint;
  readonly segment?: string;
}

const memory64: readonly MemoryShape[] = [
  { base: "rbx" },
  { base: "rbp", displacement: -8n },
  { base: "rsp", displacement: 0x80n },
  { base: "r12", displacement: 64n },
  { base: "r13" },
  { base: "rax", index: "rcx", scale: 4, displacement: 16n },
  { base: "r9", index: "r14", scale: 8 },
  { index: "rdx", scale: 8, displacement: 0x12345678n },
  { base: "esi", displacement: 1n },
  { displacement: 0x1234n },
  { base: "rdi", segment: "fs" },
];
const memory32: readonly MemoryShape[] = [
  { base: "ebx" },
  { base: "ebp", displacement: -8n },
  { base: "esp", displacement: 0x80n },
  { base: "eax", index: "ecx", scale: 4, displacement: 16n },
  { index: "edx", scale: 8, displacement: 0x12345678n },
  { base: "bx", index: "si", scale: 1 },
  { displacement: 0x1234n },
  { base: "edi", segment: "gs" },
];
const memory16: readonly MemoryShape[] = [
  { base: "bx" },
  { base: "bp" },
  { base: "bp", index: "di", scale: 1, displacement: -5n },
  { base: "si", displacement: 0x1234n },
  { displacement: 0x1234n },
  { base: "ecx", displacement: 4n },
  { base: "di", segment: "es" },
];
const memoryVector: readonly MemoryShape[] = [
  { base: "rax", index: "V", scale: 4 },
  { base: "r9", index: "V", scale: 8, displacement: 0x40n },
  { index: "V", scale: 2, displacement: 0x1000n },
];

function bracketText({ base, index, scale = 1, displacement, segment }: MemoryShape): string {
  const registers = [base, index && (base ? `${index}*${scale}` : `${index}*${scale}`)].filter(Boolean).join("+");
  const number =
    displacement === undefined
      ? ""
      : `${displacement < 0n ? "-" : registers ? "+" : ""}0x${(displacement < 0n ? -displacement : displacement).toString(16)}`;
  return `[${segment ? `${segment}:` : ""}${registers}${number}]`;
}

function memoryShape(spec: OperandSpec, bits: Bits, code: FormCode, dice: Dice): Shape {
  let shape = dice.pick(bits === 64 ? memory64 : bits === 32 ? memory32 : memory16);
  if (code.vsib !== "") {
    shape = dice.pick(bits === 64 ? memoryVector : memoryVector.slice(2));
    const number = code.vector?.kind === "EVEX" && bits === 64 ? dice.pick([1, 9, 21]) : 3;
    shape = { ...shape, index: `${code.vsib}mm${number}` };
  }
  const written = bitsOfMask(spec.size & 255);
  const optional = bitsOfMask(spec.allowed & 255);
  const sizeBits = written || (optional !== 0 && spec.allowed !== 2047 && dice.below(2) ? optional : 0);
  const broadcast = spec.broadcastCount > 1 && dice.below(3) === 0;
  const operand: MemoryOperand = {
    kind: "memory",
    sizeBits: broadcast ? spec.broadcastBits : sizeBits,
    strict: false,
    ...(shape.base ? { base: registerNamed(shape.base)! } : {}),
    ...(shape.index ? { index: registerNamed(shape.index)! } : {}),
    scale: shape.index ? (shape.scale ?? 1) : 0,
    hint: "none",
    noSplit: false,
    displacement: value(shape.displacement ?? 0n),
    hasDisplacement: shape.displacement !== undefined,
    displacementSizeBits: 0,
    addressSizeBits: 0,
    relative: false,
    relativeExplicit: false,
    ...(shape.segment ? { segment: registerNamed(shape.segment)! } : {}),
    broadcast: broadcast ? spec.broadcastCount : 0,
  };
  const distance = spec.size & 512 ? "far " : spec.size & 256 ? "near " : "";
  const words = distance === "" ? {} : { distance: distance.trim() as "far" | "near" };
  const size = sizeWords[operand.sizeBits] ?? "";
  const braces = broadcast ? `{1to${spec.broadcastCount}}` : "";
  return { text: `${size}${distance}${bracketText(shape)}${braces}`, operand: { ...operand, ...words } };
}

function immediateShape(spec: OperandSpec, shown: string, dice: Dice): Shape {
  if (shown === "1") return numberShape(1n, 0);
  if (shown.startsWith("rel")) {
    const offset = dice.pick([0x10n, -0x40n, 0x1234n]);
    const near = shown === "rel8" ? dice.pick([0x10n, -0x40n]) : offset;
    const distance = spec.size & 1024 ? "short " : spec.size & 256 ? "near " : "";
    const sizeBits = bitsOfMask(spec.size & 255);
    const sign = near < 0n ? "-" : "+";
    const text = `${sizeWords[sizeBits] ?? ""}${distance}$${sign}0x${(near < 0n ? -near : near).toString(16)}`;
    const words = distance === "" ? {} : { distance: distance.trim() as "short" | "near" };
    return { text, operand: { kind: "immediate", value: value(near, HERE), sizeBits, strict: false, ...words } };
  }
  if (shown.startsWith("ptr")) {
    const sizeBits = bitsOfMask(spec.size & 255);
    const operand: Operand = {
      kind: "immediate",
      value: value(0x5678n),
      farSegment: value(0x1234n),
      sizeBits,
      strict: false,
    };
    return { text: `${sizeWords[sizeBits] ?? ""}0x1234:0x5678`, operand };
  }
  const small = dice.pick([0n, 5n, 100n, -3n]);
  const sized = spec.size & 255 ? bitsOfMask(spec.size & 255) : 0;
  if (spec.size & 512) return farShape(sized);
  const wide = shown === "imm8" ? small : dice.pick([small, 0x1234n, 0x7fffn]);
  return numberShape(spec.facts2 & (1 << 15) ? 0x89abcdefn : wide, sized);
}

/** A far jump to a plain number: always an error, for it has no segment. */
const farShape = (sizeBits: number): Shape => ({
  text: `${sizeWords[sizeBits] ?? ""}far 4660`,
  operand: { kind: "immediate", value: value(0x1234n), sizeBits, strict: false, distance: "far" },
});

const numberShape = (number: bigint, sizeBits: number): Shape => ({
  text: `${sizeWords[sizeBits] ?? ""}${number}`,
  operand: { kind: "immediate", value: value(number), sizeBits, strict: false },
});

function offsetShape(bits: Bits): Shape {
  const operand: MemoryOperand = {
    kind: "memory",
    ...noWords,
    scale: 0,
    hint: "none",
    noSplit: false,
    displacement: value(0x12345678n),
    hasDisplacement: true,
    displacementSizeBits: bits === 64 ? 64 : 0,
    addressSizeBits: 0,
    relative: false,
    relativeExplicit: false,
    broadcast: 0,
  };
  return { text: `[${bits === 64 ? "qword " : ""}0x12345678]`, operand };
}

function operandShape(form: Form, index: number, bits: Bits, dice: Dice): Shape {
  const code = codeOf(form);
  const spec = code.specs[index]!;
  const shown = form.operands[index]!.text;
  const isMemory = (spec.facts2 & (64 | 256 | 512 | 1024)) !== 0;
  if (spec.facts2 & 128) return offsetShape(bits);
  if (isMemory && (code.vsib !== "" || dice.below(2) || registerShape(spec, shown, bits, code, dice) === undefined)) {
    return decorate(memoryShape(spec, bits, code, dice), spec, dice);
  }
  const register = registerShape(spec, shown, bits, code, dice);
  if (register === undefined) return immediateShape(spec, shown, dice);
  const to = spec.to
    ? { text: `to ${register.text}`, operand: { ...register.operand, distance: "to" as const } }
    : register;
  return decorate(to, spec, dice);
}

/** `{k3}` and `{z}` where they may be written. */
function decorate(shape: Shape, spec: OperandSpec, dice: Dice): Shape {
  if (!(spec.decorations & 1) || dice.below(2)) return shape;
  const zeroing = (spec.decorations & 2) !== 0 && dice.below(2) === 1;
  const mask = 1 + dice.below(7);
  return {
    text: `${shape.text}{k${mask}}${zeroing ? "{z}" : ""}`,
    operand: { ...shape.operand, mask: registerOf("mask", mask)!, ...(zeroing ? { zeroing } : {}) } as Operand,
  };
}

/** Wrong operands, for the messages: they replace one operand of a form. */
const strangers: Readonly<Record<Bits, readonly string[]>> = {
  16: ["al", "cx", "edx", "es", "xmm1", "st2"],
  32: ["al", "cx", "edx", "ds", "xmm1", "mm3"],
  64: ["al", "cx", "edx", "rsi", "r9", "ss", "xmm1", "k2"],
};

function caseOf(entry: Entry, form: Form, bits: Bits, turn: number, kind: "right" | "wrong"): Case {
  const dice = new Dice(`${bits}${kind}${turn}${entry.key}${form.row}${form.operands.map(({ text }) => text).join()}`);
  const shapes = form.operands.map((_, index) => operandShape(form, index, bits, dice));
  if (kind === "wrong" && shapes.length > 0) shapes[dice.below(shapes.length)] = named(dice.pick(strangers[bits]));
  const code = codeOf(form);
  const prefix = code.attributes.has("latevex") ? "vex" : "";
  const text = `${prefix ? `{${prefix}} ` : ""}${entry.name} ${shapes.map((shape) => shape.text).join(",")}`.trim();
  const request: EncodeRequest = {
    mnemonic: entry.name,
    prefixes: prefix ? [prefix] : [],
    operands: shapes.map((shape) => shape.operand),
    bits,
    here: { segment: HERE, offset: 0n },
    optimise: "full",
    final: true,
  };
  return { bits, text, request };
}

const integerFamilies = new Set(
  "arithmetic logic data-transfer control-flow string shift-rotate bit flags system".split(" "),
);

/** All cases: two shapes of each integer form in each of its modes, one of each other form in 64-bit mode, and wrong operands. */
export function cases(): Case[] {
  const seen = new Set<string>();
  const result: Case[] = [];
  const add = (one: Case): void => {
    const id = `${one.bits} ${one.text}`;
    if (seen.has(id)) return;
    seen.add(id);
    result.push(one);
  };
  for (const entry of entries()) {
    const integer = integerFamilies.has(entry.family);
    for (const form of formsOf(entry)) {
      if (integer) {
        for (const bits of form.modes) {
          add(caseOf(entry, form, bits, 0, "right"));
          if (bits === 64) add(caseOf(entry, form, bits, 1, "right"));
        }
        add(caseOf(entry, form, 64, 0, "wrong"));
        if (form.index % 3 === 0) add(caseOf(entry, form, 32, 0, "wrong"));
      } else add(caseOf(entry, form, form.modes.at(-1)!, 0, "right"));
    }
  }
  return result;
}
