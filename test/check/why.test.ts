// The chain of instructions behind a register, and where the last pointer to a leaked block was lost: both on replay.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lastPointerLost } from "../../debugger/machine/lost.ts";
import type { Machine } from "../../debugger/machine/machine.ts";
import { whyRegister } from "../../debugger/machine/why.ts";
import { lineOf, machineOf, programCase, runOut } from "./cases.ts";

const [RAX, RBX, RDI] = [0, 3, 7] as const;

/** A machine that stands at a line of a small program. */
function standing(text: string, lineNumber: number): Machine {
  const { machine } = machineOf(programCase(text));
  const item = machine.image.items.find((one) => one.lineNumber === lineNumber)!;
  machine.breakpoints = new Set([item.address]);
  assert.equal(machine.run(100_000).kind, "breakpoint");
  return machine;
}

const chainOf = (machine: Machine, register: number): string[] =>
  whyRegister(machine, register).map(({ pc, from, value }) => `${lineOf(machine, pc)} ${from} ${value}`);

const COPIES = `global _start
section .data
cell: dq 5
section .text
_start:
  mov eax, 40
  mov rcx, rax
  add rcx, 2
  push rcx
  xor ecx, ecx
  pop rbx
  mov [cell], rbx
  mov rdi, [cell]
  mov eax, 60
  syscall
`;

test("a value through registers, the stack and a variable", () => {
  const machine = standing(COPIES, 15);
  const time = machine.time;
  assert.deepEqual(chainOf(machine, RDI), [
    "13 memory 42",
    "11 memory 42",
    "8 register 42",
    "7 register 40",
    "6 constant 40",
  ]);
  assert.deepEqual(chainOf(machine, RAX), ["14 constant 60"]);
  assert.equal(machine.time, time);
});

test("a loop's sum has a link for each turn, and ends at its start", () => {
  const text = `global _start
section .text
_start:
  xor eax, eax
  mov ecx, 3
.next:
  add eax, ecx
  dec ecx
  jnz .next
  mov edi, eax
  mov eax, 60
  syscall
`;
  assert.deepEqual(chainOf(standing(text, 11), RDI), [
    "10 register 6",
    "7 register 6",
    "7 register 5",
    "7 register 3",
    "4 constant 0",
  ]);
});

test("what a system call and a function of libc gave", () => {
  const text = `global main
extern malloc
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov eax, 39
  syscall
  nop
  ret
`;
  const machine = standing(text, 11);
  assert.deepEqual(
    whyRegister(machine, RBX).map(({ pc, from }) => `${lineOf(machine, pc)} ${from}`),
    ["8 register", "0 libc"],
  );
  assert.deepEqual(
    whyRegister(machine, RAX).map(({ from }) => from),
    ["kernel"],
  );
});

test("the instruction that lost the last pointer to a block", () => {
  const text = `global main
extern malloc
section .bss
kept: resq 1
section .text
main:
  push rbx
  mov edi, 24
  call malloc
  mov [kept], rax
  mov rbx, rax
  xor eax, eax
  mov qword [kept], 0
  mov ecx, 1000
.wait: loop .wait
  mov rbx, 7
  xor eax, eax
  pop rbx
  ret
`;
  const { machine } = machineOf(programCase(text));
  assert.equal(runOut(machine), "exit 0");
  const end = machine.time;
  const [leak] = machine.findings.filter(({ kind }) => kind === "leak-definite");
  const block = machine.heapBlocks().find(({ address }) => address === leak!.address)!;
  const loss = lastPointerLost(machine, block.address, block.allocated.time)!;
  assert.equal(lineOf(machine, loss.pc), 16);
  assert.equal(machine.time, end);
  assert.equal(machine.ended?.kind, "exit");
});

test("a block that is still pointed to has lost nothing", () => {
  const text = `global main
extern malloc
section .bss
kept: resq 1
section .text
main:
  push rbx
  mov edi, 24
  call malloc
  mov [kept], rax
  xor eax, eax
  pop rbx
  ret
`;
  const { machine } = machineOf(programCase(text));
  runOut(machine);
  const [block] = machine.heapBlocks();
  assert.equal(lastPointerLost(machine, block!.address, block!.allocated.time), undefined);
});
