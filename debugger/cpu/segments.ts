// Segments of a user program on Linux: the descriptors of the GDT that it can name, what each lets it do, and when code has
// to run with care because a register holds another than the flat one, or because alignment is checked. Takes the state
// struct's words, so that every core can ask without a conversion.

import type { SegmentName } from "./ir.ts";
import { FLAG, STATE, tlsIndex } from "./state.ts";

/** Words of the state struct: any view whose element `base` is the struct's first word. */
export type StateWords = Readonly<ArrayLike<number>>;

/** A segment that a selector names. */
export interface Segment {
  /** What LAR gives: the descriptor's second word without base and limit. */
  readonly rights: number;
  /** Last offset in bytes; of one that expands down, the last that does not belong to it. */
  readonly limit: number;
  readonly base: number;
}

/** Bits of `Segment.rights` (SDM Vol. 3A, 3.4.5). */
const RIGHTS = { writable: 1 << 9, expandsDown: 1 << 10, code: 1 << 11, pages: 1 << 23 } as const;

/** Linux's user segments (arch/x86/include/asm/segment.h), by selector without the privilege asked for. */
const FIXED: Readonly<Record<number, Segment>> = {
  32: { rights: 0x00cffb00, limit: 0xffffffff, base: 0 },
  40: { rights: 0x00cff300, limit: 0xffffffff, base: 0 },
  48: { rights: 0x00affb00, limit: 0xffffffff, base: 0 },
  // Its limit is the processor's number.
  120: { rights: 0x0040f500, limit: 0, base: 0 },
};

/** What `STATE.tls` keeps of a thread-local descriptor beside its base: bit 0, and these. */
export const TLS = { isSet: 1, readOnly: 2, expandsDown: 4, pages: 8, available: 16, limitShift: 12 } as const;
/** The descriptor that C libraries ask for: all of memory, for reading and writing. */
export const FLAT_TLS = (TLS.isSet | TLS.pages | TLS.available | (0xfffff << TLS.limitShift)) >>> 0;

function threadLocal(index: number, words: StateWords, base: number): Segment | undefined {
  const at = base + STATE.tls / 4 + 2 * index;
  const kept = words[at + 1]! >>> 0;
  if ((kept & TLS.isSet) === 0) return undefined;
  const limit = kept >>> TLS.limitShift;
  let rights = 0x0040f100 | (limit & 0xf0000);
  if (!(kept & TLS.readOnly)) rights |= RIGHTS.writable;
  if (kept & TLS.expandsDown) rights |= RIGHTS.expandsDown;
  if (kept & TLS.pages) rights |= RIGHTS.pages;
  if (kept & TLS.available) rights |= 1 << 20;
  return { rights, limit: kept & TLS.pages ? limit * 4096 + 4095 : limit, base: words[at]! >>> 0 };
}

/** The segment that a selector names; undefined where a user program sees none. */
export function segmentOf(selector: number, words: StateWords, base: number): Segment | undefined {
  const index = tlsIndex(selector);
  return index === undefined ? FIXED[selector & 0xfffc] : threadLocal(index, words, base);
}

const NAMES: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs"];

/** Where a segment register's selector is in the state struct, in bytes. */
export const selectorOffset = (segment: SegmentName): number => STATE.segment + 2 * NAMES.indexOf(segment);

/** Half-word `index` of the selectors: es cs ss ds fs gs. */
export const selectorAt = (index: number, words: StateWords, base: number): number =>
  (words[base + STATE.segment / 4 + (index >> 1)]! >>> (16 * (index & 1))) & 0xffff;

export const isCode = ({ rights }: Segment): boolean => (rights & RIGHTS.code) !== 0;
export const isWritable = ({ rights }: Segment): boolean =>
  (rights & (RIGHTS.code | RIGHTS.writable)) === RIGHTS.writable;

/** True when all bytes belong to the segment. `offset` is below 2^32. */
export function holds({ rights, limit }: Segment, offset: number, sizeBytes: number): boolean {
  const last = offset + sizeBytes - 1;
  if ((rights & (RIGHTS.code | RIGHTS.expandsDown)) !== RIGHTS.expandsDown) return last <= limit;
  return offset > limit && last <= 0xffffffff;
}

const FLAT_ES_CS = 0x0023002b;
const FLAT_SS_DS = 0x002b002b;

/** A null selector of fs or gs needs no care: instructions that use it look themselves. */
const isPlain = (selector: number, words: StateWords, base: number): boolean => {
  if (selector === 0x2b || (selector & 0xfffc) === 0) return true;
  const index = tlsIndex(selector);
  return index !== undefined && (words[base + STATE.tls / 4 + 2 * index + 1]! | TLS.available) >>> 0 === FLAT_TLS;
};

/**
 * True while instructions have to be built with care: EFLAGS.AC is set, or a segment register of a 32-bit program holds
 * something else than all of memory.
 */
export function isCareful(words: StateWords, base: number, bits: 32 | 64): boolean {
  if ((words[base + STATE.flagSystem / 4]! & FLAG.ac) !== 0) return true;
  if (bits === 64) return false;
  const at = base + STATE.segment / 4;
  // Without a code segment no program was loaded: every segment is flat.
  if (words[at]! >>> 16 === 0) return false;
  if (words[at] !== FLAT_ES_CS || words[at + 1] !== FLAT_SS_DS) return true;
  return (
    words[at + 2] !== 0 &&
    !(isPlain(selectorAt(4, words, base), words, base) && isPlain(selectorAt(5, words, base), words, base))
  );
}
