// Names in scope: from what is written (`.loop`, `buffer`) to the symbol it means at that place. The names of an analysis are
// put in order once, since colouring a file asks for every word of it.

import type { SymbolInfo } from "../asm/options.ts";
import { createSideTable } from "../base/side-table.ts";
import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";

interface Names {
  readonly byName: ReadonlyMap<string, SymbolInfo>;
  /** Macros and defines by their lower-case name. */
  readonly macros: ReadonlyMap<string, SymbolInfo>;
  /** Labels and structures of each source, ascending. */
  readonly scopes: ReadonlyMap<Source, readonly SymbolInfo[]>;
}

const known = createSideTable<Analysis, Names>("names");

function namesOf(analysis: Analysis): Names {
  const kept = known.get(analysis);
  if (kept !== undefined) return kept;
  const byName = new Map<string, SymbolInfo>();
  const macros = new Map<string, SymbolInfo>();
  const scopes = new Map<Source, SymbolInfo[]>();
  for (const symbol of analysis.symbols) {
    if (!byName.has(symbol.name)) byName.set(symbol.name, symbol);
    const lower = symbol.name.toLowerCase();
    if ((symbol.kind === "macro" || symbol.kind === "define") && !macros.has(lower)) macros.set(lower, symbol);
    if (symbol.kind !== "label" && symbol.kind !== "struct") continue;
    const list = scopes.get(symbol.source) ?? [];
    list.push(symbol);
    scopes.set(symbol.source, list);
  }
  for (const list of scopes.values()) list.sort((a, b) => a.start - b.start);
  const names = { byName, macros, scopes };
  known.set(analysis, names);
  return names;
}

/** The last of `list` (ascending) that begins at or before `offset`. */
function lastBefore(list: readonly SymbolInfo[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The last non-local label, or structure, defined before byte `offset` of `source`. */
export function enclosingLabel(analysis: Analysis, source: Source, offset: number): SymbolInfo | undefined {
  const list = namesOf(analysis).scopes.get(source) ?? [];
  return list[lastBefore(list, offset)];
}

/** From the enclosing label to the next one, in bytes; the whole source where there is none. */
export function functionRange(analysis: Analysis, source: Source, offset: number): { start: number; end: number } {
  const list = namesOf(analysis).scopes.get(source) ?? [];
  const index = lastBefore(list, offset);
  return { start: list[index]?.start ?? 0, end: list[index + 1]?.start ?? source.bytes.length };
}

/** The symbol that `name` means at byte `offset`; local labels get their scope's name. Macros and defines ignore `%` and, last, case. */
export function resolveName(analysis: Analysis, source: Source, offset: number, name: string): SymbolInfo | undefined {
  const { byName, macros } = namesOf(analysis);
  const plain = name.startsWith("$") && name.length > 1 ? name.slice(1) : name;
  if (plain.startsWith(".") && !plain.startsWith("..")) {
    const scope = enclosingLabel(analysis, source, offset);
    return byName.get(`${scope?.name ?? ""}${plain}`);
  }
  return byName.get(plain) ?? macros.get(plain.toLowerCase());
}
