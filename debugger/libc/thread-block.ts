// The block that fs (in 32 bits: gs) points to while a program with libc runs. Compiled code takes its stack guard from it
// (`mov rax, [fs:28h]`), and some programs their own address, which is the thread's number (pthread_self). The first thread's
// lies in libc's mapping, each other's above its stack. Behind what compiled code knows stands what libc keeps of the thread;
// what else glibc keeps there is zero.
// Source: glibc 2.36's tcbhead_t for x86-64 and i386; the System V ABI's supplement for thread-local storage.

import type { CpuState } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import type { LibcCall } from "./call.ts";
import type { LibcState } from "./state.ts";

const FIELDS = {
  64: { self: [0x00, 0x10], guard: 0x28, pointerGuard: 0x30 },
  32: { self: [0x00, 0x08], guard: 0x14, pointerGuard: 0x18 },
} as const;
/** The first of the three thread-local descriptors, and what selects it with a program's rights. */
const DESCRIPTOR = 0;
const SELECTOR = 0x63n;
/** Any number whose lowest byte is 0, so that a text that runs over does not copy it. */
const GUARD = 0x5bd1e995c62f4b00n;

/** Keys of pthread_key_create. */
export const KEY_LIMIT = 64;

/** What libc keeps of a thread: offsets in its block, 8 bytes each. */
export const OWN = {
  /** The kernel's number; the kernel stores 0 at the thread's end. 0 for the first thread, too, until it makes another. */
  id: 0x100,
  start: 0x108,
  argument: 0x110,
  result: 0x118,
  /** Nobody will wait for its end. */
  detached: 0x128,
  /** The thread that was made before it, or whose stack was kept before its; 0 for the last in the list. */
  next: 0x130,
  /** Its mapping. */
  mapping: 0x138,
  mappingBytes: 0x140,
  /** The condition or barrier that it waits at, and since when: a number that grows, at a barrier the round. */
  waitsAt: 0x148,
  waitsSince: 0x150,
  /** Its condition has been signalled. */
  signalled: 0x158,
  errno: 0x160,
  /** 32 bits: the struct user_desc of its segment. */
  descriptor: 0x170,
  /** KEY_LIMIT pointers of its own. */
  pointers: 0x180,
} as const;
/** With what libc keeps. */
export const BLOCK_BYTES = 0x400;

/** The block of a thread's number; undefined when there is no such thread. */
export function blockOf(libc: LibcState, thread: bigint): number | undefined {
  if (thread === BigInt(libc.firstBlock)) return libc.firstBlock;
  for (let at = libc.get("threads"); at !== 0; at = Number(libc.memory.load(at + OWN.next, 8)))
    if (BigInt(at) === thread) return at;
  return undefined;
}

/** The block of the thread that runs. */
export function currentBlock(libc: LibcState, bits: 32 | 64, state: CpuState): number {
  if (libc.get("threads") === 0) return libc.firstBlock;
  return blockOf(libc, bits === 64 ? state.fsBase : state.gsBase) ?? libc.firstBlock;
}

export const ownBlock = ({ libc, bits, kernel }: LibcCall): number => currentBlock(libc, bits, kernel.state);

/** Every thread's block, the one made last first and the first one's at the end. */
export function* allBlocks(libc: LibcState): Generator<number> {
  for (let at = libc.get("threads"); at !== 0; at = Number(libc.memory.load(at + OWN.next, 8))) yield at;
  yield libc.firstBlock;
}

/** Puts a new thread's block into the list. */
export function enlist(libc: LibcState, block: number): void {
  libc.memory.store(block + OWN.next, 8, BigInt(libc.get("threads")));
  libc.set("threads", block);
}

export function delist(libc: LibcState, block: number): void {
  const next = libc.memory.load(block + OWN.next, 8);
  for (const before of allBlocks(libc))
    if (Number(libc.memory.load(before + OWN.next, 8)) === block) libc.memory.store(before + OWN.next, 8, next);
  if (libc.get("threads") === block) libc.set("threads", Number(next));
}

/** What compiled code finds in a block, and below it the thread's own variables as they begin (variant II of the ABIs). */
export function fillBlock({ memory, threadLocal }: LibcState, bits: 32 | 64, base: number): void {
  if (threadLocal !== undefined) {
    const { address, fileBytes, sizeBytes } = threadLocal;
    const bytes = new Uint8Array(sizeBytes);
    bytes.set(memory.loadBytes(address, fileBytes));
    memory.storeBytes(base - sizeBytes, bytes);
  }
  const fields = FIELDS[bits];
  const long = bits === 64 ? 8 : 4;
  for (const offset of fields.self) memory.store(base + offset, long, BigInt(base));
  memory.store(base + fields.guard, long, BigInt.asUintN(bits, GUARD));
  memory.store(base + fields.pointerGuard, long, BigInt.asUintN(bits, GUARD * 3n));
}

/** The last words of a struct user_desc: all 4 GiB, in pages, 32 bits, useable. */
const WHOLE = { limit: 0xfffffn, flags: 0x51n } as const;

/** What a new thread's segment register is to be set to: in 32 bits a struct user_desc, which is made here. */
export function threadBaseOf(memory: Memory, bits: 32 | 64, block: number): bigint {
  if (bits === 64) return BigInt(block);
  const entry = SELECTOR >> 3n;
  for (const [k, value] of [entry, BigInt(block), WHOLE.limit, WHOLE.flags].entries())
    memory.store(block + OWN.descriptor + 4 * k, 4, value);
  return BigInt(block + OWN.descriptor);
}

/** Fills the block and points the segment register to it. Programs without libc have none. */
export function setThreadBlock(
  {
    image,
    state,
  }: {
    readonly image: { readonly bits: 32 | 64; readonly stubs: readonly unknown[] };
    readonly state: CpuState;
  },
  libc: LibcState,
): void {
  if (image.stubs.length === 0) return;
  const { bits } = image;
  const base = libc.firstBlock;
  fillBlock(libc, bits, base);
  if (bits === 64) {
    state.fsBase = BigInt(base);
    return;
  }
  state.setTlsBase(DESCRIPTOR, base);
  state.write("gs", SELECTOR);
  state.gsBase = BigInt(base);
}
