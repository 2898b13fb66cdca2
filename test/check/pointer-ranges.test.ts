// More live blocks than numbers: most have none for a while, and giving numbers anew stays rare.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addBlock, createBlocks } from "../../debugger/check/blocks.ts";
import type { Context } from "../../debugger/check/context.ts";
import type { HeapBlock } from "../../debugger/check/finding.ts";
import { createRanges } from "../../debugger/check/pointer-ranges.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { OWNERS, RANGE_BYTES, RANGES, RANGES_MAX, SHARED_GRANULE } from "../../debugger/mem/watch-layout.ts";

const BLOCK_BYTES = 16;
const FOLD = 2 ** 26;

test("twice as many live blocks as there are numbers", () => {
  const memory = createMemory(FOLD);
  const blocks = createBlocks();
  const program = { objects: [], bases: new Map(), objectByName: new Map(), groupOf: () => [] };
  const context = { options: { memory }, owners: { blocks }, program } as unknown as Context;
  const ranges = createRanges(context);
  let again = 0;
  for (let k = 0; k < 2 * RANGES_MAX; k++) {
    addBlock(blocks, blockOf(k));
    if (k % 1000 > 0) continue;
    if (ranges.refresh() === "again") again++;
    assert.ok(ranges.hasRoom, `room at block ${k}`);
  }
  assert.ok(again > 1 && again < 8, `numbers given ${again} times`);

  const { view, layout } = memory;
  const ownerOf = ({ address }: HeapBlock) => view.getUint32(layout.watch + OWNERS + (address / 16) * 4, true);
  const startOf = (number: number) => view.getUint32(layout.watch + RANGES + number * RANGE_BYTES, true);
  const [oldest, newest] = [blocks.list[0]!, blocks.list.at(-1001)!];
  assert.equal(ownerOf(oldest), SHARED_GRANULE, "the observer is asked about the oldest block");
  assert.equal(startOf(ownerOf(newest)), newest.address);

  const number = ranges.numberOf({ kind: "block", id: oldest.id, start: oldest.address, end: oldest.address + 16 });
  assert.equal(startOf(number), oldest.address, "a pointer to it gets its bounds");
  oldest.state = "freed";
  blocks.changes?.push(oldest);
  ranges.refresh();
  assert.notEqual(startOf(number), oldest.address, "none when it is freed");
});

function blockOf(k: number): HeapBlock {
  const address = BLOCK_BYTES * (k + 1);
  return { id: k + 1, address, sizeBytes: BLOCK_BYTES, by: "malloc", state: "live", allocated: { pc: 0, time: k } };
}
