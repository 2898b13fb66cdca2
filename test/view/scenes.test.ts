// What a person sees at one stop: programs run to the label `here`, and the scopes stand beside them as golden text.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { frameScope } from "../../debugger/view/frame-slots.ts";
import { globalsScope } from "../../debugger/view/globals.ts";
import { heapScope } from "../../debugger/view/heap.ts";
import { memoryMapScope } from "../../debugger/view/memory-map.ts";
import { createPictures } from "../../debugger/view/pictures.ts";
import { nextOutlook, registersScope } from "../../debugger/view/registers.ts";
import { createScene, type Scene } from "../../debugger/view/scene.ts";
import type { Variable } from "../../debugger/view/variable.ts";
import { label, worldOf } from "../machine/program.ts";

function sceneOf(source: string): Scene {
  const { machine } = worldOf(source);
  machine.breakpoints = new Set([label(machine, "here")]);
  const stop = machine.run(100_000);
  assert.equal(stop.kind, "breakpoint");
  return createScene(machine);
}

/** A tree as indented lines; arrays and strings without their elements. */
function lines(variables: readonly Variable[], depth = 0): string[] {
  return variables.flatMap((variable) => [
    `${"  ".repeat(depth)}${variable.name}: ${variable.value}${variable.type ? `  [${variable.type}]` : ""}`,
    ...(variable.children && !variable.elementCount ? lines(variable.children(), depth + 1) : []),
  ]);
}

function compareGolden(name: string, rows: readonly string[]): void {
  const path = join(process.cwd(), "test", "view", "data", `${name}.golden.txt`);
  const text = `${rows.join("\n")}\n`;
  if (process.env.UPDATE) writeFileSync(path, text);
  assert.equal(text, existsSync(path) ? readFileSync(path, "utf8") : "");
}

const start = (code: string, rest = "") => `section .text\nglobal _start\n_start:\n${code}\nhere: nop\n nop\n${rest}`;

test("registers: parts, notations, what they point to, vectors", () => {
  const scene = sceneOf(
    start(
      `mov rax, 0x1122334455667788
       mov rbx, -2
       mov ecx, 'abcd'
       mov rdx, text
       lea rsi, [rsp+8]
       mov rdi, here
       mov r8, [rel number]
       movq xmm1, [rel number]`,
      `section .data\ntext db "hello", 0\nnumber dq 1.5`,
    ),
  );
  const wanted = /^(rax|rbx|rcx|rdx|rsi|rdi|rsp|r8|rip|rflags|xmm|segments)$/;
  const variables = registersScope(scene).filter(({ name }) => wanted.test(name));
  const shown = lines(variables).filter(
    (line) =>
      !/^ +xmm(?!1\b)\d/.test(line) &&
      !/^ +\d+ (q|d)?(words?|bytes|floats|doubles): \{(0(\.0)?(, )?|0x0(, )?)+\}/.test(line),
  );
  compareGolden("registers", shown);
});

test("what a conditional instruction is about to do", () => {
  const outlook = (code: string) => nextOutlook(sceneOf(`section .text\nglobal _start\n_start: ${code}\n nop`));
  const cases: readonly (readonly [string, string])[] = [
    ["xor eax, eax\nhere: jz _start", "will jump because ZF=1"],
    ["xor eax, eax\nhere: jne _start", "will not jump because ZF=1"],
    ["mov eax, 1\n cmp eax, 2\nhere: jl _start", "will jump because SF=1 differs from OF=0"],
    ["mov eax, 1\n cmp eax, 2\nhere: ja _start", "will not jump because CF=1 and ZF=0"],
    ["xor eax, eax\nhere: cmovz ecx, eax", "will move because ZF=1"],
    ["xor eax, eax\nhere: setnz al", "will store 0 because ZF=1"],
    ["mov ecx, 1\nhere: loop _start", "will not jump because rcx becomes 0"],
    ["mov ecx, 2\nhere: loop _start", "will jump because rcx does not become 0"],
    ["xor ecx, ecx\nhere: jrcxz _start", "will jump because rcx=0"],
    ["nop\nhere: jmp _start", ""],
  ];
  for (const [code, words] of cases) assert.equal(outlook(code), words, code);
});

test("globals by what was written: strings, arrays, floats, structures, buffers", () => {
  const scene = sceneOf(
    start(
      "mov dword [buffer], 'name'\n mov byte [buffer+4], 0",
      `section .data
message db "hi", 10, "there", 0
letter  db 'x'
small   dw -2
list    dd 1, 2, 3
table   times 20 dq 7
pi      dq 3.25
single  dd 0.5
point:
.x      dd 10
.y      dd -20
.name   db "p", 0
pointer dq message
empty:
last    db 1
section .rodata
fixed   dq 0x1122334455667788
section .bss
buffer  resb 32
numbers resd 4
one     resq 1`,
    ),
  );
  compareGolden("globals", lines(globalsScope(scene)));
});

/** Frames with their notes, and the Frame scope of each. */
function frameLines(scene: Scene): string[] {
  return scene.frames.flatMap((frame) => [
    `#${frame.index} ${frame.name} (${frame.chain})${frame.note === "" ? "" : ` ${frame.note}`}`,
    ...lines(frameScope(scene, frame), 1),
  ]);
}

test("frames: locals, arguments, saved registers, names from the source", () => {
  const scene = sceneOf(`
%define total rbp-8
count equ 12
section .text
global _start
_start: mov rbp, rsp
    push 5
    push 6
    call work
    ud2
work: push rbp
    mov rbp, rsp
    push rbx
    push r12
    sub rsp, 32
    mov qword [rbp-24], 1
    mov dword [rbp-count-16], 2
    mov word [rbp-34], 3
    mov rax, [rbp+16]
here: nop`);
  compareGolden("frames-64", frameLines(scene));
});

test("at a function's first instruction its register arguments are shown", () => {
  const scene = sceneOf(`
section .data
text db "some text", 0
section .text
global _start
_start: mov rdi, text
    mov esi, 4
    mov edx, 99
    call here
    ud2
here: push rdx
    mov rax, rdi
    xor ecx, ecx
    add rax, rsi
    pop rdx
    ret`);
  compareGolden("arguments", lines(frameScope(scene, scene.frames[0]!)));
});

test("frames in 32 bits: arguments above the return address", () => {
  const scene = sceneOf(`
bits 32
section .text
global _start
_start: push 7
    push 9
    call add
    ud2
add: push ebp
    mov ebp, esp
    sub esp, 8
    mov eax, [ebp+8]
    add eax, [ebp+12]
    mov [ebp-4], eax
here: nop`);
  compareGolden("frames-32", frameLines(scene));
});

test("where record and chain disagree the frame says so", () => {
  const overwritten = sceneOf(`
section .text
global _start
_start: call f
    ud2
f:  push rbp
    mov rbp, rsp
    mov qword [rbp+8], 0x41414141
here: nop`);
  const clobbered = sceneOf(`
section .text
global _start
_start: push rbp
    mov rbp, rsp
    call f
    ud2
f:  push rbp
    mov rbp, rsp
    mov qword [rbp], 0x1234
here: nop`);
  const lost = sceneOf(`
section .text
global _start
_start: push rbp
    mov rbp, rsp
    sub rsp, 64
    call f
    ud2
f:  lea rbp, [rsp-128]
here: nop`);
  const notes = [overwritten, clobbered, lost].map((scene) =>
    scene.frames.map(({ name, chain, note }) => `${name} ${chain} ${note}`.trim()),
  );
  compareGolden(
    "disagreements",
    notes.flatMap((rows, k) => [`case ${k + 1}`, ...rows]),
  );
});

test("heap and memory map after malloc, free and mmap", () => {
  const scene = sceneOf(`
extern malloc
extern free
section .text
global main
main: push rbx
    mov edi, 24
    call malloc
    mov rbx, rax
    mov qword [rbx], 5
    mov edi, 10
    call malloc
    mov rdi, rax
    call free
    mov eax, 9
    xor edi, edi
    mov esi, 100
    mov edx, 3
    mov r10d, 0x22
    mov r8, -1
    xor r9d, r9d
    syscall
here: nop`);
  compareGolden("heap", [...lines(heapScope(scene)), "", ...lines(memoryMapScope(scene))]);
});

test("pictures tell what changed since the stop before", () => {
  const source = start(
    "push 1\n push 2\n mov eax, 12\n xor edi, edi\n syscall\n lea rdi, [rax+4096]\n mov eax, 12",
    "",
  );
  const { machine } = worldOf(`${source}\n syscall\n pop rax\nlater: nop`);
  machine.breakpoints = new Set([label(machine, "here"), label(machine, "later")]);
  machine.run(1000);
  const first = createPictures(createScene(machine), undefined);
  machine.run(1000);
  const second = createPictures(createScene(machine), first);
  assert.ok(first.stack.slots.every(({ changed }) => !changed));
  assert.equal(second.heap.brk.changedBytes, 4096);
  assert.deepEqual(
    second.map.regions.filter(({ changed }) => changed).map(({ name }) => name),
    ["[brk]"],
  );
  assert.equal(second.stack.depthBytes, 8);
  assert.equal(second.stack.highWaterBytes, 16);
  assert.equal(JSON.stringify(second).includes("undefined"), false);
});
