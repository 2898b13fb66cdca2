// A growing byte buffer, little endian: what every format writer writes into.

/** Up to so many bytes are copied one by one. */
const COPY_MAX = 64;

/** Appends bytes; `length` is the number written so far. */
export class ByteWriter {
  #buffer = new Uint8Array(256);
  #view = new DataView(this.#buffer.buffer);
  length = 0;

  #reserve(sizeBytes: number): void {
    const needed = this.length + sizeBytes;
    if (needed <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    grown.set(this.#buffer.subarray(0, this.length));
    this.#buffer = grown;
    this.#view = new DataView(grown.buffer);
  }

  u8(value: number): void {
    this.#reserve(1);
    this.#buffer[this.length++] = value;
  }

  u16(value: number): void {
    this.#reserve(2);
    this.#view.setUint16(this.length, value, true);
    this.length += 2;
  }

  u32(value: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.length, value, true);
    this.length += 4;
  }

  u64(value: bigint): void {
    this.#reserve(8);
    this.#view.setBigUint64(this.length, BigInt.asUintN(64, value), true);
    this.length += 8;
  }

  bytes(value: ArrayLike<number>): void {
    const { length } = value;
    this.#reserve(length);
    // Instructions are short, and a call of `set` costs more than their bytes.
    if (length > 16) this.#buffer.set(value, this.length);
    else for (let k = 0; k < length; k++) this.#buffer[this.length + k] = value[k]!;
    this.length += length;
  }

  /** Appends what another writer has from `start` to `end` (excluded). A view of that would cost more than short bytes. */
  copy(from: ByteWriter, start: number, end: number): void {
    const length = end - start;
    this.#reserve(length);
    const source = from.#buffer;
    const target = this.#buffer;
    if (length > COPY_MAX) target.set(source.subarray(start, end), this.length);
    else for (let k = 0; k < length; k++) target[this.length + k] = source[start + k]!;
    this.length += length;
  }

  /** Appends `count` bytes of `value`. */
  fill(value: number, count: number): void {
    this.#reserve(count);
    this.#buffer.fill(value, this.length, this.length + count);
    this.length += count;
  }

  /** Appends `count` copies of the last `sizeBytes` bytes. */
  repeat(sizeBytes: number, count: number): void {
    if (sizeBytes === 0 || count <= 0) return;
    const from = this.length - sizeBytes;
    const end = this.length + sizeBytes * count;
    this.#reserve(sizeBytes * count);
    // What is copied doubles with each step.
    while (this.length < end) {
      const have = this.length - from;
      this.#buffer.copyWithin(this.length, from, from + Math.min(have, end - this.length));
      this.length += Math.min(have, end - this.length);
    }
  }

  /** Zero bytes up to the next multiple of `alignment` (a power of two). */
  align(alignment: number): void {
    this.fill(0, -this.length & (alignment - 1));
  }

  /** Overwrites `sizeBytes` (1, 2, 4 or 8) at `offset`, which must have been written already. */
  patch(offset: number, sizeBytes: number, value: bigint): void {
    for (let k = 0; k < sizeBytes; k++) this.#buffer[offset + k] = Number((value >> BigInt(8 * k)) & 255n);
  }

  /** What was written from `start` to `end` (excluded), until more is written. */
  part(start: number, end: number): Uint8Array {
    return this.#buffer.subarray(start, end);
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#buffer.slice(0, this.length);
  }
}
