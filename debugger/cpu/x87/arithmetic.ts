// x87 arithmetic and comparison on the stack (SDM Vol. 1, 8.3.5, 8.3.6; Vol. 2A, FADD … FXTRACT).

import {
  addUnpacked,
  compareUnpacked,
  cutToInteger,
  divideUnpacked,
  EXCEPTION,
  type FloatEnvironment,
  invalid,
  multiplyUnpacked,
  noteDenormals,
  type Order,
  propagate,
  ROUND,
  round,
  squareRootUnpacked,
  subtractUnpacked,
} from "../float/arithmetic.ts";
import {
  bitLength,
  EXTENDED,
  type Finite,
  type Format,
  infinityBits,
  type Unpacked,
  zeroBits,
} from "../float/format.ts";
import { DEFAULT_NAN, STATUS, type X87Unit } from "./unit.ts";

export type Binary = "add" | "sub" | "subr" | "mul" | "div" | "divr";
export const BINARIES: readonly Binary[] = ["add", "sub", "subr", "mul", "div", "divr"];

type Compute = (a: Unpacked, b: Unpacked, format: Format, env: FloatEnvironment) => bigint;

const computations: Readonly<Record<Binary, Compute>> = {
  add: addUnpacked,
  sub: subtractUnpacked,
  subr: (a, b, format, env) => subtractUnpacked(b, a, format, env),
  mul: multiplyUnpacked,
  div: divideUnpacked,
  divr: (a, b, format, env) => divideUnpacked(b, a, format, env),
};

/** ST(dest) := ST(dest) op b; `b` undefined = an empty register. @returns whether the instruction may pop. */
export function binary(u: X87Unit, operation: Binary, dest: number, b: Unpacked | undefined): boolean {
  if (b === undefined || u.isEmpty(dest)) {
    if (!u.stackFault("underflow")) return false;
    u.write(dest, DEFAULT_NAN);
    return true;
  }
  const env = u.environment();
  const result = computations[operation](u.unpacked(dest), b, u.format, env);
  if (!u.settle(env)) return false;
  u.write(dest, result);
  return true;
}

/** What ST(index) holds, or undefined when it is empty. */
export const stackOperand = (u: X87Unit, index: number): Unpacked | undefined =>
  u.isEmpty(index) ? undefined : u.unpacked(index);

/** Replaces ST(0) by a function of it. */
export function unary(u: X87Unit, compute: (value: Unpacked, env: FloatEnvironment) => bigint): void {
  if (u.isEmpty(0)) {
    if (u.stackFault("underflow")) u.write(0, DEFAULT_NAN);
    return;
  }
  const env = u.environment();
  const result = compute(u.unpacked(0), env);
  if (u.settle(env)) u.write(0, result);
}

export const squareRoot = (u: X87Unit): void => unary(u, (value, env) => squareRootUnpacked(value, u.format, env));

/** FCHS, FABS: the sign bit alone, no exceptions but an empty register. */
export function changeSign(u: X87Unit, change: (bits: bigint) => bigint): void {
  if (u.isEmpty(0)) {
    if (u.stackFault("underflow")) u.write(0, DEFAULT_NAN);
    return;
  }
  u.note(0, false);
  u.write(0, change(u.read(0)));
}

/** FRNDINT. */
export function roundToInteger(u: X87Unit): void {
  unary(u, (value, env) => {
    const nan = propagate([value], EXTENDED, env);
    if (nan !== undefined) return nan;
    noteDenormals([value], env);
    if (value.kind === "infinity") return infinityBits(value.sign, EXTENDED);
    if (value.kind !== "finite") return zeroBits(value.sign, EXTENDED);
    if (value.exponent >= 0) return round(value.sign, value.significand, value.exponent, EXTENDED, env);
    const { quotient, inexact, up } = cutToInteger(value, env.rounding);
    if (inexact) env.flags |= EXCEPTION.inexact;
    const bits = quotient === 0n ? zeroBits(value.sign, EXTENDED) : round(value.sign, quotient, 0, EXTENDED, env);
    env.roundedUp = up;
    return bits;
  });
}

// ---- comparison

/** ZF, PF, CF places of an order, which are also C3, C2, C0's. */
const ORDER_BITS: Readonly<Record<Order, number>> = { unordered: 0b111, less: 0b001, equal: 0b100, greater: 0 };

/** Compares ST(0) with b; undefined = empty. @returns c3 c2 c0 as three bits, and whether the instruction may pop. */
export function compare(
  u: X87Unit,
  b: Unpacked | undefined,
  nans: "quiet" | "signalling",
): { readonly bits: number; readonly delivered: boolean } {
  const a = stackOperand(u, 0);
  if (a === undefined || b === undefined) {
    return { bits: ORDER_BITS.unordered, delivered: u.stackFault("underflow") };
  }
  const env = u.environment();
  const order = compareUnpacked(a, b, env, nans);
  return { bits: ORDER_BITS[order], delivered: u.noteKeepingC1(env.flags) };
}

/** FCOM and kin: the result in C3, C2, C0. @returns whether the instruction may pop. */
export function compareToConditions(u: X87Unit, b: Unpacked | undefined, nans: "quiet" | "signalling"): boolean {
  const { bits, delivered } = compare(u, b, nans);
  const isEmpty = b === undefined || u.isEmpty(0);
  if (!isEmpty) u.status &= ~STATUS.c1;
  if (delivered) u.setConditions(bits & 4, bits & 2, bits & 1);
  return delivered;
}

/** FXAM: what kind of number ST(0) holds; C1 its sign. */
export function examine(u: X87Unit): void {
  const negative = u.read(0) >> 79n === 1n;
  u.status = (u.status & ~STATUS.c1) | (negative ? STATUS.c1 : 0);
  const value = u.unpacked(0);
  if (u.isEmpty(0)) u.setConditions(1, 0, 1);
  else if (value.kind === "nan") u.setConditions(0, 0, value.unsupported ? 0 : 1);
  else if (value.kind === "infinity") u.setConditions(0, 1, 1);
  else if (value.kind === "zero") u.setConditions(1, 0, 0);
  else u.setConditions(value.kind === "finite" && value.denormal ? 1 : 0, 1, 0);
}

// ---- scale, extract, remainder

/** FSCALE: ST(0) × 2^trunc(ST(1)). */
export function scale(u: X87Unit): void {
  const by = stackOperand(u, 1);
  if (by === undefined) {
    if (u.stackFault("underflow")) u.write(0, DEFAULT_NAN);
    return;
  }
  unary(u, (value, env) => scaled(value, by, env));
}

function scaled(value: Unpacked, by: Unpacked, env: FloatEnvironment): bigint {
  const nan = propagate([value, by], EXTENDED, env);
  if (nan !== undefined) return nan;
  if (by.kind === "infinity") {
    const wrong = by.sign ? value.kind === "infinity" : value.kind === "zero";
    if (wrong) return invalid(EXTENDED, env);
    noteDenormals([value], env);
    return by.sign ? zeroBits(value.sign, EXTENDED) : infinityBits(value.sign, EXTENDED);
  }
  noteDenormals([value, by], env);
  if (value.kind === "infinity") return infinityBits(value.sign, EXTENDED);
  if (value.kind !== "finite") return zeroBits(value.sign, EXTENDED);
  const steps = by.kind === "finite" ? cutToInteger(by, ROUND.zero).quotient : 0n;
  const limited = Number(steps > 70000n ? 70000n : steps) * (by.sign ? -1 : 1);
  return round(value.sign, value.significand, value.exponent + limited, EXTENDED, env);
}

/** FXTRACT: the exponent as a number, then the significand on top of it. */
export function extract(u: X87Unit): void {
  if (u.isEmpty(0) || !u.isEmpty(7)) {
    if (!u.stackFault(u.isEmpty(0) ? "underflow" : "overflow")) return;
    u.write(0, DEFAULT_NAN);
    u.top = u.top - 1;
    u.write(0, DEFAULT_NAN);
    return;
  }
  const env = u.environment();
  const { exponent, significand } = extractParts(u.unpacked(0), env);
  if (!u.settle(env)) return;
  u.write(0, exponent);
  u.top = u.top - 1;
  u.write(0, significand);
}

function extractParts(value: Unpacked, env: FloatEnvironment): { exponent: bigint; significand: bigint } {
  const nan = propagate([value], EXTENDED, env);
  if (nan !== undefined) return { exponent: nan, significand: nan };
  noteDenormals([value], env);
  if (value.kind === "infinity")
    return { exponent: infinityBits(0, EXTENDED), significand: infinityBits(value.sign, EXTENDED) };
  if (value.kind !== "finite") {
    env.flags |= EXCEPTION.zeroDivide;
    return { exponent: infinityBits(1, EXTENDED), significand: zeroBits(value.sign, EXTENDED) };
  }
  const length = bitLength(value.significand);
  const power = value.exponent + length - 1;
  const significand = round(value.sign, value.significand, 1 - length, EXTENDED, env);
  const magnitude = BigInt(Math.abs(power));
  const exponent = power === 0 ? 0n : round(power < 0 ? 1 : 0, magnitude, 0, EXTENDED, env);
  return { exponent, significand };
}

/** Exponent differences below this are reduced in one FPREM; larger ones in steps of 32 to 63 (SDM Vol. 2A, FPREM). */
const FULL_REDUCTION = 64;
/** How far one step goes, as current CPUs have it. */
const stepFor = (difference: number): number => (difference & 31) | 32;

/** FPREM, FPREM1: the remainder of ST(0) ÷ ST(1), the quotient cut or rounded to nearest; its low bits in C0, C3, C1. */
export function remainder(u: X87Unit, quotientMode: "cut" | "nearest"): void {
  const divisor = stackOperand(u, 1);
  const dividend = stackOperand(u, 0);
  u.status &= ~STATUS.c2;
  if (divisor === undefined || dividend === undefined) {
    if (u.stackFault("underflow")) u.write(0, DEFAULT_NAN);
    return;
  }
  const env = u.environment();
  const nan = propagate([dividend, divisor], EXTENDED, env);
  if (nan !== undefined || dividend.kind === "infinity" || divisor.kind === "zero") {
    const result = nan ?? invalid(EXTENDED, env);
    if (u.settle(env)) u.write(0, result);
    return;
  }
  noteDenormals([dividend, divisor], env);
  if (dividend.kind !== "finite" || divisor.kind !== "finite") {
    if (!u.settle(env)) return;
    u.setConditions(0, 0, 0);
    if (dividend.kind === "finite") {
      const same = u.environment();
      u.write(0, round(dividend.sign, dividend.significand, dividend.exponent, EXTENDED, same));
      u.settle(same);
    }
    return;
  }
  reduce(u, dividend, divisor, quotientMode, env);
}

function reduce(u: X87Unit, dividend: Finite, divisor: Finite, mode: "cut" | "nearest", env: FloatEnvironment): void {
  const leading = (value: Finite): number => value.exponent + bitLength(value.significand);
  const difference = leading(dividend) - leading(divisor);
  const complete = difference < FULL_REDUCTION;
  const skipped = complete ? 0 : difference - stepFor(difference);
  // Both as integers of the finer exponent; an incomplete reduction divides by a power of two more.
  const exponent = Math.min(dividend.exponent, divisor.exponent + skipped);
  const a = dividend.significand << BigInt(dividend.exponent - exponent);
  const b = divisor.significand << BigInt(divisor.exponent + skipped - exponent);
  let quotient = a / b;
  let rest = a - quotient * b;
  let { sign } = dividend;
  const nearer = 2n * rest > b || (2n * rest === b && (quotient & 1n) === 1n);
  if (complete && mode === "nearest" && nearer) {
    quotient += 1n;
    rest = b - rest;
    sign = sign ? 0 : 1;
  }
  const result = rest === 0n ? zeroBits(dividend.sign, EXTENDED) : round(sign, rest, exponent, EXTENDED, env);
  if (!u.settle(env)) return;
  if (complete) {
    const low = Number(quotient & 7n);
    u.setConditions(low & 2, 0, low & 4);
    u.status = (u.status & ~STATUS.c1) | (low & 1 ? STATUS.c1 : 0);
  } else {
    u.setConditions(0, 1, 0);
  }
  u.write(0, result);
}
