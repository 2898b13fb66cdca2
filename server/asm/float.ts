// Floating-point constants to bits: decimal, hexadecimal, octal and binary notation, infinities, NaNs, packed BCD.
// The value is kept as an exact fraction until it is rounded once. One habit of NASM's is followed: a decimal constant whose
// value is not between 0.1 and 1 counts as a hair smaller than written (NASM multiplies by a truncated power of ten), which
// shows where a value lies exactly between two floats and in `float zero`.
// Source: NASM manual, 3.4.6 "Floating-Point Constants", 3.4.7 "Packed BCD Constants"; IEEE 754-2008, 3.4.

export type FloatFormat =
  | "float8"
  | "float16"
  | "bfloat16"
  | "float32"
  | "float64"
  | "float80m"
  | "float80e"
  | "float128l"
  | "float128h";

/** A storage format: sizes in bits; `integerBit` when the leading one is stored (x87). */
export interface FloatShape {
  readonly sizeBytes: number;
  readonly fractionBits: number;
  readonly exponentBits: number;
  readonly integerBit: boolean;
}

const shape = (sizeBytes: number, fractionBits: number, exponentBits: number, integerBit = false): FloatShape => ({
  sizeBytes,
  fractionBits,
  exponentBits,
  integerBit,
});
const FLOAT80 = shape(10, 63, 15, true);
const FLOAT128 = shape(16, 112, 15);
const shapes: Readonly<Record<FloatFormat, FloatShape>> = {
  float8: shape(1, 3, 4),
  float16: shape(2, 10, 5),
  bfloat16: shape(2, 7, 8),
  float32: shape(4, 23, 8),
  float64: shape(8, 52, 11),
  float80m: FLOAT80,
  float80e: FLOAT80,
  float128l: FLOAT128,
  float128h: FLOAT128,
};
const shapeOfSize = new Map(
  [1, 2, 4, 8, 10, 16].map((size) => [size, Object.values(shapes).find((row) => row.sizeBytes === size)!]),
);
shapeOfSize.set(2, shapes.float16);

/** What the `float` directive sets. */
export interface FloatMode {
  readonly rounding: "near" | "zero" | "up" | "down";
  readonly denormals: "keep" | "zero";
}
export const DEFAULT_FLOAT_MODE: FloatMode = { rounding: "near", denormals: "keep" };

export interface FloatReport {
  error(message: string): void;
  warn(code: string, message: string): void;
}

/** The format that `db` … `do` give a float, undefined for sizes without one. */
export const floatShapeOfSize = (sizeBytes: number): FloatShape | undefined => shapeOfSize.get(sizeBytes);

/** A constant's bits in a named format or half of one; undefined after an error. */
export function floatBits(
  text: string,
  negative: boolean,
  format: FloatFormat,
  report: FloatReport,
  mode: FloatMode = DEFAULT_FLOAT_MODE,
): bigint | undefined {
  const bits = floatConstant(text, negative, shapes[format], report, mode);
  if (bits === undefined) return undefined;
  if (format === "float80m" || format === "float128l") return BigInt.asUintN(64, bits);
  return format === "float80e" || format === "float128h" ? bits >> 64n : bits;
}

/** A constant's bits in a storage format; undefined after an error. */
export function floatConstant(
  text: string,
  negative: boolean,
  to: FloatShape,
  report: FloatReport,
  mode: FloatMode = DEFAULT_FLOAT_MODE,
): bigint | undefined {
  const lower = text.toLowerCase();
  if (lower === "infinity" || lower === "nan" || lower === "qnan" || lower === "snan") {
    return pack(special(lower, to), negative, to);
  }
  if (lower.endsWith("p") || lower.startsWith("0p")) return packedDecimal(text, negative, to, report);
  const value = readFloat(text, report);
  return value ? pack(round(value, negative, to, report, mode), negative, to) : undefined;
}

/** Exponent field and fraction (with the integer bit where the format stores it). */
interface Fields {
  readonly exponent: number;
  readonly fraction: bigint;
}

const integerBitOf = (to: FloatShape): bigint => (to.integerBit ? 1n << BigInt(to.fractionBits) : 0n);

function special(name: "infinity" | "nan" | "qnan" | "snan", to: FloatShape): Fields {
  const exponent = 2 ** to.exponentBits - 1;
  const quiet = 1n << BigInt(to.fractionBits - 1);
  const payload = name === "infinity" ? 0n : name === "snan" ? 1n : quiet;
  return { exponent, fraction: payload | integerBitOf(to) };
}

function pack({ exponent, fraction }: Fields, negative: boolean, to: FloatShape): bigint {
  const stored = BigInt(to.fractionBits + (to.integerBit ? 1 : 0));
  const sign = negative ? 1n << BigInt(8 * to.sizeBytes - 1) : 0n;
  return sign | (BigInt(exponent) << stored) | fraction;
}

/** A positive number: numerator / denominator × 2^scale; `less` when it counts as a hair smaller. Zero has numerator 0. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly scale: number;
  readonly less: boolean;
  /** Set where the exponent alone says so, so that nobody computes 10^1000000000. */
  readonly extreme?: "huge" | "tiny";
}

const DIGITS_MAX = 52;
/** Beyond these powers of ten and of two every format overflows or underflows. */
const DECIMAL_EXPONENT_MAX = 6000;
const BINARY_EXPONENT_MAX = 32000;

function readFloat(text: string, report: FloatReport): Fraction | undefined {
  const prefix = /^(?:0([xhbyoqdt])|(\$))/i.exec(text);
  const letter = prefix?.[1]?.toLowerCase() ?? (prefix ? "x" : "d");
  const digits = prefix ? text.slice(prefix[0].length) : text;
  if (letter === "d" || letter === "t") return readDecimal(digits, report);
  const bits = letter === "x" || letter === "h" ? 4 : letter === "o" || letter === "q" ? 3 : 1;
  return readBinary(digits, bits, report);
}

/** Digits before and behind the point, underscores gone. */
interface Digits {
  readonly digits: string;
  /** How many of them stand behind the point. */
  readonly behind: number;
  readonly exponent: number;
}

function readExponent(text: string, report: FloatReport): number | undefined {
  const sign = text[0] === "-" ? -1 : 1;
  const digits = text[0] === "-" || text[0] === "+" ? text.slice(1) : text;
  const bad = /[^0-9_]/.exec(digits);
  if (bad) {
    report.error(`invalid character in floating-point constant exponent: '${bad[0]}'`);
    return undefined;
  }
  return sign * Number(digits.replaceAll("_", "") || "0");
}

function splitNumber(
  text: string,
  marker: RegExp,
  valid: RegExp,
  bad: (c: string) => string,
  report: FloatReport,
): Digits | undefined {
  const end = text.search(marker);
  const mantissa = end < 0 ? text : text.slice(0, end);
  let digits = "";
  let behind = -1;
  for (const character of mantissa) {
    if (character === ".") {
      if (behind >= 0) {
        report.error("too many periods in floating-point constant");
        return undefined;
      }
      behind = 0;
    } else if (valid.test(character)) {
      digits += character;
      if (behind >= 0) behind++;
    } else if (character !== "_") {
      report.error(bad(character));
      return undefined;
    }
  }
  const exponent = end < 0 ? 0 : readExponent(text.slice(end + 1), report);
  return exponent === undefined ? undefined : { digits, behind: Math.max(behind, 0), exponent };
}

const ZERO: Fraction = { numerator: 0n, denominator: 1n, scale: 0, less: false };

function readDecimal(text: string, report: FloatReport): Fraction | undefined {
  const bad = (character: string) => `invalid character in floating-point constant significand: '${character}'`;
  const read = splitNumber(text, /e/i, /[0-9]/, bad, report);
  if (!read) return undefined;
  const significant = read.digits.replace(/^0+/, "");
  if (significant === "") return ZERO;
  if (significant.length > DIGITS_MAX) {
    report.warn("float-toolong", `floating-point constant significand contains more than ${DIGITS_MAX} digits`);
  }
  const kept = significant.slice(0, DIGITS_MAX);
  const power = read.exponent - read.behind + (significant.length - kept.length);
  // 0.ddd × 10^magnitude
  const magnitude = power + kept.length;
  if (Math.abs(magnitude) > DECIMAL_EXPONENT_MAX) return { ...ZERO, extreme: magnitude > 0 ? "huge" : "tiny" };
  const numerator = BigInt(kept) * (power > 0 ? 10n ** BigInt(power) : 1n);
  const denominator = power < 0 ? 10n ** BigInt(-power) : 1n;
  return { numerator, denominator, scale: 0, less: magnitude !== 0 };
}

function readBinary(text: string, bitsPerDigit: number, report: FloatReport): Fraction | undefined {
  const bad = (character: string) => `floating-point constant: \`${character}' is invalid character`;
  const valid = bitsPerDigit === 4 ? /[0-9a-f]/i : bitsPerDigit === 3 ? /[0-7]/ : /[01]/;
  const read = splitNumber(text, /p/i, valid, bad, report);
  if (!read) return undefined;
  const significant = read.digits.replace(/^0+/, "");
  if (significant === "") return ZERO;
  if (Math.abs(read.exponent) > BINARY_EXPONENT_MAX) return { ...ZERO, extreme: read.exponent > 0 ? "huge" : "tiny" };
  const prefix = bitsPerDigit === 4 ? "0x" : bitsPerDigit === 3 ? "0o" : "0b";
  const scale = read.exponent - bitsPerDigit * read.behind;
  return { numerator: BigInt(prefix + significant), denominator: 1n, scale, less: false };
}

const bitLength = (value: bigint): number => {
  const text = value.toString(16);
  return 4 * text.length - Math.clz32(Number.parseInt(text[0]!, 16)) + 28;
};

/** Numerator / denominator as an integer of at least `bits` bits × 2^scale; the lowest bit is sticky. */
function quotient(value: Fraction, bits: number): { mantissa: bigint; scale: number } {
  const shift = Math.max(0, bits + 2 + bitLength(value.denominator) - bitLength(value.numerator));
  const scaled = value.numerator << BigInt(shift);
  let mantissa = scaled / value.denominator;
  let rest = scaled % value.denominator !== 0n;
  if (value.less && !rest) {
    mantissa--;
    rest = true;
  }
  return { mantissa: (mantissa << 1n) | (rest ? 1n : 0n), scale: value.scale - shift - 1 };
}

/** Drops the lowest `count` bits. */
function roundBits(mantissa: bigint, count: number, negative: boolean, mode: FloatMode): bigint {
  if (count <= 0) return mantissa << BigInt(-count);
  const kept = mantissa >> BigInt(count);
  const rest = mantissa - (kept << BigInt(count));
  if (rest === 0n) return kept;
  const half = 1n << BigInt(count - 1);
  switch (mode.rounding) {
    case "near":
      return rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
    case "zero":
      return kept;
    // NASM's directed modes look at the half too: away from zero from a half up, else towards zero.
    case "up":
      return !negative && rest >= half ? kept + 1n : kept;
    case "down":
      return negative && rest >= half ? kept + 1n : kept;
  }
}

function round(value: Fraction, negative: boolean, to: FloatShape, report: FloatReport, mode: FloatMode): Fields {
  const bias = 2 ** (to.exponentBits - 1) - 1;
  const overflow = (): Fields => {
    report.warn("float-overflow", "overflow in floating-point constant");
    return special("infinity", to);
  };
  const underflow = (): Fields => {
    report.warn("float-underflow", "underflow in floating-point constant");
    return { exponent: 0, fraction: 0n };
  };
  if (value.extreme === "huge") return overflow();
  if (value.extreme === "tiny") return underflow();
  if (value.numerator === 0n) return { exponent: 0, fraction: 0n };
  const { mantissa, scale } = quotient(value, to.fractionBits + 1);
  const length = bitLength(mantissa);
  // The value is 1.xxx × 2^exponent.
  const exponent = length - 1 + scale;
  const field = exponent + bias;
  if (field <= 0) {
    if (mode.denormals === "zero" || field < -to.fractionBits) return underflow();
    const fraction = roundBits(mantissa, length - 1 - to.fractionBits + 1 - field, negative, mode);
    if (fraction >> BigInt(to.fractionBits) !== 0n) return { exponent: 1, fraction: to.integerBit ? fraction : 0n };
    report.warn("float-denorm", "denormal floating-point constant");
    return { exponent: 0, fraction };
  }
  // NASM lets a value through whose exponent is that of infinities, unless rounding brings it there.
  const largest = 2 ** to.exponentBits - 1;
  if (field > largest) return overflow();
  const rounded = roundBits(mantissa, length - 1 - to.fractionBits, negative, mode);
  const carried = rounded >> BigInt(to.fractionBits + 1) !== 0n;
  const final = carried ? rounded >> 1n : rounded;
  const finalField = carried ? field + 1 : field;
  if (carried && finalField >= largest) return overflow();
  const one = 1n << BigInt(to.fractionBits);
  return { exponent: finalField, fraction: to.integerBit ? final : final - one };
}

/** 18 decimal digits and a sign, as `fbld` loads them. */
function packedDecimal(text: string, negative: boolean, to: FloatShape, report: FloatReport): bigint | undefined {
  if (to.sizeBytes !== 10) {
    report.error("packed BCD requires an 80-bit format");
    return undefined;
  }
  const digits = (/^0p/i.test(text) ? text.slice(2) : text.slice(0, -1)).replaceAll("_", "");
  // NASM reads them from the end.
  const bad = /[^0-9](?=[0-9]*$)/.exec(digits);
  if (bad) {
    report.error(`invalid character \`${bad[0]}' in packed BCD constant`);
    return undefined;
  }
  if (digits.replace(/^0+/, "").length > 18) report.warn("other", "packed BCD truncated to 18 digits");
  const value = BigInt(`0x${digits.slice(-18) || "0"}`);
  return value | (negative ? 1n << 79n : 0n);
}
