// Accesses wider than what stands at a label: labels that name several variables together, and other names of one place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linted } from "./linted.ts";

const STUDENT = 'student:\nname: db "Eva", 0\nage: dd 21\nmean: dq 1.75';
const DATE = "day: db 24\nmonth: db 12\nyear: dw 2025";

const cases: readonly (readonly [what: string, data: string, access: string, told: readonly string[]])[] = [
  ["a label alone in front of others", STUDENT, "movdqu xmm0, [student]", []],
  ["one of the others", STUDENT, "mov rax, [name]", ["element-size-mismatch"]],
  ["the first of the others and a part of the second", STUDENT, "mov ax, [student + 3]", ["global-overflow-read"]],
  ["a later member", STUDENT, "mov eax, [student + 4]", []],
  [
    "behind the next label of that kind",
    `date:\n${DATE}\nother:\nlow: dd 1`,
    "mov rax, [date]",
    ["element-size-mismatch"],
  ],
  ["padding in between", `date:\n${DATE}\nalign 8\ndays: dq 1`, "movdqu xmm0, [date]", []],
  ["closed by a label", `${DATE}\nday_end:\nother: dd 1`, "mov eax, [day]", []],
  [
    "closed by a label, and read behind it",
    `${DATE}\nday_end:\nother: dd 1`,
    "mov rax, [day]",
    ["element-size-mismatch"],
  ],
  ["closed, and from the middle", `${DATE}\nday_end:`, "mov ax, [month]", ["element-size-mismatch"]],
  ["another name by equ", "rgb: db 1, 2, 3\nalpha: db 4\npixel equ rgb", "mov eax, [pixel]", []],
  ["the name itself", "rgb: db 1, 2, 3\nalpha: db 4\npixel equ rgb", "mov eax, [rgb]", ["element-size-mismatch"]],
  [
    "an end that a variable begins at",
    "list: dd 1\nlist_end:\nlow: db 1\nhigh: db 2",
    "mov ax, [list_end]",
    ["element-size-mismatch"],
  ],
];

for (const [what, data, access, told] of cases)
  test(what, () => {
    const text = `section .data\n${data}\nsection .text\n  ${access}\n  mov eax, 60\n  xor edi, edi\n  syscall\n`;
    assert.deepEqual(
      linted(text).map((line) => line.replace(/^\d+: /, "")),
      told,
    );
  });
