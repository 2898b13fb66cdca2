// Looking and changing: expressions, console commands, variables, memory, disassembly, sources.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { decodeBase64, encodeBase64 } from "../../debugger/dap/base64.ts";
import { Client, compareGolden, dataFolder } from "./conversation.ts";

/** A client that stands behind the loop of sum.asm: eax = 26, ecx = 4. */
async function afterLoop(): Promise<Client> {
  const client = new Client();
  await client.start("sum.asm", { lines: [28], args: ["one", "two"], env: { HOME: "/" } });
  await client.event("stopped");
  return client;
}

/** What people type, one line each; the results stand beside them in the golden file. */
const EXPRESSIONS = `
rax
eax+8
-1
al
$rip
numbers
[numbers]
[numbers+4]
dword [numbers+rcx*4-4]
word [numbers]
dword [numbers]*4
byte [title]
title
string(title)
total
&numbers
*rsp
[rsp]
rcx == 4 && eax > 20
1 + 2 * 3 << 1
17 // -5
17 %% -5
0x10, d
rax, b
rax, x
'A'
char(65)
zf
eflags
xmm0
st0
_start
.next
finish
symbol(numbers+6)
heap(rsp)
i8(0xff)
float(0x3f800000)
time
frame
$
nothing
[0]
1/0
rax +
float(1,2)
`.trim();

test("expressions as people type them", async () => {
  const client = await afterLoop();
  const rows: string[] = [];
  for (const expression of EXPRESSIONS.split("\n")) {
    const { success, body, message } = await client.ask("evaluate", { expression, context: "watch", frameId: 1 });
    rows.push(
      `${expression.padEnd(28)} ${success ? body.result : `✗ ${message}`}${body?.type ? `  [${body.type}]` : ""}`,
    );
  }
  compareGolden("expressions", `${rows.join("\n")}\n`);
});

const COMMANDS = `
help
help who
help rc
help nonsense
heap #1
who #1
x/4dw numbers
x/8xb title
x/s title
x/2xg rsp
x/2a rsp
p eax
p/x eax
regs
stack
info registers
info symbol numbers
maps
heap
leaks
findings
find "sum"
time
rbx = 7
rbx
set $rbx = 8
set var rbx = 9
rbx
set nothing
disas
disas numbers
dword [numbers+4] = -2
numbers
title = "SUM"
title
al = 300
total = rax * 2
total
goto nowhere
`.trim();

test("console commands", async () => {
  const client = await afterLoop();
  const rows: string[] = [];
  for (const expression of COMMANDS.split("\n")) {
    const { success, body, message } = await client.ask("evaluate", { expression, context: "repl", frameId: 1 });
    rows.push(`> ${expression}\n${success ? body.result : `✗ ${message}`}`);
  }
  compareGolden("console", `${rows.join("\n")}\n`);
});

test("scopes of a program with arguments and environment", async () => {
  const client = await afterLoop();
  for (const scope of ["Registers", "Frame", "Globals", "Heap", "Memory map"]) {
    const variables = await client.scope(scope);
    for (const { name, variablesReference } of variables) {
      if (variablesReference > 0 && /^(rax|rflags|numbers|argv|xmm|x87)$/.test(name))
        await client.list(variablesReference);
    }
  }
  const arrays = await client.scope("Globals");
  const numbers = arrays.find(({ name }) => name === "numbers")!;
  const reference = numbers.variablesReference;
  await client.request("variables", { variablesReference: reference, filter: "indexed", start: 1, count: 2 });
  compareGolden("scopes", client.transcript());
});

test("variables are changed in place; what does not fit is refused in words", async () => {
  const client = await afterLoop();
  const { scopes } = await client.request<{ scopes: DebugProtocol.Scope[] }>("scopes", { frameId: 1 });
  const reference = (name: string) => scopes.find((scope) => scope.name === name)!.variablesReference;
  const set = (scope: string, name: string, value: string) =>
    client.ask("setVariable", { variablesReference: reference(scope), name, value });
  await client.list(reference("Registers"));
  assert.equal((await set("Registers", "rbx", "0x1234")).body.value, "0x1234 (4660)");
  assert.equal((await set("Registers", "rbx", "-1")).body.value, "0xffffffffffffffff (-1)");
  assert.equal((await set("Globals", "total", "rax+1")).body.value, "0x1b (27)");
  assert.match((await set("Globals", "title", '"much too long"')).message ?? "", /13 bytes do not fit into 4 bytes/);
  assert.match((await set("Heap", "total", "1")).message ?? "", /cannot be changed/);
  const expression = await client.request("setExpression", { expression: "word [numbers]", value: "9", frameId: 1 });
  assert.equal(expression.value, "9");
  assert.match(
    (await client.ask("setExpression", { expression: "eax+1", value: "2" })).message ?? "",
    /only a register or memory/,
  );
  assert.ok(client.events.some(({ event }) => event === "memory"));
  assert.ok(client.events.some(({ event }) => event === "invalidated"));
});

test("changing the past discards the later history and says so", async () => {
  const client = await afterLoop();
  await client.move("stepBack");
  await client.request("setExpression", { expression: "rbx", value: "5", frameId: 1 });
  assert.match(client.output("console"), /history after this instant was discarded/);
});

test("memory is read, partly where it ends, and written", async () => {
  const client = await afterLoop();
  const read = (memoryReference: string, offset: number, count: number) =>
    client.request<{ address: string; data?: string; unreadableBytes?: number }>("readMemory", {
      memoryReference,
      offset,
      count,
    });
  const numbers = await read("numbers", 0, 8);
  assert.deepEqual([...decodeBase64(numbers.data!)!], [3, 0, 0, 0, 5, 0, 0, 0]);
  const edge = await read(numbers.address, 4096 * 2 - 8, 32);
  assert.equal(edge.unreadableBytes, 24 + 8 * (edge.data ? 0 : 1));
  assert.deepEqual(await read("0x10", 0, 16), { address: "0x10", unreadableBytes: 16 });
  const data = encodeBase64(Uint8Array.of(1, 2));
  assert.deepEqual(await client.request("writeMemory", { memoryReference: "numbers", offset: 4, data }), {
    bytesWritten: 2,
  });
  assert.equal(await client.evaluate("[numbers+4]"), "0x201 (513)");
  const refused = await client.ask("writeMemory", { memoryReference: "0x10", data });
  assert.match(refused.message ?? "", /0x10 is not mapped/);
});

test("base64 both ways", () => {
  for (let length = 0; length < 50; length++) {
    const bytes = Uint8Array.from({ length }, (_, k) => (k * 97 + length) & 255);
    assert.equal(encodeBase64(bytes), Buffer.from(bytes).toString("base64"));
    assert.deepEqual(decodeBase64(encodeBase64(bytes)), bytes);
  }
  assert.equal(decodeBase64("a*b"), undefined);
});

test("disassembly before and after, with labels and lines", async () => {
  const client = await afterLoop();
  const at = { memoryReference: "_start.next", instructionOffset: -5, instructionCount: 14 };
  const { instructions } = await client.request<{ instructions: DebugProtocol.DisassembledInstruction[] }>(
    "disassemble",
    at,
  );
  const rows = instructions.map(({ address, instructionBytes = "", instruction, symbol = "", line = "" }) =>
    `${address} ${instructionBytes.padEnd(24)} ${instruction.padEnd(32)} ${symbol} ${line}`.trimEnd(),
  );
  compareGolden("disassembly", `${rows.join("\n")}\n`);
});

test("completions in the console", async () => {
  const client = await afterLoop();
  const complete = async (text: string) => {
    const { targets } = await client.request<{ targets: { label: string }[] }>("completions", {
      text,
      column: text.length + 1,
    });
    return targets.map(({ label }) => label);
  };
  assert.deepEqual(
    await complete("r1"),
    ["r10", "r11", "r12", "r13", "r14", "r15"].flatMap((name) => [name, `${name}d`, `${name}w`, `${name}b`]),
  );
  assert.deepEqual(await complete("dword [num"), ["numbers"]);
  assert.deepEqual(await complete("he"), ["heap", "help"]);
});

test("the program's sources and itself", async () => {
  const client = await afterLoop();
  const { sources } = await client.request<{ sources: DebugProtocol.Source[] }>("loadedSources");
  assert.deepEqual(sources.map(({ name }) => name).sort(), ["finish.asm", "print.inc", "sum.asm"]);
  const { content } = await client.request<{ content: string }>("source", {
    sourceReference: 0,
    source: { path: join(dataFolder, "finish.asm") },
  });
  assert.match(content, /^; Ends the program/);
  const { modules } = await client.request<{ modules: DebugProtocol.Module[] }>("modules");
  assert.equal(modules[0]!.name, "sum");
});

test("many blocks: only the rows that are asked for, and a console that stays readable", async () => {
  const text = `extern malloc
global main
section .bss
kept: resq 1
section .text
main: push rbx
 mov ebx, 1000
.next: mov edi, 24
 call malloc
 dec ebx
 jnz .next
 mov [rel kept], rax
 xor eax, eax
here: pop rbx
 ret
`;
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(text) }) });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/many.asm", stopOnEntry: false });
  await client.request("setFunctionBreakpoints", { breakpoints: [{ name: "here" }] });
  await client.request("configurationDone");
  await client.event("stopped");
  const heap = await client.scope("Heap");
  assert.equal(heap.length, 100 + 4);
  assert.match(
    heap[0]!.value,
    /^24 bytes at 0x\w+, malloc at many\.asm:9, leaked: nothing points to it any more, age \d+$/,
  );
  assert.equal(heap[0]!.type, "heap block, leaked");
  const page = async (name: string, start: number, count: number) => {
    const row = heap.find((one) => one.name === name)!;
    const { variables } = await client.request("variables", {
      variablesReference: row.variablesReference,
      filter: "indexed",
      start,
      count,
    });
    return [
      row.value,
      row.indexedVariables,
      ...(variables as readonly DebugProtocol.Variable[]).map((one) => one.name),
    ];
  };
  assert.deepEqual(await page("…", 898, 100), ["900 blocks, 21600 bytes more", 900, "#999", "#1000"]);
  const last = await client.request("evaluate", { expression: "heap([kept])", context: "watch" });
  assert.equal(last.type, "heap block, live");
  const lost = "leak-definite";
  assert.deepEqual(await page("leaks so far", 0, 2), ["999 blocks, 23976 bytes", 999, lost, lost]);
  const { result } = await client.request("evaluate", { expression: "leaks", context: "repl" });
  const rows = (result as string).split("\n");
  assert.equal(rows.length, 103);
  assert.match(
    rows[0]!,
    /^24 bytes at 0x\w+ were never freed: nothing points .* The last pointer was lost by many\.asm:/,
  );
  assert.deepEqual(rows.slice(100), [
    "and 899 more, 23976 bytes in all",
    '"why #7" tells which instruction lost that block.',
    "1 block, 24 bytes not freed yet, still pointed to",
  ]);
});

const THREADS = `extern malloc, pthread_create, pthread_join
global main
section .bss
thread: resq 1
section .text
work: push rbx
 mov edi, 32
 call malloc
 mov rbx, rax
 mov byte [rbx+32], 1
done: xor eax, eax
 pop rbx
 ret
main: sub rsp, 8
 lea rdi, [rel thread]
 xor esi, esi
 lea rdx, [rel work]
 xor ecx, ecx
 call pthread_create
 mov rdi, [rel thread]
 xor esi, esi
 call pthread_join
 xor eax, eax
 add rsp, 8
 ret
`;

test("a block is overflowed once the store has happened, forwards and replayed; other threads share it", async () => {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(THREADS) }) });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/threads.asm", stopOnEntry: false });
  await client.request("setExceptionBreakpoints", { filters: ["memory"] });
  await client.request("setFunctionBreakpoints", { breakpoints: [{ name: "done" }] });
  await client.request("configurationDone");
  const { threadId } = await client.event<DebugProtocol.StoppedEvent["body"]>("stopped");
  const { stackFrames } = await client.request<DebugProtocol.StackTraceResponse["body"]>("stackTrace", { threadId: 1 });
  const frameId = stackFrames[0]!.id;
  const say = async (expression: string, frame: number): Promise<string> => {
    const answer = await client.ask("evaluate", { expression, context: "repl", frameId: frame });
    return answer.success ? answer.body.result : `✗ ${answer.message}`;
  };
  const heap = await say("heap", frameId);
  assert.match(heap, /^#1: 32 bytes at 0x\w+, malloc at threads\.asm:8, age/);
  assert.match(await say("who thread", frameId), /^8 bytes at 0x\w+ \(thread \(\.bss\)\): last written by /);
  assert.equal(await say("heap", 1), heap);
  assert.match(await say("time", frameId), /instructions executed$/);
  assert.match(await say("leaks", frameId), /not freed yet, still pointed to/);
  for (const own of ["rax", "who rsp", "who [rbx]", "stack"]) assert.match(await say(own, frameId), /has the turn/);
  await client.request("continue", { threadId });
  await client.event("stopped");
  assert.match(await say("heap", 1), /, malloc at threads\.asm:8, overflowed, age/);
  assert.match(await say("who thread", 1), /last written by /);
  assert.match(await say("heap", 1), /, malloc at threads\.asm:8, overflowed, age/);
  assert.equal(await say("who", 1), "✗ who ADDRESS [BYTES]: an address is missing");
  assert.equal(await say("why #99", 1), "✗ there is no block #99");
  assert.equal(await say("leaks x", 1), '✗ leaks stands alone: "x" means nothing to it');
  assert.equal(await say("heap 5", 1), "✗ heap BLOCK: no heap block lies at 5");
  assert.match(await say("heap #1", frameId), /^#1: 32 bytes at 0x\w+, malloc at threads\.asm:8, /);
  assert.match(await say("who #1", frameId), /^32 bytes at 0x\w+ \(heap block #1 \+0 of 32\): not written since/);
  await say("goto 99999", 1);
  await client.event("terminated");
  assert.match(client.output("console"), /The program does not come to time 99999: it ends at \d+\.\n/);
});
