// System calls as the strace command writes them: name, decoded arguments, result, one line a call. Works from the events
// alone; buffers are read from guest memory at the moment when they hold what counts (input buffers at entry, output
// buffers at return).
// Source: strace(1), and what strace 6.1 prints.

import { errnoName, errnoText } from "../../server/facts/errno.ts";
import { type FlagsName, flagsText } from "../../server/facts/flags.ts";
import { signalName } from "../../server/facts/signals.ts";
import { bufferBytes, type SyscallArgument, syscallByNumber } from "../../server/facts/syscalls.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent } from "./events.ts";
import { AT_FDCWD } from "./open-flags.ts";
import {
  bufferText,
  countOf,
  DUMPABLE,
  hex,
  pathText,
  pollText,
  readySets,
  type Shown,
  signalInfoText,
  signed32,
  vectorText,
  views,
} from "./strace-views.ts";

/** Column of the equals sign, unless the call is longer. */
const RESULT_COLUMN = 39;

function numberText({ name, type }: SyscallArgument, value: bigint, bits: 32 | 64): string {
  if (/^(offset|position|size)Low$/.test(name)) return `${value}`;
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
      return value === 0n ? "0" : `0x${value.toString(16)}`;
    case "address":
      return hex(value);
    case "futex":
      return flagsText(type, BigInt.asUintN(32, value)).replace("|FUTEX_PRIVATE_FLAG", "_PRIVATE");
    default:
      return flagsText(type as FlagsName, BigInt.asUintN(32, value));
  }
}

/** Arguments that hold what counts when the call has returned. */
const afterwards = new Set(["out", "iovout"]);
const viewedAfterwards = new Set(["peer", "length", "option", "msghdr", "residency"]);
const isAnswer = (call: string, { type, view }: SyscallArgument, args: readonly bigint[]): boolean => {
  if (afterwards.has(type) || viewedAfterwards.has(view)) return true;
  if (view === "ioctl") return true;
  if (view === "fcntl") return args[1] === 5n;
  return view === "prctl" && call === "prctl" && args[0] === 16n;
};

const isRemaining = ({ name }: SyscallArgument): boolean => name === "remaining";
const EINTR = -4n;

/** One argument. `shown.result` is there at return only. */
function argumentText(shown: Shown, argument: SyscallArgument, value: bigint): string {
  const { memory, abi, args, call, result } = shown;
  const { type, size } = argument;
  const isOut = type === "out" || type === "iovout" || viewedAfterwards.has(argument.view);
  if (isOut && result !== undefined && result < 0n && !(isRemaining(argument) && result === EINTR)) return hex(value);
  if (isRemaining(argument) && result === 0n) return hex(value);
  const named = argument.view || (size.startsWith("{") ? size.slice(1, -1) : "");
  const view = views[type === "strings" && named === "" ? "strings" : named];
  if (view) return view(shown, value);
  switch (type) {
    case "path":
      return pathText(memory, value);
    case "in":
    case "out":
    case "inout": {
      const asked = Number(bufferBytes(argument, call, abi, args) ?? 0n);
      // What a read filled is as long as its result.
      const length = type === "out" && result !== undefined ? Math.min(asked, Number(result)) : asked;
      return bufferText(memory, value, length);
    }
    case "iovin":
    case "iovout": {
      const count = Math.max(0, Number(signed32(BigInt(countOf(shown, size)))));
      return vectorText(shown, value, count, type === "iovout" ? Number(result ?? 0n) : undefined);
    }
    default:
      return numberText(argument, value, abi === "i386" ? 32 : 64);
  }
}

/** Arguments of a futex call by its operation. */
const FUTEX_ARGUMENTS: Readonly<Record<number, readonly number[]>> = {
  0: [0, 1, 2, 3],
  1: [0, 1, 2],
  3: [0, 1, 2, 3, 4],
  4: [0, 1, 2, 3, 4, 5],
  5: [0, 1, 2, 3, 4, 5],
  6: [0, 1, 3],
  7: [0, 1],
  8: [0, 1],
  9: [0, 1, 2, 3, 5],
  10: [0, 1, 2, 5],
};

/** Options of prctl that take nothing. */
const BARE_OPTIONS = new Set([3n, 7n, 14n, 21n, 27n, 30n, 39n]);

/** clone's arguments in strace's order, with their names; the last three only where a flag asks for them. */
const CLONE_ARGUMENTS: readonly (readonly [name: string, label: string, flags: bigint])[] = [
  ["stack", "child_stack=", 0n],
  ["flags", "flags=", 0n],
  ["parentTid", "parent_tid=", 0x101000n],
  ["tls", "tls=", 0x80000n],
  ["childTid", "child_tidptr=", 0x1200000n],
];

interface Chosen {
  readonly argument: SyscallArgument;
  readonly index: number;
  readonly label: string;
}

/** A number in two halves is one argument. */
const isUpperHalf = ({ name }: SyscallArgument): boolean => /^(offset|position|size)High$/.test(name);

function argumentValue({ abi, args }: Shown, { argument, index }: Chosen): bigint {
  const value = args[index] ?? 0n;
  if (!/^(offset|position|size)Low$/.test(argument.name)) return value;
  return abi === "i386" ? BigInt.asIntN(64, value | ((args[index + 1] ?? 0n) << 32n)) : BigInt.asIntN(64, value);
}

/** The arguments that count in this call: some are there only if an earlier one says so. */
function relevant({ call, abi, args }: Shown): readonly Chosen[] {
  const list = abi === "i386" ? call.argumentsI386 : call.arguments;
  const all = list
    .map((argument, index) => ({ argument, index, label: "" }))
    .filter(({ argument }) => !isUpperHalf(argument));
  const { name } = call;
  if (name === "open" && (args[1]! & 0o100n) === 0n) return all.slice(0, 2);
  if ((name === "fcntl" || name === "fcntl64") && [1n, 3n, 9n, 1032n, 1034n].includes(args[1]!)) return all.slice(0, 2);
  if (name === "openat" && (args[2]! & 0o100n) === 0n) return all.slice(0, 3);
  if (name === "mremap" && (args[3]! & 2n) === 0n) return all.slice(0, 4);
  if (name === "prctl") return all.slice(0, BARE_OPTIONS.has(args[0]!) ? 1 : 2);
  if (name === "futex" || name === "futex_time64") {
    const indexes = FUTEX_ARGUMENTS[Number(args[1]! & 127n)];
    return indexes ? indexes.map((index) => all[index]!) : all;
  }
  if (name !== "clone") return all;
  return CLONE_ARGUMENTS.flatMap(([argument, label, flags]) => {
    const index = list.findIndex((one) => one.name === argument);
    return flags === 0n || (args[0]! & flags) !== 0n ? [{ argument: list[index]!, index, label }] : [];
  });
}

const addressResults = new Set(["mmap", "mmap2", "brk", "mremap", "shmat"]);
const F_GETFD = 1n;
const F_GETFL = 3n;

/** Names of calls that wait for descriptors, with their arguments' time left. */
const WAITS: Readonly<Record<string, readonly [time: number, kind: "poll" | "select"]>> = {
  poll: [-1, "poll"],
  ppoll: [2, "poll"],
  ppoll_time64: [2, "poll"],
  select: [4, "select"],
  _newselect: [4, "select"],
  pselect6: [4, "select"],
  pselect6_time64: [4, "select"],
};

/** What strace adds to a result in brackets. */
function resultNote(shown: Shown, result: bigint): string {
  const { call, args } = shown;
  const waits = shown.abi === "i386" && call.name === "select" ? undefined : WAITS[call.name];
  if (waits) {
    if (result === 0n) return "Timeout";
    const [time, kind] = waits;
    const { argument } = relevant(shown)[time] ?? {};
    const ready = kind === "poll" ? pollText(shown, args[0]!, "answered") : readySets(shown);
    const left = argument && args[time] !== 0n ? `, left ${argumentText(shown, argument, args[time]!)}` : "";
    return `${ready}${left}`;
  }
  if (call.name === "fcntl" || call.name === "fcntl64") {
    if (args[1] === F_GETFD && result !== 0n) return `flags ${flagsText("descriptorflag", result)}`;
    if (args[1] === F_GETFL) return `flags ${flagsText("open", result)}`;
  }
  if (call.name === "personality") return flagsText("personality", result & 255n);
  return call.name === "prctl" && args[0] === 3n ? (DUMPABLE[Number(result)] ?? "") : "";
}

function resultText(name: string, shown: Shown | undefined, result: bigint): string {
  const error = result < 0n && result > -4096n ? errnoName(Number(-result)) : undefined;
  if (error) return `-1 ${error} (${errnoText(Number(-result))})`;
  if (addressResults.has(name)) return `0x${BigInt.asUintN(64, result).toString(16)}`;
  if (name === "umask") return result === 0n ? "0" : `0${result.toString(8)}`;
  const note = shown ? resultNote(shown, result) : "";
  const isHex = note.startsWith("flags ") && result !== 0n;
  return `${isHex ? `0x${result.toString(16)}` : result}${note === "" ? "" : ` (${note})`}`;
}

/**
 * A listener for machine events; `write` gets each line without its newline. A call that waits for input is entered more
 * than once and written once, when it returns. `who` tells which process acts.
 */
export function createStrace(
  memory: Memory,
  write: (line: string) => void,
  who: () => Acting = () => ({ id: 0, isAlone: true }),
): (event: MachineEvent) => void {
  /** Texts of the arguments as they were at entry, by process: another's call may come between. */
  const entered = new Map<number, readonly string[]>();
  /** Those whose last call ends them. */
  const ending = new Set<number>();
  const shownOf = (
    event: { abi: Shown["abi"]; number: number; args: readonly bigint[] },
    result?: bigint,
  ): Shown | undefined => {
    const call = syscallByNumber(event.abi, event.number);
    return call && { call, abi: event.abi, args: event.args, memory, result };
  };
  const tell = (text: string): void => {
    const { id, isAlone } = who();
    write(isAlone ? text : `[pid ${`${id}`.padStart(5)}] ${text}`);
  };
  const line = (name: string, texts: readonly string[], result: string): void =>
    tell(`${`${name}(${texts.join(", ")})`.padEnd(RESULT_COLUMN)} = ${result}`);
  const textsOf = (shown: Shown): string[] =>
    relevant(shown).map(
      (chosen) => `${chosen.label}${argumentText(shown, chosen.argument, argumentValue(shown, chosen))}`,
    );

  return (event) => {
    if (event.kind === "syscall-enter") {
      const shown = shownOf(event);
      const texts = shown ? textsOf(shown) : [];
      const { id } = who();
      // It may have to wait for others, too, and is entered again then.
      const isAgain = isEnd(event.name) && ending.has(id);
      entered.set(id, texts);
      if (isEnd(event.name)) ending.add(id);
      else ending.delete(id);
      if (isEnd(event.name) && !isAgain) line(event.name, texts, "?");
    } else if (event.kind === "syscall-exit") {
      const shown = shownOf(event, event.result);
      const before = entered.get(who().id) ?? [];
      const after = shown ? textsOf(shown) : event.args.map((value) => `0x${value.toString(16)}`);
      const chosen = shown ? relevant(shown) : [];
      const texts = after.map((text, k) => {
        const argument = chosen[k]?.argument;
        if (argument && !isAnswer(event.name, argument, event.args)) return before[k] ?? text;
        // A length that the kernel has changed.
        const both = argument?.view === "length" && /^\[\d+\]$/.test(text) && before[k] !== text;
        return both ? `${before[k]!.slice(0, -1)} => ${text.slice(1)}` : text;
      });
      line(event.name, texts, resultText(event.name, shown, event.result));
    } else if (event.kind === "signal" || event.kind === "fatal-signal")
      tell(`--- ${event.signal} ${signalInfoText(event.info, event.long)} ---`);
    else if (event.kind === "killed") tell(straceKilled(event.signal));
    else if (event.kind === "exit") tell(`+++ exited with ${event.code} +++`);
  };
}

const isEnd = (name: string): boolean => name === "exit" || name === "exit_group";

/** Number of the process or thread that acts, and whether there is no other. */
interface Acting {
  readonly id: number;
  readonly isAlone: boolean;
}

export function actingTask(machine: {
  tasks(): readonly { readonly id: number; readonly isCurrent: boolean }[];
}): Acting {
  const tasks = machine.tasks();
  return { id: tasks.find(({ isCurrent }) => isCurrent)?.id ?? 0, isAlone: tasks.length === 1 };
}

/** The line for a process that a signal ended. */
export const straceKilled = (signal: string): string => `+++ killed by ${signal} +++`;
