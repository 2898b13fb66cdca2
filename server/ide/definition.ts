// Go to definition: labels, local labels, macros, defines, equ, struc fields, include files.

import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import { resolveName } from "./scope.ts";
import { lineAt, wordAt } from "./word.ts";

/** A place to go to; `file` only when it is a whole file (an include). */
export interface Target {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** Where the word at byte `offset` of `source` is defined; undefined when it is no name of the program. */
export function definition(analysis: Analysis, source: Source, offset: number): Target | undefined {
  const line = lineAt(source, offset);
  const include = /^\s*%include\s+(?:"([^"]+)"|'([^']+)'|`([^`]+)`|(\S+))/i.exec(line.code);
  if (include) {
    const name = include[1] ?? include[2] ?? include[3] ?? include[4]!;
    const found = analysis.assembly?.sources.find((other) => other.name === name || other.name.endsWith(`/${name}`));
    return found && { source: found, start: 0, end: 0 };
  }
  const word = wordAt(source, offset);
  if (word === undefined) return undefined;
  const symbol = resolveName(analysis, source, offset, word.text);
  return symbol && { source: symbol.source, start: symbol.start, end: symbol.end };
}
