// Elementary functions, rounded correctly but for one case in billions: what glibc's functions give in nearly all cases. Each
// is worked out to some 100 bits and rounded once.
// Source: Taylor's series and Newton's steps; reduction by pieces of π/2 after Cody and Waite, "Software manual for the
// elementary functions" (1980).

import {
  add,
  CONSTANT_BITS,
  divide,
  fromInteger,
  known,
  multiply,
  negate,
  type Pair,
  pair,
  piOf,
  product,
  quickSum,
  scaled,
  squareRoot,
  subtract,
  sum,
  times,
} from "./double-double.ts";

// ---- exponential and logarithm

const HALVINGS = 8;
const EXPONENTIAL_TERMS = 10;
const PLAIN_EXPONENTIAL_TERMS = 6;

/** e^x − 1 for |x| ≤ ln 2 / 2. */
function smallExponential(x: Pair): Pair {
  const { inverseFactorials } = known();
  const r = scaled(x, 2 ** -HALVINGS);
  let plain = 0;
  let k = EXPONENTIAL_TERMS;
  for (; k >= PLAIN_EXPONENTIAL_TERMS; k--) plain = (plain + inverseFactorials[k]!.high) * r.high;
  let value = add(inverseFactorials[k]!, pair(plain));
  for (k--; k > 0; k--) value = add(multiply(value, r), inverseFactorials[k]!);
  value = multiply(value, r);
  for (let k = 0; k < HALVINGS; k++) value = add(scaled(value, 2), multiply(value, value));
  return value;
}

/** 2^n × x, rounded once where that is no normal number. */
function scaledResult({ high, low }: Pair, n: number): number {
  if (n > -1000) return high * 2 ** Math.min(n, 1000) * 2 ** Math.max(n - 1000, 0);
  // The last place of what comes out is known: the sum is rounded there.
  const unit = 2 ** Math.max(-1074 - n, -1000);
  const near = Math.round(high / unit);
  if (!(Math.abs(near) < 2 ** 52)) return high * 2 ** -1000 * 2 ** (n + 1000);
  const rest = high - near * unit + low;
  const whole = rest > unit / 2 ? near + 1 : rest < -unit / 2 ? near - 1 : near;
  return whole * Number.MIN_VALUE;
}

/** e^x as 2^n × a pair. */
function exponentialOf(x: Pair): { readonly value: Pair; readonly exponent: number } {
  const { log2 } = known();
  const exponent = Math.round(x.high / log2.high);
  const rest = subtract(x, times(log2, exponent));
  return { value: add(pair(1), smallExponential(rest)), exponent };
}

function exponentialOfPair(x: Pair): number {
  if (Number.isNaN(x.high)) return x.high;
  if (x.high > 710) return Number.POSITIVE_INFINITY;
  if (x.high < -746) return 0;
  const { value, exponent } = exponentialOf(x);
  return scaledResult(value, exponent);
}

/** e^x */
export const exponential = (x: number): number => exponentialOfPair(pair(x));

/** 2^x */
export function powerOfTwo(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x >= 1024) return Number.POSITIVE_INFINITY;
  if (x < -1076) return 0;
  const whole = Math.round(x);
  return scaledResult(add(pair(1), smallExponential(times(known().log2, x - whole))), whole);
}

/** ln x */
export const naturalLogarithm = (x: number): number =>
  x > 0 && x < Number.POSITIVE_INFINITY ? logarithm(x).high : Math.log(x);

/** Mantissa between √½ and √2, and exponent, of a positive finite number. */
function parts(x: number): { readonly mantissa: number; readonly exponent: number } {
  const isSmall = x < 2 ** -1000;
  const size = isSmall ? x * 2 ** 200 : x;
  let exponent = Math.floor(Math.log2(size));
  let mantissa = size * 2 ** -Math.min(exponent, 1000) * 2 ** -Math.max(exponent - 1000, 0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  } else if (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  return { mantissa, exponent: isSmall ? exponent - 200 : exponent };
}

const NEAR_ONE = 2 ** -4;

/** ln of a positive finite number (with what is missing to it in `low`, small beside it). */
function logarithm(x: number, low = 0): Pair {
  const { mantissa, exponent } = parts(x);
  const scale = mantissa / x;
  const rest = low === 0 ? 0 : low * scale;
  const distance = mantissa - 1;
  const ofMantissa =
    Math.abs(distance) < NEAR_ONE ? nearOne(quickSum(distance, rest)) : byNewton(quickSum(mantissa, rest));
  return exponent === 0 ? ofMantissa : add(times(known().log2, exponent), ofMantissa);
}

/** ln(1 + d) = 2 artanh(d / (2 + d)) */
function nearOne(d: Pair): Pair {
  const s = divide(d, add(pair(2), d));
  const square = multiply(s, s);
  const { inverseOdds } = known();
  let value = pair(0);
  for (let k = inverseOdds.length - 1; k > 0; k--) value = multiply(add(value, inverseOdds[k]!), square);
  return scaled(add(s, multiply(value, s)), 2);
}

/** A Newton step from what Math.log says: ln x = y + ln(x e^−y). */
function byNewton(x: Pair): Pair {
  const near = Math.log(x.high);
  const { value, exponent } = exponentialOf(pair(-near));
  const rest = subtract(scaled(multiply(x, value), 2 ** exponent), pair(1));
  return add(pair(near), subtract(rest, scaled(multiply(rest, rest), 0.5)));
}

/** ln x / ln 2, exact for powers of two. */
export function logarithmToTwo(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log2(x);
  const { mantissa, exponent } = parts(x);
  if (mantissa === 1) return exponent;
  return add(pair(exponent), divide(logarithm(mantissa), known().log2)).high;
}

/** x^y */
export function power(x: number, y: number): number {
  const size = Math.abs(x);
  if (size === 1 || size === 0 || !Number.isFinite(size) || !Number.isFinite(y) || y === 0) return specialPower(x, y);
  if (x < 0) return Number.isInteger(y) ? positivePower(size, y) * (y % 2 === 0 ? 1 : -1) : Number.NaN;
  return positivePower(x, y);
}

/** C's pow differs from JavaScript's where |x| is 1 and y infinite or no number. */
export const specialPower = (x: number, y: number): number =>
  x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY) ? 1 : x ** y;

function positivePower(x: number, y: number): number {
  if (y === 2) return x * x;
  const value = times(logarithm(x), y);
  return exponentialOfPair(Number.isFinite(value.high) ? value : pair(logarithm(x).high * y));
}

// ---- trigonometry

/** Numbers below this are reduced by four doubles of π/2, of which three have 33 bits: their multiples are exact. */
const EASY = 2 ** 19;
const PIECE_BITS = 33;
let pieces: readonly number[] | undefined;

function halfPiPieces(): readonly number[] {
  if (pieces) return pieces;
  let rest = piOf(CONSTANT_BITS) >> 1n;
  const found: number[] = [];
  for (let k = 1; k <= 3; k++) {
    const cut = BigInt(CONSTANT_BITS + 1 - PIECE_BITS * k);
    const piece = (rest >> cut) << cut;
    found.push(fromInteger(piece, CONSTANT_BITS).high);
    rest -= piece;
  }
  pieces = [...found, fromInteger(rest, CONSTANT_BITS).high];
  return pieces;
}

interface Reduced {
  readonly quadrant: number;
  readonly rest: Pair;
}

/** The quadrant (0 to 3) and what is left of x, at most π/4 in size. */
function reduced(x: number): Reduced {
  if (Math.abs(x) < 0.785) return { quadrant: 0, rest: pair(x) };
  if (Math.abs(x) > EASY) return reducedLarge(x);
  const turns = Math.round(x / known().halfPi.high);
  const [first, second, third, fourth] = halfPiPieces() as [number, number, number, number];
  let rest = sum(x - turns * first, -turns * second);
  rest = add(rest, pair(-turns * third));
  return { quadrant: turns & 3, rest: add(rest, product(-turns, fourth)) };
}

/** π/2 × 2^bits, made longer when a large number asks for it. */
let quarter = { bits: 0, value: 0n };

function reducedLarge(x: number): Reduced {
  const exponent = Math.floor(Math.log2(Math.abs(x))) - 54;
  // The rest may be as small as 2^-62 and wants 110 bits of its own.
  const bits = 180 + Math.max(exponent, 0);
  if (quarter.bits < bits + 60) quarter = { bits: bits + 128, value: piOf(bits + 128) >> 1n };
  const { value, bits: has } = quarter;
  const size = BigInt(x * 2 ** -exponent) << BigInt(has);
  const integer = exponent < 0 ? size >> BigInt(-exponent) : size << BigInt(exponent);
  const turns = (2n * integer + (integer < 0n ? -value : value)) / (2n * value);
  const rest = integer - turns * value;
  const cut = Math.max(has - 400, 0);
  return { quadrant: Number(BigInt.asUintN(2, turns)), rest: fromInteger(rest >> BigInt(cut), has - cut) };
}

const SERIES_TERMS = 27;
/** From here on a term is small enough for a double. */
const PLAIN_TERMS = 15;

/** x − x³/3! … or 1 − x²/2! … for |x| ≤ π/4. */
function series(x: Pair, first: 0 | 1): Pair {
  const { inverseFactorials } = known();
  const square = negate(multiply(x, x));
  let plain = 0;
  let k = SERIES_TERMS - 1 + first;
  for (; k >= PLAIN_TERMS; k -= 2) plain = (plain + inverseFactorials[k]!.high) * square.high;
  let value = pair(plain);
  for (; k > first; k -= 2) value = multiply(add(value, inverseFactorials[k]!), square);
  return first === 1 ? add(x, multiply(value, x)) : add(pair(1), value);
}

/** Sine and cosine of a finite number. */
function bothOf(x: number): { readonly sine: Pair; readonly cosine: Pair } {
  const { quadrant, rest } = reduced(x);
  const [s, c] = [series(rest, 1), series(rest, 0)];
  const [sine, cosine] = quadrant % 2 === 0 ? [s, c] : [c, s];
  return {
    sine: quadrant >= 2 ? negate(sine) : sine,
    cosine: quadrant === 1 || quadrant === 2 ? negate(cosine) : cosine,
  };
}

/** Below this a number is its own sine and tangent. */
const TINY = 2 ** -27;

export function sine(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (Math.abs(x) < TINY) return x;
  const { quadrant, rest } = reduced(x);
  const value = series(rest, quadrant % 2 === 0 ? 1 : 0).high;
  return quadrant >= 2 ? -value : value;
}

export function cosine(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const { quadrant, rest } = reduced(x);
  const value = series(rest, quadrant % 2 === 0 ? 0 : 1).high;
  return quadrant === 1 || quadrant === 2 ? -value : value;
}

export function tangent(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (Math.abs(x) < TINY) return x;
  const both = bothOf(x);
  return divide(both.sine, both.cosine).high;
}

/** The angle of the point (x, y), of which a double near it is known. */
function angle(y: Pair, x: Pair): Pair {
  const near = Math.atan2(y.high, x.high);
  const { sine: s, cosine: c } = bothOf(near);
  const across = subtract(multiply(y, c), multiply(x, s));
  const along = add(multiply(x, c), multiply(y, s));
  return add(pair(near), divide(across, along));
}

export function arcTangent(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < TINY || Math.abs(x) > 2 ** 60) return Math.atan(x);
  return angle(pair(x), pair(1)).high;
}

export function arcTangentOf(y: number, x: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0) return Math.atan2(y, x);
  const [a, b] = [Math.abs(x), Math.abs(y)];
  if (a > b * 2 ** 60) return x > 0 ? y / x : Math.atan2(y, x);
  if (b > a * 2 ** 60) return Math.atan2(y, x);
  const scale = 2 ** -Math.max(-1000, Math.min(1000, Math.floor(Math.log2(Math.max(a, b)))));
  return angle(pair(y * scale), pair(x * scale)).high;
}

/** √(1 − x²) */
const beside = (x: number): Pair => squareRoot(multiply(sum(1, -x), sum(1, x)));

export function arcSine(x: number): number {
  if (!(Math.abs(x) <= 1) || Math.abs(x) < TINY) return Math.asin(x);
  return angle(pair(x), beside(x)).high;
}

export function arcCosine(x: number): number {
  if (!(Math.abs(x) <= 1)) return Math.acos(x);
  if (x === 1) return 0;
  return angle(beside(x), pair(x)).high;
}

// ---- functions made of these

/** e^x − 1 as a pair, for |x| ≤ 700. */
function exponentialLess(x: number): Pair {
  const { exponent, value } = exponentialOf(pair(x));
  if (exponent === 0) return smallExponential(pair(x));
  return subtract(scaled(value, 2 ** exponent), pair(1));
}

export function exponentialLessOne(x: number): number {
  if (!(Math.abs(x) <= 700)) return Math.expm1(x);
  return Math.abs(x) < 2 ** -54 ? x : exponentialLess(x).high;
}

/** ln(1 + x) */
export function logarithmOfOneAnd(x: number): number {
  if (!(x > -1) || !Number.isFinite(x) || Math.abs(x) < 2 ** -54) return Math.log1p(x);
  if (Math.abs(x) < NEAR_ONE) return nearOne(pair(x)).high;
  const { high, low } = sum(1, x);
  return logarithm(high, low).high;
}

/** ln x / ln 10 */
export const logarithmToTen = (x: number): number =>
  x > 0 && x < Number.POSITIVE_INFINITY ? divide(logarithm(x), known().log10).high : Math.log10(x);

/** 10^x */
export function powerOfTen(x: number): number {
  if (!(Math.abs(x) < 400)) return 10 ** x;
  return Number.isInteger(x) ? Number(`1e${x}`) : exponentialOfPair(times(known().log10, x));
}

/** √(x² + y²) */
export function hypotenuse(x: number, y: number): number {
  if (Math.abs(x) === Number.POSITIVE_INFINITY || Math.abs(y) === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY;
  const [a, b] = [Math.max(Math.abs(x), Math.abs(y)), Math.min(Math.abs(x), Math.abs(y))];
  if (!(b > a * 2 ** -60)) return a + b;
  const scale = a > 2 ** 500 ? 2 ** -600 : b < 2 ** -400 ? 2 ** 600 : 1;
  const [p, q] = [a * scale, b * scale];
  return squareRoot(add(product(p, p), product(q, q))).high / scale;
}

/** (e^x ∓ e^−x) / 2 of a number at most 700 in size. */
function hyperbolic(x: number): { readonly sine: Pair; readonly cosine: Pair } {
  const less = exponentialLess(Math.abs(x));
  const whole = add(less, pair(1));
  const other = divide(less, whole);
  const sine = scaled(add(less, other), 0.5);
  const cosine = scaled(add(whole, divide(pair(1), whole)), 0.5);
  return { sine: x < 0 ? negate(sine) : sine, cosine };
}

export function hyperbolicSine(x: number): number {
  return Math.abs(x) < TINY || !(Math.abs(x) < 700) ? Math.sinh(x) : hyperbolic(x).sine.high;
}

export function hyperbolicCosine(x: number): number {
  return Math.abs(x) < 700 ? hyperbolic(x).cosine.high : Math.cosh(x);
}

export function hyperbolicTangent(x: number): number {
  if (Math.abs(x) < TINY || !(Math.abs(x) < 30)) return Math.tanh(x);
  const { sine: s, cosine: c } = hyperbolic(x);
  return divide(s, c).high;
}

export function areaSine(x: number): number {
  const size = Math.abs(x);
  if (size < TINY || !(size < 2 ** 500)) return Math.asinh(x);
  // ln(x + √(x² + 1)) = ln(1 + x + x² / (1 + √(x² + 1)))
  const square = product(size, size);
  const root = squareRoot(add(square, pair(1)));
  const more = add(pair(size), divide(square, add(root, pair(1))));
  const value = more.high < NEAR_ONE ? nearOne(more) : ofPair(add(more, pair(1)));
  return x < 0 ? -value.high : value.high;
}

export function areaCosine(x: number): number {
  if (!(x > 1) || !(x < 2 ** 500)) return Math.acosh(x);
  // With d = x − 1: ln(1 + d + √(d (d + 2)))
  const d = sum(x, -1);
  const more = add(d, squareRoot(multiply(d, add(d, pair(2)))));
  return (more.high < NEAR_ONE ? nearOne(more) : ofPair(add(more, pair(1)))).high;
}

export function areaTangent(x: number): number {
  if (Math.abs(x) < TINY || !(Math.abs(x) < 1)) return Math.atanh(x);
  // ln((1 + x) / (1 − x)) / 2 = ln(1 + 2x / (1 − x)) / 2
  const size = Math.abs(x);
  const more = divide(pair(2 * size), sum(1, -size));
  const value = more.high < NEAR_ONE ? nearOne(more) : ofPair(add(more, pair(1)));
  return (x < 0 ? -value.high : value.high) / 2;
}

// ---- functions that glibc's 64-bit library makes of others, in their steps: its results are those of the steps' rounding.
// Source: the formulas of Sun's fdlibm (1993).

const BIG = 22;
const UPPER = 2 ** 42;

/** cosh x = 1 + (e^x − 1)² / (2 e^x), or (e^x + e^−x) / 2 */
export function steppedCosine(x: number): number {
  const size = Math.abs(x);
  if (!(size < 700)) return Math.cosh(x);
  if (size < 0.5 * Math.LN2) {
    const less = Math.expm1(size);
    return size < 2 ** -55 ? 1 + less : 1 + (less * less) / (2 * (1 + less));
  }
  const whole = exponential(size);
  return size < BIG ? 0.5 * whole + 0.5 / whole : 0.5 * whole;
}

/** sinh x = (t + t / (t + 1)) / 2 with t = e^x − 1 */
export function steppedSine(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28 || !(size < 700)) return Math.sinh(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (size >= BIG) return half * exponential(size);
  const less = Math.expm1(size);
  return half * (size < 1 ? 2 * less - (less * less) / (less + 1) : less + less / (less + 1));
}

/** log10 x = k log10 2 + ln m / ln 10 with a mantissa m below 2 */
export function steppedLogarithmToTen(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY) return Math.log10(x);
  const { mantissa: near, exponent: nearest } = parts(x);
  // With the mantissa from 1 on; a negative exponent is taken one larger, and the mantissa is halved for it.
  const [whole, exponent] = near < 1 ? [near * 2, nearest - 1] : [near, nearest];
  const [mantissa, power] = exponent < 0 ? [whole / 2, exponent + 1] : [whole, exponent];
  const { log2, log10 } = known();
  const ratio = divide(log2, log10);
  // The upper part has so few bits that its multiples are exact.
  const upper = Math.floor(ratio.high * UPPER) / UPPER;
  const lower = subtract(ratio, pair(upper)).high;
  return power * lower + divide(pair(1), log10).high * naturalLogarithm(mantissa) + power * upper;
}

/** asinh x by ln or ln (1 + y) of what stands in them */
export function steppedAreaSine(x: number): number {
  const size = Math.abs(x);
  if (size < 2 ** -28 || !Number.isFinite(x)) return x;
  const value =
    size > 2 ** 28
      ? naturalLogarithm(size) + Math.LN2
      : size > 2
        ? naturalLogarithm(2 * size + 1 / (Math.sqrt(x * x + 1) + size))
        : Math.log1p(size + (x * x) / (1 + Math.sqrt(1 + x * x)));
  return x < 0 ? -value : value;
}

/** acosh x likewise */
export function steppedAreaCosine(x: number): number {
  if (!(x > 1) || !Number.isFinite(x)) return Math.acosh(x);
  if (x > 2 ** 28) return naturalLogarithm(x) + Math.LN2;
  if (x > 2) return naturalLogarithm(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const more = x - 1;
  return Math.log1p(more + Math.sqrt(2 * more + more * more));
}

const ofPair = ({ high, low }: Pair): Pair => logarithm(high, low);

/** Of a number in [0.5, 1): a polynomial's first guess, within 2^-10 or so. */
const ROOT_TERMS = [
  -0.14526389938548637, 0.7849323449766392, -1.8346927748361308, 2.4469312256353444, -2.114994941673713,
  1.508191937815849, 0.35489576504391984,
] as const;
const ROOT_OF_2 = 1.2599210498948732;
const ROOT_OF_4 = 1.5874010519681996;
/** By the remainder of the exponent, from -2 to 2. */
const ROOT_FACTORS = [1 / ROOT_OF_4, 1 / ROOT_OF_2, 1, ROOT_OF_2, ROOT_OF_4] as const;

/** cbrt as glibc's 64-bit code takes it, by a guess and one step of Halley's: its last bit is that of these steps. */
export function cubeRoot(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  let exponent = 0;
  let part = Math.abs(x);
  if (part < 2 ** -1022) {
    part *= 2 ** 54;
    exponent = -54;
  }
  const whole = Math.floor(Math.log2(part)) + 1;
  part /= 2 ** (whole - 1);
  exponent += whole - 1;
  // log2 may be off by one beside powers of two.
  while (part >= 1) {
    part /= 2;
    exponent++;
  }
  while (part < 0.5) {
    part *= 2;
    exponent--;
  }
  const guess = ROOT_TERMS.reduce((sum, term) => sum * part + term, 0);
  const cube = guess * guess * guess;
  const root = ((guess * (cube + 2 * part)) / (2 * cube + part)) * ROOT_FACTORS[2 + (exponent % 3)]!;
  const scaled = root * 2 ** Math.trunc(exponent / 3);
  return x > 0 ? scaled : -scaled;
}
