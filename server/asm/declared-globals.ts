// The names that a source gives to others, read from its text alone: cheap enough for every file of a folder.

import { type Source, textOf } from "../base/source.ts";

/** Names behind `global` and `[global …]`. */
export function declaredGlobals(source: Source): Set<string> {
  const names = new Set<string>();
  const text = textOf(source, 0, source.bytes.length);
  for (const match of text.matchAll(/^\s*\[?\s*global\s+([^;\n\]]+)/gim)) {
    for (const part of match[1]!.split(",")) {
      const name = /^\s*([^\s:]+)/.exec(part)?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}
