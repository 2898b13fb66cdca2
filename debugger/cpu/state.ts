// The CPU state struct: fixed offsets in the WebAssembly memory from `layout.state`, the same for every core, so an exit
// from translated code needs no conversion. Integers little endian.

/** Byte offsets from `layout.state`. */
export const STATE = {
  /** 16 × i64: rax rcx rdx rbx rsp rbp rsi rdi r8 … r15. In 32-bit mode the upper halves are zero. */
  gpr: 0x000,
  /** i64 */
  rip: 0x080,
  /** Lazy flags, op-agnostic: sign-extended result (ZF, SF, PF). i64 */
  flagResult: 0x088,
  /** Carry-out vector: bit 63 = CF, bit 63 ^ bit 62 = OF. i64 */
  flagCarry: 0x090,
  /** Bit 4 = AF; bits 8, 9, 10 = xor-fix of ZF, SF, PF for popf/sahf states that no result can produce. i64 */
  flagAux: 0x098,
  /** DF (bit 10), AC (18), ID (21), IF (9, always 1), TF (8) in their EFLAGS places. i64 */
  flagSystem: 0x0a0,
  fsBase: 0x0a8,
  gsBase: 0x0b0,
  /** Retired instructions: the machine's only clock. i64 */
  retired: 0x0b8,
  /** 6 × u16: es cs ss ds fs gs selectors. */
  segment: 0x0c0,
  /** u32 */
  mxcsr: 0x0d0,
  /** u16 control, u16 status, u16 full tag word. */
  fcw: 0x0d4,
  fsw: 0x0d6,
  ftw: 0x0d8,
  /** u16: what FLDENV and its kin loaded as the last x87 instruction's opcode. */
  fop: 0x0da,
  /** u32, not 0: RDTSC and RDTSCP fault, as with CR4.TSD. */
  clockFaults: 0x0dc,
  /** 3 × (u32 base, u32 limit and kind): what selectors 0x63, 0x6b and 0x73 stand for (set_thread_area, cpu/segments.ts). */
  tls: 0x0e0,
  /** i64: address of the last x87 instruction that is not a control instruction. */
  fip: 0x0f8,
  /** 8 × 16 bytes, physical registers R0 … R7, 10 bytes used each. */
  st: 0x100,
  /** 16 × 32 bytes: YMM0 … YMM15, low byte first. */
  ymm: 0x200,
  /** Scratch for exits of translated code: address and size of the access that needs help. */
  exitAddress: 0x400,
  exitKind: 0x408,
  /** i32: work of string instructions that translated code may still do before others get a turn. */
  work: 0x410,
  /** i64: what FLDENV and its kin loaded as the last x87 operand's address. */
  fdp: 0x418,
} as const;
export const STATE_SIZE_BYTES = 0x420;

/** Which of the three thread-local descriptors (GDT entries 12 … 14) a selector names; undefined for others. */
export const tlsIndex = (selector: number): number | undefined =>
  selector >= 0x60 && selector < 0x78 && (selector & 4) === 0 ? (selector >> 3) - 12 : undefined;

/** Index of each general register in `STATE.gpr`. */
export const GPR = {
  rax: 0,
  rcx: 1,
  rdx: 2,
  rbx: 3,
  rsp: 4,
  rbp: 5,
  rsi: 6,
  rdi: 7,
  r8: 8,
  r9: 9,
  r10: 10,
  r11: 11,
  r12: 12,
  r13: 13,
  r14: 14,
  r15: 15,
} as const;

/** EFLAGS bit masks. */
export const FLAG = {
  cf: 1,
  pf: 4,
  af: 16,
  zf: 64,
  sf: 128,
  tf: 256,
  if: 512,
  df: 1024,
  of: 2048,
  ac: 1 << 18,
  id: 1 << 21,
} as const;
export type FlagName = keyof typeof FLAG;

/** Access to the state by name, for everything that is not hot. */
export interface CpuState {
  /** Unsigned 64-bit. */
  gpr(index: number): bigint;
  setGpr(index: number, value: bigint): void;
  /** The instruction pointer: canonical, but not always mapped. */
  rip: bigint;
  /** All of EFLAGS, materialised from the lazy form; writing sets the user-changeable bits. */
  eflags: bigint;
  fsBase: bigint;
  gsBase: bigint;
  /** Base of thread-local descriptor 0 … 2; undefined where it is not set. */
  tlsBase(index: number): number | undefined;
  /** `kind` is the descriptor's second word, as cpu/segments.ts keeps it; left out, all of memory. */
  setTlsBase(index: number, base: number | undefined, kind?: number): void;
  /** What setTlsBase was given; 0 where it is not set. */
  tlsKind(index: number): number;
  /** Retired instructions; below 2^53. */
  retired: number;
  mxcsr: number;
  /** RDTSC and RDTSCP fault. */
  clockFaults: boolean;
  /** A register by its name in any case ("eax", "ah", "r8d", "xmm0", "eflags", "rip", "fs_base", "st0", "cs"); undefined when there is none. Unsigned; xmm 128, ymm 256, st 80 bits. */
  read(name: string): bigint | undefined;
  /** Writes a register or part by name with the CPU's rules for 32-bit parts. @returns false when there is none. */
  write(name: string, value: bigint): boolean;
  /** A copy of the struct's bytes, and back. */
  save(): Uint8Array;
  restore(bytes: Uint8Array): void;
}
