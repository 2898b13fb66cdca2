// The list of mapped page runs in address order. Whoever has given it away (to a checkpoint) changes a copy.
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

/** The list of one memory. */
export interface RunList {
  /** Not to be kept. */
  readonly now: readonly PageRun[];
  /** [start, end) is mapped with `protection`, or unmapped for undefined. */
  replace(start: number, end: number, protection: Protection | undefined): void;
  /** The list as it is now, to be kept: from here on another one changes. */
  give(): readonly PageRun[];
  /** Puts a list that somebody keeps in place of this one. */
  take(runs: readonly PageRun[]): void;
}

export function createRunList(): RunList {
  let runs: PageRun[] = [];
  let isGiven = false;
  return {
    get now() {
      return runs;
    },
    replace(start, end, protection) {
      if (start >= end) return;
      if (isGiven) runs = runs.slice();
      isGiven = false;
      replaceRange(runs, start, end, protection);
    },
    give() {
      isGiven = true;
      return runs;
    },
    take(kept) {
      runs = kept as PageRun[];
      isGiven = true;
    },
  };
}

const endOf = ({ start, sizeBytes }: PageRun): number => start + sizeBytes;

function replaceRange(runs: PageRun[], start: number, end: number, protection: Protection | undefined): void {
  let first = firstAfter(runs, start);
  // A neighbour of the same protection that ends or begins where the range does becomes one run with it.
  const before = first > 0 ? runs[first - 1]! : undefined;
  if (protection !== undefined && before?.protection === protection && endOf(before) === start) first--;
  let last = first;
  while (last < runs.length && runs[last]!.start < end) last++;
  const behind = last < runs.length ? runs[last]! : undefined;
  if (protection !== undefined && behind?.protection === protection && behind.start === end) last++;
  const head = first < last && runs[first]!.start < start ? runs[first]! : undefined;
  const tail = first < last && endOf(runs[last - 1]!) > end ? runs[last - 1]! : undefined;
  const from = head !== undefined && head.protection === protection ? head.start : start;
  const to = tail !== undefined && tail.protection === protection ? endOf(tail) : end;
  const laid: PageRun[] = [];
  if (head !== undefined && from === start)
    laid.push({ start: head.start, sizeBytes: start - head.start, protection: head.protection });
  if (protection !== undefined) laid.push({ start: from, sizeBytes: to - from, protection });
  if (tail !== undefined && to === end)
    laid.push({ start: end, sizeBytes: endOf(tail) - end, protection: tail.protection });
  if (laid.length === last - first) for (let k = 0; k < laid.length; k++) runs[first + k] = laid[k]!;
  else runs.splice(first, last - first, ...laid);
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
