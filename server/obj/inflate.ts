// Compressed bytes in zlib's wrapping (RFC 1950, RFC 1951) → the bytes. Debug information of `gcc -gz` is compressed so; the
// cores have no decompressor of the platform's.

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
];
LENGTH_BASE.push(195, 227, 258);
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
/** The order in which the lengths of the code for code lengths stand. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;

/** A canonical Huffman code: how many codes each length has, and the symbols in the order of their codes. */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

function codeOf(lengths: readonly number[]): Code {
  const counts = new Array<number>(LONGEST_CODE + 1).fill(0);
  for (const length of lengths) if (length > 0) counts[length]!++;
  const symbols = [...lengths.keys()].filter((symbol) => lengths[symbol]! > 0);
  symbols.sort((a, b) => lengths[a]! - lengths[b]! || a - b);
  return { counts, symbols };
}

const FIXED_LENGTHS = codeOf(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const FIXED_DISTANCES = codeOf(new Array<number>(30).fill(5));

interface Stream {
  readonly input: Uint8Array;
  at: number;
  held: number;
  heldBits: number;
  readonly output: Uint8Array;
  written: number;
}

/** The next bits, lowest first; −1 behind the end. */
function take(stream: Stream, count: number): number {
  while (stream.heldBits < count) {
    if (stream.at >= stream.input.length) return -1;
    stream.held |= stream.input[stream.at++]! << stream.heldBits;
    stream.heldBits += 8;
  }
  const value = stream.held & ((1 << count) - 1);
  stream.held >>>= count;
  stream.heldBits -= count;
  return value;
}

/** The next symbol; −1 where there is none. */
function decode(stream: Stream, { counts, symbols }: Code): number {
  let code = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const bit = take(stream, 1);
    if (bit < 0) return -1;
    code |= bit;
    const count = counts[length]!;
    if (code - first < count) return symbols[index + code - first] ?? -1;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

/** Each block gives false when the bytes are no such block or do not fit. */
function stored(stream: Stream): boolean {
  stream.held = 0;
  stream.heldBits = 0;
  const { input, output } = stream;
  const count = input[stream.at]! | (input[stream.at + 1]! << 8);
  stream.at += 4;
  if (!(stream.at + count <= input.length && stream.written + count <= output.length)) return false;
  output.set(input.subarray(stream.at, stream.at + count), stream.written);
  stream.at += count;
  stream.written += count;
  return true;
}

function coded(stream: Stream, lengths: Code, distances: Code): boolean {
  const { output } = stream;
  for (;;) {
    const symbol = decode(stream, lengths);
    if (symbol === 256) return true;
    if (symbol < 0 || stream.written >= output.length) return false;
    if (symbol < 256) {
      output[stream.written++] = symbol;
      continue;
    }
    const extra = LENGTH_EXTRA[symbol - 257];
    if (extra === undefined) return false;
    const length = LENGTH_BASE[symbol - 257]! + take(stream, extra);
    const step = decode(stream, distances);
    if (step < 0 || step > 29) return false;
    const distanceExtra = step < 4 ? 0 : (step >> 1) - 1;
    const base = step < 4 ? step : (2 + (step & 1)) << distanceExtra;
    const distance = 1 + base + take(stream, distanceExtra);
    if (distance > stream.written || stream.written + length > output.length) return false;
    for (let k = 0; k < length; k++, stream.written++) output[stream.written] = output[stream.written - distance]!;
  }
}

/** A block that brings its own codes. */
function dynamic(stream: Stream): boolean {
  const lengthCount = take(stream, 5) + 257;
  const distanceCount = take(stream, 5) + 1;
  const orderCount = take(stream, 4) + 4;
  const own = new Array<number>(LENGTH_ORDER.length).fill(0);
  for (const symbol of LENGTH_ORDER.slice(0, orderCount)) own[symbol] = Math.max(0, take(stream, 3));
  const code = codeOf(own);
  const lengths: number[] = [];
  while (lengths.length < lengthCount + distanceCount) {
    const symbol = decode(stream, code);
    if (symbol < 0 || symbol > 18) return false;
    if (symbol < 16) lengths.push(symbol);
    else {
      const value = symbol === 16 ? (lengths.at(-1) ?? 0) : 0;
      const count = symbol === 16 ? 3 + take(stream, 2) : symbol === 17 ? 3 + take(stream, 3) : 11 + take(stream, 7);
      for (let k = 0; k < count; k++) lengths.push(value);
    }
  }
  return coded(stream, codeOf(lengths.slice(0, lengthCount)), codeOf(lengths.slice(lengthCount)));
}

/** @returns exactly `sizeBytes` bytes; undefined when the input is not zlib's or gives another number of them. */
export function inflate(input: Uint8Array, sizeBytes: number): Uint8Array | undefined {
  if (input.length < 2 || (input[0]! & 15) !== 8 || (input[1]! & 0x20) !== 0) return undefined;
  const output = new Uint8Array(sizeBytes);
  const stream: Stream = { input, at: 2, held: 0, heldBits: 0, output, written: 0 };
  for (;;) {
    const last = take(stream, 1);
    const kind = take(stream, 2);
    const good =
      kind === 0
        ? stored(stream)
        : kind === 1
          ? coded(stream, FIXED_LENGTHS, FIXED_DISTANCES)
          : kind === 2 && dynamic(stream);
    if (!good) return undefined;
    if (last === 1) return stream.written === sizeBytes ? output : undefined;
  }
}
