// What the preprocessor knows in one pass: inputs being read, macros, contexts, positions; and how it reports.
// The position is kept twice, as NASM does: the outermost one (in a macro the call's line) is what messages begin
// with and what lines carry; the innermost one (the body's line) is what `__?LINE?__` and -E show.

import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import type { Source, Span } from "../base/source.ts";
import type { Expansion } from "../obj/object-module.ts";
import { displayText } from "./lexer.ts";
import type { Meanings } from "./line-shape.ts";
import type { MacroNames } from "./line-text.ts";
import type { BodyLine, Call, Context, MultiMacro, SingleTable } from "./macro-table.ts";
import type { AssembleOptions, FileRequest, Limits } from "./options.ts";
import type { Pass, Place } from "./preprocess.ts";
import { macroNotes } from "./report.ts";
import type { LineReader } from "./source-lines.ts";
import type { StepTracker } from "./steps.ts";
import type { Token } from "./token.ts";

export interface Position {
  file: string;
  lineNumber: number;
}

/** Where a condition stands: emitting or not, before or after `%else`; "done" has had its turn, "never" has none,
 * "failed" has none for want of a value. */
export type ConditionState = "if-true" | "if-false" | "else-true" | "else-false" | "done" | "never" | "failed";

/** Lines waiting to be read before the input goes on: a macro's body, a `%rep`'s, or a single line pushed back. */
export interface Frame {
  readonly lines: readonly BodyLine[];
  at: number;
  /** The call or `%rep` that ends with the last line; none for a line pushed back. */
  readonly call: Call | undefined;
  /** Position and surroundings to go back to. */
  readonly back: Position;
  readonly outerRunning: Frame | undefined;
  readonly outerMacro: Frame | undefined;
  readonly outerExpansion: Expansion | undefined;
  readonly pushedPosition: boolean;
}

/** A file, or a built-in set of lines, being read. */
export interface Input {
  readonly kind: "file" | "built-in";
  readonly source: Source;
  readonly lines: LineReader;
  /** Byte at which the next line begins. */
  next: number;
  /** Position of the current line; `%line` changes it. */
  file: string;
  lineNumber: number;
  increment: number;
  /** Lines to add for continuations before the next line is counted. */
  skip: number;
  readonly conditions: ConditionState[];
  readonly frames: Frame[];
  /** Innermost call or `%rep`, innermost call. */
  running: Frame | undefined;
  macro: Frame | undefined;
  noList: number;
  noLine: number;
}

/** A `%macro` or `%rep` whose body is being read. */
export interface Definition {
  readonly macro: MultiMacro;
  readonly repetitions: number;
}

export interface StackFrameStyle {
  slotSizeBytes: number;
  pointer: string;
  argumentOffset: number;
  localOffset: number;
}

export interface State {
  readonly options: AssembleOptions;
  readonly limits: Limits;
  readonly pass: Pass;
  readonly singles: SingleTable;
  readonly multis: Map<string, MultiMacro[]>;
  /** Another object whenever a name comes to `singles` or `multis`. */
  macroNames: MacroNames;
  contexts: Context[];
  readonly inputs: Input[];
  /** Outermost position first; one more for each macro under way that messages name. */
  readonly positions: Position[];
  /** The line being read, in a user's source. */
  span: Span;
  expansion: Expansion | undefined;
  unique: number;
  defining: Definition | undefined;
  /** Macros and `%rep`s opened in the body being read. NASM ends the outer macro at `%endm` without counting, so these
   * outlive a definition. */
  nestedMacros: number;
  nestedReps: number;
  readonly frameStyle: StackFrameStyle;
  aliases: "followed" | "ignored";
  /** `%pragma preproc sane_empty_expansion`. */
  emptyExpansion: "legacy" | "sane";
  readonly packages: Set<string>;
  /** A call's own name (`%%x`) is a macro, as `%assign %%x 1` makes it. */
  ownMacros: boolean;
  /** How many messages there were, kept back or not. */
  reports: number;
  /** Messages kept back while an expansion may still be repeated. */
  readonly held: (Diagnostic[] | undefined)[];
  /** The line a directive makes for the assembler. */
  output: readonly Token[] | undefined;
  stopped: boolean;
  /** Something read what can differ in another pass. */
  passDependent: boolean;
  /** Something asked whether this is the last pass (`__?PASS?__`): all passes in front of it are alike. */
  finalDependent: boolean;
  /** For this line: tokens that may still be looked at, room for what macros make, and depth. */
  budget: number;
  room: number;
  depth: number;
  /** How deep `%[` is nested where the line is being read. */
  brackets: number;
  exhausted: boolean;
  /** Files were included deeper than they may be: no further one is. */
  includesEnded: boolean;
  callsUnderWay: number;
  callsSinceReturn: number;
  /** Calls and repetitions done in this pass. */
  work: number;
  /** Tokens looked at while expanding, in this pass. */
  spent: number;
  /** Where a single-line expansion reached in the rest of the line. */
  floor: number;
  readonly files: FileStore;
  /** Takes down what each line of the root source does, where the next version of it may want to know. */
  readonly steps: StepTracker | undefined;
  /** What words mean on the line under way. */
  meanings: Meanings;
}

/** A file that was asked for. */
export interface FoundFile {
  readonly request: FileRequest;
  readonly source: Source | undefined;
}

/** Files asked for in this session, kept from pass to pass. */
export interface FileStore {
  readonly found: Map<string, FoundFile>;
  readonly sources: Source[];
  readonly pending: FileRequest[];
  readonly dependencies: string[];
  /** Sources that an earlier version of the root had. */
  readonly past: readonly Source[];
}

/** The innermost input. */
export const currentInput = (state: State): Input => state.inputs[state.inputs.length - 1]!;

/** The outermost position: what messages say. */
export const outerPosition = (state: State): Position => state.positions[0]!;

/** The innermost position. */
export const innerPosition = (state: State): Position => state.positions[state.positions.length - 1]!;

/** True when the innermost condition, if any, lets lines through. */
export function isEmitting(input: Input): boolean {
  const { conditions } = input;
  if (conditions.length === 0) return true;
  const top = conditions[conditions.length - 1]!;
  return top === "if-true" || top === "else-true";
}

/** Whether a name is a macro's. */
export function isMacroName({ singles, multis }: State, name: string): boolean {
  const key = name.toLowerCase();
  return singles.has(key) || multis.has(key);
}

/** Where the preprocessor stands. */
function currentPlace(state: State, span: Span = state.span): Place {
  const { file, lineNumber } = outerPosition(state);
  const { expansion } = state;
  return expansion
    ? { file, lineNumber, span, expansion, inBody: { ...innerPosition(state) } }
    : { file, lineNumber, span };
}

/** A diagnostic at a place, with a note for each macro around it. */
export function placeDiagnostic(place: Place, severity: Severity, code: string, message: string): Diagnostic {
  const { file, lineNumber, span } = place;
  // A fatal error ends NASM before it comes to the macros.
  if (place.expansion === undefined || severity === "fatal") return { severity, code, message, file, lineNumber, span };
  return { severity, code, message, file, lineNumber, span, related: macroNotes(place, span) };
}

/** Whether a message counts though the lines around it are skipped: `%else` and `%endif` belong to the block outside. */
export type Standing = "in-line" | "of-condition";

/** Reports at the current line, unless it is being skipped. Message in byte text. */
export function report(
  state: State,
  severity: Severity,
  code: string,
  message: string,
  span: Span = state.span,
  standing: Standing = "in-line",
): void {
  const input = state.inputs[state.inputs.length - 1];
  if (input !== undefined && severity !== "fatal" && input.conditions.length > 0) {
    const top = input.conditions[input.conditions.length - 1]!;
    if (standing === "of-condition" ? top === "never" : !isEmitting(input)) return;
  }
  const where = span.source === state.span.source ? span : state.span;
  const diagnostic = placeDiagnostic(currentPlace(state, where), severity, code, displayText(message));
  tell(state, diagnostic);
  if (severity === "fatal") state.stopped = true;
}

/** Says it, or keeps it back while an expansion may still be repeated. */
function tell(state: State, diagnostic: Diagnostic): void {
  state.reports++;
  const top = state.held.length - 1;
  if (top < 0 || diagnostic.severity === "fatal") state.pass.report(diagnostic);
  else {
    state.held[top] ??= [];
    state.held[top].push(diagnostic);
  }
}

/** Reports an error. */
export const reportError = (state: State, code: string, message: string, span?: Span): void =>
  report(state, "error", code, message, span);

/** Reports a warning of a class. */
export const reportWarning = (state: State, code: string, message: string, span?: Span): void =>
  report(state, "warning", code, message, span);

/** Keeps messages back from now on: pasting may still make another name of what they are about. */
export const holdReports = (state: State): void => {
  state.held.push(undefined);
};

/** The value of tokens whose macros are expanded; undefined after the pass has said what is wrong. */
export function evaluate(state: State, tokens: readonly Token[], place: Place = currentPlace(state)) {
  const input = currentInput(state);
  const result = state.pass.evaluate(tokens, place, (diagnostic) => {
    if (isEmitting(input)) tell(state, diagnostic);
  });
  if (result !== undefined && !result.fixed) state.passDependent = true;
  return result;
}

/** Ends the latest holdReports: says what was kept, or forgets it. */
export function releaseReports(state: State, how: "say" | "forget"): void {
  const kept = state.held.pop();
  if (kept === undefined || how === "forget") return;
  for (const diagnostic of kept) tell(state, diagnostic);
}
