// Texts beyond the C standard: copying to limits, comparing with numbers in them, parts of paths, descriptions of signals,
// digits of numbers, and the tables that the character macros of compiled programs read.
// Source: the man pages of section 3; glibc 2.36 for the tables' layout.

import { errnoText } from "../../server/facts/errno.ts";
import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { exactOfDouble, exponentDigits, fixedDigits } from "./exact-float.ts";
import { characterClass, toLower, toUpper } from "./functions-character.ts";
import { numberFunctions } from "./functions-number.ts";
import { COUNT_LIMIT, copyPadded, count, ownText, stringFunctions } from "./functions-string.ts";
import { bytesOf, latin1, wordBytes } from "./program-memory.ts";
import { signalText } from "./signal-text.ts";
import { AREA } from "./state.ts";
import { errorNumber } from "./system-call.ts";

function memccpy(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const source = call.args.pointer();
  const byte = call.args.int() & 255;
  const size = count(call.args.unsignedLong());
  const mapped = call.program.memory.peek(call.program.address(source), Math.min(size, 2 ** 20));
  const at = mapped.indexOf(byte);
  call.program.copy(target, source, at < 0 ? size : at + 1);
  return at < 0 ? 0n : target + BigInt(at + 1);
}

function rawmemchr(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const byte = call.args.int() & 255;
  for (let at = pointer; ; at += 4096n) {
    const part = call.program.memory.peek(call.program.address(at), 4096);
    const place = part.indexOf(byte);
    call.program.read(at, place < 0 ? 4096 : place + 1);
    if (place >= 0) return at + BigInt(place);
  }
}

function swab(call: LibcCall): LibcResult {
  const source = call.args.pointer();
  const target = call.args.pointer();
  const size = Number(call.args.long()) & ~1;
  if (size <= 0) return undefined;
  const bytes = call.program.read(source, Math.min(size, COUNT_LIMIT));
  call.program.write(
    target,
    bytes.map((_, k) => bytes[k ^ 1]!),
  );
  return undefined;
}

function memfrob(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const bytes = call.program.read(pointer, count(call.args.unsignedLong()));
  call.program.write(
    pointer,
    bytes.map((byte) => byte ^ 42),
  );
  return pointer;
}

function strxfrm(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const text = call.program.string(call.args.pointer());
  const size = count(call.args.unsignedLong());
  if (size > 0) {
    const part = new Uint8Array(Math.min(text.length + 1, size));
    part.set(text.subarray(0, part.length));
    call.program.write(target, part);
  }
  return text.length;
}

const isDigit = (character: string | undefined): boolean => character !== undefined && /\d/.test(character);

/** Numbers in the texts count as numbers; such with leading zeros as fractions, before the others. */
function compareVersions(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  if (at === left.length && at === right.length) return 0;
  let start = at;
  while (start > 0 && isDigit(left[start - 1])) start--;
  const plain = (left.charCodeAt(at) || 0) - (right.charCodeAt(at) || 0);
  const [a, b] = [/^\d*/.exec(left.slice(start))![0], /^\d*/.exec(right.slice(start))![0]];
  if (a === "" || b === "" || (a.length === at - start && b.length === at - start)) return plain;
  const zero = (text: string): boolean => text.startsWith("0");
  if (zero(a) || zero(b)) {
    // A common run of zeros and nothing else: the one that goes on with digits comes first.
    const common = left.slice(start, at);
    if (/^0*$/.test(common) && common.length > 0) {
      if (isDigit(left[at]) !== isDigit(right[at])) return isDigit(left[at]) ? -1 : 1;
    }
    return plain;
  }
  return a.length === b.length ? plain : a.length - b.length;
}

function baseName(path: string): number {
  return path.lastIndexOf("/") + 1;
}

/** POSIX's basename and dirname change the path and may answer with a text of their own. */
function xpgBaseName(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const path = pointer === 0n ? "" : latin1(call.program.string(pointer));
  if (path === "") return ownText(call, ".");
  const trimmed = path.replace(/\/+$/, "");
  if (trimmed === "") return pointer + BigInt(path.length - 1);
  if (trimmed.length < path.length) call.program.write(pointer + BigInt(trimmed.length), Uint8Array.of(0));
  return pointer + BigInt(baseName(trimmed));
}

function dirName(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const path = pointer === 0n ? "" : latin1(call.program.string(pointer));
  const trimmed = path.replace(/\/+$/, "");
  const slash = trimmed.lastIndexOf("/");
  if (trimmed === "" && path !== "") {
    // Two slashes are a root of their own.
    if (path.length > 2) call.program.write(pointer + 1n, Uint8Array.of(0));
    return pointer;
  }
  if (slash < 0) return ownText(call, ".");
  const end = Math.max(trimmed.slice(0, slash).replace(/\/+$/, "").length, 1);
  call.program.write(pointer + BigInt(end), Uint8Array.of(0));
  return pointer;
}

function errorText(call: LibcCall): LibcResult {
  const number = call.args.int();
  const buffer = call.args.pointer();
  const size = count(call.args.unsignedLong());
  const text = bytesOf(`${errnoText(number)}\0`);
  if (size === 0) return errorNumber("ERANGE");
  const part = text.slice(0, size);
  part[part.length - 1] = 0;
  call.program.write(buffer, part);
  return text.length > size ? errorNumber("ERANGE") : 0;
}

// ---- digits

/** Digits, the point's place behind the first of them, and the sign, as ecvt and fcvt give them. */
function convert(call: LibcCall, kind: "digits" | "decimals"): LibcResult {
  const value = call.args.double();
  const wanted = Math.max(0, Math.min(call.args.int(), 300));
  const point = call.args.pointer();
  const sign = call.args.pointer();
  const negative = value < 0 || Object.is(value, -0);
  call.program.writeWord(sign, 4, negative ? 1n : 0n);
  let place = 0;
  let digits = Number.isNaN(value) ? "nan" : "inf";
  if (Number.isFinite(value)) {
    const exact = exactOfDouble(Math.abs(value));
    if (kind === "decimals" || wanted === 0) {
      const { whole, fraction } = fixedDigits(exact, kind === "decimals" ? wanted : 0);
      const all = (whole === "0" ? "" : whole) + fraction;
      digits = kind === "digits" ? "" : value === 0 ? `0${fraction}` : all.replace(/^0+/, "");
      place = value === 0 ? 1 : whole === "0" ? -(fraction.length - digits.length) : whole.length;
    } else {
      const { digits: found, exponent } = exponentDigits(exact, wanted - 1);
      digits = found;
      place = value === 0 ? 1 : exponent + 1;
    }
  }
  call.program.writeWord(point, 4, BigInt.asUintN(32, BigInt(place)));
  return ownText(call, digits);
}

/** %.*g of up to 17 digits. */
function gcvt(call: LibcCall): LibcResult {
  const value = call.args.double();
  const wanted = Math.max(1, Math.min(call.args.int(), 17));
  const buffer = call.args.pointer();
  call.program.write(buffer, bytesOf(`${generalText(value, wanted)}\0`));
  return buffer;
}

function generalText(value: number, wanted: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const { digits, exponent } = exponentDigits(exactOfDouble(Math.abs(value)), wanted - 1);
  const short = digits.replace(/0+$/, "") || "0";
  if (value === 0) return `${sign}0`;
  if (exponent < -4 || exponent >= wanted) {
    const mark = `e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
    return `${sign}${short[0]}${short.length > 1 ? `.${short.slice(1)}` : ""}${mark}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${short}`;
  const padded = short.padEnd(exponent + 1, "0");
  const fraction = padded.slice(exponent + 1);
  return `${sign}${padded.slice(0, exponent + 1)}${fraction === "" ? "" : `.${fraction}`}`;
}

// ---- tables of characters: for -128 … 255, the pointer goes to the entry of 0

const FIRST = -128;
const ENTRIES = 384;
/** Offsets in the area: three pointers, then the tables. */
const TABLES = { classes: 0x40, lower: 0x400, upper: 0xa00 } as const;

function table(call: LibcCall, name: keyof typeof TABLES, entryBytes: 2 | 4, entry: (character: number) => number) {
  const { memory, base } = call.libc;
  const at = base + AREA.classes + TABLES[name];
  const pointer = base + AREA.classes + 8 * Object.keys(TABLES).indexOf(name);
  if (memory.load(pointer, longOf(call)) === 0n) {
    const bytes = new Uint8Array(ENTRIES * entryBytes);
    for (let k = 0; k < ENTRIES; k++) {
      bytes.set(wordBytes(BigInt.asUintN(8 * entryBytes, BigInt(entry(k + FIRST))), entryBytes), k * entryBytes);
    }
    memory.poke(at, bytes);
    memory.store(pointer, longOf(call), BigInt(at - FIRST * entryBytes));
  }
  return BigInt(pointer);
}

/** A byte above 127 also has a place below 0; end of file's is its own. */
const asByte = (character: number): number => (character < -1 ? character + 256 : character);

export const textFunctions = {
  stpncpy: (call) => copyPadded(call, "end"),
  memccpy,
  rawmemchr,
  explicit_bzero: stringFunctions.bzero,
  swab,
  memfrob,
  strxfrm,
  strverscmp: (call) => {
    const left = latin1(call.program.string(call.args.pointer()));
    return compareVersions(left, latin1(call.program.string(call.args.pointer())));
  },
  strsignal: (call) => ownText(call, signalText(call.args.int())),
  psignal: (call) => {
    const number = call.args.int();
    const pointer = call.args.pointer();
    const prefix = pointer === 0n ? "" : latin1(call.program.string(pointer));
    const text = `${prefix}${prefix === "" ? "" : ": "}${signalText(number)}\n`;
    call.streams.put(call.streams.standardError, bytesOf(text));
    return undefined;
  },
  strerror_r: (call) => ownText(call, errnoText(call.args.int())),
  __xpg_strerror_r: errorText,
  basename: (call) => {
    const pointer = call.args.pointer();
    return pointer + BigInt(baseName(latin1(call.program.string(pointer))));
  },
  __xpg_basename: xpgBaseName,
  dirname: dirName,
  __strdup: stringFunctions.strdup,
  __strtok_r: stringFunctions.strtok_r,
  strtoimax: numberFunctions.strtoll,
  strtoumax: numberFunctions.strtoull,
  strtoq: numberFunctions.strtoll,
  __isoc23_strtol: numberFunctions.strtol,
  ecvt: (call) => convert(call, "digits"),
  fcvt: (call) => convert(call, "decimals"),
  gcvt,
  __ctype_b_loc: (call) => table(call, "classes", 2, (character) => characterClass(character)),
  __ctype_tolower_loc: (call) => table(call, "lower", 4, (character) => toLower(asByte(character))),
  __ctype_toupper_loc: (call) => table(call, "upper", 4, (character) => toUpper(asByte(character))),
  __ctype_get_mb_cur_max: () => 1n,
} satisfies LibcFunctions;
