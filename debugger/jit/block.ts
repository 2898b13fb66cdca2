// One straight-line run of instructions as one WebAssembly function: registers and flags in locals, memory through the page
// tags, exits that leave the architectural state exactly as before the instruction that needs help. A run that jumps back to
// its own start becomes a loop.

import type { InstructionIr, Op, OpOf, RegisterPart, Value } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import { type Layout, PAGE_BYTES } from "../mem/layout.ts";
import { Emitter, type Local } from "./emitter.ts";
import { type FlagLocals, materialise, type Producer, pushCondition, pushFlag, pushWord } from "./lazy-flags.ts";
import { pushMulHigh } from "./multiply.ts";
import { binaryOpcodes, compareOpcodes, unarySequences } from "./opcodes.ts";
import { moduleOf, OP, VOID_TYPE } from "./wasm-writer.ts";

/** What the function returns. */
export const EXIT = {
  /** rip is set; go on there. */
  next: 0,
  /** The instruction at rip needs the step engine. */
  slow: 1,
  /** The last retired instruction was a call, or a return: the record of calls follows. */
  call: 2,
  return: 3,
} as const;

/** Offset in the state struct where the function leaves how many instructions it retired (u32). */
export const RETIRED_SCRATCH = STATE.exitKind;

export interface BlockSource {
  /** At least one; only the last may change the flow. */
  readonly instructions: readonly InstructionIr[];
  readonly bits: 32 | 64;
  readonly layout: Layout;
  readonly memoryPages: number;
}

interface Block {
  readonly e: Emitter;
  readonly source: BlockSource;
  readonly registers: Map<number, Local>;
  readonly dirty: ReadonlySet<number>;
  readonly words: FlagLocals;
  readonly usesFlags: boolean;
  readonly isLoop: boolean;
  /** Instructions retired in earlier rounds of the loop. */
  readonly rounds: Local;
  producer: Producer;
  /** Locals of the current instruction's values. */
  values: Map<Value, Local>;
  index: number;
}

/** Operations that this translator knows; an instruction with any other stays in the step engine. */
const known = new Set<string>(
  (
    "const add sub mul and or xor shl shrU shrS rotl rotr eq ne ltU ltS leU leS clz ctz popcnt zext8 zext16 zext32 " +
    "sext8 sext16 sext32 wrap extendU extendS eqz select packCarry mulHighU mulHighS getRegister setRegister " +
    "getSegmentBase getFlag getCondition setFlag setFlags getFlagWord setFlagWords load store checkWrite divide jump branch"
  ).split(" "),
);

/** True when every operation of the instruction can be translated. */
export function isTranslatable(ir: InstructionIr): boolean {
  if (ir.repeat !== undefined) return false;
  return ir.ops.every((op) => {
    if (op.op === "getFlag")
      return op.flag !== "df" && op.flag !== "tf" && op.flag !== "if" && op.flag !== "ac" && op.flag !== "id";
    if (op.op === "setFlag") return op.flag === "cf";
    if (op.op === "divide") return op.sizeBits === 32 || (op.sizeBits === 64 && op.signed === "unsigned");
    return known.has(op.op);
  });
}

/** True when the instruction decides where to go on. */
export const endsBlock = (ir: InstructionIr): boolean => ir.ops.some((op) => op.op === "jump" || op.op === "branch");

function dirtyRegisters(instructions: readonly InstructionIr[]): Set<number> {
  const dirty = new Set<number>();
  for (const ir of instructions) for (const op of ir.ops) if (op.op === "setRegister") dirty.add(op.register);
  return dirty;
}

/** The target of the last instruction when it is a constant. */
function constantTarget(ir: InstructionIr): bigint | undefined {
  const last = ir.ops.at(-1);
  if (last?.op === "branch") return last.target;
  if (last?.op !== "jump" || last.kind !== "jump") return undefined;
  const constant = ir.ops.find((op) => op.op === "const" && op.dest === last.target);
  return constant?.op === "const" ? constant.value : undefined;
}

/** Translates a run. The module exports "run": (most instructions to retire in loops) → EXIT. */
export function translateBlock(source: BlockSource): Uint8Array<ArrayBuffer> {
  const e = new Emitter();
  const { instructions } = source;
  const words = { result: e.local("i64"), carry: e.local("i64"), aux: e.local("i64") };
  const block: Block = {
    e,
    source,
    registers: new Map(),
    dirty: dirtyRegisters(instructions),
    words,
    usesFlags: instructions.some((ir) => ir.ops.some((op) => /Flag|Condition/.test(op.op))),
    isLoop: constantTarget(instructions.at(-1)!) === instructions[0]!.address,
    rounds: e.local("i32"),
    producer: { from: "words", words },
    values: new Map(),
    index: 0,
  };
  loadState(block);
  if (block.isLoop) e.op(OP.loop, VOID_TYPE);
  instructions.forEach((ir, index) => {
    block.index = index;
    block.values = new Map();
    for (const op of ir.ops) emitOp(block, ir, op);
  });
  const last = instructions.at(-1)!;
  if (!endsBlock(last)) exit(block, instructions.length, EXIT.next, () => e.i64(last.next));
  if (block.isLoop) e.op(OP.end);
  e.i32(EXIT.next);
  return moduleOf(e.locals, e.code, source.memoryPages);
}

// ---- state

function loadState(block: Block): void {
  const { e, source } = block;
  const used = new Set(block.dirty);
  for (const ir of source.instructions) for (const op of ir.ops) if (op.op === "getRegister") used.add(op.register);
  const state = source.layout.state;
  for (const register of used) {
    const local = e.local("i64");
    block.registers.set(register, local);
    loadStateWord(e, state + STATE.gpr + 8 * register, local);
  }
  if (!block.usesFlags) return;
  loadStateWord(e, state + STATE.flagResult, block.words.result);
  loadStateWord(e, state + STATE.flagCarry, block.words.carry);
  loadStateWord(e, state + STATE.flagAux, block.words.aux);
}

function loadStateWord(e: Emitter, address: number, into: Local): void {
  e.i32(0);
  e.memory(OP.i64Load, address);
  e.set(into);
}

/** Leaves the function with everything written back. `pushRip` puts the new rip (i64) on the stack. */
function exit(block: Block, retired: number, kind: number, pushRip: () => void): void {
  const { e, source } = block;
  const state = source.layout.state;
  for (const register of block.dirty) {
    e.i32(0);
    e.get(block.registers.get(register)!);
    e.memory(OP.i64Store, state + STATE.gpr + 8 * register);
  }
  if (block.usesFlags && (block.producer.from === "operation" || block.producer.words !== block.words || block.isLoop))
    storeFlags(block);
  e.i32(0);
  pushRip();
  e.memory(OP.i64Store, state + STATE.rip);
  e.i32(0);
  e.get(block.rounds);
  e.i32(retired);
  e.op(OP.i32Add);
  e.memory(OP.i32Store, state + RETIRED_SCRATCH);
  e.i32(kind);
  e.op(OP.return);
}

function storeFlags(block: Block): void {
  const { e, source } = block;
  const offsets = { result: STATE.flagResult, carry: STATE.flagCarry, aux: STATE.flagAux } as const;
  for (const word of ["result", "carry", "aux"] as const) {
    e.i32(0);
    pushWord(e, block.producer, word);
    e.memory(OP.i64Store, source.layout.state + offsets[word]);
  }
}

/** Leaves before the current instruction when the i32 on the stack is not 0. */
function exitIf(block: Block): void {
  const { e } = block;
  e.op(OP.if, VOID_TYPE);
  exit(block, block.index, EXIT.slow, () => e.i64(block.source.instructions[block.index]!.address));
  e.op(OP.end);
}

// ---- operations

function value(block: Block, ir: InstructionIr, number: Value): Local {
  let local = block.values.get(number);
  if (local === undefined) {
    local = block.e.local(ir.types[number]!);
    block.values.set(number, local);
  }
  return local;
}

function emitOp(block: Block, ir: InstructionIr, op: Op): void {
  const { e } = block;
  const of = (number: Value): Local => value(block, ir, number);
  const binary =
    binaryOpcodes[op.op as keyof typeof binaryOpcodes] ?? compareOpcodes[op.op as keyof typeof compareOpcodes];
  if (binary !== undefined) {
    const { dest, a, b } = op as OpOf<"add">;
    e.binary(ir.types[a] === "i64" ? binary[1] : binary[0], of(a), of(b));
    e.set(of(dest));
    return;
  }
  const unary = unarySequences[op.op as keyof typeof unarySequences];
  if (unary !== undefined) {
    const { dest, a } = op as OpOf<"clz">;
    e.get(of(a));
    unary(e, ir.types[a]!);
    e.set(of(dest));
    return;
  }
  emitStateOp(block, ir, op, of);
}

function emitStateOp(block: Block, ir: InstructionIr, op: Op, of: (number: Value) => Local): void {
  const { e } = block;
  switch (op.op) {
    case "const":
      e.constant(ir.types[op.dest]!, op.value);
      e.set(of(op.dest));
      return;
    case "select":
      e.get(of(op.a));
      e.get(of(op.b));
      e.get(of(op.condition));
      e.op(OP.select);
      e.set(of(op.dest));
      return;
    case "packCarry":
      packCarry(e, of(op.carry), of(op.overflow));
      e.set(of(op.dest));
      return;
    case "getRegister":
      pushRegister(e, block.registers.get(op.register)!, op.part);
      e.set(of(op.dest));
      return;
    case "setRegister":
      setRegister(e, block.registers.get(op.register)!, op.part, of(op.value));
      return;
    case "getSegmentBase":
      loadStateWord(e, block.source.layout.state + (op.segment === "fs" ? STATE.fsBase : STATE.gsBase), of(op.dest));
      return;
    case "getFlag":
      pushFlag(e, block.producer, op.flag as "cf");
      e.set(of(op.dest));
      return;
    case "getCondition":
      pushCondition(e, block.producer, op.condition);
      e.set(of(op.dest));
      return;
    case "setFlags":
      setFlags(block, op, of);
      return;
    case "getFlagWord":
      pushWord(e, block.producer, op.word);
      e.set(of(op.dest));
      return;
    case "mulHighU":
    case "mulHighS":
      pushMulHigh(e, op.op === "mulHighS" ? "signed" : "unsigned", of(op.a), of(op.b));
      e.set(of(op.dest));
      return;
    case "setFlag":
      setCarry(block, of(op.value));
      return;
    case "setFlagWords":
      setFlagWords(block, of(op.result), of(op.carry), of(op.aux));
      return;
    default:
      emitEffect(block, ir, op, of);
  }
}

function emitEffect(block: Block, ir: InstructionIr, op: Op, of: (number: Value) => Local): void {
  switch (op.op) {
    case "load":
      emitLoad(block, ir, op, of);
      return;
    case "store":
      emitStore(block, ir, op, of);
      return;
    case "checkWrite":
      checkPage(block, ir, op.address, op.sizeBytes, block.source.layout.writeTags, of);
      return;
    case "divide":
      divide(block, op, of);
      return;
    case "jump":
      exit(
        block,
        block.index + 1,
        op.kind === "call" ? EXIT.call : op.kind === "return" ? EXIT.return : EXIT.next,
        () => pushAddress(block, ir, op.target, of),
      );
      return;
    case "branch":
      branch(block, ir, op, of);
      return;
    default:
      throw new Error(`untranslated operation ${op.op}`);
  }
}

function packCarry(e: Emitter, carry: Local, overflow: Local): void {
  e.get(carry);
  e.op(OP.i64ExtendI32U);
  e.i64(63n);
  e.op(OP.i64Shl);
  e.binary(OP.i32Xor, carry, overflow);
  e.op(OP.i64ExtendI32U);
  e.i64(62n);
  e.op(OP.i64Shl, OP.i64Or);
}

function pushRegister(e: Emitter, register: Local, part: RegisterPart): void {
  e.get(register);
  if (part === "64") return;
  e.op(OP.i32WrapI64);
  if (part === "32") return;
  if (part === "high8") {
    e.i32(8);
    e.op(OP.i32ShrU);
  }
  e.i32(part === "16" ? 0xffff : 0xff);
  e.op(OP.i32And);
}

const KEPT_BITS = { low8: ~0xffn, high8: ~0xff00n, "16": ~0xffffn } as const;

function setRegister(e: Emitter, register: Local, part: RegisterPart, from: Local): void {
  if (part === "64" || part === "32") {
    e.get(from);
    if (part === "32") e.op(OP.i64ExtendI32U);
    e.set(register);
    return;
  }
  e.get(register);
  e.i64(KEPT_BITS[part]);
  e.op(OP.i64And);
  e.get(from);
  e.i32(part === "16" ? 0xffff : 0xff);
  e.op(OP.i32And);
  if (part === "high8") {
    e.i32(8);
    e.op(OP.i32Shl);
  }
  e.op(OP.i64ExtendI32U, OP.i64Or);
  e.set(register);
}

/** Copies a value that the flags refer to: the instruction's own locals are single-assignment, but a loop comes round. */
function setFlags(block: Block, op: OpOf<"setFlags">, of: (number: Value) => Local): void {
  const { e } = block;
  const before = e.local("i64");
  if (op.kind === "inc" || op.kind === "dec") {
    pushWord(e, block.producer, "carry");
    e.set(before);
  }
  block.producer = {
    from: "operation",
    kind: op.kind,
    sizeBits: op.sizeBits,
    a: of(op.a),
    b: of(op.b),
    result: of(op.result),
    carryBefore: before,
  };
}

/** CF alone: the other words stay what they are, OF is kept. */
function setCarry(block: Block, carry: Local): void {
  const { e } = block;
  const words = { result: e.local("i64"), carry: e.local("i64"), aux: e.local("i64") };
  const overflow = e.local("i32");
  pushFlag(e, block.producer, "of");
  e.set(overflow);
  pushWord(e, block.producer, "result");
  e.set(words.result);
  pushWord(e, block.producer, "aux");
  e.set(words.aux);
  packCarry(e, carry, overflow);
  e.set(words.carry);
  block.producer = { from: "words", words };
}

function setFlagWords(block: Block, result: Local, carry: Local, aux: Local): void {
  block.producer = { from: "words", words: { result, carry, aux } };
}

// ---- memory

/** Puts an address on the stack as i64. */
function pushAddress(block: Block, ir: InstructionIr, address: Value, of: (number: Value) => Local): void {
  block.e.get(of(address));
  if (ir.types[address] === "i32") block.e.op(OP.i64ExtendI32U);
}

/**
 * Leaves unless the page of the address carries its own tag and the access stays in the page: one compare says mapped,
 * permitted, canonical and not crossing.
 */
function checkPage(
  block: Block,
  ir: InstructionIr,
  address: Value,
  sizeBytes: number,
  tags: number,
  of: (number: Value) => Local,
): void {
  const { e, source } = block;
  const pages = source.layout.foldBytes / PAGE_BYTES;
  pushAddress(block, ir, address, of);
  e.i64(BigInt(Math.log2(PAGE_BYTES)));
  e.op(OP.i64ShrU, OP.i32WrapI64);
  e.i32(pages - 1);
  e.op(OP.i32And);
  e.i32(3);
  e.op(OP.i32Shl);
  e.memory(OP.i64Load, tags);
  pushAddress(block, ir, address, of);
  e.i64(BigInt(sizeBytes - 1));
  e.op(OP.i64Add);
  e.i64(-BigInt(PAGE_BYTES));
  e.op(OP.i64And, OP.i64Ne);
  exitIf(block);
}

function pushHostAddress(block: Block, ir: InstructionIr, address: Value, of: (number: Value) => Local): void {
  const { e, source } = block;
  e.get(of(address));
  if (ir.types[address] === "i64") e.op(OP.i32WrapI64);
  e.i32(source.layout.foldBytes - 1);
  e.op(OP.i32And);
}

const LOADS = { 8: OP.i32Load8U, 16: OP.i32Load16U, 32: OP.i32Load, 64: OP.i64Load } as const;
const STORES = { 8: OP.i32Store8, 16: OP.i32Store16, 32: OP.i32Store, 64: OP.i64Store } as const;

function emitLoad(block: Block, ir: InstructionIr, op: OpOf<"load">, of: (number: Value) => Local): void {
  const { layout } = block.source;
  checkPage(block, ir, op.address, op.sizeBits / 8, layout.readTags, of);
  if (op.intent === "update") checkPage(block, ir, op.address, op.sizeBits / 8, layout.writeTags, of);
  pushHostAddress(block, ir, op.address, of);
  block.e.memory(LOADS[op.sizeBits], 0);
  block.e.set(of(op.dest));
}

function emitStore(block: Block, ir: InstructionIr, op: OpOf<"store">, of: (number: Value) => Local): void {
  if (op.check === "checked") checkPage(block, ir, op.address, op.sizeBits / 8, block.source.layout.writeTags, of);
  pushHostAddress(block, ir, op.address, of);
  block.e.get(of(op.value));
  block.e.memory(STORES[op.sizeBits], 0);
}

/** 32-bit division in 64 bits, 64-bit division of a dividend whose upper half is 0; the rest, and #DE, in the step engine. */
function divide(block: Block, op: OpOf<"divide">, of: (number: Value) => Local): void {
  const { e } = block;
  const [dividend, divisor, quotient] = [e.local("i64"), e.local("i64"), e.local("i64")];
  const signed = op.signed === "signed";
  const narrow = op.sizeBits === 32;
  e.get(of(op.divisor));
  if (narrow) e.op(signed ? OP.i64ExtendI32S : OP.i64ExtendI32U);
  e.tee(divisor);
  e.op(OP.i64Eqz);
  exitIf(block);
  if (narrow) {
    e.get(of(op.high));
    e.op(OP.i64ExtendI32U);
    e.i64(32n);
    e.op(OP.i64Shl);
    e.get(of(op.low));
    e.op(OP.i64ExtendI32U, OP.i64Or);
  } else {
    e.get(of(op.high));
    e.op(OP.i64Eqz, OP.i32Eqz);
    exitIf(block);
    e.get(of(op.low));
  }
  e.set(dividend);
  if (signed) exitIfMostNegative(block, dividend);
  e.binary(signed ? OP.i64DivS : OP.i64DivU, dividend, divisor);
  e.set(quotient);
  if (narrow) {
    e.get(quotient);
    e.get(quotient);
    e.op(OP.i32WrapI64, signed ? OP.i64ExtendI32S : OP.i64ExtendI32U, OP.i64Ne);
    exitIf(block);
  }
  e.get(quotient);
  if (narrow) e.op(OP.i32WrapI64);
  e.set(of(op.quotient));
  e.binary(signed ? OP.i64RemS : OP.i64RemU, dividend, divisor);
  if (narrow) e.op(OP.i32WrapI64);
  e.set(of(op.remainder));
}

/** −2^63 divided by −1 would trap in WebAssembly. */
function exitIfMostNegative(block: Block, dividend: Local): void {
  block.e.get(dividend);
  block.e.i64(-(1n << 63n));
  block.e.op(OP.i64Eq);
  exitIf(block);
}

// ---- where to go on

function branch(block: Block, ir: InstructionIr, op: OpOf<"branch">, of: (number: Value) => Local): void {
  const { e } = block;
  const retired = block.index + 1;
  e.get(of(op.condition));
  e.op(OP.if, VOID_TYPE);
  if (block.isLoop) comeRound(block, retired, op.target);
  else exit(block, retired, EXIT.next, () => e.i64(op.target));
  e.op(OP.end);
  exit(block, retired, EXIT.next, () => e.i64(ir.next));
}

/** Goes back to the start of the loop while the budget lasts. The flags become words, as the start expects them. */
function comeRound(block: Block, retired: number, target: bigint): void {
  const { e } = block;
  if (block.usesFlags) materialise(e, block.producer, block.words);
  const producer = block.producer;
  block.producer = { from: "words", words: block.words };
  e.get(block.rounds);
  e.i32(retired);
  e.op(OP.i32Add);
  e.tee(block.rounds);
  e.i32(retired);
  e.op(OP.i32Add);
  e.get(0);
  e.op(OP.i32LeU);
  e.op(OP.brIf, 1);
  exit(block, 0, EXIT.next, () => e.i64(target));
  block.producer = producer;
}
