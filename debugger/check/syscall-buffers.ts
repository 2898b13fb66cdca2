// Buffers of system calls, judged before the kernel acts: every byte that it is told to read or write must belong to the
// program, and a read into a variable must end where the variable ends.

import { bufferBytes, type SyscallArgument, syscallByNumber } from "../../server/facts/syscalls.ts";
import { SHADOW } from "../mem/layout.ts";
import type { MachineEvent } from "../os/events.ts";
import { around } from "./blocks.ts";
import { bytesText, type Context, hex, othersText, report } from "./context.ts";
import { checkOutsideAccess } from "./frames.ts";
import { objectAt, placeText } from "./program-map.ts";

type Enter = Extract<MachineEvent, { kind: "syscall-enter" }>;

/** Longest buffer that is looked at byte by byte. */
const BUFFER_LIMIT_BYTES = 1 << 24;

interface Buffer {
  readonly event: Enter;
  readonly argument: SyscallArgument;
  readonly address: number;
  readonly sizeBytes: number;
  readonly pc: number;
  readonly time: number;
}

export function checkBuffers(context: Context, event: Enter, pc: number, time: number): void {
  for (const part of buffersOf(context, event)) {
    const { argument, address, sizeBytes } = part;
    const buffer = { event, argument, address, sizeBytes, pc, time };
    if (checkNull(context, buffer)) continue;
    if (checkOwner(context, buffer)) continue;
    checkVariable(context, buffer);
    if (argument.type === "out") {
      const by = "the kernel, as far as input comes,";
      checkOutsideAccess(context, { address, sizeBytes, access: "write", pc, time, by });
    }
    if (argument.type === "in")
      checkOutsideAccess(context, { address, sizeBytes, access: "read", pc, time, by: "the kernel" });
  }
}

/** A buffer that the kernel is told of, the entries of an I/O vector among them. */
export type BufferPart = Pick<Buffer, "argument" | "address" | "sizeBytes">;

const NONE: readonly BufferPart[] = [];
/** Lists of arguments without a buffer: most calls are asked more often than they have one. */
const withoutBuffers = new Map<readonly SyscallArgument[], boolean>();

function hasNoBuffer(list: readonly SyscallArgument[]): boolean {
  let known = withoutBuffers.get(list);
  if (known === undefined) {
    known = list.every(({ type }) => !/^(in|out|inout|iovin|iovout)$/.test(type));
    withoutBuffers.set(list, known);
  }
  return known;
}

/** All buffers of a system call whose sizes are known beforehand. */
export function buffersOf(context: Context, event: Enter): readonly BufferPart[] {
  const call = syscallByNumber(event.abi, event.number);
  if (call === undefined) return NONE;
  const list = event.abi === "i386" ? call.argumentsI386 : call.arguments;
  if (hasNoBuffer(list)) return NONE;
  return list.flatMap((argument, index) => {
    const address = event.args[index];
    if (address === undefined || address >= 1n << 47n) return [];
    // Where a structure is asked for, 0 mostly says that none is wanted.
    if (address === 0n && (argument.optional || argument.size.startsWith("{"))) return [];
    if (argument.type === "iovin" || argument.type === "iovout") {
      const count = event.args[list.findIndex((other) => other.name === argument.size)] ?? 0n;
      return count > 0n && count <= VECTOR_LIMIT
        ? vectorParts(context, event, argument, Number(address), Number(count))
        : [];
    }
    const size = bufferBytes(argument, call, event.abi, event.args);
    if (size === undefined || size <= 0n || size > BigInt(BUFFER_LIMIT_BYTES)) return [];
    return [{ argument, address: Number(address), sizeBytes: Number(size) }];
  });
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
  const word = event.abi === "i386" ? 4 : 8;
  const bytes = context.options.memory.peek(start, 2 * word * count);
  const read = (at: number): number =>
    Number(bytes.subarray(at, at + word).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n));
  const type = argument.type === "iovin" ? "in" : "out";
  const parts: BufferPart[] = [];
  for (let at = 0; at + 2 * word <= bytes.length; at += 2 * word) {
    const [address, sizeBytes] = [read(at), read(at + word)];
    if (address < 2 ** 47 && sizeBytes > 0 && sizeBytes <= BUFFER_LIMIT_BYTES)
      parts.push({ argument: { ...argument, type, size: "length" }, address, sizeBytes });
  }
  return parts;
}

const doing = ({ event, argument }: Buffer): string =>
  `${event.name} ${argument.type === "in" ? "reads" : "may write"}`;

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

/** The buffer begins in mapped memory and goes on where nothing is mapped: the kernel stops there without an error. */
function runsOffMapping(context: Context, { event, argument, address, sizeBytes, pc, time }: Buffer): boolean {
  const mapped = context.options.memory.peek(address, sizeBytes).length;
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

/** A counted read into a variable that is shorter. Structures may be written as several labels on purpose. */
function checkVariable(context: Context, buffer: Buffer): void {
  const { address, sizeBytes, argument, pc, time } = buffer;
  if (argument.type !== "out" || argument.size.startsWith("{")) return;
  const object = objectAt(context.program, address);
  if (object === undefined || address + sizeBytes <= object.end) return;
  if (context.program.objects.some((one) => one !== object && one.start === object.start)) return;
  const room = object.end - address;
  report(context, {
    kind: "syscall-bad-address",
    message: `${doing(buffer)} ${bytesText(sizeBytes)} at ${hex(address)}, but \`${object.name}\` has room for ${room}: ${othersText(sizeBytes - room)} behind it.`,
    details: [
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
