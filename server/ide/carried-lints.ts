// While somebody types, what the static layer said of other lines stays where it belongs: lines in front of the edit keep
// their place, lines behind it move along, what was edited loses its findings until the layer has looked again.

import type { Diagnostic } from "../base/diagnostic.ts";
import { type Source, type Span, sharedEnds } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";

/** Bytes that two sources share at their start and at their end, whole lines only. */
function shared(before: Source, after: Source): { readonly front: number; readonly back: number } {
  const a = before.bytes;
  const b = after.bytes;
  let { front, back } = sharedEnds(before, after);
  while (front > 0 && b[front - 1] !== 10) front--;
  // Less at the front may be more at the back.
  const most = Math.min(a.length, b.length);
  while (back < most - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  // Up to the start of a line.
  while (back > 0 && a[a.length - back - 1] !== 10) back--;
  return { front, back };
}

/** The findings of `previous` that stand on lines which `source` still has, at their places in it. */
export function carriedLints(previous: Analysis, source: Source): Diagnostic[] {
  const old = previous.source;
  const { front, back } = shared(old, source);
  const moved = source.bytes.length - old.bytes.length;
  const movedLines = source.lineStarts.length - old.lineStarts.length;
  const place = (span: Span): Span | undefined => {
    if (span.source !== old) return span;
    if (span.end <= front) return { source, start: span.start, end: span.end };
    if (span.start < old.bytes.length - back) return undefined;
    return { source, start: span.start + moved, end: span.end + moved };
  };
  return previous.lints.flatMap((lint) => {
    const span = lint.span && place(lint.span);
    if (span === undefined) return [];
    const isBehind = lint.span!.source === old && lint.span!.start >= front;
    // Its other places and its edits come back with the next look.
    const { fixes: _fixes, related: _related, ...rest } = lint;
    return [{ ...rest, span, lineNumber: lint.lineNumber + (isBehind ? movedLines : 0) }];
  });
}
