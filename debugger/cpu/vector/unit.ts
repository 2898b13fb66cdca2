// The vector unit: typed views of the machine's memory, so that a vector operation is a loop over lanes. Operations get byte
// positions (registers and loaded operands lie in the state struct, aligned to 16) and may find their result's place to be
// one of their operands'. Positions can exceed 2^31: they are shifted unsigned.

import type { Evaluator } from "../evaluator.ts";
import { STATE } from "../state.ts";

/** Typed views over one buffer. */
export interface Lanes {
  readonly i8: Int8Array;
  readonly u8: Uint8Array;
  readonly i16: Int16Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly i64: BigInt64Array;
  readonly u64: BigUint64Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}

/** The views of a buffer. */
export function lanesOver(buffer: ArrayBufferLike): Lanes {
  return {
    i8: new Int8Array(buffer),
    u8: new Uint8Array(buffer),
    i16: new Int16Array(buffer),
    u16: new Uint16Array(buffer),
    i32: new Int32Array(buffer),
    u32: new Uint32Array(buffer),
    i64: new BigInt64Array(buffer),
    u64: new BigUint64Array(buffer),
    f32: new Float32Array(buffer),
    f64: new Float64Array(buffer),
  };
}

/** What a vector operation works on. */
export interface VectorUnit extends Lanes {
  readonly evaluator: Evaluator;
  /** 64 bytes for a result that must not overwrite operands before it is complete. */
  readonly draft: Lanes;
  /** Byte position of the state struct. */
  readonly base: number;
  mxcsr: number;
}

/** One operation: byte positions of the result and both operands, bytes of the vector, an immediate. */
export type VectorFunction = (
  v: VectorUnit,
  dest: number,
  a: number,
  b: number,
  sizeBytes: number,
  immediate: number,
) => void;

export function createVectorUnit(evaluator: Evaluator): VectorUnit {
  const base = evaluator.base * 4;
  return {
    ...lanesOver(evaluator.memory.wasm.buffer),
    evaluator,
    draft: lanesOver(new ArrayBuffer(64)),
    base,
    get mxcsr(): number {
      return evaluator.view.getUint32(base + STATE.mxcsr, true);
    },
    set mxcsr(value: number) {
      evaluator.view.setUint32(base + STATE.mxcsr, value, true);
    },
  };
}

/** Copies the draft to its place. */
export function commit(v: VectorUnit, dest: number, sizeBytes: number): void {
  v.u8.set(v.draft.u8.subarray(0, sizeBytes), dest);
}

export type IntegerLane = "i8" | "u8" | "i16" | "u16" | "i32" | "u32";
export const LANE_SHIFT: Readonly<Record<IntegerLane, number>> = { i8: 0, u8: 0, i16: 1, u16: 1, i32: 2, u32: 2 };

/** result[k] = f(a[k], b[k]) in lanes of up to 32 bits; results are cut to the lane. */
export const lanewise =
  (lane: IntegerLane, f: (a: number, b: number) => number): VectorFunction =>
  (v, dest, a, b, sizeBytes) => {
    const array = v[lane];
    const shift = LANE_SHIFT[lane];
    const [to, left, right] = [dest >>> shift, a >>> shift, b >>> shift];
    for (let k = 0; k < sizeBytes >> shift; k++) array[to + k] = f(array[left + k]!, array[right + k]!);
  };

/** The same in lanes of 64 bits. */
export const wideLanewise =
  (lane: "i64" | "u64", f: (a: bigint, b: bigint) => bigint): VectorFunction =>
  (v, dest, a, b, sizeBytes) => {
    const array = v[lane];
    for (let at = 0; at < sizeBytes; at += 8) {
      array[(dest + at) / 8] = f(array[(a + at) / 8]!, array[(b + at) / 8]!);
    }
  };

/** Does the operation in each 16-byte half by itself, as AVX does with what SSE defined on 16 bytes. */
export const inHalves =
  (operation: VectorFunction): VectorFunction =>
  (v, dest, a, b, sizeBytes, immediate) => {
    const step = Math.min(16, sizeBytes);
    for (let at = 0; at < sizeBytes; at += step) operation(v, dest + at, a + at, b + at, step, immediate);
  };
