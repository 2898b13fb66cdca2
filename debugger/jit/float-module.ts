// SSE, AVX and FMA arithmetic as WebAssembly, exact for all operands, rounding modes and exceptions of MXCSR: what regions
// call where the host's own arithmetic would not do. One function works through lanes in the state struct (FLOAT_ROOM) and
// says what FLOAT_MODE is then; or, where an exception is not masked, changes nothing and says 0. Most programs never need
// it: it is made when it has been called a few times, which until then give up.

import { EXCEPTION, ROUND } from "../cpu/float/arithmetic.ts";
import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import { Emitter, type Local } from "./emitter.ts";
import {
  byLane,
  defineRound,
  defineUnpack,
  FLOAT_ROOM,
  type FloatUnit,
  increment,
  infinity,
  isWide,
  KIND,
  noteDenormals,
  type Operand,
  quietNan,
  raise,
  readLane,
  returnInvalid,
  returnNan,
  roundingOf,
  setOperands,
  zero,
} from "./float-numbers.ts";
import { memoryTypeOf } from "./memory-type.ts";
import { type Expression, type Func, Program, signatureOf } from "./wasm-program.ts";
import { moduleOf, OP } from "./wasm-writer.ts";
import {
  BIAS,
  defineAdd,
  defineDivide,
  defineMultiply,
  defineRoot,
  type Index,
  normalise,
  setWide,
  TOP_BIT,
  type Wide,
} from "./x87-numbers.ts";

/**
 * What MXCSR allows the host's arithmetic: nothing, exact results, or all since inexact is noted. "irregular" is added when
 * a denormal or a NaN was met, which what is known of lanes (settled-floats.ts) does not expect.
 */
export const FLOAT_MODE = { none: 1, exact: 2, noted: 3, irregular: 4 } as const;

/** MXCSR's masks and rounding, which must be as after a reset. Flushing denormals changes nothing for ordinary numbers. */
export const CONTROL_BITS = 0x7f80;
export const CONTROL_RESET = 0x1f80;

/** Of "fused": what is negated. */
export const FUSED = { product: 1, addend: 2, odd: 2 } as const;
/** Of "toInteger" and "round": round as MXCSR says instead of as the lowest two bits; say nothing of inexact results. */
export const ROUND_BITS = { mxcsr: 4, quiet: 8 } as const;
/** Of "compare": bits for the orders that hold, and whether quiet NaNs are invalid, too. */
export const ORDER = { less: 1, equal: 2, greater: 4, unordered: 8, signals: 16 } as const;

interface Parts {
  readonly unpack: Index;
  readonly round: Index;
}

/** One lane: which, its bytes, those of the result, and a constant of the operation. Leaves the result's bits. */
type Lane = (u: FloatUnit, parts: Parts, f: Func, lane: LaneLocals) => void;
interface LaneLocals {
  readonly k: Local;
  readonly laneBytes: Local;
  readonly resultBytes: Local;
  readonly immediate: Local;
}

const is = (f: Func, { kind }: Operand, wanted: number): Expression => f.eq(f.get(kind), f.i32(wanted));
const { a: ROOM_A, b: ROOM_B, c: ROOM_C, result: ROOM_RESULT } = FLOAT_ROOM;

/** The sign of a sum that is zero: of zeros with the same sign theirs, else negative only when rounding down. */
const zeroSum = (u: FloatUnit, f: Func, a: Expression, b: Expression): Expression =>
  f.select(f.eq(a, b), a, f.eq(roundingOf(u, f), f.i32(ROUND.down)));

function two(u: FloatUnit, { unpack }: Parts, f: Func, { k, laneBytes }: LaneLocals): [Operand, Operand] {
  return [readLane(u, f, unpack, ROOM_A, k, laneBytes), readLane(u, f, unpack, ROOM_B, k, laneBytes)];
}

/** Rounds hi:lo, e, s. */
const rounded = ({ round }: Parts, f: Func, { resultBytes }: LaneLocals): Expression =>
  f.call(round, f.get(resultBytes));

const addition =
  (sum: Index, subtracts: boolean): Lane =>
  (u, parts, f, lane) => {
    const [a, b] = two(u, parts, f, lane);
    const { laneBytes } = lane;
    returnNan(u, f, laneBytes, [a, b]);
    if (subtracts) f.set(b.s, f.xor(f.get(b.s), f.i32(1)));
    f.if(is(f, a, KIND.infinity), () => {
      f.if(f.and(is(f, b, KIND.infinity), f.ne(f.get(a.s), f.get(b.s))), () => returnInvalid(u, f, laneBytes));
      noteDenormals(u, f);
      f.return(infinity(f, laneBytes, f.get(a.s)));
    });
    noteDenormals(u, f);
    f.if(is(f, b, KIND.infinity), () => f.return(infinity(f, laneBytes, f.get(b.s))));
    setOperands(u, f, a, b);
    f.call(sum)();
    f.if(f.isZero64(f.global(u.hi)), () => f.return(zero(f, laneBytes, zeroSum(u, f, f.get(a.s), f.get(b.s)))));
    rounded(parts, f, lane)();
  };

/** ∞ × 0. */
const isVoid = (f: Func, a: Operand, b: Operand): Expression =>
  f.or(f.and(is(f, a, KIND.infinity), is(f, b, KIND.zero)), f.and(is(f, a, KIND.zero), is(f, b, KIND.infinity)));
const either = (f: Func, a: Operand, b: Operand, kind: number): Expression => f.or(is(f, a, kind), is(f, b, kind));

const multiplication =
  (product: Index): Lane =>
  (u, parts, f, lane) => {
    const [a, b] = two(u, parts, f, lane);
    const { laneBytes } = lane;
    returnNan(u, f, laneBytes, [a, b]);
    f.if(isVoid(f, a, b), () => returnInvalid(u, f, laneBytes));
    noteDenormals(u, f);
    const sign = f.xor(f.get(a.s), f.get(b.s));
    f.if(either(f, a, b, KIND.infinity), () => f.return(infinity(f, laneBytes, sign)));
    f.if(either(f, a, b, KIND.zero), () => f.return(zero(f, laneBytes, sign)));
    setOperands(u, f, a, b);
    f.call(product)();
    rounded(parts, f, lane)();
  };

const division =
  (quotient: Index): Lane =>
  (u, parts, f, lane) => {
    const [a, b] = two(u, parts, f, lane);
    const { laneBytes } = lane;
    returnNan(u, f, laneBytes, [a, b]);
    const sign = f.xor(f.get(a.s), f.get(b.s));
    f.if(f.and(f.eq(f.get(a.kind), f.get(b.kind)), f.ne(f.get(a.kind), f.i32(KIND.finite))), () =>
      returnInvalid(u, f, laneBytes),
    );
    f.if(f.and(is(f, b, KIND.zero), is(f, a, KIND.finite)), () => {
      raise(u, f, f.i32(EXCEPTION.zeroDivide));
      f.return(infinity(f, laneBytes, sign));
    });
    noteDenormals(u, f);
    f.if(is(f, a, KIND.infinity), () => f.return(infinity(f, laneBytes, sign)));
    f.if(f.or(is(f, a, KIND.zero), is(f, b, KIND.infinity)), () => f.return(zero(f, laneBytes, sign)));
    setOperands(u, f, a, b);
    f.call(quotient)();
    f.e.op(OP.drop);
    rounded(parts, f, lane)();
  };

const root =
  (squareRoot: Index): Lane =>
  (u, parts, f, lane) => {
    const { laneBytes } = lane;
    const b = readLane(u, f, parts.unpack, ROOM_B, lane.k, laneBytes);
    returnNan(u, f, laneBytes, [b]);
    f.if(is(f, b, KIND.zero), () => f.return(zero(f, laneBytes, f.get(b.s))));
    f.if(f.get(b.s), () => returnInvalid(u, f, laneBytes));
    noteDenormals(u, f);
    f.if(is(f, b, KIND.infinity), () => f.return(infinity(f, laneBytes, f.i32(0))));
    f.call(squareRoot)();
    rounded(parts, f, lane)();
  };

/** Bit of ORDER for two operands; NaNs are noted. */
function orderOf(u: FloatUnit, f: Func, a: Operand, b: Operand, laneBytes: Local, signals: Expression): Local {
  const order = f.let("i32", f.i32(ORDER.unordered));
  const isUnordered = f.gtU(f.get(a.kind), f.i32(KIND.infinity));
  f.if(
    f.or(isUnordered, f.gtU(f.get(b.kind), f.i32(KIND.infinity))),
    () => {
      const isSignalling = either(f, a, b, KIND.signalling);
      raise(u, f, f.or(isSignalling, signals));
    },
    () => {
      noteDenormals(u, f);
      const keys = [a, b].map(({ kind, bits, s }) => {
        const magnitude = f.and64(f.get(bits), byLane(f, laneBytes, TOP_BIT - 1n, 0x7fff_ffffn));
        const key = f.let("i64", f.select(f.get(kind), magnitude, f.i64(0n)));
        f.set(key, f.select(f.get(s), f.sub64(f.i64(0n), f.get(key)), f.get(key)));
        return key;
      });
      const [left, right] = keys as [Local, Local];
      const isLess = f.two(OP.i64LtS)(f.get(left), f.get(right));
      f.set(order, f.select(isLess, f.i32(ORDER.less), f.i32(ORDER.greater)));
      f.if(f.eq64(f.get(left), f.get(right)), () => f.set(order, f.i32(ORDER.equal)));
    },
  );
  return order;
}

/** The first operand when the order is the constant's, else the second. */
const choice: Lane = (u, parts, f, lane) => {
  const [a, b] = two(u, parts, f, lane);
  const order = orderOf(u, f, a, b, lane.laneBytes, f.i32(1));
  const value = ({ kind, bits, s }: Operand): Expression =>
    f.select(f.get(kind), f.get(bits), zero(f, lane.laneBytes, f.get(s)));
  f.select(f.eq(f.get(order), f.get(lane.immediate)), value(a), value(b))();
};

const comparison: Lane = (u, parts, f, lane) => {
  const [a, b] = two(u, parts, f, lane);
  const signals = f.and(f.shr(f.get(lane.immediate), f.i32(4)), f.i32(1));
  const order = orderOf(u, f, a, b, lane.laneBytes, signals);
  f.select(f.and(f.get(order), f.get(lane.immediate)), f.i64(-1n), f.i64(0n))();
};

/** ZF, PF, CF (bits 6, 2, 0) of a comparison; the constant says that quiet NaNs are quiet. */
const comparisonFlags: Lane = (u, parts, f, lane) => {
  const [a, b] = two(u, parts, f, lane);
  const order = orderOf(u, f, a, b, lane.laneBytes, f.not(f.get(lane.immediate)));
  const flags = f.let("i64", f.i64(0n));
  for (const [bit, word] of [
    [ORDER.less, 1n],
    [ORDER.equal, 0x40n],
    [ORDER.unordered, 0x45n],
  ] as const)
    f.if(f.eq(f.get(order), f.i32(bit)), () => f.set(flags, f.i64(word)));
  f.get(flags)();
};

/** hi:lo, e, s + m2, e2, s2, none of them zero; a zero has hi = 0. */
function defineWideSum(u: FloatUnit): Index {
  return u.p.define("wideSum", 0, "nothing", (f) => {
    const hi = f.let("i64", f.global(u.hi));
    const lo = f.let("i64", f.global(u.lo));
    const e = f.let("i32", f.global(u.e));
    const hi2 = f.let("i64", f.global(u.m2));
    const lo2 = f.let("i64", f.i64(0n));
    const distance = f.let("i32", f.sub(f.get(e), f.global(u.e2)));
    const isEqual = f.not(f.get(distance));
    const isSmaller = f.or(f.ltS(f.get(distance), f.i32(0)), f.and(isEqual, f.ltU64(f.get(hi), f.get(hi2))));
    const signs = f.let("i32", f.xor(f.global(u.s), f.global(u.s2)));
    f.if(isSmaller, () => {
      f.set(lo2, f.get(hi));
      f.set(hi, f.get(hi2));
      f.set(hi2, f.get(lo2));
      f.set(lo2, f.get(lo));
      f.set(lo, f.i64(0n));
      f.set(e, f.global(u.e2));
      f.setGlobal(u.s, f.global(u.s2));
      f.set(distance, f.sub(f.i32(0), f.get(distance)));
    });
    // The smaller one to the larger one's place; what is lost counts as the lowest bit.
    const sticky = f.let("i64", f.i64(0n));
    f.if(f.geU(f.get(distance), f.i32(64)), () => {
      f.set(sticky, f.get(lo2));
      f.set(lo2, f.get(hi2));
      f.set(hi2, f.i64(0n));
      f.set(distance, f.sub(f.get(distance), f.i32(64)));
      f.if(f.geU(f.get(distance), f.i32(64)), () => {
        f.set(sticky, f.i64(1n));
        f.set(lo2, f.i64(0n));
        f.set(distance, f.i32(0));
      });
    });
    f.if(f.get(distance), () => {
      const by = f.let("i64", f.extend(f.get(distance)));
      const rest = f.let("i64", f.sub64(f.i64(64n), f.get(by)));
      f.set(sticky, f.or64(f.get(sticky), f.shl64(f.get(lo2), f.get(rest))));
      f.set(lo2, f.or64(f.shr64(f.get(lo2), f.get(by)), f.shl64(f.get(hi2), f.get(rest))));
      f.set(hi2, f.shr64(f.get(hi2), f.get(by)));
    });
    f.set(lo2, f.or64(f.get(lo2), f.extend(f.ne64(f.get(sticky), f.i64(0n)))));
    const wide: Wide = { hi, lo, e };
    f.if(
      f.get(signs),
      () => {
        const borrow = f.let("i64", f.extend(f.ltU64(f.get(lo), f.get(lo2))));
        f.set(lo, f.sub64(f.get(lo), f.get(lo2)));
        f.set(hi, f.sub64(f.sub64(f.get(hi), f.get(hi2)), f.get(borrow)));
        f.if(f.ne64(f.or64(f.get(hi), f.get(lo)), f.i64(0n)), () => normalise(f, wide));
      },
      () => {
        f.set(lo, f.add64(f.get(lo), f.get(lo2)));
        const carry = f.let("i64", f.extend(f.ltU64(f.get(lo), f.get(lo2))));
        const isCarried = f.let("i32", f.i32(0));
        f.set(hi2, f.add64(f.get(hi2), f.get(carry)));
        f.set(hi, f.add64(f.get(hi), f.get(hi2)));
        f.set(isCarried, f.ltU64(f.get(hi), f.get(hi2)));
        f.if(f.get(isCarried), () => {
          const lowest = f.and64(f.get(lo), f.i64(1n));
          f.set(lo, f.or64(f.or64(f.shr64(f.get(lo), f.i64(1n)), f.shl64(f.get(hi), f.i64(63n))), lowest));
          f.set(hi, f.or64(f.shr64(f.get(hi), f.i64(1n)), f.i64(TOP_BIT)));
          f.set(e, f.add(f.get(e), f.i32(1)));
        });
      },
    );
    setWide(u, f, wide);
  });
}

/** a × b + c, rounded once. The constant has bits of FUSED for lanes with even numbers, and above those with odd ones. */
const fused =
  (product: Index, wideSum: Index): Lane =>
  (u, parts, f, lane) => {
    const { k, laneBytes, immediate } = lane;
    const [a, b] = two(u, parts, f, lane);
    const c = readLane(u, f, parts.unpack, ROOM_C, k, laneBytes);
    returnNan(u, f, laneBytes, [a, b, c]);
    const bits = f.let("i32", f.shr(f.get(immediate), f.shl(f.and(f.get(k), f.i32(1)), f.i32(1))));
    f.set(a.s, f.xor(f.get(a.s), f.and(f.get(bits), f.i32(FUSED.product))));
    f.set(c.s, f.xor(f.get(c.s), f.and(f.shr(f.get(bits), f.i32(1)), f.i32(1))));
    const sign = f.let("i32", f.xor(f.get(a.s), f.get(b.s)));
    f.if(isVoid(f, a, b), () => returnInvalid(u, f, laneBytes));
    f.if(either(f, a, b, KIND.infinity), () => {
      f.if(f.and(is(f, c, KIND.infinity), f.ne(f.get(c.s), f.get(sign))), () => returnInvalid(u, f, laneBytes));
      noteDenormals(u, f);
      f.return(infinity(f, laneBytes, f.get(sign)));
    });
    noteDenormals(u, f);
    f.if(is(f, c, KIND.infinity), () => f.return(infinity(f, laneBytes, f.get(c.s))));
    f.if(either(f, a, b, KIND.zero), () => {
      f.if(is(f, c, KIND.zero), () => f.return(zero(f, laneBytes, zeroSum(u, f, f.get(sign), f.get(c.s)))));
      f.setGlobal(u.hi, f.get(c.m));
      f.setGlobal(u.lo, f.i64(0n));
      f.setGlobal(u.e, f.get(c.e));
      f.setGlobal(u.s, f.get(c.s));
      f.return(rounded(parts, f, lane));
    });
    setOperands(u, f, a, b);
    f.call(product)();
    f.if(is(f, c, KIND.finite), () => {
      f.setGlobal(u.m2, f.get(c.m));
      f.setGlobal(u.e2, f.get(c.e));
      f.setGlobal(u.s2, f.get(c.s));
      f.call(wideSum)();
      f.if(f.isZero64(f.global(u.hi)), () => f.return(zero(f, laneBytes, zeroSum(u, f, f.get(sign), f.get(c.s)))));
    });
    rounded(parts, f, lane)();
  };

// ---- conversions

/** A number of one format in the other. */
const conversion: Lane = (u, parts, f, lane) => {
  const a = readLane(u, f, parts.unpack, ROOM_A, lane.k, lane.laneBytes);
  f.if(f.gtU(f.get(a.kind), f.i32(KIND.infinity)), () => {
    raise(u, f, is(f, a, KIND.signalling));
    f.return(quietNan(f, lane.resultBytes, f.get(a.s), f.get(a.m)));
  });
  noteDenormals(u, f);
  f.if(is(f, a, KIND.infinity), () => f.return(infinity(f, lane.resultBytes, f.get(a.s))));
  f.if(is(f, a, KIND.zero), () => f.return(zero(f, lane.resultBytes, f.get(a.s))));
  f.setGlobal(u.hi, f.get(a.m));
  f.setGlobal(u.lo, f.i64(0n));
  rounded(parts, f, lane)();
};

/** A signed integer as a number. */
const fromInteger: Lane = (u, parts, f, lane) => {
  const { k, laneBytes } = lane;
  const value = f.let("i64", f.i64(0n));
  const at = f.two(OP.i32Mul)(f.get(k), f.get(laneBytes));
  f.if(
    isWide(f, laneBytes),
    () => f.set(value, f.load(OP.i64Load, at, u.state + ROOM_A)),
    () => f.set(value, f.one(OP.i64ExtendI32S)(f.load(OP.i32Load, at, u.state + ROOM_A))),
  );
  f.if(f.isZero64(f.get(value)), () => f.return(f.i64(0n)));
  f.setGlobal(u.s, f.wrap(f.shr64(f.get(value), f.i64(63n))));
  f.if(f.global(u.s), () => f.set(value, f.sub64(f.i64(0n), f.get(value))));
  setWhole(u, f, value);
  rounded(parts, f, lane)();
};

/** hi:lo and e of an integer that is not 0. */
function setWhole(u: FloatUnit, f: Func, value: Local): void {
  const shift = f.let("i64", f.clz64(f.get(value)));
  f.setGlobal(u.hi, f.shl64(f.get(value), f.get(shift)));
  f.setGlobal(u.lo, f.i64(0n));
  f.setGlobal(u.e, f.sub(f.i32(BIAS + 63), f.wrap(f.get(shift))));
}

/** A finite operand below 2^63 as an integer, rounded as the constant says, and whether that changed it. */
function cutToInteger(
  u: FloatUnit,
  f: Func,
  a: Operand,
  immediate: Local,
): { readonly whole: Local; readonly isInexact: Local } {
  const exponent = f.let("i32", f.sub(f.get(a.e), f.i32(BIAS)));
  const by = f.let("i64", f.extend(f.sub(f.i32(63), f.get(exponent))));
  const whole = f.let("i64", f.shr64(f.get(a.m), f.get(by)));
  const below = f.let("i64", f.shl64(f.get(a.m), f.sub64(f.i64(64n), f.get(by))));
  f.if(f.ltS(f.get(exponent), f.i32(0)), () => {
    f.set(whole, f.i64(0n));
    f.set(below, f.select(f.eq(f.get(exponent), f.i32(-1)), f.get(a.m), f.i64(1n)));
  });
  const asIs = f.and(f.get(immediate), f.i32(3));
  const mode = f.let("i32", f.select(f.and(f.get(immediate), f.i32(ROUND_BITS.mxcsr)), roundingOf(u, f), asIs));
  const isOdd = f.wrap(f.and64(f.get(whole), f.i64(1n)));
  f.set(whole, f.add64(f.get(whole), f.extend(increment(f, mode, f.get(a.s), isOdd, below))));
  return { whole, isInexact: f.let("i32", f.ne64(f.get(below), f.i64(0n))) };
}

/** Below 2^63 in magnitude. */
const isSmall = (f: Func, { e }: Operand): Expression => f.ltS(f.get(e), f.i32(BIAS + 63));

/** A number as a signed integer; what does not fit and NaNs give the smallest one. */
const toInteger: Lane = (u, parts, f, { k, laneBytes, resultBytes, immediate }) => {
  const a = readLane(u, f, parts.unpack, ROOM_A, k, laneBytes);
  f.if(is(f, a, KIND.zero), () => f.return(f.i64(0n)));
  const isNumber = is(f, a, KIND.finite);
  f.if(f.and(isNumber, isSmall(f, a)), () => {
    const { whole, isInexact } = cutToInteger(u, f, a, immediate);
    const largest = f.add64(byLane(f, resultBytes, TOP_BIT - 1n, 0x7fff_ffffn), f.extend(f.get(a.s)));
    f.if(f.not(f.gtU64(f.get(whole), largest)), () => {
      f.if(f.get(isInexact), () => raise(u, f, f.i32(EXCEPTION.inexact)));
      f.return(f.select(f.get(a.s), f.sub64(f.i64(0n), f.get(whole)), f.get(whole)));
    });
  });
  const isLeast = f.and(f.eq64(f.get(a.m), f.i64(TOP_BIT)), f.eq(f.get(a.e), f.i32(BIAS + 63)));
  const fits = f.and(f.and(isLeast, isNumber), f.and(f.get(a.s), isWide(f, resultBytes)));
  f.if(f.not(fits), () => raise(u, f, f.i32(EXCEPTION.invalid)));
  byLane(f, resultBytes, TOP_BIT, 0x8000_0000n)();
};

/** A number rounded to an integral one. */
const integral: Lane = (u, parts, f, lane) => {
  const a = readLane(u, f, parts.unpack, ROOM_A, lane.k, lane.laneBytes);
  returnNan(u, f, lane.laneBytes, [a]);
  f.if(is(f, a, KIND.zero), () => f.return(zero(f, lane.laneBytes, f.get(a.s))));
  f.if(f.not(f.and(is(f, a, KIND.finite), isSmall(f, a))), () => f.return(f.get(a.bits)));
  const { whole, isInexact } = cutToInteger(u, f, a, lane.immediate);
  const isReported = f.not(f.and(f.get(lane.immediate), f.i32(ROUND_BITS.quiet)));
  f.if(f.and(f.get(isInexact), isReported), () => raise(u, f, f.i32(EXCEPTION.inexact)));
  f.if(f.isZero64(f.get(whole)), () => f.return(zero(f, lane.laneBytes, f.get(a.s))));
  setWhole(u, f, whole);
  f.setGlobal(u.s, f.get(a.s));
  rounded(parts, f, lane)();
};

// ---- all together

/** The operations by number. */
export const FLOAT_OPERATION = {
  ...{ fused: 0, add: 1, sub: 2, mul: 3, div: 4, sqrt: 5, choose: 6, compare: 7, flags: 8 },
  ...{ convert: 9, fromInteger: 10, toInteger: 11, round: 12 },
} as const;
export type FloatOperation = keyof typeof FLOAT_OPERATION;

/** Parameters of the function: operation, bytes of a lane, of a lane of the result, lanes, constant. */
export const FLOAT_PARAMETERS = 5;

function defineFunction(u: FloatUnit, parts: Parts, lanes: Readonly<Record<FloatOperation, Lane>>): void {
  const functions = (Object.entries(lanes) as [FloatOperation, Lane][]).map(([name, lane]) => ({
    number: FLOAT_OPERATION[name],
    index: u.p.define(`${name}Lane`, 4, "i64", (f, [k, laneBytes, resultBytes, immediate]) =>
      lane(u, parts, f, { k: k!, laneBytes: laneBytes!, resultBytes: resultBytes!, immediate: immediate! }),
    ),
  }));
  const one = u.p.define("lane", 5, "i64", (f, [operation, ...locals]) => {
    for (const { number, index } of functions) {
      const call = f.call(index, ...locals.map((local) => f.get(local)));
      f.if(f.eq(f.get(operation!), f.i32(number)), () => f.return(call));
    }
    f.e.op(OP.unreachable);
  });
  u.p.define("float", FLOAT_PARAMETERS, "i32", (f, [operation, laneBytes, resultBytes, lanes, immediate]) => {
    f.setGlobal(u.mxcsr, f.load(OP.i32Load, f.i32(0), u.state + STATE.mxcsr));
    for (const global of [u.flags, u.pending, u.irregular]) f.setGlobal(global, f.i32(0));
    for (let at = 0; at < 32; at += 8) f.store(OP.i64Store, f.i32(0), u.state + ROOM_RESULT + at, f.i64(0n));
    const k = f.let("i32", f.i32(0));
    f.while(f.ltU(f.get(k), f.get(lanes!)), () => {
      f.setGlobal(u.denormal, f.i32(0));
      const call = f.call(one, ...[operation!, k, laneBytes!, resultBytes!, immediate!].map((local) => f.get(local)));
      const bits = f.let("i64", call);
      const at = f.two(OP.i32Mul)(f.get(k), f.get(resultBytes!));
      f.if(
        isWide(f, resultBytes!),
        () => f.store(OP.i64Store, at, u.state + ROOM_RESULT, f.get(bits)),
        () => f.store(OP.i32Store, at, u.state + ROOM_RESULT, f.wrap(f.get(bits))),
      );
      f.set(k, f.add(f.get(k), f.i32(1)));
    });
    const masks = f.xor(f.shr(f.global(u.mxcsr), f.i32(7)), f.i32(0x3f));
    const unmasked = f.and(f.and(f.or(f.global(u.flags), f.global(u.pending)), masks), f.i32(0x3f));
    f.if(unmasked, () => f.return(f.i32(0)));
    f.setGlobal(u.mxcsr, f.or(f.global(u.mxcsr), f.global(u.flags)));
    f.store(OP.i32Store, f.i32(0), u.state + STATE.mxcsr, f.global(u.mxcsr));
    const mode = floatMode(f, f.global(u.mxcsr));
    f.or(mode, f.shl(f.global(u.irregular), f.i32(2)))();
  });
}

/** FLOAT_MODE for a value of MXCSR. */
export const floatMode = (f: Func, mxcsr: Expression): Expression => {
  const isNoted = f.and(mxcsr, f.i32(EXCEPTION.inexact));
  const isUsual = f.eq(f.and(mxcsr, f.i32(CONTROL_BITS)), f.i32(CONTROL_RESET));
  return f.select(isUsual, f.select(isNoted, f.i32(FLOAT_MODE.noted), f.i32(FLOAT_MODE.exact)), f.i32(FLOAT_MODE.none));
};

type FloatFunction = (...parameters: number[]) => number;

/** The function over one memory. */
function createFloat(memory: WebAssembly.Memory, layout: Layout): FloatFunction {
  const p = new Program();
  const u: FloatUnit = {
    ...{ p, state: layout.state, m: p.global("i64"), e: p.global("i32"), s: p.global("i32") },
    ...{ m2: p.global("i64"), e2: p.global("i32"), s2: p.global("i32"), hi: p.global("i64"), lo: p.global("i64") },
    ...{ mxcsr: p.global("i32"), flags: p.global("i32"), pending: p.global("i32"), denormal: p.global("i32") },
    ...{ irregular: p.global("i32"), bits: p.global("i64") },
  };
  const sum = defineAdd(u);
  const product = defineMultiply(u);
  const parts: Parts = { unpack: defineUnpack(u), round: defineRound(u) };
  defineFunction(u, parts, {
    fused: fused(product, defineWideSum(u)),
    add: addition(sum, false),
    sub: addition(sum, true),
    mul: multiplication(product),
    div: division(defineDivide(u)),
    sqrt: root(defineRoot(u)),
    choose: choice,
    compare: comparison,
    flags: comparisonFlags,
    convert: conversion,
    fromInteger,
    toInteger,
    round: integral,
  });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(p.module(memoryTypeOf(memory))), { e: { memory } });
  return instance.exports.float as FloatFunction;
}

/** A table with one function, which makes itself when it is called first after it has left `patience` calls undone. */
export function createFloatTable(memory: WebAssembly.Memory, layout: Layout, patience: number): WebAssembly.Table {
  const table = new WebAssembly.Table({ initial: 1, element: "anyfunc" });
  let calls = 0;
  const make = (...parameters: number[]): number => {
    if (calls++ < patience) return 0;
    const float = createFloat(memory, layout);
    table.set(0, float);
    return float(...parameters);
  };
  // A table takes WebAssembly's own functions.
  const e = new Emitter(FLOAT_PARAMETERS);
  for (let k = 0; k < FLOAT_PARAMETERS; k++) e.get(k);
  e.call(0);
  const imports = [{ name: "make", ...signatureOf(FLOAT_PARAMETERS, "i32") }];
  const bytes = moduleOf(e, e.code, { memory: memoryTypeOf(memory), imports });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e: { memory }, x: { make } });
  table.set(0, instance.exports.run);
  return table;
}
