// A program that handles signals may raise a fault on purpose.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linted } from "./linted.ts";

const exit = "  mov eax, 60\n  xor edi, edi\n  syscall\n";
const fault = `  xor ecx, ecx\n  mov eax, [rcx]\n${exit}`;
const start = "global _start\nsection .text\n_start:\n";

const cases: readonly (readonly [string, string, readonly string[], (32 | 64)?])[] = [
  ["without a handler", `${start}${fault}`, ["5: null-deref"]],
  [
    "behind rt_sigaction",
    `${start}  mov edi, 11\n  lea rsi, [rel action]\n  xor edx, edx\n  mov r10d, 8\n  mov eax, 13\n  syscall\n${fault}section .data\naction: dq 0, 0, 0, 0\n`,
    ["11: null-deref?"],
  ],
  [
    "behind signal",
    `extern signal\nglobal main\nsection .text\nmain:\n  push rbx\n  mov edi, 8\n  mov esi, 1\n  call signal\n  xor ecx, ecx\n  mov eax, 1\n  cdq\n  idiv ecx\n  pop rbx\n  ret\n`,
    ["12: divide-error?"],
  ],
  [
    "a function of its own that is called so",
    `global main\nsection .text\nmain:\n  xor ecx, ecx\n  mov eax, 1\n  cdq\n  idiv ecx\n  call signal\n  ret\nsignal: ret\n`,
    ["7: divide-error"],
  ],
  [
    "by int 0x80",
    `${start}  mov ebx, 8\n  mov ecx, action\n  xor edx, edx\n  mov eax, 67\n  int 0x80\n  xor ecx, ecx\n  mov eax, [ecx]\n  mov eax, 1\n  xor ebx, ebx\n  int 0x80\nsection .data\naction: dd 0, 0, 0, 0\n`,
    ["10: null-deref?"],
    32,
  ],
];

for (const [what, text, told, bits] of cases) test(what, () => assert.deepEqual(linted(text, bits), told));
