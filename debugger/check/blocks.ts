// Heap blocks by address: what malloc gave out, live or waiting in the quarantine.

import type { HeapBlock, HeapTotals } from "./finding.ts";

export interface Blocks {
  /** Ascending by address; no two overlap. */
  list: HeapBlock[];
  /**
   * Blocks of malloc that an allocator of the program's own hands out pieces of, live or freed, ascending by address: the
   * pieces stand in the list in their place.
   */
  arenas: HeapBlock[];
  allocations: number;
  frees: number;
  bytesAllocated: number;
  /** Blocks that came or went since somebody emptied the list; undefined while nobody reads it. Copies have none. */
  changes?: HeapBlock[] | undefined;
}

export const createBlocks = (): Blocks => ({ list: [], arenas: [], allocations: 0, frees: 0, bytesAllocated: 0 });

/** Index of the first block whose address is greater than `address`. */
function upperBound(list: readonly HeapBlock[], address: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.address <= address) low = middle + 1;
    else high = middle;
  }
  return low;
}

const endOf = ({ address, sizeBytes }: HeapBlock): number => address + Math.max(1, sizeBytes);

/** The last block that starts at or below `address`, and the first that starts above it. */
export function around(
  blocks: Blocks,
  address: number,
): { below: HeapBlock | undefined; above: HeapBlock | undefined } {
  const index = upperBound(blocks.list, address);
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
  return below !== undefined && address < endOf(below) ? below : undefined;
}

/** The arena that holds `address`. */
export function arenaHolding({ arenas }: Blocks, address: number): HeapBlock | undefined {
  const arena = arenas[upperBound(arenas, address) - 1];
  return arena !== undefined && address < endOf(arena) ? arena : undefined;
}

/** The blocks of the list that begin in a range: those that stand in the place of an arena, or that lie in a mapping. */
export function blocksIn({ list }: Blocks, start: number, sizeBytes: number): HeapBlock[] {
  const found: HeapBlock[] = [];
  for (let k = upperBound(list, start - 1); k < list.length && list[k]!.address < start + sizeBytes; k++)
    found.push(list[k]!);
  return found;
}

export const piecesOf = (blocks: Blocks, { address, sizeBytes }: HeapBlock): HeapBlock[] =>
  blocksIn(blocks, address, sizeBytes);

/** An allocator of the program's own gives out a piece of this block from now on. */
export function becomeArena({ arenas }: Blocks, block: HeapBlock): void {
  arenas.splice(upperBound(arenas, block.address), 0, block);
}

export function addBlock(blocks: Blocks, block: HeapBlock): void {
  removeOverlapping(blocks, block.address, Math.max(1, block.sizeBytes));
  blocks.list.splice(upperBound(blocks.list, block.address), 0, block);
  blocks.changes?.push(block);
  blocks.allocations++;
  blocks.bytesAllocated += block.sizeBytes;
}

/** Forgets freed blocks whose bytes malloc hands out again. */
export function recycled(blocks: Blocks, start: number, sizeBytes: number): void {
  removeOverlapping(blocks, start, sizeBytes);
  const { arenas } = blocks;
  const end = upperBound(arenas, start + sizeBytes - 1);
  let from = end;
  while (from > 0 && endOf(arenas[from - 1]!) > start) from--;
  arenas.splice(from, end - from);
}

function removeOverlapping(blocks: Blocks, start: number, sizeBytes: number): void {
  let index = upperBound(blocks.list, start);
  if (index > 0 && blocks.list[index - 1]!.address + blocks.list[index - 1]!.sizeBytes > start) index--;
  let end = index;
  while (end < blocks.list.length && blocks.list[end]!.address < start + sizeBytes) end++;
  if (end > index) {
    const gone = blocks.list.splice(index, end - index);
    blocks.changes?.push(...gone);
  }
}

export function totalsOf(blocks: Blocks): HeapTotals {
  const { list, arenas, allocations, frees, bytesAllocated } = blocks;
  const isLive = ({ state }: HeapBlock): boolean => state === "live";
  const unused = arenas.filter((arena) => isLive(arena) && !piecesOf(blocks, arena).some(isLive));
  const used = [...list.filter(isLive), ...unused];
  const bytes = used.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return { allocations, frees, bytesAllocated, inUse: { bytes, blocks: used.length } };
}

/** A deep copy, for snapshots. */
export const copyBlocks = (blocks: Blocks): Blocks => ({
  ...blocks,
  list: blocks.list.map((block) => ({ ...block })),
  arenas: blocks.arenas.map((block) => ({ ...block })),
  changes: undefined,
});
