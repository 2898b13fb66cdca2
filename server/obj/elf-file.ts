// The skeleton of an ELF file: header, section and program headers, symbols and relocations as records, whatever the class.
// Everything is checked against the file's length once, so that what builds on it need not doubt an offset again.

import { decodeText } from "../base/byte-text.ts";
import { type ElfShape, EM, PT, SHAPES, SHN, SHT } from "./elf.ts";

export interface ElfSection {
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly address: number;
  readonly offset: number;
  readonly sizeBytes: number;
  readonly link: number;
  readonly info: number;
  readonly alignment: number;
  readonly entrySizeBytes: number;
  /** Contents; empty for SHT_NOBITS. */
  readonly bytes: Uint8Array;
}

export interface ElfSegment {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  readonly fileBytes: number;
  readonly memoryBytes: number;
  readonly alignment: number;
}

export interface ElfSymbol {
  readonly name: string;
  /** Offset of the name in the string table. */
  readonly nameOffset: number;
  readonly binding: number;
  readonly type: number;
  readonly visibility: number;
  /** ELF section index or SHN_*. */
  readonly section: number;
  readonly value: bigint;
  readonly sizeBytes: bigint;
}

export interface ElfRelocation {
  readonly offset: number;
  readonly type: number;
  /** Index in the symbol table. */
  readonly symbol: number;
  /** undefined when it stands in the field (SHT_REL). */
  readonly addend: bigint | undefined;
}

export interface ElfFile {
  readonly shape: ElfShape;
  readonly type: number;
  readonly entry: bigint;
  readonly sections: readonly ElfSection[];
  readonly segments: readonly ElfSegment[];
}

/** Of the larger class. */
const HEADER_BYTES = 64;

/** True when the bytes start as every ELF file does. */
export const isElf = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;

/** Reads fields of one record; `wide` fields are 4 or 8 bytes by class. */
class Fields {
  readonly #view: DataView;
  readonly #wide: boolean;
  #at: number;
  constructor(view: DataView, at: number, wide: boolean) {
    this.#view = view;
    this.#at = at;
    this.#wide = wide;
  }
  u8(): number {
    return this.#view.getUint8(this.#at++);
  }
  u16(): number {
    this.#at += 2;
    return this.#view.getUint16(this.#at - 2, true);
  }
  u32(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }
  word(): bigint {
    this.#at += this.#wide ? 8 : 4;
    return this.#wide ? this.#view.getBigUint64(this.#at - 8, true) : BigInt(this.#view.getUint32(this.#at - 4, true));
  }
  /** A word as a number; larger ones than 2^53 lose digits and then fail every range check. */
  number(): number {
    return Number(this.word());
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The NUL-terminated Latin-1 string at `offset`; "" when out of range. */
export function stringAt(table: Uint8Array, offset: number): string {
  if (offset >= table.length) return "";
  const end = table.indexOf(0, offset);
  return decodeText(table.subarray(offset, end < 0 ? table.length : end));
}

/** The kernel sees zeros where a file ends within its header. */
function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length >= HEADER_BYTES) return bytes;
  const header = new Uint8Array(HEADER_BYTES);
  header.set(bytes);
  return header;
}

/** Whether an executable is one for 64 bits: the kernel asks the machine, and looks at nothing of e_ident but its first bytes. */
function isWideProgram(header: DataView): boolean {
  const isX32 = header.getUint8(4) === 1 && header.getUint16(42, true) === SHAPES.elfx32.programHeaderBytes;
  return header.getUint16(18, true) === EM.x86_64 && !isX32;
}

/**
 * @returns the file's skeleton, or a sentence that says what is wrong with it. Where sections are for information only
 * (the kernel does not look at an executable's), broken ones count as none, and only what is loaded must be in the file.
 */
export function readElfFile(
  bytes: Uint8Array,
  { sections: use }: { readonly sections: "needed" | "for information" } = { sections: "needed" },
): ElfFile | string {
  if (!isElf(bytes)) return "not an ELF file";
  const view = viewOf(use === "needed" ? bytes : padded(bytes));
  if (view.byteLength < 52) return "the ELF header is cut off";
  const machine = view.getUint16(18, true);
  const isKnown = machine === EM.i386 || machine === EM.i486 || machine === EM.x86_64;
  if (!isKnown && bytes.length < 52) return "the ELF header is cut off";
  if (bytes[5] !== 1 && (use === "needed" || !isKnown)) return "a big-endian ELF file, not one for x86";
  const wide = use === "needed" ? bytes[4] === 2 : isWideProgram(view);
  if (view.byteLength < (wide ? 64 : 52)) return "the ELF header is cut off";
  const shape = wide ? SHAPES.elf64 : machine === EM.x86_64 ? SHAPES.elfx32 : SHAPES.elf32;
  if (!isKnown || (wide && machine !== EM.x86_64)) return "an ELF file for another processor than x86";
  const fields = new Fields(view, 24, wide);
  const entry = fields.word();
  const programHeaders = fields.number();
  const sectionHeaders = fields.number();
  fields.u32();
  fields.u16();
  const programHeaderBytes = fields.u16();
  const segmentCount = fields.u16();
  fields.u16();
  const statedSections = fields.u16();
  const namesIndex = fields.u16();
  if (programHeaders + segmentCount * shape.programHeaderBytes > bytes.length) return "the program headers are cut off";
  if (segmentCount > 0 && programHeaderBytes !== shape.programHeaderBytes)
    return `program headers have ${programHeaderBytes} bytes each instead of ${shape.programHeaderBytes}`;
  const cutOff = sectionHeaders + statedSections * shape.sectionHeaderBytes > bytes.length;
  if (cutOff && use === "needed") return "the section headers are cut off";
  const sectionCount = cutOff ? 0 : statedSections;
  const segments = Array.from({ length: segmentCount }, (_, k) =>
    readSegment(new Fields(view, programHeaders + k * shape.programHeaderBytes, wide), wide),
  );
  const raw = Array.from({ length: sectionCount }, (_, k) =>
    readSection(new Fields(view, sectionHeaders + k * shape.sectionHeaderBytes, wide), bytes),
  );
  const broken = raw.some((section) => section.cutOff) && use === "needed";
  // What a tool has made names its sections; of a header made by hand the kernel takes what is there.
  const missing = segments.some(
    (segment) =>
      segment.offset + segment.fileBytes > bytes.length &&
      (use === "needed" || (segment.type === PT.load && (statedSections > 0 || segment.offset >= bytes.length))),
  );
  if (broken || missing) return "a section or segment reaches past the end of the file";
  const names = raw[namesIndex]?.bytes ?? new Uint8Array(0);
  const sections = raw.map((section) => ({ ...section, name: stringAt(names, section.nameOffset) }));
  return { shape, type: view.getUint16(16, true), entry, sections, segments };
}

function readSegment(fields: Fields, wide: boolean): ElfSegment {
  const type = fields.u32();
  const early = wide ? fields.u32() : 0;
  const offset = fields.number();
  const address = fields.number();
  fields.word();
  const fileBytes = fields.number();
  const memoryBytes = fields.number();
  const flags = wide ? early : fields.u32();
  return { type, flags, offset, address, fileBytes, memoryBytes, alignment: fields.number() };
}

function readSection(fields: Fields, file: Uint8Array) {
  const nameOffset = fields.u32();
  const type = fields.u32();
  const flags = fields.number();
  const address = fields.number();
  const offset = fields.number();
  const sizeBytes = fields.number();
  const link = fields.u32();
  const info = fields.u32();
  const alignment = fields.number();
  const empty = type === SHT.nobits || type === SHT.null;
  const cutOff = !empty && offset + sizeBytes > file.length;
  const bytes = empty || cutOff ? new Uint8Array(0) : file.subarray(offset, offset + sizeBytes);
  const entrySizeBytes = fields.number();
  return { nameOffset, type, flags, address, offset, sizeBytes, link, info, alignment, entrySizeBytes, bytes, cutOff };
}

/** The symbols of a SHT_SYMTAB section, the null symbol included, so that indices are ELF's. */
export function readSymbols(file: ElfFile, table: ElfSection): ElfSymbol[] {
  const names = file.sections[table.link]?.bytes ?? new Uint8Array(0);
  const view = viewOf(table.bytes);
  const { wide, symbolBytes } = file.shape;
  return Array.from({ length: Math.floor(table.bytes.length / symbolBytes) }, (_, k) => {
    const fields = new Fields(view, k * symbolBytes, wide);
    const nameOffset = fields.u32();
    const early = wide ? undefined : { value: fields.word(), sizeBytes: fields.word() };
    const info = fields.u8();
    const visibility = fields.u8() & 3;
    const section = fields.u16();
    const value = early?.value ?? fields.word();
    const sizeBytes = early?.sizeBytes ?? fields.word();
    const name = stringAt(names, nameOffset);
    return { name, nameOffset, binding: info >> 4, type: info & 15, visibility, section, value, sizeBytes };
  });
}

/** The relocations of a SHT_REL or SHT_RELA section. */
export function readRelocations(file: ElfFile, table: ElfSection): ElfRelocation[] {
  const { wide } = file.shape;
  const withAddend = table.type === SHT.rela;
  const word = wide ? 8 : 4;
  const stride = word * (withAddend ? 3 : 2);
  const view = viewOf(table.bytes);
  return Array.from({ length: Math.floor(table.bytes.length / stride) }, (_, k) => {
    const fields = new Fields(view, k * stride, wide);
    const offset = fields.number();
    const info = fields.word();
    const addend = withAddend ? BigInt.asIntN(word * 8, fields.word()) : undefined;
    const shift = wide ? 32n : 8n;
    return { offset, type: Number(info & ((1n << shift) - 1n)), symbol: Number(info >> shift), addend };
  });
}

/** True for section indices that name a section of the file. */
export const isSectionIndex = (file: ElfFile, index: number): boolean =>
  index !== SHN.undef && index < SHN.abs && index < file.sections.length;
