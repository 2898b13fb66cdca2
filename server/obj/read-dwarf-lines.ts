// .debug_line (DWARF 2 to 5) → rows of address, file and line: what nasm -g, as and gcc write, so that given objects and
// executables have source lines. A table that makes no sense gives the rows up to there.

import { stringAt } from "./elf-file.ts";

/** A run of bytes [address, end) that came from one line. */
export interface LineRun {
  /** What the address counts from: an ELF section index in objects, 0 (absolute) in executables. */
  readonly section: number;
  readonly address: number;
  readonly end: number;
  readonly file: string;
  readonly line: number;
}

export interface LineTableInput {
  readonly bytes: Uint8Array;
  /** Relocations of the section by offset: section index and value. */
  readonly relocations: ReadonlyMap<number, { readonly section: number; readonly value: number }>;
  /** .debug_line_str and .debug_str. */
  readonly lineStrings: Uint8Array;
  readonly strings: Uint8Array;
}

const MAX_ROWS = 2_000_000;
const DW_FORM = {
  string: 0x08,
  data1: 0x0b,
  data2: 0x05,
  data4: 0x06,
  data8: 0x07,
  udata: 0x0f,
  strp: 0x0e,
  lineStrp: 0x1f,
  data16: 0x1e,
  block: 0x09,
} as const;
const DW_LNCT_PATH = 1;
const DW_LNCT_DIRECTORY = 2;

/** Reads numbers and strings; out of range it throws RangeError, caught by `readLineRuns`. */
class Cursor {
  readonly input: LineTableInput;
  readonly #view: DataView;
  at: number;
  constructor(input: LineTableInput, at: number) {
    this.input = input;
    this.#view = new DataView(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength);
    this.at = at;
  }
  fixed(sizeBytes: 1 | 2 | 4 | 8): number {
    const at = this.at;
    this.at += sizeBytes;
    if (sizeBytes === 1) return this.#view.getUint8(at);
    if (sizeBytes === 2) return this.#view.getUint16(at, true);
    if (sizeBytes === 4) return this.#view.getUint32(at, true);
    return Number(this.#view.getBigUint64(at, true));
  }
  i8(): number {
    return (this.fixed(1) << 24) >> 24;
  }
  /** A field that may be relocated. */
  reference(sizeBytes: 4 | 8): { readonly section: number; readonly value: number } {
    const at = this.at;
    const value = this.fixed(sizeBytes);
    return this.input.relocations.get(at) ?? { section: 0, value };
  }
  unsigned(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.fixed(1);
      value += (byte & 0x7f) * factor;
      if (!(byte & 0x80)) return value;
    }
  }
  signed(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.fixed(1);
      value += (byte & 0x7f) * factor;
      if (!(byte & 0x80)) return byte & 0x40 ? value - factor * 128 : value;
    }
  }
  text(): string {
    const value = stringAt(this.input.bytes, this.at);
    const end = this.input.bytes.indexOf(0, this.at);
    if (end < 0) throw new RangeError("unterminated string");
    this.at = end + 1;
    return value;
  }
}

interface Header {
  readonly end: number;
  readonly program: number;
  readonly version: number;
  readonly minimumBytes: number;
  readonly lineBase: number;
  readonly lineRange: number;
  readonly opcodeBase: number;
  readonly operandCounts: readonly number[];
  /** Index as the program counts files. */
  readonly files: readonly string[];
}

/** All runs of all tables in the section. */
export function readLineRuns(input: LineTableInput): LineRun[] {
  const runs: LineRun[] = [];
  let at = 0;
  try {
    while (at + 4 < input.bytes.length && runs.length < MAX_ROWS) {
      const header = readHeader(input, at);
      runProgram(input, header, runs);
      at = header.end;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return runs;
}

function readHeader(input: LineTableInput, at: number): Header {
  const cursor = new Cursor(input, at);
  const first = cursor.fixed(4);
  const wide = first === 0xffffffff;
  const length = wide ? cursor.fixed(8) : first;
  const end = cursor.at + length;
  const version = cursor.fixed(2);
  if (version < 2 || version > 5 || end > input.bytes.length) throw new RangeError("not a line table");
  if (version === 5) cursor.at += 2;
  const headerLength = cursor.fixed(wide ? 8 : 4);
  const program = cursor.at + headerLength;
  const minimumBytes = cursor.fixed(1);
  if (version >= 4) cursor.fixed(1);
  cursor.fixed(1);
  const lineBase = cursor.i8();
  const lineRange = cursor.fixed(1);
  const opcodeBase = cursor.fixed(1);
  const operandCounts = Array.from({ length: Math.max(0, opcodeBase - 1) }, () => cursor.fixed(1));
  const files = version === 5 ? filesOfVersion5(cursor, wide) : filesOfVersion2(cursor);
  if (lineRange === 0) throw new RangeError("not a line table");
  return { end, program, version, minimumBytes, lineBase, lineRange, opcodeBase, operandCounts, files };
}

const inFolder = (folder: string | undefined, name: string): string =>
  folder === undefined || folder === "" || name.startsWith("/") ? name : `${folder.replace(/\/$/, "")}/${name}`;

/** Versions 2 to 4: NUL-terminated lists; files count from 1, folder 0 is the working directory. */
function filesOfVersion2(cursor: Cursor): string[] {
  const folders: (string | undefined)[] = [undefined];
  for (let name = cursor.text(); name !== ""; name = cursor.text()) folders.push(name);
  const files = [""];
  for (let name = cursor.text(); name !== ""; name = cursor.text()) {
    files.push(inFolder(folders[cursor.unsigned()], name));
    cursor.unsigned();
    cursor.unsigned();
  }
  return files;
}

/** Version 5: entries with described formats; both lists count from 0, folder 0 is the working directory. */
function filesOfVersion5(cursor: Cursor, wide: boolean): string[] {
  const folders = readEntries(cursor, wide).map((entry) => entry.path);
  return readEntries(cursor, wide).map(({ path, folder }) =>
    inFolder(folder === 0 ? undefined : folders[folder], path),
  );
}

function readEntries(cursor: Cursor, wide: boolean): { readonly path: string; readonly folder: number }[] {
  const formats = Array.from({ length: cursor.fixed(1) }, () => [cursor.unsigned(), cursor.unsigned()] as const);
  const count = cursor.unsigned();
  if (count > cursor.input.bytes.length) throw new RangeError("not a line table");
  return Array.from({ length: count }, () => {
    let path = "";
    let folder = 0;
    for (const [content, form] of formats) {
      const value = readForm(cursor, form, wide);
      if (content === DW_LNCT_PATH && typeof value === "string") path = value;
      if (content === DW_LNCT_DIRECTORY && typeof value === "number") folder = value;
    }
    return { path, folder };
  });
}

function readForm(cursor: Cursor, form: number, wide: boolean): string | number {
  switch (form) {
    case DW_FORM.string:
      return cursor.text();
    case DW_FORM.lineStrp:
      return stringAt(cursor.input.lineStrings, cursor.reference(wide ? 8 : 4).value);
    case DW_FORM.strp:
      return stringAt(cursor.input.strings, cursor.reference(wide ? 8 : 4).value);
    case DW_FORM.data1:
      return cursor.fixed(1);
    case DW_FORM.data2:
      return cursor.fixed(2);
    case DW_FORM.data4:
      return cursor.fixed(4);
    case DW_FORM.data8:
      return cursor.fixed(8);
    case DW_FORM.udata:
      return cursor.unsigned();
    case DW_FORM.data16:
      cursor.at += 16;
      return 0;
    case DW_FORM.block: {
      const sizeBytes = cursor.unsigned();
      cursor.at += sizeBytes;
      return 0;
    }
    default:
      throw new RangeError("unknown form");
  }
}

interface State {
  section: number;
  address: number;
  file: number;
  line: number;
}

/** Opcodes of the line-number program (DWARF 5, 6.2.5). */
function runProgram(input: LineTableInput, header: Header, runs: LineRun[]): void {
  const cursor = new Cursor(input, header.program);
  const state: State = { section: 0, address: 0, file: 1, line: 1 };
  let open: State | undefined;
  const row = () => {
    if (open && open.address < state.address && open.section === state.section && runs.length < MAX_ROWS) {
      const file = header.files[open.file] ?? "";
      runs.push({ section: open.section, address: open.address, end: state.address, file, line: open.line });
    }
    if (!open || open.address !== state.address || open.line !== state.line) open = { ...state };
  };
  while (cursor.at < header.end) {
    const opcode = cursor.fixed(1);
    if (opcode >= header.opcodeBase) {
      const adjusted = opcode - header.opcodeBase;
      state.address += Math.floor(adjusted / header.lineRange) * header.minimumBytes;
      state.line += header.lineBase + (adjusted % header.lineRange);
      row();
    } else if (opcode === 0) {
      const sizeBytes = cursor.unsigned();
      const next = cursor.at + sizeBytes;
      const extended = cursor.fixed(1);
      if (extended === 1) {
        row();
        open = undefined;
        Object.assign(state, { section: 0, address: 0, file: 1, line: 1 });
      } else if (extended === 2) {
        const { section, value } = cursor.reference(sizeBytes === 9 ? 8 : 4);
        Object.assign(state, { section, address: value });
      }
      cursor.at = next;
    } else standardOpcode(cursor, header, state, opcode, row);
  }
}

function standardOpcode(cursor: Cursor, header: Header, state: State, opcode: number, row: () => void): void {
  switch (opcode) {
    case 1:
      row();
      break;
    case 2:
      state.address += cursor.unsigned() * header.minimumBytes;
      break;
    case 3:
      state.line += cursor.signed();
      break;
    case 4:
      state.file = cursor.unsigned();
      break;
    case 8:
      state.address += Math.floor((255 - header.opcodeBase) / header.lineRange) * header.minimumBytes;
      break;
    case 9:
      state.address += cursor.fixed(2);
      break;
    default:
      for (let k = 0; k < (header.operandCounts[opcode - 1] ?? 0); k++) cursor.unsigned();
  }
}
