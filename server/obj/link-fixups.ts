// Fixups → bytes, once every address is known: the psABI's formulas, ld's overflow rules and ld's words for what does not fit.

import { EM, relocationFor } from "./elf.ts";
import type { Fixup } from "./object-module.ts";

/** The addresses one fixup's formula may ask for. */
export interface FixupAddresses {
  /** S: the symbol's (or section's) address. */
  readonly symbol: bigint;
  /** P: the field's address. */
  readonly place: bigint;
  /** Address of the target's GOT entry. */
  readonly gotEntry: bigint;
  /** GOT: what _GLOBAL_OFFSET_TABLE_ names. */
  readonly got: bigint;
  /** The initial image of thread-local variables: its start, and where the thread pointer stands, behind it. */
  readonly threadLocal: { readonly start: bigint; readonly end: bigint };
}

/** The value the psABI's formula gives, before it is cut to the field. */
export function fixupValue(fixup: Fixup, bits: 32 | 64, at: FixupAddresses): bigint {
  const { addend } = fixup;
  switch (fixup.kind) {
    case "absolute":
    case "absolute-signed":
    case "sym":
      return at.symbol + addend;
    case "relative":
    case "plt":
      return at.symbol + addend - at.place;
    case "got":
      return at.gotEntry - at.got + addend;
    case "gotpc":
      return at.got + addend - at.place;
    case "gotpcrel":
      return at.gotEntry + addend - at.place;
    case "gotoff":
      return at.symbol + addend - at.got;
    case "gottpoff":
      return bits === 32 ? at.gotEntry + addend : at.gotEntry + addend - at.place;
    case "tpoff":
      return at.symbol + addend - at.threadLocal.end;
    case "dtpoff":
      return at.symbol + addend - at.threadLocal.start;
  }
}

type OverflowRule = "signed" | "unsigned" | "bitfield" | "none";

function overflowRule(fixup: Fixup, bits: 32 | 64): OverflowRule {
  if (fixup.sizeBytes === 8 || (bits === 32 && fixup.sizeBytes === 4)) return "none";
  if (fixup.sizeBytes === 4) return fixup.kind === "absolute" || fixup.kind === "sym" ? "unsigned" : "signed";
  if (fixup.sizeBytes === 1 && fixup.kind === "relative") return "signed";
  return "bitfield";
}

/** False when the value does not fit the field by BFD's rule for that relocation; a bit field of n bits takes −2^n … 2^n−1. */
export function fitsField(fixup: Fixup, bits: 32 | 64, value: bigint): boolean {
  const width = BigInt(fixup.sizeBytes * 8);
  switch (overflowRule(fixup, bits)) {
    case "none":
      return true;
    case "signed":
      return value >= -(1n << (width - 1n)) && value < 1n << (width - 1n);
    case "unsigned":
      return value >= 0n && value < 1n << width;
    case "bitfield":
      return value >= -(1n << width) && value < 1n << width;
  }
}

/** ELF's name of the relocation a fixup is, for messages. */
export function relocationName(fixup: Fixup, bits: 32 | 64): string {
  return relocationFor(bits === 32 ? EM.i386 : EM.x86_64, fixup.kind, fixup.sizeBytes)?.name ?? fixup.kind;
}

/** Stores the low bytes of `value`, little endian. */
export function storeField(bytes: Uint8Array, offset: number, sizeBytes: number, value: bigint): void {
  let rest = BigInt.asUintN(sizeBytes * 8, value);
  for (let k = 0; k < sizeBytes; k++) {
    bytes[offset + k] = Number(rest & 255n);
    rest >>= 8n;
  }
}

const LONG_NOPS: readonly (readonly number[])[] = [
  [0x90],
  [0x66, 0x90],
  [0x0f, 0x1f, 0x00],
  [0x0f, 0x1f, 0x40, 0x00],
  [0x0f, 0x1f, 0x44, 0x00, 0x00],
  [0x66, 0x0f, 0x1f, 0x44, 0x00, 0x00],
  [0x0f, 0x1f, 0x80, 0, 0, 0, 0],
  [0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0],
  [0x66, 0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0],
  [0x66, 0x2e, 0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0],
];

/** Fills a gap in a code section with the nops BFD takes: long ones for x86-64, two-byte ones for i386. */
export function fillNops(bytes: Uint8Array, start: number, end: number, bits: 32 | 64): void {
  const longest = bits === 64 ? 10 : 2;
  let at = start;
  while (at < end) {
    const nop = LONG_NOPS[Math.min(longest, end - at) - 1]!;
    bytes.set(nop, at);
    at += nop.length;
  }
}
