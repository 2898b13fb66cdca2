// Directives that give a single-line macro its body: %define, %xdefine, %assign, %defstr, %deftok, %defalias, %undef,
// %strlen, %strcat, %substr, %pathsearch.

import { findFile } from "./include.ts";
import { lexText } from "./lexer.ts";
import { unquote } from "./literal.ts";
import { skipSpaces } from "./macro-call.ts";
import { findContext } from "./macro-context.ts";
import { HIDDEN } from "./macro-paste.ts";
import { expandSingles, numberTokens, withoutLeadingSpace } from "./macro-single.ts";
import {
  addDefinition,
  contextPrefix,
  type DefinitionPlace,
  findDefinition,
  removeDefinitions,
  type SingleMacro,
  type SingleParameter,
  withText,
} from "./macro-table.ts";
import { evaluateTokens, readMacroName, warnTrailing } from "./preprocess-reading.ts";
import { currentInput, evaluate, innerPosition, reportError, reportWarning, type State } from "./preprocess-state.ts";
import { lexedPlace, tokensAsText } from "./preprocess-text.ts";
import { touch, withName } from "./steps.ts";
import { stringToken } from "./string-token.ts";
import type { Token } from "./token.ts";

/** A directive's line. `at` is the index after its word, `name` the word as written. */
export interface Directive {
  readonly name: string;
  readonly tokens: readonly Token[];
  readonly at: number;
  /** `%define` or `%idefine`. */
  readonly caseSensitive: boolean;
}

/** What a definition says beside name and body. */
export interface Shape {
  readonly caseSensitive: boolean;
  readonly parameters?: readonly SingleParameter[];
  readonly alias?: boolean;
}

/** Where the macro being defined stands; undefined for built-in ones. */
export function definitionPlace(state: State, token: Token): DefinitionPlace | undefined {
  if (currentInput(state).kind === "built-in") return undefined;
  const { file, lineNumber } = innerPosition(state);
  // Files of -p are read while the built-in macros are.
  const early = state.inputs.some(({ kind }) => kind === "built-in") ? { early: true as const } : {};
  return { file, lineNumber, source: token.source, start: token.start, end: token.end, ...early };
}

/** Defines `name` (with `%$` for a context's), or redefines it, with the warnings that belong to it. */
export function defineSingle(state: State, name: Token, body: readonly Token[], shape: Shape): void {
  const limit = state.limits.lineBytes;
  if (body.reduce((sum, token) => sum + token.text.length, 0) > limit) {
    reportError(state, "limit", `the macro \`${name.text}' would be longer than ${limit} bytes`, name);
    return;
  }
  const prefix = contextPrefix(name.text);
  const context = prefix > 0 ? findContext(state, name.text, name) : undefined;
  const table = context?.macros ?? state.singles;
  const plain = context ? name.text.slice(prefix) : name.text;
  const parameters = shape.parameters ?? [];
  const how = shape.caseSensitive ? "as-defined" : "any-case";
  let replaced = findDefinition(table, plain, parameters.length, how);
  if (replaced?.alias && !shape.alias && state.aliases === "followed") {
    defineThroughAlias(state, replaced, body, shape);
    return;
  }
  if (replaced !== undefined) replaced = checkRedefinition(state, replaced, plain, shape);
  const place = definitionPlace(state, name);
  const slots = parameters.length > 0 ? body.map((token) => slotOf(token, parameters)) : undefined;
  const macro: SingleMacro = {
    name: plain,
    caseSensitive: shape.caseSensitive,
    alias: shape.alias ?? false,
    parameters,
    variadic: false,
    body,
    ...(slots ? { slots } : {}),
    inert: body.every(({ kind }) => kind !== "identifier" && kind !== "directive" && kind !== "parameter"),
    recursive: false,
    ...(place ? { place } : {}),
    inProgress: 0,
  };
  const key = macro.name.toLowerCase();
  if (key.startsWith("..@")) state.ownMacros = true;
  if (state.steps) touch(state, table, key);
  if (table === state.singles && !table.has(key)) state.macroNames = withName(state.macroNames, key);
  addDefinition(table, macro, replaced);
}

/** To define an alias's name is to define what it leads to. */
function defineThroughAlias(state: State, alias: SingleMacro, body: readonly Token[], shape: Shape): void {
  if (alias.inProgress > 0) {
    reportError(state, "macro-definition", "macro alias loop");
    return;
  }
  alias.inProgress++;
  defineSingle(state, alias.body[0]!, body, shape);
  alias.inProgress--;
}

function slotOf(token: Token, parameters: readonly SingleParameter[]): number {
  if (token.kind !== "identifier") return -1;
  for (let k = parameters.length - 1; k >= 0; k--) if (parameters[k]!.name === token.text) return k;
  return -1;
}

/** The macro to replace, or undefined when the new one stands beside it and shadows it. */
function checkRedefinition(state: State, old: SingleMacro, name: string, shape: Shape): SingleMacro | undefined {
  const count = shape.parameters?.length ?? 0;
  if (shape.caseSensitive !== old.caseSensitive) {
    const [mine, other] = shape.caseSensitive ? ["", "in"] : ["in", ""];
    const message = `case ${mine}sensitive definition of macro \`${name}' will shadow ${other}sensitive macro \`${old.name}'`;
    reportWarning(state, "pp-macro-def-case-single", message);
    return undefined;
  }
  if (count > 0 !== old.parameters.length > 0) {
    const message = `macro \`${name}' defined both with and without parameters`;
    reportWarning(state, "pp-macro-def-param-single", message);
    return undefined;
  }
  if (old.parameters.length < count) {
    const message = `defining macro \`${name}' shadows previous greedy definition`;
    reportWarning(state, "pp-macro-def-greedy-single", message);
    return undefined;
  }
  return old;
}

interface Template {
  readonly parameters: SingleParameter[];
  /** Index after the template and the blanks behind it. */
  readonly end: number;
}

/** The `(a,=b,&c,!d,e+)` after a macro's name. No blank may stand before it: `%define x (1)` has no parameters. */
function readTemplate(state: State, tokens: readonly Token[]): Template {
  if (tokens[0]?.text !== "(") return { parameters: [], end: skipSpaces(tokens, 0) };
  // NASM reads it twice, once to count, and so says twice what is wrong unless it counts none.
  if (readParameters(state, tokens).parameters.length === 0) return { parameters: [], end: skipSpaces(tokens, 0) };
  return readParameters(state, tokens);
}

function readParameters(state: State, tokens: readonly Token[]): Template {
  const parameters: SingleParameter[] = [];
  let greedy = false;
  let complained = false;
  let name: Token | undefined;
  let flags = new Set<string>();
  const bad = (token: Token) => {
    const message = `garbage \`${token.text}' in macro parameter list`;
    if (!complained) reportError(state, "macro-definition", message, token);
    complained = true;
  };
  for (let at = 1; ; at++) {
    const token = tokens[at];
    if (token === undefined) {
      const inside = name !== undefined || flags.size > 0;
      const message = inside ? "`)' expected to terminate macro template" : "parameter identifier expected";
      reportError(state, "macro-definition", message);
      return { parameters, end: at };
    }
    const { kind, text } = token;
    if (kind === "space") continue;
    if (kind === "identifier" && name === undefined) name = token;
    else if (kind === "punctuation" && ["=", "&", "&&", "!", "+"].includes(text)) {
      flags.add(text);
      if (text === "+") greedy = true;
    } else if (kind === "punctuation" && (text === "," || text === ")")) {
      if (text === "," && greedy) reportError(state, "macro-definition", "greedy parameter must be last", token);
      parameters.push(parameterOf(name, flags));
      if (text === ")") return { parameters, end: skipSpaces(tokens, at + 1) };
      name = undefined;
      flags = new Set();
    } else bad(token);
  }
}

function parameterOf(name: Token | undefined, flags: ReadonlySet<string>): SingleParameter {
  return {
    name: name?.text ?? "",
    evaluated: flags.has("="),
    quoted: flags.has("&&") ? "unless-string" : flags.has("&") ? "always" : "never",
    kept: flags.has("!"),
    greedy: flags.has("+"),
    optional: false,
  };
}

/** `%define`, `%xdefine`, `%defalias`. */
export function define(
  state: State,
  { name, tokens, at, caseSensitive }: Directive,
  kind: "late" | "now" | "alias",
): void {
  const read = readMacroName(state, tokens, at, name);
  if (read === undefined) return;
  const { parameters, end } = readTemplate(state, read.rest);
  let body = read.rest.slice(end);
  if (kind === "alias") {
    const target = body[0];
    if (target === undefined || (target.kind !== "identifier" && contextPrefix(target.text) === 0)) {
      reportError(state, "macro-definition", `\`${name}' expects a macro identifier to alias`);
      return;
    }
    if (skipSpaces(body, 1) < body.length) {
      reportWarning(state, "pp-trailing", "trailing garbage after aliasing identifier ignored");
    }
    body = [target];
  } else if (kind === "now") body = expandNow(state, body, parameters);
  defineSingle(state, read.token, body, { caseSensitive, parameters, alias: kind === "alias" });
}

/** The body of an `%xdefine`, expanded but for its parameters. */
function expandNow(state: State, body: readonly Token[], parameters: readonly SingleParameter[]): Token[] {
  if (parameters.length === 0) return expandSingles(state, body).slice();
  // A parameter's name is marked so that nothing expands or evaluates it, and unmarked afterwards.
  const hidden = body.map((token) =>
    slotOf(token, parameters) >= 0 ? withText(token, "other", HIDDEN + token.text) : token,
  );
  return expandSingles(state, hidden).map((token) =>
    token.text.startsWith(HIDDEN) ? withText(token, "identifier", token.text.slice(1)) : token,
  );
}

/** `%undef`, `%undefalias`. */
export function undefine(state: State, { name, tokens, at }: Directive, what: "macro" | "alias"): void {
  const read = readMacroName(state, tokens, at, name);
  if (read === undefined) return;
  if (read.rest.length > 0) reportWarning(state, "pp-trailing", "trailing garbage after macro name ignored");
  undefineName(state, read.token, what);
}

function undefineName(state: State, token: Token, what: "macro" | "alias"): void {
  const prefix = contextPrefix(token.text);
  const context = prefix > 0 ? findContext(state, token.text, token) : undefined;
  const plain = context ? token.text.slice(prefix) : token.text;
  const aliased: SingleMacro[] = [];
  const table = context?.macros ?? state.singles;
  const key = plain.toLowerCase();
  const known = table.has(key);
  if (state.steps && known) touch(state, table, key);
  removeDefinitions(table, plain, (macro) => {
    if (!macro.alias || what === "alias") return true;
    aliased.push(macro);
    return false;
  });
  if (table === state.singles && known && !table.has(key)) state.macroNames = withName(state.macroNames, `-${key}`);
  if (state.aliases === "ignored") return;
  for (const macro of aliased) {
    if (macro.inProgress > 0) reportError(state, "macro-definition", "macro alias loop");
    else {
      macro.inProgress++;
      undefineName(state, macro.body[0]!, "macro");
      macro.inProgress--;
    }
  }
}

/** A directive of the form `%word name tokens`: its name, and the tokens expanded. */
function readNamed(state: State, { name, tokens, at }: Directive) {
  const read = readMacroName(state, tokens, at, name);
  return read && { token: read.token, value: expandSingles(state, read.rest) };
}

/** `%assign`: the value of an expression. */
export function assign(state: State, directive: Directive): void {
  const read = readNamed(state, directive);
  if (read === undefined) return;
  assignValue(state, directive, read.token, read.value);
}

/** Defines `name` as the value of an expression whose macros are expanded. */
export function assignValue(state: State, directive: Directive, name: Token, value: readonly Token[]): void {
  const result = evaluateTokens(state, value, directive.name);
  if (typeof result !== "bigint") return;
  defineSingle(state, name, numberTokens(name, result), directive);
}

/** `%defstr`: the rest of the line as a string. */
export function defineString(state: State, directive: Directive): void {
  const read = readNamed(state, directive);
  if (read === undefined) return;
  const text = tokensAsText(state, withoutLeadingSpace(read.value));
  defineSingle(state, read.token, [stringToken(state, read.token, text)], directive);
}

/** The string a directive asks for, or undefined after saying that there is none. */
function stringIn(state: State, { name }: Directive, value: readonly Token[]): Token | undefined {
  const token = value[skipSpaces(value, 0)];
  if (token?.kind === "string") return token;
  reportError(state, "directive-syntax", `\`${name}' requires string as second parameter`);
  return undefined;
}

/** A string's contents where control characters have no place: it ends before the first. */
export function printableString(state: State, token: Token): string {
  const text = unquote(token.text);
  for (let k = 0; k < text.length; k++) {
    const c = text.charCodeAt(k);
    if (c < 32 || c === 127) {
      reportError(state, "directive-syntax", "control character in string not allowed here", token);
      return text.slice(0, k);
    }
  }
  return text;
}

/** `%deftok`: a string's contents as tokens. */
export function defineTokens(state: State, directive: Directive): void {
  const read = readNamed(state, directive);
  const string = read && stringIn(state, directive, read.value);
  if (read === undefined || string === undefined) return;
  const text = printableString(state, string);
  const lexed = lexText(text, 0, text.length, lexedPlace(string));
  for (const problem of lexed.problems) reportWarning(state, problem.code, problem.message);
  defineSingle(state, read.token, lexed.tokens, directive);
}

/** `%strlen`: the number of bytes of a string. */
export function defineLength(state: State, directive: Directive): void {
  const read = readNamed(state, directive);
  const string = read && stringIn(state, directive, read.value);
  if (read === undefined || string === undefined) return;
  const length = BigInt(unquote(string.text).length);
  defineSingle(state, read.token, numberTokens(read.token, length), directive);
}

/** `%strcat`: strings joined. */
export function defineJoined(state: State, directive: Directive): void {
  const read = readNamed(state, directive);
  if (read === undefined) return;
  let text = "";
  for (const token of read.value) {
    if (token.kind === "string") text += unquote(token.text);
    else if (token.kind !== "space" && token.text !== ",") {
      reportError(state, "directive-syntax", `non-string passed to \`${directive.name}': ${token.text}`, token);
      return;
    }
  }
  defineSingle(state, read.token, [stringToken(state, read.token, text)], directive);
}

/** The part of `text` from character `start` (from 1), `count` long; a negative count is measured from the end. */
export function substring(text: string, start: bigint, count: bigint): string {
  const length = BigInt(text.length);
  const from = start <= 1n ? 0n : start - 1n;
  let taken = count < 0n ? length + count + 1n - from : count;
  if (from + taken > length) taken = length - from;
  if (taken <= 0n || from >= length) return "";
  return text.slice(Number(from), Number(from + taken));
}

/** `%substr`: part of a string. */
export function defineSubstring(state: State, directive: Directive): void {
  const read = readNamed(state, directive);
  if (read === undefined) return;
  const { value } = read;
  const { name } = directive;
  const first = skipSpaces(value, 0);
  const string = value[first];
  if (string?.kind !== "string") {
    reportError(state, "directive-syntax", `\`${name}' requires a string as parameter`);
    return;
  }
  let at = skipSpaces(value, first + 1);
  if (value[at]?.text === ",") at = skipSpaces(value, at + 1);
  if (at >= value.length) {
    reportError(state, "directive-syntax", `\`${name}' requires a starting index`);
    return;
  }
  const numbers: bigint[] = [];
  while (at < value.length && numbers.length < 2) {
    const rest = value.slice(at);
    const result = evaluate(state, rest);
    if (result === undefined) return;
    if (result.kind !== "number") {
      reportError(state, "expression", `non-constant value given to \`${name}'`);
      return;
    }
    numbers.push(result.value);
    // The token that ended the first expression, the comma, is read already.
    at = skipSpaces(value, at + skipSpaces(rest, result.end) + 1);
  }
  const text = substring(unquote(string.text), numbers[0]!, numbers[1] ?? 1n);
  defineSingle(state, read.token, [stringToken(state, read.token, text)], directive);
}

/** `%pathsearch`: the name under which a file would be included, or the name as it is. */
export function definePath(state: State, directive: Directive): void {
  const read = readNamed(state, directive);
  if (read === undefined) return;
  const at = skipSpaces(read.value, 0);
  const string = read.value[at];
  if (string?.kind !== "string") {
    reportError(state, "directive-syntax", `\`${directive.name}' expects a file name`);
    return;
  }
  if (at + 1 < read.value.length) warnTrailing(state, directive.name);
  const asked = printableString(state, string);
  const found = findFile(state, asked, "pathsearch");
  defineSingle(state, read.token, [stringToken(state, read.token, found ?? asked)], directive);
}
