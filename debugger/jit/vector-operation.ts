// Vector operations on whole registers: moves, integers and shuffles. The low halves of the YMM registers are locals of type
// v128; the upper halves are not touched by SSE and stay in the state struct.

import { type Op, type OpOf, type StateOffset, VECTOR_SCRATCH } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Emitter, Local } from "./emitter.ts";
import { BINARY, SHIFT, SIMD } from "./simd.ts";

/** Index of a vector local: the sixteen registers and the two scratch rooms behind them. */
export interface VectorPlace {
  readonly index: number;
  /** Byte in it. */
  readonly byte: number;
}

export const VECTOR_LOCALS = 18;

/** Where an offset in the state struct lies, when it is a vector local's. */
export function vectorPlace(offset: StateOffset): VectorPlace | undefined {
  const inRegisters = offset - STATE.ymm;
  if (inRegisters >= 0 && inRegisters < 16 * 32) {
    return inRegisters % 32 < 16 ? { index: inRegisters >> 5, byte: inRegisters % 32 } : undefined;
  }
  const scratch = VECTOR_SCRATCH.findIndex((start) => offset >= start && offset < start + 16);
  return scratch < 0 ? undefined : { index: 16 + scratch, byte: offset - VECTOR_SCRATCH[scratch]! };
}

const isWhole = (offset: StateOffset): boolean => vectorPlace(offset)?.byte === 0;

/** Byte k of the result is byte list[k] of a (0 to 15) or b (16 to 31); undefined for other operations. */
export function shuffleOf(name: string, immediate: number): readonly number[] | undefined {
  const lanes = (laneBytes: number, pick: (k: number) => number): number[] =>
    Array.from({ length: 16 }, (_, k) => pick(Math.floor(k / laneBytes)) * laneBytes + (k % laneBytes));
  const unpack = (laneBytes: number, half: "low" | "high"): number[] => {
    const per = 16 / laneBytes;
    return lanes(laneBytes, (k) => (half === "high" ? per / 2 : 0) + (k >> 1) + (k & 1 ? per : 0));
  };
  const field = (k: number): number => (immediate >> (2 * k)) & 3;
  const interleave = /^(?:punpck|unpck)([lh])(bw|wd|dq|qdq|ps|pd)$/.exec(name);
  if (interleave !== null) {
    const bytes = { bw: 1, wd: 2, dq: 4, ps: 4, qdq: 8, pd: 8 }[interleave[2] as "bw"];
    return unpack(bytes, interleave[1] === "l" ? "low" : "high");
  }
  switch (name) {
    case "copy":
      return lanes(1, (k) => 16 + k);
    case "pshufd":
      return lanes(4, (k) => 4 + field(k));
    case "pshuflw":
      return lanes(2, (k) => 8 + (k < 4 ? field(k) : k));
    case "pshufhw":
      return lanes(2, (k) => 8 + (k < 4 ? k : 4 + field(k - 4)));
    case "shufps":
      return lanes(4, (k) => (k < 2 ? field(k) : 4 + field(k)));
    case "shufpd":
      return lanes(8, (k) => (k === 0 ? immediate & 1 : 2 + ((immediate >> 1) & 1)));
    case "movddup":
      return lanes(8, () => 2);
    default:
      return undefined;
  }
}

/** Operations that emitVectorOperation knows. */
export function isVectorOperation(op: Op): boolean {
  switch (op.op) {
    case "getState":
    case "setState": {
      const place = vectorPlace(op.offset);
      return place !== undefined && place.byte % (op.sizeBits / 8) === 0;
    }
    case "vector": {
      if (op.sizeBytes !== 16 || !isWhole(op.dest) || !isWhole(op.a) || !isWhole(op.b)) return false;
      if (op.name in SHIFT || op.name === "pslldq" || op.name === "psrldq") return op.immediate >= 0;
      return op.name in BINARY || op.name === "pandn" || shuffleOf(op.name, op.immediate) !== undefined;
    }
    case "helper":
      return op.name === "signMask" && op.constants[1] === 16 && isWhole(op.constants[0]!);
    default:
      return false;
  }
}

export interface VectorLocals {
  readonly e: Emitter;
  place(offset: StateOffset): Local;
  local(value: number): Local;
}

const EXTRACT = { 8: SIMD.i8x16Extract, 16: SIMD.i16x8Extract, 32: SIMD.i32x4Extract, 64: SIMD.i64x2Extract } as const;
const REPLACE = { 8: SIMD.i8x16Replace, 16: SIMD.i16x8Replace, 32: SIMD.i32x4Replace, 64: SIMD.i64x2Replace } as const;

/** Emits an operation that isVectorOperation has let through. */
export function emitVectorOperation(v: VectorLocals, op: Op): void {
  const { e } = v;
  switch (op.op) {
    case "getState":
      e.get(v.place(op.offset));
      e.lane(EXTRACT[op.sizeBits], (vectorPlace(op.offset)!.byte * 8) / op.sizeBits);
      e.set(v.local(op.dest));
      return;
    case "setState": {
      const place = v.place(op.offset);
      e.get(place);
      e.get(v.local(op.value));
      e.lane(REPLACE[op.sizeBits], (vectorPlace(op.offset)!.byte * 8) / op.sizeBits);
      e.set(place);
      return;
    }
    case "helper": {
      const masks = { 1: SIMD.i8x16Bitmask, 4: SIMD.i32x4Bitmask, 8: SIMD.i64x2Bitmask };
      e.get(v.place(op.constants[0]!));
      e.simd(masks[op.constants[2] as 1]);
      e.set(v.local(op.results[0]!));
      return;
    }
    case "vector":
      wholeRegisters(v, op);
      return;
    default:
      throw new Error(`untranslated operation ${op.op}`);
  }
}

function wholeRegisters(v: VectorLocals, op: OpOf<"vector">): void {
  const { e } = v;
  const [a, b] = [v.place(op.a), v.place(op.b)];
  const shift = SHIFT[op.name];
  const shuffle = shuffleOf(op.name, op.immediate);
  if (shift !== undefined) {
    const [opcode, bits] = shift;
    const arithmetic = op.name.startsWith("psra");
    if (op.immediate >= bits && !arithmetic) e.vectorConstant([]);
    else {
      e.get(a);
      e.i32(Math.min(op.immediate, bits - 1));
      e.simd(opcode);
    }
  } else if (op.name === "pslldq" || op.name === "psrldq") {
    const by = Math.min(op.immediate, 16);
    const indices = Array.from({ length: 16 }, (_, k) => {
      const from = op.name === "pslldq" ? k - by : k + by;
      return from >= 0 && from < 16 ? from : 16;
    });
    e.get(a);
    e.vectorConstant([]);
    e.shuffle(indices);
  } else if (shuffle !== undefined) {
    if (op.name === "copy") e.get(b);
    else {
      e.get(a);
      e.get(b);
      e.shuffle(shuffle);
    }
  } else if (op.name === "pandn") {
    e.get(b);
    e.get(a);
    e.simd(SIMD.andNot);
  } else {
    e.get(a);
    e.get(b);
    e.simd(BINARY[op.name]!);
  }
  e.set(v.place(op.dest));
}
