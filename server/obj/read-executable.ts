// A static ELF executable → Image, so that `run` and F5 take programs that other tools have linked.

import { ET, PF, PT, SHF, SHN, SHT, STB, STT } from "./elf.ts";
import { type ElfFile, type ElfSegment, isSectionIndex, readElfFile, readSymbols } from "./elf-file.ts";
import type { Image, ImageItem, ImageSection, ImageSymbol, Segment } from "./image.ts";
import { readLineRuns } from "./read-dwarf-lines.ts";

const PAGE_BYTES = 4096;
/** Guest addresses are numbers below 2^47. */
const ADDRESS_LIMIT = 2 ** 47;

/** Where a position-independent executable is put: as gdb shows it, without randomisation. */
const PIE_BASE = { 64: 0x555555554000, 32: 0x56555000 } as const;

/** @returns the program, or a sentence that says why it cannot be run. `name` is for argv[0], without extension. */
export function readExecutable(name: string, bytes: Uint8Array): Image | string {
  const file = readElfFile(bytes, { sections: "for information" });
  if (typeof file === "string") return file;
  if (file.type === ET.rel) return "an object file, not an executable";
  if (file.type === ET.core) return "a memory dump of a program that crashed, not an executable";
  if (file.segments.some((segment) => segment.type === PT.interp)) {
    return "a dynamically linked executable: Asmoscope runs static ones (link with ld, or with gcc -static)";
  }
  if (file.type === ET.dyn && file.entry === 0n) return "a shared library, not an executable";
  if (file.type !== ET.exec && file.type !== ET.dyn) return "not an executable";
  if (!file.shape.wide && file.shape.rela) return "an x32 executable: Asmoscope runs i386 and x86-64 ones";
  const wanted = file.segments.filter((segment) => segment.type === PT.load);
  const loads = wanted.filter(({ memoryBytes }) => memoryBytes > 0);
  const isBroken =
    wanted.some(({ memoryBytes, fileBytes }) => fileBytes > memoryBytes) ||
    loads.some(
      ({ address, memoryBytes, offset }) =>
        address + memoryBytes > ADDRESS_LIMIT || offset % PAGE_BYTES !== address % PAGE_BYTES,
    );
  if (isBroken) return "an executable with a segment outside the address space";
  if (loads.length === 0) return "an executable without anything to load";
  const stack = file.segments.find((segment) => segment.type === PT.gnuStack);
  const { sections, indices } = imageSections(file);
  const bits = file.shape.wide ? 64 : 32;
  const base = file.type === ET.dyn ? PIE_BASE[bits] : 0;
  const moved = <T extends { readonly address: number }>(one: T): T =>
    base === 0 ? one : { ...one, address: one.address + base };
  return {
    bits,
    entry: Number(file.entry) + base,
    entryKind: "_start",
    segments: loads.map((load) => moved(loadSegment(load, bytes))),
    sections: sections.map(moved),
    symbols: imageSymbols(file, indices).map(moved),
    items: imageItems(file).map(moved),
    stubs: [],
    executableStack: !stack || (stack.flags & PF.exec) !== 0,
    ...(stack ? {} : { stackHeader: "missing" as const }),
    name,
    modules: [name],
    file: bytes,
    compiled: isCompiled(file),
  };
}

/** Compilers leave their name or notes behind, strip leaves no symbols; nasm and ld do neither. */
function isCompiled({ sections }: ElfFile): boolean {
  return (
    !sections.some((section) => section.type === SHT.symtab) ||
    sections.some(({ name }) => name === ".comment" || name.startsWith(".note.g") || name === ".note.ABI-tag")
  );
}

/** Source lines from .debug_line, one item a run of bytes of one line. */
function imageItems(file: ElfFile): ImageItem[] {
  const contents = (name: string) => file.sections.find((section) => section.name === name)?.bytes ?? new Uint8Array(0);
  const runs = readLineRuns({
    bytes: contents(".debug_line"),
    relocations: new Map(),
    lineStrings: contents(".debug_line_str"),
    strings: contents(".debug_str"),
  });
  const items: ImageItem[] = [];
  let end = 0;
  for (const { address, end: runEnd, file: name, line } of runs.sort((a, b) => a.address - b.address)) {
    if (address < end || line === 0) continue;
    end = runEnd;
    items.push({ address, sizeBytes: end - address, kind: "code", elementSizeBytes: 0, file: name, lineNumber: line });
  }
  return items;
}

function loadSegment(load: ElfSegment, file: Uint8Array): Segment {
  const bytes = file.subarray(load.offset, load.offset + load.fileBytes);
  return {
    address: load.address,
    sizeBytes: load.memoryBytes,
    bytes,
    ...(bytes.length < load.fileBytes ? { missingBytes: load.fileBytes - bytes.length } : {}),
    fileOffset: load.offset,
    read: (load.flags & PF.read) !== 0,
    write: (load.flags & PF.write) !== 0,
    exec: (load.flags & PF.exec) !== 0,
  };
}

/** Sections that occupy memory, and their new index by the file's (−1 = not kept). */
function imageSections(file: ElfFile): { readonly sections: ImageSection[]; readonly indices: readonly number[] } {
  const sections: ImageSection[] = [];
  const indices = file.sections.map((section) => {
    if ((section.flags & SHF.alloc) === 0) return -1;
    sections.push({
      name: section.name,
      address: section.address,
      sizeBytes: section.sizeBytes,
      write: (section.flags & SHF.write) !== 0,
      exec: (section.flags & SHF.exec) !== 0,
      nobits: section.type === SHT.nobits,
      alignment: Math.max(1, section.alignment),
    });
    return sections.length - 1;
  });
  return { sections, indices };
}

function imageSymbols(file: ElfFile, indices: readonly number[]): ImageSymbol[] {
  const table = file.sections.find((section) => section.type === SHT.symtab);
  if (!table) return [];
  const symbols: ImageSymbol[] = [];
  let module = "";
  for (const symbol of readSymbols(file, table)) {
    if (symbol.type === STT.file) module = symbol.name;
    if (symbol.type === STT.file || symbol.type === STT.section || symbol.type === STT.tls) continue;
    if (symbol.name === "" || symbol.section === SHN.undef || symbol.value >= BigInt(ADDRESS_LIMIT)) continue;
    const section = isSectionIndex(file, symbol.section) ? indices[symbol.section]! : -1;
    symbols.push({
      name: symbol.name,
      address: Number(symbol.value),
      sizeBytes: Number(symbol.sizeBytes),
      global: symbol.binding !== STB.local,
      section,
      isLabel: section >= 0,
      module,
    });
  }
  return symbols.sort((a, b) => a.address - b.address);
}
