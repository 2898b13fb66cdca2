// What is changed where a finding stopped the program: the instruction is judged anew, and what is no longer true is taken
// back, live as after a look at the past.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "./conversation.ts";

const PROGRAM = `extern malloc, free, memset
global main
section .text
main: push rbx
 mov edi, 16
 call malloc
 mov rbx, rax
 mov ecx, 16
 mov byte [rbx+rcx], 7
 mov rdi, rbx
 xor esi, esi
 mov edx, 24
 call memset
 mov rdi, rbx
 call free
 xor eax, eax
 pop rbx
 ret
`;

async function launched(): Promise<Client> {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(PROGRAM) }) });
  client.recording = false;
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/mended.asm" });
  await client.request("setExceptionBreakpoints", { filters: ["memory"] });
  await client.request("configurationDone");
  return client;
}

/** What the console answers. */
const inConsole = async (client: Client, expression: string): Promise<string> =>
  (await client.request<{ result: string }>("evaluate", { expression, context: "repl", frameId: 1 })).result;

const takenBack = (client: Client): unknown[] =>
  client.events.flatMap(({ event, body }) => (event === "asmoscope/findingsTakenBack" ? [body] : []));

const told = (client: Client): number => client.events.filter(({ event }) => event === "asmoscope/finding").length;

test("a finding that was mended at its stop has never been", async () => {
  const client = await launched();
  assert.match((await client.event<{ text: string }>("stopped")).text, /right past the end of a block of 16 bytes/);
  const time = Number(await client.evaluate("time"));
  await inConsole(client, "rcx=15");
  assert.deepEqual(takenBack(client), [{ time }]);
  assert.equal(await inConsole(client, "findings"), "nothing found so far");
  assert.doesNotMatch(await inConsole(client, "heap"), /overflowed/);
  // The same in a function of libc.
  assert.match((await client.move("continue")).text ?? "", /^Writes 24 bytes .*, 8 of them past the end/);
  await inConsole(client, "edx=16");
  assert.equal(takenBack(client).length, 2);
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
  assert.equal(told(client), 2);
});

test("a change that mends nothing stops no second time, one that makes it another finding does", async () => {
  const client = await launched();
  await client.event("stopped");
  await inConsole(client, "r12=5");
  const [here] = takenBack(client) as { time: number }[];
  assert.match((await client.move("continue")).text ?? "", /^Writes 24 bytes/, "not at the same once more");
  assert.equal(told(client), 3, "the first is told anew, as it has happened");
  assert.match(await inConsole(client, "findings"), /heap-overflow-write at mended\.asm:9/);
  await client.move("asmoscope/travel", here);
  await inConsole(client, "rcx=20");
  assert.match((await client.move("continue")).text ?? "", /4 bytes past the end of a block of 16 bytes/);
});
