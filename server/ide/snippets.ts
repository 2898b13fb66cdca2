// Pieces of programs to begin with: what every beginner writes again and again, in the mode of the source.

import type { CompletionItem } from "./completion.ts";

const snippet = (label: string, detail: string, lines: readonly string[]): CompletionItem => ({
  label,
  kind: "snippet",
  detail,
  rank: 2,
  insert: lines.join("\n"),
});

/**
 * Snippets for code of this mode. `\t` is the editor's own indentation, `<1:text>` a place to fill in, `<0>` where the
 * cursor ends.
 */
export function snippets(bits: 16 | 32 | 64): CompletionItem[] {
  const is32 = bits === 32;
  const [c, bp, sp] = is32 ? ["ecx", "ebp", "esp"] : ["rcx", "rbp", "rsp"];
  const exit = is32
    ? ["\tmov eax, 1", "\tmov ebx, <1:0>", "\tint 0x80"]
    : ["\tmov eax, 60", "\tmov edi, <1:0>", "\tsyscall"];
  const write = is32
    ? ["\tmov eax, 4", "\tmov ebx, 1", "\tmov ecx, <1:text>", "\tmov edx, <2:length>", "\tint 0x80"]
    : ["\tmov eax, 1", "\tmov edi, 1", "\tmov rsi, <1:text>", "\tmov edx, <2:length>", "\tsyscall"];
  return [
    snippet("program", "a program that exits", ["global _start", "section .text", "_start:", "\t<0>", ...exit]),
    snippet("exit program", "the exit system call", [...exit.map((line) => line.slice(1)), "<0>"]),
    snippet("write text", "the write system call: text to standard output", [
      ...write.map((line) => line.slice(1)),
      "<0>",
    ]),
    snippet("function with frame", "a function that keeps its caller's frame pointer", [
      "<1:name>:",
      `\tpush ${bp}`,
      `\tmov ${bp}, ${sp}`,
      `\tsub ${sp}, <2:32>`,
      "\t<0>",
      "\tleave",
      "\tret",
    ]),
    snippet("loop count", `a loop that counts ${c} down`, [
      `mov ${c}, <1:10>`,
      ".<2:next>:",
      "\t<0>",
      `\tdec ${c}`,
      "\tjnz .<2:next>",
    ]),
    snippet("loop zero-terminated", "goes along a text until its zero byte", [
      ".<1:next>:",
      `\tmov al, [<2:${is32 ? "esi" : "rsi"}>]`,
      "\ttest al, al",
      "\tjz .<3:done>",
      "\t<0>",
      `\tinc <2:${is32 ? "esi" : "rsi"}>`,
      "\tjmp .<1:next>",
      ".<3:done>:",
    ]),
    snippet("text with length", "a text and its length", [
      '<1:text>: db "<2:Hello>", 10',
      "<1:text>_length equ $ - <1:text>",
    ]),
  ];
}
