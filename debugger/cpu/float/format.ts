// Binary floating-point formats and numbers taken apart: what exact arithmetic works on. A finite number is
// ±significand × 2^exponent with a bigint significand, so no operation here ever rounds; `round` does that, once.
// Source: IEEE 754-2008, 3.4 and 3.6; SDM Vol. 1, 4.8.

/** A format: an interchange format with an implicit leading bit, or x87's, whose integer bit is stored. */
export interface Format {
  /** Significand bits with the leading one; results are rounded to so many. */
  readonly precision: number;
  /** Exponent of the largest and the smallest normal numbers. */
  readonly maxExponent: number;
  readonly minExponent: number;
  readonly exponentBits: number;
  readonly sizeBits: number;
  readonly integerBit: "implicit" | "explicit";
}

const format = (sizeBits: number, exponentBits: number): Format => ({
  precision: sizeBits - exponentBits,
  maxExponent: 2 ** (exponentBits - 1) - 1,
  minExponent: 2 - 2 ** (exponentBits - 1),
  exponentBits,
  sizeBits,
  integerBit: "implicit",
});

/** x87's format with results rounded to 64, 53 or 24 bits, as its precision control says. */
export const extendedTo = (precision: number): Format => ({
  precision,
  maxExponent: 16383,
  minExponent: -16382,
  exponentBits: 15,
  sizeBits: 80,
  integerBit: "explicit",
});

export const HALF = format(16, 5);
export const SINGLE = format(32, 8);
export const DOUBLE = format(64, 11);
export const EXTENDED = extendedTo(64);

/** A number taken apart. */
export type Unpacked =
  | { readonly kind: "zero" | "infinity"; readonly sign: 0 | 1 }
  | {
      readonly kind: "finite";
      readonly sign: 0 | 1;
      /** Greater than 0. */
      readonly significand: bigint;
      readonly exponent: number;
      readonly denormal: boolean;
    }
  /** `fraction` is left-aligned to 63 bits below the quiet bit's place, so that it moves between formats. */
  | {
      readonly kind: "nan";
      readonly sign: 0 | 1;
      readonly quiet: boolean;
      readonly fraction: bigint;
      /** x87 encodings that mean nothing since the 387: they act as invalid operands. */
      readonly unsupported?: true;
    };

export type Finite = Extract<Unpacked, { kind: "finite" }>;
export type NotANumber = Extract<Unpacked, { kind: "nan" }>;

/** Bits of the fraction of an unpacked NaN: as many as the widest format has below its integer bit. */
const NAN_FRACTION_BITS = 63;

const INTEGER_BIT = 1n << 63n;

/** The number that 80 bits say (SDM Vol. 1, 8.2.2). */
function unpackExtended(bits: bigint): Unpacked {
  const sign = bits >> 79n ? 1 : 0;
  const biased = Number((bits >> 64n) & 0x7fffn);
  const significand = BigInt.asUintN(64, bits);
  const fraction = significand & (INTEGER_BIT - 1n);
  const hasInteger = significand >= INTEGER_BIT;
  if (biased === 0) {
    if (significand === 0n) return { kind: "zero", sign };
    return { kind: "finite", sign, significand, exponent: -16382 - 63, denormal: true };
  }
  if (!hasInteger) return { kind: "nan", sign, quiet: false, fraction, unsupported: true };
  if (biased !== 0x7fff) return { kind: "finite", sign, significand, exponent: biased - 16383 - 63, denormal: false };
  if (fraction === 0n) return { kind: "infinity", sign };
  return { kind: "nan", sign, quiet: fraction >> 62n === 1n, fraction };
}

/** The number that a format's bits say. */
export function unpack(bits: bigint, format: Format): Unpacked {
  const { precision, exponentBits, sizeBits, minExponent } = format;
  if (format.integerBit === "explicit") return unpackExtended(bits);
  const fractionBits = BigInt(precision - 1);
  const sign = bits >> BigInt(sizeBits - 1) ? 1 : 0;
  const biased = Number((bits >> fractionBits) & ((1n << BigInt(exponentBits)) - 1n));
  const fraction = bits & ((1n << fractionBits) - 1n);
  const top = 2 ** exponentBits - 1;
  if (biased === top) {
    if (fraction === 0n) return { kind: "infinity", sign };
    const aligned = fraction << (BigInt(NAN_FRACTION_BITS) - fractionBits);
    return { kind: "nan", sign, quiet: fraction >> (fractionBits - 1n) === 1n, fraction: aligned };
  }
  if (biased === 0) {
    if (fraction === 0n) return { kind: "zero", sign };
    return { kind: "finite", sign, significand: fraction, exponent: minExponent - precision + 1, denormal: true };
  }
  const significand = fraction | (1n << fractionBits);
  return { kind: "finite", sign, significand, exponent: biased - 1 + minExponent - precision + 1, denormal: false };
}

const signBit = (sign: 0 | 1, { sizeBits }: Format): bigint => BigInt(sign) << BigInt(sizeBits - 1);
/** Bits below the exponent: the fraction, and the integer bit where it is stored. */
const storedBits = ({ sizeBits, exponentBits }: Format): bigint => BigInt(sizeBits - 1 - exponentBits);

/** All ones in the exponent, and the stored integer bit. */
export function infinityBits(sign: 0 | 1, format: Format): bigint {
  const stored = storedBits(format);
  const exponent = ((1n << BigInt(format.exponentBits)) - 1n) << stored;
  return signBit(sign, format) | exponent | (format.integerBit === "explicit" ? INTEGER_BIT : 0n);
}

export const zeroBits = (sign: 0 | 1, format: Format): bigint => signBit(sign, format);

/** The largest finite number of the format's precision. */
export function largestBits(sign: 0 | 1, format: Format): bigint {
  const ones = (1n << BigInt(format.precision)) - 1n;
  return packFinite(sign, ones, format.maxExponent - format.precision + 1, format);
}

/** The quiet NaN that stands for the result of an invalid operation: negative, fraction 0 but for the quiet bit. */
export const defaultNanBits = (format: Format): bigint =>
  infinityBits(1, format) | (1n << (format.integerBit === "explicit" ? 62n : BigInt(format.precision - 2)));

/** A NaN in a format, made quiet; its payload keeps the upper bits. */
export function nanBits(nan: NotANumber, format: Format): bigint {
  const quiet = nan.fraction | (1n << BigInt(NAN_FRACTION_BITS - 1));
  const fractionBits = format.integerBit === "explicit" ? NAN_FRACTION_BITS : format.precision - 1;
  return infinityBits(nan.sign, format) | (quiet >> BigInt(NAN_FRACTION_BITS - fractionBits));
}

/** Number of bits up to the highest one. */
export function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return digits.length * 4 - Math.clz32(Number.parseInt(digits[0]!, 16)) + 28;
}

/** Bits of a number whose exponent and significand already fit the format; significand below 2^precision. */
export function packFinite(sign: 0 | 1, significand: bigint, exponent: number, format: Format): bigint {
  const { precision, minExponent } = format;
  if (format.integerBit === "explicit") return packExtended(sign, significand, exponent, format);
  const implicit = 1n << BigInt(precision - 1);
  if (significand < implicit) return signBit(sign, format) | significand;
  const biased = exponent + precision - 1 - minExponent + 1;
  return signBit(sign, format) | (BigInt(biased) << BigInt(precision - 1)) | (significand - implicit);
}

function packExtended(sign: 0 | 1, significand: bigint, exponent: number, format: Format): bigint {
  if (significand === 0n) return signBit(sign, format);
  const length = bitLength(significand);
  const leading = exponent + length - 1;
  if (leading < format.minExponent) {
    return signBit(sign, format) | (significand << BigInt(exponent - (format.minExponent - 63)));
  }
  const biased = BigInt(leading - format.minExponent + 1);
  return signBit(sign, format) | (biased << 64n) | (significand << BigInt(64 - length));
}
