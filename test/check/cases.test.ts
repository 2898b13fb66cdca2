// Every case gives exactly the findings it plants, every trap none: forward, replayed, and stopped at each finding. The
// texts of the findings stand in cases.golden.txt, to be read.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { Finding } from "../../debugger/check/finding.ts";
import type { Machine } from "../../debugger/machine/machine.ts";
import { findingKinds } from "../../server/facts/findings.ts";
import { type Case, caseNamed, caseNames, machineOf, placesOf, runOut, spoken } from "./cases.ts";

const GOLDEN = "test/check/cases.golden.txt";

/** The same run again: from the middle after travelling back, and from the start. */
function replay(one: Case, machine: Machine, findings: unknown): void {
  const { time } = machine;
  for (const instant of [Math.floor(time / 2), Math.max(0, time - 1), 0]) {
    machine.travel(instant);
    assert.equal(machine.time, instant, `${one.name} travels to ${instant}`);
    assert.equal(runOut(machine), one.ending, `${one.name} replayed from ${instant}`);
    assert.deepEqual(machine.findings, findings, `${one.name} replayed from ${instant}`);
  }
}

/** A debugger that stops at every finding stands before the instruction, and sees them all. */
function stopped(one: Case, machine: Machine, findings: readonly Finding[]): void {
  machine.travel(0);
  machine.stopAtFinding = () => true;
  const seen = new Set<number>();
  const ending = runOut(machine, (stop) => {
    if (stop.kind !== "finding") return;
    seen.add(stop.finding.time);
    assert.equal(machine.time, stop.finding.time, `${one.name} stands before ${stop.finding.kind}`);
  });
  assert.equal(ending, one.ending, one.name);
  assert.deepEqual(machine.findings, findings, `${one.name} with stops`);
  const last = machine.ended?.kind === "signal" ? machine.ended.finding?.time : undefined;
  for (const { kind, time } of findings) assert.ok(seen.has(time) || time === last, `${one.name} stops at ${kind}`);
}

/** Cases that find the same without definedness. */
const BOUNDS_MATTER = /^(heap|use-after|brk|free|return-address|callee-saved)/;
const AT_ONCE = { core: "jit", translator: { hotVisits: 1 } } as const;

/** Translated code finds the same at the same times, forward and replayed from the middle. */
function translated(one: Case, findings: readonly Finding[], output: string): void {
  const fast = machineOf(one, AT_ONCE);
  assert.equal(runOut(fast.machine), one.ending, `${one.name} translated`);
  assert.equal(fast.output(), output, `${one.name} translated`);
  assert.deepEqual(fast.machine.findings, findings, `${one.name} translated`);
  fast.machine.travel(Math.floor(fast.machine.time / 2));
  assert.equal(runOut(fast.machine), one.ending, `${one.name} translated, replayed`);
  assert.deepEqual(fast.machine.findings, findings, `${one.name} translated, replayed`);
  if (!BOUNDS_MATTER.test(one.name)) return;
  const slow = machineOf(one, { check: "bounds" });
  const bounds = machineOf(one, { check: "bounds", ...AT_ONCE });
  assert.equal(runOut(bounds.machine), runOut(slow.machine), `${one.name} translated, bounds`);
  assert.deepEqual(bounds.machine.findings, slow.machine.findings, `${one.name} translated, bounds`);
}

function checkRun(one: Case): string {
  const { machine, output } = machineOf(one);
  assert.equal(runOut(machine), one.ending, one.name);
  assert.deepEqual(placesOf(machine), one.expected, one.name);
  const plain = machineOf(one, { check: "off", core: "jit" });
  assert.equal(runOut(plain.machine), one.ending, `${one.name} unchecked`);
  assert.equal(plain.output(), output(), `${one.name} unchecked`);
  const findings = [...machine.findings];
  const texts = findings.map((finding) => `   ${spoken(machine, finding)}`);
  translated(one, findings, output());
  replay(one, machine, findings);
  stopped(one, machine, findings);
  return [`== ${one.name}: ${one.ending}`, ...texts, ...one.lints.map((text) => `   check: ${text}`)].join("\n");
}

const spokenCases: string[] = [];
/** Of all cases, for the tests at the end. */
const known: Pick<Case, "name" | "expected" | "lints">[] = [];
for (const name of caseNames("cases")) {
  test(`case ${name}`, () => {
    const one = caseNamed("cases", name);
    known.push({ name, expected: one.expected, lints: one.lints });
    spokenCases.push(checkRun(one));
  });
}
for (const name of caseNames("traps")) {
  test(`trap ${name}`, () => {
    const one = caseNamed("traps", name);
    assert.deepEqual(one.expected, []);
    checkRun(one);
    assert.deepEqual(one.lints, []);
  });
}

test("the findings read as the golden text says", () => {
  const text = `${spokenCases.join("\n")}\n`;
  if (process.env.UPDATE) writeFileSync(GOLDEN, text);
  assert.equal(text, readFileSync(GOLDEN, "utf8"));
});

/** What the run calls a kind that has a name of its own in the static layer. */
const RUN_KINDS: Readonly<Record<string, readonly string[]>> = {
  "wrong-abi": ["syscall-args", "syscall-bad-address"],
  "undivided-dividend": ["divide-error"],
  "push-pop-width": ["stack-imbalance"],
};

test("what the static layer says of a case, the run says too", () => {
  for (const { name, expected, lints } of known) {
    const kinds = new Set(expected.map((place) => place.split(": ")[1]));
    for (const lint of lints) {
      const kind = lint.split(": ")[1]!;
      assert.ok(
        (RUN_KINDS[kind] ?? [kind]).some((one) => kinds.has(one)),
        `${name}: ${lint}`,
      );
    }
  }
});

/** Kinds that the assembler or the static layer alone can see. */
const STATIC_ONLY = new Set([
  "data-overflow",
  "imm64-to-memory",
  "missing-extern",
  "missing-null-check",
  "push-pop-width",
  "undivided-dividend",
  "wrong-abi",
]);

test("every kind has a case", () => {
  const planted = new Set(known.flatMap(({ expected }) => expected.map((place) => place.split(": ")[1])));
  const missing = Object.keys(findingKinds).filter((kind) => !planted.has(kind) && !STATIC_ONLY.has(kind));
  assert.deepEqual(missing, []);
});
