// Where the stack that a frame lies on ends. A program has more than the kernel's: those of threads, of coroutines that it
// switches to by hand, and the one that sigaltstack sets. Frames are measured on their own stack only, and what lies on
// another one is no reason to call a saved word wrong.

import type { Machine } from "../machine/machine.ts";
import { labelAt, lastAtOrBelow } from "./labels.ts";

/** A stack, as far as can be told from outside: [start, end). */
export interface OwnStack {
  /** "kernel": made for the process; its end is where argc lies. */
  readonly kind: "kernel" | "other";
  readonly start: number;
  readonly end: number;
}

/**
 * The stack that a stack pointer stands on: the process's, a heap block, the object of a label, a mapping. An empty stack's
 * pointer stands behind its last byte, so the word below decides.
 * @returns undefined where nothing is mapped
 */
export function stackOf(machine: Machine, stackPointer: number): OwnStack | undefined {
  const { low, initialPointer } = machine.stack;
  if (stackPointer >= low && stackPointer <= initialPointer) return { kind: "kernel", start: low, end: initialPointer };
  const below = stackPointer - 1;
  const block = lastAtOrBelow(machine.heapBlocks(), below, ({ address }) => address);
  if (block && below < block.address + block.sizeBytes)
    return { kind: "other", start: block.address, end: block.address + block.sizeBytes };
  const label = labelAt(machine.image, below);
  if (label) return { kind: "other", start: label.start, end: label.end };
  const mapping = lastAtOrBelow(machine.mappings(), below, ({ start }) => start);
  if (!mapping || !(below < mapping.start + mapping.sizeBytes)) return undefined;
  return { kind: "other", start: mapping.start, end: mapping.start + mapping.sizeBytes };
}
