// Texts in writable data: what a rule says of them holds only as long as nothing may have changed them before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linted } from "./linted.ts";

const program = (data: string, code: string): string =>
  `extern strchr, strcpy, printf, puts, alter
section .data
${data}
section .text
global main
main: sub rsp, 8
${code}
  xor eax, eax
  add rsp, 8
  ret
`;
const COPY = "  lea rdi, [rel small]\n  lea rsi, [rel text]\n  call strcpy";
const MEMBER = 'obj: dd 0\n.text: db "abcdefgh", 0\nsmall: times 4 db 0';
const TEXT = 'text: db "abcdefgh", 0\nsmall: times 4 db 0';

const cases: readonly (readonly [what: string, text: string, told: readonly string[]])[] = [
  ["a copy that does not fit", program(TEXT, COPY), ["10: global-overflow-write"]],
  ["printed before", program(TEXT, `  lea rdi, [rel text]\n  call puts\n${COPY}`), ["12: global-overflow-write"]],
  ["looked at before", program(TEXT, `  mov al, [text]\n  cmp al, 'x'\n${COPY}`), ["12: global-overflow-write"]],
  ["cut off", program(TEXT, `  mov byte [text+3], 0\n${COPY}`), []],
  ["cut off through a register", program(TEXT, `  lea rax, [rel text]\n  mov byte [rax+3], 0\n${COPY}`), []],
  [
    "cut off by an argument's register",
    program(TEXT, `  lea rdi, [rel text]\n  mov byte [rdi+3], 0\n  call puts\n${COPY}`),
    [],
  ],
  [
    "cut off where strchr says",
    program(TEXT, `  lea rdi, [rel text]\n  mov esi, 'c'\n  call strchr\n  mov byte [rax], 0\n${COPY}`),
    [],
  ],
  [
    "cut off while the call is made ready",
    program(TEXT, "  lea rsi, [rel text]\n  mov byte [rsi+3], 0\n  lea rdi, [rel small]\n  call strcpy"),
    [],
  ],
  ["cut off by the label before", program(`other: dd 0\n${TEXT}`, `  mov byte [other+7], 0\n${COPY}`), []],
  [
    "cut off by the structure that it is a member of",
    program(MEMBER, `  lea rax, [rel obj]\n  mov byte [rax+6], 0\n${COPY.replace("text", "obj.text")}`),
    [],
  ],
  [
    "beside a member that is set",
    program(MEMBER, `  mov dword [obj], 5\n${COPY.replace("text", "obj.text")}`),
    ["12: global-overflow-write"],
  ],
  [
    "read anew by the kernel, its address kept",
    program(
      TEXT,
      `  xor eax, eax\n  xor edi, edi\n  lea rsi, [rel text]\n  mov edx, 3\n  syscall\n  lea rdi, [rel small]\n  call strcpy`,
    ),
    [],
  ],
  ["cut off afterwards", program(TEXT, `${COPY}\n  mov byte [text+3], 0`), ["10: global-overflow-write"]],
  [
    "cut off in the round before",
    program(TEXT, `  mov ebx, 2\n.again:\n${COPY}\n  mov byte [text+3], 0\n  dec ebx\n  jnz .again`),
    ["18: callee-saved-clobbered"],
  ],
  ["cut off by another name", program(`${TEXT}\nname equ text`, `  mov byte [name+3], 0\n${COPY}`), []],
  ["of another source, too", program(`global text\n${TEXT}`, COPY), []],
  ["given away", program(TEXT, `  lea rdi, [rel text]\n  call alter\n${COPY}`), []],
  ["copied over before", program(TEXT, `  lea rsi, [rel small]\n  lea rdi, [rel text]\n  call strcpy\n${COPY}`), []],
  ["in a table", program(`${TEXT}\ntable: dq text`, COPY), []],
  [
    "read-only",
    program(
      `section .rodata\n${TEXT.replace("small", "section .data\nsmall")}`,
      `  lea rax, [rel text]\n  mov cl, [rax]\n${COPY}`,
    ),
    ["14: global-overflow-write"],
  ],
  [
    "a format that is patched",
    program(
      'text: db "%f", 0',
      "  mov byte [text+1], 'd'\n  lea rdi, [rel text]\n  mov esi, 5\n  xor eax, eax\n  call printf",
    ),
    [],
  ],
  [
    "a format",
    program('text: db "%f", 0', "  lea rdi, [rel text]\n  movsd xmm0, [rel text]\n  xor eax, eax\n  call printf"),
    ["8: element-size-mismatch", "10: variadic-al"],
  ],
];

for (const [what, text, told] of cases) test(what, () => assert.deepEqual(linted(text), told));
