// Sections that several objects bring and a program needs once: COMDAT groups (inline functions, templates, the thunks of
// 32-bit position-independent code) and the older `.gnu.linkonce` sections. As for ld the first object's stay.

import type { ModuleSymbol, ObjectModule, Section } from "./object-module.ts";

/** What is left of a section that another object's replaces. */
function emptied(section: Section): Section {
  return { ...section, alloc: false, bytes: new Uint8Array(0), sizeBytes: 0, fixups: [], items: [] };
}

/** A name defined in such a section means the definition of the object that stays. */
function undefinedSymbol(symbol: ModuleSymbol): ModuleSymbol {
  const local = symbol.binding === "local" || symbol.binding === "static";
  return { ...symbol, section: "undefined", value: 0n, isLabel: false, binding: local ? symbol.binding : "extern" };
}

/** The modules without what an earlier one has already brought; the same modules where that is nothing. */
export function withoutRepeatedGroups(modules: readonly ObjectModule[]): readonly ObjectModule[] {
  const seen = new Set<string>();
  const isRepeated = (key: string): boolean => {
    const repeated = seen.has(key);
    seen.add(key);
    return repeated;
  };
  return modules.map((module) => {
    const dropped = new Set<number>();
    for (const { signature, sections } of module.groups ?? []) {
      if (isRepeated(`group ${signature}`)) for (const index of sections) dropped.add(index);
    }
    for (const [index, { name }] of module.sections.entries()) {
      if (name.startsWith(".gnu.linkonce.") && isRepeated(name)) dropped.add(index);
    }
    if (dropped.size === 0) return module;
    return {
      ...module,
      sections: module.sections.map((section, index) => (dropped.has(index) ? emptied(section) : section)),
      symbols: module.symbols.map((symbol) =>
        typeof symbol.section === "number" && dropped.has(symbol.section) ? undefinedSymbol(symbol) : symbol,
      ),
    };
  });
}
