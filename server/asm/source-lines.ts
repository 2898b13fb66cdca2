// A source as logical lines: continuation lines are joined, and whatever NASM takes for the end of a line (LF, CR, CR LF,
// NUL, Ctrl-Z) ends one here. Lines are read when they are asked for and kept for all passes; their tokens are not, unless
// the preprocessor has to look at them: tokens take ten times the room of the text and most are looked at once.

import { createSideTable } from "../base/side-table.ts";
import type { Source, Span } from "../base/source.ts";
import { bytesToText, type Lexed, type LexProblem, lexText } from "./lexer.ts";
import { describeText, keepText, knownText, type LineText } from "./line-text.ts";
import { addToHash, HASH_START } from "./text-table.ts";
import type { Token } from "./token.ts";

/** One logical line. It is a Span of its source. */
export class SourceLine implements Span {
  readonly source: Source;
  /** Byte range without the line ending; a continued line reaches over the inner line endings. */
  readonly start: number;
  readonly end: number;
  /** How many lines of the file it takes, as NASM counts: 1 and the continuations. */
  readonly height: number;
  readonly text: LineText;
  /** What the lexer complained about. */
  readonly problems: readonly LexProblem[];
  /** The text with continuations joined; undefined where it is the source's own. */
  readonly joined: string | undefined;
  private cut: readonly Token[] | undefined;

  /** Without `tokens` they are cut from the source when they are asked for. */
  constructor(
    place: Span,
    text: LineText,
    more: {
      readonly height?: number;
      readonly tokens?: readonly Token[];
      readonly problems?: readonly LexProblem[];
      readonly joined?: string | undefined;
    },
  ) {
    this.source = place.source;
    this.start = place.start;
    this.end = place.end;
    this.height = more.height ?? 1;
    this.text = text;
    this.problems = more.problems ?? NO_PROBLEMS;
    this.joined = more.joined;
    this.cut = more.tokens;
  }

  /** The tokens, kept from now on. */
  get tokens(): readonly Token[] {
    this.cut ??= this.readTokens();
    return this.cut;
  }

  /** The tokens for somebody who looks at them once. */
  readTokens(): readonly Token[] {
    if (this.cut) return this.cut;
    if (latest?.line === this) return latest.tokens;
    const { source, start, end } = this;
    const text = bytesToText(source.bytes, start, end);
    const { tokens } = lexText(text, 0, text.length, { source, start, end, exact: true });
    latest = { line: this, tokens };
    return tokens;
  }
}

const NO_PROBLEMS: readonly LexProblem[] = [];
const ORDINARY = {};

/** The line read last with its tokens: whoever asks for tokens mostly does so at once. */
let latest: { readonly line: SourceLine; readonly tokens: readonly Token[] } | undefined;

interface Pieces {
  readonly text: string;
  /** Where each piece begins in the joined text, and in the source. */
  readonly joined: readonly number[];
  readonly offsets: readonly number[];
}

/** The lines of a source. */
export interface LineReader {
  readonly source: Source;
  readonly view: DataView;
  /** "plain": nothing but \n ends a line. */
  readonly endings: "plain" | "mixed";
  /** Lines that were cut into tokens to be kept, by where they begin. */
  readonly kept: Map<number, SourceLine>;
  /** Lines and words there is still room for. */
  room: number;
}

const known = createSideTable<Source, LineReader>("lines");

const ENDS_LINE = new Uint8Array(256);
ENDS_LINE[0] = ENDS_LINE[10] = ENDS_LINE[13] = ENDS_LINE[26] = 1;

/** The logical lines of `source`. */
export function sourceLines(source: Source): LineReader {
  let reader = known.get(source);
  if (reader === undefined) {
    const { bytes } = source;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isMixed = bytes.includes(0) || bytes.includes(13) || bytes.includes(26);
    reader = { source, view, endings: isMixed ? "mixed" : "plain", kept: new Map(), room: PIECES_MAX };
    known.set(source, reader);
  }
  return reader;
}

/** Where the line that begins at `start` ends. Nearly all sources end lines with \n alone, which a built-in search finds. */
function lineEnd({ source: { bytes }, endings }: LineReader, start: number): number {
  if (endings === "plain") {
    const end = bytes.indexOf(10, start);
    return end < 0 ? bytes.length : end;
  }
  let end = start;
  while (end < bytes.length && ENDS_LINE[bytes[end]!] === 0) end++;
  return end;
}

/** The hash of a line: four bytes at once, since a step for each is what the start of a run would spend most time with. */
function hashOf(view: DataView, start: number, end: number): number {
  let hash = HASH_START ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) hash = addToHash(hash ^ (hash >>> 15), view.getInt32(at, true));
  for (; at < end; at++) hash = addToHash(hash, view.getUint8(at));
  return hash;
}

/** The line that begins at byte `start`; undefined behind the last one. */
export function lineAt(reader: LineReader, start: number): SourceLine | undefined {
  const { source, kept } = reader;
  const { bytes } = source;
  if (start >= bytes.length) return undefined;
  const known = kept.get(start);
  if (known) return known;
  reader.room--;
  const end = lineEnd(reader, start);
  const hash = hashOf(reader.view, start, end);
  if (reader.room < 0) {
    const message = `file has more than ${PIECES_MAX} lines and words`;
    return keepLine(reader, refusedLine({ source, start, end: bytes.length }, message));
  }
  const continued = bytes[end - 1] === 92 && end > start && (bytes[end] === 10 || bytes[end] === 13);
  return continued ? keepLine(reader, readContinued(source, start)) : plainLine(reader, start, end, hash);
}

/** Where the line behind `line` begins. */
export const lineBehind = ({ source, end }: SourceLine): number => afterLineEnd(source.bytes, end);

function keepLine(reader: LineReader, line: SourceLine): SourceLine {
  reader.kept.set(line.start, line);
  reader.room -= line.tokens.length;
  return line;
}

/** Lines of one file and the tokens that are kept: what memory holds. */
const PIECES_MAX = 10_000_000;

/** A longer line is refused: its tokens take more than a hundred times its bytes. */
const LINE_BYTES_MAX = 2_000_000;

const tooLong = `line is longer than ${LINE_BYTES_MAX} bytes`;

/** A line of nothing but a complaint. */
function refusedLine(place: Span, message: string, height = 1): SourceLine {
  const { start, end } = place;
  const problem = { severity: "error" as const, code: "limit", message, start, end };
  return makeLine(place, height, { tokens: [], problems: [problem], hasPercent: false, hasBrace: false });
}

const afterLineEnd = (bytes: Uint8Array, end: number): number =>
  bytes[end] === 13 && bytes[end + 1] === 10 ? end + 2 : end + 1;

function plainLine(reader: LineReader, start: number, end: number, hash: number): SourceLine {
  const { source } = reader;
  const place = { source, start, end };
  if (end - start > LINE_BYTES_MAX) return keepLine(reader, refusedLine(place, tooLong));
  const seen = knownText(source.bytes, start, end, hash);
  if (seen) {
    const line = new SourceLine(place, seen, ORDINARY);
    return seen.special ? keepLine(reader, line) : line;
  }
  // A text of its own: a part of the source's would keep all of it in memory.
  const text = bytesToText(source.bytes, start, end);
  const lexed = lexText(text, 0, text.length, { source, start, end, exact: true });
  const described = describeText(lexed.tokens, lexed, lexed.problems.length > 0 ? "special" : "plain");
  if (lexed.problems.length === 0) keepText(text, hash, described);
  if (described.special) return keepLine(reader, new SourceLine(place, described, lexed));
  const line = new SourceLine(place, described, ORDINARY);
  latest = { line, tokens: lexed.tokens };
  return line;
}

/** A line standing at `place`, made of what was lexed. `joined` is its text where that differs from the source's. */
export function makeLine(place: Span, height: number, lexed: Lexed, joined?: string): SourceLine {
  const { tokens, problems } = lexed;
  const text = describeText(tokens, lexed, "special");
  return new SourceLine(place, text, { height, tokens, problems, joined });
}

/** The line's text as listings show it, one character a byte. */
export const lineText = (line: SourceLine): string =>
  line.joined ?? bytesToText(line.source.bytes, line.start, line.end);

/** A line whose backslash before the line ending joins the next one to it. */
function readContinued(source: Source, from: number): SourceLine {
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
    whole += bytesToText(bytes, start, continued ? end - 1 : end);
    if (!continued) break;
    start = afterLineEnd(bytes, end);
    height++;
  }
  if (whole.length > LINE_BYTES_MAX) {
    return refusedLine({ source, start: from, end }, tooLong, height);
  }
  const pieces = { text: whole, joined, offsets };
  const lexed = lexText(whole, 0, whole.length, { source, start: 0, end: whole.length, exact: true });
  const place = <T extends { readonly start: number; readonly end: number }>(thing: T): T => ({
    ...thing,
    start: inSource(pieces, thing.start),
    end: Math.max(inSource(pieces, thing.start), inSource(pieces, thing.end - 1) + 1),
  });
  const moved = { ...lexed, tokens: lexed.tokens.map(place), problems: lexed.problems.map(place) };
  return makeLine({ source, start: from, end }, height, moved, whole);
}

/** Offset in the source of character `at` of the joined text. */
function inSource({ joined, offsets }: Pieces, at: number): number {
  let piece = 0;
  // The last piece that begins at `at` or before: it lies in [piece, behind).
  for (let behind = joined.length; behind - piece > 1; ) {
    const middle = (piece + behind) >> 1;
    if (joined[middle]! > at) behind = middle;
    else piece = middle;
  }
  return offsets[piece]! + at - joined[piece]!;
}
