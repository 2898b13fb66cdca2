// The static layer on paths: what cannot be reached, decisions that belong together, values that go by the stack or a variable.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linted } from "./linted.ts";

/** What the source is about, its text, what is found. */
const sources: readonly (readonly [string, string, readonly string[], (32 | 64)?])[] = [
  [
    "an addition behind exit at the end",
    `global main
extern exit
section .text
main:
  sub rsp, 8
  xor edi, edi
  call exit
  add rsp, 8
`,
    [],
  ],
  [
    "behind an own function that ends in exit, and in one that calls it",
    `global main
extern exit
section .text
die:
  sub rsp, 8
  call exit
  add rsp, 8
  ret
fail:
  sub rsp, 8
  call die
  add rsp, 8
  ret
main:
  sub rsp, 8
  xor edi, edi
  call fail
  add rsp, 8
`,
    [],
  ],
  [
    "behind an own function that may come back",
    `global main
extern exit
section .text
die:
  sub rsp, 8
  test edi, edi
  jz .out
  call exit
.out:
  add rsp, 8
  ret
main:
  sub rsp, 8
  xor edi, edi
  call die
  add rsp, 8
`,
    ["16: fall-off-end"],
  ],
  [
    "a function at the end that nothing reaches",
    `global main
extern exit
section .text
main:
  sub rsp, 8
  call exit
more:
  inc eax
`,
    ["8: fall-off-end"],
  ],
  [
    "pushes counted in a register that decides about the pop",
    `global pad
section .text
pad:
  xor r8d, r8d
  test spl, 15
  jz .even
  push rdi
  inc r8d
.even:
  mov eax, edi
  test r8d, r8d
  jz .out
  pop rdi
.out:
  ret
`,
    [],
  ],
  [
    "a mark that decides the wrong way",
    `global pad
section .text
pad:
  xor r8d, r8d
  test spl, 15
  jz .even
  push rdi
  inc r8d
.even:
  mov eax, edi
  test r8d, r8d
  jnz .out
  pop rdi
.out:
  ret
`,
    ["15: stack-imbalance?"],
  ],
  [
    "jecxz twice, and jz of the same register",
    `global opt
section .text
opt:
  jecxz .a
  push ebx
.a:
  mov eax, 6
  jecxz .b
  mov ebx, eax
.b:
  test ecx, ecx
  jz .c
  pop ebx
.c:
  ret
`,
    [],
    32,
  ],
  [
    "jecxz and jnz of the same register",
    `global opt
section .text
opt:
  jecxz .a
  push ebx
.a:
  cmp ecx, 0
  jnz .c
  pop ebx
.c:
  ret
`,
    ["11: stack-imbalance?"],
    32,
  ],
  [
    "the return address kept in a register and pushed again",
    `global try
section .text
try:
  xchg eax, [esp]
  push eax
  ret
`,
    [],
    32,
  ],
  [
    "a block tested in its variable, and by jrcxz",
    `global f, g, h
extern malloc
section .bss
p: resq 1
section .text
f: sub rsp, 8
  mov edi, 8
  call malloc
  mov [p], rax
  cmp qword [p], 0
  je .e
  mov byte [rax], 1
.e: add rsp, 8
  ret
g: sub rsp, 8
  mov edi, 8
  call malloc
  mov rcx, rax
  jrcxz .e
  mov byte [rcx], 1
.e: add rsp, 8
  ret
h: sub rsp, 8
  mov edi, 8
  call malloc
  mov byte [rax], 1
  add rsp, 8
  ret
`,
    ["26: missing-null-check?"],
  ],
  [
    "a wide read over an align's zeros, and over its nops",
    `section .data
s: db 7, 0
  align 4, db 0
t: db 8
  align 4
u: dd 9
section .text
global f
f: mov eax, [s]
  mov ecx, [t]
  mov [s], eax
  ret
`,
    ["10: element-size-mismatch", "11: element-size-mismatch"],
  ],
];

for (const [what, text, expected, bits] of sources) test(what, () => assert.deepEqual(linted(text, bits), expected));
