// Quick fixes: the changes that diagnostics bring with them, for those that touch a range.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";

export interface CodeAction {
  readonly fix: Fix;
  readonly diagnostic: Diagnostic;
}

/** Fixes of the diagnostics that touch bytes [start, end] of `source`. */
export function codeActions(analysis: Analysis, source: Source, start: number, end: number): CodeAction[] {
  return analysis.diagnostics
    .filter((diagnostic) => {
      const span = diagnostic.span;
      return span !== undefined && span.source === source && span.start <= end && span.end >= start;
    })
    .flatMap((diagnostic) => (diagnostic.fixes ?? []).map((fix) => ({ fix, diagnostic })));
}
