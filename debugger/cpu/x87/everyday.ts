// Steps of x87 instructions that try the everyday way first: functions that do an instruction wholly and say so, or change
// nothing (made as WebAssembly by debugger/jit, which this folder does not know). The routine is there for the rest.

import { type Compilation, type Evaluator, type Step, slotOf, typeOfValue } from "../evaluator.ts";
import { type OpOf, VECTOR_SCRATCH } from "../ir.ts";
import { STATE } from "../state.ts";
import { FORMAT_BYTES, MEMORY_FORMATS } from "./transfer.ts";
import { STATUS } from "./unit.ts";

/**
 * By the name of the helper operation: takes its i32 argument, if it has one, and its constants. Bits of a memory operand are
 * at VECTOR_SCRATCH[0], and there fstMemory leaves what is to be stored. 0 = not done; fcomi says 1 + the flags.
 */
export type EverydayFunctions = Readonly<Record<string, (...args: number[]) => number>>;

/** Names whose argument is the bits of an operand in memory. */
const FROM_MEMORY = new Set(["fldMemory", "fpuBinary", "fpuCompare"]);

/** Most instructions raise nothing: then there is nothing to note. */
function compileNote({ bytes, base }: Evaluator, slow: Step): Step {
  const status = base * 4 + STATE.fsw;
  return () => {
    if (bytes[status]! & STATUS.summary) slow();
  };
}

/** `slow` is the routine's step. */
export function compileEveryday(op: OpOf<"helper">, c: Compilation, slow: Step): Step {
  const e = c.evaluator;
  if (op.name === "noteRaised") return compileNote(e, slow);
  const everyday = e.everyday?.[op.name];
  if (everyday === undefined) return slow;
  const [argument] = op.arguments;
  const slot = argument === undefined ? 0 : slotOf(c, argument);
  if (op.name === "fstMemory") return compileStore(op, c, slow);
  if (argument !== undefined && FROM_MEMORY.has(op.name)) {
    const bits = e.base + (VECTOR_SCRATCH[0]! >>> 2);
    const isWide = typeOfValue(c, argument) === "i64";
    const w = e.words;
    return () => {
      w[bits] = w[slot]!;
      w[bits + 1] = isWide ? w[slot + 1]! : 0;
      if (everyday(...op.constants) === 0) slow();
    };
  }
  if (op.name === "fcomi") {
    const [flags, counts] = op.results.map((value) => slotOf(c, value));
    return () => {
      const done = everyday(...op.constants);
      if (done === 0) slow();
      else {
        e.words[flags!] = done - 1;
        e.words[counts!] = 1;
      }
    };
  }
  if (argument !== undefined) {
    return () => {
      if (everyday(e.words[slot]!, ...op.constants) === 0) slow();
    };
  }
  return () => {
    if (everyday(...op.constants) === 0) slow();
  };
}

/** A store whose page is certain; what somebody watches goes the long way. */
function compileStore(op: OpOf<"helper">, c: Compilation, slow: Step): Step {
  const e = c.evaluator;
  const everyday = e.everyday![op.name]!;
  const format = MEMORY_FORMATS[op.constants[0]!]!;
  const sizeBytes = FORMAT_BYTES[format];
  if (format === "decimal") return slow;
  const slot = slotOf(c, op.arguments[0]!);
  const from = e.base * 4 + VECTOR_SCRATCH[0]!;
  const status = e.base * 4 + STATE.fsw;
  return () => {
    // A waiting exception comes before a page fault.
    if (e.access !== undefined || (e.bytes[status]! & STATUS.summary) !== 0) {
      slow();
      return;
    }
    const high = e.words[slot + 1]!;
    if (high < 0 || high >= 0x8000) {
      slow();
      return;
    }
    const address = high * 2 ** 32 + (e.words[slot]! >>> 0);
    e.memory.checkWrite(address, sizeBytes);
    if (everyday(...op.constants) === 0) slow();
    else e.memory.storeBytes(address, e.bytes.subarray(from, from + sizeBytes));
  };
}
