// Searching that the C standard does not have, but glibc and programs do: from the end, up to the end, without regard to
// case, blocks in blocks; and the few characters' functions of old.
// Source: the man pages of section 3.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { latin1 } from "./program-memory.ts";

const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** Where the byte stands, or the end of the string. */
function strchrnul(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const byte = call.args.int() & 255;
  const text = call.program.string(pointer);
  const at = text.indexOf(byte);
  return pointer + BigInt(at < 0 ? text.length : at);
}

function strcasestr(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const text = lower(latin1(call.program.string(pointer)));
  const at = text.indexOf(lower(latin1(call.program.string(call.args.pointer()))));
  return at < 0 ? 0n : pointer + BigInt(at);
}

function memrchr(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const byte = call.args.int() & 255;
  const at = call.program.read(pointer, Number(call.args.unsignedLong())).lastIndexOf(byte);
  return at < 0 ? 0n : pointer + BigInt(at);
}

function memmem(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const block = latin1(call.program.read(pointer, Number(call.args.unsignedLong())));
  const wanted = call.args.pointer();
  const at = block.indexOf(latin1(call.program.read(wanted, Number(call.args.unsignedLong()))));
  return at < 0 ? 0n : pointer + BigInt(at);
}

/** Number of the lowest set bit, counted from 1. */
function firstSet(value: bigint): number {
  if (value === 0n) return 0;
  let place = 1;
  for (let rest = value; (rest & 1n) === 0n; rest >>= 1n) place++;
  return place;
}

export const searchFunctions = {
  strchrnul,
  strcasestr,
  memrchr,
  memmem,
  ffs: (call) => firstSet(BigInt(call.args.int())),
  ffsl: (call) => firstSet(call.args.long()),
  ffsll: (call) => firstSet(call.args.longLong()),
  isascii: (call) => ((call.args.int() & ~127) === 0 ? 1 : 0),
  toascii: (call) => call.args.int() & 127,
} satisfies LibcFunctions;
