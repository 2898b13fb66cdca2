// The conditions of `%if…` and `%elif…`, and of the functions `%is…()`: each kind is a row, tokens in, truth out.

import { readInteger, unquote } from "./literal.ts";
import { skipSpaces } from "./macro-call.ts";
import { findContext } from "./macro-context.ts";
import { expandSingles } from "./macro-single.ts";
import { contextPrefix, findDefinition, type MultiMacro } from "./macro-table.ts";
import { environmentOf } from "./preprocess-environment.ts";
import { evaluateTokens, expandName, warnTrailing } from "./preprocess-reading.ts";
import { reportError, reportWarning, type State } from "./preprocess-state.ts";
import type { Token } from "./token.ts";
import { packageNamed } from "./use-packages.ts";

/** Truth of a condition; after having reported that it has none: undefined, or "failed" when an expression could not be
 * evaluated, which NASM treats alike but for warnings about the lines that follow. `name` is the directive as written. */
export type Condition = (state: State, tokens: readonly Token[], name: string) => boolean | "failed" | undefined;

/** Says `message` and answers that the condition has no truth. */
function failed(state: State, message: string): undefined {
  reportError(state, "condition", message);
  return undefined;
}

const ifContext: Condition = (state, tokens, name) => {
  const top = state.contexts[state.contexts.length - 1]?.name?.toLowerCase();
  let found = false;
  for (let at = skipSpaces(tokens, 0); at < tokens.length; at = skipSpaces(tokens, at + 1)) {
    if (tokens[at]!.kind !== "identifier") return failed(state, `\`${name}' expects context identifiers`);
    found ||= top !== undefined && tokens[at]!.text.toLowerCase() === top;
  }
  return found;
};

const isMacroName = (token: Token | undefined): token is Token =>
  token !== undefined && (token.kind === "identifier" || contextPrefix(token.text) > 0);

/** `%ifdef` and `%ifdefalias`: is one of the names a single-line macro, or an alias? */
const ifDefined =
  (wanted: "macro" | "alias"): Condition =>
  (state, tokens, name) => {
    for (let at = 0; at < tokens.length; at++) {
      at = skipSpaces(tokens, at);
      const token = tokens[at];
      if (!isMacroName(token)) return failed(state, `\`${name}' expects macro identifiers`);
      const prefix = contextPrefix(token.text);
      const context = prefix > 0 ? findContext(state, token.text, token) : undefined;
      let macro = findDefinition(
        context?.macros ?? state.singles,
        prefix > 0 && context ? token.text.slice(prefix) : token.text,
        -1,
        "as-defined",
      );
      if (wanted === "macro" && macro?.alias) {
        macro = state.aliases === "followed" ? followAlias(state, macro.body[0]!.text) : undefined;
      }
      if (macro !== undefined && macro.alias === (wanted === "alias")) return true;
    }
    return false;
  };

/** The macro an alias leads to, through aliases of aliases; undefined when it leads nowhere or in a circle. */
function followAlias(state: State, target: string) {
  let name = target;
  for (let steps = 0; steps < 100; steps++) {
    const macro = findDefinition(state.singles, name, -1, "as-defined");
    if (!macro?.alias) return macro;
    name = macro.body[0]!.text;
  }
  return undefined;
}

const ifEnvironment: Condition = (state, line, name) => {
  const tokens = expandSingles(state, line);
  let found = false;
  for (let at = 0; at < tokens.length; at++) {
    at = skipSpaces(tokens, at);
    const token = tokens[at];
    const isName = token && (token.kind === "identifier" || token.kind === "string" || token.text.startsWith("%!"));
    if (!isName) return failed(state, `\`${name}' expects environment variable names`);
    found ||= environmentOf(state, token) !== undefined;
  }
  return found;
};

const ifIdentical =
  (caseRule: "exact" | "any-case"): Condition =>
  (state, line, name) => {
    const tokens = expandSingles(state, line);
    const comma = tokens.findIndex((token) => token.text === "," && token.kind === "punctuation");
    if (comma < 0) return failed(state, `\`${name}' expects two comma-separated arguments`);
    let left = 0;
    let right = comma + 1;
    while (left < comma && right < tokens.length) {
      if (tokens[right]!.text === "," && tokens[right]!.kind === "punctuation") {
        return failed(state, `\`${name}': more than one comma on line`);
      }
      if (tokens[left]!.kind === "space") left++;
      else if (tokens[right]!.kind === "space") right++;
      else if (alike(tokens[left]!, tokens[right]!, caseRule)) {
        left++;
        right++;
      } else return false;
    }
    // A blank before the comma counts as a difference: so does NASM.
    return left === comma && right >= tokens.length;
  };

function alike(a: Token, b: Token, caseRule: "exact" | "any-case"): boolean {
  if (a.kind !== b.kind) return false;
  const first = a.kind === "string" ? unquote(a.text) : a.text;
  const second = b.kind === "string" ? unquote(b.text) : b.text;
  return caseRule === "exact" ? first === second : first.toLowerCase() === second.toLowerCase();
}

/** A range of parameter counts: `2`, `1-3`, `1-*`, `2+`. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
  readonly plus: boolean;
  /** Index after the range. */
  readonly end: number;
}

/** Largest parameter count NASM reads. */
const COUNT_LIMIT = 2_147_483_647;

function readCount(state: State, token: Token): number {
  const read = readInteger(token.text);
  if (read === undefined) {
    reportError(state, "macro-definition", `unable to parse parameter count \`${token.text}'`, token);
    return 0;
  }
  if (read.overflow) {
    const message = `numeric constant ${token.text} does not fit in 64 bits`;
    reportWarning(state, "number-overflow", message, token);
  }
  const value = Number(BigInt.asIntN(32, read.value));
  if (value >= 0) return value;
  const message = `parameter count \`${token.text}' is out of bounds [0; ${COUNT_LIMIT}]`;
  reportError(state, "macro-definition", message, token);
  return 0;
}

/** Reads a range of parameter counts from index `from`; `otherwise` is what it says when there is none at all. */
export function readCounts(state: State, tokens: readonly Token[], from: number, name: string): CountRange | undefined {
  if (tokens[from]?.kind !== "number") return undefined;
  return readRange(state, tokens, from, name, readCount(state, tokens[from]!));
}

/** What stands behind the least count, or behind the word in its place. */
export function readRange(
  state: State,
  tokens: readonly Token[],
  from: number,
  name: string,
  least: number,
): CountRange {
  let at = from;
  let most = least;
  if (tokens[at + 1]?.text === "-") {
    at += 2;
    const bound = tokens[at];
    if (bound?.text === "*") most = Number.POSITIVE_INFINITY;
    else if (bound?.kind !== "number") {
      reportError(state, "macro-definition", `\`${name}' expects a parameter count after \`-'`);
    } else {
      most = readCount(state, bound);
      if (least > most) {
        reportError(state, "macro-definition", "minimum parameter count exceeds maximum");
        most = least;
      }
    }
  }
  at++;
  const plus = tokens[at]?.text === "+";
  return { least, most, plus, end: plus ? at + 1 : at };
}

/** True when the two take a common number of parameters. */
export const overlaps = (macro: MultiMacro, range: { least: number; most: number; plus: boolean }): boolean =>
  (macro.least <= range.most || range.plus) && (range.least <= macro.most || macro.plus);

const ifMacro: Condition = (state, line, name) => {
  const tokens = expandName(state, line, skipSpaces(line, 0));
  const word = tokens[0];
  if (word?.kind !== "identifier") return failed(state, `\`${name}' expects a macro name`);
  const rest = expandSingles(state, tokens.slice(1));
  let range: CountRange | undefined;
  const at = skipSpaces(rest, 0);
  if (at < rest.length) {
    range = readCounts(state, rest, at, name);
    if (range === undefined) failed(state, `\`${name}' expects a parameter count or nothing`);
  }
  const { least, most, plus } = range ?? { least: 0, most: Number.POSITIVE_INFINITY, plus: false };
  if ((range?.end ?? at + 1) < rest.length) warnTrailing(state, name);
  const list = state.multis.get(word.text.toLowerCase()) ?? [];
  return list.some((macro) => macro.name === word.text && overlaps(macro, { least, most, plus }));
};

/** `%ifid`, `%ifnum`, `%ifstr`: what the first token is. */
const ifKind =
  (kind: "identifier" | "number" | "string"): Condition =>
  (state, line) => {
    const tokens = expandSingles(state, line);
    let at = skipSpaces(tokens, 0);
    if (kind === "number") {
      while (at < tokens.length && (tokens[at]!.text === "-" || tokens[at]!.text === "+"))
        at = skipSpaces(tokens, at + 1);
    }
    return tokens[at]?.kind === kind;
  };

const ifToken: Condition = (state, line) => {
  const tokens = expandSingles(state, line);
  const at = skipSpaces(tokens, 0);
  return at < tokens.length && skipSpaces(tokens, at + 1) >= tokens.length;
};

const ifEmpty: Condition = (state, line) => {
  const tokens = expandSingles(state, line);
  return skipSpaces(tokens, 0) >= tokens.length;
};

const ifValue: Condition = (state, line, name) => {
  const value = evaluateTokens(state, expandSingles(state, line), name);
  return value === undefined || value === "failed" ? value : value !== 0n;
};

const ifPackage =
  (wanted: "usable" | "in-use"): Condition =>
  (state, line, name) => {
    const found = packageNamed(state, line, name);
    if (found === undefined) return undefined;
    return found.lines !== undefined && (wanted === "usable" || state.packages.has(found.name));
  };

/** By the directive's name without `%`, `el` and the `n` of the negative form. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  if: ifValue,
  ifctx: ifContext,
  ifdef: ifDefined("macro"),
  ifdefalias: ifDefined("alias"),
  ifdifi: () => undefined,
  ifempty: ifEmpty,
  ifenv: ifEnvironment,
  ifid: ifKind("identifier"),
  ifidn: ifIdentical("exact"),
  ifidni: ifIdentical("any-case"),
  ifmacro: ifMacro,
  ifnum: ifKind("number"),
  ifstr: ifKind("string"),
  iftoken: ifToken,
  ifusable: ifPackage("usable"),
  ifusing: ifPackage("in-use"),
};
