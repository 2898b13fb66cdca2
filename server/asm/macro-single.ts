// Expands single-line macros in a line of tokens.
// The rest of a line is a stack (its first token last), because a macro's body is put before what follows the call, from
// its end to its beginning: so a body that ends in the name of another macro finds that one's arguments after the call.

import type { Expansion } from "../obj/object-module.ts";
import { tokensToText } from "./lexer.ts";
import { findContext } from "./macro-context.ts";
import { HIDDEN, pasteTokens } from "./macro-paste.ts";
import {
  contextPrefix,
  findUse,
  isGreedy,
  type MagicCall,
  producedBy,
  type SingleMacro,
  takes,
  withText,
} from "./macro-table.ts";
import {
  evaluate,
  holdReports,
  innerPosition,
  releaseReports,
  reportError,
  reportWarning,
  type State,
} from "./preprocess-state.ts";
import { place } from "./steps.ts";
import { stringToken } from "./string-token.ts";
import type { Token } from "./token.ts";

/** Tokens of a line's rest, first token last. */
type Rest = Token[];

/** Bound on the tokens made while one line is expanded, long ones counting more: what memory can hold. */
const TOKEN_ROOM = 1_000_000;

const cost = (token: Token): number => 1 + (token.text.length >> 4);

/** True when a token may be a call: a macro's name, or a `%` word. */
function mayBeCall(state: State, { kind, text }: Token): boolean {
  return kind === "identifier" ? state.singles.has(text.toLowerCase()) : kind === "directive" || kind === "parameter";
}

/** True when something in `tokens` may expand. */
export function mayExpand(state: State, tokens: readonly Token[]): boolean {
  for (let k = 0; k < tokens.length; k++) if (mayBeCall(state, tokens[k]!)) return true;
  return false;
}

/** Expands every single-line macro in `tokens`, pastes, and expands again what pasting made. */
export function expandSingles(state: State, tokens: readonly Token[]): readonly Token[] {
  const { budget, room, depth, exhausted } = state;
  state.budget = state.limits.macroTokens;
  state.room = TOKEN_ROOM;
  state.depth = state.limits.macroDepth;
  state.exhausted = false;
  const out = expandMore(state, tokens);
  state.spent += state.limits.macroTokens - state.budget + TOKEN_ROOM - state.room;
  state.budget = budget;
  state.room = room;
  state.depth = depth;
  state.exhausted = exhausted;
  return out;
}

/** expandSingles within an expansion under way, on its budget. */
function expandMore(state: State, tokens: readonly Token[]): readonly Token[] {
  if (!mayExpand(state, tokens)) {
    state.budget -= tokens.length;
    return tokens;
  }
  let current = tokens;
  let expanded = true;
  const floor = state.floor;
  const cycle: Cycle = { tokens, budget: state.budget, room: state.room, rounds: 0, longest: 1 };
  for (;;) {
    holdReports(state);
    const round = expandRound(state, current);
    const changed = round !== current;
    if (changed) expanded = true;
    current = round;
    if (!expanded) break;
    const { tokens: joined, pasted } = pasteTokens(current, "line");
    current = joined;
    if (!pasted) break;
    // A word that grows with each round is copied whole in each.
    for (const { text } of joined) state.room -= text.length >> 4;
    releaseReports(state, "forget");
    expanded = false;
    if (changed && !state.exhausted) skipRounds(state, cycle, joined);
  }
  releaseReports(state, "say");
  state.floor = floor;
  // A line of nothing is a blank: a call with it has a parameter, if an empty one.
  return current.length > 0 ? current : [withText(tokens[0]!, "space", " ")];
}

/** A line as it was before some round of expanding and pasting, to be found again after `rounds`, `longest` at most. */
interface Cycle {
  tokens: readonly Token[];
  budget: number;
  room: number;
  rounds: number;
  longest: number;
}

/**
 * What has come back to the words it was will do so until the budget ends, millions of times: `%define r2d r2 %+ d`. Where
 * it ends decides what is left of the line and whether anything is said, so whole cycles are taken off the budget and the
 * last rounds done. (R. P. Brent, An improved Monte Carlo factorization algorithm, BIT 20, 1980: cycles of any length.)
 */
function skipRounds(state: State, cycle: Cycle, tokens: readonly Token[]): void {
  cycle.rounds++;
  if (sameWords(cycle.tokens, tokens)) {
    const skipped = state.budget - (state.budget % Math.max(1, cycle.budget - state.budget));
    state.budget -= skipped;
    state.spent -= skipped;
    state.room = cycle.room;
    cycle.longest = Number.POSITIVE_INFINITY;
  } else if (cycle.rounds < cycle.longest) return;
  Object.assign(cycle, { tokens, budget: state.budget, room: state.room, rounds: 0, longest: 2 * cycle.longest });
}

function sameWords(a: readonly Token[], b: readonly Token[]): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k]!.text !== b[k]!.text || a[k]!.kind !== b[k]!.kind) return false;
  return true;
}

/** Counts a word; false when there were too many in this line, which is said once. */
function countWord(state: State): boolean {
  state.budget--;
  if (state.budget >= 0 && state.room >= 0 && state.depth > 0) return true;
  if (!state.exhausted) reportError(state, "limit", "interminable macro recursion");
  state.exhausted = true;
  return false;
}

/** One pass over the line from left to right; the same array when there was nothing to expand. */
function expandRound(state: State, tokens: readonly Token[]): readonly Token[] {
  let first = 0;
  while (first < tokens.length && !mayBeCall(state, tokens[first]!)) first++;
  if (first === tokens.length) return tokens;
  const rest: Rest = [];
  for (let k = tokens.length - 1; k >= first; k--) rest.push(tokens[k]!);
  const out: Token[] = [];
  for (let k = 0; k < first; k++) out.push(tokens[k]!);
  state.budget -= first;
  let changed = false;
  while (rest.length > 0) {
    const token = rest.pop()!;
    state.floor = rest.length;
    if (countWord(state) && expandOne(state, token, rest)) {
      changed = true;
      const floor = Math.min(state.floor, rest.length);
      while (rest.length > floor) out.push(rest.pop()!);
    } else out.push(token);
  }
  return changed ? out : tokens;
}

/** The macro that `token` names, if any. */
function macroOf(state: State, token: Token): SingleMacro | undefined {
  const { kind, text } = token;
  if (kind === "identifier" || kind === "directive") return findUse(state.singles, text, state.aliases);
  if (kind !== "parameter") return undefined;
  const prefix = contextPrefix(text);
  if (prefix === 0) return undefined;
  const context = findContext(state, text, token);
  return context ? findUse(context.macros, text.slice(prefix), state.aliases) : undefined;
}

/** If `token`, already taken from `rest`, is a call, takes its arguments from `rest`, puts the expansion there and
 * answers true; `state.floor` falls to the part of `rest` that was not touched. */
function expandOne(state: State, token: Token, rest: Rest): boolean {
  let macro = macroOf(state, token);
  if (macro === undefined) return false;
  let call: Token[][] = [];
  if (macro.parameters.length > 0 || macro.variadic) {
    const count = countArguments(state, rest);
    if (count === 0) return false;
    macro = chooseMacro(state, macro, token, count);
    if (macro === undefined) return false;
    if (macro.inProgress > 0 && !macro.recursive) return false;
    call = takeArguments(rest, macro, count);
    state.floor = Math.min(state.floor, rest.length);
  } else if (macro.inProgress > 0 && !macro.recursive) return false;
  state.depth--;
  expandInto(state, macro, token, call, rest);
  state.depth++;
  return true;
}

/** The definition of the same name that takes `count` arguments; says so when there is none. */
function chooseMacro(state: State, first: SingleMacro, token: Token, count: number): SingleMacro | undefined {
  const prefix = contextPrefix(token.text);
  const name = token.text.slice(prefix);
  const table = prefix > 0 ? findContext(state, token.text, token)!.macros : state.singles;
  const list = table.get(name.toLowerCase())!;
  for (let k = list.indexOf(first); k < list.length; k++) {
    const macro = list[k]!;
    if (macro.caseSensitive && macro.name !== name) continue;
    if (takes(macro, count)) return macro;
  }
  const plural = count === 1 ? "" : "s";
  const message = `single-line macro \`${name}' exists, but not taking ${count} parameter${plural}`;
  reportWarning(state, "pp-macro-params-single", message, token);
  return undefined;
}

/** Arguments in the call that `rest` begins with: 0 when no parenthesis follows, or none closes. */
function countArguments(state: State, rest: Rest): number {
  let at = rest.length - 1;
  while (at >= 0 && rest[at]!.kind === "space") at--;
  if (at < 0 || rest[at]!.text !== "(") return 0;
  let parentheses = 1;
  let braces = 0;
  let count = 1;
  for (at--; at >= 0; at--) {
    const { kind, text } = rest[at]!;
    if (kind !== "punctuation") continue;
    if (text === "{") braces++;
    else if (text === "}") braces = Math.max(0, braces - 1);
    else if (braces > 0) continue;
    else if (text === "(") parentheses++;
    else if (text === ")") {
      if (--parentheses === 0) return count;
    } else if (text === "," && parentheses === 1) count++;
  }
  reportError(state, "macro-call", "macro call expects terminating `)'");
  return 0;
}

/** Takes the arguments of a call from `rest`. Blanks around an argument go, one pair of braces around it too. A blank
 * before the comma goes to the next argument: NASM does so, and `&` shows it. */
function takeArguments(rest: Rest, macro: SingleMacro, count: number): Token[][] {
  const formal = macro.parameters;
  const wanted = isGreedy(macro) && !macro.variadic ? Math.min(count, formal.length) : count;
  const call: Token[][] = [];
  while (rest[rest.length - 1]!.text !== "(") rest.pop();
  rest.pop();
  let current: Token[] = [];
  let parentheses = 1;
  let braces = 0;
  let bracketed = false;
  let blank: Token | undefined;
  for (;;) {
    const token = rest.pop()!;
    const { kind, text } = token;
    const parameter = formal[Math.min(call.length, formal.length - 1)];
    let skipped = false;
    if (kind === "space") {
      if (!parameter?.kept) {
        if (braces > 0 || current.length > 0) blank = token;
        skipped = true;
      }
    } else if (kind === "punctuation") {
      if (
        text === "," &&
        braces === 0 &&
        parentheses === 1 &&
        !(parameter?.greedy && call.length === formal.length - 1)
      ) {
        call.push(current);
        current = [];
        bracketed = false;
        continue;
      }
      if (text === "{") {
        if (!bracketed) {
          bracketed = current.length === 0 && !parameter?.kept;
          skipped = bracketed;
        }
        braces++;
      } else if (text === "}") {
        if (braces > 0 && --braces === 0) skipped = bracketed;
      } else if (text === "(" && braces === 0) parentheses++;
      else if (text === ")" && braces === 0 && --parentheses === 0) break;
    }
    if (skipped) continue;
    if (blank !== undefined) current.push(blank);
    blank = undefined;
    current.push(token);
  }
  call.push(current);
  while (call.length < wanted || call.length < formal.length) call.push([]);
  return call;
}

const number = (like: Token, value: bigint): Token[] => {
  const digits = withText(like, "number", (value < 0n ? -value : value).toString());
  return value < 0n ? [withText(like, "punctuation", "-"), digits] : [digits];
};

/** Tokens of an integer, with a minus of its own when negative. */
export const numberTokens = number;

/** Obeys a parameter's `=` and `&` on one argument. */
function prepareArgument(state: State, macro: SingleMacro, call: Token[][], index: number, use: Token): void {
  const parameter = macro.parameters[Math.min(index, macro.parameters.length - 1)]!;
  const type = macro.name.startsWith("%") ? "function" : "macro";
  if (parameter.evaluated) {
    const argument = withoutLeadingSpace(expandMore(state, call[index]!));
    call[index] = [];
    if (argument.length === 0 && (parameter.optional || parameter.greedy)) return;
    const result = evaluate(state, argument);
    if (result !== undefined) {
      // NASM counts from 0 here.
      const where = `parameter ${index} of ${type} \`${macro.name}'`;
      if (hasMore(argument, result.end)) reportError(state, "expression", `invalid expression in ${where}`);
      else if (result.kind !== "number") reportError(state, "expression", `non-constant expression in ${where}`);
      else call[index] = number(argument[0] ?? use, result.value);
    }
  }
  if (parameter.quoted !== "never") {
    const argument = expandMore(state, call[index]!);
    if (parameter.quoted === "unless-string" && argument.length === 1 && argument[0]!.kind === "string") {
      call[index] = argument.slice();
    } else {
      call[index] = [stringToken(state, argument[0] ?? use, tokensToText(argument).replaceAll(HIDDEN, ""))];
    }
  }
}

/** True when something but blanks stands at or after `at`. */
export function hasMore(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < tokens.length; k++) if (tokens[k]!.kind !== "space") return true;
  return false;
}

/** The tokens from the first that is no blank. */
export function withoutLeadingSpace(tokens: readonly Token[]): readonly Token[] {
  let at = 0;
  while (at < tokens.length && tokens[at]!.kind === "space") at++;
  return at === 0 ? tokens : tokens.slice(at);
}

/** Puts the expansion of a call before `rest`. */
function expandInto(state: State, macro: SingleMacro, use: Token, call: Token[][], rest: Rest): void {
  const expansion = expansionOf(state, macro, use);
  if (macro.inert && macro.parameters.length === 0 && !macro.magic) {
    for (let k = macro.body.length - 1; k >= 0; k--) {
      state.room -= cost(macro.body[k]!);
      if (isName(macro.body[k]!)) countWord(state);
      rest.push(producedBy(macro.body[k]!, use, expansion));
    }
    return;
  }
  macro.inProgress++;
  for (let k = 0; k < call.length; k++) prepareArgument(state, macro, call, k, use);
  if (macro.magic) {
    // Those without parameters say where they stand.
    if (macro.parameters.length === 0 && state.steps) place(state);
    const result = macro.magic({ name: use, parameters: call } satisfies MagicCall);
    for (let k = result.length - 1; k >= 0; k--) pushExpanded(state, result[k]!, rest);
  } else expandBody(state, macro, use, call, rest, expansion);
  macro.inProgress--;
}

function expansionOf(state: State, macro: SingleMacro, use: Token): Expansion {
  const { file, lineNumber } = innerPosition(state);
  const parent = use.expansion ?? state.expansion;
  const { name } = macro;
  return parent ? { macro: name, call: use, file, lineNumber, parent } : { macro: name, call: use, file, lineNumber };
}

/** Puts one token before `rest`, expanded if it is a call. */
function pushExpanded(state: State, token: Token, rest: Rest): void {
  state.room -= cost(token);
  if (!isName(token) || !countWord(state) || !expandOne(state, token, rest)) rest.push(token);
}

/** What NASM looks up, and counts, in a body: names, `%` words, names of a context. */
function isName({ kind, text }: Token): boolean {
  return kind === "identifier" || kind === "directive" || (kind === "parameter" && contextPrefix(text) > 0);
}

/** What `%?` (the name as called) and `%??` (as defined) stand for inside a macro's expansion, arguments included. */
function ownName({ kind, text }: Token, macro: SingleMacro, use: Token): Token | undefined {
  if (kind !== "parameter") return undefined;
  if (text === "%?" || text === "%*?") return use;
  if (text !== "%??" && text !== "%*??") return undefined;
  return withText(use, use.kind, use.text.slice(0, contextPrefix(use.text)) + macro.name);
}

/** Puts the body, its parameters replaced, before `rest`, from its end to its beginning. */
function expandBody(
  state: State,
  macro: SingleMacro,
  use: Token,
  call: Token[][],
  rest: Rest,
  expansion: Expansion,
): void {
  // `%,` gives a comma when something follows it; "follows" begins anew at each parameter.
  let something = false;
  for (let k = macro.body.length - 1; k >= 0; k--) {
    const token = macro.body[k]!;
    const slot = macro.slots?.[k] ?? -1;
    const before = rest.length;
    if (slot >= 0) {
      something = false;
      const argument = call[slot] ?? [];
      for (let j = argument.length - 1; j >= 0; j--) {
        const own = ownName(argument[j]!, macro, use);
        if (own) rest.push(own);
        else pushExpanded(state, argument[j]!, rest);
        something ||= argument[j]!.kind !== "space";
      }
      continue;
    }
    if (token.kind === "parameter") {
      const { text } = token;
      if (text === "%,") {
        if (something) rest.push(withText(use, "punctuation", ","));
        continue;
      }
      const own = ownName(token, macro, use);
      if (own) {
        rest.push(own);
        something = true;
        continue;
      }
    }
    pushExpanded(state, producedBy(token, use, expansion), rest);
    something ||= rest.length > before && token.kind !== "space";
  }
}
