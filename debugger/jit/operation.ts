// One operation of the intermediate representation as WebAssembly. Where operands live, where the flags come from and what
// leaving means is the surroundings' business: a run of known instructions, or one case of the emitted interpreter.

import type { InstructionIr, Op, OpOf, RegisterPart, Value } from "../cpu/ir.ts";
import { selectorOffset } from "../cpu/segments.ts";
import { STATE } from "../cpu/state.ts";
import { type Layout, PAGE_BYTES } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import { type FlagLocals, type Producer, pushCondition, pushFlag, pushWord } from "./lazy-flags.ts";
import { pushMulHigh } from "./multiply.ts";
import { binaryOpcodes, compareOpcodes, unarySequences } from "./opcodes.ts";
import { OP } from "./wasm-writer.ts";

/** What the operations of one instruction are surrounded by. */
export interface Surroundings {
  readonly e: Emitter;
  readonly layout: Layout;
  /** Told before each operation. */
  at?(op: Op): void;
  /** Where the flags come from at this point; operations that set flags replace it. */
  producer: Producer;
  /** A local that stays free until the instruction's end at least. */
  fresh(type: "i32" | "i64"): Local;
  /** The local of a value of the instruction under way. */
  local(value: Value): Local;
  /** Puts the constant on the stack. */
  pushConstant(ir: InstructionIr, op: OpOf<"const">): void;
  /** Puts a part of a general register on the stack: i64 for "64", else i32 without the other bits. */
  pushRegister(register: number, part: RegisterPart): void;
  setRegister(register: number, part: RegisterPart, from: Local): void;
  /** True for an access whose pages need no check any more. */
  isChecked?(op: Op): boolean;
  /** True for an access that is aligned for certain. */
  isAligned?(op: Op): boolean;
  /** Told of an access before it acts, when its pages have been checked. */
  access?(op: Op): void;
  /** Told of bytes that a function has stored. */
  stored?(address: Value, sizeBytes: number): void;
  /** Leaves with the state as before the instruction when the i32 on the stack is not 0. */
  exitIf(): void;
  jump(ir: InstructionIr, op: OpOf<"jump">): void;
  branch(ir: InstructionIr, op: OpOf<"branch">): void;
}

/** Operations that are known here; an instruction with any other stays in the step engine. */
const known = new Set<string>(
  (
    "const add sub mul and or xor shl shrU shrS rotl rotr eq ne ltU ltS leU leS clz ctz popcnt zext8 zext16 zext32 " +
    "sext8 sext16 sext32 wrap extendU extendS eqz select packCarry mulHighU mulHighS getRegister setRegister " +
    "getSegmentBase getSelector getFlag getCondition setFlag setFlags getFlagWord setFlagWords load store checkWrite divide trapIf byteSwap jump branch"
  ).split(" "),
);

/** True when the operation can be translated by itself. */
export function isKnownOperation(op: Op): boolean {
  if (op.op === "getFlag")
    return op.flag !== "df" && op.flag !== "tf" && op.flag !== "if" && op.flag !== "ac" && op.flag !== "id";
  if (op.op === "setFlag") return op.flag === "cf";
  if (op.op === "divide") return op.sizeBits >= 32;
  return known.has(op.op);
}

/** Emits one operation that isKnownOperation has let through. */
export function emitOperation(around: Surroundings, ir: InstructionIr, op: Op): void {
  const { e } = around;
  around.at?.(op);
  const binary =
    binaryOpcodes[op.op as keyof typeof binaryOpcodes] ?? compareOpcodes[op.op as keyof typeof compareOpcodes];
  if (binary !== undefined) {
    const { dest, a, b } = op as OpOf<"add">;
    e.binary(ir.types[a] === "i64" ? binary[1] : binary[0], around.local(a), around.local(b));
    e.set(around.local(dest));
    return;
  }
  const unary = unarySequences[op.op as keyof typeof unarySequences];
  if (unary !== undefined) {
    const { dest, a } = op as OpOf<"clz">;
    e.get(around.local(a));
    unary(e, ir.types[a]!);
    e.set(around.local(dest));
    return;
  }
  if (!pushValue(around, ir, op)) emitEffect(around, ir, op);
  else e.set(around.local((op as OpOf<"const">).dest));
}

/** Puts the result of an operation that has one on the stack. @returns false for the others. */
function pushValue(around: Surroundings, ir: InstructionIr, op: Op): boolean {
  const { e } = around;
  const of = (number: Value): Local => around.local(number);
  switch (op.op) {
    case "const":
      around.pushConstant(ir, op);
      return true;
    case "select":
      e.get(of(op.a));
      e.get(of(op.b));
      e.get(of(op.condition));
      e.op(OP.select);
      return true;
    case "packCarry":
      packCarry(e, of(op.carry), of(op.overflow));
      return true;
    case "getRegister":
      around.pushRegister(op.register, op.part);
      return true;
    case "getSegmentBase":
      e.i32(0);
      e.memory(OP.i64Load, around.layout.state + (op.segment === "fs" ? STATE.fsBase : STATE.gsBase));
      return true;
    case "getSelector":
      e.i32(0);
      e.memory(OP.i32Load16U, around.layout.state + selectorOffset(op.segment));
      return true;
    case "getFlag":
      pushFlag(e, around.producer, op.flag as "cf");
      return true;
    case "getCondition":
      pushCondition(e, around.producer, op.condition);
      return true;
    case "getFlagWord":
      pushWord(e, around.producer, op.word);
      return true;
    case "byteSwap":
      byteSwap(e, ir.types[op.a]!, of(op.a));
      return true;
    case "mulHighU":
    case "mulHighS":
      pushMulHigh(e, op.op === "mulHighS" ? "signed" : "unsigned", of(op.a), of(op.b));
      return true;
    case "load":
      load(around, ir, op);
      return true;
    default:
      return false;
  }
}

function emitEffect(around: Surroundings, ir: InstructionIr, op: Op): void {
  const { e } = around;
  const of = (number: Value): Local => around.local(number);
  switch (op.op) {
    case "setRegister":
      around.setRegister(op.register, op.part, of(op.value));
      return;
    case "setFlags":
      setFlags(around, op);
      return;
    case "setFlag":
      setCarry(around, of(op.value));
      return;
    case "setFlagWords":
      around.producer = {
        from: "words",
        words: { result: of(op.result), carry: of(op.carry), aux: of(op.aux) },
      };
      return;
    case "store":
      store(around, ir, op);
      return;
    case "checkWrite":
      checkPage(around, ir, op.address, op.sizeBytes, around.layout.writeTags);
      around.access?.(op);
      return;
    case "divide":
      divide(around, op);
      return;
    case "trapIf":
      e.get(of(op.condition));
      around.exitIf();
      return;
    case "jump":
      around.jump(ir, op);
      return;
    case "branch":
      around.branch(ir, op);
      return;
    default:
      throw new Error(`untranslated operation ${op.op}`);
  }
}

/** Swaps neighbours, then pairs, then halves: the last by a rotation. */
function byteSwap(e: Emitter, type: "i32" | "i64", value: Local): void {
  const wide = type === "i64";
  const swapped = e.local(type);
  e.get(value);
  const steps = wide
    ? ([
        [0x00ff00ff00ff00ffn, 8n],
        [0x0000ffff0000ffffn, 16n],
      ] as const)
    : ([[0x00ff00ffn, 8n]] as const);
  for (const [mask, distance] of steps) {
    e.tee(swapped);
    e.constant(type, distance);
    e.op(wide ? OP.i64ShrU : OP.i32ShrU);
    e.constant(type, mask);
    e.op(wide ? OP.i64And : OP.i32And);
    e.get(swapped);
    e.constant(type, mask);
    e.op(wide ? OP.i64And : OP.i32And);
    e.constant(type, distance);
    e.op(...(wide ? [OP.i64Shl, OP.i64Or] : [OP.i32Shl, OP.i32Or]));
  }
  e.constant(type, wide ? 32n : 16n);
  e.op(wide ? OP.i64Rotl : OP.i32Rotl);
}

// ---- flags

export function packCarry(e: Emitter, carry: Local, overflow: Local): void {
  e.get(carry);
  e.op(OP.i64ExtendI32U);
  e.i64(63n);
  e.op(OP.i64Shl);
  e.binary(OP.i32Xor, carry, overflow);
  e.op(OP.i64ExtendI32U);
  e.i64(62n);
  e.op(OP.i64Shl, OP.i64Or);
}

/** Nothing is computed: the flags are what the operation's own values say. */
function setFlags(around: Surroundings, op: OpOf<"setFlags">): void {
  const { e } = around;
  const carryBefore = around.fresh("i64");
  if (op.kind === "inc" || op.kind === "dec") {
    pushWord(e, around.producer, "carry");
    e.set(carryBefore);
  }
  around.producer = {
    from: "operation",
    kind: op.kind,
    sizeBits: op.sizeBits,
    a: around.local(op.a),
    b: around.local(op.b),
    result: around.local(op.result),
    carryBefore,
  };
}

/** CF alone: the other words stay what they are, OF is kept. */
function setCarry(around: Surroundings, carry: Local): void {
  const { e } = around;
  const words: FlagLocals = { result: around.fresh("i64"), carry: around.fresh("i64"), aux: around.fresh("i64") };
  const overflow = around.fresh("i32");
  pushFlag(e, around.producer, "of");
  e.set(overflow);
  pushWord(e, around.producer, "result");
  e.set(words.result);
  pushWord(e, around.producer, "aux");
  e.set(words.aux);
  packCarry(e, carry, overflow);
  e.set(words.carry);
  around.producer = { from: "words", words };
}

// ---- memory

/** Puts an address on the stack as i64. */
export function pushAddress({ e, local }: Surroundings, ir: InstructionIr, address: Value): void {
  e.get(local(address));
  if (ir.types[address] === "i32") e.op(OP.i64ExtendI32U);
}

/**
 * Leaves unless the page of the address carries its own tag and the access stays in the page: one compare says mapped,
 * permitted, canonical and not crossing.
 */
export function checkPage(
  around: Surroundings,
  ir: InstructionIr,
  address: Value,
  sizeBytes: number,
  tags: number,
): void {
  pushNeedsCare(around, ir, { address, from: 0, sizeBytes, tags });
  around.exitIf();
}

export interface CheckedRange {
  readonly address: Value;
  /** First byte, counted from the address. */
  readonly from: number;
  readonly sizeBytes: number;
  readonly tags: number;
}

/** i32 on the stack: not 0 unless the whole range lies in one page that carries its tag. */
export function pushNeedsCare(around: Surroundings, ir: InstructionIr, range: CheckedRange): void {
  const { e, layout } = around;
  const { address, from, sizeBytes, tags } = range;
  const start = e.local("i64");
  pushAddress(around, ir, address);
  if (from !== 0) {
    e.i64(BigInt(from));
    e.op(OP.i64Add);
  }
  e.tee(start);
  e.op(OP.i32WrapI64);
  // Place of the page's tag: 8 bytes for each 4096.
  e.i32(Math.log2(PAGE_BYTES / 8));
  e.op(OP.i32ShrU);
  e.i32((layout.foldBytes / PAGE_BYTES - 1) * 8);
  e.op(OP.i32And);
  e.memory(OP.i64Load, tags);
  // What is left of the address without the tag is the place in the page, or much more.
  e.get(start);
  e.op(OP.i64Xor);
  e.i64(BigInt(PAGE_BYTES - sizeBytes));
  e.op(OP.i64GtU);
}

export function pushHostAddress({ e, layout, local }: Surroundings, ir: InstructionIr, address: Value): void {
  e.get(local(address));
  if (ir.types[address] === "i64") e.op(OP.i32WrapI64);
  e.i32(layout.foldBytes - 1);
  e.op(OP.i32And);
}

const LOADS = { 8: OP.i32Load8U, 16: OP.i32Load16U, 32: OP.i32Load, 64: OP.i64Load } as const;
const STORES = { 8: OP.i32Store8, 16: OP.i32Store16, 32: OP.i32Store, 64: OP.i64Store } as const;

function load(around: Surroundings, ir: InstructionIr, op: OpOf<"load">): void {
  checkAccess(around, ir, op);
  around.access?.(op);
  pushHostAddress(around, ir, op.address);
  around.e.memory(LOADS[op.sizeBits], 0);
}

/** The tags an access has to match: what may be written may be read. */
export function tagsFor(
  { readTags, writeTags }: Layout,
  op: OpOf<"load"> | OpOf<"store"> | OpOf<"loadBytes"> | OpOf<"storeBytes">,
): number {
  return writesTo(op) ? writeTags : readTags;
}

export function writesTo(op: Op): boolean {
  return op.op === "store" || op.op === "storeBytes" || (op.op === "load" && op.intent === "update");
}

function checkAccess(around: Surroundings, ir: InstructionIr, op: OpOf<"load"> | OpOf<"store">): void {
  if ((op.op === "store" && op.check === "unchecked") || around.isChecked?.(op)) return;
  checkPage(around, ir, op.address, op.sizeBits / 8, tagsFor(around.layout, op));
}

function store(around: Surroundings, ir: InstructionIr, op: OpOf<"store">): void {
  checkAccess(around, ir, op);
  around.access?.(op);
  pushHostAddress(around, ir, op.address);
  around.e.get(around.local(op.value));
  around.e.memory(STORES[op.sizeBits], 0);
}

// ---- division

/** 32-bit division in 64 bits, 64-bit division of a dividend that fits in 64 bits; the rest, and #DE, in the step engine. */
function divide(around: Surroundings, op: OpOf<"divide">): void {
  const { e } = around;
  const [dividend, divisor, quotient] = [around.fresh("i64"), around.fresh("i64"), around.fresh("i64")];
  const signed = op.signed === "signed";
  const narrow = op.sizeBits === 32;
  e.get(around.local(op.divisor));
  if (narrow) e.op(signed ? OP.i64ExtendI32S : OP.i64ExtendI32U);
  e.tee(divisor);
  e.op(OP.i64Eqz);
  around.exitIf();
  if (narrow) {
    e.get(around.local(op.high));
    e.op(OP.i64ExtendI32U);
    e.i64(32n);
    e.op(OP.i64Shl);
    e.get(around.local(op.low));
    e.op(OP.i64ExtendI32U, OP.i64Or);
  } else {
    e.get(around.local(op.high));
    if (signed) {
      e.get(around.local(op.low));
      e.i64(63n);
      e.op(OP.i64ShrS);
    } else e.i64(0n);
    e.op(OP.i64Ne);
    around.exitIf();
    e.get(around.local(op.low));
  }
  e.set(dividend);
  if (signed) exitIfMostNegative(around, dividend);
  e.binary(signed ? OP.i64DivS : OP.i64DivU, dividend, divisor);
  e.set(quotient);
  if (narrow) {
    e.get(quotient);
    e.get(quotient);
    e.op(OP.i32WrapI64, signed ? OP.i64ExtendI32S : OP.i64ExtendI32U, OP.i64Ne);
    around.exitIf();
  }
  e.get(quotient);
  if (narrow) e.op(OP.i32WrapI64);
  e.set(around.local(op.quotient));
  e.binary(signed ? OP.i64RemS : OP.i64RemU, dividend, divisor);
  if (narrow) e.op(OP.i32WrapI64);
  e.set(around.local(op.remainder));
}

/** −2^63 divided by −1 would trap in WebAssembly. */
function exitIfMostNegative({ e, exitIf }: Surroundings, dividend: Local): void {
  e.get(dividend);
  e.i64(-(1n << 63n));
  e.op(OP.i64Eq);
  exitIf();
}
