// Who calls whom: functions are labels of code, a call is `call NAME` (or a jump to another function, a tail call).

import type { SymbolInfo } from "../asm/options.ts";
import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import { sourceLines } from "./lexemes.ts";
import { lexemeAt, type Occurrence, symbolOf } from "./references.ts";
import { enclosingLabel } from "./scope.ts";

/** One function with the places of the calls that join it to the one asked about. */
export interface CallEdge {
  readonly symbol: SymbolInfo;
  readonly places: readonly Occurrence[];
}

interface Call {
  readonly from: SymbolInfo;
  readonly to: SymbolInfo;
  readonly place: Occurrence;
}

/** The function whose name stands at byte `offset`, or that holds it. */
export function functionAt(analysis: Analysis, source: Source, offset: number): SymbolInfo | undefined {
  const lexeme = lexemeAt(source, offset)?.lexeme;
  const named = lexeme && symbolOf(analysis, source, lexeme);
  return named?.kind === "label" || named?.kind === "extern" ? named : enclosingLabel(analysis, source, offset);
}

function calls(analysis: Analysis): Call[] {
  const found: Call[] = [];
  for (const source of analysis.assembly?.sources ?? []) {
    for (const { operation, lexemes } of sourceLines(source)) {
      if (!/^(?:call|jmp)$/i.test(operation?.text ?? "")) continue;
      const from = enclosingLabel(analysis, source, operation!.start);
      const lexeme = lexemes.find(({ kind, start }) => kind === "name" && start > operation!.start);
      const to = lexeme && symbolOf(analysis, source, lexeme);
      const isFunction = to?.kind === "label" || to?.kind === "extern";
      // A jump inside of one function is no call.
      if (from === undefined || !isFunction || lexeme === undefined) continue;
      if (from === to && operation!.text.toLowerCase() === "jmp") continue;
      found.push({ from, to, place: { source, start: lexeme.start, end: lexeme.end, access: "read" } });
    }
  }
  return found;
}

function grouped(list: readonly Call[], end: "from" | "to"): CallEdge[] {
  const edges = new Map<SymbolInfo, Occurrence[]>();
  for (const call of list) edges.set(call[end], [...(edges.get(call[end]) ?? []), call.place]);
  return [...edges].map(([symbol, places]) => ({ symbol, places }));
}

/** The functions that call `symbol`. */
export const callersOf = (analysis: Analysis, symbol: SymbolInfo): CallEdge[] =>
  grouped(
    calls(analysis).filter(({ to }) => to === symbol),
    "from",
  );

/** The functions that `symbol` calls. */
export const calleesOf = (analysis: Analysis, symbol: SymbolInfo): CallEdge[] =>
  grouped(
    calls(analysis).filter(({ from }) => from === symbol),
    "to",
  );
