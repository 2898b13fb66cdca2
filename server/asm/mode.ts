// For which processor mode a source is meant, when nobody says so: what the editor, F5 and the command line's run agree on.
// An option or the source's own `bits` decides; else it is 64-bit code, or 32-bit code if as 64-bit code it only fails for
// being 32-bit code, or if it says nothing that only 64-bit code says and uses the stack as 32-bit code does; in both cases it
// must have no error as 32-bit code.

import type { Source } from "../base/source.ts";
import { assemble } from "./assemble.ts";
import { bytesToText } from "./lexer.ts";
import { askLines, lineQuestion } from "./line-facts.ts";
import type { AssembleOptions } from "./options.ts";

/** "real": a 16-bit boot sector or DOS program, which is assembled but never run. */
export interface Mode {
  readonly kind: "protected" | "real";
  readonly bits: 32 | 64;
  /** Who decided: an option, the source's `bits` or `org`, nobody, or the errors it would have. */
  readonly reason: "option" | "source" | "default" | "detected";
}

// All of them for texts in lower case.
const BITS = /^[ \t]*(?:\w+:)?[ \t]*\[?[ \t]*(?:bits[ \t]+|use)(16|32|64)\b/gm;
const REAL_ORIGIN = /^[ \t]*\[?[ \t]*org[ \t]+(?:0x7c00|7c00h|0x100|100h|256|31744)\b/m;

/** What only 32-bit code says: without any of these the source need not be assembled to find out. */
const CUES =
  /\b(?:push|pop)[ \t]+(?:dword|e[abcd]x|e[sd]i|e[sb]p|[cdes]s\b|%\d)|\b(?:pusha|popa|pushad|popad|pushfd|popfd|aaa|aad|aam|aas|daa|das|into|bound|les|lds|arpl|jcxz|salc)\b|%include/;
/** One of these is in each of them. */
const CUE_PARTS = "push pop aa da into bound les lds arpl jcxz salc %include".split(" ");

/** What only 64-bit code says. */
const WIDE =
  /\b(?:r(?:[abcd]x|[sd]i|[sb]p|ip|\d\d?[dwb]?)|[sd]il|[sb]pl|syscall|rel|swapgs|cqo|movsxd|\w+64|[xyz]mm(?:8|9|\d\d))\b/;
/** The 32-bit stack pointer; arguments on the stack, and the function that they may be for; a register argument. */
const STACK = /\besp\b/;
const PUSH = /^[ \t]*(?:\w+:)?[ \t]*push[ \t]/;
const EXTERN = /^[ \t]*\[?extern\b/;
const REGISTER_ARGUMENT = /\bedi\b/;
const STRING = /'[^']*'|"[^"]*"|`[^`]*`/g;

/** The mode that every `bits` of the source names; undefined when there is none or they differ. */
export function writtenBits(source: Source): 16 | 32 | 64 | undefined {
  const text = withoutComments(bytesToText(source.bytes)).toLowerCase();
  if (!has(text, "bits", "use")) return undefined;
  const said = new Set([...text.matchAll(BITS)].map((match) => match[1]));
  const [only] = said;
  return said.size !== 1 ? undefined : only === "64" ? 64 : only === "32" ? 32 : 16;
}

/** What a line says of the mode. */
interface Words {
  readonly bits: string | undefined;
  readonly realOrigin: boolean;
  readonly cue: boolean;
  readonly stack: boolean;
  readonly push: boolean;
  readonly extern: boolean;
  readonly registerArgument: boolean;
}
const SILENT: Words = {
  ...{ bits: undefined, realOrigin: false, cue: false },
  ...{ stack: false, push: false, extern: false, registerArgument: false },
};

/** Asked of the text first: compiling a regular expression takes longer than a short program does. */
const has = (text: string, ...parts: readonly string[]): boolean => parts.some((part) => text.includes(part));

const words = lineQuestion((line): Words => {
  const text = withoutComments(line).toLowerCase();
  const bits = has(text, "bits", "use") ? text.matchAll(BITS).next().value?.[1] : undefined;
  const realOrigin = has(text, "org") && REAL_ORIGIN.test(text);
  const cue = has(text, ...CUE_PARTS) && CUES.test(text);
  const code = withoutStrings(text);
  const own = {
    stack: has(code, "esp") && STACK.test(code),
    push: has(code, "push") && PUSH.test(code),
    extern: has(code, "extern") && EXTERN.test(code),
    registerArgument: has(code, "edi") && REGISTER_ARGUMENT.test(code),
  };
  const says = bits !== undefined || realOrigin || cue || Object.values(own).includes(true);
  return says ? { bits, realOrigin, cue, ...own } : SILENT;
});

const wideness = lineQuestion((line) => WIDE.test(withoutStrings(withoutComments(line).toLowerCase())));

/**
 * Nothing 64-bit is said, and the stack is used as 32-bit programs use it: by esp, or for what other files' functions are given.
 * As 64-bit code such a source often has no error and does something else.
 */
function looksNarrow(lines: readonly Words[], source: Source, past: Source | undefined): boolean {
  const some = (what: keyof Words): boolean => lines.some((line) => line[what]);
  if (!some("stack") && !(some("push") && some("extern") && !some("registerArgument"))) return false;
  return !askLines(wideness, source, past, Number.POSITIVE_INFINITY).includes(true);
}

const withoutComments = (text: string): string => (text.includes(";") ? text.replace(/;[^\n]*/g, "") : text);

const withoutStrings = (text: string): string => (has(text, "'", '"', "`") ? text.replace(STRING, "") : text);

/** Decides. `bits` is an option's; `options` are those of a 64-bit assembly; `past`: an earlier version of the source. */
export function detectMode(source: Source, options: AssembleOptions, bits?: 32 | 64, past?: Source): Mode {
  if (bits !== undefined) return { kind: "protected", bits, reason: "option" };
  const lines = askLines(words, source, past, Number.POSITIVE_INFINITY);
  const said = lines.find((line) => line.bits !== undefined)?.bits;
  if (said === "32" || said === "64") return { kind: "protected", bits: said === "32" ? 32 : 64, reason: "source" };
  if (said === "16" || lines.some(({ realOrigin }) => realOrigin)) return { kind: "real", bits: 32, reason: "source" };
  const byDefault: Mode = { kind: "protected", bits: 64, reason: "default" };
  const strict = { ...options, lenient: false };
  const detected: Mode = { kind: "protected", bits: 32, reason: "detected" };
  if (looksNarrow(lines, source, past) && assemble(source, { ...strict, format: "elf32" }).ok) return detected;
  if (!lines.some(({ cue }) => cue)) return byDefault;
  const long = assemble(source, { ...strict, format: "elf64" });
  const errors = long.diagnostics.filter(({ severity }) => severity === "error" || severity === "fatal");
  if (errors.length === 0 || errors.some(({ message }) => !message.includes("not supported in 64-bit mode"))) {
    return byDefault;
  }
  return assemble(source, { ...strict, format: "elf32" }).ok ? detected : byDefault;
}
