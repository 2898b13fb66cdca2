// A call of what stands right behind it: the question where the code is, or a function that its caller runs into afterwards.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linted } from "./linted.ts";

const exit = "  mov eax, 60\n  xor edi, edi\n  syscall\n";

const cases: readonly (readonly [what: string, text: string, told: readonly string[], bits?: 32 | 64])[] = [
  [
    "twice by running on",
    `four: call .two\n.two: call .one\n.one: inc edx\n  ret\nglobal _start\n_start: call four\n${exit}`,
    [],
  ],
  [
    "twice by running on, a push left",
    `two: call one\none: push rbx\n  inc edx\n  ret\nglobal _start\n_start: call two\n${exit}`,
    ["5: stack-imbalance"],
  ],
  [
    "where am I",
    `bits 32\nhere: call .next\n.next: pop eax\n  ret\nglobal _start\n_start: call here\n  mov eax, 1\n  xor ebx, ebx\n  int 0x80\n`,
    [],
    32,
  ],
  [
    "where am I, read in place",
    `here: call .next\n.next: mov rax, [rsp]\n  add rsp, 8\n  ret\nglobal _start\n_start: call here\n${exit}`,
    [],
  ],
  [
    "where am I, asked on both ways",
    `f: call n\nn: test edi, edi\n  jz .a\n  pop rax\n  ret\n.a: pop rdx\n  ret\nglobal _start\n_start: xor edi, edi\n  call f\n${exit}`,
    [],
  ],
  [
    "where am I, read below what is saved",
    `f: call n\nn: push rbx\n  mov rax, [rsp + 8]\n  pop rbx\n  add rsp, 8\n  ret\nglobal _start\n_start: call f\n${exit}`,
    [],
  ],
  [
    "twice by running on, the return address looked at",
    `twice: call one\none: mov rax, [rsp]\n  ret\nglobal _start\n_start: call twice\n${exit}`,
    [],
  ],
  [
    "a text behind the call",
    `text: call .over\n  db "inline", 0\n.over: pop rsi\n  ret\nglobal _start\n_start: call text\n${exit}`,
    [],
  ],
];

for (const [what, text, told, bits] of cases)
  test(what, () => assert.deepEqual(linted(`section .text\n${text}`, bits), told));
