// A program as a text to read: the listing with addresses and bytes, and the source behind the preprocessor, where every macro
// has become what it stands for.

import { assemble, preprocessOnly } from "../asm/assemble.ts";
import { type Analysis, type AnalysisOptions, assembleOptions } from "./analysis.ts";

export type TextKind = "listing" | "preprocessed";

/** The text; for another assembler's file, or where there are errors that leave nothing, a sentence in a comment. */
export function programText(analysis: Analysis, options: AnalysisOptions, kind: TextKind): string {
  const { source, bits } = analysis;
  if (analysis.assembly === undefined) return "; This file is another assembler's.\n";
  const settings = assembleOptions(options, bits === 16 ? "bin" : bits === 32 ? "elf32" : "elf64");
  const text =
    kind === "listing"
      ? assemble(source, { ...settings, listing: true }).listing
      : preprocessOnly(source, settings).text;
  return text === undefined || text === "" ? "; There is nothing to show: the source has errors or is empty.\n" : text;
}
