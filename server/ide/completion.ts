// Completion: what can be typed at this place. The list is complete for the place, the editor filters it by prefix.

import type { Source } from "../base/source.ts";
import { directives } from "../facts/directives.ts";
import { libcFunctions } from "../facts/libc.ts";
import { allSyscalls } from "../facts/syscalls.ts";
import { mnemonics, titleOf } from "../isa/describe.ts";
import { registerNamed, registerNames } from "../isa/registers.ts";
import type { Analysis } from "./analysis.ts";
import { externInsertion, type Insertion } from "./declaration-edit.ts";
import { enclosingLabel } from "./scope.ts";
import { snippets } from "./snippets.ts";
import { lineAt } from "./word.ts";
import { wordText } from "./word-text.ts";

export interface CompletionItem {
  readonly label: string;
  readonly kind:
    | "instruction"
    | "register"
    | "label"
    | "macro"
    | "directive"
    | "constant"
    | "function"
    | "size"
    | "snippet";
  readonly detail: string;
  /** Groups what is likelier before the rest; smaller first. */
  readonly rank: number;
  /** What is inserted, when it is not the label; in snippets `<1:text>` and `<0>` are places to fill in. */
  readonly insert?: string;
  /** Said further up in the same edit: the `extern` of a function. */
  readonly also?: Insertion;
}

/** The documentation of an item, asked for when it is looked at. */
export const documentationOf = (label: string, bits: 16 | 32 | 64): string | undefined => wordText(label, bits);

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
  items.push(...snippets(analysis.bits));
  return items;
}

/** System calls by name behind `mov rax,` and `mov eax,`; the number is inserted. */
function syscallItems(before: string, bits: number): CompletionItem[] {
  const target = /^\s*(?:[.\w$@?#~]+:)?\s*mov\s+(rax|eax)\s*,\s*\w*$/i.exec(before)?.[1]?.toLowerCase();
  if (target === undefined) return [];
  const abi = bits === 32 ? "i386" : "x86_64";
  return allSyscalls().flatMap((call): CompletionItem[] => {
    const number = call[abi];
    if (number === undefined || call.summary === "") return [];
    const label = `${call.name} (${number})`;
    return [{ label, kind: "constant", detail: `system call: ${call.summary}`, rank: 4, insert: String(number) }];
  });
}

/** The kind of register that the first operand is: the second one most likely is of the same. */
function wantedClass(before: string): string | undefined {
  const first = /^\s*(?:[.\w$@?#~]+:)?\s*(\w+)\s+(\w+)\s*,\s*\w*$/.exec(before);
  if (first === null || /^(?:mov[sz]x|movsxd|sh[lr]|sa[lr]|ro[lr]|rc[lr]|lea|in|out)$/i.test(first[1]!))
    return undefined;
  return registerNamed(first[2]!)?.class;
}

/** Functions of libc that are not declared yet: choosing one declares it. */
function undeclaredLibc(analysis: Analysis, source: Source): CompletionItem[] {
  const declared = new Set(analysis.symbols.map(({ name }) => name));
  return Object.entries(libcFunctions()).flatMap(([name, row]): CompletionItem[] =>
    declared.has(name)
      ? []
      : [
          {
            label: name,
            kind: "function",
            detail: `${row.prototype} (adds extern)`,
            rank: 5,
            also: externInsertion(source, name),
          },
        ],
  );
}

function operandItems(analysis: Analysis, source: Source, offset: number, before: string): CompletionItem[] {
  const wanted = wantedClass(before);
  const scope = enclosingLabel(analysis, source, offset)?.name;
  const items: CompletionItem[] = registerNames
    .filter((name) => isUsable(name, analysis.bits))
    .map((name) => ({
      label: name,
      kind: "register",
      detail: "register",
      rank: wanted !== undefined && registerNamed(name)?.class === wanted ? 0 : 1,
    }));
  items.push(...syscallItems(before, analysis.bits));
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
function targetItems(analysis: Analysis, source: Source, offset: number, before: string): CompletionItem[] {
  const code = new Set((analysis.assembly?.module.sections ?? []).filter(({ exec }) => exec).map(({ name }) => name));
  const isCode = ({ kind, detail }: CompletionItem) => kind === "function" || (kind === "label" && code.has(detail));
  const items = operandItems(analysis, source, offset, before).map((item) => ({
    ...item,
    rank: isCode(item) ? CODE_RANK : OTHER_RANK,
  }));
  return /\bcall\b/i.test(before) ? [...items, ...undeclaredLibc(analysis, source)] : items;
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
      return Object.entries(libcFunctions()).map(([name, row]) => ({
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
      return targetItems(analysis, source, offset, before);
    case "operand":
      return operandItems(analysis, source, offset, before);
  }
}
