// The locals that every region has, and how flags go between them and the state struct: raw operands become words when
// somebody leaves, EFLAGS bits become words and the other way round, DF stays where it is.

import { ARITHMETIC_FLAGS, SYSTEM_FLAGS } from "../cpu/flags.ts";
import type { Op, OpOf } from "../cpu/ir.ts";
import { FLAG, STATE } from "../cpu/state.ts";
import type { Emitter, Local } from "./emitter.ts";
import { FLAG_CODE } from "./flag-flow.ts";
import { materialise, pushFlag } from "./lazy-flags.ts";
import type { Surroundings } from "./operation.ts";
import { OP, VOID_TYPE } from "./wasm-writer.ts";

/** Fixed locals. */
export interface Locals {
  readonly exit: Local;
  readonly rip: Local;
  readonly condition: Local;
  readonly code: Local;
  /** Raw flag operands, or carry, aux and result words; the narrow ones hold operands of up to 32 bits, and EFLAGS, again. */
  readonly a: Local;
  readonly b: Local;
  readonly result: Local;
  readonly narrowA: Local;
  readonly narrowB: Local;
  readonly narrowResult: Local;
  /** inc and dec: the carry word before them. */
  readonly carryBefore: Local;
  readonly callTop: Local;
  /** Retired count at entry plus the budget. */
  readonly timeBase: Local;
}

export function fixedLocals(e: Emitter): Locals {
  return {
    exit: e.local("i32"),
    condition: e.local("i32"),
    code: e.local("i32"),
    narrowA: e.local("i32"),
    narrowB: e.local("i32"),
    narrowResult: e.local("i32"),
    callTop: e.local("i32"),
    rip: e.local("i64"),
    a: e.local("i64"),
    b: e.local("i64"),
    result: e.local("i64"),
    carryBefore: e.local("i64"),
    timeBase: e.local("i64"),
  };
}

/** Raw operands to words by their code, which is known only now. */
export function makeWords(e: Emitter, l: Locals): void {
  const bit = (mask: number): void => {
    e.get(l.code);
    e.i32(mask);
    e.op(OP.i32And);
  };
  const [carry, invert, shift] = [e.local("i64"), e.local("i64"), e.local("i64")];
  bit(FLAG_CODE.eflags);
  e.op(OP.if, VOID_TYPE);
  const words = { result: l.result, carry: l.a, aux: l.b };
  materialise(e, { from: "eflags", value: l.narrowResult }, words);
  e.op(OP.else);
  bit(FLAG_CODE.words);
  e.op(OP.i32Eqz, OP.if, VOID_TYPE);
  bit(FLAG_CODE.shift);
  e.op(OP.i64ExtendI32U);
  e.set(shift);
  bit(FLAG_CODE.logic);
  e.op(OP.if, VOID_TYPE);
  for (const word of [l.a, l.b]) {
    e.i64(0n);
    e.set(word);
  }
  e.op(OP.else);
  e.i64(0n);
  bit(FLAG_CODE.subtracts);
  e.op(OP.i32Eqz, OP.i32Eqz, OP.i64ExtendI32U, OP.i64Sub);
  e.set(invert);
  carryOut(e, l, invert);
  e.get(shift);
  e.op(OP.i64Shl);
  e.set(carry);
  e.binary(OP.i64Xor, l.a, l.b);
  e.get(l.result);
  e.op(OP.i64Xor);
  e.i64(16n);
  e.op(OP.i64And);
  e.set(l.b);
  bit(FLAG_CODE.stepped);
  e.op(OP.if, VOID_TYPE);
  keepCarry(e, l, carry);
  e.op(OP.end);
  e.get(carry);
  e.set(l.a);
  e.op(OP.end);
  e.binary(OP.i64Shl, l.result, shift);
  e.get(shift);
  e.op(OP.i64ShrS);
  e.set(l.result);
  e.op(OP.end, OP.end);
}

/** The carry-out vector: of a + b when `invert` is 0, of a − b when it is −1. */
function carryOut(e: Emitter, l: Locals, invert: Local): void {
  e.binary(OP.i64Xor, l.a, invert);
  e.get(l.b);
  e.op(OP.i64And);
  e.binary(OP.i64Xor, l.a, invert);
  e.get(l.b);
  e.op(OP.i64Or);
  e.binary(OP.i64Xor, l.result, invert);
  e.i64(-1n);
  e.op(OP.i64Xor, OP.i64And, OP.i64Or);
}

/** inc and dec: CF as before, OF of the operation. */
function keepCarry(e: Emitter, l: Locals, carry: Local): void {
  e.get(l.carryBefore);
  e.i64(-(1n << 63n));
  e.op(OP.i64And);
  e.binary(OP.i64Xor, l.carryBefore, carry);
  e.get(carry);
  e.i64(1n);
  e.op(OP.i64Shl, OP.i64Xor);
  e.i64(63n);
  e.op(OP.i64ShrU);
  e.i64(62n);
  e.op(OP.i64Shl, OP.i64Or);
  e.set(carry);
}

/** DF stays in the state struct. */
export function directionFlag(around: Surroundings, op: OpOf<"getFlag"> | OpOf<"setFlag">): void {
  const { e, layout } = around;
  const place = layout.state + STATE.flagSystem;
  if (op.op === "getFlag") {
    e.i32(0);
    e.memory(OP.i32Load, place);
    e.i32(Math.log2(FLAG.df));
    e.op(OP.i32ShrU);
    e.i32(1);
    e.op(OP.i32And);
    e.set(around.local(op.dest));
    return;
  }
  e.i32(0);
  e.i32(0);
  e.memory(OP.i32Load, place);
  e.i32(~FLAG.df);
  e.op(OP.i32And);
  e.get(around.local(op.value));
  e.i32(Math.log2(FLAG.df));
  e.op(OP.i32Shl, OP.i32Or);
  e.memory(OP.i32Store, place);
}

const ARITHMETIC = ["cf", "pf", "af", "zf", "sf", "of"] as const;

/** LAHF, PUSHF; SAHF, POPF, and comparisons that say all arithmetic flags. */
export const isEflags = (op: Op): op is OpOf<"getEflags"> | OpOf<"setEflags"> =>
  op.op === "getEflags" || op.op === "setEflags";

/** EFLAGS as a whole. Leaves where flags would change that stay in the state struct: those make programs go other ways. */
export function emitEflags(around: Surroundings, op: OpOf<"getEflags"> | OpOf<"setEflags">): void {
  const { e, layout, local } = around;
  const pushSystem = (): void => {
    e.i32(0);
    e.memory(OP.i32Load, layout.state + STATE.flagSystem);
  };
  if (op.op === "getEflags") {
    pushSystem();
    e.i32(FLAG.if | 2);
    e.op(OP.i32Or);
    for (const flag of ARITHMETIC) pushFlagBit(around, flag);
    e.set(local(op.dest));
    return;
  }
  if (op.mask & SYSTEM_FLAGS) {
    pushSystem();
    e.get(local(op.value));
    e.op(OP.i32Xor);
    e.i32(op.mask & SYSTEM_FLAGS);
    e.op(OP.i32And);
    around.exitIf();
  }
  const value = around.fresh("i32");
  e.get(local(op.value));
  e.i32(op.mask & ARITHMETIC_FLAGS);
  e.op(OP.i32And);
  for (const flag of ARITHMETIC) if ((op.mask & FLAG[flag]) === 0) pushFlagBit(around, flag);
  e.set(value);
  around.producer = { from: "eflags", value };
}

/** Puts a flag where EFLAGS has it into the i32 on the stack. */
function pushFlagBit({ e, producer }: Surroundings, flag: (typeof ARITHMETIC)[number]): void {
  if (producer.from === "eflags") {
    e.get(producer.value);
    e.i32(FLAG[flag]);
    e.op(OP.i32And, OP.i32Or);
    return;
  }
  pushFlag(e, producer, flag);
  e.i32(Math.log2(FLAG[flag]));
  e.op(OP.i32Shl, OP.i32Or);
}
