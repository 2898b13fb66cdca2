// The context stack of `%push` and `%pop`: which context a `%$name` means.

import type { Context } from "./macro-table.ts";
import { contextPrefix } from "./macro-table.ts";
import { reportError, type State } from "./preprocess-state.ts";
import type { Token } from "./token.ts";

/** The context that `name` (`%$x`, `%$$x` …) means; undefined, after having said so, when the stack is not that deep. */
export function findContext(state: State, name: string, token?: Token): Context | undefined {
  const { contexts } = state;
  if (contexts.length === 0) {
    reportError(state, "context-stack", `\`${name}': context stack is empty`, token);
    return undefined;
  }
  const above = contextPrefix(name) - 2;
  const context = contexts[contexts.length - 1 - above];
  if (context === undefined) {
    const levels = contexts.length;
    const plural = levels === 1 ? "" : "s";
    const plain = name.slice(contextPrefix(name));
    reportError(state, "context-stack", `\`${plain}': context stack is only ${levels} level${plural} deep`, token);
  }
  return context;
}
