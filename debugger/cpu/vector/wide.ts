// What AVX and AVX2 add: broadcasts, permutations across 16 bytes, halves in and out, shifts lane by lane, dot products of
// small integers (SDM Vol. 2, V*).

import { commit, lanewise, type VectorFunction, type VectorUnit, wideLanewise } from "./unit.ts";

/** The first `laneBytes` bytes of b again and again. */
const broadcast =
  (laneBytes: number): VectorFunction =>
  (v, dest, _a, b, sizeBytes) => {
    for (let at = 0; at < sizeBytes; at += laneBytes) v.draft.u8.set(v.u8.subarray(b, b + laneBytes), at);
    commit(v, dest, sizeBytes);
  };

/** Lanes of `source`, each chosen by `from`, −1 gives zero. */
function pick(v: VectorUnit, dest: number, sizeBytes: number, laneBytes: number, from: (lane: number) => number): void {
  for (let at = 0, lane = 0; at < sizeBytes; at += laneBytes, lane++) {
    const source = from(lane);
    if (source < 0) v.draft.u8.fill(0, at, at + laneBytes);
    else v.draft.u8.set(v.u8.subarray(source, source + laneBytes), at);
  }
  commit(v, dest, sizeBytes);
}

/** VPERMILPx by an immediate: lanes of b within 16 bytes. */
const permuteByImmediate =
  (laneBytes: 4 | 8): VectorFunction =>
  (v, dest, _a, b, sizeBytes, immediate) =>
    pick(v, dest, sizeBytes, laneBytes, (lane) => {
      const half = b + ((lane * laneBytes) & ~15);
      return laneBytes === 4 ? half + 4 * ((immediate >> (2 * (lane & 3))) & 3) : half + 8 * ((immediate >> lane) & 1);
    });

/** VPERMILPx by a register: lanes of a within 16 bytes, chosen by b. */
const permuteByLanes =
  (laneBytes: 4 | 8): VectorFunction =>
  (v, dest, a, b, sizeBytes) =>
    pick(v, dest, sizeBytes, laneBytes, (lane) => {
      const half = a + ((lane * laneBytes) & ~15);
      const control = v.u8[b + lane * laneBytes]!;
      return laneBytes === 4 ? half + 4 * (control & 3) : half + 8 * ((control >> 1) & 1);
    });

/** VPERMD, VPERMPS: doublewords of b chosen by a. */
const permuteAll: VectorFunction = (v, dest, a, b, sizeBytes) =>
  pick(v, dest, sizeBytes, 4, (lane) => b + 4 * (v.u8[a + 4 * lane]! & 7));

/** VPERMQ, VPERMPD: quadwords of b chosen by the immediate. */
const permuteQuadwords: VectorFunction = (v, dest, _a, b, sizeBytes, immediate) =>
  pick(v, dest, sizeBytes, 8, (lane) => b + 8 * ((immediate >> (2 * lane)) & 3));

/** VPERM2F128, VPERM2I128: each half is one of the four, or zero. */
const permuteHalves: VectorFunction = (v, dest, a, b, _sizeBytes, immediate) =>
  pick(v, dest, 32, 16, (half) => {
    const control = (immediate >> (4 * half)) & 15;
    if (control & 8) return -1;
    return (control & 2 ? b : a) + 16 * (control & 1);
  });

const insertHalf: VectorFunction = (v, dest, a, b, _sizeBytes, immediate) =>
  pick(v, dest, 32, 16, (half) => (half === (immediate & 1) ? b : a + 16 * half));

const extractHalf: VectorFunction = (v, dest, _a, b, _sizeBytes, immediate) =>
  pick(v, dest, 16, 16, () => b + 16 * (immediate & 1));

const blendDoublewords: VectorFunction = (v, dest, a, b, sizeBytes, immediate) =>
  pick(v, dest, sizeBytes, 4, (lane) => ((immediate >> lane) & 1 ? b : a) + 4 * lane);

/** Sums of products of four bytes or two words, added to the destination's doublewords. */
const dotProduct =
  (elements: "bytes" | "words", limit: "wraps" | "saturates"): VectorFunction =>
  (v, dest, a, b, sizeBytes) => {
    for (let at = 0; at < sizeBytes; at += 4) {
      let sum = v.i32[(dest + at) >>> 2]!;
      if (elements === "bytes") for (let k = at; k < at + 4; k++) sum += v.u8[a + k]! * v.i8[b + k]!;
      else for (let k = 0; k < 2; k++) sum += v.i16[((a + at) >>> 1) + k]! * v.i16[((b + at) >>> 1) + k]!;
      v.i32[(dest + at) >>> 2] = limit === "wraps" ? sum : Math.min(0x7fffffff, Math.max(-0x80000000, sum));
    }
  };

export const wideVectors = () =>
  ({
    broadcastb: broadcast(1),
    broadcastw: broadcast(2),
    broadcastd: broadcast(4),
    broadcastq: broadcast(8),
    broadcast128: broadcast(16),
    permilps: permuteByLanes(4),
    permilpd: permuteByLanes(8),
    permilpsImmediate: permuteByImmediate(4),
    permilpdImmediate: permuteByImmediate(8),
    permd: permuteAll,
    permq: permuteQuadwords,
    perm2x128: permuteHalves,
    insert128: insertHalf,
    extract128: extractHalf,
    pblendd: blendDoublewords,
    psllvd: lanewise("u32", (a, b) => (b > 31 ? 0 : a << b)),
    psrlvd: lanewise("u32", (a, b) => (b > 31 ? 0 : a >>> b)),
    psravd: lanewise("u32", (a, b) => a >> Math.min(b, 31)),
    psllvq: wideLanewise("u64", (a, b) => (b > 63n ? 0n : a << b)),
    psrlvq: wideLanewise("u64", (a, b) => (b > 63n ? 0n : a >> b)),
    pdpbusd: dotProduct("bytes", "wraps"),
    pdpbusds: dotProduct("bytes", "saturates"),
    pdpwssd: dotProduct("words", "wraps"),
    pdpwssds: dotProduct("words", "saturates"),
  }) satisfies Record<string, VectorFunction>;
