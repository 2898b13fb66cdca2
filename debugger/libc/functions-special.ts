// Mathematics for few: multiplication and addition in one, neighbours and parts of numbers, gamma and error function, and the
// tests that compilers call by name.
// Source: ISO C11 7.12; for gamma and error function the series and fractions of Abramowitz and Stegun, 6.1 and 7.1, and
// Lanczos's approximation, whose results differ from glibc's in the last digits.

import { bitsOfDouble, doubleOfBits } from "./arguments.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { cosine, powerOfTen, sine } from "./elementary.ts";
import { binary, roundAway, roundEven, scale, toLongByMode, toLongLong, unary } from "./functions-math.ts";

/** A finite number as mantissa × 2^exponent. */
function partsOf(x: number): { mantissa: bigint; exponent: number } {
  const bits = bitsOfDouble(x);
  const stored = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = stored === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: bits >> 63n ? -mantissa : mantissa, exponent: Math.max(stored, 1) - 1075 };
}

/** mantissa × 2^exponent as the nearest double, halves to even. */
function nearest(mantissa: bigint, exponent: number): number {
  const negative = mantissa < 0n;
  let size = negative ? -mantissa : mantissa;
  const length = size.toString(2).length;
  // Bits below the last one that a double of this size has are rounded away.
  const drop = Math.max(length - 53, -1074 - exponent);
  let scale = exponent;
  if (drop > 0) {
    const rest = size & ((1n << BigInt(drop)) - 1n);
    const half = 1n << BigInt(drop - 1);
    size >>= BigInt(drop);
    if (rest > half || (rest === half && (size & 1n) === 1n)) size += 1n;
    scale += drop;
  }
  const value = Number(size) * 2 ** Math.max(scale, -1000) * 2 ** Math.min(scale + 1000, 0);
  return negative ? -value : value;
}

function fma(call: LibcCall): LibcResult {
  const x = call.args.double();
  const y = call.args.double();
  const z = call.args.double();
  if (![x, y, z].every(Number.isFinite) || x === 0 || y === 0) return x * y + z;
  const [a, b, c] = [partsOf(x), partsOf(y), partsOf(z)];
  const exponent = a.exponent + b.exponent;
  const low = Math.min(exponent, c.exponent);
  const product = (a.mantissa * b.mantissa) << BigInt(exponent - low);
  const sum = product + (c.mantissa << BigInt(c.exponent - low));
  return sum === 0n ? x * y + z : nearest(sum, low);
}

export function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || y === 0 || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(y)) return x;
  const size = Math.abs(y);
  const rest = Math.abs(x) % size;
  const odd = Math.abs(x) % (2 * size) >= size;
  const twice = rest + rest;
  const near = twice > size || (twice === size && odd) ? rest - size : rest;
  const result = x < 0 || Object.is(x, -0) ? -near : near;
  return result === 0 ? (x < 0 || Object.is(x, -0) ? -0 : 0) : result;
}

function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? Number.MIN_VALUE : -Number.MIN_VALUE;
  const away = x < y === x > 0;
  return doubleOfBits(bitsOfDouble(x) + (away ? 1n : -1n));
}

/** The exponent of the leading bit. */
function exponentOf(x: number): number {
  const { mantissa, exponent } = partsOf(Math.abs(x));
  return exponent + mantissa.toString(2).length - 1;
}

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;

export function ilogb(x: number): number {
  if (x === 0 || Number.isNaN(x)) return INT_MIN;
  return Number.isFinite(x) ? exponentOf(x) : INT_MAX;
}

export function logb(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  return Number.isFinite(x) ? exponentOf(x) : Math.abs(x);
}

// ---- gamma

const LANCZOS_G = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const FACTORIAL_LIMIT = 23;

function lanczosSum(x: number): number {
  return LANCZOS.reduce((sum, coefficient, k) => (k === 0 ? coefficient : sum + coefficient / (x + k)), 0);
}

export function gammaOf(x: number): number {
  if (x === 0) return 1 / x;
  if (x === Number.NEGATIVE_INFINITY || (x < 0 && Number.isInteger(x))) return Number.NaN;
  // Factorials that a double holds exactly.
  if (Number.isInteger(x) && x <= FACTORIAL_LIMIT) {
    let product = 1;
    for (let k = 2; k < x; k++) product *= k;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gammaOf(1 - x));
  if (x > 171.7) return Number.POSITIVE_INFINITY;
  const t = x - 1 + LANCZOS_G + 0.5;
  const power = t ** ((x - 0.5) / 2);
  return Math.sqrt(2 * Math.PI) * power * Math.exp(-t) * power * lanczosSum(x - 1);
}

export function logGamma(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x);
  if (x <= 0 && Number.isInteger(x)) return Number.POSITIVE_INFINITY;
  if (x === 1 || x === 2) return 0;
  if (Math.abs(x) < 100) return Math.log(Math.abs(gammaOf(x)));
  if (x < 0) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  const t = x - 1 + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(lanczosSum(x - 1));
}

// ---- error function

const SERIES_LIMIT = 2.5;
const FRACTION_STEPS = 120;

/** 2/√π × Σ (−1)^n x^(2n+1) / (n! (2n+1)) */
function errorSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-18 * Math.abs(sum) && n < 200; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** The continued fraction of erfc for x not small. */
function complementFraction(x: number): number {
  let value = x;
  for (let k = FRACTION_STEPS; k > 0; k--) value = x + k / 2 / value;
  return Math.exp(-x * x) / (value * Math.sqrt(Math.PI));
}

export function errorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < SERIES_LIMIT) return errorSeries(x);
  return Math.sign(x) * (1 - complementFraction(Math.abs(x)));
}

export function errorComplement(x: number): number {
  if (x > SERIES_LIMIT) return x > 27 ? 0 : complementFraction(x);
  return 1 - errorFunction(x);
}

// ---- tests and the rest

/** remainder, and the last three bits of the quotient with its sign in an int. */
export function remainderWithQuotient(call: LibcCall, x: number, y: number): number {
  const result = remainder(x, y);
  let quotient = 0;
  if (Number.isFinite(x) && Number.isFinite(y) && y !== 0) {
    const low = Math.abs(x) % (8 * Math.abs(y));
    // Eight times a large y is no number: then x is less than that.
    const rest = Number.isNaN(low) ? Math.abs(x) : low;
    quotient = Math.round((rest - (x < 0 ? -result : result)) / Math.abs(y));
    if (x < 0 !== y < 0) quotient = -quotient;
  }
  call.program.writeWord(call.args.pointer(), 4, BigInt.asUintN(32, BigInt(quotient)));
  return result;
}

const isNan = unary((x) => (Number.isNaN(x) ? 1 : 0));
const isInfinite = unary((x) => (Math.abs(x) === Number.POSITIVE_INFINITY ? Math.sign(x) : 0));
const isFiniteNumber = unary((x) => (Number.isFinite(x) ? 1 : 0));

const sincos =
  (sizeBytes: 4 | 8) =>
  (call: LibcCall): LibcResult => {
    const x = sizeBytes === 8 ? call.args.double() : call.args.float();
    for (const value of [sine(x), cosine(x)]) {
      const word = sizeBytes === 8 ? bitsOfDouble(value) : BigInt(new Uint32Array(Float32Array.of(value).buffer)[0]!);
      call.program.writeWord(call.args.pointer(), sizeBytes, word);
    }
    return undefined;
  };

export const specialFunctions = {
  fma,
  remainder: binary(remainder),
  drem: binary(remainder),
  nextafter: binary(nextAfter),
  ilogb: unary(ilogb),
  logb: unary(logb),
  significand: unary((x) => (x === 0 || !Number.isFinite(x) ? x : x / 2 ** exponentOf(x))),
  exp10: unary(powerOfTen),
  roundeven: unary(roundEven),
  scalbln: (call) => {
    const x = call.args.double();
    return scale(x, Number(call.args.long()));
  },
  remquo: (call) => {
    const [x, y] = [call.args.double(), call.args.double()];
    return remainderWithQuotient(call, x, y);
  },
  sincos: sincos(8),
  sincosf: sincos(4),
  tgamma: unary(gammaOf),
  lgamma: unary(logGamma),
  gamma: unary(logGamma),
  erf: unary(errorFunction),
  erfc: unary(errorComplement),
  llround: toLongLong(roundAway),
  llrint: toLongByMode("double", "long long"),
  isnan: isNan,
  __isnan: isNan,
  isinf: isInfinite,
  __isinf: isInfinite,
  finite: isFiniteNumber,
  __finite: isFiniteNumber,
  __signbit: unary((x) => (x < 0 || Object.is(x, -0) ? 128 : 0)),
  nan: () => Number.NaN,
} satisfies LibcFunctions;
