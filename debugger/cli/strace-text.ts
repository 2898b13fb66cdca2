// `--strace`: a system call as strace would print it, with strings, flags and errno in words.

import { errnoName, errnoText } from "../../server/facts/errno.ts";
import { flagSets, flagsText } from "../../server/facts/flags.ts";
import { type Abi, type FlagsName, type SyscallArgument, syscallByNumber } from "../../server/facts/syscalls.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent } from "../os/events.ts";

const SHOWN_BYTES = 32;
const LARGEST_ERRNO = 4095n;

type Exit = Extract<MachineEvent, { kind: "syscall-exit" }>;
type Enter = Extract<MachineEvent, { kind: "syscall-enter" }>;

/** "write(1, \"hi\\n\", 3)": before the result is known, for calls that never return. */
export function syscallCallText(event: Enter | Exit, memory: Memory): string {
  const { abi, number, name, args } = event;
  const call = syscallByNumber(abi, number);
  const list = abi === "i386" ? call?.argumentsI386 : call?.arguments;
  if (!call || !list) return `${name}(${args.map((arg) => hexText(arg)).join(", ")})`;
  const result = event.kind === "syscall-exit" ? event.result : 0n;
  const shown = list.map((argument, k) => argumentText(argument, args[k] ?? 0n, { args, list, abi, result, memory }));
  return `${name}(${shown.join(", ")})`;
}

/** The whole line: call, result, errno and why. */
export function syscallText(event: Exit, memory: Memory): string {
  const { result, why } = event;
  const failed = result < 0n && result >= -LARGEST_ERRNO;
  const number = Number(-result);
  const outcome = failed ? `-1 ${errnoName(number) ?? number} (${errnoText(number)})` : resultText(result);
  return `${syscallCallText(event, memory)} = ${outcome}${why ? `  [${why}]` : ""}`;
}

const hexText = (value: bigint): string => (value === 0n ? "0" : `0x${value.toString(16)}`);
const resultText = (value: bigint): string =>
  value > 0xffffn || value < 0n ? hexText(BigInt.asUintN(64, value)) : `${value}`;

interface CallContext {
  readonly args: readonly bigint[];
  readonly list: readonly SyscallArgument[];
  readonly abi: Abi;
  readonly result: bigint;
  readonly memory: Memory;
}

function argumentText(argument: SyscallArgument, value: bigint, context: CallContext): string {
  const { type } = argument;
  if (Object.hasOwn(flagSets, type)) return flagsText(type as FlagsName, value);
  switch (type) {
    case "int":
    case "fd":
    case "pid":
    case "signal":
    case "long":
    case "off":
      return BigInt.asIntN(context.abi === "i386" || type === "int" || type === "fd" ? 32 : 64, value).toString();
    case "dirfd":
      return BigInt.asIntN(32, value) === -100n ? "AT_FDCWD" : BigInt.asIntN(32, value).toString();
    case "uint":
    case "size":
      return value.toString();
    case "mode":
      return `0${value.toString(8)}`;
    case "path":
      return value === 0n ? "NULL" : stringAt(context.memory, value, undefined);
    case "in":
      return bufferText(argument, value, context);
    case "out":
      return argument.name === "buffer" && context.result > 0n
        ? stringAt(context.memory, value, Number(context.result))
        : pointerText(value);
    default:
      return pointerText(value);
  }
}

const pointerText = (value: bigint): string => (value === 0n ? "NULL" : hexText(value));

function bufferText(argument: SyscallArgument, value: bigint, { args, list, memory }: CallContext): string {
  const counter = list.findIndex((other) => other.name === argument.size);
  if (counter < 0) return pointerText(value);
  return stringAt(memory, value, Number(args[counter] ?? 0n));
}

/** The bytes as a C string literal, cut after 32; up to the first zero byte when no length is given. */
function stringAt(memory: Memory, address: bigint, sizeBytes: number | undefined): string {
  if (address >= 1n << 47n) return hexText(address);
  const wanted = Math.min(sizeBytes ?? 256, SHOWN_BYTES + 1);
  let bytes = memory.peek(Number(address), wanted);
  if (bytes.length === 0 && wanted > 0) return hexText(address);
  const end = sizeBytes === undefined ? bytes.indexOf(0) : -1;
  if (end >= 0) bytes = bytes.subarray(0, end);
  const cut = bytes.length > SHOWN_BYTES;
  return `"${Array.from(bytes.subarray(0, SHOWN_BYTES), escaped).join("")}"${cut ? "..." : ""}`;
}

const ESCAPES: Readonly<Record<number, string>> = { 9: "\\t", 10: "\\n", 13: "\\r", 34: '\\"', 92: "\\\\" };

function escaped(byte: number): string {
  const known = ESCAPES[byte];
  if (known !== undefined) return known;
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
}
