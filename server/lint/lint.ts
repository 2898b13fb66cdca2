// The static layer: every rule over one assembly, in source order. `; asmoscope: ignore KIND` on a line silences it there.

import type { Assembly } from "../asm/options.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { lineNumberAt, lineRange, textOf } from "../base/source.ts";
import { annotationDiagnostics } from "../facts/annotation.ts";
import { ignores } from "../facts/ignore-comment.ts";
import { elementSize } from "./element-size.ts";
import { fallOffEnd } from "./fall-off-end.ts";
import { listing } from "./listing.ts";
import type { Rule } from "./rule.ts";
import { syscallNumber } from "./syscall-number.ts";
import { syscallSetup } from "./syscall-setup.ts";
import { truncatedStackPointer } from "./truncated-stack-pointer.ts";
import { volatileRegisters } from "./volatile-registers.ts";

const rules: readonly Rule[] = [
  elementSize,
  syscallNumber,
  syscallSetup,
  truncatedStackPointer,
  volatileRegisters,
  fallOffEnd,
];

/** True when the diagnostic's line carries `; asmoscope: ignore` with its code, or with no code at all. */
function isIgnored(diagnostic: Diagnostic): boolean {
  if (diagnostic.span === undefined) return false;
  const { source, start } = diagnostic.span;
  const { start: lineStart, end } = lineRange(source, lineNumberAt(source, start));
  return ignores(textOf(source, lineStart, end), diagnostic.code);
}

/**
 * Findings of the static layer. An assembly with errors gives none: its bytes and labels are not what will run.
 * A source in which the rules find nothing wrong gets nothing: no warning on correct programs.
 */
export function lint(assembly: Assembly, options: { readonly bits: 32 | 64 }): Diagnostic[] {
  if (!assembly.ok) return [];
  const code = listing(assembly, options.bits);
  const labels = new Set(assembly.symbols.map(({ name }) => name));
  const annotations = assembly.sources.flatMap((source) => annotationDiagnostics(source, (name) => labels.has(name)));
  const found = [...rules.flatMap((rule) => rule(code)), ...annotations].filter((diagnostic) => !isIgnored(diagnostic));
  const unique = new Map(
    found.map((diagnostic) => [`${diagnostic.code}:${diagnostic.file}:${diagnostic.lineNumber}`, diagnostic]),
  );
  return [...unique.values()].sort((a, b) => a.lineNumber - b.lineNumber);
}
