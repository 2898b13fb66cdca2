// Vector registers in one case of the emitted interpreter: the halves that the shape names come from the state struct into
// locals, the operations are those of translated code, and what was written goes back at the end. A case that leaves does so
// before it: the registers are as they were.

import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import { RECORD } from "./instruction-record.ts";
import type { Shape } from "./shape.ts";
import { SIMD } from "./simd.ts";
import { registerHalf } from "./vector-operation.ts";
import { createVectors, loadLimits, type VectorState } from "./vector-state.ts";
import { OP } from "./wasm-writer.ts";

/** Where a case finds its record and what MXCSR allows. */
export interface CaseLocals {
  readonly record: Local;
  readonly mode: Local;
}

/** Puts the place of the example's vector register on the stack, less the address of the registers in the state struct. */
function pushPlace(e: Emitter, shape: Shape, register: number, record: Local): void {
  e.get(record);
  e.memory(OP.i32Load, RECORD.holes + 8 * shape.vectorHoles.get(register)!);
}

/** Brings in what the case needs. */
export function openVectors(e: Emitter, layout: Layout, shape: Shape, locals: CaseLocals): VectorState {
  const vectors = createVectors(e, [shape.example], () => locals.mode);
  for (const [index, local] of vectors.locals) {
    const half = registerHalf(index);
    if (half === undefined) e.vectorConstant([]);
    else {
      pushPlace(e, shape, half.register, locals.record);
      e.vectorMemory(SIMD.load, layout.state + STATE.ymm + half.at);
    }
    e.set(local);
  }
  if (vectors.float !== undefined) loadLimits(e, vectors.float.limits);
  return vectors;
}

/** Writes back what the case changed. */
export function closeVectors(
  e: Emitter,
  layout: Layout,
  shape: Shape,
  vectors: VectorState,
  { record }: CaseLocals,
): void {
  for (const index of vectors.dirty) {
    const half = registerHalf(index);
    if (half === undefined) continue;
    pushPlace(e, shape, half.register, record);
    e.get(vectors.locals.get(index)!);
    e.vectorMemory(SIMD.store, layout.state + STATE.ymm + half.at);
  }
}
