// What translated code keeps up to date for the memory checker while it runs by itself: the object each register points
// into, the calls that have not returned, what was pushed. The checker fills it before such code is entered and reads it
// afterwards. Offsets count from `Layout.watch`; why each thing is kept stands in debugger/check/inline-watch.ts.

/** Cells. */
export const WATCH = {
  /** u32 each: object of each general register, a number of the table of ranges; 0 = none. */
  pointers: 0,
  /** u32: registers used with the value they had, and written, by the innermost call since the code was entered. */
  used: 64,
  written: 68,
  /** u32: registers written since the code was entered, by anybody; CROSSED when a call or return was made. */
  everWritten: 72,
  /** u32: host address of the innermost call's record. */
  top: 76,
  /** u32: host address of the place for the next push. */
  pushTop: 80,
  /** u32: number of the last call. */
  serial: 84,
  /** u32: the next free number of a range. */
  nextRange: 88,
  /** u64: the last instruction that put a constant into rax; 0 = none since the code was entered. */
  numberSetter: 96,
  /** u32: registers that a function left changed since the code was entered, and that were not written since. */
  changed: 104,
  /** u64 each: the lowest address of a heap block so far, and how many bytes from there on blocks lie in. */
  blocksStart: 112,
  blocksSize: 120,
  /** u32, as it was when the code was entered: registers with undefined bits, those whose value nobody may rely on, vector
   * registers and flags with undefined bits, registers without a number in `pointers`. */
  undefinedRegisters: 912,
  unreliable: 916,
  undefinedVectors: 920,
  undefinedFlags: 924,
  unnumbered: 928,
  /** u32: the outermost record of a call in which code may be entered. */
  lowestTop: 932,
  /** u32, while regions follow one another: registers that a function left changed in an earlier one and that were not written
   * since, and registers written in earlier ones (CROSSED as in `everWritten`). */
  heldChanged: 936,
  heldWritten: 940,
} as const;

/** For each general register the return that left it changed: CHANGED_BYTES each, i64 fields. */
export const CHANGES = 128;
export const CHANGED_BYTES = 48;
export const CHANGED = { target: 0, saved: 8, callSite: 16, callTime: 24, pc: 32, time: 40 } as const;

/** i64 each: the lowest value of rsp for now, and how far above it rsp may be. The stack's pages from there, and the red zone
 * below, can be written without anybody's help. */
export const STACK_WINDOW = { lowest: 896, room: 904 } as const;

/** Bit of `everWritten`: a call or return was made. */
export const CROSSED = 0x10000;

/** Ranges of bytes that a pointer may reach: RANGE_BYTES each. */
export const RANGES = 4096;
export const RANGE_BYTES = 32;
export const RANGES_MAX = 2 ** 19;
/** Offsets in a range. Size and start are compared as signed numbers. */
export const RANGE = { start: 0, size: 8, kind: 16, serial: 20, target: 24 } as const;
export const RANGE_KIND = { any: 0, object: 1, block: 2, frame: 3 } as const;
/** Numbers that mean something by themselves. */
export const RANGE_NUMBER = {
  none: 0,
  /** In rbp alone: somewhere in a frame. */
  framePointer: 1,
  firstFree: 2,
} as const;
/** The start of a range that nothing lies in. */
export const NOWHERE = 2n ** 62n;

/** Records of calls, the outermost first, behind one for the code that nothing called. */
export const FRAMES = RANGES + RANGES_MAX * RANGE_BYTES;
export const FRAME_BYTES = 144;
export const FRAMES_MAX = 2 ** 20;
export const FRAME = {
  stackPointer: 0,
  returnAddress: 8,
  target: 16,
  callSite: 24,
  time: 32,
  /** i64 each: the registers that a function gives back. */
  saved: 40,
  savedLow: 88,
  frameSlot: 96,
  frameValue: 104,
  used: 112,
  written: 116,
  flags: 120,
  serial: 124,
  /** Number of the range of its locals; 0 = none yet. */
  range: 128,
  /** Host address of its first push. */
  pushes: 132,
  /** The lowest address of what a write may not change unnoticed: return address, saved rbp. */
  slot: 136,
} as const;
/** Numbers of the registers that a function need not give back. */
export const CALLER_SAVED: Readonly<Record<32 | 64, readonly number[]>> = {
  64: [0, 1, 2, 6, 7, 8, 9, 10, 11],
  32: [0, 1, 2],
};
/** Registers that a function gives back, in the order of `FRAME.saved` (System V x86-64 psABI 3.2.1, i386 psABI). */
export const SAVED_REGISTERS: Readonly<Record<32 | 64, readonly number[]>> = {
  32: [3, 5, 6, 7],
  64: [3, 5, 12, 13, 14, 15],
};
export const FRAME_FLAG = { hasLocals: 1, switched: 2, keepsConvention: 4 } as const;

/** Pushes that are not undone: stack pointer and instruction, i64 each, behind one that is never undone. */
export const PUSHES = FRAMES + FRAMES_MAX * FRAME_BYTES;
export const PUSH_BYTES = 16;
export const PUSHES_MAX = 2 ** 21 + 2 ** 16;

/** Where variables begin and end, ascending: address (i64) and the range's number (i64) from there on. */
export const VARIABLES = PUSHES + PUSHES_MAX * PUSH_BYTES;
export const VARIABLE_BYTES = 16;
export const VARIABLES_MAX = 2 ** 14;

/** u32 for each granule of the guest plane: the range of the heap block in it. */
export const OWNERS = VARIABLES + VARIABLES_MAX * VARIABLE_BYTES;
export const GRANULE_BYTES = 16;
/** Several blocks share the granule. */
export const SHARED_GRANULE = 0xffffffff;

export const watchBytes = (foldBytes: number): number => OWNERS + (foldBytes / GRANULE_BYTES) * 4;
