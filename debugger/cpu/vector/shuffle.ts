// Moving lanes about: unpack, pack, shuffle, blend, insert, widen (SDM Vol. 2, P*, SHUF*, UNPCK*, BLEND*).

import { commit, type IntegerLane, inHalves, LANE_SHIFT, type VectorFunction, type VectorUnit } from "./unit.ts";

/** Byte `k` of the result comes from byte `from(k)` of a followed by b (16 bytes each); −1 gives 0. */
const permute = (
  from: (k: number, v: VectorUnit, b: number, immediate: number, sizeBytes: number) => number,
): VectorFunction =>
  inHalves((v, dest, a, b, sizeBytes, immediate) => {
    for (let k = 0; k < sizeBytes; k++) {
      const source = from(k, v, b, immediate, sizeBytes);
      v.draft.u8[k] = source < 0 ? 0 : source < sizeBytes ? v.u8[a + source]! : v.u8[b + source - sizeBytes]!;
    }
    commit(v, dest, sizeBytes);
  });

/** Lanes of `laneBytes` taken in turn from a and b, from the lower or the upper halves. */
const unpack = (laneBytes: number, half: "low" | "high"): VectorFunction =>
  permute((k, _v, _b, _immediate, sizeBytes) => {
    const lane = Math.floor(k / laneBytes);
    const start = half === "low" ? 0 : sizeBytes / 2;
    const inLane = start + (lane >> 1) * laneBytes + (k % laneBytes);
    return lane & 1 ? sizeBytes + inLane : inLane;
  });

/** Lanes of `laneBytes` of b chosen by fields of the immediate; `first` and `count` say which lanes take part. */
const shuffleSource = (laneBytes: number, first: number, count: number): VectorFunction =>
  permute((k, _v, _b, immediate, sizeBytes) => {
    const lane = Math.floor(k / laneBytes) - first;
    if (lane < 0 || lane >= count) return sizeBytes + k;
    const field = (immediate >> (2 * lane)) & 3;
    return sizeBytes + (first + field) * laneBytes + (k % laneBytes);
  });

const shufps: VectorFunction = permute((k, _v, _b, immediate, sizeBytes) => {
  const lane = k >> 2;
  const field = (immediate >> (2 * lane)) & 3;
  return (lane < 2 ? 0 : sizeBytes) + field * 4 + (k & 3);
});

/** Each 16-byte half uses its own two bits, so halves are not independent of their position. */
const shufpd: VectorFunction = (v, dest, a, b, sizeBytes, immediate) => {
  for (let at = 0; at < sizeBytes; at += 16) {
    const bits = immediate >> (at / 8);
    v.draft.u64[at / 8] = v.u64[(a + at) / 8 + (bits & 1)]!;
    v.draft.u64[at / 8 + 1] = v.u64[(b + at) / 8 + ((bits >> 1) & 1)]!;
  }
  commit(v, dest, sizeBytes);
};

const pshufb: VectorFunction = permute((k, v, b, _immediate, sizeBytes) => {
  const control = v.u8[b + k]!;
  return control & 0x80 ? -1 : control & (sizeBytes - 1);
});

const palignr: VectorFunction = permute((k, _v, _b, immediate, sizeBytes) => {
  const at = k + immediate;
  // The source is the lower half of the pair, the destination the upper.
  return at < sizeBytes ? sizeBytes + at : at < 2 * sizeBytes ? at - sizeBytes : -1;
});

/** Lanes of the source for each bit of the immediate; `select` gives the bit of a lane. */
const blend =
  (laneBytes: number): VectorFunction =>
  (v, dest, a, b, sizeBytes, immediate) => {
    for (let at = 0; at < sizeBytes; at++) {
      const lane = Math.floor(at / laneBytes) & 7;
      v.draft.u8[at] = (immediate >> lane) & 1 ? v.u8[b + at]! : v.u8[a + at]!;
    }
    commit(v, dest, sizeBytes);
  };

/** Lanes of the source where the top bit of the mask's lane is set; the immediate is the mask's place in the state struct. */
const blendByMask =
  (laneBytes: number): VectorFunction =>
  (v, dest, a, b, sizeBytes, immediate) => {
    const mask = v.base + immediate;
    for (let at = 0; at < sizeBytes; at++) {
      const top = mask + Math.floor(at / laneBytes) * laneBytes + laneBytes - 1;
      v.draft.u8[at] = v.u8[top]! & 0x80 ? v.u8[b + at]! : v.u8[a + at]!;
    }
    commit(v, dest, sizeBytes);
  };

/** Lanes of a, then of b, cut to half their size with saturation. */
const pack = (from: "i16" | "i32", to: IntegerLane, low: number, high: number): VectorFunction =>
  inHalves((v, dest, a, b, sizeBytes) => {
    const shift = LANE_SHIFT[from];
    const lanes = sizeBytes >> shift;
    for (let k = 0; k < 2 * lanes; k++) {
      const value = v[from][((k < lanes ? a : b) >>> shift) + (k % lanes)]!;
      v.draft[to][k] = Math.min(high, Math.max(low, value));
    }
    commit(v, dest, sizeBytes);
  });

/** Widens the first lanes of b. */
const widen =
  (from: IntegerLane, fromBytes: number, toBytes: number): VectorFunction =>
  (v, dest, _a, b, sizeBytes) => {
    for (let k = 0; k < sizeBytes / toBytes; k++) {
      const value = BigInt(v[from][b / fromBytes + k]!);
      for (let byte = 0; byte < toBytes; byte++)
        v.draft.u8[k * toBytes + byte] = Number((value >> BigInt(8 * byte)) & 255n);
    }
    commit(v, dest, sizeBytes);
  };

/** Lanes of b by position: duplicates. */
const duplicate = (from: (k: number) => number): VectorFunction =>
  permute((k, _v, _b, _immediate, sizeBytes) => sizeBytes + from(k));

/** INSERTPS: a dword of b to a place in a, some places cleared. The semantics move a loaded dword to lane 0 first. */
const insertps: VectorFunction = (v, dest, a, b, _sizeBytes, immediate) => {
  for (let k = 0; k < 4; k++) v.draft.u32[k] = v.u32[(a >>> 2) + k]!;
  v.draft.u32[(immediate >> 4) & 3] = v.u32[(b >>> 2) + ((immediate >> 6) & 3)]!;
  for (let k = 0; k < 4; k++) if ((immediate >> k) & 1) v.draft.u32[k] = 0;
  commit(v, dest, 16);
};

/** Copies `sizeBytes` bytes of b. */
const copy: VectorFunction = (v, dest, _a, b, sizeBytes) => {
  v.u8.copyWithin(dest, b, b + sizeBytes);
};

/** Copies `immediate` bytes of b and clears the rest. */
const copyClearing: VectorFunction = (v, dest, _a, b, sizeBytes, immediate) => {
  v.u8.copyWithin(dest, b, b + immediate);
  v.u8.fill(0, dest + immediate, dest + sizeBytes);
};

// biome-ignore format: one operation a line
export const shuffleVectors = () => ({
  copy, copyClearing,
  punpcklbw: unpack(1, "low"), punpcklwd: unpack(2, "low"), punpckldq: unpack(4, "low"), punpcklqdq: unpack(8, "low"),
  punpckhbw: unpack(1, "high"), punpckhwd: unpack(2, "high"), punpckhdq: unpack(4, "high"), punpckhqdq: unpack(8, "high"),
  unpcklps: unpack(4, "low"), unpckhps: unpack(4, "high"), unpcklpd: unpack(8, "low"), unpckhpd: unpack(8, "high"),
  pshufd: shuffleSource(4, 0, 4), pshuflw: shuffleSource(2, 0, 4), pshufhw: shuffleSource(2, 4, 4), pshufw: shuffleSource(2, 0, 4),
  shufps, shufpd, pshufb, palignr, insertps,
  movsldup: duplicate((k) => k & ~4), movshdup: duplicate((k) => k | 4), movddup: duplicate((k) => k & 7),
  blendps: blend(4), blendpd: blend(8), pblendw: blend(2),
  blendvps: blendByMask(4), blendvpd: blendByMask(8), pblendvb: blendByMask(1),
  packsswb: pack("i16", "i8", -0x80, 0x7f), packuswb: pack("i16", "u8", 0, 0xff),
  packssdw: pack("i32", "i16", -0x8000, 0x7fff), packusdw: pack("i32", "u16", 0, 0xffff),
  pmovsxbw: widen("i8", 1, 2), pmovsxbd: widen("i8", 1, 4), pmovsxbq: widen("i8", 1, 8),
  pmovsxwd: widen("i16", 2, 4), pmovsxwq: widen("i16", 2, 8), pmovsxdq: widen("i32", 4, 8),
  pmovzxbw: widen("u8", 1, 2), pmovzxbd: widen("u8", 1, 4), pmovzxbq: widen("u8", 1, 8),
  pmovzxwd: widen("u16", 2, 4), pmovzxwq: widen("u16", 2, 8), pmovzxdq: widen("u32", 4, 8),
}) satisfies Record<string, VectorFunction>;
