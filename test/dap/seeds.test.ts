// The conversations of whole sessions as golden transcripts: what an editor says and gets, step by step.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, compareGolden } from "./conversation.ts";

const breakOf = (values: readonly string[]) => values.find((value) => value.startsWith("brk"));

test("brk: the heap is a page higher after the second system call, and back again one step before", async () => {
  const client = new Client();
  await client.start("brk.asm", { lines: [17] });
  await client.event("stopped");
  assert.deepEqual(await client.stack(), ["_start:17"]);
  assert.equal(breakOf(await client.values("Heap")), "brk: 0x403000, empty");
  await client.move("next");
  assert.equal(breakOf(await client.values("Heap")), "brk: 0x403000 … 0x404000, 4096 bytes");
  assert.ok((await client.values("Memory map")).some((line) => /^0x403000-0x404000: rw- \[brk\]/.test(line)));
  await client.move("stepBack");
  assert.equal(breakOf(await client.values("Heap")), "brk: 0x403000, empty");
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
  compareGolden("brk", client.transcript());
});

test("frames: four of them, with and without frame pointers, into, over and out, there and back", async () => {
  const client = new Client();
  await client.start("frames.asm", { lines: [34] });
  await client.event("stopped");
  assert.deepEqual(await client.stack(), ["f3:34", "f2:26", "f1:19", "_start:9"]);
  for (const frame of [1, 2, 3, 4]) await client.values("Frame", frame);
  await client.request("asmoscope/pictures");
  await client.move("stepOut");
  assert.deepEqual(await client.stack(), ["f2:27", "f1:19", "_start:9"]);
  await client.move("stepOut");
  assert.deepEqual(await client.stack(), ["f1:20", "_start:9"]);
  await client.move("stepBack");
  assert.deepEqual(await client.stack(), ["f1:19", "_start:9"], "back over the call");
  await client.move("stepIn");
  assert.deepEqual(await client.stack(), ["f2:24", "f1:19", "_start:9"]);
  await client.move("stepBack");
  await client.move("next");
  assert.deepEqual(
    await client.stack(),
    ["f3:34", "f2:26", "f1:19", "_start:9"],
    "a breakpoint inside what is stepped over",
  );
  await client.move("reverseContinue");
  assert.deepEqual(await client.stack(), ["_start:7"]);
  compareGolden("frames", client.transcript());
});

test("a 32-bit frame: argc above the saved ebp, a local undefined until it is written", async () => {
  const client = new Client();
  await client.start("frame32.asm", { lines: [9] });
  await client.event("stopped");
  assert.deepEqual(await client.values("Frame"), [
    'argv: {"./frame32"}',
    "argc: 1",
    "saved ebp: 0",
    "[ebp-4]: ??",
    "frame: 8 bytes, esp = 16·n + 8",
  ]);
  await client.move("next");
  assert.ok((await client.values("Frame")).includes("[ebp-4]: 0x2a (42)"));
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
  compareGolden("frame32", client.transcript());
});

test("use after free: stops before the read with the whole explanation; the history is one step away", async () => {
  const client = new Client();
  await client.start("uaf.asm", { stopOnEntry: true });
  await client.event("stopped");
  assert.deepEqual(await client.stack(), ["main:7", "__libc_start_main (libc):0"]);
  const stop = await client.move("continue");
  assert.equal(stop.reason, "exception");
  assert.match(stop.text ?? "", /^Reads 8 bytes at 0x[0-9a-f]+, at the start of a block of 64 bytes that was freed\./);
  assert.deepEqual(await client.stack(), ["main:14", "__libc_start_main (libc):0"]);
  const info = await client.request("exceptionInfo", { threadId: 1 });
  assert.equal(info.exceptionId, "use-after-free-read");
  await client.values("Heap");
  await client.request("asmoscope/pictures");
  await client.move("stepBack");
  assert.ok(
    (await client.values("Heap")).some((value) => value.startsWith("#1: 64 bytes at")),
    "the block lives again",
  );
  await client.move("next");
  await client.move("continue");
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
  compareGolden("uaf", client.transcript());
});

test("macros: F10 runs an expansion, F11 shows its body, a breakpoint in a body stops in each expansion", async () => {
  const client = new Client();
  await client.start("macro.asm", { lines: [9], stopOnEntry: true });
  await client.event("stopped");
  await client.move("continue");
  assert.deepEqual(await client.stack(), ["twice (macro):9", "_start:16"]);
  await client.move("next");
  assert.deepEqual(await client.stack(), ["twice (macro):9", "_start:17"]);
  await client.move("next");
  assert.deepEqual(await client.stack(), ["_start:18"]);
  await client.move("stepIn");
  assert.deepEqual(await client.stack(), ["exit_with (macro):3", "_start:18"]);
  await client.move("next");
  assert.deepEqual(await client.stack(), ["exit_with (macro):4", "_start:18"]);
  await client.move("next");
  assert.deepEqual(await client.stack(), ["exit_with (macro):5", "_start:18"]);
  await client.request("stepOut", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 12 });
  compareGolden("macro", client.transcript());
});
