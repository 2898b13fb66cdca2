// Buffers of system calls, judged before the kernel acts: every byte that it is told to read or write must belong to the
// program, and a read into a variable must end where the variable ends.

import { isArgumentUsed, syscallRegisterNumbers } from "../../server/facts/syscall-setup.ts";
import {
  argumentsFor,
  type SyscallArgument,
  type SyscallName,
  sizeRule,
  structBytes,
  syscallByName,
  syscallByNumber,
} from "../../server/facts/syscalls.ts";
import { PAGE_BYTES, SHADOW } from "../mem/layout.ts";
import type { MachineEvent } from "../os/events.ts";
import { around } from "./blocks.ts";
import { checkGiven, isHeaded, isRunningText } from "./bounds.ts";
import { bytesText, type Context, hex, othersText, report } from "./context.ts";
import { checkOutsideAccess } from "./frames.ts";
import { type DataObject, itemCovering, objectAt, placeText, takesRecord } from "./program-map.ts";

type Enter = Extract<MachineEvent, { kind: "syscall-enter" }>;

/** Longest buffer that is looked at byte by byte. */
const BUFFER_LIMIT_BYTES = 1 << 24;

/** Bytes that the kernel, or a function that is told how many, reads or writes. */
interface BufferRange {
  readonly argument: Pick<SyscallArgument, "type" | "size">;
  readonly address: number;
  readonly sizeBytes: number;
}

interface Buffer extends BufferRange {
  readonly event: Enter;
  readonly argument: SyscallArgument;
  readonly pc: number;
  readonly time: number;
}

/** A buffer that the kernel is told of, the entries of an I/O vector among them. */
export type BufferPart = Pick<Buffer, "argument" | "address" | "sizeBytes">;

export function checkBuffers(
  context: Context,
  event: Enter,
  parts: readonly BufferPart[],
  pc: number,
  time: number,
): void {
  let previous: BufferPart | undefined;
  for (const part of parts) {
    const { argument, address, sizeBytes } = part;
    const buffer = { event, argument, address, sizeBytes, pc, time };
    if (checkNull(context, buffer)) continue;
    if (isLaterEntry(part, previous)) checkEntry(context, buffer);
    previous = part;
    if (checkOwner(context, buffer)) continue;
    checkVariable(context, buffer);
    if (argument.type === "path") continue;
    if (argument.type !== "in" && argument.type !== "out") continue;
    const access = argument.type === "in" ? "read" : "write";
    const one = { address, sizeBytes, access, pc, time, by: "the kernel", isLimit: access === "write" } as const;
    checkOutsideAccess(context, one);
    checkGiven(context, syscallRegisterNumbers[event.abi], one);
  }
}

/** Size of an entry of an I/O vector, as it is named in the call's facts. */
const ENTRY_SIZE = "length";

const isLaterEntry = ({ argument }: BufferPart, previous: BufferPart | undefined): boolean =>
  argument.size === ENTRY_SIZE && previous?.argument.size === ENTRY_SIZE;

/** The kernel stops at a later entry that it cannot use, and says how much it has done: no error tells. */
function checkEntry(context: Context, { event, address, sizeBytes, pc, time }: Buffer): void {
  if (mappedBytes(context, address, sizeBytes) > 0) return;
  report(context, {
    kind: "syscall-bad-address",
    message: `${event.name} is given an entry of ${bytesText(sizeBytes)} at ${hex(address)}, where nothing is mapped.`,
    details: ["The kernel stops there without an error: the result only counts what lies in front."],
    pc,
    time,
    address,
    sizeBytes,
    object: hex(address),
  });
}

/** Buffers at addresses where nothing is mapped: of the program's own system calls the kernel's answer tells. */
export function checkUnmapped(
  context: Context,
  event: Enter,
  parts: readonly BufferPart[],
  pc: number,
  time: number,
): void {
  const low = parts.filter(({ address, sizeBytes }) => address !== 0 && mappedBytes(context, address, sizeBytes) === 0);
  for (const address of [...low.map((part) => BigInt(part.address)), ...highBuffers(context, event)])
    report(context, {
      kind: "syscall-bad-address",
      message: `${event.name} is given a buffer at ${hex(address)}, where nothing is mapped.`,
      details: ["The kernel cannot use this address: the call fails with EFAULT."],
      pc,
      time,
      object: hex(address),
    });
}

/** Nothing was read, as at the end of a file: the kernel has not looked at where it should go. */
export function checkUnused(context: Context, event: Enter, pc: number, time: number): void {
  for (const { argument, address, sizeBytes } of buffersOf(context, event)) {
    if (argument.type !== "out" || !isCounted(argument) || mappedBytes(context, address, sizeBytes) > 0) continue;
    report(context, {
      kind: "syscall-bad-address",
      message: `${event.name} is given ${bytesText(sizeBytes)} at ${hex(address)}, where nothing is mapped.`,
      details: ["There was nothing to read this time; otherwise the call would fail with EFAULT."],
      pc,
      time,
      address,
      sizeBytes,
      object: hex(address),
    });
  }
}

/** Addresses of buffers that no program can have. */
function highBuffers(context: Context, event: Enter): bigint[] {
  const list = syscallByNumber(event.abi, event.number)?.arguments;
  if (list === undefined || event.abi !== "x86_64") return [];
  return plansOf(list, event.abi).flatMap(({ index, isVector, counter }) => {
    const address = event.args[index] ?? 0n;
    if (address >= ADDRESS_LIMIT) return [address];
    const count = event.args[counter] ?? 0n;
    if (!isVector || count > VECTOR_LIMIT) return [];
    const entries = context.options.memory.peek(Number(address), 16 * Number(count));
    const words = new BigUint64Array(entries.slice(0, entries.length - (entries.length % 16)).buffer);
    return [...words].filter((word, k) => k % 2 === 0 && word >= ADDRESS_LIMIT);
  });
}

/** How the size of a buffer is found: a number, or what is made of the value of the counting argument. */
interface Plan {
  readonly argument: SyscallArgument;
  readonly index: number;
  readonly isVector: boolean;
  readonly isMessage: boolean;
  readonly isStructure: boolean;
  readonly bytes: number | undefined;
  readonly counter: number;
  readonly sized: (count: number) => number;
}

const wordOf = (abi: Enter["abi"]): 4 | 8 => (abi === "i386" ? 4 : 8);

/** The plans of a list of arguments, made once for each: asked at every system call of a checked run. */
const plans = new Map<readonly SyscallArgument[], readonly Plan[]>();

function plansOf(list: readonly SyscallArgument[], abi: Enter["abi"]): readonly Plan[] {
  let known = plans.get(list);
  if (known === undefined) {
    known = list.flatMap((argument, index) => planOf(list, argument, index, abi));
    plans.set(list, known);
  }
  return known;
}

function planOf(list: readonly SyscallArgument[], argument: SyscallArgument, index: number, abi: Enter["abi"]): Plan[] {
  const { type, size } = argument;
  const isVector = type === "iovin" || type === "iovout";
  const isMessage = type === "msgin" || type === "msgout";
  if (!isVector && !isMessage && type !== "in" && type !== "out" && type !== "inout") return [];
  const isStructure = size.startsWith("{");
  const { name, sized } = sizeRule(size, abi);
  const bytes = isStructure
    ? structBytes[size.slice(1, -1)]?.[abi === "i386" ? 1 : 0]
    : /^\d+$/.test(name)
      ? Number(name)
      : undefined;
  const counter = list.findIndex((other) => other.name === name);
  return [{ argument, index, isVector, isMessage, isStructure, bytes, counter, sized }];
}

const ADDRESS_LIMIT = 1n << 47n;
const NONE: readonly BufferPart[] = [];
const NO_TEXTS: ReturnType<typeof textsOf> = [];

const textsBefore = new Map<readonly SyscallArgument[], readonly number[]>();

/** Indexes of the arguments that are texts or lists of texts, found once for each list of arguments. */
function textsIn(list: readonly SyscallArgument[]): readonly number[] {
  let known = textsBefore.get(list);
  if (known === undefined) {
    known = list.flatMap(({ type }, index) => (type === "path" || type === "strings" ? [index] : []));
    textsBefore.set(list, known);
  }
  return known;
}

/** Whether a system call's arguments say where memory of the program lies. */
export function handsMemory(event: Enter): boolean {
  const call = syscallByNumber(event.abi, event.number);
  if (call === undefined) return false;
  const list = argumentsFor(call, event.abi, event.args);
  return textsIn(list).length > 0 || plansOf(list, event.abi).length > 0;
}

/** Texts, and lists of texts, that a system call is given, where an address says that there is one. */
export function textsOf(event: Enter): readonly { readonly argument: SyscallArgument; readonly address: number }[] {
  const call = syscallByNumber(event.abi, event.number);
  if (call === undefined) return NO_TEXTS;
  const list = argumentsFor(call, event.abi, event.args);
  const indexes = textsIn(list);
  if (indexes.length === 0) return NO_TEXTS;
  return indexes.flatMap((index) => {
    const pointer = event.args[index] ?? 0n;
    return pointer === 0n || pointer >= ADDRESS_LIMIT ? [] : [{ argument: list[index]!, address: Number(pointer) }];
  });
}

/** All buffers of a system call whose sizes are known beforehand. */
export function buffersOf(context: Context, event: Enter): readonly BufferPart[] {
  const call = syscallByNumber(event.abi, event.number);
  if (call === undefined) return NONE;
  const planned = plansOf(argumentsFor(call, event.abi, event.args), event.abi);
  if (planned.length === 0) return NONE;
  const parts: BufferPart[] = [];
  for (const { argument, index, isVector, isMessage, isStructure, bytes, counter, sized } of planned) {
    const address = event.args[index];
    if (address === undefined || address >= ADDRESS_LIMIT) continue;
    // Where a structure is asked for, 0 mostly says that none is wanted.
    if (address === 0n && (argument.optional || isStructure)) continue;
    if (argument.optional && !isArgumentUsed(call, event.abi, index, (other) => event.args[other])) continue;
    const count = event.args[counter] ?? 0n;
    if (isVector) {
      if (count > 0n && count <= VECTOR_LIMIT)
        parts.push(...vectorParts(context, event, argument, Number(address), Number(count)));
      continue;
    }
    if (isMessage) {
      parts.push(...messageParts(context, event, argument, Number(address), argument.size === "" ? 1 : Number(count)));
      continue;
    }
    // Beyond what a number holds exactly a count is above every limit all the same.
    const sizeBytes = bytes ?? sized(Number(count));
    if (sizeBytes > 0 && sizeBytes <= BUFFER_LIMIT_BYTES) parts.push({ argument, address: Number(address), sizeBytes });
  }
  return parts;
}

/** Entries of an I/O vector that Linux takes at most. */
const VECTOR_LIMIT = 1024n;

function vectorParts(
  context: Context,
  event: Enter,
  argument: SyscallArgument,
  start: number,
  count: number,
): BufferPart[] {
  const word = wordOf(event.abi);
  const bytes = context.options.memory.peek(start, 2 * word * count);
  const read = (at: number): number => numberAt(bytes, at, word);
  const type = argument.type === "iovin" ? "in" : "out";
  const parts: BufferPart[] = [{ argument: { ...argument, type: "in" }, address: start, sizeBytes: 2 * word * count }];
  for (let at = 0; at + 2 * word <= bytes.length; at += 2 * word) {
    const [address, sizeBytes] = [read(at), read(at + word)];
    if (address < 2 ** 47 && sizeBytes > 0 && sizeBytes <= BUFFER_LIMIT_BYTES)
      parts.push({ argument: { ...argument, type, size: ENTRY_SIZE }, address, sizeBytes });
  }
  return parts;
}

const numberAt = (bytes: Uint8Array, at: number, sizeBytes: number): number =>
  Number(bytes.subarray(at, at + sizeBytes).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n));

/** Messages that sendmmsg and recvmmsg are looked at for; Linux takes as many as there are entries in a vector. */
const MESSAGE_LIMIT = 16;

/**
 * The headers of messages, as far as the kernel reads them (the length of an address that is not there it does not), the
 * addresses that are sent, and the buffers (struct msghdr, struct mmsghdr: recvmsg(2), sendmmsg(2)).
 */
function messageParts(
  context: Context,
  event: Enter,
  argument: SyscallArgument,
  start: number,
  count: number,
): BufferPart[] {
  const word = wordOf(event.abi);
  const isSent = argument.type === "msgin";
  const headerBytes = 7 * word;
  const stride = argument.size === "" ? headerBytes : headerBytes + word;
  const header: SyscallArgument = { ...argument, type: "in", size: "" };
  const parts: BufferPart[] = [];
  for (let k = 0; k < Math.min(count, MESSAGE_LIMIT); k++) {
    const at = start + k * stride;
    const bytes = context.options.memory.peek(at, headerBytes);
    if (bytes.length < headerBytes) break;
    const part = (index: number, words: number): BufferPart => ({
      argument: header,
      address: at + index * word,
      sizeBytes: words * word,
    });
    const [name, nameBytes] = [numberAt(bytes, 0, word), numberAt(bytes, word, 4)];
    parts.push(part(0, 1), part(2, 3));
    if (name !== 0) parts.push({ argument: header, address: at + word, sizeBytes: 4 });
    if (numberAt(bytes, 4 * word, word) !== 0) parts.push(part(5, 1));
    if (name !== 0 && name < 2 ** 47 && isSent && nameBytes > 0 && nameBytes <= ADDRESS_BYTES)
      parts.push({ argument: { ...header, view: "sockaddr" }, address: name, sizeBytes: nameBytes });
    const [vector, entries] = [numberAt(bytes, 2 * word, word), numberAt(bytes, 3 * word, word)];
    if (vector === 0 || vector >= 2 ** 47 || entries === 0 || entries > Number(VECTOR_LIMIT)) continue;
    parts.push(...vectorParts(context, event, { ...argument, type: isSent ? "iovin" : "iovout" }, vector, entries));
  }
  return parts;
}

/** Longest address of a socket (struct sockaddr_storage). */
const ADDRESS_BYTES = 128;

/** What each call for sockets is by itself (socketcall(2)); missing arguments of send and recv are 0. */
const SOCKET_CALLS: readonly SyscallName[] = [
  "socket",
  "bind",
  "connect",
  "listen",
  "accept4",
  "getsockname",
  "getpeername",
  "socketpair",
  "sendto",
  "recvfrom",
  "sendto",
  "recvfrom",
  "shutdown",
  "setsockopt",
  "getsockopt",
  "sendmsg",
  "recvmsg",
  "accept4",
  "recvmmsg",
  "sendmmsg",
];

/** The call that a 32-bit system call with its arguments in a block of memory stands for. */
export function innerCall(context: Context, event: Enter): Enter | undefined {
  if (event.abi !== "i386" || (event.name !== "socketcall" && event.name !== "select")) return undefined;
  const isSocket = event.name === "socketcall";
  const name = isSocket ? SOCKET_CALLS[Number(event.args[0]) - 1] : "_newselect";
  const call = name && syscallByName(name);
  const block = event.args[isSocket ? 1 : 0] ?? 0n;
  if (call?.i386 === undefined || block >= ADDRESS_LIMIT) return undefined;
  const own = syscallByNumber(event.abi, event.number);
  const size = own && argumentsFor(own, event.abi, event.args).find(({ type }) => type === "in")?.size;
  const bytes = context.options.memory.peek(Number(block), Number(size ?? 0));
  if (size === undefined || bytes.length < Number(size)) return undefined;
  const args = Array.from({ length: 6 }, (_, k) => BigInt(4 * k < bytes.length ? numberAt(bytes, 4 * k, 4) : 0));
  return { ...event, number: call.i386, name: call.name, args };
}

/** Longest name that the kernel takes (PATH_MAX). */
const NAME_LIMIT_BYTES = 4096;

/** File names that the kernel is given, each up to its zero byte. */
export function namesOf(context: Context, event: Enter): readonly BufferPart[] {
  const texts = textsOf(event);
  if (texts.length === 0) return NONE;
  return texts.flatMap(({ argument, address }) => {
    if (argument.type !== "path") return [];
    const text = context.options.memory.peek(address, NAME_LIMIT_BYTES);
    return [{ argument, address, sizeBytes: text.indexOf(0) + 1 || text.length }];
  });
}

const doing = ({ event, argument }: Buffer): string =>
  `${event.name} ${argument.type === "out" || argument.type === "inout" ? "may write" : "reads"}`;

/** A counted buffer at address 0; the kernel says so only when there is something to copy. */
function checkNull(context: Context, buffer: Buffer): boolean {
  const { address, sizeBytes, event, pc, time } = buffer;
  if (address !== 0) return false;
  if (context.owners.unsetAt === time) return true;
  context.owners.unsetAt = time;
  report(context, {
    kind: "syscall-bad-address",
    message: `${event.name} is given ${bytesText(sizeBytes)} at address 0: there is no memory.`,
    details: ["A pointer that was never set, or an allocation that failed."],
    pc,
    time,
    address,
    sizeBytes,
    object: hex(address),
  });
  return true;
}

/** @returns true when a byte of the buffer belongs to nobody. */
function checkOwner(context: Context, buffer: Buffer): boolean {
  const { address, sizeBytes, pc, time } = buffer;
  const { memory } = context.options;
  if (!(memory.shadowBits(address, sizeBytes) & SHADOW.unaddressable)) return runsOffMapping(context, buffer);
  const inside = memory.shadowOf(address, sizeBytes).findIndex((byte) => (byte & SHADOW.unaddressable) !== 0);
  const { below } = around(context.owners.blocks, address);
  const block = below !== undefined && address < below.address + below.sizeBytes ? below : undefined;
  const what =
    block === undefined
      ? "what lies there belongs to nobody"
      : block.state === "freed"
        ? `block #${block.id} of ${bytesText(block.sizeBytes)} was freed at ${placeText(context.program, block.freed?.pc ?? 0)}`
        : `block #${block.id}, allocated by ${block.by} at ${placeText(context.program, block.allocated.pc)}, is ${bytesText(block.sizeBytes)} long`;
  report(context, {
    kind: "syscall-bad-address",
    message: `${doing(buffer)} ${bytesText(sizeBytes)} at ${hex(address)}, but only ${inside} of them are the program's: ${what}.`,
    details: [
      "The kernel does not know how long a buffer is: the count must not be larger than the memory behind the address.",
    ],
    pc,
    time,
    address,
    sizeBytes,
    object: hex(address),
    ...(block === undefined ? {} : { related: [{ what: "allocated", ...block.allocated }] }),
  });
  return true;
}

/** How many bytes of a range, from its start on, are mapped. */
function mappedBytes(context: Context, address: number, sizeBytes: number): number {
  const { memory } = context.options;
  const end = address + sizeBytes;
  let at = address;
  while (at < end && memory.protectionAt(at) !== undefined) at += PAGE_BYTES - (at % PAGE_BYTES);
  return Math.min(at, end) - address;
}

/** The buffer begins in mapped memory and goes on where nothing is mapped: the kernel stops there without an error. */
function runsOffMapping(context: Context, { event, argument, address, sizeBytes, pc, time }: Buffer): boolean {
  const mapped = mappedBytes(context, address, sizeBytes);
  if (mapped === 0 || mapped === sizeBytes || (argument.type !== "in" && argument.type !== "out")) return false;
  report(context, {
    kind: "syscall-bad-address",
    message: `${event.name} is given ${bytesText(sizeBytes)} at ${hex(address)}, but only ${mapped} of them are mapped.`,
    details: ["The kernel stops at the first byte that it cannot reach, often without an error."],
    pc,
    time,
    address,
    sizeBytes,
    object: hex(address),
  });
  return true;
}

/** Structures that are one number, and those that begin with less than a machine word. */
const NUMBERS = /^(\{time\}|\{off\}|4)$/;
const SHORT_FIRST = /^(\{statx\}|\d+)$/;

/** The size that a structure has for the i386 calls, and not for the others. */
function isOtherAbis({ size }: BufferRange["argument"], sizeBytes: number): boolean {
  const [own, other] = structBytes[size.slice(1, -1)] ?? [];
  return own !== other && sizeBytes === other;
}

/** Members of a structure that stand under labels of their own: single elements, or labels up to the structure's very end. */
function isMembers(
  { program, options }: Context,
  object: DataObject,
  { argument, address, sizeBytes }: BufferRange,
): boolean {
  if (NUMBERS.test(argument.size)) return false;
  const end = address + sizeBytes;
  const elementBytes = itemCovering(program.image, object.start)?.elementSizeBytes;
  const behind = program.objects.filter((one) => one.section === object.section && one.end >= end);
  const last = itemCovering(program.image, end - 1);
  const isSingle = elementBytes === object.end - object.start;
  if (argument.type === "in" && !isCounted(argument)) {
    // Two numbers of 32 bits for two of 64 are a structure of the other convention; else all that is variables may be members.
    const isPair = !isSingle && elementBytes === 4 && isOtherAbis(argument, object.end - object.start);
    const isOther = isPair && !behind.some((one) => one.end === end);
    return !isOther && objectAt(program, end - 1) !== undefined && last?.dataKind !== "string";
  }
  if (!isSingle) return behind.some((one) => one.end === end);
  if (!isCounted(argument) && !SHORT_FIRST.test(argument.size) && elementBytes < options.core.bits / 8) return false;
  return behind.length > 0 && last !== undefined && (end - last.address) % (last.elementSizeBytes ?? 1) === 0;
}

/** A buffer that goes on behind the variable it begins in. */
function readBehind(context: Context, buffer: Buffer, object: DataObject): void {
  const { argument, address, sizeBytes, pc, time } = buffer;
  const inside = object.end - address;
  const advice =
    argument.type === "path"
      ? `\`${object.name}\` has no zero byte at its end: what follows it in ${object.section} becomes part of the name.`
      : !isCounted(argument)
        ? `What follows \`${object.name}\` in ${object.section} is taken for the rest of the structure: it needs ${sizeBytes} bytes.`
        : `What follows \`${object.name}\` in ${object.section} is given away, too: pass ${inside} as the count, or say \`; @object FIRST..LAST\` where several labels are one object.`;
  report(context, {
    kind: "syscall-bad-address",
    message: `${doing(buffer)} ${bytesText(sizeBytes)} at ${hex(address)}, but \`${object.name}\` ends after ${inside}: ${othersText(sizeBytes - inside)} behind it.`,
    details: [advice],
    pc,
    time,
    address,
    sizeBytes,
    object: object.name,
  });
}

/** The size is the program's own number, not a structure's. */
const isCounted = ({ size }: BufferRange["argument"]): boolean => !/^[\d{]/.test(size);

/**
 * The variable that a buffer begins in and leaves; undefined when it stays inside, or may be meant for what lies behind: a
 * text that goes on, what is written up to the very end of another variable.
 */
export function variableLeft(context: Context, buffer: BufferRange): DataObject | undefined {
  const { program } = context;
  const { address, sizeBytes, argument } = buffer;
  const isOut = argument.type === "out";
  const isRead = argument.type === "path" || argument.type === "in";
  if (!isOut && !isRead) return undefined;
  const object = objectAt(program, address);
  const end = address + sizeBytes;
  if (object === undefined || end <= object.end) return undefined;
  if (program.objects.some((one) => one !== object && one.start === object.start)) return undefined;
  if (isHeaded(context, address, end) || takesRecord(program, object, address, end)) return undefined;
  if (!(isOut && isCounted(argument)) && isMembers(context, object, buffer)) return undefined;
  // What is counted must end with a text, as it does where it is members; a name goes on to its zero byte.
  if (argument.type === "path" && isRunningText(context, object, object.end)) return undefined;
  // One element and its neighbour: a count that is too large is more likely than an array of two.
  const isNeighbour = isOut && isCounted(argument) && end - object.end === object.end - object.start;
  const isOne = program
    .groupOf(object)
    .some((part) => address >= part.start && end <= part.end && !(isNeighbour && part.isRun));
  return isOne ? undefined : object;
}

/** The kernel writes more into a variable than there is room, or reads more than there is. */
function checkVariable(context: Context, buffer: Buffer): void {
  const { address, sizeBytes, argument, pc, time } = buffer;
  const object = variableLeft(context, buffer);
  if (object === undefined) return;
  if (argument.type !== "out") {
    readBehind(context, buffer, object);
    return;
  }
  const room = object.end - address;
  report(context, {
    kind: "syscall-bad-address",
    message: `${doing(buffer)} ${bytesText(sizeBytes)} at ${hex(address)}, but \`${object.name}\` has room for ${room}: ${othersText(sizeBytes - room)} behind it.`,
    details: !isCounted(argument)
      ? [`The kernel overwrites what follows \`${object.name}\` in ${object.section}: reserve ${sizeBytes} bytes.`]
      : [
          `With long enough input the kernel overwrites what follows \`${object.name}\` in ${object.section}.`,
          `Pass ${room} as the count, or reserve more.`,
        ],
    pc,
    time,
    address,
    sizeBytes,
    object: object.name,
  });
}
