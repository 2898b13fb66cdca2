// For which processor mode a source is meant, when nobody says so: what the editor, F5 and the command line's run agree on.
// An option or the source's own `bits` decides; else it is 64-bit code, or 32-bit code if as 64-bit code it only fails for
// being 32-bit code, and as 32-bit code has no error.

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
}
const SILENT: Words = { bits: undefined, realOrigin: false, cue: false };

const words = lineQuestion((line): Words => {
  const text = withoutComments(line);
  const bits = BITS.exec(text)?.[1];
  const realOrigin = REAL_ORIGIN.test(text);
  const cue = CUES.test(text);
  return bits !== undefined || realOrigin || cue ? { bits, realOrigin, cue } : SILENT;
});

const withoutComments = (text: string): string => text.replace(/;[^\n]*/g, "");

/** Decides. `bits` is an option's; `options` are those of a 64-bit assembly; `past`: an earlier version of the source. */
export function detectMode(source: Source, options: AssembleOptions, bits?: 32 | 64, past?: Source): Mode {
  if (bits !== undefined) return { kind: "protected", bits, reason: "option" };
  const lines = askLines(words, source, past, Number.POSITIVE_INFINITY);
  const said = lines.find((line) => line.bits !== undefined)?.bits;
  if (said === "32" || said === "64") return { kind: "protected", bits: said === "32" ? 32 : 64, reason: "source" };
  if (said === "16" || lines.some(({ realOrigin }) => realOrigin)) return { kind: "real", bits: 32, reason: "source" };
  const byDefault: Mode = { kind: "protected", bits: 64, reason: "default" };
  if (!lines.some(({ cue }) => cue)) return byDefault;
  const strict = { ...options, lenient: false };
  const long = assemble(source, { ...strict, format: "elf64" });
  const errors = long.diagnostics.filter(({ severity }) => severity === "error" || severity === "fatal");
  if (errors.length === 0 || errors.some(({ message }) => !message.includes("not supported in 64-bit mode"))) {
    return byDefault;
  }
  return assemble(source, { ...strict, format: "elf32" }).ok
    ? { kind: "protected", bits: 32, reason: "detected" }
    : byDefault;
}
