// Operations of the intermediate representation that are one WebAssembly instruction, or a short sequence, in each type.

import type { BinaryName, CompareName, ConvertName, UnaryName, ValueType } from "../cpu/ir.ts";
import type { Emitter } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";

/** [i32, i64] */
type Pair = readonly [number, number];

export const binaryOpcodes: Readonly<Record<BinaryName, Pair>> = {
  add: [OP.i32Add, OP.i64Add],
  sub: [OP.i32Sub, OP.i64Sub],
  mul: [OP.i32Mul, OP.i64Mul],
  and: [OP.i32And, OP.i64And],
  or: [OP.i32Or, OP.i64Or],
  xor: [OP.i32Xor, OP.i64Xor],
  shl: [OP.i32Shl, OP.i64Shl],
  shrU: [OP.i32ShrU, OP.i64ShrU],
  shrS: [OP.i32ShrS, OP.i64ShrS],
  rotl: [OP.i32Rotl, OP.i64Rotl],
  rotr: [OP.i32Rotr, OP.i64Rotr],
};

export const compareOpcodes: Readonly<Record<CompareName, Pair>> = {
  eq: [OP.i32Eq, OP.i64Eq],
  ne: [OP.i32Ne, OP.i64Ne],
  ltU: [OP.i32LtU, OP.i64LtU],
  ltS: [OP.i32LtS, OP.i64LtS],
  leU: [OP.i32LeU, OP.i64LeU],
  leS: [OP.i32LeS, OP.i64LeS],
};

type Sequence = (e: Emitter, type: ValueType) => void;

const pair =
  (on32: number, on64: number): Sequence =>
  (e, type) =>
    e.op(type === "i64" ? on64 : on32);

const mask =
  (bits: bigint): Sequence =>
  (e, type) => {
    e.constant(type, bits);
    e.op(type === "i64" ? OP.i64And : OP.i32And);
  };

/** The operand is on the stack; `type` is its type. byteSwap is absent: instructions with it stay in the step engine. */
export const unarySequences: Readonly<Record<Exclude<UnaryName, "byteSwap"> | ConvertName | "eqz", Sequence>> = {
  clz: pair(OP.i32Clz, OP.i64Clz),
  ctz: pair(OP.i32Ctz, OP.i64Ctz),
  popcnt: pair(OP.i32Popcnt, OP.i64Popcnt),
  zext8: mask(0xffn),
  zext16: mask(0xffffn),
  zext32: mask(0xffff_ffffn),
  sext8: pair(OP.i32Extend8S, OP.i64Extend8S),
  sext16: pair(OP.i32Extend16S, OP.i64Extend16S),
  sext32: (e) => e.op(OP.i64Extend32S),
  wrap: (e) => e.op(OP.i32WrapI64),
  extendU: (e) => e.op(OP.i64ExtendI32U),
  extendS: (e) => e.op(OP.i64ExtendI32S),
  eqz: pair(OP.i32Eqz, OP.i64Eqz),
};
