// Input: characters, lines, blocks and the scanf family. A function that has to wait returns "pending" before it has stored
// anything; it is then called anew.
// Source: ISO C11 7.21; getline(3).

import type { ArgumentSource } from "./arguments.ts";
import { listArguments } from "./arguments.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { type ScanSource, scanText, stringSource } from "./scan.ts";
import { END_OF_FILE, type Stream } from "./streams.ts";

const streamSource = (call: LibcCall, stream: Stream): ScanSource => ({
  peek: () => call.streams.peek(stream),
  take: () => {
    call.streams.get(stream);
  },
});

function scan(call: LibcCall, source: ScanSource, pointer: bigint, args: ArgumentSource): LibcResult {
  // glibc looks at the format's address before it reads.
  if (pointer === 0n) {
    call.libc.setErrno("EINVAL");
    return END_OF_FILE;
  }
  const result = scanText(call.program.string(pointer), source, args, call.bits);
  if (result === "pending") return "pending";
  for (const { pointer: target, bytes, allocate } of result.stores) {
    if (!allocate) {
      call.program.write(target, bytes);
      continue;
    }
    const address = BigInt(call.heap.allocate(call.name, bytes.length));
    call.program.writeWord(target, call.bits === 64 ? 8 : 4, address);
    if (address !== 0n) call.program.write(address, bytes);
  }
  return result.count;
}

/** scanf from its format on. */
export function scanStream(call: LibcCall, stream: Stream, list: "call" | "list"): LibcResult {
  const pointer = call.args.pointer();
  const args = list === "call" ? call.args : listArguments(call.program.memory, call.args.pointer(), call.bits);
  return scan(call, streamSource(call, stream), pointer, args);
}

/** sscanf with all its arguments. */
export function scanString(call: LibcCall, list: "call" | "list"): LibcResult {
  const text = call.program.string(call.args.pointer());
  const pointer = call.args.pointer();
  const args = list === "call" ? call.args : listArguments(call.program.memory, call.args.pointer(), call.bits);
  return scan(call, stringSource(text), pointer, args);
}

/** No line is longer than this; a program that reads more into its memory has left every buffer behind. */
const LINE_LIMIT_BYTES = 2 ** 28;
const NEWLINE = 10;

const terminated = (bytes: Uint8Array): Uint8Array => {
  const result = new Uint8Array(bytes.length + 1);
  result.set(bytes);
  return result;
};

function fgets(call: LibcCall): LibcResult {
  const buffer = call.args.pointer();
  const size = call.args.int();
  const stream = call.streams.at(call.args.pointer());
  if (size <= 0) return 0n;
  if (size === 1) {
    call.program.write(buffer, Uint8Array.of(0));
    return buffer;
  }
  const line = call.streams.take(stream, size - 1, NEWLINE);
  if (line === "pending") return line;
  if (line.length === 0) return 0n;
  call.program.write(buffer, terminated(line));
  return buffer;
}

/** The newline is taken but not stored. */
function gets(call: LibcCall): LibcResult {
  const buffer = call.args.pointer();
  const line = call.streams.take(call.streams.standardInput, LINE_LIMIT_BYTES, NEWLINE);
  if (line === "pending") return line;
  if (line.length === 0) return 0n;
  call.program.write(buffer, terminated(line.at(-1) === NEWLINE ? line.subarray(0, -1) : line));
  return buffer;
}

function fread(call: LibcCall): LibcResult {
  const data = call.args.pointer();
  const sizeBytes = Number(call.args.unsignedLong());
  const count = Number(call.args.unsignedLong());
  const stream = call.streams.at(call.args.pointer());
  const total = Math.min(sizeBytes * count, 2 ** 30);
  if (total === 0) return 0;
  const bytes = call.streams.take(stream, total);
  if (bytes === "pending") return bytes;
  if (bytes.length > 0) call.program.write(data, bytes);
  return Math.floor(bytes.length / sizeBytes);
}

/** glibc begins with 120 bytes and doubles. */
const FIRST_LINE_BYTES = 120;

function getline(call: LibcCall): LibcResult {
  const linePointer = call.args.pointer();
  return getDelimited(call, linePointer, call.args.pointer(), NEWLINE);
}

/** getdelim from its stream on: reads up to and with the byte `last` into a block that grows. */
export function getDelimited(call: LibcCall, linePointer: bigint, sizePointer: bigint, last: number): LibcResult {
  const stream = call.streams.at(call.args.pointer());
  const line = call.streams.take(stream, LINE_LIMIT_BYTES, last);
  if (line === "pending") return line;
  const long = call.bits === 64 ? 8 : 4;
  let block = call.program.readWord(linePointer, long);
  let size = Number(call.program.readWord(sizePointer, long));
  if (block === 0n || size < line.length + 1) {
    const old = block;
    size = Math.max(FIRST_LINE_BYTES, 2 * size, line.length + 1);
    block = BigInt(call.heap.allocate("getline", size));
    if (block === 0n) {
      call.libc.setErrno("ENOMEM");
      return -1;
    }
    if (old !== 0n) call.heap.release("getline", call.program.address(old));
    call.program.writeWord(linePointer, long, block);
    call.program.writeWord(sizePointer, long, BigInt(size));
  }
  if (line.length === 0) return -1;
  call.program.write(block, terminated(line));
  return line.length;
}

function ungetc(call: LibcCall): LibcResult {
  const byte = call.args.int();
  const stream = call.streams.at(call.args.pointer());
  return byte !== END_OF_FILE && call.streams.unget(stream, byte & 255) ? byte & 255 : END_OF_FILE;
}

export const inputFunctions = {
  scanf: (call) => scanStream(call, call.streams.standardInput, "call"),
  vscanf: (call) => scanStream(call, call.streams.standardInput, "list"),
  fscanf: (call) => {
    const stream = call.streams.at(call.args.pointer());
    return scanStream(call, stream, "call");
  },
  sscanf: (call) => scanString(call, "call"),
  // The names that gcc's headers give them.
  __isoc99_scanf: (call) => scanStream(call, call.streams.standardInput, "call"),
  __isoc99_fscanf: (call) => {
    const stream = call.streams.at(call.args.pointer());
    return scanStream(call, stream, "call");
  },
  __isoc99_sscanf: (call) => scanString(call, "call"),
  getchar_unlocked: (call) => call.streams.get(call.streams.standardInput),
  getc_unlocked: (call) => call.streams.get(call.streams.at(call.args.pointer())),
  vsscanf: (call) => scanString(call, "list"),
  getchar: (call) => call.streams.get(call.streams.standardInput),
  getc: (call) => call.streams.get(call.streams.at(call.args.pointer())),
  fgetc: (call) => call.streams.get(call.streams.at(call.args.pointer())),
  ungetc,
  gets,
  fgets,
  fread,
  getline,
} satisfies LibcFunctions;
