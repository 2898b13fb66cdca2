// malloc and its kin as C sees them. What glibc answers with a message and SIGABRT is answered so here: the checker has
// heard of it by then.
// Source: ISO C11 7.22.3; malloc(3); the messages of glibc 2.36.

import { signals } from "../../server/facts/signals.ts";
import { PAGE_BYTES } from "../mem/layout.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { bytesOf } from "./program-memory.ts";
import { errorNumber } from "./system-call.ts";

/** Blocks up to this size are in glibc's per-thread cache when they are freed: another message. */
const CACHED_BYTES = 1032;

/** Writes a line to standard error and ends the process with SIGABRT. */
export function abortWith(call: LibcCall, message: string): LibcResult {
  call.streams.put(call.streams.standardError, bytesOf(`${message}\n`));
  return { kind: "signal", signal: "SIGABRT", number: signals.SIGABRT.number };
}

const outOfMemory = (call: LibcCall): LibcResult => {
  call.libc.setErrno("ENOMEM");
  return 0n;
};

const block = (call: LibcCall, address: number): LibcResult => (address === 0 ? outOfMemory(call) : BigInt(address));

function calloc(call: LibcCall): LibcResult {
  const sizeBytes = call.args.unsignedLong() * call.args.unsignedLong();
  if (sizeBytes >= 1n << BigInt(call.bits - 1)) return outOfMemory(call);
  return block(call, call.heap.allocate("calloc", Number(sizeBytes), { zeroed: "zeroed" }));
}

/** Always into a new block: a program that keeps the old pointer would be right only by luck. */
function realloc(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  return resize(call, pointer, sizeArgument(call));
}

function reallocArray(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const sizeBytes = call.args.unsignedLong() * call.args.unsignedLong();
  return sizeBytes >= 1n << BigInt(call.bits - 1) ? outOfMemory(call) : resize(call, pointer, Number(sizeBytes));
}

function resize(call: LibcCall, pointer: bigint, sizeBytes: number): LibcResult {
  if (pointer === 0n) return block(call, call.heap.allocate("realloc", sizeBytes));
  const address = call.program.address(pointer);
  const state = call.heap.stateOf(address);
  // glibc does not look whether a small block was freed: it goes on as if it were not.
  const isTaken = state.kind === "live" || (state.kind === "freed" && state.sizeBytes <= CACHED_BYTES);
  if (!isTaken || sizeBytes === 0) {
    call.heap.release("realloc", address);
    return state.kind === "live" ? 0n : abortWith(call, "realloc(): invalid pointer");
  }
  const moved = call.heap.allocate("realloc", sizeBytes);
  if (moved === 0) return outOfMemory(call);
  call.program.copy(BigInt(moved), pointer, Math.min(sizeBytes, state.sizeBytes));
  call.heap.release("realloc", address);
  return BigInt(moved);
}

/** Sizes of half the address space and more are refused by the heap. */
function sizeArgument(call: LibcCall): number {
  const size = call.args.unsignedLong();
  return size >= 1n << BigInt(call.bits - 1) ? Number.POSITIVE_INFINITY : Number(size);
}

function free(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  if (pointer === 0n) return undefined;
  const state = call.heap.release("free", call.program.address(pointer));
  if (state.kind === "live") return undefined;
  if (state.kind === "unknown") return abortWith(call, "free(): invalid pointer");
  const cached = state.sizeBytes <= CACHED_BYTES;
  return abortWith(call, cached ? "free(): double free detected in tcache 2" : "double free or corruption (!prev)");
}

const isPowerOfTwo = (value: bigint): boolean => value > 0n && (value & (value - 1n)) === 0n;

function alignedAlloc(call: LibcCall): LibcResult {
  const alignment = call.args.unsignedLong();
  if (!isPowerOfTwo(alignment) || alignment > 2n ** 30n) {
    call.libc.setErrno("EINVAL");
    return 0n;
  }
  return block(call, call.heap.allocate(call.name, sizeArgument(call), { alignment: Number(alignment) }));
}

/** Any alignment: glibc takes the next power of two. */
function memalign(call: LibcCall): LibcResult {
  const alignment = call.args.unsignedLong();
  let power = 16;
  while (BigInt(power) < alignment && power < 2 ** 30) power *= 2;
  return block(call, call.heap.allocate(call.name, sizeArgument(call), { alignment: power }));
}

function valloc(call: LibcCall): LibcResult {
  const sizeBytes = sizeArgument(call);
  const rounded = call.name === "pvalloc" ? Math.ceil(sizeBytes / PAGE_BYTES) * PAGE_BYTES : sizeBytes;
  return block(call, call.heap.allocate(call.name, rounded, { alignment: PAGE_BYTES }));
}

function posixMemalign(call: LibcCall): LibcResult {
  const result = call.args.pointer();
  const alignment = call.args.unsignedLong();
  if (!isPowerOfTwo(alignment) || alignment % BigInt(call.bits / 8) !== 0n || alignment > 2n ** 30n)
    return errorNumber("EINVAL");
  const address = call.heap.allocate(call.name, sizeArgument(call), { alignment: Number(alignment) });
  if (address === 0) return errorNumber("ENOMEM");
  call.program.writeWord(result, call.bits === 64 ? 8 : 4, BigInt(address));
  return 0;
}

function usableSize(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  if (pointer === 0n) return 0;
  const state = call.heap.stateOf(call.program.address(pointer));
  return state.kind === "unknown" ? 0 : state.sizeBytes;
}

export const memoryFunctions = {
  malloc: (call) => block(call, call.heap.allocate("malloc", sizeArgument(call))),
  calloc,
  realloc,
  free,
  aligned_alloc: alignedAlloc,
  posix_memalign: posixMemalign,
  memalign,
  valloc,
  pvalloc: valloc,
  reallocarray: reallocArray,
  malloc_usable_size: usableSize,
} satisfies LibcFunctions;
