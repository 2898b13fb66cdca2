// Vector operations on whole registers: moves, integers and shuffles. Each half of a YMM register is a local of type v128 of
// its own: SSE touches the low ones only, and an operation on 32 bytes is the one on 16 done twice.

import { type Op, type OpOf, type StateOffset, VECTOR_SCRATCH } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Emitter, Local } from "./emitter.ts";
import { BINARY, SHIFT, SIMD } from "./simd.ts";
import { lanes, SEQUENCE, widening } from "./vector-sequences.ts";
import { OP } from "./wasm-writer.ts";

/** Index of a vector local: low halves of the registers, of the two scratch rooms, then the upper halves of both. */
export interface VectorPlace {
  readonly index: number;
  /** Byte in it. */
  readonly byte: number;
}

const SCRATCH = 16;
const UPPER = SCRATCH + VECTOR_SCRATCH.length;

/** Where an offset in the state struct lies, when it is a vector local's. */
export function vectorPlace(offset: StateOffset): VectorPlace | undefined {
  const half = (low: number, at: number): VectorPlace =>
    at < 16 ? { index: low, byte: at } : { index: UPPER + low, byte: at - 16 };
  const inRegisters = offset - STATE.ymm;
  if (inRegisters >= 0 && inRegisters < 16 * 32) return half(inRegisters >> 5, inRegisters % 32);
  const scratch = VECTOR_SCRATCH.findIndex((start) => offset >= start && offset < start + 32);
  return scratch < 0 ? undefined : half(SCRATCH + scratch, offset - VECTOR_SCRATCH[scratch]!);
}

/** The register that a local is a half of, and where that begins in it; undefined for scratch, which lives for one instruction. */
export function registerHalf(index: number): { readonly register: number; readonly at: 0 | 16 } | undefined {
  const low = index % UPPER;
  return low < SCRATCH ? { register: low, at: index < UPPER ? 0 : 16 } : undefined;
}

const isWhole = (offset: StateOffset): boolean => vectorPlace(offset)?.byte === 0;

/** Byte k of the result is byte list[k] of a (0 to 15) or b (16 to 31); undefined for other operations. */
export function shuffleOf(name: string, immediate: number): readonly number[] | undefined {
  const unpack = (laneBytes: number, half: "low" | "high"): number[] => {
    const per = 16 / laneBytes;
    return lanes(laneBytes, (k) => (half === "high" ? per / 2 : 0) + (k >> 1) + (k & 1 ? per : 0));
  };
  const blend = (laneBytes: number): number[] =>
    lanes(laneBytes, (k) => ((immediate >> k) & 1 ? 16 / laneBytes : 0) + k);
  const field = (k: number): number => (immediate >> (2 * k)) & 3;
  const interleave = /^(?:punpck|unpck)([lh])(bw|wd|dq|qdq|ps|pd)$/.exec(name);
  if (interleave !== null) {
    const bytes = { bw: 1, wd: 2, dq: 4, ps: 4, qdq: 8, pd: 8 }[interleave[2] as "bw"];
    return unpack(bytes, interleave[1] === "l" ? "low" : "high");
  }
  switch (name) {
    case "copy":
      return lanes(1, (k) => 16 + k);
    case "palignr":
      return immediate > 16
        ? undefined
        : lanes(1, (k) => (k + immediate < 16 ? 16 + k + immediate : k + immediate - 16));
    case "pshufd":
    case "permilpsImmediate":
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
    case "movsldup":
      return lanes(4, (k) => 4 + (k & 2));
    case "movshdup":
      return lanes(4, (k) => 4 + (k | 1));
    case "pblendw":
      return blend(2);
    case "blendps":
    case "pblendd":
      return blend(4);
    case "blendpd":
      return blend(8);
    case "permilpdImmediate":
      return lanes(8, (k) => 2 + ((immediate >> k) & 1));
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
      const isPacked = op.sizeBytes === 16 || op.sizeBytes === 32;
      if (!isPacked || !isWhole(op.dest) || !isWhole(op.a) || !isWhole(op.b)) return false;
      if (op.name in BROADCAST || op.name === "insert128" || op.name === "extract128" || op.name === "pshufb")
        return true;
      if (op.name in SEQUENCE || widening(op.name) !== undefined) return true;
      if (op.name in ACROSS) return op.sizeBytes === 32;
      if (op.name in SHIFT || op.name === "pslldq" || op.name === "psrldq") return op.immediate >= 0;
      return op.name in BINARY || op.name === "pandn" || shuffleOf(op.name, op.immediate) !== undefined;
    }
    case "helper":
      return op.name === "signMask" && op.constants[1]! >= 16 && isWhole(op.constants[0]!);
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
    case "helper":
      signMask(v, op.constants, v.local(op.results[0]!));
      return;
    case "vector":
      if (op.name in BROADCAST) broadcast(v, op, BROADCAST[op.name]!);
      else if (op.name === "extract128" || op.name === "insert128") moveHalf(v, op);
      else if (op.name in ACROSS || widening(op.name) !== undefined) acrossHalves(v, op);
      else {
        wholeRegisters(v, op);
        if (op.sizeBytes === 32) wholeRegisters(v, upperOf(op));
      }
      return;
    default:
      throw new Error(`untranslated operation ${op.op}`);
  }
}

/** Bytes of the source that come into every lane. */
const BROADCAST: Readonly<Record<string, number>> = {
  ...{ broadcastb: 1, broadcastw: 2, broadcastd: 4, broadcastq: 8, broadcast128: 16 },
};

function broadcast({ e, place }: VectorLocals, op: OpOf<"vector">, laneBytes: number): void {
  const source = place(op.b);
  e.get(source);
  e.get(source);
  e.shuffle(Array.from({ length: 16 }, (_, k) => k % laneBytes));
  e.set(place(op.dest));
  if (op.sizeBytes < 32) return;
  e.get(place(op.dest));
  e.set(place(op.dest + 16));
}

function moveHalf({ e, place }: VectorLocals, { name, dest, a, b, immediate }: OpOf<"vector">): void {
  const move = (to: StateOffset, from: StateOffset): void => {
    e.get(place(from));
    e.set(place(to));
  };
  if (name === "extract128") move(dest, b + 16 * (immediate & 1));
  else if (immediate & 1) {
    // The source may be the destination's low half.
    move(dest + 16, b);
    move(dest, a);
  } else {
    move(dest, b);
    move(dest + 16, a + 16);
  }
}

/** Leaves half of the result of a YMM register on the stack. */
type Across = (v: VectorLocals, op: OpOf<"vector">, half: 0 | 1) => void;

const ACROSS: Readonly<Record<string, Across>> = {
  permq({ e, place }, { b, immediate }, half) {
    e.get(place(b));
    e.get(place(b + 16));
    e.shuffle(lanes(8, (k) => (immediate >> (4 * half + 2 * k)) & 3));
  },
  perm2x128({ e, place }, { a, b, immediate }, half) {
    const control = immediate >> (4 * half);
    if (control & 8) e.vectorConstant([]);
    else e.get(place((control & 2 ? b : a) + 16 * (control & 1)));
  },
};

/** Operations whose halves do not come of the same halves of their operands. */
function acrossHalves(v: VectorLocals, op: OpOf<"vector">): void {
  const { e, place } = v;
  const widen = widening(op.name);
  const halves = op.sizeBytes === 32 ? ([0, 1] as const) : ([0] as const);
  for (const half of halves) {
    if (widen !== undefined) widen(e, place(op.b), half);
    else ACROSS[op.name]!(v, op, half);
  }
  // The destination may be a source of both.
  for (const half of [...halves].reverse()) e.set(place(op.dest + 16 * half));
}

/** Operations with bits of the immediate for each half: how many. */
const BITS_OF_HALF: Readonly<Record<string, number>> = {
  shufpd: 2,
  permilpdImmediate: 2,
  blendpd: 2,
  blendps: 4,
  pblendd: 4,
};

/** The operation on the upper 16 bytes. */
const upperOf = (op: OpOf<"vector">): OpOf<"vector"> => ({
  ...{ ...op, dest: op.dest + 16, a: op.a + 16, b: op.b + 16 },
  immediate: op.immediate >> (BITS_OF_HALF[op.name] ?? 0),
});

/** The top bits of all lanes as a number. */
function signMask({ e, place }: VectorLocals, constants: readonly number[], result: Local): void {
  const [source, sizeBytes, laneBytes] = constants as [number, number, 1 | 4 | 8];
  const mask = { 1: SIMD.i8x16Bitmask, 4: SIMD.i32x4Bitmask, 8: SIMD.i64x2Bitmask }[laneBytes];
  e.get(place(source));
  e.simd(mask);
  if (sizeBytes === 32) {
    e.get(place(source + 16));
    e.simd(mask);
    e.i32(16 / laneBytes);
    e.op(OP.i32Shl, OP.i32Or);
  }
  e.set(result);
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
  } else if (op.name in SEQUENCE) SEQUENCE[op.name]!(e, a, b);
  else if (op.name === "pshufb") {
    // The top bit makes a zero, as any number of 16 and more does here.
    e.get(a);
    e.get(b);
    e.vectorConstant(new Array<number>(16).fill(0x8f));
    e.simd(SIMD.and);
    e.simd(SIMD.swizzle);
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
