// Lines above labels: run and debug at the entry, how often a label is used, how much stack a function takes.

import type { SymbolInfo } from "../asm/options.ts";
import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import { type Lexeme, sourceLines } from "./lexemes.ts";
import { type Occurrence, symbolOf } from "./references.ts";

export interface Lens {
  /** Byte offset of the label. */
  readonly offset: number;
  readonly kind: "run" | "debug" | "references";
  readonly title: string;
  /** For "references": every use. */
  readonly uses: readonly Occurrence[];
}

/** Lenses of one source. Only labels that others may call have one for their uses, so that a listing stays readable. */
export function codeLenses(analysis: Analysis, source: Source): Lens[] {
  const uses = usesOfLabels(analysis);
  const code = new Set((analysis.assembly?.module.sections ?? []).filter(({ exec }) => exec).map(({ name }) => name));
  const labels = analysis.symbols.filter((one) => one.source === source && one.kind === "label");
  const hasStart = labels.some(({ name }) => name === "_start");
  return labels.flatMap((symbol): Lens[] => {
    const offset = symbol.start;
    const isEntry = symbol.name === "_start" || (symbol.name === "main" && !hasStart);
    const run: Lens[] = [
      { offset, kind: "run", title: "Run", uses: [] },
      { offset, kind: "debug", title: "Debug", uses: [] },
    ];
    if (isEntry) return run;
    const own = uses.get(symbol) ?? [];
    if (own.length === 0 || !code.has(symbol.section ?? "")) return [];
    return [{ offset, kind: "references", title: own.length === 1 ? "1 use" : `${own.length} uses`, uses: own }];
  });
}

/** Every use of every label in one pass over the files. */
function usesOfLabels(analysis: Analysis): Map<SymbolInfo, Occurrence[]> {
  const uses = new Map<SymbolInfo, Occurrence[]>();
  for (const source of analysis.assembly?.sources ?? []) {
    for (const { lexemes, operation } of sourceLines(source)) {
      if (/^(?:global|extern|static)$/i.test(operation?.text ?? "")) continue;
      for (const lexeme of lexemes) noteUse(uses, analysis, source, lexeme);
    }
  }
  return uses;
}

function noteUse(uses: Map<SymbolInfo, Occurrence[]>, analysis: Analysis, source: Source, lexeme: Lexeme): void {
  if (lexeme.kind !== "name") return;
  const symbol = symbolOf(analysis, source, lexeme);
  if (symbol === undefined || symbol.kind !== "label") return;
  const list = uses.get(symbol) ?? [];
  list.push({ source, start: lexeme.start, end: lexeme.end, access: "read" });
  uses.set(symbol, list);
}
