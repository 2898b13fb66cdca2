// SSE floating point in WebAssembly where both give the same bits and MXCSR would not change: rounding to nearest, all
// exceptions masked, inexact already noted or the result exact, no NaN, denormal, overflow or division by zero. Everything
// else is done in full by functions (float-exact.ts). The checks are lane comparisons on operands and result.

import type { Op, OpOf, StateOffset } from "../cpu/ir.ts";
import type { Emitter, Local } from "./emitter.ts";
import { type ExactLocals, emitExact } from "./float-exact.ts";
import { FLOAT_MODE } from "./float-module.ts";
import { F32X4, F64X2, type FloatLanes, SIMD } from "./simd.ts";
import { vectorPlace } from "./vector-operation.ts";
import { OP, VOID_TYPE } from "./wasm-writer.ts";

export interface FloatLocals extends ExactLocals {
  /** v128 each. */
  readonly temporary: readonly [Local, Local, Local];
  readonly limits: { readonly 4: FloatLimits; readonly 8: FloatLimits };
  /** True when these lanes of a place hold neither a denormal nor a NaN (settled-floats.ts). */
  isSettled(offset: StateOffset, laneBytes: LaneBytes, sizeBytes: number): boolean;
  /** Notes a value that must be ordinary, for one check of many; undefined where each operation has its own. */
  readonly note: ((value: Local, laneBytes: LaneBytes, sizeBytes: number) => void) | undefined;
  /** Tells that a WebAssembly construct was opened, or closed: −1. */
  nest(by: 1 | -1): void;
}

/** The smallest normal number and the largest finite one in all lanes. */
export interface FloatLimits {
  readonly smallest: Local;
  readonly largest: Local;
}

/** Bytes of the limits in one lane. */
export const LIMIT_BYTES = {
  4: { smallest: [0, 0, 0x80, 0], largest: [0xff, 0xff, 0x7f, 0x7f] },
  8: { smallest: [0, 0, 0, 0, 0, 0, 0x10, 0], largest: [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xef, 0x7f] },
} as const;

const ARITHMETIC = /^(add|sub|mul|div|sqrt|min|max)([sp])([sd])$/;
const COMPARE = /^cmpp([sd])$/;

const isWhole = (offset: number): boolean => vectorPlace(offset)?.byte === 0;

/** Operations that have a way for ordinary numbers. */
export function hasOrdinaryWay(op: Op): boolean {
  if (op.op === "vector") {
    if (!isWhole(op.dest) || !isWhole(op.b)) return false;
    if (/^cvt(ps2pd|pd2ps)$/.test(op.name)) return op.immediate === 1;
    if (!isWhole(op.a)) return false;
    return ARITHMETIC.test(op.name) || (COMPARE.test(op.name) && op.immediate < 8);
  }
  if (op.op !== "helper") return false;
  if (op.name === "integerToFloat") return true;
  if (op.name === "compareScalar") return isWhole(op.constants[0]!) && isWhole(op.constants[1]!);
  return (
    op.name === "floatToInteger" && isWhole(op.constants[0]!) && (op.constants[2] === 32 || op.constants[2] === 64)
  );
}

/** Emits an operation that isExactOperation has let through: with a check for many, the ordinary way alone. */
export function emitFloatOperation(f: FloatLocals, op: Op): void {
  const { e } = f;
  if (f.note !== undefined) {
    ordinaryWay(f, op);
    return;
  }
  if (!hasOrdinaryWay(op)) {
    emitExact(f, op);
    return;
  }
  if (f.leavesIrregular) {
    exitUnlessRegular(f, f.exitIf);
    ordinaryWay(f, op);
    return;
  }
  // The ordinary way ends behind both blocks, and leaves to the exact one behind the first.
  const open = (): void => {
    e.op(OP.block, VOID_TYPE);
    f.nest(1);
  };
  const close = (): void => {
    e.op(OP.end);
    f.nest(-1);
  };
  let depth = 0;
  const exitIf = (): void => e.branchIf(depth);
  const nest = (by: 1 | -1): void => {
    depth += by;
    f.nest(by);
  };
  open();
  open();
  exitUnlessRegular(f, exitIf);
  ordinaryWay({ ...f, exitIf, nest }, op);
  e.branch(1);
  close();
  emitExact(f, op);
  close();
}

/** MXCSR allows the host's arithmetic, and no lane is irregular. */
function exitUnlessRegular({ e, mode }: FloatLocals, exitIf: () => void): void {
  e.get(mode);
  e.i32(FLOAT_MODE.exact | FLOAT_MODE.irregular);
  e.op(OP.i32And);
  e.i32(FLOAT_MODE.exact);
  e.op(OP.i32Ne);
  exitIf();
}

function ordinaryWay(f: FloatLocals, op: Op): void {
  if (op.op === "vector") {
    const arithmetic = ARITHMETIC.exec(op.name);
    const laneBytes = op.name.endsWith("d") ? 8 : 4;
    if (arithmetic !== null)
      inHalves(f, op, (half, result) => emitArithmetic(f, half, arithmetic[1]!, laneBytes, result));
    else if (op.name === "cvtps2pd") widen(f, op);
    else if (op.name === "cvtpd2ps") narrow(f, op);
    else inHalves(f, op, (half, result) => compareLanes(f, half, laneBytes, result));
  } else if (op.op === "helper") {
    if (op.name === "integerToFloat") fromInteger(f, op);
    else if (op.name === "compareScalar") compareScalar(f, op);
    else toInteger(f, op);
  }
}

export type LaneBytes = 4 | 8;

const lanesOf = (laneBytes: LaneBytes): FloatLanes => (laneBytes === 8 ? F64X2 : F32X4);

/** i32: 1 when the mask on the stack is not set in all lanes that count. */
function pushFailing(e: Emitter, laneBytes: LaneBytes, sizeBytes: number): void {
  if (sizeBytes === 16) {
    e.simd(laneBytes === 8 ? SIMD.i64x2Bitmask : SIMD.i32x4Bitmask);
    e.i32(laneBytes === 8 ? 3 : 15);
    e.op(OP.i32Ne);
  } else if (laneBytes === 8) {
    e.lane(SIMD.i64x2Extract, 0);
    e.op(OP.i64Eqz);
  } else {
    e.lane(SIMD.i32x4Extract, 0);
    e.op(OP.i32Eqz);
  }
}

/** Mask of |x| CMP limit. */
function magnitude({ e }: FloatLocals, lanes: FloatLanes, x: Local, compare: number, limit: Local): void {
  e.get(x);
  e.simd(lanes.abs);
  e.get(limit);
  e.simd(compare);
}

/** Mask of x CMP 0. */
function withZero({ e }: FloatLocals, x: Local, compare: number): void {
  e.get(x);
  e.vectorConstant([]);
  e.simd(compare);
}

/** Mask of operands that are zero, normal or infinite. */
function isPlain(f: FloatLocals, lanes: FloatLanes, laneBytes: LaneBytes, x: Local): void {
  magnitude(f, lanes, x, lanes.ge, f.limits[laneBytes].smallest);
  withZero(f, x, lanes.eq);
  f.e.simd(SIMD.or);
}

/** Leaves unless the operands are zero, normal or infinite, as far as that is not known. */
function exitUnlessPlain(
  f: FloatLocals,
  offsets: readonly StateOffset[],
  laneBytes: LaneBytes,
  sizeBytes: number,
): void {
  const { e, note } = f;
  const unknown = [...new Set(offsets)].filter((offset) => !f.isSettled(offset, laneBytes, sizeBytes));
  if (note !== undefined) {
    for (const offset of unknown) note(f.place(offset), laneBytes, sizeBytes);
    return;
  }
  if (unknown.length === 0) return;
  unknown.forEach((offset, k) => {
    isPlain(f, lanesOf(laneBytes), laneBytes, f.place(offset));
    if (k > 0) e.simd(SIMD.and);
  });
  pushFailing(e, laneBytes, sizeBytes);
  f.exitIf();
}

/** Puts the low `sizeBytes` of a vector local into a register. */
function assign({ e }: FloatLocals, dest: Local, from: Local, sizeBytes: number): void {
  e.get(from);
  if (sizeBytes < 16) {
    e.get(dest);
    e.shuffle(Array.from({ length: 16 }, (_, k) => (k < sizeBytes ? k : 16 + k)));
  }
  e.set(dest);
}

/** An operation on whole YMM registers as two on 16 bytes. */
function halvesOf(op: OpOf<"vector">): readonly OpOf<"vector">[] {
  if (op.sizeBytes <= 16) return [op];
  const upper = { dest: op.dest + 16, a: op.a + 16, b: op.b + 16 };
  return [
    { ...op, sizeBytes: 16 },
    { ...op, ...upper, sizeBytes: 16 },
  ];
}

/** Each half is computed before the first is written. */
function inHalves(f: FloatLocals, op: OpOf<"vector">, compute: (half: OpOf<"vector">, result: Local) => void): void {
  const halves = halvesOf(op);
  const results = [f.temporary[0], f.temporary[2]];
  for (const [k, half] of halves.entries()) compute(half, results[k]!);
  for (const [k, half] of halves.entries()) assign(f, f.place(half.dest), results[k]!, half.sizeBytes);
}

function emitArithmetic(f: FloatLocals, op: OpOf<"vector">, name: string, laneBytes: LaneBytes, result: Local): void {
  const { e } = f;
  const lanes = lanesOf(laneBytes);
  const b = f.place(op.b);
  const a = name === "sqrt" ? b : f.place(op.a);
  if (name === "min" || name === "max") {
    exitUnlessPlain(f, [op.a, op.b], laneBytes, op.sizeBytes);
    e.get(a);
    e.get(b);
    e.get(a);
    e.get(b);
    e.simd(name === "min" ? lanes.lt : lanes.gt);
    e.simd(SIMD.select);
    e.set(result);
    return;
  }
  e.get(a);
  if (name !== "sqrt") e.get(b);
  e.simd(lanes[name as "add"]);
  e.set(result);
  const operands = (name === "sqrt" ? [op.b] : [...new Set([op.a, op.b])]).filter(
    (offset) => !f.isSettled(offset, laneBytes, op.sizeBytes),
  );
  const unsettled = operands.map((offset) => f.place(offset));
  if (f.note === undefined) checkResult(f, { name, laneBytes, sizeBytes: op.sizeBytes, a, b, result, unsettled });
  else for (const value of [...unsettled, result]) f.note(value, laneBytes, op.sizeBytes);
}

interface Computation {
  readonly name: string;
  readonly laneBytes: LaneBytes;
  readonly sizeBytes: number;
  readonly a: Local;
  readonly b: Local;
  readonly result: Local;
  /** Operands that may be denormal or NaN. */
  readonly unsettled: readonly Local[];
}

/** Leaves unless operands and result are ordinary, and exact while inexact is not noted. */
function checkResult(f: FloatLocals, c: Computation): void {
  const { e } = f;
  const { result, laneBytes, sizeBytes, unsettled } = c;
  const lanes = lanesOf(laneBytes);
  const { smallest, largest } = f.limits[laneBytes];
  const inRange = (): void => {
    magnitude(f, lanes, result, lanes.gt, smallest);
    magnitude(f, lanes, result, lanes.le, largest);
    e.simd(SIMD.and);
  };
  inRange();
  for (const operand of unsettled) {
    magnitude(f, lanes, operand, lanes.ge, smallest);
    e.simd(SIMD.and);
  }
  pushFailing(e, laneBytes, sizeBytes);
  e.op(OP.if, VOID_TYPE);
  f.nest(1);
  inRange();
  withZero(f, result, lanes.eq);
  zeroIsExact(f, c, lanes);
  e.simd(SIMD.and);
  e.simd(SIMD.or);
  for (const operand of unsettled) {
    isPlain(f, lanes, laneBytes, operand);
    e.simd(SIMD.and);
  }
  pushFailing(e, laneBytes, sizeBytes);
  f.exitIf();
  e.op(OP.end);
  f.nest(-1);
  e.get(f.mode);
  e.i32(FLOAT_MODE.noted);
  e.op(OP.i32Ne, OP.if, VOID_TYPE);
  f.nest(1);
  checkExact(f, c, lanes);
  e.op(OP.end);
  f.nest(-1);
}

/** Mask of lanes where a result of zero is no underflow. */
function zeroIsExact(f: FloatLocals, { name, a, b }: Computation, lanes: FloatLanes): void {
  const { e } = f;
  if (name === "add" || name === "sub") e.vectorConstant(new Array<number>(16).fill(0xff));
  else if (name === "mul") {
    withZero(f, a, lanes.eq);
    withZero(f, b, lanes.eq);
    e.simd(SIMD.or);
  } else if (name === "div") {
    withZero(f, a, lanes.eq);
    withZero(f, b, lanes.ne);
    e.simd(SIMD.and);
  } else withZero(f, b, lanes.eq);
}

/** Leaves unless the result is exact: sums by the two-sum, products of halves that have few bits; others always leave. */
function checkExact(f: FloatLocals, c: Computation, lanes: FloatLanes): void {
  const { e } = f;
  const { name, a, b, result, laneBytes, sizeBytes } = c;
  const [, other] = f.temporary;
  if (name === "add" || name === "sub") {
    // Error of a ± b: (a − (s − other)) ± (b ∓ other), other = s − a.
    e.get(result);
    e.get(a);
    e.simd(lanes.sub);
    e.set(other);
    e.get(a);
    e.get(result);
    e.get(other);
    e.simd(lanes.sub);
    e.simd(lanes.sub);
    e.vectorConstant([]);
    e.simd(lanes.eq);
    e.get(b);
    e.get(other);
    if (name === "sub") {
      e.vectorConstant(signBits(laneBytes));
      e.simd(SIMD.xor);
    }
    e.simd(lanes.eq);
    e.simd(SIMD.and);
  } else if (name === "mul" && laneBytes === 8) {
    // Both factors have at most 26 significant bits, so the product fits.
    for (const factor of [a, b]) {
      e.get(factor);
      e.vectorConstant([0, 0, 0, 0xf8, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0xf8, 0xff, 0xff, 0xff, 0xff]);
      e.simd(SIMD.and);
      e.get(factor);
      e.simd(lanes.eq);
    }
    e.simd(SIMD.and);
  } else e.vectorConstant([]);
  pushFailing(e, laneBytes, sizeBytes);
  f.exitIf();
}

const signBits = (laneBytes: LaneBytes): number[] =>
  Array.from({ length: 16 }, (_, k) => (k % laneBytes === laneBytes - 1 ? 0x80 : 0));

/** CMPccPS and kin, quiet or not: without NaNs it is all the same. */
function compareLanes(f: FloatLocals, op: OpOf<"vector">, laneBytes: LaneBytes, result: Local): void {
  const { e } = f;
  const lanes = lanesOf(laneBytes);
  const [a, b] = [f.place(op.a), f.place(op.b)];
  exitUnlessPlain(f, [op.a, op.b], laneBytes, op.sizeBytes);
  const compare = [lanes.eq, lanes.lt, lanes.le, undefined, lanes.ne, lanes.ge, lanes.gt, undefined][op.immediate];
  if (compare === undefined) e.vectorConstant(new Array<number>(16).fill(op.immediate === 7 ? 0xff : 0));
  else {
    e.get(a);
    e.get(b);
    e.simd(compare);
  }
  e.set(result);
}

/** COMISD and kin: ZF and CF as an EFLAGS word; PF says NaN, which leaves. */
function compareScalar(f: FloatLocals, op: OpOf<"helper">): void {
  const { e } = f;
  const laneBytes = op.constants[2] as LaneBytes;
  const [a, b] = [f.place(op.constants[0]!), f.place(op.constants[1]!)];
  exitUnlessPlain(f, op.constants.slice(0, 2), laneBytes, laneBytes);
  const pushLane = (x: Local): void => {
    e.get(x);
    e.lane(laneBytes === 8 ? SIMD.f64x2Extract : SIMD.f32x4Extract, 0);
  };
  pushLane(a);
  pushLane(b);
  e.op(laneBytes === 8 ? OP.f64Eq : OP.f32Eq);
  e.i32(6);
  e.op(OP.i32Shl);
  pushLane(a);
  pushLane(b);
  e.op(laneBytes === 8 ? OP.f64Lt : OP.f32Lt);
  e.op(OP.i32Or);
  e.set(f.local(op.results[0]!));
}

// ---- conversions

/** Leaves while inexact is not noted and the i32 on the stack, "it is exact", is 0. */
function exitIfInexact({ e, mode, note, exitIf }: FloatLocals): void {
  if (note !== undefined) {
    e.op(OP.drop);
    return;
  }
  e.op(OP.i32Eqz);
  e.get(mode);
  e.i32(FLOAT_MODE.noted);
  e.op(OP.i32Ne, OP.i32And);
  exitIf();
}

/** A signed i64 to the bits of a number in an i64. */
function fromInteger(f: FloatLocals, op: OpOf<"helper">): void {
  const { e } = f;
  const wide = op.constants[0] === 8;
  const value = f.local(op.arguments[0]!);
  const push = (): void => {
    e.get(value);
    e.op(wide ? OP.f64ConvertI64S : OP.f32ConvertI64S);
  };
  // 2^63 − 1 and the like convert to 2^63, which would come back as themselves: only smaller ones count as exact.
  push();
  e.saturate(wide ? "i64.f64" : "i64.f32");
  e.get(value);
  e.op(OP.i64Eq);
  e.get(value);
  e.i64(2n ** 62n);
  e.op(OP.i64Add);
  e.i64(0n);
  e.op(OP.i64GeS, OP.i32And);
  e.get(value);
  e.i64(2n ** 62n);
  e.op(OP.i64LeS, OP.i32And);
  exitIfInexact(f);
  push();
  if (wide) e.op(OP.i64ReinterpretF64);
  else e.op(OP.i32ReinterpretF32, OP.i64ExtendI32U);
  e.set(f.local(op.results[0]!));
}

/** The lowest lane to a signed integer: NaN and what does not fit leave. */
function toInteger(f: FloatLocals, op: OpOf<"helper">): void {
  const { e } = f;
  const [place, laneBytes, bits, truncates] = op.constants as readonly [number, LaneBytes, number, number];
  const source = f.place(place);
  exitUnlessPlain(f, [place], laneBytes, laneBytes);
  const push = (): void => {
    e.get(source);
    if (laneBytes === 8) e.lane(SIMD.f64x2Extract, 0);
    else {
      e.lane(SIMD.f32x4Extract, 0);
      e.op(OP.f64PromoteF32);
    }
  };
  push();
  e.op(OP.f64Abs);
  e.f64(bits === 32 ? 2147483647 : 2 ** 62);
  e.op(OP.f64Lt, OP.i32Eqz);
  f.exitIf();
  const pushWhole = (): void => {
    push();
    e.op(truncates === 1 ? OP.f64Trunc : OP.f64Nearest);
  };
  push();
  pushWhole();
  e.op(OP.f64Eq);
  exitIfInexact(f);
  pushWhole();
  e.saturate("i64.f64");
  if (bits === 32) {
    e.i64(0xffff_ffffn);
    e.op(OP.i64And);
  }
  e.set(f.local(op.results[0]!));
}

/** CVTSS2SD: exact for what is plain. */
function widen(f: FloatLocals, op: OpOf<"vector">): void {
  const { e } = f;
  const source = f.place(op.b);
  const dest = f.place(op.dest);
  exitUnlessPlain(f, [op.b], 4, 4);
  e.get(dest);
  e.get(source);
  e.lane(SIMD.f32x4Extract, 0);
  e.op(OP.f64PromoteF32);
  e.lane(34, 0);
  e.set(dest);
}

/** CVTSD2SS: the result must be a normal single, or both are zero. */
function narrow(f: FloatLocals, op: OpOf<"vector">): void {
  const { e } = f;
  const source = f.place(op.b);
  const dest = f.place(op.dest);
  const [result] = f.temporary;
  const push = (): void => {
    e.get(source);
    e.lane(SIMD.f64x2Extract, 0);
  };
  exitUnlessPlain(f, [op.b], 8, 8);
  push();
  e.op(OP.f32DemoteF64);
  e.simd(SIMD.f32x4Splat);
  e.set(result);
  if (f.note !== undefined) {
    f.note(result, 4, 4);
    assign(f, dest, result, 4);
    return;
  }
  magnitude(f, F32X4, result, F32X4.gt, f.limits[4].smallest);
  magnitude(f, F32X4, result, F32X4.le, f.limits[4].largest);
  e.simd(SIMD.and);
  pushFailing(e, 4, 4);
  push();
  e.f64(0);
  e.op(OP.f64Ne, OP.i32And);
  f.exitIf();
  e.get(result);
  e.lane(SIMD.f32x4Extract, 0);
  e.op(OP.f64PromoteF32);
  push();
  e.op(OP.f64Eq);
  exitIfInexact(f);
  assign(f, dest, result, 4);
}
