// Translator and emitted interpreter against the step engine on random programs. TRANSLATOR_SECONDS runs for long,
// TRANSLATOR_SEED repeats what failed.

import assert from "node:assert/strict";
import test from "node:test";
import { compareCores, compareSeeds } from "./core-comparison.ts";
import { randomFrom, randomProgram } from "./random-program.ts";
import { randomX87Program } from "./x87-program.ts";

test("random programs go the same way in the step engine, the translator and the emitted interpreter", () => {
  const { difference, regions, shapes, seeds } = compareSeeds(15, (seed) => {
    const random = randomFrom(seed ^ 0x5eed);
    const source = randomProgram(seed, random(4) === 0 ? 32 : 64);
    return compareCores(`seed ${seed}`, source, random);
  });
  assert.equal(difference, undefined);
  if (seeds === 1) return;
  assert.ok(shapes > 8 * seeds, `${shapes} shapes in ${seeds} programs`);
  assert.ok(regions > seeds, `${regions} regions in ${seeds} programs`);
});

test("random programs for the x87 go the same way in all cores", () => {
  const { difference, regions, seeds } = compareSeeds(10, (seed) => {
    const random = randomFrom(seed ^ 0x5eed);
    const bits = random(4) === 0 ? 32 : 64;
    const source = randomX87Program(seed, { bits, end: "hlt", stops: random(3) === 0 });
    return compareCores(`seed ${seed} (x87)`, source, random);
  });
  assert.equal(difference, undefined);
  assert.ok(regions >= seeds, `${regions} regions in ${seeds} programs`);
});
