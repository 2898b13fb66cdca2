// Where things live in the one WebAssembly.Memory that is the machine: guest bytes, their shadow, the page tags and the
// CPU state. Constants of a translation, so translated code adds them as immediates. Why this shape and what it costs was
// measured; see ARCHITECTURE.md, "Memory".
//
//   0            guest plane: host address = guest address & (foldBytes − 1)
//   fold         CPU state (see cpu/state.ts), then read tags and write tags and the same of pages without shadow, 8 bytes a
//                page each, the record of calls, the
//                records of the emitted interpreter, and what translated code keeps for the memory checker
//   … + fold     shadow plane, one byte per guest byte: 0 = addressable and defined (see SHADOW)
//   … + fold     definedness plane, one bit per guest bit (1 = undefined); read only where the shadow says PARTIAL
//
// All but the last begin below 2 GiB, where a place is part of a machine instruction: V8 takes another one above.
//
// The tag of a frame (host page) is the guest address of the page that may be accessed there without any care, else
// UNMAPPED_TAG in the first and last frame and 0 in all others: neither is ever the start of a page that folds there, nor of
// the one behind it. So one compare of the tag with `(ea + size − 1) & −PAGE_BYTES`, or of `ea ^ tag` with what leaves room for
// the access in a page, says mapped, permitted, canonical and not crossing a page, at once. No write tag
// although writable: the first write since the last checkpoint or ever, or a page with cached code; the slow path
// (Memory.store) does that one store and sets the tag where it may.

import { watchBytes } from "./watch-layout.ts";

/** Guest pages and protection granularity. */
export const PAGE_BYTES = 4096;
/** Fold in Node; a browser takes half, since it refuses larger memories. Tests may take less. */
export const NODE_FOLD_BYTES = 2 ** 30;
export const BROWSER_FOLD_BYTES = 2 ** 29;
/** First unmappable addresses: Linux's vm.mmap_min_addr. */
export const LOWEST_ADDRESS = 0x10000;

/** Tag of the first and last frame while nothing may be accessed there: that page folds into the third frame. */
export const UNMAPPED_TAG = 2 * PAGE_BYTES;

/** Bits of a shadow byte. 0 lets every access pass with one compare. */
export const SHADOW = {
  /** Never written since it was allocated. */
  undefined: 0x01,
  /** Some bits undefined: the definedness plane says which. */
  partial: 0x02,
  /** A data breakpoint covers the byte. */
  watched: 0x04,
  /** With `unaddressable`: an allocator of the program's own has written there, between its blocks. */
  header: 0x08,
  /** Belongs to no object the program owns; the owner tables say what it is (red zone, freed, past the break …). */
  unaddressable: 0x80,
} as const;

/** Protection bits, as mmap's PROT_*. */
export const PROT = { none: 0, read: 1, write: 2, exec: 4 } as const;
export type Protection = number;

/** Byte offsets in the WebAssembly memory for one fold size. */
export interface Layout {
  readonly foldBytes: number;
  readonly shadow: number;
  readonly definedness: number;
  readonly state: number;
  readonly readTags: number;
  readonly writeTags: number;
  /** The same tags, of pages without shadow alone. */
  readonly cleanReadTags: number;
  readonly cleanWriteTags: number;
  /** CALLS_MAX records of CALL_BYTES behind one that is never used: see cpu/calls.ts. */
  readonly calls: number;
  /** RECORDS_BYTES: see jit/instruction-record.ts. */
  readonly records: number;
  /** CHAIN_BYTES: see jit/chain.ts. */
  readonly chain: number;
  /** What translated code keeps for the memory checker: see mem/watch-layout.ts. */
  readonly watch: number;
  readonly totalBytes: number;
}

/** Room for the CPU state; what cpu/state.ts does not name is scratch of the step engine. */
export const STATE_BYTES = 0x10000;

/** Size of a record of a call, and how many are kept: as many as return addresses fit into Linux's 8 MiB stack. */
export const CALL_BYTES = 40;
export const CALLS_MAX = 2 ** 20;

export const RECORDS_BYTES = 2 ** 24;
export const CHAIN_BYTES = 2 ** 23;

const roundUp = (bytes: number): number => Math.ceil(bytes / 65536) * 65536;

/** The layout for a power-of-two fold of at least 16 MiB. */
export function layoutFor(foldBytes: number): Layout {
  const tagBytes = (foldBytes / PAGE_BYTES) * 8;
  const state = foldBytes;
  const readTags = state + STATE_BYTES;
  const writeTags = readTags + tagBytes;
  const cleanReadTags = writeTags + tagBytes;
  const cleanWriteTags = cleanReadTags + tagBytes;
  const calls = cleanWriteTags + tagBytes;
  const records = calls + CALL_BYTES * (CALLS_MAX + 1);
  // Multiples of 64 KiB: the whole room behind the odd number of call records is not.
  const chain = roundUp(records + RECORDS_BYTES);
  const watch = chain + CHAIN_BYTES;
  const shadow = roundUp(watch + watchBytes(foldBytes));
  const definedness = shadow + foldBytes;
  return {
    ...{ foldBytes, shadow, definedness, state, readTags, writeTags, cleanReadTags, cleanWriteTags },
    ...{ calls, records, chain, watch },
    totalBytes: definedness + foldBytes,
  };
}
