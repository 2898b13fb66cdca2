// An expression that stands outside a statement, behind a directive's word or in `%if`: what is to be said about its words
// is said at once.

import { openCursor } from "./cursor.ts";
import type { Expression } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import { complain, type State } from "./state.ts";
import type { Token } from "./token.ts";

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
  state.line = { ...line, tokens };
  const cursor = openCursor(state.line, from);
  const expression = parseExpression(cursor);
  for (const note of cursor.notes) complain(state, note, note.at);
  state.line = line;
  return { expression, end: cursor.at, usesPlaces: cursor.usesPlaces };
}
