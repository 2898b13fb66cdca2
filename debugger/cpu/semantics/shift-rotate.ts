// Shifts and rotates (SDM Vol. 1, 7.3.5). The count is taken modulo 32, or 64 for 64-bit operands; a zero count leaves the
// flags alone, so with a count in cl the new flag words are chosen by a select.

import type { shiftRotate as table } from "../../../server/isa/table/shift-rotate.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { Value } from "../ir.ts";

const countMask = (b: Builder): number => (b.size === 64 ? 63 : 31);

/** The masked count as i32; `k` is its operand, absent for the forms that shift by one. */
function countOf(b: Builder, k: number): Value {
  if (k >= b.operandCount) return b.i32(1);
  const immediate = b.immediate(k);
  if (immediate !== undefined) return b.i32(Number(immediate & BigInt(countMask(b))));
  return b.and(b.narrow(b.read(k)), b.i32(countMask(b)));
}

/** Bit `index` (a constant) of a value, as i32. */
const bit = (b: Builder, value: Value, index: number): Value =>
  b.and(b.narrow(b.shrU(value, b.like(value, index))), b.i32(1));

/** Whether the flags change: undefined when the count is known not to be zero. */
function flagGuard(b: Builder, count: Value): Value | undefined {
  const known = b.known(count);
  return known !== undefined && known !== 0n ? undefined : b.nez(count);
}

/** Sets all flags of a shift, unless the count was zero. */
function setShiftFlags(b: Builder, count: Value, result: Value, carry: Value, overflow: Value): void {
  const guard = flagGuard(b, count);
  const words = [b.wideSigned(result, b.size), b.packCarry(carry, overflow), b.i64(0)] as const;
  if (guard === undefined) {
    b.setFlagWords(...words);
    return;
  }
  b.setFlagWords(
    b.select(guard, words[0], b.flagWord("result")),
    b.select(guard, words[1], b.flagWord("carry")),
    b.select(guard, words[2], b.flagWord("aux")),
  );
}

/** Sets CF and OF of a rotate, unless the count was zero; the others stay. */
function setRotateFlags(b: Builder, count: Value, carry: Value, overflow: Value): void {
  const guard = flagGuard(b, count);
  const packed = b.packCarry(carry, overflow);
  const word = guard === undefined ? packed : b.select(guard, packed, b.flagWord("carry"));
  b.setFlagWords(b.flagWord("result"), word, b.flagWord("aux"));
}

const shl: Semantics = (b) => {
  const value = b.read(0);
  const count = countOf(b, 1);
  const wideCount = b.fit(count, b.size);
  const result = b.shl(value, wideCount);
  b.write(0, result);
  const before = b.shl(value, b.sub(wideCount, b.like(value, 1)));
  const carry = bit(b, before, b.size - 1);
  setShiftFlags(b, count, result, carry, b.xor(carry, bit(b, result, b.size - 1)));
};

const shr: Semantics = (b) => {
  const value = b.read(0);
  const count = countOf(b, 1);
  const wideCount = b.fit(count, b.size);
  const result = b.shrU(value, wideCount);
  b.write(0, result);
  const before = b.shrU(value, b.sub(wideCount, b.like(value, 1)));
  setShiftFlags(b, count, result, bit(b, before, 0), bit(b, before, b.size - 1));
};

const sar: Semantics = (b) => {
  const value = b.sext(b.read(0), b.size);
  const count = countOf(b, 1);
  const wideCount = b.fit(count, b.size);
  const result = b.shrS(value, wideCount);
  b.write(0, result);
  const before = b.shrS(value, b.sub(wideCount, b.like(value, 1)));
  setShiftFlags(b, count, result, bit(b, before, 0), b.i32(0));
};

/** A value of 8 or 16 bits repeated over 32, so that a 32-bit rotate rotates each copy. */
function repeated(b: Builder, value: Value): Value {
  if (b.size >= 32) return value;
  return b.mul(value, b.i32(b.size === 8 ? 0x01010101 : 0x00010001));
}

const rotate =
  (direction: "rotl" | "rotr"): Semantics =>
  (b) => {
    const value = b.read(0);
    const count = countOf(b, 1);
    const result = b.zext(b.binary(direction, repeated(b, value), b.fit(count, b.size)), b.size);
    b.write(0, result);
    const top = bit(b, result, b.size - 1);
    const carry = direction === "rotl" ? bit(b, result, 0) : top;
    const overflow = b.xor(top, direction === "rotl" ? carry : bit(b, result, b.size - 2));
    setRotateFlags(b, count, carry, overflow);
  };

/** The count of rcl and rcr, modulo size + 1 for bytes and words. */
function carryRotateCount(b: Builder, count: Value): Value {
  const modulus = b.size + 1;
  const known = b.known(count);
  if (b.size >= 32) return count;
  if (known !== undefined) return b.i32(Number(known) % modulus);
  if (b.size === 16) return b.select(b.compare("leU", b.i32(17), count), b.sub(count, b.i32(17)), count);
  const quotient = b.shrU(b.mul(count, b.i32(57)), b.i32(9)); // count ÷ 9 for 0 … 31
  return b.sub(count, b.mul(quotient, b.i32(9)));
}

/** RCL, RCR of up to 32 bits: CF and the value are one number of size + 1 bits in an i64. */
function rotateThroughCarry(b: Builder, direction: "left" | "right", value: Value, count: Value): [Value, Value] {
  const size = b.i64(b.size);
  const whole = b.or(b.wide(value), b.shl(b.wide(b.getFlag("cf")), size));
  const turn = b.wide(count);
  const rest = b.sub(b.i64(b.size + 1), turn);
  const left = direction === "left" ? turn : rest;
  const right = direction === "left" ? rest : turn;
  const rotated = b.or(b.shl(whole, left), b.shrU(whole, right));
  return [b.narrow(rotated), b.and(b.narrow(b.shrU(rotated, size)), b.i32(1))];
}

/** RCL, RCR of 64 bits; a zero count gives the value and CF back. */
function rotateThroughCarry64(b: Builder, direction: "left" | "right", value: Value, count: Value): [Value, Value] {
  const turn = b.wide(count);
  const flag = b.getFlag("cf");
  const back = b.sub(b.i64(64), turn);
  const one = b.i64(1);
  const less = b.sub(turn, one);
  const rest = b.sub(b.i64(63), less);
  const pieces =
    direction === "left"
      ? [b.shl(value, turn), b.shl(b.wide(flag), less), b.shrU(b.shrU(value, one), rest)]
      : [b.shrU(value, turn), b.shl(b.wide(flag), back), b.shl(b.shl(value, one), rest)];
  const rotated = b.or(b.or(pieces[0]!, pieces[1]!), pieces[2]!);
  const out = direction === "left" ? b.shrU(value, back) : b.shrU(value, less);
  const moved = b.nez(count);
  return [b.select(moved, rotated, value), b.select(moved, b.and(b.narrow(out), b.i32(1)), flag)];
}

const throughCarry =
  (direction: "left" | "right"): Semantics =>
  (b) => {
    const value = b.read(0);
    const masked = countOf(b, 1);
    const count = carryRotateCount(b, masked);
    const rotation = b.size === 64 ? rotateThroughCarry64 : rotateThroughCarry;
    const [result, carry] = rotation(b, direction, value, count);
    b.write(0, result);
    const top = bit(b, result, b.size - 1);
    setRotateFlags(b, masked, carry, b.xor(top, direction === "left" ? carry : bit(b, result, b.size - 2)));
  };

/** SHLD, SHRD of 32 and 64 bits: bits of SRC come in. */
function doubleShift(b: Builder, direction: "left" | "right", value: Value, source: Value, count: Value): Value {
  const one = b.like(value, 1);
  const rest = b.sub(b.like(value, b.size - 1), count);
  return direction === "left"
    ? b.or(b.shl(value, count), b.shrU(b.shrU(source, one), rest))
    : b.or(b.shrU(value, count), b.shl(b.shl(source, one), rest));
}

/** SHLD, SHRD of 16 bits; counts above 16 are undefined and go on with bits of DEST, as current CPUs do. */
function doubleShift16(b: Builder, direction: "left" | "right", value: Value, source: Value, count: Value): Value {
  const whole = (high: Value, low: Value): Value => b.wide(b.or(b.shl(high, b.i32(16)), low));
  const turn = b.wide(count);
  if (direction === "right") {
    const three = b.or(whole(source, value), b.shl(b.wide(value), b.i64(32)));
    return b.zext(b.narrow(b.shrU(three, turn)), 16);
  }
  const three = b.or(b.shl(whole(value, source), b.i64(16)), b.wide(value));
  return b.zext(b.narrow(b.shrU(b.shl(three, turn), b.i64(32))), 16);
}

const doublePrecision =
  (direction: "left" | "right"): Semantics =>
  (b) => {
    const value = b.read(0);
    const source = b.read(1);
    const count = countOf(b, 2);
    const wideCount = b.fit(count, b.size);
    const shift = b.size === 16 ? doubleShift16 : doubleShift;
    const result = shift(b, direction, value, source, wideCount);
    // With a zero count the write only clears the upper half of a 32-bit register, as on the CPU.
    b.write(0, b.select(b.nez(count), result, value));
    const less = b.sub(wideCount, b.like(value, 1));
    const carry = direction === "left" ? bit(b, b.shl(value, less), b.size - 1) : bit(b, b.shrU(value, less), 0);
    const overflow = b.xor(bit(b, result, b.size - 1), bit(b, value, b.size - 1));
    setShiftFlags(b, count, result, carry, overflow);
  };

/** SHLX, SHRX, SARX, RORX: no flags. */
const flagless =
  (operation: "shl" | "shrU" | "shrS" | "rotr"): Semantics =>
  (b) => {
    const count = b.fit(countOf(b, 2), b.size);
    b.write(0, b.binary(operation, b.read(1), count));
  };

export const shiftRotate = () =>
  ({
    shl,
    shr,
    sar,
    rol: rotate("rotl"),
    ror: rotate("rotr"),
    rcl: throughCarry("left"),
    rcr: throughCarry("right"),
    shld: doublePrecision("left"),
    shrd: doublePrecision("right"),
    shlx: flagless("shl"),
    shrx: flagless("shrU"),
    sarx: flagless("shrS"),
    rorx: flagless("rotr"),
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
