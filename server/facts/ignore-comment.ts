// What people write to silence a finding: `; asmoscope: ignore KIND, KIND` on its line, or `ignore` alone for every kind.

import { findingKinds } from "./findings.ts";

const COMMENT = /;\s*asmoscope:\s*ignore\b([\w\s,-]*)/;

const wordsOf = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== "");

/** True when a source line silences findings of this kind. */
export function ignores(line: string, kind: string): boolean {
  const match = COMMENT.exec(line);
  if (match === null) return false;
  const kinds = wordsOf(match[1]!);
  return kinds.length === 0 || kinds.includes(kind);
}

/** A comment that silences nothing, because none of its words is a kind: where it stands in the line, and its first word. */
export function ignoresNothing(line: string): { start: number; end: number; word: string } | undefined {
  const match = COMMENT.exec(line);
  const words = match === null ? [] : wordsOf(match[1]!);
  if (match === null || words.length === 0 || words.some((word) => word in findingKinds)) return undefined;
  return { start: match.index, end: match.index + match[0].trimEnd().length, word: words[0]! };
}
