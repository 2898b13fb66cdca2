// The preprocessor's heart: takes the next line from what is being read, replaces parameters, obeys directives, expands
// macros, until a line is for the assembler.

import { tokensToText } from "./lexer.ts";
import { expandCall, expandKnownCall, popFrame } from "./macro-call.ts";
import { expandParameters } from "./macro-parameters.ts";
import { expandSingles, mayExpand } from "./macro-single.ts";
import type { BodyLine } from "./macro-table.ts";
import {
  fillLine,
  keepMade,
  keyOf,
  knownMade,
  MadeLine,
  type MadeText,
  madeOf,
  namesIn,
  patternOf,
} from "./made-line.ts";
import { isOver, obeyDirective } from "./preprocess-directives.ts";
import { layBody, layTokens, layWritten, takePlain } from "./preprocess-plain.ts";
import {
  type Frame,
  type Input,
  innerPosition,
  isEmitting,
  isMacroName,
  outerPosition,
  type Position,
  report,
  type State,
} from "./preprocess-state.ts";
import { finishTokens, joinDecorators } from "./preprocess-text.ts";
import { lineAt, lineBehind, lineText, type SourceLine } from "./source-lines.ts";
import { carryOn } from "./steps.ts";
import type { Line, Token } from "./token.ts";
import { WrittenLine } from "./written-line.ts";

/** The next line for the assembler, blank ones too; undefined at the end, and after a fatal error unless lenient. */
export function pullLine(state: State): Line | undefined {
  for (;;) {
    if (state.stopped && !state.options.lenient) return undefined;
    if (state.spent > state.limits.tokens) exhaust(state, `more than ${state.limits.tokens} words in macro expansions`);
    const input = state.inputs[state.inputs.length - 1];
    if (input === undefined) return undefined;
    if (state.steps && state.inputs.length === 1 && input.frames.length === 0) {
      const carried = carryOn(state, state.steps, input);
      if (carried !== undefined) return carried;
    }
    const { lay } = state.pass;
    const plain = lay && isOpen(state, input) ? takePlain(state, input, lay) : undefined;
    if (plain !== undefined) return plain;
    const line = takeLine(state, input);
    if (line === undefined) continue;
    const out = processLine(state, input, line);
    if (out === undefined) continue;
    const made = isMade(state, input);
    if (made) {
      countWork(state, WORK_OF_LINE);
      if (state.inputs.length === 0) return undefined;
    }
    if (out === "laid") continue;
    if (out === "as-written") {
      if (made && lay !== undefined && layWritten(state, line, lay)) continue;
    } else if (lay !== undefined && !("made" in out) && layTokens(state, out, lay)) continue;
    return makeLine(state, input, line, out);
  }
}

/** Whether lines of a file are read as they stand: no macro, no definition and no condition has a hand in them. */
const isOpen = (state: State, input: Input): boolean =>
  input.kind === "file" &&
  input.lines.endings === "plain" &&
  input.frames.length === 0 &&
  state.defining === undefined &&
  isEmitting(input) &&
  !isMade(state, input);

/** The next line of an input; undefined when something ended instead and there is to be looked again. */
function takeLine(state: State, input: Input): SourceLine | undefined {
  const frame = input.frames[input.frames.length - 1];
  if (frame !== undefined) return takeBodyLine(state, input, frame);
  input.lineNumber += input.skip + input.increment;
  input.skip = 0;
  if (input.noLine === 0) innerPosition(state).lineNumber = input.lineNumber;
  const line = lineAt(input.lines, input.next);
  if (line === undefined) {
    endInput(state, input);
    return undefined;
  }
  input.next = lineBehind(line);
  input.skip = (line.height - 1) * input.increment;
  if (input.kind === "file") state.span = line;
  if (input.noList === 0) {
    state.pass.list?.({ kind: "line", lineNumber: input.lineNumber, text: lineText(line) });
  }
  // Lines that are more than their bytes are read again each time.
  if (state.steps && (line.problems.length > 0 || line.height > 1)) state.steps.placed = true;
  if (line.problems.length > 0) {
    for (const { severity, code, message, start, end } of line.problems) {
      report(state, severity, code, message, { source: line.source, start, end });
    }
  }
  return line;
}

function takeBodyLine(state: State, input: Input, frame: Frame): SourceLine | undefined {
  const { call } = frame;
  const body = frame.lines[frame.at];
  if (body === undefined) {
    if (call !== undefined && call.macro.name === undefined && call.repetitions > 1) {
      call.repetitions--;
      frame.at = 0;
      countWork(state);
    } else endFrame(state, frame);
    return undefined;
  }
  frame.at++;
  followBody(state, input, body);
  return body.line;
}

/** Moves the position to a line of a body. */
function followBody(state: State, input: Input, { line, file, lineNumber }: BodyLine): void {
  input.file = file;
  input.lineNumber = lineNumber;
  if (input.noLine === 0) {
    const position = innerPosition(state);
    position.file = file;
    position.lineNumber = lineNumber;
    state.span = line;
  }
  if (input.noList === 0) {
    state.pass.list?.({ kind: "line", lineNumber, text: tokensToText(line.tokens) });
  }
}

/** Whether a macro or a repetition has the line read. */
const isMade = ({ inputs }: State, { frames }: Input): boolean =>
  frames.length > 0 || (inputs.length > 1 && inputs.some((input) => input.frames.length > 0));

/** What a line costs beside a call or a round of a repetition that gives none: it is kept, and looked at in each pass. */
const WORK_OF_LINE = 4;

/** Bounds what loops in loops can do, and how many lines come of it. */
function countWork(state: State, amount = 1): void {
  state.work += amount;
  const { expansions } = state.limits;
  if (state.work < expansions) return;
  exhaust(state, `more than ${expansions} macro expansions, repetitions and lines that they make`);
}

/** Ends the preprocessing: there was too much of it. */
function exhaust(state: State, message: string): void {
  if (state.inputs.length === 0) return;
  report(state, "fatal", "limit", message);
  state.inputs.length = 0;
}

/** Ends a macro, a round of `%rep` or a line pushed back. */
function endFrame(state: State, frame: Frame): void {
  const macro = frame.call?.macro;
  if (macro?.name !== undefined) {
    countWork(state);
    if (state.inputs.length === 0) return;
    if (state.defining !== undefined) {
      report(state, "fatal", "macro-nesting", `\`%rep' without \`%endrep' within expansion of macro \`${macro.name}'`);
      state.defining = undefined;
    }
  }
  popFrame(state);
}

/** Ends a file. */
function endInput(state: State, input: Input): void {
  if (input.conditions.length > 0) {
    input.conditions.length = 0;
    report(state, "fatal", "condition", "expected `%endif' before end of file");
    if (!state.options.lenient) return;
  }
  state.inputs.pop();
  const outer = state.inputs[state.inputs.length - 1];
  if (outer === undefined) {
    endRoot(state);
    return;
  }
  if (input.noList === 0) state.pass.list?.({ kind: "down", of: "include" });
  if (input.noLine === 0) {
    const position = innerPosition(state);
    position.file = outer.file;
    position.lineNumber = outer.lineNumber;
  }
}

/** What may be left open at the end of everything. */
function endRoot(state: State): void {
  const { defining } = state;
  if (defining === undefined) return;
  const { name } = defining.macro;
  const what =
    name === undefined ? "end of file while still in %rep" : `end of file while still defining macro \`${name}'`;
  report(state, "error", "macro-nesting", what);
  state.defining = undefined;
}

/** What a line is for the assembler: tokens, its own as they stand in the source, or what it came to before. */
type Processed = readonly Token[] | "as-written" | "laid" | Made;

/** A line of a body; its tokens where they were just made. */
interface Made {
  readonly made: MadeText;
  readonly tokens: readonly Token[] | undefined;
}

/** What becomes of one line; undefined when that is nothing. */
function processLine(state: State, input: Input, line: SourceLine): Processed | undefined {
  const { defining } = state;
  const { text } = line;
  const emitting = input.conditions.length === 0 || isEmitting(input);
  if (!text.special) {
    if (defining !== undefined) {
      takeUp(state, input, line);
      return undefined;
    }
    if (!emitting) return undefined;
    const running = input.running?.call;
    if (running !== undefined && isOver(running)) return undefined;
    const known = text.called !== undefined;
    if (!namesNoMacro(state, line)) {
      if (expandKnownCall(state, line)) return undefined;
      return expandLine(state, line, line.readTokens(), known ? "known" : "new");
    }
    if (state.steps && input.frames.length === 0) state.steps.written = text;
    return "as-written";
  }
  const made = emitting && text.hasPercent && defining === undefined ? processBody(state, input, line) : "unknown";
  if (made !== "unknown") return made;
  let tokens = line.tokens;
  if (text.hasPercent || tokens[0]?.text === "#") {
    const macro = input.macro?.call?.macro;
    if (defining === undefined && emitting && !(macro !== undefined && macro.inProgress === 0)) {
      tokens = expandParameters(state, tokens);
    }
    const outcome = obeyDirective(state, tokens);
    if (outcome === "obeyed") return undefined;
    if (outcome !== "none") return finishTokens(state, outcome);
  }
  if (state.defining !== undefined) {
    takeUp(state, input, line);
    return undefined;
  }
  if (!emitting) return undefined;
  const running = input.running?.call;
  if (running !== undefined && isOver(running)) return undefined;
  return expandLine(state, line, tokens, "new");
}

/** A line of a macro's body that is one of a pattern, from what it came to before; "unknown" when more has to be done. */
function processBody(state: State, input: Input, line: SourceLine): Made | "unknown" | "laid" | undefined {
  const call = input.macro?.call;
  const running = input.running?.call;
  if (call === undefined || running === undefined || call.macro.inProgress === 0 || isOver(running)) return "unknown";
  const pattern = patternOf(line);
  const { lay } = state.pass;
  if (lay !== undefined && pattern?.pieces && layBody(state, pattern.pieces, call, lay)) return "laid";
  const key = pattern && keyOf(pattern, call);
  if (pattern === undefined || key === undefined || (pattern.ownNames > 0 && state.ownMacros)) return "unknown";
  if (pattern.ownNames > 0 && state.steps) state.steps.numbered = true;
  const known = knownMade(line, key);
  if (pattern.condition) {
    if (known !== undefined && namesStayClear(state, known)) {
      input.conditions.push(known.truth!);
      running.openConditions++;
    } else openPure(state, input, line, key);
    return undefined;
  }
  if (known !== undefined) return namesStayClear(state, known) ? { made: known, tokens: undefined } : "unknown";
  const filled = fillLine(line, call, call.rotation, String(call.unique));
  const names = namesIn(filled, call.unique);
  for (const name of names) if (state.singles.has(name) || state.multis.has(name)) return "unknown";
  const tokens = finishTokens(state, filled);
  const made = madeOf(tokens, names, state.macroNames);
  keepMade(line, key, made);
  return { made, tokens };
}

/** Opens a condition of a pattern, and keeps its truth if that follows from its tokens alone. */
function openPure(state: State, input: Input, line: SourceLine, key: string): void {
  const { passDependent, reports } = state;
  const depth = input.conditions.length;
  state.passDependent = false;
  const tokens = expandParameters(state, line.tokens);
  obeyDirective(state, tokens);
  const truth = input.conditions[depth];
  const names = namesIn(tokens, input.macro!.call!.unique);
  const silent = !state.passDependent && state.reports === reports;
  if (silent && (truth === "if-true" || truth === "if-false") && !names.some((name) => isMacroName(state, name))) {
    const nothing = { blank: false, directive: false, prepared: undefined };
    keepMade(line, key, { names, clear: state.macroNames, truth, ...nothing });
  }
  state.passDependent ||= passDependent;
}

/** Whether no macro has come to be that a line names. */
function namesStayClear(state: State, made: MadeText): boolean {
  if (made.clear === state.macroNames) return true;
  for (const name of made.names) if (state.singles.has(name) || state.multis.has(name)) return false;
  made.clear = state.macroNames;
  return true;
}

/** True when no word of a line is the name of a macro. */
function namesNoMacro(state: State, line: SourceLine): boolean {
  const { text } = line;
  const { macroNames } = state;
  if (text.clear === macroNames) return true;
  if (text.called === macroNames) return false;
  let found = false;
  if (text.clear === undefined && text.called === undefined) {
    // Lines that never come again need no list of names.
    for (const { kind, text: name } of line.readTokens()) found ||= kind === "identifier" && isMacroName(state, name);
  } else {
    text.names ??= line.readTokens().flatMap(({ kind, text: name }) => (kind === "identifier" ? [name] : []));
    for (const name of text.names) found ||= isMacroName(state, name);
  }
  if (found) text.called = macroNames;
  else text.clear = macroNames;
  return !found;
}

/** `standing`: lines whose text was met before will be so again. */
function expandLine(
  state: State,
  line: SourceLine,
  tokens: readonly Token[],
  standing: "known" | "new",
): readonly Token[] | undefined {
  const isWritten = tokens === line.readTokens();
  const plain = !mayExpand(state, tokens);
  const expanded = plain ? tokens : expandSingles(state, tokens);
  const changes = expanded !== tokens || !isWritten || line.text.hasPercent;
  if (changes && tooLong(state, expanded)) return undefined;
  if (expandCall(state, expanded, plain && isWritten ? line : undefined, standing)) return undefined;
  if (changes) return finishTokens(state, expanded);
  return line.text.hasBrace ? joinDecorators(expanded) : expanded;
}

/** Refuses lines that macros made longer than any file has them. */
function tooLong(state: State, tokens: readonly Token[]): boolean {
  let length = 0;
  for (let k = 0; k < tokens.length; k++) length += tokens[k]!.text.length;
  const limit = state.limits.lineBytes;
  if (length > limit) report(state, "error", "limit", `macros make this line longer than ${limit} bytes`);
  return length > limit;
}

/** Adds a line to the macro or `%rep` being defined. */
function takeUp(state: State, input: Input, line: SourceLine): void {
  const { macro } = state.defining!;
  // What is read before the source (-p) has no name.
  const early = input.noLine > 0 && state.inputs.some(({ kind }) => kind === "built-in");
  macro.body.push({ line, file: early ? "" : input.file, lineNumber: input.lineNumber });
  if (line.text.hasPercent && line.tokens.some(({ kind, text }) => kind === "parameter" && text === "%00")) {
    macro.takesLabel = true;
  }
}

function makeLine(state: State, input: Input, line: SourceLine, out: Exclude<Processed, "laid">): Line {
  const { file, lineNumber } = outerPosition(state);
  const { span, expansion } = state;
  const noList = input.noList > 0;
  const listDepth = state.inputs.length - 1 + input.frames.length;
  const inBody = expansion && bodyPosition(state, input);
  if (out === "as-written") {
    return new WrittenLine(line, { file, lineNumber }, span, { expansion, inBody, listDepth, noList });
  }
  if ("made" in out) {
    const place = { file, lineNumber, span, expansion, inBody, listDepth, noList };
    return new MadeLine(line, input.macro!.call!, out.made, place, out.tokens);
  }
  return expansion
    ? { tokens: out, file, lineNumber, span, expansion, inBody, listDepth, noList }
    : { tokens: out, file, lineNumber, span, listDepth, noList };
}

/** Where the line of a body stands that is being read: lines of all calls share it. */
function bodyPosition(state: State, input: Input): Position {
  const frame = input.frames[input.frames.length - 1];
  const body = frame?.lines[frame.at - 1];
  const { file, lineNumber } = innerPosition(state);
  if (body !== undefined && body.lineNumber === lineNumber && body.file === file) return body;
  return { file, lineNumber };
}
