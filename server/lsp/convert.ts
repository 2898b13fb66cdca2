// Between the core's byte offsets and LSP's lines and UTF-16 characters.

import type { Diagnostic as LspDiagnostic, Position, Range } from "vscode-languageserver";
import { CompletionItemKind, DiagnosticSeverity, DiagnosticTag, SymbolKind } from "vscode-languageserver";
import type { Diagnostic } from "../base/diagnostic.ts";
import { lineRange, offsetAt, positionAt, type Source, wordsStart } from "../base/source.ts";
import type { CompletionItem } from "../ide/completion.ts";
import type { OutlineItem } from "../ide/outline.ts";

export function toPosition(source: Source, offset: number): Position {
  const { line, column } = positionAt(source, offset);
  return { line: line - 1, character: column - 1 };
}

export const toRange = (source: Source, start: number, end: number): Range => ({
  start: toPosition(source, start),
  end: toPosition(source, end),
});

/** Byte offset of an LSP position. */
export const toOffset = (source: Source, position: Position): number =>
  offsetAt(source, position.line + 1, position.character + 1);

const SEVERITIES = {
  fatal: DiagnosticSeverity.Error,
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** The range to underline in `source`: the exact words, else the text of the reported line. */
export function rangeOf(source: Source, diagnostic: Diagnostic): Range {
  const span = diagnostic.span;
  if (span !== undefined && span.source === source)
    return toRange(source, wordsStart(source, span.start, span.end), span.end);
  const { start, end } = lineRange(source, Math.max(1, diagnostic.lineNumber));
  let from = start;
  while (from < end && (source.bytes[from] === 32 || source.bytes[from] === 9)) from++;
  return toRange(source, from, end);
}

/** What is written and does nothing: editors show it faded. */
const FADED = new Set(["unreachable", "unused-label"]);

/** `uriOf` gives the URI of a file named in a related place. */
export function toLspDiagnostic(
  source: Source,
  diagnostic: Diagnostic,
  uriOf: (file: string) => string,
): LspDiagnostic {
  const related = (diagnostic.related ?? []).map((place) => ({
    message: place.message,
    location: {
      uri: uriOf(place.span?.source.name ?? place.file),
      range: place.span
        ? toRange(place.span.source, place.span.start, place.span.end)
        : {
            start: { line: Math.max(0, place.lineNumber - 1), character: 0 },
            end: { line: Math.max(0, place.lineNumber - 1), character: 0 },
          },
    },
  }));
  return {
    range: rangeOf(source, diagnostic),
    severity: SEVERITIES[diagnostic.severity],
    code: diagnostic.code,
    source: "asmoscope",
    message: diagnostic.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(FADED.has(diagnostic.code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

export const COMPLETION_KINDS: Record<CompletionItem["kind"], CompletionItemKind> = {
  instruction: CompletionItemKind.Keyword,
  register: CompletionItemKind.Variable,
  label: CompletionItemKind.Reference,
  macro: CompletionItemKind.Method,
  directive: CompletionItemKind.Keyword,
  constant: CompletionItemKind.Constant,
  function: CompletionItemKind.Function,
  size: CompletionItemKind.TypeParameter,
  snippet: CompletionItemKind.Snippet,
};

export const SYMBOL_KINDS: Record<OutlineItem["kind"], SymbolKind> = {
  function: SymbolKind.Function,
  variable: SymbolKind.Variable,
  constant: SymbolKind.Constant,
  macro: SymbolKind.Method,
  structure: SymbolKind.Struct,
  field: SymbolKind.Field,
  extern: SymbolKind.Interface,
};
