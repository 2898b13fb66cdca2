// Whether a variable has room for what the kernel or libc is told to write there: up to its end, unless the source says or
// shows that what follows belongs to it.

import type { ModuleSymbol } from "../obj/object-module.ts";
import { isRecord, isRow, objectOf } from "./element-size.ts";
import { isWritten, type Listing } from "./listing.ts";

const escaped = (name: string): string => name.replace(/[.$?]/g, "\\$&");

/** The source measures from this label on to somewhere behind the next (`size equ $ - first`): all of that is one buffer. */
function isMeasured(code: Listing, name: string): boolean {
  const measure = new RegExp(`\\bequ[ \\t]+\\(?\\$[ \\t]*-[ \\t]*${escaped(name)}(?![\\w.$#@~?])`, "i");
  return isWritten(code, (source) => measure.test(source));
}

/** The size is the distance from this label to another one, written as that (`mov edx, second - first`). */
function isDistance(code: Listing, from: ModuleSymbol, size: bigint): boolean {
  const isEnd = (one: ModuleSymbol) => one.section === from.section && one.value === from.value + size;
  const ends = code.module.symbols.filter((one) => one.isLabel && isEnd(one)).map(({ name }) => escaped(name));
  if (ends.length === 0) return false;
  const distance = new RegExp(
    `(?<![\\w.$#@~?])(?:${ends.join("|")})[ \\t]*-[ \\t]*${escaped(from.name)}(?![\\w.$#@~?])`,
  );
  return isWritten(code, (source) => distance.test(source));
}

/**
 * The bytes that a variable has from `offset` on, when `size` bytes written there leave it; undefined when they do not, or
 * may be meant for what follows. `isCounted`: the size is the program's own number, not a structure's.
 */
export function roomLeft(
  code: Listing,
  symbol: ModuleSymbol,
  offset: number,
  size: bigint,
  isCounted: boolean,
): number | undefined {
  const { module } = code;
  const object = objectOf(module, symbol);
  const isNamedTwice = module.symbols.some(
    (other) => other !== symbol && other.isLabel && other.section === symbol.section && other.value === symbol.value,
  );
  if (object === undefined || isNamedTwice || offset < 0) return undefined;
  const room = object.end - Number(symbol.value) - offset;
  if (room <= 0 || size <= BigInt(room)) return undefined;
  if (offset === 0 && isDistance(code, symbol, size)) return undefined;
  // One element and its neighbour: a count that is too large is more likely than an array of two.
  const isArray = !isCounted || (object.items[0]!.elementSizeBytes === room && size > 2n * BigInt(room));
  if (isMeasured(code, symbol.name) || (isArray && isRow(module, symbol, object, Number(size)))) return undefined;
  return offset === 0 && isRecord(module, symbol, Number(size)) ? undefined : room;
}
