// The guest's paged memory as everybody outside hot code uses it. Addresses are numbers below 2^47 (an effective address is
// checked to be canonical before it becomes one). Functions named `load`/`store` act for the guest and throw GuestFault;
// `peek`/`poke` act for the debugger and the kernel's own set-up, ignore protections, and return what is there.

import type { Layout, Protection } from "./layout.ts";

/** Thrown by guest accesses that the CPU would fault; caught by the core (instructions) or the kernel (EFAULT). */
export class GuestFault {
  readonly address: number;
  /** From the address on. */
  readonly sizeBytes: number;
  readonly access: "read" | "write" | "execute";
  /** What is wrong with the page. */
  readonly reason: "unmapped" | "protected";
  /** What the guest got wrong, in words, where whoever throws knows more than the address tells. */
  readonly detail: string | undefined;
  /** An address of the kernel's half, of which a number keeps no more than the first digits. */
  readonly exactAddress: bigint | undefined;
  constructor(
    address: number,
    sizeBytes: number,
    access: "read" | "write" | "execute",
    reason: "unmapped" | "protected",
    detail?: string,
    exactAddress?: bigint,
  ) {
    this.address = address;
    this.sizeBytes = sizeBytes;
    this.access = access;
    this.reason = reason;
    this.detail = detail;
    this.exactAddress = exactAddress;
  }
}

/** A run of pages with one protection. */
export interface PageRun {
  readonly start: number;
  readonly sizeBytes: number;
  readonly protection: Protection;
}

/** Page numbers (address / PAGE_BYTES) by the kind of access that is watched. */
export interface Guards {
  readonly reads: ReadonlySet<number>;
  readonly writes: ReadonlySet<number>;
}

/** Contents of the pages changed since the previous checkpoint, shadow and definedness included; opaque. */
export interface MemoryDelta {
  readonly sizeBytes: number;
}

/** All that is mapped, with contents, protections, shadow and definedness: what a process keeps while another runs; opaque. */
export interface SpaceImage {
  /** What it keeps beside what it shares with the image it was made over. */
  readonly sizeBytes: number;
}

export interface Memory {
  readonly wasm: WebAssembly.Memory;
  readonly layout: Layout;
  /** Views of `wasm.buffer`; they stay valid since the memory never grows. */
  readonly u8: Uint8Array;
  readonly view: DataView;

  /** Maps zeroed pages, replacing what was there; start and size are multiples of PAGE_BYTES. @returns false when no host page is left. */
  map(start: number, sizeBytes: number, protection: Protection): boolean;
  unmap(start: number, sizeBytes: number): void;
  /** @returns false when a page of the range is not mapped (then nothing changed). */
  protect(start: number, sizeBytes: number, protection: Protection): boolean;
  /** undefined = not mapped. */
  protectionAt(address: number): Protection | undefined;
  /** Mapped pages in address order, neighbours of equal protection joined. */
  runs(): PageRun[];
  /** Bytes mapped now. */
  readonly mappedBytes: number;

  /** Little-endian, zero-extended; 1, 2, 4 or 8 bytes, any alignment, across pages. @throws {GuestFault} */
  load(address: number, sizeBytes: number): bigint;
  /** @throws {GuestFault} before anything is written. */
  store(address: number, sizeBytes: number, value: bigint): void;
  /** @throws {GuestFault} at the first byte that cannot be read. */
  loadBytes(address: number, sizeBytes: number): Uint8Array;
  /** @throws {GuestFault} before anything is written. */
  storeBytes(address: number, bytes: Uint8Array): void;
  /** Does nothing when a store of the range would succeed. @throws {GuestFault} otherwise. */
  checkWrite(address: number, sizeBytes: number): void;
  /** For instruction fetch: up to `sizeBytes` executable bytes. @throws {GuestFault} when the first is not executable. */
  fetch(address: number, sizeBytes: number): Uint8Array;

  /** As many bytes from `address` on as are mapped, at most `sizeBytes`; protections ignored. */
  peek(address: number, sizeBytes: number): Uint8Array;
  /** Writes as many bytes as are mapped, protections ignored. @returns that number. */
  poke(address: number, bytes: Uint8Array): number;

  /** Shadow bytes parallel to `peek`: see SHADOW. */
  shadowOf(address: number, sizeBytes: number): Uint8Array;
  /** Shadow bytes of a range or-ed together; unmapped ones count as 0. Cheap for the few bytes of one access. */
  shadowBits(address: number, sizeBytes: number): number;
  setShadow(address: number, sizeBytes: number, shadow: number): void;
  /** Definedness bytes parallel to `peek` (bit set = undefined); they count only where the shadow says `partial`. */
  definednessOf(address: number, sizeBytes: number): Uint8Array;
  setDefinedness(address: number, undefinedBits: Uint8Array): void;

  /** Grows whenever a page's contents or mapping that was fetched as code may have changed: caches of decoded code compare it. */
  readonly codeGeneration: number;
  /** Tells that decoded code of this page is cached: a later write to it bumps codeGeneration. */
  noteCodePage(address: number): void;

  /**
   * Pages that data breakpoints lie on. Plain accesses of these kinds find no tag there, so every one of them takes the slow
   * path, where an observer hears of it; accesses elsewhere cost nothing. Replaces the previous guards.
   */
  guard(pages: Guards): void;

  /** What is mapped now; pages that are as in `known` are shared with it. */
  captureSpace(known: SpaceImage | undefined): SpaceImage;
  /** Maps and fills everything as it was; the history sees pages that differ as changed, caches of decoded code too. */
  loadSpace(space: SpaceImage): void;

  /** Does what unmaps and maps again; where decoded code is the same bytes afterwards, caches of it stay good. */
  exchange(act: () => void): void;

  /** Ends an interval: returns what turns the memory now back into the memory at the previous checkpoint (or start). */
  checkpoint(): MemoryDelta;
  /** Undoes everything since the last checkpoint. */
  rollback(): void;
  /** Applies an older delta, newest first; the memory is then as at the checkpoint before it. */
  revert(delta: MemoryDelta): void;
}
