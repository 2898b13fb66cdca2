// WebAssembly bytes (WebAssembly Core Specification 2.0, chapter 5): opcodes by name, LEB128, and one function of one module
// around a body. Only what the translator emits.

import type { MemoryType } from "./memory-type.ts";

/** Opcodes. Memory instructions take an alignment and an offset, local and block instructions an index or type. */
export const OP = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Load: 0x28,
  i64Load: 0x29,
  i32Load8U: 0x2d,
  i32Load16U: 0x2f,
  i64Load16U: 0x33,
  i32Store: 0x36,
  i64Store: 0x37,
  i32Store8: 0x3a,
  i32Store16: 0x3b,
  i32Const: 0x41,
  i64Const: 0x42,
  i32Eqz: 0x45,
  i32Eq: 0x46,
  i32Ne: 0x47,
  i32LtS: 0x48,
  i32LtU: 0x49,
  i32GtU: 0x4b,
  i32LeS: 0x4c,
  i32LeU: 0x4d,
  i32GeU: 0x4f,
  i64Eqz: 0x50,
  i64Eq: 0x51,
  i64Ne: 0x52,
  i64LtS: 0x53,
  i64LtU: 0x54,
  i64GtU: 0x56,
  i64LeS: 0x57,
  i64GeU: 0x5a,
  i64LeU: 0x58,
  i32Clz: 0x67,
  i32Ctz: 0x68,
  i32Popcnt: 0x69,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i32DivU: 0x6e,
  i32And: 0x71,
  i32Or: 0x72,
  i32Xor: 0x73,
  i32Shl: 0x74,
  i32ShrS: 0x75,
  i32ShrU: 0x76,
  i32Rotl: 0x77,
  i32Rotr: 0x78,
  i64Clz: 0x79,
  i64Ctz: 0x7a,
  i64Popcnt: 0x7b,
  i64Add: 0x7c,
  i64Sub: 0x7d,
  i64Mul: 0x7e,
  i64DivS: 0x7f,
  i64DivU: 0x80,
  i64RemS: 0x81,
  i64RemU: 0x82,
  i64And: 0x83,
  i64Or: 0x84,
  i64Xor: 0x85,
  i64Shl: 0x86,
  i64ShrS: 0x87,
  i64ShrU: 0x88,
  i64Rotl: 0x89,
  i64Rotr: 0x8a,
  i32WrapI64: 0xa7,
  i64ExtendI32S: 0xac,
  i64ExtendI32U: 0xad,
  i32Extend8S: 0xc0,
  i32Extend16S: 0xc1,
  i64Extend8S: 0xc2,
  i64Extend16S: 0xc3,
  i64Extend32S: 0xc4,
  i64GeS: 0x59,
  f64Const: 0x44,
  f32Eq: 0x5b,
  f32Lt: 0x5d,
  f64Eq: 0x61,
  f64Ne: 0x62,
  f64Lt: 0x63,
  f64Abs: 0x99,
  f64Trunc: 0x9d,
  f64Nearest: 0x9e,
  f64Sqrt: 0x9f,
  f64Mul: 0xa2,
  f64Div: 0xa3,
  f32ConvertI64S: 0xb4,
  f32DemoteF64: 0xb6,
  f64ConvertI64S: 0xb9,
  f64ConvertI64U: 0xba,
  f64PromoteF32: 0xbb,
  i32ReinterpretF32: 0xbc,
  i64ReinterpretF64: 0xbd,
  /** Prefix of saturating truncation and bulk memory. */
  extended: 0xfc,
  /** Prefix of vector instructions. */
  simd: 0xfd,
} as const;

export const VOID_TYPE = 0x40;
export const I32 = 0x7f;
export const I64 = 0x7e;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** Bytes being written. */
export type Code = number[];

export function uleb(code: Code, value: number): void {
  let rest = value;
  while (rest >= 128) {
    code.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  code.push(rest);
}

/** Signed LEB128 of a 32-bit number. */
export function sleb32(code: Code, value: number): void {
  let rest = value | 0;
  for (;;) {
    const byte = rest & 127;
    rest >>= 7;
    if ((rest === 0 && !(byte & 64)) || (rest === -1 && byte & 64)) {
      code.push(byte);
      return;
    }
    code.push(byte | 128);
  }
}

/** Signed LEB128 of a 64-bit number. */
export function sleb64(code: Code, value: bigint): void {
  let rest = BigInt.asIntN(64, value);
  if (rest >= -0x80000000n && rest < 0x80000000n) {
    sleb32(code, Number(rest));
    return;
  }
  for (;;) {
    const byte = Number(rest & 127n);
    rest >>= 7n;
    if ((rest === 0n && !(byte & 64)) || (rest === -1n && byte & 64)) {
      code.push(byte);
      return;
    }
    code.push(byte | 128);
  }
}

function section(out: Code, id: number, content: Code): void {
  out.push(id);
  uleb(out, content.length);
  for (const byte of content) out.push(byte);
}

/** Local declarations: runs of equal types. */
function localDeclarations(types: readonly number[]): Code {
  const runs: { type: number; count: number }[] = [];
  for (const type of types) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  const out: Code = [];
  uleb(out, runs.length);
  for (const run of runs) {
    uleb(out, run.count);
    out.push(run.type);
  }
  return out;
}

/** A function that "run" calls: its parameters' types, the types of its other locals, its code; it gives an i32. */
export interface InnerFunction {
  readonly parameters: readonly number[];
  readonly locals: readonly number[];
  readonly code: Code;
}

const nameBytes = (name: string): Code => [name.length, ...Array.from(name, (character) => character.charCodeAt(0))];

const MAGIC: Code = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** The import of "e.memory". */
function memoryImport({ pages, sharing }: MemoryType): Code {
  const out: Code = [...nameBytes("e"), ...nameBytes("memory"), 2, sharing === "shared" ? 3 : 1];
  uleb(out, pages);
  uleb(out, pages);
  return out;
}

function bodyOf(locals: readonly number[], body: Code): Code {
  const declarations = localDeclarations(locals);
  const out: Code = [];
  uleb(out, declarations.length + body.length + 1);
  out.push(...declarations);
  for (const byte of body) out.push(byte);
  out.push(OP.end);
  return out;
}

/** Types of what a function takes and gives. */
export interface Signature {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

/** A function of another module. */
export interface ImportedFunction extends Signature {
  readonly name: string;
}

const typeOf = ({ parameters, results }: Signature): Code => [
  0x60,
  parameters.length,
  ...parameters,
  results.length,
  ...results,
];
/** So many i32 → i32. */
const functionType = (parameters: number): Code =>
  typeOf({ parameters: new Array<number>(parameters).fill(I32), results: [I32] });

export interface ModuleParts {
  readonly memory: MemoryType;
  readonly imports?: readonly ImportedFunction[];
  readonly inner?: readonly InnerFunction[];
  /** The body calls functions of the imported table "e.table" that have so many i32 parameters: their type is number 1. */
  readonly calls?: { readonly parameters: number } | undefined;
}

/** The import of "e.table", of whatever size. */
const tableImport = (): Code => [...nameBytes("e"), ...nameBytes("table"), 1, 0x70, 0, 0];

/**
 * A module with one exported function "run" of so many i32 parameters → i32 over the imported memory "e.memory".
 * @param locals types of the locals after the parameters
 * @param around.imports functions of "x" that the body may call, by their position
 * @param around.inner functions that the body may call: their numbers follow that of "run"
 */
export function moduleOf(
  { locals, parameters }: { readonly locals: readonly number[]; readonly parameters: number },
  body: Code,
  around: ModuleParts,
): Uint8Array<ArrayBuffer> {
  const { memory, imports = [], inner = [], calls } = around;
  const called = calls === undefined ? [] : [functionType(calls.parameters)];
  const out: Code = [...MAGIC];
  section(out, 1, [
    1 + called.length + imports.length + inner.length,
    ...functionType(parameters),
    ...called.flat(),
    ...imports.flatMap(typeOf),
    ...inner.flatMap((f) => [0x60, f.parameters.length, ...f.parameters, 1, I32]),
  ]);
  const imported = imports.flatMap(({ name }, k) => [...nameBytes("x"), ...nameBytes(name), 0, k + 1 + called.length]);
  const tables = called.map(tableImport);
  section(out, 2, [1 + tables.length + imports.length, ...memoryImport(memory), ...tables.flat(), ...imported]);
  section(out, 3, [1 + inner.length, 0, ...inner.map((_, k) => 1 + called.length + imports.length + k)]);
  section(out, 7, [1, ...nameBytes("run"), 0, imports.length]);
  return withCode(out, [{ locals, code: body }, ...inner]);
}

/** Adds the code section. Most of a module is this one, so its bytes are copied once. */
function withCode(
  head: Code,
  functions: readonly { readonly locals: readonly number[]; readonly code: Code }[],
): Uint8Array<ArrayBuffer> {
  const parts = functions.map(({ locals, code }) => {
    const declarations = localDeclarations(locals);
    const start: Code = [];
    uleb(start, declarations.length + code.length + 1);
    start.push(...declarations);
    return { start, code };
  });
  const bytes = parts.reduce((sum, { start, code }) => sum + start.length + code.length + 1, 1);
  const out: Code = [...head, 10];
  uleb(out, bytes);
  out.push(functions.length);
  const module = new Uint8Array(out.length + bytes - 1);
  module.set(out);
  let at = out.length;
  for (const { start, code } of parts) {
    module.set(start, at);
    module.set(code, at + start.length);
    at += start.length + code.length + 1;
    module[at - 1] = OP.end;
  }
  return module;
}

/** A module of several functions that see each other, mutable globals and the imported memory "e.memory"; all are exported. */
export function moduleOfFunctions(
  functions: readonly (Signature & {
    readonly name: string;
    readonly emitter: { readonly locals: readonly number[]; readonly code: Code };
  })[],
  globals: readonly ("i32" | "i64")[],
  memory: MemoryType,
): Uint8Array<ArrayBuffer> {
  const out: Code = [...MAGIC];
  const vector = (items: readonly Code[]): Code => {
    const content: Code = [];
    uleb(content, items.length);
    return [...content, ...items.flat()];
  };
  section(out, 1, vector(functions.map(typeOf)));
  section(out, 2, [1, ...memoryImport(memory)]);
  section(out, 3, vector(functions.map((_, k) => [k])));
  const zero = { i32: [I32, 1, OP.i32Const, 0, OP.end], i64: [I64, 1, OP.i64Const, 0, OP.end] };
  section(out, 6, vector(globals.map((type) => zero[type])));
  section(out, 7, vector(functions.map(({ name }, k) => [...nameBytes(name), 0, k])));
  section(out, 10, vector(functions.map(({ emitter }) => bodyOf(emitter.locals, emitter.code))));
  return Uint8Array.from(out);
}
