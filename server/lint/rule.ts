// What a static rule is: a function from the listing to diagnostics. `finding` makes one in the common shape.

import type { Diagnostic, Fix, Severity } from "../base/diagnostic.ts";
import { wordsStart } from "../base/source.ts";
import type { FindingName } from "../facts/findings.ts";
import { callsOf } from "../obj/object-module.ts";
import type { Instruction, Listing } from "./listing.ts";

export type Rule = (code: Listing) => Diagnostic[];

/** A diagnostic on an instruction. `kind` is a finding kind that the static layer may report. */
export function finding(
  instruction: Instruction,
  kind: FindingName,
  severity: Severity,
  message: string,
  fixes: readonly Fix[] = [],
): Diagnostic {
  const { item } = instruction;
  return {
    severity,
    code: kind,
    message,
    file: item.file,
    lineNumber: item.lineNumber,
    span: { ...item.span, start: wordsStart(item.span.source, item.span.start, item.span.end) },
    ...(item.expansion === undefined ? {} : { calls: callsOf(item.expansion) }),
    editorOnly: true,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}
