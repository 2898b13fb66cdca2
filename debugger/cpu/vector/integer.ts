// Integer vector arithmetic and comparison, lane by lane (SDM Vol. 1, 9.4 and 11.4; Vol. 2B, P*).

import {
  type IntegerLane,
  inHalves,
  LANE_SHIFT,
  lanewise,
  type VectorFunction,
  type VectorUnit,
  wideLanewise,
} from "./unit.ts";

const clamp =
  (low: number, high: number) =>
  (value: number): number =>
    Math.min(high, Math.max(low, value));
const s8 = clamp(-0x80, 0x7f);
const s16 = clamp(-0x8000, 0x7fff);
const u8 = clamp(0, 0xff);
const u16 = clamp(0, 0xffff);

const add = (a: number, b: number): number => a + b;
const subtract = (a: number, b: number): number => a - b;
const average = (a: number, b: number): number => (a + b + 1) >> 1;
const equal = (a: number, b: number): number => (a === b ? -1 : 0);
const greater = (a: number, b: number): number => (a > b ? -1 : 0);
const sign = (a: number, b: number): number => (b < 0 ? -a : b === 0 ? 0 : a);
const saturating =
  (limit: (value: number) => number, operation: (a: number, b: number) => number) =>
  (a: number, b: number): number =>
    limit(operation(a, b));

const then = (lane: IntegerLane, limit: (value: number) => number, operation: (a: number, b: number) => number) =>
  lanewise(lane, saturating(limit, operation));

/** Sums or differences of neighbours: lower half of the result from a, upper from b. */
const horizontal = (lane: "i16" | "i32", f: (a: number, b: number) => number): VectorFunction =>
  inHalves((v, dest, a, b, sizeBytes) => {
    const shift = LANE_SHIFT[lane];
    const array = v[lane];
    const results: number[] = [];
    for (const from of [a, b]) {
      for (let at = 0; at < sizeBytes >> shift; at += 2) {
        results.push(f(array[(from >>> shift) + at]!, array[(from >>> shift) + at + 1]!));
      }
    }
    results.forEach((result, k) => {
      array[(dest >>> shift) + k] = result;
    });
  });

/** Products of neighbours, added. */
const pmaddwd: VectorFunction = (v, dest, a, b, sizeBytes) => {
  for (let at = 0; at < sizeBytes; at += 4) {
    const [x, y] = [(a + at) >>> 1, (b + at) >>> 1];
    v.i32[(dest + at) >>> 2] = v.i16[x]! * v.i16[y]! + v.i16[x + 1]! * v.i16[y + 1]!;
  }
};

const pmaddubsw: VectorFunction = (v, dest, a, b, sizeBytes) => {
  for (let at = 0; at < sizeBytes; at += 2) {
    const [x, y] = [a + at, b + at];
    v.i16[(dest + at) >>> 1] = s16(v.u8[x]! * v.i8[y]! + v.u8[x + 1]! * v.i8[y + 1]!);
  }
};

const psadbw: VectorFunction = (v, dest, a, b, sizeBytes) => {
  for (let at = 0; at < sizeBytes; at += 8) {
    let sum = 0;
    for (let k = 0; k < 8; k++) sum += Math.abs(v.u8[a + at + k]! - v.u8[b + at + k]!);
    v.u64[(dest + at) / 8] = BigInt(sum);
  }
};

const multiplyWide =
  (lane: "i32" | "u32"): VectorFunction =>
  (v, dest, a, b, sizeBytes) => {
    for (let at = 0; at < sizeBytes; at += 8) {
      v.i64[(dest + at) / 8] = BigInt(v[lane][(a + at) >>> 2]!) * BigInt(v[lane][(b + at) >>> 2]!);
    }
  };

/** The smallest word and where it is. */
const phminposuw: VectorFunction = (v, dest, _a, b) => {
  let best = 0;
  for (let k = 1; k < 8; k++) if (v.u16[(b >>> 1) + k]! < v.u16[(b >>> 1) + best]!) best = k;
  const value = v.u16[(b >>> 1) + best]!;
  v.u64.fill(0n, dest / 8, dest / 8 + 2);
  v.u16[dest >>> 1] = value;
  v.u16[(dest >>> 1) + 1] = best;
};

/** Eight sums of absolute differences of four bytes; each half has three bits of the immediate (SDM Vol. 2B, MPSADBW). */
const mpsadbw: VectorFunction = (v, dest, a, b, sizeBytes, immediate) => {
  for (let half = 0; half < sizeBytes; half += 16) {
    const bits = half === 0 ? immediate : immediate >> 3;
    const block = b + half + (bits & 3) * 4;
    const first = a + half + ((bits >> 2) & 1) * 4;
    const sums = Array.from({ length: 8 }, (_, k) => {
      let sum = 0;
      for (let at = 0; at < 4; at++) sum += Math.abs(v.u8[first + k + at]! - v.u8[block + at]!);
      return sum;
    });
    sums.forEach((sum, k) => {
      v.u16[((dest + half) >>> 1) + k] = sum;
    });
  }
};

// ---- shifts: the count is one number for all lanes, more than the lane gives 0 or the sign

type Lane = 16 | 32 | 64;

function shiftLanes(
  v: VectorUnit,
  dest: number,
  a: number,
  sizeBytes: number,
  lane: Lane,
  kind: string,
  count: bigint,
): void {
  const bits = BigInt(lane);
  const step = lane / 8;
  for (let at = 0; at < sizeBytes; at += step) {
    const raw =
      lane === 64 ? v.u64[(a + at) / 8]! : BigInt(lane === 32 ? v.u32[(a + at) >>> 2]! : v.u16[(a + at) >>> 1]!);
    let result = 0n;
    if (kind === "arithmetic") result = BigInt.asIntN(lane, raw) >> (count < bits ? count : bits - 1n);
    else if (count < bits) result = kind === "left" ? raw << count : raw >> count;
    const cut = BigInt.asUintN(lane, result);
    if (lane === 64) v.u64[(dest + at) / 8] = cut;
    else if (lane === 32) v.u32[(dest + at) >>> 2] = Number(cut);
    else v.u16[(dest + at) >>> 1] = Number(cut);
  }
}

/** `immediate` −1 means that the count is the low 64 bits of b. */
const shift =
  (lane: Lane, kind: "left" | "logical" | "arithmetic"): VectorFunction =>
  (v, dest, a, b, sizeBytes, immediate) => {
    const count = immediate < 0 ? v.u64[b / 8]! : BigInt(immediate);
    shiftLanes(v, dest, a, sizeBytes, lane, kind, count);
  };

/** Whole 16 bytes by bytes. */
const byteShift = (direction: "left" | "right"): VectorFunction =>
  inHalves((v, dest, a, _b, _sizeBytes, immediate) => {
    const count = Math.min(16, immediate);
    const bytes = v.u8.slice(a, a + 16);
    v.u8.fill(0, dest, dest + 16);
    if (direction === "left") v.u8.set(bytes.subarray(0, 16 - count), dest + count);
    else v.u8.set(bytes.subarray(count), dest);
  });

// biome-ignore format: one operation a line
export const integerVectors = () => ({
  paddb: lanewise("i8", add), paddw: lanewise("i16", add), paddd: lanewise("i32", add),
  paddq: wideLanewise("i64", (a, b) => a + b),
  psubb: lanewise("i8", subtract), psubw: lanewise("i16", subtract), psubd: lanewise("i32", subtract),
  psubq: wideLanewise("i64", (a, b) => a - b),
  paddsb: then("i8", s8, add), paddsw: then("i16", s16, add), paddusb: then("u8", u8, add), paddusw: then("u16", u16, add),
  psubsb: then("i8", s8, subtract), psubsw: then("i16", s16, subtract),
  psubusb: then("u8", u8, subtract), psubusw: then("u16", u16, subtract),
  pavgb: lanewise("u8", average), pavgw: lanewise("u16", average),
  pminub: lanewise("u8", Math.min), pmaxub: lanewise("u8", Math.max), pminsw: lanewise("i16", Math.min), pmaxsw: lanewise("i16", Math.max),
  pminsb: lanewise("i8", Math.min), pmaxsb: lanewise("i8", Math.max), pminuw: lanewise("u16", Math.min), pmaxuw: lanewise("u16", Math.max),
  pminsd: lanewise("i32", Math.min), pmaxsd: lanewise("i32", Math.max), pminud: lanewise("u32", Math.min), pmaxud: lanewise("u32", Math.max),
  pcmpeqb: lanewise("i8", equal), pcmpeqw: lanewise("i16", equal), pcmpeqd: lanewise("i32", equal),
  pcmpeqq: wideLanewise("i64", (a, b) => (a === b ? -1n : 0n)),
  pcmpgtb: lanewise("i8", greater), pcmpgtw: lanewise("i16", greater), pcmpgtd: lanewise("i32", greater),
  pcmpgtq: wideLanewise("i64", (a, b) => (a > b ? -1n : 0n)),
  pand: wideLanewise("i64", (a, b) => a & b), pandn: wideLanewise("i64", (a, b) => ~a & b),
  por: wideLanewise("i64", (a, b) => a | b), pxor: wideLanewise("i64", (a, b) => a ^ b),
  pmullw: lanewise("i16", Math.imul), pmulld: lanewise("i32", Math.imul),
  pmulhw: lanewise("i16", (a, b) => (a * b) >> 16), pmulhuw: lanewise("u16", (a, b) => Math.imul(a, b) >>> 16),
  pmulhrsw: lanewise("i16", (a, b) => (((a * b) >> 14) + 1) >> 1),
  pmuludq: multiplyWide("u32"), pmuldq: multiplyWide("i32"),
  pmaddwd, pmaddubsw, psadbw, phminposuw, mpsadbw,
  psignb: lanewise("i8", sign), psignw: lanewise("i16", sign), psignd: lanewise("i32", sign),
  pabsb: lanewise("i8", (_a, b) => Math.abs(b)), pabsw: lanewise("i16", (_a, b) => Math.abs(b)), pabsd: lanewise("i32", (_a, b) => Math.abs(b)),
  phaddw: horizontal("i16", add), phaddd: horizontal("i32", add), phaddsw: horizontal("i16", saturating(s16, add)),
  phsubw: horizontal("i16", subtract), phsubd: horizontal("i32", subtract), phsubsw: horizontal("i16", saturating(s16, subtract)),
  psllw: shift(16, "left"), pslld: shift(32, "left"), psllq: shift(64, "left"),
  psrlw: shift(16, "logical"), psrld: shift(32, "logical"), psrlq: shift(64, "logical"),
  psraw: shift(16, "arithmetic"), psrad: shift(32, "arithmetic"),
  pslldq: byteShift("left"), psrldq: byteShift("right"),
}) satisfies Record<string, VectorFunction>;
