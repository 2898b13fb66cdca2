// Mathematics and the calendar against glibc: rounding and the parts of numbers to the bit, all other functions within one
// unit in the last place; dates as strftime prints them.
import assert from "node:assert/strict";
import test from "node:test";
import { bitsOfDouble, doubleOfBits } from "../../debugger/libc/arguments.ts";
import { type LibcName, libcFunctions } from "../../server/facts/libc.ts";
import { recordedLines, runNative } from "../os/golden.ts";
import { startProcess } from "../os/process.ts";

const EXACT: readonly LibcName[] = [
  ..."round trunc rint nearbyint sqrt fabs floor ceil logb significand".split(" "),
] as LibcName[];
const NEAR: readonly LibcName[] = [
  ..."asin acos sinh cosh tanh asinh acosh atanh cbrt exp2 expm1 log1p log2 sin cos tan atan exp log log10".split(" "),
] as LibcName[];
const EXACT_TWO: readonly LibcName[] = [..."fmin fmax fdim copysign fmod remainder nextafter".split(" ")] as LibcName[];
const EXACT_THREE: readonly LibcName[] = ["fma"];
/** Series and approximations of our own: 13 digits. */
const ROUGH: readonly LibcName[] = ["erf", "erfc", "tgamma", "lgamma", "exp10"];
const NEAR_TWO: readonly LibcName[] = ["atan2", "hypot", "pow"];
const VALUES = [0, -0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 1, -1, 3.7, 100.25, 1e-7, 709, 1e300, Infinity, -Infinity, NaN];
const FORMATS = "%Y-%m-%d %H:%M:%S %a %A %b %B %C %D %e %F %G %g %I %j %M %p %r %R %S %T %u %U %V %w %W %x %X %y %%|%c";
const TIMES = [0, 86399, 951782400, 1000000000, 1700000000, 1735603200, 1451606400, 4102444800, -1, -86400];

const one = [...EXACT, ...NEAR, ...ROUGH].flatMap((name) => VALUES.map((x) => ({ name, values: [x] })));
const two = [...EXACT_TWO, ...NEAR_TWO].flatMap((name) =>
  VALUES.flatMap((x) => VALUES.slice(1, 12).map((y) => ({ name, values: [x, y] }))),
);
const three = EXACT_THREE.flatMap((name) =>
  VALUES.flatMap((x) => VALUES.slice(3, 14).map((y, k) => ({ name, values: [x, y, VALUES[(5 * k) % 18]!] }))),
);
const calls = [...one, ...two, ...three];

function record(): string {
  const bits = (value: number) => `v(0x${bitsOfDouble(value).toString(16)}ul)`;
  const rows = calls.map(({ name, values }) => `  show(${name}(${values.map(bits).join(", ")}));`);
  const dates = TIMES.map((time) => `  date(${time}L);`);
  return runNative(
    `#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
static double v(unsigned long bits) { volatile double d; memcpy((void *)&d, &bits, 8); return d; }
static void show(double d) { unsigned long bits; memcpy(&bits, &d, 8); printf("%lx\\n", bits); }
static void date(time_t t) {
  char text[300];
  strftime(text, sizeof text, "${FORMATS}", gmtime(&t));
  printf("%s %ld\\n", text, (long)timegm(gmtime(&t)));
}
int main(void) {
${rows.join("\n")}
${dates.join("\n")}
}
`,
  );
}

const expected = recordedLines("libc/math.golden.txt", record);
const process = startProcess({ stubs: Object.keys(libcFunctions()) });

/** Distance of two finite numbers in units in the last place. */
function distance(a: number, b: number): number {
  const order = (x: number): bigint => {
    const bits = BigInt.asIntN(64, bitsOfDouble(x));
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  };
  const difference = order(a) - order(b);
  return Number(difference < 0n ? -difference : difference);
}

test("mathematics: exact where glibc is, else within one unit in the last place", () => {
  const wrong: string[] = [];
  for (const [k, { name, values }] of calls.entries()) {
    process.call(name, [], values);
    const actual = doubleOfBits(process.state.read("xmm0")! & 0xffffffffffffffffn);
    const wanted = doubleOfBits(BigInt(`0x${expected[k]}`));
    const near = NEAR.includes(name) || NEAR_TWO.includes(name);
    const same = Number.isNaN(wanted)
      ? Number.isNaN(actual)
      : near
        ? distance(actual, wanted) <= 1
        : ROUGH.includes(name) && Number.isFinite(wanted)
          ? Math.abs(actual - wanted) <= 1e-13 * Math.max(1, Math.abs(wanted))
          : Object.is(actual, wanted);
    if (!same) wrong.push(`${name}(${values.join(", ")}): ${actual}, glibc ${wanted}`);
  }
  assert.deepEqual(wrong, []);
});

test("dates: gmtime, strftime and timegm", () => {
  const format = process.text(FORMATS);
  for (const [k, time] of TIMES.entries()) {
    const { memory, data } = process;
    memory.store(data, 8, BigInt.asUintN(64, BigInt(time)));
    const date = process.call("gmtime", [data]).result;
    const length = process.call("strftime", [data + 64, 300, format, date]).result;
    const text = Buffer.from(memory.peek(data + 64, Number(length))).toString();
    const back = BigInt.asIntN(64, process.call("timegm", [date]).result);
    assert.equal(`${text} ${back}`, expected[calls.length + k]);
  }
});
