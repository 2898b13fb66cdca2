// What the assembler made of a source line: its instructions and data with their bytes. Asked by line, so put in order once.

import { createSideTable } from "../base/side-table.ts";
import type { Source } from "../base/source.ts";
import { decode } from "../isa/decode.ts";
import type { Decoded } from "../isa/insn.ts";
import type { Item, Section } from "../obj/object-module.ts";
import type { Analysis } from "./analysis.ts";

export interface LineItem {
  readonly section: Section;
  readonly item: Item;
}

const known = createSideTable<Analysis, ReadonlyMap<string, readonly LineItem[]>>("items");

function itemsByLine(analysis: Analysis): ReadonlyMap<string, readonly LineItem[]> {
  const kept = known.get(analysis);
  if (kept !== undefined) return kept;
  const byLine = new Map<string, LineItem[]>();
  for (const section of analysis.assembly?.module.sections ?? []) {
    for (const item of section.items) {
      const key = `${item.lineNumber} ${item.file}`;
      const list = byLine.get(key);
      if (list === undefined) byLine.set(key, [{ section, item }]);
      else list.push({ section, item });
    }
  }
  known.set(analysis, byLine);
  return byLine;
}

/** Items of line `lineNumber` (1-based) of a source, in order; those of a macro stand on the line of its call. */
export const itemsOfLine = (analysis: Analysis, source: Source, lineNumber: number): readonly LineItem[] =>
  itemsByLine(analysis).get(`${lineNumber} ${source.name}`) ?? [];

/** The bytes of an item; undefined for what only reserves room. */
export function bytesOf({ section, item }: LineItem): Uint8Array | undefined {
  if (item.kind === "reserve" || section.type === "nobits") return undefined;
  return section.bytes.subarray(item.offset, item.offset + item.sizeBytes);
}

/** The instruction of a line that is just one, decoded. */
export function instructionOfLine(analysis: Analysis, source: Source, lineNumber: number): Decoded | undefined {
  const [only, more] = itemsOfLine(analysis, source, lineNumber);
  if (only === undefined || more !== undefined || only.item.kind !== "code") return undefined;
  const bytes = bytesOf(only);
  return bytes && decode(bytes, analysis.bits);
}
