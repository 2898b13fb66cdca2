// Who wrote these bytes: the last instruction or call that did, and what it found there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { whoWrote } from "../../debugger/machine/who.ts";
import { caseNamed, lineOf, machineOf, runOut } from "./cases.ts";

const named = (name: string) => caseNamed("cases", name);

test("the last write to the stack's return address", () => {
  const one = named("return-address-overwritten");
  const { machine } = machineOf(one);
  runOut(machine);
  const { address } = machine.findings.find(({ kind }) => kind === "return-address-overwritten")!;
  const end = machine.time;
  const writer = whoWrote(machine, address!, 1)!;
  assert.equal(lineOf(machine, writer.pc), 15);
  assert.ok(writer.time < end);
  assert.deepEqual([...writer.before], [0x05], "the return address's lowest byte");
  assert.equal(machine.time, end, "the machine stands where it stood");
});

test("what the kernel wrote is the system call's", () => {
  const one = named("return-address-read");
  const { machine } = machineOf(one);
  runOut(machine);
  const { address } = machine.findings.find(({ kind }) => kind === "return-address-overwritten")!;
  assert.equal(lineOf(machine, whoWrote(machine, address!, 8)!.pc), 16);
});

test("nobody has written an untouched variable", () => {
  const { machine } = machineOf(named("global-pointer-write"));
  runOut(machine);
  assert.equal(
    whoWrote(machine, machine.image.symbols.find(({ name }) => name === "count")!.address + 2, 1),
    undefined,
  );
});
