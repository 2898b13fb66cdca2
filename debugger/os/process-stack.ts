// The stack as a new process finds it: from the stack pointer upwards argc, argv, envp and the auxiliary vector, above them
// 16 random bytes, the platform's name, and the strings. The order and the alignment are the kernel's, byte for byte.
// Source: System V ABI AMD64, 3.4.1 "Initial Stack and Register State"; the kernel's fs/exec.c and fs/binfmt_elf.c.

import { bytesOfName } from "./name-text.ts";
import { randomBytes } from "./random.ts";

/** Entries of the auxiliary vector that we give. */
const AT = {
  null: 0,
  phdr: 3,
  phent: 4,
  phnum: 5,
  pagesz: 6,
  base: 7,
  flags: 8,
  entry: 9,
  uid: 11,
  euid: 12,
  gid: 13,
  egid: 14,
  platform: 15,
  hwcap: 16,
  clktck: 17,
  secure: 23,
  random: 25,
  hwcap2: 26,
  execfn: 31,
  minsigstksz: 51,
} as const;

/** Who the guest is: user and group 1000, as the first user of most systems. */
export const USER_ID = 1000;
/** The guest is process 4242; numbers of real processes would differ from run to run. */
export const PROCESS_ID = 4242;
/** CPUID.1:EDX of every 64-bit x86 up to SSE2. */
const HWCAP = 0x178bfbff;
const MINIMAL_SIGNAL_STACK_BYTES = 0xd30;
/** Index of the seed's words that AT_RANDOM takes; getrandom begins after them. */
export const AT_RANDOM_WORDS = { first: 0, count: 2 } as const;

export interface StackContents {
  readonly bits: 32 | 64;
  /** End of the stack: the first address above it. */
  readonly top: number;
  readonly argv: readonly string[];
  /** "NAME=value" */
  readonly envp: readonly string[];
  /** The path the program was started by. */
  readonly path: string;
  readonly entry: number;
  /** Where the ELF program headers lie in memory; address 0 when they do not. */
  readonly programHeaders: { readonly address: number; readonly count: number };
  readonly seed: number;
}

/** The bytes from `pointer`, where rsp begins, to the top. */
export interface InitialStack {
  readonly pointer: number;
  readonly bytes: Uint8Array;
}

/** Puts strings and words together; total function. */
export function buildStack(contents: StackContents): InitialStack {
  const { bits, top, argv, envp, seed } = contents;
  const wordBytes = bits / 8;
  const pieces: { at: number; bytes: Uint8Array }[] = [];
  // The kernel leaves one of its own words free at the top.
  let at = top - 8;
  const push = (bytes: Uint8Array): number => {
    at -= bytes.length;
    pieces.push({ at, bytes });
    return at;
  };
  const pushText = (text: string): number => push(bytesOfName(`${text}\0`));
  const execfn = pushText(contents.path);
  const environment = [...envp].reverse().map(pushText).reverse();
  const argumentAddresses = [...argv].reverse().map(pushText).reverse();
  at -= at % 16;
  const platform = pushText(bits === 64 ? "x86_64" : "i686");
  const random = push(randomBytes(seed, AT_RANDOM_WORDS.first, 8 * AT_RANDOM_WORDS.count));

  const words = [
    argv.length,
    ...argumentAddresses,
    0,
    ...environment,
    0,
    ...auxiliaryVector(contents, { execfn, platform, random }),
  ];
  at -= words.length * wordBytes;
  at -= at % 16;
  const pointer = at;
  const bytes = new Uint8Array(top - pointer);
  const view = new DataView(bytes.buffer);
  words.forEach((word, k) => {
    if (bits === 64) view.setBigUint64(k * 8, BigInt(word), true);
    else view.setUint32(k * 4, word, true);
  });
  for (const piece of pieces) bytes.set(piece.bytes, piece.at - pointer);
  return { pointer, bytes };
}

function auxiliaryVector(
  { bits, entry, programHeaders }: StackContents,
  strings: { execfn: number; platform: number; random: number },
): number[] {
  return [
    [AT.minsigstksz, MINIMAL_SIGNAL_STACK_BYTES],
    [AT.hwcap, HWCAP],
    [AT.pagesz, 4096],
    [AT.clktck, 100],
    [AT.phdr, programHeaders.address],
    [AT.phent, bits === 64 ? 56 : 32],
    [AT.phnum, programHeaders.count],
    [AT.base, 0],
    [AT.flags, 0],
    [AT.entry, entry],
    [AT.uid, USER_ID],
    [AT.euid, USER_ID],
    [AT.gid, USER_ID],
    [AT.egid, USER_ID],
    [AT.secure, 0],
    [AT.random, strings.random],
    [AT.hwcap2, 0],
    [AT.execfn, strings.execfn],
    [AT.platform, strings.platform],
    [AT.null, 0],
  ].flat();
}
