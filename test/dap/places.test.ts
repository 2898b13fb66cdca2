// Where a person goes in one click: into one of several calls, back to the beginning of a function, to code that the program
// has written; and how values are shown in the client's format.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { createHitTimes } from "../../debugger/dap/hit-times.ts";
import { Client, compareGolden, dataFolder } from "./conversation.ts";

const timeout = 60_000;
const thread = { threadId: 1 };

/** Stands on the line with the two calls. */
async function atCalls(): Promise<Client> {
  const client = new Client();
  await client.start("targets.asm", { lines: [11] });
  await client.event("stopped");
  return client;
}

interface Targets {
  readonly targets: readonly { readonly id: number; readonly label: string }[];
}

test("into one of the calls of a line", { timeout }, async () => {
  const client = await atCalls();
  const { targets } = await client.request<Targets>("stepInTargets", { frameId: 1 });
  assert.deepEqual(
    targets.map(({ label }) => label),
    ["double", "increment"],
  );
  await client.move("stepIn", { ...thread, targetId: targets[1]!.id });
  assert.deepEqual(await client.stack(), ["increment:33", "_start:11"]);
  assert.equal(await client.evaluate("eax, d"), "10", "the first call has run");
  assert.deepEqual((await client.request<Targets>("stepInTargets", { frameId: 1 })).targets, []);
  assert.equal((await client.ask("stepIn", { ...thread, targetId: 5 })).success, false);
  compareGolden("targets", client.transcript());
});

test("a function begins again as it was called", { timeout }, async () => {
  const client = new Client();
  await client.start("frames.asm", { lines: [34] });
  await client.event("stopped");
  const rows: string[] = [];
  for (const frameId of [1, 2, 3, 9]) {
    const { success, message } = await client.ask("restartFrame", { frameId });
    if (success) assert.equal((await client.event<{ reason: string }>("stopped")).reason, "restart");
    rows.push(`${frameId}: ${success ? (await client.stack()).join(" ") : message}`);
    if (success) await client.move("continue");
  }
  compareGolden("restart-frame", `${rows.join("\n")}\n`);
});

test("a breakpoint in code that is not written yet is verified when it is", { timeout }, async () => {
  const client = await atCalls();
  const source = { path: join(dataFolder, "targets.asm") };
  await client.request("setBreakpoints", { source, breakpoints: [{ line: 21 }] });
  await client.move("continue");
  const page = Number(await client.evaluate("rax, x"));
  const at = { instructionReference: `0x${page.toString(16)}`, offset: 1 };
  const program = new Client();
  await program.start("targets.asm", { stopOnEntry: true });
  await program.event("stopped");
  const set = { breakpoints: [at] };
  const { breakpoints } = await program.request<{ breakpoints: { id: number; verified: boolean }[] }>(
    "setInstructionBreakpoints",
    set,
  );
  assert.equal(breakpoints[0]!.verified, false);
  await program.move("continue");
  const { breakpoint } = await program.event<{ breakpoint: { id: number; verified: boolean } }>("breakpoint");
  assert.deepEqual([breakpoint.id, breakpoint.verified], [breakpoints[0]!.id, true]);
  assert.equal(Number(await program.evaluate("rip, x")), page + 1);
});

test("hexadecimal alone where the client asks for it", { timeout }, async () => {
  const client = await atCalls();
  const shown = async (expression: string) => {
    const args = { expression, format: { hex: true }, frameId: 1 };
    return (await client.request<{ result: string }>("evaluate", args)).result;
  };
  assert.equal(await shown("rdi"), "0x5");
  assert.equal(await shown("rdi*5"), "0x19");
  const set = await client.request("setExpression", { expression: "rdi", value: "200", format: { hex: true } });
  assert.equal(set.value, "0xc8");
});

test("hits of a hot breakpoint: which are wanted is known of all, numbers of every so manieth", () => {
  const every3 = createHitTimes((number) => number % 3 === 0, 4);
  const late = createHitTimes((number) => number >= 50, 4);
  for (let k = 1; k <= 100; k++) {
    assert.equal(every3.count(k * 10), k % 3 === 0);
    assert.equal(late.count(k * 10), k >= 50);
  }
  assert.equal(every3.count(990), true, "an instant is counted once");
  assert.deepEqual([10, 960, 965, 980, 990, 1000].map(every3.isWanted), [false, true, false, false, true, false]);
  assert.deepEqual([490, 500, 770, 1000, 1010].map(late.isWanted), [false, true, true, true, false]);
  assert.deepEqual(every3.known(1005), { time: 1000, number: 100, isLast: true });
  const { time, number, isLast } = late.known(555);
  assert.deepEqual([time, isLast], [number * 10, false]);
  assert.ok(number <= 55 && number > 55 - 32, `${number}`);
  late.learn(555, 55);
  late.forgetAfter(555);
  assert.deepEqual([550, 560, 1000].map(late.isWanted), [true, false, false]);
  assert.equal(late.count(556), true);
  assert.deepEqual(late.known(556), { time: 556, number: 56, isLast: true });
  late.learn(25, 2);
  late.forgetAfter(25);
  const wanted = Array.from({ length: 60 }, (_, k) => late.count(26 + k)).indexOf(true);
  assert.equal(wanted + 3, 50);
});
