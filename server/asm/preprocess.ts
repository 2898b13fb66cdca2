// The preprocessor as the assembling pass sees it: a pump of logical lines. Lines are pulled one at a time, since
// `%assign x $-$$` and `%if label > 4` read what the pass knows at that moment. The pump is started once per pass.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Source, Span } from "../base/source.ts";
import type { Expansion } from "../obj/object-module.ts";
import type { AssembleOptions, FileRequest, SymbolInfo } from "./options.ts";
import type { Line, Token } from "./token.ts";

/** Where somebody stands who reports something; every Line is one. `file` and `lineNumber` are what NASM prints. */
export interface Place {
  readonly file: string;
  readonly lineNumber: number;
  /** The words meant, or the line. Inside a macro: in the body. */
  readonly span: Span;
  readonly expansion?: Expansion;
}

/** Value of a critical expression (`%assign`, `%if`, `%rep`, `%substr` …). */
export interface Evaluated {
  /** "number" when it is plain; "other" when relocatable, or when a register, a segment or an unknown symbol takes part. */
  readonly kind: "number" | "other";
  /** Signed 64 bits; meaningless for "other". */
  readonly value: bigint;
  /** Index of the first token after the expression, `tokens.length` when nothing follows (spaces count as nothing). */
  readonly end: number;
  /** False when the value can differ in another pass: a symbol, `$` or `$$` took part. Lines then are not replayed. */
  readonly fixed: boolean;
}

/** One thing a listing shows, in source order, sent before the lines it yields are returned by `next`. */
export type ListEvent =
  | { readonly kind: "line"; readonly lineNumber: number; readonly text: string }
  | { readonly kind: "up"; readonly of: "include" | "macro" }
  | { readonly kind: "down"; readonly of: "include" | "macro" };

/** What the preprocessor asks of the pass that pulls its lines. */
export interface Pass {
  /** 1, 2, …; with `final` it decides `__?PASS?__`. */
  readonly number: number;
  readonly final: boolean;
  /** Evaluates the macro-free tokens as a critical expression with what the pass knows now; undefined when it could
   * not, after having reported why at `place`. */
  evaluate(tokens: readonly Token[], place: Place): Evaluated | undefined;
  /** The bits in force, for `__?BITS?__`. */
  bits(): 16 | 32 | 64;
  /** Gets what the preprocessor finds, in every pass again (replayed lines too): the assembler decides in which pass it
   * is said, and filters and promotes warnings by class (`code`). */
  report(diagnostic: Diagnostic): void;
  /** Gets the listing's lines when a listing is wanted. */
  list?(event: ListEvent): void;
}

export interface Preprocessor {
  /** Begins a pass at the first line of the root source (after standard macros, -D, -P). Replays the lines of the pass
   * before where nothing in them can depend on the pass. */
  startPass(pass: Pass): void;
  /** The next logical line: comments gone, macros expanded, continuation joined, directives obeyed. Tokens are of every
   * kind but "directive" and "parameter"; blank lines are left out. What users write as `section .text` or `global f` arrives
   * as NASM's primitive form `[section .text]`. Undefined at the end, and after a fatal error unless `lenient`. */
  next(): Line | undefined;
  /** True after a fatal error of this pass (missing include, `%fatal`, a limit): NASM would have stopped there, what comes
   * later is the editor's own. */
  readonly stopped: boolean;
  /** Every source that took part, root first. */
  readonly sources: readonly Source[];
  /** Files asked for and not there yet. */
  readonly pendingFiles: readonly FileRequest[];
  /** Files asked for, existing or not, in order, for -M; without the root. */
  readonly dependencies: readonly string[];
  /** User's macros and defines as they stand after the latest pass. */
  definitions(): readonly SymbolInfo[];
}

/** A preprocessor over `source`; lexed lines are kept from pass to pass. */
export declare function createPreprocessor(source: Source, options: AssembleOptions): Preprocessor;
