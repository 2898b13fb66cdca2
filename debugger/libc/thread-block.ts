// The block that fs (in 32 bits: gs) points to while a program with libc runs. Compiled code takes its stack guard from it
// (`mov rax, [fs:28h]`), and some programs their own address. It lies in libc's mapping; what else glibc keeps there is zero.
// Source: glibc 2.36's tcbhead_t for x86-64 and i386; the System V ABI's supplement for thread-local storage.

import type { CpuState } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import { AREA, type LibcState } from "./state.ts";

const FIELDS = {
  64: { self: [0x00, 0x10], guard: 0x28, pointerGuard: 0x30 },
  32: { self: [0x00, 0x08], guard: 0x14, pointerGuard: 0x18 },
} as const;
/** The first of the three thread-local descriptors, and what selects it with a program's rights. */
const DESCRIPTOR = 0;
const SELECTOR = 0x63n;
/** Any number whose lowest byte is 0, so that a text that runs over does not copy it. */
const GUARD = 0x5bd1e995c62f4b00n;

/** Fills the block and points the segment register to it. Programs without libc have none. */
export function setThreadBlock(
  {
    image,
    memory,
    state,
  }: {
    readonly image: { readonly bits: 32 | 64; readonly stubs: readonly unknown[] };
    readonly memory: Memory;
    readonly state: CpuState;
  },
  libc: LibcState,
): void {
  if (image.stubs.length === 0) return;
  const { bits } = image;
  const long = bits === 64 ? 8 : 4;
  const base = libc.base + AREA.threadBlock;
  const fields = FIELDS[bits];
  for (const offset of fields.self) memory.store(base + offset, long, BigInt(base));
  memory.store(base + fields.guard, long, BigInt.asUintN(bits, GUARD));
  memory.store(base + fields.pointerGuard, long, BigInt.asUintN(bits, GUARD * 3n));
  if (bits === 64) {
    state.fsBase = BigInt(base);
    return;
  }
  state.setTlsBase(DESCRIPTOR, base);
  state.write("gs", SELECTOR);
  state.gsBase = BigInt(base);
}
