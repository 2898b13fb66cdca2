// `asmoscope explain WORD`: everything that the tables know of a word, each meaning for itself. Hover chooses one meaning by
// the place; here there is no place, so all are given: `read` is a system call and a libc function.

import { nearest } from "../base/similar.ts";
import { directives } from "../facts/directives.ts";
import { findingKinds } from "../facts/findings.ts";
import { libcFunctions } from "../facts/libc.ts";
import { libcObjects } from "../facts/libc-linking.ts";
import { type Abi, allSyscalls, type Syscall, syscallByName, syscallByNumber } from "../facts/syscalls.ts";
import { describe, mnemonics } from "../isa/describe.ts";
import { registerNames } from "../isa/registers.ts";
import { numberLines, parseNumber } from "./number-text.ts";
import { directiveText, instructionText, libcText, registerText, syscallText } from "./word-text.ts";

const SIMILAR_SHOWN = 4;

/** The meanings of a word as Markdown, none when nobody knows it. `bits` chooses calling convention and system-call numbers. */
export function explain(word: string, bits: 32 | 64): string[] {
  const lower = word.toLowerCase();
  const insn = describe(lower);
  const finding = Object.hasOwn(findingKinds, lower) ? findingKinds[lower as keyof typeof findingKinds] : undefined;
  const value = parseNumber(word);
  const texts = [
    insn && instructionText(insn),
    registerText(lower, bits),
    directiveText(lower),
    libcText(word, bits),
    ...syscallTexts(syscallByName(lower), bits === 32 ? ["i386"] : ["x86_64", "i386"]),
    finding && `**${lower}** · ${finding.title} (${finding.severity} of the memory checker)`,
    value === undefined ? undefined : numberLines(value).join(" = "),
    ...(value === undefined ? [] : numberedCalls(Number(value), bits)),
  ];
  return texts.filter((text) => text !== undefined);
}

/** A call that has the same number nowhere else needs telling once; where both ABIs have it, both numbers are told. */
function syscallTexts(call: Syscall | undefined, abis: readonly Abi[]): (string | undefined)[] {
  return call === undefined ? [] : abis.map((abi) => syscallText(call, abi));
}

function numberedCalls(number: number, bits: 32 | 64): (string | undefined)[] {
  const abis: readonly Abi[] = bits === 32 ? ["i386"] : ["x86_64", "i386"];
  return abis.flatMap((abi) => syscallTexts(syscallByNumber(abi, number), [abi]));
}

/** Known words that look like this one, the nearest first. */
export function similarWords(word: string): string[] {
  const known = new Set([
    ...mnemonics(),
    ...registerNames,
    ...Object.keys(directives),
    ...Object.keys(libcFunctions()),
    ...Object.keys(libcObjects),
    ...allSyscalls().map(({ name }) => name),
    ...Object.keys(findingKinds),
  ]);
  return nearest(word.toLowerCase(), known).slice(0, SIMILAR_SHOWN);
}
