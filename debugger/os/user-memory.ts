// The guest's memory as system calls use it: addresses are whatever the guest passed, so every access answers whether it
// could be made (the caller turns "no" into EFAULT), and what the kernel wrote is told as an event.

import { PAGE_BYTES, PROT } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent } from "./events.ts";
import { nameOf } from "./name-text.ts";

/** A text runs into memory that cannot be read, or is longer than it may be. No string, since every string can be a text. */
export interface TextProblem {
  readonly problem: "fault" | "long";
}

export interface UserMemory {
  readonly memory: Memory;
  /** How many of `sizeBytes` from `address` on can be read or written. */
  usable(address: bigint, sizeBytes: number, access: "read" | "write"): number;
  /** undefined when a byte cannot be read. */
  read(address: bigint, sizeBytes: number): Uint8Array | undefined;
  /** Little-endian unsigned number of 1, 2, 4 or 8 bytes. */
  readWord(address: bigint, sizeBytes: number): bigint | undefined;
  /** False, with nothing written, when a byte cannot be written. */
  write(address: bigint, bytes: Uint8Array): boolean;
  writeWord(address: bigint, sizeBytes: number, value: bigint): boolean;
  /** Zero-terminated UTF-8 text of at most `limitBytes`, or why it has no end there. */
  text(address: bigint, limitBytes: number): string | TextProblem;
}

/** One word and its bytes, little-endian as all hosts of WebAssembly are: a view of one's own for each is dear. */
const WORD = new BigUint64Array(1);
const WORD_BYTES = new Uint8Array(WORD.buffer);

/** Puts a little-endian number of 1, 2, 4 or 8 bytes at an offset. */
export function storeWord(bytes: Uint8Array, offset: number, sizeBytes: number, value: bigint): void {
  WORD[0] = value;
  for (let k = 0; k < sizeBytes; k++) bytes[offset + k] = WORD_BYTES[k]!;
}

/** `limit` is the first address programs cannot have. */
export function createUserMemory(memory: Memory, limit: number, emit: (event: MachineEvent) => void): UserMemory {
  const usable = (address: bigint, sizeBytes: number, access: "read" | "write"): number => {
    const start = Number(address);
    if (start >= limit) return 0;
    const end = Math.min(start + sizeBytes, limit);
    for (let at = start; at < end; at += PAGE_BYTES - (at % PAGE_BYTES)) {
      const protection = memory.protectionAt(at) ?? PROT.none;
      if (access === "read" ? protection === PROT.none : (protection & PROT.write) === 0) return at - start;
    }
    return end - start;
  };
  const read = (address: bigint, sizeBytes: number): Uint8Array | undefined =>
    usable(address, sizeBytes, "read") === sizeBytes ? memory.peek(Number(address), sizeBytes) : undefined;
  const write = (address: bigint, bytes: Uint8Array): boolean => {
    if (usable(address, bytes.length, "write") < bytes.length) return false;
    if (bytes.length === 0) return true;
    memory.poke(Number(address), bytes);
    emit({ kind: "kernel-write", address: Number(address), sizeBytes: bytes.length });
    return true;
  };
  return {
    memory,
    usable,
    read,
    write,
    readWord(address, sizeBytes) {
      const bytes = read(address, sizeBytes);
      if (bytes === undefined) return undefined;
      WORD[0] = 0n;
      for (let k = 0; k < sizeBytes; k++) WORD_BYTES[k] = bytes[k]!;
      return WORD[0];
    },
    writeWord(address, sizeBytes, value) {
      const bytes = new Uint8Array(sizeBytes);
      storeWord(bytes, 0, sizeBytes, value);
      return write(address, bytes);
    },
    text(address, limitBytes) {
      const bytes = memory.peek(Number(address), usable(address, limitBytes, "read"));
      const end = bytes.indexOf(0);
      if (end >= 0) return nameOf(bytes.subarray(0, end));
      return { problem: bytes.length < limitBytes ? "fault" : "long" };
    },
  };
}
