// Line information as stabs (`-g -F stabs`): an entry for the source, one for each line that gave code, one where the file
// changes, one at the end. Old, but what many tutorials ask nasm for; ld and gdb read it.
// Source: GNU "The stabs debug format", 2 "Overview"; field by field as NASM 2.16.01 writes them.

import { encodeText } from "../base/byte-text.ts";
import { ByteWriter } from "../base/byte-writer.ts";
import type { ObjectModule, Visit } from "./object-module.ts";
import { itemsInOrder, lineOf } from "./write-dwarf.ts";

/** Bytes of one entry: string, type, other, description, value. */
export const STAB_BYTES = 12;
const N_SO = 0x64;
const N_SOL = 0x84;
const N_SLINE = 0x44;
/** Where an entry's value stands in it. */
const VALUE_AT = 8;

/** The contents of `.stab` and `.stabstr`, and the places in the former that hold addresses. */
export interface Stabs {
  readonly entries: Uint8Array;
  readonly strings: Uint8Array;
  readonly fixups: readonly StabFixup[];
}
export interface StabFixup {
  readonly offset: number;
  /** Index of the section it is an address in. */
  readonly section: number;
  readonly addend: bigint;
}

interface StabLine {
  readonly file: string;
  readonly line: number;
  readonly section: number;
  readonly offset: number;
}

/** The lines that gave output in executable sections. A line that goes on in one section after the other counts once. */
function stabLines(module: ObjectModule, visits: readonly Visit[] | undefined): readonly StabLine[] {
  const lines: StabLine[] = [];
  let last = "";
  let isWaiting = false;
  for (const { item, section } of itemsInOrder(module, visits)) {
    const { file, line } = lineOf(item);
    const place = `${line} ${file}`;
    if (place !== last) isWaiting = true;
    last = place;
    if (!isWaiting || section === undefined || !module.sections[section]!.exec) continue;
    lines.push({ file, line, section, offset: item.offset });
    isWaiting = false;
  }
  return lines;
}

/** The line information of a module. */
export function writeStabs(module: ObjectModule, visits: readonly Visit[] | undefined): Stabs {
  const lines = stabLines(module, visits);
  const strings = new ByteWriter();
  strings.u8(0);
  const places = new Map<string, number>();
  for (const { file } of lines) {
    if (places.has(file)) continue;
    places.set(file, strings.length);
    strings.bytes(encodeText(file));
    strings.u8(0);
  }
  const entries = new ByteWriter();
  const fixups: StabFixup[] = [];
  const put = (name: number, type: number, description: number, value: number, section?: number) => {
    entries.u32(name);
    entries.u8(type);
    entries.u8(0);
    entries.u16(description & 0xffff);
    if (section !== undefined) fixups.push({ offset: entries.length, section, addend: BigInt(value) });
    entries.u32(value);
  };
  const [first] = lines;
  if (first) {
    let file = places.has(module.name) ? module.name : first.file;
    put(1, 0, 0, strings.length);
    put(places.get(file)!, N_SO, 0, 0, first.section);
    for (const one of lines) {
      if (one.file !== file) put(places.get(one.file)!, N_SOL, 0, one.offset, one.section);
      file = one.file;
      put(0, N_SLINE, one.line, one.offset, one.section);
    }
  }
  put(0, N_SO, 0, 0);
  const count = entries.length / STAB_BYTES - (first ? 1 : 0);
  entries.patch(VALUE_AT - 2, 2, BigInt(count & 0xffff));
  return { entries: entries.finish(), strings: strings.finish(), fixups };
}
