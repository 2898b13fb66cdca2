// One program of test/check in every way there is: forward, replayed from the middle, stopped at each finding, unchecked, in
// translated code. All must end as the real machine does and find exactly what is planted.

import assert from "node:assert/strict";
import type { Finding } from "../../debugger/check/finding.ts";
import type { Machine } from "../../debugger/machine/machine.ts";
import { type Case, machineOf, placesOf, runOut, spoken } from "./cases.ts";

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

/** What is right is right without definedness, too. */
function bounded(one: Case, output: string): void {
  const { machine, output: written } = machineOf(one, { check: "bounds" });
  assert.equal(runOut(machine), one.ending, `${one.name} with bounds`);
  assert.equal(written(), output, `${one.name} with bounds`);
  assert.deepEqual(placesOf(machine), [], `${one.name} with bounds`);
}

/** Runs a program in every way and compares; gives what the findings say, for the golden text. */
export function checkRun(one: Case): string {
  const { machine, output } = machineOf(one);
  assert.equal(runOut(machine), one.ending, one.name);
  assert.deepEqual(placesOf(machine), one.expected, one.name);
  const plain = machineOf(one, { check: "off", core: "jit" });
  assert.equal(runOut(plain.machine), one.ending, `${one.name} unchecked`);
  assert.equal(plain.output(), output(), `${one.name} unchecked`);
  const findings = [...machine.findings];
  const texts = findings.map((finding) => `   ${spoken(machine, finding)}`);
  translated(one, findings, output());
  if (one.expected.length === 0) bounded(one, output());
  replay(one, machine, findings);
  stopped(one, machine, findings);
  return [`== ${one.name}: ${one.ending}`, ...texts, ...one.lints.map((text) => `   check: ${text}`)].join("\n");
}
