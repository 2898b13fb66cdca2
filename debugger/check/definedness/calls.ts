// Definedness at the borders of the program: what libc and the kernel are given, what they read, and what they copy. A copying
// function hands undefined bytes on; every other function that reads them lets them decide something.

import { isLibcFunction, type LibcParameter, signatureOf } from "../../../server/facts/libc.ts";
import { isArgumentUsed, syscallRegisterNumbers } from "../../../server/facts/syscall-setup.ts";
import { syscallByNumber } from "../../../server/facts/syscalls.ts";
import { SHADOW } from "../../mem/layout.ts";
import type { MachineEvent } from "../../os/events.ts";
import { bytesText, type Context } from "../context.ts";
import { type BufferPart, textsOf } from "../syscall-buffers.ts";
import { setDefined, setUndefined } from "./bytes.ts";
import { undefinedBytes } from "./evaluate.ts";
import { checkFormat, integerArgument, vectorArgument } from "./formats.ts";
import { reportUse } from "./report.ts";
import type { Tracker } from "./tracker.ts";

type Of<Kind extends MachineEvent["kind"]> = Extract<MachineEvent, { kind: Kind }>;

const COPIES = new Set(["memcpy", "mempcpy", "memmove", "bcopy", "wmemcpy", "wmemmove", "realloc", "reallocarray"]);
/** Functions that hand bytes on without looking at them. */
const MOVES_ONLY = new Set([...COPIES, "qsort", "bsearch", "free", "setvbuf"]);
const OPEN = SHADOW.undefined | SHADOW.partial;

/** Undefined bytes that a copying function has read and not written yet; of the running call only. */
const copied = new WeakMap<Context, { readonly sizeBytes: number; readonly undef: Uint8Array } | undefined>();

const SIZES: Readonly<Record<string, number>> = { int: 4, unsigned: 4, longlong: 8, "unsigned longlong": 8 };

const TAKES_BYTE = new Set(
  "putchar putc fputc putchar_unlocked putc_unlocked fputc_unlocked memset __memset_chk memchr memrchr rawmemchr memccpy strchr strrchr strchrnul index rindex exit _exit _Exit quick_exit".split(
    " ",
  ),
);
/** An int of which the function takes its lowest byte: a character, or a status of which the parent sees no more. */
const isByte = (called: string, { name, type }: LibcParameter): boolean =>
  type === "int" && TAKES_BYTE.has(called) && /^(?:character|byte|status)$/.test(name);

/** Texts that libc hands on to the kernel whole: names of files, commands. Of others it tells what it reads itself. */
const isName = (called: string, { name, text }: LibcParameter): boolean =>
  text.startsWith("const char *") &&
  (/^(path|old|new|command|target)$/.test(name) || (name === "name" && /^(memfd_create|shm_|sem_|mq_)/.test(called)));

/** A name that libc is given, up to its zero byte. What is told is not told again where libc reads it. */
function checkName(
  context: Context,
  tracker: Tracker,
  { name, args }: Of<"libc-enter">,
  index: number,
  parameter: string,
  pc: number,
  time: number,
): void {
  const pointer = args[index] ?? 0n;
  if (pointer === 0n || pointer >= 1n << 47n) return;
  const what = `the ${parameter} that ${name} is given`;
  const told = checkText(context, tracker, Number(pointer), what, pc, time);
  if (told > 0) setDefined(context, Number(pointer), told);
}

/** Words of floating-point arguments on the stack of i386. */
const STACK_WORDS: Readonly<Record<string, number>> = { float: 1, double: 2, longdouble: 3 };

/** At a call of a libc function: arguments that were never set. */
export function checkLibcArguments(
  context: Context,
  tracker: Tracker,
  event: Of<"libc-enter">,
  pc: number,
  time: number,
): void {
  copied.set(context, undefined);
  compared.set(context, undefined);
  if (!isLibcFunction(event.name)) return;
  const { parameters, variadic } = signatureOf(event.name);
  const is64 = context.options.core.bits === 64;
  let [integers, floats] = [0, 0];
  parameters.forEach((parameter, position) => {
    const what = `Argument ${position + 1} (${parameter.name}) of ${event.name}`;
    const words = STACK_WORDS[parameter.type];
    if (words !== undefined) {
      const isVector = is64 && parameter.type !== "longdouble";
      const unset = isVector ? vectorArgument(context, floats++, parameter.type === "float" ? 4 : 8) : undefined;
      if (unset) reportUse(context, { kind: "argument", origin: unset.origin, what, time }, pc);
      // i386: numbers lie on the stack between the other arguments.
      if (!is64) integers += words;
      return;
    }
    const index = integers++;
    if (isName(event.name, parameter)) checkName(context, tracker, event, index, parameter.name, pc, time);
    const sizeBytes = isByte(event.name, parameter) ? 1 : (SIZES[parameter.type] ?? 8);
    const unset = integerArgument(context, tracker, index, sizeBytes);
    if (unset === undefined) return;
    const kind = /^_?exit$/.test(event.name) ? "status" : "argument";
    reportUse(context, { kind, origin: unset.origin, what, time }, pc);
  });
  const format = parameters.findIndex(({ name, text }) => name === "format" && text === "const char *");
  const isList = parameters.at(-1)?.text === "va_list";
  if (format >= 0 && (variadic || isList)) checkFormat(context, tracker, event, { format, integers, isList }, pc, time);
}

/** What a function reads and decides by. */
function examined(
  context: Context,
  tracker: Tracker,
  { address, sizeBytes, name }: Of<"libc-access">,
  pc: number,
): void {
  const undef = undefinedBytes(context.options.memory, address, sizeBytes);
  const count = undef.reduce((sum, byte) => sum + (byte === 0 ? 0 : 1), 0);
  const origin = tracker.originOf(address, sizeBytes);
  const kind = /^(fwrite|write)$/.test(name) ? "syscall" : "examined";
  reportUse(context, { kind, origin, what: `${neverSet(sizeBytes, `${name} reads`, count)}.` }, pc);
}

/** The first of the two ranges that a function compares, between its accesses. */
const compared = new WeakMap<Context, number | undefined>();
const COMPARES = new Set(["memcmp", "bcmp"]);

/** Behind the first difference nothing counts. */
function checkCompared(
  context: Context,
  tracker: Tracker,
  both: readonly number[],
  event: Of<"libc-access">,
  pc: number,
): void {
  const { memory } = context.options;
  const [left, right] = both.map((address) => memory.peek(address, event.sizeBytes));
  const difference = left!.findIndex((byte, k) => byte !== right![k]);
  const sizeBytes = difference < 0 ? event.sizeBytes : difference + 1;
  for (const address of both)
    if (memory.shadowBits(address, sizeBytes) & OPEN) examined(context, tracker, { ...event, address, sizeBytes }, pc);
}

/** libc reads or writes the program's memory. */
export function libcAccess(context: Context, tracker: Tracker, event: Of<"libc-access">, pc: number): void {
  const { memory } = context.options;
  const { address, sizeBytes, name } = event;
  if (sizeBytes > 1 << 24) return;
  const isOpen = memory.shadowBits(address, sizeBytes);
  if (event.access === "read") {
    if (COPIES.has(name)) {
      const undef = isOpen & OPEN ? undefinedBytes(memory, address, sizeBytes) : undefined;
      copied.set(context, undef && { sizeBytes, undef });
    } else if (COMPARES.has(name)) {
      const other = compared.get(context);
      compared.set(context, other === undefined ? address : undefined);
      if (other !== undefined) checkCompared(context, tracker, [other, address], event, pc);
    } else if (isOpen & OPEN && !MOVES_ONLY.has(name)) examined(context, tracker, event, pc);
    return;
  }
  const source = copied.get(context);
  copied.set(context, undefined);
  if (source?.sizeBytes === sizeBytes) setUndefined(context, address, source.undef);
  else if (isOpen & OPEN) setUndefined(context, address, new Uint8Array(sizeBytes));
}

/** Longest name that the kernel takes (PATH_MAX). */
const NAME_LIMIT_BYTES = 4096;

/** Entries of a list of texts, and texts, that are looked at. */
const LIST_LIMIT = 256;

/** What of texts the kernel is given: file names, and lists of arguments. */
const NAMES_AND_LISTS: readonly string[] = ["path", "strings"];

/** File names and lists of texts that the kernel is given: up to their ends all must have been set. */
export function checkKernelNames(
  context: Context,
  tracker: Tracker,
  event: Of<"syscall-enter">,
  pc: number,
  time: number,
  types = NAMES_AND_LISTS,
): void {
  for (const { argument, address } of textsOf(event)) {
    const { type, name } = argument;
    if (!types.includes(type)) continue;
    const what = `the ${name} that ${event.name} hands to the kernel`;
    if (type === "strings") checkTexts(context, tracker, address, event.abi === "i386" ? 4 : 8, what, pc, time);
    if (type === "path") checkText(context, tracker, address, what, pc, time);
  }
}

/** A text up to its zero byte. @returns its length when something in it was never set, else 0. */
function checkText(
  context: Context,
  tracker: Tracker,
  address: number,
  what: string,
  pc: number,
  time: number,
): number {
  const { memory } = context.options;
  const text = memory.peek(address, NAME_LIMIT_BYTES);
  const end = text.indexOf(0) + 1 || text.length;
  if (end === 0 || (memory.shadowBits(address, end) & OPEN) === 0) return 0;
  const first = undefinedBytes(memory, address, end).findIndex((byte) => byte !== 0);
  if (first < 0) return 0;
  const origin = tracker.originOf(address + first, 1);
  reportUse(context, { kind: "syscall", origin, what: `The byte at offset ${first} of ${what}`, time }, pc);
  return end;
}

/** A list of addresses of texts, closed by a null pointer, with its texts. */
function checkTexts(
  context: Context,
  tracker: Tracker,
  list: number,
  word: number,
  what: string,
  pc: number,
  time: number,
): void {
  const { memory } = context.options;
  for (let k = 0; k < LIST_LIMIT; k++) {
    const at = list + k * word;
    const bytes = memory.peek(at, word);
    if (bytes.length < word) return;
    if (undefinedBytes(memory, at, word).some((byte) => byte !== 0)) {
      const entry = k === 0 ? "The first entry" : `Entry ${k + 1}`;
      const use = { kind: "syscall", origin: tracker.originOf(at, word), what: `${entry} of ${what}`, time } as const;
      reportUse(context, use, pc);
      return;
    }
    const address = Number(bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n));
    if (address === 0 || address >= 2 ** 47) return;
    if (checkText(context, tracker, address, `text ${k + 1} of ${what}`, pc, time) > 0) return;
  }
}

/** "Of the 8 bytes that puts reads, one was never set". */
function neverSet(sizeBytes: number, use: string, count: number): string {
  if (sizeBytes === 1) return `The byte that ${use} was never set`;
  return `Of the ${bytesText(sizeBytes)} that ${use}, ${count === 1 ? "one was" : `${count} were`} never set`;
}

/** All general registers in `dirty`. */
const GENERAL = 0xffff;

/** At a system call of the program itself: number, arguments and what the kernel reads. */
export function checkSyscall(
  context: Context,
  tracker: Tracker,
  event: Of<"syscall-enter">,
  pc: number,
  time: number,
): void {
  if ((context.shadow.dirty & GENERAL) === 0) return;
  const call = syscallByNumber(event.abi, event.number);
  const registers = syscallRegisterNumbers[event.abi];
  if (tracker.registerBits(0) & 0xffffffffn) {
    reportUse(
      context,
      { kind: "syscall", origin: tracker.originOfRegister(0), what: "The number of the system call", time },
      pc,
    );
  }
  const list = event.abi === "i386" ? call?.argumentsI386 : call?.arguments;
  list?.forEach((argument, index) => {
    const register = registers[index];
    if (register === undefined || tracker.registerBits(register) === 0n) return;
    const narrow = /^(int|uint|fd|dirfd|mode|signal|pid|open|prot|map|whence|access)$/.test(argument.type);
    const isStatus = /^exit(_group)?$/.test(event.name);
    const mask = isStatus ? 0xffn : narrow || event.abi === "i386" ? 0xffffffffn : 0xffffffffffffffffn;
    if ((tracker.registerBits(register) & mask) === 0n) return;
    if (!isArgumentUsed(call!, event.abi, index, (other) => event.args[other])) return;
    const what = isStatus ? "The exit status" : `Argument ${index + 1} (${argument.name}) of ${event.name}`;
    reportUse(
      context,
      { kind: isStatus ? "status" : "syscall", origin: tracker.originOfRegister(register), what, time },
      pc,
    );
  });
}

/** Parts of structures that the kernel does not use: padding, a restorer that a flag asks for, what it only hands back. */
const UNREAD: Readonly<
  Record<"x86_64" | "i386", Readonly<Record<string, readonly (readonly [from: number, to: number])[]>>>
> = {
  x86_64: {
    "{sigaction}": [[16, 24]],
    "{sigaltstack}": [[12, 16]],
    "{sigevent}": [
      [0, 12],
      [16, 64],
    ],
    "{mqattr}": [
      [0, 8],
      [24, 64],
    ],
    "{epollevent}": [[4, 12]],
    "{flock}": [
      [4, 8],
      [24, 32],
    ],
  },
  i386: {
    "{sigaction}": [[8, 12]],
    "{sigevent}": [
      [0, 8],
      [12, 64],
    ],
    "{mqattr}": [
      [0, 4],
      [12, 32],
    ],
    "{epollevent}": [[4, 12]],
    "{flock}": [[12, 16]],
    "{flock64}": [[20, 24]],
  },
};

/** Bytes of a socket's address that count, by family: a local one's name ends at its zero byte (unix(7), ip(7), ipv6(7)). */
function addressBytes(bytes: Uint8Array): number {
  const family = bytes[0]! | (bytes[1]! << 8);
  if (family === 2) return 8;
  if (family === 1) return bytes.indexOf(0, 2) + 1 || bytes.length;
  return family === 10 ? 28 : bytes.length;
}

/** Nanoseconds that stand for the present time or for none: the seconds do not count then (utimensat(2)). */
const IS_NOW = /^3fffff(ff|fe)$/;

/** What the kernel does not look at of what it is given counts as set. */
function forgetUnread(
  event: Of<"syscall-enter">,
  { argument, address, sizeBytes }: BufferPart,
  undef: Uint8Array,
  peek: (address: number, sizeBytes: number) => Uint8Array,
): void {
  for (const [from, to] of UNREAD[event.abi][argument.size] ?? []) undef.fill(0, from, to);
  // Of each descriptor that poll is given the kernel writes the last two bytes.
  if (argument.view === "poll") for (let k = 6; k < undef.length; k += 8) undef.fill(0, k, k + 2);
  if (argument.view.startsWith("sockaddr") && sizeBytes >= 2) undef.fill(0, addressBytes(peek(address, sizeBytes)));
  if (!event.name.startsWith("utimensat") || argument.name !== "times") return;
  const half = sizeBytes / 4;
  for (const at of [0, 2 * half]) {
    const digits = Array.from(peek(address + at + half, 4), (byte) => byte.toString(16).padStart(2, "0")).reverse();
    if (IS_NOW.test(digits.join(""))) undef.fill(0, at, at + half);
  }
}

/** Undefined bytes in what the kernel is told to read; from libc's functions too, when they hand on the program's buffer. */
export function checkKernelReads(
  context: Context,
  tracker: Tracker,
  event: Of<"syscall-enter">,
  parts: readonly BufferPart[],
  pc: number,
  time: number,
): void {
  const { memory } = context.options;
  parts.forEach((part) => {
    const { argument, address, sizeBytes } = part;
    const isRead = argument.type === "in" || argument.type === "inout";
    if (!isRead || (memory.shadowBits(address, sizeBytes) & OPEN) === 0) return;
    const undef = undefinedBytes(memory, address, sizeBytes);
    forgetUnread(event, part, undef, (at, size) => memory.peek(at, size));
    const first = undef.findIndex((byte) => byte !== 0);
    if (first < 0) return;
    const count = undef.reduce((sum, byte) => sum + (byte === 0 ? 0 : 1), 0);
    const what = `${neverSet(sizeBytes, `${event.name} hands to the kernel`, count)}${sizeBytes === 1 ? "" : `: the first at offset ${first}`}.`;
    const origin = tracker.originOf(address + first, sizeBytes - first);
    reportUse(context, { kind: "syscall", origin, what, time }, pc);
  });
}
