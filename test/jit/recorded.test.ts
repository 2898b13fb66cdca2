// The translator against a recorded CPU: every case of the integer sample in freshly translated code.

import assert from "node:assert/strict";
import test from "node:test";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createTranslator } from "../../debugger/jit/create.ts";
import { CaseRunner } from "../oracle/machine.ts";
import { differences, readSample } from "../oracle/sample.ts";

/** One case in so many: making a module for each takes most of the time. */
const EVERY = 4;

test("translated integer instructions do what a recorded CPU did, in both modes", () => {
  let translated = 0;
  const cores: { translatedBlocks: number }[] = [];
  const runner = new CaseRunner((memory, state, bits) => {
    const core = createTranslator(createStepEngine(memory, state, bits), { hotVisits: 1 });
    cores.push(core);
    return core;
  });
  const wrong: string[] = [];
  let count = 0;
  for (const recorded of readSample("test/cpu/data/integer.cases.br")) {
    if (count++ % EVERY !== 0) continue;
    const found = differences(recorded, runner.run(recorded.case));
    if (found.length > 0) wrong.push(`${recorded.case.mode} ${recorded.form}: ${found.slice(0, 3).join("; ")}`);
  }
  translated = cores.reduce((sum, core) => sum + core.translatedBlocks, 0);
  assert.deepEqual(wrong.slice(0, 20), []);
  assert.ok(translated > count / EVERY / 3, `${translated} runs of ${count / EVERY} cases were translated`);
});
