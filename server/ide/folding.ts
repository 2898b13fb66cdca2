// What can be folded: macros, conditions, repetitions, structures, runs of comments, and functions from their label to the
// next. And what a growing selection takes: word, operands, line, function, file.

import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import { type SourceLine, sourceLines } from "./lexemes.ts";
import { lexemeAt } from "./references.ts";
import { functionRange } from "./scope.ts";

/** Lines from 1, both included. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: "region" | "comment";
}

/** Words that open a block, by the word that closes it. */
const CLOSERS: Readonly<Record<string, RegExp>> = {
  "%endmacro": /^%[ir]*macro$/,
  "%endm": /^%[ir]*macro$/,
  "%endrep": /^%rep$/,
  "%endif": /^%if/,
  endstruc: /^struc$/,
  iend: /^istruc$/,
};
const OPENERS = /^(?:%[ir]*macro|%rep|%if\w*|struc|istruc)$/;

/** Every fold of a source. A block that nobody closes is none. */
export function folds(source: Source): Fold[] {
  const lines = sourceLines(source);
  return [...blocks(lines), ...comments(lines), ...functions(lines)].sort((a, b) => a.startLine - b.startLine);
}

function blocks(lines: readonly SourceLine[]): Fold[] {
  const open: { word: string; lineNumber: number }[] = [];
  const found: Fold[] = [];
  for (const { operation, lineNumber } of lines) {
    const word = operation?.text.toLowerCase() ?? "";
    if (OPENERS.test(word)) open.push({ word, lineNumber });
    const opener = CLOSERS[word];
    let at = opener === undefined ? -1 : open.length - 1;
    while (at >= 0 && !opener!.test(open[at]!.word)) at--;
    if (at < 0) continue;
    const startLine = open[at]!.lineNumber;
    open.length = at;
    if (lineNumber > startLine + 1) found.push({ startLine, endLine: lineNumber, kind: "region" });
  }
  return found;
}

const isComment = ({ lexemes }: SourceLine): boolean => lexemes.length === 1 && lexemes[0]!.kind === "comment";

function comments(lines: readonly SourceLine[]): Fold[] {
  const found: Fold[] = [];
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && isComment(lines[to]!)) to++;
    if (to - from > 1) found.push({ startLine: from + 1, endLine: to, kind: "comment" });
    from = Math.max(from, to - 1);
  }
  return found;
}

const isFunctionLabel = ({ lexemes: [first, second] }: SourceLine): boolean =>
  first?.kind === "label" && second?.text === ":" && !first.text.startsWith(".");
const isBoundary = (line: SourceLine): boolean =>
  isFunctionLabel(line) || /^(?:section|segment|struc|%[ir]*macro)$/i.test(line.operation?.text ?? "");

/** From a label with a colon to the last line before the next one that has something on it but a comment. */
function functions(lines: readonly SourceLine[]): Fold[] {
  const found: Fold[] = [];
  for (const [index, line] of lines.entries()) {
    if (!isFunctionLabel(line)) continue;
    let last = index;
    for (let k = index + 1; k < lines.length && !isBoundary(lines[k]!); k++) {
      if (lines[k]!.lexemes.some(({ kind }) => kind !== "comment")) last = k;
    }
    if (last > index + 1) found.push({ startLine: index + 1, endLine: last + 1, kind: "region" });
  }
  return found;
}

/** Ranges around byte `offset`, the smallest first: each holds the one before. */
export function selectionRanges(analysis: Analysis, source: Source, offset: number): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const found = lexemeAt(source, offset);
  if (found !== undefined) {
    const { lexeme, line } = found;
    ranges.push({ start: lexeme.start, end: lexeme.end });
    const code = line.lexemes.filter(({ kind }) => kind !== "comment");
    const at = code.indexOf(lexeme);
    const operation = line.operation === undefined ? -1 : code.indexOf(line.operation);
    if (at > operation && operation >= 0) {
      let from = at;
      while (from > operation + 1 && code[from - 1]!.text !== ",") from--;
      let to = at;
      while (to + 1 < code.length && code[to + 1]!.text !== ",") to++;
      ranges.push({ start: code[from]!.start, end: code[to]!.end });
    }
    if (code.length > 0) ranges.push({ start: code[0]!.start, end: code.at(-1)!.end });
  }
  ranges.push(functionRange(analysis, source, offset), { start: 0, end: source.bytes.length });
  const kept: { start: number; end: number }[] = [];
  for (const range of ranges) {
    const last = kept.at(-1);
    const holds = last === undefined || (range.start <= last.start && range.end >= last.end);
    const isSame = last !== undefined && range.start === last.start && range.end === last.end;
    if (holds && !isSame) kept.push(range);
  }
  return kept;
}
