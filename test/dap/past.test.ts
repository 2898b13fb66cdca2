// Questions about the past in the console: who wrote this, which system calls were there. The machine stands afterwards where
// it stood, and goes on as if nobody had asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, compareGolden } from "./conversation.ts";

const timeout = 60_000;

/** A console line and what it answers, as people see them. */
async function say(client: Client, ...lines: readonly string[]): Promise<string> {
  const rows: string[] = [];
  for (const expression of lines) {
    const { success, body, message } = await client.ask("evaluate", { expression, context: "repl", frameId: 1 });
    rows.push(`> ${expression}\n${success ? body.result : `✗ ${message}`}\n`);
  }
  return rows.join("");
}

test("who wrote memory: by an instruction, by the kernel, by libc, by the loader, by nobody", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("past.asm", { lines: [36] });
  await client.event("stopped");
  const before = await client.evaluate("time");
  const words = ["counter", "dword [counter]", "numbers", "numbers+4 2", "rsp", "reply", "text", "greeting", "argv0"];
  const text = await say(client, ...words.map((word) => `who ${word}`), "who 0x10", "who rax+", "who counter 0");
  assert.equal(await client.evaluate("time"), before);
  const calls = await say(client, "strace", "strace 1", "strace x");
  await client.request("next", { threadId: 1 });
  await client.event("stopped");
  await client.move("asmoscope/travel", { time: 3 });
  compareGolden("past", text + calls + (await say(client, "strace", "who counter")));
});

test("why a register holds what it holds", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("past.asm", { lines: [38] });
  await client.event("stopped");
  const time = await client.evaluate("time");
  const own = await say(client, "why rdx", "why rbx", "why eax", "why rax", "why rsp", "why xmm0", "why");
  assert.equal(await client.evaluate("time"), time);
  const sum = new Client();
  sum.recording = false;
  await sum.start("sum.asm", { lines: [28] });
  await sum.event("stopped");
  const libc = new Client();
  libc.recording = false;
  await libc.start("uaf.asm");
  await libc.event("stopped");
  const rows = own + (await say(sum, "why eax", "why rcx")) + (await say(libc, "why rbx", "why r12"));
  compareGolden("why", rows);
});

test("why a register came out of a frame, a string or libc, and why rsp stands there", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("why.asm", { lines: [34, 46, 54] });
  const rows: string[] = [];
  for (const registers of [
    ["eax", "r8", "rsp", "rbp"],
    ["eax", "rsi", "rbx", "rdx", "ecx"],
    ["rbp", "rsp", "rax"],
  ]) {
    await client.event("stopped");
    rows.push(await say(client, ...registers.map((register) => `why ${register}`)));
    await client.request("continue", { threadId: 1 });
  }
  compareGolden("why-frame", rows.join(""));
});

/** At each of these stops, in order, the lines asked there. */
async function sayAt(client: Client, stops: readonly (readonly string[])[]): Promise<string> {
  const rows: string[] = [];
  for (const lines of stops) {
    await client.event("stopped");
    rows.push(`at ${await client.evaluate("rip")}\n${await say(client, ...lines)}`);
    await client.request("continue", { threadId: 1 });
  }
  return rows.join("");
}

test("why a register holds what libc, the kernel or a signal put there", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("why-calls.asm", { lines: [15, 20, 34, 36], exceptionFilters: [] });
  const rows = await sayAt(client, [
    ["why ebx", "why rsi", "why rcx", "why rax"],
    ["why rcx", "why rdx"],
    ["why rdi", "why rsi", "why rcx"],
  ]);
  compareGolden("why-calls", rows);
});

test("why and who keep to the process, and know the timer's handler", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("why-tasks.asm", { lines: [14, 37, 47, 58] });
  const rows = await sayAt(client, [
    ["why edi", "why rbx"],
    ["why rdi"],
    ["why rbx", "why r12", "who word_ 4"],
    ["why rbx", "why r12", "why rcx", "who word_ 4"],
  ]);
  compareGolden("why-tasks", rows);
});

test("what was changed in the debugger is told as such", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("past.asm", { lines: [34, 38] });
  const changes = ["dword [numbers] = 9", "who numbers 4", "who numbers+2 4", "edx = 5", "why edx", "why rbx"];
  compareGolden("why-changed", await sayAt(client, [changes, ["who numbers 4", "why rdx", "why ecx"]]));
});

test("why a block is lost: where its last pointer went, who freed it, who still has it", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("lost.asm", { lines: [23] });
  await client.event("stopped");
  const time = await client.evaluate("time");
  const text = await say(client, "why #1", "why [kept]", "why #2", "why #3", "why #4", "why 0x10");
  assert.equal(await client.evaluate("time"), time);
  compareGolden("why-block", text);
});

test("what it had stopped for does not stop it again after a look at the past", { timeout }, async () => {
  const client = new Client();
  await client.start("uaf.asm");
  const stop = await client.event<{ reason: string }>("stopped");
  assert.equal(stop.reason, "exception");
  assert.match(await say(client, "who rbx"), /last written by/);
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });

  const reads = new Client();
  await reads.start("past.asm", { stopOnEntry: true });
  await reads.event("stopped");
  const { dataId } = await reads.request("dataBreakpointInfo", { name: "numbers", bytes: 4 });
  await reads.request("setDataBreakpoints", { breakpoints: [{ dataId, accessType: "read" }] });
  await reads.move("continue");
  const at = await reads.evaluate("time");
  await say(reads, "who rsp");
  await reads.request("setDataBreakpoints", { breakpoints: [{ dataId, accessType: "read" }] });
  await reads.request("next", { threadId: 1 });
  await reads.event("stopped");
  assert.equal(BigInt(await reads.evaluate("time, d")), BigInt(at.split(" ")[0]!) + 1n);
});

test("a long look back is given up when it is cancelled; what is asked meanwhile is answered after it", {
  timeout,
}, async () => {
  let clock = 0;
  // Time flies: a slice is a few steps of the search.
  const client = new Client({ now: () => (clock += 60) });
  await client.start("loop.asm", { stopOnEntry: true, supportsProgressReporting: true });
  await client.event("stopped");
  await client.move("asmoscope/travel", { time: 400_000 });
  const asked = client.ask("evaluate", { expression: "who rsp", context: "repl" });
  const requestId = client.sent;
  const time = client.evaluate("time, d");
  await client.request("cancel", { requestId });
  assert.equal((await asked).message, "cancelled");
  assert.equal(await time, "400000");
  assert.match(await say(client, "who rsp"), /not written since the program was loaded/);
  assert.equal((await client.ask("cancel", { requestId: 12345 })).success, true);
  await client.move("reverseContinue");
  const names = client.events.map(({ event }) => event).filter((name) => name.startsWith("progress"));
  assert.deepEqual([...new Set(names)], ["progressStart", "progressUpdate", "progressEnd"]);
});

test("back to the beginning is back to main, which libc's start-up comes before", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("uaf.asm", { stopOnEntry: true });
  await client.event("stopped");
  const [time, place] = [await client.evaluate("time"), await client.evaluate("rip, x")];
  await client.move("next");
  const stop = await client.move("reverseContinue");
  assert.equal(stop.description, "At the first instruction");
  assert.deepEqual([await client.evaluate("time"), await client.evaluate("rip, x")], [time, place]);
  await client.move("reverseContinue");
  assert.deepEqual([await client.evaluate("time"), await client.evaluate("rip, x")], [time, place]);
});

test("gdb's words move the program, and the editor hears of it", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("frames.asm", { stopOnEntry: true });
  await client.event("stopped");
  const rows: string[] = [];
  for (const word of ["si", "ni", "s", "s", "n", "finish", "rsi", "rc", "c"]) {
    client.ask("evaluate", { expression: word, context: "repl" });
    await client.event("continued");
    const over = word === "c" ? "terminated" : "stopped";
    await client.event(over);
    rows.push(`${word}: ${over === "stopped" ? (await client.stack()).join(" ") : "the end"}`);
  }
  compareGolden("words", `${rows.join("\n")}\n`);
});
