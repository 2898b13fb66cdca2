// A source as logical lines, each lexed once and kept for all passes: continuation lines are joined, and whatever NASM
// takes for the end of a line (LF, CR, CR LF, NUL, Ctrl-Z) ends one here.

import type { Source, Span } from "../base/source.ts";
import { bytesToText, type Lexed, type LexProblem, lexText } from "./lexer.ts";
import type { Token } from "./token.ts";

/** One logical line. It is a Span of its source. */
export interface SourceLine {
  readonly source: Source;
  /** Byte range without the line ending; a continued line reaches over the inner line endings. */
  readonly start: number;
  readonly end: number;
  /** How many lines of the file it takes, as NASM counts: 1 and the continuations. */
  readonly height: number;
  readonly tokens: readonly Token[];
  readonly problems: readonly LexProblem[];
  /** A `%` word or parameter is among the tokens. */
  readonly hasPercent: boolean;
  readonly hasBrace: boolean;
  /** The text with continuations joined; undefined where it is the source's own. */
  readonly joined: string | undefined;
  /** Index of the first token that is no blank; `tokens.length` when there is none. */
  readonly first: number;
}

interface Pieces {
  readonly text: string;
  /** Where each piece begins in the joined text, and in the source. */
  readonly joined: readonly number[];
  readonly offsets: readonly number[];
}

const known = new WeakMap<Source, readonly SourceLine[]>();

const ENDS_LINE = new Uint8Array(256);
ENDS_LINE[0] = ENDS_LINE[10] = ENDS_LINE[13] = ENDS_LINE[26] = 1;

/** The logical lines of `source`, lexed. */
export function sourceLines(source: Source): readonly SourceLine[] {
  let lines = known.get(source);
  if (lines === undefined) {
    lines = readLines(source);
    known.set(source, lines);
  }
  return lines;
}

function readLines(source: Source): SourceLine[] {
  const { bytes } = source;
  const text = bytesToText(bytes);
  const lines: SourceLine[] = [];
  let room = PIECES_MAX;
  for (let start = 0; start < bytes.length; ) {
    room -= 1 + (lines[lines.length - 1]?.tokens.length ?? 0);
    if (room < 0) {
      lines.push(refusedLine({ source, start, end: start }, `file has more than ${PIECES_MAX} lines and words`));
      break;
    }
    let end = start;
    while (end < bytes.length && ENDS_LINE[bytes[end]!] === 0) end++;
    if (bytes[end - 1] === 92 && end > start && (bytes[end] === 10 || bytes[end] === 13)) {
      const { line, next } = readContinued(source, text, start);
      lines.push(line);
      start = next;
    } else {
      lines.push(lexedLine(source, text, start, end));
      start = afterLineEnd(bytes, end);
    }
  }
  return lines;
}

/** Lines and tokens of one file: what memory holds. */
const PIECES_MAX = 10_000_000;

/** A longer line is refused: its tokens take more than a hundred times its bytes. */
const LINE_BYTES_MAX = 2_000_000;

const tooLong = `line is longer than ${LINE_BYTES_MAX} bytes`;

/** A line of nothing but a complaint. */
function refusedLine(place: Span, message: string): SourceLine {
  const { start, end } = place;
  const problem = { severity: "error" as const, code: "limit", message, start, end };
  return makeLine(place, 1, { tokens: [], problems: [problem], hasPercent: false, hasBrace: false });
}

const afterLineEnd = (bytes: Uint8Array, end: number): number =>
  bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;

function lexedLine(source: Source, text: string, start: number, end: number): SourceLine {
  const place = { source, start, end };
  if (end - start > LINE_BYTES_MAX) return refusedLine(place, tooLong);
  return makeLine(place, 1, lexText(text, start, end, { source, start, end, exact: true }));
}

/** A line standing at `place`, made of what was lexed. `joined` is its text where that differs from the source's. */
export function makeLine(place: Span, height: number, lexed: Lexed, joined?: string): SourceLine {
  const { source, start, end } = place;
  const { tokens, problems, hasPercent, hasBrace } = lexed;
  const first = tokens.length > 0 && tokens[0]!.kind === "space" ? 1 : 0;
  return { source, start, end, height, tokens, problems, hasPercent, hasBrace, first, joined };
}

/** The line's text as listings show it, one character a byte. */
export const lineText = (line: SourceLine): string =>
  line.joined ?? bytesToText(line.source.bytes, line.start, line.end);

/** A line whose backslash before the line ending joins the next one to it. */
function readContinued(source: Source, text: string, from: number): { line: SourceLine; next: number } {
  const { bytes } = source;
  const joined: number[] = [];
  const offsets: number[] = [];
  let whole = "";
  let height = 1;
  let start = from;
  let end = from;
  for (;;) {
    end = start;
    while (end < bytes.length && ENDS_LINE[bytes[end]!] === 0) end++;
    const continued = end > start && bytes[end - 1] === 92 && (bytes[end] === 10 || bytes[end] === 13);
    joined.push(whole.length);
    offsets.push(start);
    whole += text.slice(start, continued ? end - 1 : end);
    if (!continued) break;
    start = afterLineEnd(bytes, end);
    height++;
  }
  if (whole.length > LINE_BYTES_MAX) {
    const line = { ...refusedLine({ source, start: from, end }, tooLong), height };
    return { line, next: afterLineEnd(bytes, end) };
  }
  const pieces = { text: whole, joined, offsets };
  const lexed = lexText(whole, 0, whole.length, { source, start: 0, end: whole.length, exact: true });
  const place = <T extends { readonly start: number; readonly end: number }>(thing: T): T => ({
    ...thing,
    start: inSource(pieces, thing.start),
    end: Math.max(inSource(pieces, thing.start), inSource(pieces, thing.end - 1) + 1),
  });
  const moved = { ...lexed, tokens: lexed.tokens.map(place), problems: lexed.problems.map(place) };
  const line = makeLine({ source, start: from, end }, height, moved, whole);
  return { line, next: afterLineEnd(bytes, end) };
}

/** Offset in the source of character `at` of the joined text. */
function inSource({ joined, offsets }: Pieces, at: number): number {
  let piece = joined.length - 1;
  while (piece > 0 && joined[piece]! > at) piece--;
  return offsets[piece]! + at - joined[piece]!;
}
