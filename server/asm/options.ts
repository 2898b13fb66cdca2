// What a user can ask of the assembler, and how it gets files without I/O.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Source } from "../base/source.ts";
import type { ObjectModule } from "../obj/object-module.ts";

export type OutputFormat = "bin" | "elf32" | "elfx32" | "elf64";

/** Answer to an include or incbin request: the file with the name it was found under; "missing"; or "pending", when the
 * host has to fetch it first (browser): the result then lists it in `pendingFiles` and the host assembles again. */
export type FileReader = (
  request: FileRequest,
) => { readonly name: string; readonly bytes: Uint8Array } | "missing" | "pending";
export interface FileRequest {
  /** As written in the source. */
  readonly name: string;
  /** Name of the file that asks. */
  readonly from: string;
  readonly kind: "include" | "incbin" | "depend" | "pathsearch";
}

/** Limits on everything an input can blow up; exceeding one is a diagnostic. */
export interface Limits {
  readonly macroDepth: number;
  readonly includeDepth: number;
  /** Calls of macros and rounds of repetitions in one pass; each line that they give to the assembler counts as four. */
  readonly expansions: number;
  /** Words looked at while single-line macros are expanded in one line: NASM's count (`--limit-macro-tokens`). */
  readonly macroTokens: number;
  /** Tokens looked at while single-line macros are expanded, in one pass. */
  readonly tokens: number;
  readonly repetitions: number;
  readonly lineBytes: number;
  readonly outputBytes: number;
  readonly expressionDepth: number;
  readonly passes: number;
  /** Passes without fewer labels that moved. */
  readonly stalledPasses: number;
  /** Calls of multi-line macros before the outermost returns. */
  readonly callsBeforeReturn: number;
}
export const DEFAULT_LIMITS: Limits = {
  macroDepth: 1_000,
  includeDepth: 64,
  expansions: 12_000_000,
  macroTokens: 10_000_000,
  tokens: 300_000_000,
  repetitions: 1_000_000,
  lineBytes: 1_000_000,
  outputBytes: 256 << 20,
  expressionDepth: 500,
  passes: 200,
  stalledPasses: 1_000,
  callsBeforeReturn: 100_000,
};

export interface AssembleOptions {
  readonly format: OutputFormat;
  /** What `__?OUTPUT_FORMAT?__` says, when that is another of NASM's formats (-E only). */
  readonly formatName?: string;
  readonly reader: FileReader;
  /** -I, in order, as given. */
  readonly includePaths?: readonly string[];
  /** -D NAME[=VALUE] and -U NAME in order. */
  readonly defines?: readonly { readonly name: string; readonly value?: string; readonly undefine?: boolean }[];
  /** -P. */
  readonly preincludes?: readonly string[];
  /** "ignored": `%line` counts as a comment (--no-line). */
  readonly lineDirectives?: "obeyed" | "ignored";
  /** --before: lines that stand before the source. */
  readonly before?: readonly string[];
  /** -O: passes as NASM counts; Infinity = -Ox (default), 0 = -O0, 1 = -O1. */
  readonly optimise?: number;
  /** -w/-W words in order: "+all", "-number-overflow", "error=label-orphan", "error". */
  readonly warnings?: readonly string[];
  /** What stands before messages about each of `warnings`; the source's name where absent. */
  readonly warningNames?: readonly string[];
  /** -g: keep line information in the output. */
  readonly debug?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
  /** The same for local symbols. */
  readonly localPrefix?: string;
  readonly localSuffix?: string;
  /** Default `bits` where the format does not say (bin: 16). */
  readonly bits?: 16 | 32 | 64;
  /** Seconds since 1970 for `__?DATE?__` and friends; the command line passes now, the editor a fixed time. */
  readonly timeSeconds: number;
  /** Variables for `%!NAME`; empty in the editor. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Go on after what would stop NASM; such findings are marked editorOnly. */
  readonly lenient?: boolean;
  readonly limits?: Partial<Limits>;
  /** "left-out": nobody will debug the module, so its sections list no items. */
  readonly items?: "kept" | "left-out";
  /** -l: the listing's text is wanted. */
  readonly listing?: boolean;
}

/** A label, equ, extern or macro as the editor wants it. */
export interface SymbolInfo {
  readonly name: string;
  readonly kind: "label" | "local-label" | "equ" | "extern" | "common" | "macro" | "define" | "struct" | "field";
  readonly file: string;
  readonly lineNumber: number;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** Value or section offset, when known. */
  readonly value?: bigint;
  /** Section name, for labels. */
  readonly section?: string;
  readonly global?: boolean;
  /** Text of the definition for macros and defines; parameters for macros. */
  readonly detail?: string;
}

/** One line of `-l` and of the listing view. */
export interface ListedLine {
  readonly file: string;
  readonly lineNumber: number;
  readonly sectionOffset: number;
  readonly bytes: Uint8Array;
}

/** The result of assembling one root source. `module` is present even with errors, as far as it got. */
export interface Assembly {
  readonly ok: boolean;
  readonly module: ObjectModule;
  /** In the order NASM prints them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly symbols: readonly SymbolInfo[];
  /** Every file that took part, root first. */
  readonly sources: readonly Source[];
  /** Asked for and not there yet ("pending"). */
  readonly pendingFiles: readonly FileRequest[];
  /** Existing and missing files asked for, for -M. */
  readonly dependencies: readonly string[];
  /** Passes that were needed until labels stood still, as -Ov tells them; undefined when the last pass did not come. */
  readonly optimisingPasses?: number;
  /** The whole listing text (-l), only when asked. */
  readonly listing?: string;
}
