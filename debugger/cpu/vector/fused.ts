// Fused multiply-add, and conversions from and to half precision: what FMA and F16C add to SSE's arithmetic.

import * as exact from "../float/arithmetic.ts";
import { DOUBLE, type Format, HALF, SINGLE } from "../float/format.ts";
import { environmentOf, raise } from "./float.ts";
import { commit, type VectorFunction, type VectorUnit } from "./unit.ts";

/** What is done to product and addend: FMADD, FMSUB negates the addend, FNMADD the product, FNMSUB both. */
const KINDS = {
  fmadd: { product: "kept", addend: "kept" },
  fmsub: { product: "kept", addend: "negated" },
  fnmadd: { product: "negated", addend: "kept" },
  fnmsub: { product: "negated", addend: "negated" },
} as const;
type Kind = keyof typeof KINDS;

const ORDERS = ["132", "213", "231"] as const;
type Order = (typeof ORDERS)[number];

const isNan = (bits: bigint, format: Format): boolean =>
  BigInt.asUintN(format.sizeBits - 1, bits) >
  ((1n << BigInt(format.exponentBits)) - 1n) << BigInt(format.precision - 1);

const negate = (bits: bigint, format: Format): bigint =>
  isNan(bits, format) ? bits : bits ^ (1n << BigInt(format.sizeBits - 1));

const laneAt = (v: VectorUnit, position: number, format: Format): bigint =>
  format.sizeBits === 64 ? v.u64[position / 8]! : BigInt(v.u32[position / 4]!);

/** The destination is the first operand, a the second, b the third: 132 means first × third + second. */
const fused =
  (kindOf: (lane: number) => Kind, order: Order, format: Format): VectorFunction =>
  (v, dest, a, b, sizeBytes) => {
    const env = environmentOf(v.mxcsr);
    const laneBytes = format.sizeBits / 8;
    const places = [dest, a, b];
    const [left, right, added] = [...order].map((digit) => places[Number(digit) - 1]!) as [number, number, number];
    for (let at = 0; at < sizeBytes; at += laneBytes) {
      const { product, addend } = KINDS[kindOf(at / laneBytes)];
      const x = laneAt(v, left + at, format);
      const y = laneAt(v, right + at, format);
      const z = laneAt(v, added + at, format);
      const result = exact.fusedMultiplyAdd(
        product === "negated" ? negate(x, format) : x,
        y,
        addend === "negated" ? negate(z, format) : z,
        format,
        env,
      );
      if (laneBytes === 8) v.draft.u64[at / 8] = result;
      else v.draft.u32[at / 4] = Number(result);
    }
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

/** All orders and formats of an operation; scalar ones get the size of one lane. */
function family(name: string, kindOf: (lane: number) => Kind): [string, VectorFunction][] {
  return ORDERS.flatMap((order): [string, VectorFunction][] => [
    [`${name}${order}ps`, fused(kindOf, order, SINGLE)],
    [`${name}${order}pd`, fused(kindOf, order, DOUBLE)],
    [`${name}${order}ss`, fused(kindOf, order, SINGLE)],
    [`${name}${order}sd`, fused(kindOf, order, DOUBLE)],
  ]);
}

/** Half precision knows no denormals-are-zero and no denormal exception (SDM Vol. 1, 14.4.1). */
const cvtph2ps: VectorFunction = (v, dest, _a, b, sizeBytes) => {
  const env = environmentOf(v.mxcsr);
  env.denormalsAreZero = false;
  for (let k = 0; k < sizeBytes / 4; k++) {
    v.draft.u32[k] = Number(exact.convertFormat(BigInt(v.u16[b / 2 + k]!), HALF, SINGLE, env));
  }
  raise(v, env.flags & exact.EXCEPTION.invalid);
  commit(v, dest, sizeBytes);
};

/** `sizeBytes` are the result's; bit 2 of the immediate takes MXCSR's rounding, else bits 1 and 0 are it. */
const cvtps2ph: VectorFunction = (v, dest, _a, b, sizeBytes, immediate) => {
  const env = environmentOf(v.mxcsr);
  env.flushToZero = false;
  if ((immediate & 4) === 0) env.rounding = immediate & 3;
  for (let k = 0; k < sizeBytes / 2; k++) {
    v.draft.u16[k] = Number(exact.convertFormat(BigInt(v.u32[b / 4 + k]!), SINGLE, HALF, env));
  }
  raise(v, env.flags);
  commit(v, dest, sizeBytes);
};

export const fusedVectors = (): Readonly<Record<string, VectorFunction>> => ({
  ...Object.fromEntries((Object.keys(KINDS) as Kind[]).flatMap((kind) => family(kind, () => kind))),
  ...Object.fromEntries(family("fmaddsub", (lane) => (lane & 1 ? "fmadd" : "fmsub"))),
  ...Object.fromEntries(family("fmsubadd", (lane) => (lane & 1 ? "fmsub" : "fmadd"))),
  cvtph2ps,
  cvtps2ph,
});
