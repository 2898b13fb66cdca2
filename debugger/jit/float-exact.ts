// Floating point in a region by the function of float-module.ts, for all operands and whatever MXCSR says. Operands and result
// pass through memory. Only an exception that is not masked leaves the region.

import type { InstructionIr, Op, OpOf, StateOffset } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import {
  FLOAT_MODE,
  FLOAT_OPERATION,
  FLOAT_PARAMETERS,
  type FloatOperation,
  FUSED,
  ORDER,
  ROUND_BITS,
} from "./float-module.ts";
import { FLOAT_ROOM } from "./float-numbers.ts";
import { SIMD } from "./simd.ts";
import { type VectorLocals, vectorPlace } from "./vector-operation.ts";
import { OP } from "./wasm-writer.ts";

/** A call: operation, operands by room, then bytes of a lane, of a lane of the result, lanes, and a constant. */
interface ExactCall {
  readonly name: FloatOperation;
  readonly operands: readonly (readonly [room: number, from: StateOffset])[];
  readonly laneBytes: 4 | 8;
  readonly resultBytes: 4 | 8;
  readonly lanes: number;
  readonly constant: number;
}

const BINARY: Readonly<Record<string, readonly [name: FloatOperation, constant: number]>> = {
  ...{ add: ["add", 0], sub: ["sub", 0], mul: ["mul", 0], div: ["div", 0], sqrt: ["sqrt", 0] },
  ...{ min: ["choose", ORDER.less], max: ["choose", ORDER.greater] },
};
const ARITHMETIC = /^(add|sub|mul|div|sqrt|min|max)[sp]([sd])$/;
const FUSING = /^(fn?madd|fn?msub|fmaddsub|fmsubadd)(\d)(\d)(\d)[ps]([sd])$/;
const { product, addend, odd } = FUSED;
const both = (bits: number): number => bits | (bits << odd);
const NEGATED: Readonly<Record<string, number>> = {
  ...{ fmadd: 0, fmsub: both(addend), fnmadd: both(product), fnmsub: both(product | addend) },
  ...{ fmaddsub: addend, fmsubadd: addend << odd },
};
/** Bytes of source and result lanes. */
const CONVERSIONS: Readonly<Record<string, readonly [name: FloatOperation, from: 4 | 8, to: 4 | 8, constant: number]>> =
  {
    ...{ cvtps2pd: ["convert", 4, 8, 0], cvtpd2ps: ["convert", 8, 4, 0] },
    ...{ cvtdq2ps: ["fromInteger", 4, 4, 0], cvtdq2pd: ["fromInteger", 4, 8, 0] },
    ...{ cvtps2dq: ["toInteger", 4, 4, ROUND_BITS.mxcsr], cvttps2dq: ["toInteger", 4, 4, 3] },
    ...{ cvtpd2dq: ["toInteger", 8, 4, ROUND_BITS.mxcsr], cvttpd2dq: ["toInteger", 8, 4, 3] },
  };

/** The orders for which the predicates 0 to 15 hold (SDM Vol. 2A, CMPPD, table 3-1), and which of eight signal. */
const HOLDS = [2, 1, 3, 8, 13, 14, 12, 7, 10, 9, 11, 0, 5, 6, 4, 15] as const;
const SIGNALS = [0, 1, 1, 0, 0, 1, 1, 0] as const;

function predicate(immediate: number): number {
  const signals = (SIGNALS[immediate & 7] === 1) !== (immediate & 16) > 0;
  return HOLDS[immediate & 15]! | (signals ? ORDER.signals : 0);
}

function vectorCall({ name, dest, a, b, sizeBytes, immediate }: OpOf<"vector">): ExactCall | undefined {
  const inPairs = [
    [FLOAT_ROOM.a, a],
    [FLOAT_ROOM.b, b],
  ] as const;
  const same = (laneBytes: 4 | 8) => ({ laneBytes, resultBytes: laneBytes, lanes: sizeBytes / laneBytes });
  const arithmetic = ARITHMETIC.exec(name);
  if (arithmetic !== null) {
    const [called, constant] = BINARY[arithmetic[1]!]!;
    const operands = arithmetic[1] === "sqrt" ? inPairs.slice(1) : inPairs;
    return { name: called, operands, ...same(arithmetic[2] === "d" ? 8 : 4), constant };
  }
  if (name === "cmpps" || name === "cmppd")
    return {
      name: "compare",
      operands: inPairs,
      ...same(name === "cmppd" ? 8 : 4),
      constant: predicate(immediate),
    };
  if (name === "roundps" || name === "roundpd") {
    const operands = [[FLOAT_ROOM.a, b]] as const;
    return { name: "round", operands, ...same(name === "roundpd" ? 8 : 4), constant: immediate & 15 };
  }
  const conversion = CONVERSIONS[name];
  if (conversion !== undefined) {
    const [called, laneBytes, resultBytes, constant] = conversion;
    return { name: called, operands: [[FLOAT_ROOM.a, b]], laneBytes, resultBytes, lanes: immediate, constant };
  }
  const fusing = FUSING.exec(name);
  if (fusing === null) return undefined;
  const places = [dest, a, b];
  const operands = [FLOAT_ROOM.a, FLOAT_ROOM.b, FLOAT_ROOM.c].map(
    (room, k) => [room, places[Number(fusing[2 + k]) - 1]!] as const,
  );
  return { name: "fused", operands, ...same(fusing[5] === "d" ? 8 : 4), constant: NEGATED[fusing[1]!]! };
}

function callOf(op: Op): ExactCall | undefined {
  if (op.op === "vector") return vectorCall(op);
  if (op.op !== "helper") return undefined;
  const [first, second, third, fourth] = op.constants as readonly number[];
  if (op.name === "compareScalar") {
    const operands = [
      [FLOAT_ROOM.a, first!],
      [FLOAT_ROOM.b, second!],
    ] as const;
    const laneBytes = third as 4 | 8;
    return { name: "flags", operands, laneBytes, resultBytes: 8, lanes: 1, constant: fourth! };
  }
  if (op.name === "integerToFloat")
    return { name: "fromInteger", operands: [], laneBytes: 8, resultBytes: first as 4 | 8, lanes: 1, constant: 0 };
  if (op.name !== "floatToInteger" || third! < 32) return undefined;
  return {
    ...{ name: "toInteger", operands: [[FLOAT_ROOM.a, first!]], laneBytes: second as 4 | 8 },
    ...{ resultBytes: (third! / 8) as 4 | 8, lanes: 1, constant: fourth === 1 ? 3 : ROUND_BITS.mxcsr },
  };
}

/** Operations that emitExact knows. */
export function isExactOperation(op: Op): boolean {
  if (op.op === "vector" && vectorPlace(op.dest)?.byte !== 0) return false;
  return callOf(op)?.operands.every(([, from]) => vectorPlace(from)?.byte === 0) ?? false;
}

/** The upper half of an operand or of the result counts. */
export function isWideExact(op: OpOf<"vector">): boolean {
  const call = callOf(op);
  return call !== undefined && call.lanes * Math.max(call.laneBytes, call.resultBytes) > 16;
}

/** Some instruction calls the function: the module needs its table. */
export function usesFloats(instructions: Iterable<InstructionIr>): boolean {
  for (const { ops } of instructions) if (ops.some(isExactOperation)) return true;
  return false;
}

/** What a module says that calls it. */
export const FLOAT_CALLS = { parameters: FLOAT_PARAMETERS } as const;

export interface ExactLocals extends VectorLocals {
  /** FLOAT_MODE, i32. */
  readonly mode: Local;
  readonly layout: Layout;
  /** Code that follows relies on lanes to be ordinary: it has to know when one was not. */
  readonly relies: boolean;
  /** What is not ordinary leaves where there is a way for ordinary numbers: a call that comes back into a loop makes V8 keep
   * all that lives across it in memory, ordinary numbers or not. */
  readonly leavesIrregular: boolean;
  /** Leaves when the i32 on the stack is not 0. */
  exitIf(): void;
}

/** Emits an operation that isExactOperation has let through. */
export function emitExact(f: ExactLocals, op: Op): void {
  const { e, layout } = f;
  const call = callOf(op)!;
  if (op.op === "helper" && op.name === "integerToFloat") {
    e.i32(0);
    e.get(f.local(op.arguments[0]!));
    e.memory(OP.i64Store, layout.state + FLOAT_ROOM.a);
  }
  for (const [room, from] of call.operands) {
    for (let half = 0; half < call.lanes * call.laneBytes; half += 16) {
      e.i32(0);
      e.get(f.place(from + half));
      e.vectorMemory(SIMD.store, layout.state + room + half);
    }
  }
  const { name, laneBytes, resultBytes, lanes, constant } = call;
  for (const parameter of [FLOAT_OPERATION[name], laneBytes, resultBytes, lanes, constant]) e.i32(parameter);
  e.i32(0);
  e.op(OP.callIndirect, 1, 0);
  const answer = e.local("i32");
  e.tee(answer);
  e.op(OP.i32Eqz);
  f.exitIf();
  e.get(answer);
  if (f.relies) {
    // An irregular lane of an earlier call may still be about.
    e.get(f.mode);
    e.i32(FLOAT_MODE.irregular);
    e.op(OP.i32And, OP.i32Or);
  } else {
    e.i32(FLOAT_MODE.irregular - 1);
    e.op(OP.i32And);
  }
  e.set(f.mode);
  const result = layout.state + FLOAT_ROOM.result;
  if (op.op === "helper") {
    const narrow = op.name === "compareScalar";
    e.i32(0);
    e.memory(narrow ? OP.i32Load : OP.i64Load, result);
    e.set(f.local(op.results[0]!));
    return;
  }
  const { dest, sizeBytes } = op as OpOf<"vector">;
  for (let half = 0; half < sizeBytes; half += 16) loadResult(e, f.place(dest + half), result + half, sizeBytes - half);
}

/** A register's low bytes from memory; the others stay. */
function loadResult(e: Emitter, dest: Local, from: number, sizeBytes: number): void {
  e.i32(0);
  if (sizeBytes >= 16) e.vectorMemory(SIMD.load, from);
  else {
    e.get(dest);
    e.vectorMemory(sizeBytes === 8 ? SIMD.load64Lane : SIMD.load32Lane, from);
    e.code.push(0);
  }
  e.set(dest);
}

// ---- MXCSR itself

export const isMxcsr = (op: Op): op is OpOf<"getState"> | OpOf<"setState"> =>
  (op.op === "getState" || op.op === "setState") && op.offset === STATE.mxcsr;
