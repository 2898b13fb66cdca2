// The options --baseline and --write-baseline: reads the file of known findings, and writes the findings of now as one.

import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { type Baseline, baselineText, readBaseline, seenOf } from "../../server/facts/baseline.ts";
import { diagnosticEntry } from "../../server/facts/known-diagnostics.ts";
import { baselineEntryOf } from "../check/known-findings.ts";
import { createProgramMap } from "../check/program-map.ts";
import type { Machine } from "../machine/machine.ts";
import { readInput } from "./input-files.ts";
import type { OptionRow } from "./options.ts";
import { writeOutputFile } from "./output-file.ts";
import type { Terminal } from "./terminal.ts";

export const baselineRows: readonly OptionRow[] = [
  { name: "--baseline", value: "FILE", help: "findings that are known and not told again" },
  { name: "--write-baseline", value: "FILE", help: "write the findings of now as such a file" },
];

/** @returns a sentence without a full stop when the file cannot be used. */
export function readBaselineFile(name: string): Baseline | string {
  const file = readInput(name, "baseline");
  if (typeof file === "string") return file;
  const baseline = readBaseline(new TextDecoder().decode(file.bytes));
  return typeof baseline === "string" ? `cannot use ${name} as baseline: ${baseline}` : baseline;
}

/** @returns a sentence when the file cannot be written. */
export function writeRunBaseline(
  name: string,
  machine: Machine,
  baseline: Baseline,
  terminal: Terminal,
): string | undefined {
  const map = createProgramMap(machine.image);
  const entries = machine.findings.flatMap((finding) => baselineEntryOf(map, finding) ?? []);
  return writeOutputFile(name, baselineText([...seenOf(baseline), ...entries]), terminal, "baseline");
}

/** @returns a sentence when the file cannot be written. */
export const writeCheckBaseline = (
  name: string,
  diagnostics: readonly Diagnostic[],
  terminal: Terminal,
): string | undefined =>
  writeOutputFile(
    name,
    baselineText(diagnostics.flatMap((diagnostic) => diagnosticEntry(diagnostic) ?? [])),
    terminal,
    "baseline",
  );
