// x87 arithmetic on values: an 80-bit number comes as its significand (i64) and a word of sign and exponent (i32), and goes the
// same way, with what rounding did in the word's upper half. What nearly all programs do (normal numbers, rounding to nearest
// with 64 or 53 bits) is done in locals, where sums, products and quotients of doubles under 53 bits take the host's own; the
// rest goes through x87-numbers.ts. What is not everyday (infinities, NaNs, denormals, results out of range) is refused.

import { ROUND } from "../cpu/float/arithmetic.ts";
import type { Local } from "./emitter.ts";
import { type Expression, type Func, signatureOf } from "./wasm-program.ts";
import { OP, type Signature } from "./wasm-writer.ts";
import {
  BIAS,
  control,
  defineAdd,
  defineDivide,
  defineMultiply,
  defineRoot,
  divideBy,
  type Index,
  isAway,
  normalise,
  product,
  type Rounded,
  radicandOf,
  restBelow,
  rootOf,
  round,
  roundingMode,
  STATUS_C0,
  STATUS_C3,
  TOP_BIT,
  type Unit,
  type Wide,
} from "./x87-numbers.ts";

/** Significand, and sign and exponent. */
export interface Extended {
  readonly m: Local;
  readonly word: Local;
}

/** A word of a result: sign and exponent in the lower half, C1 and PE of the status word in the upper; negative when refused. */
const C1_SHIFT = 25;
const INEXACT_SHIFT = 21;

const NUMBER = ["i64", "i32"] as const;
const TWO_NUMBERS = [...NUMBER, ...NUMBER] as const;

/** What the functions take and give. */
export const VALUE_FUNCTIONS = {
  add: signatureOf(TWO_NUMBERS, NUMBER),
  multiply: signatureOf(TWO_NUMBERS, NUMBER),
  divide: signatureOf(TWO_NUMBERS, NUMBER),
  squareRoot: signatureOf(NUMBER, NUMBER),
  /** C3 and C0 of the status word; negative when refused. */
  order: signatureOf(TWO_NUMBERS, "i32"),
  fromSingle: signatureOf(["i32"], NUMBER),
  fromDouble: signatureOf(["i64"], NUMBER),
  fromInteger: signatureOf(["i64"], NUMBER),
  /** To the bits of a format, and a word of a result. */
  toSingle: signatureOf(NUMBER, NUMBER),
  toDouble: signatureOf(NUMBER, NUMBER),
  /** Size in bits; whether it truncates. */
  toInteger: signatureOf([...NUMBER, "i32", "i32"], NUMBER),
  roundToInteger: signatureOf(NUMBER, NUMBER),
} satisfies Record<string, Signature>;

export type ValueFunction = keyof typeof VALUE_FUNCTIONS;
export type ValueFunctions = Readonly<Record<ValueFunction, Index>>;

/** Calls a function that gives a number. */
export function callForNumber(f: Func, call: Expression): Extended {
  const number = { m: f.e.local("i64"), word: f.e.local("i32") };
  call();
  f.e.set(number.word);
  f.e.set(number.m);
  return number;
}

const refuse = (f: Func, when: Expression): void =>
  f.if(when, () => {
    f.i64(0n)();
    f.return(f.i32(-1));
  });

const exponentOf = (f: Func, word: Local): Expression => f.and(f.get(word), f.i32(0x7fff));
const signOf = (f: Func, word: Local): Expression => f.and(f.get(word), f.i32(0x8000));
const isInRange = (f: Func, e: Expression): Expression => f.ltU(f.sub(e, f.i32(1)), f.i32(0x7ffe));
const isNormal = (f: Func, m: Local, e: Local): Expression =>
  f.and(isInRange(f, f.get(e)), f.wrap(f.shr64(f.get(m), f.i64(63n))));
const isNumber = (f: Func, m: Local, e: Local): Expression =>
  f.select(f.isZero64(f.get(m)), f.not(f.get(e)), isNormal(f, m, e));

/** The word of a result whose `sign` is in place. */
const wordOf = (f: Func, e: Expression, sign: Expression, inexact: Expression, up: Expression): Expression =>
  f.or(f.or(e, sign), f.or(f.shl(inexact, f.i32(INEXACT_SHIFT)), f.shl(up, f.i32(C1_SHIFT))));

/** Gives a rounded number. */
function give(f: Func, { m, e, inexact, up }: Rounded, sign: Expression): void {
  refuse(f, f.not(isInRange(f, f.get(e))));
  f.get(m)();
  wordOf(f, f.get(e), sign, f.get(inexact), f.get(up))();
}

// ---- the general way, through the numbers under way of x87-numbers.ts

const operands = (u: Unit) => [
  { m: u.m, e: u.e, s: u.s },
  { m: u.m2, e: u.e2, s: u.s2 },
];

/** Puts parameters to where the general functions take their operands from; refuses what is no number. */
function setOperands(u: Unit, f: Func, parameters: readonly Local[]): void {
  for (const [k, to] of operands(u).entries()) {
    const [m, word] = parameters.slice(2 * k);
    if (m === undefined) return;
    const e = f.let("i32", exponentOf(f, word!));
    refuse(f, f.not(isNumber(f, m, e)));
    f.setGlobal(to.m, f.get(m));
    f.setGlobal(to.e, f.get(e));
    f.setGlobal(to.s, f.shr(f.get(word!), f.i32(15)));
  }
}

/** A number before rounding: 128 bits, of which hi:lo are globals, in locals. */
function unrounded(u: Unit, f: Func): Rounded {
  return {
    m: f.let("i64", f.global(u.hi)),
    lo: f.let("i64", f.global(u.lo)),
    e: f.let("i32", f.global(u.e)),
    inexact: f.let("i32", f.i32(0)),
    up: f.let("i32", f.i32(0)),
  };
}

/** Gives hi:lo, e, s, rounded as the control word says; a zero needs no rounding. */
function giveRounded(u: Unit, f: Func): void {
  const rounded = unrounded(u, f);
  const sign = f.shl(f.global(u.s), f.i32(15));
  f.if(f.isZero64(f.get(rounded.m)), () => {
    f.i64(0n)();
    f.return(sign);
  });
  const precision = f.let("i32", f.and(control(u, f), f.i32(0x300)));
  const to = (bits: number) => () => round(u, f, bits, "any", rounded, f.global(u.s));
  f.if(f.eq(f.get(precision), f.i32(0x200)), to(53), () => f.if(f.get(precision), to(64), to(24)));
  give(f, rounded, sign);
}

function defineGeneral(
  u: Unit,
  name: string,
  parameters: typeof NUMBER | typeof TWO_NUMBERS,
  work: (f: Func) => void,
): Index {
  return u.p.define(`${name}Any`, parameters, NUMBER, (f, locals) => {
    setOperands(u, f, locals);
    work(f);
    giveRounded(u, f);
  });
}

// ---- the frequent way

/** The control word's precision and rounding where results are rounded to nearest with 64 or 53 bits. */
const USUAL = { field: 0xe00, value: 0x200, is64: 0x100 } as const;
/** Leaves for the general function. */
type Leave = (when: Expression) => void;
const FRACTION = (1n << 52n) - 1n;

interface Frequent {
  readonly e: readonly Local[];
  /** Rounding is to 53 bits. */
  readonly isNarrow: Local;
  /** All operands are doubles, which are rounded to 53 bits. */
  readonly isShort: Expression;
}

/** `work`, or the general function unless all operands are normal and rounding is to nearest with 64 or 53 bits. */
function frequent(
  u: Unit,
  f: Func,
  parameters: readonly Local[],
  any: Index,
  work: (given: Frequent, leave: Leave) => void,
): void {
  const values = parameters.filter((_, k) => k % 2 === 0).map((m) => f.get(m));
  const both = (by: typeof f.and): Expression => values.reduce((a, b) => by(a, b));
  const e: Local[] = [];
  f.block((leave) => {
    leave(f.two(OP.i64GeS)(both(f.and64), f.i64(0n)));
    for (const word of parameters.filter((_, k) => k % 2 === 1)) {
      const exponent = f.let("i32", exponentOf(f, word));
      leave(f.not(isInRange(f, f.get(exponent))));
      e.push(exponent);
    }
    const word = f.let("i32", control(u, f));
    leave(f.ne(f.and(f.get(word), f.i32(USUAL.field)), f.i32(USUAL.value)));
    const isNarrow = f.let("i32", f.not(f.and(f.get(word), f.i32(USUAL.is64))));
    const low = f.isZero64(f.and64(both(f.or64), f.i64(0x7ffn)));
    work({ e, isNarrow, isShort: f.and(f.get(isNarrow), low) }, leave);
    f.return();
  });
  f.call(any, ...parameters.map((local) => f.get(local)))();
}

/** Gives 128 bits rounded to nearest. */
function giveNearest(
  u: Unit,
  f: Func,
  { m, e, lo }: Omit<Rounded, "inexact" | "up">,
  isNarrow: Local,
  sign: Expression,
): void {
  const rounded = { m, e, lo, inexact: f.let("i32", f.i32(0)), up: f.let("i32", f.i32(0)) };
  const to = (bits: number) => () => round(u, f, bits, "nearest", rounded, sign);
  f.if(f.get(isNarrow), to(53), to(64));
  give(f, rounded, sign);
}

const toHost = (f: Func): ((a: Expression) => Expression) => f.one(OP.f64ConvertI64S);
const bitsOfHost = (f: Func): ((a: Expression) => Expression) => f.one(OP.i64ReinterpretF64);

/** Returns the host's rounded result: its 53 bits, its exponent, and by what the exact result exceeds it, in some unit. */
function returnHost(f: Func, bits: Expression, e: Expression, sign: Expression, excess: Expression): void {
  const exponent = f.let("i32", e);
  const rest = f.let("i64", excess);
  const isInexact = f.ne64(f.get(rest), f.i64(0n));
  const isUp = f.wrap(f.shr64(f.get(rest), f.i64(63n)));
  refuse(f, f.not(isInRange(f, f.get(exponent))));
  f.shl64(bits, f.i64(11n))();
  f.return(wordOf(f, f.get(exponent), sign, isInexact, isUp));
}

/** The 53 bits of a double's significand, and its exponent's field. */
function partsOfHost(f: Func, bits: Local): { readonly significand: Local; readonly field: Local } {
  const fraction = f.and64(f.get(bits), f.i64(FRACTION));
  return {
    significand: f.let("i64", f.or64(fraction, f.i64(FRACTION + 1n))),
    field: f.let("i32", f.wrap(f.shr64(f.get(bits), f.i64(52n)))),
  };
}

function defineSum(u: Unit, any: Index): Index {
  return u.p.define("add", TWO_NUMBERS, NUMBER, (f, parameters) => {
    const [m, word, m2, word2] = parameters as [Local, Local, Local, Local];
    frequent(u, f, parameters, any, ({ e: exponents, isNarrow }, leave) => {
      const [e, e2] = exponents as [Local, Local];
      leave(f.not(f.ltU(f.add(f.sub(f.get(e), f.get(e2)), f.i32(63)), f.i32(127))));
      const sign = f.let("i32", signOf(f, word));
      const differ = f.let("i32", f.and(f.xor(f.get(word), f.get(word2)), f.i32(0x8000)));
      f.if(f.ltS(f.get(e), f.get(e2)), () => {
        const [oldM, oldE] = [f.let("i64", f.get(m)), f.let("i32", f.get(e))];
        f.set(m, f.get(m2));
        f.set(m2, f.get(oldM));
        f.set(e, f.get(e2));
        f.set(e2, f.get(oldE));
        f.set(sign, f.xor(f.get(sign), f.get(differ)));
      });
      // The one with the smaller exponent, shifted to the other's place.
      const by = f.let("i64", f.extend(f.sub(f.get(e), f.get(e2))));
      const lo = f.let("i64", f.shl64(f.shl64(f.get(m2), f.i64(1n)), f.xor64(f.get(by), f.i64(63n))));
      const hi = f.let("i64", f.shr64(f.get(m2), f.get(by)));
      f.if(
        f.get(differ),
        () => subtract(f, { hi: m, lo, e }, hi, sign),
        () => addCarrying(f, { hi: m, lo, e }, hi),
      );
      giveNearest(u, f, { m, e, lo }, isNarrow, f.get(sign));
    });
  });
}

/** hi − other, of which `lo` stands below; a larger other one has the same exponent. A difference of zero is given. */
function subtract(f: Func, wide: Wide, other: Local, sign: Local): void {
  const { hi, lo } = wide;
  f.if(f.ltU64(f.get(hi), f.get(other)), () => {
    const old = f.let("i64", f.get(hi));
    f.set(hi, f.get(other));
    f.set(other, f.get(old));
    f.set(sign, f.xor(f.get(sign), f.i32(0x8000)));
  });
  const borrow = f.extend(f.ne64(f.get(lo), f.i64(0n)));
  f.set(hi, f.sub64(f.sub64(f.get(hi), f.get(other)), borrow));
  f.set(lo, f.sub64(f.i64(0n), f.get(lo)));
  f.if(f.isZero64(f.or64(f.get(hi), f.get(lo))), () => {
    f.i64(0n)();
    f.return(f.i32(0));
  });
  normalise(f, wide);
}

/** hi + other, shifted down where it does not fit. */
function addCarrying(f: Func, { hi, lo, e }: Wide, other: Local): void {
  f.set(hi, f.add64(f.get(hi), f.get(other)));
  f.if(f.ltU64(f.get(hi), f.get(other)), () => {
    const below = f.or64(f.shr64(f.get(lo), f.i64(1n)), f.and64(f.get(lo), f.i64(1n)));
    f.set(lo, f.or64(below, f.shl64(f.get(hi), f.i64(63n))));
    f.set(hi, f.or64(f.shr64(f.get(hi), f.i64(1n)), f.i64(TOP_BIT)));
    f.set(e, f.add(f.get(e), f.i32(1)));
  });
}

const signOfBoth = (f: Func, word: Local, word2: Local): Local =>
  f.let("i32", f.and(f.xor(f.get(word), f.get(word2)), f.i32(0x8000)));

function defineProduct(u: Unit, any: Index): Index {
  return u.p.define("multiply", TWO_NUMBERS, NUMBER, (f, parameters) => {
    const [m, word, m2, word2] = parameters as [Local, Local, Local, Local];
    frequent(u, f, parameters, any, ({ e: exponents, isNarrow, isShort }) => {
      const [e1, e2] = exponents as [Local, Local];
      const sign = signOfBoth(f, word, word2);
      const e = f.let("i32", f.sub(f.add(f.get(e1), f.get(e2)), f.i32(BIAS)));
      f.if(isShort, () => {
        const [a, b] = [m, m2].map((local) => f.let("i64", f.shr64(f.get(local), f.i64(11n))));
        const bits = f.let("i64", bitsOfHost(f)(f.two(OP.f64Mul)(toHost(f)(f.get(a!)), toHost(f)(f.get(b!)))));
        const { significand, field } = partsOfHost(f, bits);
        // Of 2^104 and more.
        const above = f.let("i32", f.sub(f.get(field), f.i32(1023 + 104)));
        const shift = f.extend(f.add(f.get(above), f.i32(52)));
        const excess = f.sub64(f.mul64(f.get(a!), f.get(b!)), f.shl64(f.get(significand), shift));
        returnHost(f, f.get(significand), f.add(f.get(e), f.get(above)), f.get(sign), excess);
      });
      const { hi, lo } = product(f, m, m2);
      // Between 1 and 4: the top bit is set or the next one.
      f.if(
        f.wrap(f.shr64(f.get(hi), f.i64(63n))),
        () => f.set(e, f.add(f.get(e), f.i32(1))),
        () => {
          f.set(hi, f.or64(f.shl64(f.get(hi), f.i64(1n)), f.shr64(f.get(lo), f.i64(63n))));
          f.set(lo, f.shl64(f.get(lo), f.i64(1n)));
        },
      );
      giveNearest(u, f, { m: hi, e, lo }, isNarrow, f.get(sign));
    });
  });
}

function defineQuotient(u: Unit, any: Index): Index {
  return u.p.define("divide", TWO_NUMBERS, NUMBER, (f, parameters) => {
    const [m, word, m2, word2] = parameters as [Local, Local, Local, Local];
    frequent(u, f, parameters, any, ({ e: exponents, isNarrow, isShort }) => {
      const [e1, e2] = exponents as [Local, Local];
      const sign = signOfBoth(f, word, word2);
      const e = f.let("i32", f.add(f.sub(f.get(e1), f.get(e2)), f.i32(BIAS)));
      f.if(isShort, () => {
        const [a, b] = [m, m2].map((local) => f.let("i64", f.shr64(f.get(local), f.i64(11n))));
        const bits = f.let("i64", bitsOfHost(f)(f.two(OP.f64Div)(toHost(f)(f.get(a!)), toHost(f)(f.get(b!)))));
        const { significand, field } = partsOfHost(f, bits);
        const shift = f.extend(f.sub(f.i32(1023 + 52), f.get(field)));
        const excess = f.sub64(f.shl64(f.get(a!), shift), f.mul64(f.get(significand), f.get(b!)));
        const exponent = f.add(f.get(e), f.sub(f.get(field), f.i32(1023)));
        returnHost(f, f.get(significand), exponent, f.get(sign), excess);
      });
      const lo = f.let("i64", f.i64(0n));
      f.if(
        f.ltU64(f.get(m), f.get(m2)),
        () => f.set(e, f.sub(f.get(e), f.i32(1))),
        () => {
          f.set(lo, f.shl64(f.get(m), f.i64(63n)));
          f.set(m, f.shr64(f.get(m), f.i64(1n)));
        },
      );
      const { quotient, rest } = divideBy(f, m, lo, m2);
      // A quotient of two significands is never exactly in the middle: the divisor would have to be a power of two.
      const isMore = f.gtU64(f.get(rest), f.sub64(f.get(m2), f.get(rest)));
      f.set(lo, restBelow(f, f.get(rest), isMore));
      giveNearest(u, f, { m: quotient, e, lo }, isNarrow, f.get(sign));
    });
  });
}

function defineSquareRoot(u: Unit, any: Index): Index {
  return u.p.define("squareRoot", NUMBER, NUMBER, (f, parameters) => {
    const [m, word] = parameters as [Local, Local];
    frequent(u, f, parameters, any, ({ e: exponents, isNarrow, isShort }) => {
      const [e] = exponents as [Local];
      refuse(f, signOf(f, word));
      f.if(isShort, () => {
        const isOdd = f.let("i32", f.and(f.sub(f.get(e), f.i32(BIAS)), f.i32(1)));
        const power = f.let("i32", f.two(OP.i32ShrS)(f.sub(f.get(e), f.i32(BIAS)), f.i32(1)));
        // Of 53 or 54 bits; its root times 2^26 has 53.
        const radicand = f.let("i64", f.shr64(f.get(m), f.sub64(f.i64(11n), f.extend(f.get(isOdd)))));
        const root = f.one(OP.f64Sqrt)(toHost(f)(f.get(radicand)));
        const { significand } = partsOfHost(f, f.let("i64", bitsOfHost(f)(root)));
        const square = f.mul64(f.get(significand), f.get(significand));
        const excess = f.sub64(f.shl64(f.get(radicand), f.i64(52n)), square);
        returnHost(f, f.get(significand), f.add(f.get(power), f.i32(BIAS)), f.i32(0), excess);
      });
      const radicand = radicandOf(f, m, e);
      const { root, below } = rootOf(f, radicand.top, radicand.bottom);
      const lo = f.let("i64", below);
      giveNearest(u, f, { m: root, e: radicand.e, lo }, isNarrow, f.i32(0));
    });
  });
}

// ---- comparison

function defineOrder(u: Unit): Index {
  return u.p.define("order", TWO_NUMBERS, "i32", (f, parameters) => {
    const [m, word, m2, word2] = parameters as [Local, Local, Local, Local];
    const [e, e2] = [word, word2].map((local) => f.let("i32", exponentOf(f, local))) as [Local, Local];
    f.if(f.not(f.and(isNumber(f, m, e), isNumber(f, m2, e2))), () => f.return(f.i32(-1)));
    const [isLess, isMore] = [f.i32(STATUS_C0), f.i32(0)];
    const bySign = (local: Local): Expression => f.select(signOf(f, local), isLess, isMore);
    // The sign of the second turned round.
    const byOther = f.select(signOf(f, word2), isMore, isLess);
    f.if(f.isZero64(f.get(m)), () => f.return(f.select(f.isZero64(f.get(m2)), f.i32(STATUS_C3), byOther)));
    f.if(f.isZero64(f.get(m2)), () => f.return(bySign(word)));
    f.if(signOf(f, f.let("i32", f.xor(f.get(word), f.get(word2)))), () => f.return(bySign(word)));
    const isEqual = f.let("i32", f.eq(f.get(e), f.get(e2)));
    f.if(f.and(f.get(isEqual), f.eq64(f.get(m), f.get(m2))), () => f.return(f.i32(STATUS_C3)));
    const isSmaller = f.select(f.get(isEqual), f.ltU64(f.get(m), f.get(m2)), f.ltS(f.get(e), f.get(e2)));
    f.select(f.xor(isSmaller, f.shr(f.get(word), f.i32(15))), isLess, isMore)();
  });
}

// ---- from and to other formats

/** A number of a float format; denormals, infinities and NaNs are refused. */
function giveFloat(f: Func, bits: Local, fractionBits: bigint, exponentBits: bigint): void {
  const largest = (1 << Number(exponentBits)) - 1;
  const field = f.let("i32", f.and(f.wrap(f.shr64(f.get(bits), f.i64(fractionBits))), f.i32(largest)));
  const signBit = f.wrap(f.shr64(f.get(bits), f.i64(fractionBits + exponentBits)));
  const sign = f.let("i32", f.shl(f.and(signBit, f.i32(1)), f.i32(15)));
  f.if(f.ltU(f.sub(f.get(field), f.i32(1)), f.i32(largest - 1)), () => {
    f.or64(f.shl64(f.get(bits), f.i64(63n - fractionBits)), f.i64(TOP_BIT))();
    f.return(f.or(f.add(f.get(field), f.i32(BIAS - (largest >> 1))), f.get(sign)));
  });
  const isZero = f.isZero64(f.shl64(f.get(bits), f.i64(64n - fractionBits - exponentBits)));
  refuse(f, f.not(isZero));
  f.i64(0n)();
  f.get(sign)();
}

/** An integer of 64 bits, which is its sign and its magnitude, normalised. */
function giveInteger(f: Func, magnitude: Local, sign: Expression): void {
  const shift = f.let("i64", f.clz64(f.get(magnitude)));
  f.shl64(f.get(magnitude), f.get(shift))();
  const e = f.sub(f.i32(BIAS + 63), f.wrap(f.get(shift)));
  f.or(f.select(f.isZero64(f.get(magnitude)), f.i32(0), e), sign)();
}

function defineSources(u: Unit): Pick<ValueFunctions, "fromSingle" | "fromDouble" | "fromInteger"> {
  return {
    fromSingle: u.p.define("fromSingle", ["i32"], NUMBER, (f, [bits]) =>
      giveFloat(f, f.let("i64", f.extend(f.get(bits!))), 23n, 8n),
    ),
    fromDouble: u.p.define("fromDouble", ["i64"], NUMBER, (f, [bits]) => giveFloat(f, bits!, 52n, 11n)),
    fromInteger: u.p.define("fromInteger", ["i64"], NUMBER, (f, [value]) => {
      const negative = f.let("i64", f.two(OP.i64ShrS)(f.get(value!), f.i64(63n)));
      const magnitude = f.let("i64", f.sub64(f.xor64(f.get(value!), f.get(negative)), f.get(negative)));
      giveInteger(f, magnitude, f.and(f.wrap(f.get(negative)), f.i32(0x8000)));
    }),
  };
}

/** Gives the bits of a number in a float format. */
function giveAsFloat(u: Unit, f: Func, [m, word]: readonly Local[], fractionBits: bigint, exponentBits: bigint): void {
  const largest = (1 << Number(exponentBits)) - 1;
  const e = f.let("i32", exponentOf(f, word!));
  const negative = f.let("i32", f.shr(f.get(word!), f.i32(15)));
  const sign = f.let("i64", f.shl64(f.extend(f.get(negative)), f.i64(fractionBits + exponentBits)));
  refuse(f, f.not(isNumber(f, m!, e)));
  f.if(f.isZero64(f.get(m!)), () => {
    f.get(sign)();
    f.return(f.i32(0));
  });
  const lo = f.let("i64", f.i64(0n));
  const [inexact, up] = [f.let("i32", f.i32(0)), f.let("i32", f.i32(0))];
  round(u, f, Number(fractionBits) + 1, "any", { m: m!, e, lo, inexact, up }, f.get(negative));
  const exponent = f.let("i32", f.sub(f.get(e), f.i32(BIAS - (largest >> 1))));
  refuse(f, f.not(f.ltU(f.sub(f.get(exponent), f.i32(1)), f.i32(largest - 1))));
  const fraction = f.and64(f.shr64(f.get(m!), f.i64(63n - fractionBits)), f.i64((1n << fractionBits) - 1n));
  const power = f.shl64(f.extend(f.get(exponent)), f.i64(fractionBits));
  f.or64(f.get(sign), f.or64(power, fraction))();
  wordOf(f, f.i32(0), f.i32(0), f.get(inexact), f.get(up))();
}

/** The integer that a number below 2^63 is rounded to in a mode; others are refused. */
function cutToInteger(f: Func, m: Local, e: Local, negative: Expression, mode: Local): Omit<Rounded, "e" | "lo"> {
  refuse(f, f.not(isNumber(f, m, e)));
  const exponent = f.let("i32", f.sub(f.get(e), f.i32(BIAS)));
  refuse(f, f.not(f.ltS(f.get(exponent), f.i32(63))));
  const cut = f.let("i64", f.extend(f.sub(f.i32(63), f.get(exponent))));
  const whole = f.let("i64", f.shr64(f.get(m), f.get(cut)));
  const rest = f.let("i64", f.shl64(f.get(m), f.sub64(f.i64(64n), f.get(cut))));
  // Below 1 everything is cut; below one half the place of the bits does not matter.
  f.if(f.ltS(f.get(exponent), f.i32(0)), () => {
    f.set(whole, f.i64(0n));
    f.set(rest, f.select(f.eq(f.get(exponent), f.i32(-1)), f.get(m), f.i64(1n)));
  });
  f.if(f.isZero64(f.get(m)), () => {
    f.set(whole, f.i64(0n));
    f.set(rest, f.i64(0n));
  });
  const inexact = f.let("i32", f.ne64(f.get(rest), f.i64(0n)));
  const isTie = f.eq64(f.get(rest), f.i64(TOP_BIT));
  const isUp = f.or(f.gtU64(f.get(rest), f.i64(TOP_BIT)), f.and(isTie, f.wrap(f.and64(f.get(whole), f.i64(1n)))));
  const isModeUp = f.and(f.get(inexact), isAway(f, mode, negative));
  const up = f.let("i32", f.select(f.get(mode), isModeUp, isUp));
  return { m: f.let("i64", f.add64(f.get(whole), f.extend(f.get(up)))), inexact, up };
}

function defineTargets(u: Unit): Omit<ValueFunctions, keyof ReturnType<typeof defineSources> | Arithmetic | "order"> {
  return {
    toSingle: u.p.define("toSingle", NUMBER, NUMBER, (f, parameters) => giveAsFloat(u, f, parameters, 23n, 8n)),
    toDouble: u.p.define("toDouble", NUMBER, NUMBER, (f, parameters) => giveAsFloat(u, f, parameters, 52n, 11n)),
    toInteger: u.p.define("toInteger", [...NUMBER, "i32", "i32"], NUMBER, (f, [m, word, sizeBits, truncates]) => {
      const mode = f.let("i32", f.select(f.get(truncates!), f.i32(ROUND.zero), roundingMode(u, f)));
      const negative = f.let("i32", f.shr(f.get(word!), f.i32(15)));
      const integer = cutToInteger(f, m!, f.let("i32", exponentOf(f, word!)), f.get(negative), mode);
      const largest = f.shr64(f.i64(TOP_BIT - 1n), f.extend(f.sub(f.i32(64), f.get(sizeBits!))));
      refuse(f, f.gtU64(f.get(integer.m), f.add64(largest, f.extend(f.get(negative)))));
      f.select(f.get(negative), f.sub64(f.i64(0n), f.get(integer.m)), f.get(integer.m))();
      wordOf(f, f.i32(0), f.i32(0), f.get(integer.inexact), f.get(integer.up))();
    }),
    roundToInteger: u.p.define("roundToInteger", NUMBER, NUMBER, (f, [m, word]) => {
      const mode = f.let("i32", roundingMode(u, f));
      const negative = f.shr(f.get(word!), f.i32(15));
      const integer = cutToInteger(f, m!, f.let("i32", exponentOf(f, word!)), negative, mode);
      giveInteger(f, integer.m, wordOf(f, f.i32(0), signOf(f, word!), f.get(integer.inexact), f.get(integer.up)));
    }),
  };
}

type Arithmetic = "add" | "multiply" | "divide" | "squareRoot";

/** Adds the functions to a program. */
export function defineValues(u: Unit): ValueFunctions {
  const [sum, product, quotient, root] = [defineAdd(u), defineMultiply(u), defineDivide(u), defineRoot(u)];
  const general = {
    add: defineGeneral(u, "add", TWO_NUMBERS, (f) => f.call(sum)()),
    multiply: defineGeneral(u, "multiply", TWO_NUMBERS, (f) => f.call(product)()),
    divide: defineGeneral(u, "divide", TWO_NUMBERS, (f) => refuse(f, f.not(f.call(quotient)))),
    squareRoot: defineGeneral(u, "squareRoot", NUMBER, (f) => {
      f.setGlobal(u.hi, f.i64(0n));
      f.setGlobal(u.lo, f.i64(0n));
      f.if(f.wrap(f.shr64(f.global(u.m), f.i64(63n))), () => {
        refuse(f, f.global(u.s));
        f.call(root)();
      });
    }),
  };
  return {
    add: defineSum(u, general.add),
    multiply: defineProduct(u, general.multiply),
    divide: defineQuotient(u, general.divide),
    squareRoot: defineSquareRoot(u, general.squareRoot),
    order: defineOrder(u),
    ...defineSources(u),
    ...defineTargets(u),
  };
}
