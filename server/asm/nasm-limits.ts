// NASM's own limits by the names that `--limit-NAME` and `%pragma limit NAME` have for them: they set those of ours that
// bound the same thing. What keeps the assembler itself safe cannot be raised with them.
// Source: NASM manual 2.16.01, 2.1.31 "The --limit-X Option".

import { readInteger } from "./literal.ts";
import { DEFAULT_LIMITS, type Limits } from "./options.ts";

/** Limits that may be set. */
export type NasmLimits = { -readonly [K in keyof Limits]?: Limits[K] };

interface Row {
  readonly limit?: keyof Limits;
  /** The highest value that is obeyed. */
  readonly most?: number;
}

/** Rows without a limit of ours are known, and change nothing. */
const ROWS: Readonly<Record<string, Row>> = {
  passes: { limit: "passes", most: 1_000_000 },
  "stalled-passes": { limit: "stalledPasses", most: 1_000_000 },
  "macro-levels": { limit: "macroDepth", most: DEFAULT_LIMITS.macroDepth },
  "macro-tokens": { limit: "macroTokens", most: DEFAULT_LIMITS.macroTokens },
  mmacros: { limit: "callsBeforeReturn", most: DEFAULT_LIMITS.callsBeforeReturn },
  rep: { limit: "repetitions", most: 1_000_000_000 },
  eval: {},
  lines: {},
};

/** Why a limit was not set. */
export interface LimitProblem {
  readonly code: "pragma-unknown" | "pragma-bad";
  readonly message: string;
}

/** Sets a limit, or says in NASM's words why not. A value ends at the first character that no number has. */
export function setLimit(limits: NasmLimits, name: string, value: string): LimitProblem | undefined {
  const row = Object.hasOwn(ROWS, name.toLowerCase()) ? ROWS[name.toLowerCase()] : undefined;
  if (row === undefined) return { code: "pragma-unknown", message: `unknown limit: \`${name}'` };
  const word = /^[\w$]+/.exec(value)?.[0] ?? "";
  const number = value.toLowerCase() === "unlimited" ? 2 ** 53 : Number(readInteger(word)?.value ?? -1n);
  if (word === "" || number < 0) return { code: "pragma-bad", message: `invalid limit value: \`${value}'` };
  if (row.limit) limits[row.limit] = Math.min(number, row.most ?? number);
  return undefined;
}
