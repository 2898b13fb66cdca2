// What people write to silence a finding: `; asmoscope: ignore KIND, KIND` on its line, or `ignore` alone for every kind. The
// comment may stand on any of the lines that a backslash continues, or alone above the instruction.

import { lineNumberAt, lineRange, type Span, textOf } from "../base/source.ts";
import { findingKinds } from "./findings.ts";

const COMMENT = /;\s*asmoscope:\s*ignore\b([^;]*)/i;

/** Kinds and other words, whatever stands between them: `ignore: KIND`, `ignore (KIND)`, `ignore KIND/KIND`. */
const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+(?:-[\p{L}\p{M}\p{N}_]+)*/gu) ?? [];

/** True when a source line silences findings of this kind. */
export function ignores(line: string, kind: string): boolean {
  const match = COMMENT.exec(line);
  if (match === null) return false;
  const kinds = wordsOf(match[1]!);
  return kinds.length === 0 || kinds.includes(kind);
}

const isContinued = (line: string): boolean => line.endsWith("\\");
const isComment = (line: string): boolean => /^\s*;/.test(line);
/** What may stand between a comment and its instruction, besides other comments. */
const isEmpty = (line: string): boolean => /^\s*(?:[\w.$#@~?%]+\s*:\s*(?:;.*)?)?$/.test(line);

/** The lines whose comments may silence what a span is told of: its own, and comments right above. */
export function commentedLines({ source, start }: Span): string[] {
  const lineOf = (lineNumber: number): string => {
    const range = lineRange(source, lineNumber);
    return textOf(source, range.start, range.end);
  };
  const lineNumber = lineNumberAt(source, start);
  let first = lineNumber;
  while (first > 1 && isContinued(lineOf(first - 1))) first--;
  const own = [lineOf(lineNumber)];
  for (let at = first; at < lineNumber; at++) own.push(lineOf(at));
  for (let at = lineNumber; isContinued(lineOf(at)) && at < source.lineStarts.length; at++) own.push(lineOf(at + 1));
  const above: string[] = [];
  for (let at = first - 1; at > 0; at--) {
    const line = lineOf(at);
    if (isComment(line)) above.push(line);
    else if (!isEmpty(line)) break;
  }
  return [...own, ...above].filter((line) => COMMENT.test(line));
}

/** A comment that silences nothing, because none of its words is a kind: where it stands in the line, and its first word. */
export function ignoresNothing(line: string): { start: number; end: number; word: string } | undefined {
  const match = COMMENT.exec(line);
  const words = match === null ? [] : wordsOf(match[1]!);
  if (match === null || words.length === 0 || words.some((word) => word in findingKinds)) return undefined;
  return { start: match.index, end: match.index + match[0].trimEnd().length, word: words[0]! };
}
