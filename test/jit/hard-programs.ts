// Programs made to be hard for whoever translates code, of any size: takes sizes, gives the source. Each prints one number
// that depends on every instruction, in eight hexadecimal digits.

import { randomFrom } from "./random-program.ts";

const PRINT = `
finish: mov esi, eax
        sub rsp, 16
        mov byte [rsp + 8], 10
        mov ecx, 8
.digit: mov eax, esi
        and eax, 15
        mov al, [digits + rax]
        mov [rsp + rcx - 1], al
        shr esi, 4
        dec ecx
        jnz .digit
        mov eax, 1
        mov edi, 1
        mov rsi, rsp
        mov edx, 9
        syscall
        mov eax, 60
        xor edi, edi
        syscall
section .rodata
digits: db "0123456789abcdef"
`;

const program = (text: string): string => `global _start\nsection .text\n_start:\n${text}${PRINT}`;

/** Makes the room for code, in section .bss, writable and executable. */
const codeRoom = (bytes: number): string => `
section .bss
alignb 4096
code: resb ${bytes}
section .text
        mov eax, 10
        mov rdi, code
        mov esi, ${Math.ceil(bytes / 4096) * 4096}
        mov edx, 7
        syscall
`;

/** Recursion `depth` deep, `times` times. */
export const deepRecursion = (depth: number, times: number): string =>
  program(`        mov r12d, ${times}
        xor eax, eax
.again: mov ecx, ${depth}
        call f
        dec r12d
        jnz .again
        jmp finish
f:      push rbx
        mov ebx, ecx
        dec ecx
        jz .out
        call f
.out:   add eax, ebx
        rol eax, 1
        pop rbx
        ret
`);

/** One function of so many instructions. */
export function largeFunction(instructions: number, calls: number): string {
  const random = randomFrom(12345);
  const registers = ["eax", "ebx", "edx", "esi", "edi", "r8d", "r9d"];
  let body = "";
  for (let k = 0; k < instructions; k++) {
    const [a, b] = [registers[random(7)]!, registers[random(7)]!];
    body +=
      k % 50 === 49
        ? `        test ${a}, ${1 + random(100)}\n        jz .l${k}\n        inc ${b}\n.l${k}:\n`
        : `        ${["add", "xor", "sub", "adc"][random(4)]} ${a}, ${random(3) === 0 ? random(1e9) : b}\n`;
  }
  return program(`        mov r12d, ${calls}
        mov eax, 1
        xor ebx, ebx
        xor edx, edx
        xor esi, esi
        xor edi, edi
        xor r8d, r8d
        xor r9d, r9d
.again: call f
        dec r12d
        jnz .again
        jmp finish
f:
${body}        ret
`);
}

/** So many functions of two instructions, written at run time and called one after the other. */
export const tinyFunctions = (count: number, rounds: number): string =>
  program(`${codeRoom(count * 8)}
        mov ecx, ${count}
        mov rdi, code
.make:  mov dword [rdi], 0xc301c083   ; add eax, 1; ret
        mov [rdi + 2], cl
        add rdi, 8
        dec ecx
        jnz .make
        mov r12d, ${rounds}
        xor eax, eax
.round: mov rbx, code
        mov r13d, ${count}
.call:  call rbx
        rol eax, 1
        add rbx, 8
        dec r13d
        jnz .call
        dec r12d
        jnz .round
        jmp finish
`);

/** So many functions, written over those before: `room` at a time, `apart` bytes from one to the next. */
export const rewrittenCode = (count: number, room: number, apart: number, calls: number): string =>
  program(`${codeRoom(room * apart)}
        mov r12d, ${count}
        xor eax, eax
        mov rbx, code
.again: mov byte [rbx], 0x05           ; add eax, imm32
        mov [rbx + 1], r12d
        mov byte [rbx + 5], 0xc3
        mov r13d, ${calls}
.call:  call rbx
        rol eax, 1
        dec r13d
        jnz .call
        add rbx, ${apart}
        cmp rbx, code + ${room * apart}
        jb .next
        mov rbx, code
.next:  dec r12d
        jnz .again
        jmp finish
`);

/** Opcodes after which anything may follow: arithmetic on al and eax with constants, flags, ret. */
const ANYWHERE = [0x04, 0x05, 0x14, 0x15, 0x1c, 0x1d, 0x2c, 0x2d, 0x34, 0x35, 0x90, 0xf5, 0xf8, 0xf9, 0x98, 0x99, 0xc3];

/** Code that is entered at each of its bytes, so that instructions lie over each other. */
export function overlappingCode(bytes: number, rounds: number): string {
  const random = randomFrom(77);
  const code = Array.from({ length: bytes }, () => ANYWHERE[random(ANYWHERE.length)]!);
  return program(`        mov r12d, ${rounds}
        xor eax, eax
        xor edx, edx
.round: mov rbx, code
.call:  call rbx
        rol eax, 1
        add eax, edx
        inc rbx
        cmp rbx, code + ${bytes}
        jb .call
        dec r12d
        jnz .round
        jmp finish
code:   db ${code.join(", ")}
        times 8 nop
        ret
`);
}

/** Blocks that jump into each other's loops. */
export function irreducibleFlow(blocks: number, steps: number): string {
  const random = randomFrom(99);
  let net = "";
  for (let k = 0; k < blocks; k++)
    net += `.b${k}:  add eax, ${k * 7 + 1}
        rol eax, ${1 + (k % 13)}
        dec ecx
        js finish
        test eax, ${1 << random(12)}
        jnz .b${random(blocks)}
        test eax, ${1 << random(20)}
        jz .b${random(blocks)}
`;
  return program(`        mov ecx, ${steps}
        xor eax, eax
${net}        jmp .b3
`);
}

/** So many functions of the source, called through a table from one place, in an order that a generator gives. */
export function calledByTable(count: number, calls: number): string {
  let functions = "";
  let table = "";
  for (let k = 0; k < count; k++) {
    functions += `f${k}:  add eax, ${k * 7 + 1}\n        rol eax, ${1 + (k % 13)}\n        xor eax, ${k * 31}\n        ret\n`;
    table += `        dq f${k}\n`;
  }
  return program(`        mov r12d, ${calls}
        mov r13d, 12345
        xor r14d, r14d
.again: imul r13d, r13d, 1103515245
        add r13d, 12345
        mov eax, r13d
        shr eax, 8
        xor edx, edx
        mov r8d, ${count}
        div r8d
        mov eax, r14d
        call [table + rdx * 8]
        mov r14d, eax
        dec r12d
        jnz .again
        jmp finish
${functions}
section .rodata
table:
${table}
section .text
`);
}

/** One function that returns to so many places. */
export function manyReturnSites(count: number, rounds: number): string {
  let calls = "";
  for (let k = 0; k < count; k++) calls += `        call f\n        add eax, ${k}\n`;
  return program(`        mov r12d, ${rounds}
        xor eax, eax
.again:
${calls}
        dec r12d
        jnz .again
        jmp finish
f:      push rbx
        lea ebx, [rax + 3]
        call g
        rol eax, 3
        xor eax, ebx
        pop rbx
        ret
g:      test al, 1
        jz .even
        xor eax, 1234567
.even:  ret
`);
}

/** An interpreter whose so many operations jump on to the next one through a table. */
export function threadedCode(operations: number, steps: number): string {
  let code = "";
  let table = "";
  for (let k = 0; k < operations; k++) {
    code += `h${k}:  add eax, ${k * 7 + 1}
        rol eax, ${1 + (k % 13)}
        dec r12d
        jz finish
        mov ecx, [rsi]
        add rsi, 4
        cmp rsi, program.end
        cmovae rsi, rbx
        jmp [table + rcx * 8]
`;
    table += `        dq h${k}\n`;
  }
  const random = randomFrom(31);
  const order = Array.from({ length: 4096 }, () => random(operations));
  return program(`        mov r12d, ${steps}
        mov rbx, program
        mov rsi, rbx
        xor eax, eax
        jmp h0
${code}
section .rodata
table:
${table}
program:
        dd ${order.join(", ")}
.end:
section .text
`);
}

/**
 * Code over a page's end, called `calls` times; then its second page, its first or both can no longer run, in one of six ways
 * of which most leave the bytes, and the next call faults. All that `rounds` times.
 */
export const codeTakenAway = (rounds: number, calls: number): string =>
  program(`        mov eax, 13                ; rt_sigaction
        mov edi, 11                ; SIGSEGV
        mov rsi, action
        xor edx, edx
        mov r10d, 8
        syscall
        mov eax, 319               ; memfd_create
        mov rdi, name
        xor esi, esi
        syscall
        mov [file], eax
        mov edi, eax
        mov eax, 77                ; ftruncate
        mov esi, 8192
        syscall
        mov ebp, 1
        mov r15d, ${rounds}
round:  xor r14d, r14d
.way:   mov edi, CODE
        mov esi, 8192
        call map
        mov edi, TARGET
        mov esi, body
        mov ecx, body.end - body
        rep movsb
        mov edi, CODE
        mov esi, 8192
        mov edx, 5
        call protect
        mov r13d, ${calls}
.call:  mov ecx, 3
        mov eax, TARGET
        call rax
        dec r13d
        jnz .call
        mov eax, r14d
        xor edx, edx
        mov ecx, 3
        div ecx
        mov edi, [places + rdx * 8]
        mov esi, [places + rdx * 8 + 4]
        call [ways + rax * 8]
        mov rbx, rsp
        mov ecx, 3000
        mov eax, TARGET
        call rax                   ; a fault: the handler goes on at .on
        xor ebp, 0x55555555
.on:    inc r14d
        cmp r14d, 18
        jb .way
        dec r15d
        jnz round
        mov eax, ebp
        jmp finish

; What takes the permission away from esi bytes at rdi.
readOnly: mov edx, 1
protect: mov eax, 10
        syscall
        ret
none:   xor edx, edx
        jmp protect
gone:   mov eax, 11                ; munmap
        syscall
        ret
; The same bytes in fresh pages.
again:  mov r12, rdi
        mov r8d, esi
        mov ecx, esi
        mov rsi, rdi
        mov edi, room
        rep movsb
        mov rdi, r12
        mov esi, r8d
        mov r12d, r8d
        call map
        mov rdi, rax
        mov ecx, r12d
        mov esi, room
        rep movsb
        ret
elsewhere: mov edx, esi
        lea r8, [rdi + 0x100000]
        mov r10d, 3                ; MAYMOVE, FIXED
        mov eax, 25                ; mremap
        syscall
        ret
; A file with the same bytes.
filed:  mov r12, rdi
        mov edx, esi
        mov rsi, rdi
        mov edi, [file]
        xor r10d, r10d
        mov eax, 18                ; pwrite64
        syscall
        mov rdi, r12
        mov esi, edx
        mov edx, 1
        mov r10d, 0x12             ; PRIVATE, FIXED
        mov r8d, [file]
        xor r9d, r9d
        mov eax, 9
        syscall
        ret
map:    mov edx, 3
        mov r10d, 0x32             ; PRIVATE, FIXED, ANONYMOUS
        mov r8, -1
        xor r9d, r9d
        mov eax, 9
        syscall
        ret

body:   rol ebp, 3
        dec ecx
        jnz body
        add ebp, 0x1234567         ; over the page's end
        ret
.end:
CODE    equ 0x10000000
TARGET  equ CODE + 4096 - 10

handler: mov eax, [rsi + 16]       ; si_addr
        add eax, [rsi + 8]         ; si_code
        rol ebp, 5
        xor ebp, eax
        mov [rdx + 40 + 10 * 8], rbp
        mov [rdx + 40 + 15 * 8], rbx
        mov qword [rdx + 40 + 16 * 8], round.on
        ret
restorer: mov eax, 15
        syscall
section .data
places: dd CODE + 4096, 4096, CODE, 4096, CODE, 8192
ways:   dq readOnly, none, gone, again, elsewhere, filed
action: dq handler, 0x04000004, restorer, 0
name:   db "code", 0
section .bss
room:   resb 8192
file:   resd 1
section .text
`);

/** System calls in a loop, in a function and in line, both ways in, some that fail, some that a handler follows. */
export const kernelCalls = (rounds: number): string =>
  program(`        mov eax, 13                ; rt_sigaction
        mov edi, 10
        mov rsi, action
        xor edx, edx
        mov r10d, 8
        syscall
        mov r12d, ${rounds}
        xor ebp, ebp
round:  call mask
        rol ebp, 3
        xor ebp, eax
        sub rcx, behind
        add ebp, ecx
        and r11d, 0xcd5            ; the arithmetic flags and DF
        add ebp, r11d
        mov edi, -1
        mov eax, 3                 ; close
        syscall
        add ebp, eax
        mov ebx, r12d
        and ebx, 63
        mov eax, 60                ; umask of 32-bit programs
        int 0x80
        xor ebp, eax
        xor edi, edi
        mov esi, 8192
        mov edx, 3
        mov r10d, 0x22             ; PRIVATE, ANONYMOUS
        mov r8, -1
        xor r9d, r9d
        mov eax, 9                 ; mmap
        syscall
        add ebp, [rax + 4096]
        mov [rax], ebp
        mov [rax + 4096], r12d
        mov rdi, rax
        add ebp, [rax]
        add ebp, [rax + 4096]
        mov esi, 8192
        mov eax, 11                ; munmap
        syscall
        add ebp, eax
        test r12d, 63
        jnz .quiet
        mov eax, 39                ; getpid
        syscall
        mov edi, eax
        mov esi, 10
        mov eax, 62                ; kill
        syscall
.quiet: dec r12d
        jnz round
        mov eax, ebp
        add eax, [count]
        jmp finish
mask:   mov edi, r12d
        and edi, 511
        mov eax, 95                ; umask
        cmp r12d, 0x155
        syscall
behind: ret
handler: inc dword [count]
        rol ebp, 5
        mov [rdx + 40 + 10 * 8], rbp
        ret
restorer: mov eax, 15
        syscall
section .data
action: dq handler, 0x04000004, restorer, 0
section .bss
count:  resd 1
section .text
`);
