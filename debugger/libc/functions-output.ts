// Output: the printf family and what writes characters, strings and blocks to streams.
// Source: ISO C11 7.21; the man pages of section 3.

import { errnoText } from "../../server/facts/errno.ts";
import { OPEN } from "../os/open-flags.ts";
import type { ArgumentSource } from "./arguments.ts";
import { listArguments } from "./arguments.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { textRounding } from "./float-environment.ts";
import { formatText } from "./format.ts";
import { deliver } from "./memory-stream.ts";
import { bytesOf } from "./program-memory.ts";
import type { Stream } from "./streams.ts";
import { cResult, systemCall } from "./system-call.ts";

const EOF = -1;
/** A size beyond all memory faults on its way there. */
const TRANSFER_LIMIT_BYTES = 2 ** 47;
const PIECE_BYTES = 2 ** 20;

/** The text that a format and its arguments make; `failed` when it would be longer than an int counts. */
export function format(call: LibcCall, pointer: bigint, args: ArgumentSource): { bytes: Uint8Array; failed: boolean } {
  // glibc looks at the format's address before it reads.
  if (pointer === 0n) {
    call.libc.setErrno("EINVAL");
    return { bytes: new Uint8Array(0), failed: true };
  }
  const errno = Number(call.libc.memory.load(call.libc.base, 4));
  const context = { program: call.program, args, bits: call.bits, errno, rounding: textRounding(call) };
  const text = formatText(call.program.string(pointer), context);
  if (text.failed) call.libc.setErrno("EOVERFLOW");
  return { bytes: bytesOf(text.text), failed: text.failed };
}

/** Arguments behind the named ones: of the call itself, or in the va_list that comes next. */
export const rest = (call: LibcCall, list: "call" | "list"): ArgumentSource =>
  list === "call" ? call.args : listArguments(call.program.memory, call.args.pointer(), call.bits);

/** printf from its format on. */
export function printTo(call: LibcCall, stream: Stream, list: "call" | "list"): LibcResult {
  const pointer = call.args.pointer();
  const { bytes, failed } = format(call, pointer, rest(call, list));
  const done = call.streams.put(stream, bytes);
  return failed || !done ? EOF : bytes.length;
}

function printToFile(call: LibcCall, list: "call" | "list"): LibcResult {
  const stream = call.streams.at(call.args.pointer());
  return printTo(call, stream, list);
}

function printToBuffer(call: LibcCall, limit: "all" | "limited", list: "call" | "list"): LibcResult {
  const buffer = call.args.pointer();
  const size = limit === "all" ? Number.MAX_SAFE_INTEGER : Number(call.args.unsignedLong());
  return printInto(call, buffer, size, list);
}

/** snprintf from its format on. */
export function printInto(call: LibcCall, buffer: bigint, size: number, list: "call" | "list"): LibcResult {
  const pointer = call.args.pointer();
  const { bytes, failed } = format(call, pointer, rest(call, list));
  if (size > 0) {
    const part = bytes.subarray(0, size - 1);
    const text = new Uint8Array(part.length + 1);
    text.set(part);
    call.program.write(buffer, text);
  }
  return failed ? EOF : bytes.length;
}

/** dprintf from its format on. */
export function printToDescriptor(call: LibcCall, fd: number, list: "call" | "list"): LibcResult {
  const pointer = call.args.pointer();
  const { bytes, failed } = format(call, pointer, rest(call, list));
  const stream = call.streams.open(fd, "write");
  if (stream === undefined) return EOF;
  const done = call.streams.put(stream, bytes) && call.streams.flush(stream);
  call.streams.mark(stream, "open", "clear");
  return failed || !done ? EOF : bytes.length;
}

function puts(call: LibcCall): LibcResult {
  const text = call.program.string(call.args.pointer());
  const line = new Uint8Array(text.length + 1);
  line.set(text);
  line[text.length] = 10;
  return call.streams.put(call.streams.standardOutput, line) ? line.length : EOF;
}

function putByte(call: LibcCall, where: "stream" | "standard output"): LibcResult {
  const byte = call.args.int() & 255;
  const stream = where === "stream" ? call.streams.at(call.args.pointer()) : call.streams.standardOutput;
  return call.streams.put(stream, Uint8Array.of(byte)) ? byte : EOF;
}

function fputs(call: LibcCall): LibcResult {
  const text = call.program.string(call.args.pointer());
  return call.streams.put(call.streams.at(call.args.pointer()), text) ? 1 : EOF;
}

function fwrite(call: LibcCall): LibcResult {
  const data = call.args.pointer();
  const sizeBytes = call.args.unsignedLong();
  const count = call.args.unsignedLong();
  const stream = call.streams.at(call.args.pointer());
  const total = Math.min(Number(sizeBytes * count), TRANSFER_LIMIT_BYTES);
  for (let at = 0; at < total; at += PIECE_BYTES) {
    const part = call.program.read(data + BigInt(at), Math.min(PIECE_BYTES, total - at));
    if (!call.streams.put(stream, part)) return Math.floor(at / Number(sizeBytes));
  }
  return total === 0 ? 0 : count;
}

function fflush(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  if (pointer === 0n) {
    call.streams.flushAll();
    return 0;
  }
  const stream = call.streams.at(pointer);
  const done = call.streams.flush(stream);
  deliver(call, stream);
  return done ? 0 : EOF;
}

function fclose(call: LibcCall): LibcResult {
  const stream = call.streams.at(call.args.pointer());
  call.streams.flush(stream);
  deliver(call, stream);
  return call.streams.close(stream) ? 0 : EOF;
}

/**
 * glibc's perror opens a stream of its own over standard error's descriptor, for reading and writing, as long as nothing has
 * been written to stderr itself. @returns whether it can; errno tells why not, and the stream is used itself.
 */
function opensAnother({ kernel, libc, streams }: LibcCall): boolean {
  if (streams.has(streams.standardError, "used")) return false;
  const file = kernel.descriptors.get(streams.fd(streams.standardError));
  const opens = file !== undefined && (file.flags & OPEN.accessMask) === OPEN.readWrite;
  if (!opens) libc.setErrno(file ? "EINVAL" : "EBADF");
  return opens;
}

function perror(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const text = errnoText(Number(call.libc.memory.load(call.libc.base, 4)));
  const prefix = pointer === 0n ? new Uint8Array(0) : call.program.string(pointer);
  const colon = prefix.length > 0 ? ": " : "";
  const another = opensAnother(call);
  call.streams.put(call.streams.standardError, Uint8Array.from([...prefix, ...bytesOf(`${colon}${text}\n`)]));
  if (another) {
    call.streams.flush(call.streams.standardError);
    call.streams.mark(call.streams.standardError, "used", "clear");
  }
  return undefined;
}

// ---- opening, closing, positions

/** fopen's letters as open's flags and what the stream is for. */
const modes: Readonly<Record<string, { flags: number; access: "read" | "write" | "both" }>> = {
  r: { flags: 0, access: "read" },
  w: { flags: 0o1101, access: "write" },
  a: { flags: 0o2101, access: "write" },
};

/** A mode like "r+" taken apart; undefined, with errno, when it is none. */
export function openMode(
  call: LibcCall,
  pointer: bigint,
): { readonly flags: number; readonly access: "read" | "write" | "both" } | undefined {
  const mode = String.fromCharCode(...call.program.string(pointer).subarray(0, 7));
  const base = modes[mode[0] ?? ""];
  if (!base) {
    call.libc.setErrno("EINVAL");
    return undefined;
  }
  const both = mode.includes("+");
  const exclusive = mode.includes("x") ? 0o200 : 0;
  const flags = (both ? (base.flags & ~3) | 2 : base.flags) | exclusive;
  return { flags, access: both ? "both" : base.access };
}

function fopen(call: LibcCall): LibcResult {
  const path = call.args.pointer();
  const mode = openMode(call, call.args.pointer());
  if (!mode) return 0n;
  call.program.string(path);
  const fd = cResult(call.libc, systemCall(call.kernel, "open", [path, BigInt(mode.flags), 0o666n]));
  if (fd === "pending") return fd;
  if (typeof fd !== "bigint" || fd < 0n) return 0n;
  const stream = call.streams.open(Number(fd), mode.access);
  if (stream !== undefined) return BigInt(stream);
  systemCall(call.kernel, "close", [fd]);
  call.libc.setErrno("EMFILE");
  return 0n;
}

/** Moves the descriptor and drops what was read ahead. */
export function seek(call: LibcCall, stream: Stream, offset: bigint, whence: number): number {
  if (!call.streams.flush(stream)) return EOF;
  const ahead = BigInt(call.streams.forget(stream));
  const target = whence === 1 ? offset - ahead : offset;
  const args = [BigInt(call.streams.fd(stream)), BigInt.asUintN(64, target), BigInt(whence)];
  const result = cResult(call.libc, systemCall(call.kernel, "lseek", args));
  if (typeof result !== "bigint" || result < 0n) return EOF;
  call.streams.mark(stream, "endOfFile", "clear");
  return 0;
}

function ftell(call: LibcCall): LibcResult {
  const stream = call.streams.at(call.args.pointer());
  call.streams.flush(stream);
  const result = cResult(call.libc, systemCall(call.kernel, "lseek", [BigInt(call.streams.fd(stream)), 0n, 1n]));
  if (typeof result !== "bigint" || result < 0n) return EOF;
  return result - BigInt(call.streams.readAhead(stream));
}

function rewind(call: LibcCall): LibcResult {
  const stream = call.streams.at(call.args.pointer());
  seek(call, stream, 0n, 0);
  call.streams.mark(stream, "error", "clear");
  return undefined;
}

function setvbuf(call: LibcCall, mode: number, stream: Stream): LibcResult {
  const names = ["full", "line", "none"] as const;
  const name = names[mode];
  if (!name) return EOF;
  call.streams.setBuffering(stream, name);
  return 0;
}

export const outputFunctions = {
  printf: (call) => printTo(call, call.streams.standardOutput, "call"),
  vprintf: (call) => printTo(call, call.streams.standardOutput, "list"),
  fprintf: (call) => printToFile(call, "call"),
  vfprintf: (call) => printToFile(call, "list"),
  dprintf: (call) => printToDescriptor(call, call.args.int(), "call"),
  sprintf: (call) => printToBuffer(call, "all", "call"),
  snprintf: (call) => printToBuffer(call, "limited", "call"),
  vsprintf: (call) => printToBuffer(call, "all", "list"),
  vsnprintf: (call) => printToBuffer(call, "limited", "list"),
  puts,
  putchar: (call) => putByte(call, "standard output"),
  putc: (call) => putByte(call, "stream"),
  putchar_unlocked: (call) => putByte(call, "standard output"),
  putc_unlocked: (call) => putByte(call, "stream"),
  fputc: (call) => putByte(call, "stream"),
  fputs,
  fwrite,
  fflush,
  perror,
  fopen,
  fclose,
  fseek: (call) => {
    const stream = call.streams.at(call.args.pointer());
    const offset = call.args.long();
    return seek(call, stream, offset, call.args.int());
  },
  ftell,
  rewind,
  feof: (call) => (call.streams.has(call.streams.at(call.args.pointer()), "endOfFile") ? 1 : 0),
  ferror: (call) => (call.streams.has(call.streams.at(call.args.pointer()), "error") ? 1 : 0),
  clearerr: (call) => {
    const stream = call.streams.at(call.args.pointer());
    call.streams.mark(stream, "endOfFile", "clear");
    call.streams.mark(stream, "error", "clear");
    return undefined;
  },
  fileno: (call) => call.streams.fd(call.streams.at(call.args.pointer())),
  setbuf: (call) => {
    const stream = call.streams.at(call.args.pointer());
    setvbuf(call, call.args.pointer() === 0n ? 2 : 0, stream);
    return undefined;
  },
  setvbuf: (call) => {
    const stream = call.streams.at(call.args.pointer());
    call.args.pointer();
    return setvbuf(call, call.args.int(), stream);
  },
} satisfies LibcFunctions;
