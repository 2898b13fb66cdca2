// The annotations that teach a program's own allocator, as rows: which function allocates, frees or resizes, and where its
// arguments and its result are. Read from the source's comments; the command line gives the same rows.

import { type AllocatorRow, readAnnotations } from "../../server/facts/annotation.ts";
import type { Image } from "../../server/obj/image.ts";
import { sourceTexts } from "./object-groups.ts";

/** A call of such a function that has not returned. */
export interface AllocatorCall {
  readonly row: AllocatorRow;
  readonly sizeBytes: number;
  readonly pointer: number;
}

/** All allocator functions of a program by their address, and whether one may be missing; `more` are those of the command
 * line. */
export function allocatorsOf(
  image: Image,
  more: readonly AllocatorRow[],
): { allocators: ReadonlyMap<number, AllocatorRow>; isAllocatorMissing: boolean } {
  const annotations = sourceTexts(image).map(readAnnotations);
  const rows = [...annotations.flatMap(({ allocators }) => allocators), ...more];
  const addresses = new Map(image.symbols.map((symbol) => [symbol.name, symbol.address]));
  const list = rows.flatMap((row) => {
    const address = addresses.get(row.function);
    return address === undefined ? [] : [[address, row] as const];
  });
  const isAllocatorMissing =
    list.every(([, { role }]) => role === "free") || annotations.some(({ problems }) => problems.length > 0);
  return { allocators: new Map(list), isAllocatorMissing };
}
