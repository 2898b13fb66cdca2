// The annotations that teach a program's own allocator, as rows: which function allocates, frees or resizes, and where its
// arguments and its result are. Read from the source's comments; the command line gives the same rows.

import type { Image } from "../../server/obj/image.ts";
import { sourceTexts } from "./object-groups.ts";

export type AllocatorRole = "alloc" | "free" | "realloc";

/** What one function of an allocator takes and gives; places are registers ("rdi"), numbers ("32") or "arg1" on the stack. */
export interface AllocatorRow {
  readonly role: AllocatorRole;
  readonly function: string;
  readonly size?: string;
  readonly ret?: string;
  readonly ptr?: string;
}

/** A call of such a function that has not returned. */
export interface AllocatorCall {
  readonly row: AllocatorRow;
  readonly sizeBytes: number;
  readonly pointer: number;
}

const ANNOTATION = /;\s*@(alloc|free|realloc)\b([^\n]*)/;
const LABEL = /^\s*([\w.$#@~?]+)\s*:/;

/** The annotations of a source text. */
export function allocatorRows(text: string): AllocatorRow[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const match = ANNOTATION.exec(line);
    if (match === null) return [];
    const own = LABEL.exec(line.slice(0, match.index));
    const next = lines.slice(index + 1).find((other) => LABEL.test(other) || !/^\s*(;.*)?$/.test(other));
    const name = own?.[1] ?? LABEL.exec(next ?? "")?.[1];
    if (name === undefined) return [];
    const fields = Object.fromEntries(
      [...match[2]!.matchAll(/(size|ret|ptr)\s*=\s*(\w+)/g)].map((one) => [one[1], one[2]]),
    );
    return [{ role: match[1] as AllocatorRole, function: name, ...fields }];
  });
}

/** All allocator functions of a program by their address; `more` are those of the command line. */
export function allocatorsOf(image: Image, more: readonly AllocatorRow[]): ReadonlyMap<number, AllocatorRow> {
  const rows = [...sourceTexts(image).flatMap(allocatorRows), ...more];
  const addresses = new Map(image.symbols.map((symbol) => [symbol.name, symbol.address]));
  const list = rows.flatMap((row) => {
    const address = addresses.get(row.function);
    return address === undefined ? [] : [[address, row] as const];
  });
  return new Map(list);
}
