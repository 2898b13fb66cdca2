// What the preprocessor did line by line, kept so that the next version of a text only has done what an edit touched. A step is
// a line of the root source with all that came of it: macros, includes, messages. Most steps leave nothing behind but new
// definitions of single-line macros; such a step is taken over, at its new place, as long as nothing that was edited in front
// of it has left another state. Steps that leave more (a macro's definition, conditions, includes) are always done again, so
// the state is the real one everywhere.

import type { Diagnostic } from "../base/diagnostic.ts";
import { type Source, sharedEnds } from "../base/source.ts";
import { registerNamed } from "../isa/registers.ts";
import type { LineText, MacroNames } from "./line-text.ts";
import type { SingleMacro, SingleTable } from "./macro-table.ts";
import { type Move, moveDiagnostic, moveLine, moveMacro } from "./moved-line.ts";
import { type FoundFile, type Input, isEmitting, type State } from "./preprocess-state.ts";
import { SourceLine } from "./source-lines.ts";
import type { Line } from "./token.ts";
import { WrittenLine } from "./written-line.ts";

/** A name of the table of single-line macros that a step changed: its definitions in front of the step and behind. */
interface Effect {
  readonly key: string;
  readonly before: readonly SingleMacro[] | undefined;
  readonly after: readonly SingleMacro[] | undefined;
}

/** One line of the root source and what came of it; nothing in it says where it stands, so versions share it. */
export interface Step {
  /** Bytes up to where the next line begins. */
  readonly bytes: number;
  /** Lines of the file. */
  readonly height: number;
  /** "plain": goes to the assembler as it stands. "closed": leaves nothing but its effects. "again": leaves nothing, but
   * depends on where it stands. "open": leaves more. The last two are done again each time. */
  readonly kind: "plain" | "closed" | "again" | "open";
  /** A plain line's, and how many bytes of the step it takes. */
  readonly text: LineText | undefined;
  readonly length: number;
  readonly effects: readonly Effect[] | undefined;
  /** Where a number of `%%` or `%$` names stands in its lines: that of the next call in front of it. Otherwise -1. */
  readonly numbered: number;
  /** How many lines for the assembler and events of the recording came of it, calls, and work. */
  readonly lines: number;
  readonly events: number;
  readonly calls: number;
  readonly work: number;
  readonly spent: number;
}

/** What a pass's preprocessing gave, as far as steps are concerned. */
export interface Record {
  /** Plain lines that nobody has asked for yet are undefined: plainLine makes them. */
  readonly lines: (Line | undefined)[];
  readonly events: { readonly before: number; readonly diagnostic?: Diagnostic }[];
}

/** The steps of an earlier version of the root source. */
export interface PastSteps extends Record {
  readonly source: Source;
  readonly sources: readonly Source[];
  readonly steps: readonly Step[];
  /** Where the last line begins that depends on where it stands; -1 when none does. */
  readonly placed: number;
  /** The files that were asked for. */
  readonly found: ReadonlyMap<string, FoundFile>;
  /** Whether a name in lower case is a macro's somewhere. */
  isMacroName(name: string): boolean;
}

/** What an earlier version still says of this one. */
interface Shared {
  readonly past: PastSteps;
  /** Bytes that are the same at the start, and where what is the same up to the end begins in the old and the new text. */
  readonly front: number;
  readonly oldBack: number;
  readonly newBack: number;
  /** How spans and line numbers move, in front of what was edited and behind it. */
  move: Move;
  /** Index of the next old step to look at; where it begins: its byte, line of the file, line for the assembler, event. */
  at: number;
  start: number;
  lineNumber: number;
  line: number;
  event: number;
  /** Number of old and of new steps that are wholly in front of the edit. */
  oldFront: number;
  newFront: number;
  crossed: boolean;
  /** The macros are those that there were at the same place. */
  steady: boolean;
}

/** Takes down the steps of a pass, and takes over what stands of an earlier version. */
export interface StepTracker {
  readonly record: Record;
  readonly steps: Step[];
  shared: Shared | undefined;
  /** False once something was met that steps cannot tell, such as `%line`. */
  usable: boolean;
  /** Where the last line begins that depends on where it stands; -1 when none does. */
  placedAt: number;
  /** A step is under way. What follows is about it, and how things stood when it began. */
  under: boolean;
  start: number;
  conditions: number;
  altered: boolean;
  placed: boolean;
  numbered: boolean;
  written: LineText | undefined;
  touched: Map<string, readonly SingleMacro[] | undefined> | undefined;
  lines: number;
  events: number;
  unique: number;
  work: number;
  spent: number;
  /** The plain line that is being given; undefined for others. */
  plain: LineText | undefined;
  /** Old lines and events that are being given. */
  lineAt: number;
  lineEnd: number;
  eventAt: number;
  eventEnd: number;
  /** Old index of the line given last; -1 when it is new. */
  origin: number;
}

/** A tracker for a pass over `source` that fills `record`. */
export function createTracker(record: Record, source: Source, past: PastSteps | undefined): StepTracker {
  return {
    record,
    steps: [],
    shared: past && sharedWith(past, source),
    usable: true,
    placedAt: -1,
    under: false,
    start: 0,
    conditions: 0,
    altered: false,
    placed: false,
    numbered: false,
    written: undefined,
    touched: undefined,
    lines: 0,
    events: 0,
    unique: 0,
    work: 0,
    spent: 0,
    plain: undefined,
    lineAt: 0,
    lineEnd: 0,
    eventAt: 0,
    eventEnd: 0,
    origin: -1,
  };
}

function sharedWith(past: PastSteps, source: Source): Shared {
  const { front, back } = sharedEnds(past.source, source);
  const still = Number.POSITIVE_INFINITY;
  return {
    past,
    front,
    oldBack: past.source.bytes.length - back,
    newBack: source.bytes.length - back,
    move: { from: past.source, to: source, behind: still, bytes: 0, behindLine: still, lines: 0 },
    at: 0,
    start: 0,
    lineNumber: 1,
    line: 0,
    event: 0,
    oldFront: -1,
    newFront: -1,
    crossed: false,
    steady: true,
  };
}

/** All that is to be taken over has been. Whoever keeps a version must not keep the one before with it, and so on. */
export function dropPast(steps: StepTracker | undefined): void {
  if (steps) steps.shared = undefined;
}

/** Notes that a table of single-line macros is about to change. */
export function touch(state: State, table: SingleTable, key: string): void {
  const { steps } = state;
  if (steps === undefined || !steps.under) return;
  if (table !== state.singles) steps.altered = true;
  else {
    steps.touched ??= new Map();
    if (!steps.touched.has(key)) steps.touched.set(key, table.get(key)?.slice());
  }
}

/** Notes that the step under way depends on where it stands. */
export function place(state: State): void {
  if (state.steps) state.steps.placed = true;
}

/** Notes that the lines of a file are not those of the past. */
export function unsettle(state: State): void {
  if (state.steps?.shared) state.steps.shared.steady = false;
}

/** Notes that lines are said to stand elsewhere: steps say nothing then. */
export function giveUpSteps(state: State): void {
  if (!state.steps) return;
  state.steps.usable = false;
  state.steps.shared = undefined;
}

/** Between two lines of the root source: ends the step under way and gives the lines of the old steps that still stand.
 * Undefined when the next line is to be read, which begins a step, and at the end. */
export function carryOn(state: State, steps: StepTracker, input: Input): Line | undefined {
  for (;;) {
    const line = nextOfOld(state, steps, input);
    if (line !== undefined) return line;
    if (steps.under) endStep(state, steps, input);
    const { shared } = steps;
    const atEnd = input.next >= input.source.bytes.length;
    if (atEnd || shared === undefined || state.defining !== undefined || !stands(state, steps, shared, input)) {
      if (!atEnd) beginStep(state, steps, input);
      return undefined;
    }
    if (!takeSettled(state, steps, shared, input)) takeOver(state, steps, shared, input);
  }
}

/** The next line of the old step that was taken over, and what was said before it. */
function nextOfOld(state: State, steps: StepTracker, input: Input): Line | undefined {
  const { lineAt, lineEnd, shared } = steps;
  steps.origin = -1;
  if (shared === undefined) return undefined;
  const { lines, events } = shared.past;
  while (steps.eventAt < steps.eventEnd && events[steps.eventAt]!.before <= lineAt) {
    const { diagnostic } = events[steps.eventAt++]!;
    if (diagnostic) state.pass.report(moveDiagnostic(diagnostic, shared.move));
  }
  if (lineAt >= lineEnd) return undefined;
  steps.lineAt++;
  steps.origin = lineAt;
  const { plain } = steps;
  if (plain === undefined) return moveLine(lines[lineAt]!, shared.move);
  return plainLine(input.source, plain, steps.start, contentEnd(input, steps.start), input.lineNumber);
}

/** A line of a root source that goes to the assembler as it stands, from byte `start` to `end`. */
export function plainLine(source: Source, text: LineText, start: number, end: number, lineNumber: number): Line {
  const line = new SourceLine({ source, start, end }, text, ORDINARY);
  return new WrittenLine(line, { file: source.name, lineNumber }, line, ON_TOP);
}

const ORDINARY = {};
const ON_TOP = { expansion: undefined, inBody: undefined, listDepth: 0, noList: false };

/** Plain lines of a recording that nobody has asked for yet, by their index. */
export function linesOf({ lines }: Record, { steps }: StepTracker, source: Source): (index: number) => Line {
  let places: { readonly step: Step; readonly start: number; readonly lineNumber: number }[] | undefined;
  return (index) => {
    const known = lines[index];
    if (known !== undefined) return known;
    places ??= placesOf(steps);
    const { step, start, lineNumber } = places[index]!;
    const line = plainLine(source, step.text!, start, start + step.length, lineNumber);
    lines[index] = line;
    return line;
  };
}

/** The step that each line for the assembler is of, and where it begins. */
function placesOf(
  steps: readonly Step[],
): { readonly step: Step; readonly start: number; readonly lineNumber: number }[] {
  const places = [];
  let start = 0;
  let lineNumber = 1;
  for (const step of steps) {
    for (let k = 0; k < step.lines; k++) places.push({ step, start, lineNumber });
    start += step.bytes;
    lineNumber += step.height;
  }
  return places;
}

function beginStep(state: State, steps: StepTracker, input: Input): void {
  const { lines, events } = steps.record;
  steps.under = true;
  steps.start = input.next;
  steps.conditions = input.conditions.length;
  steps.altered = state.defining !== undefined;
  steps.placed = false;
  steps.numbered = false;
  steps.written = undefined;
  steps.touched = undefined;
  steps.lines = lines.length;
  steps.events = events.length;
  steps.unique = state.unique;
  steps.work = state.work;
  steps.spent = state.spent;
}

function endStep(state: State, steps: StepTracker, input: Input): void {
  steps.under = false;
  const { lines, events } = steps.record;
  const effects = steps.touched && effectsOf(state, steps.touched);
  const opened = steps.altered || input.conditions.length !== steps.conditions || state.defining !== undefined;
  const strange = effects?.some(({ before, after }) => isStrange(before) || isStrange(after)) ?? false;
  if (steps.placed) steps.placedAt = steps.start;
  const open = opened || state.stopped || strange || (steps.placed && effects !== undefined);
  const text = steps.written;
  steps.steps.push({
    bytes: input.next - steps.start,
    height: input.skip + 1,
    kind: open ? "open" : steps.placed ? "again" : text ? "plain" : "closed",
    text,
    length: text ? contentEnd(input, steps.start) - steps.start : 0,
    effects: open ? undefined : effects,
    numbered: steps.numbered ? steps.unique : -1,
    lines: lines.length - steps.lines,
    events: events.length - steps.events,
    calls: state.unique - steps.unique,
    work: state.work - steps.work,
    spent: state.spent - steps.spent,
  });
  // Something was edited that leaves more behind than can be compared.
  const { shared } = steps;
  if (open && shared && shared.newFront >= 0 && !shared.crossed) shared.steady = false;
}

const effectsOf = (state: State, touched: ReadonlyMap<string, readonly SingleMacro[] | undefined>): Effect[] =>
  [...touched].map(([key, before]) => ({ key, before, after: state.singles.get(key)?.slice() }));

/** Macros that are more than their text. */
const isStrange = (list: readonly SingleMacro[] | undefined): boolean =>
  list?.some(({ magic, alias }) => magic !== undefined || alias) ?? false;

/** Whether the next line of `input` is that of the old step at `shared.at`, found first, and may be taken over. */
function stands(state: State, steps: StepTracker, shared: Shared, input: Input): boolean {
  const { past, front, oldBack, newBack } = shared;
  const behind = input.next >= newBack;
  const start = behind ? input.next - newBack + oldBack : input.next;
  while (shared.start < start && shared.at < past.steps.length) passOld(shared, steps.steps.length);
  const step = past.steps[shared.at];
  if (step === undefined || shared.start !== start) return false;
  if (!behind && start + step.bytes >= front) {
    if (shared.newFront < 0) endFront(shared, steps.steps.length);
    return false;
  }
  if (behind && !shared.crossed) cross(state, steps, shared, input);
  // What is said of conditions at the end stands where the last line ended.
  if (input.conditions.length > 0 && shared.at === past.steps.length - 1) return false;
  if (step.kind === "plain") {
    return shared.steady || (isEmitting(input) && step.text!.clear === state.macroNames);
  }
  if (step.kind !== "closed" || !shared.steady || (step.numbered >= 0 && step.numbered !== state.unique)) return false;
  const { expansions, tokens } = state.limits;
  return state.work + step.work < expansions && state.spent + step.spent < tokens;
}

/** Goes behind an old step. */
function passOld(shared: Shared, count: number): void {
  const step = shared.past.steps[shared.at]!;
  if (shared.newFront < 0 && shared.start + step.bytes >= shared.front) endFront(shared, count);
  shared.at++;
  shared.start += step.bytes;
  shared.lineNumber += step.height;
  shared.line += step.lines;
  shared.event += step.events;
}

/** The first step that is not wholly in front of the edit is reached; `count` new ones are. */
function endFront(shared: Shared, count: number): void {
  shared.oldFront = shared.at;
  shared.newFront = count;
}

/** The first old line behind what was edited is reached. */
function cross(state: State, steps: StepTracker, shared: Shared, input: Input): void {
  const { past, oldBack, newBack, at, lineNumber } = shared;
  if (shared.newFront < 0) endFront(shared, steps.steps.length);
  shared.crossed = true;
  shared.move = {
    ...shared.move,
    behind: oldBack,
    bytes: newBack - oldBack,
    behindLine: lineNumber,
    lines: input.lineNumber + input.skip + input.increment - lineNumber,
  };
  const gone = past.steps.slice(shared.oldFront, at);
  const come = steps.steps.slice(shared.newFront);
  if (gone.some(({ kind }) => kind === "open")) shared.steady = false;
  if (shared.steady) shared.steady = sameEffects(state, gone, come);
}

/** Whether the old lines and the new ones leave the same macros. */
function sameEffects(state: State, gone: readonly Step[], come: readonly Step[]): boolean {
  const old = new Map<string, readonly SingleMacro[] | undefined>();
  for (const { effects } of gone) for (const { key, after } of effects ?? []) old.set(key, after);
  const before = new Map<string, readonly SingleMacro[] | undefined>();
  for (const { effects } of come) {
    for (const effect of effects ?? []) if (!before.has(effect.key)) before.set(effect.key, effect.before);
  }
  for (const key of new Set([...old.keys(), ...before.keys()])) {
    const was = old.has(key) ? old.get(key) : before.get(key);
    if (!sameMacros(was, state.singles.get(key))) return false;
  }
  return true;
}

function sameMacros(a: readonly SingleMacro[] | undefined, b: readonly SingleMacro[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((macro, k) => sameMacro(macro, b[k]!));
}

function sameMacro(a: SingleMacro, b: SingleMacro): boolean {
  if (a === b) return true;
  if (a.name !== b.name || a.caseSensitive !== b.caseSensitive || a.alias || b.alias || a.magic || b.magic)
    return false;
  if (a.body.length !== b.body.length || JSON.stringify(a.parameters) !== JSON.stringify(b.parameters)) return false;
  return a.body.every(({ kind, text }, k) => kind === b.body[k]!.kind && text === b.body[k]!.text);
}

/** Takes over plain lines of which the assembler knows all it needs; false when the next one is none. */
function takeSettled(state: State, steps: StepTracker, shared: Shared, input: Input): boolean {
  const { settled } = state.pass;
  const { past, front, crossed } = shared;
  const most = settled && shared.steady && input.conditions.length === 0 ? settled.count(shared.line) : 0;
  if (most === 0) return false;
  const from = shared.line;
  const first = shared.at;
  const end = from + most;
  for (let step = past.steps[shared.at]; step?.kind === "plain" && shared.line < end; step = past.steps[shared.at]) {
    if (!crossed && shared.start + step.bytes >= front) break;
    goOver(state, input, step);
    if (step.lines > 0) steps.record.lines.push(undefined);
    steps.steps.push(step);
    passOld(shared, steps.steps.length);
  }
  const count = shared.line - from;
  if (count > 0) settled!.lay(from, count);
  // Nothing of it is left to be given.
  steps.lineAt = steps.lineEnd;
  steps.eventAt = steps.eventEnd;
  // Blank lines alone may have been gone over.
  return shared.at > first;
}

/** Goes behind a line of the root source that need not be read. */
function goOver(state: State, input: Input, step: Step): void {
  input.next += step.bytes;
  input.lineNumber += input.skip + input.increment;
  input.skip = step.height - 1;
  state.positions[0]!.lineNumber = input.lineNumber;
}

/** Does what the old step at `shared.at` did. */
function takeOver(state: State, steps: StepTracker, shared: Shared, input: Input): void {
  const step = shared.past.steps[shared.at]!;
  steps.start = input.next;
  steps.plain = step.text;
  goOver(state, input, step);
  state.unique += step.calls;
  state.work += step.work;
  state.spent += step.spent;
  steps.lineAt = shared.line;
  steps.lineEnd = shared.line + step.lines;
  steps.eventAt = shared.event;
  steps.eventEnd = shared.event + step.events;
  const { effects } = step;
  const applied = effects?.map((effect) => applyEffect(state, effect, shared.move));
  const isNew = applied?.some((effect, k) => effect !== effects![k]) ?? false;
  steps.steps.push(isNew ? { ...step, effects: applied } : step);
  passOld(shared, steps.steps.length);
}

/** Where the line that `input` is behind and that begins at `start` ends, without its ending. */
function contentEnd({ source, next }: Input, start: number): number {
  let end = Math.min(next, source.bytes.length);
  while (end > start && isEnding(source.bytes[end - 1]!)) end--;
  return end;
}

const isEnding = (byte: number): boolean => byte === 10 || byte === 13 || byte === 0 || byte === 26;

function applyEffect(state: State, effect: Effect, move: Move): Effect {
  const { singles } = state;
  const { key } = effect;
  const before = singles.get(key)?.slice();
  const after = effect.after?.map((macro) => {
    const known = effect.before?.indexOf(macro) ?? -1;
    return before?.[known] ?? moveMacro(macro, move);
  });
  if (after === undefined) singles.delete(key);
  else singles.set(key, after.slice());
  if (key.startsWith("..@")) state.ownMacros = true;
  if (after !== undefined && before === undefined) state.macroNames = withName(state.macroNames, key);
  if (after === undefined && before !== undefined) state.macroNames = withName(state.macroNames, `-${key}`);
  return areSame(before, effect.before) && areSame(after, effect.after) ? effect : { key, before, after };
}

const areSame = (a: readonly SingleMacro[] | undefined, b: readonly SingleMacro[] | undefined): boolean =>
  a === b || (a !== undefined && a.length === b?.length && a.every((macro, k) => macro === b[k]));

const startOfNames = (): MacroNames => ({ next: new Map(), less: false, register: false });
let namesRoot = startOfNames();
let namesCount = 0;
const NAMES_MAX = 200_000;

/** The set of macro names at the start of a pass: none. */
export function noNames(): MacroNames {
  if (namesCount > NAMES_MAX) {
    namesRoot = startOfNames();
    namesCount = 0;
  }
  return namesRoot;
}

/** The set of macro names once `name` has come to it, or with `-` in front, has gone: one object for one history, so that
 * what is known of a line's words stays known in the next assembly. */
export function withName(names: MacroNames, name: string): MacroNames {
  let more = names.next.get(name);
  if (more === undefined) {
    const register = names.register || registerNamed(name) !== undefined;
    more = { next: new Map(), less: names.less || name.startsWith("-"), register };
    names.next.set(name, more);
    namesCount++;
  }
  return more;
}
