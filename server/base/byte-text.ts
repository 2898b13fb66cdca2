// Text that came from bytes and must go back to the same bytes: names and messages of sources that are not UTF-8 (ISO 8859-1,
// code page 437). A byte that is no UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, which no real text has.

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const strict = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
const encoder = new TextEncoder();
const ESCAPED = /[\udc80-\udcff]/;

/** How many bytes the character that begins at `at` has, 0 when it is none. */
function characterBytes(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const count = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (count < 2) return count;
  try {
    strict.decode(bytes.subarray(at, at + count));
    return count;
  } catch {
    return 0;
  }
}

/** Bytes as text; `encodeText` gives the same bytes again. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    let text = "";
    for (let at = 0; at < bytes.length; ) {
      const count = characterBytes(bytes, at);
      text += count === 0 ? String.fromCharCode(0xdc00 + bytes[at]!) : decoder.decode(bytes.subarray(at, at + count));
      at += Math.max(1, count);
    }
    return text;
  }
}

/** The UTF-8 bytes of a text, or the bytes it was decoded from. */
export function encodeText(text: string): Uint8Array {
  if (!ESCAPED.test(text)) return encoder.encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    if (ESCAPED.test(character) && character.length === 1) bytes.push(character.charCodeAt(0) - 0xdc00);
    else bytes.push(...encoder.encode(character));
  }
  return Uint8Array.from(bytes);
}

/** JSON for other programs, which refuse half a surrogate pair: a byte that is no UTF-8 is U+FFFD there. */
export function jsonText(value: unknown): string {
  const whole = (_key: string, part: unknown) =>
    typeof part === "string" ? decoder.decode(encoder.encode(part)) : part;
  return JSON.stringify(value, whole, 1);
}

/** A name in double quotes, as people can read and type it: control characters and bytes that are no UTF-8 as \xHH. */
export const quoted = (name: string): string =>
  JSON.stringify(name).replace(/\\(?:\\|u(?:00|dc)([0-9a-f]{2}))/g, (written, byte?: string) =>
    byte === undefined ? written : `\\x${byte}`,
  );
