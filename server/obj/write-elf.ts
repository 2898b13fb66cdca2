// ObjectModule → relocatable ELF object, bit for bit as NASM 2.16.01 lays it out: section headers at 0x40, contents padded
// to 16, user sections first, then debug sections if asked for, .shstrtab, .symtab, .strtab and a relocation section for
// each section that has fixups; symbols are null, file, one a section, three for debug sections, locals, globals.

import { encodeText } from "../base/byte-text.ts";
import { ByteWriter } from "../base/byte-writer.ts";
import { type ElfShape, ET, relocationFor, SHAPES, SHF, SHN, SHT, STB, STT, VISIBILITIES } from "./elf.ts";
import type { ModuleSymbol, ObjectModule, Section } from "./object-module.ts";
import { type DebugInformation, type DebugSection, dwarfSections, withDataTypes } from "./write-dwarf.ts";
import { STAB_BYTES, type Stabs, writeStabs } from "./write-stabs.ts";

const SECTION_HEADERS_AT = 0x40;
/** Where the header names the system and its version. */
const OSABI_AT = 7;
const CONTENT_ALIGNMENT = 16;
/** Symbols before those of the sections: null and the file's name. */
const FIRST_SECTION_SYMBOL = 2;

interface OutputSection {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entrySizeBytes: number;
  readonly bytes: Uint8Array;
  readonly sizeBytes: number;
}

/** Strings one behind the other, each ended by NUL, none shared: NASM's way. */
class StringTable {
  readonly #writer = new ByteWriter();
  constructor() {
    this.#writer.u8(0);
  }
  add(text: string): number {
    const offset = this.#writer.length;
    this.#writer.bytes(encodeText(text));
    this.#writer.u8(0);
    return offset;
  }
  finish(): Uint8Array {
    return this.#writer.finish();
  }
}

const isLocal = (symbol: ModuleSymbol): boolean => symbol.binding === "local" || symbol.binding === "static";

/** Writes the object, with line information if `debug` is given. Fixups must be ones the format can store
 * (`relocationFor`); others are left out. */
export function writeElf(
  given: ObjectModule,
  format: "elf32" | "elfx32" | "elf64",
  debug?: DebugInformation,
): Uint8Array {
  const shape = SHAPES[format];
  const module = debug ? withDataTypes(given) : given;
  const stabs = debug?.format === "stabs";
  const debugSections = debug && !stabs ? dwarfSections(module, shape, debug) : [];
  const user = module.sections.map((section): OutputSection => userSection(section, shape));
  const debugCount = stabs ? STAB_SECTIONS : debugSections.reduce((n, section) => n + (section.fixups ? 2 : 1), 0);
  const namesIndex = user.length + debugCount + 1;
  const symtabIndex = namesIndex + 1;
  const placement = placeDebug(debugSections, user.length + 1);
  const symbols = buildSymbols(module, shape, placement);
  const relocations = module.sections.flatMap((section, k): OutputSection[] =>
    section.fixups.length === 0 ? [] : [relocationSection(section, k + 1, symtabIndex, symbols.indices, shape)],
  );
  const sections = [
    ...user,
    ...debugSections.flatMap((section) =>
      debugOutput(section, { shape, symtabIndex, index: placement.get(section.name)!, userCount: user.length }),
    ),
    ...(debug && stabs ? stabOutput(writeStabs(module, debug.visits), user.length + 1, symtabIndex, shape) : []),
    table(".shstrtab", SHT.strtab, new Uint8Array(0)),
    {
      ...table(".symtab", SHT.symtab, symbols.bytes),
      link: symtabIndex + 1,
      info: symbols.firstGlobal,
      alignment: shape.wordBytes,
      entrySizeBytes: shape.symbolBytes,
    },
    table(".strtab", SHT.strtab, symbols.names),
    ...symbols.sections.map((bytes) => ({
      ...table(".symtab_shndx", SHT.symtab_shndx, bytes),
      link: symtabIndex,
    })),
    ...relocations,
  ];
  const names = new StringTable();
  const nameOffsets = sections.map((section) => names.add(section.name));
  sections[namesIndex - 1] = table(".shstrtab", SHT.strtab, names.finish());
  const bytes = assemble(sections, nameOffsets, namesIndex, shape);
  if (module.osabi) bytes.set([module.osabi.abi, module.osabi.version], OSABI_AT);
  return bytes;
}

function table(name: string, type: number, bytes: Uint8Array): OutputSection {
  return { name, type, flags: 0, link: 0, info: 0, alignment: 1, entrySizeBytes: 0, bytes, sizeBytes: bytes.length };
}

/** ELF index of each debug section; their relocation sections stand right behind them. */
function placeDebug(sections: readonly DebugSection[], first: number): Map<string, number> {
  const indices = new Map<string, number>();
  let index = first;
  for (const section of sections) {
    indices.set(section.name, index);
    index += section.fixups ? 2 : 1;
  }
  return indices;
}

/** Debug sections that relocations refer to: each has a symbol, in this order. */
const DEBUG_SYMBOLS = [".debug_info", ".debug_abbrev", ".debug_line"] as const;

interface DebugPlace {
  readonly shape: ElfShape;
  readonly symtabIndex: number;
  readonly index: number;
  readonly userCount: number;
}

function debugOutput(section: DebugSection, { shape, symtabIndex, index, userCount }: DebugPlace): OutputSection[] {
  const bytes = section.bytes.slice();
  const main = { ...table(section.name, SHT.progbits, bytes), alignment: section.alignment };
  if (!section.fixups) return [main];
  const writer = new ByteWriter();
  for (const { offset, sizeBytes, target, addend } of section.fixups) {
    const type = relocationFor(shape.machine, "absolute", sizeBytes)!.number;
    const local = "section" in target ? target.section : userCount + DEBUG_SYMBOLS.indexOf(target.debug);
    writeRelocation(writer, shape, { offset, type, symbol: FIRST_SECTION_SYMBOL + local, addend });
    if (!shape.rela) storeField(bytes, offset, sizeBytes, addend);
  }
  return [main, relocationTable(section.name, { index, symtabIndex, shape, bytes: writer.finish() })];
}

/** `.stab`, `.stabstr` and the former's relocations. */
const STAB_SECTIONS = 3;

function stabOutput(stabs: Stabs, index: number, symtabIndex: number, shape: ElfShape): OutputSection[] {
  const writer = new ByteWriter();
  const type = relocationFor(shape.machine, "absolute", 4)!.number;
  for (const { offset, section, addend } of stabs.fixups) {
    writeRelocation(writer, shape, { offset, type, symbol: FIRST_SECTION_SYMBOL + section, addend });
  }
  return [
    { ...table(".stab", SHT.progbits, stabs.entries), link: index + 1, alignment: 4, entrySizeBytes: STAB_BYTES },
    { ...table(".stabstr", SHT.strtab, stabs.strings), alignment: 4 },
    relocationTable(".stab", { index, symtabIndex, shape, bytes: writer.finish() }),
  ];
}

function userSection(section: Section, shape: ElfShape): OutputSection {
  const flags =
    (section.write ? SHF.write : 0) |
    (section.alloc ? SHF.alloc : 0) |
    (section.exec ? SHF.exec : 0) |
    (section.merge ? SHF.merge : 0) |
    (section.strings ? SHF.strings : 0) |
    (section.tls ? SHF.tls : 0);
  const bytes = section.bytes.slice();
  if (!shape.rela) {
    for (const { offset, sizeBytes, addend } of section.fixups) storeField(bytes, offset, sizeBytes, addend);
  }
  return {
    name: section.name,
    type: SHT[section.type],
    flags,
    link: 0,
    info: 0,
    alignment: section.alignment,
    entrySizeBytes: section.entrySizeBytes,
    bytes,
    sizeBytes: section.sizeBytes,
  };
}

/** Little endian. */
function storeField(bytes: Uint8Array, offset: number, sizeBytes: number, value: bigint): void {
  for (let k = 0; k < sizeBytes; k++) bytes[offset + k] = Number((value >> BigInt(8 * k)) & 255n);
}

interface BuiltSymbols {
  readonly bytes: Uint8Array;
  readonly names: Uint8Array;
  readonly firstGlobal: number;
  /** The sections of symbols that have no room for so large a number, if there are some. */
  readonly sections: readonly Uint8Array[];
  /** ELF symbol index of each module symbol. */
  readonly indices: readonly number[];
}

function buildSymbols(module: ObjectModule, shape: ElfShape, debugIndices: ReadonlyMap<string, number>): BuiltSymbols {
  const names = new StringTable();
  const fileName = names.add(module.name);
  const nameOffsets = module.symbols.map((symbol) => names.add(symbol.name));
  const writer = new ByteWriter();
  const sections = new ByteWriter();
  let many = false;
  const write = (symbol: SymbolRecord) => {
    const isLarge = typeof symbol.section === "number" && symbol.section >= SHN.reserved;
    sections.u32(isLarge ? Number(symbol.section) : 0);
    many ||= isLarge;
    writeSymbol(writer, shape, symbol);
  };
  const nothing = { value: 0n, sizeBytes: 0n, info: 0, other: 0 };
  write({ ...nothing, name: 0, section: "undefined" });
  write({ ...nothing, name: fileName, info: STT.file, section: "absolute" });
  for (const k of module.sections.keys()) write({ ...nothing, name: 0, info: STT.section, section: k + 1 });
  // Without any section of its own NASM forgets to say that these are section symbols.
  const debugInfo = module.sections.length > 0 ? STT.section : STT.none;
  const debugSymbols = debugIndices.size > 0 ? DEBUG_SYMBOLS : [];
  for (const name of debugSymbols) {
    write({ ...nothing, name: 0, info: debugInfo, section: debugIndices.get(name)! });
  }
  const locals: number[] = [];
  const globals: number[] = [];
  for (const k of module.symbols.keys()) (isLocal(module.symbols[k]!) ? locals : globals).push(k);
  const firstSymbol = FIRST_SECTION_SYMBOL + module.sections.length + debugSymbols.length;
  const indices = new Array<number>(module.symbols.length);
  for (const [position, k] of [...locals, ...globals].entries()) {
    const symbol = module.symbols[k]!;
    indices[k] = firstSymbol + position;
    const binding = isLocal(symbol) ? STB.local : symbol.binding === "weak" ? STB.weak : STB.global;
    write({
      name: nameOffsets[k]!,
      value: symbol.value,
      sizeBytes: symbol.sizeBytes,
      info: (binding << 4) | STT[symbol.type],
      other: VISIBILITIES.indexOf(symbol.visibility),
      section: typeof symbol.section === "number" ? symbol.section + 1 : symbol.section,
    });
  }
  const firstGlobal = firstSymbol + locals.length;
  const more = many ? [sections.finish()] : [];
  return { bytes: writer.finish(), names: names.finish(), firstGlobal, sections: more, indices };
}

/** A section's number as it stands in 16 bits; `large` stands for one that does not fit. */
const shortIndex = (index: number, large: number): number => (index < SHN.reserved ? index : large);

function symbolSection(section: SymbolRecord["section"]): number {
  if (typeof section === "number") return shortIndex(section, SHN.elsewhere);
  return { absolute: SHN.abs, undefined: SHN.undef, common: SHN.common }[section];
}

interface SymbolRecord {
  readonly name: number;
  readonly value: bigint;
  readonly sizeBytes: bigint;
  readonly info: number;
  readonly other: number;
  readonly section: ModuleSymbol["section"];
}

function writeSymbol(writer: ByteWriter, shape: ElfShape, symbol: SymbolRecord): void {
  writer.u32(symbol.name);
  if (!shape.wide) {
    writer.u32(Number(BigInt.asUintN(32, symbol.value)));
    writer.u32(Number(BigInt.asUintN(32, symbol.sizeBytes)));
  }
  writer.u8(symbol.info);
  writer.u8(symbol.other);
  writer.u16(symbolSection(symbol.section));
  if (shape.wide) {
    writer.u64(symbol.value);
    writer.u64(symbol.sizeBytes);
  }
}

function relocationSection(
  section: Section,
  index: number,
  symtab: number,
  symbolIndices: readonly number[],
  shape: ElfShape,
): OutputSection {
  const writer = new ByteWriter();
  for (const fixup of section.fixups) {
    const row = relocationFor(shape.machine, fixup.kind, fixup.sizeBytes);
    if (!row) continue;
    const { target } = fixup;
    let symbol = 0;
    if ("section" in target) symbol = FIRST_SECTION_SYMBOL + target.section;
    else if ("symbol" in target) symbol = symbolIndices[target.symbol]!;
    writeRelocation(writer, shape, { offset: fixup.offset, type: row.number, symbol, addend: fixup.addend });
  }
  return relocationTable(section.name, { index, symtabIndex: symtab, shape, bytes: writer.finish() });
}

interface RelocationRecord {
  readonly offset: number;
  readonly type: number;
  readonly symbol: number;
  readonly addend: bigint;
}

function writeRelocation(
  writer: ByteWriter,
  shape: ElfShape,
  { offset, type, symbol, addend }: RelocationRecord,
): void {
  if (shape.wide) {
    writer.u64(BigInt(offset));
    writer.u64((BigInt(symbol) << 32n) | BigInt(type));
    writer.u64(addend);
    return;
  }
  writer.u32(offset);
  writer.u32(((symbol << 8) | type) >>> 0);
  if (shape.rela) writer.u32(Number(BigInt.asUintN(32, addend)));
}

interface RelocationTable {
  /** ELF index of the section it is about. */
  readonly index: number;
  readonly symtabIndex: number;
  readonly shape: ElfShape;
  readonly bytes: Uint8Array;
}

function relocationTable(name: string, { index, symtabIndex, shape, bytes }: RelocationTable): OutputSection {
  return {
    ...table(`${shape.rela ? ".rela" : ".rel"}${name}`, shape.rela ? SHT.rela : SHT.rel, bytes),
    link: symtabIndex,
    info: index,
    alignment: shape.wordBytes,
    entrySizeBytes: shape.relocationBytes,
  };
}

function assemble(
  sections: readonly OutputSection[],
  nameOffsets: readonly number[],
  namesIndex: number,
  shape: ElfShape,
): Uint8Array {
  const writer = new ByteWriter();
  writeHeader(writer, shape, sections.length + 1, namesIndex);
  writer.fill(0, SECTION_HEADERS_AT - writer.length);
  let offset = SECTION_HEADERS_AT + (sections.length + 1) * shape.sectionHeaderBytes;
  offset += -offset & (CONTENT_ALIGNMENT - 1);
  const count = sections.length + 1;
  const first = {
    ...table("", SHT.null, new Uint8Array(0)),
    alignment: 0,
    // What has no room in the header stands here. NASM forgets the smallest number of that kind.
    sizeBytes: count > SHN.reserved ? count : 0,
    link: namesIndex >= SHN.reserved ? namesIndex : 0,
  };
  writeSectionHeader(writer, shape, first, 0, 0);
  for (const [k, section] of sections.entries()) {
    writeSectionHeader(writer, shape, section, nameOffsets[k]!, offset);
    offset += section.bytes.length + (-section.bytes.length & (CONTENT_ALIGNMENT - 1));
  }
  writer.align(CONTENT_ALIGNMENT);
  for (const section of sections) {
    writer.bytes(section.bytes);
    writer.align(CONTENT_ALIGNMENT);
  }
  return writer.finish();
}

function writeHeader(writer: ByteWriter, shape: ElfShape, sectionCount: number, namesIndex: number): void {
  const word = (value: number) => (shape.wide ? writer.u64(BigInt(value)) : writer.u32(value));
  writer.bytes([0x7f, 0x45, 0x4c, 0x46, shape.wide ? 2 : 1, 1, 1, 0]);
  writer.fill(0, 8);
  writer.u16(ET.rel);
  writer.u16(shape.machine);
  writer.u32(1);
  word(0);
  word(0);
  word(SECTION_HEADERS_AT);
  writer.u32(0);
  writer.u16(shape.headerBytes);
  writer.u16(0);
  writer.u16(0);
  writer.u16(shape.sectionHeaderBytes);
  writer.u16(shortIndex(sectionCount, 0));
  writer.u16(shortIndex(namesIndex, SHN.elsewhere));
}

function writeSectionHeader(
  writer: ByteWriter,
  shape: ElfShape,
  section: OutputSection,
  name: number,
  offset: number,
): void {
  const word = (value: number) => (shape.wide ? writer.u64(BigInt(value)) : writer.u32(value));
  writer.u32(name);
  writer.u32(section.type);
  word(section.flags);
  word(0);
  word(offset);
  word(section.sizeBytes);
  writer.u32(section.link);
  writer.u32(section.info);
  word(section.alignment);
  word(section.entrySizeBytes);
}
