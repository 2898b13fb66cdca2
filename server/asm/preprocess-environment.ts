// Variables of the environment, as `%!NAME`, `%ifenv` and `%isenv()` name them.

import { unquote } from "./literal.ts";
import type { State } from "./preprocess-state.ts";
import type { Token } from "./token.ts";

/** The value of the variable that `NAME`, `'NAME'`, `%!NAME` or `%!'NAME'` names. */
export function environmentOf(state: State, token: Token): string | undefined {
  const variable = environmentName(token);
  const { environment } = state.options;
  return environment && Object.hasOwn(environment, variable) ? environment[variable] : undefined;
}

/** The variable's name without `%!` and quotes. */
export function environmentName(token: Token): string {
  const text = token.text.startsWith("%!") ? token.text.slice(2) : token.text;
  return /^["'`]/.test(text) ? unquote(text) : text;
}
