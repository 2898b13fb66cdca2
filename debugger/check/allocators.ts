// A program's own allocator, taught by annotations above its functions: `; @alloc size=rdi ret=rax`, `; @free ptr=rdi`,
// `; @realloc ptr=rdi size=rsi ret=rax`. Its blocks are then kept and checked like malloc's; inside such a function, and what
// it calls, the arena may be touched freely. An annotation that names no register, no number or no function is ignored.

import type { AllocatorRow } from "../../server/facts/annotation.ts";
import { SHADOW } from "../mem/layout.ts";
import { setGiven } from "./allocator-writes.ts";
import { addBlock, arenaHolding, around, becomeArena, blockAt, blockHolding } from "./blocks.ts";
import { type Activation, bytesText, type Context, hex } from "./context.ts";
import type { HeapBlock } from "./finding.ts";
import { freed } from "./heap-events.ts";
import { objectAt, placeText } from "./program-map.ts";
import { provenanceOfValue } from "./provenance.ts";
import { loadWord, registerNumber, wordBytes } from "./words.ts";

/** Bytes behind a block that belong to nobody. */
const RED_ZONE_BYTES = 16;

const REGISTERS = "rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15".split(" ");

/** The 64-bit register that a name means. */
const fullName = (name: string): string => name.replace(/^e/, "r").replace(/^(r\d+)d$/, "$1");

/** The value of a place; 0 when there is none. `stackPointer` is where the return address lies. */
function placeValue(context: Context, place: string | undefined, stackPointer: number): number {
  if (place === undefined) return 0;
  if (/^\d/.test(place)) return Number(place);
  const argument = /^arg(\d)$/.exec(place)?.[1];
  if (argument !== undefined) return loadWord(context, stackPointer + wordBytes(context) * Number(argument)) ?? 0;
  const number = REGISTERS.indexOf(fullName(place));
  return number < 0 ? 0 : registerNumber(context, number);
}

/** At the entry of a function: notes the call when it is an allocator's, and judges what is freed. */
export function enteredAllocator(context: Context, top: Activation): void {
  const row = context.program.allocators.get(top.target);
  // What an allocator function calls of its own kind is its own business.
  if (row === undefined || context.owners.inAllocator > 0) return;
  top.allocator = {
    row,
    sizeBytes: placeValue(context, row.size, top.stackPointer),
    pointer: placeValue(context, row.ptr, top.stackPointer),
  };
  context.owners.inAllocator++;
  context.owners.allocatorWrites.length = 0;
  if (row.role === "free" && top.allocator.pointer !== 0) release(context, top, top.allocator.pointer);
}

/** A block that libc gave, not an allocator of the program's own. */
const isOfLibc = ({ program }: Context, { by }: HeapBlock): boolean =>
  ![...program.allocators.values()].some((row) => row.function === by);

function release(context: Context, top: Activation, address: number): void {
  const isUnknown = context.program.isAllocatorMissing || context.owners.allocatorLied;
  const block = blockAt(context.owners.blocks, address);
  if (isUnknown && block === undefined) return;
  // It is judged when libc's free gets it.
  if (block !== undefined && isOfLibc(context, block)) return;
  const by = top.allocator!.row.function;
  freed(context, { kind: "free", by, address, state: "unknown" }, top.callSite, top.time);
}

/** What is said of an allocator does not fit: told once, and what it gives is no block. */
function lied(context: Context, { allocator, callSite }: Activation, address: number, sizeBytes: number): void {
  const { row } = allocator!;
  context.owners.allocatorLied = true;
  const { notes } = context.recorder;
  if (notes.has(row.function)) return;
  notes.add(row.function);
  const fields = `${row.ptr === undefined ? "" : `ptr=${row.ptr} `}size=${row.size} ret=${row.ret ?? "rax"}`;
  context.options.note?.(
    `what is said of ${row.function} (@${row.role} ${fields}) does not hold: called at ${placeText(context.program, callSite)}, ` +
      `it would have given ${sizeBytes > Number.MAX_SAFE_INTEGER ? "more bytes than any memory has" : bytesText(sizeBytes)} at ${hex(address)}, where no memory is. ` +
      "Such blocks are not followed, and freeing them is not judged",
  );
}

/** Nothing is in the register that is said to have the result, but rax has an address. */
const isElsewhere = (context: Context, { ret = "rax" }: AllocatorRow): boolean =>
  fullName(ret) !== "rax" && context.options.memory.protectionAt(registerNumber(context, 0)) !== undefined;

/** After its ret: what it gave out is a block. */
export function leftAllocator(context: Context, top: Activation): void {
  const call = top.allocator;
  if (call === undefined) return;
  const { row, pointer, sizeBytes } = call;
  if (row.role === "free") return;
  const address = placeValue(context, row.ret ?? "rax", top.stackPointer);
  if (address === 0 && isElsewhere(context, row)) lied(context, top, address, sizeBytes);
  // No memory, or an error number.
  if (address === 0 || address >= (context.options.core.bits === 64 ? 2 ** 47 : 2 ** 32 - 4096)) return;
  const { memory } = context.options;
  const last = address + Math.max(0, sizeBytes - 1);
  const isMemory = last < 2 ** 47 && memory.protectionAt(address) !== undefined;
  if (!isMemory || memory.protectionAt(last) === undefined) {
    lied(context, top, address, sizeBytes);
    return;
  }
  const { blocks } = context.owners;
  const old = row.role === "realloc" && pointer !== 0 ? blockAt(blocks, pointer) : undefined;
  const isReleased = old?.freed !== undefined && old.freed.time >= top.time;
  if (old !== undefined && address !== pointer && !isReleased) release(context, top, pointer);
  const kept = old === undefined ? 0 : Math.min(old.sizeBytes, sizeBytes);
  const whole = blockHolding(blocks, address);
  if (whole?.state === "live" && isOfLibc(context, whole)) becomeArena(blocks, whole);
  addBlock(blocks, {
    id: blocks.allocations + 1,
    address,
    sizeBytes,
    by: row.function,
    state: "live",
    allocated: { pc: top.callSite, time: top.time },
  });
  const arena = arenaHolding(blocks, address);
  // What malloc, calloc and realloc have given in this call has its state from them.
  const isFresh = arena !== undefined && arena.allocated.time >= top.time;
  if (!isFresh) setGiven(context, address + kept, sizeBytes - kept);
  if (memory.shadowBits(address, sizeBytes) & SHADOW.unaddressable)
    memory.shadowOf(address, sizeBytes).forEach((byte, k) => {
      if (byte & SHADOW.unaddressable) memory.setShadow(address + k, 1, byte & ~(SHADOW.unaddressable | SHADOW.header));
    });
  const next = around(blocks, address + sizeBytes - 1).above;
  // Behind the arena lie other variables.
  const behind = arena === undefined ? Number.POSITIVE_INFINITY : arena.address + arena.sizeBytes;
  const end = objectAt(context.program, address)?.end ?? behind;
  const room = Math.min(RED_ZONE_BYTES, Math.min(end, next?.address ?? end) - address - sizeBytes);
  if (room > 0) memory.setShadow(address + sizeBytes, room, SHADOW.unaddressable);
  const result = REGISTERS.indexOf(fullName(row.ret ?? "rax"));
  if (result >= 0) context.owners.pointers[result] = provenanceOfValue(context, address);
}
