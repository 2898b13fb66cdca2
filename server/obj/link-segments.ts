// Output sections → PT_LOAD segments and the other program headers, as BFD maps them with -z separate-code: code has pages of
// its own, writable data follows read-only data on another page, headers are part of the first segment that begins a page.

import { PF, PT } from "./elf.ts";
import { LINK_PAGE_BYTES, type LinkLayout, type OutputSection } from "./link-layout.ts";

/** A program header before the file is written. `sections` are indices into the layout's sections. */
export interface PlannedSegment {
  readonly type: number;
  readonly flags: number;
  readonly address: number;
  readonly fileOffset: number;
  readonly fileBytes: number;
  readonly memoryBytes: number;
  readonly alignment: number;
  readonly sections: readonly number[];
}

/** File offset of every section, congruent to its address modulo the page size. */
export interface SegmentPlan {
  readonly headers: readonly PlannedSegment[];
  readonly sectionOffsets: readonly number[];
  /** Where the sections end in the file. */
  readonly end: number;
}

interface Group {
  readonly members: number[];
  write: boolean;
  exec: boolean;
  end: number;
  lastNobits: boolean;
  headers: boolean;
}

const pageOf = (address: number): number => Math.floor(address / LINK_PAGE_BYTES);
const occupies = (section: OutputSection): boolean => !(section.tls && section.nobits);

function startsNew(group: Group, section: OutputSection): boolean {
  if (pageOf(group.end - 1) + 1 < pageOf(section.address)) return true;
  if (group.lastNobits && !section.nobits) return true;
  if (group.write) return false;
  if (group.exec !== section.exec) return true;
  return section.write && pageOf(group.end - 1) < pageOf(section.address) && group.members.length > 0;
}

function groupSections(layout: LinkLayout): Group[] {
  const groups: Group[] = [];
  const header: Group = {
    members: [],
    write: false,
    exec: false,
    end: layout.base + layout.headerBytes,
    lastNobits: false,
    headers: true,
  };
  groups.push(header);
  for (const [index, section] of layout.sections.entries()) {
    if (!occupies(section)) continue;
    let group = groups.at(-1)!;
    if (startsNew(group, section)) {
      group = { members: [], write: false, exec: section.exec, end: 0, lastNobits: false, headers: false };
      groups.push(group);
    }
    group.members.push(index);
    group.write ||= section.write;
    group.exec ||= section.exec;
    group.end = section.address + section.sizeBytes;
    group.lastNobits = section.nobits;
  }
  return groups;
}

/** How many program headers the layout will need, to know SIZEOF_HEADERS. */
export function countProgramHeaders(layout: LinkLayout, withStack: boolean): number {
  return planSegments(layout, withStack ? "rw" : "none").headers.length;
}

/** Plans program headers and file offsets. `stack` says what PT_GNU_STACK says; "none" = the header is left out. */
export function planSegments(layout: LinkLayout, stack: "rw" | "rwx" | "none"): SegmentPlan {
  const groups = groupSections(layout);
  const sectionOffsets = new Array<number>(layout.sections.length).fill(0);
  const headers: PlannedSegment[] = [];
  let offset = layout.headerBytes;
  for (const group of groups) {
    const first = group.members[0];
    const address = group.headers ? layout.base : layout.sections[first!]!.address;
    let fileEnd = group.headers ? layout.base + layout.headerBytes : address;
    const loaded = group.headers || group.members.some((index) => !layout.sections[index]!.nobits);
    const congruent = offset + ((address - offset) & (LINK_PAGE_BYTES - 1));
    const fileOffset = group.headers ? 0 : loaded ? congruent : address & (LINK_PAGE_BYTES - 1);
    for (const index of group.members) {
      const section = layout.sections[index]!;
      sectionOffsets[index] = fileOffset + section.address - address;
      if (section.nobits) sectionOffsets[index] = loaded ? fileOffset + fileEnd - address : congruent;
      else fileEnd = section.address + section.sizeBytes;
    }
    const fileBytes = loaded ? fileEnd - address : 0;
    if (loaded) offset = fileOffset + fileBytes;
    headers.push({
      type: PT.load,
      flags: PF.read | (group.write ? PF.write : 0) | (group.exec ? PF.exec : 0),
      address,
      fileOffset,
      fileBytes,
      memoryBytes: Math.max(group.end, fileEnd) - address,
      alignment: LINK_PAGE_BYTES,
      sections: group.members,
    });
  }
  // Thread-local .tbss takes no room: its offset is where it would begin.
  for (const [index, section] of layout.sections.entries()) {
    if (occupies(section) || index === 0) continue;
    const before = layout.sections[index - 1]!;
    sectionOffsets[index] = sectionOffsets[index - 1]! + section.address - before.address;
  }
  headers.push(...otherHeaders(layout, sectionOffsets, stack));
  return { headers, sectionOffsets, end: offset };
}

/** PT_NOTE, PT_TLS, PT_GNU_STACK and PT_GNU_RELRO. */
function otherHeaders(
  layout: LinkLayout,
  sectionOffsets: readonly number[],
  stack: "rw" | "rwx" | "none",
): PlannedSegment[] {
  const headers: PlannedSegment[] = [];
  const cover = (type: number, members: readonly number[]) => {
    if (members.length === 0) return;
    const sections = members.map((index) => layout.sections[index]!);
    const first = sections[0]!;
    const filed = sections.filter((section) => !section.nobits).at(-1);
    const last = sections.at(-1)!;
    headers.push({
      type,
      flags: PF.read,
      address: first.address,
      fileOffset: sectionOffsets[members[0]!]!,
      fileBytes: filed ? filed.address + filed.sizeBytes - first.address : 0,
      memoryBytes: last.address + last.sizeBytes - first.address,
      alignment: Math.max(...sections.map((section) => section.alignment)),
      sections: members,
    });
  };
  const indices = [...layout.sections.keys()];
  cover(
    PT.note,
    indices.filter((index) => layout.sections[index]!.type === "note"),
  );
  cover(
    PT.tls,
    indices.filter((index) => layout.sections[index]!.tls),
  );
  if (stack !== "none") {
    headers.push({
      type: PT.gnuStack,
      flags: PF.read | PF.write | (stack === "rwx" ? PF.exec : 0),
      address: 0,
      fileOffset: 0,
      fileBytes: 0,
      memoryBytes: 0,
      alignment: 16,
      sections: [],
    });
  }
  if (layout.relro) headers.push(relroHeader(layout, layout.relro, sectionOffsets));
  return headers;
}

function relroHeader(
  layout: LinkLayout,
  relro: { readonly start: number; readonly end: number },
  sectionOffsets: readonly number[],
): PlannedSegment {
  const members = [...layout.sections.keys()].filter((index) => {
    const { address } = layout.sections[index]!;
    return address >= relro.start && address < relro.end;
  });
  const first = layout.sections[members[0]!]!;
  const sizeBytes = relro.end - first.address;
  return {
    type: PT.gnuRelro,
    flags: PF.read,
    address: first.address,
    fileOffset: sectionOffsets[members[0]!]!,
    fileBytes: sizeBytes,
    memoryBytes: sizeBytes,
    alignment: 1,
    sections: members,
  };
}
