// Which system call a number means at its place: behind `mov eax,` in front of a `syscall` or `int 0x80`.

import type { Source } from "../base/source.ts";
import { type Abi, type Syscall, syscallByNumber } from "../facts/syscalls.ts";
import { parseNumber } from "./number-text.ts";
import { lineText, wordsOf } from "./word.ts";

/** Lines below in which the kernel must be entered. */
const LINES_BELOW = 40;

/** The ABI that the next system-call instruction below `lineNumber` speaks; a label or ret in between ends the search. */
function abiBelow(source: Source, lineNumber: number): Abi | undefined {
  for (let number = lineNumber + 1; number < lineNumber + LINES_BELOW && number <= source.lineStarts.length; number++) {
    const words = wordsOf(lineText(source, number).code.toLowerCase());
    if (words.includes("syscall")) return "x86_64";
    if (words.includes("int")) return words.includes("0x80") || words.includes("80h") ? "i386" : undefined;
    if (words.includes("ret")) return undefined;
    // The number is gone when rax gets another value.
    if (words[0] === "mov" && /^(?:[er]?ax|al)$/.test(words[1] ?? "")) return undefined;
  }
  return undefined;
}

/** The call that `value` names on a line `mov eax, value`. */
export function syscallAt(
  source: Source,
  lineNumber: number,
  value: bigint,
): { readonly call: Syscall; readonly abi: Abi } | undefined {
  const words = wordsOf(lineText(source, lineNumber).code.toLowerCase());
  const at = words.indexOf("mov");
  if (at < 0 || !/^(?:[er]?ax|al)$/.test(words[at + 1] ?? "") || words[at + 2] !== ",") return undefined;
  const abi = abiBelow(source, lineNumber);
  const call = abi && syscallByNumber(abi, Number(value));
  return abi && call && { call, abi };
}

/** The call that the `syscall` or `int 0x80` of a line enters the kernel for: what rax was set to in the lines above. */
export function syscallEntered(
  source: Source,
  lineNumber: number,
): { readonly call: Syscall; readonly abi: Abi } | undefined {
  for (let number = lineNumber - 1; number >= 1 && number > lineNumber - LINES_BELOW; number--) {
    const { code } = lineText(source, number);
    const words = wordsOf(code.toLowerCase());
    // Behind a label somebody may come from elsewhere; a call or another entry leaves another rax.
    if (/^\s*[\w.$@?#~]+:/.test(code) || /^(?:call|syscall|int|ret|jmp|pop)$/.test(words[0] ?? "")) {
      const begins = /^\s*[\w.$@?#~]+:\s*mov\s/i.test(code);
      if (!begins) return undefined;
    }
    const at = words.indexOf("mov");
    if (at < 0 || !/^(?:[er]?ax|al)$/.test(words[at + 1] ?? "")) continue;
    const value = words.length === at + 4 ? parseNumber(words[at + 3]!) : undefined;
    return value === undefined ? undefined : syscallAt(source, number, value);
  }
  return undefined;
}
