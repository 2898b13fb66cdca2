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

/** `runs` with [start, end) mapped with `protection`, or unmapped for undefined. */
export function replaceRange(
  runs: readonly PageRun[],
  start: number,
  end: number,
  protection: Protection | undefined,
): readonly PageRun[] {
  const result: PageRun[] = [];
  const add = (from: number, to: number, bits: Protection): void => {
    if (from >= to) return;
    const last = result.at(-1);
    if (last !== undefined && last.start + last.sizeBytes === from && last.protection === bits) {
      result[result.length - 1] = { start: last.start, sizeBytes: to - last.start, protection: bits };
    } else {
      result.push({ start: from, sizeBytes: to - from, protection: bits });
    }
  };
  let placed = protection === undefined;
  for (const run of runs) {
    const runEnd = run.start + run.sizeBytes;
    if (!placed && run.start >= start) {
      add(run.start, Math.min(runEnd, start), run.protection);
      add(start, end, protection!);
      placed = true;
    }
    add(run.start, Math.min(runEnd, start), run.protection);
    if (!placed && runEnd > start) {
      add(start, end, protection!);
      placed = true;
    }
    add(Math.max(run.start, end), runEnd, run.protection);
  }
  if (!placed) add(start, end, protection!);
  return result;
}
