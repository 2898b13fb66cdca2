// Mathematics of floats, and what has an int beside its result, against glibc: to the bit, but for functions that are no
// fractions of whole numbers: those within two units in the last place.
import assert from "node:assert/strict";
import test from "node:test";
import { bitsOfDouble, doubleOfBits } from "../../debugger/libc/arguments.ts";
import type { LibcName } from "../../server/facts/libc.ts";
import { recordedLines, runNative } from "../os/golden.ts";
import { startProcess } from "../os/process.ts";

const VALUES = [
  0,
  -0,
  0.5,
  -0.5,
  1.5,
  2.5,
  -2.5,
  0.1,
  1,
  -1,
  3.7,
  100.25,
  1e-7,
  1e30,
  -7e-42,
  Infinity,
  -Infinity,
  NaN,
];
const SOME = [0.5, -2.5, 0.1, 3.7, -1e-7, 1e30, Infinity];
const EXACT = ["logbf", "roundevenf"] as const;
const NEAR = ["asinhf", "acoshf", "atanhf", "erff", "erfcf", "tgammaf", "lgammaf", "exp10f"] as const;
const EXACT_TWO = ["remainderf", "dremf", "nextafterf"] as const;

interface Call {
  readonly name: LibcName;
  readonly values: readonly number[];
  /** Behind the numbers: an int, or room for a result. */
  readonly more?: number | "int" | "float";
}

const calls: readonly Call[] = [
  ...[...EXACT, ...NEAR, "ilogbf" as const, "roundeven" as const].flatMap((name) =>
    VALUES.map((x) => ({ name, values: [x] })),
  ),
  ...EXACT_TWO.flatMap((name) => VALUES.flatMap((x) => SOME.map((y) => ({ name, values: [x, y] })))),
  ...VALUES.flatMap((x) =>
    SOME.flatMap((y) => [0.1, -2.5, 1e-20, 3e7].map((z) => ({ name: "fmaf" as const, values: [x, y, z] }))),
  ),
  ...(["scalbnf", "scalbln", "scalblnf"] as const).flatMap((name) =>
    VALUES.flatMap((x) => [0, 1, -3, 140, -150].map((more) => ({ name, values: [x], more }))),
  ),
  ...VALUES.map((x) => ({ name: "modff" as const, values: [x], more: "float" as const })),
  ...VALUES.filter(Number.isFinite).map((x) => ({ name: "frexpf" as const, values: [x], more: "int" as const })),
  ...(["remquo", "remquof"] as const).flatMap((name) =>
    VALUES.filter(Number.isFinite).flatMap((x) =>
      SOME.filter(Number.isFinite).map((y) => ({ name, values: [x, y], more: "int" as const })),
    ),
  ),
];

const isDouble = (name: string): boolean => !name.endsWith("f");
const floatBits = (value: number): bigint => BigInt(new Uint32Array(Float32Array.of(value).buffer)[0]!);

const record = (): string =>
  runNative(`#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <string.h>
static double d(unsigned long bits) { volatile double v; memcpy((void *)&v, &bits, 8); return v; }
static float f(unsigned bits) { volatile float v; memcpy((void *)&v, &bits, 4); return v; }
static void sd(double v) { unsigned long b; memcpy(&b, &v, 8); printf(v != v ? "nan" : "%lx", b); }
static void sf(float v) { unsigned b; memcpy(&b, &v, 4); printf(v != v ? "nan" : "%x", b); }
int main(void) {
  int i; float g; unsigned b;
${calls
  .map(({ name, values, more }) => {
    const list = values.map((value) =>
      isDouble(name) ? `d(0x${bitsOfDouble(value).toString(16)}ul)` : `f(0x${floatBits(value).toString(16)}u)`,
    );
    if (more !== undefined) list.push(more === "int" ? "&i" : more === "float" ? "&g" : `${more}`);
    const show = name === "ilogbf" ? 'printf("%d",' : `${isDouble(name) ? "sd" : "sf"}(`;
    const rest = more === "int" ? ' printf(" %d", i);' : more === "float" ? " putchar(32); sf(g);" : "";
    return `  ${show}${name}(${list.join(", ")}));${rest} puts("");`;
  })
  .join("\n")}
}
`);

const expected = recordedLines("libc/float.golden.txt", record);

test("functions of floats give what glibc gives", () => {
  const target = startProcess({ stubs: [...new Set(calls.map(({ name }) => name))] });
  const { memory } = target;
  const wrong: string[] = [];
  const textOf = (bits: bigint, type: "float" | "double"): string => {
    const [exponent, fraction] = type === "float" ? [0x7f800000n, 0x7fffffn] : [0x7ffn << 52n, (1n << 52n) - 1n];
    return (bits & exponent) === exponent && (bits & fraction) !== 0n ? "nan" : bits.toString(16);
  };
  for (const [k, { name, values, more }] of calls.entries()) {
    const double = isDouble(name);
    const floats = double ? values : values.map((value) => doubleOfBits(floatBits(value)));
    const integers = more === undefined ? [] : [typeof more === "number" ? more : target.data];
    const { result } = target.call(name, integers, floats);
    const xmm = target.state.read("xmm0")!;
    const stored = new DataView(memory.peek(target.data, 4).slice().buffer);
    const value = double ? textOf(xmm & (2n ** 64n - 1n), "double") : textOf(xmm & 0xffffffffn, "float");
    const first = name === "ilogbf" ? `${BigInt.asIntN(32, result)}` : value;
    const rest =
      more === "int"
        ? ` ${stored.getInt32(0, true)}`
        : more === "float"
          ? ` ${textOf(BigInt(stored.getUint32(0, true)), "float")}`
          : "";
    const isNear = (NEAR as readonly string[]).includes(name) && first !== "nan" && expected[k] !== "nan";
    const same = isNear
      ? Math.abs(Number.parseInt(first, 16) - Number.parseInt(expected[k]!, 16)) <= 2
      : `${first}${rest}` === expected[k];
    if (!same) wrong.push(`${name}(${values.join(", ")}, ${more}): ${first}${rest}, glibc ${expected[k]}`);
  }
  assert.equal(expected.length, calls.length);
  assert.deepEqual(wrong, []);
});
