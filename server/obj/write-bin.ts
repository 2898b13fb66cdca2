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
  const origin = placeAll(all, module);
  if (typeof origin === "string") return { ...NOTHING, errors: [origin] };
  const files = all.filter(({ section }) => section.type !== "nobits").sort((a, b) => (a.start < b.start ? -1 : 1));
  const ordered = [...files, ...all.filter(({ section }) => section.type === "nobits")];
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
  return { bytes: writer.finish(), sections, origin, errors: [] };
}

const NOTHING: FlatBinary = { bytes: new Uint8Array(0), sections: [], origin: 0n, errors: [] };

/** @returns the program's origin, or NASM's sentence when the sections cannot be placed. */
function placeAll(all: readonly Placing[], module: ObjectModule): bigint | string {
  const mixed = all.find(({ section }) => section.type === "nobits" && mixes(section));
  if (mixed) return `cannot mix real and virtual attributes in nobits section (${mixed.section.name})`;
  const chained = chainFollows(all.filter(({ section }) => section.type !== "nobits"));
  if (typeof chained === "string") return chained;
  const ordered = sortGroups(chained);
  // Without `org` a program begins where its first section is said to.
  const first = ordered[0]?.section.placement?.start;
  const origin = module.originGiven ? module.origin : (first ?? module.origin);
  let previous: Placing | undefined;
  for (const placing of ordered) {
    const { section } = placing;
    const given = section.placement?.start;
    // NASM's words for the first section and for others differ.
    const begins = previous ? "beings" : "begins";
    if (given !== undefined && given < origin) return `section ${section.name} ${begins} before program origin`;
    if (given !== undefined) placing.start = given;
    else if (previous) placing.start = alignUp(endOf(previous), section.alignment);
    else placing.start = alignUp(origin, section.placement?.align ?? 1);
    if (previous && placing.start < endOf(previous)) {
      return `sections ${previous.section.name} and ${section.name} overlap!`;
    }
    const { vfollows, valign } = section.placement ?? {};
    // With `valign=` alone NASM counts from where the section before it ends in the file.
    const from = valign !== undefined && previous ? endOf(previous) : placing.start;
    if (vfollows === undefined) placing.vstart ??= alignUp(from, valign ?? 1);
    previous = placing;
  }
  return placeVirtual(all, previous) ?? origin;
}

/** Whether a section begins a group of its own; those behind it go where it goes. */
const beginsGroup = ({ section: { placement } }: Placing): boolean =>
  placement?.follows !== undefined || placement?.start !== undefined;

/** Puts each section with `follows=`, and its group, right behind the one it names. */
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
  const lost = progbits.find((head) => isSelfFollowing(head, progbits));
  if (lost) return `section ${lost.section.name} is self following`;
  const ordered = [...progbits];
  for (const head of progbits) {
    const { follows } = head.section.placement ?? {};
    if (follows === undefined) continue;
    const from = ordered.indexOf(head);
    let count = 1;
    for (let next = ordered[from + 1]; next && !beginsGroup(next) && next.section.name !== follows; ) {
      count++;
      next = ordered[from + count];
    }
    const group = ordered.splice(from, count);
    const target = ordered.findIndex(({ section }) => section.name === follows);
    ordered.splice(target + 1, 0, ...group);
  }
  return ordered;
}

/** Whether the sections that a section follows, one after the other, lead to one of them again. */
function isSelfFollowing(head: Placing, progbits: readonly Placing[]): boolean {
  const seen = new Set<Placing>();
  for (let at: Placing | undefined = head; at !== undefined; ) {
    if (seen.has(at)) return true;
    seen.add(at);
    const target: string | undefined = at.section.placement?.follows;
    at = target === undefined ? undefined : progbits.find(({ section }) => section.name === target);
  }
  return false;
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
      const verb = placement?.vfollows === undefined ? "follows an invalid or" : "vfollows";
      return `section ${section.name} ${verb} unknown section (${name})`;
    }
    waiting.push({ placing, target });
  }
  while (waiting.length > 0) {
    const left = waiting.filter(({ target }) => target !== undefined && target.vstart === undefined);
    if (left.length === waiting.length) return "circular vfollows path detected";
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
