// Where in a line something stands, as spans and places of messages.

import type { Span } from "../base/source.ts";
import type { Place } from "./report.ts";
import type { Line } from "./token.ts";

/** The bytes of tokens `from` … `to` (excluded) of the current line; the line's when there are none. */
export function spanOf(line: Line, from: number, to: number): Span {
  const { tokens } = line;
  let last = Math.min(to, tokens.length) - 1;
  while (last > from && tokens[last]!.kind === "space") last--;
  const first = tokens[Math.min(from, tokens.length - 1)];
  const end = tokens[Math.max(last, 0)];
  if (!first || !end || first.source !== end.source) return line.span;
  return { source: first.source, start: first.start, end: Math.max(end.end, first.end) };
}

/** The place of a message about tokens of the current line. */
export function placeAt(line: Line, from: number, to: number = from + 1): Place {
  return {
    file: line.file,
    lineNumber: line.lineNumber,
    span: spanOf(line, from, to),
    ...(line.expansion ? { expansion: line.expansion, body: line.span } : {}),
    ...(line.inBody ? { inBody: line.inBody } : {}),
  };
}
