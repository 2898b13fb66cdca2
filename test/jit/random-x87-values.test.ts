// The x87's functions on values against exact rational numbers, on random operands that sit where rounding is decided, in every
// precision and rounding. TRANSLATOR_SECONDS runs for long, TRANSLATOR_SEED begins elsewhere.

import assert from "node:assert/strict";
import test from "node:test";
import { createState } from "../../debugger/cpu/create-state.ts";
import { ROUND } from "../../debugger/cpu/float/arithmetic.ts";
import { createX87 } from "../../debugger/jit/x87-module.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { randomFrom } from "./random-program.ts";

const BIAS = 16383;
const TOP = 1n << 63n;
/** Where a result's word says that it was rounded, and upwards. */
const [INEXACT, UP] = [1 << 21, 1 << 25];
const PRECISIONS = [24, 64, 53, 64] as const;

interface Operand {
  readonly m: bigint;
  readonly word: number;
}
type Result = readonly [m: bigint, word: number] | "refused";

const length = (value: bigint): number => value.toString(2).length;

/** Whether a positive quotient with `rest` below its last bits goes up. */
function goesUp(sign: number, kept: bigint, cut: bigint, half: bigint, rest: boolean, mode: number): boolean {
  if (mode === ROUND.nearest) return cut > half || (cut === half && (rest || (kept & 1n) === 1n));
  return (cut !== 0n || rest) && mode === (sign ? ROUND.down : ROUND.up);
}

/** ± numerator / denominator · 2^power, rounded to so many bits. */
function rounded(
  sign: number,
  numerator: bigint,
  denominator: bigint,
  power: number,
  bits: number,
  mode: number,
): Result {
  const shift = bits + 2 - (length(numerator) - length(denominator));
  const [a, b] = shift >= 0 ? [numerator << BigInt(shift), denominator] : [numerator, denominator << BigInt(-shift)];
  const quotient = a / b;
  const extra = BigInt(length(quotient) - bits);
  const cut = quotient & ((1n << extra) - 1n);
  const rest = a % b !== 0n;
  const up = goesUp(sign, quotient >> extra, cut, 1n << (extra - 1n), rest, mode);
  const m = (quotient >> extra) + (up ? 1n : 0n);
  const e = power - shift + Number(extra) + length(m) - 1 + BIAS;
  if (e < 1 || e > 0x7ffe) return "refused";
  const noted = (rest || cut !== 0n ? INEXACT : 0) | (up ? UP : 0);
  return [m << BigInt(64 - length(m)), e | (sign << 15) | noted];
}

/** The largest integer whose square is not above `value`. */
function rootOf(value: bigint): bigint {
  let root = 1n << BigInt((length(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const powerOf = ({ word }: Operand): number => (word & 0x7fff) - BIAS - 63;
const signOf = ({ word }: Operand): number => word >> 15;

type Exact = (a: Operand, b: Operand, bits: number, mode: number) => Result;

/** A number in a format with so many bits, whose exponents end at ± `largest`. */
const stored =
  (format: number, largest: number): Exact =>
  (a, _b, _bits, mode) => {
    const result = rounded(signOf(a), a.m, 1n, powerOf(a), format, mode);
    if (result === "refused") return result;
    const [m, word] = result;
    const e = (word & 0x7fff) - BIAS;
    if (e > largest || e < 1 - largest) return "refused";
    const fractionBits = BigInt(format - 1);
    const fraction = (m >> BigInt(64 - format)) & ((1n << fractionBits) - 1n);
    const sign = BigInt(signOf(a)) * BigInt(2 * largest + 2);
    return [((sign | BigInt(e + largest)) << fractionBits) | fraction, word & ~0xffff];
  };

const EXACT: Readonly<Record<string, Exact>> = {
  add(a, b, bits, mode) {
    const power = Math.min(powerOf(a), powerOf(b));
    const [x, y] = [a, b].map((n) => (signOf(n) ? -n.m : n.m) << BigInt(powerOf(n) - power)) as [bigint, bigint];
    const sum = x + y;
    if (sum === 0n) return [0n, mode === ROUND.down ? 0x8000 : 0];
    return rounded(sum < 0n ? 1 : 0, sum < 0n ? -sum : sum, 1n, power, bits, mode);
  },
  multiply: (a, b, bits, mode) => rounded(signOf(a) ^ signOf(b), a.m * b.m, 1n, powerOf(a) + powerOf(b), bits, mode),
  divide: (a, b, bits, mode) => rounded(signOf(a) ^ signOf(b), a.m, b.m, powerOf(a) - powerOf(b), bits, mode),
  squareRoot(a, _b, bits, mode) {
    if (signOf(a)) return "refused";
    const odd = powerOf(a) & 1;
    const radicand = a.m << BigInt(160 + odd);
    const root = rootOf(radicand);
    // What is below decides only whether it is there.
    const below = root * root === radicand ? 0n : 1n;
    return rounded(0, 2n * root + below, 1n, (powerOf(a) - odd - 160) / 2 - 1, bits, mode);
  },
  toDouble: stored(53, 1023),
  toSingle: stored(24, 127),
};

const DISTANCES = [0, 0, 0, 1, -1, 2, 10, -11, 30, 53, -53, 62, 63, 64, 65, 66, -63, -64, -65, -66];

function operand(random: (below: number) => number, near: number): Operand {
  const all = [0, 0, 0, 0].reduce((bits) => (bits << 16n) | BigInt(random(65536)), 0n) >> 1n;
  const significands = [
    0n,
    1n << BigInt(random(63)),
    TOP - (1n << BigInt(random(64))),
    all & ~((1n << 31n) - 1n),
    all & ~0x7ffn,
    TOP - 1n - BigInt(random(4)),
    TOP - 0x800n * BigInt(1 + random(4)),
    all,
    all,
  ];
  const e = Math.max(1, Math.min(0x7ffe, near + DISTANCES[random(DISTANCES.length)]!));
  return { m: TOP | BigInt.asUintN(63, significands[random(significands.length)]!), word: e | (random(2) << 15) };
}

test("sums, products, quotients, roots and stored numbers are rounded as exact ones", () => {
  const memory = createMemory(2 ** 26);
  const state = createState(memory);
  const functions = createX87(memory.wasm, memory.layout) as unknown as Record<
    string,
    (...operands: (bigint | number)[]) => [bigint, number]
  >;
  const random = randomFrom(Number(process.env.TRANSLATOR_SEED ?? 1));
  const end = performance.now() + 1000 * Number(process.env.TRANSLATOR_SECONDS ?? 0);
  const names = Object.keys(EXACT);
  for (let k = 0; k < 30_000 || performance.now() < end; k++) {
    const [precision, mode] = [[3, 3, 2, 2, 0][random(5)]!, [0, 0, 0, 1, 2, 3][random(6)]!];
    state.write("fcw", BigInt(0x7f | (precision << 8) | (mode << 10)));
    const near = random(3) > 0 ? BIAS : 1 + random(0x7ffe);
    const [a, b] = [operand(random, near), operand(random, near)];
    const name = names[random(names.length)]!;
    const isBinary = name === "add" || name === "multiply" || name === "divide";
    const [m, word] = functions[name]!(a.m, a.word, ...(isBinary ? [b.m, b.word] : []));
    const found: Result = word < 0 ? "refused" : [BigInt.asUintN(64, m), word];
    const expected = EXACT[name]!(a, b, PRECISIONS[precision]!, mode);
    assert.deepEqual(found, expected, `${name} ${[a.m, a.word, b.m, b.word].map((n) => n.toString(16)).join(" ")}`);
  }
});
