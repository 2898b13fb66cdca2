// What directives read from their line: names, expressions, and the complaint about what is left over.

import { skipSpaces } from "./macro-call.ts";
import { expandSingles, hasMore } from "./macro-single.ts";
import { contextPrefix } from "./macro-table.ts";
import { evaluate, reportError, reportWarning, type State } from "./preprocess-state.ts";
import type { Token } from "./token.ts";

/** Evaluates tokens, macros already expanded, to a plain number. After having said what is wrong: "failed" when it could
 * not be evaluated, undefined when it is no plain number. `name` is the directive's. */
export function evaluateTokens(state: State, tokens: readonly Token[], name: string): bigint | "failed" | undefined {
  const result = evaluate(state, tokens);
  if (result === undefined) return "failed";
  if (hasMore(tokens, result.end)) {
    reportWarning(state, "pp-trailing", "trailing garbage after expression ignored", tokens[result.end]);
  }
  if (result.kind === "number") return result.value;
  reportError(state, "expression", `non-constant value given to \`${name}'`);
  return undefined;
}

/** The warning about tokens that a directive does not know what to do with. */
export function warnTrailing(state: State, name: string): void {
  reportWarning(state, "pp-trailing", `trailing garbage after \`${name}' ignored`);
}

/** The tokens from `at` on with the name they begin with expanded, if it is made of several tokens: `%$x` alone is the
 * name of a context's macro, but `_%$x` means the macro's value pasted to `_`. */
export function expandName(state: State, tokens: readonly Token[], at: number): readonly Token[] {
  let end = at;
  while (end + 1 < tokens.length && continuesName(tokens[end + 1]!)) end++;
  if (end === at) return tokens.slice(at);
  return [...expandSingles(state, tokens.slice(at, end + 1)), ...tokens.slice(end + 1)];
}

const continuesName = ({ kind, text }: Token): boolean =>
  kind === "identifier" || kind === "directive" || kind === "number" || contextPrefix(text) > 0;

/** A macro's name, and the tokens after it; undefined after having said that there is none. */
export function readMacroName(
  state: State,
  tokens: readonly Token[],
  at: number,
  name: string,
): { readonly token: Token; readonly rest: readonly Token[] } | undefined {
  const expanded = expandName(state, tokens, skipSpaces(tokens, at));
  const token = expanded[0];
  if (token !== undefined && (token.kind === "identifier" || contextPrefix(token.text) > 0)) {
    return { token, rest: expanded.slice(1) };
  }
  reportError(state, "macro-definition", `\`${name}' expects a macro identifier`);
  return undefined;
}
