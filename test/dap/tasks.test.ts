// Processes and threads in the call stack: a row each, stopped where each stands; what is looked at belongs to the one whose
// turn it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { Client } from "./conversation.ts";

const timeout = 60_000;

async function framesOf(client: Client, threadId: number): Promise<DebugProtocol.StackFrame[]> {
  const body = await client.request<DebugProtocol.StackTraceResponse["body"]>("stackTrace", { threadId });
  return body.stackFrames;
}

const threadsOf = async (client: Client): Promise<DebugProtocol.Thread[]> =>
  (await client.request<DebugProtocol.ThreadsResponse["body"]>("threads", {})).threads;

test("a child stops: its parent waits in a row of its own", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("fork.asm", { lines: [22] });
  const stopped = await client.event<DebugProtocol.StoppedEvent["body"]>("stopped");
  assert.deepEqual(await threadsOf(client), [
    { id: 1, name: "process 4242, waits" },
    { id: 4243, name: "process 4243" },
  ]);
  assert.equal(stopped.threadId, 4243);
  const [child] = await framesOf(client, 4243);
  assert.equal(child!.line, 22);
  const [parent, ...rest] = await framesOf(client, 1);
  assert.deepEqual([parent!.line, parent!.presentationHint, rest.length], [19, "subtle", 0]);
  assert.deepEqual((await client.request("scopes", { frameId: parent!.id })).scopes, []);
  const answer = await client.ask("evaluate", { expression: "rax", context: "watch", frameId: parent!.id });
  assert.equal(answer.success, false);
  await client.request("continue", { threadId: 4243 });
  const ended = await client.event<DebugProtocol.ExitedEvent["body"]>("exited");
  assert.equal(ended.exitCode, 3);
});

test("a program of one process has one thread, with its name", { timeout }, async () => {
  const client = new Client();
  client.recording = false;
  await client.start("sum.asm", { lines: [28] });
  const stopped = await client.event<DebugProtocol.StoppedEvent["body"]>("stopped");
  assert.equal(stopped.threadId, 1);
  assert.equal((await threadsOf(client)).length, 1);
});

test("a process that gives up its turn where a breakpoint is has arrived there once", { timeout }, async () => {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(TURNS) }) });
  client.recording = false;
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/turns.asm" });
  const breakpoints = [
    { line: 7, logMessage: "yields {ebx}" },
    { line: 8, logMessage: "goes on {ebx}" },
    { line: 14, logMessage: "waits" },
  ];
  await client.request("setBreakpoints", { source: { path: "/t/turns.asm" }, breakpoints });
  await client.request("configurationDone");
  await client.event("exited");
  const said = client.output("console").match(/^(yields|goes on|waits).*/gm) ?? [];
  assert.deepEqual(said.sort(), ["goes on 0", `goes on ${CHILD}`, "waits", "yields 0", `yields ${CHILD}`]);
});

const CHILD = "0x1093 (4243)";

/** Both yield (sched_yield) and then the parent waits for its child (wait4). */
const TURNS = `section .text
global _start
_start: mov eax, 57
 syscall
 mov ebx, eax
 mov eax, 24
 syscall
 nop
 test ebx, ebx
 jz .end
 xor esi, esi
 mov edi, -1
 mov eax, 61
 syscall
.end: mov eax, 60
 xor edi, edi
 syscall
`;
