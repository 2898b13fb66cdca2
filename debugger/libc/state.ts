// libc's own variables. They lie in guest memory, in one mapping that the loader knows as "[libc]", so that snapshots,
// going back in time and the memory map have them without doing anything. Each variable is a row: offset and size.

import { ERRNO, type ErrnoName } from "../../server/facts/errno.ts";
import type { Image } from "../../server/obj/image.ts";
import type { Memory } from "../mem/memory.ts";

/** Numbers in the mapping by name: offset in bytes. Eight bytes each. */
const variables = {
  /** A C int, where __errno_location points in the first thread. */
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
  // getopt's: the variables that a program can name, where it does not, and where in the command line it stands.
  optarg: 0x70,
  optind: 0x78,
  opterr: 0x80,
  optopt: 0x88,
  /** Address of the next letter in an argument of several. */
  optionNext: 0x90,
  /** Indices of the first argument that is no option, and of the one behind the last. */
  optionFirst: 0x98,
  optionLast: 0xa0,
  /** drand48's 48 bits. */
  random48: 0xa8,
  /** Block of the thread that was made last; 0 while there is one thread. */
  threads: 0xb0,
  /** Block of the ended thread whose stack was kept last, for others to come; 0 for none. */
  keptThreads: 0xc0,
  /** How often threads have begun to wait for a condition. */
  conditionWaits: 0xb8,
  /** Address of argc as the kernel made it. */
  kernelVector: 0xf8,
  /** Address of envp as the kernel made it; the auxiliary vector lies behind. */
  kernelEnvironment: 0xd0,
  /** Functions that the start-up code has called: those of .preinit_array and .init_array, then main. */
  startCalls: 0xd8,
  /** Where .fini_array lies, and how many of its functions exit has yet to call. */
  finalArray: 0xe0,
  finalCalls: 0xf0,
  /** Names given by mkstemp and tmpfile so far. */
  temporaryNames: 0xc8,
  /** hsearch's table: address of its block, 0 for none. */
  searchTable: 0xe8,
} as const;
export type LibcVariable = keyof typeof variables;

/** Offsets of arrays in the mapping. */
export const AREA = {
  /** 31 ints of random's state. */
  random: 0x100,
  /** 32 functions that exit calls: address, and argument where they take one. */
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
  /** Buffers of the streams, standard input's last: see streams.ts. */
  buffers: 0x3000,
  /** Where fs (32 bits: gs) points in a program without thread-local variables: see thread-block.ts. */
  threadBlock: 0x27800,
  /** Tables of characters that __ctype_b_loc and its kin give out. */
  classes: 0x28000,
  /** Texts of errors, 64 bytes each: unlike unknown numbers' text they stay. */
  errorTexts: 0x2a000,
  /** Destructors of keys, and which keys are in use: see functions-key.ts. */
  keyDestructors: 0x2c200,
  /** struct lconv with its texts, and behind it what getpwnam and its kin give out. */
  locale: 0x29c00,
  records: 0x29d00,
  /** For each of atexit's functions how it is called, and with what. */
  exitArguments: 0x29800,
} as const;
export const TEXT_BYTES = 0x300;
export const ENVIRONMENT_BYTES = 0xc00;
export const ATEXIT_LIMIT = 32;
/** Size of libc's mapping. */
export const LIBC_MAPPING_BYTES = 0x2d000;

export interface LibcState {
  readonly memory: Memory;
  /** Where the mapping begins. */
  readonly base: number;
  /** Addresses of libc's variables that lie in the program: it has named them with `extern`. */
  readonly objects: ReadonlyMap<string, number>;
  /** The first thread's block, and the program's thread-local variables, which each thread has below its own. */
  readonly firstBlock: number;
  readonly threadLocal: Image["threadLocal"];
  /** Where the errno of the thread that runs lies. */
  errnoAt: number;
  get(variable: LibcVariable): number;
  set(variable: LibcVariable, value: number): void;
  setErrno(name: ErrnoName): void;
}

/** Variables of getopt: the first four may lie in the program. */
export type OptionVariable = Extract<LibcVariable, `opt${string}`>;

/** Where a program's variable lies, or libc's own of the name. */
const optionAddress = (libc: LibcState, variable: OptionVariable): number =>
  libc.objects.get(variable) ?? libc.base + variables[variable];

/** A pointer for optarg and optionNext, an int for the others. */
const optionBytes = (variable: OptionVariable): 4 | 8 => (variable === "optionNext" ? 8 : 4);

/** The value of one of getopt's variables. */
export function getOption(libc: LibcState, variable: OptionVariable): number {
  return Number(libc.memory.load(optionAddress(libc, variable), optionBytes(variable)));
}

/** Sets one of getopt's variables; optarg is as wide as the program's pointers. */
export function setOption(libc: LibcState, variable: OptionVariable, value: number, pointerBytes: 4 | 8 = 4): void {
  const bytes = variable === "optarg" ? pointerBytes : optionBytes(variable);
  libc.memory.store(optionAddress(libc, variable), bytes, BigInt.asUintN(32 * (bytes / 4), BigInt(value)));
}

/** The variables over a mapping at `base`. */
export function createLibcState(
  given: Pick<LibcState, "memory" | "base" | "objects" | "firstBlock" | "threadLocal">,
): LibcState {
  const { memory, base } = given;
  const libc: LibcState = {
    ...given,
    errnoAt: base + variables.errno,
    get: (variable) => Number(memory.load(base + variables[variable], 8)),
    set: (variable, value) => memory.store(base + variables[variable], 8, BigInt(value)),
    setErrno: (name) => memory.store(libc.errnoAt, 4, BigInt(ERRNO[name])),
  };
  return libc;
}
