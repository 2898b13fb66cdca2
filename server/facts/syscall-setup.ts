// How registers are prepared for a system call, and what is surely wrong with it: a pointer or its length that the program
// never sets, and a number that belongs to the other way into the kernel. Both judge only what no correct program does:
// registers start as zero on Linux, so a descriptor, flag or status that was never set may mean zero; a buffer may not.

import { type Abi, type Syscall, type SyscallArgument, syscallByNumber } from "./syscalls.ts";

/** Registers of the arguments, in order (syscall(2)). */
export const syscallRegisters: Readonly<Record<Abi, readonly string[]>> = {
  x86_64: ["rdi", "rsi", "rdx", "r10", "r8", "r9"],
  i386: ["ebx", "ecx", "edx", "esi", "edi", "ebp"],
};

/** Encodings of `syscallRegisters`. */
export const syscallRegisterNumbers: Readonly<Record<Abi, readonly number[]>> = {
  x86_64: [7, 6, 2, 10, 8, 9],
  i386: [3, 1, 2, 6, 7, 5],
};

const listOf = (call: Syscall, abi: Abi): readonly SyscallArgument[] =>
  abi === "i386" ? call.argumentsI386 : call.arguments;

const BUFFERS = new Set(["in", "out", "inout", "iovin", "iovout", "path"]);

/** Which arguments are required buffers and their lengths: indexes, and the registers as bits. */
interface Needed {
  readonly indexes: readonly number[];
  readonly registers: number;
}

/** Worked out once for each list of arguments: asked at every system call of a checked run. */
const neededBefore = new Map<readonly SyscallArgument[], Needed>();

function neededOf(list: readonly SyscallArgument[], abi: Abi): Needed {
  const known = neededBefore.get(list);
  if (known !== undefined) return known;
  const needed = new Set<string>();
  for (const argument of list) {
    if (!BUFFERS.has(argument.type) || argument.optional) continue;
    needed.add(argument.name);
    needed.add(argument.size);
  }
  const indexes = list.flatMap(({ name }, index) => (needed.has(name) ? [index] : []));
  const registers = indexes.reduce((bits, index) => bits | (1 << syscallRegisterNumbers[abi][index]!), 0);
  const made = { indexes, registers };
  neededBefore.set(list, made);
  return made;
}

/** What another argument must be like for one to count. */
interface Condition {
  readonly by: string;
  readonly holds: (value: bigint) => boolean;
}

const flagged = (flags: bigint): Condition => ({ by: "flags", holds: (value) => (value & flags) !== 0n });
const command = (by: string, list: readonly number[]): Condition => ({
  by,
  holds: (value) => list.includes(Number(value & 127n)),
});
const CREATED = flagged(0o20000100n);
const MAPPED: Condition = { by: "flags", holds: (value) => (value & 0x20n) === 0n };
/** F_GETFD, F_GETFL, F_GETOWN and F_GETSIG take none. */
const NOT_ASKED: Condition = { by: "command", holds: (value) => ![1n, 3n, 9n, 11n].includes(value & 0xffffffffn) };
/** Where an address goes to, its length is looked at. */
const ADDRESSED: Condition = { by: "address", holds: (value) => value !== 0n };
const NEVER: Condition = { by: "option", holds: () => false };

/** Arguments that the kernel does not always look at (the calls' man pages). */
const CONDITIONS: Readonly<Record<string, Readonly<Record<string, Condition>>>> = {
  open: { mode: CREATED },
  openat: { mode: CREATED },
  mmap: { fd: MAPPED },
  mmap2: { fd: MAPPED },
  mremap: { newAddress: flagged(2n) },
  clone: { parentTid: flagged(0x101000n), childTid: flagged(0x1200000n), tls: flagged(0x80000n) },
  accept: { size: ADDRESSED },
  accept4: { size: ADDRESSED },
  recvfrom: { addressSize: ADDRESSED },
  epoll_ctl: { event: { by: "operation", holds: (value) => (value & 0xffffffffn) !== 2n } },
  mq_open: { mode: CREATED, attributes: CREATED },
  fcntl: { argument: NOT_ASKED },
  fcntl64: { argument: NOT_ASKED },
  prctl: { b: NEVER, c: NEVER, d: NEVER },
  futex: {
    timeout: command("operation", [0, 3, 4, 5, 6, 9, 11]),
    word2: command("operation", [3, 4, 5, 11, 12]),
    value3: command("operation", [4, 5, 9, 10]),
  },
};

/** The kernel looks at the argument of that index for sure; `valueAt` gives what is known of the others. */
export function isArgumentUsed(
  call: Syscall,
  abi: Abi,
  index: number,
  valueAt: (index: number) => bigint | undefined,
): boolean {
  const list = listOf(call, abi);
  const condition = CONDITIONS[call.name]?.[list[index]?.name ?? ""];
  if (condition === undefined) return true;
  const value = valueAt(list.findIndex(({ name }) => name === condition.by));
  return value !== undefined && condition.holds(value);
}

const NONE: readonly number[] = [];

/** Registers of required buffers, and of their lengths, that `written` (bit n: register n) lacks: indexes of arguments. */
export function unsetArguments(abi: Abi, number: number, written: number): readonly number[] {
  const call = syscallByNumber(abi, number);
  if (call === undefined) return NONE;
  const { indexes, registers } = neededOf(listOf(call, abi), abi);
  if ((registers & ~written) === 0) return NONE;
  return indexes.filter((index) => (written & (1 << syscallRegisterNumbers[abi][index]!)) === 0);
}

/** Numbers that beginners meet in each table, and that mean something harmless or odd in the other. */
const TELLING: Readonly<Record<Abi, readonly number[]>> = {
  i386: [1, 3, 4, 5, 6, 45],
  x86_64: [60, 231],
};

/** Numbers that mean something in the other table too: told only by registers set since the last system call. */
const COMMON: Readonly<Record<Abi, readonly number[]>> = { i386: [], x86_64: [0, 1, 2] };

/** True when every argument of the call has its register in `written`, at most three looked at. */
function prepared(call: Syscall, abi: Abi, written: number): boolean {
  const numbers = syscallRegisterNumbers[abi].slice(0, Math.min(3, listOf(call, abi).length));
  return numbers.length > 0 && numbers.every((number) => (written & (1 << number)) !== 0);
}

/** True when no register that only `abi` uses for arguments is in `written`. */
function isForeign(abi: Abi, meant: Syscall, written: number): boolean {
  const other: Abi = abi === "i386" ? "x86_64" : "i386";
  const own = syscallRegisterNumbers[abi]
    .slice(0, Math.min(2, listOf(meant, other).length))
    .filter((one) => !syscallRegisterNumbers[other].slice(0, 3).includes(one));
  return own.every((one) => (written & (1 << one)) === 0);
}

/**
 * The call that was meant when `number` is entered through `abi` with registers that fit only the other table: those of the
 * other convention are all set, and those that only this one uses never were. `fresh` are the registers set in one straight
 * line since the last system call, where that is known.
 */
export function foreignCall(abi: Abi, number: number, written: number, fresh = 0): Syscall | undefined {
  const other: Abi = abi === "i386" ? "x86_64" : "i386";
  const isCommon = COMMON[other].includes(number) && fresh !== 0;
  if (!TELLING[other].includes(number) && !isCommon) return undefined;
  const meant = syscallByNumber(other, number);
  const actual = syscallByNumber(abi, number);
  if (meant === undefined || meant.name === actual?.name) return undefined;
  const set = isCommon ? fresh : written;
  return prepared(meant, other, set) && isForeign(abi, meant, set) ? meant : undefined;
}

/**
 * The call that was meant when `number` failed on a bad address and the same number of the other table fits the arguments:
 * each of its buffers is memory of the program, and the others are small numbers.
 */
export function mistakenCall(
  abi: Abi,
  number: number,
  args: readonly bigint[],
  isMemory: (address: bigint) => boolean,
): Syscall | undefined {
  const other: Abi = abi === "i386" ? "x86_64" : "i386";
  const meant = syscallByNumber(other, number);
  const actual = syscallByNumber(abi, number);
  if (meant?.[abi] === undefined || meant.name === actual?.name || !TELLING[other].includes(number)) return undefined;
  const list = listOf(meant, other);
  const fits = list.every(({ type }, index) => {
    const value = args[index] ?? 0n;
    return BUFFERS.has(type) ? isMemory(value) : value < 0x10000n;
  });
  return fits && list.some(({ type }) => BUFFERS.has(type)) ? meant : undefined;
}
