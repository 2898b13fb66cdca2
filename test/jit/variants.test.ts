// The programs of bench/programs in each variant of the translator, translated before anything runs for the first time, and
// with regions cut at random places: what the CPU prints, after as many instructions as the step engine takes. UPDATE=1
// records the CPU's output anew.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import type { MachineOptions } from "../../debugger/machine/machine.ts";
import { worldOf } from "../machine/program.ts";
import { nativeOutput } from "./native-run.ts";
import { randomFrom } from "./random-program.ts";

/** Sizes of some ten thousand instructions. */
const SIZES: Readonly<Record<string, number>> = {
  bignum: 3,
  bytecode: 1,
  calls: 5,
  checksum: 1,
  crc32: 1,
  factorial: 30,
  machine: 400,
  nbody: 20,
  planets: 20,
  quicksort: 200,
  search: 40,
  sort: 200,
  i386_collatz: 100,
  i386_fib: 12,
  i386_heap: 100,
  i386_heapsort: 100,
  i386_loop: 2000,
};
const RECORDED = "test/jit/variants.txt";

const read = (name: string): string => readFileSync(`bench/programs/${name}`, "utf8");
const sourceOf = (name: string): string =>
  `%define N ${SIZES[name]}\n${read(`${name}.asm`)
    .replace("%define SIZE 65536", "%define SIZE 1024")
    .replace("length: dq 65536", "length: dq 1024")
    .replace("LIMIT equ 10000", "LIMIT equ 60")
    .replace(/%include "(finish\d\d\.inc)"/, (_, file) => read(file))}`;

const seed = Number(process.env.TRANSLATOR_SEED ?? Date.now() % 1e9);

/** How code is cut into regions. */
function waysOf(name: string): readonly NonNullable<MachineOptions["translator"]>[] {
  const random = randomFrom(seed ^ name.length);
  const step = 3 + random(20);
  const rest = random(step);
  return [{ hotVisits: 1 }, { hotVisits: 2, maxInstructions: 200, mayJoin: (address) => address % step !== rest }];
}

test("programs do the same in each variant, translated at once and cut at random places", () => {
  const names = Object.keys(SIZES);
  if (process.env.UPDATE) {
    const lines = names.map((name) => `${name}: ${nativeOutput(sourceOf(name), name.startsWith("i386") ? 32 : 64)}\n`);
    writeFileSync(RECORDED, lines.join(""));
  }
  const lines = readFileSync(RECORDED, "utf8").trim().split("\n");
  const expected = new Map(lines.map((line) => line.split(": ") as [string, string]));
  for (const name of names) {
    const source = sourceOf(name);
    const run = (options: Partial<MachineOptions>, how: string): number => {
      const world = worldOf(source, options);
      const stop = world.machine.run(50_000_000);
      assert.equal(stop.kind, "exit", how);
      assert.equal(world.output().trim(), expected.get(name), how);
      return world.machine.time;
    };
    const time = run({ core: "step", check: "off" }, `${name} in the step engine`);
    for (const check of ["off", "bounds", "full"] as const)
      for (const translator of waysOf(name)) {
        const how = `${name} --check=${check}, hot at ${translator.hotVisits}, TRANSLATOR_SEED=${seed}`;
        assert.equal(run({ core: "jit", check, translator }, how), time, how);
      }
  }
});
