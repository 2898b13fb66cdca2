// The translator against a recorded CPU: every case of the integer sample in freshly translated code.

import assert from "node:assert/strict";
import test from "node:test";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createTranslator } from "../../debugger/jit/create.ts";
import { type CaseCore, createCaseCore } from "../oracle/case-core.ts";
import { CaseRunner, type MakeCore } from "../oracle/machine.ts";
import { differences, type RecordedCase, readSample } from "../oracle/sample.ts";

/**
 * Making a module for each case takes most of the time, so one case stands for each form of instruction: its first that does
 * not fault, so that all of it runs, or else the first.
 */
function oneOfEachForm(path: string): RecordedCase[] {
  const chosen = new Map<string, RecordedCase>();
  for (const recorded of readSample(path)) {
    const key = `${recorded.case.mode} ${recorded.form}`;
    const before = chosen.get(key);
    if (before === undefined || (before.expected.fault !== undefined && recorded.expected.fault === undefined))
      chosen.set(key, recorded);
  }
  return [...chosen.values()];
}

/** A translator that knows no cold code. */
const createTranslatedAtOnce: MakeCore = (memory, state, bits) =>
  createTranslator(createStepEngine(memory, state, bits), { hotVisits: 1, maxInstructions: 4 });

/** Replays a sample in fresh translations; at least a share of the cases must have been translated. */
function replay(path: string, share: number): void {
  const cores: { translatedBlocks: number }[] = [];
  const runner = new CaseRunner((memory, state, bits) => {
    const core = createTranslatedAtOnce(memory, state, bits);
    cores.push(core);
    return core;
  });
  const wrong: string[] = [];
  const cases = oneOfEachForm(path);
  for (const recorded of cases) {
    const found = differences(recorded, runner.run(recorded.case));
    if (found.length > 0) wrong.push(`${recorded.case.mode} ${recorded.form}: ${found.slice(0, 3).join("; ")}`);
  }
  const translated = cores.reduce((sum, core) => sum + core.translatedBlocks, 0);
  assert.deepEqual(wrong.slice(0, 20), []);
  assert.ok(translated > cases.length * share, `${translated} regions for ${cases.length} cases`);
}

test("translated integer instructions do what a recorded CPU did, in both modes", () =>
  replay("test/cpu/data/integer.cases.br", 0.4));

test("translated SSE instructions do what a recorded CPU did", () => replay("test/cpu/data/sse.cases.br", 0.25));

test("translated AVX instructions do what a recorded CPU did", () => replay("test/cpu/data/avx.cases.br", 0.1));

test("translated x87 instructions do what a recorded CPU did", () => replay("test/cpu/data/x87.cases.br", 0.1));

/** Replays a sample in the emitted interpreter, each case in code made for its shape; at least so many shapes must have come up. */
function replayInCases(
  path: string,
  atLeast: number,
  choose: (path: string) => Iterable<RecordedCase> = readSample,
): void {
  const cores: CaseCore[] = [];
  const runner = new CaseRunner((...machine) => {
    const core = createCaseCore(...machine);
    cores.push(core);
    return core;
  });
  const wrong: string[] = [];
  for (const recorded of choose(path)) {
    const found = differences(recorded, runner.run(recorded.case));
    if (found.length > 0) wrong.push(`${recorded.case.mode} ${recorded.form}: ${found.slice(0, 3).join("; ")}`);
  }
  assert.deepEqual(wrong.slice(0, 20), []);
  const shapes = cores.reduce((sum, core) => sum + core.shapes, 0);
  assert.ok(shapes > atLeast, `${shapes} shapes`);
}

test("cases of the emitted interpreter do what a recorded CPU did, in both modes", () =>
  replayInCases("test/cpu/data/integer.cases.br", 2000));

test("SSE cases of the emitted interpreter do what a recorded CPU did", () =>
  replayInCases("test/cpu/data/sse.cases.br", 200));

test("x87 cases of the emitted interpreter do what a recorded CPU did", () =>
  replayInCases("test/cpu/data/x87.cases.br", 50));

test("border cases of the emitted interpreter do what a recorded CPU did", () =>
  replayInCases("test/cpu/data/borders.cases.br", 20));

test("AVX cases of the emitted interpreter do what a recorded CPU did", () =>
  replayInCases("test/cpu/data/avx.cases.br", 100, oneOfEachForm));

test("translated code is left while EFLAGS.AC is set", () => {
  const [runner, wrong] = [new CaseRunner(createTranslatedAtOnce), []] as [CaseRunner, string[]];
  for (const recorded of readSample("test/cpu/data/alignment.cases.br")) {
    const found = differences(recorded, runner.run(recorded.case));
    if (found.length > 0) wrong.push(`${recorded.case.mode} ${recorded.form}: ${found.slice(0, 3).join("; ")}`);
  }
  assert.deepEqual(wrong, []);
});

test("the emitted interpreter is left while EFLAGS.AC is set", () =>
  replayInCases("test/cpu/data/alignment.cases.br", -1));
