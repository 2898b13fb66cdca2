// ObjectModule → flat binary, as NASM's format "bin" lays it out: progbits sections one behind the other from `org`, each
// aligned, gaps zero; `start=` begins a group that is sorted by address; `follows=` and `vfollows=` chain; nobits sections
// take addresses but no bytes.

import { ByteWriter } from "../base/byte-writer.ts";
import type { Fixup, ModuleSymbol, ObjectModule, Section } from "./object-module.ts";

/** Where one section went. `start` is its place in the program (file offset + origin), `vstart` what its labels count from. */
export interface FlatSection {
  readonly section: number;
  readonly name: string;
  readonly start: bigint;
  readonly vstart: bigint;
  readonly sizeBytes: number;
}

export interface FlatBinary {
  readonly bytes: Uint8Array;
  /** In file order, then the nobits ones. */
  readonly sections: readonly FlatSection[];
  /** Address of the first byte. */
  readonly origin: bigint;
  /** NASM's sentences ("sections a and b overlap!"); with one, bytes are empty. */
  readonly errors: readonly string[];
  /** Names of sections that follow each other in a circle: NASM names them before it says so. */
  readonly unplaced: readonly string[];
}

/** Gaps (`start=`) may not make the file larger than this. */
const MAX_FILE_BYTES = 256 << 20;

/** A section while its place is being found. */
interface Placing {
  readonly index: number;
  readonly section: Section;
  start: bigint;
  vstart: bigint | undefined;
}

const alignUp = (value: bigint, alignment: number): bigint => {
  const mask = BigInt(Math.max(1, alignment)) - 1n;
  return (value + mask) & ~mask;
};
const endOf = (placing: Placing): bigint => placing.start + BigInt(placing.section.sizeBytes);

/** Lays out and writes the binary. Never throws on a module's contents. */
export function writeBin(module: ObjectModule): FlatBinary {
  const all = module.sections.map(
    (section, index): Placing => ({ index, section, start: module.origin, vstart: section.placement?.vstart }),
  );
  const inFile: Placing[] = [];
  const origin = placeAll(all, module, inFile);
  const nobits = all.filter(({ section }) => section.type === "nobits");
  if (typeof origin === "string")
    return { ...NOTHING, errors: [origin], unplaced: unplacedOf(origin, [...inFile, ...nobits]) };
  const files = all.filter(({ section }) => section.type !== "nobits").sort((a, b) => (a.start < b.start ? -1 : 1));
  const ordered = [...files, ...nobits];
  const writer = new ByteWriter();
  for (const placing of files) {
    if (placing.section.bytes.length === 0) continue;
    const gap = placing.start - origin - BigInt(writer.length);
    if (gap > MAX_FILE_BYTES) return { ...NOTHING, errors: ["output file too large"] };
    writer.fill(0, Number(gap));
    const at = writer.length;
    writer.bytes(placing.section.bytes);
    for (const fixup of placing.section.fixups) applyFixup(module, all, placing, fixup, writer, at);
  }
  const sections = ordered.map((placing) => ({
    section: placing.index,
    name: placing.section.name,
    start: placing.start,
    vstart: placing.vstart ?? placing.start,
    sizeBytes: placing.section.sizeBytes,
  }));
  return { bytes: writer.finish(), sections, origin, errors: [], unplaced: [] };
}

const NOTHING: FlatBinary = { bytes: new Uint8Array(0), sections: [], origin: 0n, errors: [], unplaced: [] };

/** Fills `inFile` with progbits sections in their order. @returns the program's origin, or NASM's sentence when the sections cannot be placed. */
function placeAll(all: readonly Placing[], module: ObjectModule, inFile: Placing[]): bigint | string {
  const mixed = all.find(({ section }) => section.type === "nobits" && mixes(section));
  if (mixed) return `cannot mix real and virtual attributes in nobits section (${mixed.section.name})`;
  const chained = chainFollows(all.filter(({ section }) => section.type !== "nobits"));
  if (typeof chained === "string") return chained;
  const ordered = sortGroups(chained);
  for (const one of ordered) inFile.push(one);
  // Without `org` a program begins where its first section is said to.
  const first = ordered[0]?.section.placement?.start;
  const origin = module.originGiven ? module.origin : (first ?? module.origin);
  if (first !== undefined && first < origin) {
    return `section ${ordered[0]!.section.name} begins before program origin`;
  }
  const fault = placeInFile(ordered, origin) ?? placeVirtual(all, ordered.at(-1));
  return fault ?? origin;
}

/** Gives progbits sections their places in the file, and those without words about it their addresses. */
function placeInFile(ordered: readonly Placing[], origin: bigint): string | undefined {
  let end = origin;
  /** The section that took its room last, and the next one with a place of its own that needs room. */
  let last: Placing | undefined;
  let fixedAt = 0;
  for (const [k, placing] of ordered.entries()) {
    const { section } = placing;
    const { start, align, valign, vfollows } = section.placement ?? {};
    if (k >= fixedAt) {
      for (fixedAt = k + 1; fixedAt < ordered.length; fixedAt++) {
        const { placement, sizeBytes } = ordered[fixedAt]!.section;
        if (sizeBytes > 0 && placement?.start !== undefined) break;
      }
    }
    if (start !== undefined) placing.start = start;
    else placing.start = k === 0 ? alignUp(origin, align ?? 1) : alignUp(end, section.alignment);
    if (k === 0) end = placing.start;
    // With `valign=` alone NASM counts from where the section before it ends in the file.
    if (vfollows === undefined) placing.vstart ??= valign === undefined ? placing.start : alignUp(end, valign);
    if (placing.start < end) continue;
    end = endOf(placing);
    const fixed = ordered[fixedAt];
    const fault = fixed && overlap(placing, fixed, last, origin);
    if (fault) return fault;
    last = placing;
  }
  return undefined;
}

/** NASM's sentence when a section does not leave the room that one with `start=` behind it needs. */
function overlap(placing: Placing, fixed: Placing, last: Placing | undefined, origin: bigint): string | undefined {
  const start = fixed.section.placement!.start!;
  const [name, other] = [placing.section.name, fixed.section.name];
  if (start < origin) return `section ${other} beings before program origin`;
  if (placing.start > start) return `sections ${last?.section.name ?? name} ~ ${name} and ${other} overlap!`;
  return endOf(placing) > start ? `sections ${name} and ${other} overlap!` : undefined;
}

/** So many groups may be moved for each section; more is a circle of sections that follow each other, where NASM hangs. */
const MOVES_PER_SECTION = 8;

/**
 * Puts each section with `follows=`, and those behind it that go with it, right behind the one it names: in the order they
 * stand in, as they stand then. One that is in its place already stays.
 */
function chainFollows(progbits: readonly Placing[]): Placing[] | string {
  const list = [...progbits];
  let at = 0;
  for (let moves = 0; at < list.length; moves++) {
    if (followed(list[at]) === undefined) {
      at++;
      while (at < list.length && !isOutOfPlace(list, at)) at++;
      if (at === list.length) break;
    }
    const head = list[at]!;
    const { name } = head.section;
    const target = list.findIndex(({ section }) => section.name === followed(head));
    if (target < 0) return `section ${name} follows an invalid or unknown section (${followed(head)})`;
    if (target === at || moves > MOVES_PER_SECTION * list.length) return `section ${name} is self following`;
    const rival = list[target + 1];
    if (followed(rival) === followed(head)) {
      return `sections ${name} and ${rival!.section.name} can't both follow section ${followed(head)}`;
    }
    const behind = list[target]!;
    const group = list.splice(at, groupSize(list, at, target));
    list.splice(list.indexOf(behind) + 1, 0, ...group);
    if (target < at) at += group.length;
  }
  return list;
}

const followed = (placing: Placing | undefined): string | undefined => placing?.section.placement?.follows;

/** Whether a section says that it follows another one than the one it stands behind. */
const isOutOfPlace = (list: readonly Placing[], at: number): boolean => {
  const name = followed(list[at]);
  return name !== undefined && name !== list[at - 1]!.section.name;
};

/** How many sections from `at` on are moved together: up to the target, to a `start=`, to one out of place. */
function groupSize(list: readonly Placing[], at: number, target: number): number {
  let end = at + 1;
  while (end < list.length && end !== target && list[end]!.section.placement?.start === undefined) {
    end++;
    if (end < list.length && isOutOfPlace(list, end)) break;
  }
  return end - at;
}

/** A section with `start=` begins a group; groups are sorted by it, and the first one begins at the origin. */
function sortGroups(sections: readonly Placing[]): Placing[] {
  const groups: Placing[][] = [];
  for (const placing of sections) {
    if (placing.section.placement?.start !== undefined || groups.length === 0) groups.push([]);
    groups.at(-1)!.push(placing);
  }
  const startOf = (group: readonly Placing[]) => group[0]!.section.placement?.start ?? -1n;
  return groups.sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0)).flat();
}

const CIRCLE = "circular vfollows path detected";

const unplacedOf = (error: string, all: readonly Placing[]): string[] => {
  if (error !== CIRCLE) return [];
  return all.filter(({ vstart }) => vstart === undefined).map(({ section }) => section.name);
};

/** Addresses of nobits sections and of everything that says `vfollows=`: each is placed when the one it follows is. */
function placeVirtual(all: readonly Placing[], lastProgbits: Placing | undefined): string | undefined {
  let waiting: { readonly placing: Placing; readonly target: Placing | undefined }[] = [];
  let before: Placing | undefined;
  for (const placing of all) {
    const { section } = placing;
    const { placement } = section;
    const usual = section.name === ".bss" ? lastProgbits : before;
    before = placing;
    if (section.type === "nobits") placing.vstart ??= placement?.start;
    if (placing.vstart !== undefined) {
      if (section.type === "nobits") placing.start = placing.vstart;
      continue;
    }
    const name = placement?.vfollows ?? placement?.follows;
    const target = name === undefined ? usual : all.find((candidate) => candidate.section.name === name);
    if (name !== undefined && !target) {
      return `section ${section.name} vfollows unknown section (${name})`;
    }
    waiting.push({ placing, target });
  }
  while (waiting.length > 0) {
    const left = waiting.filter(({ target }) => target !== undefined && target.vstart === undefined);
    if (left.length === waiting.length) return CIRCLE;
    for (const one of waiting) if (!left.includes(one)) placeBehind(one.placing, one.target);
    waiting = left;
  }
  return undefined;
}

const USUAL_ALIGNMENT = 4;

function placeBehind(placing: Placing, target: Placing | undefined): void {
  const { section } = placing;
  const after = target ? (target.vstart ?? target.start) + BigInt(target.section.sizeBytes) : placing.start;
  const { valign, vfollows } = section.placement ?? {};
  placing.vstart = alignUp(after, valign ?? (vfollows === undefined ? section.alignment : USUAL_ALIGNMENT));
  if (section.type === "nobits") placing.start = placing.vstart;
}

/** Whether a section says something of its place in the file and of its addresses, too. */
function mixes({ placement = {} }: Section): boolean {
  const { align, start, follows, valign, vstart, vfollows } = placement;
  const isReal = align !== undefined || start !== undefined || follows !== undefined;
  return isReal && (valign !== undefined || vstart !== undefined || vfollows !== undefined);
}

function applyFixup(
  module: ObjectModule,
  all: readonly Placing[],
  placing: Placing,
  fixup: Fixup,
  writer: ByteWriter,
  at: number,
): void {
  const { target } = fixup;
  let value = fixup.addend;
  if ("section" in target) value += baseOf(all[target.section]!);
  else if ("symbol" in target) value += symbolValue(module.symbols[target.symbol]!, all);
  if (fixup.kind === "relative") value -= baseOf(placing) + BigInt(fixup.offset);
  writer.patch(at + fixup.offset, fixup.sizeBytes, BigInt.asUintN(64, value));
}

const baseOf = (placing: Placing): bigint => placing.vstart ?? placing.start;

function symbolValue(symbol: ModuleSymbol, all: readonly Placing[]): bigint {
  if (typeof symbol.section === "number") return baseOf(all[symbol.section]!) + symbol.value;
  if (symbol.section === "absolute") return symbol.value;
  const match = /^section\.(.+)\.(start|vstart|length)$/.exec(symbol.name);
  const placing = match && all.find(({ section }) => section.name === match[1]);
  if (!placing) return 0n;
  if (match[2] === "length") return BigInt(placing.section.sizeBytes);
  return match[2] === "start" ? placing.start : baseOf(placing);
}
