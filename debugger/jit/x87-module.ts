// The everyday work of the x87 unit as WebAssembly, on the state struct itself, for the step engine and the emitted interpreter;
// regions keep the stack in locals (x87-region.ts) and call the functions on values alone. Each function does an instruction
// wholly and says 1, or changes nothing and says 0, and the instruction is one for the step engine. Everyday is: all
// exceptions masked, none pending, operands zero or normal, results in range.

import { ROUND } from "../cpu/float/arithmetic.ts";
import { STATE } from "../cpu/state.ts";
import type { EverydayFunctions } from "../cpu/x87/everyday.ts";
import type { Layout } from "../mem/layout.ts";
import type { Local } from "./emitter.ts";
import { memoryTypeOf } from "./memory-type.ts";
import { type Expression, type Func, Program, signatureOf } from "./wasm-program.ts";
import { OP, type Signature } from "./wasm-writer.ts";
import { FORMAT, type Index, roundingMode, STATUS_C1, type Unit, X87_BITS } from "./x87-numbers.ts";
import { callForNumber, defineValues, type Extended, type ValueFunction, type ValueFunctions } from "./x87-values.ts";

const STATUS_SUMMARY = 0x80;
export const ALL_MASKED = 0x3f;
/** Control and status word, which lie side by side: what must be and what must not where no exception can stop anything. */
export const MASKED = { field: ALL_MASKED | (STATUS_SUMMARY << 16), value: ALL_MASKED } as const;

/** FLD1, FLDL2T, FLDL2E, FLDPI, FLDLG2, FLDLN2, FLDZ to nearest: significand, sign and exponent. */
export const CONSTANTS: readonly (readonly [bigint, number])[] = [
  [0x8000000000000000n, 0x3fff],
  [0xd49a784bcd1b8afen, 0x4000],
  [0xb8aa3b295c17f0bcn, 0x3fff],
  [0xc90fdaa22168c235n, 0x4000],
  [0x9a209a84fbcff799n, 0x3ffd],
  [0xb17217f7d1cf79acn, 0x3ffe],
  [0n, 0],
];
/** One and zero, the first and the last, are the same however results are rounded. */
export const isRoundedConstant = (index: number): boolean => index > 0 && index < CONSTANTS.length - 1;

/** The operations of BINARIES: add, sub, subr, mul, div, divr. */
export const BINARY_OPERATIONS: readonly {
  readonly by: ValueFunction;
  /** The second operand's sign is turned round. */
  readonly negates?: true;
  readonly isReversed?: true;
}[] = [
  { by: "add" },
  { by: "add", negates: true },
  { by: "add", negates: true, isReversed: true },
  { by: "multiply" },
  { by: "divide" },
  { by: "divide", isReversed: true },
];

// ---- the unit's words and registers

const status = (u: Unit, f: Func): Expression => f.load(OP.i32Load16U, f.i32(0), u.state + STATE.fsw);
const tags = (u: Unit, f: Func): Expression => f.load(OP.i32Load16U, f.i32(0), u.state + STATE.ftw);
const setStatus = (u: Unit, f: Func, value: Expression): void =>
  f.store(OP.i32Store16, f.i32(0), u.state + STATE.fsw, value);
const setTags = (u: Unit, f: Func, value: Expression): void =>
  f.store(OP.i32Store16, f.i32(0), u.state + STATE.ftw, value);

const physical = (u: Unit, f: Func, index: Expression): Expression =>
  f.and(f.add(f.shr(status(u, f), f.i32(11)), index), f.i32(7));

const isEmpty = (u: Unit, f: Func, place: Expression): Expression =>
  f.eq(f.and(f.shr(tags(u, f), f.shl(place, f.i32(1))), f.i32(3)), f.i32(3));

const giveUp = (f: Func, when: Expression): void => f.if(when, () => f.return(f.i32(0)));
const giveUpIfRefused = (f: Func, { word }: Extended): void => giveUp(f, f.ltS(f.get(word), f.i32(0)));

/** Gives up unless no exception waits and none could stop an instruction. */
function giveUpUnlessMasked(u: Unit, f: Func): void {
  const words = f.load(OP.i32Load, f.i32(0), u.state + STATE.fcw);
  giveUp(f, f.ne(f.and(words, f.i32(MASKED.field)), f.i32(MASKED.value)));
}

/** Tag of 80 bits: 0 valid, 1 zero, 2 special. */
export function tagOf(f: Func, m: Expression, word: Expression): Expression {
  const exponent = f.and(word, f.i32(0x7fff));
  const isSpecial = f.or(f.eq(exponent, f.i32(0x7fff)), f.isZero64(f.shr64(m, f.i64(63n))));
  const isZero = f.isZero64(m);
  return f.select(exponent, f.select(isSpecial, f.i32(2), f.i32(0)), f.select(isZero, f.i32(1), f.i32(2)));
}

const registerAt = (f: Func, place: Local): Expression => f.shl(f.get(place), f.i32(4));

/** The 80 bits of a physical register. */
function read(u: Unit, f: Func, place: Local): Extended {
  return {
    m: f.let("i64", f.load(OP.i64Load, registerAt(f, place), u.state + STATE.st)),
    word: f.let("i32", f.load(OP.i32Load16U, registerAt(f, place), u.state + STATE.st + 8)),
  };
}

/** Writes 80 bits with their tag; of the word only the lower half counts. */
function write(u: Unit, f: Func, place: Local, { m, word }: Extended): void {
  f.store(OP.i64Store, registerAt(f, place), u.state + STATE.st, f.get(m));
  f.store(OP.i32Store16, registerAt(f, place), u.state + STATE.st + 8, f.get(word));
  const shift = f.let("i32", f.shl(f.get(place), f.i32(1)));
  const others = f.and(tags(u, f), f.xor(f.shl(f.i32(3), f.get(shift)), f.i32(-1)));
  setTags(u, f, f.or(others, f.shl(tagOf(f, f.get(m), f.get(word)), f.get(shift))));
}

/** ST(index), which must hold something. */
function readStack(u: Unit, f: Func, index: Expression): Extended & { readonly place: Local } {
  const place = f.let("i32", physical(u, f, index));
  giveUp(f, isEmpty(u, f, f.get(place)));
  return { place, ...read(u, f, place) };
}

/** C1, and PE where it is not there yet, of a result's word; 0 for neither. */
function note(u: Unit, f: Func, word: Expression): void {
  setStatus(u, f, f.or(f.and(status(u, f), f.i32(~STATUS_C1)), f.shr(word, f.i32(16))));
}
const clearC1 = (u: Unit, f: Func): void => note(u, f, f.i32(0));

function popTimes(u: Unit, f: Func, times: Local): void {
  f.while(f.get(times), () => {
    setTags(u, f, f.or(tags(u, f), f.shl(f.i32(3), f.shl(physical(u, f, f.i32(0)), f.i32(1)))));
    const next = f.and(f.add(status(u, f), f.i32(0x800)), f.i32(0x3800));
    setStatus(u, f, f.or(f.and(status(u, f), f.i32(~0x3800)), next));
    f.set(times, f.sub(f.get(times), f.i32(1)));
  });
}

/** Makes room for a push: gives up when there is none. @returns the new top's physical register. */
function pushPlace(u: Unit, f: Func): Local {
  const place = f.let("i32", physical(u, f, f.i32(7)));
  giveUp(f, f.not(isEmpty(u, f, f.get(place))));
  return place;
}

/** Pushes what pushPlace has made room for. */
function push(u: Unit, f: Func, place: Local, number: Extended): void {
  setStatus(u, f, f.or(f.and(status(u, f), f.i32(~0x3800 & ~STATUS_C1)), f.shl(f.get(place), f.i32(11))));
  write(u, f, place, number);
}

// ---- instructions

/** Functions that other functions call. */
interface Parts extends ValueFunctions {
  /** (format) → the number at X87_BITS. */
  readonly decode: Index;
}

function defineDecode(u: Unit, { fromSingle, fromDouble, fromInteger }: ValueFunctions): Index {
  return u.p.define("decode", 1, ["i64", "i32"], (f, [format]) => {
    const load = (opcode: number): Expression => f.load(opcode, f.i32(0), u.state + X87_BITS);
    const is = (number: number): Expression => f.eq(f.get(format!), f.i32(number));
    f.if(is(FORMAT.double), () => f.return(f.call(fromDouble, load(OP.i64Load))));
    f.if(is(FORMAT.single), () => f.return(f.call(fromSingle, load(OP.i32Load))));
    const short = f.one(OP.i64Extend16S)(load(OP.i64Load));
    const long = f.one(OP.i64Extend32S)(load(OP.i64Load));
    f.call(fromInteger, f.select(is(FORMAT.int16), short, f.select(is(FORMAT.int32), long, load(OP.i64Load))))();
  });
}

/** An operand: memory where there is a format, else ST(index). */
function readOperand(u: Unit, parts: Parts, f: Func, format: Local, index: Local): Extended {
  const number = { m: f.e.local("i64"), word: f.e.local("i32") };
  const copy = (from: Extended): void => {
    f.set(number.m, f.get(from.m));
    f.set(number.word, f.get(from.word));
  };
  f.if(
    f.ltS(f.get(format), f.i32(0)),
    () => copy(readStack(u, f, f.get(index))),
    () => {
      const decoded = callForNumber(f, f.call(parts.decode, f.get(format)));
      giveUpIfRefused(f, decoded);
      copy(decoded);
    },
  );
  return number;
}

function defineArithmetic(u: Unit, parts: Parts): void {
  u.p.define("fpuBinary", 5, "i32", (f, [operation, dest, format, index, pops]) => {
    giveUpUnlessMasked(u, f);
    const other = readOperand(u, parts, f, format!, index!);
    const { place, ...own } = readStack(u, f, f.get(dest!));
    BINARY_OPERATIONS.forEach(({ by, negates, isReversed }, number) => {
      f.if(f.eq(f.get(operation!), f.i32(number)), () => {
        const [first, second] = isReversed ? [other, own] : [own, other];
        const word2 = negates ? f.xor(f.get(second.word), f.i32(0x8000)) : f.get(second.word);
        const call = f.call(parts[by], f.get(first.m), f.get(first.word), f.get(second.m), word2);
        const result = callForNumber(f, call);
        giveUpIfRefused(f, result);
        write(u, f, place, result);
        note(u, f, f.get(result.word));
        popTimes(u, f, pops!);
        f.return(f.i32(1));
      });
    });
    f.i32(0)();
  });
  for (const [name, by] of [
    ["fsqrt", parts.squareRoot],
    ["frndint", parts.roundToInteger],
  ] as const) {
    u.p.define(name, 0, "i32", (f) => {
      giveUpUnlessMasked(u, f);
      const { place, m, word } = readStack(u, f, f.i32(0));
      const result = callForNumber(f, f.call(by, f.get(m), f.get(word)));
      giveUpIfRefused(f, result);
      write(u, f, place, result);
      note(u, f, f.get(result.word));
      f.i32(1)();
    });
  }
}

function defineComparisons(u: Unit, parts: Parts): void {
  const order = (f: Func, a: Extended, b: Extended): Local => {
    const bits = f.let("i32", f.call(parts.order, f.get(a.m), f.get(a.word), f.get(b.m), f.get(b.word)));
    giveUp(f, f.ltS(f.get(bits), f.i32(0)));
    return bits;
  };
  const toConditions = (f: Func, bits: Local): void =>
    setStatus(u, f, f.or(f.and(status(u, f), f.i32(~0x4700)), f.get(bits)));
  u.p.define("fpuCompare", 4, "i32", (f, [format, index, _quiet, pops]) => {
    giveUpUnlessMasked(u, f);
    const other = readOperand(u, parts, f, format!, index!);
    toConditions(f, order(f, readStack(u, f, f.i32(0)), other));
    popTimes(u, f, pops!);
    f.i32(1)();
  });
  u.p.define("ftst", 0, "i32", (f) => {
    giveUpUnlessMasked(u, f);
    const zero = { m: f.let("i64", f.i64(0n)), word: f.let("i32", f.i32(0)) };
    toConditions(f, order(f, readStack(u, f, f.i32(0)), zero));
    f.i32(1)();
  });
  // 1 + the EFLAGS bits ZF and CF.
  u.p.define("fcomi", 3, "i32", (f, [index, _quiet, pops]) => {
    giveUpUnlessMasked(u, f);
    const other = readStack(u, f, f.get(index!));
    const bits = order(f, readStack(u, f, f.i32(0)), other);
    popTimes(u, f, pops!);
    f.add(f.shr(f.get(bits), f.i32(8)), f.i32(1))();
  });
}

function defineLoads(u: Unit, parts: Parts): void {
  u.p.define("fldMemory", 1, "i32", (f, [format]) => {
    giveUpUnlessMasked(u, f);
    const place = pushPlace(u, f);
    const number = callForNumber(f, f.call(parts.decode, f.get(format!)));
    giveUpIfRefused(f, number);
    push(u, f, place, number);
    f.i32(1)();
  });
  // Ten bytes at X87_BITS, whatever they are; the format says that they are no decimal number.
  u.p.define("fldBytes", 2, "i32", (f, [_place, format]) => {
    giveUp(f, f.ne(f.get(format!), f.i32(FORMAT.extended)));
    giveUpUnlessMasked(u, f);
    const place = pushPlace(u, f);
    const m = f.let("i64", f.load(OP.i64Load, f.i32(0), u.state + X87_BITS));
    const word = f.let("i32", f.load(OP.i32Load16U, f.i32(0), u.state + X87_BITS + 8));
    push(u, f, place, { m, word });
    f.i32(1)();
  });
  u.p.define("fldRegister", 1, "i32", (f, [index]) => {
    giveUpUnlessMasked(u, f);
    const place = pushPlace(u, f);
    push(u, f, place, readStack(u, f, f.get(index!)));
    f.i32(1)();
  });
  u.p.define("fldConstant", 1, "i32", (f, [index]) => {
    giveUpUnlessMasked(u, f);
    const place = pushPlace(u, f);
    const number = { m: f.e.local("i64"), word: f.e.local("i32") };
    CONSTANTS.forEach(([m, word], k) => {
      f.if(f.eq(f.get(index!), f.i32(k)), () => {
        if (isRoundedConstant(k)) giveUp(f, f.ne(roundingMode(u, f), f.i32(ROUND.nearest)));
        f.set(number.m, f.i64(m));
        f.set(number.word, f.i32(word));
      });
    });
    push(u, f, place, number);
    f.i32(1)();
  });
}

function defineMoves(u: Unit): void {
  u.p.define("fstRegister", 2, "i32", (f, [index, pops]) => {
    giveUpUnlessMasked(u, f);
    const from = readStack(u, f, f.i32(0));
    clearC1(u, f);
    write(u, f, f.let("i32", physical(u, f, f.get(index!))), from);
    popTimes(u, f, pops!);
    f.i32(1)();
  });
  u.p.define("fxch", 1, "i32", (f, [index]) => {
    giveUpUnlessMasked(u, f);
    const first = readStack(u, f, f.i32(0));
    const second = readStack(u, f, f.get(index!));
    clearC1(u, f);
    write(u, f, first.place, second);
    write(u, f, second.place, first);
    f.i32(1)();
  });
  u.p.define("fcmov", 2, "i32", (f, [holds, index]) => {
    giveUpUnlessMasked(u, f);
    const to = readStack(u, f, f.i32(0));
    const from = readStack(u, f, f.get(index!));
    f.if(f.get(holds!), () => write(u, f, to.place, from));
    f.i32(1)();
  });
  for (const [name, change] of [
    ["fchs", (f: Func, word: Expression) => f.xor(word, f.i32(0x8000))],
    ["fabs", (f: Func, word: Expression) => f.and(word, f.i32(0x7fff))],
  ] as const) {
    u.p.define(name, 0, "i32", (f) => {
      giveUpUnlessMasked(u, f);
      const { place, m, word } = readStack(u, f, f.i32(0));
      clearC1(u, f);
      f.set(word, change(f, f.get(word)));
      write(u, f, place, { m, word });
      f.i32(1)();
    });
  }
}

function defineStores(u: Unit, parts: Parts): void {
  // Leaves the bytes at X87_BITS: the caller has made sure that they can be stored.
  u.p.define("fstMemory", 3, "i32", (f, [format, truncates, pops]) => {
    giveUpUnlessMasked(u, f);
    const { m, word } = readStack(u, f, f.i32(0));
    const leave = (bits: Expression): void => f.store(OP.i64Store, f.i32(0), u.state + X87_BITS, bits);
    const convert = (by: Index, ...more: Expression[]): void => {
      const stored = callForNumber(f, f.call(by, f.get(m), f.get(word), ...more));
      giveUpIfRefused(f, stored);
      leave(f.get(stored.m));
      note(u, f, f.get(stored.word));
    };
    const is = (number: number): Expression => f.eq(f.get(format!), f.i32(number));
    f.if(is(FORMAT.extended), () => {
      leave(f.get(m));
      f.store(OP.i32Store16, f.i32(0), u.state + X87_BITS + 8, f.get(word));
      clearC1(u, f);
    });
    f.if(is(FORMAT.double), () => convert(parts.toDouble));
    f.if(is(FORMAT.single), () => convert(parts.toSingle));
    for (const [kind, bits] of [
      [FORMAT.int16, 16],
      [FORMAT.int32, 32],
      [FORMAT.int64, 64],
    ] as const) {
      f.if(is(kind), () => convert(parts.toInteger, f.i32(bits), f.get(truncates!)));
    }
    giveUp(f, f.gtU(f.get(format!), f.i32(FORMAT.int64)));
    popTimes(u, f, pops!);
    f.i32(1)();
  });
}

function defineControl(u: Unit): void {
  u.p.define("fwait", 0, "i32", (f) => {
    giveUpUnlessMasked(u, f);
    f.i32(1)();
  });
  u.p.define("fldcw", 1, "i32", (f, [value]) => {
    giveUpUnlessMasked(u, f);
    giveUp(f, f.ne(f.and(f.get(value!), f.i32(ALL_MASKED)), f.i32(ALL_MASKED)));
    loadControl(u, f, f.get(value!));
    f.i32(1)();
  });
}

/** FLDCW of a word that masks everything. */
export function loadControl({ state }: Pick<Unit, "state">, f: Func, value: Expression): void {
  const kept = f.or(f.and(value, f.i32(0x1f3f)), f.i32(0x40));
  f.store(OP.i32Store16, f.i32(0), state + STATE.fcw, kept);
}

/** Functions of the module by the name of the helper operation. */
export const X87_FUNCTIONS: Readonly<Record<string, Signature>> = Object.fromEntries(
  Object.entries({
    ...{ fpuBinary: 5, fsqrt: 0, fpuCompare: 4, ftst: 0, fcomi: 3, fldMemory: 1, fldBytes: 2, fldRegister: 1 },
    ...{ fldConstant: 1, fstRegister: 2, fxch: 1, fcmov: 2, fchs: 0, fabs: 0, fstMemory: 3, fwait: 0, fldcw: 1 },
    frndint: 0,
  }).map(([name, parameters]) => [name, signatureOf(parameters, "i32")]),
);

/** The functions over one memory. */
export function createX87(memory: WebAssembly.Memory, layout: Layout): EverydayFunctions {
  const p = new Program();
  const u: Unit = {
    ...{ p, state: layout.state, m: p.global("i64"), e: p.global("i32"), s: p.global("i32") },
    ...{ m2: p.global("i64"), e2: p.global("i32"), s2: p.global("i32"), hi: p.global("i64"), lo: p.global("i64") },
  };
  const values = defineValues(u);
  const parts: Parts = { ...values, decode: defineDecode(u, values) };
  defineArithmetic(u, parts);
  defineComparisons(u, parts);
  defineLoads(u, parts);
  defineMoves(u);
  defineStores(u, parts);
  defineControl(u);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(p.module(memoryTypeOf(memory))), { e: { memory } });
  return instance.exports as EverydayFunctions;
}
