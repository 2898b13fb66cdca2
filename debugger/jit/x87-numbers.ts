// Numbers of the x87 unit in WebAssembly: exact sums, products, quotients and roots with 128 bits, rounding. A number under way is a significand with its top bit set (0 for zero), a biased
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
export const STATUS_PE = 0x20;
export const STATUS_C0 = 0x100;
export const STATUS_C1 = 0x200;
export const STATUS_C3 = 0x4000;

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

function swap(u: Unit, f: Func): void {
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

/** Where an operand's bits, loaded by the caller, and a stored number's bits are passed. */
export const X87_BITS = VECTOR_SCRATCH[0]!;

// ---- rounding

/** A number to be rounded, and what it is rounded to: the bits below its significand, whether that changed it, and upwards. */
export interface Rounded {
  readonly m: Local;
  readonly lo: Local;
  readonly e: Local;
  readonly inexact: Local;
  readonly up: Local;
}

/** The rounding mode of the control word. */
export const roundingMode = (u: Unit, f: Func): Expression => f.and(f.shr(control(u, f), f.i32(10)), f.i32(3));

const roundsDown = (u: Unit, f: Func): Expression => f.eq(roundingMode(u, f), f.i32(ROUND.down));

/** Where a mode other than to nearest rounds away from zero: towards an infinity of the number's sign. */
export const isAway = (f: Func, mode: Local, negative: Expression): Expression =>
  f.eq(f.get(mode), f.select(negative, f.i32(ROUND.down), f.i32(ROUND.up)));

/** Rounds a normal number to nearest, or as the control word says, with so many bits; the exponent may leave its range. */
export function round(
  u: Unit,
  f: Func,
  bits: number,
  how: "nearest" | "any",
  { m, e, lo, inexact, up }: Rounded,
  negative: Expression,
): void {
  const cut = BigInt(64 - bits);
  const unit = 1n << cut;
  // What is cut off as 64 bits, the highest bit a half; anything below counts as the lowest.
  if (cut > 0n) {
    const sticky = f.extend(f.ne64(f.get(lo), f.i64(0n)));
    f.set(lo, f.or64(f.shl64(f.get(m), f.i64(64n - cut)), sticky));
    f.set(m, f.and64(f.get(m), f.i64(-unit)));
  }
  f.set(inexact, f.ne64(f.get(lo), f.i64(0n)));
  // A half is rounded to even.
  const isOdd = f.and64(f.shr64(f.get(m), f.i64(cut)), f.i64(1n));
  f.set(up, f.gtU64(f.get(lo), f.sub64(f.i64(TOP_BIT), isOdd)));
  if (how === "any") {
    const mode = f.let("i32", roundingMode(u, f));
    f.if(f.get(mode), () => f.set(up, f.and(f.get(inexact), isAway(f, mode, negative))));
  }
  f.set(m, f.add64(f.get(m), f.shl64(f.extend(f.get(up)), f.i64(cut))));
  f.if(f.isZero64(f.get(m)), () => {
    f.set(m, f.i64(TOP_BIT));
    f.set(e, f.add(f.get(e), f.i32(1)));
  });
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
export function product(f: Func, a: Local, b: Local): { readonly hi: Local; readonly lo: Local } {
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

/** (hi:lo) ÷ `divisor`; hi < divisor, whose top bit is set. */
export function divideBy(
  f: Func,
  hi: Local,
  lo: Local,
  divisor: Local,
): { readonly quotient: Local; readonly rest: Local } {
  const high = f.let("i64", f.shr64(f.get(divisor), f.i64(32n)));
  const low = f.let("i64", f.and64(f.get(divisor), f.i64(LOW_HALF)));
  const rest = f.let("i64", f.get(hi));
  const quotient = f.let("i64", f.i64(0n));
  for (const next of [f.shr64(f.get(lo), f.i64(32n)), f.and64(f.get(lo), f.i64(LOW_HALF))]) {
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
  return { quotient, rest };
}

/** What stands below a quotient or root with this remainder: nothing, less than a half, or more. */
export function restBelow(f: Func, remainder: Expression, isMoreThanHalf: Expression): Expression {
  const below = f.select(isMoreThanHalf, f.i64(3n << 62n), f.i64(1n << 62n));
  return f.select(f.isZero64(remainder), f.i64(0n), below);
}

/** → 1; dividing by zero gives up. */
export function defineDivide(u: Unit): Index {
  return u.p.define("quotient", 0, "i32", (f) => {
    f.if(f.isZero64(f.global(u.m2)), () => f.return(f.i32(0)));
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
    const [hi, lo] = [f.let("i64", f.global(u.hi)), f.let("i64", f.global(u.lo))];
    const { quotient, rest } = divideBy(f, hi, lo, divisor);
    f.setGlobal(u.hi, f.get(quotient));
    // A quotient of two significands is never exactly in the middle: the divisor would have to be a power of two.
    const isMore = f.gtU64(f.get(rest), f.sub64(f.get(divisor), f.get(rest)));
    f.setGlobal(u.lo, restBelow(f, f.get(rest), isMore));
    f.i32(1)();
  });
}

/** The root of 128 bits, at least 2^126, and what stands below it. */
export function rootOf(f: Func, top: Local, bottom: Local): { readonly root: Local; readonly below: Expression } {
  // 53 bits from the CPU's own root, then one step of Newton's method for all 64, which may be one off.
  const estimate = f.e.host();
  f.shr64(f.get(top), f.i64(11n))();
  f.e.op(OP.f64ConvertI64S);
  f.e.f64(2 ** 75);
  f.e.op(OP.f64Mul, OP.f64Sqrt);
  f.e.set(estimate);
  const fraction = f.shl64(f.one(OP.i64ReinterpretF64)(f.get(estimate)), f.i64(11n));
  const root = f.let("i64", f.or64(fraction, f.i64(TOP_BIT)));
  const [remainder, remainderTop] = [f.e.local("i64"), f.e.local("i64")];
  const subtractSquare = (): void => {
    const square = product(f, root, root);
    const borrow = f.extend(f.ltU64(f.get(bottom), f.get(square.lo)));
    f.set(remainderTop, f.sub64(f.sub64(f.get(top), f.get(square.hi)), borrow));
    f.set(remainder, f.sub64(f.get(bottom), f.get(square.lo)));
  };
  subtractSquare();
  // The remainder has up to 78 bits and a sign.
  f.or64(f.shl64(f.get(remainderTop), f.i64(49n)), f.shr64(f.get(remainder), f.i64(15n)))();
  f.e.op(OP.f64ConvertI64S);
  f.e.f64(2 ** 14);
  f.e.op(OP.f64Mul);
  f.e.get(estimate);
  f.e.op(OP.f64Div);
  f.e.saturate("i64.f64");
  const step = f.e.local("i64");
  f.e.set(step);
  const old = f.let("i64", f.get(root));
  f.set(root, f.add64(f.get(root), f.get(step)));
  const isTooFar = f.and(f.two(OP.i64GeS)(f.get(step), f.i64(0n)), f.ltU64(f.get(root), f.get(old)));
  f.if(isTooFar, () => f.set(root, f.i64(-1n)));
  subtractSquare();
  f.while(f.wrap(f.shr64(f.get(remainderTop), f.i64(63n))), () => {
    f.set(root, f.sub64(f.get(root), f.i64(1n)));
    subtractSquare();
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
  return { root, below: restBelow(f, f.or64(f.get(remainder), f.get(remainderTop)), isMore) };
}

/** A number's significand as 128 bits with an even exponent, and half of that. */
export function radicandOf(
  f: Func,
  m: Local,
  e: Local,
): { readonly top: Local; readonly bottom: Local; readonly e: Local } {
  const isOdd = f.let("i32", f.and(f.sub(f.get(e), f.i32(BIAS)), f.i32(1)));
  const half = f.two(OP.i32ShrS)(f.sub(f.get(e), f.i32(BIAS)), f.i32(1));
  return {
    top: f.let("i64", f.select(f.get(isOdd), f.get(m), f.shr64(f.get(m), f.i64(1n)))),
    bottom: f.let("i64", f.select(f.get(isOdd), f.i64(0n), f.shl64(f.get(m), f.i64(63n)))),
    e: f.let("i32", f.add(half, f.i32(BIAS))),
  };
}

/** hi:lo, e of the root of m, e. */
export function defineRoot(u: Unit): Index {
  return u.p.define("root", 0, "nothing", (f) => {
    const [m, e] = [f.let("i64", f.global(u.m)), f.let("i32", f.global(u.e))];
    const radicand = radicandOf(f, m, e);
    const { root, below } = rootOf(f, radicand.top, radicand.bottom);
    f.setGlobal(u.e, f.get(radicand.e));
    f.setGlobal(u.lo, below);
    f.setGlobal(u.hi, f.get(root));
  });
}
