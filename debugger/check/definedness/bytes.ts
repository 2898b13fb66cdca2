// Undefined bits of memory bytes, written into the memory's shadow planes: a byte wholly undefined is marked in the shadow
// alone, a partly undefined one has its bits in the definedness plane.

import { SHADOW } from "../../mem/layout.ts";
import type { Memory } from "../../mem/memory.ts";
import type { Context } from "../context.ts";
import { refreshDirty, type Shadow } from "./shadow.ts";

const OPEN = SHADOW.undefined | SHADOW.partial;

/**
 * Gives a range one shadow. The usual case lies within a page whose image is kept already, as its write tag tells: then the
 * plane is written directly (benchmark fib: each push and ret comes here).
 */
export function fillShadow(memory: Memory, address: number, sizeBytes: number, value: number): void {
  const { foldBytes, shadow, writeTags } = memory.layout;
  const low = address | 0;
  const host = low & (foldBytes - 1);
  const tag = writeTags + (host >>> 12) * 8;
  const isPlain =
    memory.view.getInt32(tag, true) === ((low + sizeBytes - 1) & ~4095) &&
    memory.view.getInt32(tag + 4, true) === Math.floor(address / 2 ** 32);
  if (isPlain) memory.u8.fill(value, shadow + host, shadow + host + sizeBytes);
  else memory.setShadow(address, sizeBytes, value);
}

/** Sets which bits from `address` on are undefined; what else the shadow says stays. */
export function setUndefined(context: Context, address: number, undef: Uint8Array): void {
  const { memory } = context.options;
  const before = memory.shadowOf(address, undef.length);
  for (let k = 0; k < before.length; ) {
    const wanted = shadowFor(before[k]!, undef[k]!);
    let end = k + 1;
    while (end < before.length && before[end] === before[k] && shadowFor(before[end]!, undef[end]!) === wanted) end++;
    if (wanted !== before[k]) memory.setShadow(address + k, end - k, wanted);
    if (wanted & SHADOW.partial) memory.setDefinedness(address + k, undef.slice(k, end));
    k = end;
  }
}

/** Written bytes are defined, as far as they are mapped: a size from a wrong argument may be huge. */
export function setDefined(context: Context, address: number, sizeBytes: number): void {
  const { memory } = context.options;
  if ((memory.shadowBits(address, sizeBytes) & OPEN) === 0) return;
  const mapped = memory.shadowOf(address, sizeBytes).length;
  setUndefined(context, address, new Uint8Array(mapped));
}

const shadowFor = (before: number, undef: number): number =>
  (before & ~OPEN) | (undef === 0 ? 0 : undef === 255 ? SHADOW.undefined : SHADOW.partial);

/** Takes a register for defined. */
export function resultsDefined(shadow: Shadow, register: number): void {
  shadow.registers[register] = 0n;
  refreshDirty(shadow, "registers");
}
