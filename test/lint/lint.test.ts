// The static layer over small sources: what it says on which line, and that correct programs get nothing.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { linted } from "./linted.ts";

const exit = "  mov eax, 60\n  xor edi, edi\n  syscall\n";

/** What the source is about, its text, what is found. */
const sources: readonly (readonly [string, string, readonly string[], (32 | 64)?])[] = [
  ["a wide read", `section .data\nx: db 1\nsection .text\n  mov rax, [x]\n${exit}`, ["4: element-size-mismatch"]],
  ["lea is no access", `section .data\nx: db 1\nsection .text\n  lea rax, [x]\n${exit}`, []],
  ["a table with an index", `section .data\nx: db 1\ny: db 2\nsection .text\n  mov rax, [x+rcx]\n${exit}`, []],
  [
    "a read over the end",
    `section .data\nx: dd 1, 2\nsection .text\n  mov rax, [x+4]\n${exit}`,
    ["4: global-overflow-read"],
  ],
  ["fields by dotted labels", `section .data\nx:\n.a: dd 1\n.b: dd 2\nsection .text\n  mov rax, [x]\n${exit}`, []],
  ["unlabelled data goes on", `section .data\nx: dd 1\n dd 2\nsection .text\n  mov rax, [x]\n${exit}`, []],
  [
    "a silenced line",
    `section .data\nx: db 1\nsection .text\n  mov rax, [x] ; asmoscope: ignore element-size-mismatch\n${exit}`,
    [],
  ],
  [
    "another kind silenced",
    `section .data\nx: db 1\nsection .text\n  mov rax, [x] ; asmoscope: ignore fall-off-end\n${exit}`,
    ["4: element-size-mismatch"],
  ],
  [
    "silenced above, at a macro's call and behind a backslash",
    `%macro wide 0\n  mov rax, [x]\n%endmacro\nsection .data\nx: db 1\n; asmoscope: ignore data-overflow\ny: db 300\nz: db 301\nsection .text\n  wide ; Asmoscope: Ignore element-size-mismatch\n  wide\n  ; asmoscope: ignore\n.l:\n\n  wide\n  mov rax, \\\n    [x] ; asmoscope: ignore\n${exit}`,
    ["8: data-overflow", "11: element-size-mismatch"],
  ],
  [
    "memset's size and byte exchanged",
    `extern memset\nsection .bss\nx: resb 10\nsection .text\n  mov edi, x\n  mov esi, 10\n  xor edx, edx\n  call memset\n  mov edi, x\n  xor esi, esi\n  xor edx, edx\n  call memset\n${exit}`,
    ["8: bad-size-arg"],
  ],
  [
    "the room of read and fread",
    `extern read, fread\nsection .bss\nx: resb 10\ny: resb 4\nsection .text\n  xor edi, edi\n  mov esi, x\n  mov edx, 100\n  call read\n  mov edi, x\n  mov esi, 5\n  mov edx, 2\n  mov rcx, r12\n  call fread\n  mov edi, x + 5\n  mov esi, 1\n  mov edx, 10\n  mov rcx, r12\n  call fread\n${exit}`,
    ["9: syscall-bad-address", "19: global-overflow-write"],
  ],
  ["no end", "section .text\n  mov eax, 1\n  inc eax\n", ["3: fall-off-end"]],
  ["an end by jump", "section .text\na: inc eax\n  jmp a\n", []],
  ["another system call at the end", "section .text\n  mov eax, 1\n  syscall\n", ["3: fall-off-end"]],
  ["an unknown system call at the end", "section .text\n  mov eax, ebx\n  syscall\n", []],
  ["a call at the end", "extern exit\nsection .text\n  call exit\n", []],
  ["a wrong number", `section .text\n  mov eax, 10 ; sys_munmap\n  syscall\n${exit}`, ["2: syscall-args"]],
  ["words in a comment", `section .text\n  mov eax, 1 ; read the text and write it\n  syscall\n${exit}`, []],
  [
    "the other mode's number",
    "section .text\n  mov eax, 60 ; sys_exit\n  int 0x80\n  jmp $\n",
    ["2: syscall-args"],
    32,
  ],
  [
    "a counter over syscall",
    `section .text\n  mov eax, 39\n  syscall\n  dec rcx\n${exit}`,
    ["4: volatile-after-syscall"],
  ],
  [
    "a counter kept in the frame",
    `section .text\n  mov eax, 39\n  syscall\n  mov [rsp-8], rcx\n  push r11\n  mov rcx, 5\n  dec rcx\n${exit}`,
    [],
  ],
  ["int 0x80 keeps registers", "section .text\n  mov eax, 20\n  int 0x80\n  dec ecx\n  jmp $\n", [], 32],
  [
    "a pointer over free",
    `extern free\nsection .text\n  call free\n  mov rbx, [rax]\n${exit}`,
    ["4: volatile-after-call"],
  ],
  [
    "a push left over",
    "global _start\nsection .text\nf: push rbx\n  ret\n_start: call f\n  mov eax, 60\n  syscall\n",
    ["4: stack-imbalance"],
  ],
  [
    "a push left over on one path",
    "global _start\nsection .text\nf: push rbx\n  jz .o\n  pop rbx\n.o: ret\n_start: call f\n  mov eax, 60\n  syscall\n",
    ["6: stack-imbalance?"],
  ],
  [
    "a jump by ret",
    "global _start\nsection .text\nf: push rax\n  ret\n_start: lea rax, [rel _start]\n  call f\n  jmp $\n",
    [],
  ],
  [
    "a push of what a function keeps, in front of ret",
    "global _start\nsection .text\nf: push rbx\n  ret\n_start: call f\n  jmp $\n",
    ["4: stack-imbalance"],
  ],
  [
    "labels that the source calls one object",
    `global _start\nsection .data\n; @object alpha..omega\nalpha: dw 1\nbeta: dw 2\nomega:\nsection .text\n_start: mov edi, [alpha]\n  mov eax, [beta]\n${exit}`,
    ["9: element-size-mismatch"],
  ],
  [
    "a jump by ret to what was loaded",
    "global _start\nsection .text\nf: push qword [rdi]\n  ret\n_start: call f\n  jmp $\n",
    [],
  ],
  [
    "a return address taken and put back",
    "global _start\nsection .text\nf: pop rax\n  pop rbx\n  push rax\n  ret\n_start: push 5\n  call f\n  jmp $\n",
    [],
  ],
  [
    "a frame with alloca",
    "global _start\nsection .text\nf: push rbp\n  mov rbp, rsp\n  sub rsp, rdi\n  and rsp, -16\n  leave\n  ret\n_start: call f\n  jmp $\n",
    [],
  ],
  [
    "a saved register through rbp",
    "global f\nsection .text\nf: push rbp\n  mov rbp, rsp\n  push rbx\n  sub rsp, 40\n  mov ebx, 5\n  lea rsp, [rbp-8]\n  pop rbx\n  pop rbp\n  ret\n",
    [],
  ],
  ["a register not given back", "global f\nsection .text\nf: mov r12, rdi\n  ret\n", ["4: callee-saved-clobbered"]],
  [
    "a local function with its own convention",
    "global _start\nsection .text\nf: mov r12, 1\n  ret\n_start: call f\n  jmp $\n",
    [],
  ],
  [
    "an unaligned call",
    "global main\nextern puts\nsection .text\nmain: call puts\n  xor eax, eax\n  ret\n",
    ["4: misaligned-call"],
  ],
  [
    "an unaligned call in a local function",
    "global main\nextern puts\nsection .text\nf: call puts\n  ret\nmain: push rbx\n  call f\n  pop rbx\n  ret\n",
    ["4: misaligned-call"],
  ],
  [
    "a local function called unaligned on purpose",
    "global main\nextern puts\nsection .text\nf: call puts\n  ret\nmain: call f\n  ret\n",
    [],
  ],
  [
    "a dividend from the last remainder",
    "section .text\ng: mov rax, [rdi]\n  div rbx\n  mov [rdi], rax\n  sub rdi, 8\n  jmp g\n",
    [],
  ],
  [
    "a quotient divided with its remainder",
    "global _start\nsection .text\n_start: mov eax, 100\n  mov ecx, 10\n  xor edx, edx\n  div ecx\n  div ecx\n  jmp $\n",
    ["7: undivided-dividend"],
  ],
  [
    "idiv behind cdq",
    "global _start\nsection .text\n_start: mov eax, -100\n  mov ecx, 10\n  cdq\n  idiv ecx\n  jmp $\n",
    [],
  ],
  [
    "a constant as the stack's address",
    "global _start\nsection .bss\nroom: resb 64\ntop:\nsection .text\n_start: mov rsp, top\n  mov esp, top\n  jmp $\n",
    [],
  ],
  [
    "self-modifying code that asks first",
    "global _start\nsection .text\n_start: mov eax, 10\n  syscall\n  mov byte [here], 0x90\nhere: nop\n  jmp $\n",
    [],
  ],
  [
    "code that falls into another function",
    "global _start\nsection .text\none: inc eax\ntwo: inc eax\n  ret\n_start: call one\n  call two\n  jmp $\n",
    [],
  ],
  [
    "a text behind the code",
    'global _start\nsection .text\n_start: mov eax, 39\n  syscall\ntext: db "hello"\n',
    ["4: fall-off-end"],
  ],
  [
    "instructions written as numbers",
    "global _start\nsection .text\n_start: mov eax, 1\n  db 0x0f, 0x05\n  jmp $\n",
    [],
  ],
  ["a value too large for its directive", `section .data\nx: db 300\nsection .text\n${exit}`, ["2: data-overflow"]],
  [
    "a freed block on one path",
    "global main\nextern malloc, free\nsection .text\nmain: push rbx\n  mov edi, 8\n  call malloc\n  test rax, rax\n  jz .o\n  mov rbx, rax\n  mov byte [rbx], 1\n  mov rdi, rbx\n  call free\n.o: xor eax, eax\n  pop rbx\n  ret\n",
    [],
  ],
  [
    "a result of malloc",
    `extern malloc\nsection .text\n  call malloc\n  mov rbx, [rax]\n${exit}`,
    ["4: missing-null-check?"],
  ],
  [
    "string instructions use rsi",
    `extern puts\nsection .text\n  call puts\n  lodsb\n${exit}`,
    ["4: volatile-after-call"],
  ],
  ["a byte division does not use rdx", `extern puts\nsection .text\n  call puts\n  mov ecx, 3\n  div cl\n${exit}`, []],
  [
    "a cut stack pointer",
    `section .text\n  mov ebp, esp\n  sub esp, 8\n${exit}`,
    ["2: truncated-stack-pointer", "3: truncated-stack-pointer"],
  ],
  [
    "numbers too large, however they are written",
    `%define SIZE 1000\nLIMIT equ 4096\nsection .data\na: db SIZE\nb: db LIMIT, 1000h\nc: dw 0b11111111111111111\nd: dd 1, 0x1ffffffff\nsection .text\n${exit}`,
    ["4: data-overflow", "5: data-overflow", "6: data-overflow", "7: data-overflow"],
  ],
  [
    "a label that nothing names hides nothing in front of it",
    "section .rodata\nt: db 1\nsection .text\nglobal _start\n_start:\n  mov eax, 1\n.say: mov edi, 1\n  mov esi, t\n  syscall\n  mov eax, 60 ; write\n.end:\n  xor edi, edi\n  syscall\n",
    ["9: syscall-args", "10: syscall-args"],
  ],
  [
    "a label in a table, in an expression, of a jump or for other files is a way in, so is a place that a jump counts to; one that nothing names is none",
    "section .rodata\nt: dq _start.a, (_start.b - _start) * 4 + (5 - 2)\nsection .text\nglobal _start\n_start:\n  mov edi, 1\n  mov esi, t\n  mov edx, 1\n  mov eax, 1 ; exit\n.a: nop\n  syscall\n  mov eax, 1 ; exit\n.b: nop\n  syscall\n  mov eax, 1 ; exit\n.c: nop\n  syscall\n  mov eax, 1 ; exit\nglobal d\nd: nop\n  syscall\n  mov eax, 1 ; exit\n.e: nop\n  syscall\n  mov eax, 1 ; exit\n  times 2 nop\n  syscall\n  jc _start.c\n  jmp $-5\n",
    ["22: syscall-args"],
  ],
  [
    "a constant of 64 bits behind labels of all kinds",
    `section .data\nv: dq 0\nsection .text\na: mov qword [v], 0x1122334455667788\n.b: mov qword [v], 0x1122334455667788\n$mov: mov qword [v], qword 0x1122334455667788\n..@x: mov qword[v], 0x1122334455667788 ; note\nc mov qword [v], 0x1122334455667788\n${exit}`,
    ["4: imm64-to-memory", "5: imm64-to-memory", "6: imm64-to-memory", "7: imm64-to-memory", "8: imm64-to-memory"],
  ],
  ["a constant of 64 bits that is pushed", `section .text\n  push 0x1122334455667788\n${exit}`, ["2: imm64-to-memory"]],
  [
    "an index that is a constant",
    `section .data\na: dd 1, 2, 3, 4\nb: dd 5, 6\nsection .text\n  mov ecx, 4\n  mov eax, [a+rcx*4]\n  mov ecx, 3\n  mov eax, [a+rcx*4]\n${exit}`,
    ["6: global-overflow-read"],
  ],
  [
    "the end of an array through a register",
    `section .data\na: dd 1, 2, 3, 4\nb: dd 5, 6\nsection .text\n  mov rsi, a\n  mov [rsi+12], rax\n  mov [rsi+12], eax\n${exit}`,
    ["6: global-overflow-write"],
  ],
  [
    "a string instruction into constants",
    `section .rodata\ns: db "abc", 0\nsection .text\n  mov rdi, s\n  mov al, 1\n  stosb\n${exit}`,
    ["6: write-to-readonly"],
  ],
  [
    "a loop into constants",
    `section .rodata\ns: db "abc", 0\nsection .text\n  mov rdi, s\n.l: mov byte [rdi+rcx], 1\n  dec rcx\n  jnz .l\n${exit}`,
    ["5: write-to-readonly"],
  ],
  [
    "a string instruction past a block",
    `extern malloc\nglobal main\nsection .text\nmain: push rbx\n  mov edi, 16\n  call malloc\n  test rax, rax\n  jz .e\n  mov rdi, rax\n  mov ecx, 5\n  rep stosd\n.e: pop rbx\n  ret\n`,
    ["11: heap-overflow-write"],
  ],
  [
    "SSE on a variable that is not aligned",
    `section .data\nalign 16\na: dd 1, 2, 3, 4\nb: dd 5\nc: dd 1, 2, 3, 4\nsection .text\n  addps xmm0, [a]\n  addps xmm0, [c]\n  addss xmm0, [c]\n  movups xmm0, [c]\n${exit}`,
    ["8: misaligned-access"],
  ],
  [
    "a callback of libc with a register it must keep",
    "extern qsort\nglobal main\nsection .data\na: dd 3, 1\nsection .text\ncompare: mov ebx, [rdi]\n  sub ebx, [rsi]\n  mov eax, ebx\n  ret\nmain: sub rsp, 8\n  mov rdi, a\n  mov esi, 2\n  mov edx, 4\n  mov rcx, compare\n  call qsort\n  add rsp, 8\n  ret\n",
    ["9: callee-saved-clobbered"],
  ],
  [
    "a counter in a register it must keep",
    "extern puts\nglobal main\nsection .data\ns: db 0\nsection .text\nmain: push rbp\n  mov r12d, 3\n.l: mov rdi, s\n  call puts\n  dec r12d\n  jnz .l\n  pop rbp\n  ret\n",
    ["13: callee-saved-clobbered"],
  ],
  [
    "an argument in a register it must keep",
    "global sum\nsection .text\nsum: push ebp\n  mov ebp, esp\n  mov esi, [ebp+8]\n  mov eax, [esi]\n  pop ebp\n  ret\n",
    ["8: callee-saved-clobbered"],
    32,
  ],
  [
    "half of a stack address in another register",
    `global _start\nsection .text\n_start: push 65\n  mov esi, esp\n  mov al, [rsi+1]\n${exit}`,
    ["5: truncated-stack-pointer"],
  ],
  [
    "a stack address for int 0x80",
    `global _start\nsection .text\n_start: push 65\n  mov eax, 4\n  mov ebx, 1\n  mov rcx, rsp\n  mov edx, 1\n  int 0x80\n${exit}`,
    ["8: wrong-abi"],
  ],
  [
    "write of 64-bit programs by int 0x80",
    `global _start\nsection .data\nm: db 1\nsection .text\n_start: mov eax, 1\n  mov edi, 1\n  mov rsi, m\n  mov edx, 1\n  int 0x80\n${exit}`,
    ["9: wrong-abi"],
  ],
  [
    "exit by int 0x80 after a write by syscall",
    "global _start\nsection .data\nm: db 1\nsection .text\n_start: mov eax, 1\n  mov edi, 1\n  mov rsi, m\n  mov edx, 1\n  syscall\n  mov eax, 1\n  int 0x80\n",
    [],
  ],
  [
    "mmap without a kind",
    `global _start\nsection .text\n_start: mov eax, 9\n  xor edi, edi\n  mov esi, 4096\n  mov edx, 3\n  syscall\n${exit}`,
    ["7: syscall-args"],
  ],
  [
    "a read longer than its variable",
    `global _start\nsection .bss\nb: resb 8\nsection .text\n_start: xor eax, eax\n  xor edi, edi\n  mov rsi, b\n  mov edx, 64\n  syscall\n${exit}`,
    ["9: syscall-bad-address"],
  ],
  [
    "a text copied into itself",
    `extern strcpy\nglobal main\nsection .data\nt: db "hello", 0, 0, 0\nsection .text\nmain: sub rsp, 8\n  lea rdi, [rel t+2]\n  lea rsi, [rel t]\n  call strcpy\n  add rsp, 8\n  ret\n`,
    ["9: overlap-copy"],
  ],
  [
    "a label plus a constant that comes later",
    `section .text\n  mov rsi, b + size - 1\n.l: mov byte [rsi], 1\n  dec rsi\n  jnz .l\n${exit}section .bss\nb: resb size\nsize equ 24\n`,
    [],
  ],
  [
    "data of no bytes in front of a loop",
    "global _start\nsection .text\n_start: mov ecx, 3\n  times 0 db 0x90\n.l: dec ecx\n  jnz .l\n  jmp $\n",
    [],
  ],
  [
    "a wide push and a narrow pop",
    `global _start\nsection .text\n_start: push rbx\n  pop ax\n  mov edi, eax\n${exit}`,
    ["4: push-pop-width"],
  ],
  [
    "a wide push taken apart",
    `global _start\nsection .text\n_start: push rbx\n  pop ax\n  pop cx\n  pop dx\n  pop si\n${exit}`,
    [],
  ],
  [
    "a wide pop of what was put together",
    `global _start\nsection .text\n_start: push word 3\n  push word 0\n  pop ebx\n  mov eax, 1\n  int 80h\n`,
    [],
    32,
  ],
  [
    "a wide pop of one narrow push",
    `global _start\nsection .text\n_start: push rbx\n  push di\n  pop rax\n${exit}`,
    ["5: push-pop-width"],
  ],
  [
    "a jump for either case at the end",
    `global _start\nsection .text\neven: xor edi, edi\nodd: mov eax, 60\n  syscall\n_start: mov edi, 3\n  test edi, 1\n  jz even\n  jnz odd\n`,
    [],
  ],
  [
    "a function that is given the upper half in edx",
    `global _start\nsection .text\ndivmod: mov eax, edi\n  div esi\n  ret\n_start: mov edi, 7\n  mov esi, 2\n  xor edx, edx\n  call divmod\n${exit}`,
    [],
  ],
  [
    "a function that takes the address of its result off the stack",
    `extern div\nglobal main\nsection .text\nmain: push ebp\n  mov ebp, esp\n  sub esp, 8\n  lea eax, [ebp - 8]\n  push 7\n  push 30\n  push eax\n  call div\n  add esp, 8\n  mov eax, [ebp - 8]\n  add esp, 8\n  pop ebp\n  ret\n`,
    [],
    32,
  ],
  [
    "a read into read-only memory",
    `global _start\nsection .rodata\nb: times 8 db 0\nsection .text\n_start: xor eax, eax\n  xor edi, edi\n  mov rsi, b\n  mov edx, 8\n  syscall\n${exit}`,
    ["9: syscall-bad-address"],
  ],
  [
    "a text copied into a variable that is shorter",
    `extern strcpy\nglobal main\nsection .data\nt: db "hello", 0\nsection .bss\nb: resb 5\nc: resb 6\nsection .text\nmain: sub rsp, 8\n  mov rdi, b\n  mov rsi, t\n  call strcpy\n  mov rdi, c\n  mov rsi, t\n  call strcpy\n  add rsp, 8\n  ret\n`,
    ["12: global-overflow-write"],
  ],
  [
    "a saved register at a place in the frame that has a name",
    "global f\nsection .text\nf:\n.saved equ -8\n  push rbp\n  mov rbp, rsp\n  sub rsp, 16\n  mov [rbp+.saved], rbx\n  mov rbx, rdi\n  mov rbx, [rbp+.saved]\n  leave\n  ret\n",
    [],
  ],
  ["the same in 32-bit code", "section .text\n  mov ebp, esp\n  sub esp, 8\n  jmp $\n", [], 32],
  [
    "a function that nobody calls yet, and what is left behind a return",
    "global f\nsection .text\nf: ret\ng: push rbx\n  mov ebx, 1\n  ret\nunused: add rsp, 8\n  ret\n",
    ["6: stack-imbalance"],
  ],
  [
    "a number that is mprotect's elsewhere",
    `global _start\nsection .text\n_start: mov byte [_start], 0x90\n  mov eax, 10\n  inc eax\n${exit}`,
    ["3: write-to-readonly"],
  ],
  [
    "mprotect by its number",
    `global _start\nsection .text\n_start: mov eax, 10\n  mov edi, 0x401000\n  mov esi, 4096\n  mov edx, 7\n  syscall\n  mov byte [_start], 0x90\n${exit}`,
    [],
  ],
  [
    "an argument of a system call that a call has destroyed, and that the kernel does not look at",
    `extern getpid\nglobal main\nsection .data\np: db "x", 0\nsection .text\nmain: sub rsp, 8\n  call getpid\n  mov eax, 2\n  mov edi, p\n  xor esi, esi\n  syscall\n  call getpid\n  mov eax, 2\n  mov edi, p\n  mov esi, 0x40\n  syscall\n  xor eax, eax\n  add rsp, 8\n  ret\n`,
    ["16: volatile-after-call"],
  ],
  [
    "a write longer than what is left of its section",
    `global _start\nsection .data\na: db "hello"\nb: db " all", 10\nsection .text\n_start: mov eax, 1\n  mov edi, 1\n  mov rsi, a\n  mov edx, 10\n  syscall\n  mov eax, 1\n  mov edi, 1\n  mov rsi, b\n  mov edx, 10\n  syscall\n${exit}`,
    ["15: syscall-bad-address"],
  ],
  [
    "a number that a function returned, given to free",
    `extern malloc, puts, free\nglobal main\nsection .text\nmain: push rbx\n  mov edi, 16\n  call malloc\n  mov rbx, rax\n  mov rdi, rax\n  call puts\n  mov rdi, rax\n  call free\n  mov rdi, rbx\n  call free\n  pop rbx\n  xor eax, eax\n  ret\n`,
    ["11: invalid-free"],
  ],
  [
    "an address that a function returned, given to free",
    `extern strdup, free\nglobal main\nsection .data\nt: db "a", 0\nsection .text\nmain: push rbx\n  mov rdi, t\n  call strdup\n  mov rdi, rax\n  call free\n  pop rbx\n  xor eax, eax\n  ret\n`,
    [],
  ],
  [
    "a loop that only pushes",
    "global _start\nsection .text\nf: mov ecx, 3\n.l: push rcx\n  dec ecx\n  jnz .l\n  ret\n_start: call f\n  jmp $\n",
    ["7: stack-imbalance"],
  ],
  [
    "pushes in one loop, taken off in another, by an addition or by leave",
    "global _start\nsection .text\nf: mov ecx, 3\n.l: push rcx\n  dec ecx\n  jnz .l\n  mov ecx, 3\n.m: test ecx, ecx\n  jz .e\n  pop rax\n  dec ecx\n  jmp .m\n.e: ret\ng: mov ecx, 3\n.l: push rcx\n  dec ecx\n  jnz .l\n  add rsp, 24\n  ret\nh: push rbp\n  mov rbp, rsp\n  push rbx\n  mov ecx, 3\n.l: push rcx\n  dec ecx\n  jnz .l\n  mov rbx, [rsp]\n  mov rbx, [rbp-8]\n  leave\n  ret\ni: mov ecx, 3\n.l: push rcx\n  dec ecx\n  jnz .l\n  push rdi\n  ret\n_start: call f\n  call g\n  call h\n  mov rdi, i\n  call i\n  jmp $\n",
    [],
  ],
  [
    "leave without a frame, and once too often",
    "global _start\nsection .text\nf: sub rsp, 16\n  leave\n  ret\ng: push rbp\n  mov rbp, rsp\n  leave\n  leave\n  ret\n_start: call f\n  call g\n  jmp $\n",
    ["5: stack-imbalance", "10: stack-imbalance"],
  ],
  [
    "leave for the caller, which may be meant, and the shared end of functions",
    "global _start, finish\nsection .text\nfail: mov eax, -1\n  leave\n  ret\nf: push rbp\n  mov rbp, rsp\n  test edi, edi\n  jz finish\n  call fail\nfinish: leave\n  ret\n_start: call f\n  jmp $\n",
    ["5: stack-imbalance?"],
  ],
  [
    "the entry point that runs on into a function",
    "global _start\nsection .text\n_start: mov edi, 3\n  call square\n  mov edi, eax\nsquare: mov eax, edi\n  imul eax, eax\n  ret\n",
    ["8: ret-from-entry"],
  ],
  [
    "the entry point that may jump to a function",
    "global _start\nsection .text\nsquare: imul edi, edi\n  ret\n_start: call square\n  test edi, edi\n  jz square\n  jmp $\n",
    ["4: ret-from-entry?"],
  ],
  [
    "the entry point that goes on in a function that ends the program, or with a place to return to",
    "global _start, main\nsection .text\nmain: mov eax, 60\n  syscall\nf: inc eax\n  ret\n_start: call f\n  jz main\n  push main\n  jmp f\n",
    [],
  ],
  [
    "functions called through a pointer that take their arguments off the stack",
    "global main\nsection .data\ntab: dq g\nsection .text\ng: mov rax, [rsp+8]\n  ret 8\nmain: push 5\n  call [tab]\n  ret\n",
    [],
  ],
  [
    "functions called through a pointer that leave the stack as it is",
    "global main\nsection .data\ntab: dq g\nsection .text\ng: mov rax, [rsp+8]\n  ret\nmain: push 5\n  call [tab]\n  ret\n",
    ["9: stack-imbalance"],
  ],
  [
    "flags behind a call of libc",
    'global main\nextern puts, free, malloc, printf\nsection .data\nm: db "m", 0\nf: db "%f", 0\nd: db "%d", 0\nsection .text\nmain: sub rsp, 8\n  mov edi, m\n  cmp edi, m\n  call puts\n  jz .x\n  mov edi, 1\n.x: xor eax, eax\n  add rsp, 8\n  ret\n',
    ["12: uninit-branch"],
  ],
  [
    "flags behind a call of libc on some path",
    'global main\nextern puts, free, malloc, printf\nsection .data\nm: db "m", 0\nf: db "%f", 0\nd: db "%d", 0\nsection .text\nmain: sub rsp, 8\n  cmp edi, 1\n  je .x\n  mov edi, m\n  call puts\n.x: jc .y\n  xor eax, eax\n.y: add rsp, 8\n  ret\n',
    ["13: uninit-branch?"],
  ],
  [
    "flags of the function's own after a call",
    'global main\nextern puts, free, malloc, printf\nsection .data\nm: db "m", 0\nf: db "%f", 0\nd: db "%d", 0\nsection .text\nmain: sub rsp, 8\n  mov edi, m\n  pushf\n  push rdi\n  call puts\n  pop rdi\n  popf\n  jc .x\n  call g\n  jz .x\n  mov edi, m\n  call puts\n  test eax, eax\n  js .x\n.x: xor eax, eax\n  add rsp, 8\n  ret\ng: cmp edi, 3\n  ret\n',
    [],
  ],
  [
    "al never set for printf",
    'global main\nextern puts, free, malloc, printf\nsection .data\nm: db "m", 0\nf: db "%f", 0\nd: db "%d", 0\nx: dq 1.5\nsection .text\nmain: sub rsp, 8\n  mov edi, m\n  call printf\n  xor edi, edi\n  call free\n  movsd xmm0, [x]\n  mov edi, f\n  call printf\n  xor eax, eax\n  add rsp, 8\n  ret\n',
    ["11: variadic-al", "16: variadic-al"],
  ],
  [
    "al that nobody has counted",
    'global main\nextern puts, free, malloc, printf\nsection .data\nm: db "m", 0\nf: db "%f", 0\nd: db "%d", 0\nx: dq 1.5\nsection .text\nmain: push rbx\n  mov ebx, edi\n  mov edi, 8\n  call malloc\n  movsd xmm0, [x]\n  mov edi, f\n  call printf\n  movsd xmm0, [x]\n  mov edi, f\n  call printf\n  mov edi, d\n  call printf\n  mov al, 1\n  test ebx, ebx\n  jnz .x\n  mov edi, 8\n  call malloc\n.x: movsd xmm0, [x]\n  mov edi, f\n  call printf\n  xor eax, eax\n  pop rbx\n  ret\n',
    ["15: variadic-al", "18: variadic-al?", "20: volatile-after-call", "28: variadic-al?"],
  ],
  [
    "al set by the caller, as a part, or as what a function returned",
    'global main\nextern puts, free, malloc, printf\nsection .data\nm: db "m", 0\nf: db "%f", 0\nd: db "%d", 0\nsection .text\nglobal g\nh: sub rsp, 8\n  mov edi, f\n  call printf\n  add rsp, 8\n  ret\ng: jmp printf\nmain: sub rsp, 8\n  mov al, 1\n  call h\n  mov edi, d\n  call printf\n  mov edi, d\n  call printf\n  xor eax, eax\n  add rsp, 8\n  ret\n',
    ["21: volatile-after-call"],
  ],
  [
    "vector registers over calls of libc",
    'global main\nextern puts, sqrt, printf, rand\nsection .data\nm: db "m", 0\nf: db "%f", 0\nx: dq 1.5\nsection .text\nmain: sub rsp, 8\n  mov edi, m\n  call puts\n  addsd xmm8, [x]\n  call sqrt\n  mov edi, f\n  mov eax, 1\n  call printf\n  mov edi, f\n  mov eax, 1\n  call printf\n  pextrq rax, xmm4, 1\n  add rsp, 8\n  xor eax, eax\n  ret\n',
    ["11: volatile-after-call", "12: volatile-after-call", "18: volatile-after-call", "19: volatile-after-call"],
  ],
  [
    "a vector register over calls in a loop",
    'global main\nextern puts, sqrt, printf, rand\nsection .data\nm: db "m", 0\nf: db "%f", 0\nx: dq 1.5\nsection .text\nmain: push rbx\n  mov ebx, 4\n  movsd xmm3, [x]\n.l: addsd xmm3, [x]\n  call rand\n  dec ebx\n  jnz .l\n  pop rbx\n  xor eax, eax\n  ret\n',
    ["11: volatile-after-call?"],
  ],
  [
    "vector registers set again, cleared, kept",
    'global main\nextern puts, sqrt, printf, rand\nsection .data\nm: db "m", 0\nf: db "%f", 0\nx: dq 1.5\nsection .text\nmain: sub rsp, 24\n  movsd xmm0, [x]\n  call sqrt\n  movsd [rsp], xmm0\n  mov edi, m\n  call puts\n  movups [rsp], xmm7\n  pxor xmm5, xmm5\n  pcmpeqd xmm6, xmm6\n  movsd xmm0, [rsp]\n  cvtsi2sd xmm4, eax\n  addsd xmm4, xmm0\n  call g\n  addsd xmm3, xmm4\n  xor eax, eax\n  add rsp, 24\n  ret\ng: movsd xmm3, [x]\n  ret\n',
    [],
  ],
  [
    "a register saved and restored by the same test",
    `global _start
section .text
f:      push rbx
        mov ebx, edi
        test ebx, ebx
        jz .nosave
        push r12
        mov r12d, 5
.nosave:
        lea eax, [rbx+1]
        test ebx, ebx
        jz .done
        add eax, r12d
        pop r12
.done:  pop rbx
        ret
_start: mov edi, 3
        call f
        mov edi, eax
        mov eax, 60
        syscall
`,
    [],
  ],
  [
    "freed once, by a test that is made twice",
    `extern malloc, free
global main
section .text
main:   push rbx
        push r12
        sub rsp, 8
        mov r12d, edi
        mov edi, 16
        call malloc
        test rax, rax
        jz .out
        mov rbx, rax
        cmp r12d, 1
        jne .keep
        mov rdi, rbx
        call free
.keep:  cmp r12d, 1
        je .out
        mov dword [rbx], 5
        mov rdi, rbx
        call free
.out:   add rsp, 8
        xor eax, eax
        pop r12
        pop rbx
        ret
`,
    [],
  ],
  [
    "freed once, by a local that is compared twice",
    `extern malloc, free, puts
global main
section .rodata
t: db "x", 0
section .text
main:   push rbp
        mov rbp, rsp
        sub rsp, 32
        mov [rbp-4], edi
        mov edi, 16
        call malloc
        mov [rbp-16], rax
        test rax, rax
        jz .out
        cmp dword [rbp-4], 1
        jne .keep
        mov rdi, [rbp-16]
        call free
.keep:  mov edi, t
        call puts
        cmp dword [rbp-4], 1
        je .out
        mov rdi, [rbp-16]
        mov dword [rdi], 5
        call free
.out:   leave
        xor eax, eax
        ret
`,
    [],
  ],
  [
    "by a variable that is compared twice",
    `extern malloc, free, puts
global main
section .data
flag: dd 0
section .text
main:   push rbx
        mov [flag], edi
        mov edi, 16
        call malloc
        mov rbx, rax
        test rax, rax
        jz .out
        cmp dword [flag], 1
        jne .keep
        mov rdi, rbx
        call free
.keep:  nop
        cmp dword [flag], 1
        je .out
        mov rdi, rbx
        call free
.out:   xor eax, eax
        pop rbx
        ret
`,
    [],
  ],
  [
    "the variable is changed in between",
    `extern malloc, free, puts
global main
section .data
flag: dd 0
section .text
main:   push rbx
        mov [flag], edi
        mov edi, 16
        call malloc
        mov rbx, rax
        test rax, rax
        jz .out
        cmp dword [flag], 1
        jne .keep
        mov rdi, rbx
        call free
.keep:  mov dword [flag], 3
        cmp dword [flag], 1
        je .out
        mov rdi, rbx
        call free
.out:   xor eax, eax
        pop rbx
        ret
`,
    ["21: double-free?"],
  ],
  [
    "other rounds of a loop go other ways",
    `extern malloc, free
global main
section .text
main:   push rbx
        push r12
        sub rsp, 8
        mov edi, 16
        call malloc
        mov rbx, rax
        test rax, rax
        jz .out
        mov r12d, 3
.round: cmp r12d, 2
        jne .next
        mov rdi, rbx
        call free
.next:  cmp r12d, 1
        jne .skip
        mov rdi, rbx
        call free
.skip:  dec r12d
        jnz .round
.out:   add rsp, 8
        xor eax, eax
        pop r12
        pop rbx
        ret
`,
    ["16: double-free?", "20: double-free?"],
  ],
  [
    "32 bits, an argument compared twice",
    `bits 32
global _start
section .text
f:      push ebp
        mov ebp, esp
        cmp dword [ebp+8], 0
        je .a
        push ebx
.a:     mov eax, [ebp+8]
        inc eax
        cmp dword [ebp+8], 0
        je .b
        pop ebx
.b:     pop ebp
        ret
_start: push 3
        call f
        add esp, 4
        mov ebx, eax
        mov eax, 1
        int 0x80
`,
    [],
    32,
  ],
  [
    "digits pushed by one loop and popped by another, again and again",
    `bits 32
global _start
section .bss
ob: resb 64
section .text
f:      push ebp
        mov ebp, esp
        push edi
        mov edi, ob
        mov eax, [ebp+8]
.n:     xor ecx, ecx
.d:     cdq
        push ebx
        mov ebx, 10
        idiv ebx
        pop ebx
        push edx
        inc ecx
        test eax, eax
        jnz .d
.o:     pop eax
        add al, '0'
        stosb
        loop .o
        dec esi
        jnz .n
        pop edi
        pop ebp
        ret
_start: push 3
        call f
        add esp, 4
        mov ebx, eax
        mov eax, 1
        int 0x80
`,
    [],
    32,
  ],
  [
    "a sum divided with the last addend in edx",
    `section .text
global mean, apart
mean: xor eax, eax
  xor ecx, ecx
.l: mov edx, [rdi + rcx * 4]
  add eax, edx
  inc ecx
  cmp ecx, esi
  jb .l
  div esi
  ret
apart: mov edx, [rdi + 4]
  mov eax, [rdi]
  div esi
  ret
`,
    ["10: undivided-dividend"],
  ],
  [
    "a jump by push and ret on one of two ways",
    `section .data
table: dq one, one
section .text
global go
go: cmp edi, 1
  ja .no
  push qword [table + rdi * 8]
.no: ret
one: ret
`,
    [],
  ],
];

for (const [what, text, expected, bits] of sources) test(what, () => assert.deepEqual(linted(text, bits), expected));

test("nothing about the mended examples", () => {
  for (const name of readdirSync("examples").filter((file) => file.includes("mended"))) {
    const text = readFileSync(join("examples", name), "utf8");
    const found = linted(text, /\bbits 32\b/.test(text) ? 32 : 64);
    assert.deepEqual(
      found.filter((place) => !place.endsWith("?")),
      [],
      name,
    );
  }
});
