// Buffers of system calls, judged before the kernel acts: every byte that it is told to read or write must belong to the
// program, and a read into a variable must end where the variable ends.

import { bufferBytes, type SyscallArgument, syscallByNumber } from "../../server/facts/syscalls.ts";
import { SHADOW } from "../mem/layout.ts";
import type { MachineEvent } from "../os/events.ts";
import { around } from "./blocks.ts";
import { bytesText, type Context, hex, othersText, report } from "./context.ts";
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
  const call = syscallByNumber(event.abi, event.number);
  if (call === undefined) return;
  const list = event.abi === "i386" ? call.argumentsI386 : call.arguments;
  list.forEach((argument, index) => {
    const size = bufferBytes(argument, call, event.abi, event.args);
    const address = event.args[index];
    if (size === undefined || address === undefined || size <= 0n || address === 0n) return;
    if (address >= 1n << 47n || size > BigInt(BUFFER_LIMIT_BYTES)) return;
    const buffer = { event, argument, address: Number(address), sizeBytes: Number(size), pc, time };
    if (!checkOwner(context, buffer)) checkVariable(context, buffer);
  });
}

const doing = ({ event, argument }: Buffer): string =>
  `${event.name} ${argument.type === "in" ? "reads" : "may write"}`;

/** @returns true when a byte of the buffer belongs to nobody. */
function checkOwner(context: Context, buffer: Buffer): boolean {
  const { address, sizeBytes, pc, time } = buffer;
  const { memory } = context.options;
  if (!(memory.shadowBits(address, sizeBytes) & SHADOW.unaddressable)) return false;
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
