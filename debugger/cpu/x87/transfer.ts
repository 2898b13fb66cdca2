// x87 loads, stores, constants, and the formats they convert: singles, doubles, integers, packed decimal (SDM Vol. 1, 8.3.3).

import {
  convertUnpacked,
  cutToInteger,
  EXCEPTION,
  type FloatEnvironment,
  ROUND,
  round,
  toIntegerUnpacked,
} from "../float/arithmetic.ts";
import { DOUBLE, EXTENDED, SINGLE, type Unpacked, unpack } from "../float/format.ts";
import { DEFAULT_NAN, type X87Unit } from "./unit.ts";

/** What memory operands hold. */
export type MemoryFormat = "single" | "double" | "extended" | "int16" | "int32" | "int64" | "decimal";
export const MEMORY_FORMATS: readonly MemoryFormat[] = [
  "single",
  "double",
  "extended",
  "int16",
  "int32",
  "int64",
  "decimal",
];
export const FORMAT_BYTES: Readonly<Record<MemoryFormat, number>> = {
  single: 4,
  double: 8,
  extended: 10,
  int16: 2,
  int32: 4,
  int64: 8,
  decimal: 10,
};

const fromInteger = (value: bigint): Unpacked =>
  value === 0n
    ? { kind: "zero", sign: 0 }
    : {
        kind: "finite",
        sign: value < 0n ? 1 : 0,
        significand: value < 0n ? -value : value,
        exponent: 0,
        denormal: false,
      };

const INTEGER_BITS: Readonly<Partial<Record<MemoryFormat, number>>> = { int16: 16, int32: 32, int64: 64 };

/** The number that loaded bits say. */
export function decodeMemory(bits: bigint, format: MemoryFormat): Unpacked {
  const integerBits = INTEGER_BITS[format];
  if (integerBits !== undefined) return fromInteger(BigInt.asIntN(integerBits, bits));
  if (format === "decimal") return decodeDecimal(bits);
  return unpack(bits, format === "single" ? SINGLE : format === "double" ? DOUBLE : EXTENDED);
}

/** 18 decimal digits, sign in the top bit. Digits above nine count as what they are. */
function decodeDecimal(bits: bigint): Unpacked {
  let value = 0n;
  for (let digit = 17; digit >= 0; digit--) value = value * 10n + ((bits >> BigInt(4 * digit)) & 15n);
  const sign = (bits >> 79n) & 1n ? 1 : 0;
  if (value === 0n) return { kind: "zero", sign };
  return { kind: "finite", sign, significand: value, exponent: 0, denormal: false };
}

/** FLD, FILD, FBLD from memory. Single and double denormals and signalling NaNs are noted; 80 bits are taken as they are. */
export function load(u: X87Unit, bits: bigint, format: MemoryFormat): void {
  if (!u.isEmpty(7)) {
    u.push(DEFAULT_NAN);
    return;
  }
  if (format === "extended") {
    u.note(0, false);
    u.push(bits);
    return;
  }
  const env = u.environment();
  const result = convertUnpacked(decodeMemory(bits, format), EXTENDED, env);
  if (u.note(env.flags, false)) u.push(result);
}

/** FLD ST(i). */
export function loadRegister(u: X87Unit, index: number): void {
  if (!u.isEmpty(7)) {
    u.push(DEFAULT_NAN);
    return;
  }
  if (u.isEmpty(index)) {
    if (u.stackFault("underflow")) u.push(DEFAULT_NAN);
    return;
  }
  const bits = u.read(index);
  u.note(0, false);
  u.push(bits);
}

/** Constants with more bits than a register: significand of 128 bits and the exponent of its lowest bit. */
const CONSTANTS: readonly { readonly significand: bigint; readonly exponent: number }[] = [
  { significand: 1n, exponent: 0 },
  { significand: 0xd49a784bcd1b8afe492bf6ff4dafdb4cn, exponent: 1 - 127 }, // log2 10
  { significand: 0xb8aa3b295c17f0bbbe87fed0691d3e88n, exponent: -127 }, // log2 e
  { significand: 0xc90fdaa22168c234c4c6628b80dc1cd1n, exponent: 1 - 127 }, // π
  { significand: 0x9a209a84fbcff7988f8959ac0b7c9178n, exponent: -2 - 127 }, // log10 2
  { significand: 0xb17217f7d1cf79abc9e3b39803f2f6afn, exponent: -1 - 127 }, // ln 2
];

/** FLD1, FLDL2T, FLDL2E, FLDPI, FLDLG2, FLDLN2, by number; FLDZ is 6. Rounded as the control word says, without a flag. */
export function loadConstant(u: X87Unit, index: number): void {
  const constant = CONSTANTS[index];
  const env = u.environment();
  const bits = constant === undefined ? 0n : round(0, constant.significand, constant.exponent, EXTENDED, env);
  if (u.isEmpty(7)) u.note(0, false);
  u.push(bits);
}

/** What a store writes, and what it notes. */
export interface Stored {
  readonly bits: bigint;
  readonly flags: number;
  readonly roundedUp: boolean;
}

/** An unpacked number in a memory format. */
function encode(value: Unpacked, format: MemoryFormat, env: FloatEnvironment): bigint {
  const integerBits = INTEGER_BITS[format];
  if (integerBits !== undefined) {
    return BigInt.asUintN(integerBits, toIntegerUnpacked(value, integerBits, env.rounding, env));
  }
  if (format === "decimal") return encodeDecimal(value, env);
  return convertUnpacked(value, format === "single" ? SINGLE : DOUBLE, env);
}

const DECIMAL_INDEFINITE = 0xffffc000000000000000n;
const DECIMAL_LIMIT = 10n ** 18n;

function encodeDecimal(value: Unpacked, env: FloatEnvironment): bigint {
  let magnitude = value.kind === "zero" ? 0n : DECIMAL_LIMIT;
  if (value.kind === "finite") {
    const cut = cutToInteger(value, env.rounding);
    magnitude = cut.quotient;
    if (magnitude < DECIMAL_LIMIT) {
      if (cut.inexact) env.flags |= EXCEPTION.inexact;
      env.roundedUp = cut.up;
    }
  }
  if (magnitude >= DECIMAL_LIMIT) {
    env.flags |= EXCEPTION.invalid;
    return DECIMAL_INDEFINITE;
  }
  let bits = BigInt(value.sign) << 79n;
  for (let digit = 0; digit < 18; digit++) {
    bits |= (magnitude % 10n) << BigInt(4 * digit);
    magnitude /= 10n;
  }
  return bits;
}

const INDEFINITE: Readonly<Record<MemoryFormat, bigint>> = {
  single: 0xffc00000n,
  double: 0xfff8000000000000n,
  extended: DEFAULT_NAN,
  int16: 0x8000n,
  int32: 0x80000000n,
  int64: 0x8000000000000000n,
  decimal: DECIMAL_INDEFINITE,
};

/** What storing ST(0) would write and note; "empty" stands for a stack underflow. Changes nothing. */
export function prepareStore(u: X87Unit, format: MemoryFormat, rounding: "control" | "truncate"): Stored | "empty" {
  if (u.isEmpty(0)) return "empty";
  if (format === "extended") return { bits: u.read(0), flags: 0, roundedUp: false };
  const env = u.environment();
  if (rounding === "truncate") env.rounding = ROUND.zero;
  const bits = encode(u.unpacked(0), format, env);
  const inexact = (env.flags & EXCEPTION.inexact) !== 0;
  return { bits, flags: env.flags & ~EXCEPTION.denormal, roundedUp: inexact && env.roundedUp };
}

/** Bits that a stack underflow stores. */
export const indefinite = (format: MemoryFormat): bigint => INDEFINITE[format];

/** FST ST(i), FSTP ST(i). @returns whether the instruction may pop. */
export function storeRegister(u: X87Unit, index: number): boolean {
  if (u.isEmpty(0)) {
    if (!u.stackFault("underflow")) return false;
    u.write(index, DEFAULT_NAN);
    return true;
  }
  u.note(0, false);
  u.write(index, u.read(0));
  return true;
}

/** FXCH: an empty register becomes the default NaN first. */
export function exchange(u: X87Unit, index: number): void {
  if (u.isEmpty(0) || u.isEmpty(index)) {
    if (!u.stackFault("underflow")) return;
    for (const k of [0, index]) if (u.isEmpty(k)) u.write(k, DEFAULT_NAN);
  } else {
    u.note(0, false);
  }
  const [first, second] = [u.read(0), u.read(index)];
  u.write(0, second);
  u.write(index, first);
}

/** FCMOVcc when the condition holds or not: both registers must hold something. */
export function conditionalMove(u: X87Unit, index: number, holds: boolean): void {
  if (u.isEmpty(0) || u.isEmpty(index)) {
    if (u.stackFault("underflow")) u.write(0, DEFAULT_NAN);
    return;
  }
  if (holds) u.write(0, u.read(index));
}
