// x87 instructions in translated code. In the emitted interpreter they are calls of the functions of x87-module.ts, which work on
// the state struct in memory; a function that gives up has changed nothing, and the instruction is left to the step engine.
// Regions keep the stack in locals (x87-region.ts). Both are right because the helper operation of an x87 instruction is the
// only one with an effect, but for what cannot fail and comes after it.

import type { InstructionIr, Op, OpOf } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import { FORMAT_BYTES, MEMORY_FORMATS } from "../cpu/x87/transfer.ts";
import { isUnusedFlags } from "./flag-flow.ts";
import { checkPage, pushHostAddress, type Surroundings } from "./operation.ts";
import type { ImportedFunction } from "./wasm-writer.ts";
import { OP } from "./wasm-writer.ts";
import { X87_FUNCTIONS } from "./x87-module.ts";
import { X87_BITS } from "./x87-numbers.ts";
import { emitStackOperation, loadTenBytes, pushStatusWord, type X87Emission } from "./x87-region.ts";
import { isStatusWord, type X87Stack } from "./x87-stack.ts";
import { VALUE_FUNCTIONS } from "./x87-values.ts";

type Helper = OpOf<"helper">;

const isX87 = (op: Op): op is Helper => op.op === "helper" && op.name in X87_FUNCTIONS;
const isTenBytes = (op: Op): op is OpOf<"loadBytes"> =>
  op.op === "loadBytes" && op.sizeBytes === 10 && op.dest === X87_BITS;
const isWord = (op: Op): op is OpOf<"getState"> =>
  op.op === "getState" && op.sizeBits === 16 && (op.offset === STATE.fcw || op.offset === STATE.fsw);
/** Only an exception that is not masked has something to note, and then the functions give up. */
const isNote = (op: Op): op is Helper => op.op === "helper" && op.name === "noteRaised";
const isPlace = (op: Op): op is OpOf<"setState"> => op.op === "setState" && op.offset === STATE.fip;

/** True for operations that are known here. */
export function isX87RegionOperation(op: Op, ir: InstructionIr): boolean {
  // A decimal number is nothing for every day.
  if (isX87(op)) {
    const format = op.name === "fstMemory" ? op.constants[0] : op.name === "fldBytes" ? op.constants[1] : undefined;
    return format === undefined || MEMORY_FORMATS[format] !== "decimal";
  }
  return isNote(op) || isPlace(op) || isTenBytes(op) || isWord(op) || isUnusedFlags(op, ir);
}

/** Functions on values that a region calls, in the order of their imports. */
export function valueImports(stack: X87Stack | undefined): ImportedFunction[] {
  if (stack === undefined) return [];
  return Object.entries(VALUE_FUNCTIONS).map(([name, signature]) => ({ name, ...signature }));
}

/** Functions on the state struct that instructions call, in the order of their imports. */
export function x87Imports(instructions: Iterable<InstructionIr>): ImportedFunction[] {
  const names = new Set<string>();
  for (const { ops } of instructions) for (const op of ops) if (isX87(op)) names.add(callOf(op).name);
  return [...names].map((name) => ({ name, ...X87_FUNCTIONS[name]! }));
}

/** The function of an operation, and its constants. */
function callOf({ name, constants }: Helper): { readonly name: string; readonly constants: readonly number[] } {
  // A store's last constant is about addresses, which have been checked here.
  if (name === "fstMemory") return { name, constants: constants.slice(0, -1) };
  return { name, constants };
}

/** Emits an operation that isX87RegionOperation has let through, in a region; `x` is there where it is about the stack. */
export function emitX87InRegion(x: X87Emission | undefined, around: Surroundings, ir: InstructionIr, op: Op): void {
  if (isX87(op)) emitStackOperation(x!, around, ir, op);
  else if (isPlace(op)) {
    x!.e.get(around.local(op.value));
    x!.e.set(x!.stack.place);
  } else if (isStatusWord(op)) {
    pushStatusWord(x!);
    x!.e.set(around.local(op.dest));
  } else if (isTenBytes(op) && x !== undefined) loadTenBytes(x, around, ir, op);
  else emitX87(around, ir, op, []);
}

/** The same in the emitted interpreter. */
export function emitX87(around: Surroundings, ir: InstructionIr, op: Op, imports: readonly ImportedFunction[]): void {
  const { e, layout } = around;
  if (isNote(op)) return;
  if (isX87(op)) emitHelper(around, ir, op, imports);
  else if (isTenBytes(op)) {
    checkPage(around, ir, op.address, 10, layout.readTags);
    copyBits(around, { from: () => pushHostAddress(around, ir, op.address), to: () => e.i32(layout.state + X87_BITS) });
  } else if (isPlace(op)) {
    e.i32(0);
    e.get(around.local(op.value));
    e.memory(OP.i64Store, layout.state + op.offset);
  } else if (isWord(op)) {
    e.i32(0);
    e.memory(OP.i32Load16U, layout.state + op.offset);
    e.set(around.local(op.dest));
  } else {
    e.i32(0);
    e.set(around.local((op as OpOf<"getEflags">).dest));
  }
}

/** Ten bytes. */
function copyBits({ e }: Surroundings, { from, to }: { readonly from: () => void; readonly to: () => void }): void {
  to();
  from();
  e.memory(OP.i64Load, 0);
  e.memory(OP.i64Store, 0);
  to();
  from();
  e.memory(OP.i32Load16U, 8);
  e.memory(OP.i32Store16, 8);
}

function emitHelper(around: Surroundings, ir: InstructionIr, op: Helper, imports: readonly ImportedFunction[]): void {
  const { e, layout } = around;
  const [argument] = op.arguments;
  const isStore = op.name === "fstMemory";
  const sizeBytes = isStore ? FORMAT_BYTES[MEMORY_FORMATS[op.constants[0]!]!] : 0;
  if (isStore) {
    checkPage(around, ir, argument!, sizeBytes, layout.writeTags);
    around.access?.({ op: "checkWrite", address: argument!, sizeBytes, space: "data", follows: "store" });
  } else if (op.name === "fldMemory" || (op.name === "fpuBinary" && argument !== undefined))
    passBits(around, ir, argument!);
  else if (op.name === "fpuCompare" && argument !== undefined) passBits(around, ir, argument);
  else if (argument !== undefined) e.get(around.local(argument));
  const called = callOf(op);
  for (const constant of called.constants) e.i32(constant);
  e.call(imports.findIndex(({ name }) => name === called.name));
  if (op.name === "fcomi") {
    deliverFlags(around, op);
    return;
  }
  e.op(OP.i32Eqz);
  around.exitIf();
  if (!isStore) return;
  storeBits(around, ir, argument!, sizeBytes);
  around.stored?.(argument!, sizeBytes);
}

/** A loaded operand's bits to where the function looks for them. */
function passBits({ e, layout, local }: Surroundings, ir: InstructionIr, value: Helper["arguments"][number]): void {
  e.i32(0);
  e.get(local(value));
  if (ir.types[value] === "i32") e.op(OP.i64ExtendI32U);
  e.memory(OP.i64Store, layout.state + X87_BITS);
}

function storeBits(
  around: Surroundings,
  ir: InstructionIr,
  address: Helper["arguments"][number],
  sizeBytes: number,
): void {
  const { e, layout } = around;
  if (sizeBytes === 10) {
    copyBits(around, { from: () => e.i32(layout.state + X87_BITS), to: () => pushHostAddress(around, ir, address) });
    return;
  }
  pushHostAddress(around, ir, address);
  e.i32(0);
  e.memory(sizeBytes === 8 ? OP.i64Load : OP.i32Load, layout.state + X87_BITS);
  e.memory(sizeBytes === 8 ? OP.i64Store : sizeBytes === 4 ? OP.i32Store : OP.i32Store16, 0);
}

/** 1 + the flags are on the stack, or 0: into the two results, flags and whether they count. */
function deliverFlags(around: Surroundings, op: Helper): void {
  const { e } = around;
  const [flags, counts] = op.results.map((value) => around.local(value));
  e.tee(counts!);
  e.op(OP.i32Eqz);
  around.exitIf();
  e.get(counts!);
  e.i32(1);
  e.op(OP.i32Sub);
  e.set(flags!);
  e.i32(1);
  e.set(counts!);
}
