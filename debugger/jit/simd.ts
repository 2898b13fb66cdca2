// Vector instructions of WebAssembly by name (Core Specification 2.0, 5.4.8): numbers behind the prefix 0xFD.

export const SIMD = {
  load: 0,
  load32Zero: 92,
  load64Zero: 93,
  load32Lane: 86,
  load64Lane: 87,
  store: 11,
  constant: 12,
  shuffle: 13,
  swizzle: 14,
  i8x16Splat: 15,
  i16x8Splat: 16,
  i32x4Splat: 17,
  i64x2Splat: 18,
  f32x4Splat: 19,
  f64x2Splat: 20,
  i8x16Extract: 22,
  i8x16Replace: 23,
  i16x8Extract: 25,
  i16x8Replace: 26,
  i32x4Extract: 27,
  i32x4Replace: 28,
  i64x2Extract: 29,
  i64x2Replace: 30,
  f32x4Extract: 31,
  f64x2Extract: 33,
  i8x16Equal: 35,
  i16x8Equal: 45,
  i32x4Equal: 55,
  i64x2Equal: 214,
  and: 78,
  andNot: 79,
  or: 80,
  xor: 81,
  select: 82,
  anyTrue: 83,
  i8x16Bitmask: 100,
  i32x4Bitmask: 164,
  i8x16Abs: 96,
  i16x8Abs: 128,
  i32x4Abs: 160,
  i16x8PairwiseU: 125,
  i32x4PairwiseU: 127,
  i32x4ProductLowS: 188,
  i32x4ProductHighS: 189,
  i32x4ProductLowU: 190,
  i32x4ProductHighU: 191,
  i64x2ProductLowS: 220,
  i64x2ProductLowU: 222,
  i32x4Add: 174,
  i32x4Sub: 177,
  i32x4MaxU: 185,
  i64x2AllTrue: 195,
  i64x2Bitmask: 196,
} as const;

/** Comparisons and arithmetic of one lane type. */
export interface FloatLanes {
  readonly eq: number;
  readonly ne: number;
  readonly lt: number;
  readonly gt: number;
  readonly le: number;
  readonly ge: number;
  readonly abs: number;
  readonly sqrt: number;
  readonly add: number;
  readonly sub: number;
  readonly mul: number;
  readonly div: number;
}

export const F32X4: FloatLanes = {
  ...{ eq: 65, ne: 66, lt: 67, gt: 68, le: 69, ge: 70 },
  ...{ abs: 224, sqrt: 227, add: 228, sub: 229, mul: 230, div: 231 },
};
export const F64X2: FloatLanes = {
  ...{ eq: 71, ne: 72, lt: 73, gt: 74, le: 75, ge: 76 },
  ...{ abs: 236, sqrt: 239, add: 240, sub: 241, mul: 242, div: 243 },
};

/** dest := a OP b on all 16 bytes, by the name of the machine's operation. */
export const BINARY: Readonly<Record<string, number>> = {
  ...{ pand: 78, por: 80, pxor: 81 },
  ...{ paddb: 110, paddsb: 111, paddusb: 112, psubb: 113, psubsb: 114, psubusb: 115 },
  ...{ pminsb: 118, pminub: 119, pmaxsb: 120, pmaxub: 121, pavgb: 123 },
  ...{ paddw: 142, paddsw: 143, paddusw: 144, psubw: 145, psubsw: 146, psubusw: 147, pmullw: 149 },
  ...{ pminsw: 150, pminuw: 151, pmaxsw: 152, pmaxuw: 153, pavgw: 155 },
  ...{ paddd: 174, psubd: 177, pmulld: 181, pminsd: 182, pminud: 183, pmaxsd: 184, pmaxud: 185, pmaddwd: 186 },
  ...{ paddq: 206, psubq: 209 },
  ...{ pcmpeqb: 35, pcmpgtb: 39, pcmpeqw: 45, pcmpgtw: 49, pcmpeqd: 55, pcmpgtd: 59, pcmpeqq: 214, pcmpgtq: 217 },
  ...{ packsswb: 101, packuswb: 102, packssdw: 133, packusdw: 134 },
};

/** Shifts of all lanes by one count: opcode and lane width. */
export const SHIFT: Readonly<Record<string, readonly [number, 16 | 32 | 64]>> = {
  psllw: [139, 16],
  psraw: [140, 16],
  psrlw: [141, 16],
  pslld: [171, 32],
  psrad: [172, 32],
  psrld: [173, 32],
  psllq: [203, 64],
  psrlq: [205, 64],
};
