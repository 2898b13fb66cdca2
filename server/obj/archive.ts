// A static library (`ar`'s archive, .a) → its members, and which of them a link takes: as ld does, a member comes in when it
// defines a name that is still undefined, and members of one archive are looked through until none comes.

import { decodeText } from "../base/byte-text.ts";
import { SHN, SHT, STB } from "./elf.ts";
import { isElf, readElfFile, readSymbols } from "./elf-file.ts";
import type { ObjectModule } from "./object-module.ts";
import { readObject } from "./read-elf.ts";

export interface ArchiveMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MAGIC = "!<arch>\n";
const THIN_MAGIC = "!<thin>\n";
const HEADER_BYTES = 60;

const textAt = (bytes: Uint8Array, start: number, end: number): string => decodeText(bytes.subarray(start, end));

/** True when the bytes start as a static library does. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && (textAt(bytes, 0, 8) === MAGIC || textAt(bytes, 0, 8) === THIN_MAGIC);

/** @returns the members in their order, the symbol index left out; or a sentence that says what is wrong. */
export function readArchive(bytes: Uint8Array): readonly ArchiveMember[] | string {
  if (textAt(bytes, 0, 8) === THIN_MAGIC) return "a thin archive, which only names its members: give the objects";
  const members: ArchiveMember[] = [];
  let longNames = new Uint8Array(0);
  for (let at = MAGIC.length; at + HEADER_BYTES <= bytes.length; ) {
    const field = textAt(bytes, at, at + 16).trimEnd();
    const sizeBytes = Number(textAt(bytes, at + 48, at + 58).trim());
    const start = at + HEADER_BYTES;
    if (textAt(bytes, at + 58, start) !== "`\n" || !Number.isInteger(sizeBytes) || sizeBytes < 0)
      return "a static library with a damaged member";
    if (start + sizeBytes > bytes.length) return "a static library that is cut off";
    const contents = bytes.subarray(start, start + sizeBytes);
    if (field === "//") longNames = new Uint8Array(contents);
    else if (field !== "/" && field !== "/SYM64/") members.push(memberOf(field, contents, longNames));
    at = start + sizeBytes + (sizeBytes & 1);
  }
  return members;
}

/** GNU's names end with a slash or stand in a table ("/12"); BSD's long ones stand before the contents ("#1/20"). */
function memberOf(field: string, contents: Uint8Array, longNames: Uint8Array): ArchiveMember {
  const long = /^\/(\d+)$/.exec(field);
  if (long) {
    const start = Number(long[1]);
    const end = longNames.indexOf(10, start);
    return { name: textAt(longNames, start, end < 0 ? longNames.length : end).replace(/\/$/, ""), bytes: contents };
  }
  const before = /^#1\/(\d+)$/.exec(field);
  if (before) {
    const count = Number(before[1]);
    return { name: textAt(contents, 0, count).replace(/\0+$/, ""), bytes: contents.subarray(count) };
  }
  return { name: field.replace(/\/$/, ""), bytes: contents };
}

/** The global names a member defines; none when it is no object for `bits`. */
function definedNames({ bytes }: ArchiveMember, bits: 32 | 64): readonly string[] {
  const file = isElf(bytes) ? readElfFile(bytes) : "no object";
  if (typeof file === "string" || file.shape.wide !== (bits === 64)) return [];
  const table = file.sections.find((section) => section.type === SHT.symtab);
  if (!table) return [];
  return readSymbols(file, table)
    .filter(({ binding, section }) => binding !== STB.local && section !== SHN.undef)
    .map(({ name }) => name);
}

/** Names that the modules ask for and none defines. Weak references do not pull a member in. */
function wantedNames(modules: readonly ObjectModule[], more: readonly string[]): Set<string> {
  const wanted = new Set(more);
  const defined = new Set<string>();
  for (const { symbols } of modules) {
    for (const { name, binding, section } of symbols) {
      if (binding === "local" || binding === "static") continue;
      if (section !== "undefined") defined.add(name);
      else if (binding !== "weak") wanted.add(name);
    }
  }
  for (const name of defined) wanted.delete(name);
  return wanted;
}

/** What an archive is asked for. */
export interface ArchiveDemand {
  readonly archive: string;
  readonly bits: 32 | 64;
  /** What stands before the archive on the command line. */
  readonly modules: readonly ObjectModule[];
  /** Names wanted although no module asks for them: the entry. */
  readonly wanted: readonly string[];
}

/** @returns the members that the link takes, in the order in which ld takes them, or a sentence about one that cannot be read. */
export function membersWanted(members: readonly ArchiveMember[], demand: ArchiveDemand): ObjectModule[] | string {
  const { archive, bits, modules, wanted } = demand;
  const taken = new Map<ArchiveMember, ObjectModule>();
  const index = members.map((member) => ({ member, names: definedNames(member, bits) }));
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const { member, names } of index) {
      if (taken.has(member)) continue;
      const missing = wantedNames([...modules, ...taken.values()], wanted);
      if (!names.some((name) => missing.has(name))) continue;
      const name = `${archive}(${member.name})`;
      const module = readObject(name, member.bytes);
      if (typeof module === "string") return `${name}: ${module}`;
      taken.set(member, module);
    }
  }
  return [...taken.values()];
}
