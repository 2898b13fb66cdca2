// The emitted interpreter: one WebAssembly function that goes from record to record and runs the case of each one's shape.
// The same operations as in translated code, with registers in the state struct and everything a shape leaves open read from
// the record. Whatever a case cannot do leaves the function with the state as before the instruction.

import { CALL, CALL_TOP } from "../cpu/calls.ts";
import type { InstructionIr, Op, OpOf, RegisterPart, Value } from "../cpu/ir.ts";
import { GPR, STATE } from "../cpu/state.ts";
import { CALL_BYTES, CALLS_MAX, type Layout } from "../mem/layout.ts";
import { closeVectors, openVectors } from "./case-vectors.ts";
import { Emitter, type Local } from "./emitter.ts";
import { FLOAT_CALLS, usesFloats } from "./float-exact.ts";
import { CASE, FIRST_SHAPE_CASE, LOOKUP_ENTRIES, RECORD } from "./instruction-record.ts";
import { type FlagLocals, materialise } from "./lazy-flags.ts";
import type { MemoryType } from "./memory-type.ts";
import { emitOperation, pushAddress, type Surroundings } from "./operation.ts";
import { directionFlag, emitEflags, isEflags } from "./region-flags.ts";
import { pushPart, setPart } from "./register-part.ts";
import type { Shape } from "./shape.ts";
import { emitStringLoop } from "./string-loop.ts";
import { emitVector, isVectorRegionOperation, loadFloatMode, type VectorState } from "./vector-state.ts";
import { type ImportedFunction, moduleOf, OP, VOID_TYPE } from "./wasm-writer.ts";
import { emitX87, isX87RegionOperation, x87Imports } from "./x87-operation.ts";

/** Why the function came back; rip says where. */
export const LEFT = { budget: 0, unknown: 1, stop: 2, slow: 3, elsewhere: 4 } as const;

/** Offsets from `layout.state`: instructions left of the budget, and the record at rip except after `elsewhere` (u32 each). */
export const LEFT_OVER = STATE.exitKind;
export const LEFT_RECORD = STATE.exitAddress;

export interface InterpreterSource {
  readonly bits: 32 | 64;
  readonly shapes: readonly Shape[];
  readonly layout: Layout;
  readonly memory: MemoryType;
  /** Host address of the table from addresses to records. */
  readonly lookup: number;
}

/** Parameters: the record to begin with, and how many instructions may retire. */
const RECORD_LOCAL = 0;
const BUDGET_LOCAL = 1;

/** Blocks around the loop, innermost first: a branch to one of them ends the function for that reason. */
const REASONS = ["unknown", "stop", "slow", "elsewhere", "budget"] as const;
type Reason = (typeof REASONS)[number];

interface Interpreter {
  readonly e: Emitter;
  readonly source: InterpreterSource;
  readonly flags: FlagLocals;
  /** Retired count at entry plus the budget. */
  readonly timeBase: Local;
  /** What MXCSR allows: FLOAT_MODE. */
  readonly floatMode: Local;
  /** Functions of the x87 module that are called. */
  readonly imports: readonly ImportedFunction[];
  /** Where a computed jump goes that has no record yet. */
  readonly elsewhere: Local;
  /** Blocks between the code being emitted and the loop. */
  depth: number;
}

const FLAG_WORDS = { result: STATE.flagResult, carry: STATE.flagCarry, aux: STATE.flagAux } as const;

/**
 * The module exports "run": (record, budget) → LEFT. Case numbers are FIRST_SHAPE_CASE + index of the shape. `usesX87`: it
 * imports functions of the x87 module; `usesFloats`: the table of float-module.ts.
 */
export function interpreterModule(source: InterpreterSource): {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly usesX87: boolean;
  readonly usesFloats: boolean;
} {
  const e = new Emitter(2);
  const examples = source.shapes.map(({ example }) => example);
  const it: Interpreter = {
    e,
    source,
    flags: { result: e.local("i64"), carry: e.local("i64"), aux: e.local("i64") },
    timeBase: e.local("i64"),
    floatMode: e.local("i32"),
    imports: x87Imports(examples),
    elsewhere: e.local("i64"),
    depth: 0,
  };
  enter(it);
  for (const _ of REASONS) e.op(OP.block, VOID_TYPE);
  e.op(OP.loop, VOID_TYPE);
  e.get(BUDGET_LOCAL);
  e.op(OP.i32Eqz);
  leaveIf(it, "budget");
  e.get(BUDGET_LOCAL);
  e.i32(-1);
  e.op(OP.i32Add);
  e.set(BUDGET_LOCAL);
  dispatch(it);
  e.op(OP.end);
  e.op(OP.unreachable);
  for (const reason of REASONS) {
    e.op(OP.end);
    leave(it, reason);
  }
  e.op(OP.unreachable);
  const calls = usesFloats(examples) ? FLOAT_CALLS : undefined;
  return {
    bytes: moduleOf(e, e.code, { memory: source.memory, imports: it.imports, calls }),
    usesX87: it.imports.length > 0,
    usesFloats: calls !== undefined,
  };
}

function enter({ e, source: { layout }, flags, timeBase, floatMode }: Interpreter): void {
  loadFloatMode(e, layout, floatMode);
  for (const word of ["result", "carry", "aux"] as const) {
    e.i32(0);
    e.memory(OP.i64Load, layout.state + FLAG_WORDS[word]);
    e.set(flags[word]);
  }
  e.i32(0);
  e.memory(OP.i64Load, layout.state + STATE.retired);
  e.get(BUDGET_LOCAL);
  e.op(OP.i64ExtendI32U, OP.i64Add);
  e.set(timeBase);
}

/** Writes everything back and returns. An instruction that was not done gives its unit of the budget back. */
function leave({ e, source: { layout }, flags, elsewhere }: Interpreter, reason: Reason): void {
  for (const word of ["result", "carry", "aux"] as const) {
    e.i32(0);
    e.get(flags[word]);
    e.memory(OP.i64Store, layout.state + FLAG_WORDS[word]);
  }
  e.i32(0);
  if (reason === "elsewhere") e.get(elsewhere);
  else {
    e.get(RECORD_LOCAL);
    e.memory(OP.i64Load, RECORD.address);
  }
  e.memory(OP.i64Store, layout.state + STATE.rip);
  e.i32(0);
  e.get(RECORD_LOCAL);
  e.memory(OP.i32Store, layout.state + LEFT_RECORD);
  e.i32(0);
  e.get(BUDGET_LOCAL);
  e.i32(reason === "elsewhere" || reason === "budget" ? 0 : 1);
  e.op(OP.i32Add);
  e.memory(OP.i32Store, layout.state + LEFT_OVER);
  e.i32(LEFT[reason]);
  e.op(OP.return);
}

/** Leaves when the i32 on the stack is not 0. */
function leaveIf({ e, depth }: Interpreter, reason: Reason): void {
  e.branchIf(depth + 1 + REASONS.indexOf(reason));
}

function dispatch(it: Interpreter): void {
  const { e, source } = it;
  const count = FIRST_SHAPE_CASE + source.shapes.length;
  for (let k = 0; k < count; k++) e.op(OP.block, VOID_TYPE);
  e.get(RECORD_LOCAL);
  e.memory(OP.i32Load, RECORD.case);
  e.branchTable(count);
  const locals = e.locals.length;
  for (let k = 0; k < count; k++) {
    e.op(OP.end);
    it.depth = count - 1 - k;
    if (k === CASE.unknown) e.branch(it.depth + 1 + REASONS.indexOf("unknown"));
    else if (k === CASE.stop) e.branch(it.depth + 1 + REASONS.indexOf("stop"));
    else if (k === CASE.slow) e.branch(it.depth + 1 + REASONS.indexOf("slow"));
    else {
      emitCase(it, source.shapes[k - FIRST_SHAPE_CASE]!);
      e.release(locals);
    }
  }
}

function emitCase(it: Interpreter, shape: Shape): void {
  const { ops } = shape.example;
  const last = ops.at(-1);
  if (last?.op === "jump" && last.kind === "call") leaveWithoutRoom(it);
  const around = surroundings(it, shape);
  const locals = { record: RECORD_LOCAL, mode: it.floatMode };
  const vectors = openVectors(it.e, it.source.layout, shape, locals);
  if (shape.example.repeat !== undefined) emitRepeated(it, around, shape);
  else for (const op of ops) emitOne(it, around, shape, op, vectors);
  if (last?.op === "jump" || last?.op === "branch") return;
  closeVectors(it.e, it.source.layout, shape, vectors, locals);
  storeFlags(it, around);
  goOn(it, RECORD.next);
}

function emitOne(it: Interpreter, around: Surroundings, { example }: Shape, op: Op, vectors: VectorState): void {
  if (isVectorRegionOperation(op)) {
    emitVector(vectors, around, example, op, {
      relies: false,
      leavesIrregular: false,
      isSettled: () => false,
      note: undefined,
      nest(by) {
        it.depth += by;
      },
    });
  } else if (isX87RegionOperation(op, example)) emitX87(around, example, op, it.imports);
  else if ((op.op === "getFlag" || op.op === "setFlag") && op.flag === "df") directionFlag(around, op);
  else if (isEflags(op)) emitEflags(around, op);
  else emitOperation(around, example, op);
}

const STRING_REGISTERS = [GPR.rax, GPR.rcx, GPR.rsi, GPR.rdi] as const;

/** A repeated string instruction with its registers in locals, which are true after each iteration. */
function emitRepeated(it: Interpreter, around: Surroundings, shape: Shape): void {
  const { e, source, flags } = it;
  const { layout, bits } = source;
  const { example } = shape;
  const registers = new Map<number, Local>(STRING_REGISTERS.map((register) => [register, e.local("i64")]));
  const place = (register: number): number => layout.state + STATE.gpr + 8 * register;
  for (const [register, local] of registers) {
    e.i32(0);
    e.memory(OP.i64Load, place(register));
    e.set(local);
  }
  const writeBack = (): void => {
    for (const [register, local] of registers) {
      e.i32(0);
      e.get(local);
      e.memory(OP.i64Store, place(register));
    }
  };
  const open = (opcode: number): void => {
    e.op(opcode, VOID_TYPE);
    it.depth++;
  };
  const close = (): void => {
    e.op(OP.end);
    it.depth--;
  };
  const inLocals: Surroundings = {
    ...around,
    pushRegister: (register, part) => pushPart(e, registers.get(register)!, part),
    setRegister: (register, part, from) => setPart(e, registers.get(register)!, part, from),
    exitIf() {
      open(OP.if);
      writeBack();
      e.branch(it.depth + 1 + REASONS.indexOf("slow"));
      close();
    },
  };
  const vectors: VectorState = { locals: new Map(), dirty: new Set(), float: undefined };
  emitStringLoop(
    {
      ...{ e, layout, bits, open, close },
      register: (number) => registers.get(number)!,
      fresh: (type) => e.local(type),
      exitIf: () => inLocals.exitIf(),
      iteration() {
        for (const op of example.ops) emitOne(it, inLocals, shape, op, vectors);
        storeFlags(it, inLocals);
        inLocals.producer = { from: "words", words: flags };
      },
      pushZero() {
        e.get(flags.result);
        e.op(OP.i64Eqz);
      },
    },
    example,
    example.repeat!,
  );
  writeBack();
}

function storeFlags({ e, flags }: Interpreter, { producer }: Surroundings): void {
  if (producer.from !== "words" || producer.words !== flags) materialise(e, producer, flags);
}

/** To the record that the current one names. */
function goOn({ e, depth }: Interpreter, link: number): void {
  e.get(RECORD_LOCAL);
  e.memory(OP.i32Load, link);
  e.set(RECORD_LOCAL);
  e.branch(depth);
}

// ---- operands

const NARROW_LOADS = { low8: OP.i32Load8U, high8: OP.i32Load8U, "16": OP.i32Load16U, "32": OP.i32Load } as const;
const NARROW_STORES = { low8: OP.i32Store8, high8: OP.i32Store8, "16": OP.i32Store16 } as const;

function surroundings(it: Interpreter, shape: Shape): Surroundings {
  const { e, source } = it;
  const values = new Map<Value, Local>();
  let current: Op | undefined;
  const hole = (op: Op): number | undefined => {
    const place = shape.holes.get(op);
    return place === undefined ? undefined : RECORD.holes + 8 * place;
  };
  /** Puts the register's place relative to the general registers on the stack. @returns what to add to it. */
  const pushPlace = (register: number, part: RegisterPart): number => {
    const place = hole(current!);
    const base = source.layout.state + STATE.gpr + (part === "high8" ? 1 : 0);
    if (place === undefined) {
      e.i32(0);
      return base + 8 * register;
    }
    e.get(RECORD_LOCAL);
    e.memory(OP.i32Load, place);
    return base;
  };
  const around: Surroundings = {
    e,
    layout: source.layout,
    producer: { from: "words", words: it.flags },
    fresh: (type) => e.local(type),
    at: (op) => {
      current = op;
    },
    local(value) {
      let local = values.get(value);
      if (local === undefined) {
        local = e.local(shape.example.types[value]!);
        values.set(value, local);
      }
      return local;
    },
    pushConstant: (ir, op) => pushConstant(it, ir, op, hole(op)),
    pushRegister(register, part) {
      const offset = pushPlace(register, part);
      e.memory(part === "64" ? OP.i64Load : NARROW_LOADS[part], offset);
    },
    setRegister(register, part, from) {
      const offset = pushPlace(register, part);
      e.get(from);
      if (part === "32") e.op(OP.i64ExtendI32U);
      e.memory(part === "64" || part === "32" ? OP.i64Store : NARROW_STORES[part], offset);
    },
    exitIf: () => leaveIf(it, "slow"),
    jump: (ir, op) => jump(it, around, ir, op),
    branch(_, op) {
      storeFlags(it, around);
      e.get(RECORD_LOCAL);
      e.i32(RECORD.target);
      e.i32(RECORD.next);
      e.get(around.local(op.condition));
      e.op(OP.select, OP.i32Add);
      e.memory(OP.i32Load, 0);
      e.set(RECORD_LOCAL);
      e.branch(it.depth);
    },
  };
  return around;
}

function pushConstant({ e }: Interpreter, ir: InstructionIr, op: OpOf<"const">, place: number | undefined): void {
  const type = ir.types[op.dest]!;
  const from = op.value === ir.next ? RECORD.end : place;
  if (from === undefined) {
    e.constant(type, op.value);
    return;
  }
  e.get(RECORD_LOCAL);
  e.memory(type === "i64" ? OP.i64Load : OP.i32Load, from);
}

// ---- jumps

function jump(it: Interpreter, around: Surroundings, ir: InstructionIr, op: OpOf<"jump">): void {
  const { e } = it;
  storeFlags(it, around);
  const target = e.local("i64");
  pushAddress(around, ir, op.target);
  e.set(target);
  if (op.kind === "call") recordCall(it, target);
  if (op.kind === "return") recordReturn(it);
  if (ir.ops.some((other) => other.op === "const" && other.dest === op.target)) {
    goOn(it, RECORD.target);
    return;
  }
  const found = e.local("i32");
  e.get(target);
  e.op(OP.i32WrapI64);
  e.i32(LOOKUP_ENTRIES - 1);
  e.op(OP.i32And);
  e.i32(2);
  e.op(OP.i32Shl);
  e.memory(OP.i32Load, it.source.lookup);
  e.tee(found);
  e.memory(OP.i64Load, RECORD.address);
  e.get(target);
  e.op(OP.i64Ne);
  e.get(target);
  e.set(it.elsewhere);
  leaveIf(it, "elsewhere");
  e.get(found);
  e.set(RECORD_LOCAL);
  e.branch(it.depth);
}

function pushStackPointer({ e, source: { layout } }: Interpreter): void {
  e.i32(0);
  e.memory(OP.i64Load, layout.state + STATE.gpr + 8 * GPR.rsp);
}

/** A call that finds no room for its record is the step engine's. */
function leaveWithoutRoom(it: Interpreter): void {
  const { e, source } = it;
  e.i32(0);
  e.memory(OP.i32Load, source.layout.state + CALL_TOP);
  e.i32(source.layout.calls + CALL_BYTES * (CALLS_MAX + 1));
  e.op(OP.i32GeU);
  leaveIf(it, "slow");
}

/** Forgets records below the stack pointer, or at it too. @returns the local with the place for the next. */
function unwind(it: Interpreter, keep: "at" | "above"): Local {
  const { e, source } = it;
  const [top, stackPointer] = [e.local("i32"), e.local("i64")];
  pushStackPointer(it);
  e.set(stackPointer);
  e.i32(0);
  e.memory(OP.i32Load, source.layout.state + CALL_TOP);
  e.set(top);
  e.op(OP.block, VOID_TYPE, OP.loop, VOID_TYPE);
  e.get(top);
  e.i32(CALL_BYTES);
  e.op(OP.i32Sub);
  e.memory(OP.i64Load, CALL.stackPointer);
  e.get(stackPointer);
  e.op(keep === "at" ? OP.i64GeU : OP.i64GtU);
  e.branchIf(1);
  e.get(top);
  e.i32(CALL_BYTES);
  e.op(OP.i32Sub);
  e.set(top);
  e.branch(0);
  e.op(OP.end, OP.end);
  return top;
}

function recordReturn(it: Interpreter): void {
  const top = unwind(it, "at");
  storeTop(it, top);
}

function storeTop({ e, source }: Interpreter, top: Local): void {
  e.i32(0);
  e.get(top);
  e.memory(OP.i32Store, source.layout.state + CALL_TOP);
}

/** As createCalls' `called`. */
function recordCall(it: Interpreter, target: Local): void {
  const { e } = it;
  const top = unwind(it, "above");
  const field = (offset: number, push: () => void): void => {
    e.get(top);
    push();
    e.memory(OP.i64Store, offset);
  };
  const pushFromRecord = (offset: number) => (): void => {
    e.get(RECORD_LOCAL);
    e.memory(OP.i64Load, offset);
  };
  e.get(target);
  pushFromRecord(RECORD.end)();
  e.op(OP.i64Ne, OP.if, VOID_TYPE);
  field(CALL.callSite, pushFromRecord(RECORD.address));
  field(CALL.returnAddress, pushFromRecord(RECORD.end));
  field(CALL.target, () => e.get(target));
  field(CALL.stackPointer, () => pushStackPointer(it));
  field(CALL.time, () => {
    e.get(it.timeBase);
    e.get(BUDGET_LOCAL);
    e.op(OP.i64ExtendI32U, OP.i64Sub);
    e.i64(1n);
    e.op(OP.i64Sub);
  });
  e.get(top);
  e.i32(CALL_BYTES);
  e.op(OP.i32Add);
  e.set(top);
  e.op(OP.end);
  storeTop(it, top);
}
