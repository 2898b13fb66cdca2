// A reader over one line's tokens: the current word, blanks skipped, and what the parser has found out about the line.

import type { Note } from "./expression.ts";
import type { Line } from "./token.ts";
import { END, type Word, wordOf } from "./vocabulary.ts";

/** What is read: tokens, and where their line stands. */
export type Words = Pick<Line, "tokens" | "span">;

/** `at` is the index of the current token in `line.tokens`. */
export interface Cursor {
  line: Words;
  at: number;
  word: Word;
  /** Set once a `failure` node stands in the tree: the rest of the line is not read. */
  failed: boolean;
  /** Whether a symbol, `$` or `$$` was read: if not, the line means the same in every pass. */
  usesPlaces: boolean;
  /** What is to be said about words as such (`ptr`, unknown decorators, too large numbers) and does not stand in the tree yet:
   * NASM works a line out while it reads, so that each is said in its place, or not at all behind what ends the line. */
  notes: readonly Note[];
  /** The last word that was noted. */
  noted: number;
  /** How many primaries the current expression has, against input made to exhaust the stack. */
  primaries: number;
  /** How deep parentheses and unary operators nest now. */
  depth: number;
}

/** A cursor on the first word of `line` from token `from`. */
export function openCursor(line: Words, from: number): Cursor {
  const cursor: Cursor = {
    line,
    at: from,
    word: END,
    failed: false,
    usesPlaces: false,
    notes: NOTHING,
    noted: -1,
    primaries: 0,
    depth: 0,
  };
  settle(cursor);
  return cursor;
}

/** Moves to the next word. */
export function advance(cursor: Cursor): Word {
  cursor.at++;
  return settle(cursor);
}

/** The word behind the current one, without moving. */
export function peek(cursor: Cursor): Word {
  const { tokens } = cursor.line;
  let at = cursor.at + 1;
  while (at < tokens.length && tokens[at]!.kind === "space") at++;
  return at < tokens.length ? wordOf(tokens[at]!) : END;
}

function settle(cursor: Cursor): Word {
  const { tokens } = cursor.line;
  while (cursor.at < tokens.length && tokens[cursor.at]!.kind === "space") cursor.at++;
  const word = cursor.at < tokens.length ? wordOf(tokens[cursor.at]!) : END;
  cursor.word = word;
  if (isDoubtful(word)) note(cursor, word);
  return word;
}

/** Whether something is to be said about a word wherever it stands. */
function isDoubtful(word: Word): boolean {
  if (word.type === "number") return word.overflow;
  return word.type === "nonsense" || (word.type === "name" && word.note === "ptr");
}

/** Takes down what is to be said about a word, once. */
function note(cursor: Cursor, word: Word): void {
  const { at } = cursor;
  if (at <= cursor.noted) return;
  cursor.noted = at;
  const add = (severity: Note["severity"], code: string, message: string) => {
    cursor.notes = [...cursor.notes, { severity, code, message, at }];
  };
  if (word.type === "name") add("warning", "ptr", `\`${word.name}' is not a NASM keyword`);
  else if (word.type === "number") {
    add("warning", "number-overflow", `numeric constant ${word.text} does not fit in 64 bits`);
  } else if (word.type === "nonsense" && word.message) add("error", "syntax", word.message);
}

const NOTHING: readonly never[] = [];

/** What is to be said and has no place yet: whoever asks gives it one. */
export function takeNotes(cursor: Cursor): readonly Note[] {
  const { notes } = cursor;
  cursor.notes = NOTHING;
  return notes;
}

/** Whether the current word is this operator or separator. */
export function isAt(cursor: Cursor, text: string): boolean {
  return cursor.word.type === "operator" && cursor.word.text === text;
}

/** Whether nothing is left on the line. */
export function atEnd(cursor: Cursor): boolean {
  return cursor.word.type === "end";
}
