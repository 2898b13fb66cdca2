// One straight-line run of instructions as one WebAssembly function: registers and flags in locals, memory through the page
// tags, exits that leave the architectural state exactly as before the instruction that needs help. A run that jumps back to
// its own start becomes a loop.

import type { InstructionIr, OpOf, RegisterPart, Value } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import { Emitter, type Local } from "./emitter.ts";
import { type FlagLocals, materialise, type Producer, pushWord } from "./lazy-flags.ts";
import { emitOperation, pushAddress, type Surroundings } from "./operation.ts";
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
  index: number;
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
    index: 0,
  };
  loadState(block);
  if (block.isLoop) e.op(OP.loop, VOID_TYPE);
  instructions.forEach((ir, index) => {
    block.index = index;
    const around = surroundings(block, ir);
    for (const op of ir.ops) emitOperation(around, ir, op);
    block.producer = around.producer;
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

// ---- operands

/** The run's registers are locals of the function, constants are constants. */
function surroundings(block: Block, { types }: InstructionIr): Surroundings {
  const { e } = block;
  const values = new Map<Value, Local>();
  const around: Surroundings = {
    e,
    layout: block.source.layout,
    producer: block.producer,
    fresh: (type) => e.local(type),
    local(value) {
      let local = values.get(value);
      if (local === undefined) {
        local = e.local(types[value]!);
        values.set(value, local);
      }
      return local;
    },
    pushConstant: (ir, op) => e.constant(ir.types[op.dest]!, op.value),
    pushRegister: (register, part) => pushRegister(e, block.registers.get(register)!, part),
    setRegister: (register, part, from) => setRegister(e, block.registers.get(register)!, part, from),
    exitIf() {
      block.producer = around.producer;
      exitIf(block);
    },
    jump(ir, op) {
      block.producer = around.producer;
      const kind = op.kind === "call" ? EXIT.call : op.kind === "return" ? EXIT.return : EXIT.next;
      exit(block, block.index + 1, kind, () => pushAddress(around, ir, op.target));
    },
    branch(ir, op) {
      block.producer = around.producer;
      branch(block, ir, op, around.local(op.condition));
    },
  };
  return around;
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

// ---- where to go on

function branch(block: Block, ir: InstructionIr, op: OpOf<"branch">, condition: Local): void {
  const { e } = block;
  const retired = block.index + 1;
  e.get(condition);
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
