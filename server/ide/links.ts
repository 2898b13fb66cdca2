// The files that a source names: `%include` and `incbin`, with the place of the name.

import type { Source } from "../base/source.ts";
import { sourceLines } from "./lexemes.ts";

export interface FileLink {
  /** The name without its quotes. */
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly name: string;
}

/** Every file that the lines of `source` name. */
export function fileLinks(source: Source): FileLink[] {
  return sourceLines(source).flatMap(({ operation, lexemes }) => {
    if (!/^(?:%include|incbin|%depend)$/i.test(operation?.text ?? "")) return [];
    const string = lexemes.find(({ kind, start }) => kind === "string" && start > operation!.start);
    if (string === undefined || string.text.length < 3) return [];
    const name = string.text.slice(1, -1);
    return [{ start: string.start + 1, end: string.end - 1, name }];
  });
}
