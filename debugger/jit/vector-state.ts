// Vector registers of a region: which it uses, their locals, how they come in and go out, and whether MXCSR is such that
// floating point can be done here. MXCSR is looked at on entry, and where it changes.

import type { InstructionIr, Op, OpOf } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import { type BatchLocals, createBatchLocals, loadBatchConstants } from "./float-batch.ts";
import { isExactOperation, isMxcsr, isWideExact } from "./float-exact.ts";
import { FLOAT_MODE, floatMode } from "./float-module.ts";
import { emitFloatOperation, type FloatLocals, LIMIT_BYTES } from "./float-operation.ts";
import { checkPage, pushHostAddress, type Surroundings, tagsFor } from "./operation.ts";
import { SIMD } from "./simd.ts";
import { emitVectorOperation, isVectorOperation, registerHalf, vectorPlace } from "./vector-operation.ts";
import { Func } from "./wasm-program.ts";
import { OP } from "./wasm-writer.ts";

export interface VectorState {
  /** v128 by place. */
  readonly locals: ReadonlyMap<number, Local>;
  readonly dirty: ReadonlySet<number>;
  readonly float:
    | {
        readonly mode: Local;
        readonly temporary: readonly [Local, Local, Local];
        readonly limits: Readonly<Record<4 | 8, { readonly smallest: Local; readonly largest: Local }>>;
        readonly batch: BatchLocals;
      }
    | undefined;
}

/** True for operations with vector locals that are known here. */
export function isVectorRegionOperation(op: Op): boolean {
  if (op.op === "loadBytes") {
    const place = vectorPlace(op.dest);
    if (place?.byte !== 0) return false;
    if (op.sizeBytes === 16 || op.sizeBytes === 32) return true;
    return registerHalf(place.index) === undefined && (op.sizeBytes === 8 || op.sizeBytes === 4);
  }
  if (op.op === "storeBytes") {
    return vectorPlace(op.source)?.byte === 0 && (op.sizeBytes === 16 || op.sizeBytes === 32);
  }
  return isVectorOperation(op) || isExactOperation(op) || isMxcsr(op);
}

/** State offsets that an operation names. */
export function offsetsOf(op: Op): readonly number[] {
  switch (op.op) {
    case "getState":
    case "setState":
      return [op.offset];
    case "loadBytes":
      return [op.dest];
    case "storeBytes":
      return [op.source];
    case "vector":
      return [op.dest, op.a, op.b];
    case "helper":
      return op.name === "compareScalar" ? op.constants.slice(0, 2) : op.constants.slice(0, 1);
    default:
      return [];
  }
}

function writtenOffset(op: Op): number | undefined {
  if (op.op === "setState") return op.offset;
  return op.op === "loadBytes" || op.op === "vector" ? op.dest : undefined;
}

/** Upper halves come with the low ones where an operation is on whole YMM registers or takes one apart. */
function isWide(op: Op): boolean {
  if (op.op === "vector") return op.sizeBytes === 32 || op.name === "extract128" || isWideExact(op);
  if (op.op === "helper") return op.name === "signMask" && op.constants[1] === 32;
  return (op.op === "loadBytes" || op.op === "storeBytes") && op.sizeBytes === 32;
}

/** Locals for what the instructions use; `mode` gives the local for what MXCSR allows. */
export function createVectors(
  e: Emitter,
  instructions: Iterable<InstructionIr>,
  mode: () => Local = () => e.local("i32"),
): VectorState {
  const locals = new Map<number, Local>();
  const dirty = new Set<number>();
  let hasFloats = false;
  for (const { ops } of instructions) {
    for (const op of ops) {
      const parts = isWide(op) ? [0, 16] : [0];
      const written = writtenOffset(op);
      for (const part of parts) {
        for (const offset of offsetsOf(op)) {
          const place = vectorPlace(offset + part);
          if (place !== undefined && !locals.has(place.index)) locals.set(place.index, e.vector());
        }
        const place = written === undefined ? undefined : vectorPlace(written + part);
        if (place !== undefined && locals.has(place.index)) dirty.add(place.index);
      }
      hasFloats ||= isExactOperation(op) || isMxcsr(op);
    }
  }
  const limits = () => ({ smallest: e.vector(), largest: e.vector() });
  const float = hasFloats
    ? {
        mode: mode(),
        temporary: [e.vector(), e.vector(), e.vector()] as const,
        limits: { 4: limits(), 8: limits() },
        batch: createBatchLocals(e),
      }
    : undefined;
  return { locals, dirty, float };
}

/** On entry. */
export function loadVectors(e: Emitter, layout: Layout, { locals, float }: VectorState): void {
  for (const [index, local] of locals) {
    const half = registerHalf(index);
    if (half === undefined) continue;
    e.i32(0);
    e.vectorMemory(SIMD.load, layout.state + STATE.ymm + 32 * half.register + half.at);
    e.set(local);
  }
  if (float === undefined) return;
  loadFloatMode(e, layout, float.mode);
  loadLimits(e, float.limits);
  loadBatchConstants(e, float.batch);
}

/** What MXCSR allows. */
export function loadFloatMode(e: Emitter, layout: Layout, mode: Local): void {
  const f = new Func(e);
  f.set(mode, floatMode(f, f.load(OP.i32Load, f.i32(0), layout.state + STATE.mxcsr)));
}

/** LDMXCSR, STMXCSR. What is known of lanes does not change. */
function transferMxcsr({ e, layout, local }: Surroundings, op: Op, mode: Local): void {
  const at = layout.state + STATE.mxcsr;
  const f = new Func(e);
  if (op.op === "getState") f.set(local(op.dest), f.load(OP.i32Load, f.i32(0), at));
  else if (op.op === "setState") {
    f.store(OP.i32Store, f.i32(0), at, f.get(local(op.value)));
    const irregular = f.and(f.get(mode), f.i32(FLOAT_MODE.irregular));
    f.set(mode, f.or(floatMode(f, f.get(local(op.value))), irregular));
  }
}

export function loadLimits(e: Emitter, limits: NonNullable<VectorState["float"]>["limits"]): void {
  for (const laneBytes of [4, 8] as const) {
    for (const limit of ["smallest", "largest"] as const) {
      const lane: readonly number[] = LIMIT_BYTES[laneBytes][limit];
      e.vectorConstant(Array.from({ length: 16 }, (_, k) => lane[k % laneBytes]!));
      e.set(limits[laneBytes][limit]);
    }
  }
}

/** On the way out. */
export function storeVectors(e: Emitter, layout: Layout, { locals, dirty }: VectorState): void {
  for (const index of dirty) {
    const half = registerHalf(index);
    if (half === undefined) continue;
    e.i32(0);
    e.get(locals.get(index)!);
    e.vectorMemory(SIMD.store, layout.state + STATE.ymm + 32 * half.register + half.at);
  }
}

/** The registers that have locals, as bits by their numbers. */
export function registerMask({ locals }: VectorState): number {
  let mask = 0;
  for (const index of locals.keys()) {
    const half = registerHalf(index);
    if (half !== undefined) mask |= 1 << half.register;
  }
  return mask;
}

/** What floating point needs to know of where it stands. */
export type FloatChecks = Pick<FloatLocals, "relies" | "leavesIrregular" | "isSettled" | "note" | "nest">;

/** Emits an operation that isVectorRegionOperation has let through. */
export function emitVector(
  vectors: VectorState,
  around: Surroundings,
  ir: InstructionIr,
  op: Op,
  checks: FloatChecks,
): void {
  const { e } = around;
  const place = (offset: number): Local => vectors.locals.get(vectorPlace(offset)!.index)!;
  const local = (value: number): Local => around.local(value as Parameters<Surroundings["local"]>[0]);
  if (op.op === "loadBytes" || op.op === "storeBytes") transfer(around, ir, op, place);
  else if (isVectorOperation(op)) emitVectorOperation({ e, place, local }, op);
  else if (isMxcsr(op)) transferMxcsr(around, op, vectors.float!.mode);
  else {
    const { layout } = around;
    const exitIf = (): void => around.exitIf();
    emitFloatOperation({ e, place, local, layout, exitIf, ...vectors.float!, ...checks }, op);
  }
}

function transfer(
  around: Surroundings,
  ir: InstructionIr,
  op: OpOf<"loadBytes"> | OpOf<"storeBytes">,
  place: (offset: number) => Local,
): void {
  const { e, layout } = around;
  if (op.alignBytes > 1 && !around.isAligned?.(op)) {
    e.get(around.local(op.address));
    if (ir.types[op.address] === "i64") e.op(OP.i32WrapI64);
    e.i32(op.alignBytes - 1);
    e.op(OP.i32And);
    around.exitIf();
  }
  const loads = op.op === "loadBytes";
  if (!around.isChecked?.(op)) checkPage(around, ir, op.address, op.sizeBytes, tagsFor(layout, op));
  around.access?.(op);
  for (let part = 0; part < op.sizeBytes; part += 16) {
    pushHostAddress(around, ir, op.address);
    if (loads) {
      e.vectorMemory(op.sizeBytes >= 16 ? SIMD.load : op.sizeBytes === 8 ? SIMD.load64Zero : SIMD.load32Zero, part);
      e.set(place(op.dest + part));
    } else {
      e.get(place(op.source + part));
      e.vectorMemory(SIMD.store, part);
    }
  }
}
