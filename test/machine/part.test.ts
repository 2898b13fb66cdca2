// Running in parts: what is slow comes back before its instructions are used up, and no breakpoint is passed by for it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { label, worldOf } from "./program.ts";

test("copying many bytes comes back before the budget is used up", () => {
  const { machine } = worldOf(
    `section .bss
bytes: resb 16 << 20
section .text
global _start
_start: mov ecx, 8 << 20
      mov esi, bytes
      mov edi, bytes + (8 << 20)
      rep movsb
      jmp _start
`,
    { check: "off", core: "jit", translator: { hotVisits: 1 } },
  );
  for (let parts = 0; parts < 12; parts++) {
    const { time } = machine;
    assert.deepEqual(machine.run(100_000, "part"), { kind: "budget" });
    assert.ok(machine.time - time < 1000, `${machine.time - time} instructions`);
  }
  assert.ok(machine.time > 0);
});

test("a breakpoint where a part ends is not passed by", () => {
  for (const core of ["step", "jit"] as const) {
    const { machine } = worldOf(
      `global _start
_start: mov ebx, 3000
again:  mov eax, 39
        syscall
behind: dec ebx
        jnz again
        mov eax, 60
        xor edi, edi
        syscall
`,
      { check: "off", core },
    );
    const at = label(machine, "behind");
    machine.breakpoints = new Set([at]);
    let asked = 0;
    machine.conditions = new Map([[at, () => ++asked > 3000]]);
    let parts = 0;
    for (; machine.run(1_000_000, "part").kind === "budget"; parts++) assert.ok(parts < 100);
    assert.ok(parts > 3, `${parts} parts`);
    assert.equal(asked, 3000);
  }
});
