// The word under the cursor and the line around it, from the text alone: features must answer in lines that do not parse.

import { lineNumberAt, lineRange, type Source, textOf } from "../base/source.ts";

/** A word with its byte range in the source. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly lineNumber: number;
}

/** A source line cut into what features ask for. Byte offsets. */
export interface LineText {
  readonly lineNumber: number;
  readonly start: number;
  /** Text without its comment. */
  readonly code: string;
  /** Text behind the semicolon, empty if none. */
  readonly comment: string;
}

const isWordByte = (byte: number): boolean =>
  (byte >= 48 && byte <= 57) ||
  (byte >= 65 && byte <= 90) ||
  (byte >= 97 && byte <= 122) ||
  byte >= 128 ||
  byte === 95 || // _
  byte === 46 || // .
  byte === 64 || // @
  byte === 36 || // $
  byte === 35 || // #
  byte === 63 || // ?
  byte === 126; // ~

const PERCENT = 37;

/**
 * Where the word that is being typed begins: its dot, and percent signs that do not divide, belong to it. An editor's own idea
 * of a word differs.
 */
export function typedStart({ bytes }: Source, offset: number): number {
  let start = offset;
  while (start > 0 && isWordByte(bytes[start - 1]!)) start--;
  let percent = start;
  while (percent > 0 && bytes[percent - 1] === PERCENT) percent--;
  const isOperator = percent > 0 && isWordByte(bytes[percent - 1]!);
  return isOperator ? start : percent;
}

/** Length of the code part of a line: up to a semicolon outside quotes. */
function codeLength(text: string): number {
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== "") {
      if (quote === "`" && character === "\\") at++;
      else if (character === quote) quote = "";
    } else if (character === ";") return at;
    else if (character === "'" || character === '"' || character === "`") quote = character;
  }
  return text.length;
}

/** The line that holds byte `offset`. */
export function lineAt(source: Source, offset: number): LineText {
  return lineText(source, lineNumberAt(source, offset));
}

/** Line `lineNumber` (1-based). */
export function lineText(source: Source, lineNumber: number): LineText {
  const { start, end } = lineRange(source, lineNumber);
  const text = textOf(source, start, end);
  const length = codeLength(text);
  return { lineNumber, start, code: text.slice(0, length), comment: text.slice(length + 1).trim() };
}

/** The word that touches byte `offset`; a `%` before a letter belongs to it. undefined between words and in comments. */
export function wordAt(source: Source, offset: number): Word | undefined {
  const line = lineAt(source, offset);
  const { start: lineStart, end: lineEnd } = lineRange(source, line.lineNumber);
  const codeEnd = lineStart + new TextEncoder().encode(line.code).length;
  if (offset > codeEnd) return undefined;
  let start = offset;
  while (start > lineStart && isWordByte(source.bytes[start - 1]!)) start--;
  let end = offset;
  while (end < lineEnd && isWordByte(source.bytes[end]!)) end++;
  while (start > lineStart && (source.bytes[start - 1] === 37 || source.bytes[start - 1] === 36)) start--; // % %%
  if (start === end) return undefined;
  return { text: textOf(source, start, end), start, end, lineNumber: line.lineNumber };
}

/** Lower-case words of a line's code, quotes taken out, in order: enough to find mnemonic and operands. */
export function wordsOf(code: string): string[] {
  return code.replace(/"[^"]*"|'[^']*'/g, " ").match(/[%.$@\w?~#]+|[[\],:+*-]/g) ?? [];
}
