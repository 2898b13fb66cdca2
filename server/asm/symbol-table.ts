// Labels and other symbols over all passes: what they are called in full, where they stand, and whether they still move.
// Source: NASM manual, 3.9 "Local Labels", chapter 7 on GLOBAL, EXTERN, REQUIRED, COMMON, STATIC.

import { NO_SEGMENT } from "../isa/insn.ts";
import type { ModuleSymbol } from "../obj/object-module.ts";
import type { Place as ExpressionPlace, NameMemo } from "./expression.ts";
import { isOwnName, keepOwn, knownOwn, nameInCall, type OwnNames } from "./own-names.ts";
import { placeAt } from "./place.ts";
import { type Place, type Reporter, say } from "./report.ts";
import type { Line } from "./token.ts";

export type SymbolKind = "local" | "global" | "static" | "extern" | "required" | "common" | "special" | "format";

/** NASM's words for kinds in messages. */
const KIND_WORDS: Readonly<Record<SymbolKind, string>> = {
  local: "local",
  global: "global",
  static: "static",
  extern: "extern",
  required: "required",
  common: "common",
  special: "special",
  format: "output format special",
};

/** A symbol's attributes in an object file. */
export interface SymbolAttributes {
  type: ModuleSymbol["type"];
  visibility: ModuleSymbol["visibility"];
  weak: boolean;
  sizeBytes: bigint;
  /** Of a common symbol. */
  alignment: bigint;
  /** A size expression with names that were not known yet. */
  pendingSize: string | undefined;
}

/** One symbol. `defined` is the number of the pass that saw its definition last, 0 = never. */
export interface SymbolEntry extends ExpressionPlace {
  readonly name: string;
  segment: number;
  offset: bigint;
  kind: SymbolKind;
  /** Size of a common symbol. */
  size: bigint;
  /** What stands behind the colon in `global f:function`. */
  special: string | undefined;
  defined: number;
  /** What `special` means, once read. */
  attributes: SymbolAttributes | undefined;
  /** The pass that used it last. */
  used: number;
  /** Where it was defined (or declared) first: the line and its token. */
  line: Line | undefined;
  at: number;
  /** Whether a label in front of code or data defines it (an `equ` does not). */
  isLabel: boolean;
  /** A number that follows from numbers and other such symbols alone, as it was last defined. */
  constant: boolean;
  /** With -g: bytes of one element of the first data that the last pass met behind it, before another symbol; 0 = none. */
  elementBytes: number;
}

export interface SymbolTable {
  readonly byName: Map<string, SymbolEntry>;
  /** In the order their definitions were met in the pass before the last one: the order of the object file. */
  ordered: SymbolEntry[];
  /** The label that `.local` names belong to. */
  previous: string;
  /** The names of the macro call that the line under way is of, if it has some. */
  own: OwnNames | undefined;
  passNumber: number;
  /** How many symbols came up or moved in this pass. */
  changes: number;
  nextSegment: number;
  /** The symbol that this pass defined last. */
  last: SymbolEntry | undefined;
  /** A constant has come to have another value. */
  isConstantBroken: boolean;
}

export function createSymbolTable(): SymbolTable {
  return {
    byName: new Map(),
    ordered: [],
    previous: "",
    own: undefined,
    passNumber: 0,
    changes: 0,
    nextSegment: 0,
    last: undefined,
    isConstantBroken: false,
  };
}

/** A fresh segment number: even; number + 1 is its base. */
export function newSegment(table: SymbolTable): number {
  table.nextSegment += 2;
  return table.nextSegment;
}

const DOT = 46;
const isLocalName = (name: string): boolean => name.charCodeAt(0) === DOT && name.charCodeAt(1) !== DOT;

/** Whether a name means the same symbol wherever it stands. */
export const isNameOfOne = (name: string): boolean => !isLocalName(name) && !isOwnName(name);

/** `.loop` with the label it belongs to. */
export function fullName(table: SymbolTable, name: string): string {
  if (isOwnName(name) && table.own) return nameInCall(name, table.own);
  return isLocalName(name) ? table.previous + name : name;
}

/** The symbol that a macro call's own name is; undefined when there is none yet. */
function ownEntry(table: SymbolTable, own: OwnNames, name: string): SymbolEntry | undefined {
  const known = knownOwn(own, table, name) as SymbolEntry | undefined;
  if (known) return known;
  const entry = table.byName.get(nameInCall(name, own));
  if (entry) keepOwn(own, table, name, entry);
  return entry;
}

/** A symbol that has a place in this or an earlier pass. */
export function findSymbol(table: SymbolTable, name: string, memo: NameMemo): SymbolEntry | undefined {
  let entry = memo.entry as SymbolEntry | undefined;
  if (isOwnName(name) && table.own) {
    entry = ownEntry(table, table.own, name);
    memo.entry = entry;
  } else if (!entry || memo.table !== table || (memo.previous !== table.previous && isLocalName(name))) {
    entry = table.byName.get(fullName(table, name));
    memo.table = table;
    memo.previous = table.previous;
    memo.entry = entry;
  }
  if (!entry || entry.defined === 0) return undefined;
  entry.used = table.passNumber;
  return entry;
}

/** The entry of a name that is defined anew in each pass, looked up once. */
export function knownEntry(table: SymbolTable, name: string, memo: NameMemo): SymbolEntry {
  if (isOwnName(name) && table.own) {
    let own = ownEntry(table, table.own, name);
    if (!own) {
      own = entryOf(table, name);
      keepOwn(table.own, table, name, own);
    }
    memo.entry = own;
    return own;
  }
  if (memo.entry && memo.table === table && (memo.previous === table.previous || !isLocalName(name))) {
    return memo.entry as SymbolEntry;
  }
  const entry = entryOf(table, name);
  memo.table = table;
  memo.previous = table.previous;
  memo.entry = entry;
  return entry;
}

function entryOf(table: SymbolTable, name: string): SymbolEntry {
  const full = fullName(table, name);
  let entry = table.byName.get(full);
  if (!entry) {
    entry = {
      name: full,
      segment: NO_SEGMENT,
      offset: 0n,
      kind: "local",
      size: 0n,
      special: undefined,
      attributes: undefined,
      defined: 0,
      used: 0,
      line: undefined,
      at: 0,
      isLabel: false,
      constant: false,
      elementBytes: 0,
    };
    table.byName.set(full, entry);
  }
  return entry;
}

/** `global`, `extern` …: false when the declaration has no effect (an extern behind a global) or contradicts an earlier one. */
export function declareSymbol(
  table: SymbolTable,
  name: string,
  kind: SymbolKind,
  special: string | undefined,
  reporter: Reporter,
  place: Place,
): boolean {
  const entry = entryOf(table, name);
  const words = special === "" ? undefined : special;
  const before = entry.kind;
  // A `.local` name that belongs to another label in a later pass is new then.
  const undecided = before === "local" && (reporter.pass === "first" || entry.line === undefined);
  if (before === kind || undecided) {
    entry.kind = kind;
    if (words === undefined) return true;
    if (entry.special !== undefined && entry.special.toLowerCase() !== words.toLowerCase()) {
      const message = `symbol \`${entry.name}' has inconsistent attributes \`${entry.special}' and \`${words}'`;
      say(reporter, { severity: "error", code: "symbol-attributes", message }, place);
    } else entry.special ??= words;
    return true;
  }
  const outside = before === "extern" || before === "required";
  if (before === "extern" && kind === "required") {
    entry.kind = kind;
    return true;
  }
  if (outside && (kind === "global" || kind === "common")) {
    entry.kind = kind;
    if (words !== undefined) entry.special = words;
    return true;
  }
  if (before === "required" && kind === "extern") return true;
  if ((before === "global" || before === "common") && (kind === "extern" || kind === "required")) {
    entry.special ??= words;
    return false;
  }
  const message = `symbol \`${entry.name}' declared both as ${KIND_WORDS[before]} and ${KIND_WORDS[kind]}`;
  say(reporter, { severity: "error", code: "symbol-kinds", message }, place);
  return false;
}

/** What a definition says. `outside`: no place in this module (extern, common); `offset` is a common symbol's size then. */
export interface Definition {
  readonly segment: number | "outside";
  readonly offset: bigint;
  /** "label" makes `.local` names belong to it. */
  readonly by: "label" | "equ" | "declaration";
  /** Nothing took part in it that can differ in another pass. */
  readonly constant?: boolean;
}

/** Gives a symbol its place in this pass. */
export function defineSymbol(
  table: SymbolTable,
  name: string,
  definition: Definition,
  reporter: Reporter,
  line: Line,
  at: number,
): SymbolEntry {
  return redefineSymbol(table, entryOf(table, name), name, definition, reporter, line, at);
}

/** The same for a symbol whose entry is known. */
export function redefineSymbol(
  table: SymbolTable,
  entry: SymbolEntry,
  name: string,
  definition: Definition,
  reporter: Reporter,
  line: Line,
  at: number,
): SymbolEntry {
  let lastDefined = entry.defined;
  let segment: number;
  if (definition.segment === "outside") {
    segment = lastDefined > 0 && entry.segment !== NO_SEGMENT ? entry.segment : newSegment(table);
  } else {
    segment = definition.segment;
    if (entry.kind === "extern" || entry.kind === "required") {
      // A definition makes a declared symbol one of this module's own.
      entry.kind = "global";
      lastDefined = 0;
    }
  }
  if (name.startsWith("..") && name[2] !== "@" && entry.kind === "local") entry.kind = "special";
  if (definition.by === "label" && name.charCodeAt(0) !== DOT) table.previous = entry.name;
  const size = entry.kind === "common" ? definition.offset : 0n;
  const offset = entry.kind === "common" ? 0n : definition.offset;
  const changed = lastDefined === 0 || entry.segment !== segment || entry.offset !== offset || entry.size !== size;
  if (changed) {
    table.changes++;
    if (entry.constant) table.isConstantBroken = true;
  }
  entry.constant = definition.constant ?? false;
  if (lastDefined === table.passNumber) {
    // NASM's last pass does not look at an equ again.
    const again = changed || definition.by !== "equ" || reporter.pass !== "final";
    if (again) reportRedefinition(entry, changed, reporter, placeAt(line, at));
  } else if (changed && reporter.pass === "final" && entry.kind !== "special" && !reporter.failed) {
    const message = `label \`${entry.name}' ${lastDefined === 0 ? "defined" : "changed"} during code generation`;
    say(reporter, { severity: "warning", code: "label-redef-late", message }, placeAt(line, at));
  }
  if (lastDefined !== table.passNumber || changed) {
    entry.line = line;
    entry.at = at;
  }
  const ordering = reporter.pass === "stabilise" || reporter.pass === "optimise";
  if (ordering && lastDefined !== table.passNumber) table.ordered.push(entry);
  entry.segment = segment;
  entry.offset = offset;
  entry.size = size;
  entry.defined = table.passNumber;
  entry.isLabel = definition.by === "label";
  if (definition.by !== "declaration") table.last = entry;
  else if (entry.kind === "common") table.last = undefined;
  return entry;
}

function reportRedefinition(entry: SymbolEntry, changed: boolean, reporter: Reporter, place: Place): void {
  const first = entry.line && placeAt(entry.line, entry.at);
  // Inside a macro NASM names the call's line here too, elsewhere the line of the definition, be it in a macro's body; the
  // span is the definition's own.
  const named = place.expansion ? place : (first?.inBody ?? first);
  const related = first
    ? [
        {
          message: `label \`${entry.name}' originally defined here`,
          file: named!.file,
          lineNumber: named!.lineNumber,
          ...(first.span ? { span: first.span } : {}),
        },
      ]
    : [];
  if (changed) {
    const message = `label \`${entry.name}' inconsistently redefined`;
    say(reporter, { severity: "error", code: "label-redefined", message, related }, place);
  } else {
    const message = `info: label \`${entry.name}' redefined to an identical value`;
    say(reporter, { severity: "warning", code: "label-redef", message, related }, place);
  }
}

/** Gives one of the format's own symbols (`..plt`) its segment, for all passes. */
export function defineSpecial(table: SymbolTable, name: string, segment: number, kind: SymbolKind = "format"): void {
  Object.assign(entryOf(table, name), { segment, kind, defined: -1 });
}

/** Begins a pass. */
export function startSymbols(table: SymbolTable, reporter: Reporter): void {
  table.passNumber++;
  // The label that a leading `.local` belongs to is the last one of the pass before: NASM's way.
  table.changes = 0;
  table.last = undefined;
  if (reporter.pass === "stabilise" || reporter.pass === "optimise") table.ordered = [];
}
