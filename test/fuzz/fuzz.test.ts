// A second of the fuzzer: the first seeds, and the inputs that blow something up each in its smallest form with the sentence
// that says which limit was met. `npm run fuzz` goes on for as long as one likes.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import type { AssembleOptions } from "../../server/asm/options.ts";
import { createSource } from "../../server/base/source.ts";
import { analyse } from "../../server/ide/analysis.ts";
import { attempt, attemptInEditor, attemptOf } from "./attempt.ts";
import { attemptExecutable, badExecutable, goodExecutables } from "./executables.ts";

const folder = join(process.cwd(), "examples");
const programs = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
const SEEDS = 120;

test(`nothing throws: seeds 1 to ${SEEDS}`, () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const one = attemptOf(seed, programs);
    try {
      attempt(one);
      if (seed % 8 === 1) attemptInEditor(one);
    } catch (error) {
      assert.fail(`seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    }
  }
});

const EXECUTABLES = 150;

test(`broken executables are refused in words or run within their limits: seeds 1 to ${EXECUTABLES}`, () => {
  const good = goodExecutables();
  for (const bytes of good) assert.equal(attemptExecutable(bytes), "signal");
  const outcomes = new Set<string>();
  for (let seed = 1; seed <= EXECUTABLES; seed++) {
    try {
      outcomes.add(attemptExecutable(badExecutable(seed, good)));
    } catch (error) {
      assert.fail(`seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  assert.ok(outcomes.has("refused") && outcomes.size >= 2, [...outcomes].join());
});

const options: AssembleOptions = { format: "elf64", reader: () => "missing", timeSeconds: 0 };

function messages(text: string, more: Partial<AssembleOptions> = {}): string {
  const source = createSource("t.asm", Buffer.from(text, "latin1"));
  const { diagnostics } = assemble(source, { ...options, ...more });
  return [...new Set(diagnostics.map(({ message }) => message))].join("\n");
}

test("each limit has its sentence", () => {
  const circle = {
    reader: ({ name }: { readonly name: string }) => ({ name, bytes: Buffer.from('%include "self"\n') }),
  };
  // NASM keeps counts in 32 bits, so `times 1<<62` is none.
  assert.equal(messages("times 1<<62 db 0"), "TIMES value 4611686018427387904 exceeds 32 bits: 0 is left of it");
  assert.match(messages("times 1<<30 db 0"), /output is larger than 268435456 bytes/);
  assert.match(messages("db 1<<30 dup (0)"), /output is larger than/);
  assert.match(messages("%rep 1<<40\nnop\n%endrep"), /`%rep' count 1099511627776 exceeds limit \(currently 1000000\)/);
  assert.match(
    messages("%rep 1000000\n%rep 1000000\n%endrep\n%endrep", { limits: { expansions: 50_000 } }),
    /more than 50000 macro expansions, repetitions and lines that they make/,
  );
  assert.match(messages("%rmacro m 0\nm\n%endmacro\nm"), /interminable multiline macro recursion/);
  assert.match(messages('%include "self"\n', circle), /includ/);
  assert.match(messages(`mov eax, ${"(".repeat(5000)}1`), /expression too long/);
  assert.match(messages(`db ${"1,".repeat(1_000_001)}`), /line is longer than 2000000 bytes/);
  const bomb = `%define a0 nop\n${Array.from({ length: 40 }, (_, k) => `%define a${k + 1} a${k} a${k}`).join("\n")}\ndb a40`;
  assert.match(messages(bomb), /longer than 1000000 bytes|more than|expan/);
});

// Each keystroke makes such an analysis: how much it does and says is bounded, whatever a repetition asks for.
test("the editor stops a repetition of a million lines", () => {
  for (const [body, said] of [
    ["l%%: jz l", ["parser: instruction expected"]],
    ["mov al, 5000", ["byte data exceeds bounds"]],
  ] as const) {
    const source = createSource("t.asm", Buffer.from(`%rep 1000000\n${body}\n%endrep\n`, "latin1"));
    const { assembly, diagnostics } = analyse(source, {
      reader: () => "missing",
      includePaths: [],
      defines: [],
      bits: 64,
    });
    assert.ok(diagnostics.length <= 4, `${body}: ${diagnostics.length} messages`);
    for (const message of said)
      assert.ok(
        diagnostics.some((one) => one.message.includes(message)),
        `${body}: ${message}`,
      );
    const bytes = assembly!.module.sections.reduce((sum, section) => sum + section.bytes.length, 0);
    assert.ok(bytes <= 3_000_000, `${body}: ${bytes} bytes`);
  }
});
