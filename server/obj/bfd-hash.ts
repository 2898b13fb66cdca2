// The order in which ld walks its symbol table: by bucket of BFD's string hash. It decides the order of common symbols in
// .bss and of global symbols in .symtab, so equal layouts need it.

import { encodeText } from "../base/byte-text.ts";

/** BFD's default table size; a program with more than three quarters of this many globals gets a larger one in ld. */
const BUCKETS = 4051n;

/** The bucket of a name. Names of one bucket are walked newest first. */
export function hashBucket(name: string): number {
  let hash = 0n;
  const mix = (value: bigint) => {
    hash = BigInt.asUintN(64, hash + value + (value << 17n));
    hash ^= hash >> 2n;
  };
  const bytes = encodeText(name);
  for (const byte of bytes) mix(BigInt(byte));
  mix(BigInt(bytes.length));
  return Number(BigInt.asUintN(32, hash) % BUCKETS);
}

/** Sorts as ld walks: `items` are in the order in which their names were first met. */
export function inHashOrder<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item, order) => ({ item, order, bucket: hashBucket(nameOf(item)) }))
    .sort((a, b) => a.bucket - b.bucket || b.order - a.order)
    .map(({ item }) => item);
}
