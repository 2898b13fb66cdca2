// Linux's system calls as rows: name, number in both ABIs, typed arguments, what it does. Dispatch, `--strace`, the
// checker's buffer checks, hover and completion all read this one table. A row without arguments is a name that can be
// told but that nothing here executes. What executes is debugger/os, one function a row.
// Source: the kernel's arch/x86/entry/syscalls tables; the Linux man pages' section 2.

import type { FlagsName } from "./flags.ts";
import { everydayRows, type Row } from "./syscall-everyday.ts";
import { syscallRows } from "./syscall-rows.ts";

/**
 * What an argument means. Buffers and structures say what the kernel does with them; `size` tells how many bytes:
 * the name of the argument that counts them, or a structure's name (see structBytes), or a number; a count may be multiplied
 * ("count*8"), divided, rounded up ("count/8" bits), or have a machine word in front ("size+word").
 */
export interface SyscallArgument {
  readonly name: string;
  readonly type: ArgumentType;
  /** Only for in, out, inout: "count", "{stat}", "16", "count*8"; for iovin, iovout and messages what counts entries. */
  readonly size: string;
  /** The pointer may be NULL. */
  readonly optional: boolean;
  /** How a person wants to see it, where type and size do not say so: a row of debugger/os/strace-views.ts; else "". */
  readonly view: string;
}

export type ArgumentType =
  // numbers
  | "int"
  | "uint"
  | "long"
  | "hex"
  | "size"
  | "off"
  | "fd"
  | "dirfd"
  | "pid"
  | "address"
  | "mode"
  | "signal"
  // words and flags: see flags.ts
  | FlagsName
  // memory
  | "path" // zero-terminated string the kernel reads
  | "strings" // NULL-terminated array of strings
  | "in"
  | "out"
  | "inout"
  | "iovin"
  | "iovout"
  | "msgin" // messages of sendmsg: as many as the counting argument says, or one
  | "msgout";

export type Abi = "x86_64" | "i386";

export type SyscallName = keyof ReturnType<typeof syscallRows>;

export interface Syscall {
  readonly name: SyscallName;
  /** undefined where the ABI does not have it. */
  readonly x86_64: number | undefined;
  readonly i386: number | undefined;
  /** One sentence; "" for calls that are only named. */
  readonly summary: string;
  readonly arguments: readonly SyscallArgument[];
  readonly argumentsI386: readonly SyscallArgument[];
}

/** Bytes of the structures that arguments point to, [x86-64, i386]. */
export const structBytes: Readonly<Record<string, readonly [number, number]>> = {
  stat: [144, 64],
  stat64: [144, 96],
  statx: [256, 256],
  statfs: [120, 64],
  timespec: [16, 8],
  timespec64: [16, 16],
  timeval: [16, 8],
  itimerval: [32, 16],
  time: [8, 4],
  off: [8, 4],
  tms: [32, 16],
  utsname: [390, 390],
  sigaction: [32, 20],
  sigaltstack: [24, 12],
  rlimit: [16, 8],
  rlimit64: [16, 16],
  rusage: [144, 72],
  sysinfo: [112, 64],
  mmap: [24, 24],
  utimbuf: [16, 8],
  times: [32, 16],
  pselectmask: [16, 8],
  mqattr: [64, 32],
  sigevent: [64, 64],
  epollevent: [12, 12],
  flock: [32, 16],
  flock64: [24, 24],
};

function argumentsOf(text: string): SyscallArgument[] {
  if (text === "") return [];
  return text.split(", ").map((part) => {
    const [, name = "", type = "", bracket = "", brace = "", optional = "", view = ""] =
      /^(\w+):(\w+)(?:\[([^\]]+)\]|\{(\w+)\})?(\?)?(?:=(\w+))?$/.exec(part) ?? [];
    const size = bracket || (brace && `{${brace}}`);
    return { name, type: type as ArgumentType, size, optional: optional === "?", view };
  });
}

const CHOSEN_FCNTL = {
  5: "lock:inout{flock}",
  6: "lock:in{flock}",
  7: "lock:in{flock}",
  12: "lock:inout{flock64}",
  13: "lock:in{flock64}",
  14: "lock:in{flock64}",
  36: "lock:inout{flock}",
  37: "lock:in{flock}",
  38: "lock:in{flock}",
};

/** Arguments that are memory only for some values of another: that one's name, their own, and what they are then. */
const CHOSEN: Readonly<Record<string, readonly [by: string, of: string, kinds: Readonly<Record<number, string>>]>> = {
  fcntl: ["command", "argument", CHOSEN_FCNTL],
  fcntl64: ["command", "argument", CHOSEN_FCNTL],
  prctl: ["option", "a", { 2: "signal:out[4]", 15: "name:path", 16: "name:out[16]", 37: "result:out[4]" }],
  // ARCH_GET_FS and ARCH_GET_GS.
  arch_prctl: ["code", "address", { 4099: "base:out[8]", 4100: "base:out[8]" }],
  // Words that each call for sockets takes, by number.
  socketcall: [
    "call",
    "arguments",
    Object.fromEntries(
      [3, 3, 3, 2, 3, 3, 3, 4, 4, 4, 6, 6, 2, 5, 5, 3, 3, 4, 5, 4].map((words, k) => [
        k + 1,
        `arguments:in[${4 * words}]`,
      ]),
    ),
  ],
};

const chosenBefore = new Map<string, readonly SyscallArgument[]>();

/** The arguments of a call with these values: as in the table, or as another argument says. */
export function argumentsFor(call: Syscall, abi: Abi, args: readonly bigint[]): readonly SyscallArgument[] {
  const list = abi === "i386" ? call.argumentsI386 : call.arguments;
  const chosen = Object.hasOwn(CHOSEN, call.name) ? CHOSEN[call.name] : undefined;
  if (chosen === undefined) return list;
  const [by, of, kinds] = chosen;
  const value = Number(BigInt.asUintN(32, args[list.findIndex(({ name }) => name === by)] ?? 0n));
  const kind = Object.hasOwn(kinds, value) ? kinds[value] : undefined;
  if (kind === undefined) return list;
  const key = `${call.name} ${abi} ${value}`;
  let known = chosenBefore.get(key);
  if (known === undefined) {
    known = list.map((argument) => (argument.name === of ? argumentsOf(kind)[0]! : argument));
    chosenBefore.set(key, known);
  }
  return known;
}

/** A row of the table; its arguments are taken apart when somebody asks. */
class TableCall implements Syscall {
  readonly name: SyscallName;
  readonly x86_64: number | undefined;
  readonly i386: number | undefined;
  readonly summary: string;
  readonly #row: Row;
  #arguments: readonly SyscallArgument[] | undefined;
  #argumentsI386: readonly SyscallArgument[] | undefined;

  constructor(name: SyscallName, row: Row) {
    const [x64, i386, , summary = ""] = row;
    this.name = name;
    this.x86_64 = x64 < 0 ? undefined : x64;
    this.i386 = i386 < 0 ? undefined : i386;
    this.summary = summary;
    this.#row = row;
  }
  get arguments(): readonly SyscallArgument[] {
    this.#arguments ??= argumentsOf(this.#row[2] ?? "");
    return this.#arguments;
  }
  get argumentsI386(): readonly SyscallArgument[] {
    this.#argumentsI386 ??= argumentsOf(this.#row[4] ?? this.#row[2] ?? "");
    return this.#argumentsI386;
  }
}

interface Index {
  readonly byName: Map<string, TableCall>;
  readonly x86_64: Map<number, TableCall>;
  readonly i386: Map<number, TableCall>;
}

function add({ byName, x86_64, i386 }: Index, call: TableCall): void {
  byName.set(call.name, call);
  if (call.x86_64 !== undefined) x86_64.set(call.x86_64, call);
  if (call.i386 !== undefined) i386.set(call.i386, call);
}

const emptyIndex = (): Index => ({ byName: new Map(), x86_64: new Map(), i386: new Map() });

const everyday = emptyIndex();
for (const [name, row] of Object.entries(everydayRows)) add(everyday, new TableCall(name as SyscallName, row));

let index: Index | undefined;

/** Built at first use: the start of an empty program does not pay for it. */
function indexed(): Index {
  if (index) return index;
  index = emptyIndex();
  for (const [name, row] of Object.entries(syscallRows()))
    add(index, everyday.byName.get(name) ?? new TableCall(name as SyscallName, row));
  return index;
}

/** All calls, ascending by x86-64 number, then those only i386 has. */
export const allSyscalls = (): readonly Syscall[] => [...indexed().byName.values()];

/** The call with this number; undefined when the ABI has none. */
export const syscallByNumber = (abi: Abi, number: number): Syscall | undefined =>
  everyday[abi].get(number) ?? indexed()[abi].get(number);

/** The call with this name in any ABI. */
export const syscallByName = (name: string): Syscall | undefined =>
  everyday.byName.get(name) ?? indexed().byName.get(name);

/** Which argument counts a buffer ("" or digits where none does), and its bytes from that: "count", "count*8", "count/8", "size+word". */
export function sizeRule(size: string, abi: Abi): { readonly name: string; readonly sized: (count: number) => number } {
  const [, name = "", operator, amount] = /^(\w+)(?:([*/+])(\w+))?$/.exec(size) ?? [];
  if (operator === "*") return { name, sized: (count) => count * Number(amount) };
  if (operator === "/") return { name, sized: (count) => Math.ceil(count / Number(amount)) };
  return { name, sized: operator === "+" ? (count) => count + (abi === "i386" ? 4 : 8) : (count) => count };
}

/**
 * Bytes of the buffer that `argument` points to, given the call's argument values; undefined when it is no buffer or only
 * the memory itself tells (strings, iovecs).
 */
export function bufferBytes(
  argument: SyscallArgument,
  call: Syscall,
  abi: Abi,
  args: readonly bigint[],
): bigint | undefined {
  const { type, size } = argument;
  if (type !== "in" && type !== "out" && type !== "inout") return undefined;
  if (size.startsWith("{")) {
    const bytes = structBytes[size.slice(1, -1)];
    return bytes && BigInt(bytes[abi === "i386" ? 1 : 0]);
  }
  const { name, sized } = sizeRule(size, abi);
  if (/^\d+$/.test(name)) return BigInt(name);
  const list = abi === "i386" ? call.argumentsI386 : call.arguments;
  const value = args[list.findIndex((other) => other.name === name)];
  // A number of JavaScript has no room for all digits of a count that was negative.
  return value === undefined || name === size ? value : BigInt(sized(Number(value)));
}

/** "5 bytes"; of a negative count what the kernel, which takes counts without their sign, makes of it. */
export function countText(count: number | bigint, abi: Abi): string {
  const bits = abi === "i386" ? 32 : 64;
  const signed = BigInt.asIntN(bits, BigInt(count));
  return signed < 0n ? `${signed} bytes (as a count: ${count})` : `${count} ${count === 1 ? "byte" : "bytes"}`;
}
