// Diagnostics as a baseline names them: takes what `check` and the editor would say, gives what the baseline does not know.
// Errors are always said: no baseline hides what keeps a program from being assembled.

import type { Diagnostic } from "../base/diagnostic.ts";
import { lineNumberAt, lineRange, textOf } from "../base/source.ts";
import { type Baseline, type BaselineEntry, baselineLine, isKnown } from "./baseline.ts";

/** A diagnostic as a baseline names it; undefined for errors, and for what has no line. */
export function diagnosticEntry({ severity, code, file, span }: Diagnostic): BaselineEntry | undefined {
  if (severity === "error" || severity === "fatal" || span === undefined) return undefined;
  const { start, end } = lineRange(span.source, lineNumberAt(span.source, span.start));
  return { kind: code, file, line: baselineLine(textOf(span.source, start, end)) };
}

/** The diagnostics that the baseline does not know. */
export const unknownOf = (diagnostics: readonly Diagnostic[], baseline: Baseline): Diagnostic[] =>
  baseline.size === 0
    ? [...diagnostics]
    : diagnostics.filter((diagnostic) => {
        const entry = diagnosticEntry(diagnostic);
        return entry === undefined || !isKnown(baseline, entry);
      });
