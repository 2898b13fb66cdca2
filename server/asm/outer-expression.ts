// An expression that stands outside a statement, behind a directive's word or in `%if`, and its value.

import { openCursor } from "./cursor.ts";
import { type Expression, evaluate, type Scope } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import type { State } from "./state.ts";
import { type Token, withTokens } from "./token.ts";
import type { Vector } from "./vector.ts";
import { isBraced } from "./vocabulary.ts";

export interface OuterExpression {
  readonly expression: Expression;
  /** Index of the token behind it. */
  readonly end: number;
  /** Whether symbols, `$` or `$$` are in it. */
  readonly usesPlaces: boolean;
}

/** Reads the expression that begins at token `from` of `tokens`, which stand where the current line does. */
export function readExpression(state: State, tokens: readonly Token[], from = 0): OuterExpression {
  const { line } = state;
  state.line = withTokens(line, tokens);
  const cursor = openCursor(state.line, from);
  const expression = parseExpression(cursor);
  state.line = line;
  const { at, usesPlaces } = cursor;
  return { expression, end: at, usesPlaces };
}

/** Its value, undefined after an error. */
export function evaluateOuter(state: State, tokens: readonly Token[], from: number, scope: Scope): Vector | undefined {
  const { line } = state;
  const { expression } = readExpression(state, tokens, from);
  state.line = withTokens(line, tokens);
  const vector = evaluate(expression, scope);
  state.line = line;
  return vector;
}

/** A word as the preprocessor's expressions have it: the `$` of `$name` belongs to the name, so that no label has it; PTR is a
 * name like others, and what stands in braces elsewhere (`z`, `sae`, `vex`) is as well known without them. */
export function wordOfExpression(token: Token): Token {
  if (token.kind !== "identifier") return token;
  const { text } = token;
  const lower = text.toLowerCase();
  if (text[0] === "$" || lower === "ptr") return { ...token, text: `$${text}` };
  return isBraced(lower) ? { ...token, kind: "decorator", text: `{${text}}` } : token;
}
