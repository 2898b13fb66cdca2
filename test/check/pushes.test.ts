// Many pushes in one function: what the checker keeps of them costs as much for each, however many there are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { machineOf, programCase, runOut } from "./cases.ts";

/** A function that pushes so often, and pops as often. */
const loops = (count: number): string => `global _start
section .text
f:
  mov ecx, ${count}
.down:
  push rdx
  dec ecx
  jnz .down
  mov ecx, ${count}
.up:
  pop rax
  dec ecx
  jnz .up
  ret
_start:
  xor edx, edx
  call f
  xor edi, edi
  mov eax, 60
  syscall
`;

const METHODS = ["getUint32", "setUint32", "getBigInt64", "setBigInt64"] as const;

/** How often anything is read or written in memory that translated code shares, while `act` runs. */
function countAccesses(act: () => void): number {
  const originals = METHODS.map((name) => DataView.prototype[name]);
  let count = 0;
  METHODS.forEach((name, k) => {
    const original = originals[k] as (...given: unknown[]) => unknown;
    Object.assign(DataView.prototype, {
      [name](this: DataView, ...given: unknown[]) {
        count++;
        return original.apply(this, given);
      },
    });
  });
  try {
    act();
  } finally {
    METHODS.forEach((name, k) => {
      Object.assign(DataView.prototype, { [name]: originals[k] });
    });
  }
  return count;
}

test("pushes that are there already cost nothing where translated code is entered and left", () => {
  for (const check of ["bounds", "full"] as const) {
    const [few, many] = [16_000, 64_000].map((pushes) => {
      const { machine } = machineOf(programCase(loops(pushes)), { core: "jit", check, checkpoints: "start" });
      const count = countAccesses(() => assert.equal(runOut(machine), "exit 0"));
      assert.deepEqual(machine.findings, []);
      return count;
    }) as [number, number];
    assert.ok(many < 6 * few, `${check}: ${few} accesses, then ${many}`);
  }
});

/** A function that leaves one push behind thousands of others on the stack, and one that pops that and most of the others. */
const LEFT = `global _start
section .text
f:
  mov ecx, 6000
.down:
  push rdx
  dec ecx
  jnz .down
  push rbx
  mov ecx, POPS
  jecxz .end
.up:
  pop rax
  dec ecx
  jnz .up
.end:
  ret
_start:
  xor edx, edx
  call f
  mov eax, 60
  syscall
`;

test("the push that a ret meets is named, however many came before", () => {
  for (const [pops, place] of [
    ["0", "`push rbx` at line 9"],
    ["5999", "`push rdx` at line 6"],
  ] as const) {
    for (const core of ["step", "jit"] as const) {
      const { machine } = machineOf(programCase(LEFT.replace("POPS", pops)), { core });
      runOut(machine);
      const found = machine.findings.find(({ kind }) => kind === "stack-imbalance");
      assert.ok(found?.details.includes(`On top lies what ${place} has pushed.`), `${core}: ${found?.details}`);
    }
  }
});
