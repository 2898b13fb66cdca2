// Takes a diagnostic and a kind; tells whether its source line silences that kind with `; asmoscope: ignore`.

import type { Diagnostic } from "../base/diagnostic.ts";
import { commentedLines, ignores } from "../facts/ignore-comment.ts";

/** True when the diagnostic's line, or a macro call around it, carries `; asmoscope: ignore` with this kind, or with none. */
export function isIgnored({ span, calls = [] }: Diagnostic, kind: string): boolean {
  if (span === undefined) return false;
  return [span, ...calls].flatMap(commentedLines).some((line) => ignores(line, kind));
}
