import assert from "node:assert/strict";
import test from "node:test";
import { CaseRunner } from "../oracle/machine.ts";
import { differences, readSample } from "../oracle/sample.ts";

const SHOWN = 20;

function replay(path: string): void {
  const runner = new CaseRunner();
  const wrong: string[] = [];
  let count = 0;
  for (const recorded of readSample(path)) {
    count++;
    const found = differences(recorded, runner.run(recorded.case));
    if (found.length === 0) continue;
    const code = Buffer.from(recorded.case.code).toString("hex");
    wrong.push(`${recorded.case.mode} ${recorded.form} [${code}] ${found.slice(0, 3).join("; ")}`);
  }
  assert.ok(count > 0, "the sample has cases");
  assert.equal(wrong.length, 0, `${wrong.length} of ${count} cases differ:\n${wrong.slice(0, SHOWN).join("\n")}`);
}

test("integer instructions do what a recorded CPU did, in both modes", () => replay("test/cpu/data/integer.cases.br"));

test("SSE to SSE4.2 instructions do what a recorded CPU did", () => replay("test/cpu/data/sse.cases.br"));

test("x87 and MMX instructions do what a recorded CPU did", () => replay("test/cpu/data/x87.cases.br"));

test("AVX, AVX2, FMA, F16C, AES, SHA and Galois field instructions do what a recorded CPU did", () =>
  replay("test/cpu/data/avx.cases.br"));

test("equal operands in high bytes, sums at the last bit, exponents far off, wrong addresses and SSE4A do what a recorded CPU did", () =>
  replay("test/cpu/data/borders.cases.br"));

test("with EFLAGS.AC set, operands that are not aligned do what a recorded CPU did", () =>
  replay("test/cpu/data/alignment.cases.br"));
