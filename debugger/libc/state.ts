// libc's own variables. They lie in guest memory, in one mapping that the loader knows as "[libc]", so that snapshots,
// going back in time and the memory map have them without doing anything. Each variable is a row: offset and size.

import { ERRNO, type ErrnoName } from "../../server/facts/errno.ts";
import type { Memory } from "../mem/memory.ts";

/** Numbers in the mapping by name: offset in bytes. Eight bytes each. */
const variables = {
  /** A C int, where __errno_location points. */
  errno: 0x00,
  /** strtok: where the next word begins. */
  strtokNext: 0x08,
  /** random: index of the front pointer, 0 … 30. */
  randomFront: 0x10,
  // heap.ts
  arenaTop: 0x18,
  arenaEnd: 0x20,
  quarantineHead: 0x28,
  quarantineTail: 0x30,
  quarantineBytes: 0x38,
  /** Number of functions atexit knows. */
  atexitCount: 0x40,
  /** 1 once exit has begun, and its code. */
  exiting: 0x58,
  exitCode: 0x60,
  /** Address of envp. */
  environment: 0x50,
  /** Bytes of texts that setenv has made. */
  environmentUsed: 0x68,
  /** Blocks allocated so far. */
  allocations: 0x48,
} as const;
export type LibcVariable = keyof typeof variables;

/** Offsets of arrays in the mapping. */
export const AREA = {
  /** 31 ints of random's state. */
  random: 0x100,
  /** 32 addresses of atexit's functions. */
  atexit: 0x200,
  /** Heads of the lists of free heap blocks: see heap.ts. */
  bins: 0x400,
  /** Text that strerror and others return. */
  text: 0xc00,
  /** struct tm and text of gmtime, asctime and the like. */
  calendar: 0xf00,
  /** Streams: see streams.ts. */
  streams: 0x1000,
  /** The environment once it has been changed: pointers and texts, behind the streams. */
  environment: 0x2400,
} as const;
export const TEXT_BYTES = 0x300;
export const ENVIRONMENT_BYTES = 0xc00;
export const ATEXIT_LIMIT = 32;

export interface LibcState {
  readonly memory: Memory;
  /** Where the mapping begins. */
  readonly base: number;
  get(variable: LibcVariable): number;
  set(variable: LibcVariable, value: number): void;
  setErrno(name: ErrnoName): void;
}

/** The variables over a mapping at `base`. */
export function createLibcState(memory: Memory, base: number): LibcState {
  return {
    memory,
    base,
    get: (variable) => Number(memory.load(base + variables[variable], 8)),
    set: (variable, value) => memory.store(base + variables[variable], 8, BigInt(value)),
    setErrno: (name) => memory.store(base + variables.errno, 4, BigInt(ERRNO[name])),
  };
}
