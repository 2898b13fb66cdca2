import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import type { MachineOptions } from "../../debugger/machine/machine.ts";
import { worldOf } from "./program.ts";

const PROGRAMS = [
  { name: "faults", bits: "64", says: "faults, single steps and the x87's last instruction" },
  { name: "segments", bits: "32", says: "segments of a 32-bit program" },
] as const;

/** What the program prints on this machine's CPU. */
function onTheCpu({ name, bits }: (typeof PROGRAMS)[number]): string {
  const folder = mkdtempSync(join(tmpdir(), "faults-"));
  try {
    const [object, program] = [join(folder, "object.o"), join(folder, "program")];
    execFileSync("nasm", [`-felf${bits}`, `test/machine/${name}.asm`, "-o", object]);
    execFileSync("ld", ["-m", bits === "64" ? "elf_x86_64" : "elf_i386", object, "-o", program]);
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

for (const program of PROGRAMS) {
  const recorded = `test/machine/${program.name}.out`;
  if (process.env.UPDATE) writeFileSync(recorded, onTheCpu(program));
  for (const options of variants) {
    test(`${program.says} are as on the CPU: ${options.core}, check=${options.check}`, () => {
      const world = worldOf(readFileSync(`test/machine/${program.name}.asm`, "utf8"), options);
      const stop = world.machine.run(10_000_000);
      assert.deepEqual(world.output().split("\n"), readFileSync(recorded, "utf8").split("\n"));
      assert.deepEqual(stop, { kind: "exit", code: 0 });
    });
  }
}
