// The bytes of every output section: inputs copied, gaps filled, fixups applied, the global offset table written.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Addresses } from "./link-addresses.ts";
import { fillNops, fitsField, fixupValue, relocationName, storeField } from "./link-fixups.ts";
import { type GotPlan, gotKey, isRelaxableLoad } from "./link-got.ts";
import type { LinkLayout, OutputSection } from "./link-layout.ts";
import { fixupSite, sitePrefix } from "./link-sites.ts";
import { type Resolution, symbolAt } from "./link-symbols.ts";
import type { Fixup, ObjectModule, Section } from "./object-module.ts";

export interface ContentsInputs {
  readonly modules: readonly ObjectModule[];
  readonly layout: LinkLayout;
  readonly addresses: Addresses;
  readonly got: GotPlan;
  readonly bits: 32 | 64;
  readonly resolution: Resolution;
  /** The output's name, which ld gives as the owner of absolute symbols. */
  readonly name: string;
}

/** Opcode of lea, what a relaxed load of a GOT entry becomes. */
const LEA = 0x8d;

/** Bytes of each output section of the layout, then of the others (empty for nobits), and what did not fit. */
export function linkContents(inputs: ContentsInputs): {
  readonly bytes: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const problems: { readonly module: number; readonly diagnostic: Diagnostic }[] = [];
  const entries = new Map(inputs.got.entries.map((entry, k) => [gotKey(inputs.modules, entry), k]));
  const bytes = [...inputs.layout.sections, ...inputs.layout.others].map((section) => {
    if (section.nobits) return new Uint8Array(0);
    const contents = new Uint8Array(section.sizeBytes);
    fill(contents, section, inputs);
    for (const { module, section: index, address } of section.inputs) {
      if (index < 0) continue;
      const source = inputs.modules[module]!.sections[index]!;
      const at = address - section.address;
      for (const fixup of source.fixups) {
        const problem = applyFixup(contents, at, { module, section: source, address, fixup, entries, inputs });
        if (problem) problems.push({ module, diagnostic: problem });
      }
    }
    if (section.name === ".got") writeGot(contents, inputs);
    return contents;
  });
  // ld goes through the program file by file.
  problems.sort((a, b) => a.module - b.module);
  return { bytes, diagnostics: problems.map(({ diagnostic }) => diagnostic) };
}

function fill(contents: Uint8Array, section: OutputSection, { modules, bits }: ContentsInputs): void {
  let at = 0;
  for (const { module, section: index, address, sizeBytes } of section.inputs) {
    const start = address - section.address;
    if (section.exec) fillNops(contents, at, start, bits);
    if (index >= 0) contents.set(modules[module]!.sections[index]!.bytes, start);
    at = start + sizeBytes;
  }
}

interface FixupSite {
  readonly module: number;
  readonly section: Section;
  /** Of the input section. */
  readonly address: number;
  readonly fixup: Fixup;
  readonly entries: ReadonlyMap<string, number>;
  readonly inputs: ContentsInputs;
}

function applyFixup(contents: Uint8Array, at: number, site: FixupSite): Diagnostic | undefined {
  const { fixup, inputs, section, module } = site;
  const { addresses, bits } = inputs;
  const threadLocal = fixup.kind === "gottpoff";
  const symbol = addresses.target(module, fixup.target);
  // An undefined name has been reported already; its field stays zero.
  if (symbol === undefined) return undefined;
  const place = BigInt(site.address + fixup.offset);
  const entry = site.entries.get(gotKey(inputs.modules, { module, target: fixup.target, threadLocal }));
  const relaxed = isRelaxableLoad(section, fixup);
  if (relaxed) contents[at + fixup.offset - 2] = LEA;
  const gotEntry = BigInt(addresses.got + (entry ?? 0) * (bits / 8));
  const effective: Fixup = relaxed ? { ...fixup, kind: "relative" } : fixup;
  const value = fixupValue(effective, bits, {
    symbol,
    place,
    gotEntry,
    got: BigInt(addresses.gotPlt),
    threadLocal: addresses.threadLocal,
  });
  storeField(contents, at + fixup.offset, fixup.sizeBytes, value);
  if (fitsField(effective, bits, value)) return undefined;
  return truncated(site);
}

function truncated({ module, section, fixup, inputs }: FixupSite): Diagnostic {
  const { modules, bits } = inputs;
  const against = targetText(inputs, module, fixup);
  return {
    severity: "error",
    code: "relocation-truncated",
    ...fixupSite(modules[module]!, section, fixup),
    message: `${sitePrefix(modules[module]!, section, fixup)}relocation truncated to fit: ${relocationName(fixup, bits)} against ${against}`,
  };
}

/** ld's words for what a fixup aims at: a section of its own object by name, a symbol with the place of its definition. */
function targetText({ modules, resolution, name: output }: ContentsInputs, module: number, { target }: Fixup): string {
  if ("section" in target) return `\`${modules[module]!.sections[target.section]!.name}'`;
  if ("absolute" in target) return "`*ABS*'";
  const symbol = symbolAt(modules, { module, symbol: target.symbol });
  if (symbol.binding === "local" || symbol.binding === "static") {
    const own = typeof symbol.section === "number" ? modules[module]!.sections[symbol.section]!.name : symbol.name;
    return `\`${own}'`;
  }
  const place = resolution.definitions.get(symbol.name);
  if (!place) return `undefined symbol \`${symbol.name}'`;
  const { section } = symbolAt(modules, place);
  const owner = modules[place.module]!;
  if (section === "absolute") return `symbol \`${symbol.name}' defined in *ABS* section in ${output}`;
  const where = typeof section === "number" ? owner.sections[section]!.name : "COMMON";
  return `symbol \`${symbol.name}' defined in ${where} section in ${owner.name}`;
}

function writeGot(contents: Uint8Array, { got, addresses, bits }: ContentsInputs): void {
  const wordBytes = bits / 8;
  for (const [k, entry] of got.entries.entries()) {
    const value = addresses.target(entry.module, entry.target) ?? 0n;
    const stored = entry.threadLocal ? value - addresses.threadLocal.end : value;
    storeField(contents, k * wordBytes, wordBytes, stored);
  }
}
