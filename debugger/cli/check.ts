// `asmoscope check`: the assembler's diagnostics and the static layer's findings, as text, JSON or SARIF. Nothing is run.

import { assemble } from "../../server/asm/assemble.ts";
import { dialectNotes } from "../../server/asm/dialect.ts";
import { detectMode } from "../../server/asm/mode.ts";
import { modeHint } from "../../server/asm/mode-hint.ts";
import type { AssembleOptions, Assembly } from "../../server/asm/options.ts";
import { jsonText } from "../../server/base/byte-text.ts";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { createSource } from "../../server/base/source.ts";
import { markNotes } from "../../server/base/text-form.ts";
import { EMPTY_BASELINE } from "../../server/facts/baseline.ts";
import { unknownOf } from "../../server/facts/known-diagnostics.ts";
import { lint } from "../../server/lint/lint.ts";
import { unrepeated } from "../../server/lint/wide-constant.ts";
import { fileKind } from "../program/file-kind.ts";
import { type AssemblerChoices, assemblerChoices, assemblerRows } from "./assembler-options.ts";
import { baselineRows, readBaselineFile, writeCheckBaseline } from "./baseline-file.ts";
import { jsonDiagnostic } from "./diagnostic-text.ts";
import { readInput } from "./input-files.ts";
import { helpFor, lastValue, type OptionRow, parseArguments, UsageError } from "./options.ts";
import { definedOnly, showDiagnostics } from "./program-files.ts";
import { sarifLog } from "./sarif.ts";
import { createSourceReader } from "./source-reader.ts";
import { complain, say, type Terminal } from "./terminal.ts";

const rows: readonly OptionRow[] = [
  ...assemblerRows,
  { name: "--json", help: "one JSON object with all diagnostics on standard output" },
  { name: "--sarif", help: "a SARIF 2.1.0 log on standard output" },
  ...baselineRows,
  { name: "--columns", help: "columns in diagnostics" },
];

/** A file that an option names cannot be read. */
const UNUSABLE = 2;

const isError = ({ severity }: Diagnostic): boolean => severity === "error" || severity === "fatal";

/** @returns 1 when there is an error. @throws {UsageError} */
export function check(args: readonly string[], terminal: Terminal): number {
  const parsed = parseArguments(args, rows, "check");
  if (lastValue(parsed, "--help") !== undefined) {
    say(terminal, helpFor("check [OPTION]... FILE...", "Reports errors, warnings and lints; nothing is run.", rows));
    return 0;
  }
  const files = [...parsed.operands, ...(parsed.rest ?? [])];
  if (files.length === 0) throw new UsageError("no file given", "check");
  const given = (name: string) => lastValue(parsed, name) !== undefined;
  if (given("--json") && given("--sarif")) throw new UsageError("give --json or --sarif, not both", "check");
  const choices = assemblerChoices(parsed, "check");
  const baselineName = lastValue(parsed, "--baseline");
  const baseline = baselineName === undefined ? EMPTY_BASELINE : readBaselineFile(baselineName);
  if (typeof baseline === "string") {
    complain(terminal, `asmoscope: ${baseline}`);
    return UNUSABLE;
  }
  const all = checkFiles(files, choices, terminal);
  const diagnostics = unknownOf(all, baseline);
  if (given("--json")) {
    say(terminal, jsonText({ version: 1, diagnostics: diagnostics.map(jsonDiagnostic) }));
  } else if (given("--sarif")) {
    say(terminal, jsonText(sarifLog(diagnostics.map(jsonDiagnostic))));
  } else {
    showDiagnostics(diagnostics, terminal, { columns: given("--columns") ? "shown" : "hidden" });
  }
  const written = lastValue(parsed, "--write-baseline");
  const problem = written === undefined ? undefined : writeCheckBaseline(written, all, terminal);
  if (problem !== undefined) complain(terminal, `asmoscope: ${problem}`);
  return problem !== undefined || diagnostics.some(isError) ? 1 : 0;
}

/** The sentence stands behind the file's name, so it need not name it again. */
function fileProblem(file: string, sentence: string): Diagnostic[] {
  if (file === "")
    return [{ severity: "error", code: "unusable-file", message: sentence, file: "check", lineNumber: 0 }];
  const message = sentence.replace(`cannot read ${file}: `, "cannot be read: ").replace(`${file} is `, "the file is ");
  return [{ severity: "error", code: "unusable-file", message, file, lineNumber: 0 }];
}

/** A source that was assembled, or what is wrong with the file. */
type Assembled =
  | { readonly problem: readonly Diagnostic[] }
  | { readonly assembly: Assembly; readonly bits: 32 | 64; readonly notes: readonly Diagnostic[] };

function checkFiles(files: readonly string[], choices: AssemblerChoices, terminal: Terminal): Diagnostic[] {
  const all = files.map((name) => assembleFile(name, choices, terminal));
  // A function of one source is not libc's in another, whatever its name.
  const own = new Set(all.flatMap((one) => ("assembly" in one ? globalLabels(one.assembly) : [])));
  return all.flatMap((one) => {
    if (!("assembly" in one)) return [...one.problem];
    const findings = lint(one.assembly, { bits: one.bits, own });
    return [...unrepeated(one.assembly.diagnostics, findings), ...one.notes, ...findings];
  });
}

const globalLabels = ({ module }: Assembly): string[] =>
  module.symbols.flatMap(({ name, binding, section }) =>
    binding === "global" && typeof section === "number" ? [name] : [],
  );

function assembleFile(name: string, choices: AssemblerChoices, terminal: Terminal): Assembled {
  const file = readInput(name);
  if (typeof file === "string") return { problem: fileProblem(name, file) };
  const kind = fileKind(file);
  if (kind.kind === "refused") return { problem: fileProblem(name, kind.problem) };
  if (kind.kind !== "source") {
    const what = kind.kind === "library" ? "a static library" : "an ELF file";
    return { problem: fileProblem(name, `${name} is ${what}, not assembly source`) };
  }
  const source = createSource(file.name, file.bytes);
  const options: AssembleOptions = {
    format: choices.format ?? "elf64",
    reader: createSourceReader(choices.includePaths, name),
    includePaths: choices.includePaths,
    defines: choices.defines,
    preincludes: choices.preincludes,
    warnings: choices.warnings,
    timeSeconds: Math.floor(Date.now() / 1000),
    environment: definedOnly(terminal.environment),
    debug: true,
  };
  const formatBits = choices.format === "elf32" ? 32 : choices.format ? 64 : undefined;
  const mode = detectMode(source, options, choices.bits ?? formatBits);
  const detected = mode.kind === "real" ? "bin" : mode.bits === 32 ? "elf32" : "elf64";
  const assembly = assemble(source, { ...options, format: choices.format ?? detected });
  const marks = [...markNotes(assembly.sources), ...dialectNotes(source, assembly.diagnostics)];
  if (mode.kind === "real") return { problem: [...assembly.diagnostics, ...marks] };
  const hints = mode.bits === 64 ? modeHint(source, options, assembly.diagnostics) : [];
  return { assembly, bits: mode.bits, notes: [...hints, ...marks] };
}
