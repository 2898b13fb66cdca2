// Words at a place in the machine's memory: little-endian, of 1, 2, 4 or 8 bytes, as unsigned 64-bit values.

export function readWord(view: DataView, at: number, sizeBytes: number): bigint {
  if (sizeBytes === 8) return view.getBigUint64(at, true);
  if (sizeBytes === 4) return BigInt(view.getUint32(at, true));
  if (sizeBytes === 2) return BigInt(view.getUint16(at, true));
  return BigInt(view.getUint8(at));
}

/** Keeps the lowest `sizeBytes` bytes of `value`. */
export function writeWord(view: DataView, at: number, sizeBytes: number, value: bigint): void {
  if (sizeBytes === 8) view.setBigUint64(at, BigInt.asUintN(64, value), true);
  else if (sizeBytes === 4) view.setUint32(at, Number(BigInt.asUintN(32, value)), true);
  else if (sizeBytes === 2) view.setUint16(at, Number(BigInt.asUintN(16, value)), true);
  else view.setUint8(at, Number(BigInt.asUintN(8, value)));
}

/** The word of some bytes, and the other way round. */
export const wordOf = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
export const bytesOf = (value: bigint, sizeBytes: number): Uint8Array =>
  Uint8Array.from({ length: sizeBytes }, (_, k) => Number((value >> BigInt(8 * k)) & 255n));

/** The bits that any of the bytes has. `words` are the same memory as words of 32 bits. */
export function orOfBytes(bytes: Uint8Array, words: Uint32Array, start: number, sizeBytes: number): number {
  const end = start + sizeBytes;
  let [at, bits, all] = [start, 0, 0];
  while (at < end && at % 4 !== 0) bits |= bytes[at++]!;
  for (; at + 4 <= end; at += 4) all |= words[at / 4]!;
  while (at < end) bits |= bytes[at++]!;
  return bits | ((all | (all >>> 8) | (all >>> 16) | (all >>> 24)) & 0xff);
}

/** Up to so many bytes are copied one by one: a view of them costs more. */
const FEW_BYTES = 32;

/** A copy of bytes of memory. */
export function copiedBytes(u8: Uint8Array, at: number, sizeBytes: number): Uint8Array {
  if (sizeBytes > FEW_BYTES) return u8.slice(at, at + sizeBytes);
  const bytes = new Uint8Array(sizeBytes);
  for (let k = 0; k < sizeBytes; k++) bytes[k] = u8[at + k]!;
  return bytes;
}

/** Puts `sizeBytes` bytes from `from` on into memory. */
export function putBytes(u8: Uint8Array, at: number, bytes: Uint8Array, from: number, sizeBytes: number): void {
  if (sizeBytes > FEW_BYTES) u8.set(bytes.subarray(from, from + sizeBytes), at);
  else for (let k = 0; k < sizeBytes; k++) u8[at + k] = bytes[from + k]!;
}
