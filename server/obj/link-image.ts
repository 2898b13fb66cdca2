// What a debugger asks about a linked program: its sections, symbols and items at their final addresses.

import type { ImageItem, ImageReference, ImageSection, ImageSymbol, LibcStub } from "./image.ts";
import type { Addresses } from "./link-addresses.ts";
import type { LinkLayout } from "./link-layout.ts";
import type { Resolution } from "./link-symbols.ts";
import type { DistanceEnd, Item, ModuleSymbol, ObjectModule, Section } from "./object-module.ts";

export function imageSections(layout: LinkLayout): ImageSection[] {
  return layout.sections.map(({ name, address, sizeBytes, write, exec, nobits, alignment }) => ({
    name,
    address,
    sizeBytes,
    write,
    exec,
    nobits,
    alignment,
  }));
}

interface SymbolInputs {
  readonly modules: readonly ObjectModule[];
  readonly resolution: Resolution;
  readonly addresses: Addresses;
  readonly layout: LinkLayout;
  readonly stubs: readonly LibcStub[];
}

/** Every symbol with an address, ascending; globals once, by their winning definition. Stubs are "printf@plt". */
export function imageSymbols({ modules, resolution, addresses, layout, stubs }: SymbolInputs): ImageSymbol[] {
  const symbols: ImageSymbol[] = [];
  for (const [module, { name: moduleName, symbols: own }] of modules.entries()) {
    for (const [index, symbol] of own.entries()) {
      if (symbol.section === "undefined" || !isWinner(resolution, module, index, symbol)) continue;
      const value = addresses.symbol(module, index);
      const address = Number(value);
      if (value === undefined || value < 0n || !Number.isSafeInteger(address)) continue;
      symbols.push({
        name: symbol.name,
        address,
        sizeBytes: Number(symbol.sizeBytes),
        global: symbol.binding !== "local" && symbol.binding !== "static",
        section: symbol.section === "absolute" ? -1 : sectionIndexAt(layout, address),
        isLabel: symbol.isLabel || symbol.section === "common",
        ...(symbol.definition ? { definition: symbol.definition } : {}),
        module: moduleName,
      });
    }
  }
  for (const { name, address } of stubs) {
    const section = layout.sections.length;
    symbols.push({
      name: `${name}@plt`,
      address,
      sizeBytes: 16,
      global: false,
      section,
      isLabel: true,
      module: "libc",
    });
  }
  return symbols.sort((a, b) => a.address - b.address);
}

function isWinner(resolution: Resolution, module: number, index: number, symbol: ModuleSymbol): boolean {
  if (symbol.binding === "local" || symbol.binding === "static") return true;
  const winner = resolution.definitions.get(symbol.name);
  return winner?.module === module && winner.symbol === index;
}

/** The section that holds the address; a label at a section's end still belongs to it, as ld numbers it. */
function sectionIndexAt(layout: LinkLayout, address: number): number {
  const inside = layout.sections.findIndex((s) => address >= s.address && address < s.address + s.sizeBytes);
  if (inside >= 0) return inside;
  return layout.sections.filter((section) => section.address <= address).length - 1;
}

/** Items of all modules, ascending by address. */
export function imageItems(modules: readonly ObjectModule[], addresses: Addresses): ImageItem[] {
  const items: ImageItem[] = [];
  for (const [module, { sections, symbols }] of modules.entries()) {
    for (const [index, section] of sections.entries()) {
      const base = section.alloc ? addresses.section(module, index) : undefined;
      if (base === undefined) continue;
      const inTable = tableFixups(section);
      for (const item of section.items) {
        const own = inTable.some((at) => at >= item.offset && at < item.offset + item.sizeBytes)
          ? withoutMemory(item)
          : item;
        items.push(imageItem(own, base, (k) => reference(module, k, symbols, addresses)));
      }
    }
  }
  return items.sort((a, b) => a.address - b.address);
}

/** Offsets of fixups that make an address in the global offset table: `[ebx + x wrt ..got]` is not x. */
function tableFixups({ fixups }: Section): number[] {
  return fixups
    .filter(({ kind }) => kind === "got" || kind === "gotpcrel" || kind === "gottpoff")
    .map(({ offset }) => offset);
}

function withoutMemory(item: Item): Item {
  const references = item.references?.filter(({ use }) => use !== "memory");
  return references ? { ...item, references } : item;
}

function reference(
  module: number,
  index: number,
  symbols: readonly ModuleSymbol[],
  addresses: Addresses,
): { readonly symbol: string; readonly address: number } {
  return { symbol: symbols[index]?.name ?? "", address: Number(addresses.symbol(module, index) ?? 0n) };
}

function imageItem(
  item: Item,
  base: number,
  resolve: (symbol: number) => { readonly symbol: string; readonly address: number },
): ImageItem {
  const references = item.references?.map(
    ({ symbol, addend, use, indexed }): ImageReference => ({ ...resolve(symbol), addend, use, indexed }),
  );
  const place = (end: DistanceEnd): number =>
    end === "here" ? base + item.offset : end === "section" ? base : resolve(end).address;
  const distances = item.distances?.map(({ to, from }) => ({ to: place(to), from: place(from) }));
  return {
    address: base + item.offset,
    sizeBytes: item.sizeBytes,
    kind: item.kind,
    elementSizeBytes: item.elementSizeBytes,
    ...(item.dataKind ? { dataKind: item.dataKind } : {}),
    file: item.file,
    lineNumber: item.lineNumber,
    // Items from a line table have a span into an empty source: it says nothing.
    ...(item.span.source.bytes.length > 0 ? { span: item.span } : {}),
    ...(item.expansion ? { expansion: item.expansion } : {}),
    ...(item.saidLine ? { saidLine: item.saidLine } : {}),
    ...(references ? { references } : {}),
    ...(distances ? { distances } : {}),
  };
}
