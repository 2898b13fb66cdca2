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
