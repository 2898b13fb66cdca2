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

export const wideFunctions = {
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
    return at < 0 ? 0 : Math.sign(((left[at] ?? 0) | 0) - ((right[at] ?? 0) | 0));
  },
  mbstowcs: toWide,
  wcstombs: toBytes,
  putwchar: putWide,
  wprintf: printWide,
} satisfies LibcFunctions;
