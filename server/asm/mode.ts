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

const BITS = /^[ \t]*(?:\w+:)?[ \t]*\[?[ \t]*(?:bits[ \t]+|use)(16|32|64)\b/im;
const REAL_ORIGIN = /^[ \t]*\[?[ \t]*org[ \t]+(?:0x7c00|7c00h|0x100|100h|256|31744)\b/im;

/** What only 32-bit code says: without any of these the source need not be assembled to find out. */
const CUES =
  /\b(?:push|pop)[ \t]+(?:dword|e[abcd]x|e[sd]i|e[sb]p|[cdes]s\b|%\d)|\b(?:pusha|popa|pushad|popad|pushfd|popfd|aaa|aad|aam|aas|daa|das|into|bound|les|lds|arpl|jcxz|salc)\b|%include/i;

/** What only 64-bit code says. */
const WIDE =
  /\b(?:r(?:[abcd]x|[sd]i|[sb]p|ip|\d\d?[dwb]?)|[sd]il|[sb]pl|syscall|rel|swapgs|cqo|movsxd|\w+64|[xyz]mm(?:8|9|\d\d))\b/i;
/** The 32-bit stack pointer; arguments on the stack, and the function that they may be for; a register argument. */
const STACK = /\besp\b/i;
const PUSH = /^[ \t]*(?:\w+:)?[ \t]*push[ \t]/i;
const EXTERN = /^[ \t]*\[?extern\b/i;
const REGISTER_ARGUMENT = /\bedi\b/i;
const STRING = /'[^']*'|"[^"]*"|`[^`]*`/g;

/** The mode that every `bits` of the source names; undefined when there is none or they differ. */
export function writtenBits(source: Source): 16 | 32 | 64 | undefined {
  const text = withoutComments(bytesToText(source.bytes));
  const said = new Set([...text.matchAll(new RegExp(BITS, "gim"))].map((match) => match[1]));
  const [only] = said;
  return said.size !== 1 ? undefined : only === "64" ? 64 : only === "32" ? 32 : 16;
}

/** What a line says of the mode. */
interface Words {
  readonly bits: string | undefined;
  readonly realOrigin: boolean;
  readonly cue: boolean;
  readonly wide: boolean;
  readonly stack: boolean;
  readonly push: boolean;
  readonly extern: boolean;
  readonly registerArgument: boolean;
}
const SILENT: Words = {
  ...{ bits: undefined, realOrigin: false, cue: false, wide: false },
  ...{ stack: false, push: false, extern: false, registerArgument: false },
};

const words = lineQuestion((line): Words => {
  const text = withoutComments(line);
  const bits = BITS.exec(text)?.[1];
  const realOrigin = REAL_ORIGIN.test(text);
  const cue = CUES.test(text);
  const code = text.replace(STRING, "");
  const own = {
    wide: WIDE.test(code),
    stack: STACK.test(code),
    push: PUSH.test(code),
    extern: EXTERN.test(code),
    registerArgument: REGISTER_ARGUMENT.test(code),
  };
  const says = bits !== undefined || realOrigin || cue || Object.values(own).includes(true);
  return says ? { bits, realOrigin, cue, ...own } : SILENT;
});

/**
 * Nothing 64-bit is said, and the stack is used as 32-bit programs use it: by esp, or for what other files' functions are given.
 * As 64-bit code such a source often has no error and does something else.
 */
function looksNarrow(lines: readonly Words[]): boolean {
  const some = (what: keyof Words): boolean => lines.some((line) => line[what]);
  if (some("wide")) return false;
  return some("stack") || (some("push") && some("extern") && !some("registerArgument"));
}

const withoutComments = (text: string): string => text.replace(/;[^\n]*/g, "");

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
  if (looksNarrow(lines) && assemble(source, { ...strict, format: "elf32" }).ok) return detected;
  if (!lines.some(({ cue }) => cue)) return byDefault;
  const long = assemble(source, { ...strict, format: "elf64" });
  const errors = long.diagnostics.filter(({ severity }) => severity === "error" || severity === "fatal");
  if (errors.length === 0 || errors.some(({ message }) => !message.includes("not supported in 64-bit mode"))) {
    return byDefault;
  }
  return assemble(source, { ...strict, format: "elf32" }).ok ? detected : byDefault;
}
