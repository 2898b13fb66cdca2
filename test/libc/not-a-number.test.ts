// The sign of each NaN that the functions of mathematics give against glibc, in both calling conventions.
import assert from "node:assert/strict";
import test from "node:test";
import { bitsOfDouble } from "../../debugger/libc/arguments.ts";
import { type LibcName, libcFunctions } from "../../server/facts/libc.ts";
import { recordedLines, runNative } from "../os/golden.ts";
import { startProcess } from "../os/process.ts";

const ONE =
  "sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh exp exp2 expm1 log log2 log10 log1p sqrt cbrt lgamma tgamma erf erfc floor ceil trunc round rint nearbyint fabs logb exp10".split(
    " ",
  );
const TWO = "pow fmod remainder drem atan2 hypot fmin fmax fdim copysign nextafter".split(" ");
const QUIET = 0x7ff8n << 48n;
const NEGATIVE = 1n << 63n;
const VALUES = [-1, 1.5, 2, -2.5, 0, -0, 1e30, Infinity, -Infinity, -3, 0.5].map(bitsOfDouble);
const isNan = (bits: bigint): boolean => (bits & QUIET) === QUIET;

interface Call {
  readonly name: string;
  readonly values: readonly bigint[];
}
const known = libcFunctions() as Readonly<Record<string, unknown>>;
const NANS = [QUIET, QUIET | NEGATIVE];
/** Which of two NaNs goes on, and what pow makes of a negative one, is the compiler's choice. */
const pairs = [
  ...VALUES.flatMap((x) => [...VALUES, ...NANS].map((y) => [x, y])),
  ...VALUES.map((y) => [QUIET, y]),
  ...[2, -2.5, Infinity].map((y) => [QUIET | NEGATIVE, bitsOfDouble(y)]),
];
const calls: readonly Call[] = [
  ...ONE.flatMap((name) => [...VALUES, ...NANS].map((x) => ({ name, values: [x] }))),
  ...TWO.flatMap((name) => pairs.map((values) => ({ name, values }))),
].flatMap(({ name, values }) => [name, `${name}f`].flatMap((one) => (one in known ? [{ name: one, values }] : [])));

const record = (): string =>
  runNative(
    `#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <string.h>
static double v(unsigned long bits) { volatile double d; memcpy((void *)&d, &bits, 8); return d; }
static void show(double d) { puts(!isnan(d) ? "number" : signbit(d) ? "-nan" : "nan"); }
int main(void) {
${calls.map(({ name, values }) => `  show(${name}(${values.map((bits) => `v(0x${bits.toString(16)}ul)`).join(", ")}));`).join("\n")}
}
`,
  );

const expected = recordedLines("libc/not-a-number.golden.txt", record);

for (const bits of [64, 32] as const) {
  test(`a NaN has the sign that glibc's has, ${bits} bits`, () => {
    const start = () => startProcess({ bits, stubs: [...new Set(calls.map(({ name }) => name))] });
    let target = start();
    const wrong: string[] = [];
    assert.equal(calls.length, expected.length);
    for (const [k, { name, values }] of calls.entries()) {
      if (bits === 32) target = k % 6 === 0 ? start() : target;
      const isFloat = name.endsWith("f") && name !== "erf";
      const single = new DataView(new ArrayBuffer(8));
      const floats = values.map((value) => {
        single.setBigUint64(0, value);
        if (!isFloat) return value;
        single.setFloat32(0, single.getFloat64(0));
        return isNan(value) ? 0x7fc00000n | ((value >> 63n) << 31n) : BigInt(single.getUint32(0));
      });
      if (bits === 64) for (const [index, value] of floats.entries()) target.state.write(`xmm${index}`, value);
      const words = floats.flatMap((value) => (isFloat ? [value] : [value & 0xffffffffn, value >> 32n]));
      target.call(name as LibcName, bits === 64 ? [] : words);
      const result = bits === 64 ? target.state.read("xmm0")! : target.state.read("st0")!;
      const [exponent, sign] =
        bits === 32
          ? [(result >> 64n) & 0x7fffn, (result >> 79n) & 1n]
          : isFloat
            ? [(result >> 23n) & 0xffn, (result >> 31n) & 1n]
            : [(result >> 52n) & 0x7ffn, (result >> 63n) & 1n];
      const fraction = bits === 32 ? BigInt.asUintN(63, result) : BigInt.asUintN(isFloat ? 23 : 52, result);
      const full = bits === 32 ? 0x7fffn : isFloat ? 0xffn : 0x7ffn;
      const actual = exponent !== full || fraction === 0n ? "number" : sign === 1n ? "-nan" : "nan";
      if (actual !== expected[k])
        wrong.push(`${name}(${values.map((value) => value.toString(16))}): ${actual}, glibc ${expected[k]}`);
    }
    assert.deepEqual(wrong.slice(0, 20), []);
  });
}
