// Where the last pointer to a leaked block was lost, on replay.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lastPointerLost } from "../../debugger/machine/lost.ts";
import { lineOf, machineOf, programCase, runOut } from "./cases.ts";

/** A block whose address goes to memory and to a register; `end` loses it or not. */
const program = (end: string): string => `global main
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
${end}  pop rbx
  ret
`;

test("the instruction that lost the last pointer to a block", () => {
  const lost = `  mov qword [kept], 0
  mov ecx, 1000
.wait: loop .wait
  mov rbx, 7
  xor eax, eax
`;
  const { machine } = machineOf(programCase(program(lost)));
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
  const { machine } = machineOf(programCase(program("")));
  runOut(machine);
  const [block] = machine.heapBlocks();
  assert.equal(lastPointerLost(machine, block!.address, block!.allocated.time), undefined);
});
