// Arithmetic flags in translated code. The last operation that set them is known when code is made, so nothing is computed
// until somebody asks: a condition is fused with its producer, and the three words of the state struct are made at exits.

import type { Condition, FlagsKind, FlagWord, SizeBits } from "../cpu/ir.ts";
import { FLAG } from "../cpu/state.ts";
import type { Emitter, Local } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";

/** Locals that hold the three lazy words. */
export interface FlagLocals {
  readonly result: Local;
  readonly carry: Local;
  readonly aux: Local;
}

/** Where the flags come from at one point of the code. */
export type Producer =
  | { readonly from: "words"; readonly words: FlagLocals }
  /** An i32: the arithmetic flags as EFLAGS has them, other bits 0. */
  | { readonly from: "eflags"; readonly value: Local }
  | {
      readonly from: "operation";
      readonly kind: FlagsKind;
      readonly sizeBits: SizeBits;
      readonly a: Local;
      readonly b: Local;
      readonly result: Local;
      /** inc and dec: the carry word before them. */
      readonly carryBefore: Local;
    };

type Operation = Extract<Producer, { from: "operation" }>;

/** Puts a local on the stack as i64; the bits above the operation's size are arbitrary. */
function wide(e: Emitter, operation: Operation, local: Local): void {
  e.get(local);
  if (operation.sizeBits !== 64) e.op(OP.i64ExtendI32U);
}

/** Puts a local on the stack, extended from the operation's size in its own type. */
function extended(e: Emitter, operation: Operation, local: Local, how: "signed" | "unsigned"): void {
  e.get(local);
  if (operation.sizeBits >= 32) return;
  if (how === "signed") e.op(operation.sizeBits === 8 ? OP.i32Extend8S : OP.i32Extend16S);
  else {
    e.i32(operation.sizeBits === 8 ? 0xff : 0xffff);
    e.op(OP.i32And);
  }
}

/** Carry-out vector of an addition, borrow vector of a subtraction, with the top bit of the size in bit 63. */
function carryVector(e: Emitter, operation: Operation): void {
  const { kind, a, b, result } = operation;
  const subtracts = kind === "sub" || kind === "sbb" || kind === "dec";
  const left = (): void => {
    wide(e, operation, a);
    if (!subtracts) return;
    e.i64(-1n);
    e.op(OP.i64Xor);
  };
  left();
  wide(e, operation, b);
  e.op(OP.i64And);
  left();
  wide(e, operation, b);
  e.op(OP.i64Or);
  wide(e, operation, result);
  if (!subtracts) {
    e.i64(-1n);
    e.op(OP.i64Xor);
  }
  e.op(OP.i64And, OP.i64Or);
  e.i64(BigInt(64 - operation.sizeBits));
  e.op(OP.i64Shl);
}

/** The carry word of inc and dec: CF as before, OF of the operation. */
function steppedCarry(e: Emitter, operation: Operation): void {
  const vector = e.local("i64");
  carryVector(e, operation);
  e.set(vector);
  e.get(operation.carryBefore);
  e.i64(-(1n << 63n));
  e.op(OP.i64And);
  e.get(operation.carryBefore);
  e.get(vector);
  e.op(OP.i64Xor);
  e.get(vector);
  e.i64(1n);
  e.op(OP.i64Shl, OP.i64Xor);
  e.i64(63n);
  e.op(OP.i64ShrU);
  e.i64(62n);
  e.op(OP.i64Shl, OP.i64Or);
}

/** Puts one of the three words on the stack. */
export function pushWord(e: Emitter, producer: Producer, word: FlagWord): void {
  if (producer.from === "words") {
    e.get(producer.words[word]);
    return;
  }
  if (producer.from === "eflags") {
    pushWordOfEflags(e, producer.value, word);
    return;
  }
  const { kind, a, b, result } = producer;
  if (word === "result") {
    extended(e, producer, result, "signed");
    if (producer.sizeBits !== 64) e.op(OP.i64ExtendI32S);
  } else if (word === "carry") {
    if (kind === "logic") e.i64(0n);
    else if (kind === "inc" || kind === "dec") steppedCarry(e, producer);
    else carryVector(e, producer);
  } else if (kind === "logic") e.i64(0n);
  else {
    wide(e, producer, a);
    wide(e, producer, b);
    e.op(OP.i64Xor);
    wide(e, producer, result);
    e.op(OP.i64Xor);
    e.i64(16n);
    e.op(OP.i64And);
  }
}

/** EFLAGS bits as a word: a result that says nothing is set, and corrections. */
function pushWordOfEflags(e: Emitter, value: Local, word: FlagWord): void {
  const bit = (flag: keyof typeof FLAG, to: number): void => {
    e.get(value);
    e.i32(Math.log2(FLAG[flag]));
    e.op(OP.i32ShrU);
    e.i32(1);
    e.op(OP.i32And, OP.i64ExtendI32U);
    e.i64(BigInt(to));
    e.op(OP.i64Shl);
  };
  if (word === "result") e.i64(1n);
  else if (word === "carry") {
    bit("cf", 63);
    bit("cf", 62);
    bit("of", 62);
    e.op(OP.i64Xor, OP.i64Or);
  } else {
    bit("af", 4);
    bit("zf", 8);
    bit("sf", 9);
    bit("pf", 10);
    e.op(OP.i64Or, OP.i64Or, OP.i64Or);
  }
}

/** i32, not 0 when one of the flags is set. */
function pushAnyOf(e: Emitter, value: Local, mask: number): void {
  e.get(value);
  e.i32(mask);
  e.op(OP.i32And, OP.i32Eqz, OP.i32Eqz);
}

/** Puts the three words into locals. */
export function materialise(e: Emitter, producer: Producer, into: FlagLocals): void {
  for (const word of ["result", "carry", "aux"] as const) pushWord(e, producer, word);
  e.set(into.aux);
  e.set(into.carry);
  e.set(into.result);
}

/** i32 0 or 1 on the stack: bit 63 of the carry word, or bit 63 xor bit 62. */
function fromCarryWord(e: Emitter, producer: Producer, flag: "cf" | "of"): void {
  const word = e.local("i64");
  pushWord(e, producer, "carry");
  if (flag === "of") {
    e.tee(word);
    e.get(word);
    e.i64(1n);
    e.op(OP.i64Shl, OP.i64Xor);
  }
  e.i64(63n);
  e.op(OP.i64ShrU, OP.i32WrapI64);
}

/** xor-fix of ZF, SF or PF: i32 0 or 1. Only words that came from the state struct can carry one. */
function fix(e: Emitter, producer: Producer, bit: number): void {
  if (producer.from !== "words") return;
  e.get(producer.words.aux);
  e.i64(BigInt(bit));
  e.op(OP.i64ShrU, OP.i32WrapI64);
  e.i32(1);
  e.op(OP.i32And, OP.i32Xor);
}

/** A flag as i32 0 or 1 on the stack. */
export function pushFlag(e: Emitter, producer: Producer, flag: "cf" | "pf" | "af" | "zf" | "sf" | "of"): void {
  if (producer.from === "eflags") {
    pushAnyOf(e, producer.value, FLAG[flag]);
    return;
  }
  switch (flag) {
    case "cf":
      pushCarry(e, producer);
      return;
    case "of":
      fromCarryWord(e, producer, "of");
      return;
    case "zf":
      pushZero(e, producer);
      return;
    case "sf":
      pushWord(e, producer, "result");
      e.i64(63n);
      e.op(OP.i64ShrU, OP.i32WrapI64);
      fix(e, producer, 9);
      return;
    case "pf":
      pushWord(e, producer, "result");
      e.op(OP.i32WrapI64);
      e.i32(0xff);
      e.op(OP.i32And, OP.i32Popcnt);
      e.i32(1);
      e.op(OP.i32And, OP.i32Eqz);
      fix(e, producer, 10);
      return;
    default:
      pushWord(e, producer, "aux");
      e.i64(4n);
      e.op(OP.i64ShrU, OP.i32WrapI64);
      e.i32(1);
      e.op(OP.i32And);
  }
}

function pushCarry(e: Emitter, producer: Producer): void {
  if (producer.from === "operation" && (producer.kind === "sub" || producer.kind === "add")) {
    const isSub = producer.kind === "sub";
    extended(e, producer, isSub ? producer.a : producer.result, "unsigned");
    extended(e, producer, isSub ? producer.b : producer.a, "unsigned");
    e.op(producer.sizeBits === 64 ? OP.i64LtU : OP.i32LtU);
  } else if (producer.from === "operation" && producer.kind === "logic") e.i32(0);
  else fromCarryWord(e, producer, "cf");
}

function pushZero(e: Emitter, producer: Producer): void {
  if (producer.from === "operation") {
    extended(e, producer, producer.result, "unsigned");
    e.op(producer.sizeBits === 64 ? OP.i64Eqz : OP.i32Eqz);
    return;
  }
  if (producer.from === "eflags") {
    pushAnyOf(e, producer.value, FLAG.zf);
    return;
  }
  e.get(producer.words.result);
  e.op(OP.i64Eqz);
  fix(e, producer, 8);
}

/** a < b or a ≤ b of a comparison. */
function pushCompare(
  e: Emitter,
  operation: Operation,
  how: "signed" | "unsigned",
  opcode32: number,
  opcode64: number,
): void {
  extended(e, operation, operation.a, how);
  extended(e, operation, operation.b, how);
  e.op(operation.sizeBits === 64 ? opcode64 : opcode32);
}

const NEGATED: Partial<Record<Condition, Condition>> = {
  no: "o",
  ae: "b",
  ne: "e",
  a: "be",
  ns: "s",
  np: "p",
  ge: "l",
  g: "le",
};

/** A condition (jcc, setcc, cmovcc) as i32 0 or 1 on the stack. */
export function pushCondition(e: Emitter, producer: Producer, condition: Condition): void {
  const negated = NEGATED[condition];
  if (negated !== undefined) {
    pushCondition(e, producer, negated);
    e.op(OP.i32Eqz);
    return;
  }
  const compare = producer.from === "operation" && producer.kind === "sub" ? producer : undefined;
  if (condition === "e") pushZero(e, producer);
  else if (condition === "b") pushCarry(e, producer);
  else if (condition === "o") pushFlag(e, producer, "of");
  else if (condition === "s") pushFlag(e, producer, "sf");
  else if (condition === "p") pushFlag(e, producer, "pf");
  else if (condition === "be") {
    if (compare) pushCompare(e, compare, "unsigned", OP.i32LeU, OP.i64LeU);
    else if (producer.from === "eflags") pushAnyOf(e, producer.value, FLAG.cf | FLAG.zf);
    else pushBoth(e, producer, "cf");
  } else if (condition === "l") {
    if (compare) pushCompare(e, compare, "signed", OP.i32LtS, OP.i64LtS);
    else pushLess(e, producer);
  } else if (compare) pushCompare(e, compare, "signed", OP.i32LeS, OP.i64LeS);
  else pushBoth(e, producer, "less");
}

function pushLess(e: Emitter, producer: Producer): void {
  pushFlag(e, producer, "sf");
  pushFlag(e, producer, "of");
  e.op(OP.i32Xor);
}

/** ZF or another. */
function pushBoth(e: Emitter, producer: Producer, other: "cf" | "less"): void {
  if (other === "cf") pushCarry(e, producer);
  else pushLess(e, producer);
  pushZero(e, producer);
  e.op(OP.i32Or);
}
