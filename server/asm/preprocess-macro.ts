// Directives about multi-line macros and blocks: %macro, %endmacro, %unmacro, %exitmacro, %rotate, %rep, %endrep, %exitrep.

import { parameterTokens, pushFrame, type Split, skipSpaces, splitParameters } from "./macro-call.ts";
import { expandSingles } from "./macro-single.ts";
import { Call, type MultiMacro } from "./macro-table.ts";
import { overlaps, readCounts, readRange } from "./preprocess-conditions.ts";
import { type Directive, definitionPlace } from "./preprocess-define.ts";
import { evaluateTokens, expandName } from "./preprocess-reading.ts";
import { currentInput, innerPosition, reportError, reportWarning, type State } from "./preprocess-state.ts";
import { withName } from "./steps.ts";
import type { Token } from "./token.ts";

/** Reads `name 1-2+.nolist defaults`; undefined after having said that there is no name. */
function readHead(
  state: State,
  { name, tokens, at, caseSensitive }: Directive,
  recursive: boolean,
): MultiMacro | undefined {
  const head = expandName(state, tokens, skipSpaces(tokens, at));
  const word = head[0];
  if (word?.kind !== "identifier") {
    reportError(state, "macro-definition", `\`${name}' expects a macro name`);
    return undefined;
  }
  const expanded = expandSingles(state, head.slice(1));
  const from = skipSpaces(expanded, 0);
  let range = readCounts(state, expanded, from, name);
  if (range === undefined) {
    reportError(state, "macro-definition", `\`${name}' expects a parameter count`);
    range = readRange(state, expanded, from, name, 0);
  }
  const { least, most, plus } = range;
  let end = Math.min(range.end, expanded.length);
  const quiet = expanded[end]?.kind === "identifier" && expanded[end]!.text.toLowerCase() === ".nolist";
  if (quiet) end++;
  const wanted = plus ? most - least : Number.POSITIVE_INFINITY;
  const defaults = readDefaults(state, expanded, end, word.text, wanted);
  if (defaults.length > most - least && !plus) {
    const message = `too many default macro parameters in macro \`${word.text}'`;
    reportWarning(state, "pp-macro-defaults", message, word);
  }
  const place = definitionPlace(state, word);
  return {
    name: word.text,
    caseSensitive,
    least,
    most,
    plus,
    quiet,
    recursive,
    defaults,
    defaultKeys: [],
    body: [],
    takesLabel: false,
    inProgress: 0,
    ...(place ? { place } : {}),
  };
}

/** The default parameters behind the counts. A greedy parameter's own, the `most`-th one, keeps its commas. */
function readDefaults(
  state: State,
  tokens: readonly Token[],
  end: number,
  name: string,
  most: number,
): (readonly Token[])[] {
  if (end >= tokens.length) return [];
  const split: Split = splitParameters(state, tokens, end);
  let line = tokens;
  if (split.comma !== undefined && state.emptyExpansion === "legacy") {
    line = tokens.slice(0, split.comma);
    split.starts.pop();
    const message = `dropping trailing empty default parameter in definition of multi-line macro \`${name}'`;
    reportWarning(state, "pp-macro-params-legacy", message);
  }
  const { starts } = split;
  return starts.slice(0, most).map((start, k) => parameterTokens(line, start, k + 1 === most ? "kept" : "end"));
}

/** `%macro`, `%imacro`, `%rmacro`: the lines that follow are its body. */
export function beginMacro(state: State, directive: Directive, kind: "once" | "recursive"): void {
  const macro = readHead(state, directive, kind === "recursive");
  if (macro === undefined) return;
  state.defining = { macro, repetitions: 0 };
  const others = state.multis.get(macro.name!.toLowerCase()) ?? [];
  if (others.some((other) => other.name === macro.name && overlaps(other, macro))) {
    reportWarning(state, "pp-macro-redef-multi", `redefining multi-line macro \`${macro.name}'`);
  }
}

/** `%endmacro`, `%endm`. */
export function endMacro(state: State, { name }: Directive): void {
  const macro = state.defining?.macro;
  if (macro?.name === undefined) {
    reportError(state, "macro-nesting", `\`${name}': not defining a macro`);
    return;
  }
  const key = macro.name.toLowerCase();
  const others = state.multis.get(key);
  if (key.startsWith("..@")) state.ownMacros = true;
  if (others === undefined) state.macroNames = withName(state.macroNames, key);
  state.multis.set(key, [macro, ...(others ?? [])]);
  state.defining = undefined;
}

/** `%unmacro`, `%unimacro`: removes the macro of that name and exactly that number of parameters. */
export function removeMacro(state: State, directive: Directive): void {
  const spec = readHead(state, directive, false);
  if (spec === undefined) return;
  const key = spec.name!.toLowerCase();
  const list = state.multis.get(key);
  if (list === undefined) return;
  if (currentInput(state).frames.some(({ call }) => call?.macro === list[0])) {
    reportError(state, "macro-nesting", "`%unmacro' can't undefine the macro being expanded");
    return;
  }
  const left = list.filter(
    (macro) =>
      !(
        macro.caseSensitive === spec.caseSensitive &&
        (macro.name === spec.name || !spec.caseSensitive) &&
        macro.least === spec.least &&
        macro.most === spec.most &&
        macro.plus === spec.plus
      ),
  );
  if (left.length > 0) state.multis.set(key, left);
  else {
    state.multis.delete(key);
    state.macroNames = withName(state.macroNames, `-${key}`);
  }
}

/** `%exitmacro`: nothing more of the innermost macro is read, and what it opened is closed. */
export function exitMacro(state: State): void {
  const input = currentInput(state);
  const { frames } = input;
  let at = frames.length - 1;
  while (at >= 0 && frames[at]!.call?.macro.name === undefined) at--;
  if (at < 0) {
    reportError(state, "macro-nesting", "`%exitmacro' not within `%macro' block");
    return;
  }
  for (let k = frames.length - 1; k >= at; k--) {
    const frame = frames[k]!;
    const { call } = frame;
    if (call) {
      while (call.openConditions > 0 && input.conditions.pop() !== undefined) call.openConditions--;
      call.openConditions = 0;
      call.repetitions = Math.min(call.repetitions, 1);
    }
    frame.at = frame.lines.length;
  }
}

/** `%rotate`: shifts what `%1`, `%2` … mean. */
export function rotate(state: State, directive: Directive): void {
  const { tokens, at, name } = directive;
  const from = skipSpaces(tokens, at);
  if (from >= tokens.length) {
    // NASM has let go of the directive's name by then.
    reportError(state, "directive-syntax", "`' missing rotate count");
    return;
  }
  const value = evaluateTokens(state, expandSingles(state, tokens.slice(from)), name);
  if (typeof value !== "bigint") return;
  const call = currentInput(state).macro?.call;
  if (call === undefined) reportError(state, "macro-parameter", `\`${name}' invoked outside a macro call`);
  else if (call.count === 0) {
    reportError(state, "macro-parameter", `\`${name}' invoked within macro without parameters`);
  } else {
    const count = BigInt(call.count);
    const turned = (BigInt.asIntN(32, BigInt(call.rotation) + value) % count) + count;
    call.rotation = Number(turned % count);
  }
}

/** `%rep`: the lines up to `%endrep` are its body. */
export function beginRepetition(state: State, { tokens, at, name }: Directive): void {
  let from = skipSpaces(tokens, at);
  const quiet = tokens[from]?.kind === "identifier" && tokens[from]!.text.toLowerCase() === ".nolist";
  if (quiet) from = skipSpaces(tokens, from + 1);
  let repetitions = 0;
  if (from >= tokens.length) reportError(state, "directive-syntax", `\`${name}' expects a repeat count`);
  else {
    const count = evaluateTokens(state, expandSingles(state, tokens.slice(from)), name);
    if (typeof count !== "bigint") return;
    const limit = state.limits.repetitions;
    if (count > limit) {
      reportError(state, "limit", `\`${name}' count ${count} exceeds limit (currently ${limit})`);
    } else if (count < 0n && state.pass.purpose !== "dependencies")
      reportWarning(state, "pp-rep-negative", `negative \`${name}' count: ${count}`);
    else repetitions = Number(count) + 1;
  }
  const macro: MultiMacro = {
    name: undefined,
    caseSensitive: true,
    least: 0,
    most: 0,
    plus: false,
    quiet,
    recursive: false,
    defaults: [],
    defaultKeys: [],
    body: [],
    takesLabel: false,
    inProgress: 0,
  };
  state.defining = { macro, repetitions };
}

/** `%endrep`: reads the body as often as asked. */
export function endRepetition(state: State): void {
  const { defining } = state;
  if (defining === undefined || defining.macro.name !== undefined) {
    reportError(state, "macro-nesting", "`%endrep': no matching `%rep'");
    return;
  }
  const call = new Call(defining.macro, "", { parameters: [], count: 0, unique: 0 });
  call.repetitions = defining.repetitions;
  const { file, lineNumber } = innerPosition(state);
  const input = currentInput(state);
  const where = input.noLine > 0 ? { file: input.file, lineNumber: input.lineNumber } : { file, lineNumber };
  pushFrame(state, call, defining.macro.body, where);
  // The body is read from its end, where it is begun anew while repetitions are left.
  const frame = input.frames[input.frames.length - 1]!;
  frame.at = frame.lines.length;
  state.defining = undefined;
}

/** `%exitrep`: the rest of the innermost block is not obeyed, and it is not begun again. */
export function exitRepetition(state: State): void {
  const { frames } = currentInput(state);
  for (let k = frames.length - 1; k >= 0; k--) {
    const { call } = frames[k]!;
    if (call !== undefined && call.macro.name === undefined) {
      call.repetitions = 0;
      return;
    }
  }
  reportError(state, "macro-nesting", "`%exitrep' not within `%rep' block");
}
