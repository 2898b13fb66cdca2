// Breakpoints of every kind: lines that move, conditions, counts, messages, labels, instructions, data, exception filters.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { Client, compareGolden, dataFolder } from "./conversation.ts";

type Answer = { breakpoints: DebugProtocol.Breakpoint[] };
const source = { path: join(dataFolder, "sum.asm") };
const include = { path: join(dataFolder, "parts", "print.inc") };

/** A client that stands at the first instruction of sum.asm. */
async function atEntry(properties: object = {}): Promise<Client> {
  const client = new Client();
  await client.start("sum.asm", { stopOnEntry: true, ...properties });
  await client.event("stopped");
  return client;
}

test("lines: moved to the next instruction, refused behind the last, verified in included files", async () => {
  const client = await atEntry();
  const wanted = [{ line: 8 }, { line: 21 }, { line: 24 }, { line: 99 }];
  const { breakpoints } = await client.request<Answer>("setBreakpoints", { source, breakpoints: wanted });
  assert.deepEqual(
    breakpoints.map(({ verified, line }) => [verified, line]),
    [
      [true, 18],
      [true, 23],
      [true, 24],
      [false, 99],
    ],
  );
  assert.match(breakpoints[0]!.message ?? "", /Line 8 has no instruction: moved to line 18/);
  const inc = await client.request<Answer>("setBreakpoints", { source: include, breakpoints: [{ line: 6 }] });
  assert.equal(inc.breakpoints[0]!.verified, true);
  await client.request("setBreakpoints", { source: { path: "/elsewhere.asm" }, breakpoints: [{ line: 1 }] });
  await client.request("breakpointLocations", { source, line: 15, endLine: 30 });
  await client.move("continue");
  assert.deepEqual(await client.stack(), ["print (macro):6", "_start:18"]);
  compareGolden("lines", client.transcript());
});

test("conditions, hit counts and messages", async () => {
  const client = await atEntry();
  const set = (breakpoint: object) =>
    client.request<Answer>("setBreakpoints", { source, breakpoints: [{ line: 24, ...breakpoint }] });
  await set({ condition: "ecx == 3" });
  await client.move("continue");
  assert.equal(await client.evaluate("ecx"), "3");
  await client.move("reverseContinue");
  assert.equal(await client.evaluate("rip == _start"), "1", "no other instant fulfils the condition");
  await set({ hitCondition: "2" });
  await client.move("continue");
  assert.equal(await client.evaluate("ecx"), "1");
  await set({ hitCondition: ">= 2", condition: "eax" });
  await client.move("continue");
  assert.equal(await client.evaluate("ecx"), "3");
  const wrong = await set({ condition: "eax ==" });
  assert.deepEqual(
    [wrong.breakpoints[0]!.verified, wrong.breakpoints[0]!.message],
    [false, "a value is missing at the end"],
  );
  for (const hitCondition of ["often", "0", "< 0", "% 0"]) {
    const bad = await set({ hitCondition });
    assert.equal(bad.breakpoints[0]!.verified, false, hitCondition);
  }
  await client.move("asmoscope/travel", { time: 0 });
  await set({ logMessage: "sum {eax} after {ecx}" });
  await client.request("continue", { threadId: 1 });
  await client.event("exited");
  assert.match(
    client.output("console"),
    /sum 3 after 0\nsum 8 after 1\nsum 0xf \(15\) after 2\nsum 0x1a \(26\) after 3\n/,
  );
});

test("a condition that cannot be evaluated stops and says why", async () => {
  const client = await atEntry();
  await client.request("setBreakpoints", { source, breakpoints: [{ line: 24, condition: "[rax] == 1" }] });
  await client.move("continue");
  assert.match(client.output("stderr"), /condition "\[rax\] == 1": 0x3 is not mapped/);
});

test("labels, libc functions and instructions", async () => {
  const client = await atEntry();
  const names = [
    { name: "finish" },
    { name: "_start.next", hitCondition: "2" },
    { name: "numbers" },
    { name: "nowhere" },
  ];
  const { breakpoints } = await client.request<Answer>("setFunctionBreakpoints", { breakpoints: names });
  assert.deepEqual(
    breakpoints.map(({ verified }) => verified),
    [true, true, false, false],
  );
  await client.move("continue");
  assert.equal(await client.evaluate("ecx"), "1");
  const reference = breakpoints[0]!.instructionReference;
  await client.request("setFunctionBreakpoints", { breakpoints: [] });
  const at = [
    { instructionReference: reference, offset: 5 },
    { instructionReference: "0x10", offset: 0 },
  ];
  const { breakpoints: instructions } = await client.request<Answer>("setInstructionBreakpoints", { breakpoints: at });
  assert.deepEqual(
    instructions.map(({ verified }) => verified),
    [true, false],
  );
  await client.move("continue");
  assert.deepEqual(await client.stack(), ["finish:6"]);
  compareGolden("functions", client.transcript());
});

test("data breakpoints forwards and backwards, with the value before and after", async () => {
  const client = await atEntry();
  const info = await client.request<{ dataId: string; description: string }>("dataBreakpointInfo", { name: "total" });
  assert.equal(info.description, "8 bytes at total");
  await client.request("setDataBreakpoints", { breakpoints: [{ dataId: info.dataId, accessType: "write" }] });
  const stop = await client.move("continue");
  assert.deepEqual([stop.reason, stop.text], ["data breakpoint", "sum.asm:28 has changed total from 0 to 0x1a (26)."]);
  const back = await client.move("reverseContinue");
  assert.equal(back.text, "The next instruction writes to total, which is 0 now.");
  await client.request("dataBreakpointInfo", { name: "rax" });
  const bytes = await client.request<{ dataId: string }>("dataBreakpointInfo", {
    name: "0x402000",
    asAddress: true,
    bytes: 2,
  });
  assert.equal(bytes.dataId, "0x402000:2");
  await client.request("setDataBreakpoints", { breakpoints: [] });
  const write = await client.move("asmoscope/goToWrite", { address: "total", sizeBytes: 8 });
  assert.equal(write.description, "At the first instruction");
  compareGolden("data", client.transcript());
});

/** Each of nine rounds writes the same bytes, and a line follows. */
const ROUNDS = `global _start
section .bss
cell: resd 1
section .text
_start: mov ecx, 9
next:   add eax, ecx
        mov [cell], eax
        dec ecx
        jnz next
        mov eax, 60
        xor edi, edi
        syscall
`;

test("data breakpoints stop on the way back where they stopped before: condition, hit count and log point", async () => {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(ROUNDS) }) });
  client.recording = false;
  await client.start("rounds.asm", { stopOnEntry: true });
  await client.event("stopped");
  const info = await client.request<{ dataId: string }>("dataBreakpointInfo", { name: "cell" });
  const set = (breakpoint: object) => {
    const breakpoints = [{ dataId: info.dataId, accessType: "write", ...breakpoint }];
    return client.request("setDataBreakpoints", { breakpoints });
  };
  const places = async (command: string) => {
    await client.move(command);
    return [await client.evaluate("ecx"), await client.evaluate("cell"), await client.evaluate("time, d")].join(" ");
  };
  await set({ condition: "dword [cell] == 24" });
  assert.equal(await places("continue"), "7 0x18 (24) 11");
  await set({ hitCondition: "3" });
  await client.move("asmoscope/travel", { time: 0 });
  assert.equal(await places("continue"), "7 0x18 (24) 11");
  await client.move("asmoscope/travel", { time: 30 });
  // Before the third write.
  assert.equal(await places("reverseContinue"), "7 0x11 (17) 10");
  await client.move("asmoscope/travel", { time: 30 });
  await set({ condition: "dword [cell] == 24" });
  assert.equal(await places("reverseContinue"), "7 0x11 (17) 10");
  await client.move("asmoscope/travel", { time: 30 });
  await set({ logMessage: "written" });
  assert.equal(await places("reverseContinue"), "0 0 0");
});

/** A loop of so many rounds that not all hits are kept: rcx counts them, and is written for others to see. */
const HOT = `global _start
section .data
round:  dq 0
odd:    dd 0
section .text
_start: xor ecx, ecx
next:   inc rcx
        mov [round], rcx
        test cl, 1
        jz .even
        inc dword [odd]
.even:  cmp rcx, 400000
        jb next
        mov eax, 60
        xor edi, edi
        syscall
`;

test("hit counts of a hot loop mean the same hits in both directions, also in a history that was changed", async () => {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(HOT) }) });
  client.recording = false;
  await client.start("hot.asm", { stopOnEntry: true });
  await client.event("stopped");
  const at = (...breakpoints: readonly object[]) => client.request("setFunctionBreakpoints", { breakpoints });
  const rounds = async (commands: readonly string[]) => {
    const seen = [];
    for (const command of commands) {
      const stop = await client.move(command);
      const counted = Number.parseInt(await client.evaluate("rcx, d"), 10);
      seen.push(stop.reason === "entry" || /first instruction/.test(`${stop.description}`) ? "start" : counted);
    }
    return seen;
  };
  const [on, back] = ["continue", "reverseContinue"];
  // Before instruction N rcx is N − 1 of the label next.
  await at({ name: "next", hitCondition: "%70000" });
  assert.deepEqual(
    await rounds([on, on, on, on, back, back, back, on]),
    [69999, 139999, 209999, 279999, 209999, 139999, 69999, 139999],
  );
  // Every second hit has an even rcx.
  await client.move("asmoscope/travel", { time: 0 });
  await at({ name: "next", hitCondition: ">= 150000", condition: "(rcx & 1) == 0" });
  assert.deepEqual(await rounds([on, on, on, back, back]), [299998, 300000, 300002, 300000, 299998]);
  assert.deepEqual(await rounds([back]), ["start"]);
  // A history that is changed in the middle of what was counted.
  await client.move("asmoscope/travel", { time: 0 });
  const every = { name: "next", hitCondition: "%70000" };
  await at(every);
  const { dataId } = await client.request<{ dataId: string }>("dataBreakpointInfo", { name: "round" });
  const written = { dataId, accessType: "write", hitCondition: "%100000" };
  await client.request("setDataBreakpoints", { breakpoints: [written] });
  const stops = [69999, 100000, 139999, 200000, 209999];
  assert.deepEqual(await rounds([on, on, on, on, on, on]), [...stops, 279999]);
  await at(every, { name: "next.even", condition: "rcx == 123459" });
  assert.deepEqual(await rounds([back, back, back, back]), [209999, 200000, 139999, 123459]);
  await client.request("setExpression", { expression: "dword [odd]", value: "7" });
  await at(every);
  assert.deepEqual(await rounds([on, on, on, back, back]), [139999, 200000, 209999, 200000, 139999]);
});

/** One access touches two watched places; one instruction reads and writes a third. */
const PLACES = `global _start
section .bss
pair:   resd 2
count:  resd 1
section .text
_start: mov rax, 0x500000003
        mov [pair], rax
        inc dword [count]
        inc dword [count]
        mov eax, 60
        xor edi, edi
        syscall
`;

test("each data breakpoint that an access touches is judged by itself", async () => {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(PLACES) }) });
  client.recording = false;
  await client.start("places.asm", { stopOnEntry: true });
  await client.event("stopped");
  const { dataId } = await client.request<{ dataId: string }>("dataBreakpointInfo", { name: "pair" });
  const start = Number(dataId.split(":")[0]);
  const [low, high, count] = [0, 4, 8].map((distance) => `0x${(start + distance).toString(16)}:4`);
  const breakpoints = [
    { dataId: low, accessType: "write", condition: "dword [pair] == 77" },
    { dataId: high, accessType: "write", condition: "dword [pair + 4] == 5" },
    { dataId: count, accessType: "read", condition: "dword [count] == 1" },
    { dataId: count, accessType: "write", condition: "dword [count] == 1" },
  ];
  await client.request("setDataBreakpoints", { breakpoints });
  const texts: (string | undefined)[] = [];
  for (let k = 0; k < 3; k++) texts.push((await client.move("continue")).text);
  const back: (string | undefined)[] = [];
  for (let k = 0; k < 2; k++) back.push((await client.move("reverseContinue")).text);
  assert.deepEqual(texts, [
    "places.asm:7 has changed pair+0x4.",
    "places.asm:8 has changed count from 0 to 1.",
    "The next instruction reads count, which is 1 now.",
  ]);
  assert.deepEqual(back, [
    "The next instruction writes to count, which is 0 now.",
    "The next instruction writes to pair+0x4, which is 0 now.",
  ]);
});

test("a line behind a write that is not wanted is a breakpoint all the same", async () => {
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(ROUNDS) }) });
  client.recording = false;
  await client.start("rounds.asm", { stopOnEntry: true });
  await client.event("stopped");
  const info = await client.request<{ dataId: string }>("dataBreakpointInfo", { name: "cell" });
  const data = [{ dataId: info.dataId, accessType: "write", condition: "ecx == 100" }];
  await client.request("setDataBreakpoints", { breakpoints: data });
  await client.request("setBreakpoints", {
    source: { path: join(dataFolder, "rounds.asm") },
    breakpoints: [{ line: 8 }],
  });
  const stops: (string | undefined)[] = [];
  for (let k = 0; k < 2; k++) {
    const { reason } = await client.move("continue");
    stops.push(reason, await client.evaluate("ecx"));
  }
  stops.push((await client.move("reverseContinue")).reason, await client.evaluate("ecx"));
  assert.deepEqual(stops, ["breakpoint", "9", "breakpoint", "8", "breakpoint", "9"]);
});

test("exception filters: system calls by name, allocations, the exit", async () => {
  const client = await atEntry();
  const filters = (filterOptions: object[]) =>
    client.request("setExceptionBreakpoints", { filters: [], filterOptions });
  await filters([{ filterId: "syscalls", condition: "write, 99" }]);
  const stop = await client.move("continue");
  assert.match(stop.text ?? "", /^System call write \(1\): 1, 0x40\w+, 4/);
  assert.equal(client.output("stdout"), "");
  await filters([{ filterId: "exit" }]);
  const exit = await client.move("continue");
  assert.equal(exit.description, "About to end with status 26");
  assert.equal(client.output("stdout"), "sum\n");
  await client.request("exceptionInfo", { threadId: 1 });
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 26 });
});

test("exception filters: a fault stops as the memory error that it is, conditions of one filter add up", async () => {
  const text = "global _start\nsection .text\n_start: xor ebx, ebx\n mov eax, [rbx]\n";
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(text) }) });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/null.asm" });
  const answer = await client.request<{ breakpoints: object[] }>("setExceptionBreakpoints", {
    filters: [],
    filterOptions: [
      ["memory", "use-after-free"],
      ["memory", "null-deref misaligned-call"],
      ["memory", "data-overflow"],
      ["warnings", "leak-definite"],
      ["allocations", "_start brk malloc"],
      ["allocations", "fred"],
      ["syscalls", " , "],
      ["exit", "x"],
    ].map(([filterId, condition]) => ({ filterId, condition })),
  });
  assert.deepEqual(
    answer.breakpoints.map((row) => ("message" in row ? row.message : "verified" in row && row.verified)),
    [
      true,
      '"misaligned-call" belongs to the filter "Calling convention".',
      '"data-overflow" is found without running the program.',
      '"leak-definite" belongs to the filter "Leaks".',
      true,
      'There is no function "fred" that allocates or frees.',
      true,
      'The filter "Exit" takes no condition.',
    ],
  );
  await client.request("configurationDone");
  const stop = await client.event<{ description: string }>("stopped");
  assert.equal(stop.description, "Ends with SIGSEGV");
  await client.request("continue", { threadId: 1 });
  await client.event("exited");
});

test("several stops at the last instruction follow each other, then the program ends", async () => {
  const client = await atEntry();
  await client.request("setExceptionBreakpoints", { filters: ["syscalls", "exit"] });
  const stops: string[] = [];
  for (let k = 0; k < 3; k++) stops.push((await client.move("continue")).description ?? "");
  assert.deepEqual(stops.slice(1), ["System call exit (60): 26, 0x402010, 4 …", "About to end with status 26"]);
  await client.move("stepBack");
  await client.move("continue");
  await client.request("evaluate", { expression: "who rsp", context: "repl" });
  assert.equal((await client.move("next")).description, "About to end with status 26");
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 26 });
});

test("a leak, then the end it was found at", async () => {
  const text =
    "extern malloc\nglobal main\nsection .text\nmain: sub rsp, 8\n mov edi, 5\n call malloc\n xor eax, eax\n add rsp, 8\n ret\n";
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(text) }) });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/leak.asm", stopOnEntry: true });
  await client.request("setExceptionBreakpoints", { filters: ["leaks", "exit"] });
  await client.request("configurationDone");
  await client.event("stopped");
  assert.match((await client.move("continue")).text ?? "", /never freed/);
  assert.equal((await client.move("continue")).description, "About to end with status 0");
  // At main's own last line, though libc's code comes behind it.
  assert.deepEqual((await client.stack())[0], "main:9");
  await client.request("next", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
});

test("many leaks are one stop that counts them, of the kinds that were asked for", async () => {
  const text = `extern malloc
global main
section .bss
inner: resq 1
section .text
main: push rbx
 mov ebx, 20
.next: mov edi, 24
 call malloc
 dec ebx
 jnz .next
 inc rax
 mov [rel inner], rax
 xor eax, eax
 pop rbx
 ret
`;
  for (const [condition, rest, last] of [
    ["leak-definite", "And 18 more leaks, 456 bytes in all.", 1],
    ["", "And 19 more leaks, 480 bytes in all.", 0],
    ["leak-possible", "keep the address that free wants.", 19],
  ] as const) {
    const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(text) }) });
    await client.request("initialize", { adapterID: "asmoscope" });
    await client.request("launch", { program: "/t/leaks.asm", stopOnEntry: true });
    await client.request("setExceptionBreakpoints", { filters: [], filterOptions: [{ filterId: "leaks", condition }] });
    await client.request("configurationDone");
    await client.event("stopped");
    assert.ok((await client.move("continue")).text?.endsWith(rest));
    assert.match((await client.request("exceptionInfo", { threadId: 1 })).description as string, new RegExp(rest));
    await client.request("continue", { threadId: 1 });
    assert.deepEqual(await client.event("exited"), { exitCode: 0 });
    const told = client.events.filter(({ event }) => event === "asmoscope/finding");
    const again = told.filter(({ body }) => JSON.stringify(body).includes('"last pointer lost"'));
    assert.deepEqual([told.length - again.length, again.length], [20, 10]);
    assert.equal(client.output("stderr").match(/never freed/g)?.length ?? 0, last);
  }
});

test("a finding at a watched write comes first, the data breakpoint when the write is let through", async () => {
  const text = `global _start
section .data
v: times 4 db 0
w: dq 0
section .text
_start: mov rax, v
 mov qword [rax+6], 1
 mov eax, 60
 xor edi, edi
 syscall
`;
  const client = new Client({ readFile: async () => ({ bytes: new TextEncoder().encode(text) }) });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "/t/overflow.asm", stopOnEntry: true });
  await client.request("setExceptionBreakpoints", { filters: ["memory"] });
  await client.request("configurationDone");
  await client.event("stopped");
  const { dataId } = await client.request("dataBreakpointInfo", { name: "w", frameId: 1 });
  await client.request("setDataBreakpoints", { breakpoints: [{ dataId, accessType: "write" }] });
  assert.match((await client.move("continue")).text ?? "", /2 bytes past the end of `v`/);
  assert.equal((await client.move("continue")).text, "overflow.asm:7 has changed w from 0 to 0x10000 (65536).");
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
});

test("the page of a finding is named by what can be opened, in the explanation and where editors make links", async () => {
  const client = new Client();
  await client.start("uaf.asm", { stopOnEntry: true, findingPages: "file:///pages/" });
  await client.event("stopped");
  await client.move("continue");
  const { description, ...info } = await client.request("exceptionInfo", { threadId: 1 });
  const details = info.details as { readonly message: string; readonly stackTrace: string };
  const page = "More: file:///pages/use-after-free-read.md";
  assert.equal(String(description).split("\n").at(-1), page);
  assert.equal(details.message, description);
  assert.equal(details.stackTrace.split("\n").at(-1), page);
});

test("without the filter a memory error is told and the program goes on", async () => {
  const client = new Client();
  await client.start("uaf.asm", { stopOnEntry: true });
  await client.event("stopped");
  await client.request("setExceptionBreakpoints", { filters: [] });
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 0 });
  assert.match(client.output("stderr"), /error: Reads 8 bytes .* that was freed\. \[use-after-free-read\]/);
  const found = client.events.filter(({ event }) => event === "asmoscope/finding");
  assert.deepEqual(
    found.map(({ body }) => [body.kind, body.line, body.related.map(({ line }: { line: number }) => line)]),
    [["use-after-free-read", 14, [9, 13]]],
  );
});
