// Takes a diagnostic and a kind; tells whether its source line silences that kind with `; asmoscope: ignore`.

import type { Diagnostic } from "../base/diagnostic.ts";
import { lineNumberAt, lineRange, textOf } from "../base/source.ts";
import { ignores } from "../facts/ignore-comment.ts";

/** True when the diagnostic's line carries `; asmoscope: ignore` with this kind, or with none at all. */
export function isIgnored({ span }: Diagnostic, kind: string): boolean {
  if (span === undefined) return false;
  const { start, end } = lineRange(span.source, lineNumberAt(span.source, span.start));
  return ignores(textOf(span.source, start, end), kind);
}
