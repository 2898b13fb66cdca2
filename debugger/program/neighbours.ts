// `extern` names that nobody given defines and libc does not have: looked for in the files of the same folder.

import { declaredGlobals } from "../../server/asm/declared-globals.ts";
import { createSource } from "../../server/base/source.ts";
import type { ProgramFile } from "./program.ts";

const SOURCE_NAME = /\.(?:asm|nasm|s|inc|mac)$/i;
/** Larger files are not searched. */
const LARGEST_BYTES = 1 << 20;

/** Names that a file declares `global`; none where it is no source or too large. */
function globalsOf(file: ProgramFile): Set<string> {
  if (!SOURCE_NAME.test(file.name) || file.bytes.length > LARGEST_BYTES) return new Set();
  return declaredGlobals(createSource(file.name, file.bytes));
}

/** The first neighbour that declares `name` and none of the names the program has already. */
export function findNeighbour(
  name: string,
  candidates: readonly ProgramFile[],
  defined: ReadonlySet<string>,
): ProgramFile | undefined {
  return candidates.find((file) => {
    const globals = globalsOf(file);
    return globals.has(name) && ![...globals].some((other) => defined.has(other));
  });
}
