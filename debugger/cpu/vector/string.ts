// PCMPESTRI, PCMPESTRM, PCMPISTRI, PCMPISTRM: comparing two strings of bytes or words (SDM Vol. 2B, 4.1).

import { STATE } from "../state.ts";
import type { VectorUnit } from "./unit.ts";

/** One string: its elements and how many are valid. */
interface Elements {
  readonly values: readonly number[];
  readonly valid: number;
}

function elementsAt(v: VectorUnit, position: number, control: number, explicitLength: bigint | undefined): Elements {
  const words = (control & 1) !== 0;
  const signed = (control & 2) !== 0;
  const count = words ? 8 : 16;
  const array = words ? (signed ? v.i16 : v.u16) : signed ? v.i8 : v.u8;
  const start = words ? position / 2 : position;
  const values = Array.from({ length: count }, (_, k) => array[start + k]!);
  if (explicitLength !== undefined) {
    const length = explicitLength < 0n ? -explicitLength : explicitLength;
    return { values, valid: length > BigInt(count) ? count : Number(length) };
  }
  const end = values.indexOf(0);
  return { values, valid: end < 0 ? count : end };
}

/** Whether element `i` of a and `j` of b match, invalid elements treated as the aggregation asks. */
type Match = (i: number, j: number) => boolean;

function aggregate(kind: number, a: Elements, b: Elements): boolean[] {
  const count = a.values.length;
  const equal: Match = (i, j) => a.values[i] === b.values[j];
  const indices = Array.from({ length: count }, (_, k) => k);
  if (kind === 0) return indices.map((j) => j < b.valid && indices.some((i) => i < a.valid && equal(i, j)));
  if (kind === 1) {
    return indices.map((j) => {
      if (j >= b.valid) return false;
      return indices.some(
        (i) => i % 2 === 0 && i + 1 < a.valid && a.values[i]! <= b.values[j]! && b.values[j]! <= a.values[i + 1]!,
      );
    });
  }
  if (kind === 2) {
    return indices.map((k) => (k < a.valid && k < b.valid ? equal(k, k) : k >= a.valid && k >= b.valid));
  }
  return indices.map((j) =>
    indices.every((i) => i + j >= count || i >= a.valid || (i + j < b.valid && equal(i, i + j))),
  );
}

/** The result bits after the polarity: bits 4 and 5 of the control. */
function polarised(bits: readonly boolean[], control: number, b: Elements): boolean[] {
  const polarity = (control >> 4) & 3;
  return bits.map((bit, k) => (polarity === 1 || (polarity === 3 && k < b.valid) ? !bit : bit));
}

function storeMask(v: VectorUnit, bits: readonly boolean[], control: number): void {
  const xmm0 = v.base + STATE.ymm;
  v.u8.fill(0, xmm0, xmm0 + 16);
  const size = 16 / bits.length;
  bits.forEach((bit, k) => {
    if (!bit) return;
    if (control & 0x40) v.u8.fill(0xff, xmm0 + k * size, xmm0 + (k + 1) * size);
    else v.u8[xmm0 + (k >> 3)] = v.u8[xmm0 + (k >> 3)]! | (1 << (k & 7));
  });
}

/** [index, EFLAGS bits]; `mode` bit 0: explicit lengths, bit 1: the mask goes to xmm0. Lengths are signed. */
export function stringCompare(
  v: VectorUnit,
  [first, second, control, mode]: readonly number[],
  lengths: readonly bigint[],
): readonly [number, number] {
  const explicit = (mode! & 1) !== 0;
  const a = elementsAt(v, v.base + first!, control!, explicit ? lengths[0] : undefined);
  const b = elementsAt(v, v.base + second!, control!, explicit ? lengths[1] : undefined);
  const count = a.values.length;
  const bits = polarised(aggregate((control! >> 2) & 3, a, b), control!, b);
  const lowest = bits.indexOf(true);
  const index = lowest < 0 ? count : control! & 0x40 ? bits.lastIndexOf(true) : lowest;
  if (mode! & 2) storeMask(v, bits, control!);
  const flags =
    (lowest >= 0 ? 0x001 : 0) | (b.valid < count ? 0x040 : 0) | (a.valid < count ? 0x080 : 0) | (bits[0] ? 0x800 : 0);
  return [index, flags];
}
