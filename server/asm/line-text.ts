// Lines by their text: what lines of equal text have in common, found out once and kept for all files and all assemblies.
// Most lines of a program come again, in the next pass, after the next keystroke, or a few lines further down; such a line is
// neither cut into tokens nor parsed again. Measured: that is most of the time of a large file.

import type { Prepared } from "./layout.ts";
import type { CallSite } from "./macro-call.ts";
import type { BodyFacts } from "./made-line.ts";
import { createSights, createTextTable, findByText, isSecond, keepByText } from "./text-table.ts";
import type { Token } from "./token.ts";

/** What the text of a line says, wherever it stands. */
export interface LineText {
  /** `%` words are among its tokens, or a number that a name follows at once: the line is cut again in the end. */
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
  /** The sets of macro names that are known to have none and at least one of its names. */
  clear: MacroNames | undefined;
  called: MacroNames | undefined;
  /** Its statement, as long as no macro has a hand in it. */
  prepared: Prepared | undefined;
  /** What it comes to in a macro's body, once it was met there. */
  body: BodyFacts | undefined;
  /** The call of a multi-line macro that it is, once it was one. */
  call: CallSite | undefined;
}

/** Stands for a set of macro names: another object as soon as a name comes to the set or goes; `next` has those that did. */
export interface MacroNames {
  readonly next: Map<string, MacroNames>;
  /** A name has gone from it. */
  readonly less: boolean;
  /** A register's name is, or was, among them. */
  readonly register: boolean;
}

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
    called: undefined,
    prepared: undefined,
    body: undefined,
    call: undefined,
  };
}

const known = createTextTable<LineText>(1 << 18);
/** Longer lines (tables of data) are hardly ever equal. */
const LENGTH_MAX = 160;

function isSame(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  const { length } = text;
  if (length !== end - start) return false;
  for (let k = 0; k < length; k++) if (text.charCodeAt(k) !== bytes[start + k]) return false;
  return true;
}

/** The line of the bytes from `start` to `end` (excluded), seen before; `hash` is theirs. */
export function knownText(bytes: Uint8Array, start: number, end: number, hash: number): LineText | undefined {
  return findByText(known, hash, (text) => isSame(text, bytes, start, end));
}

const sights = createSights(1 << 19);

/** Keeps what a line's text says from the second time on that it is met: in a file of many lines most never come again, and
 * what is let go at once costs the garbage collector nothing. Measured: half of the time of 200,000 distinct lines. */
export function keepText(text: string, hash: number, line: LineText): void {
  if (text.length <= LENGTH_MAX && isSecond(sights, hash)) keepByText(known, hash, text, line);
}
