// Vector and scalar floating point: single and double precision with MXCSR's rounding, flags and exceptions.
//
// Most operations are ordinary: round to nearest, numbers neither denormal nor infinite, and inexact already noted in MXCSR
// or provably not the case. Those are the host's own arithmetic, which IEEE 754 defines to the bit. All others go the exact
// way through unpacked numbers.

import { CpuException } from "../evaluator.ts";
import * as exact from "../float/arithmetic.ts";
import { EXCEPTION, type FloatEnvironment } from "../float/arithmetic.ts";
import { DOUBLE, type Format, SINGLE } from "../float/format.ts";
import { commit, type VectorFunction, type VectorUnit } from "./unit.ts";

const DAZ = 0x40;
const FTZ = 0x8000;
/** Inexact results are masked. */
const INEXACT_MASK = EXCEPTION.inexact << 7;
const PRE_COMPUTATION = EXCEPTION.invalid | EXCEPTION.denormal | EXCEPTION.zeroDivide;

/** Rounding and flushing as MXCSR says, no exceptions yet. */
export function environmentOf(mxcsr: number): FloatEnvironment {
  return {
    rounding: (mxcsr >> 13) & 3,
    denormalsAreZero: (mxcsr & DAZ) !== 0,
    flushToZero: (mxcsr & FTZ) !== 0,
    underflowMasked: ((mxcsr >> 7) & EXCEPTION.underflow) !== 0,
    overflowMasked: ((mxcsr >> 7) & EXCEPTION.overflow) !== 0,
    nans: "first",
    flags: 0,
    roundedUp: false,
  };
}

/**
 * Notes exceptions in MXCSR. An unmasked one that is found before computing (invalid, denormal, division by zero) keeps those
 * of the result from being noted. @throws {CpuException} #XM when one is not masked.
 */
export function raise(v: VectorUnit, flags: number): void {
  const masks = (v.mxcsr >> 7) & 0x3f;
  const unmasked = flags & ~masks;
  const noted = unmasked & PRE_COMPUTATION ? flags & PRE_COMPUTATION : flags;
  if ((v.mxcsr & noted) !== noted) v.mxcsr |= noted;
  if (unmasked !== 0) throw new CpuException({ vector: "#XM", errorCode: 0 });
}

type Exact = (a: bigint, b: bigint, format: Format, env: FloatEnvironment) => bigint;
/** The host's result, or undefined when the exact way has to be taken; `inexactNoted` says whether rounding may happen. */
type Host = (a: number, b: number, inexactNoted: boolean) => number | undefined;

interface Operation {
  readonly exact: Exact;
  readonly double: Host;
  readonly single: Host;
}

const SMALLEST_DOUBLE = 2 ** -1022;
const SMALLEST_SINGLE = 2 ** -126;
const LARGEST_SINGLE = 3.4028234663852886e38;
/** Splitting a double in two halves overflows beyond this. */
const SPLIT_LIMIT = 2 ** 900;

const isOrdinary = (value: number, smallest: number): boolean =>
  value === 0 || (Math.abs(value) >= smallest && Number.isFinite(value));

/** The error of a + b rounded to s, exact for ordinary numbers (Knuth's two-sum). */
function sumError(a: number, b: number, s: number): number {
  const other = s - a;
  return a - (s - other) + (b - other);
}

/** a × b − p, exact in the middle of the range (Dekker's product); NaN outside, which compares unequal to 0. */
function productError(a: number, b: number, p: number): number {
  if (Math.abs(a) > SPLIT_LIMIT || Math.abs(b) > SPLIT_LIMIT || Math.abs(p) < 2 ** -900) return Number.NaN;
  const splitA = a * 134217729;
  const splitB = b * 134217729;
  const [aHigh, bHigh] = [splitA - (splitA - a), splitB - (splitB - b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return aLow * bLow - (p - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

type ErrorOf = (a: number, b: number, result: number) => number;

/** Checks operands and result of a host operation; a zero result is taken only where it is exact. */
const hostDouble =
  (compute: (a: number, b: number) => number, error: ErrorOf, zero: "exact" | "maybe-tiny"): Host =>
  (a, b, inexactNoted) => {
    if (!isOrdinary(a, SMALLEST_DOUBLE) || !isOrdinary(b, SMALLEST_DOUBLE)) return undefined;
    const result = compute(a, b);
    if (result === 0) {
      if (zero === "maybe-tiny" && a !== 0 && b !== 0) return undefined;
    } else if (!(Math.abs(result) > SMALLEST_DOUBLE && Number.isFinite(result))) return undefined;
    return inexactNoted || error(a, b, result) === 0 ? result : undefined;
  };

/** Singles computed in double: rounding twice is harmless for these operations (2 × 24 + 2 ≤ 53). */
const hostSingle =
  (compute: (a: number, b: number) => number, error: ErrorOf): Host =>
  (a, b, inexactNoted) => {
    if (!isOrdinary(a, SMALLEST_SINGLE) || !isOrdinary(b, SMALLEST_SINGLE)) return undefined;
    const wide = compute(a, b);
    const result = Math.fround(wide);
    if (result === 0 ? wide !== 0 : !(Math.abs(result) > SMALLEST_SINGLE && Math.abs(result) <= LARGEST_SINGLE)) {
      return undefined;
    }
    return inexactNoted || (wide === result && error(a, b, wide) === 0) ? result : undefined;
  };

const quotientError = (a: number, b: number, q: number): number => {
  const product = q * b;
  return product === a ? productError(q, b, product) : 1;
};

const add: Operation = {
  exact: exact.add,
  double: hostDouble((a, b) => a + b, sumError, "exact"),
  single: hostSingle((a, b) => a + b, sumError),
};
const subtract: Operation = {
  exact: exact.subtract,
  double: hostDouble(
    (a, b) => a - b,
    (a, b, r) => sumError(a, -b, r),
    "exact",
  ),
  single: hostSingle(
    (a, b) => a - b,
    (a, b, r) => sumError(a, -b, r),
  ),
};
const multiply: Operation = {
  exact: exact.multiply,
  double: hostDouble((a, b) => a * b, productError, "maybe-tiny"),
  single: hostSingle(
    (a, b) => a * b,
    () => 0,
  ),
};
const nonZero =
  (host: Host): Host =>
  (a, b, inexactNoted) =>
    b === 0 ? undefined : host(a, b, inexactNoted);
const divide: Operation = {
  exact: exact.divide,
  double: nonZero(hostDouble((a, b) => a / b, quotientError, "maybe-tiny")),
  single: nonZero(
    hostSingle(
      (a, b) => a / b,
      () => 1,
    ),
  ),
};
const squareRoot: Operation = {
  exact: (_a, b, format, env) => exact.squareRoot(b, format, env),
  double: (_a, b, inexactNoted) => {
    if (!(b >= SMALLEST_DOUBLE && Number.isFinite(b))) return undefined;
    const root = Math.sqrt(b);
    return inexactNoted || (root * root === b && productError(root, root, b) === 0) ? root : undefined;
  },
  single: (_a, b, inexactNoted) =>
    inexactNoted && b >= SMALLEST_SINGLE && Number.isFinite(b) ? Math.fround(Math.sqrt(b)) : undefined,
};

/** MIN, MAX give the second operand when both are zero or one is NaN; any NaN is invalid. */
const choose =
  (wanted: "less" | "greater"): Exact =>
  (a, b, format, env) => {
    const order = exact.compare(a, b, format, env, "signalling");
    const left = exact.operand(a, format, env);
    const right = exact.operand(b, format, env);
    const flushed = (bits: bigint, zero: boolean): bigint => (zero ? bits & (1n << BigInt(format.sizeBits - 1)) : bits);
    return order === wanted ? flushed(a, left.kind === "zero") : flushed(b, right.kind === "zero");
  };
const slow = (operation: Exact): Operation => ({
  exact: operation,
  double: () => undefined,
  single: () => undefined,
});

/** What one lane gives, into the draft. */
function computeLane(
  v: VectorUnit,
  op: Operation,
  wide: boolean,
  a: number,
  b: number,
  k: number,
  env: FloatEnvironment,
): void {
  const ordinary = env.rounding === 0;
  const noted = (v.mxcsr & INEXACT_MASK) !== 0 && ((v.mxcsr | env.flags) & EXCEPTION.inexact) !== 0;
  if (wide) {
    const result = ordinary ? op.double(v.f64[a / 8]!, v.f64[b / 8]!, noted) : undefined;
    if (result !== undefined) v.draft.f64[k] = result;
    else v.draft.u64[k] = op.exact(v.u64[a / 8]!, v.u64[b / 8]!, DOUBLE, env);
  } else {
    const result = ordinary ? op.single(v.f32[a / 4]!, v.f32[b / 4]!, noted) : undefined;
    if (result !== undefined) v.draft.f32[k] = result;
    else v.draft.u32[k] = Number(op.exact(BigInt(v.u32[a / 4]!), BigInt(v.u32[b / 4]!), SINGLE, env));
  }
}

type Choice = (k: number) => Operation;

/** All lanes of `laneBytes`; nothing is written when an exception is raised. */
const packed =
  (laneBytes: 4 | 8, choice: Choice): VectorFunction =>
  (v, dest, a, b, sizeBytes) => {
    const env = environmentOf(v.mxcsr);
    for (let k = 0; k < sizeBytes / laneBytes; k++) {
      computeLane(v, choice(k), laneBytes === 8, a + k * laneBytes, b + k * laneBytes, k, env);
    }
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

/** The lowest lane only; `sizeBytes` is the lane's. */
const scalar = (laneBytes: 4 | 8, op: Operation): VectorFunction => packed(laneBytes, () => op);

type FamilyNames<Name extends string> = `${Name}${"ss" | "sd" | "ps" | "pd"}`;

/** The four forms of an operation: scalar and packed, single and double. */
function family<Name extends string>(name: Name, op: Operation): Record<FamilyNames<Name>, VectorFunction> {
  return {
    [`${name}ss`]: scalar(4, op),
    [`${name}sd`]: scalar(8, op),
    [`${name}ps`]: packed(4, () => op),
    [`${name}pd`]: packed(8, () => op),
  } as Record<FamilyNames<Name>, VectorFunction>;
}

/** Neighbours of a, then of b. */
const horizontal =
  (laneBytes: 4 | 8, op: Operation): VectorFunction =>
  (v, dest, a, b, sizeBytes) => {
    const env = environmentOf(v.mxcsr);
    const perHalf = 8 / laneBytes;
    for (let k = 0; k < sizeBytes / laneBytes; k++) {
      const half = Math.floor(k / (2 * perHalf)) * 16;
      const inHalf = k % (2 * perHalf);
      const from = (inHalf < perHalf ? a : b) + half + (inHalf % perHalf) * 2 * laneBytes;
      computeLane(v, op, laneBytes === 8, from, from + laneBytes, k, env);
    }
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

// ---- comparisons

type Order = exact.Order;

/** The sixteen quiet and signalling predicates that CMPccPS and VCMP number 0 … 31 (SDM Vol. 2A, CMPPD, table 3-1). */
const PREDICATES: readonly { readonly holds: readonly Order[]; readonly nans: "quiet" | "signalling" }[] = (() => {
  const eq: Order[] = ["equal"];
  const lt: Order[] = ["less"];
  const le: Order[] = ["less", "equal"];
  const un: Order[] = ["unordered"];
  const all: Order[] = ["less", "equal", "greater", "unordered"];
  const not = (orders: Order[]): Order[] => all.filter((order) => !orders.includes(order));
  const first = [eq, lt, le, un, not(eq), not(lt), not(le), not(un)];
  const second = [
    [...eq, ...un],
    [...lt, ...un],
    [...le, ...un],
    [],
    not([...eq, ...un]),
    not([...lt, ...un]),
    not([...le, ...un]),
    all,
  ];
  const signals = [0, 1, 1, 0, 0, 1, 1, 0];
  return [...first, ...second, ...first, ...second].map((holds, k) => ({
    holds,
    nans: (signals[k & 7]! === 1) !== k >= 16 ? "signalling" : "quiet",
  }));
})();

const compareLanes =
  (laneBytes: 4 | 8): VectorFunction =>
  (v, dest, a, b, sizeBytes, immediate) => {
    const { holds, nans } = PREDICATES[immediate & 31]!;
    const env = environmentOf(v.mxcsr);
    for (let at = 0; at < sizeBytes; at += laneBytes) {
      const order =
        laneBytes === 8
          ? exact.compare(v.u64[(a + at) / 8]!, v.u64[(b + at) / 8]!, DOUBLE, env, nans)
          : exact.compare(BigInt(v.u32[(a + at) / 4]!), BigInt(v.u32[(b + at) / 4]!), SINGLE, env, nans);
      const mask = holds.includes(order) ? 0xff : 0;
      v.draft.u8.fill(mask, at, at + laneBytes);
    }
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

/** COMISS and kin: ZF, PF, CF (bits 6, 2, 0) of the comparison. */
export function comparisonFlags(
  v: VectorUnit,
  a: number,
  b: number,
  laneBytes: number,
  nans: "quiet" | "signalling",
): number {
  const env = environmentOf(v.mxcsr);
  const order =
    laneBytes === 8
      ? exact.compare(v.u64[a / 8]!, v.u64[b / 8]!, DOUBLE, env, nans)
      : exact.compare(BigInt(v.u32[a / 4]!), BigInt(v.u32[b / 4]!), SINGLE, env, nans);
  raise(v, env.flags);
  return { unordered: 0x45, less: 0x01, equal: 0x40, greater: 0 }[order];
}

// ---- dot products: products, then sums in pairs; lanes not asked for are zero

function addBits(a: bigint, b: bigint, format: Format, env: FloatEnvironment): bigint {
  return exact.add(a, b, format, env);
}

const dppd: VectorFunction = (v, dest, a, b, _sizeBytes, immediate) => {
  const env = environmentOf(v.mxcsr);
  const term = (k: number): bigint =>
    (immediate >> (4 + k)) & 1 ? exact.multiply(v.u64[a / 8 + k]!, v.u64[b / 8 + k]!, DOUBLE, env) : 0n;
  const products = [term(0), term(1)];
  raise(v, env.flags);
  const sumEnvironment = environmentOf(v.mxcsr);
  const sum = addBits(products[0]!, products[1]!, DOUBLE, sumEnvironment);
  raise(v, sumEnvironment.flags);
  for (let k = 0; k < 2; k++) v.draft.u64[k] = (immediate >> k) & 1 ? sum : 0n;
  commit(v, dest, 16);
};

/** Each of the three steps is done for the whole vector before the next: an exception leaves everything as it was. */
const dpps: VectorFunction = (v, dest, a, b, sizeBytes, immediate) => {
  const lanes = Array.from({ length: sizeBytes / 4 }, (_, k) => k);
  const step = (ks: readonly number[], compute: (k: number, env: FloatEnvironment) => bigint): bigint[] => {
    const env = environmentOf(v.mxcsr);
    const results = ks.map((k) => compute(k, env));
    raise(v, env.flags);
    return results;
  };
  const lane = (position: number, k: number): bigint => BigInt(v.u32[position / 4 + k]!);
  const products = step(lanes, (k, env) =>
    (immediate >> (4 + (k & 3))) & 1 ? exact.multiply(lane(a, k), lane(b, k), SINGLE, env) : 0n,
  );
  const sumsOf = (terms: readonly bigint[]): bigint[] =>
    step(lanes.slice(0, terms.length / 2), (k, env) => addBits(terms[2 * k]!, terms[2 * k + 1]!, SINGLE, env));
  const sums = sumsOf(sumsOf(products));
  for (const k of lanes) v.draft.u32[k] = (immediate >> (k & 3)) & 1 ? Number(sums[k >> 2]!) : 0;
  commit(v, dest, sizeBytes);
};

// ---- rounding to integral numbers, approximations

const roundLanes =
  (laneBytes: 4 | 8): VectorFunction =>
  (v, dest, _a, b, sizeBytes, immediate) => {
    const env = environmentOf(v.mxcsr);
    const mode = immediate & 4 ? env.rounding : immediate & 3;
    const inexact = immediate & 8 ? "suppress" : "report";
    for (let at = 0; at < sizeBytes; at += laneBytes) {
      if (laneBytes === 8)
        v.draft.u64[at / 8] = exact.roundToIntegral(v.u64[(b + at) / 8]!, DOUBLE, mode, inexact, env);
      else {
        const bits = exact.roundToIntegral(BigInt(v.u32[(b + at) / 4]!), SINGLE, mode, inexact, env);
        v.draft.u32[at / 4] = Number(bits);
      }
    }
    raise(v, env.flags);
    commit(v, dest, sizeBytes);
  };

/** RCP, RSQRT: the CPU's tables promise 12 bits; this gives all of a single's. Denormals count as zero, no exceptions. */
const approximate =
  (compute: (value: number) => number): VectorFunction =>
  (v, dest, _a, b, sizeBytes) => {
    for (let at = 0; at < sizeBytes; at += 4) {
      const bits = v.u32[(b + at) / 4]!;
      const isNan = (bits & 0x7fffffff) > 0x7f800000;
      const value = (bits & 0x7f800000) === 0 ? (bits >> 31 ? -0 : 0) : v.f32[(b + at) / 4]!;
      v.draft.f32[at / 4] = compute(value);
      if (isNan) v.draft.u32[at / 4] = bits | 0x400000;
      else if (Number.isNaN(v.draft.f32[at / 4]!)) v.draft.u32[at / 4] = 0xffc00000;
      else if ((v.draft.u32[at / 4]! & 0x7f800000) === 0) v.draft.u32[at / 4] = v.draft.u32[at / 4]! & 0x80000000;
    }
    commit(v, dest, sizeBytes);
  };

const alternating = (laneBytes: 4 | 8): VectorFunction => packed(laneBytes, (k) => (k & 1 ? add : subtract));

export const floatVectors = () =>
  ({
    ...family("add", add),
    ...family("sub", subtract),
    ...family("mul", multiply),
    ...family("div", divide),
    ...family("sqrt", squareRoot),
    ...family("min", slow(choose("less"))),
    ...family("max", slow(choose("greater"))),
    addsubps: alternating(4),
    addsubpd: alternating(8),
    haddps: horizontal(4, add),
    haddpd: horizontal(8, add),
    hsubps: horizontal(4, subtract),
    hsubpd: horizontal(8, subtract),
    cmpps: compareLanes(4),
    cmppd: compareLanes(8),
    dpps,
    dppd,
    roundps: roundLanes(4),
    roundpd: roundLanes(8),
    rcpps: approximate((value) => 1 / value),
    rsqrtps: approximate((value) => 1 / Math.sqrt(value)),
  }) satisfies Record<string, VectorFunction>;
