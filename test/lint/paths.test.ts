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
    "a count that is looked at before so many bytes are asked for",
    `extern malloc, free, rand
global main
section .text
main:
  push rbx
  xor ebx, ebx
.more:
  call rand
  test al, 1
  jz .end
  inc rbx
  jmp .more
.end:
  test rbx, rbx
  jz .none
  lea rdi, [rbx * 8]
  call malloc
  test rax, rax
  jz .none
  mov qword [rax], 1
  mov rdi, rax
  call free
.none:
  xor eax, eax
  pop rbx
  ret
`,
    [],
  ],
  [
    "the same count, looked at for another number",
    `extern malloc, free, rand
global main
section .text
main:
  push rbx
  xor ebx, ebx
.more:
  call rand
  test al, 1
  jz .end
  inc rbx
  jmp .more
.end:
  cmp rbx, 1
  je .none
  lea rdi, [rbx * 8]
  call malloc
  test rax, rax
  jz .none
  mov qword [rax], 1
  mov rdi, rax
  call free
.none:
  xor eax, eax
  pop rbx
  ret
`,
    ["20: heap-overflow-write?"],
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
  [
    "al set alone for a number in xmm0",
    `global main
extern printf
section .data
f: db "%f", 10, 0
d: db "%d", 10, 0
x: dq 1.5
section .text
main: push rbx
  movsd xmm0, [x]
  mov edi, f
  mov al, 0
  call printf
  movsd xmm0, [x]
  mov edi, f
  mov al, 1
  call printf
  mov esi, 1
  mov edi, d
  xor al, al
  call printf
  movsd xmm0, [x]
  mov edi, f
  xor al, al
  call printf
  pop rbx
  xor eax, eax
  ret
`,
    ["12: variadic-al", "24: variadic-al"],
  ],
  [
    "arguments of a format that the call before destroyed",
    `global f
extern printf, strlen
section .data
t: db "%s has %ld of %5.2f%%", 10, 0
section .text
f: sub rsp, 8
  mov rsi, rdi
  call strlen
  mov rdx, rax
  mov edi, t
  mov eax, 1
  cvtsi2sd xmm0, rdx
  call printf
  add rsp, 8
  ret
`,
    ["13: volatile-after-call"],
  ],
  [
    "a saved register overwritten by what a list gives",
    `global sum
section .text
sum: mov rbx, rdi
.l: test rbx, rbx
  jz .e
  add eax, [rbx+8]
  mov rbx, [rbx]
  jmp .l
.e: ret
`,
    ["9: callee-saved-clobbered"],
  ],
  [
    "a block of one size or another",
    `global f
extern malloc
section .text
f: push rbx
  mov ebx, edi
  mov edi, 16
  cmp ebx, 3
  jl .s
  mov edi, 32
.s: call malloc
  test rax, rax
  jz .e
  mov qword [rax+8], 0
  mov qword [rax+24], 0
  mov qword [rax+40], 0
.e: pop rbx
  ret
`,
    ["14: heap-overflow-write?", "15: heap-overflow-write"],
  ],
  [
    "an upper half that is the divisor, an address, a product",
    `global a, b, c, d
section .data
n: dd 8
section .text
a: mov eax, edi
  mov edx, [n]
  mov ecx, edx
  idiv ecx
  ret
b: mov rax, rdi
  lea rdx, [rdi+8]
  idiv rsi
  ret
c: mov rax, rdi
  imul rdx, rsi
  idiv rcx
  ret
d: xor eax, eax
  imul edx, esi
  div ecx
  ret
`,
    ["8: undivided-dividend", "12: undivided-dividend", "16: undivided-dividend"],
  ],
  [
    "paths that meet before a call of libc",
    `global one, two
extern puts
section .text
one: test edi, edi
  jz .a
  push rbx
.a: mov edi, 0
  call puts
  jmp $
two: test spl, 15
  jz .a
  push rbx
.a: mov edi, 0
  call puts
  jmp $
`,
    ["8: misaligned-call?"],
  ],
  [
    "the direction flag set on one path, and put back on it",
    `global one, two
extern puts
section .text
one: sub rsp, 8
  test edi, edi
  jz .a
  std
.a: call puts
  cld
  add rsp, 8
  ret
two: sub rsp, 8
  pushfq
  test edi, edi
  jz .a
  std
  lodsb
.a: popfq
  call puts
  add rsp, 8
  ret
`,
    ["8: direction-flag?"],
  ],
  [
    "a pointer to constants on one path, null on another",
    `global one, two, three
section .rodata
ro: db "ro"
section .data
rw: dd 1, 2
section .text
one: mov esi, rw
  test edi, edi
  jz .w
  mov esi, ro
.w: mov byte [rsi], 'X'
  ret
two: xor eax, eax
  test edi, edi
  jz .w
  mov eax, rw
.w: mov eax, [rax+4]
  ret
three: xor eax, eax
  test edi, edi
  jz .w
  mov eax, rw
.w: test eax, eax
  jz .e
  mov eax, [rax+4]
.e: ret
`,
    ["11: write-to-readonly?", "17: null-deref?"],
  ],
  [
    "a divisor that is 0 on one path, and one that is asked about",
    `global one, two
section .text
one: mov ecx, 4
  test edi, edi
  jnz .d
  xor ecx, ecx
.d: mov eax, 100
  xor edx, edx
  div ecx
  ret
two: mov ecx, 4
  test edi, edi
  jnz .d
  xor ecx, ecx
.d: mov eax, 100
  jecxz .e
  xor edx, edx
  div ecx
.e: ret
`,
    ["9: divide-error?"],
  ],
  [
    "arguments given to free, read and freed again",
    `global drop, twice, right
extern free
section .text
drop: push rbx
  mov rbx, rdi
.l: test rbx, rbx
  jz .e
  mov rdi, rbx
  call free
  mov rbx, [rbx]
  jmp .l
.e: pop rbx
  ret
twice: push rbx
  mov rbx, [rdi]
  mov rdi, rbx
  call free
  mov rdi, rbx
  call free
  pop rbx
  ret
right: push rbx
  mov rbx, rdi
  mov rdi, [rbx]
  call free
  mov rdi, rbx
  mov rbx, [rbx]
  call free
  mov rax, [rbx]
  pop rbx
  ret
`,
    ["10: use-after-free-read", "19: double-free"],
  ],
  [
    "a block used where it is known to be missing, and where it is not",
    `global f
extern malloc
section .text
f: sub rsp, 8
  mov edi, 16
  call malloc
  test rax, rax
  jnz .bad
  mov qword [rax], 5
.bad: mov edi, 16
  call malloc
  test rax, rax
  jnz .good
  xor eax, eax
  add rsp, 8
  ret
.good: mov qword [rax], 5
  add rsp, 8
  ret
`,
    ["9: null-deref"],
  ],
  [
    "a pointer compared with the address of an array that ends there",
    `global f
section .data
a: dd 1, 2, 3, 4
section .text
f: lea rdx, [rdi+16]
.n: sub rdx, 4
  add eax, [rdx]
  cmp rdx, a
  jne .n
  add eax, [rdx]
  ret
`,
    [],
  ],
  [
    "strcat of a text to itself, an aligned read behind a label",
    `global main
extern strcat
section .data
align 16
v: dd 1, 2, 3, 4, 5, 6, 7, 8
s: db "abc", 0
   times 12 db 0
section .text
main: push rbx
  mov edi, s
  mov esi, s
  call strcat
  mov eax, v
  lea rcx, [rax+20]
  movdqa xmm1, [rcx]
  movdqa xmm1, [rax+16]
  pop rbx
  ret
`,
    ["12: overlap-copy", "15: misaligned-access"],
  ],
  [
    "a round of a loop without its pop, one with it, and one that is undone in the next round",
    `global f, g, h
section .text
f: xor ebx, ebx
.l: push rcx
  cmp ecx, 2
  je .next
  pop rcx
.next: inc edx
  cmp edx, 3
  jb .l
  ret
g: push rbx
  xor ebx, ebx
.l: push rcx
  cmp ecx, 2
  je .next
  inc eax
.next: pop rcx
  inc ebx
  cmp ebx, 3
  jb .l
  pop rbx
  ret
h: xor ebx, ebx
.l: test edx, edx
  jz .first
  pop rcx
.first: push rax
  inc edx
  cmp edx, 3
  jb .l
  pop rcx
  ret
`,
    ["11: stack-imbalance?"],
  ],
  [
    "arguments that a loop has pushed, less than all of them taken off behind it",
    `global _start
section .text
f: mov ecx, 3
.l: sub rsp, 16
  mov [rsp], rcx
  dec ecx
  jnz .l
  add rsp, 16
  ret
g: mov ecx, 3
.l: push rcx
  dec ecx
  jnz .l
  add rsp, 24
  ret
_start: call f
  call g
  xor edi, edi
  mov eax, 60
  syscall
`,
    ["9: stack-imbalance?"],
  ],
  [
    "what stands behind exit, behind ret, and behind an exit whose number is pushed, at the end of the text",
    `global _start
section .text
_start: pop rsi
  mov rsp, rsi
  push 60
  pop rax
  syscall
f: ret
  inc eax
`,
    [],
  ],
  [
    "a macro that looks at the result of exit, too",
    `global _start
section .text
_start:
  mov eax, 60
  syscall
  test rax, rax
`,
    [],
  ],
  [
    "functions behind an exit whose number is put together",
    `global _start
section .text
_start:
  xor eax, eax
  mov al, 60
  xor edi, edi
  syscall
f: ret
`,
    [],
  ],
  [
    "the same, with a number out of memory",
    `global _start
section .data
number: dq 60
section .text
_start:
  mov rax, [number]
  xor edi, edi
  syscall
f: ret
`,
    [],
  ],
  [
    "entries of the global offset table are as wide as addresses",
    `global f, narrow
section .data
narrow: dd 1
other: dw 2
section .text
f: mov rax, [rel narrow wrt ..gotpc]
  mov eax, [rax]
  mov rdx, [rel narrow]
  ret
`,
    ["8: element-size-mismatch"],
  ],
];

for (const [what, text, expected, bits] of sources) test(what, () => assert.deepEqual(linted(text, bits), expected));
