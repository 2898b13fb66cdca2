// FILE: buffered streams over file descriptors. A stream is 256 bytes of libc's mapping, its buffer lies in the same mapping,
// so what was written but not flushed is lost at a crash or a raw exit call, exactly as natively. Standard output is
// flushed at each newline when it is a terminal, else when its buffer is full and at exit; standard error at once.
//
// Reading may have to wait for input. A waiting call changes nothing: it starts anew later, so bytes that it had taken
// from a stream are still there; only what came from the host stays in the buffer.

import { GuestFault } from "../mem/memory.ts";
import type { OpenFile } from "../os/descriptors.ts";
import { isFailure, type KernelParts } from "../os/syscall.ts";
import { AREA, type LibcState } from "./state.ts";
import { systemCall } from "./system-call.ts";

const STREAM_BYTES = 0x100;
/** stdin, stdout, stderr and 17 that fopen can give. */
export const STREAM_COUNT = 20;
const BUFFER_BYTES = 4096;
const TERMINAL_BUFFER_BYTES = 1024;
/** Standard input's buffer is longer: it must hold what a waiting scanf has read so far. */
const INPUT_BUFFER = AREA.buffers + STREAM_COUNT * BUFFER_BYTES;
const INPUT_BUFFER_BYTES = 64 * 1024;

export const STREAM_FLAG = {
  open: 1,
  read: 2,
  write: 4,
  lineBuffered: 8,
  unbuffered: 16,
  endOfFile: 32,
  error: 64,
  /** Standard error: something was written to it. */
  used: 128,
} as const;

/** Offsets in a stream. */
const FIELD = {
  fd: 0,
  flags: 8,
  /** Bytes of the buffer taken and filled, when reading. */
  readStart: 16,
  readEnd: 24,
  /** Bytes waiting to be written. */
  pending: 32,
  buffer: 40,
  bufferBytes: 48,
  /** Streams over memory: which kind (0: none), and what setMemory was given. */
  memoryKind: 56,
  memoryFirst: 64,
  memorySecond: 72,
  memoryBlock: 80,
} as const;
type Field = keyof typeof FIELD;

/** A stream by its address. */
export type Stream = number;

export const END_OF_FILE = -1;

/**
 * Where the bytes of a stream over memory go. "grows": `first` and `second` are where the program wants to find address and
 * size, `block` is what it found last. "fixed": buffer and its size.
 */
export interface StreamMemory {
  readonly kind: "grows" | "fixed";
  readonly first: bigint;
  readonly second: bigint;
  readonly block: number;
}

export interface Streams {
  readonly standardInput: Stream;
  readonly standardOutput: Stream;
  readonly standardError: Stream;
  /** The stream a FILE * means. @throws {GuestFault} when it is none. */
  at(pointer: bigint): Stream;
  fd(stream: Stream): number;
  has(stream: Stream, flag: keyof typeof STREAM_FLAG): boolean;
  mark(stream: Stream, flag: keyof typeof STREAM_FLAG, value: "set" | "clear"): void;
  /** Opens a stream over a descriptor; undefined when all are taken. */
  open(fd: number, access: "read" | "write" | "both"): Stream | undefined;
  /** Puts a stream on another descriptor, as if it had just been opened; what was waiting in it must be flushed. */
  reopen(stream: Stream, fd: number, access: "read" | "write" | "both"): void;
  /** Closes stream and descriptor. @returns false when the last bytes could not be written. */
  close(stream: Stream): boolean;
  /** Buffers or writes bytes. @returns false on an error. */
  put(stream: Stream, bytes: Uint8Array): boolean;
  flush(stream: Stream): boolean;
  flushAll(): void;
  /** The next byte, END_OF_FILE, or "pending". */
  get(stream: Stream): number | "pending";
  /** Looks at the next byte without taking it. */
  peek(stream: Stream): number | "pending";
  /** Takes at most `limitBytes`, up to and with the byte `last` if one is given; fewer only at the end of the file. */
  take(stream: Stream, limitBytes: number, last?: number): Uint8Array | "pending";
  unget(stream: Stream, byte: number): boolean;
  /** Drops what was read ahead and tells how many bytes that was; for seeking. */
  forget(stream: Stream): number;
  /** Bytes read from the descriptor and not taken yet. */
  readAhead(stream: Stream): number;
  setBuffering(stream: Stream, mode: "full" | "line" | "none"): void;
  /** What setMemory has said of an open stream; undefined for one over a file. */
  memory(stream: Stream): StreamMemory | undefined;
  setMemory(stream: Stream, memory: StreamMemory): void;
  /** Begins a call: from here on, taken bytes can be put back. */
  begin(): void;
  /** Puts back what the call has taken. */
  rewind(): void;
  /** Bytes written but not flushed, of all streams. */
  unflushedBytes(): number;
}

class GuestStreams implements Streams {
  readonly #libc: LibcState;
  readonly #kernel: KernelParts;
  readonly #first: number;
  /** Where each stream stood when the call began. */
  readonly #began = new Map<Stream, number>();

  constructor(libc: LibcState, kernel: KernelParts) {
    this.#libc = libc;
    this.#kernel = kernel;
    this.#first = libc.base + AREA.streams;
  }

  get standardInput(): Stream {
    return this.#first;
  }
  get standardOutput(): Stream {
    return this.#first + STREAM_BYTES;
  }
  get standardError(): Stream {
    return this.#first + 2 * STREAM_BYTES;
  }

  /** Opens the three standard streams; once, when the process begins. */
  start(): void {
    const { descriptors } = this.#kernel;
    for (const fd of [0, 1, 2]) {
      this.#openAt(this.#first + fd * STREAM_BYTES, fd, fd === 0 ? "read" : "write", descriptors.get(fd));
    }
    this.#set(this.standardInput, "buffer", this.#libc.base + INPUT_BUFFER);
    this.setBuffering(this.standardError, "none");
  }

  // ---- fields

  #get(stream: Stream, field: Field): number {
    return Number(this.#libc.memory.load(stream + FIELD[field], 8));
  }

  #set(stream: Stream, field: Field, value: number): void {
    this.#libc.memory.store(stream + FIELD[field], 8, BigInt(value));
  }

  at(pointer: bigint): Stream {
    const offset = Number(pointer) - this.#first;
    const isStream = offset >= 0 && offset < STREAM_COUNT * STREAM_BYTES && offset % STREAM_BYTES === 0;
    // What is no stream, or a closed one, crashes natively sooner or later; here at once.
    if (!isStream) throw new GuestFault(Number(pointer), 8, "read", "unmapped", undefined, pointer);
    if (!this.has(Number(pointer), "open")) {
      const detail = this.#get(Number(pointer), "flags") === 0 ? "a closed stream" : "an overwritten stream";
      throw new GuestFault(Number(pointer), 8, "read", "unmapped", detail, pointer);
    }
    return Number(pointer);
  }

  fd(stream: Stream): number {
    return this.#get(stream, "fd");
  }

  has(stream: Stream, flag: keyof typeof STREAM_FLAG): boolean {
    return (this.#get(stream, "flags") & STREAM_FLAG[flag]) !== 0;
  }

  mark(stream: Stream, flag: keyof typeof STREAM_FLAG, value: "set" | "clear"): void {
    const flags = this.#get(stream, "flags");
    this.#set(stream, "flags", value === "set" ? flags | STREAM_FLAG[flag] : flags & ~STREAM_FLAG[flag]);
  }

  // ---- opening and closing

  open(fd: number, access: "read" | "write" | "both"): Stream | undefined {
    for (let k = 3; k < STREAM_COUNT; k++) {
      const stream = this.#first + k * STREAM_BYTES;
      if (this.has(stream, "open")) continue;
      this.#openAt(stream, fd, access, this.#kernel.descriptors.get(fd));
      return stream;
    }
    return undefined;
  }

  reopen(stream: Stream, fd: number, access: "read" | "write" | "both"): void {
    this.#openAt(stream, fd, access, this.#kernel.descriptors.get(fd));
  }

  #openAt(stream: Stream, fd: number, access: "read" | "write" | "both", file: OpenFile | undefined): void {
    const index = (stream - this.#first) / STREAM_BYTES;
    const terminal = file?.kind === "terminal";
    const flags =
      STREAM_FLAG.open |
      (access !== "write" ? STREAM_FLAG.read : 0) |
      (access !== "read" ? STREAM_FLAG.write : 0) |
      (terminal ? STREAM_FLAG.lineBuffered : 0);
    this.#set(stream, "fd", fd);
    this.#set(stream, "flags", flags);
    this.#set(stream, "readStart", 0);
    this.#set(stream, "readEnd", 0);
    this.#set(stream, "pending", 0);
    this.#set(stream, "memoryKind", 0);
    this.#set(stream, "buffer", this.#libc.base + AREA.buffers + index * BUFFER_BYTES);
    this.#set(stream, "bufferBytes", terminal ? TERMINAL_BUFFER_BYTES : BUFFER_BYTES);
  }

  close(stream: Stream): boolean {
    const flushed = this.flush(stream);
    this.#set(stream, "flags", 0);
    const closed = systemCall(this.#kernel, "close", [BigInt(this.fd(stream))]);
    return flushed && typeof closed === "number";
  }

  setBuffering(stream: Stream, mode: "full" | "line" | "none"): void {
    this.mark(stream, "lineBuffered", mode === "line" ? "set" : "clear");
    this.mark(stream, "unbuffered", mode === "none" ? "set" : "clear");
  }

  memory(stream: Stream): StreamMemory | undefined {
    const kind = this.#get(stream, "memoryKind");
    if (kind === 0) return undefined;
    const [first, second] = [BigInt(this.#get(stream, "memoryFirst")), BigInt(this.#get(stream, "memorySecond"))];
    return { kind: kind === 1 ? "grows" : "fixed", first, second, block: this.#get(stream, "memoryBlock") };
  }

  setMemory(stream: Stream, { kind, first, second, block }: StreamMemory): void {
    this.#set(stream, "memoryKind", kind === "grows" ? 1 : 2);
    this.#set(stream, "memoryFirst", Number(first));
    this.#set(stream, "memorySecond", Number(second));
    this.#set(stream, "memoryBlock", block);
  }

  // ---- writing

  put(stream: Stream, bytes: Uint8Array): boolean {
    if (stream === this.standardError) this.mark(stream, "used", "set");
    if (!this.has(stream, "write")) {
      this.#libc.setErrno("EBADF");
      this.mark(stream, "error", "set");
      return false;
    }
    if (this.#get(stream, "readEnd") > 0) this.#dropReadAhead(stream);
    const capacity = this.#get(stream, "bufferBytes");
    const buffer = this.#get(stream, "buffer");
    let pending = this.#get(stream, "pending");
    for (let done = 0; done < bytes.length; ) {
      if (pending === capacity) {
        if (!this.flush(stream)) return false;
        pending = 0;
      }
      const part = Math.min(capacity - pending, bytes.length - done);
      const isWhole = part === bytes.length;
      this.#libc.memory.poke(buffer + pending, isWhole ? bytes : bytes.subarray(done, done + part));
      done += part;
      pending += part;
      this.#set(stream, "pending", pending);
    }
    if (this.has(stream, "unbuffered")) return this.flush(stream);
    return this.has(stream, "lineBuffered") ? this.#flushLines(stream, bytes) : true;
  }

  /** Writes up to the last newline of what is pending. */
  #flushLines(stream: Stream, added: Uint8Array): boolean {
    if (!added.includes(10)) return true;
    const pending = this.#get(stream, "pending");
    const lines = this.#libc.memory.peek(this.#get(stream, "buffer"), pending).lastIndexOf(10) + 1;
    return lines === 0 || this.#write(stream, lines);
  }

  flush(stream: Stream): boolean {
    const pending = this.#get(stream, "pending");
    return pending === 0 || this.#write(stream, pending);
  }

  /** Writes the first `sizeBytes` of the buffer and moves the rest to its start. */
  #write(stream: Stream, sizeBytes: number): boolean {
    const { memory } = this.#libc;
    const buffer = this.#get(stream, "buffer");
    const pending = this.#get(stream, "pending");
    let done = 0;
    while (done < sizeBytes) {
      const result = systemCall(
        this.#kernel,
        "write",
        [BigInt(this.fd(stream)), BigInt(buffer + done), BigInt(sizeBytes - done)],
        "never",
      );
      if (typeof result !== "number" || result === 0) {
        if (isFailure(result)) this.#libc.setErrno(result.errno);
        this.mark(stream, "error", "set");
        this.#set(stream, "pending", 0);
        return false;
      }
      done += result;
    }
    memory.poke(buffer, memory.peek(buffer + sizeBytes, pending - sizeBytes));
    this.#set(stream, "pending", pending - sizeBytes);
    return true;
  }

  flushAll(): void {
    for (let k = 0; k < STREAM_COUNT; k++) {
      const stream = this.#first + k * STREAM_BYTES;
      if (this.has(stream, "open")) this.flush(stream);
    }
  }

  unflushedBytes(): number {
    let sum = 0;
    for (let k = 0; k < STREAM_COUNT; k++) {
      const stream = this.#first + k * STREAM_BYTES;
      if (this.has(stream, "open")) sum += this.#get(stream, "pending");
    }
    return sum;
  }

  // ---- reading

  begin(): void {
    // An empty map gets a new table when it is cleared, and every call of libc comes here.
    if (this.#began.size > 0) this.#began.clear();
  }

  rewind(): void {
    for (const [stream, start] of this.#began) this.#set(stream, "readStart", start);
  }

  peek(stream: Stream): number | "pending" {
    if (!this.#began.has(stream)) this.#began.set(stream, this.#get(stream, "readStart"));
    const start = this.#get(stream, "readStart");
    if (start < this.#get(stream, "readEnd")) return this.#libc.memory.peek(this.#get(stream, "buffer") + start, 1)[0]!;
    return this.#refill(stream);
  }

  get(stream: Stream): number | "pending" {
    const byte = this.peek(stream);
    if (byte !== "pending" && byte !== END_OF_FILE) this.#set(stream, "readStart", this.#get(stream, "readStart") + 1);
    return byte;
  }

  take(stream: Stream, limitBytes: number, last?: number): Uint8Array | "pending" {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < limitBytes) {
      const next = this.peek(stream);
      if (next === "pending") return next;
      if (next === END_OF_FILE) break;
      const start = this.#get(stream, "readStart");
      const available = Math.min(this.#get(stream, "readEnd") - start, limitBytes - length);
      const part = this.#libc.memory.peek(this.#get(stream, "buffer") + start, available);
      const end = last === undefined ? -1 : part.indexOf(last);
      parts.push(end < 0 ? part : part.subarray(0, end + 1));
      length += parts.at(-1)!.length;
      this.#set(stream, "readStart", start + parts.at(-1)!.length);
      if (end >= 0) break;
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  /** Asks for more bytes, keeping those that this call has taken. */
  #refill(stream: Stream): number | "pending" {
    if (!this.has(stream, "read")) {
      this.#libc.setErrno("EBADF");
      this.mark(stream, "error", "set");
      return END_OF_FILE;
    }
    // The end of a file, once met, stays until clearerr or fseek.
    if (this.has(stream, "endOfFile")) return END_OF_FILE;
    this.flush(stream);
    // A program that asks for input has its question shown first.
    if (this.has(stream, "lineBuffered") && this.has(this.standardOutput, "lineBuffered"))
      this.flush(this.standardOutput);
    const { memory } = this.#libc;
    const buffer = this.#get(stream, "buffer");
    const capacity = stream === this.standardInput ? INPUT_BUFFER_BYTES : BUFFER_BYTES;
    const end = this.#get(stream, "readEnd");
    let kept = this.#began.get(stream) ?? end;
    if (end - kept + BUFFER_BYTES > capacity) kept = end;
    memory.poke(buffer, memory.peek(buffer + kept, end - kept));
    this.#began.set(stream, 0);
    this.#set(stream, "readStart", end - kept);
    this.#set(stream, "readEnd", end - kept);
    const args = [BigInt(this.fd(stream)), BigInt(buffer + end - kept), BigInt(this.#get(stream, "bufferBytes"))];
    const result = systemCall(this.#kernel, "read", args);
    if (result === "pending") return "pending";
    if (typeof result !== "number" || result === 0) {
      if (isFailure(result)) this.#libc.setErrno(result.errno);
      this.mark(stream, result === 0 ? "endOfFile" : "error", "set");
      return END_OF_FILE;
    }
    this.#set(stream, "readEnd", end - kept + result);
    return memory.peek(buffer + end - kept, 1)[0]!;
  }

  unget(stream: Stream, byte: number): boolean {
    const { memory } = this.#libc;
    let start = this.#get(stream, "readStart");
    const end = this.#get(stream, "readEnd");
    const buffer = this.#get(stream, "buffer");
    if (start === 0) {
      if (end >= BUFFER_BYTES) return false;
      memory.poke(buffer + 1, memory.peek(buffer, end));
      this.#set(stream, "readEnd", end + 1);
      start = 1;
    }
    memory.poke(buffer + start - 1, Uint8Array.of(byte));
    this.#set(stream, "readStart", start - 1);
    this.mark(stream, "endOfFile", "clear");
    return true;
  }

  readAhead(stream: Stream): number {
    return this.#get(stream, "readEnd") - this.#get(stream, "readStart");
  }

  forget(stream: Stream): number {
    const ahead = this.readAhead(stream);
    this.#set(stream, "readStart", 0);
    this.#set(stream, "readEnd", 0);
    return ahead;
  }

  /** A stream for both ways: before writing, the position goes back to where reading stopped. */
  #dropReadAhead(stream: Stream): void {
    const file = this.#kernel.descriptors.get(this.fd(stream));
    const ahead = this.forget(stream);
    if (file?.kind === "node") file.position -= ahead;
  }
}

/** The three standard streams, open, over a fresh mapping. */
export function createStreams(libc: LibcState, kernel: KernelParts): Streams {
  const streams = new GuestStreams(libc, kernel);
  streams.start();
  return streams;
}
