// `[pragma FACILITY WORD …]`, which %pragma becomes: affixes of symbols' names and NASM's limits are set; for what is not known
// there are warnings, which NASM keeps off by default. Facilities of other formats are passed over.
// Source: NASM manual, 5.11 "The %pragma Directive".

import { setLimit } from "./nasm-limits.ts";
import type { OutputFormat } from "./options.ts";
import { complain, type State } from "./state.ts";

/** Where a pragma's text stands, and the text. */
export interface Pragma {
  readonly value: string;
  readonly at: number;
  readonly to: number;
}

/** The facilities that are listened to, beside `limit`. */
function facilities({ options: { format, debug } }: State): readonly string[] {
  const formats = ownFormats(format);
  return ["asm", "list", "file", "input", "output", "debug", debug && format !== "bin" ? "dwarf" : "null", ...formats];
}

/** The names that the output format goes by. */
const ownFormats = (format: OutputFormat): readonly string[] =>
  format === "elf32" || format === "elf64" ? [format, "elf"] : [format];

/** Obeys a pragma. */
export function layPragma(state: State, { value, at, to }: Pragma): void {
  const warn = (code: string, message: string) => complain(state, { severity: "warning", code, message }, at, to);
  const [, facility = "", word = "", text = ""] = /^(\S*)\s*(\S*)\s*(.*)$/s.exec(value)!;
  const name = facility.toLowerCase();
  if (facility === "") warn("pragma-empty", "empty %pragma directive, ignored");
  else if (name === "limit") {
    const problem = setLimit(state.limits, word, text);
    if (problem) warn(problem.code, problem.message);
  } else if (facilities(state).includes(name)) {
    const [code, message] =
      word === ""
        ? ["pragma-bad", `empty %pragma ${facility}`]
        : ["pragma-unknown", `unknown %pragma ${facility} ${word}`];
    if (word !== "" && isObeyed(state, name, word, text)) return;
    complain(state, { severity: "warning", code, message, when: "final" }, at, to);
  }
}

/** `%pragma output gprefix _`, also for a format alone. The first affix of a kind counts. */
function isObeyed(state: State, facility: string, word: string, text: string): boolean {
  const { format } = state.options;
  const ours = ["output", ...ownFormats(format)];
  const affix = /^([gl]?)(prefix|suffix)$/i.exec(word);
  if (!affix || !ours.includes(facility)) return facility === "list" && word.toLowerCase() === "options";
  const kind = `${affix[1]!.toLowerCase() || "g"}${affix[2]!.toLowerCase()}`;
  if (!state.affixes.has(kind)) state.affixes.set(kind, /^\S*/.exec(text)![0]);
  return true;
}
