// The mathematical functions of floats: computed as doubles and rounded once more, which gives glibc's result but for the
// rare case of a double that lies between two floats.
// Source: ISO C11 7.12.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import {
  copySign,
  larger,
  positiveDifference,
  roundAway,
  roundEven,
  scale,
  smaller,
  toLong,
} from "./functions-math.ts";

const unary =
  (f: (x: number) => number) =>
  (call: LibcCall): LibcResult =>
    Math.fround(f(call.args.float()));

const binary =
  (f: (x: number, y: number) => number) =>
  (call: LibcCall): LibcResult => {
    const x = call.args.float();
    return Math.fround(f(x, call.args.float()));
  };

export const floatFunctions = {
  truncf: unary(Math.trunc),
  rintf: unary(roundEven),
  nearbyintf: unary(roundEven),
  lroundf: toLong(roundAway, "float"),
  lrintf: toLong(roundEven, "float"),
  fmaxf: binary(larger),
  fminf: binary(smaller),
  fdimf: binary(positiveDifference),
  copysignf: binary(copySign),
  hypotf: binary(Math.hypot),
  asinf: unary(Math.asin),
  acosf: unary(Math.acos),
  sinhf: unary(Math.sinh),
  coshf: unary(Math.cosh),
  tanhf: unary(Math.tanh),
  exp2f: unary((x) => 2 ** x),
  log2f: unary(Math.log2),
  log1pf: unary(Math.log1p),
  expm1f: unary(Math.expm1),
  cbrtf: unary(Math.cbrt),
  ldexpf: (call) => {
    const x = call.args.float();
    return Math.fround(scale(x, call.args.int()));
  },
} satisfies LibcFunctions;
