// A linked program → ELF executable that Linux runs: headers, the sections at their file offsets, then symbol table, string
// tables and section headers, as ld orders them.

import { ByteWriter } from "../base/byte-writer.ts";
import { type ElfShape, ET, SHAPES, SHF, SHN, SHT, STB, STT } from "./elf.ts";
import type { Image, ImageSymbol } from "./image.ts";
import type { LinkLayout, OutputSection } from "./link-layout.ts";
import type { PlannedSegment, SegmentPlan } from "./link-segments.ts";
import type { DebugSection } from "./write-dwarf.ts";

/** Bytes of ELF header and program headers: ld's SIZEOF_HEADERS. */
export function executableHeaderBytes(bits: 32 | 64, programHeaders: number): number {
  const shape = shapeOf(bits);
  return shape.headerBytes + programHeaders * shape.programHeaderBytes;
}

const shapeOf = (bits: 32 | 64): ElfShape => (bits === 64 ? SHAPES.elf64 : SHAPES.elf32);

export interface ExecutableInputs {
  /** Symbols, entry, bits; its segments are not asked for. */
  readonly image: Image;
  readonly layout: LinkLayout;
  readonly plan: SegmentPlan;
  /** Bytes of each output section. */
  readonly contents: readonly Uint8Array[];
  readonly debug: readonly DebugSection[];
}

interface Table {
  readonly name: string;
  readonly type: number;
  readonly bytes: Uint8Array;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entrySizeBytes: number;
}

/** The whole file. */
export function writeExecutable({ image, layout, plan, contents, debug }: ExecutableInputs): Uint8Array {
  const shape = shapeOf(image.bits);
  const writer = new ByteWriter();
  const headerBytes = executableHeaderBytes(image.bits, plan.headers.length);
  writer.fill(0, headerBytes);
  for (const [k, section] of layout.sections.entries()) {
    if (section.nobits) continue;
    const gap = plan.sectionOffsets[k]! - writer.length;
    writer.fill(0, gap);
    writer.bytes(contents[k]!);
  }
  const debugTables = debug.map(
    ({ name, bytes, alignment }): Table => ({ ...NO_TABLE, name, type: SHT.progbits, bytes, alignment }),
  );
  const tables = [...debugTables, ...symbolTables(image, layout, shape, debug.length)];
  const names = new ByteWriter();
  names.u8(0);
  const nameOf = (text: string): number => {
    const offset = names.length;
    names.bytes(new TextEncoder().encode(text));
    names.u8(0);
    return offset;
  };
  const headers: (readonly number[])[] = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]];
  for (const [k, section] of layout.sections.entries()) {
    headers.push(sectionHeader(section, nameOf(section.name), plan.sectionOffsets[k]!));
  }
  for (const table of [...tables, undefined]) {
    const name = nameOf(table?.name ?? ".shstrtab");
    writer.align(table?.alignment ?? 1);
    const bytes = table?.bytes ?? names.finish();
    const { type, link, info, alignment, entrySizeBytes } = table ?? { ...NO_TABLE };
    headers.push([name, type, 0, 0, writer.length, bytes.length, link, info, alignment, entrySizeBytes]);
    writer.bytes(bytes);
  }
  writer.align(shape.wordBytes);
  const headersAt = writer.length;
  for (const header of headers) writeSectionHeader(writer, shape, header);
  const file = writer.finish();
  const head = new ByteWriter();
  writeFileHeader(head, shape, {
    entry: image.entry,
    programHeaders: plan.headers.length,
    headersAt,
    sections: headers.length,
  });
  for (const header of plan.headers) writeProgramHeader(head, shape, header);
  file.set(head.finish(), 0);
  return file;
}

const NO_TABLE = { type: SHT.strtab, link: 0, info: 0, alignment: 1, entrySizeBytes: 0 } as const;

function sectionHeader(section: OutputSection, name: number, offset: number): readonly number[] {
  const flags =
    SHF.alloc |
    (section.write ? SHF.write : 0) |
    (section.exec ? SHF.exec : 0) |
    (section.tls ? SHF.tls : 0) |
    (section.merge ? SHF.merge : 0) |
    (section.strings ? SHF.strings : 0);
  const type = section.nobits ? SHT.nobits : SHT[section.type === "nobits" ? "progbits" : section.type];
  return [
    name,
    type,
    flags,
    section.address,
    offset,
    section.sizeBytes,
    0,
    0,
    section.alignment,
    section.entrySizeBytes,
  ];
}

/** .symtab (locals first, a FILE symbol before each module's) and .strtab. */
function symbolTables(image: Image, layout: LinkLayout, shape: ElfShape, debugCount: number): Table[] {
  const strings = new ByteWriter();
  strings.u8(0);
  const offsets = new Map<string, number>();
  const nameOf = (text: string): number => {
    const known = offsets.get(text);
    if (known !== undefined) return known;
    const offset = strings.length;
    offsets.set(text, offset);
    strings.bytes(new TextEncoder().encode(text));
    strings.u8(0);
    return offset;
  };
  const own = image.symbols.filter((symbol) => symbol.section < layout.sections.length && symbol.module !== "libc");
  const records: (readonly number[])[] = [[0, 0, 0, 0, 0]];
  for (const module of image.modules) {
    const locals = own.filter((symbol) => !symbol.global && symbol.module === module);
    if (locals.length === 0) continue;
    records.push([nameOf(module), 0, 0, (STB.local << 4) | STT.file, SHN.abs]);
    for (const symbol of locals) records.push(symbolRecord(symbol, nameOf(symbol.name)));
  }
  const firstGlobal = records.length;
  for (const symbol of own) if (symbol.global) records.push(symbolRecord(symbol, nameOf(symbol.name)));
  for (const name of ["__bss_start", "_edata", "_end"]) {
    if (own.some((symbol) => symbol.name === name)) continue;
    const section = layout.sections.length || SHN.abs;
    records.push([nameOf(name), layout.provided.get(name) ?? 0, 0, STB.global << 4, section]);
  }
  const table = new ByteWriter();
  for (const record of records) writeSymbol(table, shape, record);
  const symtabIndex = layout.sections.length + debugCount + 1;
  return [
    {
      name: ".symtab",
      type: SHT.symtab,
      bytes: table.finish(),
      link: symtabIndex + 1,
      info: firstGlobal,
      alignment: shape.wordBytes,
      entrySizeBytes: shape.symbolBytes,
    },
    { ...NO_TABLE, name: ".strtab", bytes: strings.finish() },
  ];
}

/** Name, value, size, info, section index. */
function symbolRecord(symbol: ImageSymbol, name: number): readonly number[] {
  const info = (symbol.global ? STB.global : STB.local) << 4;
  return [name, symbol.address, symbol.sizeBytes, info, symbol.section < 0 ? SHN.abs : symbol.section + 1];
}

function writeSymbol(writer: ByteWriter, shape: ElfShape, record: readonly number[]): void {
  const [name, value, sizeBytes, info, section] = record as [number, number, number, number, number];
  writer.u32(name);
  if (!shape.wide) {
    writer.u32(value);
    writer.u32(sizeBytes);
  }
  writer.u8(info);
  writer.u8(0);
  writer.u16(section);
  if (shape.wide) {
    writer.u64(BigInt(value));
    writer.u64(BigInt(sizeBytes));
  }
}

const WORDS_OF_SECTION_HEADER = new Set([2, 3, 4, 5, 8, 9]);

/** Fields in ELF's order: name, type, flags, address, offset, size, link, info, alignment, entry size. */
function writeSectionHeader(writer: ByteWriter, shape: ElfShape, fields: readonly number[]): void {
  for (const [k, field] of fields.entries()) {
    if (shape.wide && WORDS_OF_SECTION_HEADER.has(k)) writer.u64(BigInt(field));
    else writer.u32(field);
  }
}

function writeProgramHeader(writer: ByteWriter, shape: ElfShape, header: PlannedSegment): void {
  const word = (value: number) => (shape.wide ? writer.u64(BigInt(value)) : writer.u32(value));
  writer.u32(header.type);
  if (shape.wide) writer.u32(header.flags);
  word(header.fileOffset);
  word(header.address);
  word(header.address);
  word(header.fileBytes);
  word(header.memoryBytes);
  if (!shape.wide) writer.u32(header.flags);
  word(header.alignment);
}

interface FileHeader {
  readonly entry: number;
  readonly programHeaders: number;
  readonly headersAt: number;
  readonly sections: number;
}

function writeFileHeader(writer: ByteWriter, shape: ElfShape, header: FileHeader): void {
  const word = (value: number) => (shape.wide ? writer.u64(BigInt(value)) : writer.u32(value));
  writer.bytes([0x7f, 0x45, 0x4c, 0x46, shape.wide ? 2 : 1, 1, 1, 0]);
  writer.fill(0, 8);
  writer.u16(ET.exec);
  writer.u16(shape.machine);
  writer.u32(1);
  word(header.entry);
  word(shape.headerBytes);
  word(header.headersAt);
  writer.u32(0);
  writer.u16(shape.headerBytes);
  writer.u16(shape.programHeaderBytes);
  writer.u16(header.programHeaders);
  writer.u16(shape.sectionHeaderBytes);
  writer.u16(header.sections);
  writer.u16(header.sections - 1);
}
