// The x87 functions that no finite arithmetic gives: computed in fixed point with 192 bits, so that what is rounded is right
// but for cases no one has met. π has 66 bits where the CPU's argument reduction has (SDM Vol. 1, 8.3.8).

import { EXCEPTION, type FloatEnvironment, invalid, noteDenormals, propagate, round } from "../float/arithmetic.ts";
import { bitLength, EXTENDED, type Finite, infinityBits, type Unpacked, zeroBits } from "../float/format.ts";
import { stackOperand, unary } from "./arithmetic.ts";
import { DEFAULT_NAN, ONE, STATUS, type X87Unit } from "./unit.ts";

/** Fraction bits of the fixed-point numbers here. */
const FRACTION = 192n;
const UNIT = 1n << FRACTION;
/** The CPU's π: 66 significant bits. */
const PI_66 = 0x3243f6a8885a308d3n << (FRACTION - 64n);
const HALF_PI = PI_66 / 2n;

const mul = (a: bigint, b: bigint): bigint => (a * b) >> FRACTION;
const div = (a: bigint, b: bigint): bigint => (a << FRACTION) / b;

/** A finite number in fixed point; what lies below the last bit is lost. */
function fixed(value: Finite): bigint {
  const shift = BigInt(value.exponent) + FRACTION;
  const magnitude = shift >= 0n ? value.significand << shift : value.significand >> -shift;
  return value.sign ? -magnitude : magnitude;
}

/** A fixed-point number times 2^scale as 80 bits; transcendental results always count as inexact. */
function rounded(value: bigint, scale: number, env: FloatEnvironment): bigint {
  env.flags |= EXCEPTION.inexact;
  if (value === 0n) return 0n;
  // The last bit stands for everything below it.
  const magnitude = ((value < 0n ? -value : value) << 1n) | 1n;
  return round(value < 0n ? 1 : 0, magnitude, scale - Number(FRACTION) - 1, EXTENDED, env);
}

/** Sum of a series whose terms shrink: next(term, k) from the term before. */
function series(first: bigint, next: (term: bigint, k: number) => bigint): bigint {
  let sum = first;
  let term = first;
  for (let k = 1; term !== 0n && term !== -1n && k < 400; k++) {
    term = next(term, k);
    sum += term;
  }
  return sum;
}

const sineOf = (x: bigint): bigint => {
  const square = mul(x, x);
  return series(x, (term, k) => -mul(term, square) / BigInt(2 * k * (2 * k + 1)));
};
const cosineOf = (x: bigint): bigint => {
  const square = mul(x, x);
  return series(UNIT, (term, k) => -mul(term, square) / BigInt(2 * k * (2 * k - 1)));
};

/** ln((1 + z) / (1 − z)) for small z, twice the area tangent. */
function logOfRatio(z: bigint): bigint {
  const square = mul(z, z);
  let power = z;
  let sum = z;
  for (let k = 3; power !== 0n && power !== -1n && k < 2000; k += 2) {
    power = mul(power, square);
    sum += power / BigInt(k);
  }
  return 2n * sum;
}

const LN2 = logOfRatio(div(UNIT, 3n * UNIT));

/** Natural logarithm of a fixed-point number between 1 and 2. */
const logarithm = (x: bigint): bigint => logOfRatio(div(x - UNIT, x + UNIT));

/** e^x for |x| < 1. */
const exponential = (x: bigint): bigint => series(UNIT, (term, k) => mul(term, x) / BigInt(k));

/** The arc tangent of 0 … 1: halved twice by its own formula, then the series. */
function arcTangent(x: bigint): bigint {
  let z = x;
  for (let k = 0; k < 3; k++) z = div(z, UNIT + fixedRoot(UNIT + mul(z, z)));
  const square = mul(z, z);
  let power = z;
  let sum = z;
  for (let k = 3; power !== 0n && power !== -1n && k < 2000; k += 2) {
    power = -mul(power, square);
    sum += power / BigInt(k);
  }
  return sum * 8n;
}

function fixedRoot(x: bigint): bigint {
  const target = x << FRACTION;
  let guess = 1n << BigInt((bitLength(target) + 1) >> 1);
  for (;;) {
    const next = (guess + target / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

const FULL_PI = 4n * arcTangent(UNIT);

/** The angle minus the nearest multiple of π/2, and which multiple that is modulo 4. */
function reduceAngle(value: Finite): { readonly rest: bigint; readonly quadrant: number } {
  const angle = fixed(value);
  let quotient = (angle + HALF_PI / 2n) / HALF_PI;
  if (angle + HALF_PI / 2n < 0n) quotient -= 1n;
  return { rest: angle - quotient * HALF_PI, quadrant: Number(BigInt.asUintN(2, quotient)) };
}

/** Angles from 2^63 on are left alone, C2 says so; tiny ones are their own sine. */
const isLarge = (value: Unpacked): boolean =>
  value.kind === "finite" && value.exponent + bitLength(value.significand) > 63;
const isTiny = (value: Finite): boolean => value.exponent + bitLength(value.significand) < -40;

/** So small that the second term of a power series is below the last bit. */
const isLinear = (value: Finite): boolean => value.exponent + bitLength(value.significand) < -80;

type Trigonometric = "sin" | "cos";

function trigonometric(value: Finite, which: Trigonometric, env: FloatEnvironment): bigint {
  if (isTiny(value)) {
    // sin x = x − x³/6, cos x = 1 − x²/2: just below, in the last bit's place.
    env.flags |= EXCEPTION.inexact;
    if (which === "cos") return round(0, (1n << 130n) - 1n, -130, EXTENDED, env);
    return round(value.sign, (value.significand << 70n) - 1n, value.exponent - 70, EXTENDED, env);
  }
  const { rest, quadrant } = reduceAngle(value);
  const turned = which === "cos" ? (quadrant + 1) & 3 : quadrant;
  const magnitude = turned & 1 ? cosineOf(rest) : sineOf(rest);
  return rounded(turned & 2 ? -magnitude : magnitude, 0, env);
}

function trigonometricOf(value: Unpacked, which: Trigonometric, env: FloatEnvironment): bigint {
  const nan = propagate([value], EXTENDED, env);
  if (nan !== undefined) return nan;
  if (value.kind === "infinity") return invalid(EXTENDED, env);
  noteDenormals([value], env);
  if (value.kind !== "finite") return which === "cos" ? ONE : zeroBits(value.sign, EXTENDED);
  return trigonometric(value, which, env);
}

/** FSIN, FCOS. */
export function sineOrCosine(u: X87Unit, which: Trigonometric): void {
  const value = stackOperand(u, 0);
  u.status &= ~STATUS.c2;
  if (value !== undefined && isLarge(value)) {
    u.note(0, false);
    u.status |= STATUS.c2;
    return;
  }
  unary(u, (operand, env) => trigonometricOf(operand, which, env));
}

/** FSINCOS, FPTAN: the first result replaces ST(0), the second is pushed. */
export function twoResults(u: X87Unit, which: "sincos" | "tangent"): void {
  const value = stackOperand(u, 0);
  u.status &= ~STATUS.c2;
  if (value === undefined || !u.isEmpty(7)) {
    if (!u.stackFault(value === undefined ? "underflow" : "overflow")) return;
    u.write(0, DEFAULT_NAN);
    u.top = u.top - 1;
    u.write(0, DEFAULT_NAN);
    return;
  }
  if (isLarge(value)) {
    u.note(0, false);
    u.status |= STATUS.c2;
    return;
  }
  const env = u.environment();
  const first = which === "sincos" ? trigonometricOf(value, "sin", env) : tangentOf(value, env);
  const isNumber = value.kind === "finite" || value.kind === "zero";
  const second = which === "sincos" ? trigonometricOf(value, "cos", env) : isNumber ? ONE : first;
  if (!u.settle(env)) return;
  u.write(0, first);
  u.top = u.top - 1;
  u.write(0, second);
}

function tangentOf(value: Unpacked, env: FloatEnvironment): bigint {
  const nan = propagate([value], EXTENDED, env);
  if (nan !== undefined) return nan;
  if (value.kind === "infinity") return invalid(EXTENDED, env);
  noteDenormals([value], env);
  if (value.kind !== "finite") return zeroBits(value.sign, EXTENDED);
  if (isTiny(value)) {
    env.flags |= EXCEPTION.inexact;
    return round(value.sign, (value.significand << 70n) + 1n, value.exponent - 70, EXTENDED, env);
  }
  const { rest, quadrant } = reduceAngle(value);
  const [sine, cosine] = [sineOf(rest), cosineOf(rest)];
  return rounded(quadrant & 1 ? -div(cosine, sine) : div(sine, cosine), 0, env);
}

/** FPATAN: the angle of (ST(0), ST(1)); pops. */
export function arcTangentOf(u: X87Unit): boolean {
  return combine(u, (x, y, env) => {
    noteDenormals([x, y], env);
    const flip = x.sign === 1;
    if (y.kind === "zero" || (x.kind === "infinity" && y.kind !== "infinity")) {
      return flip ? rounded(y.sign ? -FULL_PI : FULL_PI, 0, env) : zeroBits(y.sign, EXTENDED);
    }
    let angle: bigint;
    if (x.kind === "zero" || (y.kind === "infinity" && x.kind !== "infinity")) angle = FULL_PI / 2n;
    else if (x.kind === "infinity") angle = flip ? (3n * FULL_PI) / 4n : FULL_PI / 4n;
    else return finiteAngle(x as Finite, y as Finite, env);
    return rounded(y.sign ? -angle : angle, 0, env);
  });
}

function finiteAngle(x: Finite, y: Finite, env: FloatEnvironment): bigint {
  const difference = y.exponent + bitLength(y.significand) - x.exponent - bitLength(x.significand);
  if (difference < -70 && x.sign === 0) return smallQuotient(x, y, env);
  const steep = difference > 0;
  const [low, high] = steep ? [x, y] : [y, x];
  const shift = BigInt(low.exponent - high.exponent) + FRACTION;
  const numerator = shift >= 0n ? low.significand << shift : low.significand >> -shift;
  let angle = arcTangent(numerator / high.significand);
  if (steep) angle = FULL_PI / 2n - angle;
  if (x.sign) angle = FULL_PI - angle;
  return rounded(y.sign ? -angle : angle, 0, env);
}

/** Far to the right the angle is the quotient, a little less. */
function smallQuotient(x: Finite, y: Finite, env: FloatEnvironment): bigint {
  const shifted = y.significand << 192n;
  const quotient = shifted / x.significand;
  const less = quotient * x.significand === shifted ? (quotient << 1n) - 1n : (quotient << 1n) | 1n;
  env.flags |= EXCEPTION.inexact;
  return round(y.sign, less, y.exponent - x.exponent - 193, EXTENDED, env);
}

/** A function of ST(0) and ST(1) into ST(1), then pop. @returns whether it popped. */
function combine(u: X87Unit, compute: (x: Unpacked, y: Unpacked, env: FloatEnvironment) => bigint): boolean {
  const [x, y] = [stackOperand(u, 0), stackOperand(u, 1)];
  if (x === undefined || y === undefined) {
    if (!u.stackFault("underflow")) return false;
    u.write(1, DEFAULT_NAN);
    u.pop();
    return true;
  }
  const env = u.environment();
  const result = propagate([x, y], EXTENDED, env) ?? compute(x, y, env);
  if (!u.settle(env)) return false;
  u.write(1, result);
  u.pop();
  return true;
}

/** log2 of a positive finite number in fixed point. */
function binaryLogarithm(value: Finite): bigint {
  const length = bitLength(value.significand);
  const power = BigInt(value.exponent + length - 1);
  const mantissa = value.significand << (FRACTION - BigInt(length - 1));
  return power * UNIT + div(logarithm(mantissa), LN2);
}

/** y × factor, where the factor is fixed point. */
function timesFixed(y: Unpacked, factor: bigint, env: FloatEnvironment): bigint {
  const sign = ((factor < 0n ? 1 : 0) ^ y.sign) as 0 | 1;
  if (factor === 0n) return y.kind === "infinity" ? invalid(EXTENDED, env) : zeroBits(y.sign, EXTENDED);
  if (y.kind === "infinity") return infinityBits(sign, EXTENDED);
  if (y.kind !== "finite") return zeroBits(sign, EXTENDED);
  const magnitude = factor < 0n ? -factor : factor;
  env.flags |= EXCEPTION.inexact;
  return round(sign, ((y.significand * magnitude) << 1n) | 1n, y.exponent - Number(FRACTION) - 1, EXTENDED, env);
}

/** FYL2X: ST(1) × log2 ST(0); pops. */
export function timesLogarithm(u: X87Unit): boolean {
  return combine(u, (x, y, env) => {
    if (x.kind === "zero") {
      if (y.kind === "zero") return invalid(EXTENDED, env);
      if (y.kind === "finite") env.flags |= EXCEPTION.zeroDivide;
      return infinityBits(y.sign ? 0 : 1, EXTENDED);
    }
    if (x.sign) return invalid(EXTENDED, env);
    noteDenormals([x, y], env);
    if (x.kind === "infinity") return y.kind === "zero" ? invalid(EXTENDED, env) : infinityBits(y.sign, EXTENDED);
    const finite = x as Finite;
    const exact = (finite.significand & (finite.significand - 1n)) === 0n;
    if (!exact) return timesFixed(y, binaryLogarithm(finite), env);
    const power = finite.exponent + bitLength(finite.significand) - 1;
    if (power === 0 || y.kind !== "finite") return timesFixed(y, BigInt(power) * UNIT, env);
    const sign = ((power < 0 ? 1 : 0) ^ y.sign) as 0 | 1;
    // CPUs call even an exact logarithm inexact.
    env.flags |= EXCEPTION.inexact;
    return round(sign, y.significand * BigInt(Math.abs(power)), y.exponent, EXTENDED, env);
  });
}

/** FYL2XP1: ST(1) × log2(ST(0) + 1); pops. */
export function timesLogarithmPlusOne(u: X87Unit): boolean {
  return combine(u, (x, y, env) => {
    noteDenormals([x, y], env);
    if (x.kind === "infinity")
      return x.sign || y.kind === "zero" ? invalid(EXTENDED, env) : infinityBits(y.sign, EXTENDED);
    if (x.kind !== "finite") {
      if (y.kind === "infinity") return invalid(EXTENDED, env);
      return zeroBits(((x as { sign: 0 | 1 }).sign ^ y.sign) as 0 | 1, EXTENDED);
    }
    if (isLinear(x)) return tinyLogarithm(x, y, env);
    const argument = UNIT + fixed(x);
    if (argument <= 0n) return invalid(EXTENDED, env);
    return timesFixed(y, div(logOfRatio(div(argument - UNIT, argument + UNIT)), LN2), env);
  });
}

/** log2(1 + x) of a tiny x: x ÷ ln 2. */
function tinyLogarithm(x: Finite, y: Unpacked, env: FloatEnvironment): bigint {
  const sign = (x.sign ^ y.sign) as 0 | 1;
  if (y.kind === "infinity") return infinityBits(sign, EXTENDED);
  if (y.kind !== "finite") return zeroBits(sign, EXTENDED);
  const factor = (UNIT << FRACTION) / LN2;
  env.flags |= EXCEPTION.inexact;
  const product = ((x.significand * y.significand * factor) << 1n) | 1n;
  return round(sign, product, x.exponent + y.exponent - Number(FRACTION) - 1, EXTENDED, env);
}

/** F2XM1: 2^ST(0) − 1 for −1 … 1. */
export function powerMinusOne(u: X87Unit): void {
  unary(u, (value, env) => {
    const nan = propagate([value], EXTENDED, env);
    if (nan !== undefined) return nan;
    noteDenormals([value], env);
    if (value.kind === "infinity") return value.sign ? round(1, 1n, 0, EXTENDED, env) : infinityBits(0, EXTENDED);
    if (value.kind !== "finite") return zeroBits(value.sign, EXTENDED);
    if (isLinear(value)) {
      env.flags |= EXCEPTION.inexact;
      return round(
        value.sign,
        ((value.significand * LN2) << 1n) | 1n,
        value.exponent - Number(FRACTION) - 1,
        EXTENDED,
        env,
      );
    }
    const exponent = fixed(value);
    if (exponent === UNIT) return ONE;
    if (exponent === -UNIT) return round(1, 1n, -1, EXTENDED, env);
    if (exponent > UNIT || exponent < -UNIT) return round(value.sign, value.significand, value.exponent, EXTENDED, env);
    return rounded(exponential(mul(exponent, LN2)) - UNIT, 0, env);
  });
}
