// Numbers of the x87 unit in WebAssembly: reading registers and memory operands, exact sums, products, quotients and roots
// with 128 bits, rounding. A number under way is a significand with its top bit set (0 for zero), a biased
// exponent and a sign, in globals of the module. Source: SDM Vol. 1, chapter 8; the quotient of 128 by 64 bits is Knuth's
// algorithm D with two digits of 32 bits.

import { ROUND } from "../cpu/float/arithmetic.ts";
import { VECTOR_SCRATCH } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Local } from "./emitter.ts";
import type { Expression, Func, Program } from "./wasm-program.ts";
import { OP } from "./wasm-writer.ts";

/** Exponent bias of the 80-bit format. */
export const BIAS = 16383;
export const TOP_BIT = 1n << 63n;
const LOW_HALF = 0xffffffffn;
export const STATUS_C1 = 0x200;
const STATUS_SUMMARY = 0x80;
const INEXACT = 0x20;
const ALL_MASKED = 0x3f;

/** Positions in MEMORY_FORMATS of x87/transfer.ts. */
export const FORMAT = { single: 0, double: 1, extended: 2, int16: 3, int32: 4, int64: 5 } as const;

/** What all functions share: the module, where the state lies, and the numbers under way. */
export interface Unit {
  readonly p: Program;
  readonly state: number;
  /** First operand, and the result: significand (0 = zero), biased exponent, sign. */
  readonly m: number;
  readonly e: number;
  readonly s: number;
  /** Second operand. */
  readonly m2: number;
  readonly e2: number;
  readonly s2: number;
  /** A result before rounding: 128 bits with the top one set, or 0. */
  readonly hi: number;
  readonly lo: number;
}

export type Index = number;

export const control = (u: Unit, f: Func): Expression => f.load(OP.i32Load16U, f.i32(0), u.state + STATE.fcw);
export const status = (u: Unit, f: Func): Expression => f.load(OP.i32Load16U, f.i32(0), u.state + STATE.fsw);
export const tags = (u: Unit, f: Func): Expression => f.load(OP.i32Load16U, f.i32(0), u.state + STATE.ftw);
export const setStatus = (u: Unit, f: Func, value: Expression): void =>
  f.store(OP.i32Store16, f.i32(0), u.state + STATE.fsw, value);
export const setTags = (u: Unit, f: Func, value: Expression): void =>
  f.store(OP.i32Store16, f.i32(0), u.state + STATE.ftw, value);

export const physical = (u: Unit, f: Func, index: Expression): Expression =>
  f.and(f.add(f.shr(status(u, f), f.i32(11)), index), f.i32(7));

export const isEmpty = (u: Unit, f: Func, place: Expression): Expression =>
  f.eq(f.and(f.shr(tags(u, f), f.shl(place, f.i32(1))), f.i32(3)), f.i32(3));

export const giveUp = (f: Func, when: Expression): void => f.if(when, () => f.return(f.i32(0)));

/** Gives up unless no exception waits and none could stop an instruction. */
export function giveUpUnlessMasked(u: Unit, f: Func): void {
  // Control and status word, which lie side by side, at once.
  const words = f.load(OP.i32Load, f.i32(0), u.state + STATE.fcw);
  giveUp(f, f.ne(f.and(words, f.i32(ALL_MASKED | (STATUS_SUMMARY << 16))), f.i32(ALL_MASKED)));
}

/** C1 := 0. */
export const clearC1 = (u: Unit, f: Func): void => setStatus(u, f, f.and(status(u, f), f.i32(~STATUS_C1)));

// ---- registers

/** Tag of 80 bits: 0 valid, 1 zero, 2 special. */
export function tagOf(f: Func, m: Expression, signExponent: Expression): Expression {
  const exponent = f.and(signExponent, f.i32(0x7fff));
  const isSpecial = f.or(f.eq(exponent, f.i32(0x7fff)), f.isZero64(f.shr64(m, f.i64(63n))));
  const isZero = f.isZero64(m);
  return f.select(exponent, f.select(isSpecial, f.i32(2), f.i32(0)), f.select(isZero, f.i32(1), f.i32(2)));
}

const registerAt = (f: Func, place: Expression): Expression => f.shl(place, f.i32(4));
export const significandAt = (u: Unit, f: Func, place: Expression): Expression =>
  f.load(OP.i64Load, registerAt(f, place), u.state + STATE.st);
export const signExponentAt = (u: Unit, f: Func, place: Expression): Expression =>
  f.load(OP.i32Load16U, registerAt(f, place), u.state + STATE.st + 8);

function write(u: Unit, f: Func, place: Local, m: Expression, signExponent: Expression, tag: Expression): void {
  f.store(OP.i64Store, registerAt(f, f.get(place)), u.state + STATE.st, m);
  f.store(OP.i32Store16, registerAt(f, f.get(place)), u.state + STATE.st + 8, signExponent);
  const shift = f.let("i32", f.shl(f.get(place), f.i32(1)));
  const others = f.and(tags(u, f), f.xor(f.shl(f.i32(3), f.get(shift)), f.i32(-1)));
  setTags(u, f, f.or(others, f.shl(tag, f.get(shift))));
}

/** Writes 80 bits with their tag. */
export function writeRegister(u: Unit, f: Func, place: Local, m: Local, signExponent: Local): void {
  write(u, f, place, f.get(m), f.get(signExponent), tagOf(f, f.get(m), f.get(signExponent)));
}

/** Writes a number, zero or normal, with the sign in s. */
export function writeNumber(u: Unit, f: Func, place: Local, m: Local, e: Local): void {
  const signExponent = f.or(f.get(e), f.shl(f.global(u.s), f.i32(15)));
  write(u, f, place, f.get(m), signExponent, f.isZero64(f.get(m)));
}

export function pop(u: Unit, f: Func): void {
  const place = physical(u, f, f.i32(0));
  setTags(u, f, f.or(tags(u, f), f.shl(f.i32(3), f.shl(place, f.i32(1)))));
  const next = f.and(f.add(status(u, f), f.i32(0x800)), f.i32(0x3800));
  setStatus(u, f, f.or(f.and(status(u, f), f.i32(~0x3800)), next));
}

export function popTimes(u: Unit, f: Func, times: Local): void {
  f.while(f.get(times), () => {
    pop(u, f);
    f.set(times, f.sub(f.get(times), f.i32(1)));
  });
}

/** Makes room for a push: gives up when there is none. @returns the new top's physical register. */
export function pushPlace(u: Unit, f: Func): Local {
  const place = f.let("i32", physical(u, f, f.i32(7)));
  giveUp(f, f.not(isEmpty(u, f, f.get(place))));
  return place;
}

export function setTop(u: Unit, f: Func, place: Local): void {
  setStatus(u, f, f.or(f.and(status(u, f), f.i32(~0x3800 & ~STATUS_C1)), f.shl(f.get(place), f.i32(11))));
}

/** Notes whether the result was rounded, and which way. */
export function noteRounding(u: Unit, f: Func, inexact: Local, up: Local): void {
  const c1 = f.select(f.and(f.get(inexact), f.get(up)), f.i32(STATUS_C1), f.i32(0));
  const flags = f.select(f.get(inexact), f.i32(INEXACT), f.i32(0));
  setStatus(u, f, f.or(f.or(f.and(status(u, f), f.i32(~STATUS_C1)), c1), flags));
}

/** (index) → 1 and m, e, s when ST(index) is zero or normal. */
export function defineReadRegister(u: Unit): Index {
  return u.p.define("readRegister", 1, "i32", (f, [index]) => {
    const place = f.let("i32", physical(u, f, f.get(index!)));
    giveUp(f, isEmpty(u, f, f.get(place)));
    f.setGlobal(u.m, significandAt(u, f, f.get(place)));
    const signExponent = f.let("i32", signExponentAt(u, f, f.get(place)));
    f.setGlobal(u.s, f.shr(f.get(signExponent), f.i32(15)));
    f.setGlobal(u.e, f.and(f.get(signExponent), f.i32(0x7fff)));
    f.if(f.isZero64(f.global(u.m)), () => f.return(f.not(f.global(u.e))));
    const isNormal = f.ltU(f.sub(f.global(u.e), f.i32(1)), f.i32(0x7ffe));
    f.and(isNormal, f.wrap(f.shr64(f.global(u.m), f.i64(63n))))();
  });
}

/** Moves the operand to the second place. */
export function toSecond(u: Unit, f: Func): void {
  f.setGlobal(u.m2, f.global(u.m));
  f.setGlobal(u.e2, f.global(u.e));
  f.setGlobal(u.s2, f.global(u.s));
}

export function swap(u: Unit, f: Func): void {
  const m = f.let("i64", f.global(u.m));
  const e = f.let("i32", f.global(u.e));
  const s = f.let("i32", f.global(u.s));
  f.setGlobal(u.m, f.global(u.m2));
  f.setGlobal(u.e, f.global(u.e2));
  f.setGlobal(u.s, f.global(u.s2));
  f.setGlobal(u.m2, f.get(m));
  f.setGlobal(u.e2, f.get(e));
  f.setGlobal(u.s2, f.get(s));
}

// ---- operands in memory

/** A number of a float format with `fractionBits` and a bias; denormals, infinities and NaNs give up. */
function readFloat(u: Unit, f: Func, bits: Local, fractionBits: bigint, exponentBits: bigint): void {
  const largest = (1 << Number(exponentBits)) - 1;
  const exponent = f.let("i32", f.and(f.wrap(f.shr64(f.get(bits), f.i64(fractionBits))), f.i32(largest)));
  f.setGlobal(u.s, f.and(f.wrap(f.shr64(f.get(bits), f.i64(fractionBits + exponentBits))), f.i32(1)));
  const fraction = f.let("i64", f.and64(f.get(bits), f.i64((1n << fractionBits) - 1n)));
  giveUp(f, f.eq(f.get(exponent), f.i32(largest)));
  f.if(f.not(f.get(exponent)), () => {
    f.setGlobal(u.m, f.i64(0n));
    f.setGlobal(u.e, f.i32(0));
    f.return(f.isZero64(f.get(fraction)));
  });
  f.setGlobal(u.m, f.or64(f.i64(TOP_BIT), f.shl64(f.get(fraction), f.i64(63n - fractionBits))));
  f.setGlobal(u.e, f.add(f.get(exponent), f.i32(BIAS - (largest >> 1))));
  f.return(f.i32(1));
}

/** m := a positive integer, which may be 0, normalised. */
export function normaliseInteger(u: Unit, f: Func, magnitude: Local): void {
  const shift = f.let("i64", f.clz64(f.get(magnitude)));
  f.setGlobal(u.m, f.shl64(f.get(magnitude), f.get(shift)));
  f.setGlobal(u.e, f.select(f.isZero64(f.get(magnitude)), f.i32(0), f.sub(f.i32(BIAS + 63), f.wrap(f.get(shift)))));
}

/** Where an operand's bits, loaded by the caller, and a stored number's bits are passed. */
export const X87_BITS = VECTOR_SCRATCH[0]!;

/** (format) → 1 and m, e, s of the bits at X87_BITS. */
export function defineReadMemory(u: Unit): Index {
  return u.p.define("readMemory", 1, "i32", (f, [format]) => {
    const bits = f.let("i64", f.load(OP.i64Load, f.i32(0), u.state + X87_BITS));
    f.if(f.eq(f.get(format!), f.i32(FORMAT.double)), () => readFloat(u, f, bits, 52n, 11n));
    f.if(f.eq(f.get(format!), f.i32(FORMAT.single)), () => readFloat(u, f, bits, 23n, 8n));
    const narrow = f.let(
      "i64",
      f.select(
        f.eq(f.get(format!), f.i32(FORMAT.int16)),
        f.i64(48n),
        f.select(f.eq(f.get(format!), f.i32(FORMAT.int32)), f.i64(32n), f.i64(0n)),
      ),
    );
    const shrS64 = f.two(OP.i64ShrS);
    f.set(bits, shrS64(f.shl64(f.get(bits), f.get(narrow)), f.get(narrow)));
    f.setGlobal(u.s, f.wrap(f.shr64(f.get(bits), f.i64(63n))));
    f.if(f.global(u.s), () => f.set(bits, f.sub64(f.i64(0n), f.get(bits))));
    normaliseInteger(u, f, bits);
    f.i32(1)();
  });
}

// ---- rounding

/** A rounded number: its significand, exponent, and whether rounding changed it, and upwards. */
export interface Rounded {
  readonly m: Local;
  readonly e: Local;
  readonly inexact: Local;
  readonly up: Local;
}

/** hi:lo, e as they are, in locals: values that go through globals wait for memory at each step. */
export const unrounded = (u: Unit, f: Func): Rounded => ({
  m: f.let("i64", f.global(u.hi)),
  e: f.let("i32", f.global(u.e)),
  inexact: f.let("i32", f.i32(0)),
  up: f.let("i32", f.i32(0)),
});

/** The rounding mode of the control word. */
export const roundingMode = (u: Unit, f: Func): Expression => f.and(f.shr(control(u, f), f.i32(10)), f.i32(3));

const roundsDown = (u: Unit, f: Func): Expression => f.eq(roundingMode(u, f), f.i32(ROUND.down));

/** Where a mode other than to nearest rounds away from zero: towards an infinity of the number's sign. */
export const isAway = (u: Unit, f: Func, mode: Local): Expression =>
  f.eq(f.get(mode), f.select(f.global(u.s), f.i32(ROUND.down), f.i32(ROUND.up)));

/** Rounds to nearest, or as the control word says, with so many bits; gives up when the result is no normal number. */
export function round(u: Unit, f: Func, bits: number, how: "nearest" | "any", { m, e, inexact, up }: Rounded): void {
  const cut = BigInt(64 - bits);
  const unit = 1n << cut;
  // What is cut off as 64 bits, the highest bit a half; anything below counts as the lowest.
  const below = f.let("i64", f.global(u.lo));
  if (cut > 0n) {
    const sticky = f.extend(f.ne64(f.get(below), f.i64(0n)));
    f.set(below, f.or64(f.shl64(f.get(m), f.i64(64n - cut)), sticky));
    f.set(m, f.and64(f.get(m), f.i64(-unit)));
  }
  f.set(inexact, f.ne64(f.get(below), f.i64(0n)));
  const isOdd = f.wrap(f.and64(f.shr64(f.get(m), f.i64(cut)), f.i64(1n)));
  const isTie = f.eq64(f.get(below), f.i64(TOP_BIT));
  f.set(up, f.or(f.gtU64(f.get(below), f.i64(TOP_BIT)), f.and(isTie, isOdd)));
  if (how === "any") {
    const mode = f.let("i32", roundingMode(u, f));
    f.if(f.get(mode), () => f.set(up, f.and(f.get(inexact), isAway(u, f, mode))));
  }
  f.if(f.get(up), () => {
    f.set(m, f.add64(f.get(m), f.i64(unit)));
    f.if(f.isZero64(f.get(m)), () => {
      f.set(m, f.i64(TOP_BIT));
      f.set(e, f.add(f.get(e), f.i32(1)));
    });
  });
  giveUp(f, f.not(f.ltU(f.sub(f.get(e), f.i32(1)), f.i32(0x7ffe))));
}

// ---- arithmetic on m, e, s and m2, e2, s2 into hi:lo, e, s

/** 128 bits in two locals, and an exponent. */
export interface Wide {
  readonly hi: Local;
  readonly lo: Local;
  readonly e: Local;
}

/** Shifts up until the top bit is set. */
export function normalise(f: Func, { hi, lo, e }: Wide): void {
  f.if(f.isZero64(f.get(hi)), () => {
    f.set(hi, f.get(lo));
    f.set(lo, f.i64(0n));
    f.set(e, f.sub(f.get(e), f.i32(64)));
  });
  const shift = f.let("i64", f.clz64(f.get(hi)));
  f.if(f.wrap(f.get(shift)), () => {
    const carried = f.shr64(f.get(lo), f.sub64(f.i64(64n), f.get(shift)));
    f.set(hi, f.or64(f.shl64(f.get(hi), f.get(shift)), carried));
    f.set(lo, f.shl64(f.get(lo), f.get(shift)));
    f.set(e, f.sub(f.get(e), f.wrap(f.get(shift))));
  });
}

export function setWide(u: Unit, f: Func, { hi, lo, e }: Wide): void {
  f.setGlobal(u.hi, f.get(hi));
  f.setGlobal(u.lo, f.get(lo));
  f.setGlobal(u.e, f.get(e));
}

/** lo := the 128 bits below `hi`, shifted down by `distance` > 0; what is lost counts as the lowest bit where it decides. */
function shiftDown(f: Func, hi: Local, lo: Local, distance: Local): void {
  const by = f.let("i64", f.extend(f.get(distance)));
  f.if(
    f.ltU(f.get(distance), f.i32(64)),
    () => {
      f.set(lo, f.shl64(f.get(hi), f.sub64(f.i64(64n), f.get(by))));
      f.set(hi, f.shr64(f.get(hi), f.get(by)));
    },
    () => {
      // Taken from a power of two, bits one place further down decide still.
      const halved = f.or64(f.shr64(f.get(hi), f.i64(1n)), f.and64(f.get(hi), f.i64(1n)));
      const beyond = f.select(f.eq(f.get(distance), f.i32(65)), halved, f.i64(1n));
      f.set(lo, f.select(f.eq(f.get(distance), f.i32(64)), f.get(hi), beyond));
      f.set(hi, f.i64(0n));
    },
  );
}

/** The sum; a zero has hi = 0. */
export function defineAdd(u: Unit): Index {
  return u.p.define("sum", 0, "nothing", (f) => {
    f.setGlobal(u.lo, f.i64(0n));
    f.if(f.isZero64(f.global(u.m2)), () => {
      f.setGlobal(u.hi, f.global(u.m));
      // Two zeros: the sum is negative only when both are, or when rounding down.
      const either = f.or(f.global(u.s), f.global(u.s2));
      const both = f.and(f.global(u.s), f.global(u.s2));
      f.if(f.isZero64(f.global(u.m)), () => f.setGlobal(u.s, f.select(roundsDown(u, f), either, both)));
      f.return();
    });
    f.if(f.isZero64(f.global(u.m)), () => {
      swap(u, f);
      f.setGlobal(u.hi, f.global(u.m));
      f.return();
    });
    const isLess = f.or(
      f.ltS(f.global(u.e), f.global(u.e2)),
      f.and(f.eq(f.global(u.e), f.global(u.e2)), f.ltU64(f.global(u.m), f.global(u.m2))),
    );
    f.if(isLess, () => swap(u, f));
    // The smaller one, shifted to the larger one's place: 128 bits.
    const e = f.let("i32", f.global(u.e));
    const distance = f.let("i32", f.sub(f.get(e), f.global(u.e2)));
    const large = f.let("i64", f.global(u.m));
    const hi = f.let("i64", f.global(u.m2));
    const lo = f.let("i64", f.i64(0n));
    const wide: Wide = { hi, lo, e };
    f.if(f.get(distance), () => shiftDown(f, hi, lo, distance));
    f.if(
      f.eq(f.global(u.s), f.global(u.s2)),
      () => {
        f.set(hi, f.add64(f.get(large), f.get(hi)));
        f.if(f.ltU64(f.get(hi), f.get(large)), () => {
          const sticky = f.and64(f.get(lo), f.i64(1n));
          const halved = f.or64(f.shr64(f.get(lo), f.i64(1n)), sticky);
          f.set(lo, f.or64(halved, f.shl64(f.get(hi), f.i64(63n))));
          f.set(hi, f.or64(f.shr64(f.get(hi), f.i64(1n)), f.i64(TOP_BIT)));
          f.set(e, f.add(f.get(e), f.i32(1)));
        });
      },
      () => {
        const borrow = f.extend(f.ne64(f.get(lo), f.i64(0n)));
        f.set(hi, f.sub64(f.sub64(f.get(large), f.get(hi)), borrow));
        f.set(lo, f.sub64(f.i64(0n), f.get(lo)));
        f.if(
          f.isZero64(f.or64(f.get(hi), f.get(lo))),
          () => f.setGlobal(u.s, roundsDown(u, f)),
          () => normalise(f, wide),
        );
      },
    );
    setWide(u, f, wide);
  });
}

/** a · b. */
function product(f: Func, a: Local, b: Local): { readonly hi: Local; readonly lo: Local } {
  const low = (x: Local): Expression => f.and64(f.get(x), f.i64(LOW_HALF));
  const high = (x: Local): Expression => f.shr64(f.get(x), f.i64(32n));
  const cross = f.let("i64", f.mul64(high(a), low(b)));
  const carry = f.shr64(f.mul64(low(a), low(b)), f.i64(32n));
  const middle = f.let("i64", f.add64(f.add64(f.mul64(low(a), high(b)), low(cross)), carry));
  return {
    hi: f.let("i64", f.add64(f.add64(f.mul64(high(a), high(b)), high(cross)), high(middle))),
    lo: f.let("i64", f.mul64(f.get(a), f.get(b))),
  };
}

export function defineMultiply(u: Unit): Index {
  return u.p.define("product", 0, "nothing", (f) => {
    f.setGlobal(u.s, f.xor(f.global(u.s), f.global(u.s2)));
    f.setGlobal(u.hi, f.i64(0n));
    f.if(f.isZero64(f.global(u.m)), () => f.return());
    f.if(f.isZero64(f.global(u.m2)), () => f.return());
    const a = f.let("i64", f.global(u.m));
    const b = f.let("i64", f.global(u.m2));
    const { hi, lo } = product(f, a, b);
    const e = f.let("i32", f.add(f.sub(f.add(f.global(u.e), f.global(u.e2)), f.i32(BIAS)), f.i32(1)));
    // Between 1 and 4: the top bit is set or the next one.
    f.if(f.isZero64(f.shr64(f.get(hi), f.i64(63n))), () => {
      f.set(hi, f.or64(f.shl64(f.get(hi), f.i64(1n)), f.shr64(f.get(lo), f.i64(63n))));
      f.set(lo, f.shl64(f.get(lo), f.i64(1n)));
      f.set(e, f.sub(f.get(e), f.i32(1)));
    });
    setWide(u, f, { hi, lo, e });
  });
}

/** (hi:lo) ÷ `divisor` → quotient in `hi`, remainder in `lo`; hi < divisor, whose top bit is set. */
function divideWide(u: Unit, f: Func, divisor: Local): void {
  const high = f.let("i64", f.shr64(f.get(divisor), f.i64(32n)));
  const low = f.let("i64", f.and64(f.get(divisor), f.i64(LOW_HALF)));
  const rest = f.let("i64", f.global(u.hi));
  const quotient = f.let("i64", f.i64(0n));
  for (const next of [f.shr64(f.global(u.lo), f.i64(32n)), f.and64(f.global(u.lo), f.i64(LOW_HALF))]) {
    // One digit: a guess from the divisor's upper half, at most two too large.
    const digit = f.let("i64", f.div64(f.get(rest), f.get(high)));
    const left = f.let("i64", f.sub64(f.get(rest), f.mul64(f.get(digit), f.get(high))));
    const isWide = f.gtU64(f.get(digit), f.i64(LOW_HALF));
    const isLarge = f.gtU64(f.mul64(f.get(digit), f.get(low)), f.or64(f.shl64(f.get(left), f.i64(32n)), next));
    f.while(f.and(f.or(isWide, isLarge), f.isZero64(f.shr64(f.get(left), f.i64(32n)))), () => {
      f.set(digit, f.sub64(f.get(digit), f.i64(1n)));
      f.set(left, f.add64(f.get(left), f.get(high)));
    });
    f.set(rest, f.sub64(f.or64(f.shl64(f.get(rest), f.i64(32n)), next), f.mul64(f.get(digit), f.get(divisor))));
    f.set(quotient, f.or64(f.shl64(f.get(quotient), f.i64(32n)), f.get(digit)));
  }
  f.setGlobal(u.hi, f.get(quotient));
  f.setGlobal(u.lo, f.get(rest));
}

/** lo := what stands below a quotient or root with this remainder: nothing, less than a half, or more. */
function restAsBits(u: Unit, f: Func, remainder: Expression, isMoreThanHalf: Expression): void {
  const below = f.select(isMoreThanHalf, f.i64(3n << 62n), f.i64(1n << 62n));
  f.setGlobal(u.lo, f.select(f.isZero64(remainder), f.i64(0n), below));
}

/** → 1; dividing by zero gives up. */
export function defineDivide(u: Unit): Index {
  return u.p.define("quotient", 0, "i32", (f) => {
    giveUp(f, f.isZero64(f.global(u.m2)));
    f.setGlobal(u.s, f.xor(f.global(u.s), f.global(u.s2)));
    f.setGlobal(u.lo, f.i64(0n));
    f.setGlobal(u.hi, f.i64(0n));
    f.if(f.isZero64(f.global(u.m)), () => f.return(f.i32(1)));
    const divisor = f.let("i64", f.global(u.m2));
    f.setGlobal(u.e, f.add(f.sub(f.global(u.e), f.global(u.e2)), f.i32(BIAS)));
    f.if(
      f.ltU64(f.global(u.m), f.get(divisor)),
      () => {
        f.setGlobal(u.hi, f.global(u.m));
        f.setGlobal(u.e, f.sub(f.global(u.e), f.i32(1)));
      },
      () => {
        f.setGlobal(u.hi, f.shr64(f.global(u.m), f.i64(1n)));
        f.setGlobal(u.lo, f.shl64(f.global(u.m), f.i64(63n)));
      },
    );
    divideWide(u, f, divisor);
    const remainder = f.let("i64", f.global(u.lo));
    // A quotient of two significands is never exactly in the middle: the divisor would have to be a power of two.
    const isMore = f.gtU64(f.get(remainder), f.sub64(f.get(divisor), f.get(remainder)));
    restAsBits(u, f, f.get(remainder), isMore);
    f.i32(1)();
  });
}

/** hi:lo, e of the root of m, e. */
export function defineRoot(u: Unit): Index {
  return u.p.define("root", 0, "nothing", (f) => {
    const isOdd = f.let("i32", f.and(f.sub(f.global(u.e), f.i32(BIAS)), f.i32(1)));
    const top = f.let("i64", f.select(f.get(isOdd), f.global(u.m), f.shr64(f.global(u.m), f.i64(1n))));
    const bottom = f.let("i64", f.select(f.get(isOdd), f.i64(0n), f.shl64(f.global(u.m), f.i64(63n))));
    const shrS = f.two(OP.i32ShrS);
    const half = shrS(f.sub(f.sub(f.global(u.e), f.i32(BIAS)), f.get(isOdd)), f.i32(1));
    f.setGlobal(u.e, f.add(half, f.i32(BIAS)));
    // 53 bits from the CPU's own root, then one step of Newton's method for all 64, which may be one off.
    const root = f.let("i64", f.i64(0n));
    f.get(top)();
    f.e.op(OP.f64ConvertI64U);
    f.e.f64(2 ** 64);
    f.e.op(OP.f64Mul, OP.f64Sqrt);
    f.e.saturate("u64.f64");
    f.e.set(root);
    // The quotient below must fit.
    f.if(f.not(f.gtU64(f.get(root), f.get(top))), () =>
      f.set(root, f.select(f.eq64(f.get(top), f.i64(-1n)), f.i64(-1n), f.add64(f.get(top), f.i64(1n)))),
    );
    f.if(f.gtU64(f.get(root), f.get(top)), () => {
      f.setGlobal(u.hi, f.get(top));
      f.setGlobal(u.lo, f.get(bottom));
      divideWide(u, f, root);
      const both = f.and64(f.and64(f.get(root), f.global(u.hi)), f.i64(1n));
      const sum = f.add64(f.shr64(f.get(root), f.i64(1n)), f.shr64(f.global(u.hi), f.i64(1n)));
      f.set(root, f.add64(sum, both));
    });
    const over = f.let("i32", f.i32(1));
    const remainder = f.let("i64", f.i64(0n));
    const remainderTop = f.let("i64", f.i64(0n));
    const subtractSquare = (): void => {
      const square = product(f, root, root);
      const borrow = f.extend(f.ltU64(f.get(bottom), f.get(square.lo)));
      f.set(remainderTop, f.sub64(f.sub64(f.get(top), f.get(square.hi)), borrow));
      f.set(remainder, f.sub64(f.get(bottom), f.get(square.lo)));
      f.set(over, f.wrap(f.shr64(f.get(remainderTop), f.i64(63n))));
    };
    f.while(f.get(over), () => {
      subtractSquare();
      f.if(f.get(over), () => f.set(root, f.sub64(f.get(root), f.i64(1n))));
    });
    // One too small while the remainder is more than twice the root.
    const isSmall = f.or(
      f.gtU64(f.get(remainderTop), f.i64(1n)),
      f.and(f.wrap(f.get(remainderTop)), f.gtU64(f.get(remainder), f.shl64(f.get(root), f.i64(1n)))),
    );
    f.while(isSmall, () => {
      f.set(root, f.add64(f.get(root), f.i64(1n)));
      subtractSquare();
    });
    const isMore = f.or(f.wrap(f.get(remainderTop)), f.gtU64(f.get(remainder), f.get(root)));
    restAsBits(u, f, f.or64(f.get(remainder), f.get(remainderTop)), isMore);
    f.setGlobal(u.hi, f.get(root));
  });
}
