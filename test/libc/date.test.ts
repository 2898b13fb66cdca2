// strptime against glibc: how far it reads, and every field of struct tm that it sets.
import assert from "node:assert/strict";
import test from "node:test";
import { recordedLines, runNative } from "../os/golden.ts";
import { startProcess } from "../os/process.ts";

/** A format and texts for it. */
const readings: readonly (readonly [string, ...string[]])[] = [
  ["%Y-%m-%d", "2024-02-29", "1999-12-31x", "99-1-1", "2024-13-01", "2024-2-", "", " 2024- 2- 9", "20240-01-01"],
  ["%Y-%m-%d %H:%M:%S", "2024-02-29 23:59:60", "2001-01-01 1:2:3", "2001-01-01 24:00:00", "2001-01-01"],
  ["%a, %d %b %Y %H:%M:%S GMT", "Sun, 06 Nov 1994 08:49:37 GMT", "sunday, 6 november 1994 08:49:37 GMT", "Xyz, 1"],
  ["%A %B", "Monday March", "MON MAR", "tuesd april", "WEDNESDAY MAYOR"],
  ["%D", "12/31/68", "12/31/69", "1/2/03"],
  ["%F%T", "2020-01-0101:02:03", "2020-1-1 1:2:3"],
  ["%d.%m.%y", "01.02.00", "31.12.99", "32.1.99", "0.1.99"],
  ["%I:%M %p", "12:00 AM", "12:00 pm", "1:30 PM", "11:59 am", "13:00 AM", "0:10 AM"],
  ["%r", "07:08:09 PM", "12:08:09 AM"],
  ["%R", "7:08", "23:59"],
  ["%c", "Thu Jan  1 00:00:00 1970", "Sat Feb 29 12:30:00 2020"],
  ["%x %X", "02/03/04 05:06:07"],
  ["%j %Y", "060 2023", "60 2024", "366 2024", "367 2024"],
  ["%Y %j", "2024 60", "2023 060"],
  ["%C%y", "1999", "2024", "20"],
  ["%C", "19", "21"],
  ["%s", "0", "1700000000", "x"],
  ["%u %w", "7 0", "1 6", "8 0"],
  ["%U %a %Y", "10 Mon 2024", "0 Sat 2022"],
  ["%Y %W %w", "2024 10 1", "2023 52 0"],
  ["%Y %U %w", "2024 10 1", "2023 52 0"],
  ["%z", "+0130", "-02:00", "Z", "+1", "+12", "+1260"],
  ["%H%n%M%t%S", "1 2 3", "10\t\n20  30", "102030"],
  ["%%%d", "%5", "5"],
  ["%e %h %G %g %V", "5 Jul 2024 24 27", "12 dec 1 2 3"],
  ["%k %l", "13 1", "7 12"],
  ["%Z %d", "CET 5", "  UTC 7"],
  ["%Ey", "24"],
  ["%EY %EC %Ex", "2024"],
  ["%Om %Od", "3 4"],
  ["%OH:%OM", "3:4"],
  ["%-d", "5"],
  ["%_H", " 7"],
  ["%0m", "07"],
  ["%q", "1"],
  ["%m", "0", "1", "12", "13", "123"],
  ["%H x %M", "1x2", "1 x 2", "1   x2"],
];
const rows = readings.flatMap(([format, ...texts]) => texts.map((text) => ({ format, text })));
/** What the struct tm is full of before: nothing, and other numbers. */
const fillings = [0, 3];

const record = (): string =>
  runNative(`#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <time.h>
static void one(const char *text, const char *format, int filling) {
  struct tm t; int *p = (int *)&t;
  memset(&t, 0, sizeof t);
  for (int k = 0; k < 9; k++) p[k] = filling;
  char *end = strptime(text, format, &t);
  if (!end) { puts("NULL"); return; }
  printf("%d", (int)(end - text));
  for (int k = 0; k < 9; k++) printf(" %d", p[k]);
  printf(" %ld\\n", t.tm_gmtoff);
}
int main(void) {
${rows.flatMap(({ format, text }) => fillings.map((filling) => `  one(${JSON.stringify(text)}, ${JSON.stringify(format)}, ${filling});`)).join("\n")}
}
`);

const expected = recordedLines("libc/date.golden.txt", record);

for (const bits of [64, 32] as const) {
  test(`strptime reads what glibc reads, ${bits} bits`, () => {
    const target = startProcess({ bits, stubs: ["strptime"] });
    const { memory } = target;
    const wrong: string[] = [];
    let k = 0;
    for (const { format, text } of rows) {
      for (const filling of fillings) {
        const [textAt, formatAt] = [target.text(text), target.text(format)];
        const words = new Int32Array(16).fill(filling, 0, 9);
        memory.poke(target.data, new Uint8Array(words.buffer));
        const { result } = target.call("strptime", [textAt, formatAt, target.data]);
        const view = new DataView(memory.peek(target.data, 56).slice().buffer);
        const fields = Array.from({ length: 9 }, (_, index) => view.getInt32(4 * index, true));
        const offset = bits === 64 ? view.getBigInt64(40, true) : view.getInt32(36, true);
        const actual = result === 0n ? "NULL" : `${Number(result) - textAt} ${fields.join(" ")} ${offset}`;
        if (actual !== expected[k])
          wrong.push(`${format} of ${JSON.stringify(text)} into ${filling}: ${actual}, glibc ${expected[k]}`);
        k++;
      }
    }
    assert.equal(expected.length, k);
    assert.deepEqual(wrong, []);
  });
}
