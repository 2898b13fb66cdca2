// Registers that a function gives back in each other's place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linted } from "./linted.ts";

const local = (lines: readonly string[]) =>
  `global _start\nsection .text\n_start:\n  call own\n  mov eax, 60\n  xor edi, edi\n  syscall\nown:\n${lines.map((line) => `  ${line}\n`).join("")}`;

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "in the order of the pushes",
    local(["push rbx", "push r12", "xor ebx, ebx", "pop rbx", "pop r12", "ret"]),
    ["14: callee-saved-clobbered"],
  ],
  [
    "three of them",
    local(["push rbx", "push r12", "push rbp", "nop", "pop r12", "pop rbp", "pop rbx", "ret"]),
    ["16: callee-saved-clobbered"],
  ],
  ["in the reverse order", local(["push rbx", "push r12", "pop r12", "pop rbx", "ret"]), []],
  ["exchanged on purpose", local(["xchg rbx, r12", "ret"]), []],
  ["exchanged on purpose, another one saved", local(["push rbp", "xchg rbx, r12", "pop rbp", "ret"]), []],
  ["by pushes and pops alone", local(["push rbx", "push r12", "pop rbx", "pop r12", "ret"]), []],
  ["one register in another's place", local(["push rbx", "mov rbx, 1", "pop r12", "ret"]), []],
];

for (const [what, text, told] of cases) test(what, () => assert.deepEqual(linted(text), told));
