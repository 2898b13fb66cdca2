// The string functions `__?utf16?__('text')` and friends: UTF-8 text re-encoded, one character per byte on both sides.
// Source: NASM manual, 3.4.5 "Unicode Strings".

import type { StringFunction } from "./vocabulary.ts";

/** Code points of a UTF-8 byte string, undefined where it is not valid. Values up to 2^31 are let through, as NASM does. */
function codePoints(bytes: string): number[] | undefined {
  const points: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes.charCodeAt(at++);
    if (lead < 0x80) {
      points.push(lead);
      continue;
    }
    const tail = lead >= 0xfe || lead < 0xc0 ? 0 : Math.clz32(~(lead << 24)) - 1;
    if (tail === 0) return undefined;
    let point = lead & (0x3f >> tail);
    for (let k = 0; k < tail; k++) {
      const code = bytes.charCodeAt(at++);
      if ((code & 0xc0) !== 0x80) return undefined;
      point = point * 64 + (code & 0x3f);
    }
    if (tail === 1 ? point < 0x80 : point < 2 ** (5 * tail + 1)) return undefined;
    points.push(point);
  }
  return points;
}

function emit(units: readonly number[], sizeBytes: 2 | 4, order: "le" | "be"): string {
  const bytes: number[] = [];
  for (const unit of units) {
    for (let k = 0; k < sizeBytes; k++) {
      const shift = order === "le" ? k : sizeBytes - 1 - k;
      bytes.push((unit >>> (8 * shift)) & 255);
    }
  }
  return bytes.map((byte) => String.fromCharCode(byte)).join("");
}

/** The re-encoded bytes, or undefined for a string that cannot be re-encoded. */
export function transformString(bytes: string, name: StringFunction): string | undefined {
  const points = codePoints(bytes);
  if (!points) return undefined;
  const order = name.endsWith("be") ? "be" : "le";
  if (points.some((point) => point >= 0xd800 && point < 0xe000)) return undefined;
  if (name.startsWith("utf32")) return emit(points, 4, order);
  const units: number[] = [];
  for (const point of points) {
    if (point >= 0x110000) return undefined;
    if (point < 0x10000) units.push(point);
    else {
      const pair = [0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff)];
      // NASM turns the two halves round as well as the bytes in them.
      units.push(...(order === "be" ? pair.reverse() : pair));
    }
  }
  return emit(units, 2, order);
}
