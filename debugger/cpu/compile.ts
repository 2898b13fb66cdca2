// From an instruction's operations to steps: one closure an operation, in order. Registers read whole need no step, since
// values live in words like registers do, as long as nothing writes the register while the value is still wanted.

import { assert } from "../../server/base/assert.ts";
import {
  compileBranch,
  compileDivide,
  compileHelper,
  compileJump,
  compileTrap,
  compileTrapIf,
} from "./evaluate-control.ts";
import {
  compileCheckWrite,
  compileLoad,
  compileLoadBytes,
  compileStore,
  compileStoreBytes,
} from "./evaluate-memory.ts";
import {
  compileBinary,
  compileCompare,
  compileConvert,
  compileEqz,
  compileMulHigh,
  compilePackCarry,
  compileSelect,
  compileUnary,
} from "./evaluate-pure.ts";
import {
  compileGetCondition,
  compileGetEflags,
  compileGetFlag,
  compileGetFlagWord,
  compileGetRegister,
  compileGetSegmentBase,
  compileGetSelector,
  compileGetState,
  compileSetEflags,
  compileSetFlag,
  compileSetFlags,
  compileSetFlagWords,
  compileSetRegister,
  compileSetSelector,
  compileSetState,
  conditionReader,
} from "./evaluate-state.ts";
import { compileVector } from "./evaluate-vector.ts";
import { type Compilation, type Compile, type Evaluator, type Step, slotOf } from "./evaluator.ts";
import type { InstructionIr, Op, OpName, OpOf, Value } from "./ir.ts";
import { FLAG } from "./state.ts";
import { usesOf } from "./uses.ts";

/** Steps of one instruction, in order. */
export interface Compiled {
  readonly steps: readonly Step[];
  /** How the instruction decides where to go on; "flags" when it may set the trap flag, and perhaps jumps; "segment" when a
   * segment register is another. */
  readonly transfer: "next" | "jump" | "call" | "return" | "system" | "flags" | "segment";
}

const compilers: { readonly [Name in OpName]: Compile<OpOf<Name>> } = {
  const: (op, c) => {
    const { evaluator } = c;
    const slot = slotOf(c, op.dest);
    return () => evaluator.setWide(slot, op.value);
  },
  add: compileBinary,
  sub: compileBinary,
  mul: compileBinary,
  and: compileBinary,
  or: compileBinary,
  xor: compileBinary,
  shl: compileBinary,
  shrU: compileBinary,
  shrS: compileBinary,
  rotl: compileBinary,
  rotr: compileBinary,
  eq: compileCompare,
  ne: compileCompare,
  ltU: compileCompare,
  ltS: compileCompare,
  leU: compileCompare,
  leS: compileCompare,
  clz: compileUnary,
  ctz: compileUnary,
  popcnt: compileUnary,
  zext8: compileUnary,
  zext16: compileUnary,
  zext32: compileUnary,
  sext8: compileUnary,
  sext16: compileUnary,
  sext32: compileUnary,
  byteSwap: compileUnary,
  wrap: compileConvert,
  extendU: compileConvert,
  extendS: compileConvert,
  eqz: compileEqz,
  select: compileSelect,
  mulHighU: compileMulHigh,
  mulHighS: compileMulHigh,
  packCarry: compilePackCarry,
  getRegister: compileGetRegister,
  setRegister: compileSetRegister,
  getSegmentBase: compileGetSegmentBase,
  getSelector: compileGetSelector,
  setSelector: compileSetSelector,
  getFlag: compileGetFlag,
  getCondition: compileGetCondition,
  setFlag: compileSetFlag,
  setFlags: compileSetFlags,
  getFlagWord: compileGetFlagWord,
  setFlagWords: compileSetFlagWords,
  getEflags: compileGetEflags,
  setEflags: compileSetEflags,
  getState: compileGetState,
  setState: compileSetState,
  vector: compileVector,
  load: compileLoad,
  store: compileStore,
  checkWrite: compileCheckWrite,
  loadBytes: compileLoadBytes,
  storeBytes: compileStoreBytes,
  divide: compileDivide,
  helper: compileHelper,
  jump: compileJump,
  branch: (op, c) => compileBranch(op, c, undefined),
  trap: (op) => compileTrap(op),
  trapIf: compileTrapIf,
  systemCall: () => () => {},
};

/** Last operation that uses each value. */
function lastUses(ir: InstructionIr): number[] {
  const last: number[] = ir.types.map(() => -1);
  ir.ops.forEach((op, k) => {
    for (const value of usesOf(op)) last[value] = k;
  });
  return last;
}

/** Where a value can live without a step of its own: a constant's words, or the register it was read from. */
function homeOf(evaluator: Evaluator, ir: InstructionIr, k: number, lastUse: number): number | undefined {
  const op = ir.ops[k]!;
  if (op.op === "const") return evaluator.constantSlot(op.value);
  if (op.op !== "getRegister" || (op.part !== "64" && op.part !== "32")) return undefined;
  for (let later = k + 1; later < lastUse; later++) {
    const other = ir.ops[later]!;
    if (other.op === "helper" || (other.op === "setRegister" && other.register === op.register)) return undefined;
  }
  return evaluator.register(op.register);
}

/** A branch whose condition is the operation before it, used only there. */
function fusedBranch(c: Compilation, ops: readonly Op[], last: readonly number[], k: number): Step | undefined {
  const [op, next] = [ops[k]!, ops[k + 1]];
  if (op.op !== "getCondition" || next?.op !== "branch" || next.condition !== op.dest) return undefined;
  return last[op.dest as Value] === k + 1 ? compileBranch(next, c, conditionReader(c, op.condition)) : undefined;
}

/** Compiles one instruction. */
export function compile(evaluator: Evaluator, ir: InstructionIr): Compiled {
  const last = lastUses(ir);
  const c: Compilation = { evaluator, ir, slots: ir.types.map((_, value) => evaluator.valueSlot(value)) };
  assert(evaluator.valueSlot(ir.types.length) < evaluator.base + 0x2000 / 4, "values fit their room");
  const steps: Step[] = [];
  let transfer: Compiled["transfer"] = "next";
  for (let k = 0; k < ir.ops.length; k++) {
    const op = ir.ops[k]!;
    if ("dest" in op && (op.op === "const" || op.op === "getRegister")) {
      const home = homeOf(evaluator, ir, k, last[op.dest]!);
      if (home !== undefined) {
        c.slots[op.dest] = home;
        continue;
      }
    }
    if (op.op === "jump") transfer = op.kind;
    if (op.op === "branch") transfer = "jump";
    if (op.op === "systemCall") transfer = "system";
    const fused = fusedBranch(c, ir.ops, last, k);
    if (fused !== undefined) {
      steps.push(fused);
      transfer = "jump";
      break;
    }
    steps.push((compilers[op.op] as Compile<Op>)(op, c));
  }
  if (ir.ops.some((op) => op.op === "setSelector")) transfer = "segment";
  if (ir.ops.some((op) => op.op === "setEflags" && (op.mask & FLAG.tf) !== 0)) transfer = "flags";
  return { steps, transfer };
}
