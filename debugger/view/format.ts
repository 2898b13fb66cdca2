// Numbers and bytes as people read them. Values are unsigned bigints of a known size unless said.

import { signExtend, truncate } from "../../server/base/int64.ts";

/** "0x2a", lower case, without leading zeros. */
export const hexText = (value: bigint | number): string => `0x${value.toString(16)}`;

/** "0x0000002a": all digits of the size. */
export function wideHex(value: bigint, sizeBits: number): string {
  return `0x${truncate(value, sizeBits)
    .toString(16)
    .padStart(sizeBits / 4, "0")}`;
}

/** The signed decimal of a value of `sizeBits`. */
export const signedText = (value: bigint, sizeBits: number): string => signExtend(value, sizeBits).toString();

/** "0x2a (42)", "0xfffffff6 (-10)"; one digit values need no decimal: "7". */
export function integerText(value: bigint, sizeBits: number, format: "hex" | "decimal" = "hex"): string {
  const signed = signExtend(value, sizeBits);
  if (format === "decimal") return signed.toString();
  if (signed >= 0n && signed < 10n) return signed.toString();
  return `${hexText(truncate(value, sizeBits))} (${signed})`;
}

/** Byte groups of a 64-bit value in binary: "0b1010_0001". */
export function binaryText(value: bigint, sizeBits: number): string {
  const digits = truncate(value, sizeBits).toString(2).padStart(sizeBits, "0");
  return `0b${digits.replace(/(?<=.)(?=(?:.{8})+$)/g, "_")}`;
}

const ESCAPES: Readonly<Record<number, string>> = { 0: "\\0", 9: "\\t", 10: "\\n", 13: "\\r", 34: '\\"', 92: "\\\\" };

/** One byte inside quotes: itself, an escape, or \xNN. */
function characterText(byte: number): string {
  const known = ESCAPES[byte];
  if (known) return known;
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
}

/** `"hi\n"`: bytes in quotes; valid UTF-8 is shown as text. Longer than `maxBytes` ends in "…". */
export function stringText(bytes: Uint8Array, maxBytes = 200): string {
  const shown = bytes.subarray(0, maxBytes);
  let text = "";
  for (let k = 0; k < shown.length; ) {
    const length = utf8Length(shown, k);
    if (length > 1) text += new TextDecoder().decode(shown.subarray(k, k + length));
    else text += characterText(shown[k]!);
    k += length;
  }
  return `"${text}"${bytes.length > maxBytes ? "…" : ""}`;
}

/** Length of the valid multi-byte UTF-8 sequence at `at`; 1 for everything else. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  if (first < 0xc2 || first >= 0xf5 || at + length > bytes.length) return 1;
  for (let k = 1; k < length; k++) if ((bytes[at + k]! & 0xc0) !== 0x80) return 1;
  return length;
}

/** The printable characters of a value from its low byte up, when all of them are printable: "'abc'"; else empty. */
export function charactersText(value: bigint, sizeBits: number): string {
  let text = "";
  for (let rest = truncate(value, sizeBits); rest > 0n; rest >>= 8n) {
    const byte = Number(rest & 255n);
    if (byte < 32 || byte >= 127) return "";
    text += String.fromCharCode(byte);
  }
  return text.length === 0 ? "" : `'${text}'`;
}

/** Little-endian bytes → unsigned value. */
export function valueOfBytes(bytes: Uint8Array): bigint {
  let value = 0n;
  for (let k = bytes.length - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[k]!);
  return value;
}

/** Unsigned value → `sizeBytes` little-endian bytes. */
export function bytesOf(value: bigint, sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  let rest = BigInt.asUintN(sizeBytes * 8, value);
  for (let k = 0; k < sizeBytes; k++, rest >>= 8n) bytes[k] = Number(rest & 255n);
  return bytes;
}

/** IEEE 754 single or double from its bits, in the shortest decimal that gives it back. */
export function floatText(bits: bigint, sizeBits: 32 | 64): string {
  const view = new DataView(new ArrayBuffer(8));
  if (sizeBits === 64) {
    view.setBigUint64(0, truncate(bits, 64));
    return numberText(view.getFloat64(0));
  }
  view.setUint32(0, Number(truncate(bits, 32)));
  const value = view.getFloat32(0);
  for (let digits = 1; digits <= 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return numberText(Number(text));
  }
  return numberText(value);
}

/** The 80-bit format of the x87 as a decimal; precise to a double. */
export function extendedText(bits: bigint): string {
  const mantissa = bits & 0xffff_ffff_ffff_ffffn;
  const exponent = Number((bits >> 64n) & 0x7fffn);
  const sign = bits >> 79n ? -1 : 1;
  if (exponent === 0x7fff) return mantissa << 1n === 1n << 64n ? (sign < 0 ? "-inf" : "inf") : "nan";
  if (mantissa === 0n) return sign < 0 ? "-0" : "0";
  return numberText(sign * Number(mantissa) * 2 ** Math.max(-1074, exponent - 16383 - 63));
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  return Object.is(value, -0) ? "-0.0" : Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : `${value}`;
}

/** "4 bytes", "1 byte". */
export const byteCount = (count: number): string => `${count} byte${count === 1 ? "" : "s"}`;

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return `${count}th`;
  return `${count}${["th", "st", "nd", "rd"][count % 10] ?? "th"}`;
}
