// The values of literals: integers in every notation NASM knows, quoted strings, and strings used as numbers.
// Token texts hold one character per byte (Latin-1), so a string's bytes are its character codes.
// Source: NASM manual, 3.4.1 "Numeric Constants", 3.4.2 "Character Strings", 3.4.3 "Character Constants".

/** An integer literal; `overflow` when it does not fit in 64 bits (the value is then cut to them). */
export interface IntegerLiteral {
  readonly value: bigint;
  readonly overflow: boolean;
}

const LETTER_RADIX: Readonly<Record<string, number>> = { b: 2, y: 2, o: 8, q: 8, d: 10, t: 10, h: 16, x: 16 };
const TWO_64 = 1n << 64n;

const radixOf = (letter: string | undefined): number =>
  letter === undefined ? 0 : (LETTER_RADIX[letter.toLowerCase()] ?? 0);

/** Splits prefix or suffix from the digits: 0x1f, $1f, 1fh, 0b1, 1b … When both could be meant, the larger radix wins. */
function splitRadix(text: string): { digits: string; radix: number } {
  let prefixRadix = 0;
  let prefixLength = 0;
  if (text.length > 2 && text[0] === "0" && radixOf(text[1]) !== 0) {
    prefixRadix = radixOf(text[1]);
    prefixLength = 2;
  } else if (text.length > 1 && text[0] === "$") {
    prefixRadix = 16;
    prefixLength = 1;
  }
  const suffixRadix = text.length > 1 ? radixOf(text.at(-1)) : 0;
  if (prefixRadix > suffixRadix) return { digits: text.slice(prefixLength), radix: prefixRadix };
  if (suffixRadix > prefixRadix) return { digits: text.slice(0, -1), radix: suffixRadix };
  return { digits: text, radix: 10 };
}

function isDecimal(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text[at]! < "0" || text[at]! > "9") return false;
  return text !== "";
}

/** The number that a text begins with, with or without a minus; what stands behind it is not looked at. undefined: none. */
export function readLeadingInteger(text: string): bigint | undefined {
  const [, sign, digits] = /^(-?)(\$?\w*)/.exec(text)!;
  const read = digits ? readInteger(digits) : undefined;
  return read && (sign ? -read.value : read.value);
}

/** Reads an integer literal as a whole; undefined when a character is no digit of its radix. */
export function readInteger(text: string): IntegerLiteral | undefined {
  if (text.length < 10 && isDecimal(text)) return { value: BigInt(text), overflow: false };
  const { digits, radix } = splitRadix(text);
  let small = 0;
  let value = 0n;
  let big = false;
  let overflow = false;
  for (let at = 0; at < digits.length; at++) {
    const code = digits.charCodeAt(at);
    if (code === 95) continue;
    const digit = digitValue(code);
    if (digit >= radix) return undefined;
    if (!big && small < 1e12) small = small * radix + digit;
    else {
      if (!big) value = BigInt(small);
      big = true;
      value = value * BigInt(radix) + BigInt(digit);
      // 64 bits are kept on the way, so that a long literal takes no longer than its length.
      if (value >= TWO_64) {
        overflow = true;
        value %= TWO_64;
      }
    }
  }
  return big ? { value, overflow } : { value: BigInt(small), overflow: false };
}

function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 122 ? lower - 87 : 99;
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
};

/** The UTF-8 bytes of a code point, one character per byte, also for values past Unicode's end (up to 2^31). */
function utf8(codePoint: number): string {
  if (codePoint < 0x80) return String.fromCharCode(codePoint);
  const tail: number[] = [];
  let rest = codePoint;
  let room = 0x40;
  do {
    tail.unshift(0x80 | (rest & 63));
    rest = Math.floor(rest / 64);
    room >>= 1;
  } while (rest >= room);
  const lead = (0xff00 >> (tail.length + 1)) & 0xff;
  return String.fromCharCode(lead | rest, ...tail);
}

/** Reads the digits of one escape; gives its value and where it ends, or undefined when there is no digit. */
function readDigits(text: string, from: number, radix: number, count: number) {
  let value = 0;
  let at = from;
  while (at < text.length && at - from < count && digitValue(text.charCodeAt(at)) < radix) {
    value = value * radix + digitValue(text.charCodeAt(at++));
  }
  return at === from ? undefined : { value, end: at };
}

/** One escape of a back-quoted string, `at` on the character behind the backslash. */
function readEscape(text: string, at: number): { bytes: string; end: number } {
  const letter = text[at]!;
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { bytes: simple, end: at + 1 };
  if (letter >= "0" && letter <= "7") {
    const octal = readDigits(text, at, 8, 3)!;
    return { bytes: String.fromCharCode(octal.value & 255), end: octal.end };
  }
  const isHex = letter === "x" || letter === "X";
  const width = isHex ? 2 : letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const digits = width > 0 ? readDigits(text, at + 1, 16, width) : undefined;
  if (!digits) return { bytes: letter, end: at + 1 };
  return { bytes: isHex ? String.fromCharCode(digits.value) : utf8(digits.value), end: digits.end };
}

/** The contents of a quoted string token ('…', "…" or `…` with escapes), one character per byte. */
export function unquote(text: string): string {
  const quote = text[0];
  const end = text.length > 1 && text.at(-1) === quote ? text.length - 1 : text.length;
  if (quote !== "`") return text.slice(1, end);
  if (!text.includes("\\")) return text.slice(1, end);
  let bytes = "";
  for (let at = 1; at < end; ) {
    const character = text[at]!;
    if (character !== "\\" || at + 1 >= end) {
      bytes += character;
      at++;
      continue;
    }
    const escaped = readEscape(text, at + 1);
    bytes += escaped.bytes;
    at = escaped.end;
  }
  return bytes;
}

/** A string as a number, first character lowest. Only `most` characters count; `tooLong` when there are more. */
export function stringNumber(bytes: string, most: number): { value: bigint; tooLong: boolean } {
  let value = 0n;
  for (let at = Math.min(bytes.length, most) - 1; at >= 0; at--) {
    value = (value << 8n) | BigInt(bytes.charCodeAt(at) & 255);
  }
  return { value, tooLong: bytes.length > most };
}
