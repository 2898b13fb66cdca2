// Instructions that end with their page, behind which nothing is mapped: what a CPU (AMD, under Linux) made of 2,235 rows of
// bytes, half of them random. It looks for all that the opcode has before it judges: #PF when a byte is missing, else #UD,
// and #GP beyond 15 bytes. Left out are encodings in which the makers differ (8F, EVEX, 66h before near branches).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { createState } from "../../debugger/cpu/create-state.ts";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { PAGE_BYTES, PROT } from "../../debugger/mem/layout.ts";

const CODE = 0x400000;
const END = CODE + PAGE_BYTES;

/** Runs bytes that end with their page: the fault's vector; "elsewhere" for a page fault that is not at the page's end. */
function runner(bits: 32 | 64): (bytes: Uint8Array) => string {
  const memory = createMemory(2 ** 24);
  const state = createState(memory);
  memory.map(CODE, PAGE_BYTES, PROT.read | PROT.exec);
  const core = createStepEngine(memory, state, bits);
  return (bytes) => {
    memory.poke(END - bytes.length, bytes);
    state.rip = BigInt(END - bytes.length);
    const stop = core.run(1);
    if (stop.kind !== "fault") return stop.kind;
    const { vector, address, errorCode } = stop.fault;
    if (vector !== "#PF" || (address === END && errorCode & 16)) return vector;
    return "elsewhere";
  };
}

test("what is cut off by the end of a page faults as on a CPU", () => {
  const run = { 32: runner(32), 64: runner(64) };
  const lines = readFileSync("test/cpu/data/page-ends.txt", "utf8").trimEnd().split("\n");
  const wrong = lines.flatMap((line) => {
    const [bits, code, expected] = line.split(" ") as ["32" | "64", string, string];
    const got = run[bits](Uint8Array.from(Buffer.from(code, "hex")));
    return got === expected ? [] : [`${line}, not ${got}`];
  });
  assert.ok(lines.length > 2000);
  assert.deepEqual(wrong, []);
});
