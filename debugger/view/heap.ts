// The Heap scope: blocks with their sites and age, freed ones while they wait in the quarantine, the brk area, mappings the
// program made, and what would be lost if it ended now.

import type { HeapBlock } from "../check/finding.ts";
import { arrayVariable } from "./cells.ts";
import { byteCount, hexText } from "./format.ts";
import { lineText } from "./lines.ts";
import { permissionsText } from "./memory-map.ts";
import type { Scene } from "./scene.ts";
import type { Variable } from "./variable.ts";

/** Block lists longer than this are cut, with a line that says so. */
const MAX_BLOCKS = 2000;

export function heapScope(scene: Scene): readonly Variable[] {
  const live = scene.blocks.filter((block) => block.state === "live");
  const freed = scene.blocks.filter((block) => block.state === "freed");
  return [
    ...blockList(scene, live),
    ...(freed.length === 0
      ? []
      : [{ name: "freed", value: countText(freed), children: () => blockList(scene, freed) }]),
    totals(scene, live),
    programBreak(scene),
    ...mappedRegions(scene),
    leaks(scene),
  ];
}

const bytesIn = (blocks: readonly HeapBlock[]) => blocks.reduce((sum, block) => sum + block.sizeBytes, 0);
const countText = (blocks: readonly HeapBlock[]) =>
  `${blocks.length} block${blocks.length === 1 ? "" : "s"}, ${byteCount(bytesIn(blocks))}`;

function blockList(scene: Scene, blocks: readonly HeapBlock[]): readonly Variable[] {
  const shown = blocks.slice(0, MAX_BLOCKS).map((block) => blockVariable(scene, block));
  if (blocks.length <= MAX_BLOCKS) return shown;
  return [...shown, { name: "…", value: `${blocks.length - MAX_BLOCKS} more blocks` }];
}

/** "#3  64 bytes at 0x4052a0, malloc at uaf.asm:8, age 120 instructions". */
export function blockVariable(scene: Scene, block: HeapBlock): Variable {
  const { image, time } = scene.machine;
  const age = time - block.allocated.time;
  const freed = block.freed ? `, freed at ${lineText(image, block.freed.pc)}` : "";
  const overflowed = block.overflowed ? ", overflowed" : "";
  const site = `${block.by} at ${lineText(image, block.allocated.pc)}`;
  const array = arrayVariable(scene, {
    name: `#${block.id}`,
    address: block.address,
    sizeBytes: block.sizeBytes % scene.wordBytes === 0 && block.sizeBytes > 0 ? scene.wordBytes : 1,
    count: block.sizeBytes % scene.wordBytes === 0 ? block.sizeBytes / scene.wordBytes : block.sizeBytes,
  });
  return {
    ...array,
    value: `${byteCount(block.sizeBytes)} at ${hexText(block.address)}, ${site}${freed}${overflowed}, age ${age}`,
    type: `heap block, ${block.state}`,
    expression: `heap(${hexText(block.address)})`,
  };
}

function totals(scene: Scene, live: readonly HeapBlock[]): Variable {
  const { allocations, frees, bytesAllocated } = scene.machine.heapTotals;
  return {
    name: "total",
    value: `${countText(live)} in use; ${allocations} allocated (${byteCount(bytesAllocated)}), ${frees} freed`,
  };
}

function programBreak(scene: Scene): Variable {
  const { start, end } = scene.machine.programBreak;
  const size = end - start;
  return {
    name: "brk",
    value: size === 0 ? `${hexText(start)}, empty` : `${hexText(start)} … ${hexText(end)}, ${byteCount(size)}`,
    type: "program break",
    address: start,
    children: () => [
      { name: "start", value: hexText(start) },
      { name: "end", value: hexText(end) },
      { name: "size", value: byteCount(size) },
    ],
  };
}

/** Mappings that mmap made. */
function mappedRegions(scene: Scene): readonly Variable[] {
  return scene.mappings
    .filter((mapping) => mapping.purpose === "mmap" || mapping.purpose === "file")
    .map((mapping) => ({
      name: "mmap",
      value: `${hexText(mapping.start)}, ${byteCount(mapping.requestedBytes)}, ${permissionsText(mapping.protection)}, made at ${lineText(scene.machine.image, mapping.pc)}`,
      address: mapping.start,
    }));
}

function leaks(scene: Scene): Variable {
  const found = scene.leaks().filter(({ kind }) => kind !== "leak-reachable");
  return {
    name: "leaks so far",
    value: found.length === 0 ? "none" : `${found.length}`,
    children: () =>
      found.map((finding) => ({
        name: finding.kind,
        value: finding.message,
        ...(finding.address === undefined ? {} : { address: finding.address }),
      })),
  };
}
