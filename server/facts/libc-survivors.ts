// Which of the registers that a call may destroy glibc's functions happen to leave alone. The ABI promises none of it, and
// the checker counts all of them as destroyed; but a program that relies on it by luck runs natively, so it must run here.
// Functions without a row destroy everything they may; ldiv and lldiv return their second half in rdx.
// Source: measured with glibc 2.36 on an x86-64 with AVX-512: sentinels in all such registers, common calls of each function,
// what was left by every one of them.

import type { LibcName } from "./libc.ts";

const OTHERS = "r8 r9 r10 r11";
const ALL_XMM = "xmm0-15";

// biome-ignore format: one row a line
export const survivors: Readonly<Partial<Record<LibcName, string>>> = {
  ldiv:     "rdx",
  lldiv:    "rdx",
  malloc:   ALL_XMM,
  calloc:   "r9 r10 xmm1-15",
  realloc:  `r9 r10 r11 ${ALL_XMM}`,
  free:     `r11 ${ALL_XMM}`,
  printf:   "xmm2-3 xmm5-15",
  sprintf:  "xmm2-3 xmm5-15",
  puts:     `${OTHERS} ${ALL_XMM}`,
  putchar:  `${OTHERS} ${ALL_XMM}`,
  fflush:   `rsi ${OTHERS} ${ALL_XMM}`,
  scanf:    "xmm2 xmm4-15",
  get_stdin:  `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  get_stdout: `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  getchar:  `rcx rsi rdi ${OTHERS} ${ALL_XMM}`,
  fgets:    `r10 r11 ${ALL_XMM}`,
  gets:     `r10 r11 ${ALL_XMM}`,
  strlen:   `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  strcpy:   `rsi rdi ${OTHERS} ${ALL_XMM}`,
  strncpy:  `rsi rdi r9 r11 ${ALL_XMM}`,
  strcat:   `rsi r8 r11 ${ALL_XMM}`,
  strcmp:   `rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  strncmp:  `rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  memcmp:   `rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  strchr:   `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  strdup:   `r9 r10 ${ALL_XMM}`,
  memcpy:   `rdi ${OTHERS} ${ALL_XMM}`,
  memmove:  `rdi ${OTHERS} ${ALL_XMM}`,
  memset:   `rdx rsi ${OTHERS} ${ALL_XMM}`,
  atoi:     ALL_XMM,
  atol:     ALL_XMM,
  strtol:   ALL_XMM,
  atof:     "xmm1-15",
  abs:      `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  rand:     `r10 r11 ${ALL_XMM}`,
  srand:    "r11 xmm2-15",
  time:     `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  sleep:    `rdi r8 r9 ${ALL_XMM}`,
  usleep:   `r8 r9 ${ALL_XMM}`,
  toupper:  `rcx rsi rdi ${OTHERS} ${ALL_XMM}`,
  tolower:  `rcx rsi rdi ${OTHERS} ${ALL_XMM}`,
  isdigit:  `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  isalpha:  `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  isspace:  `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  isupper:  `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  islower:  `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  isalnum:  `rcx rdx rsi rdi ${OTHERS} ${ALL_XMM}`,
  getpid:   `rdx rsi rdi r8 r9 r10 ${ALL_XMM}`,
  write:    `rdx rsi rdi r8 r9 r10 ${ALL_XMM}`,
  read:     `rdx rsi rdi r8 r9 r10 ${ALL_XMM}`,
  sqrt:     `rcx rdx rsi rdi ${OTHERS} xmm2-15`,
  pow:      "r11 xmm5-15",
};

/** What else a function leaves behind, always the same: `register=number`, or `register=sp-number` of the caller's stack. */
export interface Leaving {
  readonly register: "rax" | "rcx" | "rdx" | "rsi" | "rdi";
  /** The value, or a distance from the caller's stack pointer. */
  readonly value: bigint;
  readonly isFromStack: boolean;
}

/**
 * What glibc's functions leave in registers that they destroy, where it is the same after every call. Programs divide by
 * what `rand` gave without clearing rdx, call `time` with printf's rdi, and return from main with what `free` left in eax.
 * Source: measured as the rows above, in both modes.
 */
// biome-ignore format: one row a line
export const leavings: Readonly<Record<32 | 64, Readonly<Partial<Record<LibcName, string>>>>> = {
  64: {
    printf:  "rcx=0 rdx=0 rdi=sp-1376",
    scanf:   "rcx=0 rdx=0 rdi=sp-1344",
    puts:    "rdx=1 rsi=1",
    putchar: "rdx=1 rsi=1",
    rand:    "rdx=0",
    srand:   "rax=1",
    free:    "rax=0",
    sleep:   "rdx=0",
  },
  32: {
    printf:  "rcx=0",
    scanf:   "rcx=0",
    rand:    "rdx=0",
    srand:   "rax=1",
    free:    "rax=0",
    sleep:   "rcx=0 rdx=0",
  },
};

const leavingsParsed = { 32: new Map<LibcName, readonly Leaving[]>(), 64: new Map<LibcName, readonly Leaving[]>() };

/** What a function leaves in registers that it destroys, beside its result. */
export function leavingsOf(name: LibcName, bits: 32 | 64): readonly Leaving[] {
  const known = leavingsParsed[bits].get(name);
  if (known) return known;
  const words = leavings[bits][name]?.split(" ") ?? [];
  const result = words.map((word): Leaving => {
    const [register = "", text = ""] = word.split("=");
    const isFromStack = text.startsWith("sp");
    const value = BigInt(isFromStack ? text.slice(2) : text);
    return { register: register as Leaving["register"], value, isFromStack };
  });
  leavingsParsed[bits].set(name, result);
  return result;
}

export interface Survivors {
  readonly general: ReadonlySet<string>;
  /** Numbers of xmm registers. */
  readonly xmm: ReadonlySet<number>;
}

const parsed = new Map<LibcName, Survivors>();

/** The registers that a function leaves alone in 64-bit mode. */
export function survivorsOf(name: LibcName): Survivors {
  const known = parsed.get(name);
  if (known) return known;
  const words = (survivors[name] ?? "").split(" ").filter((word) => word !== "");
  const xmm = new Set<number>();
  for (const word of words) {
    const range = /^xmm(\d+)(?:-(\d+))?$/.exec(word);
    for (let k = Number(range?.[1]); range && k <= Number(range[2] ?? range[1]); k++) xmm.add(k);
  }
  const result = { general: new Set(words.filter((word) => !word.startsWith("xmm"))), xmm };
  parsed.set(name, result);
  return result;
}
