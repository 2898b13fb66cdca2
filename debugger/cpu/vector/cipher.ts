// AES rounds, carry-less products, SHA-1 and SHA-256 steps, arithmetic in GF(2^8) (SDM Vol. 2; FIPS 197, FIPS 180-4).
// The tables of AES are worked out from their definition when first needed.

import { commit, inHalves, type VectorFunction, type VectorUnit } from "./unit.ts";

/** Product in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let left = a, right = b; right !== 0; right >>= 1) {
    if (right & 1) product ^= left;
    left = (left << 1) ^ (left & 0x80 ? 0x11b : 0);
  }
  return product & 0xff;
}

/** b^254, which is 1 / b, and 0 for 0. */
function invert(b: number): number {
  let result = 1;
  for (let k = 0; k < 254; k++) result = multiply(result, b);
  return b === 0 ? 0 : result;
}

interface Boxes {
  readonly inverse: Uint8Array;
  readonly forward: Uint8Array;
  readonly backward: Uint8Array;
}

let boxes: Boxes | undefined;

function boxesOf(): Boxes {
  if (boxes !== undefined) return boxes;
  const made = { inverse: new Uint8Array(256), forward: new Uint8Array(256), backward: new Uint8Array(256) };
  for (let b = 0; b < 256; b++) {
    const x = invert(b);
    const rotated = (count: number): number => ((x << count) | (x >> (8 - count))) & 0xff;
    const s = x ^ rotated(1) ^ rotated(2) ^ rotated(3) ^ rotated(4) ^ 0x63;
    made.inverse[b] = x;
    made.forward[b] = s;
    made.backward[s] = b;
  }
  boxes = made;
  return made;
}

// ---- AES: byte k of the 16 stands in row k % 4, column k / 4

/** MIXCOLUMNS with the coefficients of the first row. */
function mixColumns(bytes: readonly number[], row: readonly number[]): number[] {
  return bytes.map((_, k) => {
    const column = k & ~3;
    let sum = 0;
    for (let j = 0; j < 4; j++) sum ^= multiply(row[(j - k) & 3]!, bytes[column + j]!);
    return sum;
  });
}

const ENCRYPTING = [2, 3, 1, 1];
const DECRYPTING = [14, 11, 13, 9];

function writeBytes(v: VectorUnit, dest: number, bytes: readonly number[]): void {
  bytes.forEach((byte, k) => {
    v.u8[dest + k] = byte;
  });
}

/** One round: the state is a, the key b. */
const round = (direction: "encrypt" | "decrypt", place: "inner" | "last"): VectorFunction =>
  inHalves((v, dest, a, b) => {
    const { forward, backward } = boxesOf();
    const box = direction === "encrypt" ? forward : backward;
    const shift = direction === "encrypt" ? 4 : -4;
    let state = Array.from({ length: 16 }, (_, k) => box[v.u8[a + ((k + shift * (k & 3)) & 15)]!]!);
    if (place === "inner") state = mixColumns(state, direction === "encrypt" ? ENCRYPTING : DECRYPTING);
    const key = v.u8.slice(b, b + 16);
    writeBytes(
      v,
      dest,
      state.map((byte, k) => byte ^ key[k]!),
    );
  });

const aesimc: VectorFunction = (v, dest, _a, b) => {
  writeBytes(v, dest, mixColumns([...v.u8.subarray(b, b + 16)], DECRYPTING));
};

const aeskeygenassist: VectorFunction = (v, dest, _a, b, _sizeBytes, immediate) => {
  const { forward } = boxesOf();
  const substituted = (lane: number): number[] => [0, 1, 2, 3].map((k) => forward[v.u8[b + 4 * lane + k]!]!);
  const rotated = ([first, ...rest]: readonly number[]): number[] => {
    const bytes = [...rest, first!];
    return [bytes[0]! ^ immediate, ...bytes.slice(1)];
  };
  const [x1, x3] = [substituted(1), substituted(3)];
  writeBytes(v, dest, [...x1, ...rotated(x1), ...x3, ...rotated(x3)]);
};

// ---- carry-less multiplication

const pclmulqdq: VectorFunction = inHalves((v, dest, a, b, _sizeBytes, immediate) => {
  let left = v.u64[a / 8 + (immediate & 1)]!;
  let right = v.u64[b / 8 + ((immediate >> 4) & 1)]!;
  let product = 0n;
  for (; right !== 0n; right >>= 1n, left <<= 1n) if (right & 1n) product ^= left;
  v.u64[dest / 8] = product & 0xffff_ffff_ffff_ffffn;
  v.u64[dest / 8 + 1] = product >> 64n;
});

// ---- GF(2^8) on bytes

const gf2p8mulb: VectorFunction = (v, dest, a, b, sizeBytes) => {
  for (let k = 0; k < sizeBytes; k++) v.u8[dest + k] = multiply(v.u8[a + k]!, v.u8[b + k]!);
};

const parity = (byte: number): number => {
  let bits = byte ^ (byte >> 4);
  bits ^= bits >> 2;
  return (bits ^ (bits >> 1)) & 1;
};

/** Each byte of a, or its inverse, times the 8 × 8 bit matrix in the same quadword of b, plus the immediate. */
const affine =
  (operand: "itself" | "inverse"): VectorFunction =>
  (v, dest, a, b, sizeBytes, immediate) => {
    const { inverse } = boxesOf();
    for (let k = 0; k < sizeBytes; k++) {
      const byte = v.u8[a + k]!;
      const x = operand === "inverse" ? inverse[byte]! : byte;
      let result = 0;
      for (let bit = 0; bit < 8; bit++) result |= parity(v.u8[b + (k & ~7) + 7 - bit]! & x) << bit;
      v.draft.u8[k] = result ^ immediate;
    }
    commit(v, dest, sizeBytes);
  };

// ---- SHA

const rotateLeft = (value: number, count: number): number => (value << count) | (value >>> (32 - count));
const rotateRight = (value: number, count: number): number => rotateLeft(value, 32 - count);

/** The four doublewords, lowest first. */
const words = (v: VectorUnit, position: number): [number, number, number, number] => {
  const at = position >>> 2;
  return [v.i32[at]!, v.i32[at + 1]!, v.i32[at + 2]!, v.i32[at + 3]!];
};

function writeWords(v: VectorUnit, dest: number, values: readonly number[]): void {
  values.forEach((value, k) => {
    v.i32[(dest >>> 2) + k] = value;
  });
}

const sha1nexte: VectorFunction = (v, dest, a, b) => {
  const [, , , e] = words(v, a);
  const [w0, w1, w2, w3] = words(v, b);
  writeWords(v, dest, [w0, w1, w2, w3 + rotateLeft(e, 30)]);
};

const sha1msg1: VectorFunction = (v, dest, a, b) => {
  const [a0, a1, a2, a3] = words(v, a);
  const [, , b2, b3] = words(v, b);
  writeWords(v, dest, [b2 ^ a0, b3 ^ a1, a0 ^ a2, a1 ^ a3]);
};

const sha1msg2: VectorFunction = (v, dest, a, b) => {
  const [a0, a1, a2, a3] = words(v, a);
  const [b0, b1, b2] = words(v, b);
  const w16 = rotateLeft(a3 ^ b2, 1);
  writeWords(v, dest, [rotateLeft(a0 ^ w16, 1), rotateLeft(a1 ^ b0, 1), rotateLeft(a2 ^ b1, 1), w16]);
};

/** The round functions and constants of SHA-1's four parts. */
const SHA1_PARTS: readonly (readonly [(b: number, c: number, d: number) => number, number])[] = [
  [(b, c, d) => (b & c) ^ (~b & d), 0x5a827999],
  [(b, c, d) => b ^ c ^ d, 0x6ed9eba1],
  [(b, c, d) => (b & c) ^ (b & d) ^ (c & d), 0x8f1bbcdc],
  [(b, c, d) => b ^ c ^ d, 0xca62c1d6],
];

const sha1rnds4: VectorFunction = (v, dest, a, b, _sizeBytes, immediate) => {
  const [f, constant] = SHA1_PARTS[immediate & 3]!;
  let [d, c, bb, aa] = words(v, a);
  const [w3, w2, w1, w0] = words(v, b);
  let e = 0;
  for (const w of [w0, w1, w2, w3]) {
    const next = (f(bb, c, d) + rotateLeft(aa, 5) + w + e + constant) | 0;
    [e, d, c, bb, aa] = [d, c, rotateLeft(bb, 30), aa, next];
  }
  writeWords(v, dest, [d, c, bb, aa]);
};

const sha256msg1: VectorFunction = (v, dest, a, b) => {
  const [a0, a1, a2, a3] = words(v, a);
  const [b0] = words(v, b);
  const sigma = (x: number): number => rotateRight(x, 7) ^ rotateRight(x, 18) ^ (x >>> 3);
  writeWords(v, dest, [a0 + sigma(a1), a1 + sigma(a2), a2 + sigma(a3), a3 + sigma(b0)]);
};

const sha256msg2: VectorFunction = (v, dest, a, b) => {
  const [a0, a1, a2, a3] = words(v, a);
  const [, , b2, b3] = words(v, b);
  const sigma = (x: number): number => rotateRight(x, 17) ^ rotateRight(x, 19) ^ (x >>> 10);
  const w16 = (a0 + sigma(b2)) | 0;
  const w17 = (a1 + sigma(b3)) | 0;
  writeWords(v, dest, [w16, w17, a2 + sigma(w16), a3 + sigma(w17)]);
};

/** The immediate is the place of the register with the two words plus constants. */
const sha256rnds2: VectorFunction = (v, dest, a, b, _sizeBytes, immediate) => {
  let [h, g, d, c] = words(v, a);
  let [f, e, bb, aa] = words(v, b);
  for (const w of words(v, v.base + immediate).slice(0, 2)) {
    const choice = (e & f) ^ (~e & g);
    const sumE = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const majority = (aa & bb) ^ (aa & c) ^ (bb & c);
    const sumA = rotateRight(aa, 2) ^ rotateRight(aa, 13) ^ rotateRight(aa, 22);
    const first = (h + sumE + choice + w) | 0;
    [h, g, f, e, d, c, bb, aa] = [g, f, e, (d + first) | 0, c, bb, aa, (first + sumA + majority) | 0];
  }
  writeWords(v, dest, [f, e, bb, aa]);
};

export const cipherVectors = () =>
  ({
    aesenc: round("encrypt", "inner"),
    aesenclast: round("encrypt", "last"),
    aesdec: round("decrypt", "inner"),
    aesdeclast: round("decrypt", "last"),
    aesimc,
    aeskeygenassist,
    pclmulqdq,
    gf2p8mulb,
    gf2p8affineqb: affine("itself"),
    gf2p8affineinvqb: affine("inverse"),
    sha1nexte,
    sha1msg1,
    sha1msg2,
    sha1rnds4,
    sha256msg1,
    sha256msg2,
    sha256rnds2,
  }) satisfies Record<string, VectorFunction>;
