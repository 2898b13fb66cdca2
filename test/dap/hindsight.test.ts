// What only going back tells of a finding: when the program stands at it, and when it has ended.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { FindingEvent } from "../../debugger/dap/protocol.ts";
import { Client } from "./conversation.ts";

const LOST = `extern malloc
section .bss
kept: resq 1
section .text
global main
main: push rbx
  mov edi, 24
  call malloc
  mov [rel kept], rax
  mov ecx, 5
.wait: dec ecx
  jnz .wait
  mov qword [rel kept], 0
  xor eax, eax
  pop rbx
  ret
`;

const GARBAGE = `section .text
global _start
leave_it: push 7
  pop rax
  ret
use_it: sub rsp, 8
  mov rax, [rsp]
  add rsp, 8
  test rax, rax
  jz .none
.none: ret
_start: call leave_it
  call use_it
  mov eax, 60
  xor edi, edi
  syscall
`;

async function launch(text: string, filters: readonly string[]): Promise<Client> {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(text) }) });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/past.asm" });
  await client.request("setExceptionBreakpoints", { filters });
  await client.request("configurationDone");
  return client;
}

/** Kind and lines of the places that each finding names, as often as it was told. */
const told = (client: Client): string[] =>
  client.events
    .filter(({ event }) => event === "asmoscope/finding")
    .map(({ body }) => body as FindingEvent)
    .map(({ kind, line, related }) => `${kind} ${line}: ${related.map((one) => `${one.what} ${one.line}`).join(", ")}`);

const cases = [
  {
    text: LOST,
    filter: "leaks",
    first: "leak-definite 16: allocated 8",
    place: "last pointer lost 14",
    sentence: "Last pointer lost at past.asm:14, after",
  },
  {
    text: GARBAGE,
    filter: "memory",
    first: "uninit-branch 10: called 13, read 7",
    place: "garbage written 3",
    sentence: "Garbage written at past.asm:3, after",
  },
];

test("a stop at a finding names what led to it, there one can travel, and the machine stands where it stood", async () => {
  for (const { text, filter, first, place, sentence } of cases) {
    const client = await launch(text, [filter]);
    await client.event("stopped");
    const before = await client.request("stackTrace", { threadId: 1 });
    assert.deepEqual(told(client), [first]);
    const { description } = await client.request("exceptionInfo", { threadId: 1 });
    assert.ok((description as string).includes(sentence), description as string);
    assert.deepEqual(told(client), [first, `${first}, ${place}`]);
    assert.deepEqual(await client.request("stackTrace", { threadId: 1 }), before);
    // Asked again it knows, and says it once.
    assert.equal((await client.request("exceptionInfo", { threadId: 1 })).description, description);
    assert.equal(told(client).length, 2);
    const list = async () => (await client.ask("evaluate", { expression: "findings", context: "repl" })).body.result;
    const findings = await list();
    assert.match(findings, new RegExp(`^error ${first.split(" ")[0]} at past\\.asm:`));
    // The instant is a place to travel to: the machine stands before that instruction, and comes back.
    const { body } = client.events.filter(({ event }) => event === "asmoscope/finding").at(-1)!;
    const { time, line } = (body as FindingEvent).related.at(-1)!;
    await client.move("asmoscope/travel", { time });
    const { message } = await client.ask("exceptionInfo", { threadId: 1 });
    assert.equal(message, "The program did not stop for an exception.");
    const there = (await client.request("stackTrace", { threadId: 1 })) as { readonly stackFrames: { line: number }[] };
    assert.equal(there.stackFrames[0]!.line, line);
    await client.request("continue", { threadId: 1 });
    await client.event("stopped");
    // Found again on the way, it is still the same finding.
    assert.equal((await client.request("exceptionInfo", { threadId: 1 })).description, description);
    assert.equal(await list(), findings);
    assert.equal(told(client).length, 2);
    await client.request("continue", { threadId: 1 });
    assert.deepEqual(await client.event("exited"), { exitCode: 0 });
  }
});

test("a program that nothing stops says it at its end", async () => {
  for (const { text, first, place } of cases) {
    const client = await launch(text, []);
    assert.deepEqual(await client.event("exited"), { exitCode: 0 });
    assert.deepEqual(told(client), [first, `${first}, ${place}`]);
  }
});

test("disconnecting does not wait for it", async () => {
  const client = await launch(LOST, ["leaks"]);
  await client.event("stopped");
  const asked = client.request("exceptionInfo", { threadId: 1 }).catch((error: unknown) => error);
  await client.request("disconnect", {});
  await asked;
});
