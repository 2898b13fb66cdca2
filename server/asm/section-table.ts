// Sections of a module over all passes: made when first named, with the attributes of the format. ELF's are here, those of
// flat binaries in flat-section.ts. The default section .text comes into being when something is put into it, which is why
// an object whose code names no section lists .text behind the sections it names.
// Source: NASM manual, 7.9.2 "elf Extensions to the SECTION Directive".

import { ByteWriter } from "../base/byte-writer.ts";
import type { Fixup, FlatPlacement, Item, SectionType } from "../obj/object-module.ts";
import { readLeadingInteger } from "./literal.ts";
import { type Place, type Reporter, say } from "./report.ts";
import { newSegment, type SymbolTable } from "./symbol-table.ts";
import type { Line } from "./token.ts";

/** What a section is, apart from its contents. */
export interface SectionAttributes {
  type: SectionType;
  write: boolean;
  alloc: boolean;
  exec: boolean;
  tls: boolean;
  merge: boolean;
  strings: boolean;
  entrySizeBytes: number;
  alignment: number;
}

/** An item of the last pass, described when somebody asks: its line, and the label that `.local` names there belong to. */
export interface ListedItem {
  readonly line: Line;
  readonly previous: string;
  describe(): Item;
}

/** Several lines on end that are only their bytes: from index `from` to `to` (excluded), where the first is. */
export interface ListedRun {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** One section under way. `offset` is where the next byte of this pass goes. */
export interface SectionEntry extends SectionAttributes {
  readonly name: string;
  /** Segment number that labels in it carry. */
  readonly segment: number;
  offset: number;
  readonly writer: ByteWriter;
  readonly fixups: Fixup[];
  readonly items: (ListedItem | ListedRun)[];
  placement: { -readonly [K in keyof FlatPlacement]: FlatPlacement[K] };
  /** Flat binaries: progbits or nobits was said, or decided. */
  typeKnown: boolean;
  alignmentKnown: boolean;
}

export interface SectionTable {
  readonly list: SectionEntry[];
  readonly byName: Map<string, SectionEntry>;
  readonly bySegment: Map<number, SectionEntry>;
  /** The default section .text; in `list` only once something is in it or it is named. */
  readonly standard: SectionEntry;
  readonly pointerBytes: number;
}

export function createSectionTable(symbols: SymbolTable, pointerBytes: number): SectionTable {
  const standard = entryOf(".text", newSegment(symbols), CODE);
  return {
    list: [],
    byName: new Map(),
    bySegment: new Map([[standard.segment, standard]]),
    standard,
    pointerBytes,
  };
}

const plain: SectionAttributes = {
  type: "progbits",
  write: false,
  alloc: true,
  exec: false,
  tls: false,
  merge: false,
  strings: false,
  entrySizeBytes: 0,
  alignment: 1,
};
const CODE = { ...plain, exec: true, alignment: 16 };
const CONSTANTS = { ...plain, alignment: 4 };
const DATA = { ...plain, write: true, alignment: 4 };
const BSS: SectionAttributes = { ...DATA, type: "nobits" };
const array = (type: SectionType): SectionAttributes => ({ ...plain, type, entrySizeBytes: -1, alignment: -1 });

/** ELF sections that NASM knows by name; -1 stands for the size of a pointer. */
const known: Readonly<Record<string, SectionAttributes>> = {
  ".text": CODE,
  ".rodata": CONSTANTS,
  ".lrodata": CONSTANTS,
  ".data": DATA,
  ".ldata": DATA,
  ".bss": BSS,
  ".lbss": BSS,
  ".tdata": { ...DATA, tls: true },
  ".tbss": { ...BSS, tls: true },
  ".comment": { ...plain, alloc: false },
  ".preinit_array": array("preinit_array"),
  ".init_array": array("init_array"),
  ".fini_array": array("fini_array"),
  ".note": { ...plain, type: "note", alloc: false, alignment: 4 },
};

/** Attribute words that name a type. */
const TYPES: Readonly<Record<string, SectionType>> = {
  progbits: "progbits",
  nobits: "nobits",
  note: "note",
  preinit_array: "preinit_array",
  init_array: "init_array",
  fini_array: "fini_array",
};
/** Attribute words that give the size of an entry. */
const ENTRY_SIZES: Readonly<Record<string, number>> = {
  byte: 1,
  word: 2,
  dword: 4,
  qword: 8,
  tword: 10,
  tbyte: 10,
  oword: 16,
  xword: 16,
  yword: 32,
  zword: 64,
  pointer: -1,
};
const FLAGS = ["write", "alloc", "exec", "tls", "merge", "strings"] as const;
type Flag = (typeof FLAGS)[number];

/** What a section directive asked for. */
interface Asked {
  type?: SectionType;
  alignment?: number | undefined;
  entrySizeBytes?: number;
  readonly flags: Map<Flag, boolean>;
}

function entryOf(name: string, segment: number, attributes: SectionAttributes): SectionEntry {
  return {
    ...attributes,
    name,
    segment,
    offset: 0,
    writer: new ByteWriter(),
    fixups: [],
    items: [],
    placement: {},
    typeKnown: false,
    alignmentKnown: false,
  };
}

/** Lists a section, if it is not listed yet: from now on the object has it. */
export function listSection(table: SectionTable, section: SectionEntry): void {
  if (table.byName.has(section.name)) return;
  table.list.push(section);
  table.byName.set(section.name, section);
  table.bySegment.set(section.segment, section);
}

/** Makes and lists a section. */
export function makeSection(
  table: SectionTable,
  symbols: SymbolTable,
  name: string,
  attributes: Partial<SectionAttributes>,
): SectionEntry {
  const standard = name === table.standard.name;
  const section = standard ? table.standard : entryOf(name, newSegment(symbols), plain);
  Object.assign(section, attributes);
  listSection(table, section);
  return section;
}

/**
 * Bytes of an entry, and of what it consists of, for "dword", the beginning of such a word, or "dword*3", whose last letter
 * before the star NASM does not look at ("b*12" are bytes); negative = pointers. undefined for other words.
 */
function entrySizeOf(option: string): { readonly element: number; readonly count: number } | undefined {
  const star = option.indexOf("*");
  if (star === 0) return undefined;
  const word = star < 0 ? option : option.slice(0, star - 1);
  const count = star < 0 ? 1 : Number(readLeadingInteger(option.slice(star + 1)) ?? 0n);
  const beginning = Object.keys(ENTRY_SIZES).find((name) => name.startsWith(word));
  return beginning === undefined ? undefined : { element: ENTRY_SIZES[beginning]!, count };
}

/** The largest power of two that divides `size`. */
const naturalAlignment = (size: number): number => size & -size;

const UNSIZED_MERGE = "section attribute merge specified without an entry size or `strings'";

function readAttributes(
  table: SectionTable,
  name: string,
  words: readonly string[],
  reporter: Reporter,
  place: Place,
): Asked {
  const asked: Asked = { flags: new Map() };
  const error = (message: string) => say(reporter, { severity: "error", code: "section-attribute", message }, place);
  let given = 0;
  let natural = 0;
  for (const word of words) {
    const equals = word.indexOf("=");
    const written = equals < 0 ? word : word.slice(0, equals);
    // `section data = 5`: NASM reads no further.
    if (written === "") break;
    const option = written.toLowerCase();
    const no = option.startsWith("no") && FLAGS.includes(option.slice(2) as Flag);
    const flag = (no ? option.slice(2) : option) as Flag;
    if (option === "align") {
      const value = equals < 0 ? "" : word.slice(equals + 1);
      if (value === "") error("section align without value specified");
      else given = Math.max(given, readAlignment(value, error));
    } else if (option === "readonly") asked.flags.set("write", false);
    else if (FLAGS.includes(flag)) asked.flags.set(flag, !no);
    else if (Object.hasOwn(TYPES, option)) asked.type = TYPES[option]!;
    else if (entrySizeOf(option) !== undefined) {
      const { element, count } = entrySizeOf(option)!;
      const bytes = element < 0 ? table.pointerBytes : element;
      asked.entrySizeBytes = bytes * count;
      natural = naturalAlignment(bytes);
    } else {
      const message = `unknown section attribute '${written}' ignored on declaration of section \`${name}'`;
      say(reporter, { severity: "warning", code: "other", message }, place);
    }
  }
  if (asked.type?.endsWith("_array")) {
    asked.entrySizeBytes ||= table.pointerBytes;
    natural ||= table.pointerBytes;
  }
  asked.alignment = given || natural || undefined;
  return asked;
}

function readAlignment(value: string, error: (message: string) => void): number {
  const alignment = Number(readLeadingInteger(value) ?? 0n);
  // As if nothing had been said.
  if (alignment === 0) return 0;
  if (Number.isInteger(Math.log2(alignment))) return alignment;
  error(`section alignment ${alignment} is not a power of two`);
  return 1;
}

const RESERVED = new Set([".shstrtab", ".symtab", ".strtab"]);

/** `section NAME attributes…` of the ELF formats; undefined after an error. */
export function elfSection(
  table: SectionTable,
  symbols: SymbolTable,
  value: string,
  reporter: Reporter,
  place: Place,
): SectionEntry | undefined {
  const [name = "", ...rest] = value.trim().split(/\s+/);
  const words = rest
    .join(" ")
    .replace(/ ?= ?/g, "=")
    .split(" ")
    .filter((word) => word !== "");
  const existing = table.byName.get(name);
  const asked = readAttributes(table, name, words, reporter, place);
  if (RESERVED.has(name)) {
    const message = `attempt to redefine reserved section name \`${name}'`;
    say(reporter, { severity: "error", code: "section-reserved", message }, place);
    const second = `segment name \`${name}' not recognized`;
    say(reporter, { severity: "error", code: "section-reserved", message: second }, place);
    return undefined;
  }
  if (existing) {
    redeclare(existing, asked, reporter, place);
    return existing;
  }
  const base = Object.hasOwn(known, name) ? known[name]! : plain;
  const pointer = (size: number) => (size < 0 ? table.pointerBytes : size);
  const section = makeSection(table, symbols, name, {
    ...base,
    type: asked.type ?? base.type,
    // Any attribute at all takes the name's own alignment away.
    alignment: asked.alignment ?? (words.length > 0 ? 1 : pointer(base.alignment)),
    entrySizeBytes: asked.entrySizeBytes || pointer(base.entrySizeBytes),
  });
  for (const [flag, value] of asked.flags) section[flag] = value;
  settleMerge(section, asked, reporter, place);
  return section;
}

function redeclare(section: SectionEntry, asked: Asked, reporter: Reporter, place: Place): void {
  const flags = [...asked.flags].some(([flag, value]) => section[flag] !== value);
  const type = asked.type !== undefined && asked.type !== section.type;
  if (section.entrySizeBytes === 0) section.entrySizeBytes = asked.entrySizeBytes ?? 0;
  const size = (asked.entrySizeBytes || section.entrySizeBytes) !== section.entrySizeBytes;
  if (asked.alignment !== undefined && asked.alignment > section.alignment) section.alignment = asked.alignment;
  if (flags || type || size) {
    const message = `incompatible section attributes ignored on redeclaration of section \`${section.name}'`;
    say(reporter, { severity: "warning", code: "other", message }, place);
  }
  settleMerge(section, asked, reporter, place);
}

/** Sections that are merged have entries of some size: strings are bytes unless said otherwise. */
function settleMerge(section: SectionEntry, asked: Asked, reporter: Reporter, place: Place): void {
  if (!asked.flags.get("merge") || section.entrySizeBytes !== 0) return;
  if (!section.strings) say(reporter, { severity: "error", code: "section-attribute", message: UNSIZED_MERGE }, place);
  section.entrySizeBytes = 1;
}

/** Begins a pass: every section is empty again. */
export function startSections(table: SectionTable): void {
  for (const section of table.bySegment.values()) section.offset = 0;
}
