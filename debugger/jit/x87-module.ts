// The everyday work of the x87 unit as WebAssembly, on the state struct itself. Each function does an instruction wholly and
// says 1, or changes nothing and says 0, and the instruction is one for the step engine. Everyday is: all exceptions masked,
// none pending, operands zero or normal, results in range.

import { ROUND } from "../cpu/float/arithmetic.ts";
import { STATE } from "../cpu/state.ts";
import type { EverydayFunctions } from "../cpu/x87/everyday.ts";
import type { Layout } from "../mem/layout.ts";
import type { Local } from "./emitter.ts";
import { type Expression, type Func, Program } from "./wasm-program.ts";
import { memoryTypeOf, OP } from "./wasm-writer.ts";
import {
  BIAS,
  clearC1,
  control,
  defineAdd,
  defineDivide,
  defineMultiply,
  defineReadMemory,
  defineReadRegister,
  defineRoot,
  FORMAT,
  giveUp,
  giveUpUnlessMasked,
  type Index,
  isAway,
  isEmpty,
  normaliseInteger,
  noteRounding,
  physical,
  pop,
  popTimes,
  pushPlace,
  type Rounded,
  round,
  roundingMode,
  setStatus,
  setTop,
  signExponentAt,
  significandAt,
  status,
  TOP_BIT,
  toSecond,
  type Unit,
  unrounded,
  writeNumber,
  writeRegister,
  X87_BITS,
} from "./x87-numbers.ts";

/** The functions of x87-numbers.ts by their index. */
interface Parts {
  readonly readRegister: Index;
  readonly readMemory: Index;
  readonly sum: Index;
  readonly product: Index;
  readonly quotient: Index;
  readonly root: Index;
}

/** FLD1, FLDL2T, FLDL2E, FLDPI, FLDLG2, FLDLN2, FLDZ to nearest: significand and exponent. */
const CONSTANTS: readonly (readonly [bigint, number])[] = [
  [0x8000000000000000n, 0x3fff],
  [0xd49a784bcd1b8afen, 0x4000],
  [0xb8aa3b295c17f0bcn, 0x3fff],
  [0xc90fdaa22168c235n, 0x4000],
  [0x9a209a84fbcff799n, 0x3ffd],
  [0xb17217f7d1cf79acn, 0x3ffe],
  [0n, 0],
];

/** Rounds what arithmetic left in hi:lo as the control word says and writes it to a register; a zero needs no rounding. */
function deliver(u: Unit, f: Func, place: Local): void {
  const rounded = unrounded(u, f);
  f.if(
    f.isZero64(f.get(rounded.m)),
    () => f.set(rounded.e, f.i32(0)),
    () => {
      // Precision and rounding: 64 bits to nearest is what nearly all programs have.
      const field = f.let("i32", f.and(control(u, f), f.i32(0xf00)));
      const others = (): void => {
        f.set(field, f.and(f.get(field), f.i32(0x300)));
        f.if(
          f.eq(f.get(field), f.i32(0x200)),
          () => round(u, f, 53, "any", rounded),
          () =>
            f.if(
              f.get(field),
              () => round(u, f, 64, "any", rounded),
              () => round(u, f, 24, "any", rounded),
            ),
        );
      };
      f.if(f.eq(f.get(field), f.i32(0x300)), () => round(u, f, 64, "nearest", rounded), others);
    },
  );
  noteRounding(u, f, rounded.inexact, rounded.up);
  writeNumber(u, f, place, rounded.m, rounded.e);
}

/** Writes m, e, s. */
function writePresent(u: Unit, f: Func, place: Local): void {
  const m = f.let("i64", f.global(u.m));
  const e = f.let("i32", f.global(u.e));
  writeNumber(u, f, place, m, e);
}

/** Reads an operand: memory where there is a format, else ST(index). */
function readOperand(parts: Parts, f: Func, format: Local, index: Local): void {
  f.if(
    f.ltS(f.get(format), f.i32(0)),
    () => giveUp(f, f.not(f.call(parts.readRegister, f.get(index)))),
    () => giveUp(f, f.not(f.call(parts.readMemory, f.get(format)))),
  );
}

type Source = "Register" | "Memory";
const SOURCES: readonly Source[] = ["Register", "Memory"];

/** The operations of BINARIES: add, sub, subr, mul, div, divr. */
const OPERATIONS = 6;
const isReversed = (operation: number): boolean => operation === 2 || operation === 5;

/** Of ST and another register or memory: a function for each, since V8 puts no function into another. */
export const binaryName = (operation: number, source: Source): string => `fpuBinary${operation}${source}`;

/** (dest, format, index, pops) → 1 */
function defineBinary(u: Unit, parts: Parts, operation: number, source: Source): Index {
  return u.p.define(binaryName(operation, source), 4, "i32", (f, [dest, format, index, pops]) => {
    giveUpUnlessMasked(u, f);
    const readDest = (): void => giveUp(f, f.not(f.call(parts.readRegister, f.get(dest!))));
    const readOther = (): void => {
      if (source === "Register") giveUp(f, f.not(f.call(parts.readRegister, f.get(index!))));
      else giveUp(f, f.not(f.call(parts.readMemory, f.get(format!))));
    };
    const [first, second] = isReversed(operation) ? [readOther, readDest] : [readDest, readOther];
    second();
    toSecond(u, f);
    first();
    if (operation === 1 || operation === 2) f.setGlobal(u.s2, f.xor(f.global(u.s2), f.i32(1)));
    if (operation < 3) f.call(parts.sum)();
    else if (operation === 3) f.call(parts.product)();
    else giveUp(f, f.not(f.call(parts.quotient)));
    const place = f.let("i32", physical(u, f, f.get(dest!)));
    deliver(u, f, place);
    f.if(f.get(pops!), () => pop(u, f));
    f.i32(1)();
  });
}

function defineArithmetic(u: Unit, parts: Parts): void {
  const variants = Array.from({ length: OPERATIONS }, (_, operation) =>
    SOURCES.map((source) => defineBinary(u, parts, operation, source)),
  );
  // For the step engine, which calls by one name.
  u.p.define("fpuBinary", 5, "i32", (f, [operation, dest, format, index, pops]) => {
    const rest = [dest!, format!, index!, pops!].map((local) => f.get(local));
    variants.forEach(([register, memory], number) => {
      f.if(f.eq(f.get(operation!), f.i32(number)), () => {
        f.if(f.ltS(f.get(format!), f.i32(0)), () => f.return(f.call(register!, ...rest)));
        f.return(f.call(memory!, ...rest));
      });
    });
    f.i32(0)();
  });
  u.p.define("fsqrt", 0, "i32", (f) => {
    giveUpUnlessMasked(u, f);
    giveUp(f, f.not(f.call(parts.readRegister, f.i32(0))));
    f.setGlobal(u.hi, f.i64(0n));
    f.if(f.wrap(f.shr64(f.global(u.m), f.i64(63n))), () => {
      giveUp(f, f.global(u.s));
      f.call(parts.root)();
    });
    const place = f.let("i32", physical(u, f, f.i32(0)));
    deliver(u, f, place);
    f.i32(1)();
  });
}

/** C3 and C0 of m, e, s beside m2, e2, s2 as 4 and 1, as the semantics have them. */
function defineOrder(u: Unit): Index {
  return u.p.define("order", 0, "i32", (f) => {
    const isZero = f.let("i32", f.isZero64(f.global(u.m)));
    const isZero2 = f.let("i32", f.isZero64(f.global(u.m2)));
    f.if(f.get(isZero), () => {
      f.if(f.get(isZero2), () => f.return(f.i32(4)));
      f.return(f.not(f.global(u.s2)));
    });
    f.if(f.get(isZero2), () => f.return(f.global(u.s)));
    f.if(f.ne(f.global(u.s), f.global(u.s2)), () => f.return(f.global(u.s)));
    f.if(f.ne(f.global(u.e), f.global(u.e2)), () =>
      f.return(f.xor(f.ltS(f.global(u.e), f.global(u.e2)), f.global(u.s))),
    );
    f.if(f.eq64(f.global(u.m), f.global(u.m2)), () => f.return(f.i32(4)));
    f.xor(f.ltU64(f.global(u.m), f.global(u.m2)), f.global(u.s))();
  });
}

function defineComparisons(u: Unit, parts: Parts): void {
  const order = defineOrder(u);
  const toConditions = (f: Func): void => {
    const bits = f.let("i32", f.call(order));
    const c3 = f.shl(f.and(f.get(bits), f.i32(4)), f.i32(12));
    const c0 = f.shl(f.and(f.get(bits), f.i32(1)), f.i32(8));
    setStatus(u, f, f.or(f.and(status(u, f), f.i32(~0x4700)), f.or(c3, c0)));
  };
  u.p.define("fpuCompare", 4, "i32", (f, [format, index, _quiet, pops]) => {
    giveUpUnlessMasked(u, f);
    readOperand(parts, f, format!, index!);
    toSecond(u, f);
    giveUp(f, f.not(f.call(parts.readRegister, f.i32(0))));
    toConditions(f);
    popTimes(u, f, pops!);
    f.i32(1)();
  });
  u.p.define("ftst", 0, "i32", (f) => {
    giveUpUnlessMasked(u, f);
    f.setGlobal(u.m2, f.i64(0n));
    giveUp(f, f.not(f.call(parts.readRegister, f.i32(0))));
    toConditions(f);
    f.i32(1)();
  });
  // 1 + the EFLAGS bits ZF and CF.
  u.p.define("fcomi", 3, "i32", (f, [index, _quiet, pops]) => {
    giveUpUnlessMasked(u, f);
    giveUp(f, f.not(f.call(parts.readRegister, f.get(index!))));
    toSecond(u, f);
    giveUp(f, f.not(f.call(parts.readRegister, f.i32(0))));
    const bits = f.let("i32", f.call(order));
    popTimes(u, f, pops!);
    const zf = f.shl(f.and(f.get(bits), f.i32(4)), f.i32(4));
    f.add(f.or(zf, f.and(f.get(bits), f.i32(1))), f.i32(1))();
  });
}

/** Copies 80 bits as they are. */
function copyRegister(u: Unit, f: Func, from: Local, to: Local): void {
  const m = f.let("i64", significandAt(u, f, f.get(from)));
  const signExponent = f.let("i32", signExponentAt(u, f, f.get(from)));
  writeRegister(u, f, to, m, signExponent);
}

function defineLoads(u: Unit, parts: Parts): void {
  u.p.define("fldMemory", 1, "i32", (f, [format]) => {
    giveUpUnlessMasked(u, f);
    const place = pushPlace(u, f);
    giveUp(f, f.not(f.call(parts.readMemory, f.get(format!))));
    setTop(u, f, place);
    writePresent(u, f, place);
    f.i32(1)();
  });
  // Ten bytes at X87_BITS, whatever they are; the format says that they are no decimal number.
  u.p.define("fldBytes", 2, "i32", (f, [_place, format]) => {
    giveUp(f, f.ne(f.get(format!), f.i32(FORMAT.extended)));
    giveUpUnlessMasked(u, f);
    const place = pushPlace(u, f);
    const m = f.let("i64", f.load(OP.i64Load, f.i32(0), u.state + X87_BITS));
    const signExponent = f.let("i32", f.load(OP.i32Load16U, f.i32(0), u.state + X87_BITS + 8));
    setTop(u, f, place);
    writeRegister(u, f, place, m, signExponent);
    f.i32(1)();
  });
  u.p.define("fldRegister", 1, "i32", (f, [index]) => {
    giveUpUnlessMasked(u, f);
    const place = pushPlace(u, f);
    const from = f.let("i32", physical(u, f, f.get(index!)));
    giveUp(f, isEmpty(u, f, f.get(from)));
    setTop(u, f, place);
    copyRegister(u, f, from, place);
    f.i32(1)();
  });
  u.p.define("fldConstant", 1, "i32", (f, [index]) => {
    giveUpUnlessMasked(u, f);
    // One and zero, the first and the last, are the same however results are rounded.
    const isRounded = f.ltU(f.sub(f.get(index!), f.i32(1)), f.i32(CONSTANTS.length - 2));
    giveUp(f, f.and(isRounded, f.ne(roundingMode(u, f), f.i32(ROUND.nearest))));
    const place = pushPlace(u, f);
    f.setGlobal(u.s, f.i32(0));
    CONSTANTS.forEach(([m, e], k) => {
      f.if(f.eq(f.get(index!), f.i32(k)), () => {
        f.setGlobal(u.m, f.i64(m));
        f.setGlobal(u.e, f.i32(e));
      });
    });
    setTop(u, f, place);
    writePresent(u, f, place);
    f.i32(1)();
  });
}

function defineMoves(u: Unit): void {
  u.p.define("fstRegister", 2, "i32", (f, [index, pops]) => {
    giveUpUnlessMasked(u, f);
    const from = f.let("i32", physical(u, f, f.i32(0)));
    giveUp(f, isEmpty(u, f, f.get(from)));
    const to = f.let("i32", physical(u, f, f.get(index!)));
    clearC1(u, f);
    copyRegister(u, f, from, to);
    popTimes(u, f, pops!);
    f.i32(1)();
  });
  u.p.define("fxch", 1, "i32", (f, [index]) => {
    giveUpUnlessMasked(u, f);
    const first = f.let("i32", physical(u, f, f.i32(0)));
    const second = f.let("i32", physical(u, f, f.get(index!)));
    giveUp(f, f.or(isEmpty(u, f, f.get(first)), isEmpty(u, f, f.get(second))));
    const m = f.let("i64", significandAt(u, f, f.get(first)));
    const signExponent = f.let("i32", signExponentAt(u, f, f.get(first)));
    clearC1(u, f);
    copyRegister(u, f, second, first);
    writeRegister(u, f, second, m, signExponent);
    f.i32(1)();
  });
  u.p.define("fcmov", 2, "i32", (f, [holds, index]) => {
    giveUpUnlessMasked(u, f);
    const to = f.let("i32", physical(u, f, f.i32(0)));
    const from = f.let("i32", physical(u, f, f.get(index!)));
    giveUp(f, f.or(isEmpty(u, f, f.get(from)), isEmpty(u, f, f.get(to))));
    f.if(f.get(holds!), () => copyRegister(u, f, from, to));
    f.i32(1)();
  });
  for (const [name, operation] of [
    ["fchs", OP.i32Xor],
    ["fabs", OP.i32And],
  ] as const) {
    u.p.define(name, 0, "i32", (f) => {
      giveUpUnlessMasked(u, f);
      const place = f.let("i32", physical(u, f, f.i32(0)));
      giveUp(f, isEmpty(u, f, f.get(place)));
      clearC1(u, f);
      const m = f.let("i64", significandAt(u, f, f.get(place)));
      const mask = f.i32(operation === OP.i32Xor ? 0x8000 : 0x7fff);
      const changed = f.let("i32", f.two(operation)(signExponentAt(u, f, f.get(place)), mask));
      writeRegister(u, f, place, m, changed);
      f.i32(1)();
    });
  }
}

/** The integer that m, e, s is rounded to in a mode, and whether that changed it; gives up from 2^63 on. */
function cutToInteger(u: Unit, f: Func, mode: Local): Omit<Rounded, "e"> {
  const exponent = f.let("i32", f.sub(f.global(u.e), f.i32(BIAS)));
  giveUp(f, f.not(f.ltS(f.get(exponent), f.i32(63))));
  const cut = f.let("i64", f.extend(f.sub(f.i32(63), f.get(exponent))));
  const whole = f.let("i64", f.shr64(f.global(u.m), f.get(cut)));
  const rest = f.let("i64", f.shl64(f.global(u.m), f.sub64(f.i64(64n), f.get(cut))));
  // Below 1 everything is cut; below one half the place of the bits does not matter.
  f.if(f.ltS(f.get(exponent), f.i32(0)), () => {
    f.set(whole, f.i64(0n));
    f.set(rest, f.select(f.eq(f.get(exponent), f.i32(-1)), f.global(u.m), f.i64(1n)));
  });
  f.if(f.isZero64(f.global(u.m)), () => {
    f.set(whole, f.i64(0n));
    f.set(rest, f.i64(0n));
  });
  const inexact = f.let("i32", f.ne64(f.get(rest), f.i64(0n)));
  const isTie = f.eq64(f.get(rest), f.i64(TOP_BIT));
  const isUp = f.or(f.gtU64(f.get(rest), f.i64(TOP_BIT)), f.and(isTie, f.wrap(f.and64(f.get(whole), f.i64(1n)))));
  const up = f.let("i32", f.select(f.get(mode), f.and(f.get(inexact), isAway(u, f, mode)), isUp));
  return { m: f.let("i64", f.add64(f.get(whole), f.extend(f.get(up)))), inexact, up };
}

/** Bits of m, e, s, rounded to a float format, into X87_BITS. */
function storeFloat(u: Unit, f: Func, fractionBits: bigint, exponentBits: bigint): void {
  const largest = (1 << Number(exponentBits)) - 1;
  const bits = f.let("i64", f.shl64(f.extend(f.global(u.s)), f.i64(fractionBits + exponentBits)));
  f.setGlobal(u.hi, f.global(u.m));
  f.setGlobal(u.lo, f.i64(0n));
  const rounded = unrounded(u, f);
  f.if(f.wrap(f.shr64(f.get(rounded.m), f.i64(63n))), () => {
    round(u, f, Number(fractionBits) + 1, "any", rounded);
    const exponent = f.let("i32", f.sub(f.get(rounded.e), f.i32(BIAS - (largest >> 1))));
    giveUp(f, f.not(f.ltU(f.sub(f.get(exponent), f.i32(1)), f.i32(largest - 1))));
    const fraction = f.and64(f.shr64(f.get(rounded.m), f.i64(63n - fractionBits)), f.i64((1n << fractionBits) - 1n));
    const power = f.shl64(f.extend(f.get(exponent)), f.i64(fractionBits));
    f.set(bits, f.or64(f.get(bits), f.or64(power, fraction)));
  });
  f.store(OP.i64Store, f.i32(0), u.state + X87_BITS, f.get(bits));
  noteRounding(u, f, rounded.inexact, rounded.up);
}

function storeInteger(u: Unit, f: Func, sizeBits: number, truncates: Local): void {
  const mode = f.let("i32", f.select(f.get(truncates), f.i32(ROUND.zero), roundingMode(u, f)));
  const { m, inexact, up } = cutToInteger(u, f, mode);
  const largest = f.add64(f.i64((1n << BigInt(sizeBits - 1)) - 1n), f.extend(f.global(u.s)));
  giveUp(f, f.gtU64(f.get(m), largest));
  const negated = f.sub64(f.i64(0n), f.get(m));
  f.store(OP.i64Store, f.i32(0), u.state + X87_BITS, f.select(f.global(u.s), negated, f.get(m)));
  noteRounding(u, f, inexact, up);
}

function defineStores(u: Unit, parts: Parts): void {
  // Leaves the bytes at X87_BITS: the caller has made sure that they can be stored.
  u.p.define("fstMemory", 3, "i32", (f, [format, truncates, pops]) => {
    giveUpUnlessMasked(u, f);
    const is = (number: number): Expression => f.eq(f.get(format!), f.i32(number));
    f.if(
      is(FORMAT.extended),
      () => {
        const place = f.let("i32", physical(u, f, f.i32(0)));
        giveUp(f, isEmpty(u, f, f.get(place)));
        f.store(OP.i64Store, f.i32(0), u.state + X87_BITS, significandAt(u, f, f.get(place)));
        f.store(OP.i32Store16, f.i32(0), u.state + X87_BITS + 8, signExponentAt(u, f, f.get(place)));
        clearC1(u, f);
      },
      () => {
        giveUp(f, f.not(f.call(parts.readRegister, f.i32(0))));
        f.if(is(FORMAT.double), () => storeFloat(u, f, 52n, 11n));
        f.if(is(FORMAT.single), () => storeFloat(u, f, 23n, 8n));
        f.if(is(FORMAT.int16), () => storeInteger(u, f, 16, truncates!));
        f.if(is(FORMAT.int32), () => storeInteger(u, f, 32, truncates!));
        f.if(is(FORMAT.int64), () => storeInteger(u, f, 64, truncates!));
        giveUp(f, f.gtU(f.get(format!), f.i32(FORMAT.int64)));
      },
    );
    popTimes(u, f, pops!);
    f.i32(1)();
  });
}

function defineControl(u: Unit, parts: Parts): void {
  u.p.define("fwait", 0, "i32", (f) => {
    giveUpUnlessMasked(u, f);
    f.i32(1)();
  });
  u.p.define("fldcw", 1, "i32", (f, [value]) => {
    giveUpUnlessMasked(u, f);
    giveUp(f, f.ne(f.and(f.get(value!), f.i32(0x3f)), f.i32(0x3f)));
    const kept = f.or(f.and(f.get(value!), f.i32(0x1f3f)), f.i32(0x40));
    f.store(OP.i32Store16, f.i32(0), u.state + STATE.fcw, kept);
    f.i32(1)();
  });
  u.p.define("frndint", 0, "i32", (f) => {
    giveUpUnlessMasked(u, f);
    giveUp(f, f.not(f.call(parts.readRegister, f.i32(0))));
    const mode = f.let("i32", roundingMode(u, f));
    const { m, inexact, up } = cutToInteger(u, f, mode);
    normaliseInteger(u, f, m);
    noteRounding(u, f, inexact, up);
    const place = f.let("i32", physical(u, f, f.i32(0)));
    writePresent(u, f, place);
    f.i32(1)();
  });
}

/** Functions of the module by the name of the helper operation, and how many i32 each takes. */
export const X87_FUNCTIONS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    SOURCES.flatMap((source) => Array.from({ length: OPERATIONS }, (_, k) => [binaryName(k, source), 4])),
  ),
  ...{ fpuBinary: 5, fsqrt: 0, fpuCompare: 4, ftst: 0, fcomi: 3, fldMemory: 1, fldBytes: 2, fldRegister: 1 },
  ...{
    fldConstant: 1,
    fstRegister: 2,
    fxch: 1,
    fcmov: 2,
    fchs: 0,
    fabs: 0,
    fstMemory: 3,
    fwait: 0,
    fldcw: 1,
    frndint: 0,
  },
};

/** The functions over one memory. */
export function createX87(memory: WebAssembly.Memory, layout: Layout): EverydayFunctions {
  const p = new Program();
  const u: Unit = {
    ...{ p, state: layout.state, m: p.global("i64"), e: p.global("i32"), s: p.global("i32") },
    ...{ m2: p.global("i64"), e2: p.global("i32"), s2: p.global("i32"), hi: p.global("i64"), lo: p.global("i64") },
  };
  const parts: Parts = {
    readRegister: defineReadRegister(u),
    readMemory: defineReadMemory(u),
    sum: defineAdd(u),
    product: defineMultiply(u),
    quotient: defineDivide(u),
    root: defineRoot(u),
  };
  defineArithmetic(u, parts);
  defineComparisons(u, parts);
  defineLoads(u, parts);
  defineMoves(u);
  defineStores(u, parts);
  defineControl(u, parts);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(p.module(memoryTypeOf(memory))), { e: { memory } });
  return instance.exports as EverydayFunctions;
}
