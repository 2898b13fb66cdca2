// x87 instructions in a region, on the stack in locals (x87-stack.ts): moves are moves of locals, arithmetic is a call of a
// function on values (x87-values.ts). What the everyday way does not do leaves the region before the instruction, so nothing
// changes before the last check.

import { ROUND } from "../cpu/float/arithmetic.ts";
import type { InstructionIr, OpOf, Value } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import { FORMAT_BYTES, MEMORY_FORMATS } from "../cpu/x87/transfer.ts";
import type { Layout } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import { checkPage, pushHostAddress, type Surroundings } from "./operation.ts";
import { type Expression, Func } from "./wasm-program.ts";
import { OP } from "./wasm-writer.ts";
import {
  ALL_MASKED,
  BINARY_OPERATIONS,
  CONSTANTS,
  isRoundedConstant,
  loadControl,
  X87_FUNCTIONS,
} from "./x87-module.ts";
import { BIAS, FORMAT, TOP_BIT } from "./x87-numbers.ts";
import { type Helper, holds, isFree, SLOTS, slotOf, statusWord, type X87Known, type X87Stack } from "./x87-stack.ts";
import { callForNumber, type Extended, type ValueFunction } from "./x87-values.ts";

/** What an instruction is emitted with. */
export interface X87Emission {
  readonly e: Emitter;
  readonly layout: Layout;
  readonly stack: X87Stack;
  /** Changes with what is emitted. */
  known: X87Known;
  /** Leaves when the i32 on the stack is not 0. */
  exitIf(): void;
  /** Told of constructs that were opened or closed. */
  nest(by: number): void;
  /** Calls a function on values. */
  call(name: ValueFunction, ...args: readonly Expression[]): Expression;
}

/** Leaves unless the slots are as they must be, as far as that is not known. */
function require(x: X87Emission, bits: number): void {
  const f = new Func(x.e);
  const opposite = ((bits & 0xff) << SLOTS) | (bits >> SLOTS);
  const missing = bits & ~x.known.tags;
  if (missing === 0) return;
  if (x.known.tags & opposite) f.i32(1)();
  else f.ne(f.and(f.get(x.stack.tags), f.i32(missing)), f.i32(missing))();
  x.exitIf();
  x.known = { ...x.known, tags: (x.known.tags & ~opposite) | bits };
}

/** What ST(index) holds. */
const at = ({ stack, known }: X87Emission, index: number): Extended => stack.slots.get(slotOf(known, index))!;

/** What stack registers hold, which must be something. */
function readStack(x: X87Emission, ...indices: readonly number[]): readonly Extended[] {
  require(x, indices.reduce((bits, index) => bits | holds(slotOf(x.known, index)), 0));
  return indices.map((index) => at(x, index));
}

/** Turns a slot that was free into one that holds something, or the other way round. */
function turn(x: X87Emission, slot: number, moves: number): void {
  const { depth, tags, changed } = x.known;
  const both = holds(slot) | isFree(slot);
  x.known = { depth: (depth + moves) & (SLOTS - 1), tags: tags ^ both, changed: changed ^ both };
}

function popTimes(x: X87Emission, times: number): void {
  for (let k = 0; k < times; k++) turn(x, slotOf(x.known, 0), 1);
}

/** PE, where it is not there yet, and C1 of a result's word; C1 is 0 without one. */
function note({ e, stack: { inexact, last } }: X87Emission, word?: Local): void {
  const f = new Func(e);
  if (word !== undefined) f.set(inexact, f.or(f.get(inexact), f.get(word)));
  f.set(last, word === undefined ? f.i32(0) : f.get(word));
}

function copy({ e }: X87Emission, to: Extended, from: Extended): void {
  const f = new Func(e);
  f.set(to.m, f.get(from.m));
  f.set(to.word, f.get(from.word));
}

/** The result of a function on values, which is refused where its word is negative. */
function callFor(x: X87Emission, call: Expression): Extended {
  const f = new Func(x.e);
  const number = callForNumber(f, call);
  f.ltS(f.get(number.word), f.i32(0))();
  x.exitIf();
  return number;
}

/** Writes a result where an operand was. */
function deliver(x: X87Emission, to: Extended, { m, word }: Extended): void {
  const f = new Func(x.e);
  note(x, word);
  f.set(to.m, f.get(m));
  f.set(to.word, f.and(f.get(word), f.i32(0xffff)));
}

/** Pushes; the free slot has been asked for. */
function push(x: X87Emission, from: Extended): void {
  note(x);
  copy(x, at(x, -1), from);
  turn(x, slotOf(x.known, -1), -1);
}

/** Floats in memory: bits of the fraction, of the exponent, bias beside that of 80 bits. */
const FLOATS: readonly (readonly [bigint, bigint])[] = [
  [23n, 8n],
  [52n, 11n],
];

/** A number of a float format; what is neither normal nor zero is left to the step engine. */
function decodeFloat(x: X87Emission, bits: Expression, format: number): Extended {
  const f = new Func(x.e);
  const [fractionBits, exponentBits] = FLOATS[format]!;
  const largest = (1 << Number(exponentBits)) - 1;
  const all = f.let("i64", bits);
  const field = f.let("i32", f.and(f.wrap(f.shr64(f.get(all), f.i64(fractionBits))), f.i32(largest)));
  const shifted = f.wrap(f.shr64(f.get(all), f.i64(fractionBits + exponentBits - 15n)));
  const sign = f.let("i32", f.and(shifted, f.i32(0x8000)));
  const m = f.let("i64", f.or64(f.shl64(f.get(all), f.i64(63n - fractionBits)), f.i64(TOP_BIT)));
  const word = f.let("i32", f.or(f.add(f.get(field), f.i32(BIAS - (largest >> 1))), f.get(sign)));
  x.nest(1);
  f.if(f.not(f.ltU(f.sub(f.get(field), f.i32(1)), f.i32(largest - 1))), () => {
    f.ne64(f.shl64(f.get(all), f.i64(64n - fractionBits - exponentBits)), f.i64(0n))();
    x.exitIf();
    f.set(m, f.i64(0n));
    f.set(word, f.get(sign));
  });
  x.nest(-1);
  return { m, word };
}

/** A number that was loaded from memory: an i64, or an i32 with bits of its own only. */
function decode(x: X87Emission, { local }: Surroundings, ir: InstructionIr, value: Value, format: number): Extended {
  const f = new Func(x.e);
  const loaded = f.get(local(value));
  const wide = ir.types[value] === "i64" ? loaded : f.extend(loaded);
  if (format <= FORMAT.double) return decodeFloat(x, wide, format);
  const extended = { [FORMAT.int16]: OP.i64Extend16S, [FORMAT.int32]: OP.i64Extend32S }[format];
  const integer = extended === undefined ? wide : f.one(extended)(wide);
  return callForNumber(f, x.call("fromInteger", integer));
}

/** ST(index), or what was loaded from memory where there is a format. */
function operandOf(
  x: X87Emission,
  around: Surroundings,
  ir: InstructionIr,
  op: Helper,
  [format, index]: readonly number[],
): Extended {
  if (format! < 0) return readStack(x, index!)[0]!;
  return decode(x, around, ir, op.arguments[0]!, format!);
}

/** C3 and C0 of a comparison. */
function compare(x: X87Emission, a: Extended, m: Expression, word: Expression): Local {
  const f = new Func(x.e);
  const bits = f.let("i32", x.call("order", f.get(a.m), f.get(a.word), m, word));
  f.ltS(f.get(bits), f.i32(0))();
  x.exitIf();
  return bits;
}

function compareToConditions(x: X87Emission, around: Surroundings, ir: InstructionIr, op: Helper): void {
  const f = new Func(x.e);
  const [format = -1, index = 0, , pops = 0] = op.constants;
  const other = operandOf(x, around, ir, op, [format, index]);
  setConditions(x, compare(x, readStack(x, 0)[0]!, f.get(other.m), f.get(other.word)));
  popTimes(x, pops);
}

function setConditions(x: X87Emission, bits: Local): void {
  const f = new Func(x.e);
  const { status } = x.stack;
  note(x);
  f.set(status, f.or(f.and(f.get(status), f.i32(~0x4700)), f.get(bits)));
}

/** The bits to store, and their word. */
function encode(x: X87Emission, { m, word }: Extended, format: number, truncates: number): Extended {
  const f = new Func(x.e);
  const number = [f.get(m), f.get(word)];
  if (format >= FORMAT.int16) {
    const sizeBits = 16 << (format - FORMAT.int16);
    return callFor(x, x.call("toInteger", ...number, f.i32(sizeBits), f.i32(truncates)));
  }
  if (format === FORMAT.single) return callFor(x, x.call("toSingle", ...number));
  // A normal double is stored as it is.
  const stored = { m: x.e.local("i64"), word: f.let("i32", f.i32(0)) };
  const e = f.let("i32", f.sub(f.and(f.get(word), f.i32(0x7fff)), f.i32(BIAS - 1023)));
  const isShort = f.eq64(f.and64(f.get(m), f.i64(TOP_BIT | 0x7ffn)), f.i64(TOP_BIT));
  f.if(
    f.and(isShort, f.ltU(f.sub(f.get(e), f.i32(1)), f.i32(2046))),
    () => {
      const fraction = f.shr64(f.shl64(f.get(m), f.i64(1n)), f.i64(12n));
      const power = f.shl64(f.extend(f.get(e)), f.i64(52n));
      const sign = f.shl64(f.extend(f.shr(f.get(word), f.i32(15))), f.i64(63n));
      f.set(stored.m, f.or64(f.or64(fraction, power), sign));
    },
    () => {
      x.call("toDouble", ...number)();
      x.e.set(stored.word);
      x.e.set(stored.m);
    },
  );
  f.ltS(f.get(stored.word), f.i32(0))();
  x.exitIf();
  return stored;
}

const STORES = { 2: OP.i32Store16, 4: OP.i32Store, 8: OP.i64Store } as const;

function store(x: X87Emission, around: Surroundings, ir: InstructionIr, op: Helper): void {
  const f = new Func(x.e);
  const [format = 0, truncates = 0, pops = 0] = op.constants;
  const address = op.arguments[0]!;
  const sizeBytes = FORMAT_BYTES[MEMORY_FORMATS[format]!];
  const [number] = readStack(x, 0) as [Extended];
  checkPage(around, ir, address, sizeBytes, x.layout.writeTags);
  around.access?.({ op: "checkWrite", address, sizeBytes, space: "data", follows: "store" });
  const stored = format === FORMAT.extended ? number : encode(x, number, format, truncates);
  pushHostAddress(around, ir, address);
  f.get(stored.m)();
  if (sizeBytes < 8) x.e.op(OP.i32WrapI64);
  x.e.memory(sizeBytes === 10 ? OP.i64Store : STORES[sizeBytes as 2 | 4 | 8], 0);
  if (sizeBytes === 10) {
    pushHostAddress(around, ir, address);
    f.get(number.word)();
    x.e.memory(OP.i32Store16, 8);
  }
  around.stored?.(address, sizeBytes);
  note(x, format === FORMAT.extended ? undefined : stored.word);
  popTimes(x, pops);
}

function storeRegister(x: X87Emission, index: number, pops: number): void {
  const { tags } = x.stack;
  const [from] = readStack(x, 0) as [Extended];
  const slot = slotOf(x.known, index);
  note(x);
  if (index !== 0) copy(x, at(x, index), from);
  if (x.known.tags & isFree(slot)) turn(x, slot, 0);
  else if ((x.known.tags & holds(slot)) === 0) {
    const f = new Func(x.e);
    f.set(tags, f.and(f.or(f.get(tags), f.i32(holds(slot))), f.i32(~isFree(slot))));
    x.known = { ...x.known, tags: x.known.tags | holds(slot) };
  }
  popTimes(x, pops);
}

function binary(x: X87Emission, around: Surroundings, ir: InstructionIr, op: Helper): void {
  const f = new Func(x.e);
  const [operation = 0, dest = 0, format = -1, index = 0, pops = 0] = op.constants;
  const { by, negates, isReversed } = BINARY_OPERATIONS[operation]!;
  // Both at once where both are on the stack.
  if (format < 0) readStack(x, dest, index);
  const [own] = readStack(x, dest) as [Extended];
  const other = operandOf(x, around, ir, op, [format, index]);
  const [first, second] = isReversed ? [other, own] : [own, other];
  const word = negates ? f.xor(f.get(second.word), f.i32(0x8000)) : f.get(second.word);
  const result = callFor(x, x.call(by, f.get(first.m), f.get(first.word), f.get(second.m), word));
  deliver(x, own, result);
  popTimes(x, pops);
}

function pushConstant(x: X87Emission, index: number): void {
  const f = new Func(x.e);
  const [m, word] = CONSTANTS[index]!;
  require(x, isFree(slotOf(x.known, -1)));
  if (isRoundedConstant(index)) {
    const control = f.load(OP.i32Load16U, f.i32(0), x.layout.state + STATE.fcw);
    f.ne(f.and(control, f.i32(0xc00)), f.i32(ROUND.nearest))();
    x.exitIf();
  }
  push(x, { m: f.let("i64", f.i64(m)), word: f.let("i32", f.i32(word)) });
}

function compareToFlags(x: X87Emission, around: Surroundings, op: Helper): void {
  const f = new Func(x.e);
  const [index = 0, , pops = 0] = op.constants;
  const [a, b] = readStack(x, 0, index) as [Extended, Extended];
  const bits = compare(x, a, f.get(b.m), f.get(b.word));
  const [flags, counts] = op.results.map((value) => around.local(value));
  // ZF and CF are C3 and C0, eight bits lower.
  f.set(flags!, f.shr(f.get(bits), f.i32(8)));
  f.set(counts!, f.i32(1));
  popTimes(x, pops);
}

/** FXCH. */
function exchange(x: X87Emission, index: number): void {
  const f = new Func(x.e);
  const [a, b] = readStack(x, 0, index) as [Extended, Extended];
  const old = { m: f.let("i64", f.get(a.m)), word: f.let("i32", f.get(a.word)) };
  note(x);
  copy(x, a, b);
  copy(x, b, old);
}

/** FCMOVcc. */
function moveWhere(x: X87Emission, isMoved: Expression, index: number): void {
  const f = new Func(x.e);
  const [to, from] = readStack(x, 0, index) as [Extended, Extended];
  f.set(to.m, f.select(isMoved, f.get(from.m), f.get(to.m)));
  f.set(to.word, f.select(isMoved, f.get(from.word), f.get(to.word)));
}

function changeSign(x: X87Emission, opcode: number, mask: number): void {
  const f = new Func(x.e);
  const [own] = readStack(x, 0) as [Extended];
  note(x);
  f.set(own.word, f.two(opcode)(f.get(own.word), f.i32(mask)));
}

function replaceTop(x: X87Emission, by: ValueFunction): void {
  const f = new Func(x.e);
  const [own] = readStack(x, 0) as [Extended];
  deliver(x, own, callFor(x, x.call(by, f.get(own.m), f.get(own.word))));
}

/** Ten bytes from memory, before FLD pushes them. */
export function loadTenBytes(x: X87Emission, around: Surroundings, ir: InstructionIr, op: OpOf<"loadBytes">): void {
  const { m, word } = x.stack.loaded;
  const { address } = op;
  if (!around.isChecked?.(op)) checkPage(around, ir, address, 10, x.layout.readTags);
  around.access?.(op);
  pushHostAddress(around, ir, address);
  x.e.memory(OP.i64Load, 0);
  x.e.set(m);
  pushHostAddress(around, ir, address);
  x.e.memory(OP.i32Load16U, 8);
  x.e.set(word);
}

function loadControlWord(x: X87Emission, value: Expression): void {
  const f = new Func(x.e);
  f.ne(f.and(value, f.i32(ALL_MASKED)), f.i32(ALL_MASKED))();
  x.exitIf();
  loadControl(x.layout, f, value);
}

/** FWAIT. What comes behind it in the same instruction and looks at the tags learns the same. */
function waitForPending(x: X87Emission, { ops }: InstructionIr): void {
  const f = new Func(x.e);
  const looks = ({ name }: Helper): boolean => name !== "fwait" && name !== "fldcw" && name in X87_FUNCTIONS;
  if (x.known.tags !== 0 || ops.some((other) => other.op === "helper" && looks(other))) return;
  f.not(f.get(x.stack.tags))();
  x.exitIf();
}

type Emit = (x: X87Emission, op: Helper, around: Surroundings, ir: InstructionIr) => void;

const EMIT: Readonly<Record<string, Emit>> = {
  fpuBinary: (x, op, around, ir) => binary(x, around, ir, op),
  fsqrt: (x) => replaceTop(x, "squareRoot"),
  frndint: (x) => replaceTop(x, "roundToInteger"),
  fpuCompare: (x, op, around, ir) => compareToConditions(x, around, ir, op),
  ftst(x) {
    const f = new Func(x.e);
    setConditions(x, compare(x, readStack(x, 0)[0]!, f.i64(0n), f.i32(0)));
  },
  fcomi: (x, op, around) => compareToFlags(x, around, op),
  fldMemory(x, op, around, ir) {
    require(x, isFree(slotOf(x.known, -1)));
    push(x, decode(x, around, ir, op.arguments[0]!, op.constants[0]!));
  },
  fldBytes(x) {
    require(x, isFree(slotOf(x.known, -1)));
    push(x, x.stack.loaded);
  },
  fldRegister(x, { constants: [index = 0] }) {
    require(x, isFree(slotOf(x.known, -1)) | holds(slotOf(x.known, index)));
    push(x, at(x, index));
  },
  fldConstant: (x, { constants }) => pushConstant(x, constants[0]!),
  fstRegister: (x, { constants }) => storeRegister(x, constants[0]!, constants[1]!),
  fstMemory: (x, op, around, ir) => store(x, around, ir, op),
  fxch: (x, { constants }) => exchange(x, constants[0]!),
  fcmov: (x, op, around) => moveWhere(x, new Func(x.e).get(around.local(op.arguments[0]!)), op.constants[0]!),
  fchs: (x) => changeSign(x, OP.i32Xor, 0x8000),
  fabs: (x) => changeSign(x, OP.i32And, 0x7fff),
  fldcw: (x, op, around) => loadControlWord(x, new Func(x.e).get(around.local(op.arguments[0]!))),
  fwait: (x, _op, _around, ir) => waitForPending(x, ir),
};

/** Emits a helper operation of the x87. */
export function emitStackOperation(x: X87Emission, around: Surroundings, ir: InstructionIr, op: Helper): void {
  EMIT[op.name]!(x, op, around, ir);
}

/** FNSTSW. */
export function pushStatusWord({ e, stack, known }: X87Emission): void {
  const f = new Func(e);
  statusWord(f, stack, f.i32(known.depth))();
}
