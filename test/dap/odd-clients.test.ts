// Clients that do not behave: requests in the wrong phase, arguments of the wrong type, unknown ids, huge counts, a client that
// leaves in the middle. Each request gets exactly one answer, in words, and the session goes on.

import assert from "node:assert/strict";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { requestNames } from "../../debugger/dap/session.ts";
import { serveStreams } from "../../debugger/dap/stream.ts";
import { Client, compareGolden, dataFolder, testHost } from "./conversation.ts";
import { frame } from "./framing.ts";
import { streamClient } from "./stream-client.ts";

const timeout = 60_000;
const source = { path: join(dataFolder, "loop.asm"), name: "loop.asm" };
const thread = { threadId: 1 };

/** Right arguments of each request; the tests put wrong ones in their place, one by one. */
const RIGHT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  initialize: { adapterID: "asmoscope", supportsMemoryEvent: true },
  launch: { program: source.path, args: [], env: {}, stdin: "", check: "full" },
  attach: { port: 1 },
  restart: { arguments: { program: source.path } },
  cancel: { requestId: 1, progressId: "1" },
  setBreakpoints: { source, breakpoints: [{ line: 9, condition: "1", hitCondition: "1", logMessage: "x" }] },
  setFunctionBreakpoints: { breakpoints: [{ name: "_start", condition: "1", hitCondition: "1" }] },
  setInstructionBreakpoints: { breakpoints: [{ instructionReference: "0x401000", offset: 0 }] },
  setDataBreakpoints: { breakpoints: [{ dataId: "0x402000:8", accessType: "write", condition: "1" }] },
  setExceptionBreakpoints: { filters: ["memory"], filterOptions: [{ filterId: "syscalls", condition: "write" }] },
  breakpointLocations: { source, line: 1, endLine: 20 },
  dataBreakpointInfo: { name: "counter", variablesReference: 0, frameId: 1, bytes: 8, asAddress: false },
  next: { ...thread, granularity: "line" },
  stepIn: { ...thread, targetId: 1, granularity: "line" },
  stepOut: { ...thread, granularity: "line" },
  stepBack: { ...thread, granularity: "line" },
  stepInTargets: { frameId: 1 },
  restartFrame: { frameId: 1 },
  gotoTargets: { source, line: 9 },
  goto: { ...thread, targetId: 0x401000 },
  stackTrace: { ...thread, startFrame: 0, levels: 1 },
  scopes: { frameId: 1 },
  variables: { variablesReference: 1, start: 0, count: 5, filter: "indexed", format: { hex: true } },
  setVariable: { variablesReference: 1, name: "rax", value: "1" },
  setExpression: { expression: "rax", value: "1", frameId: 1 },
  evaluate: { expression: "rax", frameId: 1, context: "watch", format: { hex: true } },
  completions: { text: "ra", column: 3, line: 1, frameId: 1 },
  source: { sourceReference: 0, source },
  modules: { startModule: 0, moduleCount: 1 },
  readMemory: { memoryReference: "rsp", offset: 0, count: 8 },
  writeMemory: { memoryReference: "rsp", offset: 0, data: "AAAA", allowPartial: true },
  disassemble: { memoryReference: "rip", offset: 0, instructionOffset: -5, instructionCount: 10 },
  "asmoscope/input": { text: "x\n", endOfFile: true },
  "asmoscope/pictures": { follow: false },
  "asmoscope/travel": { time: 1 },
  "asmoscope/goToWrite": { address: "counter", sizeBytes: 8 },
};

const WRONG: readonly unknown[] = [
  ...[null, true, "", "nonsense", "{", -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 60), 1e300],
  ...[[], [null], [{}], {}, { path: 5 }, { hex: 5 }],
];

/** Arguments with each property, at any depth, replaced by each wrong value. */
function* broken(right: unknown): Generator<unknown> {
  if (typeof right !== "object" || right === null) return;
  for (const [key, value] of Object.entries(right)) {
    const put = (replacement: unknown) => (Array.isArray(right) ? [replacement] : { ...right, [key]: replacement });
    for (const wrong of WRONG) yield put(wrong);
    for (const inner of broken(value)) yield put(inner);
  }
}

/** Where a session can stand when a request comes. */
const PHASES: Readonly<Record<string, (client: Client) => Promise<void>>> = {
  "before initialize": async () => {},
  "before launch": async (client) => void (await client.request("initialize", { adapterID: "x" })),
  "before configurationDone": async (client) => void (await client.request("launch", { program: source.path })),
  running: (client) => client.start("loop.asm"),
  stopped: async (client) => {
    await client.start("loop.asm", { stopOnEntry: true });
    await client.event("stopped");
    await client.request("stepIn", thread);
    await client.event("stopped");
    await client.request("scopes", { frameId: 1 });
  },
  "after the end": async (client) => {
    await client.start("finish.asm", { entry: "finish" });
    await client.event("terminated");
  },
  "after disconnect": async (client) => {
    await client.start("loop.asm");
    await client.request("disconnect");
  },
};

/** Requests after which a session stands elsewhere: each is tried on a session of its own. */
const MOVING = new Set([
  ...["launch", "restart", "configurationDone", "terminate", "disconnect", "continue", "reverseContinue", "pause"],
  ...["next", "stepIn", "stepOut", "stepBack", "restartFrame", "goto", "asmoscope/travel", "asmoscope/goToWrite"],
]);
const order = [...requestNames, "nonsense", "", "__proto__", "constructor"];

const rightOf = (command: string) => (Object.hasOwn(RIGHT, command) ? RIGHT[command]! : thread);

/** One request; what it answers when it refuses. */
async function refusalOf(client: Client, command: string, args: unknown): Promise<string | undefined> {
  const { success, message = "" } = await client.ask(command, args as object);
  if (success) return undefined;
  const shown = `${command} ${JSON.stringify(args)}: ${message}`;
  assert.match(message, /^[^\n]{3,300}$/, shown);
  assert.doesNotMatch(message, /internal error|undefined|NaN|\[object/, shown);
  return message;
}

for (const [phase, enter] of Object.entries(PHASES)) {
  test(`${phase}: whatever is asked is answered once, in words`, { timeout }, async () => {
    const lines: string[] = [];
    let client: Client | undefined;
    for (const command of order) {
      if (!client || MOVING.has(command)) {
        client?.close();
        client = new Client();
        client.recording = false;
        await enter(client);
      }
      const right = rightOf(command);
      const refusal = await refusalOf(client, command, right);
      if (refusal !== undefined) lines.push(`${command}: ${refusal}`);
      for (const args of [...WRONG, {}, ...broken(right)]) await refusalOf(client, command, args);
      if (MOVING.has(command)) client.close();
      assert.deepEqual(client.unanswered(), [], command);
      if (MOVING.has(command)) client = undefined;
    }
    client?.close();
    compareGolden(`phase-${phase.replaceAll(" ", "-")}`, `${lines.join("\n")}\n`);
  });
}

test("what is no request is passed over; messages are found however the stream is cut", { timeout }, async () => {
  const messages = [null, 5, "text", [], {}, { type: "request" }, { type: "event", event: "x" }, { type: "response" }];
  for (const size of [1, 7, 1000]) {
    const input = new PassThrough();
    const output = new PassThrough();
    serveStreams(input, output, testHost);
    const client = streamClient(
      (bytes) => {
        for (let at = 0; at < bytes.length; at += size) input.write(bytes.subarray(at, at + size));
      },
      (take) => void output.on("data", take),
    );
    for (const message of messages) input.write(frame(message as object));
    input.write("Content-Length: 3\r\n\r\n{}}");
    input.write("Content-Length: none\r\n\r\n");
    assert.equal((await client.request("initialize", { adapterID: "née ☃" })).success, true);
    assert.equal((await client.request("evaluate", { expression: "☃".repeat(50) })).success, false);
    input.end();
  }
});

test("a client whose lines and columns count from 0", { timeout }, async () => {
  const client = new Client();
  await client.request("initialize", { adapterID: "x", linesStartAt1: false, columnsStartAt1: false });
  await client.request("launch", { program: source.path });
  const set = await client.request<{ breakpoints: { line: number }[] }>("setBreakpoints", {
    source,
    breakpoints: [{ line: 8 }],
  });
  assert.equal(set.breakpoints[0]!.line, 8);
  await client.request("configurationDone");
  await client.event("stopped");
  const { stackFrames } = await client.request<{ stackFrames: object[] }>("stackTrace", thread);
  assert.deepEqual(
    stackFrames.map((frame) => ["line" in frame && frame.line, "column" in frame && frame.column]),
    [[8, 0]],
  );
  const { targets } = await client.request<{ targets: { label: string }[] }>("completions", { text: "r1", column: 2 });
  assert.equal(targets[0]!.label, "r10");
});

test("breakpoints that can never stop are not verified, and say why", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("loop.asm", { stopOnEntry: true });
  await client.event("stopped");
  const ids = ["0x402000:99999999999", "0x402000:0", "0xffffffffffff:8", "402000:8", "0x402000:8"];
  const data = await client.request<{ breakpoints: object[] }>("setDataBreakpoints", {
    breakpoints: [...ids.map((dataId) => ({ dataId })), { dataId: "0x402000:8", accessType: "execute" }],
  });
  const info = { asAddress: true, name: "-5", bytes: 8 };
  const target = await client.request("dataBreakpointInfo", info);
  const filterOptions = [
    ...[
      { filterId: "syscalls", condition: "write, 12" },
      { filterId: "syscalls", condition: "wriet" },
    ],
    ...[
      { filterId: "memory", condition: "use-after" },
      { filterId: "memory", condition: "use-before" },
    ],
    ...[
      { filterId: "signals", condition: "SIGFPE" },
      { filterId: "signals", condition: "SIGNOTHING" },
    ],
    { filterId: "exit", condition: "1" },
  ];
  const filters = await client.request<{ breakpoints: object[] }>("setExceptionBreakpoints", {
    filters: ["memory", "nonsense"],
    filterOptions,
  });
  const rows = [...data.breakpoints, target, ...filters.breakpoints].map((row) => JSON.stringify(row));
  compareGolden("never-stop", `${rows.join("\n")}\n`);
});

test("requests that come while a launch is under way are answered after it, in order", { timeout }, async () => {
  const client = new Client();
  const launched = client.request("launch", { program: source.path, stopOnEntry: true });
  const again = client.ask("launch", { program: source.path });
  const set = client.request<{ breakpoints: { verified: boolean }[] }>("setBreakpoints", {
    source,
    breakpoints: [{ line: 9 }],
  });
  await client.request("configurationDone");
  await launched;
  assert.equal((await again).message, "A program is being debugged already.");
  assert.equal((await set).breakpoints[0]!.verified, true);
  await client.event("stopped");
});

test("a client that leaves in the middle of a launch or a run leaves nothing running", { timeout }, async () => {
  const launching = new Client();
  const refused = launching.ask("launch", { program: source.path });
  await launching.request("disconnect");
  assert.equal((await refused).message, "cancelled");
  assert.equal((await launching.ask("evaluate", { expression: "rax" })).success, false);
  const running = new Client();
  await running.start("loop.asm");
  running.close();
  assert.equal((await running.ask("pause")).success, false);
});
