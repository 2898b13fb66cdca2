// A linked program → ELF executable that Linux runs: headers, the sections at their file offsets, then symbol table, string
// tables and section headers, as ld orders them.

import { ByteWriter } from "../base/byte-writer.ts";
import { type ElfShape, ET, SHAPES, SHF, SHT } from "./elf.ts";
import type { Image } from "./image.ts";
import type { LinkLayout, OutputSection } from "./link-layout.ts";
import type { PlannedSegment, SegmentPlan } from "./link-segments.ts";
import type { Symtab } from "./link-symtab.ts";
import { finishStrings } from "./string-table.ts";
import type { DebugSection } from "./write-dwarf.ts";

/** Bytes of ELF header and program headers: ld's SIZEOF_HEADERS. */
export function executableHeaderBytes(bits: 32 | 64, programHeaders: number): number {
  const shape = shapeOf(bits);
  return shape.headerBytes + programHeaders * shape.programHeaderBytes;
}

export const shapeOf = (bits: 32 | 64): ElfShape => (bits === 64 ? SHAPES.elf64 : SHAPES.elf32);

export interface ExecutableInputs {
  /** Symbols, entry, bits; its segments are not asked for. */
  readonly image: Image;
  readonly layout: LinkLayout;
  readonly plan: SegmentPlan;
  /** Bytes of each output section. */
  readonly contents: readonly Uint8Array[];
  readonly debug: readonly DebugSection[];
  readonly symtab: Symtab;
}

interface Table {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly bytes: Uint8Array;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entrySizeBytes: number;
}

/** The whole file. */
export function writeExecutable(inputs: ExecutableInputs): Uint8Array {
  const { image, layout, plan, contents } = inputs;
  const shape = shapeOf(image.bits);
  const writer = new ByteWriter();
  writer.fill(0, executableHeaderBytes(image.bits, plan.headers.length));
  for (const [k, section] of layout.sections.entries()) {
    if (section.nobits) continue;
    writer.fill(0, plan.sectionOffsets[k]! - writer.length);
    writer.bytes(contents[k]!);
  }
  const tables = fileTables(inputs, shape);
  const names = finishStrings([
    ...[".symtab", ".strtab", ".shstrtab"],
    ...layout.sections.map(({ name }) => name),
    ...tables.map(({ name }) => name),
  ]);
  tables.push({ ...NO_TABLE, name: ".shstrtab", bytes: names.bytes });
  const headers: (readonly number[])[] = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]];
  for (const [k, section] of layout.sections.entries()) {
    headers.push(sectionHeader(section, names.offsetOf(section.name), plan.sectionOffsets[k]!));
  }
  for (const { name, bytes, type, flags, link, info, alignment, entrySizeBytes } of tables) {
    writer.align(alignment);
    const offset = names.offsetOf(name);
    headers.push([offset, type, flags, 0, writer.length, bytes.length, link, info, alignment, entrySizeBytes]);
    writer.bytes(bytes);
  }
  writer.align(shape.wordBytes);
  const headersAt = writer.length;
  for (const header of headers) writeSectionHeader(writer, shape, header);
  const file = writer.finish();
  const head = new ByteWriter();
  const counts = { programHeaders: plan.headers.length, headersAt, sections: headers.length };
  writeFileHeader(head, shape, { entry: image.entry, ...counts });
  for (const header of plan.headers) writeProgramHeader(head, shape, header);
  file.set(head.finish(), 0);
  return file;
}

/** What stands behind the program in the file: comments and debug information, symbols and their names. */
function fileTables({ layout, contents, debug, symtab }: ExecutableInputs, shape: ElfShape): Table[] {
  const others = layout.others.map((section, k): Table => {
    const [, type, flags] = sectionHeader(section, 0, 0) as [number, number, number];
    const { name, alignment, entrySizeBytes } = section;
    const bytes = contents[layout.sections.length + k]!;
    return { ...NO_TABLE, name, type, flags: flags & ~SHF.alloc, bytes, alignment, entrySizeBytes };
  });
  const own = debug.map(
    ({ name, bytes, alignment }): Table => ({ ...NO_TABLE, name, type: SHT.progbits, bytes, alignment }),
  );
  const symtabIndex = layout.sections.length + others.length + own.length + 1;
  return [
    ...others,
    ...own,
    {
      name: ".symtab",
      type: SHT.symtab,
      flags: 0,
      bytes: symtab.bytes,
      link: symtabIndex + 1,
      info: symtab.firstGlobal,
      alignment: shape.wordBytes,
      entrySizeBytes: shape.symbolBytes,
    },
    { ...NO_TABLE, name: ".strtab", bytes: symtab.strings },
  ];
}

const NO_TABLE = { type: SHT.strtab, flags: 0, link: 0, info: 0, alignment: 1, entrySizeBytes: 0 } as const;

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
