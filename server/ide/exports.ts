// What another file of the folder defines for `extern`: the label behind its `global`, found in its text.

import { declaredGlobals } from "../asm/declared-globals.ts";
import type { Source } from "../base/source.ts";
import { isLibcFunction } from "../facts/libc.ts";
import type { Analysis } from "./analysis.ts";
import type { Target } from "./definition.ts";
import { sourceLines } from "./lexemes.ts";
import { resolveName } from "./scope.ts";
import { wordAt } from "./word.ts";

/** The name at byte `offset`, when it is `extern` here and not libc's. */
export function externName(analysis: Analysis, source: Source, offset: number): string | undefined {
  const word = wordAt(source, offset);
  const symbol = word && resolveName(analysis, source, offset, word.text);
  return symbol?.kind === "extern" && !isLibcFunction(symbol.name) ? symbol.name : undefined;
}

/** Where `source` defines `name` for others; undefined when it does not. */
export function exportedLabel(source: Source, name: string): Target | undefined {
  if (!declaredGlobals(source).has(name)) return undefined;
  for (const { lexemes } of sourceLines(source)) {
    const label = lexemes.find(({ kind, text }) => kind === "label" && text === name);
    if (label !== undefined) return { source, start: label.start, end: label.end };
  }
  return undefined;
}
