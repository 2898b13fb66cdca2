// Findings by the million: one place must not hide what others have to say, and the run ends as it would without them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_OBJECTS } from "../../debugger/check/finding.ts";
import { machineOf, placesOf, programCase, runOut } from "./cases.ts";

/** Zero bytes are `add [rax], al`: as many instructions as half the mapping has bytes, none of them with a line. */
const ZEROS = `global _start
section .text
_start:
  mov eax, 9
  xor edi, edi
  mov esi, 16384
  mov edx, 7
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  mov rbx, rax
  lea rax, [rsp-4096]
  call rbx
  mov eax, 60
  xor edi, edi
  syscall
`;

test("code without lines counts as where the source was left for it", () => {
  for (const core of ["step", "jit"] as const) {
    const { machine } = machineOf(programCase(ZEROS), { core });
    assert.equal(runOut(machine), "signal SIGSEGV");
    const { findings } = machine;
    assert.ok(findings.length < 10, `${findings.length} findings`);
    assert.ok(findings.some(({ kind, count }) => kind === "below-rsp-read" && count > 8_000));
    assert.match(machine.ended?.kind === "signal" ? (machine.ended.finding?.kind ?? "") : "", /unmapped|jump|exec/);
  }
});

const BLOCKS = `global main
extern malloc
section .text
main:
  push rbx
  mov ebx, 300
.next:
  mov edi, 8
  call malloc
  mov byte [rax+8], 1
  mov byte [rax-1], 1
  dec ebx
  jnz .next
  xor eax, eax
  pop rbx
  ret
`;

test("one instruction that harms many blocks leaves room for others", () => {
  const { machine } = machineOf(programCase(BLOCKS));
  assert.equal(runOut(machine), "exit 0");
  const of = (name: string) => machine.findings.filter(({ kind }) => kind === name);
  for (const kind of ["heap-overflow-write", "heap-underflow-write"]) {
    assert.equal(of(kind).length, MAX_OBJECTS);
    assert.equal(
      of(kind).reduce((sum, { count }) => sum + count, 0),
      300,
    );
  }
  assert.deepEqual(placesOf(machine, of("heap-overflow-write")), ["10: heap-overflow-write"]);
  assert.ok(of("leak-definite").length > 0);
});

const SAME = `global main
extern malloc, free
section .text
main:
  push rbx
  mov edi, 8
  call malloc
  mov rbx, rax
  mov ecx, 1000
.next:
  add dword [rbx+8], 1
  %rep 2
  mov al, [rbx-1]
  %endrep
  dec ecx
  jnz .next
  mov rdi, rbx
  call free
  xor eax, eax
  pop rbx
  ret
`;

test("the same finding is counted each time, forward and again from the middle", () => {
  for (const core of ["step", "jit"] as const) {
    const { machine } = machineOf(programCase(SAME), { core });
    const counts = () => machine.findings.map(({ kind, count }) => `${kind} ${count}`);
    assert.equal(runOut(machine), "exit 0");
    const all = ["heap-overflow-read 1000", "heap-overflow-write 1000", "heap-underflow-read 2000"];
    assert.deepEqual(counts().sort(), all, core);
    machine.travel(Math.floor(machine.time / 2));
    const half = machine.findings.find(({ kind }) => kind === "heap-underflow-read")!.count;
    assert.ok(half > 900 && half < 1100, `${half}`);
    assert.equal(runOut(machine), "exit 0");
    assert.deepEqual(counts().sort(), all, core);
  }
});
