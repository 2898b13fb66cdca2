// Strings and memory blocks. Each access is made as a whole, told first: the checker sees what C says the function touches.
// Source: ISO C11 7.24; the man pages of section 3.

import { errnoName, errnoText } from "../../server/facts/errno.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { AREA, TEXT_BYTES } from "./state.ts";

/** Byte counts above this reach behind all memory: the access faults on its way there, whatever the rest is. */
export const COUNT_LIMIT = 2 ** 47;

/** Memory is looked through in pieces. */
const PIECE_BYTES = 4096;

export const count = (value: bigint): number => Math.min(Number(value), COUNT_LIMIT);
const withZero = (bytes: Uint8Array): Uint8Array => Uint8Array.of(...bytes, 0);

/** Appends the zero byte without spreading: strings may be long. */
function terminated(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length + 1);
  result.set(bytes);
  return result;
}

function copyString(call: LibcCall, result: "start" | "end"): LibcResult {
  const target = call.args.pointer();
  const text = call.program.string(call.args.pointer());
  call.program.write(target, terminated(text));
  return result === "start" ? target : target + BigInt(text.length);
}

/** At most a number of bytes, and zeros up to that number. @param result what is given back: the target, or its text's end */
export function copyPadded(call: LibcCall, result: "start" | "end"): LibcResult {
  const target = call.args.pointer();
  const source = call.args.pointer();
  const size = count(call.args.unsignedLong());
  const text = call.program.string(source, size);
  call.program.write(target, text);
  call.program.fill(target + BigInt(text.length), size - text.length, 0);
  return result === "start" ? target : target + BigInt(text.length);
}

function strcat(call: LibcCall, limit: "all" | "limited"): LibcResult {
  const target = call.args.pointer();
  const source = call.args.pointer();
  const most = limit === "all" ? undefined : count(call.args.unsignedLong());
  const length = call.program.string(target).length;
  call.program.write(target + BigInt(length), terminated(call.program.string(source, most)));
  return target;
}

/** Compares as unsigned bytes. 64-bit glibc returns the difference, 32-bit glibc its sign. */
function order(call: LibcCall, left: Uint8Array, right: Uint8Array): number {
  const length = Math.max(left.length, right.length);
  for (let k = 0; k < length; k++) {
    const difference = (left[k] ?? 0) - (right[k] ?? 0);
    if (difference !== 0) return call.bits === 64 ? difference : Math.sign(difference);
  }
  return 0;
}

const lower = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte));

/** Bytes up to and with the first that differs, ends both, or cannot be read: what lies behind need not belong to a string. */
function comparedBytes(call: LibcCall, left: bigint, right: bigint, letters: "exact" | "any case"): number {
  const [one, other] = [call.program.address(left), call.program.address(right)];
  for (let at = 0; ; at += PIECE_BYTES) {
    let a = call.program.memory.peek(one + at, PIECE_BYTES);
    let b = call.program.memory.peek(other + at, PIECE_BYTES);
    if (letters === "any case") [a, b] = [lower(a), lower(b)];
    const length = Math.min(a.length, b.length);
    for (let k = 0; k < length; k++) if (a[k] !== b[k] || a[k] === 0) return at + k + 1;
    if (length < PIECE_BYTES) return at + length + 1;
  }
}

function compareStrings(call: LibcCall, limit: "all" | "limited", letters: "exact" | "any case"): LibcResult {
  const left = call.args.pointer();
  const right = call.args.pointer();
  const most = limit === "all" ? undefined : count(call.args.unsignedLong());
  const needed = Math.min(most ?? COUNT_LIMIT, comparedBytes(call, left, right, letters));
  const a = call.program.string(left, needed);
  const b = call.program.string(right, needed);
  return letters === "exact" ? order(call, a, b) : order({ ...call, bits: 64 }, lower(a), lower(b));
}

/** Address of offset `at` behind `pointer`; NULL for −1. */
const found = (pointer: bigint, at: number): bigint => (at < 0 ? 0n : pointer + BigInt(at));

function findCharacter(call: LibcCall, which: "first" | "last"): LibcResult {
  const pointer = call.args.pointer();
  const byte = call.args.int() & 255;
  const stop = which === "first" ? (one: number): boolean => one === byte : undefined;
  const text = terminated(call.program.string(pointer, undefined, stop));
  return found(pointer, which === "first" ? text.indexOf(byte) : text.lastIndexOf(byte));
}

function strstr(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const text = latin1(call.program.string(pointer));
  return found(pointer, text.indexOf(latin1(call.program.string(call.args.pointer()))));
}

function span(call: LibcCall, take: "in" | "not in"): number {
  const pointer = call.args.pointer();
  const set = new Set(call.program.string(call.args.pointer()));
  const ends = (byte: number): boolean => set.has(byte) !== (take === "in");
  const text = call.program.string(pointer, undefined, ends);
  const end = text.findIndex(ends);
  return end < 0 ? text.length : end;
}

function strpbrk(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const accept = new Set(call.program.string(call.args.pointer()));
  const isAccepted = (byte: number): boolean => accept.has(byte);
  return found(pointer, call.program.string(pointer, undefined, isAccepted).findIndex(isAccepted));
}

/** Stops behind the first word: at the separator that ends it. */
function behindWord(separators: ReadonlySet<number>): (byte: number) => boolean {
  let isInWord = false;
  return (byte) => {
    if (separators.has(byte)) return isInWord;
    isInWord = true;
    return false;
  };
}

/** The rest of the string is kept by address, so the program sees its own string cut. */
function strtok(call: LibcCall): LibcResult {
  const given = call.args.pointer();
  const separators = new Set(call.program.string(call.args.pointer()));
  const start = given === 0n ? BigInt(call.libc.get("strtokNext")) : given;
  if (start === 0n) return 0n;
  const text = call.program.string(start, undefined, behindWord(separators));
  const begin = text.findIndex((byte) => !separators.has(byte));
  if (begin < 0) {
    call.libc.set("strtokNext", 0);
    return 0n;
  }
  const length = text.subarray(begin).findIndex((byte) => separators.has(byte));
  const word = start + BigInt(begin);
  if (length < 0) call.libc.set("strtokNext", 0);
  else {
    call.program.write(word + BigInt(length), Uint8Array.of(0));
    call.libc.set("strtokNext", Number(word) + length + 1);
  }
  return word;
}

/** strtok with a place of the caller's own for what is left. */
function strtokReentrant(call: LibcCall): LibcResult {
  const long = call.bits === 64 ? 8 : 4;
  const given = call.args.pointer();
  const separators = new Set(call.program.string(call.args.pointer()));
  const rest = call.args.pointer();
  const start = given === 0n ? call.program.readWord(rest, long) : given;
  if (start === 0n) return 0n;
  const text = call.program.string(start, undefined, behindWord(separators));
  const begin = text.findIndex((byte) => !separators.has(byte));
  if (begin < 0) {
    call.program.writeWord(rest, long, 0n);
    return 0n;
  }
  const word = start + BigInt(begin);
  const length = text.subarray(begin).findIndex((byte) => separators.has(byte));
  if (length >= 0) call.program.write(word + BigInt(length), Uint8Array.of(0));
  call.program.writeWord(rest, long, length < 0 ? 0n : word + BigInt(length + 1));
  return word;
}

/** The next part of *rest, empty ones too. */
function strsep(call: LibcCall): LibcResult {
  const long = call.bits === 64 ? 8 : 4;
  const rest = call.args.pointer();
  const separators = new Set(call.program.string(call.args.pointer()));
  const start = call.program.readWord(rest, long);
  if (start === 0n) return 0n;
  const ends = (byte: number): boolean => separators.has(byte);
  const end = call.program.string(start, undefined, ends).findIndex(ends);
  if (end >= 0) call.program.write(start + BigInt(end), Uint8Array.of(0));
  call.program.writeWord(rest, long, end < 0 ? 0n : start + BigInt(end + 1));
  return start;
}

function bzero(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  call.program.fill(target, count(call.args.unsignedLong()), 0);
  return undefined;
}

function bcopy(call: LibcCall): LibcResult {
  const source = call.args.pointer();
  const target = call.args.pointer();
  call.program.copy(target, source, count(call.args.unsignedLong()));
  return undefined;
}

function duplicate(call: LibcCall, limit: "all" | "limited"): LibcResult {
  const source = call.args.pointer();
  const text = call.program.string(source, limit === "all" ? undefined : count(call.args.unsignedLong()));
  const address = call.heap.allocate(call.name, text.length + 1);
  if (address === 0) {
    call.libc.setErrno("ENOMEM");
    return 0n;
  }
  call.program.write(BigInt(address), terminated(text));
  return BigInt(address);
}

/** libc's own room for a text that it returns. */
export function ownText(call: LibcCall, text: string): bigint {
  const at = call.libc.base + AREA.text;
  call.libc.memory.poke(at, withZero(bytesOf(text).subarray(0, TEXT_BYTES - 1)));
  return BigInt(at);
}

const ERROR_TEXT_BYTES = 64;

/** The text of an error. glibc's known texts are constants; only unknown numbers share a place. */
function strerror(call: LibcCall): LibcResult {
  const number = call.args.int();
  if (errnoName(number) === undefined && number !== 0) return ownText(call, errnoText(number));
  const at = call.libc.base + AREA.errorTexts + ERROR_TEXT_BYTES * number;
  call.libc.memory.poke(at, withZero(bytesOf(errnoText(number))));
  return BigInt(at);
}

function copyBlock(call: LibcCall, result: "start" | "end"): LibcResult {
  const target = call.args.pointer();
  const source = call.args.pointer();
  const size = call.args.unsignedLong();
  call.program.copy(target, source, count(size));
  return result === "start" ? target : target + size;
}

function memset(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const byte = call.args.int() & 255;
  call.program.fill(target, count(call.args.unsignedLong()), byte);
  return target;
}

/** Reads no further than the piece with the first difference: behind it nothing needs to be mapped. */
function memcmp(call: LibcCall): LibcResult {
  const left = call.args.pointer();
  const right = call.args.pointer();
  const size = count(call.args.unsignedLong());
  for (let at = 0; at < size; at += PIECE_BYTES) {
    const part = Math.min(PIECE_BYTES, size - at);
    const difference = order(
      call,
      call.program.read(left + BigInt(at), part),
      call.program.read(right + BigInt(at), part),
    );
    if (difference !== 0) return difference;
  }
  return 0;
}

/** It need not look behind what it finds, so a count that is too large is no access. */
function memchr(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const byte = call.args.int() & 255;
  const size = count(call.args.unsignedLong());
  const start = call.program.address(pointer);
  for (let at = 0; at < size; at += PIECE_BYTES) {
    const part = Math.min(PIECE_BYTES, size - at);
    const mapped = call.program.memory.peek(start + at, part);
    const place = mapped.indexOf(byte);
    call.program.read(pointer + BigInt(at), place < 0 ? part : place + 1);
    if (place >= 0) return found(pointer, at + place);
  }
  return 0n;
}

export const stringFunctions = {
  strlen: (call) => call.program.string(call.args.pointer()).length,
  strnlen: (call) => call.program.string(call.args.pointer(), count(call.args.unsignedLong())).length,
  strcpy: (call) => copyString(call, "start"),
  stpcpy: (call) => copyString(call, "end"),
  strncpy: (call) => copyPadded(call, "start"),
  strcat: (call) => strcat(call, "all"),
  strncat: (call) => strcat(call, "limited"),
  strcmp: (call) => compareStrings(call, "all", "exact"),
  strncmp: (call) => compareStrings(call, "limited", "exact"),
  strcasecmp: (call) => compareStrings(call, "all", "any case"),
  strncasecmp: (call) => compareStrings(call, "limited", "any case"),
  strchr: (call) => findCharacter(call, "first"),
  strrchr: (call) => findCharacter(call, "last"),
  strstr,
  strspn: (call) => span(call, "in"),
  strcspn: (call) => span(call, "not in"),
  strpbrk,
  strtok,
  strtok_r: strtokReentrant,
  strsep,
  index: (call) => findCharacter(call, "first"),
  rindex: (call) => findCharacter(call, "last"),
  strcoll: (call) => compareStrings(call, "all", "exact"),
  bzero,
  bcopy,
  bcmp: memcmp,
  strdup: (call) => duplicate(call, "all"),
  strndup: (call) => duplicate(call, "limited"),
  strerror,
  memcpy: (call) => copyBlock(call, "start"),
  mempcpy: (call) => copyBlock(call, "end"),
  memmove: (call) => copyBlock(call, "start"),
  memset,
  memcmp,
  memchr,
} satisfies LibcFunctions;
