// Accesses to memory: heap blocks, freed blocks, variables. Called before the access; what is unmapped or protected is left
// to the fault that follows.

import { SHADOW } from "../mem/layout.ts";
import { around } from "./blocks.ts";
import { bytesText, type Context, hex, report } from "./context.ts";
import type { HeapBlock, RelatedPlace } from "./finding.ts";
import { type DataObject, placeText, statementText } from "./program-map.ts";

type Access = "read" | "write";

/** How far from a block an access to unowned heap memory is still said to belong to it, in bytes. */
const NEAR_BYTES = 4096;

const allocatedBy = (context: Context, block: HeapBlock): string =>
  `block #${block.id} of ${bytesText(block.sizeBytes)} at ${hex(block.address)}, allocated by ${block.by} at ${placeText(context.program, block.allocated.pc)}`;

export function blockHistory(block: HeapBlock): RelatedPlace[] {
  const places: RelatedPlace[] = [{ what: "allocated", ...block.allocated }];
  if (block.freed !== undefined) places.push({ what: "freed", ...block.freed });
  return places;
}

const verb = (access: Access): string => (access === "read" ? "Reads" : "Writes");
const noun = (access: Access): string => (access === "read" ? "read" : "write");

function instructionLine(context: Context, pc: number): string[] {
  const text = statementText(context.program, pc);
  return text === "" ? [] : [`The instruction is \`${text}\` at ${placeText(context.program, pc)}.`];
}

function useAfterFree(
  context: Context,
  block: HeapBlock,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  const inside = address - block.address;
  return report(context, {
    kind: `use-after-free-${noun(access)}` as "use-after-free-read",
    message: `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${bytesText(inside)} inside a block of ${bytesText(block.sizeBytes)} that was freed.`,
    details: [
      ...instructionLine(context, pc),
      `It is ${allocatedBy(context, block)}, freed at ${placeText(context.program, block.freed?.pc ?? 0)}.`,
      "After free the bytes may be handed out again at any time: read what is needed before freeing, and forget the pointer.",
    ],
    pc,
    time: context.options.state.retired,
    address,
    sizeBytes,
    related: blockHistory(block),
    object: `block ${block.id}`,
  });
}

function overflow(
  context: Context,
  block: HeapBlock,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  const end = block.address + block.sizeBytes;
  const past = Math.min(sizeBytes, address + sizeBytes - end);
  const where =
    past === sizeBytes
      ? `${bytesText(address - end)} past the end of a block of ${bytesText(block.sizeBytes)}`
      : `${past} of them past the end of a block of ${bytesText(block.sizeBytes)}`;
  if (access === "write") block.overflowed = true;
  return report(context, {
    kind: `heap-overflow-${noun(access)}` as "heap-overflow-read",
    message: `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${where}.`,
    details: [
      ...instructionLine(context, pc),
      `The block is ${allocatedBy(context, block)}${block.state === "freed" ? " and freed since" : ""}.`,
      `Allocate at least ${address + sizeBytes - block.address} bytes, or ${access} less.`,
    ],
    pc,
    time: context.options.state.retired,
    address,
    sizeBytes,
    related: blockHistory(block),
    object: `block ${block.id}`,
  });
}

function underflow(
  context: Context,
  block: HeapBlock,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  if (access === "write") block.overflowed = true;
  return report(context, {
    kind: `heap-underflow-${noun(access)}` as "heap-underflow-read",
    message: `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${bytesText(block.address - address)} before a block of ${bytesText(block.sizeBytes)}.`,
    details: [
      ...instructionLine(context, pc),
      `The block is ${allocatedBy(context, block)}.`,
      "An index below 0, or a pointer moved too far back.",
    ],
    pc,
    time: context.options.state.retired,
    address,
    sizeBytes,
    related: blockHistory(block),
    object: `block ${block.id}`,
  });
}

/** Judges an access to bytes that nobody owns: which block it meant. */
export function unowned(
  context: Context,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  const { below, above } = around(context.owners.blocks, address);
  if (below !== undefined && address < below.address + below.sizeBytes) {
    if (below.state === "freed") return useAfterFree(context, below, address, sizeBytes, access, pc);
    if (address + sizeBytes > below.address + below.sizeBytes)
      return overflow(context, below, address, sizeBytes, access, pc);
  }
  const pastBelow = below === undefined ? Number.POSITIVE_INFINITY : address - (below.address + below.sizeBytes);
  const beforeAbove = above === undefined ? Number.POSITIVE_INFINITY : above.address - address;
  if (above !== undefined && (beforeAbove < sizeBytes || beforeAbove <= 16) && pastBelow > beforeAbove) {
    return underflow(context, above, address, sizeBytes, access, pc);
  }
  if (below !== undefined && pastBelow < NEAR_BYTES) return overflow(context, below, address, sizeBytes, access, pc);
  return undefined;
}

/** Bytes of an access that lie outside its object, and how that reads. */
function outsideText(object: DataObject, address: number, sizeBytes: number): string {
  if (address >= object.end) return `${bytesText(address - object.end)} past the end of`;
  if (address < object.start) return `${bytesText(object.start - address)} before`;
  return `${bytesText(address + sizeBytes - object.end)} past the end of`;
}

/**
 * `[label ± constant]`: the access must stay in the label's own object. Accesses through registers are derived from nothing
 * that is known here, and `[label + register]` may walk a table of several labels on purpose.
 */
export function labelAccess(
  context: Context,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "memory" && !one.indexed);
  const object = reference && context.program.objectByName.get(reference.symbol);
  if (reference === undefined || object === undefined) return undefined;
  if (address !== object.start + Number(reference.addend)) return undefined;
  if (address >= object.start && address + sizeBytes <= object.end) return undefined;
  const objectBytes = object.end - object.start;
  const common = { pc, time: context.options.state.retired, address, sizeBytes, object: object.name };
  if (reference.addend === 0n) {
    if (access === "read") noteWideRead(context, object.name, address, sizeBytes, objectBytes, pc);
    return report(context, {
      ...common,
      kind: "element-size-mismatch",
      message: `${verb(access)} ${bytesText(sizeBytes)} at \`${object.name}\`, which is ${bytesText(objectBytes)} long: the other ${sizeBytes - objectBytes} lie behind it.`,
      details: [
        ...instructionLine(context, pc),
        `What lies behind \`${object.name}\` in ${object.section} becomes part of the value.`,
        `Define \`${object.name}\` with the size it is used with, or ${access} only ${bytesText(objectBytes)}.`,
      ],
    });
  }
  return report(context, {
    ...common,
    kind: `global-overflow-${noun(access)}` as "global-overflow-read",
    message: `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${outsideText(object, address, sizeBytes)} \`${object.name}\`, which is ${bytesText(objectBytes)} long.`,
    details: [
      ...instructionLine(context, pc),
      `\`${object.name}\` lies at ${hex(object.start)} … ${hex(object.end)} in ${object.section}.`,
    ],
  });
}

const WIDE_READS = 16;

function noteWideRead(
  context: Context,
  object: string,
  address: number,
  sizeBytes: number,
  objectBytes: number,
  pc: number,
): void {
  const bytes = context.options.memory.peek(address, Math.min(sizeBytes, 8));
  let value = 0n;
  for (let k = bytes.length - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[k]!);
  const list = context.owners.wideReads;
  list.push({ pc, object, value, sizeBytes, objectBytes });
  if (list.length > WIDE_READS) list.shift();
}

/** The first byte of the range that nobody owns, as an access of the rest: what a finding is about. */
export function judge(
  context: Context,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  if (!(context.options.memory.shadowBits(address, sizeBytes) & SHADOW.unaddressable)) return undefined;
  return unowned(context, address, sizeBytes, access, pc);
}
