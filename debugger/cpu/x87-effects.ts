// What the routines behind x87 and state instructions read and write, for effects.ts: taken from the operation's constants,
// which are all that a routine knows of its operands. Stack registers have the names that they have before the instruction
// where it reads them, and behind it where it writes them; fsw stands for TOP and the condition codes too.

import type { OpOf } from "./ir.ts";
import { environmentSize, FXSAVE_BYTES } from "./x87/environment.ts";
import { XSAVE_BYTES } from "./x87/extended-state.ts";
import { FORMAT_BYTES, MEMORY_FORMATS } from "./x87/transfer.ts";

/** Registers by name, and the bytes that the routine itself loads or stores. */
export interface X87Effects {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly memory?: { readonly access: "read" | "write"; readonly sizeBytes: number };
}

const st = (index: number): string => `st${index & 7}`;
const range = (name: string, count: number): string[] => Array.from({ length: count }, (_, k) => `${name}${k}`);
const CONTROL = ["fcw", "fsw", "ftw"];
const STACK = range("st", 8);
/** What an instruction that works on the stack touches besides its operands: a fault of the stack fills registers. */
const NOTED = ["fsw", "ftw"];

type Rule = (constants: readonly number[]) => X87Effects;

/** `reads` and `writes` are stack indices. */
const onStack = (reads: readonly number[], writes: readonly number[]): X87Effects => ({
  reads: ["fcw", ...reads.map(st)],
  writes: [...writes.map(st), ...NOTED],
});

const unary: Rule = () => onStack([0], [0]);
const binary: Rule = () => onStack([0, 1], [0]);
const pushing: Rule = () => onStack([0], [0, 1]);
/** Operands of a comparison: a negative format is a register. */
const comparison = (format: number, index: number): X87Effects => ({
  reads: [st(0), ...(format < 0 ? [st(index)] : [])],
  writes: NOTED,
});

const loads: Readonly<Record<string, Rule>> = {
  fldRegister: ([index = 0]) => onStack([index], [0]),
  fldMemory: () => onStack([], [0]),
  fldBytes: () => onStack([], [0]),
  fldConstant: () => onStack([], [0]),
  fstRegister: ([index = 0, pops = 0]) => onStack([0], [index - pops]),
  fstMemory: ([format = 0]) => ({
    reads: ["fcw", "st0"],
    writes: NOTED,
    memory: { access: "write", sizeBytes: FORMAT_BYTES[MEMORY_FORMATS[format]!] },
  }),
  fcmov: ([index = 0]) => onStack([0, index], [0]),
  fxch: ([index = 0]) => onStack([0, index], [0, index]),
  fincstp: () => ({ reads: [], writes: ["fsw"] }),
  fdecstp: () => ({ reads: [], writes: ["fsw"] }),
  ffree: () => ({ reads: [], writes: NOTED }),
};

const computing: Readonly<Record<string, Rule>> = {
  fpuBinary: ([, dest = 0, format = -1, source = 0, pops = 0]) =>
    onStack(format < 0 ? [dest, source] : [dest], [dest - pops]),
  fpuCompare: ([format = -1, index = 0]) => comparison(format, index),
  fcomi: ([index = 0]) => comparison(-1, index),
  ftst: () => comparison(0, 0),
  fxam: () => ({ reads: ["ftw", "st0"], writes: ["fsw"] }),
  ...{ fchs: unary, fabs: unary, fsqrt: unary, frndint: unary, fsin: unary, fcos: unary, f2xm1: unary },
  ...{ fscale: binary, fprem: binary, fprem1: binary, fpatan: binary, fyl2x: binary, fyl2xp1: binary },
  ...{ fxtract: pushing, fsincos: pushing, fptan: pushing },
};

const STACK_BYTES = 80;
const legacy = (bits = 64): string[] => [...CONTROL, "mxcsr", ...STACK, ...range("xmm", bits === 64 ? 16 : 8)];
const extended = (bits = 64): string[] => [...CONTROL, "mxcsr", ...STACK, ...range("ymm", bits === 64 ? 16 : 8)];
const save: Rule = ([bits]) => ({
  reads: ["edx", ...extended(bits)],
  writes: [],
  memory: { access: "write", sizeBytes: XSAVE_BYTES },
});

const areas: Readonly<Record<string, Rule>> = {
  fwait: () => ({ reads: ["fsw"], writes: [] }),
  fninit: () => ({ reads: [], writes: CONTROL }),
  fnclex: () => ({ reads: [], writes: ["fsw"] }),
  fldcw: () => ({ reads: [], writes: ["fcw", "fsw"] }),
  fnstenv: ([bits = 32]) => ({
    reads: CONTROL,
    writes: ["fcw", "fsw"],
    memory: { access: "write", sizeBytes: environmentSize(bits) },
  }),
  fldenv: ([bits = 32]) => ({
    reads: [],
    writes: CONTROL,
    memory: { access: "read", sizeBytes: environmentSize(bits) },
  }),
  fnsave: ([bits = 32]) => ({
    reads: [...CONTROL, ...STACK],
    writes: CONTROL,
    memory: { access: "write", sizeBytes: environmentSize(bits) + STACK_BYTES },
  }),
  frstor: ([bits = 32]) => ({
    reads: [],
    writes: [...CONTROL, ...STACK],
    memory: { access: "read", sizeBytes: environmentSize(bits) + STACK_BYTES },
  }),
  fxsave: ([bits]) => ({ reads: legacy(bits), writes: [], memory: { access: "write", sizeBytes: FXSAVE_BYTES } }),
  fxrstor: ([bits]) => ({ reads: [], writes: legacy(bits), memory: { access: "read", sizeBytes: FXSAVE_BYTES } }),
  ...{ xsave: save, xsaveopt: save, xsavec: save },
  xrstor: ([bits]) => ({
    reads: ["edx"],
    writes: extended(bits),
    memory: { access: "read", sizeBytes: XSAVE_BYTES },
  }),
  enterMmx: ([register = -1]) => ({ reads: ["fsw"], writes: [...NOTED, ...(register < 0 ? [] : [`mm${register}`])] }),
  emms: () => ({ reads: ["fsw"], writes: NOTED }),
};

const rules: Readonly<Record<string, Rule>> = { ...loads, ...computing, ...areas };

/** Undefined for operations that touch nothing of the x87 and no area in memory. */
export const x87Effects = ({ name, constants }: OpOf<"helper">): X87Effects | undefined =>
  Object.hasOwn(rules, name) ? rules[name]!(constants) : undefined;
