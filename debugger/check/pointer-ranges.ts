// Objects as numbered ranges in the WebAssembly memory, so that translated code can say where a pointer points and whether an
// access stays in there: variables, live heap blocks, locals of frames. Heap blocks are found by their granules, variables by
// a sorted list.

import type { Memory } from "../mem/memory.ts";
import {
  GRANULE_BYTES,
  NOWHERE,
  OWNERS,
  RANGE,
  RANGE_BYTES,
  RANGE_KIND,
  RANGE_NUMBER,
  RANGES,
  RANGES_MAX,
  SHARED_GRANULE,
  VARIABLE_BYTES,
  VARIABLES,
  VARIABLES_MAX,
  WATCH,
} from "../mem/watch-layout.ts";
import type { Blocks } from "./blocks.ts";
import type { Context } from "./context.ts";
import type { HeapBlock } from "./finding.ts";
import type { Range } from "./object-groups.ts";
import type { ProgramMap } from "./program-map.ts";
import { type Provenance, provenanceFound } from "./provenance.ts";

/** Numbers left free at least when code is entered: it may use some. */
const SPARE = 2 ** 16;
/** Numbers below this are for objects of the source, which keep theirs: what comes and goes has the others. */
const OBJECTS_MAX = 2 ** 15;
/** Of so many live blocks the newest have numbers when numbers are given anew, so that the next time is far off. */
const BLOCKS_KEPT = RANGES_MAX / 2;
/** More labels than this are not listed: pointers to variables that come from memory are then for the observer. */
const LABELS_MAX = 2000;

/** Bytes of what every address lies in: sizes are compared as signed numbers. */
const EVERYWHERE = 2n ** 63n - 1n;

type FrameProvenance = Extract<Provenance, { kind: "frame" }>;

export interface Ranges {
  /** The number of an object; objects of the source keep theirs. */
  numberOf(pointer: Provenance): number;
  /** The object of a number that translated code left. */
  pointerOf(number: number): Provenance | undefined;
  /** The number of a frame's locals. @param known the number it has, 0 = none */
  frameNumber(pointer: FrameProvenance, known: number): number;
  /** The locals of a frame go up to `savedLow`; undefined = it has returned. */
  setFrame(number: number, savedLow: number | undefined): void;
  readonly hasRoom: boolean;
  /** Brings heap blocks up to date. @returns "again" when the numbers of frames are to be forgotten. */
  refresh(): "kept" | "again";
}

/** Where a pointer into an object may go unseen: over all of a group that its object belongs to. */
export function reachOf(program: ProgramMap, pointer: Extract<Provenance, { kind: "object" }>): Range {
  const object = program.objectByName.get(pointer.name);
  const groups = object === undefined ? [] : program.groupOf(object);
  const around = groups.filter(({ start, end }) => start <= pointer.start && end >= pointer.end);
  return around.reduce(
    (widest: Range, one) => (one.end - one.start > widest.end - widest.start ? one : widest),
    pointer,
  );
}

/** The least of the ids of the newest `count` live blocks. */
function oldestOf({ list, allocations }: Blocks, count: number): number {
  if (allocations <= count) return 0;
  const ids = Float64Array.from(list.filter(({ state }) => state === "live").map(({ id }) => id)).sort();
  return ids.length <= count ? 0 : ids[ids.length - count]!;
}

class NumberedRanges implements Ranges {
  readonly #context: Context;
  readonly #memory: Memory;
  readonly #table: number;
  readonly #owners: Uint32Array;
  #pointers: (Provenance | undefined)[] = new Array(OBJECTS_MAX);
  #nextObject: number = RANGE_NUMBER.firstFree;
  readonly #objects = new Map<string, number>();
  readonly #known = new WeakMap<Provenance, number>();
  #blocks = new Map<number, number>();
  #seen: Blocks | undefined;
  /** Blocks that stand in the plane. */
  #listed = new Map<number, HeapBlock>();
  /** Live blocks that had no room: the observer sees what is done with them, until one of its pointers gets a number. */
  #crowded = new Map<number, HeapBlock>();
  /** Older blocks are crowded out. */
  #oldestListed = 0;

  constructor(context: Context) {
    const { memory } = context.options;
    this.#context = context;
    this.#memory = memory;
    const { watch, foldBytes } = memory.layout;
    this.#table = watch + RANGES;
    this.#owners = new Uint32Array(memory.wasm.buffer, watch + OWNERS, foldBytes / GRANULE_BYTES);
    this.#setEverywhere(RANGE_NUMBER.none);
    this.#setEverywhere(RANGE_NUMBER.framePointer);
    this.#next = OBJECTS_MAX;
    this.#listVariables();
  }

  get #next(): number {
    return this.#memory.view.getUint32(this.#memory.layout.watch + WATCH.nextRange, true);
  }
  set #next(number) {
    this.#memory.view.setUint32(this.#memory.layout.watch + WATCH.nextRange, number, true);
  }

  get hasRoom(): boolean {
    return this.#next <= RANGES_MAX - SPARE;
  }

  /** Without bigints, which are objects: each block of the heap comes by. */
  #set(number: number, start: number, size: number, kind: number): void {
    const { view } = this.#memory;
    const at = this.#table + number * RANGE_BYTES;
    view.setUint32(at + RANGE.start, start >>> 0, true);
    view.setUint32(at + RANGE.start + 4, Math.floor(start / 2 ** 32), true);
    view.setUint32(at + RANGE.size, size >>> 0, true);
    view.setUint32(at + RANGE.size + 4, Math.floor(size / 2 ** 32), true);
    view.setUint32(at + RANGE.kind, kind, true);
  }

  /** What has no bounds. */
  #setEverywhere(number: number): void {
    this.#set(number, 0, 0, RANGE_KIND.any);
    this.#memory.view.setBigUint64(this.#table + number * RANGE_BYTES + RANGE.size, EVERYWHERE, true);
  }

  #kill(number: number): void {
    const { view } = this.#memory;
    const at = this.#table + number * RANGE_BYTES;
    view.setBigInt64(at + RANGE.start, NOWHERE, true);
    view.setBigUint64(at + RANGE.size, 0n, true);
  }

  #take(pointer: Provenance): number {
    const number = this.#next;
    // No room: the last one is nowhere, so the observer sees whatever is done with it.
    if (number >= RANGES_MAX - 1) return RANGES_MAX - 1;
    this.#next = number + 1;
    this.#pointers[number] = pointer;
    return number;
  }

  #takeObject(pointer: Provenance): number {
    if (this.#nextObject >= OBJECTS_MAX) return this.#take(pointer);
    this.#pointers[this.#nextObject] = pointer;
    return this.#nextObject++;
  }

  // ---- variables

  #listVariables(): void {
    const { objects, bases } = this.#context.program;
    const { view, layout } = this.#memory;
    // What lies right where a variable begins may be the end of the one before.
    const known = objects.flatMap(({ start, end }) => [start, start + 1, end]);
    for (const address of bases.keys()) known.push(address, address + 1);
    const points = [...new Set(known)].sort((a, b) => a - b);
    const isListed = objects.length <= LABELS_MAX && points.length < VARIABLES_MAX;
    const list = isListed ? points : [];
    list.forEach((address, k) => {
      const pointer = provenanceFound(this.#context, address);
      const at = layout.watch + VARIABLES + k * VARIABLE_BYTES;
      view.setBigInt64(at, BigInt(address), true);
      view.setBigInt64(at + 8, BigInt(pointer === undefined ? 0 : this.numberOf(pointer)), true);
    });
    this.variableCount = list.length;
  }

  variableCount = 0;

  // ---- numbers

  numberOf(pointer: Provenance): number {
    if (pointer.kind === "block") return this.#block(pointer);
    if (pointer.kind !== "object") return 0;
    const known = this.#known.get(pointer);
    if (known !== undefined) return known;
    const number = this.#object(pointer);
    this.#known.set(pointer, number);
    return number;
  }

  #object(pointer: Extract<Provenance, { kind: "object" }>): number {
    const key = `${pointer.start} ${pointer.end} ${pointer.aligned ?? ""} ${pointer.from ?? ""} ${pointer.name}`;
    let number = this.#objects.get(key);
    if (number === undefined) {
      number = this.#takeObject(pointer);
      this.#objects.set(key, number);
      const { start, end } = reachOf(this.#context.program, pointer);
      this.#set(number, start, end - start, RANGE_KIND.object);
    }
    return number;
  }

  #block(pointer: Extract<Provenance, { kind: "block" }>): number {
    let number = this.#blocks.get(pointer.id);
    if (number === undefined) {
      number = this.#take(pointer);
      this.#blocks.set(pointer.id, number);
      this.#set(number, 0, 0, RANGE_KIND.block);
      this.#kill(number);
      const crowded = this.#crowded.get(pointer.id);
      if (crowded !== undefined) this.#list(crowded, number);
    }
    return number;
  }

  pointerOf(number: number): Provenance | undefined {
    const { view } = this.#memory;
    const at = this.#table + number * RANGE_BYTES;
    if (number < RANGE_NUMBER.firstFree) return undefined;
    const known = this.#pointers[number];
    if (known !== undefined) return known;
    // Made by translated code itself.
    const serial = view.getUint32(at + RANGE.serial, true);
    const target = Number(view.getBigInt64(at + RANGE.target, true));
    const pointer: Provenance = { kind: "frame", serial, target, at: "local" };
    this.#pointers[number] = pointer;
    return pointer;
  }

  frameNumber(pointer: FrameProvenance, known: number): number {
    if (known !== 0) return known;
    const number = this.#take(pointer);
    const { view } = this.#memory;
    const at = this.#table + number * RANGE_BYTES;
    this.#set(number, 0, 0, RANGE_KIND.frame);
    view.setUint32(at + RANGE.serial, pointer.serial, true);
    view.setBigInt64(at + RANGE.target, BigInt(pointer.target), true);
    return number;
  }

  setFrame(number: number, savedLow: number | undefined): void {
    const { low } = this.#context.options.stack;
    if (savedLow === undefined) this.#kill(number);
    else this.#set(number, low, Math.max(0, savedLow - low), RANGE_KIND.frame);
  }

  // ---- heap blocks

  refresh(): "kept" | "again" {
    const { blocks } = this.#context.owners;
    const isFull = this.#next + (blocks.changes?.length ?? 0) > RANGES_MAX - SPARE;
    if (this.#seen === blocks && blocks.changes !== undefined && !isFull) {
      if (blocks.changes.length === 0) return "kept";
      for (const block of blocks.changes) this.#changed(block);
      blocks.changes.length = 0;
      return "kept";
    }
    for (const known of [this.#listed, this.#crowded]) {
      for (const block of known.values()) this.#fill(block, () => 0);
      known.clear();
    }
    this.#startOver();
    this.#seen = blocks;
    blocks.changes = [];
    this.#oldestListed = oldestOf(blocks, BLOCKS_KEPT);
    for (const block of blocks.list) this.#changed(block);
    return "again";
  }

  /** Objects of the source keep their numbers, since code has them built in: they come first, or stay where they are. */
  #startOver(): void {
    const before = this.#pointers;
    this.#blocks = new Map();
    this.#pointers = new Array(OBJECTS_MAX);
    let next = OBJECTS_MAX;
    for (const number of this.#objects.values()) {
      this.#pointers[number] = before[number];
      next = Math.max(next, number + 1);
    }
    this.#next = next;
  }

  #changed(block: HeapBlock): void {
    const isThere = this.#seen?.list !== undefined && block.state === "live" && this.#stands(block);
    const { id, address, sizeBytes } = block;
    const listed = this.#listed.get(id);
    if (isThere) {
      if (listed !== undefined) return;
      this.#stretch(block);
      if (id < this.#oldestListed) {
        this.#crowded.set(id, block);
        this.#fill(block, () => SHARED_GRANULE);
      } else this.#list(block, this.#block({ kind: "block", id, start: address, end: address + sizeBytes }));
      return;
    }
    this.#crowded.delete(id);
    if (listed === undefined) return;
    this.#listed.delete(id);
    this.#kill(this.#blocks.get(id)!);
    this.#fill(block, (before) => (before === SHARED_GRANULE ? SHARED_GRANULE : 0));
  }

  #list(block: HeapBlock, number: number): void {
    this.#set(number, block.address, block.sizeBytes, RANGE_KIND.block);
    this.#listed.set(block.id, block);
    this.#fill(block, (before) => (before === 0 || before === number ? number : SHARED_GRANULE));
  }

  #stands(block: HeapBlock): boolean {
    const { list } = this.#context.owners.blocks;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]!.address < block.address) low = middle + 1;
      else high = middle;
    }
    return list[low]?.id === block.id;
  }

  /** Blocks lie in one stretch of addresses; what is outside need not be looked up. */
  #stretch({ address, sizeBytes }: HeapBlock): void {
    const { view } = this.#memory;
    const { watch } = this.#memory.layout;
    const [startCell, sizeCell] = [watch + WATCH.blocksStart, watch + WATCH.blocksSize];
    const start = Number(view.getBigUint64(startCell, true));
    const end = start + Number(view.getBigUint64(sizeCell, true));
    const isFirst = end === 0;
    const newStart = isFirst ? address : Math.min(start, address);
    const newEnd = Math.max(end, address + Math.max(1, sizeBytes));
    if (newStart === start && newEnd === end) return;
    view.setBigUint64(startCell, BigInt(newStart), true);
    view.setBigUint64(sizeCell, BigInt(newEnd - newStart), true);
  }

  #fill(block: HeapBlock, value: (before: number) => number): void {
    const mask = this.#memory.layout.foldBytes / GRANULE_BYTES - 1;
    const first = Math.floor(block.address / GRANULE_BYTES);
    const last = Math.floor((block.address + Math.max(1, block.sizeBytes) - 1) / GRANULE_BYTES);
    const isEmpty = block.sizeBytes === 0;
    for (let granule = first; granule <= last; granule++) {
      const at = granule % (mask + 1);
      const now = value(this.#owners[at]!);
      this.#owners[at] = isEmpty && now !== 0 ? SHARED_GRANULE : now;
    }
  }
}

export const createRanges = (context: Context): Ranges & { readonly variableCount: number } =>
  new NumberedRanges(context);
