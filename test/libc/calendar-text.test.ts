// strftime against glibc: every conversion with flags, widths and modifiers, odd dates, and the time zones that gmtime,
// localtime, mktime and timegm leave in struct tm.
import assert from "node:assert/strict";
import test from "node:test";
import { escaped, recordedLines, runNative } from "../os/golden.ts";
import { startProcess, type TestProcess } from "../os/process.ts";

/** The ints of struct tm, seconds first, the offset, and the zone; NULL without. */
interface DateRow {
  readonly fields: readonly number[];
  readonly offset?: number;
  readonly zone?: string;
}

const LETTERS = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%+iqvfJKLNQ";
const PREFIXES = " - _ 0 ^ # 10 -10 _10 010 ^10 #10 E O -E _5E +10 _- -_ 0_3 ^# #^12 3 1 _12 012 020O 30E ^0#_14".split(
  " ",
);

const ordinary: DateRow = { fields: [5, 4, 3, 2, 1, 124, 5, 32, 0] };
const afternoon: DateRow = { fields: [59, 30, 15, 31, 11, 99, 5, 364, 0], offset: 19800, zone: "Ist" };
const OWN = "%Y %C %y %F %G %g %c %D %10Y %_Y %-Y %05Y %_6C %s %012s %_12s %12s";
const odd: readonly DateRow[] = [
  { fields: [5, 4, 3, 2, 1, -3000, 5, 32, 0] },
  { fields: [5, 4, 3, 2, 1, 8200, 5, 32, 0] },
  { fields: [5, 4, 3, 2, 1, -1850, 5, 32, 0] },
  { fields: [1000, -7, 100, -3, 99, 124, 9, -5, 0] },
  { fields: [0, 0, 0, 1, -1, 69, -1, 0, 1] },
  { fields: [0, 0, 12, 31, 11, 68, 2, 365, -1] },
  { fields: [0, 0, 24, 29, 1, 0, 4, 59, 0], offset: -5420, zone: "XyZ" },
  { fields: [0, 0, 0, 1, 0, 130, 2, 0, -1], offset: 3600, zone: "" },
];
const FIELDS = "%a %A %b %B %d %e %H %I %p %M %S %j %k %l %U %u %w %W|%z %-z %_z %10z %_10z %Z %#Z %10Z %^Z %-Z";

interface Case {
  readonly format: string;
  readonly date: DateRow;
  readonly size?: number;
}

const cases: readonly Case[] = [
  ...[ordinary, afternoon].flatMap((date) =>
    PREFIXES.flatMap((prefix) => [...LETTERS].map((letter) => ({ format: `%${prefix}${letter}|`, date }))),
  ),
  ...odd.flatMap((date) => [
    { format: OWN, date },
    { format: FIELDS, date },
  ]),
  // What the end of a format leaves unfinished, and buffers that are too small.
  ...["%", "%5", "%-", "%E", "a%_9O", "", "no conversion"].map((format) => ({ format, date: ordinary })),
  ...[1, 4, 5, 10, 11].flatMap((size) =>
    ["%Y", "%10d", "%_10d", "%n%9%", "%99999999d"].map((format) => ({ format, date: ordinary, size })),
  ),
];
const SIZE = 512;
const MAKERS = ["gmtime", "localtime", "mktime", "timegm"] as const;
const MADE = "%Z %#Z %z %F %T";

const cText = (text: string): string => JSON.stringify(text).replaceAll("??", "?\\?");

const record = (): string =>
  runNative(`#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
static void say(const char *format, size_t size, struct tm *t) {
  static char text[${SIZE}];
  memset(text, 0, sizeof text);
  size_t n = strftime(text, size, format, t);
  printf("%d ", (int)n);
  for (size_t k = 0; k < n; k++) {
    unsigned char c = text[k];
    if (c == '\\\\') printf("\\\\\\\\"); else if (c >= 32 && c < 127) putchar(c); else printf("\\\\x%02x", c);
  }
  putchar('\\n');
}
static void one(const char *format, size_t size, const int *fields, long offset, const char *zone) {
  struct tm t;
  memset(&t, 0, sizeof t);
  memcpy(&t, fields, 9 * sizeof(int));
  t.tm_gmtoff = offset;
  t.tm_zone = zone;
  say(format, size, &t);
}
int main(void) {
  setenv("TZ", "UTC", 1);
${cases.map(({ format, date, size = SIZE }) => `  one(${cText(format)}, ${size}, (int[]){${date.fields}}, ${date.offset ?? 0}, ${date.zone === undefined ? "0" : cText(date.zone)});`).join("\n")}
  time_t seconds = 1700000000;
  say("${MADE}", ${SIZE}, gmtime(&seconds));
  say("${MADE}", ${SIZE}, localtime(&seconds));
  struct tm t = { .tm_mday = 40, .tm_year = 100, .tm_isdst = 1 };
  mktime(&t);
  say("${MADE}", ${SIZE}, &t);
  timegm(&t);
  say("${MADE}", ${SIZE}, &t);
}
`);

const expected = recordedLines("libc/calendar-text.golden.txt", record);

function dateIn(target: TestProcess, bits: 32 | 64, { fields, offset = 0, zone }: DateRow): number {
  const at = target.data + 4096;
  target.memory.poke(at, new Uint8Array(64));
  target.memory.poke(at, new Uint8Array(Int32Array.from(fields).buffer));
  const long = bits === 64 ? 8 : 4;
  const behind = at + (bits === 64 ? 40 : 36);
  target.memory.store(behind, long, BigInt.asUintN(bits, BigInt(offset)));
  if (zone !== undefined) target.memory.store(behind + long, long, BigInt(target.text(zone)));
  return at;
}

function say(target: TestProcess, format: string, size: number, date: number | bigint): string {
  const { result } = target.call("strftime", [target.data, size, target.text(format), date]);
  return `${result} ${escaped(String.fromCharCode(...target.memory.peek(target.data, Number(result))))}`;
}

for (const bits of [64, 32] as const) {
  test(`strftime writes what glibc writes, ${bits} bits`, () => {
    const start = () => startProcess({ bits, stubs: ["strftime", ...MAKERS] });
    let target = start();
    const actual = cases.map(({ format, date, size = SIZE }, k) => {
      if (k % 500 === 0) target = start();
      return say(target, format, size, dateIn(target, bits, date));
    });
    const seconds = target.data + 8192;
    target.memory.store(seconds, 8, 1_700_000_000n);
    for (const maker of ["gmtime", "localtime"])
      actual.push(say(target, MADE, SIZE, target.call(maker, [seconds]).result));
    const date = dateIn(target, bits, { fields: [0, 0, 0, 40, 0, 100, 0, 0, 1] });
    for (const maker of ["mktime", "timegm"]) {
      target.call(maker, [date]);
      actual.push(say(target, MADE, SIZE, date));
    }
    assert.equal(actual.length, expected.length);
    const formats = cases.map(({ format }) => format);
    const wrong = actual.flatMap((line, k) =>
      line === expected[k] ? [] : [`${formats[k] ?? MADE}: ${line}, glibc ${expected[k]}`],
    );
    assert.deepEqual(wrong.slice(0, 20), []);
  });
}
