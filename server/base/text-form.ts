// What bytes that shall be source text are, where they are not plain UTF-8, ASCII or Latin-1: said in one sentence wherever a
// person meets such a file, instead of an error for each of its lines.

import type { Diagnostic } from "./diagnostic.ts";
import type { Source } from "./source.ts";

export type TextForm = "plain" | "byte order mark" | "utf-16" | "binary";

/** How far a NUL byte is looked for: a source has none. */
const PROBE_BYTES = 8192;
/** Share of the pairs of bytes in UTF-16 text of a program that are ASCII. */
const MOST = 0.9;

/** Looks at the bytes only. */
export function textForm(bytes: Uint8Array): TextForm {
  const probe = bytes.subarray(0, PROBE_BYTES);
  if (!probe.includes(0)) return hasByteOrderMark(bytes) ? "byte order mark" : "plain";
  return isUtf16(probe) ? "utf-16" : "binary";
}

/** UTF-8's mark at the start, which many editors hide. */
export const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

function isUtf16(probe: Uint8Array): boolean {
  const [first, second] = probe;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const pairs = Math.floor(probe.length / 2);
  return pairs > 1 && [0, 1].some((k) => asciiPairs(probe, k) >= pairs * MOST);
}

/** Pairs of a NUL at their byte `k` and a letter, digit or blank at the other. */
function asciiPairs(probe: Uint8Array, k: number): number {
  let count = 0;
  for (let at = 0; at + 1 < probe.length; at += 2) {
    const other = probe[at + 1 - k]!;
    if (probe[at + k] === 0 && other >= 9 && other < 127) count++;
  }
  return count;
}

/** Completes "NAME is …". */
export const FORM_PROBLEMS = {
  "utf-16": "UTF-16 text: save it as UTF-8",
  binary: "a binary file, not assembly source",
} as const;

const MARK_MESSAGE =
  "the file begins with a byte order mark, which NASM takes for a part of the first word: save it as UTF-8 without one";

/** What is said at the first line of a source with a byte order mark. NASM itself only has an error that hides the reason. */
export const markNote = (source: Source): Diagnostic => ({
  severity: "note",
  code: "byte-order-mark",
  message: MARK_MESSAGE,
  file: source.name,
  lineNumber: 1,
  editorOnly: true,
});

/** A note for each source that has the mark. */
export const markNotes = (sources: readonly Source[]): Diagnostic[] =>
  sources.filter(({ bytes }) => hasByteOrderMark(bytes)).map(markNote);
