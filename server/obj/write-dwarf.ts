// `-g -F dwarf`: the debug sections NASM 2.16.01 writes: one compile unit, one subprogram, and a line table with a sequence
// for each code section. Byte for byte, oddities included (a first line 1 has no row; no code means empty sections).

import { encodeText } from "../base/byte-text.ts";
import { ByteWriter } from "../base/byte-writer.ts";
import { createSource, lineNumberAt } from "../base/source.ts";
import { type ElfShape, SHAPES } from "./elf.ts";
import type { Image } from "./image.ts";
import { storeField } from "./link-fixups.ts";
import type { LinkLayout } from "./link-layout.ts";
import type { Item, ModuleSymbol, ObjectModule, Section, Visit } from "./object-module.ts";

/** What the line information says about its making. */
export interface DebugInformation {
  /** Absolute folder of the main source, with a slash at its end (DW_AT_comp_dir). */
  readonly directory: string;
  /** "NASM 2.16.01", or "NASM" with --reproducible. */
  readonly producer: string;
  /** In what order the items were assembled; that of the sections when absent. */
  readonly visits?: readonly Visit[] | undefined;
  /** How the lines are written into an object; DWARF when absent. */
  readonly format?: "dwarf" | "stabs";
}

/** How a sequence of rows ends: NASM writes the last distance into one byte, whatever it is, which only objects keep. */
type SequenceEnd = "as-nasm" | "exact";

/** What a relocation in a debug section refers to. */
export type DebugTarget =
  | { readonly section: number }
  | { readonly debug: ".debug_info" | ".debug_abbrev" | ".debug_line" };

export interface DebugFixup {
  readonly offset: number;
  readonly sizeBytes: 4 | 8;
  readonly target: DebugTarget;
  readonly addend: bigint;
}

export interface DebugSection {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly alignment: number;
  /** undefined = no relocation section at all. */
  readonly fixups: readonly DebugFixup[] | undefined;
}

/** Line-number program parameters and opcodes (DWARF 3, 6.2). */
const LINE_BASE = -5;
const LINE_RANGE = 14;
const OPCODE_BASE = 13;
const DW_LNS = { copy: 1, advancePc: 2, advanceLine: 3, setFile: 4 } as const;
const DW_LNE = { endSequence: 1, setAddress: 2 } as const;
const OPCODE_LENGTHS = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];
const DW_LANG_MIPS_ASSEMBLER = 0x8001;
const ABBREVIATIONS = [
  // 1: compile unit with children: low_pc, high_pc: address; stmt_list: data4; name, comp_dir, producer: string; language: data2
  1,
  0x11, 1, 0x11, 0x01, 0x12, 0x01, 0x10, 0x06, 0x03, 0x08, 0x1b, 0x08, 0x25, 0x08, 0x13, 0x05, 0, 0,
  // 2: subprogram without children: low_pc: address; frame_base: data4
  2, 0x2e, 0, 0x11, 0x01, 0x40, 0x06, 0, 0, 0,
];

/** Where a statement's text is, macro bodies included: the line a debugger shows. */
export function lineOf(item: Item): { readonly file: string; readonly line: number } {
  if (!item.expansion) return { file: item.file, line: item.lineNumber };
  if (item.saidLine) return { file: item.saidLine.file, line: item.saidLine.lineNumber };
  return { file: item.span.source.name, line: lineNumberAt(item.span.source, item.span.start) };
}

/** A code section with the line rows that go with it. */
interface CodeSection {
  readonly index: number;
  readonly section: Section;
}

/** The items of a module in the order in which they were assembled, or in that of the sections; in absolute space they have
 * no section. */
export function* itemsInOrder(
  { sections }: ObjectModule,
  assembled: readonly Visit[] | undefined,
): Iterable<{ readonly item: Item; readonly section: number | undefined }> {
  const visits = assembled ?? sections.map((_, section): Visit => ({ section, firstItem: 0 }));
  const next = new Map<number, number>();
  const ends = visits.map(() => 0);
  for (let k = visits.length - 1; k >= 0; k--) {
    const visit = visits[k]!;
    if ("absolute" in visit) continue;
    ends[k] = next.get(visit.section) ?? sections[visit.section]!.items.length;
    next.set(visit.section, visit.firstItem);
  }
  for (const [k, visit] of visits.entries()) {
    const isAbsolute = "absolute" in visit;
    const section = isAbsolute ? undefined : visit.section;
    const items = isAbsolute ? visit.absolute : sections[visit.section]!.items.slice(visit.firstItem, ends[k]);
    for (const item of items) if (item.sizeBytes > 0) yield { item, section };
  }
}

/** The files in the order in which their lines first gave output, and the code sections likewise. */
function inventory(
  module: ObjectModule,
  assembled: readonly Visit[] | undefined,
): { readonly files: readonly string[]; readonly code: readonly CodeSection[] } {
  const files = new Set<string>();
  const code = new Map<number, CodeSection>();
  for (const { item, section: index } of itemsInOrder(module, assembled)) {
    files.add(lineOf(item).file);
    const section = index === undefined ? undefined : module.sections[index]!;
    if (index !== undefined && section?.exec && !code.has(index)) code.set(index, { index, section });
  }
  return { files: files.size > 0 ? [...files] : [module.name], code: [...code.values()] };
}

/** The sections in the order in which they stand in the object. */
export function dwarfSections(
  module: ObjectModule,
  shape: ElfShape,
  debug: DebugInformation,
  end: SequenceEnd = "as-nasm",
): readonly DebugSection[] {
  const { files, code } = inventory(module, debug.visits);
  const empty = new Uint8Array(0);
  const some = code.length > 0;
  const nothing = { bytes: empty, fixups: [] };
  return [
    { name: ".debug_aranges", alignment: 1, ...(some ? addressRanges(code, shape) : nothing) },
    { name: ".debug_pubnames", alignment: 1, bytes: empty, fixups: undefined },
    { name: ".debug_info", alignment: 1, ...(some ? compileUnit(module.name, code, shape, debug) : nothing) },
    { name: ".debug_abbrev", alignment: 1, bytes: some ? Uint8Array.from(ABBREVIATIONS) : empty, fixups: undefined },
    { name: ".debug_line", alignment: 1, ...(some ? lineProgram(files, code, shape, end) : nothing) },
    { name: ".debug_frame", alignment: 8, bytes: empty, fixups: undefined },
    { name: ".debug_loc", alignment: 1, bytes: empty, fixups: undefined },
  ];
}

/** The debug sections of a linked program: its code sections' items as one compile unit, everything at its final address. */
export function executableDebug(image: Image, layout: LinkLayout, debug: DebugInformation): readonly DebugSection[] {
  const nowhere = { source: createSource("", new Uint8Array(0)), start: 0, end: 0 };
  const sections = layout.sections.map((section): Section => {
    const end = section.address + section.sizeBytes;
    const own = image.items.filter((item) => section.exec && item.address >= section.address && item.address < end);
    const items = own.map((item): Item => {
      const { kind, elementSizeBytes, file, lineNumber, sizeBytes, span = nowhere, expansion, saidLine } = item;
      const offset = item.address - section.address;
      const within = { ...(expansion ? { expansion } : {}), ...(saidLine ? { saidLine } : {}) };
      return { offset, sizeBytes, kind, elementSizeBytes, file, lineNumber, span, ...within };
    });
    return { ...section, ...UNLINKED, items };
  });
  const name = image.modules[0] ?? image.name;
  const { bits } = image;
  const module = { name, bits, sections, symbols: [], origin: 0n, executableStack: false };
  const shape = bits === 64 ? SHAPES.elf64 : SHAPES.elf32;
  return dwarfSections(module, shape, debug, "exact").map((section) => {
    const bytes = section.bytes.slice();
    for (const { offset, sizeBytes, target, addend } of section.fixups ?? []) {
      const base = "section" in target ? layout.sections[target.section]!.address : 0;
      storeField(bytes, offset, sizeBytes, BigInt(base) + addend);
    }
    return { ...section, bytes, fixups: undefined };
  });
}

const UNLINKED = { alloc: true, bytes: new Uint8Array(0), fixups: [] } as const;

/** With -g NASM gives a local label the type and size of one element of the data behind it. */
export function withDataTypes(module: ObjectModule): ObjectModule {
  const symbols = module.symbols.map((symbol): ModuleSymbol => {
    const { binding, elementBytes, sizeBytes, type } = symbol;
    const local = binding === "local" || binding === "static";
    if (!local || symbol.section === "absolute" || elementBytes === undefined || sizeBytes !== 0n || type !== "none")
      return symbol;
    return { ...symbol, type: "object", sizeBytes: BigInt(elementBytes) };
  });
  return { ...module, symbols };
}

/** A section being written, with its relocations. */
class DebugWriter {
  readonly writer = new ByteWriter();
  readonly fixups: DebugFixup[] = [];
  readonly #shape: ElfShape;
  constructor(shape: ElfShape) {
    this.#shape = shape;
  }
  /** A machine word, not relocated. */
  word(value: number): void {
    if (this.#shape.wide) this.writer.u64(BigInt(value));
    else this.writer.u32(value);
  }
  relocated(sizeBytes: 4 | 8, target: DebugTarget, addend: number): void {
    this.fixups.push({ offset: this.writer.length, sizeBytes, target, addend: BigInt(addend) });
    this.writer.fill(0, sizeBytes);
  }
  address(section: number, addend: number): void {
    this.relocated(this.#shape.wordBytes, { section }, addend);
  }
  text(value: string): void {
    this.writer.bytes(encodeText(value));
    this.writer.u8(0);
  }
  /** Fills in the length in front and gives the result. */
  finish(): { readonly bytes: Uint8Array; readonly fixups: readonly DebugFixup[] } {
    this.writer.patch(0, 4, BigInt(this.writer.length - 4));
    return { bytes: this.writer.finish(), fixups: this.fixups };
  }
}

/** NASM writes DWARF 2 for i386 and 3 for x86-64. */
const versionOf = (shape: ElfShape): number => (shape.rela ? 3 : 2);

function addressRanges(code: readonly CodeSection[], shape: ElfShape) {
  const out = new DebugWriter(shape);
  const { writer } = out;
  writer.u32(0);
  writer.u16(2);
  out.relocated(4, { debug: ".debug_info" }, 0);
  writer.u8(shape.wordBytes);
  writer.u8(0);
  writer.u32(0);
  for (const { index, section } of code) {
    out.address(index, 0);
    out.word(section.sizeBytes);
  }
  out.word(0);
  out.word(0);
  return out.finish();
}

function compileUnit(name: string, code: readonly CodeSection[], shape: ElfShape, debug: DebugInformation) {
  const out = new DebugWriter(shape);
  const { writer } = out;
  const first = code[0]!.index;
  writer.u32(0);
  writer.u16(versionOf(shape));
  out.relocated(4, { debug: ".debug_abbrev" }, 0);
  writer.u8(shape.wordBytes);
  writer.u8(1);
  out.address(first, 0);
  const totalBytes = code.reduce((sum, { section }) => sum + section.sizeBytes, 0);
  out.address(first, totalBytes);
  out.relocated(4, { debug: ".debug_line" }, 0);
  out.text(name);
  out.text(debug.directory);
  out.text(debug.producer);
  writer.u16(DW_LANG_MIPS_ASSEMBLER);
  writer.u8(2);
  out.address(first, 0);
  // The form says four bytes; NASM writes a word.
  out.word(0);
  writer.u8(0);
  return out.finish();
}

function lineProgram(files: readonly string[], code: readonly CodeSection[], shape: ElfShape, end: SequenceEnd) {
  const out = new DebugWriter(shape);
  const { writer } = out;
  writer.u32(0);
  writer.u16(versionOf(shape));
  writer.u32(0);
  const headerStart = writer.length;
  writer.bytes([1, 1, LINE_BASE & 255, LINE_RANGE, OPCODE_BASE, ...OPCODE_LENGTHS]);
  writer.u8(0);
  for (const file of files) {
    out.text(file);
    writer.bytes([0, 0, 0]);
  }
  writer.u8(0);
  writer.patch(headerStart - 4, 4, BigInt(writer.length - headerStart));
  for (const one of code) lineSequence(out, files, one, { shape, end });
  return out.finish();
}

function lineSequence(
  out: DebugWriter,
  files: readonly string[],
  { index, section }: CodeSection,
  { shape, end }: { readonly shape: ElfShape; readonly end: SequenceEnd },
): void {
  const { writer } = out;
  writer.bytes([0, shape.wordBytes + 1, DW_LNE.setAddress]);
  out.address(index, 0);
  let file = 1;
  let line = 1;
  let offset = 0;
  for (const item of section.items) {
    if (item.sizeBytes === 0) continue;
    const now = lineOf(item);
    const number = files.indexOf(now.file) + 1;
    if (number !== file) {
      writer.u8(DW_LNS.setFile);
      writer.u8(number);
      file = number;
    }
    if (now.line === line) continue;
    writeRow(writer, now.line - line, item.offset - offset);
    line = now.line;
    offset = item.offset;
  }
  writer.u8(DW_LNS.advancePc);
  if (end === "as-nasm") writer.u8((section.sizeBytes - offset) & 255);
  else unsigned(writer, section.sizeBytes - offset);
  writer.bytes([0, 1, DW_LNE.endSequence]);
}

function writeRow(writer: ByteWriter, lineDelta: number, addressDelta: number): void {
  const special = lineDelta - LINE_BASE + LINE_RANGE * addressDelta + OPCODE_BASE;
  if (lineDelta >= LINE_BASE && lineDelta < LINE_BASE + LINE_RANGE && special < 256) {
    writer.u8(special);
    return;
  }
  writer.u8(DW_LNS.advanceLine);
  signed(writer, lineDelta);
  if (addressDelta) {
    writer.u8(DW_LNS.advancePc);
    unsigned(writer, addressDelta);
  }
  writer.u8(DW_LNS.copy);
}

/** LEB128. */
function unsigned(writer: ByteWriter, value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    writer.u8((rest & 0x7f) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  writer.u8(rest);
}

function signed(writer: ByteWriter, value: number): void {
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && !(low & 0x40)) || (rest === -1 && low & 0x40)) {
      writer.u8(low);
      return;
    }
    writer.u8(low | 0x80);
  }
}
