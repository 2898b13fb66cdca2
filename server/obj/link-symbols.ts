// Which definition each global name has, by ld's rules: a strong definition beats a weak one and a common one, two strong
// ones are an error, the largest common wins. Nothing here knows addresses.

import type { Diagnostic } from "../base/diagnostic.ts";
import { lineNumberAt } from "../base/source.ts";
import type { Fixup, ModuleSymbol, ObjectModule } from "./object-module.ts";

/** Names one symbol of one of the linked modules. */
export interface SymbolPlace {
  readonly module: number;
  readonly symbol: number;
}

export interface Resolution {
  /** The winning definition of each defined global name, in the order of first definition. */
  readonly definitions: ReadonlyMap<string, SymbolPlace>;
  /** Common symbols that no real definition replaced, with their final size and alignment. */
  readonly commons: readonly Common[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface Common extends SymbolPlace {
  readonly name: string;
  readonly sizeBytes: number;
  readonly alignment: number;
}

const isLocal = (symbol: ModuleSymbol): boolean => symbol.binding === "local" || symbol.binding === "static";

/** How strongly a symbol defines its name; 0 = not at all. */
function strength(symbol: ModuleSymbol): 0 | 1 | 2 | 3 {
  if (isLocal(symbol) || symbol.section === "undefined") return 0;
  if (symbol.section === "common") return 1;
  return symbol.binding === "weak" ? 2 : 3;
}

/** Finds every name's definition. Duplicates are reported in ld's words and the first one stays. */
export function resolve(modules: readonly ObjectModule[]): Resolution {
  const winners = new Map<string, SymbolPlace & { readonly strength: number }>();
  const diagnostics: Diagnostic[] = [];
  for (const [module, { symbols }] of modules.entries()) {
    for (const [index, symbol] of symbols.entries()) {
      const now = { module, symbol: index, strength: strength(symbol) };
      if (now.strength === 0) continue;
      const before = winners.get(symbol.name);
      if (before?.strength === 3 && now.strength === 3) {
        diagnostics.push(multipleDefinition(modules, symbol.name, before, now));
      } else if (!before || outranks(modules, now, before)) {
        winners.set(symbol.name, now);
      }
    }
  }
  const commons: Common[] = [];
  for (const [name, winner] of winners) {
    if (winner.strength !== 1) continue;
    commons.push({ ...winner, name, ...commonShape(modules, name) });
  }
  return { definitions: winners, commons, diagnostics };
}

function outranks(
  modules: readonly ObjectModule[],
  now: SymbolPlace & { readonly strength: number },
  before: SymbolPlace & { readonly strength: number },
): boolean {
  if (now.strength !== before.strength) return now.strength > before.strength;
  if (now.strength !== 1) return false;
  return symbolAt(modules, now).sizeBytes > symbolAt(modules, before).sizeBytes;
}

function commonShape(modules: readonly ObjectModule[], name: string): { sizeBytes: number; alignment: number } {
  let sizeBytes = 0;
  let alignment = 1;
  for (const { symbols } of modules) {
    for (const symbol of symbols) {
      if (symbol.name !== name || symbol.section !== "common") continue;
      sizeBytes = Math.max(sizeBytes, Number(symbol.sizeBytes));
      alignment = Math.max(alignment, Number(symbol.value));
    }
  }
  return { sizeBytes, alignment };
}

export function symbolAt(modules: readonly ObjectModule[], place: SymbolPlace): ModuleSymbol {
  return modules[place.module]!.symbols[place.symbol]!;
}

/** "file.asm:12" where the place is known, else the module's name and the section's offset as ld prints it. */
function placeText(modules: readonly ObjectModule[], place: SymbolPlace): string {
  const module = modules[place.module]!;
  const symbol = symbolAt(modules, place);
  if (symbol.definition) {
    const { source, start } = symbol.definition;
    return `${source.name}:${lineNumberAt(source, start)}`;
  }
  const section = typeof symbol.section === "number" ? module.sections[symbol.section]!.name : "*ABS*";
  const file = module.fileSymbol === undefined ? "" : `${module.fileSymbol}:`;
  return `${module.name}:${file}(${section}+0x${symbol.value.toString(16)})`;
}

function multipleDefinition(
  modules: readonly ObjectModule[],
  name: string,
  before: SymbolPlace,
  now: SymbolPlace,
): Diagnostic {
  const { definition } = symbolAt(modules, now);
  return {
    severity: "error",
    code: "multiple-definition",
    message: `multiple definition of \`${name}'; ${placeText(modules, before)}: first defined here`,
    file: definition?.source.name ?? modules[now.module]!.name,
    lineNumber: definition ? lineNumberAt(definition.source, definition.start) : 0,
    ...(definition ? { span: definition } : {}),
  };
}

/** A use of a name that no given module defines. */
export interface UndefinedUse {
  readonly name: string;
  readonly module: number;
  readonly section: number;
  readonly fixup: Fixup;
  readonly weak: boolean;
}

/** Every fixup against a name without a definition, in the order of the modules, one a place. */
export function undefinedUses(modules: readonly ObjectModule[], resolution: Resolution): UndefinedUse[] {
  const uses: UndefinedUse[] = [];
  for (const [module, { sections, symbols }] of modules.entries()) {
    for (const [section, { fixups, alloc }] of sections.entries()) {
      if (!alloc) continue;
      for (const fixup of fixups) {
        if (!("symbol" in fixup.target)) continue;
        const symbol = symbols[fixup.target.symbol]!;
        // A local one went with a repeated group: its field stays zero.
        if (symbol.section !== "undefined" || isLocal(symbol) || resolution.definitions.has(symbol.name)) continue;
        uses.push({ name: symbol.name, module, section, fixup, weak: symbol.binding === "weak" });
      }
    }
  }
  return uses;
}
