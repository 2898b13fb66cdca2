// Lines by their text: what lines of equal text have in common, found out once and kept for all files and all assemblies.
// Most lines of a program come again, in the next pass, after the next keystroke, or a few lines further down; such a line is
// neither cut into tokens nor parsed again. Measured: that is most of the time of a large file.

import type { Prepared } from "./layout.ts";
import type { Token } from "./token.ts";

/** What the text of a line says, wherever it stands. */
export interface LineText {
  /** `%` words are among its tokens. */
  readonly hasPercent: boolean;
  /** It has `%` words, begins with `#`, or the lexer complained: the preprocessor looks at its tokens every time. */
  readonly special: boolean;
  /** Nothing but blanks and a comment. */
  readonly blank: boolean;
  /** It begins with `[`. */
  readonly directive: boolean;
  readonly hasBrace: boolean;
  /** Its names in lower case, once somebody asked. */
  names: readonly string[] | undefined;
  /** The set of macro names that is known to have none of its names. */
  clear: MacroNames | undefined;
  /** Its statement, as long as no macro has a hand in it. */
  prepared: Prepared | undefined;
}

/** Stands for a set of macro names: another object as soon as a name is added to the set. */
export type MacroNames = Readonly<Record<never, never>>;

/** What `tokens` say. */
export function describeText(
  tokens: readonly Token[],
  { hasPercent, hasBrace }: { readonly hasPercent: boolean; readonly hasBrace: boolean },
  standing: "plain" | "special",
): LineText {
  const first = tokens[tokens[0]?.kind === "space" ? 1 : 0];
  return {
    hasPercent,
    special: hasPercent || standing === "special" || tokens[0]?.text === "#",
    blank: tokens.length === 0,
    directive: first?.text === "[",
    hasBrace,
    names: undefined,
    clear: undefined,
    prepared: undefined,
  };
}

const known = new Map<string, LineText>();
const KNOWN_MAX = 50_000;
/** Longer lines (tables of data) are hardly ever equal. */
const LENGTH_MAX = 160;

/** The text of a line seen before. */
export const knownText = (text: string): LineText | undefined =>
  text.length <= LENGTH_MAX ? known.get(text) : undefined;

/** Keeps what a line's text says. `text` is kept, so it must not be part of a larger string. */
export function keepText(text: string, line: LineText): void {
  if (text.length > LENGTH_MAX || line.special) return;
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(text, line);
}
