// What going back adds to the findings of a run that has ended: who lost the last pointer, who left the garbage.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsInHindsight } from "../../debugger/machine/hindsight.ts";
import { lineOf, machineOf, programCase, runOut } from "./cases.ts";

/** "KIND: WHAT LINE" of the places that only going back can tell. */
function places(text: string): string[] {
  const { machine } = machineOf(programCase(text));
  const ending = runOut(machine);
  const before = [...machine.findings];
  const { time } = machine;
  const found = findingsInHindsight(machine);
  assert.equal(machine.time, time, "the machine stands where it stood");
  assert.equal(runOut(machine), ending);
  assert.deepEqual(machine.findings, before, "its own findings stay as they are");
  return found.flatMap(({ kind, related }) =>
    related
      .filter(({ what }) => what === "last pointer lost" || what === "garbage written")
      .map(({ what, pc }) => `${kind}: ${what} ${lineOf(machine, pc)}`),
  );
}

test("a block that is overwritten, one that a register forgets, one that stays reachable", () => {
  const text = `global main
extern malloc
section .bss
p: resq 1
section .text
main:
  sub rsp, 8
  mov edi, 8
  call malloc
  mov [p], rax
  xor eax, eax
  mov qword [p], 0
  mov edi, 16
  call malloc
  mov [p], rax
  mov edi, 24
  call malloc
  add rsp, 8
  xor eax, eax
  ret
`;
  assert.deepEqual(places(text), ["leak-definite: last pointer lost 12", "leak-definite: last pointer lost 19"]);
});

test("each process has lost its own blocks, and a child those that it had from its parent", () => {
  const text = `global main
extern malloc, fork, waitpid, exit
section .bss
p: resq 1
section .text
main:
  push rbx
  mov edi, 16
  call malloc
  mov rbx, rax
  call fork
  test eax, eax
  jz .child
  mov edi, 40
  call malloc
  mov [p], rax
  mov edi, -1
  xor esi, esi
  xor edx, edx
  call waitpid
  mov qword [p], 0
  xor ebx, ebx
  xor eax, eax
  pop rbx
  ret
.child:
  mov edi, 40
  call malloc
  mov [p], rax
  mov eax, 24
  syscall
  xor ebx, ebx
  mov qword [p], 0
  mov ecx, 100
.wait: loop .wait
  mov edi, 3
  call exit
`;
  const lost = [32, 33, 22, 21].map((line) => `leak-definite: last pointer lost ${line}`);
  assert.deepEqual(places(text), lost);
});

test("what an earlier function left on the stack", () => {
  const text = `global _start
section .text
_start:
  call first
  call second
  mov eax, 60
  xor edi, edi
  syscall
first:
  push 7
  push 8
  add rsp, 16
  ret
second:
  sub rsp, 16
  cmp qword [rsp], 8
  je .x
.x:
  add rsp, 16
  ret
`;
  assert.deepEqual(places(text), ["uninit-branch: garbage written 11"]);
});

test("what nobody ever wrote has no writer", () => {
  const text = `global _start
section .text
_start:
  sub rsp, 64
  cmp byte [rsp], 0
  jne .x
.x:
  mov eax, 60
  xor edi, edi
  syscall
`;
  assert.deepEqual(places(text), []);
});

test("a program that a signal ends", () => {
  const text = `global _start
section .text
_start:
  call f
  sub rsp, 16
  mov rax, [rsp]
  mov al, [rax]
f:
  push 5
  pop rax
  ret
`;
  assert.deepEqual(places(text), ["uninit-address: garbage written 9"]);
});

test("a program that ran for long is not run once more", () => {
  const text = `global main
extern malloc
section .text
main:
  sub rsp, 8
  mov edi, 8
  call malloc
  mov ecx, 20_000_000
.more:
  dec ecx
  jnz .more
  add rsp, 8
  xor eax, eax
  ret
`;
  const { machine } = machineOf(programCase(text), { core: "jit" });
  runOut(machine);
  machine.travel = () => assert.fail("it goes back");
  assert.deepEqual(
    findingsInHindsight(machine).map(({ kind }) => kind),
    ["leak-definite"],
  );
});
