// A flat binary (-f bin) as a program: loaded at its origin in one segment that may do everything, started at its first byte.

import type { Image, ImageItem, ImageSection, ImageSymbol, Segment } from "../../server/obj/image.ts";
import type { DistanceEnd, ObjectModule } from "../../server/obj/object-module.ts";
import { writeBin } from "../../server/obj/write-bin.ts";

/** @returns the program, or NASM's sentence why it cannot be laid out. */
export function flatImage(module: ObjectModule, name: string): Image | string {
  const flat = writeBin(module);
  if (flat.errors[0] !== undefined) return flat.errors[0];
  const address = Number(flat.origin);
  const base = flat.sections.map((section) => Number(section.vstart));
  const places = new Map(flat.sections.map((section, k) => [section.section, base[k]!]));
  const sections = flat.sections.map(
    (section): ImageSection => ({
      name: section.name,
      address: Number(section.vstart),
      sizeBytes: section.sizeBytes,
      write: true,
      exec: true,
      nobits: module.sections[section.section]!.type === "nobits",
      alignment: module.sections[section.section]!.alignment,
    }),
  );
  const end = Math.max(address + flat.bytes.length, ...sections.map((section) => section.address + section.sizeBytes));
  const segment: Segment = {
    address,
    sizeBytes: end - address,
    bytes: flat.bytes,
    fileOffset: 0,
    read: true,
    write: true,
    exec: true,
  };
  return {
    bits: module.bits === 32 ? 32 : 64,
    entry: address,
    entryKind: "flat",
    segments: [segment],
    sections,
    symbols: flatSymbols(
      module,
      places,
      flat.sections.map(({ section }) => section),
    ),
    items: flatItems(module, places),
    stubs: [],
    executableStack: true,
    stackHeader: "missing",
    name,
    modules: [module.name],
  };
}

function flatSymbols(
  module: ObjectModule,
  places: ReadonlyMap<number, number>,
  order: readonly number[],
): ImageSymbol[] {
  const symbols = module.symbols.flatMap((symbol): ImageSymbol[] => {
    if (symbol.section === "undefined" || symbol.section === "common") return [];
    const base = symbol.section === "absolute" ? 0 : (places.get(symbol.section) ?? 0);
    const address = base + Number(symbol.value);
    if (!Number.isSafeInteger(address) || address < 0) return [];
    return [
      {
        name: symbol.name,
        address,
        sizeBytes: Number(symbol.sizeBytes),
        global: symbol.binding === "global",
        section: symbol.section === "absolute" ? -1 : order.indexOf(symbol.section),
        isLabel: symbol.isLabel,
        ...(symbol.definition ? { definition: symbol.definition } : {}),
        module: module.name,
      },
    ];
  });
  return symbols.sort((a, b) => a.address - b.address);
}

function flatItems(module: ObjectModule, places: ReadonlyMap<number, number>): ImageItem[] {
  const addressOf = (index: number): number => {
    const symbol = module.symbols[index];
    const base = typeof symbol?.section === "number" ? (places.get(symbol.section) ?? 0) : 0;
    return base + Number(symbol?.value ?? 0n);
  };
  const items = module.sections.flatMap((section, index) =>
    section.items.map((item): ImageItem => {
      const references = item.references?.map((reference) => ({
        ...reference,
        symbol: module.symbols[reference.symbol]?.name ?? "",
        address: addressOf(reference.symbol),
      }));
      const start = places.get(index) ?? 0;
      const { offset, references: _, distances: measured, ...rest } = item;
      const place = (end: DistanceEnd): number =>
        end === "here" ? start + offset : end === "section" ? start : addressOf(end);
      const distances = measured?.map(({ to, from }) => ({ to: place(to), from: place(from) }));
      return {
        ...rest,
        address: start + offset,
        ...(references ? { references } : {}),
        ...(distances ? { distances } : {}),
      };
    }),
  );
  return items.sort((a, b) => a.address - b.address);
}
