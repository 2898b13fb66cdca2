// Compiled conditions say what the evaluator says, at every instant of a run.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compileCondition } from "../../debugger/view/condition.ts";
import { holds } from "../../debugger/view/evaluate.ts";
import { ExpressionError } from "../../debugger/view/expression.ts";
import { symbolNamed } from "../../debugger/view/labels.ts";
import { createScene } from "../../debugger/view/scene.ts";
import { worldOf } from "../machine/program.ts";

const SOURCE = `global _start
section .data
count: dd 3
bytes: db 1, 2, 0xff
section .text
_start:
    mov rcx, -2
    mov ebx, 0x80000000
    lea rsi, [rel bytes]
.round:
    add dword [rel count], ecx
    movzx eax, byte [rsi]
    inc rsi
    inc rcx
    jnz .round
    xor edi, edi
    mov eax, 60
    syscall
`;

const CONDITIONS = [
  ...[
    "1",
    "0",
    "rcx",
    "rcx == -1",
    "ecx == -1",
    "cl < 0",
    "rcx < 0",
    "ecx <= -2",
    "ebx < 0",
    "rbx < 0",
    "ebx == 0x80000000",
  ],
  ...[
    "count",
    "[count] == 3",
    "dword [count] == 2",
    "byte [rsi] == 2",
    "byte [rsi-1] > 1",
    "[bytes+2] == 0xff",
    "$rax",
  ],
  ...[
    "zf",
    "cf == 0",
    "!zf",
    "~rcx == 0",
    "-rcx == 1",
    "*rsi",
    "rax && rcx",
    "rax || 0",
    "0 && [0]",
    "1 || [0]",
    "[0] == 1",
  ],
  ...["rax + rcx * 2 - 1 > 0", "rcx >> 60", "rcx << 200", "rax / 2 == 1", "rcx // 2", "rcx %% 2", "rax % 2", "1 / rax"],
  ...["i8(rax) < 0", "u8(rcx) == 255", "u32(rcx) > 0", "time == 4", "rip == $", ".round == 0", "_start.round < rip"],
  ...["rax ^ 3", "rax & 1", "rax | 0", "xmm0 == 0", "eflags & 0x40"],
];

function truth(act: () => boolean): string {
  try {
    return String(act());
  } catch (error) {
    if (error instanceof ExpressionError) return "stop and say why";
    throw error;
  }
}

test("a compiled condition is true where the evaluator says so, and where it cannot say", () => {
  const { machine } = worldOf(SOURCE);
  const compiled = new Set<string>();
  while (!machine.ended) {
    const pc = Number(machine.state.rip);
    for (const condition of CONDITIONS) {
      const test = compileCondition(machine, pc, condition);
      if (test === undefined) continue;
      compiled.add(condition);
      const expected = truth(() => holds({ scene: createScene(machine), frame: 0 }, condition));
      assert.equal(
        String(test()),
        expected === "stop and say why" ? "true" : expected,
        `${condition} at ${machine.time}`,
      );
    }
    machine.run(1);
  }
  const left = CONDITIONS.filter((condition) => !compiled.has(condition));
  assert.deepEqual(left, [], "not compiled");
});

test("what needs more than the state is left to the evaluator", () => {
  const { machine } = worldOf(SOURCE);
  for (const condition of ["heap(rax)", "&count", "nowhere == 1", '"a" == 97', "tword [rsi]"])
    assert.equal(compileCondition(machine, Number(machine.state.rip), condition), undefined, condition);
});

test("a breakpoint whose condition does not hold is passed by, forwards and backwards", () => {
  const { machine } = worldOf(SOURCE);
  const at = symbolNamed(machine.image, "_start.round")!.address;
  machine.breakpoints = new Set([at]);
  machine.conditions = new Map([[at, compileCondition(machine, at, "rcx == -1")!]]);
  assert.deepEqual([machine.run(1000).kind, machine.state.read("rcx")], ["breakpoint", 2n ** 64n - 1n]);
  assert.equal(machine.run(1000).kind, "exit");
  assert.deepEqual([machine.reverse().kind, machine.state.read("rcx")], ["breakpoint", 2n ** 64n - 1n]);
  assert.equal(machine.reverse().kind, "start");
});
