// Floating point on everything but ordinary numbers, in every core: results and MXCSR are those of a CPU. UPDATE=1 runs the
// program on this machine's, by nasm and ld.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { worldOf } from "../machine/program.ts";
import { floatProgram } from "./float-program.ts";
import { nativeOutput } from "./native-run.ts";

const EXPECTED = "test/jit/floats.txt";

test("special operands under every rounding give a CPU's results and flags", () => {
  const { source, names } = floatProgram();
  const label = (output: string): string =>
    output
      .trim()
      .split("\n")
      .map((line, k) => `${line} ${names[k]}\n`)
      .join("");
  if (process.env.UPDATE) writeFileSync(EXPECTED, label(nativeOutput(source, 64)));
  const expected = readFileSync(EXPECTED, "utf8");
  for (const options of [
    { core: "jit", check: "off" },
    { core: "jit", check: "full" },
    { core: "step", check: "off" },
  ] as const) {
    const world = worldOf(source, options);
    const stop = world.machine.run(1_000_000_000);
    assert.equal(stop.kind, "exit", JSON.stringify(options));
    assert.equal(label(world.output()), expected, JSON.stringify(options));
    assert.ok(world.machine.core.translatedBlocks > 0);
  }
});
