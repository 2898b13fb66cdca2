// Conversions between integers, singles and doubles (SDM Vol. 1, 11.4.1.6; Vol. 2A, CVT*).

import * as exact from "../float/arithmetic.ts";
import { ROUND } from "../float/arithmetic.ts";
import { DOUBLE, type Format, SINGLE } from "../float/format.ts";
import { environmentOf, raise } from "./float.ts";
import { commit, type VectorFunction, type VectorUnit } from "./unit.ts";

const readBits = (v: VectorUnit, position: number, { sizeBits }: Format): bigint =>
  sizeBits === 64 ? v.u64[position / 8]! : BigInt(v.u32[position / 4]!);

function draftBits(v: VectorUnit, k: number, { sizeBits }: Format, bits: bigint): void {
  if (sizeBits === 64) v.draft.u64[k] = bits;
  else v.draft.u32[k] = Number(bits);
}

/** One number to a signed integer of `sizeBits`, unsigned bits; truncating, or as MXCSR rounds. */
export function floatToInteger(
  v: VectorUnit,
  position: number,
  laneBytes: number,
  sizeBits: number,
  rounding: "truncate" | "round",
): bigint {
  const format = laneBytes === 8 ? DOUBLE : SINGLE;
  const env = environmentOf(v.mxcsr);
  const mode = rounding === "truncate" ? ROUND.zero : env.rounding;
  const value = exact.toInteger(readBits(v, position, format), format, sizeBits, mode, env);
  raise(v, env.flags);
  return BigInt.asUintN(sizeBits, value);
}

/** A signed integer as a number's bits. */
export function integerToFloat(v: VectorUnit, value: bigint, laneBytes: number): bigint {
  const env = environmentOf(v.mxcsr);
  const bits = exact.fromInteger(value, laneBytes === 8 ? DOUBLE : SINGLE, env);
  raise(v, env.flags);
  return bits;
}

/** `immediate` lanes, rest of the result zero. */
const integersToFloats =
  (to: Format): VectorFunction =>
  (v, dest, _a, b, sizeBytes, lanes) => {
    const env = environmentOf(v.mxcsr);
    v.draft.u8.fill(0);
    for (let k = 0; k < lanes; k++) draftBits(v, k, to, exact.fromInteger(BigInt(v.i32[b / 4 + k]!), to, env));
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

const floatsToIntegers =
  (from: Format, rounding: "truncate" | "round"): VectorFunction =>
  (v, dest, _a, b, sizeBytes, lanes) => {
    const env = environmentOf(v.mxcsr);
    const mode = rounding === "truncate" ? ROUND.zero : env.rounding;
    v.draft.u8.fill(0);
    for (let k = 0; k < lanes; k++) {
      const bits = readBits(v, b + (k * from.sizeBits) / 8, from);
      v.draft.i32[k] = Number(exact.toInteger(bits, from, 32, mode, env));
    }
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

const floatsToFloats =
  (from: Format, to: Format): VectorFunction =>
  (v, dest, _a, b, sizeBytes, lanes) => {
    const env = environmentOf(v.mxcsr);
    v.draft.u8.fill(0);
    for (let k = 0; k < lanes; k++) {
      draftBits(v, k, to, exact.convertFormat(readBits(v, b + (k * from.sizeBits) / 8, from), from, to, env));
    }
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

/** The immediate of each says how many lanes there are. */
export const convertVectors = () =>
  ({
    cvtdq2ps: integersToFloats(SINGLE),
    cvtdq2pd: integersToFloats(DOUBLE),
    cvtps2dq: floatsToIntegers(SINGLE, "round"),
    cvttps2dq: floatsToIntegers(SINGLE, "truncate"),
    cvtpd2dq: floatsToIntegers(DOUBLE, "round"),
    cvttpd2dq: floatsToIntegers(DOUBLE, "truncate"),
    cvtps2pd: floatsToFloats(SINGLE, DOUBLE),
    cvtpd2ps: floatsToFloats(DOUBLE, SINGLE),
  }) satisfies Record<string, VectorFunction>;
