// Mathematics beyond the basic functions: rounding, parts of numbers, hyperbolic functions, and the float forms.
// Source: ISO C11 7.12; IEEE 754 for the special cases.

import { type ArgumentSource, bitsOfDouble } from "./arguments.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import {
  arcCosine,
  arcSine,
  arcTangentOf,
  areaCosine,
  areaSine,
  areaTangent,
  cubeRoot,
  exponentialLessOne,
  hyperbolicSine,
  hyperbolicTangent,
  hypotenuse,
  logarithmOfOneAnd,
  logarithmToTwo,
  powerOfTwo,
  specialPower,
  steppedAreaCosine,
  steppedAreaSine,
  steppedCosine,
  steppedSine,
} from "./elementary.ts";
import type { Rounding } from "./exact-float.ts";
import { valueRounding } from "./float-environment.ts";

/** A function of one double. */
export const unary =
  (f: (x: number) => number) =>
  (call: LibcCall): LibcResult =>
    f(call.args.double());

/** A function whose results in 64-bit programs are not those in 32-bit ones, as in glibc. */
export const unaryByBits =
  (in64: (x: number) => number, in32: (x: number) => number) =>
  (call: LibcCall): LibcResult =>
    (call.bits === 64 ? in64 : in32)(call.args.double());

/** A function of one float. */
export const unaryFloat =
  (f: (x: number) => number) =>
  (call: LibcCall): LibcResult =>
    Math.fround(f(call.args.float()));

/** Two arguments, in order. */
export const binary =
  (f: (x: number, y: number) => number, take: "double" | "float" = "double") =>
  (call: LibcCall): LibcResult => {
    const next = (args: ArgumentSource): number => args[take]();
    const x = next(call.args);
    const result = f(x, next(call.args));
    return take === "float" ? Math.fround(result) : result;
  };

export const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);

/** Halfway cases go away from zero, which Math.round does not. */
export function roundAway(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) return x;
  const whole = Math.trunc(x);
  const result = Math.abs(x - whole) >= 0.5 ? whole + Math.sign(x) : whole;
  return result === 0 && isNegative(x) ? -0 : result;
}

/** Halfway cases go to the even neighbour: what rint gives in the rounding mode that programs start with. */
export function roundEven(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) return x;
  const low = Math.floor(x);
  const part = x - low;
  const result = part < 0.5 ? low : part > 0.5 ? low + 1 : low % 2 === 0 ? low : low + 1;
  return result === 0 && isNegative(x) ? -0 : result;
}

/** What rint gives: by the rounding mode that the program has set. */
export function roundByMode(x: number, mode: Rounding): number {
  if (mode === "nearest" || !Number.isFinite(x)) return roundEven(x);
  const round = mode === "down" ? Math.floor : mode === "up" ? Math.ceil : Math.trunc;
  return round(x);
}

/** rint and nearbyint of one type. */
const rintOf =
  (type: "double" | "float") =>
  (call: LibcCall): LibcResult =>
    roundByMode(call.args[type](), valueRounding(call));

export const rintDouble = rintOf("double");
export const rintFloat = rintOf("float");

/** lrint and its kin. */
export const toLongByMode =
  (type: "double" | "float", width: "long" | "long long") =>
  (call: LibcCall): LibcResult =>
    wholeNumber(roundByMode(call.args[type](), valueRounding(call)), LONG_MIN[width === "long long" ? 64 : call.bits]);

const LONG_MIN = { 64: -(2n ** 63n), 32: -(2n ** 31n) } as const;

/** A rounded number as a long; what does not fit is the CPU's indefinite integer. */
export const toLong =
  (round: (x: number) => number, type: "double" | "float" = "double") =>
  (call: LibcCall): LibcResult =>
    wholeNumber(round(call.args[type]()), LONG_MIN[call.bits]);

/** The same as a long long. */
export const toLongLong =
  (round: (x: number) => number) =>
  (call: LibcCall): LibcResult =>
    wholeNumber(round(call.args.double()), LONG_MIN[64]);

function wholeNumber(value: number, indefinite: bigint): bigint {
  if (!Number.isFinite(value)) return indefinite;
  const integer = BigInt(value);
  return integer < indefinite || integer >= -indefinite ? indefinite : integer;
}

/** x × 2^n without rounding twice. */
export function scale(x: number, n: number): number {
  let left = Math.max(-2200, Math.min(2200, n));
  let value = x;
  while (left > 1000) {
    value *= 2 ** 1000;
    left -= 1000;
  }
  // Downwards the last step makes the result, so that only it can round.
  while (left < -1000) {
    const step = Math.max(left + 60, -1000);
    value *= 2 ** step;
    left -= step;
  }
  return value * 2 ** left;
}

const ldexp = (call: LibcCall): LibcResult => {
  const x = call.args.double();
  return scale(x, call.args.int());
};

/** Mantissa in [0.5, 1) and exponent. */
export function splitNumber(x: number): { mantissa: number; exponent: number } {
  if (x === 0 || !Number.isFinite(x)) return { mantissa: x, exponent: 0 };
  const normal = Math.abs(x) < 2 ** -1022 ? x * 2 ** 54 : x;
  const stored = Number((bitsOfDouble(normal) >> 52n) & 0x7ffn) - 1022;
  return { mantissa: scale(normal, -stored), exponent: normal === x ? stored : stored - 54 };
}

function frexp(call: LibcCall): LibcResult {
  const { mantissa, exponent } = splitNumber(call.args.double());
  call.program.writeWord(call.args.pointer(), 4, BigInt.asUintN(32, BigInt(exponent)));
  return mantissa;
}

function modf(call: LibcCall): LibcResult {
  const x = call.args.double();
  const whole = Math.trunc(x);
  call.program.writeWord(call.args.pointer(), 8, bitsOfDouble(whole));
  const part = Number.isFinite(x) ? x - whole : 0;
  return part === 0 && isNegative(x) ? -0 : Number.isNaN(x) ? x : part;
}

/** A NaN counts as missing. */
const pick =
  (better: (x: number, y: number) => number) =>
  (x: number, y: number): number =>
    Number.isNaN(x) ? y : Number.isNaN(y) ? x : better(x, y);

/** The smaller of two numbers. */
export const smaller = pick((x, y) => {
  if (x < y) return x;
  return y;
});
/** The larger of two numbers. */
export const larger = pick((x, y) => {
  if (x > y) return x;
  return y;
});

/** x − y, or 0 when that is negative. */
export const positiveDifference = (x: number, y: number): number =>
  x > y ? x - y : Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : 0;

/** The size of x with the sign of y. */
export const copySign = (x: number, y: number): number => (isNegative(x) === isNegative(y) ? x : -x);

const absolute = (call: LibcCall): LibcResult => {
  const value = call.args.longLong();
  return value < 0n ? -value : value;
};

export const mathFunctions = {
  round: unary(roundAway),
  trunc: unary(Math.trunc),
  rint: rintDouble,
  nearbyint: rintDouble,
  lround: toLong(roundAway),
  lrint: toLongByMode("double", "long"),
  asin: unary(arcSine),
  acos: unary(arcCosine),
  atan2: binary(arcTangentOf),
  sinh: unaryByBits(steppedSine, hyperbolicSine),
  cosh: unary(steppedCosine),
  tanh: unaryByBits(Math.tanh, hyperbolicTangent),
  asinh: unaryByBits(steppedAreaSine, areaSine),
  acosh: unaryByBits(steppedAreaCosine, areaCosine),
  atanh: unaryByBits(Math.atanh, areaTangent),
  cbrt: unaryByBits(cubeRoot, Math.cbrt),
  exp2: unary(powerOfTwo),
  expm1: unaryByBits(Math.expm1, exponentialLessOne),
  log1p: unaryByBits(Math.log1p, logarithmOfOneAnd),
  log2: unary(logarithmToTwo),
  hypot: binary(hypotenuse),
  fmin: binary(smaller),
  fmax: binary(larger),
  fdim: binary(positiveDifference),
  copysign: binary(copySign),
  ldexp,
  scalbn: ldexp,
  frexp,
  modf,
  llabs: absolute,
  imaxabs: absolute,
  sqrtf: unaryFloat(Math.sqrt),
  fabsf: unaryFloat(Math.abs),
  floorf: unaryFloat(Math.floor),
  ceilf: unaryFloat(Math.ceil),
  roundf: unaryFloat(roundAway),
  sinf: unaryFloat(Math.sin),
  cosf: unaryFloat(Math.cos),
  tanf: unaryFloat(Math.tan),
  atanf: unaryFloat(Math.atan),
  expf: unaryFloat(Math.exp),
  logf: unaryFloat(Math.log),
  log10f: unaryFloat(Math.log10),
  powf: binary(specialPower, "float"),
  atan2f: binary(Math.atan2, "float"),
  fmodf: binary((x, y) => x % y, "float"),
} satisfies LibcFunctions;
