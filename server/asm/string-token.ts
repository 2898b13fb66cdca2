// The strings that macros make, within a limit: quoting a string that is quoted already may double it, and joining one to
// itself does.

import { withText } from "./macro-table.ts";
import { reportError, type State } from "./preprocess-state.ts";
import { quote } from "./quote.ts";
import type { Token } from "./token.ts";

/** A string token with these contents (a byte string). One longer than a line may be is refused, and empty. */
export function stringToken(state: State, like: Token, contents: string): Token {
  const limit = state.limits.lineBytes;
  if (contents.length <= limit) return withText(like, "string", quote(contents));
  reportError(state, "limit", `macros make a string longer than ${limit} bytes`);
  return withText(like, "string", "''");
}
