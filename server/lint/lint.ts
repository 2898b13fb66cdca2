// The static layer: every rule over one assembly, in source order. `; asmoscope: ignore KIND` on a line silences it there.

import type { Assembly } from "../asm/options.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { annotationDiagnostics } from "../facts/annotation.ts";
import { convention } from "./convention.ts";
import { division } from "./division.ts";
import { elementSize } from "./element-size.ts";
import { fallOffEnd } from "./fall-off-end.ts";
import { softened } from "./handled-faults.ts";
import { isIgnored } from "./ignored.ts";
import { libcCalls } from "./libc-calls.ts";
import { listing } from "./listing.ts";
import { memoryAccess } from "./memory-access.ts";
import type { Rule } from "./rule.ts";
import { stackBalance } from "./stack-balance.ts";
import { syscallArguments } from "./syscall-arguments.ts";
import { syscallNumber } from "./syscall-number.ts";
import { syscallSetup } from "./syscall-setup.ts";
import { truncatedStackPointer } from "./truncated-stack-pointer.ts";
import { missingExterns, wideConstants } from "./wide-constant.ts";

const rules: readonly Rule[] = [
  elementSize,
  syscallNumber,
  syscallSetup,
  syscallArguments,
  truncatedStackPointer,
  convention,
  stackBalance,
  division,
  memoryAccess,
  libcCalls,
  fallOffEnd,
];

export interface LintOptions {
  readonly bits: 32 | 64;
  /** Global labels of the program's other sources: functions of these names are not libc's. */
  readonly own?: ReadonlySet<string>;
}

/**
 * Findings of the static layer. An assembly with errors gives `missing-extern` alone: its bytes and labels are not what will
 * run.
 */
export function lint(assembly: Assembly, options: LintOptions): Diagnostic[] {
  if (!assembly.ok) return missingExterns(assembly).filter((diagnostic) => !isIgnored(diagnostic, diagnostic.code));
  const code = listing(assembly, options.bits, options.own);
  const annotations = assembly.sources.flatMap((source) => annotationDiagnostics(source, assembly.symbols));
  const ruled = rules.flatMap((rule) => rule(code));
  const all = [...softened(code, ruled), ...wideConstants(assembly), ...annotations];
  const found = all.filter((diagnostic) => !isIgnored(diagnostic, diagnostic.code));
  const unique = new Map<string, Diagnostic>();
  for (const diagnostic of found) {
    const key = `${diagnostic.code}:${diagnostic.file}:${diagnostic.lineNumber}`;
    // Two functions may share a line: what is sure in one of them is said.
    if (!unique.has(key) || diagnostic.severity !== "hint") unique.set(key, diagnostic);
  }
  return [...unique.values()].sort((a, b) => a.lineNumber - b.lineNumber);
}
