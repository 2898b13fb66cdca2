// Heap and libc events: owners of heap bytes, frees that cannot be right, sizes that cannot be meant, and libc's accesses to
// the program's memory, which are judged like the program's own.

import { argumentNumbers } from "../../server/facts/calling-convention.ts";
import { isLibcFunction, signatureOf } from "../../server/facts/libc.ts";
import { SHADOW } from "../mem/layout.ts";
import type { MachineEvent } from "../os/events.ts";
import { blockHistory, isMoved, judge, lifeOf } from "./accesses.ts";
import { addBlock, arenaHolding, blockAt, blockHolding, blocksIn, piecesOf, recycled } from "./blocks.ts";
import { checkGiven, checkOutsideObject } from "./bounds.ts";
import { checkAlignment, noteWrite } from "./calls.ts";
import { bytesText, type Context, hex, type Instant, report } from "./context.ts";
import { checkDirectionAtCall, checkVariadic } from "./convention.ts";
import { setDefined } from "./definedness/bytes.ts";
import type { HeapBlock } from "./finding.ts";
import { afterReturn, checkOutsideAccess, isLeftBehind } from "./frames.ts";
import { checkRoom } from "./libc-room.ts";
import { objectAt, placeText } from "./program-map.ts";
import { deadLocal } from "./provenance.ts";
import { destroyedByCall, type HeldBlocks, heldBlocks } from "./volatile-registers.ts";

type Of<Kind extends MachineEvent["kind"]> = Extract<MachineEvent, { kind: Kind }>;

/** Registers of the libc call that is running; replaced at each entry, so a snapshot need not keep it. */
const held = new WeakMap<Context, HeldBlocks>();

const SIZE_ARGUMENTS: Readonly<Record<string, number>> = {
  malloc: 0,
  realloc: 1,
  memcpy: 2,
  mempcpy: 2,
  memmove: 2,
  memset: 2,
  strncpy: 2,
  stpncpy: 2,
  aligned_alloc: 1,
  memalign: 1,
  posix_memalign: 2,
  valloc: 0,
  memcmp: 2,
  fread: 2,
  fwrite: 2,
};

export function onHeapEvent(context: Context, event: MachineEvent, pc: number, time: number): void {
  const { level } = context.options;
  switch (event.kind) {
    case "alloc":
      allocated(context, event, pc, time);
      break;
    case "free":
      freedByLibc(context, event, pc, time);
      break;
    case "recycle":
      recycled(context.owners.blocks, event.address, event.sizeBytes);
      break;
    case "libc-enter":
      if (level !== "off") enteredLibc(context, event, pc, time);
      break;
    case "libc-exit":
      // What a function returns and what it destroys is not of the program's own setting, but no register is untouched.
      context.owners.everWritten = 0xffff;
      noteNull(context, event, pc, time);
      if (level === "full") destroyedByCall(context, event.name, held.get(context) ?? new Map(), pc, time);
      break;
    case "libc-access":
      if (level !== "off") libcAccess(context, event, pc);
      break;
    default:
  }
}

/** free(0) and reads through 0 are explained by the function that gave the 0. */
function noteNull(context: Context, { name, result }: Of<"libc-exit">, pc: number, time: number): void {
  if (result === 0n && isLibcFunction(name) && signatureOf(name).returns === "pointer")
    context.owners.nullResult = { name, pc, time };
}

function allocated(context: Context, event: Of<"alloc">, pc: number, time: number): void {
  const { blocks } = context.owners;
  addBlock(blocks, {
    id: blocks.allocations + 1,
    address: event.address,
    sizeBytes: event.sizeBytes,
    by: event.by,
    state: "live",
    allocated: { pc, time },
  });
  context.options.memory.setShadow(event.address, event.sizeBytes, event.zeroed ? 0 : SHADOW.undefined);
}

/** Marks a live block as freed; its bytes belong to nobody. */
function release(context: Context, block: HeapBlock, by: string, { pc, time }: Instant): void {
  markFreed(context, block, { pc, time, by });
  context.options.memory.setShadow(block.address, block.sizeBytes, SHADOW.unaddressable);
}

function markFreed({ owners }: Context, block: HeapBlock, freed: NonNullable<HeapBlock["freed"]>): void {
  block.state = "freed";
  block.freed = freed;
  owners.blocks.frees++;
  owners.blocks.changes?.push(block);
}

/** Pieces that the program's own allocator has cut from a mapping are gone with it. */
export function goneWithMapping(context: Context, range: Of<"unmap">, pc: number, time: number): void {
  for (const piece of blocksIn(context.owners.blocks, range.start, range.sizeBytes))
    if (piece.state === "live") markFreed(context, piece, { pc, time });
}

/** free, or realloc, of a block that the program's own allocator has cut up: all its pieces go with it. */
function freedByLibc(context: Context, event: Of<"free">, pc: number, time: number): void {
  const { blocks, inAllocator } = context.owners;
  const arena = arenaHolding(blocks, event.address);
  if (arena?.address !== event.address) {
    if (arena === undefined) freed(context, event, pc, time);
    else invalidFree(context, event.by, BigInt(event.address), pc, time, arena);
    return;
  }
  if (arena.state === "live") {
    for (const piece of piecesOf(blocks, arena))
      if (piece.state === "live") release(context, piece, event.by, { pc, time });
    release(context, arena, event.by, { pc, time });
    // The function that frees pieces was judged when it was entered.
  } else if (inAllocator === 0) freedTwice(context, event, arena, pc, time);
}

/** A block of malloc's, or a piece that an allocator of the program's own takes back. */
export function freed(context: Context, event: Of<"free">, pc: number, time: number): void {
  const block = blockAt(context.owners.blocks, event.address);
  if (block?.state === "live") release(context, block, event.by, { pc, time });
  else if (block !== undefined) freedTwice(context, event, block, pc, time);
  else invalidFree(context, event.by, BigInt(event.address), pc, time);
}

function freedTwice(context: Context, event: Of<"free">, block: HeapBlock, pc: number, time: number): void {
  const moved = isMoved(block);
  report(context, {
    kind: "double-free",
    message: `${event.by}(${hex(event.address)}): the block was ${moved ? "given back before, by realloc" : "freed before,"} at ${placeText(context.program, block.freed?.pc ?? 0)}.`,
    details: [
      `Block #${block.id} of ${bytesText(block.sizeBytes)}, allocated by ${block.by} at ${placeText(context.program, block.allocated.pc)}.`,
      moved
        ? "realloc may move a block and frees the old place: only what it returns is to be freed."
        : "Free each block once, and set the pointer to 0 afterwards: free(0) does nothing.",
    ],
    pc,
    time,
    address: event.address,
    related: blockHistory(block),
    object: lifeOf(block),
  });
}

function invalidFree(
  context: Context,
  by: string,
  pointer: bigint,
  pc: number,
  time: number,
  inside = blockHolding(context.owners.blocks, Number(pointer)),
): void {
  report(context, {
    kind: "invalid-free",
    message: `${by}(${hex(pointer)}): this is not the start of a heap block.`,
    details: [whatItIs(context, Number(pointer), inside)],
    pc,
    time,
    ...(pointer < 1n << 47n ? { address: Number(pointer) } : {}),
  });
}

/** What an address that is no block's start points to. */
function whatItIs(context: Context, address: number, inside: HeapBlock | undefined): string {
  if (inside !== undefined)
    return `It lies ${bytesText(address - inside.address)} inside block #${inside.id} of ${bytesText(inside.sizeBytes)}: free wants the address that ${inside.by} returned.`;
  const { stack } = context.options;
  if (address >= stack.low && address < stack.high)
    return "It is an address on the stack: such memory is given back by moving rsp.";
  const object = objectAt(context.program, address);
  if (object !== undefined)
    return `It is the variable \`${object.name}\` in ${object.section}, which was never allocated.`;
  const mapping = context.options
    .mappings()
    .find(({ start, sizeBytes }) => address >= start && address < start + sizeBytes);
  if (mapping?.purpose === "libc")
    return "It lies in memory of libc's own: a stream of fopen's is given back by fclose, what getenv, strerror and localtime return by nobody.";
  if (mapping?.purpose === "mmap") return "It lies in a mapping of mmap's, which munmap gives back.";
  return "Nothing was allocated there.";
}

function enteredLibc(context: Context, event: Of<"libc-enter">, pc: number, time: number): void {
  held.set(context, heldBlocks(context));
  context.entered = event;
  if (context.options.level !== "full") return;
  checkOverlap(context, event, pc, time);
  checkProduct(context, event, pc, time);
  checkAlignment(context, event.name, pc, time);
  checkDirectionAtCall(context, event.name, pc, time);
  checkVariadic(context, event, pc, time);
  checkReleased(context, event, pc, time);
  checkRoom(context, event, pc, time);
  const index = SIZE_ARGUMENTS[event.name];
  const size = index === undefined ? undefined : event.args[index];
  const limit = 1n << BigInt(context.options.core.bits - 1);
  if (size === undefined || size < limit) return;
  report(context, {
    kind: "bad-size-arg",
    message: `${event.name} gets the size ${hex(size)}, which is ${BigInt.asIntN(context.options.core.bits, size)} as a signed number.`,
    details: ["A size is unsigned: a difference that became negative turns into a huge number."],
    pc,
    time,
  });
}

/** free of an address in front of which nothing can be read: libc faults there, before it can say what it thinks of it. */
function checkReleased(context: Context, event: Of<"libc-enter">, pc: number, time: number): void {
  const [pointer = 0n] = event.args;
  if (!/^(free|realloc|reallocarray)$/.test(event.name) || pointer === 0n) return;
  const isReadable = pointer < 1n << 47n && context.options.memory.peek(Number(pointer) - 16, 16).length === 16;
  if (!isReadable) invalidFree(context, event.name, pointer, pc, time);
}

/** Two arguments of calloc and reallocarray: their product is the size. */
function checkProduct(context: Context, event: Of<"libc-enter">, pc: number, time: number): void {
  const [count, size] = event.name === "calloc" ? event.args : event.args.slice(1);
  const isProduct = event.name === "calloc" || event.name === "reallocarray";
  if (!isProduct || count === undefined || size === undefined) return;
  const limit = 1n << BigInt(context.options.core.bits - 1);
  if (count * size < limit && count < limit && size < limit) return;
  const what = count * size < limit ? "one of them is negative" : "the product is no size that memory can have";
  report(context, {
    kind: "bad-size-arg",
    message: `${event.name} gets ${hex(count)} elements of ${hex(size)} bytes: ${what}.`,
    details: [
      ...(count * size < limit ? [] : [`${event.name} returns 0 then.`]),
      "A count or size that became negative turns into a huge number.",
    ],
    pc,
    time,
  });
}

/** Longest text that is looked through for strcpy. */
const TEXT_LIMIT_BYTES = 1 << 16;

/** Length of a text with its zero byte; as much as is mapped when there is none. */
function textBytes(context: Context, address: bigint, limit = TEXT_LIMIT_BYTES): number {
  const text = context.options.memory.peek(Number(address), limit);
  const end = text.indexOf(0);
  return end < 0 ? text.length : end + 1;
}

/** What strcat works on: the text that is there, which C counts as copied to, too, and what comes behind it. */
function joinedRange(context: Context, to: bigint, addedBytes: number): CopiedRange {
  const length = textBytes(context, to) - 1;
  return { target: Number(to), sizeBytes: length + addedBytes, sourceBytes: addedBytes };
}

interface CopiedRange {
  readonly target: number;
  readonly sizeBytes: number;
  /** Bytes read of the source, where that is less. */
  readonly sourceBytes?: number;
}

/** Where a copying function writes and how many bytes; undefined for other functions. */
function copiedRange(context: Context, event: Of<"libc-enter">): CopiedRange | undefined {
  const [to = 0n, from = 0n, count = 0n] = event.args;
  if (to >= 1n << 47n || from >= 1n << 47n) return undefined;
  const target = Number(to);
  switch (event.name) {
    case "memcpy":
    case "mempcpy":
      return { target, sizeBytes: Number(count) };
    case "wmemcpy":
      return { target, sizeBytes: 4 * Number(count) };
    case "strcpy":
    case "stpcpy":
      return { target, sizeBytes: textBytes(context, from) };
    case "strncpy":
    case "stpncpy":
      return { target, sizeBytes: textBytes(context, from, Math.min(Number(count), TEXT_LIMIT_BYTES)) };
    case "strcat":
      return joinedRange(context, to, textBytes(context, from));
    case "strncat":
      return joinedRange(context, to, textBytes(context, from, Math.min(Number(count), TEXT_LIMIT_BYTES)));
    default:
      return undefined;
  }
}

function checkOverlap(context: Context, event: Of<"libc-enter">, pc: number, time: number): void {
  const range = copiedRange(context, event);
  // Compilers copy a structure onto itself with memcpy.
  const isOntoItself = event.args[0] === event.args[1] && /^w?memp?cpy$/.test(event.name);
  if (range === undefined || isOntoItself) return;
  const { target, sizeBytes, sourceBytes = sizeBytes } = range;
  const source = Number(event.args[1]);
  const shared = Math.min(target + sizeBytes, source + sourceBytes) - Math.max(target, source);
  if (shared <= 0 || sizeBytes > 2 ** 31) return;
  report(context, {
    kind: "overlap-copy",
    message: `${event.name} copies ${bytesText(sourceBytes)} from ${hex(source)} to ${hex(target)}: ${bytesText(shared)} belong to both.`,
    details: [
      `What ${event.name} does then is left open: it may read bytes that it has overwritten already.`,
      "Use memmove for ranges that overlap.",
    ],
    pc,
    time,
    address: target,
    sizeBytes,
  });
}

/** A size that became negative has been told as such; what it runs over is its consequence, and the fault at the end is told. */
function isHuge({ options: { core, level } }: Context, { name, sizeBytes }: Of<"libc-access">): boolean {
  // No access reaches further than user addresses do.
  const limit = 2 ** Math.min(core.bits - 1, 47);
  return level === "full" && Object.hasOwn(SIZE_ARGUMENTS, name) && sizeBytes >= limit;
}

/** Where a function of the program has run meanwhile, registers are no arguments any more. */
const callsBack = (name: string): boolean =>
  !isLibcFunction(name) || signatureOf(name).parameters.some(({ text }) => text.includes("("));

function libcAccess(context: Context, event: Of<"libc-access">, pc: number): void {
  if (event.sizeBytes === 0) return;
  if (event.access === "write") noteWrite(context, event.address, event.sizeBytes, pc);
  if (isHuge(context, event)) return;
  // A freed block that is resized has been told as such.
  const isTold = /^realloc/.test(event.name) && event.access === "read";
  if (!isTold) judge(context, event.address, event.sizeBytes, event.access, pc);
  const time = context.options.core.calls.at(-1)?.time ?? context.options.state.retired;
  if (context.options.level === "full") {
    // Below its own return address libc is given nothing to work on.
    if (isLeftBehind(context, event.address, 0) && context.owners.inLibc === 1) {
      afterReturn(context, deadLocal, { ...event, pc, time, by: event.name });
      if (event.access === "read") context.owners.toldCalls.add(`read ${pc}`);
    }
    const one = { ...event, pc, time, by: event.name };
    checkOutsideAccess(context, one);
    checkOutsideObject(context, one);
    if (context.options.core.bits === 64 && !callsBack(event.name)) checkGiven(context, argumentNumbers, one);
  }
  if (context.options.level !== "full" && event.access === "write") setDefined(context, event.address, event.sizeBytes);
}
