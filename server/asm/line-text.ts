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

/** Lines by a hash of their bytes, each at the first free place from the hash on: a Map would want a string for each line it
 * is asked for, and that costs more than the search. */
interface Table {
  hashes: Int32Array;
  texts: (string | undefined)[];
  lines: (LineText | undefined)[];
  count: number;
}

const emptyTable = (size: number): Table => ({
  hashes: new Int32Array(size),
  texts: new Array<undefined>(size).fill(undefined),
  lines: new Array<undefined>(size).fill(undefined),
  count: 0,
});

const SIZE_AT_FIRST = 1 << 12;
const KNOWN_MAX = 1 << 18;
/** Longer lines (tables of data) are hardly ever equal. */
const LENGTH_MAX = 160;
let table = emptyTable(SIZE_AT_FIRST);

/** The hash of a line is that of its bytes one after the other, from HASH_START on. */
export const HASH_START = 0x811c9dc5 | 0;
export const addToHash = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/** Where a text with this hash is, or would be. */
function placeOf({ hashes, texts }: Table, hash: number, isText: (text: string) => boolean): number {
  const mask = hashes.length - 1;
  let place = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const text = texts[place];
    if (text === undefined || (hashes[place] === hash && isText(text))) return place;
    place = (place + 1) & mask;
  }
}

function isSame(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  const { length } = text;
  if (length !== end - start) return false;
  for (let k = 0; k < length; k++) if (text.charCodeAt(k) !== bytes[start + k]) return false;
  return true;
}

/** The line of the bytes from `start` to `end` (excluded), seen before; `hash` is theirs. */
export function knownText(bytes: Uint8Array, start: number, end: number, hash: number): LineText | undefined {
  return table.lines[placeOf(table, hash, (text) => isSame(text, bytes, start, end))];
}

/** Keeps what a line's text says. `text` is kept, so it must not be part of a larger string. */
export function keepText(text: string, hash: number, line: LineText): void {
  if (text.length > LENGTH_MAX || line.special) return;
  if (table.count >= KNOWN_MAX) table = emptyTable(SIZE_AT_FIRST);
  if (2 * table.count >= table.hashes.length) table = grown(table);
  put(table, text, hash, line);
}

function put(into: Table, text: string, hash: number, line: LineText): void {
  const place = placeOf(into, hash, (other) => other === text);
  into.hashes[place] = hash;
  into.texts[place] = text;
  into.lines[place] = line;
  into.count++;
}

function grown(from: Table): Table {
  const into = emptyTable(from.hashes.length * 2);
  for (let k = 0; k < from.hashes.length; k++) {
    const text = from.texts[k];
    if (text !== undefined) put(into, text, from.hashes[k]!, from.lines[k]!);
  }
  return into;
}
