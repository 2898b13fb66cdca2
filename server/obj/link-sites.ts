// Where in its file a fixup stands, as messages of the linker name it: the source line where one is known, else ld's words
// for an offset in an object's section.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Fixup, Item, ModuleSymbol, ObjectModule, Section } from "./object-module.ts";

/** The item that holds a byte offset of a section. */
export function itemAt(section: Section, offset: number): Item | undefined {
  return section.items.find((item) => offset >= item.offset && offset < item.offset + item.sizeBytes);
}

/** File and line of a fixup: its source line, or the object's name where no lines are known. */
export function fixupSite(
  module: ObjectModule,
  section: Section,
  fixup: Fixup,
): Pick<Diagnostic, "file" | "lineNumber" | "span"> {
  const item = itemAt(section, fixup.offset);
  if (!item) return { file: module.name, lineNumber: 0 };
  return { file: item.file, lineNumber: item.lineNumber, span: fixup.span ?? item.span };
}

/** The label that the offset lies behind, as ld takes it for the function's name. */
function labelBefore({ symbols, sections }: ObjectModule, section: Section, offset: number): ModuleSymbol | undefined {
  const index = sections.indexOf(section);
  let best: ModuleSymbol | undefined;
  for (const symbol of symbols) {
    const isCode = symbol.type === "none" || symbol.type === "function";
    if (symbol.section !== index || !isCode || symbol.value > BigInt(offset)) continue;
    if (!best || symbol.value >= best.value) best = symbol;
  }
  return best;
}

/** "in function `f': source.asm:(.text+0x1): ", only where no source line can be named. */
export function sitePrefix(module: ObjectModule, section: Section, fixup: Fixup): string {
  if (itemAt(section, fixup.offset)) return "";
  const place = `(${section.name}+0x${fixup.offset.toString(16)}): `;
  const label = labelBefore(module, section, fixup.offset);
  if (!label) return place;
  const source = module.fileSymbol === undefined ? "" : `${module.fileSymbol}:`;
  return `in function \`${label.name}': ${source}${place}`;
}
