// What clients and people get wrong: each gets a sentence, nothing is changed or truncated silently.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { Client, dataFolder } from "./conversation.ts";

type Answer = { breakpoints: DebugProtocol.Breakpoint[] };

async function atEntry(program = "sum.asm"): Promise<Client> {
  const client = new Client();
  await client.start(program, { stopOnEntry: true });
  await client.event("stopped");
  return client;
}

/** The sentence of a request that must fail. */
async function refusal(client: Client, command: string, args: object): Promise<string> {
  const response = await client.ask(command, args);
  assert.equal(response.success, false, `${command} ${JSON.stringify(args)}`);
  return response.message!;
}

test("a launch property of the wrong kind is named, with what may stand there", async () => {
  const program = join(dataFolder, "sum.asm");
  const wrong: readonly (readonly [object, string])[] = [
    [{ mode: "77" }, 'launch: "mode" must be 32 or 64, not "77".'],
    [{ check: "some" }, 'launch: "check" must be "off" or "bounds" or "full", not "some".'],
    [{ args: "one two" }, 'launch: "args" must be a list of texts, not "one two".'],
    [{ env: { A: 1 } }, 'launch: "env" must be an object of texts, such as {"LANG": "C"}, not {"A":1}.'],
    [{ stdin: 5 }, 'launch: "stdin" must be a text or {"file": "NAME"}, not 5.'],
    [{ stopOnEntry: "yes" }, 'launch: "stopOnEntry" must be true or false, not "yes".'],
    [{ seed: -1 }, 'launch: "seed" must be a whole number from 0 on, not -1.'],
    [
      { console: "externalTerminal" },
      'launch: "console" must be "integratedTerminal" or "debugConsole", not "externalTerminal".',
    ],
    [{ program: 7 }, 'launch: "program" must be the name of a file or a list of names, not 7.'],
  ];
  const client = new Client();
  for (const [properties, sentence] of wrong)
    assert.equal(await refusal(client, "launch", { program, ...properties }), sentence);
  await client.request("launch", { program, mode: 64 });
});

test("a device is no source and no part of one", {
  skip: process.platform === "linux" ? false : "devices of Linux",
}, async () => {
  const client = new Client();
  assert.equal(await refusal(client, "launch", { program: "/dev/zero" }), "zero is a device, not a file.");
  assert.equal(await refusal(client, "launch", { program: "/proc/self/pagemap" }), "pagemap is too large.");
  const sentence = "device.asm:5: error: `incbin': unable to get length of file `/dev/zero'";
  assert.equal(await refusal(client, "launch", { program: join(dataFolder, "device.asm") }), sentence);
});

test("instruction breakpoints: inside an instruction, outside of memory, no number", async () => {
  const client = await atEntry();
  const start = Number(await client.evaluate("_start, x"));
  const references = [`0x${start.toString(16)}`, `0x${(start + 1).toString(16)}`, "rip", "NaN", "0x10", "-5", ""];
  const { breakpoints } = await client.request<Answer>("setInstructionBreakpoints", {
    breakpoints: references.map((instructionReference) => ({ instructionReference })),
  });
  const none = "This is no address of an instruction: write one such as 0x401000.";
  const hex = (address: number) => `0x${address.toString(16)}`;
  assert.deepEqual(
    breakpoints.map(({ verified, message }) => [verified, message]),
    [
      [true, undefined],
      [false, `${hex(start + 1)} lies inside the instruction that begins at ${hex(start)}.`],
      [false, none],
      [false, none],
      [false, "There is no instruction at 0x10."],
      [false, none],
      [false, none],
    ],
  );
});

test("memory requests: negative, fractional and huge counts, what is not base64", async () => {
  const client = await atEntry();
  const memoryReference = await client.evaluate("rsp, x");
  const count = (value: number | string) => refusal(client, "readMemory", { memoryReference, count: value });
  assert.equal(await count(-1), 'readMemory: "count" must be a whole number that is not negative, not -1.');
  assert.equal(await count(1.5), 'readMemory: "count" must be a whole number that is not negative, not 1.5.');
  assert.match(await count("many"), /"count" must be/);
  const read = await client.request<{ data: string; unreadableBytes: number }>("readMemory", {
    memoryReference,
    count: 2 ** 50,
  });
  assert.ok(read.unreadableBytes > 0);
  assert.match(await refusal(client, "readMemory", { memoryReference: "nowhere", count: 1 }), /no register or label/);
  for (const data of ["A", "AAAAA", "****", "AA=A", "A==="])
    assert.equal(await refusal(client, "writeMemory", { memoryReference, data }), "The data is not base64.", data);
  assert.match(
    await refusal(client, "disassemble", { memoryReference, instructionCount: -3 }),
    /"instructionCount" must be/,
  );
});

test("values that do not fit are refused; every notation of a number is taken", async () => {
  const client = await atEntry();
  const set = (expression: string, value: string) => client.ask("setExpression", { expression, value });
  const refused: readonly (readonly [string, string, RegExp])[] = [
    [
      "rax",
      "0x10000000000000000",
      /^0x10000000000000000 does not fit 64 bits: -9223372036854775808 to 0xffffffffffffffff$/,
    ],
    ["rax", "-9223372036854775809", /does not fit 64 bits/],
    ["eax", "0x1_0000_0000", /does not fit 32 bits: -2147483648 to 4294967295/],
    ["al", "256", /^256 does not fit 8 bits: -128 to 255$/],
    ["al", "-129", /does not fit 8 bits/],
    ["al", "0xffffffffffffffff", /does not fit 8 bits/],
    ["al", "'AB'", /^2 bytes do not fit into 8 bits$/],
    ["zf", "2", /^2 does not fit 1 bit: 0 or 1$/],
    ["word [rsp]", "65536", /does not fit 16 bits/],
    ["qword [rsp]", "18446744073709551616", /does not fit 64 bits/],
    ["xmm0", "0x1_00000000_00000000_00000000_00000000", /does not fit 128 bits/],
  ];
  for (const [place, value, sentence] of refused) {
    const response = await set(place, value);
    assert.equal(response.success, false, `${place} = ${value}`);
    assert.match(response.message!, sentence);
  }
  const taken: readonly (readonly [string, string, string])[] = [
    ["rax", "-1", "0xffffffffffffffff"],
    ["rax", "-9223372036854775808", "0x8000000000000000"],
    ["al", "-128", "0x80"],
    ["eax", "0FFh", "0xff"],
    ["eax", "$0f0", "0xf0"],
    ["eax", "0b1010_0101", "0xa5"],
    ["eax", "101b", "0x5"],
    ["eax", "17q", "0xf"],
    ["eax", "0o17", "0xf"],
    ["eax", "0d19", "0x13"],
    ["eax", "'ABCD'", "0x44434241"],
    ["eax", "2 + 3 * 4", "0xe"],
    ["dword [rsp]", "-2", "0xfffffffe"],
  ];
  for (const [place, value, shown] of taken) {
    assert.equal((await set(place, value)).success, true, `${place} = ${value}`);
    const [digits] = (await client.evaluate(`${place}, x`)).split(" ");
    assert.equal(BigInt(digits!), BigInt(shown), `${place} = ${value}`);
  }
});

test("going back stops only where going forward would have stopped", async () => {
  const client = await atEntry("loop.asm");
  const source = { path: join(dataFolder, "loop.asm") };
  await client.request("setBreakpoints", { source, breakpoints: [{ line: 10, hitCondition: "%5" }] });
  await client.move("continue");
  await client.move("continue");
  assert.equal(await client.evaluate("rcx, d"), "10");
  await client.request("setBreakpoints", {
    source,
    breakpoints: [
      { line: 9, logMessage: "at {rcx}" },
      { line: 10, hitCondition: "%5" },
    ],
  });
  await client.move("reverseContinue");
  assert.equal(await client.evaluate("rcx, d"), "5", "the count is that of the way forward");
  assert.equal(client.output("console"), "", "messages are not printed backwards");
  await client.move("continue");
  assert.equal(await client.evaluate("rcx, d"), "10", "an instant is counted once, however often it is passed");
  await client.move("reverseContinue");
  const stop = await client.move("reverseContinue");
  assert.match(`${stop.description}`, /first instruction/);
});

test("gdb's forms in the console", async () => {
  const client = await atEntry();
  const lines = async (line: string) => (await client.evaluate(line, "repl")).split("\n");
  const code = await lines("x/3i rip");
  assert.equal(code.length, 3);
  assert.match(code[0]!, /^=> 0x[0-9a-f]+ <_start>: [a-z]+ /);
  assert.match(code[1]!, /^ {3}0x[0-9a-f]+ <_start\+0x[0-9a-f]+>: [a-z]+/);
  assert.equal((await lines("x/2xg $rsp")).length, 1);
  assert.match((await lines("x/2ob $rip"))[0]!, /: 0\d+ {2}0\d*/);
  assert.deepEqual(await lines("p/x 255"), ["0x00000000000000ff"]);
  assert.deepEqual(await lines("p/t 5"), await lines("p 5, b"));
  assert.match((await lines("info registers rip rsp"))[1]!, /^rsp: 0x/);
  assert.match((await lines("i r eax"))[0]!, /^eax: /);
  assert.match((await lines("bt"))[0]!, /^#0 {2}0x/);
  assert.match(await refusal(client, "evaluate", { expression: "x/3q rsp", context: "repl" }), /no format or size "q"/);
  assert.match(await refusal(client, "evaluate", { expression: "p/q rsp", context: "repl" }), /no format "q"/);
});
