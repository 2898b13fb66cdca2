// `section` and `org` of flat binaries: where a section is loaded (`start`), where its labels count from (`vstart`), what it
// follows, how it is aligned. Source: NASM manual, 7.1.2 "bin Extensions to the SECTION Directive", 7.1.3 "Multisection".

import { type Place, type Reporter, say } from "./report.ts";
import { makeSection, type SectionEntry, type SectionTable } from "./section-table.ts";
import type { SymbolTable } from "./symbol-table.ts";

/** Evaluates the text of an attribute's value as a critical expression; undefined after an error it has reported. */
export type ValueReader = (text: string) => { readonly simple: boolean; readonly value: bigint } | undefined;

interface Context {
  readonly reporter: Reporter;
  readonly place: Place;
  readonly read: ValueReader;
}

const complain = ({ reporter, place }: Context, message: string): void =>
  say(reporter, { severity: "error", code: "section-attribute", message }, place);

/** The section, made if it is new; attributes count from the second pass on, as in NASM. */
export function flatSection(
  table: SectionTable,
  symbols: SymbolTable,
  value: string,
  reporter: Reporter,
  place: Place,
  read: ValueReader,
): SectionEntry {
  const text = value.trim();
  const name = /^\S*/.exec(text)![0];
  let section = table.byName.get(name);
  if (!section) {
    section = makeSection(table, symbols, name, { alignment: 4 });
    if (name === ".bss") section.type = "nobits";
    if (name === ".bss" || name === ".data" || name === ".text") section.typeKnown = true;
  }
  if (reporter.pass !== "first") {
    assignAttributes(section, text.slice(name.length), { reporter, place, read });
    section.typeKnown = true;
  }
  return section;
}

/** Forgets what passes say anew. */
export function startFlatSections(table: SectionTable): void {
  for (const section of table.list) {
    section.placement = { ...section.placement };
    delete section.placement.start;
    delete section.placement.vstart;
    delete section.placement.valign;
    section.alignment = 4;
    section.alignmentKnown = false;
  }
}

function assignAttributes(section: SectionEntry, text: string, context: Context): void {
  let rest = text.trimStart();
  while (rest !== "") {
    const word = /^(?:(align|start|vstart|valign|follows|vfollows)=|(nobits|progbits)(?=\s|$))/i.exec(rest);
    if (!word) {
      const unknown = /^\S+/.exec(rest)![0];
      const message = `ignoring unknown section attribute: "${unknown}"`;
      say(context.reporter, { severity: "warning", code: "other", message }, context.place);
      rest = rest.slice(unknown.length).trimStart();
      continue;
    }
    rest = rest.slice(word[0].length);
    const attribute = (word[1] ?? word[2]!).toLowerCase();
    if (word[2] !== undefined) {
      assignType(section, attribute as "nobits" | "progbits", context);
    } else if (attribute === "follows" || attribute === "vfollows") {
      const name = /^\S*/.exec(rest)![0];
      // A name that cannot be taken behind `vstart` is read as an attribute.
      if (assignFollows(section, attribute, name, context)) rest = rest.slice(name.length);
    } else {
      const value = takeValue(rest, context);
      if (value === undefined) return;
      rest = value.rest;
      if (value.number !== undefined) assignNumber(section, attribute, value.number, context);
    }
    rest = rest.trimStart();
  }
}

/** A value: one word, or anything in parentheses. Undefined when the rest of the line cannot be read. */
function takeValue(text: string, context: Context): { rest: string; number?: bigint } | undefined {
  let end = /^\S*/.exec(text)![0].length;
  let value = text.slice(0, end);
  if (text[0] === "(") {
    let depth = 0;
    end = 0;
    do {
      if (text[end] === "(") depth++;
      if (text[end] === ")") depth--;
      end++;
    } while (depth > 0 && end < text.length);
    if (depth > 0) {
      complain(context, "expecting `)'");
      return undefined;
    }
    value = text.slice(1, end - 1);
  }
  const rest = text.slice(end);
  if (value === "") {
    const message = "No value given to attribute in `section' directive";
    say(context.reporter, { severity: "warning", code: "other", message }, context.place);
    return { rest };
  }
  const read = context.read(value);
  if (!read) {
    complain(context, "Invalid attribute value specified in `section' directive.");
    return { rest };
  }
  if (!read.simple) {
    complain(context, "section attribute value must be a critical expression");
    return { rest };
  }
  return { rest, number: BigInt.asUintN(64, read.value) };
}

function assignType(section: SectionEntry, type: "nobits" | "progbits", context: Context): void {
  if (section.typeKnown && section.type !== type) {
    complain(context, `attempt to change section type from ${section.type} to ${type}`);
    return;
  }
  section.type = type;
  section.typeKnown = true;
}

/** @returns whether the name has been read. */
function assignFollows(
  section: SectionEntry,
  attribute: "follows" | "vfollows",
  name: string,
  context: Context,
): boolean {
  const start = attribute === "follows" ? "start" : "vstart";
  const isPlaced = section.placement[start] !== undefined;
  if (name === "" && !(isPlaced && attribute === "vfollows")) {
    complain(context, `expecting section name for \`${attribute}' attribute`);
  } else if (isPlaced) {
    complain(context, `cannot combine \`${start}' and \`${attribute}' section attributes`);
    return attribute === "follows";
  } else section.placement[attribute] = name;
  return true;
}

function assignNumber(section: SectionEntry, attribute: string, value: bigint, context: Context): void {
  const { placement } = section;
  const powerOfTwo = value !== 0n && (value & (value - 1n)) === 0n && value <= 1n << 31n;
  switch (attribute) {
    case "align":
      if (!powerOfTwo) complain(context, "argument to `align' is not a power of two");
      else if (placement.start !== undefined && placement.start & (value - 1n)) {
        complain(context, "`align' value conflicts with section start address");
      } else {
        section.alignment = section.alignmentKnown ? Math.max(section.alignment, Number(value)) : Number(value);
        section.alignmentKnown = true;
      }
      return;
    case "valign":
      if (!powerOfTwo) complain(context, "argument to `valign' is not a power of two");
      else if (placement.vstart !== undefined && placement.vstart & (value - 1n)) {
        complain(context, "`valign' value conflicts with `vstart' address");
      } else placement.valign = Math.max(placement.valign ?? 1, Number(value));
      return;
    case "start":
      if (placement.follows !== undefined) complain(context, "cannot combine `start' and `follows' section attributes");
      else if (placement.start !== undefined && placement.start !== value) {
        complain(context, "section start address redefined");
      } else {
        placement.start = value;
        if (section.alignmentKnown && value & BigInt(section.alignment - 1)) {
          complain(context, "`start' address conflicts with section alignment");
        }
        section.alignmentKnown = false;
      }
      return;
    default:
      if (placement.vfollows !== undefined) {
        complain(context, "cannot combine `vstart' and `vfollows' section attributes");
      } else if (placement.vstart !== undefined && placement.vstart !== value) {
        complain(context, "section virtual start address (vstart) redefined");
      } else {
        placement.vstart = value;
        if (placement.valign !== undefined && value & BigInt(placement.valign - 1)) {
          complain(context, "`vstart' address conflicts with `valign' value");
        }
        // A place that is given needs no alignment any more.
        delete placement.valign;
      }
  }
}
