// The mathematical functions of floats: computed as doubles and rounded once more, which gives glibc's result but for the
// rare case of a double that lies between two floats.
// Source: ISO C11 7.12.

import type { LibcFunctions } from "./call.ts";
import {
  binary,
  copySign,
  larger,
  positiveDifference,
  rintFloat,
  roundAway,
  scale,
  smaller,
  toLong,
  toLongByMode,
  unaryFloat,
} from "./functions-math.ts";

export const floatFunctions = {
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
