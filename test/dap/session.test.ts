// Sessions from beginning to end: pause, input, restart, what cannot be launched, what is refused, the byte stream.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { capabilities } from "../../debugger/dap/lifecycle-requests.ts";
import { requestNames } from "../../debugger/dap/session.ts";
import { Client, compareGolden, dataFolder } from "./conversation.ts";

test("an endless loop is paused, looked at, and reversed", async () => {
  const client = new Client();
  await client.start("loop.asm");
  await new Promise((resolve) => setTimeout(resolve, 60));
  const refused = await client.ask("stackTrace", { threadId: 1 });
  assert.equal(refused.message, "The program is running.");
  const stop = await client.move("pause");
  assert.equal(stop.reason, "pause");
  const count = BigInt((await client.evaluate("rcx")).split(" ")[0]!);
  await client.move("asmoscope/goToWrite", { address: "counter", sizeBytes: 8 });
  const written = BigInt((await client.evaluate("[counter]")).split(" ")[0]!);
  assert.ok(written === count - 1n || written === count - 2n, `${written} of ${count}`);
  await client.request("disconnect");
});

test("typed input arrives by request or from the console; the program waits until then", async () => {
  const client = new Client();
  await client.start("echo.asm");
  assert.deepEqual(await client.event("asmoscope/inputWanted"), { wanted: "yes" });
  await client.request("asmoscope/input", { text: "hello\n" });
  await client.event("exited");
  assert.equal(client.output("stdout"), "hello\n");
  compareGolden("input", client.transcript());

  const other = new Client();
  await other.start("echo.asm");
  await other.event("asmoscope/inputWanted");
  await other.request("evaluate", { expression: "typed here", context: "repl" });
  await other.event("exited");
  assert.equal(other.output("stdout"), "typed here\n");

  const ended = new Client();
  await ended.start("echo.asm");
  await ended.event("asmoscope/inputWanted");
  await ended.request("asmoscope/input", { endOfFile: true });
  await ended.event("exited");
  assert.equal(ended.output("stdout"), "");
});

test("waiting for input can be paused; the read is the next instruction", async () => {
  const client = new Client();
  await client.start("echo.asm");
  await client.event("asmoscope/inputWanted");
  await client.move("pause");
  assert.deepEqual(await client.stack(), ["_start:11"]);
  await client.request("asmoscope/input", { text: "x\n" });
  await client.move("next");
  assert.deepEqual(await client.stack(), ["_start:12"]);
  assert.equal(await client.evaluate("rax"), "2");
  await client.move("stepBack");
  await client.move("next");
  assert.equal(await client.evaluate("rax"), "2", "read again from the journal");
});

test("input given beforehand as text or file", async () => {
  for (const stdin of ["given\n", { file: "parts/print.inc" }]) {
    const client = new Client();
    await client.start("echo.asm", { stdin });
    await client.event("exited");
    assert.equal(client.output("stdout").slice(0, 6), typeof stdin === "string" ? "given\n" : "%macro");
  }
});

test("restart assembles again and starts anew", async () => {
  const client = new Client();
  await client.start("brk.asm", { stopOnEntry: true });
  await client.event("stopped");
  await client.move("next");
  await client.request("restart", {});
  await client.event("initialized");
  await client.request("configurationDone");
  await client.event("stopped");
  assert.equal(await client.evaluate("time"), "0");
  await client.request("terminate");
  await client.event("terminated");
  await client.request("disconnect");
});

test("a restart that cannot be assembled leaves the program standing, and the next one is good again", async () => {
  const good = "global _start\nsection .text\n_start: inc rax\n jmp _start\n";
  const file = { text: good };
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(file.text) }) });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/loop.asm" });
  await client.event("initialized");
  await client.request("configurationDone");
  file.text = `${good} foo bar (\n`;
  const refused = await client.ask("restart", {});
  assert.match(refused.message ?? "", /^loop\.asm:5: error: /);
  assert.equal((await client.event("stopped")).reason, "pause");
  assert.match(await client.evaluate("rip"), /_start/);
  assert.equal((await client.ask("restart", {})).success, false);
  file.text = good;
  await client.request("restart", {});
  await client.event("initialized");
  await client.request("configurationDone");
  assert.equal((await client.move("pause")).reason, "pause");
});

test("without debugging nothing stops", async () => {
  const client = new Client();
  await client.start("uaf.asm", { noDebug: true, stopOnEntry: true, lines: [9] });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
});

test("a jump to another line is a new next instruction", async () => {
  const client = new Client();
  await client.start("sum.asm", { lines: [28] });
  await client.event("stopped");
  const source = { path: join(dataFolder, "sum.asm") };
  const { targets } = await client.request<{ targets: { id: number }[] }>("gotoTargets", { source, line: 24 });
  const stop = await client.move("goto", { threadId: 1, targetId: targets[0]!.id });
  assert.equal(stop.reason, "goto");
  assert.deepEqual(await client.stack(), ["_start:24"]);
});

test("travelling by time, and its event for the status bar", async () => {
  const client = new Client();
  await client.start("frames.asm", { stopOnEntry: true });
  await client.event("stopped");
  await client.move("asmoscope/travel", { time: 9 });
  assert.deepEqual(await client.event("asmoscope/time"), { time: 9, horizon: 9, ended: false });
  await client.move("asmoscope/travel", { time: 2 });
  assert.deepEqual(await client.event("asmoscope/time"), { time: 2, horizon: 9, ended: false });
  const refused = await client.ask("asmoscope/travel", { time: -1 });
  assert.equal(refused.success, false);
});

test("what cannot be launched is told in one sentence", async () => {
  const sentences: string[] = [];
  const empty = new Uint8Array();
  const text = (words: string) => new TextEncoder().encode(words);
  const files: Record<string, Uint8Array> = {
    "/t/empty.asm": empty,
    "/t/self.asm": text('%include "self.asm"\n'),
    "/t/start.asm": text("section .text\nfoo: nop\n"),
    "/t/data.asm": text("section .data\nx db 1\n"),
    "/t/boot.asm": text("bits 16\norg 0x7c00\nmov ax, 1\ntimes 510-($-$$) db 0\ndw 0xaa55\n"),
    "/t/extern.asm": text("extern nowhere\nsection .text\nglobal _start\n_start: call nowhere\n"),
    "/t/include.asm": text('%include "missing.inc"\nsection .text\nglobal _start\n_start: nop\n'),
    "/t/fasm.asm": text("format ELF64 executable 3\nsegment readable executable\nentry start\nstart: syscall\n"),
    "/t/binary.asm": Uint8Array.of(0x4d, 0x5a, 0, 0, 1, 2, 3),
  };
  const host = {
    async readFile(location: string) {
      if (location === "/t/folder") return { error: "is a folder" };
      const bytes = files[location];
      return bytes ? { bytes } : { error: "does not exist" };
    },
    listFolder: async () => ({ entries: [] }),
  };
  for (const program of [...Object.keys(files), "/t/folder", "/t/nothing.asm", ""]) {
    const client = new Client(host);
    await client.request("initialize", { adapterID: "asmoscope" });
    const { success, message } = await client.ask("launch", { program });
    sentences.push(`${program}: ${success ? "launched" : message}`);
    if (!success) assert.match(message ?? "", /^[^\n]{5,200}$/, program);
  }
  compareGolden("launch-problems", `${sentences.join("\n")}\n`);
});

test("every declared capability has its request, and what is not known is refused in words", async () => {
  const requests: Record<string, string> = {
    supportsConfigurationDoneRequest: "configurationDone",
    supportsFunctionBreakpoints: "setFunctionBreakpoints",
    supportsInstructionBreakpoints: "setInstructionBreakpoints",
    supportsDataBreakpoints: "setDataBreakpoints",
    supportsBreakpointLocationsRequest: "breakpointLocations",
    supportsExceptionInfoRequest: "exceptionInfo",
    supportsStepBack: "reverseContinue",
    supportsGotoTargetsRequest: "gotoTargets",
    supportsSetVariable: "setVariable",
    supportsSetExpression: "setExpression",
    supportsCompletionsRequest: "completions",
    supportsModulesRequest: "modules",
    supportsLoadedSourcesRequest: "loadedSources",
    supportsReadMemoryRequest: "readMemory",
    supportsWriteMemoryRequest: "writeMemory",
    supportsDisassembleRequest: "disassemble",
    supportsRestartRequest: "restart",
    supportsTerminateRequest: "terminate",
    supportsCancelRequest: "cancel",
    supportsRestartFrame: "restartFrame",
    supportsStepInTargetsRequest: "stepInTargets",
  };
  for (const [capability, request] of Object.entries(requests)) {
    assert.equal(capabilities[capability as "supportsStepBack"], true, capability);
    assert.ok(requestNames.includes(request), request);
  }
  const client = new Client();
  for (const command of ["attach", "restartFrame", "threads", "terminateThreads", "evaluate"]) {
    await client.ask(command, { expression: "1" });
  }
  compareGolden("refusals", client.transcript());
});

test("when execution leaves the source, the arrow stands on the line that led there", async () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ["_start: nop", "0x401001:3", /runs past/],
    ["_start: xor eax, eax\n jmp rax", "0x0:4", /0x0, where nothing is mapped/],
  ];
  for (const [code, frame, words] of cases) {
    const bytes = new TextEncoder().encode(`section .text\nglobal _start\n${code}\n`);
    const client = new Client({ readFile: async () => ({ bytes }), listFolder: async () => ({ entries: [] }) });
    await client.request("initialize", { adapterID: "asmoscope" });
    await client.request("launch", { program: "/t/off.asm" });
    await client.request("configurationDone");
    const stop = await client.event<{ text: string }>("stopped");
    assert.match(stop.text, words);
    assert.deepEqual(await client.stack(), [frame]);
  }
});
