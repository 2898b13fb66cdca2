// 64-bit values outside hot code are bigint. These name the few conversions everybody needs.

const MASK64 = (1n << 64n) - 1n;

/** Reduces to unsigned 64 bits, [0, 2^64). */
export const u64 = (value: bigint): bigint => value & MASK64;
/** Reduces to signed 64 bits, [-2^63, 2^63). */
export const i64 = (value: bigint): bigint => BigInt.asIntN(64, value);
/** Reduces to `sizeBits` unsigned bits. */
export const truncate = (value: bigint, sizeBits: number): bigint => BigInt.asUintN(sizeBits, value);
/** Sign-extends the low `sizeBits` bits. */
export const signExtend = (value: bigint, sizeBits: number): bigint => BigInt.asIntN(sizeBits, value);
/** "0x…" in lower case, as DAP and the report write addresses; negative values as their 64-bit pattern. */
export const hex = (value: bigint | number): string =>
  `0x${(typeof value === "number" ? value : u64(value)).toString(16)}`;
