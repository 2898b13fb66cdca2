// The preprocessor by itself, as `nasm -E` runs it: no labels, and messages as NASM writes them.

import { openCursor } from "../../server/asm/cursor.ts";
import { evaluate, type Scope } from "../../server/asm/expression.ts";
import { bytesToText } from "../../server/asm/lexer.ts";
import { type AssembleOptions, DEFAULT_LIMITS, type FileReader } from "../../server/asm/options.ts";
import { parseExpression } from "../../server/asm/parse-expression.ts";
import type { Evaluated, Pass, Place } from "../../server/asm/preprocess.ts";
import { printPreprocessed } from "../../server/asm/preprocess-print.ts";
import { placeDiagnostic } from "../../server/asm/preprocess-state.ts";
import type { Token } from "../../server/asm/token.ts";
import * as v from "../../server/asm/vector.ts";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { createSource, type Source } from "../../server/base/source.ts";

/** Files by name, for the reader. */
export type Files = Readonly<Record<string, Uint8Array>>;

export const readerOf =
  (files: Files): FileReader =>
  ({ name }) =>
    Object.hasOwn(files, name) ? { name, bytes: files[name]! } : "missing";

/** A pass without labels that collects what is reported. */
export function loosePass(report: (diagnostic: Diagnostic) => void): Pass {
  return {
    number: 1,
    final: true,
    purpose: "preprocess",
    limits: DEFAULT_LIMITS,
    bits: () => 16,
    report,
    evaluate: evaluateAlone,
  };
}

function evaluateAlone(
  tokens: readonly Token[],
  place: Place,
  report: (diagnostic: Diagnostic) => void,
): Evaluated | undefined {
  const cursor = openCursor({ span: place.span, tokens }, 0);
  const expression = parseExpression(cursor);
  for (const { severity, code, message } of cursor.notes) report(placeDiagnostic(place, severity, code, message));
  const scope: Scope = {
    segment: -1,
    bits: 16,
    offset: 0n,
    located: false,
    critical: " before use",
    forward: false,
    varies: false,
    find: () => undefined,
    fullName: (name) => name,
    error: (message) => report(placeDiagnostic(place, "error", "expression", message)),
    warn: (code, message) => report(placeDiagnostic(place, "warning", code, message)),
  };
  const vector = evaluate(expression, scope);
  if (vector === undefined) return undefined;
  const plain = vector.every((term) => term.value === 0n || term.type === v.SIMPLE);
  return {
    kind: plain ? "number" : "other",
    value: v.numberOf(vector),
    end: Math.min(cursor.at, tokens.length),
    fixed: true,
  };
}

/** Classes that NASM makes errors of unless told otherwise. */
const ERRORS = new Set(["pp-macro-def-param-single"]);

/** A diagnostic as NASM prints it. */
export function diagnosticText({ severity, code, message, file, lineNumber, related }: Diagnostic): string {
  const promoted = severity === "warning" && ERRORS.has(code);
  const word = promoted ? "error" : severity;
  const suffix = severity === "warning" ? ` [-w+${promoted ? "error=" : ""}${code}]` : "";
  const where = lineNumber > 0 ? `${file}:${lineNumber}` : file;
  const notes = (related ?? []).map((note) => `${note.file}:${note.lineNumber}: ... ${note.message}\n`);
  return `${where}: ${word}: ${message}${suffix}\n${notes.join("")}`;
}

/** What -E writes to standard output (one character a byte) and to standard error. */
export function preprocessAlone(
  name: string,
  bytes: Uint8Array,
  options: Partial<AssembleOptions> = {},
): { out: string; err: string } {
  const source: Source = createSource(name, bytes);
  const told: string[] = [];
  const { text } = printPreprocessed(
    source,
    { format: "bin", reader: () => "missing", timeSeconds: 0, ...options },
    loosePass((diagnostic) => told.push(diagnosticText(diagnostic))),
  );
  return { out: text, err: told.join("") };
}

export const asText = bytesToText;
