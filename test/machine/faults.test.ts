import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { MachineOptions } from "../../debugger/machine/machine.ts";
import { worldOf } from "./program.ts";

const SOURCE = "test/machine/faults.asm";
const RECORDED = "test/machine/faults.out";

/** What the program prints on this machine's CPU. */
function onTheCpu(): string {
  const folder = mkdtempSync(join(tmpdir(), "faults-"));
  try {
    const [object, program] = [join(folder, "faults.o"), join(folder, "faults")];
    execFileSync("nasm", ["-felf64", SOURCE, "-o", object]);
    execFileSync("ld", [object, "-o", program]);
    return execFileSync(program, { encoding: "utf8", timeout: 10_000 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const variants: readonly Pick<MachineOptions, "core" | "check">[] = [
  { core: "step", check: "off" },
  { core: "step", check: "full" },
  { core: "jit", check: "off" },
  { core: "jit", check: "full" },
];

if (process.env.UPDATE) writeFileSync(RECORDED, onTheCpu());

for (const options of variants) {
  test(`faults, single steps and the x87's last instruction are as on the CPU: ${options.core}, check=${options.check}`, () => {
    const world = worldOf(readFileSync(SOURCE, "utf8"), options);
    const stop = world.machine.run(10_000_000);
    assert.deepEqual(world.output().split("\n"), readFileSync(RECORDED, "utf8").split("\n"));
    assert.deepEqual(stop, { kind: "exit", code: 0 });
  });
}
