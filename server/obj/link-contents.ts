// The bytes of every output section: inputs copied, gaps filled, fixups applied, the global offset table written.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Addresses } from "./link-addresses.ts";
import { fillNops, fitsField, fixupValue, relocationName, storeField } from "./link-fixups.ts";
import { type GotPlan, gotKey, isRelaxableLoad } from "./link-got.ts";
import type { LinkLayout, OutputSection } from "./link-layout.ts";
import type { Fixup, Item, ObjectModule, Section } from "./object-module.ts";

export interface ContentsInputs {
  readonly modules: readonly ObjectModule[];
  readonly layout: LinkLayout;
  readonly addresses: Addresses;
  readonly got: GotPlan;
  readonly bits: 32 | 64;
}

/** Opcode of lea, what a relaxed load of a GOT entry becomes. */
const LEA = 0x8d;

/** Bytes of each output section of the layout, then of the others (empty for nobits), and what did not fit. */
export function linkContents(inputs: ContentsInputs): {
  readonly bytes: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
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
        if (problem) diagnostics.push(problem);
      }
    }
    if (section.name === ".got") writeGot(contents, inputs);
    return contents;
  });
  return { bytes, diagnostics };
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
  const value = fixupValue(effective, bits, { symbol, place, gotEntry, got: BigInt(addresses.gotPlt) });
  storeField(contents, at + fixup.offset, fixup.sizeBytes, value);
  if (fitsField(effective, bits, value)) return undefined;
  return truncated(site);
}

function truncated({ module, section, fixup, inputs }: FixupSite): Diagnostic {
  const { modules, bits } = inputs;
  const { target } = fixup;
  const against =
    "section" in target
      ? `\`${modules[module]!.sections[target.section]!.name}'`
      : "absolute" in target
        ? "`*ABS*'"
        : `symbol \`${modules[module]!.symbols[target.symbol]!.name}'`;
  return {
    severity: "error",
    code: "relocation-truncated",
    ...fixupSite(modules[module]!, section, fixup),
    message: `${sitePrefix(section, fixup)}relocation truncated to fit: ${relocationName(fixup, bits)} against ${against}`,
  };
}

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

/** ld's "(.text+0x1): ", only where no source line can be named. */
export function sitePrefix(section: Section, fixup: Fixup): string {
  return itemAt(section, fixup.offset) ? "" : `(${section.name}+0x${fixup.offset.toString(16)}): `;
}

function writeGot(contents: Uint8Array, { got, addresses, bits, layout }: ContentsInputs): void {
  const wordBytes = bits / 8;
  const threadLocal = layout.sections.filter((section) => section.tls);
  const tlsAlignment = Math.max(1, ...threadLocal.map((section) => section.alignment));
  const last = threadLocal.at(-1);
  const tlsEnd = last ? Math.ceil((last.address + last.sizeBytes) / tlsAlignment) * tlsAlignment : 0;
  for (const [k, entry] of got.entries.entries()) {
    const value = addresses.target(entry.module, entry.target) ?? 0n;
    storeField(contents, k * wordBytes, wordBytes, entry.threadLocal ? value - BigInt(tlsEnd) : value);
  }
}
