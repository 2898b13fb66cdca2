// Calls of multi-line macros: which macro a line calls, with which parameters, and the frame that reads its body.

import type { Expansion } from "../obj/object-module.ts";
import type { MacroNames } from "./line-text.ts";
import { type BodyLine, Call, type MultiMacro, withText } from "./macro-table.ts";
import {
  currentInput,
  type Frame,
  innerPosition,
  type Position,
  reportError,
  reportWarning,
  type State,
} from "./preprocess-state.ts";
import { makeLine, type SourceLine } from "./source-lines.ts";
import type { Token } from "./token.ts";

/** Where the parameters of a call begin. `starts[k]` is the index of parameter k + 1's first token, or -1 when it is
 * empty at the end; `comma` is the index of the last comma when nothing follows it. */
export interface Split {
  readonly starts: number[];
  readonly comma: number | undefined;
  /** Something was said about the braces, and has to be said each time. */
  readonly faulty: boolean;
}

/** Finds the parameters in `tokens` from index `from`. */
export function splitParameters(state: State, tokens: readonly Token[], from: number): Split {
  const starts: number[] = [];
  let comma: number | undefined;
  let faulty = false;
  let at = skipSpaces(tokens, from);
  if (at >= tokens.length) return { starts, comma, faulty };
  for (;;) {
    starts.push(at < tokens.length ? at : -1);
    if (at < tokens.length && tokens[at]!.text === "{") {
      comma = undefined;
      const braces = skipBraces(state, tokens, at);
      at = braces.next;
      faulty ||= braces.faulty;
    }
    if (at >= tokens.length) break;
    for (; at < tokens.length && !isComma(tokens[at]!); at++) if (tokens[at]!.kind !== "space") comma = undefined;
    if (at >= tokens.length) break;
    comma = at;
    at = skipSpaces(tokens, at + 1);
  }
  return { starts, comma, faulty };
}

/** From `{` to after the `}` that closes it and the blanks behind; `faulty` when an error was said. */
function skipBraces(
  state: State,
  tokens: readonly Token[],
  from: number,
): { readonly next: number; readonly faulty: boolean } {
  let level = 1;
  let at = from + 1;
  for (; at < tokens.length; at++) {
    if (tokens[at]!.text === "{") level++;
    else if (tokens[at]!.text === "}" && --level === 0) break;
  }
  if (at >= tokens.length) {
    reportError(state, "macro-call", "expecting closing brace in macro parameter", tokens[from]);
    return { next: at, faulty: true };
  }
  at = skipSpaces(tokens, at + 1);
  const faulty = at < tokens.length && !isComma(tokens[at]!);
  if (faulty) reportError(state, "macro-call", "braces do not enclose all of macro parameter", tokens[at]);
  return { next: at, faulty };
}

const isComma = (token: Token): boolean => token.text === "," && token.kind === "punctuation";

/** Index of the first token from `at` that is no blank. */
export function skipSpaces(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < tokens.length && tokens[next]!.kind === "space") next++;
  return next;
}

/** The tokens of one parameter: blanks around it and one pair of braces go. A greedy last one keeps its commas. */
export function parameterTokens(tokens: readonly Token[], start: number, commas: "end" | "kept"): readonly Token[] {
  if (start < 0) return [];
  const braced = tokens[start]?.text === "{";
  const from = braced ? start + 1 : start;
  const stops = commas === "end" && !braced;
  let level = braced ? 1 : 0;
  let end = from;
  for (let at = from; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind === "space") continue;
    if (kind === "punctuation") {
      if (text === "," && stops && level === 0) break;
      if (text === "{") level++;
      else if (text === "}") {
        level--;
        if (braced && level === 0) {
          end = at;
          break;
        }
      }
    }
    end = at + 1;
  }
  return tokens.slice(from, end);
}

/** A call as it is written: which word names the macro, and where its parameters are. */
export interface CallSite {
  readonly name: string;
  /** Index of the name's token. */
  readonly at: number;
  readonly split: Split;
  /** Nothing but blanks stands behind the name, and some do. */
  readonly blank: boolean;
  /** The macro names that there were. */
  readonly names: MacroNames;
  /** What the parameters say, as Call keeps it. */
  readonly keys: (string | undefined)[];
}

/** A call's line, whose tokens are only looked at when they are needed. */
type Words = Pick<SourceLine, "tokens"> & { readTokens?(): readonly Token[] };

/** What a call comes to: the macro, how many parameters it has then, and whether an empty last one was dropped. */
interface Choice {
  readonly macro: MultiMacro;
  readonly count: number;
  readonly comma: "dropped" | "kept";
}

const fits = (macro: MultiMacro, name: string): boolean =>
  macro.name === name || (!macro.caseSensitive && macro.name!.toLowerCase() === name.toLowerCase());

/** The first macro from `at` in `list` that takes `count` parameters. */
function matching(list: readonly MultiMacro[], at: number, name: string, count: number): MultiMacro | undefined {
  for (let k = at; k < list.length; k++) {
    const macro = list[k]!;
    if (fits(macro, name) && macro.least <= count && (macro.plus || count <= macro.most)) return macro;
  }
  return undefined;
}

/** True when a macro that is under way may not be entered. */
const barred = (macro: MultiMacro, state: State): boolean =>
  macro.inProgress > (macro.recursive ? state.limits.macroDepth : 0);

/** The definitions of `name`, and the first of them that may be entered; undefined when there is none. */
function callable(
  state: State,
  name: string,
): { readonly list: readonly MultiMacro[]; readonly first: number } | undefined {
  const list = state.multis.get(name.toLowerCase());
  if (list === undefined) return undefined;
  for (let first = 0; first < list.length; first++) {
    const macro = list[first]!;
    if (fits(macro, name) && (macro.inProgress !== 1 || macro.recursive)) return { list, first };
  }
  return undefined;
}

/** The call that the name at `at` makes, if any. */
function findCall(state: State, tokens: readonly Token[], at: number): { site: CallSite; choice: Choice } | undefined {
  const { text: name } = tokens[at]!;
  const found = callable(state, name);
  if (found === undefined) return undefined;
  const split = splitParameters(state, tokens, at + 1);
  const written = split.starts.length;
  const blank = written === 0 && at + 1 < tokens.length;
  const site = { name, at, split, blank, names: state.macroNames, keys: [] };
  const choice = chooseCall(state, found.list, found.first, { tokens }, site);
  if (choice === "barred") return undefined;
  if (choice === undefined) {
    const plural = written === 1 ? "" : "s";
    const message = `multi-line macro \`${name}' exists, but not taking ${written} parameter${plural}`;
    reportWarning(state, "pp-macro-params-multi", message, tokens[at]);
    return undefined;
  }
  return { site, choice };
}

/** Number of parameters when `given` are written: defaults make up for missing ones, a greedy last one takes the rest. */
function filled(macro: MultiMacro, given: number): number {
  const withDefaults = Math.max(given, macro.defaults.length > 0 ? macro.least + macro.defaults.length : 0);
  return macro.plus && withDefaults > macro.most ? macro.most : withDefaults;
}

/** The macro for a call with so many parameters. For the sake of older versions NASM drops an empty last parameter or
 * puts its default, and takes a call with nothing but blanks for one with one empty parameter; the manual calls it
 * legacy behaviour, and `%pragma preproc sane_empty_expansion` ends it. */
function chooseCall(
  state: State,
  list: readonly MultiMacro[],
  first: number,
  words: Words,
  { name, at, split, blank }: CallSite,
): Choice | "barred" | undefined {
  const written = split.starts.length;
  const exact = matching(list, first, name, written);
  if (exact !== undefined && barred(exact, state)) return "barred";
  if (state.emptyExpansion === "sane") return exact && { macro: exact, count: filled(exact, written), comma: "kept" };
  let choice: Choice;
  if (exact !== undefined) {
    const dropped = split.comma !== undefined;
    const byDefault = written > exact.least && written <= exact.least + exact.defaults.length;
    const stays = !dropped || byDefault || (written > exact.most && exact.plus);
    choice = { macro: exact, count: stays ? filled(exact, written) : written - 1, comma: dropped ? "dropped" : "kept" };
  } else {
    if (!blank && !(written > 1 && split.comma !== undefined)) return undefined;
    const macro = matching(list, first, name, blank ? 1 : written - 1);
    if (macro === undefined) return undefined;
    if (barred(macro, state)) return "barred";
    choice = { macro, count: blank ? 0 : filled(macro, written - 1), comma: blank ? "kept" : "dropped" };
  }
  warnOfLegacy(state, choice, words, at, split);
  return choice;
}

function warnOfLegacy(state: State, { macro }: Choice, words: Words, at: number, split: Split): void {
  const written = split.starts.length;
  const plain = written >= macro.least && (written <= macro.most || macro.plus);
  if (plain && split.comma === undefined) return;
  const word = words.tokens[at];
  if (written < macro.least || (written > macro.most && !macro.plus)) {
    const message = `improperly calling multi-line macro \`${macro.name}' with ${written} parameters`;
    reportWarning(state, "pp-macro-params-legacy", message, word);
  } else if (split.comma !== undefined) {
    const message = `dropping trailing empty parameter in call to multi-line macro \`${macro.name}'`;
    reportWarning(state, "pp-macro-params-legacy", message, word);
  }
}

/** The parameters of a call, with defaults for those not given. */
function gather(choice: Choice, tokens: readonly Token[], split: Split): (readonly Token[])[] {
  const { macro, count, comma } = choice;
  const line = comma === "dropped" ? tokens.slice(0, split.comma) : tokens;
  const parameters: (readonly Token[])[] = [[]];
  for (let n = 1; n <= count; n++) {
    const start = split.starts[n - 1] ?? -1;
    if (start >= 0) parameters.push(parameterTokens(line, start, macro.plus && n >= count ? "kept" : "end"));
    else if (n <= split.starts.length && comma === "kept") parameters.push([]);
    else parameters.push(macro.defaults[n - 1 - macro.least] ?? []);
  }
  return parameters;
}

/** If the line calls a multi-line macro, perhaps behind a label, opens its body and answers true. `line` is given when its
 * tokens stand as they are written; when its text was met before, what the call is, is kept with it. */
export function expandCall(
  state: State,
  tokens: readonly Token[],
  line: SourceLine | undefined,
  standing: "known" | "new",
): boolean {
  if (state.multis.size === 0) return false;
  const at = skipSpaces(tokens, 0);
  const word = tokens[at];
  if (word === undefined || (word.kind !== "identifier" && !isLocal(word))) return false;
  const call = word.kind === "identifier" ? findCall(state, tokens, at) : undefined;
  if (call !== undefined) {
    const { site, choice } = call;
    if (line && standing === "known" && !site.split.faulty) line.text.call = site;
    return openCall(state, site, choice, line ?? { tokens }, undefined);
  }
  let next = at + 1;
  if (tokens[next]?.kind === "space") next++;
  const colon = tokens[next]?.text === ":";
  if (colon) {
    next++;
    if (tokens[next]?.kind === "space") next++;
  }
  const second = tokens[next];
  if (second?.kind !== "identifier") return false;
  const behind = findCall(state, tokens, next);
  if (behind === undefined) return false;
  const label = tokens.slice(0, next);
  if (!colon) label.push(withText(word, "punctuation", ":"));
  return openCall(state, behind.site, behind.choice, { tokens }, { name: word, line: label });
}

/** The same for a line whose text was a call before, while the macro names are those that there were. */
export function expandKnownCall(state: State, line: SourceLine): boolean {
  const site = line.text.call;
  if (site === undefined || site.names !== state.macroNames) return false;
  const found = callable(state, site.name);
  if (found === undefined) return false;
  const choice = chooseCall(state, found.list, found.first, line, site);
  if (choice === undefined || choice === "barred") return false;
  return openCall(state, site, choice, line, undefined);
}

const isLocal = (token: Token): boolean => token.kind === "parameter" && token.text.startsWith("%$");

/** Opens the body of a macro. Answers false, having said so, when too many are open. */
function openCall(
  state: State,
  site: CallSite,
  choice: Choice,
  words: Words,
  label: { readonly name: Token; readonly line: readonly Token[] } | undefined,
): boolean {
  if (state.callsSinceReturn >= state.limits.callsBeforeReturn || state.callsUnderWay >= state.limits.macroDepth) {
    const name = words.tokens[site.at];
    if (!state.exhausted) reportError(state, "limit", "interminable multiline macro recursion", name);
    state.exhausted = true;
    return false;
  }
  state.callsSinceReturn++;
  state.callsUnderWay++;
  const { macro, count, comma } = choice;
  const read = (): (readonly Token[])[] => gather(choice, words.readTokens?.() ?? words.tokens, site.split);
  // Parameters that mean the same in every call of this text.
  const written = site.split.starts.length;
  const plain = !macro.plus && comma === "kept" && count >= written;
  const call = new Call(macro, site.name, {
    parameters: label && macro.takesLabel ? withLabel(read(), label.name) : read,
    count,
    unique: state.unique++,
    ...(plain ? { keys: site.keys, written } : {}),
  });
  macro.inProgress++;
  const input = currentInput(state);
  const where = { file: input.file, lineNumber: input.lineNumber };
  pushFrame(state, call, macro.body, where);
  if (label && !macro.takesLabel) pushBack(state, label.line, where);
  return true;
}

function withLabel(parameters: (readonly Token[])[], label: Token): (readonly Token[])[] {
  parameters[0] = [label];
  return parameters;
}

/** Opens the body of a macro or `%rep`, to be read before anything else of this input. */
export function pushFrame(state: State, call: Call, lines: readonly BodyLine[], back: Position): void {
  const input = currentInput(state);
  const { macro } = call;
  const isMacro = macro.name !== undefined;
  const pushedPosition = isMacro && input.noLine === 0 && !macro.quiet;
  const frame: Frame = {
    lines,
    at: 0,
    call,
    back,
    outerRunning: input.running,
    outerMacro: input.macro,
    outerExpansion: state.expansion,
    pushedPosition,
  };
  if (isMacro && macro.place !== undefined) state.expansion = expansionOf(state, call);
  input.frames.push(frame);
  input.running = frame;
  if (macro.quiet) {
    input.noList++;
    if (isMacro) input.noLine++;
  }
  if (isMacro) input.macro = frame;
  if (pushedPosition) {
    const { file, lineNumber } = innerPosition(state);
    state.positions.push({ file, lineNumber });
  }
  if (input.noList === 0) state.pass.list?.({ kind: "up", of: "macro" });
}

/** Puts one line before everything else of this input. */
function pushBack(state: State, tokens: readonly Token[], back: Position): void {
  const input = currentInput(state);
  const line = makeLine(state.span, 1, { tokens, problems: [], hasPercent: true, hasBrace: false });
  input.frames.push({
    lines: [{ line, file: back.file, lineNumber: back.lineNumber }],
    at: 0,
    call: undefined,
    back,
    outerRunning: undefined,
    outerMacro: undefined,
    outerExpansion: undefined,
    pushedPosition: false,
  });
}

function expansionOf(state: State, call: Call): Expansion {
  const { file, lineNumber } = innerPosition(state);
  const parent = state.expansion;
  const step = { macro: call.macro.name!, call: state.span, file, lineNumber };
  const quiet = call.macro.quiet || call.macro.place?.early ? { quiet: true as const } : {};
  return parent ? { ...step, ...quiet, parent } : { ...step, ...quiet };
}

/** Ends a frame whose lines are read: the position and the surroundings are those of the call again. */
export function popFrame(state: State): void {
  const input = currentInput(state);
  const frame = input.frames.pop()!;
  const { call } = frame;
  if (call === undefined) return;
  call.end();
  input.running = frame.outerRunning;
  input.macro = frame.outerMacro;
  state.expansion = frame.outerExpansion;
  const { macro } = call;
  if (macro.name !== undefined) {
    if (--state.callsUnderWay === 0) {
      state.callsSinceReturn = 0;
      state.exhausted = false;
    }
    macro.inProgress = 0;
  }
  if (macro.quiet) input.noList--;
  else if (input.noList === 0) state.pass.list?.({ kind: "down", of: "macro" });
  if (macro.quiet && macro.name !== undefined) input.noLine--;
  else if (input.noLine === 0) {
    if (frame.pushedPosition) state.positions.pop();
    const position = innerPosition(state);
    position.file = frame.back.file;
    position.lineNumber = frame.back.lineNumber;
  }
  input.file = frame.back.file;
  input.lineNumber = frame.back.lineNumber;
}
