// A string table as BFD finishes it: equal strings once, a string that ends another one shares its bytes, the rest in the
// order in which they came (`_bfd_elf_strtab_finalize`).

import { encodeText } from "../base/byte-text.ts";

/** Offsets of strings in the table, and its bytes. */
export interface FinishedStrings {
  readonly bytes: Uint8Array;
  offsetOf(text: string): number;
}

/** Bytes from the last to the first: what tails are compared by. */
function compareReversed(a: Uint8Array, b: Uint8Array): number {
  for (let k = 1; k <= Math.min(a.length, b.length); k++) {
    const difference = a[a.length - k]! - b[b.length - k]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const endsWith = (whole: Uint8Array, tail: Uint8Array): boolean =>
  tail.length <= whole.length && tail.every((byte, k) => byte === whole[whole.length - tail.length + k]);

/** Finishes a table of `texts` in their order; "" is at 0. */
export function finishStrings(texts: readonly string[]): FinishedStrings {
  const entries = [...new Set(texts)].filter((text) => text !== "").map((text) => ({ text, bytes: encodeText(text) }));
  const sorted = [...entries].sort((a, b) => compareReversed(a.bytes, b.bytes));
  /** Where a string shares the bytes of: itself, or the one it ends. */
  const holder = new Map<string, (typeof entries)[number]>();
  let last: (typeof entries)[number] | undefined;
  for (const entry of sorted.reverse()) {
    if (!last || !endsWith(last.bytes, entry.bytes)) last = entry;
    holder.set(entry.text, last);
  }
  const offsets = new Map<string, number>([["", 0]]);
  let length = 1;
  for (const { text, bytes } of entries) {
    if (holder.get(text)!.text !== text) continue;
    offsets.set(text, length);
    length += bytes.length + 1;
  }
  const table = new Uint8Array(length);
  for (const { text, bytes } of entries) {
    const { text: whole, bytes: wholeBytes } = holder.get(text)!;
    if (whole === text) table.set(bytes, offsets.get(text)!);
    else offsets.set(text, offsets.get(whole)! + wholeBytes.length - bytes.length);
  }
  return { bytes: table, offsetOf: (text) => offsets.get(text) ?? 0 };
}
