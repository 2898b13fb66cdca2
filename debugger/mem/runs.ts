// The list of mapped page runs in address order, as an immutable array: a checkpoint keeps the old array, nothing copies.
// Neighbours of equal protection are always joined, so that two equal mappings compare equal run by run.

import type { Protection } from "./layout.ts";
import type { PageRun } from "./memory.ts";

/** The run that holds `address`, or undefined. */
export function findRun(runs: readonly PageRun[], address: number): PageRun | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (address < run.start) high = middle;
    else if (address >= run.start + run.sizeBytes) low = middle + 1;
    else return run;
  }
  return undefined;
}

/** Whether every byte of [start, end) is mapped. */
export function coversRange(runs: readonly PageRun[], start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const run = findRun(runs, at);
    if (run === undefined) return false;
    at = run.start + run.sizeBytes;
  }
  return true;
}

/** Index of the first run that ends above `address`. */
export function firstAfter(runs: readonly PageRun[], address: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.start + run.sizeBytes > address) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** `runs` with [start, end) mapped with `protection`, or unmapped for undefined. */
export function replaceRange(
  runs: readonly PageRun[],
  start: number,
  end: number,
  protection: Protection | undefined,
): readonly PageRun[] {
  if (start >= end) return runs;
  // What touches the range may be joined with it, so the neighbours at both ends are laid anew as well.
  const first = Math.max(0, firstAfter(runs, start) - 1);
  let last = first;
  while (last < runs.length && runs[last]!.start <= end) last++;
  const result = runs.slice(0, first);
  const add = (from: number, to: number, bits: Protection): void => {
    if (from >= to) return;
    const before = result.at(-1);
    if (before !== undefined && before.start + before.sizeBytes === from && before.protection === bits) {
      result[result.length - 1] = { start: before.start, sizeBytes: to - before.start, protection: bits };
    } else {
      result.push({ start: from, sizeBytes: to - from, protection: bits });
    }
  };
  for (let k = first; k < last; k++)
    add(runs[k]!.start, Math.min(runs[k]!.start + runs[k]!.sizeBytes, start), runs[k]!.protection);
  if (protection !== undefined) add(start, end, protection);
  for (let k = first; k < last; k++)
    add(Math.max(runs[k]!.start, end), runs[k]!.start + runs[k]!.sizeBytes, runs[k]!.protection);
  for (let k = last; k < runs.length; k++) result.push(runs[k]!);
  return result;
}

/** The parts of [start, end) in which nothing is mapped, in order. */
export function gapsOf(runs: readonly PageRun[], start: number, end: number): readonly (readonly [number, number])[] {
  const gaps: [number, number][] = [];
  let at = start;
  for (let k = firstAfter(runs, start); k < runs.length && runs[k]!.start < end; k++) {
    if (runs[k]!.start > at) gaps.push([at, runs[k]!.start]);
    at = runs[k]!.start + runs[k]!.sizeBytes;
  }
  if (at < end) gaps.push([at, end]);
  return gaps;
}
