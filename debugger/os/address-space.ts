// What is mapped where, as Linux keeps it: a list of mappings in address order over the paged memory, where new ones go, and
// the program break. Loader, system calls and libc change mappings through here only, so that list, pages and events agree.
// The list is an immutable array: saving it is keeping it.

import { LOWEST_ADDRESS, PAGE_BYTES, PROT, type Protection } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent, Mapping, MappingPurpose } from "./events.ts";

/** First address that user programs cannot have, and where top-down mappings begin, with seed 0. */
export const ADDRESS_LIMIT = { 64: 0x7ffffffff000, 32: 0xffffe000 } as const;
export const MAP_TOP = { 64: 0x7ffff7fff000, 32: 0xf7fff000 } as const;
/** How many mappings a process may have (vm.max_map_count). */
const MAPPING_LIMIT = 65530;
/** Pages below a stack that no hint-less mapping may take (Linux's stack_guard_gap). */
const STACK_GAP_BYTES = 256 * PAGE_BYTES;

export const pageFloor = (address: number): number => address - (address % PAGE_BYTES);
export const pageCeil = (address: number): number => pageFloor(address + PAGE_BYTES - 1);

export interface NewMapping {
  readonly start: number;
  /** Whole pages. */
  readonly sizeBytes: number;
  readonly requestedBytes: number;
  readonly protection: Protection;
  readonly purpose: MappingPurpose;
  readonly name: string;
  readonly file?: Mapping["file"];
  readonly source?: Mapping["source"];
  readonly shared?: true | undefined;
  readonly continues?: true | undefined;
}

export interface AddressSpaceOptions {
  readonly memory: Memory;
  readonly bits: 32 | 64;
  /** What the guest may map in all. */
  readonly maxMemoryBytes: number;
  /** Where top-down placement begins. */
  readonly mapTop: number;
  readonly emit: (event: MachineEvent) => void;
  /** Retired count, and the program's instruction that acts now (0 for the loader): noted in each mapping. */
  readonly now: () => number;
  readonly site: () => number;
}

interface Saved {
  readonly mappings: readonly Mapping[];
  readonly breakStart: number;
  readonly breakEnd: number;
}

export interface AddressSpace {
  readonly memory: Memory;
  readonly bits: 32 | 64;
  readonly limit: number;
  readonly maxMemoryBytes: number;
  readonly mappings: readonly Mapping[];
  readonly programBreak: { readonly start: number; readonly end: number };
  /** Sets where the break area begins; nothing is mapped yet. */
  startBreak(address: number): void;
  /** Maps zeroed pages, replacing what was there. @returns false, with nothing changed, past the memory limit. */
  map(mapping: NewMapping): boolean;
  unmap(start: number, sizeBytes: number): void;
  /** Changes protection of the mapped pages in a range that is mapped without gaps. */
  protect(start: number, sizeBytes: number, protection: Protection): void;
  /** Mappings that overlap [start, end), in order. */
  overlapping(start: number, end: number): readonly Mapping[];
  /** The highest gap of `sizeBytes` (whole pages) below the map top, or below `top`; undefined when there is none. */
  findGap(sizeBytes: number, top?: number): number | undefined;
  /** The lowest gap of `sizeBytes` (whole pages) in `range`. */
  findGapUpwards(sizeBytes: number, range: { readonly start: number; readonly end: number }): number | undefined;
  /** True when [start, start + sizeBytes) can be mapped without touching anything, stack guard included. */
  isFree(start: number, sizeBytes: number): boolean;
  /** Linux's brk. @returns the new break, or the old one and why it could not move. */
  moveBreak(
    requested: number,
    purpose: "brk" | "heap",
    exec: Protection,
  ): { readonly end: number; readonly why?: string };
  /** Whether there are as many mappings as Linux allows a process, neighbours that it would join counted once. */
  isCrowded(): boolean;
  /** The mapping that begins at `start` is one of a file from here on. */
  setFile(start: number, node: number): void;
  /** Of anonymous mappings from `start` on the program has asked for the bytes up to `end`, in whole pages that are there. */
  resize(start: number, end: number): void;
  /** The same mappings, for a child's copy of the memory. */
  copy(): AddressSpace;
  save(): unknown;
  restore(saved: unknown): void;
}

/** The file of a mapping as it stands at `address`, also behind the mapping's end. */
export const continued = ({ file, source, start }: Mapping, address: number): Pick<Mapping, "file" | "source"> => ({
  ...(file ? { file: { ...file, offset: file.offset + address - start } } : {}),
  ...(source ? { source: { ...source, offset: source.offset + address - start } } : {}),
});

/** Whether `next`, which begins where `one` ends, would be one mapping with it for Linux. */
export function isOneWith(one: Mapping, next: Mapping): boolean {
  if (one.protection !== next.protection || one.purpose !== next.purpose || one.shared || next.shared) return false;
  if ((one.file === undefined) !== (next.file === undefined)) return false;
  const [wanted, found] = [continued(one, next.start), next].map(({ file, source }) => file ?? source);
  return wanted?.node === found?.node && wanted?.offset === found?.offset;
}

interface Searched {
  readonly from: number;
  readonly upTo: number;
  readonly sizeBytes: number;
}

const endOf = (mapping: Mapping): number => mapping.start + mapping.sizeBytes;

const NOTHING: readonly Mapping[] = [];

/** Where a mapping begins for others: a stack keeps its guard free. */
const guardedStart = (mapping: Mapping): number => mapping.start - (mapping.purpose === "stack" ? STACK_GAP_BYTES : 0);

/** The part of `mapping` inside [start, end), which must overlap it. */
function cut(mapping: Mapping, start: number, end: number): Mapping {
  const from = Math.max(mapping.start, start);
  const to = Math.min(endOf(mapping), end);
  if (from === mapping.start && to === endOf(mapping)) return mapping;
  const requestedEnd = mapping.start + mapping.requestedBytes;
  return {
    ...mapping,
    start: from,
    sizeBytes: to - from,
    requestedBytes: Math.max(0, Math.min(requestedEnd, to) - from),
    ...(mapping.file ? { file: { ...mapping.file, offset: mapping.file.offset + from - mapping.start } } : {}),
    ...(mapping.source ? { source: { ...mapping.source, offset: mapping.source.offset + from - mapping.start } } : {}),
  };
}

/** Written out field by field: copying an object costs V8 several times as much as making one, and this is done at every mmap. */
function placed(one: NewMapping, time: number, pc: number): Mapping {
  const { start, sizeBytes, requestedBytes, protection, purpose, name, file, source, shared, continues } = one;
  const made = { start, sizeBytes, requestedBytes, protection, purpose, name, time, pc };
  return (file ?? source ?? shared ?? continues) === undefined ? made : { ...one, time, pc };
}

function placing(one: NewMapping): Extract<MachineEvent, { kind: "map" }> {
  const { start, sizeBytes, requestedBytes, protection, purpose, name } = one;
  return { kind: "map", start, sizeBytes, requestedBytes, protection, purpose, name };
}

class MappedSpace implements AddressSpace {
  readonly memory: Memory;
  readonly bits: 32 | 64;
  readonly limit: number;
  readonly maxMemoryBytes: number;
  readonly #options: AddressSpaceOptions;
  #list: Mapping[] = [];
  /** Somebody may have kept the list: it is copied before it changes. A program with tens of thousands changes it as often. */
  #isShown = false;
  #breakStart = 0;
  #breakEnd = 0;
  /** With fewer mappings in the list than this there is room for another. */
  #roomUntil = MAPPING_LIMIT;
  /** What the last searches found: between `from` and `upTo` there is no room for `sizeBytes`, until something is unmapped. */
  #searched: { down?: Searched | undefined; up?: Searched | undefined } = {};

  constructor(options: AddressSpaceOptions) {
    this.#options = options;
    this.memory = options.memory;
    this.bits = options.bits;
    this.limit = ADDRESS_LIMIT[options.bits];
    this.maxMemoryBytes = options.maxMemoryBytes;
  }

  get mappings(): readonly Mapping[] {
    this.#isShown = true;
    return this.#list;
  }

  get programBreak(): { readonly start: number; readonly end: number } {
    return { start: this.#breakStart, end: this.#breakEnd };
  }

  startBreak(address: number): void {
    this.#breakStart = address;
    this.#breakEnd = address;
  }

  overlapping(start: number, end: number): readonly Mapping[] {
    const first = this.#firstAfter(start);
    let last = first;
    while (last < this.#list.length && this.#list[last]!.start < end) last++;
    return first === last ? NOTHING : this.#list.slice(first, last);
  }

  /** Index of the first mapping that ends above `address`. Programs can have tens of thousands. */
  #firstAfter(address: number): number {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (endOf(this.#list[middle]!) > address) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The list, to be changed. */
  #own(): Mapping[] {
    if (this.#isShown) this.#list = this.#list.slice();
    this.#isShown = false;
    return this.#list;
  }

  /** Puts `part` where [start, end) was; what reaches beyond it stays. @returns what was there, cut to the range. */
  #replace(start: number, end: number, part: Mapping | undefined): readonly Mapping[] {
    const old = this.#own();
    const first = this.#firstAfter(start);
    let last = first;
    while (last < old.length && old[last]!.start < end) last++;
    if (last === first) {
      if (part !== undefined) old.splice(first, 0, part);
      return NOTHING;
    }
    const [head, tail] = [old[first]!, old[last - 1]!];
    // Whole mappings go, mostly.
    if (part === undefined && head.start >= start && endOf(tail) <= end) return old.splice(first, last - first);
    const laid: Mapping[] = [];
    if (head.start < start) laid.push(cut(head, 0, start));
    if (part !== undefined) laid.push(part);
    if (endOf(tail) > end) laid.push(cut(tail, end, Number.MAX_SAFE_INTEGER));
    return old.splice(first, last - first, ...laid).map((one) => cut(one, start, end));
  }

  map(mapping: NewMapping): boolean {
    const { start, sizeBytes, protection } = mapping;
    const { memory } = this;
    const { emit, now, site } = this.#options;
    const end = start + sizeBytes;
    if (memory.mappedBytes + sizeBytes - this.#mappedBytesIn(start, end) > this.maxMemoryBytes) return false;
    if (!memory.map(start, sizeBytes, protection)) return false;
    const replaced = this.#replace(start, end, placed(mapping, now(), site()));
    for (const old of replaced) emit({ kind: "unmap", start: old.start, sizeBytes: old.sizeBytes });
    emit(placing(mapping));
    return true;
  }

  #mappedBytesIn(start: number, end: number): number {
    let bytes = 0;
    for (let k = this.#firstAfter(start); k < this.#list.length && this.#list[k]!.start < end; k++)
      bytes += Math.min(endOf(this.#list[k]!), end) - Math.max(this.#list[k]!.start, start);
    return bytes;
  }

  unmap(start: number, sizeBytes: number): void {
    this.memory.unmap(start, sizeBytes);
    this.#searched = {};
    const removed = this.#replace(start, start + sizeBytes, undefined);
    for (const old of removed) this.#options.emit({ kind: "unmap", start: old.start, sizeBytes: old.sizeBytes });
  }

  protect(start: number, sizeBytes: number, protection: Protection): void {
    const end = start + sizeBytes;
    this.memory.protect(start, sizeBytes, protection);
    for (const mapping of this.overlapping(start, end)) {
      if (mapping.protection === protection) continue;
      const part = cut(mapping, start, end);
      this.#replace(part.start, endOf(part), { ...part, protection });
    }
    this.#options.emit({ kind: "protect", start, sizeBytes, protection });
  }

  findGap(sizeBytes: number, highest = this.#options.mapTop): number | undefined {
    const known = this.#searched.down;
    const isKnown = known !== undefined && known.from === highest && known.sizeBytes <= sizeBytes;
    let top = isKnown ? known.upTo : highest;
    for (let k = Math.min(this.#firstAfter(top - 1), this.#list.length - 1); k >= 0; k--) {
      const mapping = this.#list[k]!;
      if (mapping.start >= top) continue;
      if (endOf(mapping) + sizeBytes <= top) break;
      top = guardedStart(mapping);
    }
    this.#searched.down = { from: highest, upTo: top, sizeBytes };
    const start = top - sizeBytes;
    return start >= LOWEST_ADDRESS ? start : undefined;
  }

  findGapUpwards(sizeBytes: number, range: { readonly start: number; readonly end: number }): number | undefined {
    const known = this.#searched.up;
    const isKnown = known !== undefined && known.from === range.start && known.sizeBytes <= sizeBytes;
    let start = isKnown ? known.upTo : range.start;
    for (let k = this.#firstAfter(start); k < this.#list.length; k++) {
      const mapping = this.#list[k]!;
      if (start + sizeBytes <= guardedStart(mapping)) break;
      start = endOf(mapping);
    }
    this.#searched.up = { from: range.start, upTo: start, sizeBytes };
    return start + sizeBytes <= range.end ? start : undefined;
  }

  isFree(start: number, sizeBytes: number): boolean {
    const end = start + sizeBytes;
    // Only a stack reaches below its start, so what begins behind the guard of one is in nobody's way.
    for (let k = this.#firstAfter(start); k < this.#list.length; k++) {
      const mapping = this.#list[k]!;
      if (mapping.start >= end + STACK_GAP_BYTES) return true;
      if (guardedStart(mapping) < end) return false;
    }
    return true;
  }

  moveBreak(
    requested: number,
    purpose: "brk" | "heap",
    exec: Protection,
  ): { readonly end: number; readonly why?: string } {
    const before = this.#breakEnd;
    const why = this.#tryBreak(requested, purpose, exec);
    this.#options.emit({ kind: "break", before, after: this.#breakEnd, requested });
    return why === undefined ? { end: this.#breakEnd } : { end: this.#breakEnd, why };
  }

  #tryBreak(requested: number, purpose: "brk" | "heap", exec: Protection): string | undefined {
    if (requested < this.#breakStart) return requested === 0 ? "asked" : "below the start of the break area";
    if (!(requested < this.limit)) return "above the highest address of a program";
    const from = pageCeil(this.#breakEnd);
    const to = pageCeil(requested);
    if (to > from) {
      if (!this.isFree(from, to - from + PAGE_BYTES)) return "another mapping is in the way";
      if (!this.#growBreak(from, to, purpose, exec)) return "the memory limit is reached";
    }
    if (to < from) this.unmap(to, from - to);
    this.#breakEnd = requested;
    this.#sizeBreak();
    return undefined;
  }

  /** One mapping per run of pages of one purpose: growing the last one keeps the list short. */
  #growBreak(from: number, to: number, purpose: "brk" | "heap", exec: Protection): boolean {
    const protection = PROT.read | PROT.write | exec;
    const sizeBytes = to - from;
    const name = purpose === "heap" ? "[heap]" : "[brk]";
    if (!this.map({ start: from, sizeBytes, requestedBytes: sizeBytes, protection, purpose, name })) return false;
    const at = this.#firstAfter(from);
    const last = this.#list[at - 1];
    if (last && endOf(last) === from && last.purpose === purpose && last.protection === protection) {
      const joined = last.sizeBytes + sizeBytes;
      this.#own().splice(at - 1, 2, { ...last, sizeBytes: joined, requestedBytes: joined });
    }
    return true;
  }

  /** The program owns the break area up to the break, not to the end of its last page. */
  #sizeBreak(): void {
    const end = this.#breakEnd;
    for (let k = this.#firstAfter(this.#breakStart); k < this.#list.length; k++) {
      const mapping = this.#list[k]!;
      if (mapping.purpose !== "brk" && mapping.purpose !== "heap") continue;
      const requestedBytes = Math.max(0, Math.min(mapping.sizeBytes, end - mapping.start));
      if (mapping.requestedBytes === requestedBytes) continue;
      const { start, sizeBytes, protection, purpose, name, time, pc } = mapping;
      this.#own()[k] = { start, sizeBytes, requestedBytes, protection, purpose, name, time, pc };
    }
  }

  isCrowded(): boolean {
    if (this.#list.length < this.#roomUntil) return false;
    let count = 0;
    for (const [k, one] of this.#list.entries()) {
      const last = this.#list[k - 1];
      if (last === undefined || endOf(last) !== one.start || !isOneWith(last, one)) count++;
    }
    // So many more can come before it is worth counting again.
    this.#roomUntil = this.#list.length + Math.max(0, MAPPING_LIMIT - count);
    return count >= MAPPING_LIMIT;
  }

  setFile(start: number, node: number): void {
    const at = this.#firstAfter(start);
    const one = this.#list[at];
    if (one?.start === start) this.#own()[at] = { ...one, file: { node, offset: 0 } };
  }

  resize(start: number, end: number): void {
    for (let k = this.#firstAfter(start); k < this.#list.length && this.#list[k]!.start < end; k++) {
      const one = this.#list[k]!;
      const requestedBytes = Math.min(one.sizeBytes, end - one.start);
      if (one.purpose !== "mmap" || one.requestedBytes === requestedBytes) continue;
      this.#own()[k] = { ...one, requestedBytes };
      const [before, after] = [one.start + one.requestedBytes, one.start + requestedBytes];
      this.#options.emit({ kind: "resize", before, after });
    }
  }

  copy(): AddressSpace {
    const copied = new MappedSpace(this.#options);
    copied.restore(this.save());
    return copied;
  }

  save(): unknown {
    const saved: Saved = { mappings: this.mappings, breakStart: this.#breakStart, breakEnd: this.#breakEnd };
    return saved;
  }

  restore(saved: unknown): void {
    const { mappings, breakStart, breakEnd } = saved as Saved;
    this.#list = mappings as Mapping[];
    this.#isShown = true;
    this.#breakStart = breakStart;
    this.#breakEnd = breakEnd;
    this.#roomUntil = MAPPING_LIMIT;
    this.#searched = {};
  }
}

/** An address space with nothing mapped. */
export function createAddressSpace(options: AddressSpaceOptions): AddressSpace {
  return new MappedSpace(options);
}
