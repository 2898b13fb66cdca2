// What the emitted interpreter knows of the instruction at one address: 128 bytes in the WebAssembly memory, linked to the
// records it goes on at. Records are found by address through a table that is a hint: a wrong one is noticed.

import { RECORDS_BYTES } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";

/** Byte offsets in a record. */
export const RECORD = {
  /** u32: which case of the interpreter runs it. */
  case: 0,
  /** u32: records of the instruction behind it, and of a constant target; 0 = it has none. */
  next: 4,
  target: 8,
  /** i64: its address, and that behind it. */
  address: 16,
  end: 24,
  /** HOLES_MAX × i64 */
  holes: 32,
} as const;
export const RECORD_BYTES = 128;

/** Entries of the table: low bits of an address → record (u32). */
export const LOOKUP_ENTRIES = 2 ** 14;

/** Cases that are no shape. */
export const CASE = {
  /** Nobody has looked at the instruction yet, or its bytes may have changed. */
  unknown: 0,
  /** An address to stop at. */
  stop: 1,
  /** The step engine does it. */
  slow: 2,
} as const;
export const FIRST_SHAPE_CASE = 3;

/** Where records and table lie. */
export interface Records {
  /** Host address of the table. */
  readonly lookup: number;
  /** Record of no address: what the table holds where it knows nothing. */
  readonly nowhere: number;
  /** The record of an address, made when there is none; undefined when there is no room left. */
  at(address: number): number | undefined;
  /** Host address of the record of an address, if there is one. */
  find(address: number): number | undefined;
  all(): IterableIterator<[address: number, record: number]>;
  clear(): void;
}

export function createRecords({ u8, view, layout }: Memory): Records {
  const lookup = layout.records;
  const nowhere = lookup + LOOKUP_ENTRIES * 4;
  const first = nowhere + RECORD_BYTES;
  const end = layout.records + RECORDS_BYTES;
  const byAddress = new Map<number, number>();
  let free = first;
  const clear = (): void => {
    byAddress.clear();
    free = first;
    view.setBigInt64(nowhere + RECORD.address, -1n, true);
    new Uint32Array(u8.buffer, lookup, LOOKUP_ENTRIES).fill(nowhere);
  };
  clear();
  return {
    lookup,
    nowhere,
    find: (address) => byAddress.get(address),
    at(address) {
      const known = byAddress.get(address);
      if (known !== undefined) return known;
      if (free + RECORD_BYTES > end) return undefined;
      const record = free;
      free += RECORD_BYTES;
      u8.fill(0, record, record + RECORD_BYTES);
      view.setBigInt64(record + RECORD.address, BigInt(address), true);
      byAddress.set(address, record);
      return record;
    },
    all: () => byAddress.entries(),
    clear,
  };
}
