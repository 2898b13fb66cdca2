// Which system call a number means at its place: behind `mov eax,` in front of a `syscall` or `int 0x80`.

import type { Source } from "../base/source.ts";
import { type Abi, type Syscall, syscallByNumber } from "../facts/syscalls.ts";
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
