// ObjectModule → relocatable ELF object, bit for bit as NASM 2.16.01 lays it out: section headers at 0x40, contents padded
// to 16, user sections first, then .shstrtab, .symtab, .strtab and a relocation section for each section that has fixups;
// symbols are null, file, one a section, locals, globals.

import { ByteWriter } from "../base/byte-writer.ts";
import { type ElfShape, ET, relocationFor, SHAPES, SHF, SHN, SHT, STB, STT, VISIBILITIES } from "./elf.ts";
import type { Fixup, ModuleSymbol, ObjectModule, Section } from "./object-module.ts";

const SECTION_HEADERS_AT = 0x40;
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
    this.#writer.bytes(new TextEncoder().encode(text));
    this.#writer.u8(0);
    return offset;
  }
  finish(): Uint8Array {
    return this.#writer.finish();
  }
}

const isLocal = (symbol: ModuleSymbol): boolean => symbol.binding === "local" || symbol.binding === "static";

/** Writes the object. Fixups must be ones the format can store (`relocationFor`); others are left out. */
export function writeElf(module: ObjectModule, format: "elf32" | "elfx32" | "elf64"): Uint8Array {
  const shape = SHAPES[format];
  const symbols = buildSymbols(module, shape);
  const user = module.sections.map((section): OutputSection => userSection(section, shape));
  const symtabIndex = user.length + 2;
  const relocations = module.sections.flatMap((section, k): OutputSection[] =>
    section.fixups.length === 0 ? [] : [relocationSection(section, k + 1, symtabIndex, symbols.indices, shape)],
  );
  const plain = { flags: 0, link: 0, info: 0, alignment: 1, entrySizeBytes: 0 };
  const table = (name: string, type: number, bytes: Uint8Array): OutputSection => ({
    ...plain,
    name,
    type,
    bytes,
    sizeBytes: bytes.length,
  });
  const sections = [
    ...user,
    table(".shstrtab", SHT.strtab, new Uint8Array(0)),
    {
      ...table(".symtab", SHT.symtab, symbols.bytes),
      link: symtabIndex + 1,
      info: symbols.firstGlobal,
      alignment: shape.wordBytes,
      entrySizeBytes: shape.symbolBytes,
    },
    table(".strtab", SHT.strtab, symbols.names),
    ...relocations,
  ];
  const names = new StringTable();
  const nameOffsets = sections.map((section) => names.add(section.name));
  const nameBytes = names.finish();
  sections[user.length] = table(".shstrtab", SHT.strtab, nameBytes);
  return assemble(sections, nameOffsets, user.length + 1, shape);
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
  if (!shape.rela) for (const fixup of section.fixups) storeAddend(bytes, fixup);
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

function storeAddend(bytes: Uint8Array, fixup: Fixup): void {
  for (let k = 0; k < fixup.sizeBytes; k++) bytes[fixup.offset + k] = Number((fixup.addend >> BigInt(8 * k)) & 255n);
}

interface BuiltSymbols {
  readonly bytes: Uint8Array;
  readonly names: Uint8Array;
  readonly firstGlobal: number;
  /** ELF symbol index of each module symbol. */
  readonly indices: readonly number[];
}

function buildSymbols(module: ObjectModule, shape: ElfShape): BuiltSymbols {
  const names = new StringTable();
  const fileName = names.add(module.name);
  const nameOffsets = module.symbols.map((symbol) => names.add(symbol.name));
  const writer = new ByteWriter();
  const nothing = { value: 0n, sizeBytes: 0n, info: 0, other: 0 };
  writeSymbol(writer, shape, { ...nothing, name: 0, section: SHN.undef });
  writeSymbol(writer, shape, { ...nothing, name: fileName, info: STT.file, section: SHN.abs });
  for (const k of module.sections.keys()) {
    writeSymbol(writer, shape, { ...nothing, name: 0, info: STT.section, section: k + 1 });
  }
  const order = module.symbols.keys();
  const locals: number[] = [];
  const globals: number[] = [];
  for (const k of order) (isLocal(module.symbols[k]!) ? locals : globals).push(k);
  const firstSymbol = FIRST_SECTION_SYMBOL + module.sections.length;
  const indices = new Array<number>(module.symbols.length);
  for (const [position, k] of [...locals, ...globals].entries()) {
    const symbol = module.symbols[k]!;
    indices[k] = firstSymbol + position;
    const binding = isLocal(symbol) ? STB.local : symbol.binding === "weak" ? STB.weak : STB.global;
    writeSymbol(writer, shape, {
      name: nameOffsets[k]!,
      value: symbol.value,
      sizeBytes: symbol.sizeBytes,
      info: (binding << 4) | STT[symbol.type],
      other: VISIBILITIES.indexOf(symbol.visibility),
      section: sectionIndex(symbol),
    });
  }
  return { bytes: writer.finish(), names: names.finish(), firstGlobal: firstSymbol + locals.length, indices };
}

function sectionIndex(symbol: ModuleSymbol): number {
  if (typeof symbol.section === "number") return symbol.section + 1;
  return { absolute: SHN.abs, undefined: SHN.undef, common: SHN.common }[symbol.section];
}

interface SymbolRecord {
  readonly name: number;
  readonly value: bigint;
  readonly sizeBytes: bigint;
  readonly info: number;
  readonly other: number;
  readonly section: number;
}

function writeSymbol(writer: ByteWriter, shape: ElfShape, symbol: SymbolRecord): void {
  writer.u32(symbol.name);
  if (!shape.wide) {
    writer.u32(Number(BigInt.asUintN(32, symbol.value)));
    writer.u32(Number(BigInt.asUintN(32, symbol.sizeBytes)));
  }
  writer.u8(symbol.info);
  writer.u8(symbol.other);
  writer.u16(symbol.section);
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
    const symbol = "section" in target ? FIRST_SECTION_SYMBOL + target.section : symbolIndices[target.symbol]!;
    if (shape.wide) {
      writer.u64(BigInt(fixup.offset));
      writer.u64((BigInt(symbol) << 32n) | BigInt(row.number));
      writer.u64(fixup.addend);
    } else {
      writer.u32(fixup.offset);
      writer.u32(((symbol << 8) | row.number) >>> 0);
      if (shape.rela) writer.u32(Number(BigInt.asUintN(32, fixup.addend)));
    }
  }
  const bytes = writer.finish();
  return {
    name: `${shape.rela ? ".rela" : ".rel"}${section.name}`,
    type: shape.rela ? SHT.rela : SHT.rel,
    flags: 0,
    link: symtab,
    info: index,
    alignment: shape.wordBytes,
    entrySizeBytes: shape.relocationBytes,
    bytes,
    sizeBytes: bytes.length,
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
  writer.fill(0, shape.sectionHeaderBytes);
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
  writer.u16(sectionCount);
  writer.u16(namesIndex);
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
