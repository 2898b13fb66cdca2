// Numbers from text, absolute values, pseudo-random numbers, sorting, and mathematics.
// Source: ISO C11 7.22 and 7.12; glibc's random_r.c for the sequence that rand gives (an additive feedback generator).

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import {
  arcTangent,
  cosine,
  exponential,
  logarithmToTen,
  naturalLogarithm,
  power,
  sine,
  steppedLogarithmToTen,
  tangent,
} from "./elementary.ts";
import { doubleOfText, extendedOfText } from "./exact-float.ts";
import { binary, unary, unaryByBits } from "./functions-math.ts";
import { clampInteger, readFloat, readInteger } from "./number-text.ts";
import { latin1 } from "./program-memory.ts";
import { AREA } from "./state.ts";

/** As much of a string as a number can have: the program's string need not be read to its end. */
function numberText(call: LibcCall): { pointer: bigint; text: string } {
  const pointer = call.args.pointer();
  return { pointer, text: latin1(call.program.string(pointer)) };
}

function storeEnd(call: LibcCall, end: bigint, at: bigint): void {
  if (end !== 0n) call.program.writeWord(end, call.bits === 64 ? 8 : 4, at);
}

function strtoInteger(call: LibcCall, signed: "signed" | "unsigned", width: "long" | "long long"): LibcResult {
  const { pointer, text } = numberText(call);
  const end = call.args.pointer();
  const base = call.args.int();
  if (base < 0 || base === 1 || base > 36) {
    call.libc.setErrno("EINVAL");
    return 0n;
  }
  const { value, length } = readInteger(text, base);
  storeEnd(call, end, pointer + BigInt(length));
  const clamped = clampInteger(value, width === "long" ? call.bits : 64, signed);
  if (clamped.overflow) call.libc.setErrno("ERANGE");
  return clamped.value;
}

/** atoi is strtol cut to an int; its long stands in the whole register, as glibc leaves it. */
function ato(call: LibcCall, width: "long" | "long long"): LibcResult {
  const { text } = numberText(call);
  return clampInteger(readInteger(text, 10).value, width === "long" ? call.bits : 64, "signed").value;
}

function strtoFloat(call: LibcCall, format: "float" | "double", end: "end" | "none"): LibcResult {
  const { pointer, text } = numberText(call);
  const { number, length } = readFloat(text);
  if (end === "end") storeEnd(call, call.args.pointer(), pointer + BigInt(length));
  const { value, overflow } = doubleOfText(number, format);
  if (overflow || (value === 0 && number.digits !== 0n)) call.libc.setErrno("ERANGE");
  return value;
}

/** The 80 bits of a long double. */
function strtold(call: LibcCall): LibcResult {
  const { pointer, text } = numberText(call);
  const { number, length } = readFloat(text);
  storeEnd(call, call.args.pointer(), pointer + BigInt(length));
  const value = extendedOfText(number);
  const magnitude = BigInt.asUintN(79, value);
  const overflow = number.kind === "finite" && magnitude >> 64n === 0x7fffn;
  if (overflow || (magnitude === 0n && number.digits !== 0n)) call.libc.setErrno("ERANGE");
  return value;
}

// ---- random

const DEGREE = 31;
const SEPARATION = 3;
const WARM_UP = 310;

const stateAddress = (call: Pick<LibcCall, "libc">, index: number): number => call.libc.base + AREA.random + 4 * index;

function nextRandom(call: Pick<LibcCall, "libc">): number {
  const { memory } = call.libc;
  const front = call.libc.get("randomFront");
  const rear = (front + DEGREE - SEPARATION) % DEGREE;
  const sum = Number(
    BigInt.asUintN(32, memory.load(stateAddress(call, front), 4) + memory.load(stateAddress(call, rear), 4)),
  );
  memory.store(stateAddress(call, front), 4, BigInt(sum));
  call.libc.set("randomFront", (front + 1) % DEGREE);
  return sum >>> 1;
}

/** Fills the state from a seed, as srandom does; also when the process begins, with seed 1. */
export function seedRandom(call: Pick<LibcCall, "libc">, seed: number): void {
  const { memory } = call.libc;
  let word = seed === 0 ? 1 : seed | 0;
  memory.store(stateAddress(call, 0), 4, BigInt.asUintN(32, BigInt(word)));
  for (let k = 1; k < DEGREE; k++) {
    // 16807 × word modulo 2^31 − 1 without overflow (Schrage).
    const high = Math.trunc(word / 127773);
    const low = word % 127773;
    word = 16807 * low - 2836 * high;
    if (word < 0) word += 2147483647;
    memory.store(stateAddress(call, k), 4, BigInt(word));
  }
  call.libc.set("randomFront", SEPARATION);
  for (let k = 0; k < WARM_UP; k++) nextRandom(call);
}

const seed = (call: LibcCall): LibcResult => {
  seedRandom(call, call.args.unsigned());
  return undefined;
};

export const numberFunctions = {
  atoi: (call) => ato(call, "long"),
  atol: (call) => ato(call, "long"),
  atoll: (call) => ato(call, "long long"),
  atof: (call) => strtoFloat(call, "double", "none"),
  strtol: (call) => strtoInteger(call, "signed", "long"),
  strtoul: (call) => strtoInteger(call, "unsigned", "long"),
  strtoll: (call) => strtoInteger(call, "signed", "long long"),
  strtoull: (call) => strtoInteger(call, "unsigned", "long long"),
  strtold,
  strtod: (call) => strtoFloat(call, "double", "end"),
  strtof: (call) => strtoFloat(call, "float", "end"),
  abs: (call) => Math.abs(call.args.int()),
  labs: (call) => {
    const value = call.args.long();
    return value < 0n ? -value : value;
  },
  rand: nextRandom,
  srand: seed,
  random: nextRandom,
  srandom: seed,
  sqrt: unary(Math.sqrt),
  fabs: unary(Math.abs),
  floor: unary(Math.floor),
  ceil: unary(Math.ceil),
  sin: unary(sine),
  cos: unary(cosine),
  tan: unary(tangent),
  atan: unary(arcTangent),
  exp: unary(exponential),
  log: unary(naturalLogarithm),
  log10: unaryByBits(steppedLogarithmToTen, logarithmToTen),
  pow: binary(power),
  fmod: binary((x, y) => x % y),
} satisfies LibcFunctions;
