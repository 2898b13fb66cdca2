// Addresses to source lines and back, through macro expansions. An instruction inside a macro stands on a chain of lines:
// the outermost call's line first, then each inner call's, last the body's own. Breakpoints can mean any line of the
// chain; stepping compares chains.

import { lineNumberAt } from "../../server/base/source.ts";
import type { Image, ImageItem } from "../../server/obj/image.ts";
import type { Expansion } from "../../server/obj/object-module.ts";
import { lastAtOrBelow } from "./labels.ts";

/** One line of a chain. `macro` is the macro whose body the line is in; empty for the outermost. */
export interface LinePlace {
  readonly file: string;
  readonly lineNumber: number;
  readonly macro: string;
}

/** The item that holds `address`. */
export function itemAt(image: Image, address: number): ImageItem | undefined {
  const item = lastAtOrBelow(image.items, address, (element) => element.address);
  return item && address < item.address + item.sizeBytes ? item : undefined;
}

/** The instruction that begins exactly at `address`, or holds it. */
export function codeItemAt(image: Image, address: number): ImageItem | undefined {
  const item = itemAt(image, address);
  return item && (item.kind === "code" || item.kind === "align") ? item : undefined;
}

/** Outermost call's line first, the body's own line last; one element outside macros. */
export function lineChain(item: ImageItem): readonly LinePlace[] {
  const levels: Expansion[] = [];
  for (let level = item.expansion; level; level = level.parent) levels.unshift(level);
  const outermost = { file: item.file, lineNumber: item.lineNumber, macro: "" };
  if (levels.length === 0) return [outermost];
  const chain: LinePlace[] = [outermost];
  for (let k = 1; k < levels.length; k++) {
    const level = levels[k]!;
    chain.push({ file: level.file, lineNumber: level.lineNumber, macro: levels[k - 1]!.macro });
  }
  if (item.span) {
    const { source, start } = item.span;
    chain.push({ file: source.name, lineNumber: lineNumberAt(source, start), macro: levels.at(-1)!.macro });
  }
  return chain;
}

/** "f.asm:12" for messages; the address when no line is known. */
export function lineText(image: Image, address: number): string {
  const item = itemAt(image, address);
  return item ? `${baseName(item.file)}:${item.lineNumber}` : `0x${address.toString(16)}`;
}

/** Last component of a path or URI. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}

/** Where each line's code begins: file → line → addresses, one per place and macro expansion, ascending. */
export type LineTable = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

const tables = new WeakMap<Image, LineTable>();

/** A run of instructions of one line counts once; a line that comes again later or in another expansion counts again. */
export function lineTable(image: Image): LineTable {
  const known = tables.get(image);
  if (known) return known;
  const table = new Map<string, Map<number, number[]>>();
  let before: readonly string[] = [];
  let end = -1;
  for (const item of image.items) {
    if (item.kind !== "code") continue;
    if (item.address !== end) before = [];
    end = item.address + item.sizeBytes;
    const chain = lineChain(item);
    let prefix = "";
    const keys = chain.map((place) => {
      prefix += `${place.file}:${place.lineNumber};`;
      return prefix;
    });
    chain.forEach((place, level) => {
      if (before[level] === keys[level]) return;
      const lines = table.get(place.file) ?? new Map<number, number[]>();
      table.set(place.file, lines);
      const addresses = lines.get(place.lineNumber);
      if (!addresses) lines.set(place.lineNumber, [item.address]);
      else if (addresses.at(-1) !== item.address) addresses.push(item.address);
    });
    before = keys;
  }
  tables.set(image, table);
  return table;
}

/** The first line at or after `lineNumber` of `file` that has code, with its addresses. */
export function codeLine(
  image: Image,
  file: string,
  lineNumber: number,
): { readonly lineNumber: number; readonly addresses: readonly number[] } | undefined {
  const lines = lineTable(image).get(file);
  if (!lines) return undefined;
  let best = Number.POSITIVE_INFINITY;
  for (const line of lines.keys()) if (line >= lineNumber && line < best) best = line;
  return Number.isFinite(best) ? { lineNumber: best, addresses: lines.get(best)! } : undefined;
}
