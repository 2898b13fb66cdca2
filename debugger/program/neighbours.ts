// `extern` names that nobody given defines and libc does not have: looked for in the files of the same folder.

import { createSource, textOf } from "../../server/base/source.ts";
import type { ProgramFile } from "./program.ts";

const SOURCE_NAME = /\.(?:asm|nasm|s|inc|mac)$/i;
/** Larger files are not searched. */
const LARGEST_BYTES = 1 << 20;

/** Names that a source declares `global`, read from its text: cheap enough for a whole folder. */
export function declaredGlobals(file: ProgramFile): Set<string> {
  const names = new Set<string>();
  if (!SOURCE_NAME.test(file.name) || file.bytes.length > LARGEST_BYTES) return names;
  const source = createSource(file.name, file.bytes);
  const text = textOf(source, 0, file.bytes.length);
  for (const match of text.matchAll(/^\s*\[?\s*global\s+([^;\n\]]+)/gim)) {
    for (const part of match[1]!.split(",")) {
      const name = /^\s*([^\s:]+)/.exec(part)?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

/** The first neighbour that declares `name` and none of the names the program has already. */
export function findNeighbour(
  name: string,
  candidates: readonly ProgramFile[],
  defined: ReadonlySet<string>,
): ProgramFile | undefined {
  return candidates.find((file) => {
    const globals = declaredGlobals(file);
    return globals.has(name) && ![...globals].some((other) => defined.has(other));
  });
}
