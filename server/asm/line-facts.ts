// What each line of a source says by itself, for questions about the whole text. Somebody who types changes one line and asks
// for all: lines that an earlier version of the source has are not looked at again.

import { createSideTable, type SideTable } from "../base/side-table.ts";
import { type Source, sharedEnds } from "../base/source.ts";
import { bytesToText } from "./lexer.ts";

/** A question about lines, with the answers for sources that were asked about. */
export interface LineQuestion<T> {
  /** The answer for a line without its LF. */
  answer(line: string): T;
  readonly known: SideTable<Source, readonly T[]>;
}

/** A question. */
export const lineQuestion = <T>(answer: (line: string) => T): LineQuestion<T> => ({
  answer,
  known: createSideTable("answers"),
});

/** The answers for the first `most` lines of `source`, taken from those for `past` where the lines are the same. */
export function askLines<T>(
  question: LineQuestion<T>,
  source: Source,
  past: Source | undefined,
  most: number,
): readonly T[] {
  const old = past && question.known.get(past);
  const count = Math.min(most, source.lineStarts.length);
  const shared = old && past && sharedEnds(past, source);
  const moved = past ? source.lineStarts.length - past.lineStarts.length : 0;
  const answers: T[] = [];
  for (let k = 0; k < count; k++) {
    const start = source.lineStarts[k]!;
    const end = source.lineStarts[k + 1] ?? source.bytes.length + 1;
    let index = -1;
    if (shared && end <= shared.front) index = k;
    else if (shared && start > source.bytes.length - shared.back) index = k - moved;
    const known = old && index >= 0 && index < old.length;
    answers.push(known ? old[index]! : question.answer(bytesToText(source.bytes, start, end - 1)));
  }
  question.known.set(source, answers);
  return answers;
}
