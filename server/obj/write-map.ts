// The map that `[map]` asks a flat binary for: origin, where each section stands, what it said of its place, and symbols by
// section. As NASM prints it. Source: NASM manual, 7.1.4 "Map Files".

import type { FlatMap, ModuleSymbol, ObjectModule, Section } from "./object-module.ts";
import type { FlatBinary, FlatSection } from "./write-bin.ts";

const WIDTH = 79;

const rule = (title: string): string => `${title} ${"-".repeat(Math.max(0, WIDTH - title.length - 1))}\n\n`;
const hex = (value: bigint): string => BigInt.asUintN(64, value).toString(16).toUpperCase();
const wide = (value: bigint): string => hex(value).padStart(16);
const eight = (value: bigint): string => hex(value).padStart(8, "0");

/** The text of the map; `source` and `output` are the files' names. */
export function writeMap(module: ObjectModule, flat: FlatBinary, { source, output }: MapNames): string {
  const wants = (part: FlatMap["parts"][number]) => module.map?.parts.includes(part) ?? false;
  let text = `\n${rule("- NASM Map file")}Source file:  ${source}\nOutput file:  ${output}\n\n`;
  if (wants("brief")) text += brief(module, flat);
  if (wants("sections")) text += details(module, flat);
  if (wants("symbols")) text += symbols(module, flat);
  return text;
}

export interface MapNames {
  readonly source: string;
  readonly output: string;
}

function brief(module: ObjectModule, { sections, origin }: FlatBinary): string {
  let text = `${rule("-- Program origin")}${eight(origin)}\n\n${rule("-- Sections (summary)")}`;
  text += "Vstart            Start             Stop              Length    Class     Name\n";
  for (const { section, name, start, vstart, sizeBytes } of sections) {
    const size = BigInt(sizeBytes);
    const place = `${wide(vstart)}  ${wide(start)}  ${wide(start + size)}  ${eight(size)}`;
    text += `${place}  ${module.sections[section]!.type === "nobits" ? "nobits  " : "progbits"}  ${name}\n`;
  }
  return `${text}\n`;
}

function details(module: ObjectModule, { sections }: FlatBinary): string {
  let text = rule("-- Sections (detailed)");
  for (const [k, placed] of sections.entries()) text += detail(module.sections[placed.section]!, placed, k === 0);
  return text;
}

const NOT_DEFINED = "not defined";

function detail(section: Section, { name, start, vstart, sizeBytes }: FlatSection, isFirst: boolean): string {
  const { placement = {}, type } = section;
  const nobits = type === "nobits";
  const number = (value: number | undefined) => (value === undefined ? NOT_DEFINED : wide(BigInt(value)));
  // What is not said and has to be known is 4: the alignment behind another section, in the file or in addresses.
  const chained = !nobits && !isFirst && placement.start === undefined;
  // Without a place in the file there is only one way to follow.
  const follows = nobits ? undefined : placement.follows;
  const vfollows = placement.vfollows ?? (nobits ? placement.follows : undefined);
  const floating =
    vfollows !== undefined || (nobits && placement.vstart === undefined && placement.start === undefined);
  const align = placement.align ?? (chained ? section.alignment : undefined);
  const valign =
    placement.valign ?? (floating ? (placement.vfollows === undefined ? section.alignment : 4) : undefined);
  const rows = [
    ["class", nobits ? "nobits" : "progbits"],
    ["length", wide(BigInt(sizeBytes))],
    ["start", wide(start)],
    ["align", number(align)],
    ["follows", follows ?? NOT_DEFINED],
    ["vstart", wide(vstart)],
    ["valign", number(valign)],
    ["vfollows", vfollows ?? NOT_DEFINED],
  ];
  const lines = rows.map(([label, value]) => `${`${label}:`.padEnd(11)}${value}\n`);
  return `${rule(`---- Section ${name}`)}${lines.join("")}\n`;
}

function symbols(module: ObjectModule, { sections }: FlatBinary): string {
  const of = (where: ModuleSymbol["section"]) => module.symbols.filter(({ section }) => section === where);
  let text = rule("-- Symbols");
  const plain = of("absolute");
  if (plain.length > 0) {
    const rows = plain.map(({ name, value }) => `${eight(value)}  ${name}\n`);
    text += `${rule("---- No Section")}Value     Name\n${rows.join("")}\n\n`;
  }
  for (const { section, name: title, start, vstart } of sections) {
    const own = of(section);
    if (own.length === 0) continue;
    const rows = own.map(({ name, value }) => `${wide(start + value)}  ${wide(vstart + value)}  ${name}\n`);
    text += `${rule(`---- Section ${title}`)}Real              Virtual           Name\n${rows.join("")}\n`;
  }
  return text;
}
