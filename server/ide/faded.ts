// What is written and does nothing: labels that nobody names, and instructions behind a jump or return that no label leads to.
// Shown faded, never as a warning. Only what is certain from the text: macros and conditions end the search.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import { type Lexeme, type SourceLine, sourceLines } from "./lexemes.ts";
import { symbolOf } from "./references.ts";

const ENDS = /^(?:jmp|ret|retn|retf|iretq?|iretd|ud2)$/i;
const ENTRIES = new Set(["_start", "main", "start", "_main"]);

/** Hints for the root source; none while it has errors, since then names are not all known. */
export function faded(analysis: Analysis): Diagnostic[] {
  if (analysis.assembly?.ok !== true) return [];
  const { source } = analysis;
  return [...unreachable(source), ...unusedLabels(analysis)].sort((a, b) => a.lineNumber - b.lineNumber);
}

const hint = (
  source: Source,
  line: SourceLine,
  code: string,
  message: string,
  from: Lexeme,
  to: Lexeme,
): Diagnostic => ({
  severity: "hint",
  code,
  message,
  file: source.name,
  lineNumber: line.lineNumber,
  span: { source, start: from.start, end: to.end },
  editorOnly: true,
});

function unreachable(source: Source): Diagnostic[] {
  const found: Diagnostic[] = [];
  let ended = false;
  let isMacro = false;
  for (const line of sourceLines(source)) {
    const word = line.operation?.text ?? "";
    const code = line.lexemes.filter(({ kind }) => kind !== "comment");
    if (/^%[ir]*macro$/i.test(word)) isMacro = true;
    if (/^%end(?:m|macro)$/i.test(word)) isMacro = false;
    if (code.length === 0) continue;
    // A label, a macro's call, data or a preprocessor word: somebody may come here.
    const isPlain = code[0] === line.operation && line.operation?.kind === "instruction";
    if (!isPlain || isMacro) ended = false;
    if (ended)
      found.push(hint(source, line, "unreachable", "No jump leads here: this never runs.", code[0]!, code.at(-1)!));
    if (line.operation?.kind === "instruction" && !isMacro && ENDS.test(word)) ended = true;
  }
  return found;
}

function unusedLabels(analysis: Analysis): Diagnostic[] {
  const { source } = analysis;
  const used = new Set<string>();
  const text = new Set<string>();
  for (const other of analysis.assembly?.sources ?? []) {
    for (const { lexemes } of sourceLines(other)) {
      for (const lexeme of lexemes) {
        if (lexeme.kind === "name" || lexeme.kind === "macro") {
          const symbol = symbolOf(analysis, other, lexeme);
          if (symbol) used.add(symbol.name);
        }
        // A macro may put names together from pieces.
        if (lexeme.kind === "parameter" || lexeme.kind === "preprocessor") text.add(lexeme.kind);
      }
    }
  }
  if (text.size > 0) return [];
  return sourceLines(source).flatMap((line) => {
    const label = line.lexemes.find(({ kind }) => kind === "label");
    const symbol = label && symbolOf(analysis, source, label);
    const isLabel = symbol?.kind === "label" || symbol?.kind === "local-label";
    if (!label || !isLabel || symbol.global || ENTRIES.has(symbol.name) || used.has(symbol.name)) return [];
    return [hint(source, line, "unused-label", `Nothing names ${symbol.name}.`, label, label)];
  });
}
