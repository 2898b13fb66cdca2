// Lines, messages and macros of an earlier version of a source, at their places in the next one: what stood in front of an edit
// keeps its place, what stood behind it moves by the bytes and lines that came or went.

import type { Diagnostic, Related } from "../base/diagnostic.ts";
import type { Source, Span } from "../base/source.ts";
import type { Expansion } from "../obj/object-module.ts";
import type { SingleMacro } from "./macro-table.ts";
import type { Line, Token } from "./token.ts";
import { WrittenLine } from "./written-line.ts";

/** From one version of a source to the next. Places from byte `behind` and from line `behindLine` on move. */
export interface Move {
  readonly from: Source;
  readonly to: Source;
  readonly behind: number;
  readonly bytes: number;
  readonly behindLine: number;
  readonly lines: number;
}

type NumberedPlace = { readonly file: string; readonly lineNumber: number };

/** A line number of `file` after the move. */
export const movedNumber = ({ file, lineNumber }: NumberedPlace, { from, behindLine, lines }: Move): number =>
  lineNumber >= behindLine && file === from.name ? lineNumber + lines : lineNumber;

/** A span after the move. */
export function moveSpan({ source, start, end }: Span, { from, to, behind, bytes }: Move): Span {
  if (source !== from) return { source, start, end };
  const by = start >= behind ? bytes : 0;
  return { source: to, start: start + by, end: end + by };
}

/** Calls after the move. */
export function moveExpansion(step: Expansion, move: Move): Expansion {
  const { parent } = step;
  const moved = { ...step, call: moveSpan(step.call, move), lineNumber: movedNumber(step, move) };
  return parent ? { ...moved, parent: moveExpansion(parent, move) } : moved;
}

const movePosition = <T extends NumberedPlace>(place: T, move: Move): T => ({
  ...place,
  lineNumber: movedNumber(place, move),
});

/** A span after several moves. */
function moveFar(span: Span, moves: readonly Move[]): Span {
  let { source, start, end } = span;
  for (const { from, to, behind, bytes } of moves) {
    if (source !== from) continue;
    source = to;
    if (start < behind) continue;
    start += bytes;
    end += bytes;
  }
  return { source, start, end };
}

/** A token after several moves. Tokens of a line mostly are of one call: `known` has where it stands. */
function moveToken(token: Token, moves: readonly Move[], known: Map<Expansion, Expansion>): Token {
  const { kind, text, expansion } = token;
  const { source, start, end } = moveFar(token, moves);
  if (expansion === undefined) return { kind, text, source, start, end };
  let moved = known.get(expansion);
  if (moved === undefined) {
    moved = moves.reduce(moveExpansion, expansion);
    known.set(expansion, moved);
  }
  return { kind, text, source, start, end, expansion: moved };
}

/** A message after the move. */
export function moveDiagnostic(diagnostic: Diagnostic, move: Move): Diagnostic {
  const { span, related } = diagnostic;
  const moveRelated = (one: Related): Related => ({
    ...one,
    lineNumber: movedNumber(one, move),
    ...(one.span ? { span: moveSpan(one.span, move) } : {}),
  });
  return {
    ...diagnostic,
    lineNumber: movedNumber(diagnostic, move),
    ...(span ? { span: moveSpan(span, move) } : {}),
    ...(related ? { related: related.map(moveRelated) } : {}),
  };
}

/** A definition after the move. */
export function moveMacro(macro: SingleMacro, move: Move): SingleMacro {
  const { place } = macro;
  if (place === undefined) return macro;
  const lineNumber = movedNumber(place, move);
  // What built-in macros define at each `section` has its number only.
  if (place.source !== move.from && lineNumber === place.lineNumber) return macro;
  return { ...macro, place: { ...place, ...moveSpan(place, move), lineNumber } };
}

/** A line that came of macros, seen from a later version. Hardly anybody looks at its tokens: they move when asked for. */
class MovedLine implements Line {
  readonly file: string;
  readonly lineNumber: number;
  readonly listDepth: number;
  readonly noList: boolean;
  readonly own: Line["own"];
  /** How many moves wait to be done. */
  readonly waiting: number;
  #line: Line | undefined;
  #move: Move | undefined;
  #tokens: readonly Token[] | undefined;
  #span: Span | undefined;
  #expansion: Expansion | undefined;
  #inBody: Line["inBody"];

  constructor(line: Line, move: Move) {
    this.file = line.file;
    this.lineNumber = movedNumber(line, move);
    this.listDepth = line.listDepth;
    this.noList = line.noList;
    this.own = line.own;
    this.#line = line;
    this.#move = move;
    this.#tokens = undefined;
    this.#span = undefined;
    this.#expansion = undefined;
    this.#inBody = undefined;
    this.waiting = line instanceof MovedLine && line.#line ? line.waiting + 1 : 1;
    if (this.waiting > WAITING_MAX) this.#settle();
  }

  /** Does the moves that wait, and lets go of the old line. */
  #settle(): void {
    if (this.#line === undefined) return;
    const moves: Move[] = [];
    let line: Line = this;
    while (line instanceof MovedLine && line.#line) {
      moves.push(line.#move!);
      line = line.#line;
    }
    moves.reverse();
    const calls = new Map<Expansion, Expansion>();
    this.#tokens = line.tokens.map((token) => moveToken(token, moves, calls));
    this.#span = moveFar(line.span, moves);
    this.#expansion = line.expansion && moves.reduce(moveExpansion, line.expansion);
    this.#inBody = line.inBody && moves.reduce(movePosition, line.inBody);
    this.#line = undefined;
    this.#move = undefined;
  }

  get tokens(): readonly Token[] {
    this.#settle();
    return this.#tokens!;
  }

  get span(): Span {
    this.#settle();
    return this.#span!;
  }

  get expansion(): Expansion | undefined {
    this.#settle();
    return this.#expansion;
  }

  get inBody(): Line["inBody"] {
    this.#settle();
    return this.#inBody;
  }
}

/** Moves that a line puts off, so that old versions are not kept for long. */
const WAITING_MAX = 20;

/** A line of the old version in the new one. */
export function moveLine(line: Line, move: Move): Line {
  if (!(line instanceof WrittenLine)) return new MovedLine(line, move);
  const { expansion, inBody } = line;
  const position = { file: line.file, lineNumber: movedNumber(line, move) };
  if (expansion === undefined) return line.movedTo(position, moveSpan(line.written, move), {});
  return line.movedTo(position, moveSpan(line.written, move), {
    span: moveSpan(line.span, move),
    expansion: moveExpansion(expansion, move),
    inBody: inBody && { ...inBody, lineNumber: movedNumber(inBody, move) },
  });
}
