// An expression that stands outside a statement, behind a directive's word or in `%if`, and its value.

import { openCursor } from "./cursor.ts";
import { type Expression, evaluate, type Scope } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { complain, type State } from "./state.ts";
import type { Note } from "./statement.ts";
import { type Token, withTokens } from "./token.ts";
import type { Vector } from "./vector.ts";

export interface OuterExpression {
  readonly expression: Expression;
  /** Index of the token behind it. */
  readonly end: number;
  /** Whether symbols, `$` or `$$` are in it. */
  readonly usesPlaces: boolean;
  /** What is to be said about its words, once it has a value: NASM reads no further than the symbol it does not know. */
  readonly notes: readonly Note[];
}

/** Reads the expression that begins at token `from` of `tokens`, which stand where the current line does. */
export function readExpression(state: State, tokens: readonly Token[], from = 0): OuterExpression {
  const { line } = state;
  state.line = withTokens(line, tokens);
  const cursor = openCursor(state.line, from);
  const expression = parseExpression(cursor);
  state.line = line;
  const { at, usesPlaces, notes } = cursor;
  return { expression, end: at, usesPlaces, notes };
}

/** Its value, and what is to be said about its words. Undefined after an error. */
export function evaluateOuter(state: State, tokens: readonly Token[], from: number, scope: Scope): Vector | undefined {
  const { line } = state;
  const { expression, notes } = readExpression(state, tokens, from);
  state.line = withTokens(line, tokens);
  const first = tokens.findIndex(({ kind }, k) => k >= from && kind !== "space");
  const early = notes.filter(({ severity, at }) => severity === "warning" || at === first);
  for (const note of early) complain(state, note, note.at);
  const vector = evaluate(expression, scope);
  for (const note of notes) if (vector && !early.includes(note)) complain(state, note, note.at);
  state.line = line;
  return vector;
}
