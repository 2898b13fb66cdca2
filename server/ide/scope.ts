// Names in scope: from what is written (`.loop`, `buffer`) to the symbol it means at that place.

import type { SymbolInfo } from "../asm/options.ts";
import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";

/** The last non-local label defined before byte `offset` of `source`. */
export function enclosingLabel(analysis: Analysis, source: Source, offset: number): SymbolInfo | undefined {
  let best: SymbolInfo | undefined;
  for (const symbol of analysis.symbols) {
    if (symbol.kind !== "label" || symbol.source !== source || symbol.start > offset) continue;
    if (best === undefined || symbol.start > best.start) best = symbol;
  }
  return best;
}

/** The symbol that `name` means at byte `offset`; local labels get their scope's name. Macros and defines ignore `%` and, last, case. */
export function resolveName(analysis: Analysis, source: Source, offset: number, name: string): SymbolInfo | undefined {
  const plain = name.startsWith("$") && name.length > 1 ? name.slice(1) : name;
  if (plain.startsWith(".") && !plain.startsWith("..")) {
    const scope = enclosingLabel(analysis, source, offset);
    const full = `${scope?.name ?? ""}${plain}`;
    return analysis.symbols.find((symbol) => symbol.name === full);
  }
  const exact = analysis.symbols.find((symbol) => symbol.name === plain);
  if (exact !== undefined) return exact;
  const lower = plain.toLowerCase();
  return analysis.symbols.find(
    (symbol) => (symbol.kind === "macro" || symbol.kind === "define") && symbol.name.toLowerCase() === lower,
  );
}
