// What changed since the previous stop, in a sentence or two, for those who hear the pictures instead of seeing them.

import type { Pictures } from "../../debugger/view/models.ts";
import { difference, plural } from "./text.ts";

export function summary({ time, stack, heap, map }: Pictures): string {
  const changedSlots = stack.slots.filter((slot) => slot.changed).length;
  const changedBlocks = heap.blocks.filter((block) => block.changed).length;
  const changedRegions = map.regions.filter((region) => region.changed).length;
  return [
    `After ${plural(time, "instruction")}:`,
    changedSlots > 0 ? `${plural(changedSlots, "stack slot")} changed.` : "",
    heap.brk.changedBytes !== 0 ? `The program break moved by ${difference(heap.brk.changedBytes)}.` : "",
    changedBlocks > 0 ? `${plural(changedBlocks, "heap block")} changed.` : "",
    changedRegions > 0 ? `${plural(changedRegions, "region")} of the memory map changed.` : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
