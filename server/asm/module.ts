// The object module of an assembly: sections as the last pass filled them, symbols in the order NASM lists them.
// Source: NASM manual, 7.9.5 "elf Extensions to the GLOBAL Directive", 7.9.6 "EXTERN", 7.9.8 "COMMON".

import { NO_SEGMENT } from "../isa/insn.ts";
import type { ModuleSymbol, ObjectModule, Section } from "../obj/object-module.ts";
import { openCursor } from "./cursor.ts";
import { evaluate } from "./expression.ts";
import type { PassScope } from "./layout.ts";
import { displayText, lexText } from "./lexer.ts";
import { readInteger } from "./literal.ts";
import { parseExpression } from "./parse-expression.ts";
import { type Place, say } from "./report.ts";
import type { SectionEntry } from "./section-table.ts";
import { formatBits, type State } from "./state.ts";
import type { SymbolEntry } from "./symbol-table.ts";
import * as v from "./vector.ts";

/** Symbols of the module, parallel to the entries they come from. */
export interface ModuleSymbols {
  readonly entries: readonly SymbolEntry[];
  readonly symbols: readonly ModuleSymbol[];
}

/** What stands behind the colon of a declaration, read. */
interface Special {
  type: ModuleSymbol["type"];
  visibility: ModuleSymbol["visibility"];
  weak: boolean;
  sizeBytes: bigint;
  alignment: bigint;
}

/** Lists the symbols before the last pass, and fills the index that fixups use. */
export function indexSymbols(state: State, scope: PassScope): ModuleSymbols {
  const { symbols, output, sections } = state;
  for (const [index, section] of sections.list.entries()) output.sections.set(section.segment, index);
  const entries = symbols.ordered.filter(isListed);
  const listed = entries.map((entry) => describeSymbol(state, entry, scope));
  for (const [index, entry] of entries.entries()) {
    output.byName.set(entry.name, index);
    const outside = entry.kind === "extern" || entry.kind === "required" || entry.kind === "common";
    if (outside) output.outside.set(entry.segment, index);
    else if (entry.kind === "global" && entry.segment !== NO_SEGMENT) {
      const known = output.globals.get(entry.segment) ?? [];
      known.push({ offset: entry.offset, symbol: index });
      output.globals.set(entry.segment, known);
    }
  }
  for (const known of output.globals.values()) known.sort((a, b) => (a.offset < b.offset ? -1 : 1));
  return { entries, symbols: listed };
}

/** Externs that nobody uses are left out, and so are NASM's own specials. */
function isListed(entry: SymbolEntry): boolean {
  if (entry.kind === "special" || entry.kind === "format") return false;
  return entry.kind !== "extern" || entry.used > 0;
}

function describeSymbol(state: State, entry: SymbolEntry, scope: PassScope): ModuleSymbol {
  const section = state.output.sections.get(entry.segment);
  const outside = entry.kind === "extern" || entry.kind === "required";
  const special = readSpecial(state, entry, scope);
  const thread = section !== undefined && state.sections.list[section]?.tls && entry.kind === "global";
  const { prefix = "", suffix = "" } = state.options;
  const mangled = entry.kind === "local" ? entry.name : `${prefix}${entry.name}${suffix}`;
  return {
    name: displayText(mangled),
    binding: special.weak ? "weak" : bindingOf(entry),
    type: thread ? "tls" : special.type,
    visibility: special.visibility,
    section: entry.kind === "common" ? "common" : outside ? "undefined" : (section ?? "absolute"),
    value: entry.kind === "common" ? special.alignment : outside ? 0n : entry.offset,
    sizeBytes: entry.kind === "common" ? entry.size : special.sizeBytes,
    ...(entry.place?.span ? { definition: entry.place.span } : {}),
    isLabel: entry.isLabel,
  };
}

function bindingOf({ kind }: SymbolEntry): ModuleSymbol["binding"] {
  return kind === "special" || kind === "format" ? "local" : kind;
}

const TYPES: Readonly<Record<string, ModuleSymbol["type"]>> = {
  function: "function",
  data: "object",
  object: "object",
  notype: "none",
};
const VISIBILITIES = ["default", "hidden", "protected"] as const;

function readSpecial(state: State, entry: SymbolEntry, scope: PassScope): Special {
  const special: Special = { type: "none", visibility: "default", weak: false, sizeBytes: 0n, alignment: 0n };
  let rest = entry.special ?? "";
  if (rest === "") return special;
  const place = entry.place ?? { file: "", lineNumber: 0 };
  const fail = (message: string) =>
    say(state.reporter, { severity: "error", code: "symbol-attributes", message }, place);
  if (state.options.format === "bin") {
    fail("binary format does not support any special symbol types");
    return special;
  }
  let words = 0;
  for (; rest !== ""; words++) {
    const word = /^\S+/.exec(rest)![0];
    const lower = word.toLowerCase();
    const visibility = VISIBILITIES.find((known) => known === lower);
    if (TYPES[lower]) special.type = TYPES[lower];
    else if (visibility) special.visibility = visibility;
    else if (lower === "weak" || lower === "strong") special.weak = lower === "weak";
    else if (lower !== "required") break;
    rest = rest.slice(word.length).trim();
  }
  if (rest === "") return special;
  if (entry.kind === "common") readAlignment(rest, special, fail);
  else special.sizeBytes = readSize(state, entry, rest, words, place, scope) ?? 0n;
  return special;
}

function readAlignment(rest: string, special: Special, fail: (message: string) => void): void {
  const [word = "", ...others] = rest.split(/\s+/);
  const number = readInteger(word);
  const visibility = VISIBILITIES.find((known) => others.includes(known));
  if (visibility) special.visibility = visibility;
  if (!number) fail(`alignment constraint \`${word}' is not a valid number`);
  else if ((number.value & (number.value - 1n)) !== 0n) fail(`alignment constraint \`${word}' is not a power of two`);
  else special.alignment = number.value;
}

/** The size expression. A name in it that is unknown makes NASM read it again behind its first word. */
function readSize(
  state: State,
  entry: SymbolEntry,
  text: string,
  wordsBefore: number,
  place: Place,
  scope: PassScope,
): bigint | undefined {
  const span = place.span ?? state.line.span;
  const read = (source: string): v.Vector | undefined => {
    const { tokens } = lexText(source, 0, source.length, { ...span, exact: false }, "plain");
    state.line = { ...state.line, tokens, file: place.file, lineNumber: place.lineNumber, span };
    return evaluate(parseExpression(openCursor(state.line, 0)), scope);
  };
  state.symbols.previous = entry.name.replace(/(?<=[^.])\..*/s, "");
  scope.critical = "no";
  scope.forward = false;
  let vector = read(text);
  if (scope.forward) {
    scope.critical = "";
    vector = read(wordsBefore > 0 ? text : text.replace(/^\S+\s*/, ""));
  }
  if (!vector) return undefined;
  if (v.isSimple(vector)) return v.numberOf(vector);
  const message = "cannot use relocatable expression as symbol size";
  say(state.reporter, { severity: "error", code: "symbol-attributes", message }, place);
  return undefined;
}

/** The module as it stands. */
export function buildModule(state: State, name: string, { symbols }: ModuleSymbols): ObjectModule {
  const stack = state.sections.byName.get(".note.GNU-stack");
  return {
    name,
    bits: formatBits(state.options),
    sections: state.sections.list.map((section) => finishSection(state, section)),
    symbols,
    origin: state.origin ?? 0n,
    executableStack: !stack || stack.exec,
  };
}

function finishSection(state: State, entry: SectionEntry): Section {
  const bytes = entry.writer.finish();
  return {
    name: displayText(entry.name),
    type: entry.type,
    write: entry.write,
    alloc: entry.alloc,
    exec: entry.exec,
    tls: entry.tls,
    merge: entry.merge,
    strings: entry.strings,
    entrySizeBytes: entry.entrySizeBytes,
    alignment: entry.alignment,
    bytes,
    sizeBytes: entry.type === "nobits" ? entry.offset : bytes.length,
    fixups: entry.fixups,
    items: entry.items,
    ...(state.options.format === "bin" ? { placement: entry.placement } : {}),
  };
}
