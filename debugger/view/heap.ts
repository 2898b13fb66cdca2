// The Heap scope: blocks with their sites and age, freed ones while they wait in the quarantine, the brk area, mappings the
// program made, and what would be lost if it ended now.

import type { HeapBlock } from "../check/finding.ts";
import { leakText, lostMappingText, whatPointsTo } from "../check/leaks.ts";
import { UNREACHABLE } from "../machine/lost.ts";
import type { Mapping } from "../os/events.ts";
import { arrayVariable } from "./cells.ts";
import { byteCount, hexText } from "./format.ts";
import { lineText } from "./lines.ts";
import { permissionsText } from "./memory-map.ts";
import type { Scene } from "./scene.ts";
import type { Variable } from "./variable.ts";

/** Longer lists are cut; what is behind lies under a row of its own and is made by pages. */
const SHOWN_ROWS = 100;
const PAGE_ROWS = 1000;

export function heapScope(scene: Scene): readonly Variable[] {
  const live = scene.blocks.filter((block) => block.state === "live");
  const freed = scene.blocks.filter((block) => block.state === "freed");
  return [
    ...blockList(scene, live),
    ...(freed.length === 0 ? [] : [{ name: "freed", value: countText(freed), ...blockRows(scene, freed) }]),
    totals(scene, live),
    programBreak(scene),
    ...mappedRegions(scene),
    leaks(scene),
  ];
}

/** Rows that are made when they are looked at, as many as are asked for. */
const rowsOf = <Row>(all: readonly Row[], row: (one: Row) => Variable) => ({
  elementCount: all.length > SHOWN_ROWS ? all.length : 0,
  children: (start = 0, count = PAGE_ROWS) => all.slice(start, start + count).map(row),
});

export const bytesIn = (blocks: readonly HeapBlock[]) => blocks.reduce((sum, block) => sum + block.sizeBytes, 0);
export const countText = (blocks: readonly HeapBlock[]) =>
  `${blocks.length} block${blocks.length === 1 ? "" : "s"}, ${byteCount(bytesIn(blocks))}`;

function blockList(scene: Scene, blocks: readonly HeapBlock[]): readonly Variable[] {
  const shown = blocks.slice(0, SHOWN_ROWS).map((block) => blockVariable(scene, block));
  const rest = blocks.slice(SHOWN_ROWS);
  if (rest.length === 0) return shown;
  return [...shown, { name: "…", value: `${countText(rest)} more`, ...blockRows(scene, rest) }];
}

const blockRows = (scene: Scene, blocks: readonly HeapBlock[]) =>
  rowsOf(blocks, (block) => blockVariable(scene, block));

/** The checker looks before the instruction: when the program stops there, nothing is written yet. */
const isOverflowed = ({ machine }: Scene, { overflowed }: HeapBlock): boolean =>
  overflowed !== undefined && overflowed < machine.time;

/** What is worst of what is true of the block. */
export function stateOf(scene: Scene, block: HeapBlock): "live" | "freed" | "leaked" | "overflowed" {
  if (block.state === "freed") return "freed";
  if (isOverflowed(scene, block)) return "overflowed";
  const kind = scene.leaked().get(block.address);
  return kind !== undefined && UNREACHABLE.has(kind) ? "leaked" : "live";
}

/** ", leaked: only a lost block points to it" */
function leakedText(scene: Scene, block: HeapBlock): string {
  const kind = block.state === "live" ? scene.leaked().get(block.address) : undefined;
  if (kind === undefined) return "";
  return `, ${UNREACHABLE.has(kind) ? "leaked" : "perhaps leaked"}: ${whatPointsTo[kind]}`;
}

/** "#3  64 bytes at 0x4052a0, malloc at uaf.asm:8, age 120 instructions". */
export function blockVariable(scene: Scene, block: HeapBlock): Variable {
  const { image, time } = scene.machine;
  const age = time - block.allocated.time;
  const freed = block.freed ? `, freed at ${lineText(image, block.freed.pc)}` : "";
  const overflowed = isOverflowed(scene, block) ? ", overflowed" : "";
  const site = `${block.by} at ${lineText(image, block.allocated.pc)}`;
  const array = arrayVariable(scene, {
    name: `#${block.id}`,
    address: block.address,
    sizeBytes: block.sizeBytes % scene.wordBytes === 0 && block.sizeBytes > 0 ? scene.wordBytes : 1,
    count: block.sizeBytes % scene.wordBytes === 0 ? block.sizeBytes / scene.wordBytes : block.sizeBytes,
  });
  return {
    ...array,
    value: `${byteCount(block.sizeBytes)} at ${hexText(block.address)}, ${site}${freed}${overflowed}${leakedText(scene, block)}, age ${age}`,
    type: `heap block, ${stateOf(scene, block)}`,
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

const isLost = (scene: Scene, { start }: Mapping): boolean => scene.lostMappings().some((one) => one.start === start);

/** Mappings that mmap made. */
function mappedRegions(scene: Scene): readonly Variable[] {
  return scene.mappings
    .filter((mapping) => mapping.purpose === "mmap" || mapping.purpose === "file")
    .map((mapping) => ({
      name: "mmap",
      value: `${hexText(mapping.start)}, ${byteCount(mapping.requestedBytes)}, ${permissionsText(mapping.protection)}, made at ${lineText(scene.machine.image, mapping.pc)}${isLost(scene, mapping) ? ", leaked: nothing points to it any more" : ""}`,
      address: mapping.start,
    }));
}

/** "2 mappings, 8192 bytes" */
function lostMappingsText(mappings: readonly Mapping[]): string[] {
  const bytes = mappings.reduce((sum, { requestedBytes }) => sum + requestedBytes, 0);
  return mappings.length === 0
    ? []
    : [`${mappings.length} mapping${mappings.length === 1 ? "" : "s"}, ${byteCount(bytes)}`];
}

function leaks(scene: Scene): Variable {
  const found = scene.leaks().filter(({ kind }) => kind !== "leak-reachable");
  const mappings = scene.lostMappings();
  const blocks = found.map(({ block }) => block);
  const counts = [...(blocks.length === 0 ? [] : [countText(blocks)]), ...lostMappingsText(mappings)];
  const rows = [
    ...found.map((leak) => ({ name: leak.kind, value: leakText(leak), address: leak.block.address })),
    ...mappings.map((one) => ({ name: "leak-mapping", value: lostMappingText(one), address: one.start })),
  ];
  return {
    name: "leaks so far",
    value: counts.length === 0 ? "none" : counts.join("; "),
    ...rowsOf(rows, (row) => row),
  };
}
