// malloc and its kin: an allocator whose every byte lies in guest memory, with a layout that the heap picture can show.
//
//   block = 16-byte header · the program's bytes, rounded up to the block's capacity · 16 bytes of red zone
//   header: bits 0–47 size as asked for, bits 48–63 LIVE or FREED; then, for a live block, its number since the start,
//   for a freed one the next block of its list; the upper 16 bits of that word are a check on the block's address.
//
// Blocks below 128 KiB lie in the arena, which begins at the program break and grows by it ("[heap]"); its first 0x290 bytes
// are left free, as glibc's are, so a program's first block is where gdb would show it. Larger blocks have their own mapping.
// A freed block waits in a first-in-first-out quarantine of 64 MiB before its bytes are used again, so that late accesses
// are found and do no harm. Headers are checked whenever they are used: a program that destroys them is told so as glibc
// tells it, and nothing else breaks.

import { PAGE_BYTES, PROT } from "../mem/layout.ts";
import { GuestFault } from "../mem/memory.ts";
import { pageCeil } from "../os/address-space.ts";
import type { KernelParts } from "../os/syscall.ts";
import { AREA, type LibcState } from "./state.ts";

const HEADER_BYTES = 16;
const RED_ZONE_BYTES = 16;
/** Room that glibc's own bookkeeping takes at the start of a heap. */
const ARENA_HEAD_BYTES = 0x290;
const ARENA_GROWTH_BYTES = 0x21000;
const LARGE_BYTES = 128 * 1024;
/** Such a block has a mapping of its own. */
const isLarge = (sizeBytes: number, alignment: number): boolean => sizeBytes + alignment >= LARGE_BYTES;
const QUARANTINE_BYTES = 64 * 2 ** 20;
/** Largest size that malloc takes: PTRDIFF_MAX of 32-bit, and more than any address space here. */
const SIZE_LIMIT = 2 ** 47;

const LIVE = 0xa110n;
const FREED = 0xf4een;

/** Blocks up to this many bytes have a list for each multiple of 16. */
const SMALL_BYTES = 1024;
const STEPS_PER_DOUBLING = 8;

/** What a header says about an address. */
export type BlockState = { readonly kind: "live" | "freed"; readonly sizeBytes: number } | { readonly kind: "unknown" };

export interface Heap {
  /** Address of a block of `sizeBytes` at a multiple of `alignment`, or 0. */
  allocate(
    by: string,
    sizeBytes: number,
    options?: { readonly zeroed?: "zeroed"; readonly alignment?: number },
  ): number;
  /** Gives a block back and tells it; anything else is only told. @throws {GuestFault} when the header cannot be read. */
  release(by: string, address: number): BlockState;
  /** @throws {GuestFault} when the header cannot be read. */
  stateOf(address: number): BlockState;
}

/** Bytes a block of `sizeBytes` has room for: multiples of 16, then eight sizes per doubling. */
export function capacityOf(sizeBytes: number): number {
  const rounded = Math.max(16, Math.ceil(sizeBytes / 16) * 16);
  if (rounded <= SMALL_BYTES || rounded >= LARGE_BYTES) return rounded;
  const step = 2 ** Math.floor(Math.log2(rounded - 1)) / STEPS_PER_DOUBLING;
  return Math.ceil(rounded / step) * step;
}

/** Index of the list of free blocks of a capacity. */
function binOf(capacity: number): number {
  if (capacity <= SMALL_BYTES) return capacity / 16 - 1;
  const doubling = Math.floor(Math.log2(capacity - 1));
  const step = 2 ** doubling / STEPS_PER_DOUBLING;
  return SMALL_BYTES / 16 + (doubling - 10) * STEPS_PER_DOUBLING + capacity / step - STEPS_PER_DOUBLING - 1;
}

/** 16 bits that a forged or moved header would have to guess. */
const checkOf = (address: number): bigint => BigInt((((address / 16) >>> 0) * 40503) >>> 16) & 0xffffn;

class GuestHeap implements Heap {
  readonly #libc: LibcState;
  readonly #kernel: KernelParts;

  constructor(libc: LibcState, kernel: KernelParts) {
    this.#libc = libc;
    this.#kernel = kernel;
  }

  // ---- headers

  #writeHeader(address: number, sizeBytes: number, state: bigint, link: number): void {
    const { memory } = this.#libc;
    memory.store(address - 16, 8, BigInt(sizeBytes) | (state << 48n));
    memory.store(address - 8, 8, BigInt(link) | (checkOf(address) << 48n));
  }

  #linkOf(address: number): number {
    return Number(this.#libc.memory.load(address - 8, 8) & 0xffffffffffffn);
  }

  stateOf(address: number): BlockState {
    const { memory } = this.#libc;
    // The size is what glibc reads first, and where it faults.
    const link = memory.load(address - 8, 8);
    if (address % 16 !== 0 || link >> 48n !== checkOf(address)) return { kind: "unknown" };
    const first = memory.load(address - 16, 8);
    const tag = first >> 48n;
    if (tag !== LIVE && tag !== FREED) return { kind: "unknown" };
    return { kind: tag === LIVE ? "live" : "freed", sizeBytes: Number(first & 0xffffffffffffn) };
  }

  /** stateOf for links that may have been overwritten: never faults. */
  #isFreed(address: number): boolean {
    if (address === 0) return false;
    try {
      return this.stateOf(address).kind === "freed";
    } catch (fault) {
      if (fault instanceof GuestFault) return false;
      throw fault;
    }
  }

  // ---- allocating

  allocate(by: string, sizeBytes: number, options: { zeroed?: "zeroed"; alignment?: number } = {}): number {
    if (!(sizeBytes < SIZE_LIMIT)) return 0;
    const alignment = Math.max(16, options.alignment ?? 16);
    let address = this.#find(sizeBytes, alignment);
    if (address === 0) {
      // Out of memory: what waits in quarantine is better than nothing.
      this.#evict(0);
      address = this.#find(sizeBytes, alignment);
    }
    if (address === 0) {
      const { maxMemoryBytes, memory } = this.#kernel.space;
      if (memory.mappedBytes + sizeBytes + ARENA_GROWTH_BYTES > maxMemoryBytes)
        this.#kernel.emit({ kind: "alloc-refused", by, sizeBytes, limitBytes: maxMemoryBytes });
      return 0;
    }
    const number = this.#libc.get("allocations") + 1;
    this.#libc.set("allocations", number);
    this.#writeHeader(address, sizeBytes, LIVE, number);
    const zeroed = options.zeroed === "zeroed";
    // What has a mapping of its own is zero already.
    if (zeroed && !isLarge(sizeBytes, alignment)) this.#zero(address, sizeBytes);
    this.#kernel.emit({ kind: "alloc", by, address, sizeBytes, zeroed });
    return address;
  }

  /** Only pages that hold something else are written: those of a new arena are not touched. */
  #zero(address: number, sizeBytes: number): void {
    const { memory } = this.#libc;
    for (let at = address; at < address + sizeBytes; at += PAGE_BYTES) {
      const part = Math.min(PAGE_BYTES, address + sizeBytes - at);
      if (memory.peek(at, part).some((byte) => byte !== 0)) memory.poke(at, new Uint8Array(part));
    }
  }

  #find(sizeBytes: number, alignment: number): number {
    if (isLarge(sizeBytes, alignment)) return this.#mapLarge(sizeBytes, alignment);
    const capacity = capacityOf(sizeBytes);
    if (alignment === 16) {
      const reused = this.#take(capacity);
      if (reused !== 0) return reused;
    }
    return this.#grow(capacity, alignment);
  }

  #binAddress(capacity: number): number {
    return this.#libc.base + AREA.bins + 8 * binOf(capacity);
  }

  /** A block whose quarantine is over. */
  #take(capacity: number): number {
    const { memory } = this.#libc;
    const bin = this.#binAddress(capacity);
    const address = Number(memory.load(bin, 8));
    if (address === 0) return 0;
    // A destroyed header loses the rest of its list, nothing more.
    const sound = this.#isFreed(address);
    memory.store(bin, 8, sound ? BigInt(this.#linkOf(address)) : 0n);
    return sound ? address : 0;
  }

  #grow(capacity: number, alignment: number): number {
    const { space, readImpliesExec } = this.#kernel;
    if (this.#libc.get("arenaEnd") === 0) this.#libc.set("arenaTop", space.programBreak.end + ARENA_HEAD_BYTES);
    const place = (): number => Math.ceil((this.#libc.get("arenaTop") + HEADER_BYTES) / alignment) * alignment;
    let address = place();
    if (address + capacity + RED_ZONE_BYTES > this.#libc.get("arenaEnd")) {
      const before = space.programBreak.end;
      // The program may have moved the break itself: then the arena goes on behind what it took.
      if (this.#libc.get("arenaEnd") !== 0 && before !== this.#libc.get("arenaEnd")) this.#libc.set("arenaTop", before);
      address = place();
      const needed = address + capacity + RED_ZONE_BYTES + ARENA_GROWTH_BYTES - PAGE_BYTES;
      const moved = space.moveBreak(pageCeil(needed), "heap", readImpliesExec ? PROT.exec : 0);
      if (moved.why !== undefined) return 0;
      this.#libc.set("arenaEnd", moved.end);
    }
    this.#libc.set("arenaTop", address + capacity + RED_ZONE_BYTES);
    return address;
  }

  #mapLarge(sizeBytes: number, alignment: number): number {
    const { space, readImpliesExec } = this.#kernel;
    const slack = alignment > 16 ? alignment : 0;
    const mappedBytes = pageCeil(HEADER_BYTES + slack + capacityOf(sizeBytes) + RED_ZONE_BYTES);
    const start = space.findGap(mappedBytes);
    if (start === undefined) return 0;
    const protection = PROT.read | PROT.write | (readImpliesExec ? PROT.exec : 0);
    const mapping = { start, sizeBytes: mappedBytes, requestedBytes: mappedBytes, protection };
    if (!space.map({ ...mapping, purpose: "heap", name: "[heap block]" })) return 0;
    return Math.ceil((start + HEADER_BYTES) / alignment) * alignment;
  }

  // ---- releasing

  release(by: string, address: number): BlockState {
    const state = this.stateOf(address);
    this.#kernel.emit({ kind: "free", by, address, state: state.kind });
    if (state.kind !== "live") return state;
    this.#writeHeader(address, state.sizeBytes, FREED, 0);
    const tail = this.#libc.get("quarantineTail");
    if (this.#isFreed(tail)) {
      const { sizeBytes } = this.stateOf(tail) as { sizeBytes: number };
      this.#writeHeader(tail, sizeBytes, FREED, address);
    } else {
      this.#libc.set("quarantineHead", address);
      this.#libc.set("quarantineBytes", 0);
    }
    this.#libc.set("quarantineTail", address);
    this.#libc.set("quarantineBytes", this.#libc.get("quarantineBytes") + capacityOf(state.sizeBytes));
    this.#evict(QUARANTINE_BYTES);
    return state;
  }

  /** Ends the quarantine of the oldest blocks until at most `limitBytes` wait. */
  #evict(limitBytes: number): void {
    while (this.#libc.get("quarantineBytes") > limitBytes) {
      const address = this.#libc.get("quarantineHead");
      if (!this.#isFreed(address)) {
        this.#libc.set("quarantineHead", 0);
        this.#libc.set("quarantineTail", 0);
        this.#libc.set("quarantineBytes", 0);
        return;
      }
      const next = this.#linkOf(address);
      const { sizeBytes } = this.stateOf(address) as { sizeBytes: number };
      this.#libc.set("quarantineHead", next);
      if (next === 0) this.#libc.set("quarantineTail", 0);
      this.#libc.set("quarantineBytes", next === 0 ? 0 : this.#libc.get("quarantineBytes") - capacityOf(sizeBytes));
      this.#kernel.emit({ kind: "recycle", address, sizeBytes });
      this.#recycle(address, sizeBytes);
    }
  }

  #recycle(address: number, sizeBytes: number): void {
    const { memory } = this.#libc;
    const { space } = this.#kernel;
    const mapping = space.overlapping(address, address + 1)[0];
    if (mapping?.name === "[heap block]") {
      space.unmap(mapping.start, mapping.sizeBytes);
      return;
    }
    const bin = this.#binAddress(capacityOf(sizeBytes));
    this.#writeHeader(address, sizeBytes, FREED, Number(memory.load(bin, 8)));
    memory.store(bin, 8, BigInt(address));
  }
}

/** The heap of a process; nothing is mapped before the first block. */
export function createHeap(libc: LibcState, kernel: KernelParts): Heap {
  return new GuestHeap(libc, kernel);
}
