// scanf against glibc: formats, inputs, what is returned, what is stored and where the input stands afterwards. The
// expectations were recorded by a C program that this file writes.
import assert from "node:assert/strict";
import test from "node:test";
import { bitsOfDouble } from "../../debugger/libc/arguments.ts";
import { AREA } from "../../debugger/libc/state.ts";
import { recordedLines, runNative } from "../os/golden.ts";
import { startProcess, type TestProcess } from "../os/process.ts";

interface Case {
  readonly format: string;
  readonly input: string;
}

const inputs = [
  "42",
  " -7 rest",
  "+5",
  "abc",
  "",
  " ",
  "0x1f",
  "0x",
  "0777",
  "99999999999",
  "-99999999999999999999",
  "3.25e2x",
  ".5",
  "-.",
  "1e",
  "inf",
  "nan(12)",
  "infinitx",
  "ix",
  "nay",
  "0x1.8p1",
  "1,2,3",
  "a b c",
  "%d",
  "-",
  "1e400",
  "(nil)",
  "12abc34",
];
const formats = [
  "%d",
  "%u",
  "%i",
  "%x",
  "%o",
  "%ld",
  "%hd",
  "%hhu",
  "%lld",
  "%f",
  "%lf",
  "%s",
  "%c",
  "%3d",
  "%2s",
  "%*d",
  "%[0-9a-f]",
  "%[^ ]",
  "%p",
  "%5lf",
  "%e",
  "%n",
  " %c",
  "%%",
  "%2c",
  "%1d",
];

const cases: Case[] = [
  ...formats.flatMap((format) => inputs.map((input) => ({ format, input }))),
  { format: "%d %d %d", input: "1 2 3" },
  { format: "%d,%d,%d", input: "1,2, 3" },
  { format: "%d,%d", input: "1 ,2" },
  { format: "%d%d", input: "1" },
  { format: "x=%d y=%d", input: "x=1   y=2" },
  { format: "x=%d", input: "y=1" },
  { format: "%s %s", input: "  two   words  " },
  { format: "%d %n%s", input: "12 tail" },
  { format: "%d%c%d", input: "10+20" },
  { format: "%[]a]%c", input: "]a]x" },
  { format: "%[^]]%c", input: "ab]c" },
  { format: "%[a-c]%s", input: "abcabcd e" },
  { format: "%*s %d", input: "skip 9" },
  { format: "%d\n", input: "5\n\n\n  7" },
  { format: "%2d%3d%4d", input: "123456789" },
  { format: "%i %i %i", input: "10 010 0x10" },
  { format: "%lf %lf", input: "1.5 -2.25e-3" },
  { format: "%f%f", input: "1.1.2" },
  { format: "%d %%", input: "5 %" },
  { format: "%y", input: "5" },
  { format: "%2$d %1$d", input: "3 4" },
  { format: "%3$s %1$c%2$n%*d%4$2d", input: "word 7 8 999" },
  { format: "%2$d %d %d", input: "1 2 3" },
  { format: "%2$*d %d", input: "1 2" },
  { format: "%1$d %1$d", input: "1 2" },
  { format: "%*2d%d", input: "1234" },
  { format: "%'d %Id", input: "12 34" },
  { format: "%hhd %hd %ld %lld", input: "300 70000 5000000000 9000000000000000000" },
];

const SLOTS = 4;
const SLOT_BYTES = 64;

const cString = (text: string): string => JSON.stringify(text).replace(/\?\?/g, "?\\?");

function record(): string {
  const rows = cases.map(({ format, input }) => `  run(${cString(input)}, ${cString(format)});`);
  return runNative(`#include <stdio.h>
#include <string.h>
static unsigned char slots[${SLOTS}][${SLOT_BYTES}];
static void run(const char *input, const char *format) {
  memset(slots, 0xaa, sizeof slots);
  int n = sscanf(input, format, slots[0], slots[1], slots[2], slots[3]);
  printf("%d", n);
  for (int s = 0; s < ${SLOTS}; s++) {
    int last = ${SLOT_BYTES} - 1;
    while (last >= 0 && slots[s][last] == 0xaa) last--;
    putchar(' ');
    if (last < 0) putchar('-');
    for (int k = 0; k <= last; k++) printf("%02x", slots[s][k]);
  }
  FILE *f = fmemopen((void *)(*input ? input : "\\n"), *input ? strlen(input) : 1, "r");
  if (!*input) getc(f);
  char scratch[4][256];
  int m = fscanf(f, format, scratch[0], scratch[1], scratch[2], scratch[3]);
  printf(" %d at %ld\\n", m, ftell(f) - (*input ? 0 : 1));
}
int main(void) {
${rows.join("\n")}
}
`);
}

const expected = recordedLines("libc/scan.golden.txt", record);

function scanAll(bits: 32 | 64): string[] {
  const lines: string[] = [];
  let target = startProcess({ bits, stubs: ["sscanf", "scanf", "getchar", "clearerr"] });
  for (const [k, { format, input }] of cases.entries()) {
    if (k % 100 === 0) target = startProcess({ bits, stubs: ["sscanf", "scanf", "getchar", "clearerr"] });
    const slots = Array.from({ length: SLOTS }, (_, s) => target.data + SLOT_BYTES * s);
    target.memory.poke(target.data, new Uint8Array(SLOTS * SLOT_BYTES).fill(0xaa));
    const { result } = target.call("sscanf", [target.text(input), target.text(format), ...slots]);
    const shown = slots.map((at) => {
      const bytes = [...target.memory.peek(at, SLOT_BYTES)];
      while (bytes.at(-1) === 0xaa) bytes.pop();
      return bytes.length === 0 ? "-" : bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
    });
    // The same from a stream: how much of it was taken?
    target.call("clearerr", [standardInput(target)]);
    target.input.push(...(input === "" ? [] : [input]));
    const streamResult = target.call("scanf", [target.text(format), ...slots]).result;
    let rest = 0;
    while (target.call("getchar").result !== 0xffffffffn) rest++;
    const count = (value: bigint): bigint => BigInt.asIntN(32, value);
    lines.push(`${count(result)} ${shown.join(" ")} ${count(streamResult)} at ${input.length - rest}`);
  }
  return lines;
}

/** The first stream of libc's mapping. */
function standardInput(process: TestProcess): number {
  return process.kernel.mappings().find(({ name }) => name === "[libc]")!.start + AREA.streams;
}

test("scanf reads as glibc does, 64-bit", () => {
  const actual = scanAll(64);
  assert.equal(expected.length, cases.length);
  const wrong = actual.flatMap((line, k) =>
    line === expected[k]
      ? []
      : [`${cases[k]!.format} of ${JSON.stringify(cases[k]!.input)}: ${line}, glibc ${expected[k]}`],
  );
  assert.deepEqual(wrong.slice(0, 30), []);
});

test("scanf in a 32-bit process stores 32-bit longs and pointers, and reads its arguments from the stack", () => {
  const process = startProcess({ bits: 32, stubs: ["sscanf"] });
  const at = process.data;
  process.memory.poke(at, new Uint8Array(64).fill(0xaa));
  const { result } = process.call("sscanf", [
    process.text("1 -2 99999999999 2.5 x"),
    process.text("%d %ld %ld %lf %c"),
    at,
    at + 4,
    at + 8,
    at + 16,
    at + 24,
  ]);
  assert.equal(result, 5n);
  assert.equal(process.memory.load(at, 4), 1n);
  assert.equal(process.memory.load(at + 4, 4), 0xfffffffen);
  assert.equal(process.memory.load(at + 8, 4), 0x7fffffffn);
  assert.equal(process.memory.load(at + 12, 4), 0xaaaaaaaan);
  assert.equal(process.memory.load(at + 16, 8), bitsOfDouble(2.5));
  assert.equal(process.memory.load(at + 24, 1), 120n);
});

test("scanf that waits has stored nothing, and goes on with what was typed", () => {
  const process = startProcess({ stubs: ["scanf", "printf", "getchar"] });
  const at = process.data;
  process.memory.store(at, 8, 0x1111111111111111n);
  process.call("printf", [process.text("two numbers: ")]);
  assert.deepEqual(process.output, []);
  process.input.push("7\n", "pending", "pending", "8 9\n");
  const format = process.text("%d %d");
  const scan = () => process.call("scanf", [format, at, at + 4]);
  const before = process.state.retired;
  assert.equal(scan().outcome, "pending");
  // The question is on the screen before the answer is awaited.
  assert.deepEqual(process.output, [{ stream: 1, text: "two numbers: " }]);
  assert.equal(process.memory.load(at, 8), 0x1111111111111111n);
  assert.equal(process.state.retired, before);
  assert.equal(scan().outcome, "pending");
  assert.deepEqual(scan(), { outcome: "done", result: 2n });
  assert.equal(process.memory.load(at, 8), 0x0000000800000007n);
  assert.equal(process.call("getchar").result, 32n);
});
