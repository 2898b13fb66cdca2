// Lengths that the source measures: `length equ $ - first`, or in elements, `count equ ($ - first) / 4`.

const LENGTH =
  /^[ \t]*([\w.$#@~?]+):?[ \t]+equ[ \t]+\(?\$[ \t]*-[ \t]*([\w.$#@~?]+)(?:[ \t]*\)?[ \t]*\/[ \t]*(\d+)\b)?/gim;

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
  [...text.matchAll(LENGTH)].map(([, length = "", name = "", elementBytes = "1"]) => ({
    length,
    name,
    elementBytes: Number(elementBytes),
  }));
