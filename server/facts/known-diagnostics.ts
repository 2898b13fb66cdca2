// Diagnostics as a baseline names them: takes what `check` and the editor would say, gives what the baseline does not know.
// Errors are always said: no baseline hides what keeps a program from being assembled.

import type { Diagnostic } from "../base/diagnostic.ts";
import { lineNumberAt, lineRange, textOf } from "../base/source.ts";
import { type Baseline, baselineLine, isKnown, labelAbove, type PlacedEntry, unseen } from "./baseline.ts";

/** A diagnostic as a baseline names it; undefined for errors, and for what has no line. */
export function diagnosticEntry({
  severity,
  code,
  file,
  lineNumber,
  span,
  calls,
}: Diagnostic): PlacedEntry | undefined {
  if (severity === "error" || severity === "fatal" || span === undefined) return undefined;
  const { start, end } = lineRange(span.source, lineNumberAt(span.source, span.start));
  const label = labelAbove(calls?.at(-1) ?? span);
  const entry = { kind: code, file, ...(label === undefined ? {} : { label }) };
  return {
    entry: { ...entry, line: baselineLine(textOf(span.source, start, end)) },
    place: `${file}:${lineNumber}`,
  };
}

/** The diagnostics that the baseline does not know. */
export function unknownOf(diagnostics: readonly Diagnostic[], baseline: Baseline): Diagnostic[] {
  if (baseline.limits.size === 0) return [...diagnostics];
  const now = unseen(baseline);
  return diagnostics.filter((diagnostic) => {
    const placed = diagnosticEntry(diagnostic);
    return placed === undefined || !isKnown(now, placed);
  });
}
