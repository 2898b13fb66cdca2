// Address questions once the layout stands: of sections, symbols, stubs and what the script provides.

import { GOT_SYMBOL } from "./link-got.ts";
import type { CommonBlock, LinkLayout } from "./link-layout.ts";
import { type Resolution, symbolAt } from "./link-symbols.ts";
import type { Fixup, ObjectModule } from "./object-module.ts";

export interface Addresses {
  /** undefined for sections that occupy no memory in the program (debug information, notes for the linker). */
  section(module: number, section: number): number | undefined;
  /** The value a symbol index of a module stands for; undefined when the name has no definition. Weak ones without are 0. */
  symbol(module: number, symbol: number): bigint | undefined;
  /** A global name's value. */
  name(name: string): bigint | undefined;
  target(module: number, target: Fixup["target"]): bigint | undefined;
  readonly got: number;
  readonly gotPlt: number;
  /** The initial image of thread-local variables; the thread pointer stands at its end. */
  readonly threadLocal: { readonly start: bigint; readonly end: bigint };
}

/** What the addresses are computed from. `stubs` are libc's functions. */
export interface AddressInputs {
  readonly modules: readonly ObjectModule[];
  readonly resolution: Resolution;
  readonly commons: readonly CommonBlock[];
  readonly layout: LinkLayout;
  readonly stubs: ReadonlyMap<string, number>;
}

export function createAddresses({ modules, resolution, commons, layout, stubs }: AddressInputs): Addresses {
  const placed = modules.map((module) => new Array<number | undefined>(module.sections.length));
  const commonBase = new Map<number, number>();
  for (const { module, section, address } of layout.placed) {
    if (section < 0) commonBase.set(module, address);
    else placed[module]![section] = address;
  }
  const sectionNamed = (name: string) => layout.sections.find((section) => section.name === name)?.address ?? 0;
  const gotPlt = sectionNamed(".got.plt");

  const defined = (module: number, index: number): bigint | undefined => {
    const symbol = modules[module]!.symbols[index]!;
    if (symbol.section === "absolute") return symbol.value;
    if (symbol.section === "undefined") return undefined;
    if (symbol.section === "common") {
      const offset = commons[module]?.offsets.get(symbol.name);
      return offset === undefined ? undefined : BigInt((commonBase.get(module) ?? 0) + offset);
    }
    return BigInt(placed[module]![symbol.section] ?? 0) + symbol.value;
  };
  const named = (name: string): bigint | undefined => {
    const place = resolution.definitions.get(name);
    if (place) return defined(place.module, place.symbol);
    if (name === GOT_SYMBOL) return BigInt(gotPlt);
    const other = stubs.get(name) ?? layout.provided.get(name);
    return other === undefined ? undefined : BigInt(other);
  };
  const symbol = (module: number, index: number): bigint | undefined => {
    const own = symbolAt(modules, { module, symbol: index });
    const local = own.binding === "local" || own.binding === "static";
    if (local) return defined(module, index);
    return named(own.name) ?? (own.binding === "weak" ? 0n : undefined);
  };
  return {
    section: (module, section) => placed[module]![section],
    symbol,
    name: named,
    target: (module, target) =>
      "section" in target
        ? BigInt(placed[module]![target.section] ?? 0)
        : "symbol" in target
          ? symbol(module, target.symbol)
          : 0n,
    got: sectionNamed(".got"),
    gotPlt,
    threadLocal: threadLocalBlock(layout),
  };
}

function threadLocalBlock({ sections }: LinkLayout): { readonly start: bigint; readonly end: bigint } {
  const members = sections.filter((section) => section.tls);
  const [first] = members;
  const last = members.at(-1);
  if (!first || !last) return { start: 0n, end: 0n };
  const alignment = Math.max(...members.map((section) => section.alignment));
  const end = Math.ceil((last.address + last.sizeBytes) / alignment) * alignment;
  return { start: BigInt(first.address), end: BigInt(end) };
}
