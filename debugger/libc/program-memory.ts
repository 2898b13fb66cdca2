// The program's memory as libc's functions use it. Every access is told before it happens, so that the checker can judge a
// memcpy or a printf like the program's own instructions; an access that the CPU would fault throws GuestFault and ends
// the call as the fault would natively.

import { PAGE_BYTES } from "../mem/layout.ts";
import { GuestFault, type Memory } from "../mem/memory.ts";
import type { MachineEvent } from "../os/events.ts";

/** Thrown for an address that is no address at all: the CPU raises #GP, not #PF. */
export class NonCanonicalAddress {
  readonly value: bigint;
  constructor(value: bigint) {
    this.value = value;
  }
}

export interface ProgramMemory {
  readonly memory: Memory;
  /** The address in a pointer. @throws {NonCanonicalAddress} */
  address(pointer: bigint): number;
  /** @throws {GuestFault} */
  read(pointer: bigint, sizeBytes: number): Uint8Array;
  /** Unsigned. @throws {GuestFault} */
  readWord(pointer: bigint, sizeBytes: 1 | 2 | 4 | 8): bigint;
  /** @throws {GuestFault} with nothing written. */
  write(pointer: bigint, bytes: Uint8Array): void;
  writeWord(pointer: bigint, sizeBytes: 1 | 2 | 4 | 8, value: bigint): void;
  /** Any size, without needing room for it: fills up to the byte that faults. @throws {GuestFault} */
  fill(pointer: bigint, sizeBytes: number, byte: number): void;
  /** Copies between ranges that may overlap, up to the byte that faults. @throws {GuestFault} */
  copy(target: bigint, source: bigint, sizeBytes: number): void;
  /**
   * Bytes before the zero byte, which is read too; at most `limitBytes`, and no further than the first that `stop` holds for,
   * which is the last one then. @throws {GuestFault}
   */
  string(pointer: bigint, limitBytes?: number, stop?: (byte: number) => boolean): Uint8Array;
}

/** libc's text is bytes; Latin-1 keeps each of them in one character. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** The bytes of Latin-1 text. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}

/** Little-endian bytes of a value. */
export function wordBytes(value: bigint, sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  for (let k = 0; k < sizeBytes; k++) bytes[k] = Number((value >> BigInt(8 * k)) & 255n);
  return bytes;
}

const FIRST_CHUNK_BYTES = 128;
/** Large ranges are worked on in pieces: a guest's size must not decide how much room is needed here. */
const PIECE_BYTES = 2 ** 20;

/** `name` gives the function that is running. */
export function createProgramMemory(
  memory: Memory,
  name: () => string,
  emit: (event: MachineEvent) => void,
): ProgramMemory {
  const tell = (address: number, sizeBytes: number, access: "read" | "write"): void => {
    if (sizeBytes > 0) emit({ kind: "libc-access", name: name(), address, sizeBytes, access });
  };
  const address = (pointer: bigint): number => {
    if (pointer < 1n << 47n) return Number(pointer);
    if (pointer >= (1n << 64n) - (1n << 47n))
      throw new GuestFault(Number(pointer), 1, "read", "unmapped", undefined, pointer);
    throw new NonCanonicalAddress(pointer);
  };
  return {
    memory,
    address,
    read(pointer, sizeBytes) {
      const at = address(pointer);
      tell(at, sizeBytes, "read");
      return memory.loadBytes(at, sizeBytes);
    },
    readWord(pointer, sizeBytes) {
      const at = address(pointer);
      tell(at, sizeBytes, "read");
      return memory.load(at, sizeBytes);
    },
    write(pointer, bytes) {
      const at = address(pointer);
      tell(at, bytes.length, "write");
      memory.storeBytes(at, bytes);
    },
    writeWord(pointer, sizeBytes, value) {
      const at = address(pointer);
      tell(at, sizeBytes, "write");
      memory.store(at, sizeBytes, value);
    },
    fill(pointer, sizeBytes, byte) {
      const start = address(pointer);
      tell(start, sizeBytes, "write");
      for (let at = 0; at < sizeBytes; at += PIECE_BYTES) {
        memory.storeBytes(start + at, new Uint8Array(Math.min(PIECE_BYTES, sizeBytes - at)).fill(byte));
      }
    },
    copy(target, source, sizeBytes) {
      const from = address(source);
      const to = address(target);
      tell(from, sizeBytes, "read");
      tell(to, sizeBytes, "write");
      const pieces = Math.ceil(sizeBytes / PIECE_BYTES);
      const backwards = to > from && to < from + sizeBytes;
      for (let k = 0; k < pieces; k++) {
        const at = (backwards ? pieces - 1 - k : k) * PIECE_BYTES;
        memory.storeBytes(to + at, memory.loadBytes(from + at, Math.min(PIECE_BYTES, sizeBytes - at)));
      }
    },
    string(pointer, limitBytes = Number.MAX_SAFE_INTEGER, stop) {
      const start = address(pointer);
      const parts: Uint8Array[] = [];
      let length = 0;
      while (length < limitBytes) {
        const at = start + length;
        // Most strings are short; the others are read page by page.
        const chunk = length === 0 ? FIRST_CHUNK_BYTES : PAGE_BYTES;
        const wanted = Math.min(chunk, PAGE_BYTES - (at % PAGE_BYTES), limitBytes - length);
        const part = loadOrTell(at, wanted, start, length);
        const end = stop === undefined ? part.indexOf(0) : part.findIndex((byte) => byte === 0 || stop(byte));
        const taken = end < 0 ? part.length : part[end] === 0 ? end : end + 1;
        parts.push(part.subarray(0, taken));
        length += taken;
        if (end >= 0) {
          tell(start, taken === end ? length + 1 : length, "read");
          return join(parts, length);
        }
      }
      tell(start, length, "read");
      return join(parts, length);
    },
  };

  /** A string that runs off its pages is told up to and with the byte that faults. */
  function loadOrTell(at: number, wanted: number, start: number, length: number): Uint8Array {
    try {
      return memory.loadBytes(at, wanted);
    } catch (fault) {
      tell(start, length + 1, "read");
      if (!(fault instanceof GuestFault)) throw fault;
      throw new GuestFault(fault.address, 1, "read", fault.reason);
    }
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
