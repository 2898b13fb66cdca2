// The mathematical functions of floats: computed as doubles and rounded once more, which gives glibc's result but for the
// rare case of a double that lies between two floats.
// Source: ISO C11 7.12.

import { bitsOfDouble, doubleOfBits } from "./arguments.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { powerOfTen } from "./elementary.ts";
import {
  binary,
  copySign,
  isNegative,
  larger,
  positiveDifference,
  rintFloat,
  roundAway,
  roundEven,
  scale,
  smaller,
  splitNumber,
  toLong,
  toLongByMode,
  unaryFloat,
} from "./functions-math.ts";
import {
  errorComplement,
  errorFunction,
  gammaOf,
  ilogb,
  logb,
  logGamma,
  remainder,
  remainderWithQuotient,
} from "./functions-special.ts";

const floatBits = (value: number): bigint => BigInt(new Uint32Array(Float32Array.of(value).buffer)[0]!);

/**
 * The product of two floats is exact as a double; the sum is made odd where it is not exact, so that rounding it to a float
 * rounds only once.
 */
function fmaf(call: LibcCall): LibcResult {
  const product = call.args.float() * call.args.float();
  const z = call.args.float();
  const sum = product + z;
  const part = sum - product;
  const error = product - (sum - part) + (z - part);
  const bits = bitsOfDouble(sum);
  if (!Number.isFinite(sum) || Number.isNaN(error) || error === 0 || (bits & 1n) === 1n) return Math.fround(sum);
  return Math.fround(doubleOfBits(bits + (error > 0 === sum > 0 ? 1n : -1n)));
}

function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 2 ** -149 : -(2 ** -149);
  const bits = Number(floatBits(x)) + (x < y === x > 0 ? 1 : -1);
  return new Float32Array(Uint32Array.of(bits).buffer)[0]!;
}

function frexpf(call: LibcCall): LibcResult {
  const { mantissa, exponent } = splitNumber(call.args.float());
  call.program.writeWord(call.args.pointer(), 4, BigInt.asUintN(32, BigInt(exponent)));
  return mantissa;
}

function modff(call: LibcCall): LibcResult {
  const x = call.args.float();
  const whole = Math.trunc(x);
  call.program.writeWord(call.args.pointer(), 4, floatBits(whole));
  const part = Number.isFinite(x) ? x - whole : 0;
  return part === 0 && isNegative(x) ? -0 : Number.isNaN(x) ? x : part;
}

const scaleFloat =
  (type: "int" | "long") =>
  (call: LibcCall): LibcResult => {
    const x = call.args.float();
    return Math.fround(scale(x, Number(call.args[type]())));
  };

export const floatFunctions = {
  fmaf,
  frexpf,
  modff,
  asinhf: unaryFloat(Math.asinh),
  acoshf: unaryFloat(Math.acosh),
  atanhf: unaryFloat(Math.atanh),
  erff: unaryFloat(errorFunction),
  erfcf: unaryFloat(errorComplement),
  tgammaf: unaryFloat(gammaOf),
  lgammaf: unaryFloat(logGamma),
  exp10f: unaryFloat(powerOfTen),
  logbf: unaryFloat(logb),
  ilogbf: (call) => ilogb(call.args.float()),
  roundevenf: unaryFloat(roundEven),
  remainderf: binary(remainder, "float"),
  dremf: binary(remainder, "float"),
  nextafterf: binary(nextAfter, "float"),
  scalbnf: scaleFloat("int"),
  scalblnf: scaleFloat("long"),
  remquof: (call) => {
    const [x, y] = [call.args.float(), call.args.float()];
    return remainderWithQuotient(call, x, y);
  },
  truncf: unaryFloat(Math.trunc),
  rintf: rintFloat,
  nearbyintf: rintFloat,
  lroundf: toLong(roundAway, "float"),
  lrintf: toLongByMode("float", "long"),
  fmaxf: binary(larger, "float"),
  fminf: binary(smaller, "float"),
  fdimf: binary(positiveDifference, "float"),
  copysignf: binary(copySign, "float"),
  hypotf: binary(Math.hypot, "float"),
  asinf: unaryFloat(Math.asin),
  acosf: unaryFloat(Math.acos),
  sinhf: unaryFloat(Math.sinh),
  coshf: unaryFloat(Math.cosh),
  tanhf: unaryFloat(Math.tanh),
  exp2f: unaryFloat((x) => 2 ** x),
  log2f: unaryFloat(Math.log2),
  log1pf: unaryFloat(Math.log1p),
  expm1f: unaryFloat(Math.expm1),
  cbrtf: unaryFloat(Math.cbrt),
  ldexpf: (call) => {
    const x = call.args.float();
    return Math.fround(scale(x, call.args.int()));
  },
} satisfies LibcFunctions;
