// Where a new `extern` goes: behind the last one, else in front of the first section, so that it reads as people write it.

import type { Source } from "../base/source.ts";
import { sourceLines } from "./lexemes.ts";

/** An insertion at byte `offset`. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** The line that declares `name`, ready to insert. */
export function externInsertion(source: Source, name: string): Insertion {
  const lines = sourceLines(source);
  const isExtern = (text: string | undefined): boolean => /^(?:extern|global)$/i.test(text ?? "");
  const last = lines.filter(({ operation }) => operation?.text.toLowerCase() === "extern").at(-1);
  const first = lines.find(
    ({ operation }) => /^(?:section|segment)$/i.test(operation?.text ?? "") || isExtern(operation?.text),
  );
  const lineNumber = last === undefined ? (first?.lineNumber ?? 1) : last.lineNumber + 1;
  const offset = source.lineStarts[lineNumber - 1];
  if (offset === undefined) return { offset: source.bytes.length, text: `\nextern ${name}` };
  const indent = /^[ \t]*/.exec(indentOf(source, lineNumber))![0];
  return { offset, text: `${indent}extern ${name}\n` };
}

function indentOf(source: Source, lineNumber: number): string {
  const start = source.lineStarts[lineNumber - 1]!;
  let end = start;
  while (source.bytes[end] === 32 || source.bytes[end] === 9) end++;
  return new TextDecoder().decode(source.bytes.subarray(start, end));
}
