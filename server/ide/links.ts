// The files that a source names: `%include` and `incbin`, with the place of the name and the file it is.

import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import { sourceLines } from "./lexemes.ts";

export interface FileLink {
  /** The name without its quotes. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly name: string;
  /** The included source, when it took part. */
  readonly target: Source | undefined;
}

/** Every file that the lines of `source` name. */
export function fileLinks(analysis: Analysis, source: Source): FileLink[] {
  return sourceLines(source).flatMap(({ operation, lexemes }) => {
    if (!/^(?:%include|incbin|%depend)$/i.test(operation?.text ?? "")) return [];
    const string = lexemes.find(({ kind, start }) => kind === "string" && start > operation!.start);
    if (string === undefined || string.text.length < 3) return [];
    const name = string.text.slice(1, -1);
    const target = analysis.assembly?.sources.find((other) => other.name === name || other.name.endsWith(`/${name}`));
    return [{ start: string.start + 1, end: string.end - 1, name, target }];
  });
}
