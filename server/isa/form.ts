// What a row of the table says, compiled: the form everybody sees, and the code that encoder and decoder work from.
// Matching must be quick (each instruction is matched in each pass), so operand types are bit sets of facts:
// an operand fits a type when it has one of the type's facts, as "eax" is a 32-bit general register and is EAX.

import type { Form } from "./insn.ts";

/** Facts about operands that do not name a size, first word. */
export const FACT = {
  gpr8: 1 << 0,
  gpr16: 1 << 1,
  gpr32: 1 << 2,
  gpr64: 1 << 3,
  al: 1 << 4,
  ax: 1 << 5,
  eax: 1 << 6,
  rax: 1 << 7,
  cl: 1 << 8,
  cx: 1 << 9,
  ecx: 1 << 10,
  rcx: 1 << 11,
  dx: 1 << 12,
  edx: 1 << 13,
  segment: 1 << 14,
  es: 1 << 15,
  cs: 1 << 16,
  ss: 1 << 17,
  ds: 1 << 18,
  fs: 1 << 19,
  gs: 1 << 20,
  control: 1 << 21,
  debug: 1 << 22,
  test: 1 << 23,
  st: 1 << 24,
  st0: 1 << 25,
  gpr32NotA: 1 << 26,
  mmx: 1 << 27,
  mask: 1 << 28,
  tmm: 1 << 29,
  bound: 1 << 30,
} as const;

/** Facts, second word. `…Low` are the sixteen vector registers that VEX can name. */
export const FACT2 = {
  xmm: 1 << 0,
  xmm0: 1 << 1,
  ymm: 1 << 2,
  zmm: 1 << 3,
  xmmLow: 1 << 4,
  ymmLow: 1 << 5,
  memory: 1 << 6,
  offset: 1 << 7,
  vectorX: 1 << 8,
  vectorY: 1 << 9,
  vectorZ: 1 << 10,
  immediate: 1 << 11,
  byteOfWord: 1 << 12,
  byteOfDword: 1 << 13,
  signedDword: 1 << 14,
  unsignedDword: 1 << 15,
  one: 1 << 16,
  pointer: 1 << 17,
  zmmLow: 1 << 18,
} as const;

/** Sizes as bits, so that a set of sizes is a number. */
export const SIZE_BIT: Readonly<Record<number, number>> = {
  0: 0,
  8: 1,
  16: 2,
  32: 4,
  64: 8,
  80: 16,
  128: 32,
  256: 64,
  512: 128,
};
/** Distances count as sizes in matching, as NASM has it: "near dword" is a size of its own. */
export const DISTANCE_BIT = { near: 256, far: 512, short: 1024 } as const;
/** Every size. */
export const ANY_SIZE = 2047;

/** Decorations of an operand, as bits. */
export const DECORATION = { mask: 1, zero: 2, rounding: 4, sae: 8 } as const;

/** Attributes of a row that matching and writing ask for, as bits: a set would cost a look-up each (bench: encode). */
export const ATTRIBUTE = {
  latevex: 1,
  opt: 2,
  bnd: 4,
  nohle: 8,
  sx: 16,
  lock: 32,
  sib: 64,
  mib: 128,
  obsolete: 256,
  never: 512,
  decode: 1024,
} as const;

/** An operand of a form, for matching. Sizes are `SIZE_BIT` sets. */
export interface OperandSpec {
  readonly facts: number;
  readonly facts2: number;
  /** The size that must be there; 0 = the form leaves it open. */
  readonly size: number;
  /** The size assumed when none is written; -1 = the mode's. */
  readonly assumed: number;
  /** With `size` 0: sizes that may be written all the same. */
  readonly allowed: number;
  /** True for "fadd to st1". */
  readonly to: boolean;
  /** `DECORATION`s that may be written. */
  readonly decorations: number;
  /** Element size in bits of a broadcast, 0 = none; and how many elements. */
  readonly broadcastBits: number;
  readonly broadcastCount: number;
  /** Register sets (`zmm+3`): how many registers beyond the first. */
  readonly registerSet: number;
}

/** What to emit after prefixes and REX, VEX or EVEX. `operand` and `second` are operand numbers. */
export type StepKind =
  | "byte" // value
  | "plus-register" // value + register of operand
  | "modrm-register" // rm = operand, reg = register of second
  | "modrm-digit" // rm = operand, reg = value
  | "modrm-fixed" // reg = register of operand, mod and rm = value
  | "imm8"
  | "imm8-unsigned"
  | "imm8-signed"
  | "imm16"
  | "imm32"
  | "imm32-signed"
  | "imm64"
  | "imm-mode" // 2 or 4 bytes by the operand's size or the mode
  | "offset" // an absolute address as long as the address size
  | "rel8"
  | "rel"
  | "segment"
  | "is4" // register of operand in bits 7 … 4; with second: immediate below
  | "jump-length";

export interface Step {
  readonly kind: StepKind;
  readonly operand: number;
  readonly second: number;
  readonly value: number;
}

/** VEX, XOP or EVEX fields of a form. */
export interface VectorPrefix {
  readonly kind: "VEX" | "XOP" | "EVEX";
  /** 0, 1, 2 as encoded; -1 = ignored. */
  readonly length: number;
  /** 0 none, 1 = 66, 2 = F3, 3 = F2. */
  readonly pp: number;
  readonly map: number;
  /** 0, 1; -1 = ignored, -2 = follows REX.W. */
  readonly w: number;
  /** Operand in vvvv, -1 = none. */
  readonly vvvv: number;
  /** EVEX tuple type in lower case, which gives disp8*N. */
  readonly tuple: string;
}

export interface FormCode {
  readonly specs: readonly OperandSpec[];
  readonly attributes: ReadonlySet<string>;
  /** The same as `ATTRIBUTE` bits. */
  readonly flags: number;
  /** Modes the form exists in: 16 | 32 | 64. */
  readonly modeBits: number;
  readonly vector: VectorPrefix | undefined;
  /** 16, 32 or 64 fixed operand size, 0 = none. 64 means REX.W. */
  readonly operandSizeBits: number;
  /** 64-bit by default: W is not needed. */
  readonly default64: boolean;
  readonly addressSizeBits: number;
  readonly mandatory: readonly number[];
  readonly steps: readonly Step[];
  /** "jcc" and "jmp" forms match only when the target is near enough. */
  readonly jump: "" | "jcc" | "jmp";
  readonly vsib: "" | "x" | "y" | "z";
  /** Hints: odf adf norexb norexw nof3 norep repe mustrep wait rex.l nohi np. */
  readonly hints: ReadonlySet<string>;
  /** Level in the order of `cpu` directives: 0 = 8086. */
  readonly level: number;
  /** Operand number of a separate index register (MIB), -1 = none. */
  readonly index: number;
}

/** The compiled side of a form. */
export const codeOf = (form: Form): FormCode => form.code as FormCode;
