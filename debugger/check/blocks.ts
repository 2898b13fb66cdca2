// Heap blocks by address: what malloc gave out, live or waiting in the quarantine.

import type { HeapBlock } from "./finding.ts";

export interface Blocks {
  /** Ascending by address; no two overlap. */
  list: HeapBlock[];
  allocations: number;
  frees: number;
  bytesAllocated: number;
  /** Blocks that came or went since somebody emptied the list; undefined while nobody reads it. Copies have none. */
  changes?: HeapBlock[] | undefined;
}

export const createBlocks = (): Blocks => ({ list: [], allocations: 0, frees: 0, bytesAllocated: 0 });

/** Index of the first block whose address is greater than `address`. */
function upperBound(blocks: Blocks, address: number): number {
  let low = 0;
  let high = blocks.list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks.list[middle]!.address <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last block that starts at or below `address`, and the first that starts above it. */
export function around(
  blocks: Blocks,
  address: number,
): { below: HeapBlock | undefined; above: HeapBlock | undefined } {
  const index = upperBound(blocks, address);
  return { below: blocks.list[index - 1], above: blocks.list[index] };
}

/** The block that starts at `address`. */
export function blockAt(blocks: Blocks, address: number): HeapBlock | undefined {
  const { below } = around(blocks, address);
  return below?.address === address ? below : undefined;
}

/** The block that holds `address`. */
export function blockHolding(blocks: Blocks, address: number): HeapBlock | undefined {
  const { below } = around(blocks, address);
  return below !== undefined && address < below.address + Math.max(1, below.sizeBytes) ? below : undefined;
}

export function addBlock(blocks: Blocks, block: HeapBlock): void {
  removeOverlapping(blocks, block.address, Math.max(1, block.sizeBytes));
  blocks.list.splice(upperBound(blocks, block.address), 0, block);
  blocks.changes?.push(block);
  blocks.allocations++;
  blocks.bytesAllocated += block.sizeBytes;
}

/** Forgets freed blocks whose bytes are handed out again. */
export function removeOverlapping(blocks: Blocks, start: number, sizeBytes: number): void {
  let index = upperBound(blocks, start);
  if (index > 0 && blocks.list[index - 1]!.address + blocks.list[index - 1]!.sizeBytes > start) index--;
  let end = index;
  while (end < blocks.list.length && blocks.list[end]!.address < start + sizeBytes) end++;
  if (end > index) {
    const gone = blocks.list.splice(index, end - index);
    blocks.changes?.push(...gone);
  }
}

/** A deep copy, for snapshots. */
export const copyBlocks = (blocks: Blocks): Blocks => ({
  ...blocks,
  list: blocks.list.map((block) => ({ ...block })),
  changes: undefined,
});
