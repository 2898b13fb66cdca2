// Diagnostics as the command line shows them: `file:line: error: text`, as text and as the JSON of `check` and of the report.

import { isWarningClass } from "../../server/asm/warning.ts";
import { type Diagnostic, inLineEnds } from "../../server/base/diagnostic.ts";
import { positionAt, type Span } from "../../server/base/source.ts";

export interface TextOptions {
  /** `--columns`: file:line:column. */
  readonly columns: "shown" | "hidden";
}

const COLOURS: Readonly<Record<string, string>> = { fatal: "31;1", error: "31;1", warning: "35;1", note: "36;1" };

/** One line for the diagnostic and one for each related place. `paint` adds colour or nothing. */
export function diagnosticText(diagnostic: Diagnostic, options: TextOptions, paint: Paint = plain): string {
  const { severity, message, lineNumber, file, span, related = [] } = diagnostic;
  const column = options.columns === "shown" && span ? `:${positionAt(span.source, span.start).column}` : "";
  const place = lineNumber > 0 ? `${file}:${lineNumber}${column}` : file;
  const lines = related.map((other) => {
    const word = other.message.startsWith("from macro") ? "..." : "note:";
    return `${other.file}:${other.lineNumber}: ${word} ${other.message}`;
  });
  return [
    `${place}: ${paint(`${severity}:`, COLOURS[severity] ?? "1")} ${message}${classOf(diagnostic)}`,
    ...lines,
  ].join("\n");
}

/** The class of a warning, so that people know how to switch it off: nasm's -w word, or the kind to ignore. */
function classOf({ severity, code, span }: Diagnostic): string {
  if (severity !== "warning" && severity !== "hint") return "";
  if (isWarningClass(code)) return ` [-w+${code}]`;
  return span ? ` [${code}]` : "";
}

/** Wraps text in an SGR sequence. */
export type Paint = (text: string, code: string) => string;
export const plain: Paint = (text) => text;
export const painted: Paint = (text, code) => `\x1b[${code}m${text}\x1b[0m`;

/** A diagnostic as `check --json` prints it. Lines and columns count from 1; without a span the whole line is meant. */
export interface JsonDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: "error" | "warning" | "note" | "hint";
  readonly code: string;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  readonly fixes: readonly { readonly title: string; readonly edits: readonly JsonEdit[] }[];
}
export interface JsonEdit {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

function rangeOf(span: Span): Omit<JsonEdit, "text" | "file"> {
  const start = positionAt(span.source, span.start);
  const end = positionAt(span.source, span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

export function jsonDiagnostic(diagnostic: Diagnostic): JsonDiagnostic {
  const { file, lineNumber, severity, code, message, span, related = [], fixes = [] } = diagnostic;
  const place = Math.max(1, lineNumber); // what belongs to the whole file stands on its first line
  const line = { line: place, column: 1, endLine: place, endColumn: 1 };
  // Inside a macro the span is in the body, while file and line are the call's: the call's line is what is meant.
  const range = span && (lineNumber === 0 || rangeOf(span).line === lineNumber) ? rangeOf(span) : line;
  return {
    file,
    ...range,
    severity: severity === "fatal" ? "error" : severity,
    code,
    message,
    related: related.map((other) => ({ file: other.file, line: other.lineNumber, message: other.message })),
    fixes: fixes.map(inLineEnds).map(({ title, edits }) => ({
      title,
      edits: edits.map((edit) => ({ file: edit.span.source.name, ...rangeOf(edit.span), text: edit.text })),
    })),
  };
}
