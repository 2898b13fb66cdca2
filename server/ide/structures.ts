// Structures among the symbols: to the assembler `struc` is a macro that makes labels outside of sections; for people the name
// is a structure, the labels in it are fields, and what the macros need for themselves is nothing at all.

import type { SymbolInfo } from "../asm/options.ts";
import { type Source, textOf } from "../base/source.ts";
import { sourceLines } from "./lexemes.ts";

interface Structure {
  readonly source: Source;
  readonly name: string;
  /** Of the name. */
  readonly start: number;
  readonly end: number;
  /** Where its `endstruc` stands. */
  closed: number;
}

function structuresOf(source: Source): Structure[] {
  const found: Structure[] = [];
  if (!/^[ \t]*struc\b/im.test(textOf(source, 0, source.bytes.length))) return found;
  for (const { operation, lexemes } of sourceLines(source)) {
    const word = operation?.text.toLowerCase();
    const last = found.at(-1);
    if (word === "endstruc" && last) last.closed = operation!.start;
    if (word !== "struc") continue;
    const name = lexemes.find(({ kind, start }) => kind === "name" && start > operation!.start);
    if (name) found.push({ source, name: name.text, start: name.start, end: name.end, closed: source.bytes.length });
  }
  return found;
}

/** The symbols with structures and fields named as such, and at their own words; `sources` are all that took part. */
export function withStructures(symbols: readonly SymbolInfo[], sources: readonly Source[]): readonly SymbolInfo[] {
  const structures = sources.flatMap(structuresOf);
  return symbols.flatMap((symbol): SymbolInfo[] => {
    if (symbol.name.startsWith("..@")) return [];
    // The macros of the standard made these, so they stand nowhere in the program.
    const own = structures.find(({ name }) => symbol.name === name || symbol.name === `${name}_size`);
    const isOutside = symbol.section === undefined && /^(?:label|local-label|equ)$/.test(symbol.kind);
    if (own !== undefined && isOutside && !sources.includes(symbol.source)) {
      const { source, start, end } = own;
      return [{ ...symbol, kind: symbol.name === own.name ? "struct" : "equ", source, start, end }];
    }
    const isField = (one: Structure) =>
      one.source === symbol.source && symbol.start >= one.end && symbol.start < one.closed;
    return [isOutside && symbol.kind !== "equ" && structures.some(isField) ? { ...symbol, kind: "field" } : symbol];
  });
}
