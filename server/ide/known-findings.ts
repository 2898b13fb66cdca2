// What a baseline leaves of the editor's diagnostics. Takes the file's text and diagnostics whose sources are named by URIs.

import type { Diagnostic } from "../base/diagnostic.ts";
import { decodedUri } from "../base/uri.ts";
import { type Baseline, EMPTY_BASELINE, readBaseline } from "../facts/baseline.ts";
import { unknownOf } from "../facts/known-diagnostics.ts";

/** Findings that are not told. */
export type Known = Baseline;
export const NOTHING_KNOWN: Known = EMPTY_BASELINE;

/** @returns a sentence without a full stop and without the file's name when the text is no baseline. */
export const readKnown = (text: string): Known | string => readBaseline(text);

/** Diagnostics that are news. */
export function newsOf(diagnostics: readonly Diagnostic[], known: Known): Diagnostic[] {
  if (known.limits.size === 0) return [...diagnostics];
  const named = new Map(diagnostics.map((one) => [{ ...one, file: decodedUri(one.file) }, one]));
  return unknownOf([...named.keys()], known).map((one) => named.get(one)!);
}
