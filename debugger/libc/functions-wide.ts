// Wide characters, 4 bytes each, in the C locale: the characters below 128 are themselves, others have no byte.
// Source: ISO C11 7.29; glibc 2.36.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { formatText } from "./format.ts";
import { bytesOf } from "./program-memory.ts";

const EOF = -1;
const WIDE_BYTES = 4;
/** No text is longer; a program that reads on has left every text behind. */
const TEXT_LIMIT = 2 ** 24;
const FAILED = (1n << 64n) - 1n;

/** The characters before the zero. */
function wideText(call: LibcCall, pointer: bigint): number[] {
  const text: number[] = [];
  for (let k = 0; k < TEXT_LIMIT; k++) {
    const character = Number(call.program.readWord(pointer + BigInt(WIDE_BYTES * k), WIDE_BYTES));
    if (character === 0) break;
    text.push(character);
  }
  return text;
}

function store(call: LibcCall, target: bigint, text: readonly number[]): void {
  const bytes = new Uint8Array(WIDE_BYTES * text.length);
  const view = new DataView(bytes.buffer);
  for (const [k, character] of text.entries()) view.setUint32(WIDE_BYTES * k, character, true);
  call.program.write(target, bytes);
}

const failed = (call: LibcCall): LibcResult => {
  call.libc.setErrno("EILSEQ");
  return FAILED;
};

function toWide(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const text = [...call.program.string(call.args.pointer())];
  const count = Number(call.args.unsignedLong());
  if (text.slice(0, target === 0n ? text.length : count).some((byte) => byte > 127)) return failed(call);
  if (target === 0n) return text.length;
  store(call, target, [...text, 0].slice(0, count));
  return Math.min(text.length, count);
}

function toBytes(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const text = wideText(call, call.args.pointer());
  const size = Number(call.args.unsignedLong());
  if (text.slice(0, target === 0n ? text.length : size).some((character) => character > 127)) return failed(call);
  if (target === 0n) return text.length;
  call.program.write(target, Uint8Array.from([...text, 0].slice(0, size)));
  return Math.min(text.length, size);
}

function putWide(call: LibcCall): LibcResult {
  const character = call.args.int();
  if (character < 0 || character > 127) return EOF;
  return call.streams.put(call.streams.standardOutput, Uint8Array.of(character)) ? character : EOF;
}

function printWide(call: LibcCall): LibcResult {
  const format = wideText(call, call.args.pointer());
  if (format.some((character) => character > 127)) return EOF;
  const errno = Number(call.libc.memory.load(call.libc.base, 4));
  const context = { program: call.program, args: call.args, bits: call.bits, errno };
  const { text, failed: tooLong } = formatText(Uint8Array.from(format), context);
  const done = call.streams.put(call.streams.standardOutput, bytesOf(text));
  return tooLong || !done ? EOF : text.length;
}

const order = (left: number, right: number): number => Math.sign((left | 0) - (right | 0));

/** Characters that wmemset stores at once. */
const PIECE = 1024;

const wideBytes = (call: LibcCall): number => WIDE_BYTES * Number(call.args.unsignedLong());

/** wmemcpy and wmemmove. */
function copyWide(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const source = call.args.pointer();
  call.program.copy(target, source, wideBytes(call));
  return target;
}

function compareBlocks(call: LibcCall): LibcResult {
  const left = call.args.pointer();
  const right = call.args.pointer();
  const size = wideBytes(call);
  if (size === 0) return 0;
  const [one, other] = [call.program.read(left, size), call.program.read(right, size)];
  const [a, b] = [new DataView(one.buffer, one.byteOffset), new DataView(other.buffer, other.byteOffset)];
  for (let at = 0; at < size; at += WIDE_BYTES) {
    const sign = order(a.getInt32(at, true), b.getInt32(at, true));
    if (sign !== 0) return sign;
  }
  return 0;
}

/** Where the character stands in the text, its zero included; the last place for wcsrchr. */
function findWide(call: LibcCall, which: "first" | "last"): LibcResult {
  const pointer = call.args.pointer();
  const wanted = call.args.int() >>> 0;
  const text = [...wideText(call, pointer), 0];
  const at = which === "first" ? text.indexOf(wanted) : text.lastIndexOf(wanted);
  return at < 0 ? 0n : pointer + BigInt(WIDE_BYTES * at);
}

export const wideFunctions = {
  wmemcpy: copyWide,
  wmemmove: copyWide,
  wmemcmp: compareBlocks,
  wmemset: (call) => {
    const target = call.args.pointer();
    const character = call.args.int() >>> 0;
    const size = wideBytes(call);
    const piece = new Array<number>(PIECE).fill(character);
    // Piece by piece, since the count may be any number: it ends at what is not mapped.
    for (let at = 0; at < size; at += PIECE * WIDE_BYTES) {
      store(call, target + BigInt(at), piece.slice(0, (size - at) / WIDE_BYTES));
    }
    return target;
  },
  wmemchr: (call) => {
    const pointer = call.args.pointer();
    const wanted = call.args.int() >>> 0;
    const count = Number(call.args.unsignedLong());
    for (let k = 0; k < count; k++) {
      const at = pointer + BigInt(WIDE_BYTES * k);
      if (Number(call.program.readWord(at, WIDE_BYTES)) === wanted) return at;
    }
    return 0n;
  },
  wcschr: (call) => findWide(call, "first"),
  wcsrchr: (call) => findWide(call, "last"),
  wcslen: (call) => wideText(call, call.args.pointer()).length,
  wcscpy: (call) => {
    const target = call.args.pointer();
    store(call, target, [...wideText(call, call.args.pointer()), 0]);
    return target;
  },
  wcscat: (call) => {
    const target = call.args.pointer();
    const end = target + BigInt(WIDE_BYTES * wideText(call, target).length);
    store(call, end, [...wideText(call, call.args.pointer()), 0]);
    return target;
  },
  wcscmp: (call) => {
    const left = wideText(call, call.args.pointer());
    const right = wideText(call, call.args.pointer());
    const at = [...left, 0].findIndex((character, k) => character !== (right[k] ?? 0));
    return at < 0 ? 0 : order(left[at] ?? 0, right[at] ?? 0);
  },
  mbstowcs: toWide,
  wcstombs: toBytes,
  putwchar: putWide,
  wprintf: printWide,
} satisfies LibcFunctions;
