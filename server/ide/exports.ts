// What another file of the folder defines for `extern`: the label behind its `global`, found in its text.

import { declaredGlobals } from "../asm/declared-globals.ts";
import type { Source } from "../base/source.ts";
import type { Target } from "./definition.ts";
import { sourceLines } from "./lexemes.ts";

/** Where `source` defines `name` for others; undefined when it does not. */
export function exportedLabel(source: Source, name: string): Target | undefined {
  if (!declaredGlobals(source).has(name)) return undefined;
  for (const { lexemes } of sourceLines(source)) {
    const label = lexemes.find(({ kind, text }) => kind === "label" && text === name);
    if (label !== undefined) return { source, start: label.start, end: label.end };
  }
  return undefined;
}
