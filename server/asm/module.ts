// The object module of an assembly: sections as the last pass filled them, symbols in the order NASM lists them.
// Source: System V ABI, "Symbol Table".

import { withLate } from "../base/late.ts";
import { createSideTable } from "../base/side-table.ts";
import { NO_SEGMENT } from "../isa/insn.ts";
import type { FlatPlacement, Item, ModuleSymbol, ObjectModule, Section, Visit } from "../obj/object-module.ts";
import { displayText } from "./lexer.ts";
import { spanOf } from "./place.ts";
import type { SectionEntry } from "./section-table.ts";
import { formatBits, type State } from "./state.ts";
import type { SymbolEntry } from "./symbol-table.ts";

/** The symbols that the module lists, in its order. */
export interface ModuleSymbols {
  readonly entries: readonly SymbolEntry[];
}

/** Lists the symbols before the last pass, and fills the index that fixups use. */
export function indexSymbols(state: State): ModuleSymbols {
  const { symbols, output, sections } = state;
  for (const [index, section] of sections.list.entries()) output.sections.set(section.segment, index);
  const entries = symbols.ordered.filter(isListed);
  const named = state.options.items !== "left-out";
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]!;
    if (named) output.byName.set(entry.name, index);
    const outside = entry.kind === "extern" || entry.kind === "required" || entry.kind === "common";
    // Of a name from outside and its global other names (`b equ a`) NASM's relocations take the last one.
    const renamed = entry.kind === "global" && output.outside.has(entry.segment);
    if (outside || renamed) output.outside.set(entry.segment, index);
    if (outside && entry.defined < 0) output.sectionSymbols.add(entry.segment);
    else if (entry.kind === "global" && entry.segment !== NO_SEGMENT) {
      const known = output.globals.get(entry.segment) ?? [];
      known.push({ offset: entry.offset, symbol: index });
      output.globals.set(entry.segment, known);
    }
  }
  for (const known of output.globals.values()) known.sort((a, b) => (a.offset < b.offset ? -1 : 1));
  return { entries };
}

/** Externs that nobody uses are left out, and so are NASM's own specials. */
function isListed(entry: SymbolEntry): boolean {
  if (entry.kind === "special" || entry.kind === "format") return false;
  return entry.kind !== "extern" || entry.used > 0;
}

/** The symbols of `entries` as they are now. */
const describeSymbols = (state: State, entries: readonly SymbolEntry[]): ModuleSymbol[] =>
  entries.map((entry) => describeSymbol(state, entry));

const PLAIN = { type: "none", visibility: "default", weak: false, sizeBytes: 0n, alignment: 0n } as const;

function describeSymbol(state: State, entry: SymbolEntry): ModuleSymbol {
  const section = state.output.sections.get(entry.segment);
  const outside = entry.kind === "extern" || entry.kind === "required";
  // An `equ` of an external name has no place here either.
  const elsewhere = section === undefined && entry.segment !== NO_SEGMENT;
  const special = entry.attributes ?? PLAIN;
  const kept = state.options.items !== "left-out";
  const thread = section !== undefined && state.sections.list[section]?.tls;
  const local = entry.kind === "local" || entry.kind === "common";
  const { affixes, options } = state;
  const prefix =
    (local ? (options.localPrefix ?? affixes.get("lprefix")) : (options.prefix ?? affixes.get("gprefix"))) ?? "";
  const suffix =
    (local ? (options.localSuffix ?? affixes.get("lsuffix")) : (options.suffix ?? affixes.get("gsuffix"))) ?? "";
  const mangled = `${prefix}${entry.name}${suffix}`;
  return {
    name: displayText(mangled),
    binding: special.weak ? "weak" : bindingOf(entry),
    type: thread ? "tls" : special.type,
    visibility: special.visibility,
    section: sectionOf(entry, section),
    value: entry.kind === "common" ? special.alignment : outside || elsewhere ? 0n : entry.offset,
    sizeBytes: entry.kind === "common" ? entry.size : special.sizeBytes,
    ...(entry.line && kept ? { definition: spanOf(entry.line, entry.at, entry.at + 1) } : {}),
    isLabel: entry.isLabel,
    ...(entry.elementBytes > 0 ? { elementBytes: entry.elementBytes } : {}),
  };
}

function sectionOf(entry: SymbolEntry, section: number | undefined): ModuleSymbol["section"] {
  if (entry.kind === "common") return "common";
  if (entry.kind === "extern" || entry.kind === "required") return "undefined";
  return section ?? (entry.segment === NO_SEGMENT ? "absolute" : "undefined");
}

function bindingOf({ kind }: SymbolEntry): ModuleSymbol["binding"] {
  return kind === "special" || kind === "format" ? "local" : kind;
}

/** What stands in a section. */
interface Contents {
  readonly items: readonly Item[];
  /** Of each listed thing: the index of the first item that it became. */
  readonly starts: readonly number[];
}

/** What stands in a section, described now. */
function describeItems(state: State, { items }: Pick<SectionEntry, "items">): Contents {
  const { line, symbols } = state;
  const { previous, own } = symbols;
  const described: Item[] = [];
  const starts: number[] = [];
  for (const item of items) {
    starts.push(described.length);
    if ("describe" in item) {
      state.line = item.line;
      symbols.previous = item.previous;
      symbols.own = item.line.own;
      described.push(item.describe());
    } else for (const one of state.describeRun(item)) described.push(one);
  }
  state.line = line;
  symbols.previous = previous;
  symbols.own = own;
  return { items: described, starts };
}

/** The module as it stands. What only some want to know is found out when they ask. */
export function buildModule(state: State, name: string, { entries }: ModuleSymbols): ObjectModule {
  const contents = state.sections.list.map((section) => {
    let described: Contents | undefined;
    return () => {
      described ??= describeItems(state, section);
      return described;
    };
  });
  const stack = state.sections.byName.get(".note.GNU-stack");
  const fields = {
    name,
    bits: formatBits(state.options),
    sections: state.sections.list.map((section, index) => finishSection(state, section, contents[index]!)),
    origin: state.origin ?? 0n,
    ...(state.origin === undefined ? {} : { originGiven: true }),
    executableStack: !stack || stack.exec,
    ...(state.map ? { map: state.map } : {}),
    ...(state.osabi ? { osabi: state.osabi } : {}),
  };
  const module = withLate<ObjectModule, "symbols">(fields, { symbols: () => describeSymbols(state, entries) });
  visitsOfModules.set(module, () => describeVisits(state, contents));
  return module;
}

const visitsOfModules = createSideTable<ObjectModule, () => readonly Visit[]>("visits");

/** The order in which the items of an assembled module came, for its line tables; undefined for other modules. */
export const visitsOf = (module: ObjectModule): readonly Visit[] | undefined => visitsOfModules.get(module)?.();

const placementOf = ({ placement, alignment, alignmentKnown }: SectionEntry): FlatPlacement =>
  alignmentKnown ? { ...placement, align: alignment } : placement;

/** The visits to sections and to absolute space, in items as they are described. */
function describeVisits(state: State, contents: readonly (() => Contents)[]): Visit[] {
  const { sections, visits, absoluteItems } = state;
  const indices = new Map(sections.list.map((section, index) => [section, index]));
  const absolute = describeItems(state, { items: absoluteItems });
  const starts = visits.filter(({ section }) => section === undefined).map(({ first }) => absolute.starts[first]!);
  let counted = 0;
  return visits.map(({ section, first }) => {
    if (section !== undefined) {
      const index = indices.get(section)!;
      return { section: index, firstItem: contents[index]!().starts[first]! };
    }
    const start = starts[counted++];
    return { absolute: absolute.items.slice(start, starts[counted]) };
  });
}

function finishSection(state: State, entry: SectionEntry, contents: () => Contents): Section {
  const bytes = entry.writer.finish();
  const fields = {
    name: displayText(entry.name),
    type: entry.type,
    write: entry.write,
    alloc: entry.alloc,
    exec: entry.exec,
    tls: entry.tls,
    merge: entry.merge,
    strings: entry.strings,
    entrySizeBytes: entry.entrySizeBytes,
    alignment: entry.alignment,
    bytes,
    sizeBytes: entry.type === "nobits" ? entry.offset : bytes.length,
    fixups: entry.fixups,
    ...(state.options.format === "bin" ? { placement: placementOf(entry) } : {}),
  };
  return withLate<Section, "items">(fields, { items: () => contents().items });
}
