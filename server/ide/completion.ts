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
export function placeAt(
  before: string,
): "statement" | "preprocessor" | "extern" | "section" | "target" | "operand" | "none" {
  if (/^[^;]*["'`][^"'`]*$/.test(before.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ""))) return "none";
  if (/;/.test(before.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ""))) return "none";
  if (/(^|\s)%\w*$/.test(before)) return "preprocessor";
  if (/^\s*(section|segment)\s+[.\w-]*$/i.test(before)) return "section";
  if (/^\s*(section|segment)\s/i.test(before)) return "none";
  if (/^\s*extern\s+[\w,\s]*$/i.test(before)) return "extern";
  if (/^\s*([.\w$@?#~]+:\s*)?(call|j[a-z]+|loop[a-z]*)\s+((short|near)\s+)?[.\w$@?#~]*$/i.test(before)) return "target";
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

/** Sections with defaults of their own, and what they are for. */
const SECTIONS: Readonly<Record<string, string>> = {
  ".text": "code",
  ".data": "variables with a value",
  ".bss": "variables that begin as zero",
  ".rodata": "constants",
  ".tdata": "variables of a thread, with a value",
  ".tbss": "variables of a thread",
};

/** Section names: the program's own first, then the usual ones. */
function sectionItems(analysis: Analysis): CompletionItem[] {
  const own = (analysis.assembly?.module.sections ?? []).map(({ name }) => name);
  const names = new Set([...own, ...Object.keys(SECTIONS)]);
  return [...names].map((label) => ({
    label,
    kind: "directive",
    detail: SECTIONS[label] ?? "section of this program",
    rank: own.includes(label) ? 0 : 1,
  }));
}

const CODE_RANK = 0;
const OTHER_RANK = 3;

/** Where a jump or call can go: labels of code and functions first, then what may hold an address. */
function targetItems(analysis: Analysis, source: Source, offset: number): CompletionItem[] {
  const code = new Set((analysis.assembly?.module.sections ?? []).filter(({ exec }) => exec).map(({ name }) => name));
  const isCode = ({ kind, detail }: CompletionItem) => kind === "function" || (kind === "label" && code.has(detail));
  return operandItems(analysis, source, offset).map((item) => ({
    ...item,
    rank: isCode(item) ? CODE_RANK : OTHER_RANK,
  }));
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
    case "section":
      return sectionItems(analysis);
    case "target":
      return targetItems(analysis, source, offset);
    case "operand":
      return operandItems(analysis, source, offset);
  }
}
