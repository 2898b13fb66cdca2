// Draws the heap: the area that brk moves, the blocks of malloc in address order, and the mappings of mmap.

import type { HeapPicture, HeapPictureBlock } from "../../debugger/view/models.ts";
import { classes, element } from "./dom.ts";
import { asList } from "./list.ts";
import { address, count, difference, exactSize, permissionWords, plural, size } from "./text.ts";

const states: Readonly<Record<HeapPictureBlock["state"], string>> = {
  live: "live",
  freed: "freed",
  leaked: "leaked: nothing points to it any more",
  overflowed: "overflowed: written past its end",
};

const percent = (part: number, whole: number): string =>
  `${whole > 0 ? Math.min(100, Math.max(0, (100 * part) / whole)).toFixed(2) : 0}%`;

function drawBreak({ start, end, sizeBytes, changedBytes }: HeapPicture["brk"]): HTMLElement {
  const change = changedBytes === 0 ? "" : `${difference(changedBytes)} since the previous stop`;
  const text = sizeBytes === 0 ? "0 bytes: the break has not been moved" : exactSize(sizeBytes);
  const bar = element("div", { class: "bar" });
  const grown = Math.max(0, changedBytes);
  bar.append(
    element("div", { class: "old", style: `width: ${percent(sizeBytes - grown, sizeBytes)}` }),
    element("div", { class: "grown", style: `width: ${percent(grown, sizeBytes)}` }),
  );
  return element(
    "div",
    {
      class: classes({ break: true, changed: changedBytes !== 0 }),
      "data-key": "break",
      "aria-label": `Program break: from ${start} to ${end}, ${text}${change && `, ${change}`}`,
    },
    element("h3", {}, "Program break (brk)", element("span", {}, change)),
    bar,
    element("p", { class: "ends" }, address(start), element("span", { class: "extent" }, text), address(end)),
  );
}

function history(block: HeapPictureBlock): string {
  const allocated = `${block.by}${block.allocatedAt && ` at ${block.allocatedAt}`}`;
  const freed = block.freedAt && `, freed at ${block.freedAt}`;
  return `${allocated}${freed}, ${plural(block.ageInstructions, "instruction")} ago`;
}

function drawBlock(block: HeapPictureBlock, largestBytes: number): HTMLElement {
  // A square root keeps a 16-byte block visible beside a megabyte.
  const width = percent(Math.sqrt(block.sizeBytes), Math.sqrt(largestBytes));
  return element(
    "div",
    {
      class: `${classes({ block: true, changed: block.changed })} state-${block.state}`,
      "data-key": `block-${block.id}`,
      "aria-label": `Block ${block.id} at ${block.address}, ${plural(block.sizeBytes, "byte")}, ${states[block.state]}, ${history(block)}`,
    },
    element(
      "p",
      {},
      element("b", {}, `#${block.id}`),
      address(block.address),
      element("span", { class: "extent" }, plural(block.sizeBytes, "byte")),
      element("span", { class: "state" }, block.state),
    ),
    element(
      "div",
      { class: "bar", "aria-hidden": "true" },
      element("div", { class: "fill", style: `width: ${width}` }),
    ),
    element("p", { class: "history" }, history(block)),
  );
}

function drawMapping(mapping: HeapPicture["mappings"][number]): HTMLElement {
  const { start, sizeBytes, permissions, name, changed } = mapping;
  return element(
    "div",
    {
      class: classes({ mapping: true, changed }),
      "data-key": `mapping-${start}`,
      "aria-label": `Mapping ${name} at ${start}, ${plural(sizeBytes, "byte")}, ${permissionWords(permissions)}${changed ? ", new or changed" : ""}`,
    },
    address(start),
    element("span", { class: "extent", title: plural(sizeBytes, "byte") }, size(sizeBytes)),
    element("code", {}, permissions),
    element("span", {}, name),
  );
}

function facts({ totals }: HeapPicture): string {
  const { allocations, frees, liveBytes, liveBlocks } = totals;
  return `${plural(allocations, "allocation")}, ${count(frees)} freed; ${plural(liveBytes, "byte")} in ${plural(liveBlocks, "live block")}`;
}

export function drawHeap(picture: HeapPicture): HTMLElement {
  const largestBytes = Math.max(1, ...picture.blocks.map((block) => block.sizeBytes));
  const blocks = picture.blocks.map((block) => drawBlock(block, largestBytes));
  // What begins at the break's start is the break's own memory, which is drawn above.
  const mappings = picture.mappings.filter(({ start }) => start !== picture.brk.start).map(drawMapping);
  const list = element("div", { class: "heap-list" }, drawBreak(picture.brk));
  if (blocks.length > 0) list.append(element("h3", {}, "Blocks (malloc)"), ...blocks);
  if (mappings.length > 0) list.append(element("h3", {}, "Mappings (mmap)"), ...mappings);
  return element("div", {}, element("p", { class: "facts" }, facts(picture)), asList(list, "Heap"));
}
