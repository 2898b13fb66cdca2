// What a function of an annotated allocator writes while it runs: of the block that it gives out, these bytes are set.

import { SHADOW } from "../mem/layout.ts";
import type { Context } from "./context.ts";

/** Ranges that are remembered of what one call writes; more scattered ones count as not written. */
const MAX_WRITES = 64;

/** While an allocator's function runs: it may zero the block that it will give out, or write a header between its blocks. */
export function noteAllocatorWrite({ owners, options: { memory } }: Context, start: number, sizeBytes: number): void {
  if (memory.shadowBits(start, sizeBytes) & SHADOW.unaddressable)
    memory.shadowOf(start, sizeBytes).forEach((byte, k) => {
      if (byte & SHADOW.unaddressable) memory.setShadow(start + k, 1, byte | SHADOW.header);
    });
  const list = owners.allocatorWrites;
  const end = start + sizeBytes;
  const last = list.at(-1);
  if (last !== undefined && start <= last.end && end >= last.start)
    list[list.length - 1] = { start: Math.min(start, last.start), end: Math.max(end, last.end) };
  else if (list.length < MAX_WRITES) list.push({ start, end });
}

/** The bytes of a block that its allocator has not written are undefined, whatever they were before. */
export function setGiven({ options: { memory, level }, owners }: Context, start: number, sizeBytes: number): void {
  const state = level === "full" ? SHADOW.undefined : 0;
  const end = start + sizeBytes;
  let from = start;
  for (const written of [...owners.allocatorWrites].sort((one, other) => one.start - other.start)) {
    const to = Math.min(written.start, end);
    if (to > from) memory.setShadow(from, to - from, state);
    from = Math.max(from, Math.min(written.end, end));
  }
  if (from < end) memory.setShadow(from, end - from, state);
}
