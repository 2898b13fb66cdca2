// One analysis of one root source: what every editor feature reads. It assembles the text as it stands, in the mode that
// `run` and F5 would choose, adds the static layer's findings, and keeps the names by where they are.

import { assemble } from "../asm/assemble.ts";
import { dialectMessage, OTHER_ASSEMBLER } from "../asm/dialect.ts";
import { detectMode } from "../asm/mode.ts";
import { modeHint } from "../asm/mode-hint.ts";
import type { AssembleOptions, Assembly, FileReader, FileRequest, SymbolInfo } from "../asm/options.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { withLate } from "../base/late.ts";
import type { Source } from "../base/source.ts";
import { FORM_PROBLEMS, markNotes, textForm } from "../base/text-form.ts";
import { lint } from "../lint/lint.ts";
import { unrepeated } from "../lint/wide-constant.ts";
import { carriedLints } from "./carried-lints.ts";
import { faded } from "./faded.ts";
import { withStructures } from "./structures.ts";

/** What the editor's settings say about a folder's sources. */
export interface AnalysisOptions {
  readonly reader: FileReader;
  readonly includePaths: readonly string[];
  readonly defines: readonly { readonly name: string; readonly value?: string }[];
  /** 0 = find out. */
  readonly bits: 0 | 32 | 64;
}

export interface Analysis {
  readonly source: Source;
  readonly bits: 16 | 32 | 64;
  /** True when nothing in the source or the settings said so: shown as "32-bit (detected)". */
  readonly bitsDetected: boolean;
  /** Modes that make a 32-bit program run which is assembled as 64-bit code; none for any other. The best comes first. */
  readonly betterModes: readonly ("auto" | "32")[];
  /** Empty for a source of another assembler. */
  readonly assembly: Assembly | undefined;
  /** The assembler's. */
  readonly diagnostics: readonly Diagnostic[];
  /** The static layer's, and what is faded. */
  readonly lints: readonly Diagnostic[];
  readonly symbols: readonly SymbolInfo[];
  readonly pendingFiles: readonly FileRequest[];
}

/** Of a file that is not assembled: one diagnostic, at its first line. */
function leftAlone(source: Source, said: Pick<Diagnostic, "severity" | "code" | "message">): Analysis {
  const span = { source, start: 0, end: source.lineStarts[1] ?? source.bytes.length };
  return {
    source,
    bits: 64,
    bitsDetected: false,
    betterModes: [],
    assembly: undefined,
    diagnostics: [{ ...said, file: source.name, lineNumber: 1, span, editorOnly: true }],
    lints: [],
    symbols: [],
    pendingFiles: [],
  };
}

/** Somebody waits for an answer, and all that lines come to is kept. The largest sources of x264, x265, dav1d and FFmpeg
 * come to 600,000, with lines as four, and to 14 million words. */
const LIMITS = { expansions: 1_000_000, tokens: 20_000_000 } as const;

/** Options for assembling `source` as the editor does. Time is fixed, so that equal text gives an equal analysis. */
export function assembleOptions(options: AnalysisOptions, format: "elf32" | "elf64" | "bin"): AssembleOptions {
  return {
    format,
    reader: options.reader,
    includePaths: options.includePaths,
    defines: options.defines,
    timeSeconds: 0,
    environment: {},
    lenient: true,
    debug: true,
    limits: LIMITS,
  };
}

/** When the static layer looks: with the assembly, or later, what it said before of unchanged lines standing until then. */
export type LintTime = "now" | { readonly later: Analysis };

/** Analyses a root source. Never throws; a file that is not NASM's, or no text, gets one sentence. */
export function analyse(source: Source, options: AnalysisOptions, lints: LintTime = "now"): Analysis {
  const past = lints === "now" ? undefined : lints.later;
  const form = textForm(source.bytes);
  if (form === "binary" || form === "utf-16")
    return leftAlone(source, {
      severity: "error",
      code: "unusable-file",
      message: `the file is ${FORM_PROBLEMS[form]}`,
    });
  const foreign = dialectMessage(source, past?.source);
  if (foreign !== undefined)
    return leftAlone(source, {
      severity: "note",
      code: OTHER_ASSEMBLER,
      message: `${foreign}, so it leaves the file alone.`,
    });
  const mode = detectMode(
    source,
    assembleOptions(options, "elf64"),
    options.bits === 0 ? undefined : options.bits,
    past?.source,
  );
  const format = mode.kind === "real" ? "bin" : mode.bits === 32 ? "elf32" : "elf64";
  const assembly = assemble(source, assembleOptions(options, format), past?.assembly ?? "none");
  const hints = format === "elf64" ? modeHint(source, assembleOptions(options, format), assembly.diagnostics) : [];
  const fields: Omit<Analysis, "symbols"> = {
    source,
    bits: mode.kind === "real" ? 16 : mode.bits,
    bitsDetected: mode.reason === "detected",
    betterModes: hints.length === 0 ? [] : betterModes(source, options),
    assembly,
    diagnostics: [...assembly.diagnostics, ...hints, ...markNotes(assembly.sources)],
    lints: past ? carriedLints(past, source) : [],
    pendingFiles: assembly.pendingFiles,
  };
  const analysis = withLate<Analysis, "symbols">(fields, {
    symbols: () => withStructures(assembly.symbols, assembly.sources),
  });
  return past ? analysis : withLints(analysis);
}

/** Letting each source say its mode leaves the others of the folder what they are. */
function betterModes(source: Source, options: AnalysisOptions): readonly ("auto" | "32")[] {
  const found = detectMode(source, assembleOptions(options, "elf64"));
  return found.kind === "protected" && found.bits === 32 ? ["auto", "32"] : ["32"];
}

/** The analysis with what the static layer finds, and what is faded. */
export function withLints(analysis: Analysis): Analysis {
  const { assembly, bits } = analysis;
  if (assembly === undefined || bits === 16) return analysis;
  const findings = lint(assembly, { bits });
  const diagnostics = unrepeated(analysis.diagnostics, findings);
  const fields = { ...analysis, diagnostics, lints: [...findings, ...faded(analysis)] };
  return withLate<Analysis, "symbols">(fields, { symbols: () => analysis.symbols });
}
