// System calls as the strace command writes them: name, decoded arguments, result, one line a call. Works from the events
// alone; buffers are read from guest memory at the moment when they hold what counts (input buffers at entry, output
// buffers at return).
// Source: strace(1), and what strace 6.1 prints.

import { errnoName, errnoText } from "../../server/facts/errno.ts";
import { flagsText } from "../../server/facts/flags.ts";
import { signalName } from "../../server/facts/signals.ts";
import {
  type Abi,
  bufferBytes,
  type FlagsName,
  type Syscall,
  type SyscallArgument,
  syscallByNumber,
} from "../../server/facts/syscalls.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent } from "./events.ts";
import { AT_FDCWD } from "./open-flags.ts";

/** strace shows this many bytes of a string or buffer. */
const SHOWN_BYTES = 32;
const PATH_BYTES = 4096;
/** Column of the equals sign, unless the call is longer. */
const RESULT_COLUMN = 39;

const escapes: Readonly<Record<number, string>> = {
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
  34: '\\"',
  92: "\\\\",
};

/** A C string literal; octal escapes are short where no digit follows. */
function quote(bytes: Uint8Array): string {
  let text = "";
  for (const [k, byte] of bytes.entries()) {
    const next = bytes[k + 1] ?? 0;
    const digitFollows = next >= 48 && next <= 55;
    if (escapes[byte] !== undefined) text += escapes[byte];
    else if (byte >= 32 && byte < 127) text += String.fromCharCode(byte);
    else text += `\\${byte.toString(8).padStart(digitFollows ? 3 : 1, "0")}`;
  }
  return `"${text}"`;
}

interface Shown {
  readonly call: Syscall;
  readonly abi: Abi;
  readonly args: readonly bigint[];
  readonly memory: Memory;
}

const isAddress = (value: bigint): boolean => value > 0n && value < 1n << 47n;
const hex = (value: bigint): string => (value === 0n ? "NULL" : `0x${value.toString(16)}`);

/** Bytes at a pointer as far as they are mapped; undefined when the first is not. */
function bytesAt(memory: Memory, pointer: bigint, sizeBytes: number): Uint8Array | undefined {
  if (sizeBytes === 0) return new Uint8Array(0);
  if (!isAddress(pointer)) return undefined;
  const bytes = memory.peek(Number(pointer), sizeBytes);
  return bytes.length > 0 ? bytes : undefined;
}

function bufferText(memory: Memory, pointer: bigint, sizeBytes: number): string {
  const bytes = bytesAt(memory, pointer, Math.min(sizeBytes, SHOWN_BYTES + 1));
  if (!bytes) return hex(pointer);
  return quote(bytes.subarray(0, SHOWN_BYTES)) + (bytes.length > SHOWN_BYTES ? "..." : "");
}

function pathText(memory: Memory, pointer: bigint): string {
  const bytes = bytesAt(memory, pointer, PATH_BYTES);
  const end = bytes?.indexOf(0) ?? -1;
  return bytes && end >= 0 ? quote(bytes.subarray(0, end)) : hex(pointer);
}

/** {tv_sec=1, tv_nsec=0} */
function pairText({ memory, abi }: Shown, pointer: bigint, names: readonly [string, string], wide: boolean): string {
  const bytes = abi === "i386" && !wide ? 4 : 8;
  const both = bytesAt(memory, pointer, 2 * bytes);
  if (!both || both.length < 2 * bytes) return hex(pointer);
  const view = new DataView(both.buffer, both.byteOffset);
  const word = (at: number): bigint => (bytes === 8 ? view.getBigInt64(at, true) : BigInt(view.getInt32(at, true)));
  return `{${names[0]}=${word(0)}, ${names[1]}=${word(bytes)}}`;
}

function structText(shown: Shown, size: string, pointer: bigint): string {
  if (size === "{timespec}" || size === "{timespec64}")
    return pairText(shown, pointer, ["tv_sec", "tv_nsec"], size === "{timespec64}");
  if (size === "{timeval}") return pairText(shown, pointer, ["tv_sec", "tv_usec"], false);
  if (size === "{utsname}") {
    const bytes = bytesAt(shown.memory, pointer, 130);
    if (bytes)
      return `{sysname=${quote(bytes.subarray(0, bytes.indexOf(0)))}, nodename=${quote(bytes.subarray(65, bytes.indexOf(0, 65)))}, ...}`;
  }
  if (size === "{time}") {
    const bytes = shown.abi === "i386" ? 4 : 8;
    const word = bytesAt(shown.memory, pointer, bytes);
    if (word?.length === bytes) return `[${word.reduceRight((value, byte) => value * 256 + byte, 0)}]`;
  }
  return hex(pointer);
}

function vectorText({ memory, abi }: Shown, pointer: bigint, count: number): string {
  const bytes = abi === "i386" ? 4 : 8;
  const table = bytesAt(memory, pointer, Math.min(count, 16) * 2 * bytes);
  if (!table) return hex(pointer);
  const word = (at: number): bigint =>
    table.subarray(at, at + bytes).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  const entries: string[] = [];
  for (let at = 0; at + 2 * bytes <= table.length; at += 2 * bytes) {
    const length = Number(word(at + bytes));
    entries.push(`{iov_base=${bufferText(memory, word(at), length)}, iov_len=${length}}`);
  }
  return `[${entries.join(", ")}]`;
}

const signed32 = (value: bigint): bigint => BigInt.asIntN(32, value);

function numberText({ type }: SyscallArgument, value: bigint, bits: 32 | 64): string {
  switch (type) {
    case "dirfd":
      return signed32(value) === BigInt(AT_FDCWD) ? "AT_FDCWD" : `${signed32(value)}`;
    case "fd":
    case "int":
    case "pid":
      return `${signed32(value)}`;
    case "uint":
      return `${BigInt.asUintN(32, value)}`;
    case "size":
      return `${value}`;
    case "long":
    case "off":
      return `${BigInt.asIntN(bits, value)}`;
    case "mode":
      return `0${(value & 0o7777n).toString(8)}`;
    case "signal":
      return signalName(Number(signed32(value))) ?? `${signed32(value)}`;
    case "hex":
      return `0x${value.toString(16)}`;
    case "address":
      return hex(value);
    default:
      return flagsText(type as FlagsName, type === "open" ? BigInt.asUintN(32, value) : value);
  }
}

const afterwards = new Set(["out", "inout", "iovout"]);

/** One argument. `result` is there at return only. */
function argumentText(shown: Shown, argument: SyscallArgument, value: bigint, result: bigint | undefined): string {
  const { memory, abi, args, call } = shown;
  switch (argument.type) {
    case "path":
      return pathText(memory, value);
    case "strings":
      return hex(value);
    case "in":
    case "out":
    case "inout": {
      if (argument.size.startsWith("{")) return structText(shown, argument.size, value);
      const asked = Number(bufferBytes(argument, call, abi, args) ?? 0n);
      // What a read filled is as long as its result.
      if (argument.type === "out" && result !== undefined)
        return result < 0n ? hex(value) : bufferText(memory, value, Math.min(asked, Number(result)));
      return bufferText(memory, value, asked);
    }
    case "iovin":
    case "iovout": {
      const list = abi === "i386" ? call.argumentsI386 : call.arguments;
      const count = Number(signed32(args[list.findIndex(({ name }) => name === argument.size)] ?? 0n));
      return vectorText(shown, value, Math.max(0, count));
    }
    default:
      return numberText(argument, value, abi === "i386" ? 32 : 64);
  }
}

/** Calls whose last argument is there only if an earlier one says so. */
function relevant(name: string, list: readonly SyscallArgument[], args: readonly bigint[]): readonly SyscallArgument[] {
  if (name === "open" && (args[1]! & 0o100n) === 0n) return list.slice(0, 2);
  if (name === "fcntl" && (args[1] === 1n || args[1] === 3n)) return list.slice(0, 2);
  if (name === "openat" && (args[2]! & 0o100n) === 0n) return list.slice(0, 3);
  return list;
}

const addressResults = new Set(["mmap", "mmap2", "brk", "mremap", "shmat"]);

function resultText(name: string, result: bigint): string {
  const error = result < 0n && result > -4096n ? errnoName(Number(-result)) : undefined;
  if (error) return `-1 ${error} (${errnoText(Number(-result))})`;
  return addressResults.has(name) ? `0x${BigInt.asUintN(64, result).toString(16)}` : `${result}`;
}

/**
 * A listener for machine events; `write` gets each line without its newline. A call that waits for input is entered more
 * than once and written once, when it returns.
 */
export function createStrace(memory: Memory, write: (line: string) => void): (event: MachineEvent) => void {
  /** Texts of the arguments as they were at entry. */
  let entered: string[] = [];
  const shownOf = (event: { abi: Abi; number: number; args: readonly bigint[] }): Shown | undefined => {
    const call = syscallByNumber(event.abi, event.number);
    return call && { call, abi: event.abi, args: event.args, memory };
  };
  const listOf = ({ call, abi, args }: Shown): readonly SyscallArgument[] =>
    relevant(call.name, abi === "i386" ? call.argumentsI386 : call.arguments, args);
  const line = (name: string, texts: readonly string[], result: string): void =>
    write(`${`${name}(${texts.join(", ")})`.padEnd(RESULT_COLUMN)} = ${result}`);

  return (event) => {
    if (event.kind === "syscall-enter") {
      const shown = shownOf(event);
      entered = shown
        ? listOf(shown).map((argument, k) => argumentText(shown, argument, event.args[k] ?? 0n, undefined))
        : [];
      if (event.name === "exit" || event.name === "exit_group") line(event.name, entered, "?");
    } else if (event.kind === "syscall-exit") {
      const shown = shownOf(event);
      const texts = shown
        ? listOf(shown).map((argument, k) =>
            afterwards.has(argument.type)
              ? argumentText(shown, argument, event.args[k] ?? 0n, event.result)
              : entered[k]!,
          )
        : event.args.map((value) => `0x${value.toString(16)}`);
      line(event.name, texts, resultText(event.name, event.result));
    } else if (event.kind === "exit") write(`+++ exited with ${event.code} +++`);
  };
}

/** The line for a process that a signal ended. */
export const straceKilled = (signal: string): string => `+++ killed by ${signal} +++`;
