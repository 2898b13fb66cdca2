// A source file as the assembler sees it: bytes with a name, and spans inside it.
// Bytes, not text, because NASM assembles a Latin-1 string exactly; columns for people are UTF-16 units.

/** A file (or an editor's buffer) at one moment. `lineStarts[k]` is the byte offset where line k + 1 begins. */
export interface Source {
  /** The name as it was asked for: what NASM prints and what `__?FILE?__` gives. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly lineStarts: readonly number[];
}

/** Half-open byte range [start, end) of a source. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

const LF = 10;

/** Indexes the lines of `bytes`. A line ends with LF; a CR before it belongs to the line. */
export function createSource(name: string, bytes: Uint8Array): Source {
  const lineStarts = [0];
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lineStarts.push(at + 1);
  return { name, bytes, lineStarts };
}

/** A source from an editor's text, encoded as UTF-8. */
export function sourceFromText(name: string, text: string): Source {
  return createSource(name, new TextEncoder().encode(text));
}

/** The 1-based line that holds byte `offset`; offsets past the end give the last line. */
export function lineNumberAt(source: Source, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (source.lineStarts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Byte range of line `lineNumber` (1-based) without its line ending; empty at the end for a line that is not there. */
export function lineRange(source: Source, lineNumber: number): { start: number; end: number } {
  const start = source.lineStarts[lineNumber - 1] ?? source.bytes.length;
  let end = source.lineStarts[lineNumber] ?? source.bytes.length;
  if (end > start && source.bytes[end - 1] === LF) end--;
  if (end > start && source.bytes[end - 1] === 13) end--;
  return { start, end };
}

/** How the lines of a source end: as the first one does. */
export const lineEndOf = (source: Source): "\n" | "\r\n" =>
  source.bytes[(source.lineStarts[1] ?? 0) - 2] === 13 ? "\r\n" : "\n";

/** Text of a byte range, UTF-8 where it is valid, with U+FFFD elsewhere. */
export function textOf(source: Source, start: number, end: number): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(source.bytes.subarray(start, end));
}

/** A statement's span begins with its line: what is meant begins behind blanks and a label. */
export function wordsStart(source: Source, start: number, end: number): number {
  const isWholeLine = start === 0 || source.bytes[start - 1] === 10;
  if (!isWholeLine) return start;
  const before = /^[ \t]*(?:[^\s:;"'`]+[ \t]*:[ \t]*)?(?=[^\s;])/.exec(textOf(source, start, end))?.[0] ?? "";
  return start + new TextEncoder().encode(before).length;
}

/** A line or statement without its comment and the blanks in front of that. */
export const withoutComment = (text: string): string =>
  /^(?:[^;"'`]+|"[^"]*"|'[^']*'|`(?:\\.|[^`\\])*`|["'`])*/s.exec(text)![0].trimEnd();

/** 1-based line and 1-based column (UTF-16 units) of a byte offset, as editors and `check --json` count. */
export function positionAt(source: Source, offset: number): { line: number; column: number } {
  const line = lineNumberAt(source, offset);
  return { line, column: textOf(source, source.lineStarts[line - 1]!, offset).length + 1 };
}

/** Byte offset of a 1-based line and column (UTF-16 units); clamped to the line. */
export function offsetAt(source: Source, line: number, column: number): number {
  const { start, end } = lineRange(source, line);
  const text = textOf(source, start, end).slice(0, Math.max(0, column - 1));
  return Math.min(end, start + new TextEncoder().encode(text).length);
}

/** Bytes that two versions of a text share at their start and, apart from those, at their end. */
export interface SharedEnds {
  readonly front: number;
  readonly back: number;
}

let latest: { readonly before: Source; readonly after: Source; readonly shared: SharedEnds } | undefined;

/** What `after` still has of `before`. Several ask for the same two. */
export function sharedEnds(before: Source, after: Source): SharedEnds {
  if (latest?.before === before && latest.after === after) return latest.shared;
  const [a, b] = [before.bytes, after.bytes];
  const most = Math.min(a.length, b.length);
  let front = 0;
  while (front < most && a[front] === b[front]) front++;
  let back = 0;
  while (back < most - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const shared = { front, back };
  latest = { before, after, shared };
  return shared;
}
