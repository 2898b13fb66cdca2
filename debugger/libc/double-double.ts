// Numbers of some 106 bits as sums of two doubles, and the constants that elementary functions want of them.
// Source: Dekker, "A floating-point technique for extending the available precision" (1971).

/** high + low, where high is the sum rounded. */
export interface Pair {
  readonly high: number;
  readonly low: number;
}

export const pair = (high: number, low = 0): Pair => ({ high, low });

/** The exact sum; |a| ≥ |b| or a = 0. */
export function quickSum(a: number, b: number): Pair {
  const high = a + b;
  return { high, low: b - (high - a) };
}

/** The exact sum. */
export function sum(a: number, b: number): Pair {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

const SPLITTER = 2 ** 27 + 1;

/** The exact product of numbers below 2^996. */
export function product(a: number, b: number): Pair {
  const high = a * b;
  const [x, y] = [SPLITTER * a, SPLITTER * b];
  const [aHigh, bHigh] = [x - (x - a), y - (y - b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  return { high, low: aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

export function add(a: Pair, b: Pair): Pair {
  const { high, low } = sum(a.high, b.high);
  const lows = sum(a.low, b.low);
  const first = quickSum(high, low + lows.high);
  return quickSum(first.high, first.low + lows.low);
}

export const negate = ({ high, low }: Pair): Pair => ({ high: -high, low: -low });
export const subtract = (a: Pair, b: Pair): Pair => add(a, negate(b));

export function multiply(a: Pair, b: Pair): Pair {
  const { high, low } = product(a.high, b.high);
  return quickSum(high, low + (a.high * b.low + a.low * b.high));
}

export function times(a: Pair, factor: number): Pair {
  const { high, low } = product(a.high, factor);
  return quickSum(high, low + a.low * factor);
}

export function divide(a: Pair, b: Pair): Pair {
  const first = a.high / b.high;
  const rest = subtract(a, times(b, first));
  const second = rest.high / b.high;
  const left = subtract(rest, times(b, second));
  return add(quickSum(first, second), pair(left.high / b.high));
}

export function squareRoot(a: Pair): Pair {
  if (a.high === 0) return a;
  const near = Math.sqrt(a.high);
  const rest = subtract(a, product(near, near));
  return quickSum(near, rest.high / (2 * near));
}

/** By a power of two: exact. */
export const scaled = ({ high, low }: Pair, factor: number): Pair => ({ high: high * factor, low: low * factor });

// ---- constants, as quotients of large integers

/** value × 2^−bits as a pair. */
export function fromInteger(value: bigint, bits: number): Pair {
  const negative = value < 0n;
  const size = negative ? -value : value;
  const drop = Math.max(size.toString(2).length - 53, 0);
  const top = (size >> BigInt(drop)) << BigInt(drop);
  const shift = 2 ** -bits;
  const high = Number(top) * shift;
  const result = quickSum(high, Number(size - top) * shift);
  return negative ? negate(result) : result;
}

export const CONSTANT_BITS = 320;
const ONE = 1n << BigInt(CONSTANT_BITS);

/** arctan(1/n) × 2^bits */
function inverseTangent(n: bigint, one: bigint): bigint {
  let term = one / n;
  let result = term;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = -term / (n * n);
    result += term / k;
  }
  return result;
}

/** π × 2^bits by Machin's formula. */
export const piOf = (bits: number): bigint => {
  const one = 1n << BigInt(bits + 16);
  return (4n * (4n * inverseTangent(5n, one) - inverseTangent(239n, one))) >> 16n;
};

/** 2 × artanh(1/n) × 2^bits */
function inverseHyperbolic(n: bigint): bigint {
  let term = ONE / n;
  let result = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    result += term / k;
    term /= n * n;
  }
  return 2n * result;
}

interface Constants {
  readonly log2: Pair;
  readonly log10: Pair;
  readonly halfPi: Pair;
  /** 1/k! for k from 0 on. */
  readonly inverseFactorials: readonly Pair[];
  /** 1/(2k + 1) */
  readonly inverseOdds: readonly Pair[];
}
let constants: Constants | undefined;

export function known(): Constants {
  if (constants) return constants;
  const log2 = inverseHyperbolic(3n);
  const inverseFactorials: Pair[] = [];
  let factorial = 1n;
  for (let k = 0n; k < 30n; k++) {
    if (k > 0n) factorial *= k;
    inverseFactorials.push(fromInteger(ONE / factorial, CONSTANT_BITS));
  }
  constants = {
    log2: fromInteger(log2, CONSTANT_BITS),
    // ln 10 = 3 ln 2 + ln (5/4)
    log10: fromInteger(3n * log2 + inverseHyperbolic(9n), CONSTANT_BITS),
    halfPi: fromInteger(piOf(CONSTANT_BITS) >> 1n, CONSTANT_BITS),
    inverseFactorials,
    inverseOdds: Array.from({ length: 13 }, (_, k) => fromInteger(ONE / BigInt(2 * k + 1), CONSTANT_BITS)),
  };
  return constants;
}
