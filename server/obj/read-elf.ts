// A relocatable ELF file (.o) → ObjectModule, so that given objects are linked like assembled sources. Only what a static
// link needs survives: sections that occupy memory, symbols, relocations as fixups.

import { createSource } from "../base/source.ts";
import { ET, relocationsOf, SHF, SHN, SHT, STB, STT, VISIBILITIES } from "./elf.ts";
import {
  type ElfFile,
  type ElfSection,
  type ElfSymbol,
  isSectionIndex,
  readElfFile,
  readRelocations,
  readSymbols,
} from "./elf-file.ts";
import { inflate } from "./inflate.ts";
import type { Fixup, Item, ModuleSymbol, ObjectModule, Section, SectionGroup, SectionType } from "./object-module.ts";
import { type LineRun, readLineRuns } from "./read-dwarf-lines.ts";
import { relaxThreadLocal } from "./relax-thread-local.ts";

const SECTION_TYPES: Readonly<Record<number, SectionType>> = {
  [SHT.progbits]: "progbits",
  [SHT.nobits]: "nobits",
  [SHT.note]: "note",
  [SHT.init_array]: "init_array",
  [SHT.fini_array]: "fini_array",
  [SHT.preinit_array]: "preinit_array",
};
/** psABI: .eh_frame may carry a type of its own. */
const SHT_X86_64_UNWIND = 0x70000001;
const SYMBOL_TYPES: Readonly<Record<number, ModuleSymbol["type"]>> = {
  [STT.object]: "object",
  [STT.function]: "function",
  [STT.tls]: "tls",
  [STT.ifunc]: "ifunc",
};

/** Index maps from the file's numbering to the module's; -1 for what is not kept. */
interface Kept {
  readonly sections: readonly number[];
  readonly symbols: readonly number[];
}

/** @returns the module, or a sentence that says what is wrong. Relocation types the linker does not know are such a sentence. */
export function readObject(name: string, bytes: Uint8Array): ObjectModule | string {
  const given = readElfFile(bytes);
  if (typeof given === "string") return given;
  const file = decompressed(given);
  if (file.type !== ET.rel) return "an executable, not an object file";
  const table = file.sections.find((section) => section.type === SHT.symtab);
  const elfSymbols = table ? readSymbols(file, table) : [];
  const kept = keep(file, elfSymbols);
  const lines = objectLines(file, elfSymbols);
  const sections: Section[] = [];
  for (const [index, section] of file.sections.entries()) {
    if (kept.sections[index]! < 0) continue;
    if (!isPossible(section)) return `section ${section.name} has an impossible size or alignment`;
    const contents = readFixups(file, index, elfSymbols, kept);
    if (typeof contents === "string") return contents;
    sections.push({ ...sectionOf(section), ...contents, items: itemsOf(lines.filter((run) => run.section === index)) });
  }
  const symbols = elfSymbols.flatMap((symbol, k) => (kept.symbols[k]! < 0 ? [] : [symbolOf(symbol, kept)]));
  const source = elfSymbols.find((symbol) => symbol.type === STT.file)?.name;
  const groups = groupsOf(file, elfSymbols, kept);
  const stackNote = file.sections.find((section) => section.name === ".note.GNU-stack");
  return {
    name,
    bits: file.shape.rela ? 64 : 32,
    sections,
    symbols,
    origin: 0n,
    executableStack: !stackNote || (stackNote.flags & SHF.exec) !== 0,
    ...(groups.length > 0 ? { groups } : {}),
    ...(source === undefined ? {} : { fileSymbol: source }),
  };
}

const LARGEST_SECTION_BYTES = 2 ** 47;

function isPossible({ sizeBytes, alignment }: ElfSection): boolean {
  const power = alignment === 0 || (alignment <= 2 ** 30 && (alignment & (alignment - 1)) === 0);
  return power && sizeBytes <= LARGEST_SECTION_BYTES;
}

/** Debug information of `gcc -gz` as it would be without it. What is compressed otherwise is left out. */
function decompressed(file: ElfFile): ElfFile {
  if (!file.sections.some((section) => (section.flags & SHF.compressed) !== 0)) return file;
  return { ...file, sections: file.sections.map((section) => decompressedSection(section, file.shape.wide)) };
}

const ZLIB = 1;
/** Deflate makes nothing smaller than this. */
const LARGEST_RATIO = 1032;

function decompressedSection(section: ElfSection, wide: boolean): ElfSection {
  if ((section.flags & SHF.compressed) === 0) return section;
  const { bytes, flags } = section;
  const headerBytes = wide ? 24 : 12;
  const left = { ...section, type: SHT.null, bytes: new Uint8Array(0), sizeBytes: 0 };
  if (bytes.length < headerBytes) return left;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizeBytes = wide ? Number(view.getBigUint64(8, true)) : view.getUint32(4, true);
  const alignment = wide ? Number(view.getBigUint64(16, true)) : view.getUint32(8, true);
  if (view.getUint32(0, true) !== ZLIB || sizeBytes > bytes.length * LARGEST_RATIO) return left;
  const contents = inflate(bytes.subarray(headerBytes), sizeBytes);
  return contents ? { ...section, bytes: contents, sizeBytes, alignment, flags: flags & ~SHF.compressed } : left;
}

const GRP_COMDAT = 1;

/** COMDAT groups: a word of flags and the indices of the members. */
function groupsOf(file: ElfFile, symbols: readonly ElfSymbol[], kept: Kept): SectionGroup[] {
  return file.sections.flatMap((section) => {
    const signature = symbols[section.info];
    if (section.type !== SHT.group || !signature || section.bytes.length < 4) return [];
    const { bytes } = section;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const words = Array.from({ length: Math.floor(bytes.length / 4) }, (_, k) => view.getUint32(k * 4, true));
    if (((words[0] ?? 0) & GRP_COMDAT) === 0) return [];
    const name = signature.type === STT.section ? (file.sections[signature.section]?.name ?? "") : signature.name;
    const members = words.slice(1).map((index) => kept.sections[index] ?? -1);
    return [{ signature: name, sections: members.filter((index) => index >= 0) }];
  });
}

function typeOf(section: ElfSection): SectionType | undefined {
  return section.type === SHT_X86_64_UNWIND ? "progbits" : SECTION_TYPES[section.type];
}

function keep(file: ElfFile, symbols: readonly ElfSymbol[]): Kept {
  let count = 0;
  const sections = file.sections.map((section) => (typeOf(section) ? count++ : -1));
  count = 0;
  const keptSymbols = symbols.map((symbol, k) => {
    if (k === 0 || symbol.type === STT.section || symbol.type === STT.file) return -1;
    if (isSectionIndex(file, symbol.section) && sections[symbol.section]! < 0) return -1;
    return count++;
  });
  return { sections, symbols: keptSymbols };
}

/** Line runs of the whole object; `section` is an ELF index. */
function objectLines(file: ElfFile, symbols: readonly ElfSymbol[]): readonly LineRun[] {
  const named = (name: string) => file.sections.findIndex((section) => section.name === name);
  const index = named(".debug_line");
  if (index < 0) return [];
  const { bytes } = file.sections[index]!;
  const relocations = new Map<number, { readonly section: number; readonly value: number }>();
  for (const table of file.sections) {
    if ((table.type !== SHT.rel && table.type !== SHT.rela) || table.info !== index) continue;
    for (const { offset, type, symbol, addend } of readRelocations(file, table)) {
      const sizeBytes = relocationsOf(file.shape.machine).find((row) => row.number === type)?.sizeBytes ?? 4;
      const target = symbols[symbol];
      if (!target || offset + sizeBytes > bytes.length) continue;
      const value = Number(target.value + (addend ?? addendInField(bytes, offset, sizeBytes)));
      relocations.set(offset, { section: target.section, value });
    }
  }
  const contents = (name: string) => file.sections[named(name)]?.bytes ?? new Uint8Array(0);
  return readLineRuns({
    bytes,
    relocations,
    lineStrings: contents(".debug_line_str"),
    strings: contents(".debug_str"),
  });
}

/** Items from line information: one a run, since where instructions begin is not in it. Overlaps are dropped. */
function itemsOf(runs: readonly LineRun[]): Item[] {
  const items: Item[] = [];
  let end = 0;
  for (const run of [...runs].sort((a, b) => a.address - b.address)) {
    if (run.address < end || run.line === 0) continue;
    end = run.end;
    const span = { source: createSource(run.file, new Uint8Array(0)), start: 0, end: 0 };
    items.push({
      offset: run.address,
      sizeBytes: run.end - run.address,
      kind: "code",
      elementSizeBytes: 0,
      file: run.file,
      lineNumber: run.line,
      span,
    });
  }
  return items;
}

function sectionOf(section: ElfSection): Omit<Section, "fixups" | "items"> {
  const has = (flag: number) => (section.flags & flag) !== 0;
  return {
    name: section.name,
    type: typeOf(section)!,
    write: has(SHF.write),
    alloc: has(SHF.alloc),
    exec: has(SHF.exec),
    tls: has(SHF.tls),
    merge: has(SHF.merge),
    strings: has(SHF.strings),
    entrySizeBytes: section.entrySizeBytes,
    alignment: Math.max(1, section.alignment),
    bytes: section.bytes,
    sizeBytes: section.sizeBytes,
  };
}

function symbolOf(symbol: ElfSymbol, kept: Kept): ModuleSymbol {
  const undefinedHere = symbol.section === SHN.undef;
  const common = symbol.section === SHN.common;
  const section = undefinedHere
    ? ("undefined" as const)
    : common
      ? ("common" as const)
      : (kept.sections[symbol.section] ?? ("absolute" as const));
  const global = undefinedHere ? "extern" : common ? "common" : "global";
  return {
    name: symbol.name,
    binding: symbol.binding === STB.local ? "local" : symbol.binding === STB.weak ? "weak" : global,
    type: SYMBOL_TYPES[symbol.type] ?? "none",
    visibility: VISIBILITIES[symbol.visibility] ?? "default",
    section,
    value: symbol.value,
    sizeBytes: symbol.sizeBytes,
    isLabel: typeof section === "number",
  };
}

/** A section's bytes and fixups, or a sentence. In debug information what is not known stays zero. */
function readFixups(
  file: ElfFile,
  target: number,
  symbols: readonly ElfSymbol[],
  kept: Kept,
): Pick<Section, "bytes" | "fixups"> | string {
  const { machine } = file.shape;
  const section = file.sections[target]!;
  const isTable = ({ type, info }: ElfSection) => (type === SHT.rel || type === SHT.rela) && info === target;
  const given = file.sections.filter(isTable).flatMap((table) => readRelocations(file, table));
  const { code, relocations } =
    (section.flags & SHF.exec) === 0
      ? { code: section.bytes, relocations: given }
      : relaxThreadLocal(machine, section.bytes, given);
  const rows = relocationsOf(machine);
  const fixups: Fixup[] = [];
  for (const relocation of relocations) {
    if (relocation.type === 0) continue;
    const row = rows.find((candidate) => candidate.number === relocation.type);
    const symbol = symbols[relocation.symbol];
    const loaded = (section.flags & SHF.alloc) !== 0;
    if (!row) {
      if (!loaded) continue;
      return `relocation type ${relocation.type} in ${section.name} is not supported`;
    }
    if (!symbol || relocation.offset + row.sizeBytes > code.length) return "a relocation is out of range";
    const addend = relocation.addend ?? addendInField(code, relocation.offset, row.sizeBytes);
    const fixup = { offset: relocation.offset, sizeBytes: row.sizeBytes, kind: row.kind, addend };
    if (relocation.symbol === 0) {
      fixups.push({ ...fixup, target: { absolute: "zero" } });
      continue;
    }
    const viaSection = symbol.type === STT.section;
    const index = viaSection ? kept.sections[symbol.section] : kept.symbols[relocation.symbol];
    if (index !== undefined && index >= 0)
      fixups.push({ ...fixup, target: viaSection ? { section: index } : { symbol: index } });
    else if (loaded) return `a relocation in ${section.name} refers to a section that is not loaded`;
  }
  return { bytes: code, fixups };
}

/** SHT_REL keeps the addend in the field itself, signed. */
function addendInField(bytes: Uint8Array, offset: number, sizeBytes: number): bigint {
  let value = 0n;
  for (let k = sizeBytes - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[offset + k]!);
  return BigInt.asIntN(sizeBytes * 8, value);
}
