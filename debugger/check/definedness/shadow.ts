// What is undefined in the CPU: a bit for each bit of the state struct's registers, at the struct's own offsets, and a set of
// flags. `dirty` says in one number which registers hold anything undefined, so that the usual case costs one test. Memory's
// undefined bits lie in the memory's own shadow planes; only where they come from is kept here.

import { STATE, STATE_SIZE_BYTES } from "../../cpu/state.ts";
import type { Origin } from "./origin.ts";

/** Bytes of the planes: the struct and the scratch room of vector operations behind it. */
export const PLANE_BYTES = 0x500;
/** Bits of `dirty`: 0 to 15 are the general registers. */
export const DIRTY = { flags: 1 << 16, vector: 1 << 17 } as const;

/**
 * Stands for the origin of a register that the last call of libc has destroyed, or with which libc or the kernel has entered
 * the program since: each does so with two dozen of them.
 */
export const LAST_CALL = "last call";

export interface LastCall {
  readonly kind: "call" | "entry";
  readonly name: string;
  readonly bits: 32 | 64;
  readonly pc: number;
  readonly time: number;
}

export interface Shadow {
  readonly undef: Uint8Array;
  readonly registers: BigUint64Array;
  /** The same plane by four bytes. */
  readonly words: Uint32Array;
  /** Undefined flags: see flags.ts. */
  flags: number;
  dirty: number;
  /** Which vector registers are: bits 0 to 15 xmm, 16 to 23 the x87 and MMX registers. */
  dirtyVectors: number;
  /** By general register; 16 flags, 17 + n vector register n. Read with `originIn`. */
  readonly origins: (Origin | typeof LAST_CALL | undefined)[];
  /** The call that LAST_CALL stands for: it has destroyed those registers. */
  lastCall: LastCall;
  /** Where undefined bytes that were stored came from, by address / 8. */
  memory: Map<number, Origin>;
  /** Idle touches of each general register since libc or the kernel left it undefined; 16: of vector registers. See idle.ts. */
  readonly idle: Uint16Array;
}

/** Among the registers that a call has kept: xmm0 holds its result. */
export const VECTOR_RESULT = 16;
export const FLAGS_ORIGIN = 16;
export const VECTOR_ORIGIN = 17;

export function createShadow(): Shadow {
  const undef = new Uint8Array(PLANE_BYTES);
  return {
    undef,
    registers: new BigUint64Array(undef.buffer, 0, 16),
    words: new Uint32Array(undef.buffer),
    flags: 0,
    dirty: 0,
    dirtyVectors: 0,
    origins: [],
    lastCall: { kind: "call", name: "", bits: 64, pc: 0, time: 0 },
    memory: new Map(),
    idle: new Uint16Array(17),
  };
}

const REGISTERS = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11"];

/** Where what is undefined in a register comes from. @param index as in `origins` */
export function originIn({ origins, lastCall }: Shadow, index: number): Origin | undefined {
  const origin = origins[index];
  if (origin !== LAST_CALL) return origin;
  const { kind, name, bits, pc, time } = lastCall;
  const general = bits === 64 ? REGISTERS[index] : REGISTERS[index]?.replace("r", "e");
  const made: Origin = { kind, name, register: general ?? `xmm${index - VECTOR_ORIGIN}`, pc, time };
  origins[index] = made;
  return made;
}

/** The bit in `dirtyVectors` of a place in the state struct; all of them where it is unknown. */
export function vectorBits(offset: number): number {
  if (offset >= STATE.ymm && offset < STATE.ymm + 512) return 1 << ((offset - STATE.ymm) >> 5);
  if (offset >= STATE.st && offset < STATE.st + 128) return 1 << (16 + ((offset - STATE.st) >> 4));
  return offset === STATE.fsw ? X87_REGISTERS : 0;
}

/** Bits of all x87 registers in `dirtyVectors`; undefined condition codes count as one of them. */
export const X87_REGISTERS = 0xff0000;

/** Works out `dirty` after the planes have changed. */
export function refreshDirty(shadow: Shadow, scope: "registers" | "everything"): void {
  let dirty = scope === "registers" ? shadow.dirty & DIRTY.vector : 0;
  for (let k = 0; k < 16; k++) if (shadow.registers[k] !== 0n) dirty |= 1 << k;
  if (shadow.flags !== 0) dirty |= DIRTY.flags;
  if (scope === "everything") {
    let vectors = 0;
    for (let at = STATE.st; at < STATE_SIZE_BYTES; at += 4) {
      if (shadow.words[at >> 2] !== 0) vectors |= vectorBits(at);
    }
    if (shadow.undef[STATE.fsw + 1] !== 0) vectors |= X87_REGISTERS;
    shadow.dirtyVectors = vectors;
    if (vectors !== 0) dirty |= DIRTY.vector;
  }
  shadow.dirty = dirty;
}

/** What belongs to one thread: all but `memory`. */
export interface SavedShadow {
  readonly undef: Uint8Array;
  readonly flags: number;
  readonly dirty: number;
  readonly dirtyVectors: number;
  readonly origins: Shadow["origins"];
  readonly lastCall: LastCall;
  readonly idle: Uint16Array;
}

export const saveShadow = (shadow: Shadow): SavedShadow => ({
  undef: shadow.undef.slice(),
  flags: shadow.flags,
  dirty: shadow.dirty,
  dirtyVectors: shadow.dirtyVectors,
  origins: [...shadow.origins],
  lastCall: shadow.lastCall,
  idle: shadow.idle.slice(),
});

export function restoreShadow(shadow: Shadow, saved: SavedShadow): void {
  shadow.undef.set(saved.undef);
  shadow.flags = saved.flags;
  shadow.dirty = saved.dirty;
  shadow.dirtyVectors = saved.dirtyVectors;
  shadow.origins.length = 0;
  shadow.origins.push(...saved.origins);
  shadow.lastCall = saved.lastCall;
  shadow.idle.set(saved.idle);
}
