// The sign of a NaN that a function of floating-point numbers gives, which printf shows. JavaScript leaves it open; glibc
// hands a NaN argument on, and where it makes one the CPU's own is negative, but for a few functions.
// Source: Intel SDM volume 1, 4.8.3.7; what glibc 2.36 gives.

import type { LibcParameter } from "../../server/facts/libc.ts";
import { type ArgumentSource, bitsOfDouble } from "./arguments.ts";

/** Outside of their domain these give a NaN without a sign. */
const POSITIVE: ReadonlySet<string> = new Set(["asin", "acos", "log10", "tgamma"]);
const NAN = { positive: 0x7ff8n << 48n, negative: 0xfff8n << 48n } as const;

const isNegative = (value: number): boolean => bitsOfDouble(value) >> 63n === 1n;

/** Bits of the double that is the result, when a result is no number; undefined for functions that take none. */
export function notANumber(
  name: string,
  parameters: readonly LibcParameter[],
  args: ArgumentSource,
): bigint | undefined {
  const values: number[] = [];
  for (const { type } of parameters) {
    if (type === "double" || type === "float") values.push(args[type]());
    else args.pointer();
  }
  if (values.length === 0) return undefined;
  const plain = name.replace(/f$/, "");
  const given = values.find(Number.isNaN);
  const source = plain === "copysign" ? values[1] : given;
  const negative = source === undefined ? !POSITIVE.has(plain) : plain !== "fabs" && isNegative(source);
  return negative ? NAN.negative : NAN.positive;
}
