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
  /** NASM's sentences ("sections a and b overlap!"); with one, bytes are empty. */
  readonly errors: readonly string[];
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
  const error = placeAll(all, module.origin);
  if (error !== undefined) return { bytes: new Uint8Array(0), sections: [], errors: [error] };
  const files = all.filter(({ section }) => section.type !== "nobits").sort((a, b) => (a.start < b.start ? -1 : 1));
  const ordered = [...files, ...all.filter(({ section }) => section.type === "nobits")];
  const writer = new ByteWriter();
  for (const placing of files) {
    if (placing.section.bytes.length === 0) continue;
    const gap = placing.start - module.origin - BigInt(writer.length);
    if (gap > MAX_FILE_BYTES) return { bytes: new Uint8Array(0), sections: [], errors: ["output file too large"] };
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
  return { bytes: writer.finish(), sections, errors: [] };
}

/** @returns NASM's sentence when the sections cannot be placed. */
function placeAll(all: readonly Placing[], origin: bigint): string | undefined {
  const chained = chainFollows(all.filter(({ section }) => section.type !== "nobits"));
  if (typeof chained === "string") return chained;
  const ordered = sortGroups(chained);
  let previous: Placing | undefined;
  for (const placing of ordered) {
    const { section } = placing;
    const given = section.placement?.start;
    if (given !== undefined && given < origin) return `section ${section.name} beings before program origin`;
    if (given !== undefined) placing.start = given;
    else placing.start = previous ? alignUp(endOf(previous), section.alignment) : origin;
    if (previous && placing.start < endOf(previous)) {
      return `sections ${previous.section.name} and ${section.name} overlap!`;
    }
    if (section.placement?.vfollows === undefined) {
      placing.vstart ??= alignUp(placing.start, section.placement?.valign ?? 1);
    }
    previous = placing;
  }
  return placeVirtual(all, previous);
}

/** Puts each section with `follows=` right behind the one it names. */
function chainFollows(progbits: readonly Placing[]): Placing[] | string {
  const follower = new Map<string, Placing>();
  for (const placing of progbits) {
    const target = placing.section.placement?.follows;
    if (target === undefined) continue;
    if (!progbits.some(({ section }) => section.name === target)) {
      return `section ${placing.section.name} follows an invalid or unknown section (${target})`;
    }
    const rival = follower.get(target);
    if (rival) return `sections ${placing.section.name} and ${rival.section.name} can't both follow section ${target}`;
    follower.set(target, placing);
  }
  const ordered: Placing[] = [];
  for (const head of progbits) {
    if (head.section.placement?.follows !== undefined) continue;
    for (let at: Placing | undefined = head; at; at = follower.get(at.section.name)) ordered.push(at);
  }
  if (ordered.length === progbits.length) return ordered;
  const lost = progbits.find((placing) => !ordered.includes(placing))!;
  return `section ${lost.section.name} is self following`;
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

/** Addresses of nobits sections and of everything that says `vfollows=`. */
function placeVirtual(all: readonly Placing[], lastProgbits: Placing | undefined): string | undefined {
  let previous: Placing | undefined;
  for (const placing of all) {
    const { section } = placing;
    const { placement } = section;
    const before: Placing | undefined = previous;
    previous = placing;
    if (placing.vstart !== undefined) {
      if (section.type === "nobits") placing.start = placing.vstart;
      continue;
    }
    if (section.type === "nobits" && placement?.start !== undefined) {
      placing.start = placement.start;
      placing.vstart = placement.start;
      continue;
    }
    const name = placement?.vfollows ?? placement?.follows;
    const target =
      name === undefined
        ? section.name === ".bss"
          ? lastProgbits
          : before
        : all.find((candidate) => candidate.section.name === name);
    if (name !== undefined && !target) {
      const verb = placement?.vfollows === undefined ? "follows an invalid or" : "vfollows";
      return `section ${section.name} ${verb} unknown section (${name})`;
    }
    const after = target ? (target.vstart ?? target.start) + BigInt(target.section.sizeBytes) : placing.start;
    placing.vstart = alignUp(after, placement?.valign ?? section.alignment);
    if (section.type === "nobits") placing.start = placing.vstart;
  }
  return undefined;
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
