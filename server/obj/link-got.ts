// The global offset table of a static link: which fixups need an entry, and the module that holds .got and .got.plt. As ld
// does, `mov reg, [rel x wrt ..gotpc]` of a defined x becomes `lea reg, [rel x]` and needs none.

import type { Fixup, ObjectModule, Section } from "./object-module.ts";

/** Key of a GOT entry: what it points to. */
export interface GotTarget {
  readonly module: number;
  readonly target: Fixup["target"];
  readonly threadLocal: boolean;
}

export interface GotPlan {
  /** Entries in the order of .got. */
  readonly entries: readonly GotTarget[];
  /** Sections .got and .got.plt, to be linked behind the given modules; undefined when nobody asks for a table. */
  readonly module: ObjectModule | undefined;
}

export const GOT_SYMBOL = "_GLOBAL_OFFSET_TABLE_";
const MOV_LOAD = 0x8b;

/** True for a load that ld turns into lea: opcode 8b with a rip-relative operand in front of the field. */
export function isRelaxableLoad(section: Section, fixup: Fixup): boolean {
  return (
    fixup.kind === "gotpcrel" &&
    fixup.sizeBytes === 4 &&
    fixup.offset >= 2 &&
    section.bytes[fixup.offset - 2] === MOV_LOAD &&
    (section.bytes[fixup.offset - 1]! & 0xc7) === 0x05
  );
}

/** Equal keys share an entry. Global names share one across modules, which `name` tells apart from local targets. */
export function gotKey(modules: readonly ObjectModule[], { module, target, threadLocal }: GotTarget): string {
  const prefix = threadLocal ? "t" : "a";
  if ("absolute" in target) return `${prefix} zero`;
  if ("section" in target) return `${prefix} ${module} section ${target.section}`;
  const symbol = modules[module]!.symbols[target.symbol]!;
  const local = symbol.binding === "local" || symbol.binding === "static";
  return local ? `${prefix} ${module} symbol ${target.symbol}` : `${prefix} name ${symbol.name}`;
}

/** Collects the entries. `isDefined` says whether a name has a definition in the program. */
export function planGot(modules: readonly ObjectModule[], bits: 32 | 64): GotPlan {
  const entries = new Map<string, GotTarget>();
  let wanted = false;
  for (const [module, { sections, symbols }] of modules.entries()) {
    for (const section of sections) {
      if (!section.alloc) continue;
      for (const fixup of section.fixups) {
        const table = fixup.kind === "gotoff" || fixup.kind === "gotpc";
        const named = "symbol" in fixup.target && symbols[fixup.target.symbol]!.name === GOT_SYMBOL;
        const entry = fixup.kind === "got" || fixup.kind === "gotpcrel" || fixup.kind === "gottpoff";
        wanted ||= table || named || entry;
        if (!entry || isRelaxableLoad(section, fixup)) continue;
        const key: GotTarget = { module, target: fixup.target, threadLocal: fixup.kind === "gottpoff" };
        entries.set(gotKey(modules, key), key);
      }
    }
  }
  const list = [...entries.values()];
  return { entries: list, module: wanted ? gotModule(list.length, bits) : undefined };
}

function gotModule(entryCount: number, bits: 32 | 64): ObjectModule {
  const wordBytes = bits / 8;
  const table = (name: string, count: number): Section => ({
    name,
    type: "progbits",
    write: true,
    alloc: true,
    exec: false,
    tls: false,
    merge: false,
    strings: false,
    entrySizeBytes: name === ".got" ? 0 : wordBytes,
    alignment: wordBytes,
    bytes: new Uint8Array(count * wordBytes),
    sizeBytes: count * wordBytes,
    fixups: [],
    items: [],
  });
  return {
    name: "linker",
    bits,
    sections: [table(".got", entryCount), table(".got.plt", 3)],
    symbols: [],
    origin: 0n,
    executableStack: false,
  };
}
