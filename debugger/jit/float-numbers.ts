// Numbers of SSE and AVX in WebAssembly, with every rounding mode, denormals, infinities, NaNs and the exceptions of MXCSR:
// reading a lane, and the one place that rounds. A number under way is one of x87-numbers.ts, whose exact sums, products,
// quotients and roots with 128 bits serve here too. Source: SDM Vol. 1, 4.8.4, 4.9 and 11.5.

import { EXCEPTION, ROUND } from "../cpu/float/arithmetic.ts";
import { VECTOR_SCRATCH } from "../cpu/ir.ts";
import type { Local } from "./emitter.ts";
import type { Expression, Func } from "./wasm-program.ts";
import { OP } from "./wasm-writer.ts";
import { BIAS, type Index, TOP_BIT, type Unit } from "./x87-numbers.ts";

/** Where operands and results lie, from the start of the state struct: 32 bytes each. */
export const FLOAT_ROOM = {
  a: VECTOR_SCRATCH[0]!,
  b: VECTOR_SCRATCH[0]! + 32,
  c: VECTOR_SCRATCH[1]!,
  result: VECTOR_SCRATCH[1]! + 32,
} as const;

/** What a lane holds. All above `infinity` are NaNs. */
export const KIND = { zero: 0, finite: 1, infinity: 2, quiet: 3, signalling: 4 } as const;

export const DAZ = 0x40;
const FTZ = 0x8000;

/** The module's globals beside those of the numbers. */
export interface FloatUnit extends Unit {
  /** MXCSR as the operation found it. */
  readonly mxcsr: number;
  /** EXCEPTION bits that came up, and those that count only when they are not masked. */
  readonly flags: number;
  readonly pending: number;
  /** EXCEPTION.denormal when an operand of the lane is one. */
  readonly denormal: number;
  /** Not 0 when an operand or a result is a denormal or a NaN. */
  readonly irregular: number;
  /** Bits of the operand read last. */
  readonly bits: number;
}

/** A lane that was read. */
export interface Operand {
  readonly kind: Local;
  readonly bits: Local;
  readonly m: Local;
  readonly e: Local;
  readonly s: Local;
}

export const raise = (u: FloatUnit, f: Func, flags: Expression): void =>
  f.setGlobal(u.flags, f.or(f.global(u.flags), flags));
export const setIrregular = (u: FloatUnit, f: Func): void => f.setGlobal(u.irregular, f.i32(1));
export const noteDenormals = (u: FloatUnit, f: Func): void => raise(u, f, f.global(u.denormal));
export const isWide = (f: Func, laneBytes: Local): Expression => f.eq(f.get(laneBytes), f.i32(8));
/** One of two constants by the size of a lane. */
export const byLane = (f: Func, laneBytes: Local, wide: bigint, narrow: bigint): Expression =>
  f.select(isWide(f, laneBytes), f.i64(wide), f.i64(narrow));
/** MXCSR's rounding mode. */
export const roundingOf = (u: FloatUnit, f: Func): Expression => f.and(f.shr(f.global(u.mxcsr), f.i32(13)), f.i32(3));

const QUIET = { wide: 1n << 51n, narrow: 1n << 22n };
const INFINITY = { wide: 0x7ffn << 52n, narrow: 0xffn << 23n };
const LARGEST = { wide: INFINITY.wide - 1n, narrow: INFINITY.narrow - 1n };

/** A sign (i32) in front of other bits. */
export const signed = (f: Func, laneBytes: Local, sign: Expression, rest: Expression): Expression =>
  f.or64(f.shl64(f.extend(sign), byLane(f, laneBytes, 63n, 31n)), rest);
export const infinity = (f: Func, laneBytes: Local, sign: Expression): Expression =>
  signed(f, laneBytes, sign, byLane(f, laneBytes, INFINITY.wide, INFINITY.narrow));
export const zero = (f: Func, laneBytes: Local, sign: Expression): Expression => signed(f, laneBytes, sign, f.i64(0n));

/** Gives the NaN of an invalid operation. */
export function returnInvalid(u: FloatUnit, f: Func, laneBytes: Local): void {
  raise(u, f, f.i32(EXCEPTION.invalid));
  setIrregular(u, f);
  f.return(byLane(f, laneBytes, 0xffff_ffff_ffff_ffffn - QUIET.wide + 1n, 0xffff_ffffn - QUIET.narrow + 1n));
}

/** (place in the state struct, bytes of the lane) → kind; bits, and m, e, s of a number, m of a NaN its fraction from the top. */
export function defineUnpack(u: FloatUnit): Index {
  return u.p.define("unpack", 2, "i32", (f, [at, laneBytes]) => {
    const wide = f.let("i32", isWide(f, laneBytes!));
    f.if(
      f.get(wide),
      () => f.setGlobal(u.bits, f.load(OP.i64Load, f.get(at!), u.state)),
      () => f.setGlobal(u.bits, f.extend(f.load(OP.i32Load, f.get(at!), u.state))),
    );
    const x = f.let("i64", f.select(f.get(wide), f.global(u.bits), f.shl64(f.global(u.bits), f.i64(32n))));
    f.setGlobal(u.s, f.wrap(f.shr64(f.get(x), f.i64(63n))));
    f.set(x, f.shl64(f.get(x), f.i64(1n)));
    const exponentBits = f.let("i64", f.select(f.get(wide), f.i64(11n), f.i64(8n)));
    const exponent = f.let("i32", f.wrap(f.shr64(f.get(x), f.sub64(f.i64(64n), f.get(exponentBits)))));
    const bias = f.let("i32", f.select(f.get(wide), f.i32(1023), f.i32(127)));
    const fraction = f.let("i64", f.shl64(f.get(x), f.get(exponentBits)));
    f.setGlobal(u.m, f.get(fraction));
    f.if(f.not(f.get(exponent)), () => {
      f.if(f.isZero64(f.get(fraction)), () => f.return(f.i32(KIND.zero)));
      setIrregular(u, f);
      f.if(f.and(f.global(u.mxcsr), f.i32(DAZ)), () => {
        f.setGlobal(u.m, f.i64(0n));
        f.return(f.i32(KIND.zero));
      });
      f.setGlobal(u.denormal, f.i32(EXCEPTION.denormal));
      const shift = f.let("i64", f.clz64(f.get(fraction)));
      f.setGlobal(u.m, f.shl64(f.get(fraction), f.get(shift)));
      f.setGlobal(u.e, f.sub(f.sub(f.i32(BIAS), f.get(bias)), f.wrap(f.get(shift))));
      f.return(f.i32(KIND.finite));
    });
    f.if(f.eq(f.get(exponent), f.add(f.shl(f.get(bias), f.i32(1)), f.i32(1))), () => {
      f.if(f.isZero64(f.get(fraction)), () => f.return(f.i32(KIND.infinity)));
      setIrregular(u, f);
      const isQuiet = f.wrap(f.shr64(f.get(fraction), f.i64(63n)));
      f.return(f.sub(f.i32(KIND.signalling), isQuiet));
    });
    f.setGlobal(u.m, f.or64(f.i64(TOP_BIT), f.shr64(f.get(fraction), f.i64(1n))));
    f.setGlobal(u.e, f.add(f.sub(f.get(exponent), f.get(bias)), f.i32(BIAS)));
    f.i32(KIND.finite)();
  });
}

/** Reads lane k of a room. */
export function readLane(u: FloatUnit, f: Func, unpack: Index, room: number, k: Local, laneBytes: Local): Operand {
  const at = f.add(f.i32(room), f.two(OP.i32Mul)(f.get(k), f.get(laneBytes)));
  return {
    kind: f.let("i32", f.call(unpack, at, f.get(laneBytes))),
    bits: f.let("i64", f.global(u.bits)),
    m: f.let("i64", f.global(u.m)),
    e: f.let("i32", f.global(u.e)),
    s: f.let("i32", f.global(u.s)),
  };
}

/** The operands of sums, products and quotients. */
export function setOperands(u: FloatUnit, f: Func, a: Operand, b: Operand): void {
  f.setGlobal(u.m, f.get(a.m));
  f.setGlobal(u.e, f.get(a.e));
  f.setGlobal(u.s, f.get(a.s));
  f.setGlobal(u.m2, f.get(b.m));
  f.setGlobal(u.e2, f.get(b.e));
  f.setGlobal(u.s2, f.get(b.s));
}

const isNan = (f: Func, { kind }: Operand): Expression => f.gtU(f.get(kind), f.i32(KIND.infinity));

/** With a NaN among the operands gives the first one, made quiet. */
export function returnNan(u: FloatUnit, f: Func, laneBytes: Local, operands: readonly Operand[]): void {
  const any = (of: (operand: Operand) => Expression): Expression => operands.map(of).reduce((a, b) => f.or(a, b));
  f.if(
    any((operand) => isNan(f, operand)),
    () => {
      const signals = any(({ kind }) => f.eq(f.get(kind), f.i32(KIND.signalling)));
      raise(u, f, signals);
      for (const operand of operands)
        f.if(isNan(f, operand), () =>
          f.return(f.or64(f.get(operand.bits), byLane(f, laneBytes, QUIET.wide, QUIET.narrow))),
        );
    },
  );
}

/** A NaN's fraction, made quiet, in a format. */
export const quietNan = (f: Func, laneBytes: Local, sign: Expression, fraction: Expression): Expression => {
  const rest = f.shr64(f.or64(fraction, f.i64(TOP_BIT)), byLane(f, laneBytes, 12n, 41n));
  return f.or64(infinity(f, laneBytes, sign), rest);
};

/** Whether to add one: what is cut off as 64 bits, the highest a half. */
export const increment = (f: Func, mode: Local, sign: Expression, isOdd: Expression, below: Local): Expression => {
  const isTie = f.eq64(f.get(below), f.i64(TOP_BIT));
  const nearest = f.or(f.gtU64(f.get(below), f.i64(TOP_BIT)), f.and(isTie, isOdd));
  const away = f.eq(f.get(mode), f.select(sign, f.i32(ROUND.down), f.i32(ROUND.up)));
  return f.select(f.get(mode), f.and(away, f.ne64(f.get(below), f.i64(0n))), nearest);
};

/** (bytes of a lane) → bits of hi:lo, e, s, rounded. Tininess is detected after rounding. */
export function defineRound(u: FloatUnit): Index {
  return u.p.define("round", 1, "i64", (f, [laneBytes]) => {
    const hi = f.let("i64", f.global(u.hi));
    const sticky = f.let("i64", f.extend(f.ne64(f.global(u.lo), f.i64(0n))));
    const precision = f.let("i64", byLane(f, laneBytes!, 53n, 24n));
    const bias = f.let("i32", f.select(isWide(f, laneBytes!), f.i32(1023), f.i32(127)));
    const mode = f.let("i32", roundingOf(u, f));
    // As it is stored: 1 is the smallest normal one's.
    const exponent = f.let("i32", f.add(f.sub(f.global(u.e), f.i32(BIAS)), f.get(bias)));
    const cut = f.let("i64", f.sub64(f.i64(64n), f.get(precision)));
    const whole = f.let("i64", f.shr64(f.get(hi), f.get(cut)));
    const below = f.let("i64", f.or64(f.shl64(f.get(hi), f.get(precision)), f.get(sticky)));
    const isOdd = f.wrap(f.and64(f.get(whole), f.i64(1n)));
    const roundedBy = (): Expression => f.extend(increment(f, mode, f.global(u.s), isOdd, below));
    const rounded = f.let("i64", f.add64(f.get(whole), roundedBy()));
    const carried = f.let("i32", f.wrap(f.shr64(f.get(rounded), f.get(precision))));
    const leading = f.let("i64", f.shl64(f.i64(1n), f.sub64(f.get(precision), f.i64(1n))));
    const isInexact = (): Expression => f.ne64(f.get(below), f.i64(0n));
    f.if(f.two(OP.i32LeS)(f.get(exponent), f.i32(0)), () => {
      const isTiny = f.let("i32", f.two(OP.i32LeS)(f.add(f.get(exponent), f.get(carried)), f.i32(0)));
      f.if(f.get(isTiny), () => {
        f.setGlobal(u.pending, f.or(f.global(u.pending), f.i32(EXCEPTION.underflow)));
        f.if(f.and(f.global(u.mxcsr), f.i32(FTZ)), () => {
          raise(u, f, f.i32(EXCEPTION.underflow | EXCEPTION.inexact));
          f.return(zero(f, laneBytes!, f.global(u.s)));
        });
      });
      const by = f.let("i64", f.add64(f.get(cut), f.extend(f.sub(f.i32(1), f.get(exponent)))));
      f.set(whole, f.shr64(f.get(hi), f.get(by)));
      f.set(below, f.or64(f.shl64(f.get(hi), f.sub64(f.i64(64n), f.get(by))), f.get(sticky)));
      f.if(f.geU64(f.get(by), f.i64(64n)), () => {
        const isHalf = f.eq64(f.get(by), f.i64(64n));
        f.set(below, f.select(isHalf, f.or64(f.get(hi), f.get(sticky)), f.i64(1n)));
        f.set(whole, f.i64(0n));
      });
      const tiny = f.select(f.get(isTiny), f.i32(EXCEPTION.inexact | EXCEPTION.underflow), f.i32(EXCEPTION.inexact));
      f.if(isInexact(), () => raise(u, f, tiny));
      f.set(rounded, f.add64(f.get(whole), roundedBy()));
      f.if(f.ne64(f.get(rounded), f.i64(0n)), () => setIrregular(u, f));
      f.return(signed(f, laneBytes!, f.global(u.s), f.get(rounded)));
    });
    f.if(isInexact(), () => raise(u, f, f.i32(EXCEPTION.inexact)));
    f.if(f.get(carried), () => {
      f.set(rounded, f.get(leading));
      f.set(exponent, f.add(f.get(exponent), f.i32(1)));
    });
    f.if(f.gtU(f.get(exponent), f.shl(f.get(bias), f.i32(1))), () => {
      raise(u, f, f.i32(EXCEPTION.overflow | EXCEPTION.inexact));
      const towardsZero = f.or(
        f.eq(f.get(mode), f.i32(ROUND.zero)),
        f.eq(f.get(mode), f.select(f.global(u.s), f.i32(ROUND.up), f.i32(ROUND.down))),
      );
      f.if(towardsZero, () =>
        f.return(signed(f, laneBytes!, f.global(u.s), byLane(f, laneBytes!, LARGEST.wide, LARGEST.narrow))),
      );
      f.return(infinity(f, laneBytes!, f.global(u.s)));
    });
    const power = f.shl64(f.extend(f.get(exponent)), f.sub64(f.get(precision), f.i64(1n)));
    signed(f, laneBytes!, f.global(u.s), f.add64(power, f.sub64(f.get(rounded), f.get(leading))))();
  });
}
