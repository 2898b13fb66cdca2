// The assembler's view of the host's files for build, run and check: as nasm looks them up (the name as written, then each
// -I folder), and at last beside the source that is assembled and beside the file that asks, so that a program runs from any current
// directory, as in the editor.

import { dirname, join } from "node:path";
import type { FileReader } from "../../server/asm/options.ts";
import { readInput } from "./input-files.ts";

/** `mainFile` is the source whose folder is searched last. */
export function createSourceReader(includePaths: readonly string[], mainFile: string): FileReader {
  const known = new Map<string, ReturnType<FileReader>>();
  return (request) => {
    const key = `${dirname(request.from)}\0${request.name}`;
    const cached = known.get(key);
    if (cached) return cached;
    const places = [request.name, ...includePaths.map((folder) => joined(folder, request.name))];
    if (!request.name.startsWith("/"))
      places.push(join(dirname(mainFile), request.name), join(dirname(request.from), request.name));
    let answer: ReturnType<FileReader> = "missing";
    for (const place of places) {
      const file = readInput(place);
      if (typeof file === "string") continue;
      answer = file;
      break;
    }
    known.set(key, answer);
    return answer;
  };
}

/** nasm joins with a separator only where there is none. */
function joined(folder: string, name: string): string {
  return folder === "" || folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`;
}
