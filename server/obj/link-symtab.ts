// .symtab and .strtab of an executable as ld writes them: each file's name and local symbols, hidden ones, then the globals
// in the order of ld's hash table.

import { ByteWriter } from "../base/byte-writer.ts";
import { inHashOrder } from "./bfd-hash.ts";
import { type ElfShape, SHN, STB, STT, VISIBILITIES } from "./elf.ts";
import type { Addresses } from "./link-addresses.ts";
import { GOT_SYMBOL } from "./link-got.ts";
import type { LinkLayout } from "./link-layout.ts";
import { type Resolution, symbolAt } from "./link-symbols.ts";
import type { ModuleSymbol, ObjectModule } from "./object-module.ts";
import { finishStrings } from "./string-table.ts";

export interface SymtabInputs {
  /** The given modules; what the linker adds by itself has no symbols of its own here. */
  readonly modules: readonly ObjectModule[];
  readonly resolution: Resolution;
  readonly addresses: Addresses;
  readonly layout: LinkLayout;
  /** A name that the entry point asked for and nobody defines. */
  readonly missingEntry: string | undefined;
}

interface SymbolRecord {
  readonly name: string;
  readonly value: bigint;
  readonly sizeBytes: bigint;
  readonly info: number;
  readonly visibility: number;
  readonly section: number;
}

export interface Symtab {
  readonly bytes: Uint8Array;
  readonly strings: Uint8Array;
  readonly firstGlobal: number;
}

const isLocal = ({ binding }: ModuleSymbol): boolean => binding === "local" || binding === "static";
const local = (type: number): number => (STB.local << 4) | type;
const fileRecord = (name: string): SymbolRecord => ({
  name,
  value: 0n,
  sizeBytes: 0n,
  info: local(STT.file),
  visibility: 0,
  section: SHN.abs,
});
const NULL_RECORD: SymbolRecord = { ...fileRecord(""), info: 0, section: SHN.undef };

/** What ld defines for sections whose names are C identifiers begins with these. */
const BOUNDS = ["__start_", "__stop_"];

/** The section whose begin or end such a name is. */
function boundedSection(name: string): string | undefined {
  const prefix = BOUNDS.find((one) => name.startsWith(one));
  return prefix === undefined ? undefined : name.slice(prefix.length) || undefined;
}

const PROTECTED = VISIBILITIES.indexOf("protected");

/** Symbols of the script that are always there; others only when somebody names them. */
const ALWAYS = ["_edata", "__bss_start", "_end"] as const;

export function linkSymtab(inputs: SymtabInputs, shape: ElfShape): Symtab {
  const places = outputIndices(inputs.layout);
  const locals = moduleOrder(inputs).flatMap((module) => localRecords(inputs, places, module));
  const table = gotRecords(inputs.layout);
  const globals = globalRecords(inputs, places);
  const records = [NULL_RECORD, ...locals, ...table, ...globals];
  const strings = finishStrings(records.map(({ name }) => name));
  const writer = new ByteWriter();
  for (const record of records) writeSymbol(writer, shape, record, strings.offsetOf(record.name));
  return { bytes: writer.finish(), strings: strings.bytes, firstGlobal: records.length - globals.length };
}

/** "module section" → ELF section index of what became of an input section. */
function outputIndices({ sections, others }: LinkLayout): ReadonlyMap<string, number> {
  const indices = new Map<string, number>();
  for (const [k, { inputs }] of [...sections, ...others].entries()) {
    for (const { module, section } of inputs) indices.set(`${module} ${section}`, k + 1);
  }
  return indices;
}

/** Files in the order in which the output's sections first need them. */
function moduleOrder({ modules, layout }: SymtabInputs): number[] {
  const order = new Set<number>();
  for (const { inputs } of [...layout.sections, ...layout.others]) {
    for (const { module, section } of inputs) if (module < modules.length && section >= 0) order.add(module);
  }
  return [...order];
}

function localRecords(
  { modules, addresses }: SymtabInputs,
  places: ReadonlyMap<string, number>,
  module: number,
): SymbolRecord[] {
  const { symbols, name, fileSymbol = name } = modules[module]!;
  const records = [fileRecord(fileSymbol)];
  for (const [index, symbol] of symbols.entries()) {
    if (!isLocal(symbol) || symbol.section === "undefined") continue;
    const section = symbol.section === "absolute" ? SHN.abs : places.get(`${module} ${symbol.section}`);
    const value = addresses.symbol(module, index);
    // A label of an empty section goes with the section.
    if (section === undefined || value === undefined) continue;
    const { sizeBytes, type } = symbol;
    records.push({ name: symbol.name, value, sizeBytes, info: local(STT[type]), visibility: 0, section });
  }
  return records;
}

/** _GLOBAL_OFFSET_TABLE_ is local to the executable and stands behind a file symbol without a name. */
function gotRecords({ sections }: LinkLayout): SymbolRecord[] {
  const index = sections.findIndex(({ name }) => name === ".got.plt");
  if (index < 0) return [];
  const value = BigInt(sections[index]!.address);
  const table = { name: GOT_SYMBOL, value, sizeBytes: 0n, info: local(STT.object), visibility: 0, section: index + 1 };
  return [fileRecord(""), table];
}

function globalRecords(inputs: SymtabInputs, places: ReadonlyMap<string, number>): SymbolRecord[] {
  const { modules, resolution, addresses, layout, missingEntry } = inputs;
  const names = new Set<string>();
  for (const { symbols } of modules) for (const symbol of symbols) if (!isLocal(symbol)) names.add(symbol.name);
  for (const name of ALWAYS) names.add(name);
  if (missingEntry !== undefined) names.add(missingEntry);
  return inHashOrder([...names], (name) => name).flatMap((name): SymbolRecord[] => {
    const place = resolution.definitions.get(name);
    const value = addresses.name(name);
    const plain = { name, sizeBytes: 0n, info: STB.global << 4, visibility: 0 };
    if (place && place.module < modules.length && value !== undefined) {
      const symbol = symbolAt(modules, place);
      const binding = symbol.binding === "weak" ? STB.weak : STB.global;
      const input = symbol.section === "common" ? -1 : symbol.section;
      const section =
        symbol.section === "absolute" ? SHN.abs : (places.get(`${place.module} ${input}`) ?? nearby(layout, value));
      const visibility = VISIBILITIES.indexOf(symbol.visibility);
      const sizeBytes = symbol.section === "common" ? commonSize(resolution, name) : symbol.sizeBytes;
      return [{ name, value, sizeBytes, info: (binding << 4) | STT[symbol.type], visibility, section }];
    }
    const address = layout.provided.get(name);
    if (address !== undefined) {
      const section = scriptSection(layout, name, address);
      return [{ ...plain, value: BigInt(address), section, visibility: boundedSection(name) ? PROTECTED : 0 }];
    }
    return name === missingEntry ? [{ ...plain, value: 0n, section: SHN.undef }] : [];
  });
}

function commonSize(resolution: Resolution, name: string): bigint {
  return BigInt(resolution.commons.find((common) => common.name === name)?.sizeBytes ?? 0);
}

/** The section a symbol of the script counts as part of: the one it ends or begins; __bss_start and _edata rather a
 * writable one behind than a read-only one in front. */
function scriptSection(layout: LinkLayout, name: string, address: number): number {
  const { sections } = layout;
  const bounded = boundedSection(name);
  if (bounded !== undefined) return sections.findIndex((section) => section.name === bounded) + 1;
  const bss = sections.findIndex((section) => section.name === ".bss");
  if (name === "__bss_start" && bss >= 0) return bss + 1;
  const index = nearby(layout, BigInt(address));
  const readOnly = name === "_edata" && sections[index - 1]?.write === false;
  return readOnly && sections[index]?.write ? index + 1 : index;
}

function nearby({ sections }: LinkLayout, value: bigint): number {
  const address = Number(value);
  const touching = sections.findIndex((s) => address >= s.address && address <= s.address + s.sizeBytes);
  if (touching >= 0) return touching + 1;
  return sections.filter((section) => section.address <= address).length || (sections.length > 0 ? 1 : SHN.abs);
}

function writeSymbol(writer: ByteWriter, shape: ElfShape, record: SymbolRecord, name: number): void {
  const { value, sizeBytes, info, visibility, section } = record;
  writer.u32(name);
  if (!shape.wide) {
    writer.u32(Number(BigInt.asUintN(32, value)));
    writer.u32(Number(BigInt.asUintN(32, sizeBytes)));
  }
  writer.u8(info);
  writer.u8(visibility);
  writer.u16(section);
  if (shape.wide) {
    writer.u64(value);
    writer.u64(sizeBytes);
  }
}
