// The preprocessor as the assembling pass sees it: a pump of logical lines. Lines are pulled one at a time, since
// `%assign x $-$$` and `%if label > 4` read what the pass knows at that moment. The pump is started once per pass; when
// nothing in a pass could depend on the pass, its lines are kept and given again.

import type { Diagnostic } from "../base/diagnostic.ts";
import { type Source, type Span, sourceFromText } from "../base/source.ts";
import type { Expansion } from "../obj/object-module.ts";
import { openInput } from "./include.ts";
import { displayText, textFromDisplay, tokensToText } from "./lexer.ts";
import type { Meanings } from "./line-shape.ts";
import type { LineTemplate } from "./line-template.ts";
import { addFunctions } from "./macro-functions.ts";
import type { SingleMacro } from "./macro-table.ts";
import { MadeLine } from "./made-line.ts";
import type { AssembleOptions, FileRequest, Limits, SymbolInfo } from "./options.ts";
import { PlainLine } from "./plain-line.ts";
import { meaningsIn } from "./preprocess-plain.ts";
import { pullLine } from "./preprocess-pump.ts";
import type { FileStore, State } from "./preprocess-state.ts";
import { quote } from "./quote.ts";
import {
  catchUp,
  type Player,
  playRecording,
  type Reached,
  type Recording,
  recordedPass,
  startRecording,
} from "./recording.ts";
import { addStandardMacros, standardNames } from "./standard-macros.ts";
import { createTracker, dropPast, linesOf, type PastSteps, type StepTracker } from "./steps.ts";
import type { Line, Token } from "./token.ts";
import { WrittenLine } from "./written-line.ts";

/** Where somebody stands who reports something; every Line is one. `file` and `lineNumber` are what NASM prints. */
export interface Place {
  readonly file: string;
  readonly lineNumber: number;
  /** The words meant, or the line. Inside a macro: in the body. */
  readonly span: Span;
  readonly expansion?: Expansion;
  /** Inside a macro: where the body's line stands, as NASM's notes say it. */
  readonly inBody?: { readonly file: string; readonly lineNumber: number };
}

/** Value of a critical expression (`%assign`, `%if`, `%rep`, `%substr` …). */
export interface Evaluated {
  /** "number" when it is plain; "other" when relocatable, or when a register, a segment or an unknown symbol takes part. */
  readonly kind: "number" | "other";
  /** Signed 64 bits; meaningless for "other". */
  readonly value: bigint;
  /** Index of the first token after the expression, `tokens.length` when nothing follows (spaces count as nothing). */
  readonly end: number;
  /** False when the value can differ in another pass (a symbol, `$` or `$$` took part) or something was reported on the
   * way: the lines of this pass are then not given again without being made again. */
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
  /** What the lines are for; "assemble" when absent. */
  readonly purpose?: "assemble" | "preprocess" | "dependencies";
  /** Evaluates the macro-free tokens as a critical expression with what the pass knows now; undefined when it could
   * not, after having told why, at `place`. What is told goes to `tell`, which hands it to `report` unless the
   * line is being skipped (`%elif`). */
  evaluate(tokens: readonly Token[], place: Place, tell: (diagnostic: Diagnostic) => void): Evaluated | undefined;
  /** What the preprocessor may do; the assembler sets limits on the way. */
  readonly limits: Limits;
  /** The bits in force, for `__?BITS?__`. */
  bits(): 16 | 32 | 64;
  /** Gets what the preprocessor finds, in every pass again (replayed lines too): the assembler decides in which pass it
   * is said, and filters and promotes warnings by class (`code`). NASM says three of them in the final pass only, so not
   * at all when an earlier pass fails: "user-error" (`%error`), "user" (`%warning`) and "pp-rep-negative". */
  report(diagnostic: Diagnostic): void;
  /** Lines of an earlier version that need not be given again, named by their index there: how many from one on the
   * assembler knows all of, where it stands now; and lays those out. They count as given. */
  readonly settled?: { count(from: number): number; lay(from: number, count: number): void } | undefined;
  /** Lays out the line that was read for its template, or bytes, where that stands in for all that would come of the line;
   * false when the line has to be given. Those that it takes count as not given. Absent where every line is wanted. */
  lay?(line: LineTemplate | Uint8Array): boolean;
  /** The number that a name means in this pass and, as far as one can tell, in all others: there beside `lay`. */
  constant?(name: string): number | undefined;
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
  /** The line with that index of those that were given in this pass. */
  lineAt(index: number): Line;
  /** Goes over `count` lines that are given again, as next does, without giving them. */
  skip(count: number): void;
  /** Whether the first `marks` questions that can have another answer in each pass have those of the pass before; asks them
   * unless it did. */
  holds(marks: number): boolean;
  /** How many such questions this pass had, or the one before of which it gives the lines. */
  marks(): number;
  /** The line given last is not to be given again when this pass's lines are: what it comes to is known for good. */
  dropLatest(): void;
  /** What words mean on the line given last. */
  meanings(): Meanings;
  /** True while the lines of a pass are those of the pass before: the very same Line objects in the same order, so what was
   * made of a line can be kept with it. It may end within a pass, before a line. */
  replaying(): boolean;
  /** True when the lines of the pass under way are those of the next one, too. */
  replays(): boolean;
  /** True after a fatal error of this pass (missing include, `%fatal`, a limit): NASM would have stopped there, what comes
   * later is the editor's own. */
  stopped(): boolean;
  /** Every source that took part, root first. */
  readonly sources: readonly Source[];
  /** Files asked for and not there yet. */
  readonly pendingFiles: readonly FileRequest[];
  /** Files asked for, existing or not, in order, for -M; without the root. */
  readonly dependencies: readonly string[];
  /** User's macros and defines as they stand after the latest pass. */
  definitions(): readonly SymbolInfo[];
  /** The line given last was the old version's line with that index; -1 when it was not, or old and new are not compared. */
  origin(): number;
  /** What the next version of the root source may take over; undefined when that is nothing. */
  pastSteps(): PastSteps | undefined;
}

/** A preprocessor over `source`; lexed lines and files are kept from pass to pass. `past` is an earlier version, to take over
 * what still stands, or "none" when only the next version is to have this one. */
export function createPreprocessor(source: Source, options: AssembleOptions, past?: PastSteps | "none"): Preprocessor {
  const tracks = past !== undefined;
  let known = past === "none" ? undefined : past;
  const files: FileStore = {
    found: new Map(),
    sources: [source],
    pending: [],
    dependencies: [],
    past: known?.sources ?? [],
  };
  let state: State | undefined;
  let recording: Recording | undefined;
  let player: Player | undefined;
  let pass: Pass | undefined;
  let makeLine: ((index: number) => Line) | undefined;

  /** A line of the pass under way or, in a pass that replays, of the one before. */
  const lineAt = (index: number): Line => {
    const { lines } = recording!;
    makeLine ??= state?.steps && linesOf({ lines, events: [] }, state.steps, source);
    return lines[index] ?? makeLine!(index);
  };
  const take = (line: Line | undefined): Line | undefined => {
    if (line === undefined) {
      if (recording) recording.complete = true;
      known = undefined;
      dropPast(state?.steps);
    } else if (recording && recording.lines.push(line) > LINES_KEPT) recording = undefined;
    return line;
  };
  /** Goes on with a preprocessor of its own where the lines of the pass before are not those of this one any more. */
  const leave = (old: Recording, reached: Reached): Line | undefined => {
    const rest = {
      ...startRecording(pass!.list !== undefined),
      lines: Array.from({ length: reached.lines }, (_, k) => lineAt(k)),
      events: old.events.slice(0, reached.events),
      checks: old.checks.slice(0, reached.checks),
    };
    const behind = catchUp(pass!, old, reached, rest);
    player = undefined;
    makeLine = undefined;
    recording = rest;
    state = beginState(source, options, behind.pass, files);
    let line: Line | undefined;
    do line = pullLine(state);
    while (line !== undefined && (behind.isBehind() || isBlank(line)));
    return take(line);
  };
  const play = (current: Player): Line | undefined => {
    const line = current.next();
    return line === "differs" ? leave(recording!, current.reached()) : line;
  };
  return {
    startPass(next) {
      pass = next;
      player = canReplay(recording, state, next) ? playRecording(recording!, next, lineAt) : undefined;
      if (player) return;
      makeLine = undefined;
      recording = startRecording(next.list !== undefined);
      const steps = tracks ? createTracker(recording, source, known) : undefined;
      state = beginState(source, options, recordedPass(next, recording), files, steps);
    },
    next: () => (player ? play(player) : take(pullWritten(state!))),
    lineAt,
    skip: (count) => player?.skip(count),
    holds: (marks) => player?.holds(marks) ?? true,
    dropLatest: () => void recording?.lines.pop(),
    marks: () => recording?.checks.length ?? 0,
    replays: () => recording?.complete === true && state?.passDependent === false,
    meanings: () => state!.meanings,
    replaying: () => player !== undefined,
    stopped: () => state?.stopped ?? false,
    sources: files.sources,
    pendingFiles: files.pending,
    dependencies: files.dependencies,
    definitions: () => (state ? definitionsOf(state) : []),
    origin: () => (player ? -1 : (state?.steps?.origin ?? -1)),
    pastSteps: () => recording && state && pastStepsOf(recording, state, source),
  };
}

/** The next line that is not blank. */
function pullWritten(state: State): Line | undefined {
  let line = pullLine(state);
  // Lines of an earlier version are not blank.
  while (line !== undefined && (state.steps?.origin ?? -1) < 0 && isBlank(line)) line = pullLine(state);
  return line;
}

function pastStepsOf({ lines, events, complete }: Recording, state: State, source: Source): PastSteps | undefined {
  const { singles, multis, macroNames, steps, files } = state;
  if (!complete || !steps?.usable || isDependent(state) || state.stopped) return undefined;
  const { sources, found } = files;
  const isMacroName = (name: string) => macroNames.less || singles.has(name) || multis.has(name);
  return { source, sources, steps: steps.steps, lines, events, placed: steps.placedAt, found, isMacroName };
}

function isBlank(line: Line): boolean {
  if (line instanceof PlainLine) return false;
  if (line instanceof WrittenLine) return line.text.blank;
  return line instanceof MadeLine ? line.made.blank : line.tokens.length === 0;
}

/** Lines that are kept for the next pass; a source that makes more is preprocessed again. */
const LINES_KEPT = 2_000_000;

const isDependent = ({ passDependent, finalDependent }: State): boolean => passDependent || finalDependent;

function canReplay(recording: Recording | undefined, state: State | undefined, next: Pass): boolean {
  if (!recording?.complete || state === undefined || state.stopped) return false;
  if (state.passDependent && !recording.checkable) return false;
  if (state.finalDependent && state.pass.final !== next.final) return false;
  return recording.listed || next.list === undefined;
}

/** The state at the start of a pass: built-in macros first, then -D and -U, then -P, then the source. */
export function beginState(
  source: Source,
  options: AssembleOptions,
  pass: Pass,
  files: FileStore,
  steps?: StepTracker,
): State {
  const state: State = {
    options,
    limits: pass.limits,
    pass,
    singles: new Map(),
    multis: new Map(),
    macroNames: standardNames(options),
    contexts: [],
    inputs: [],
    positions: [{ file: source.name, lineNumber: 0 }],
    span: { source, start: 0, end: 0 },
    expansion: undefined,
    unique: 0,
    defining: undefined,
    nestedMacros: 0,
    nestedReps: 0,
    frameStyle: { slotSizeBytes: 4, pointer: "ebp", argumentOffset: 8, localOffset: 0 },
    aliases: "followed",
    emptyExpansion: "legacy",
    packages: new Set(),
    ownMacros: false,
    reports: 0,
    held: [],
    output: undefined,
    stopped: false,
    passDependent: false,
    finalDependent: false,
    budget: 0,
    room: 0,
    depth: 0,
    brackets: 0,
    exhausted: false,
    includesEnded: false,
    callsUnderWay: 0,
    callsSinceReturn: 0,
    work: 0,
    spent: 0,
    floor: 0,
    files,
    steps,
    meanings: { registersAre: "alike", constant: () => undefined },
  };
  state.meanings = meaningsIn(state);
  addFunctions(state);
  addStandardMacros(state);
  openInput(state, source, "file");
  const lines = commandLines(options);
  if (lines.length > 0) openInput(state, sourceFromText("", `${lines.join("\n")}\n`), "built-in");
  return state;
}

const isLineEnd = (character: string): boolean => "\r\n\0\x1a".includes(character);
const oneLine = (text: string): string => [...text].map((c) => (isLineEnd(c) ? " " : c)).join("");

/** The options' -D, -U, -P and --before as lines. */
function commandLines(options: AssembleOptions): string[] {
  const { defines, preincludes, before } = options;
  return [
    ...(defines ?? []).map(({ name, value, undefine }) =>
      undefine ? `%undef ${oneLine(name)}` : `%define ${oneLine(name)} ${oneLine(value ?? "")}`,
    ),
    ...(preincludes ?? []).map((name) => `%include ${quote(textFromDisplay(name))}`),
    ...(before ?? []).map((line) => oneLine(textFromDisplay(line))),
  ];
}

/** The user's macros as they stand now, for the editor. */
function definitionsOf(state: State): SymbolInfo[] {
  const found: SymbolInfo[] = [];
  for (const list of state.singles.values()) {
    for (const macro of list) {
      if (!macro.place) continue;
      const detail = displayText(`${parametersText(macro)} ${tokensToText(macro.body)}`.trim());
      found.push({ name: displayText(macro.name), kind: "define", ...macro.place, detail });
    }
  }
  for (const list of state.multis.values()) {
    for (const { name, place, least, most, plus } of list) {
      if (!place || name === undefined) continue;
      const range = most === least ? `${least}` : `${least}-${most === Number.POSITIVE_INFINITY ? "*" : most}`;
      found.push({ name: displayText(name), kind: "macro", ...place, detail: `${range}${plus ? "+" : ""}` });
    }
  }
  return found;
}

const parametersText = ({ parameters }: SingleMacro): string =>
  parameters.length === 0 ? "" : `(${parameters.map(({ name }) => name).join(",")})`;
