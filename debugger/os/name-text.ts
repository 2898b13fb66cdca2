// Names of files as text. Linux's names are bytes, most of them UTF-8; a byte that is none becomes a code unit that UTF-8 cannot
// have (U+DC80 … U+DCFF), so that every name has a text of its own, and the text gives the bytes again.
// Source: path_resolution(7); PEP 383 for the code units.

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();
const FIRST_UNIT = 0xdc00;

/** Bytes of the sequence that begins with `byte`, if it is one. */
const sequenceBytes = (byte: number): number => (byte < 0xe0 ? (byte < 0x80 ? 1 : 2) : byte < 0xf0 ? 3 : 4);

/** undefined for what is not UTF-8. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

export function nameOf(bytes: Uint8Array): string {
  const whole = decoded(bytes);
  if (whole !== undefined) return whole;
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const part = bytes.subarray(at, at + sequenceBytes(bytes[at]!));
    const found = decoded(part);
    text += found ?? String.fromCharCode(FIRST_UNIT + bytes[at]!);
    at += found === undefined ? 1 : part.length;
  }
  return text;
}

/** Whether all bytes of a name are UTF-8: a host that has names as text can keep no others apart. */
export const isUtf8 = (name: string): boolean => !/[\udc80-\udcff]/u.test(name);

export function bytesOfName(name: string): Uint8Array {
  const parts = name.split(/([\udc80-\udcff])/u);
  if (parts.length === 1) return encoder.encode(name);
  const bytes = parts.map((part, k) => (k % 2 === 1 ? [part.charCodeAt(0) - FIRST_UNIT] : [...encoder.encode(part)]));
  return Uint8Array.from(bytes.flat());
}
