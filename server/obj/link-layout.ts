// Where every input section goes: ld 2.40's default script for static, non-PIE i386 and x86-64 programs, as a list of steps
// that move the location counter. Sections are gathered by name, the rest ("orphans") goes behind its kind.

import { inHashOrder } from "./bfd-hash.ts";
import type { Common } from "./link-symbols.ts";
import type { ObjectModule, Section } from "./object-module.ts";

/** One input section (or a module's common symbols) inside an output section. */
export interface PlacedInput {
  readonly module: number;
  /** -1 = the module's COMMON block. */
  readonly section: number;
  readonly address: number;
  readonly sizeBytes: number;
}

export interface OutputSection {
  readonly name: string;
  readonly address: number;
  readonly sizeBytes: number;
  readonly alignment: number;
  readonly write: boolean;
  readonly exec: boolean;
  readonly tls: boolean;
  readonly nobits: boolean;
  readonly type: Section["type"];
  readonly entrySizeBytes: number;
  /** Merging of equal constants is asked for by every input; nothing is merged, but the flags stay. */
  readonly merge: boolean;
  readonly strings: boolean;
  readonly inputs: readonly PlacedInput[];
}

export interface LinkLayout {
  /** In address order (thread-local nobits sections overlap what follows). */
  readonly sections: readonly OutputSection[];
  /** What is in the file only: comments, other tools' debug information. Their addresses count from 0. */
  readonly others: readonly OutputSection[];
  readonly placed: readonly PlacedInput[];
  /** `_end`, `etext` and the others of the script. */
  readonly provided: ReadonlyMap<string, number>;
  /** Address of ELF header and program headers. */
  readonly base: number;
  readonly headerBytes: number;
  readonly relro?: { readonly start: number; readonly end: number };
}

export const LINK_PAGE_BYTES = 0x1000;

type Slot = "note" | "text" | "rodata" | "tdata" | "data" | "bss";
type Step =
  /** Groups of input patterns; within a group inputs come in the order given. `*` at the end matches any tail. */
  | { readonly kind: "section"; readonly name: string; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: "orphans"; readonly slot: Slot }
  | { readonly kind: "page" | "data-start" | "relro-end" | "word" }
  | { readonly kind: "symbols"; readonly names: readonly string[] };

const section = (name: string, ...groups: readonly (readonly string[])[]): Step => ({
  kind: "section",
  name,
  groups: groups.length > 0 ? groups : [[name]],
});
const orphans = (slot: Slot): Step => ({ kind: "orphans", slot });
const symbols = (...names: string[]): Step => ({ kind: "symbols", names });

/** These name the file's first byte, not where the sections begin. */
const HEADER_SYMBOLS: ReadonlySet<string> = new Set(["__executable_start", "__ehdr_start"]);

/** The default script (`ld --verbose`), without what only dynamic linking makes. */
const SCRIPT: readonly Step[] = [
  symbols("__executable_start", "__ehdr_start"),
  section(".interp"),
  orphans("note"),
  section(".note.gnu.build-id"),
  // Relocations for functions that are chosen at start-up: there are none.
  symbols("__rela_iplt_start", "__rela_iplt_end", "__rel_iplt_start", "__rel_iplt_end"),
  { kind: "page" },
  section(".init"),
  section(
    ".text",
    [".text.unlikely", ".text.unlikely.*"],
    [".text.exit", ".text.exit.*"],
    [".text.startup", ".text.startup.*"],
    [".text.hot", ".text.hot.*"],
    [".text.sorted.*"],
    [".text", ".stub", ".text.*", ".gnu.linkonce.t.*"],
  ),
  orphans("text"),
  section(".fini"),
  symbols("__etext", "_etext", "etext"),
  { kind: "page" },
  section(".rodata", [".rodata", ".rodata.*", ".gnu.linkonce.r.*"]),
  orphans("rodata"),
  section(".rodata1"),
  section(".eh_frame_hdr"),
  section(".eh_frame", [".eh_frame"], [".eh_frame.*"]),
  section(".gcc_except_table", [".gcc_except_table", ".gcc_except_table.*"]),
  { kind: "data-start" },
  symbols("__tdata_start"),
  section(".tdata", [".tdata", ".tdata.*", ".gnu.linkonce.td.*"]),
  orphans("tdata"),
  section(".tbss", [".tbss", ".tbss.*", ".gnu.linkonce.tb.*"]),
  symbols("__preinit_array_start"),
  section(".preinit_array"),
  symbols("__preinit_array_end", "__init_array_start"),
  section(".init_array", [".init_array.*", ".ctors.*"], [".init_array", ".ctors"]),
  symbols("__init_array_end", "__fini_array_start"),
  section(".fini_array", [".fini_array.*", ".dtors.*"], [".fini_array", ".dtors"]),
  symbols("__fini_array_end"),
  section(".data.rel.ro", [".data.rel.ro", ".data.rel.ro.*"]),
  section(".got"),
  { kind: "relro-end" },
  section(".got.plt"),
  section(".data", [".data", ".data.*", ".gnu.linkonce.d.*"]),
  orphans("data"),
  section(".data1"),
  symbols("_edata", "edata", "__bss_start"),
  section(".bss", [".dynbss"], [".bss", ".bss.*", ".gnu.linkonce.b.*"], ["COMMON"]),
  orphans("bss"),
  section(".lbss", [".lbss", ".lbss.*"]),
  { kind: "word" },
  section(".lrodata", [".lrodata", ".lrodata.*"]),
  section(".ldata", [".ldata", ".ldata.*"]),
  { kind: "word" },
  symbols("_end", "end"),
];

const alignUp = (value: number, alignment: number): number => Math.ceil(value / alignment) * alignment;

/** An input section waiting for its place. */
interface Input {
  readonly module: number;
  readonly section: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly alignment: number;
  readonly write: boolean;
  readonly exec: boolean;
  readonly tls: boolean;
  readonly nobits: boolean;
  readonly type: Section["type"];
  readonly entrySizeBytes: number;
  readonly merge: boolean;
  readonly strings: boolean;
}

/** What is gathered for one output section, and where orphans of a slot come in. */
interface GatheredSection {
  readonly kind: "section";
  readonly name: string;
  readonly inputs: readonly Input[];
}
type Gathered = GatheredSection | Exclude<Step, { readonly kind: "section" | "orphans" }>;

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

/** ld's rule for sections the script does not name (`ldelf_place_orphan`). */
function slotOf(input: Input): Slot {
  if (input.type === "note") return "note";
  if (input.tls) return "tdata";
  if (input.nobits) return "bss";
  if (input.write) return "data";
  return input.exec ? "text" : "rodata";
}

const UNMERGED = { entrySizeBytes: 0, merge: false, strings: false } as const;

function inputsOf(modules: readonly ObjectModule[], commonBytes: readonly CommonBlock[]): Input[] {
  const inputs: Input[] = [];
  for (const [module, { sections }] of modules.entries()) {
    for (const [index, item] of sections.entries()) {
      if (!item.alloc || item.name === ".note.GNU-stack") continue;
      inputs.push({ ...item, module, section: index, nobits: item.type === "nobits" });
    }
    const block = commonBytes[module]!;
    if (block.sizeBytes === 0) continue;
    const kind = { write: true, exec: false, tls: false, nobits: true, type: "nobits" as const, ...UNMERGED };
    inputs.push({ module, section: -1, name: "COMMON", ...block, ...kind });
  }
  return inputs;
}

const BY_PRIORITY: ReadonlySet<string> = new Set([".init_array.*", ".fini_array.*"]);

/** SORT_BY_INIT_PRIORITY: by the number at the end of the name, which .ctors and .dtors count downwards from 65535. */
function inPriorityOrder(inputs: readonly Input[]): Input[] {
  const priority = ({ name }: Input) => {
    const number = Number(/\.(\d+)$/.exec(name)?.[1] ?? Number.POSITIVE_INFINITY);
    return /^\.[cd]tors/.test(name) ? 65535 - number : number;
  };
  return [...inputs].sort((a, b) => priority(a) - priority(b) || 0);
}

function gather(inputs: readonly Input[]): Gathered[] {
  const taken = new Set<Input>();
  const named = new Map<Step, readonly Input[]>();
  for (const step of SCRIPT) {
    if (step.kind !== "section") continue;
    const members = step.groups.flatMap((group) => {
      const chosen = inputs.filter((input) => {
        const fits = !taken.has(input) && group.some((pattern) => matches(input.name, pattern));
        if (fits) taken.add(input);
        return fits;
      });
      return group.some((pattern) => BY_PRIORITY.has(pattern)) ? inPriorityOrder(chosen) : chosen;
    });
    named.set(step, members);
  }
  const orphanGroups = new Map<Slot, Map<string, Input[]>>();
  for (const input of inputs) {
    if (taken.has(input)) continue;
    const slot = slotOf(input);
    const groups = orphanGroups.get(slot) ?? new Map<string, Input[]>();
    orphanGroups.set(slot, groups);
    const group = groups.get(input.name);
    if (group) group.push(input);
    else groups.set(input.name, [input]);
  }
  return SCRIPT.flatMap((step): Gathered[] => {
    if (step.kind === "section") return [{ kind: "section", name: step.name, inputs: named.get(step)! }];
    if (step.kind !== "orphans") return [step];
    return [...(orphanGroups.get(step.slot) ?? [])].map(([name, members]) => ({
      kind: "section",
      name,
      inputs: members,
    }));
  });
}

/** Size and alignment of the common symbols a module's COMMON block holds. */
export interface CommonBlock {
  readonly sizeBytes: number;
  readonly alignment: number;
  /** Offset in the block by name. */
  readonly offsets: ReadonlyMap<string, number>;
}

/** Lays out each module's common symbols in the order in which ld's symbol hash table is walked. */
export function layoutCommons(modules: readonly ObjectModule[], commons: readonly Common[]): CommonBlock[] {
  const ordered = inHashOrder(commons, ({ name }) => name);
  return modules.map((_, module) => {
    let sizeBytes = 0;
    let alignment = 1;
    const offsets = new Map<string, number>();
    for (const common of ordered) {
      if (common.module !== module) continue;
      sizeBytes = alignUp(sizeBytes, common.alignment);
      offsets.set(common.name, sizeBytes);
      sizeBytes += common.sizeBytes;
      alignment = Math.max(alignment, common.alignment);
    }
    return { sizeBytes, alignment, offsets };
  });
}

interface Walk {
  readonly sections: OutputSection[];
  /** Address of each input section by module and index; inputs of empty output sections included. */
  readonly placed: PlacedInput[];
  readonly provided: Map<string, number>;
  dataBase: number;
  relroEnd: number;
  end: number;
}

/** Places everything. `bits` chooses the base address and the word ld aligns to; `headerBytes` is SIZEOF_HEADERS. */
export function layoutSections(
  modules: readonly ObjectModule[],
  commons: readonly CommonBlock[],
  settings: { readonly bits: 32 | 64; readonly headerBytes: number },
): LinkLayout {
  const gathered = gather(inputsOf(modules, commons));
  const base = settings.bits === 64 ? 0x400000 : 0x8048000;
  const hasGotPlt = gathered.some((step) => step.kind === "section" && step.name === ".got.plt" && step.inputs.length);
  // DATA_SEGMENT_RELRO_END: the three reserved entries of .got.plt are read-only after relocation too.
  const gotPltHeadBytes = hasGotPlt ? (3 * settings.bits) / 8 : 0;
  const attempt = (dataBase: number | undefined) => walk(gathered, { ...settings, base, dataBase, gotPltHeadBytes });
  let result = attempt(undefined);
  const relro = result.relroEnd > result.dataBase;
  if (relro) result = attempt(relroBase(result, gotPltHeadBytes));
  else {
    // DATA_SEGMENT_ALIGN: the data segment starts on a fresh page when that saves one.
    const first = -result.dataBase & (LINK_PAGE_BYTES - 1);
    const last = result.end & (LINK_PAGE_BYTES - 1);
    const pageOf = (address: number) => Math.floor(address / LINK_PAGE_BYTES);
    const spans = pageOf(result.dataBase) !== pageOf(result.end);
    // On x86-64 the end is behind .ldata's page even when there is none, so an empty data segment always saves a page.
    const empty = settings.bits === 64 && result.end === result.dataBase;
    if (first && last && (spans || empty) && first + last <= LINK_PAGE_BYTES) {
      result = attempt(pageOf(result.dataBase) * LINK_PAGE_BYTES);
    }
  }
  const { sections, provided, dataBase, relroEnd } = result;
  const others = layoutOthers(modules);
  return {
    sections,
    others,
    placed: [...result.placed, ...others.flatMap(({ inputs }) => inputs)],
    provided,
    base,
    headerBytes: settings.headerBytes,
    ...(relro ? { relro: { start: dataBase, end: relroEnd } } : {}),
  };
}

/** Sections that occupy no memory, gathered by name; the script names .comment and debug sections, others come behind .comment. */
function layoutOthers(modules: readonly ObjectModule[]): OutputSection[] {
  const groups = new Map<string, Input[]>();
  for (const [module, { sections }] of modules.entries()) {
    for (const [index, item] of sections.entries()) {
      if (item.alloc || item.name === ".note.GNU-stack" || item.sizeBytes === 0) continue;
      const input = { ...item, module, section: index, nobits: item.type === "nobits" };
      const group = groups.get(item.name);
      if (group) group.push(input);
      else groups.set(item.name, [input]);
    }
  }
  const rank = (name: string) => (name === ".comment" ? 0 : name.startsWith(".debug") ? 2 : 1);
  const ordered = [...groups].sort(([a], [b]) => rank(a) - rank(b));
  const state: Walk = { sections: [], placed: [], provided: new Map(), dataBase: 0, relroEnd: 0, end: 0 };
  for (const [name, inputs] of ordered) {
    const section = { kind: "section", name, inputs } as const;
    placeSection(state, section, 0, 1, [section]);
  }
  return state.sections;
}

/** Where the data must start so that the read-only-after-relocation part ends on a page (`lang_size_relro_segment`). */
function relroBase(first: Walk, gotPltHeadBytes: number): number {
  const relroEnd = first.relroEnd - gotPltHeadBytes;
  let desiredEnd = alignUp(first.relroEnd, LINK_PAGE_BYTES) - gotPltHeadBytes;
  for (const item of [...first.sections].reverse()) {
    if (item.address < first.dataBase || item.address >= relroEnd) continue;
    const sizeBytes = item.tls && item.nobits ? 0 : item.sizeBytes;
    desiredEnd = Math.floor((desiredEnd - sizeBytes) / item.alignment) * item.alignment;
  }
  return desiredEnd;
}

interface WalkSettings {
  readonly base: number;
  readonly headerBytes: number;
  readonly bits: 32 | 64;
  readonly dataBase: number | undefined;
  readonly gotPltHeadBytes: number;
}

function walk(gathered: readonly Gathered[], settings: WalkSettings): Walk {
  const wordBytes = settings.bits / 8;
  // The first thread-local section is aligned for all of them, since each thread's copy begins with it.
  const threaded = gathered.filter((step) => step.kind === "section").filter(hasThreadLocals);
  const state: Walk = { sections: [], placed: [], provided: new Map(), dataBase: 0, relroEnd: 0, end: 0 };
  let dot = settings.base + settings.headerBytes;
  for (const step of gathered) {
    switch (step.kind) {
      case "symbols":
        for (const name of step.names) state.provided.set(name, HEADER_SYMBOLS.has(name) ? settings.base : dot);
        break;
      case "page":
        dot = alignUp(dot, LINK_PAGE_BYTES);
        break;
      case "word":
        dot = alignUp(dot, wordBytes);
        break;
      case "data-start":
        dot = settings.dataBase ?? alignUp(dot, LINK_PAGE_BYTES) + (dot & (LINK_PAGE_BYTES - 1));
        state.dataBase = dot;
        break;
      case "relro-end":
        state.relroEnd = dot + settings.gotPltHeadBytes;
        if (state.relroEnd > state.dataBase && settings.dataBase !== undefined) {
          state.relroEnd = alignUp(state.relroEnd, LINK_PAGE_BYTES);
          dot = state.relroEnd - settings.gotPltHeadBytes;
        }
        break;
      case "section":
        dot = placeSection(state, step, dot, wordBytes, step === threaded[0] ? threaded : [step]);
        break;
    }
  }
  state.end = dot;
  return state;
}

const hasThreadLocals = ({ inputs }: GatheredSection): boolean =>
  inputs.some(({ tls, sizeBytes }) => tls && sizeBytes > 0);

/** `together` is aligned by the strictest of its parts. @returns the location counter behind the section. An empty one leaves no trace but the addresses of its labels. */
function placeSection(
  state: Walk,
  { name, inputs }: GatheredSection,
  dot: number,
  wordBytes: number,
  together: readonly GatheredSection[],
): number {
  if (inputs.length === 0) return dot;
  let alignment = 1;
  for (const part of together) for (const input of part.inputs) alignment = Math.max(alignment, input.alignment);
  const large = name === ".ldata" || name === ".lrodata";
  const address = alignUp(large ? alignUp(dot, LINK_PAGE_BYTES) + (dot & (LINK_PAGE_BYTES - 1)) : dot, alignment);
  let at = address;
  const placed: PlacedInput[] = [];
  for (const { module, section: index, sizeBytes, alignment: own } of inputs) {
    at = alignUp(at, own);
    placed.push({ module, section: index, address: at, sizeBytes });
    at += sizeBytes;
  }
  for (const one of placed) state.placed.push(one);
  if (at === address) return dot;
  if (name === ".bss" || name === ".ldata") at = alignUp(at, wordBytes);
  const nobits = inputs.every((input) => input.nobits);
  const tls = inputs.some((input) => input.tls);
  state.sections.push({
    name,
    address,
    sizeBytes: at - address,
    alignment,
    // ld takes the right to write away from .text, whatever its parts ask for.
    write: name !== ".text" && inputs.some((input) => input.write),
    exec: inputs.some((input) => input.exec),
    tls,
    nobits,
    type: inputs[0]!.type,
    entrySizeBytes: inputs.every((input) => input.entrySizeBytes === inputs[0]!.entrySizeBytes)
      ? inputs[0]!.entrySizeBytes
      : 0,
    merge: inputs.every((input) => input.merge),
    strings: inputs.every((input) => input.strings),
    inputs: placed,
  });
  if (!name.startsWith(".") && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    state.provided.set(`__start_${name}`, address);
    state.provided.set(`__stop_${name}`, at);
  }
  return tls && nobits ? dot : at;
}
