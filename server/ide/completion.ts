// Completion: what can be typed at this place. The list is complete for the place, the editor filters it by prefix.

import type { Source } from "../base/source.ts";
import { directives } from "../facts/directives.ts";
import { libcFunctions } from "../facts/libc.ts";
import { mnemonics, titleOf } from "../isa/describe.ts";
import { registerNames } from "../isa/registers.ts";
import type { Analysis } from "./analysis.ts";
import { enclosingLabel } from "./scope.ts";
import { lineAt } from "./word.ts";

export interface CompletionItem {
  readonly label: string;
  readonly kind: "instruction" | "register" | "label" | "macro" | "directive" | "constant" | "function" | "size";
  readonly detail: string;
  /** Groups what is likelier before the rest; smaller first. */
  readonly rank: number;
}

const SIZES = ["byte", "word", "dword", "qword", "tword", "oword", "yword", "zword"];
const NOT_AT_START = new Set([
  ...SIZES,
  "strict",
  "short",
  "near",
  "far",
  "rel",
  "abs",
  "nosplit",
  "seg",
  "wrt",
  "equ",
]);

/** Registers that code of this mode can name in ordinary instructions. */
function isUsable(name: string, bits: number): boolean {
  if (bits === 64) return true;
  return !/^(r(\d|[a-ds])|.*(1\d|[89])[dwb]?$|[sd]il|[sb]pl)/.test(name);
}

/** What stands before the cursor on its line: nothing or a label (a statement begins), a `%`, an extern list, or operands. */
export function placeAt(before: string): "statement" | "preprocessor" | "extern" | "operand" | "none" {
  if (/^[^;]*["'`][^"'`]*$/.test(before.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ""))) return "none";
  if (/;/.test(before.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ""))) return "none";
  if (/(^|\s)%\w*$/.test(before)) return "preprocessor";
  if (/^\s*extern\s+[\w,\s]*$/i.test(before)) return "extern";
  if (/^\s*([.\w$@?#~]+:)?\s*((lock|rep|repe|repne|repz|repnz|times\s+\S+)\s+)?[.\w$@]*$/i.test(before))
    return "statement";
  if (/^\s*[\w.$@?#~]+\s+[a-z]*$/i.test(before) && /^\S/.test(before)) return "operand";
  return "operand";
}

function statementItems(analysis: Analysis): CompletionItem[] {
  const items: CompletionItem[] = mnemonics().map((name) => ({
    label: name,
    kind: "instruction",
    detail: titleOf(name),
    rank: 1,
  }));
  for (const [name, row] of Object.entries(directives)) {
    if (!name.startsWith("%") && !NOT_AT_START.has(name))
      items.push({ label: name, kind: "directive", detail: row.summary, rank: 1 });
  }
  for (const symbol of analysis.symbols) {
    if (symbol.kind === "macro")
      items.push({ label: symbol.name, kind: "macro", detail: symbol.detail ?? "macro", rank: 0 });
  }
  return items;
}

function operandItems(analysis: Analysis, source: Source, offset: number): CompletionItem[] {
  const scope = enclosingLabel(analysis, source, offset)?.name;
  const items: CompletionItem[] = registerNames
    .filter((name) => isUsable(name, analysis.bits))
    .map((name) => ({
      label: name,
      kind: "register",
      detail: "register",
      rank: 1,
    }));
  for (const name of SIZES) items.push({ label: name, kind: "size", detail: directives[name]!.summary, rank: 2 });
  for (const name of ["rel", "short", "strict"])
    items.push({ label: name, kind: "size", detail: directives[name]!.summary, rank: 2 });
  for (const symbol of analysis.symbols) {
    const local = symbol.kind === "local-label";
    if (symbol.kind === "macro" || symbol.kind === "field" || (local && !symbol.name.startsWith(`${scope}.`))) continue;
    const label = local ? symbol.name.slice(scope!.length) : symbol.name;
    const kind =
      symbol.kind === "equ" || symbol.kind === "define" ? "constant" : symbol.kind === "extern" ? "function" : "label";
    items.push({ label, kind, detail: symbol.detail ?? symbol.section ?? symbol.kind, rank: 0 });
  }
  for (const symbol of analysis.symbols) {
    if (symbol.kind === "field")
      items.push({ label: symbol.name, kind: "constant", detail: "offset in a structure", rank: 1 });
  }
  return items;
}

/** Everything that fits at byte `offset` of `source`. Empty inside strings and comments. */
export function completion(analysis: Analysis, source: Source, offset: number): CompletionItem[] {
  const line = lineAt(source, offset);
  const before = new TextDecoder().decode(source.bytes.subarray(line.start, offset));
  switch (placeAt(before)) {
    case "none":
      return [];
    case "preprocessor":
      return Object.entries(directives)
        .filter(([name]) => name.startsWith("%"))
        .map(([name, row]) => ({ label: name, kind: "directive", detail: row.summary, rank: 0 }));
    case "extern":
      return Object.entries(libcFunctions).map(([name, row]) => ({
        label: name,
        kind: "function",
        detail: row.prototype,
        rank: 0,
      }));
    case "statement":
      return statementItems(analysis);
    case "operand":
      return operandItems(analysis, source, offset);
  }
}
