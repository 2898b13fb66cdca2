// Lengths that the source measures: `length equ $ - first`, `length equ table_end - first`, or in elements, `count equ ($ - first) / 4`.

import { END_WORD } from "./heading-label.ts";

const LENGTH =
  /^[ \t]*([\w.$#@~?]+):?[ \t]+equ[ \t]+\(?([\w.$#@~?]+)[ \t]*-[ \t]*([\w.$#@~?]+)(?:[ \t]*\)?[ \t]*\/[ \t]*(\d+)\b)?/gim;

interface MeasuredLength {
  /** The constant's name. */
  readonly length: string;
  /** The label it is measured from. */
  readonly name: string;
  /** The constant counts elements of so many bytes. */
  readonly elementBytes: number;
}

/** The lengths in a source text. */
export const measuredLengths = (text: string): MeasuredLength[] =>
  [...text.matchAll(LENGTH)].flatMap(([, length = "", end = "", name = "", elementBytes = "1"]) =>
    end === "$" || END_WORD.test(end) ? [{ length, name, elementBytes: Number(elementBytes) }] : [],
  );
