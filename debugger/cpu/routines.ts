// Functions behind the `helper` operation: what does not come down to a few integer operations. Each declares what it
// touches besides its arguments and results, so that the translator and the checker know without looking inside.

import { checkedAddress } from "./evaluate-memory.ts";
import { CpuException, type Evaluator } from "./evaluator.ts";
import type { Routine } from "./routine.ts";
import { holds, isWritable, segmentOf, selectorAt } from "./segments.ts";
import { FLAG, STATE } from "./state.ts";
import { vectorRoutines } from "./vector/routines.ts";
import { XSAVE_BYTES } from "./x87/extended-state.ts";
import { x87Routines } from "./x87/routines.ts";

const pure = (run: Routine["run"]): Routine => ({ effects: { state: "none", faults: "never" }, run });

/** Bits of `source` one after another to where `mask` has ones. */
function deposit(source: bigint, mask: bigint): bigint {
  let result = 0n;
  let rest = source;
  for (let bit = 1n; bit <= mask; bit <<= 1n) {
    if ((mask & bit) === 0n) continue;
    if (rest & 1n) result |= bit;
    rest >>= 1n;
  }
  return result;
}

function extract(source: bigint, mask: bigint): bigint {
  let result = 0n;
  let place = 1n;
  for (let bit = 1n; bit <= mask; bit <<= 1n) {
    if ((mask & bit) === 0n) continue;
    if (source & bit) result |= place;
    place <<= 1n;
  }
  return result;
}

/** CRC-32C, bit by bit: reflected polynomial 0x82F63B78. */
function crc32c(start: bigint, value: bigint, bits: number): bigint {
  let crc = Number(start & 0xffffffffn);
  for (let k = 0; k < bits; k += 8) {
    crc ^= Number((value >> BigInt(k)) & 0xffn);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return BigInt(crc >>> 0);
}

const ascii = (text: string): number =>
  text.charCodeAt(0) | (text.charCodeAt(1) << 8) | (text.charCodeAt(2) << 16) | (text.charCodeAt(3) << 24);

const bits = (...numbers: readonly number[]): number => numbers.reduce((word, bit) => word | (1 << bit), 0);

/** Feature bits of what the machine executes (SDM Vol. 2A, CPUID, tables 3-10 and 3-11). */
const FEATURES = {
  /** FPU, TSC, CX8, CMOV, CLFSH, MMX, FXSR, SSE, SSE2. */
  leaf1edx: bits(0, 4, 8, 15, 19, 23, 24, 25, 26),
  /** SSE3, PCLMULQDQ, SSSE3, FMA, CX16, SSE4.1, SSE4.2, MOVBE, POPCNT, AES, XSAVE, OSXSAVE, AVX, F16C, RDRAND. */
  leaf1ecx: bits(0, 1, 9, 12, 13, 19, 20, 22, 23, 25, 26, 27, 28, 29, 30),
  /** FSGSBASE, BMI1, AVX2, FDP_EXCPTN_ONLY, BMI2, no selectors of the x87, RDSEED, ADX, CLFLUSHOPT, CLWB, SHA. */
  leaf7ebx: bits(0, 3, 5, 6, 8, 13, 18, 19, 23, 24, 29),
  /** GFNI, VAES, VPCLMULQDQ, RDPID, CLDEMOTE, MOVDIRI, MOVDIR64B. */
  leaf7ecx: bits(8, 9, 10, 22, 25, 27, 28),
  /** SERIALIZE. */
  leaf7edx: bits(14),
  /** AVX-VNNI. */
  leaf7sub1eax: bits(4),
  /** XSAVEOPT, XSAVEC, XGETBV with ecx = 1. */
  leafDsub1eax: bits(0, 1, 2),
  /** LAHF in 64-bit mode, LZCNT, SSE4A, PREFETCHW. */
  extendedEcx: bits(0, 5, 6, 8),
  /** CLZERO. */
  leaf80000008ebx: bits(0),
  /** SYSCALL, NX, MMX's additions, RDTSCP, long mode, 3DNow! with its additions. */
  extendedEdx: bits(11, 20, 22, 27, 29, 30, 31),
} as const;

const BRAND = "Asmoscope x86-64 emulator".padEnd(48, "\0");
/**
 * Family 6, model 0x97, stepping 2: the processors that have these very features. Compilers' run-time checks
 * (`__builtin_cpu_supports`) and glibc's choice of functions look at features only for vendors they know.
 */
const VERSION = 0x00090672;
const VENDOR = "GenuineIntel";

/** eax, ebx, ecx, edx of leaf 4: type and level, ways and line size, sets, no flags. */
const cache = (type: 1 | 2 | 3, level: number, ways: number, sets: number): number[] => [
  (1 << 8) | (level << 5) | type,
  ((ways - 1) << 22) | 63,
  sets - 1,
  0,
];
/** Leaf 4: data 48 KiB, instructions 32 KiB, 1.25 MiB, 12 MiB. */
const CACHES = [cache(1, 1, 12, 64), cache(2, 1, 8, 64), cache(3, 2, 10, 2048), cache(3, 3, 12, 16384)] as const;

function brandWords(leaf: number): number[] {
  const start = (leaf - 0x80000002) * 16;
  return [0, 4, 8, 12].map((at) => ascii(BRAND.slice(start + at, start + at + 4)));
}

const LAST_BASIC_LEAF = 0xd;
const LAST_EXTENDED_LEAF = 0x80000008;

/** eax, ebx, ecx, edx of a leaf. A leaf beyond the last is answered like the last basic one, as Intel's CPUs do. */
function cpuidLeaf(asked: number, subleaf: number): number[] {
  const isBeyond = asked > (asked < 0x80000000 ? LAST_BASIC_LEAF : LAST_EXTENDED_LEAF);
  const leaf = isBeyond ? LAST_BASIC_LEAF : asked;
  switch (leaf) {
    case 0:
      // The vendor's name is read in the order ebx, edx, ecx.
      return [LAST_BASIC_LEAF, ascii(VENDOR.slice(0, 4)), ascii(VENDOR.slice(8)), ascii(VENDOR.slice(4, 8))];
    case 1:
      return [VERSION, 8 << 8, FEATURES.leaf1ecx, FEATURES.leaf1edx];
    case 2:
      // "See leaf 4", as processors of this model say it.
      return [0x00feff01, 0xf0, 0, 0];
    case 4:
      return [...(CACHES[subleaf] ?? [0, 0, 0, 0])];
    case 7:
      if (subleaf === 1) return [FEATURES.leaf7sub1eax, 0, 0, 0];
      return subleaf === 0 ? [1, FEATURES.leaf7ebx, FEATURES.leaf7ecx, FEATURES.leaf7edx] : [0, 0, 0, 0];
    case 0xd:
      // The XSAVE area: enabled components, its size; where the upper halves of YMM registers are.
      if (subleaf === 0) return [7, XSAVE_BYTES, XSAVE_BYTES, 0];
      if (subleaf === 1) return [FEATURES.leafDsub1eax, XSAVE_BYTES, 0, 0];
      return subleaf === 2 ? [256, 576, 0, 0] : [0, 0, 0, 0];
    case 0x80000000:
      return [LAST_EXTENDED_LEAF, 0, 0, 0];
    case 0x80000001:
      return [0, 0, FEATURES.extendedEcx, FEATURES.extendedEdx];
    case 0x80000002:
    case 0x80000003:
    case 0x80000004:
      return brandWords(leaf);
    case 0x80000008:
      return [48 | (48 << 8), FEATURES.leaf80000008ebx, 0, 0];
    default:
      return [0, 0, 0, 0];
  }
}

/**
 * #GP when a user program may not load the selector: [segment register]. The stack's must be writable, and have the program's
 * own privilege (SDM Vol. 2B, MOV).
 */
function checkSelector(e: Evaluator, [selector]: readonly bigint[], [register]: readonly number[]): readonly bigint[] {
  const value = Number(selector! & 0xffffn);
  const isStack = register === 2;
  if ((value & 0xfffc) === 0 && !isStack) return [];
  const segment = segmentOf(value, e.words, e.base);
  const fits = segment !== undefined && (!isStack || isWritable(segment));
  if (fits && (!isStack || (value & 3) === 3)) return [];
  throw new CpuException({ vector: "#GP", errorCode: value & 0xfffc, detail: `no segment with selector ${value}` });
}

/** Linux's user code segments (arch/x86/include/asm/segment.h). */
const CODE_SELECTOR: Readonly<Record<number, number>> = { 32: 0x20, 64: 0x30 };
const WRONG_SEGMENT = "the program's mode has one code segment; transfers to another one are not executed";

/** #GP when a far transfer may not go to the selector: [bits of the mode, 1 for a return]. */
function checkCodeSegment(
  _e: Evaluator,
  [selector]: readonly bigint[],
  constants: readonly number[],
): readonly bigint[] {
  const [mode = 64, isReturn] = constants;
  const value = Number(selector! & 0xffffn);
  if ((value & 0xfffc) === CODE_SELECTOR[mode] && (!isReturn || (value & 3) === 3)) return [];
  throw new CpuException({ vector: "#GP", errorCode: value & 0xfffc, detail: WRONG_SEGMENT });
}

const SEGMENT_NAMES = ["es", "cs", "ss", "ds", "fs", "gs"];

/** #GP, or #SS for the stack's segment, of an access that a 32-bit program's segment does not allow. */
function checkSegment(e: Evaluator, address: number, [register = 3, sizeBytes = 1, , write]: readonly number[]): void {
  const selector = selectorAt(register, e.words, e.base);
  const segment = (selector & 0xfffc) === 0 ? undefined : segmentOf(selector, e.words, e.base);
  const name = SEGMENT_NAMES[register];
  const refuse: (detail: string) => never = (detail) => {
    throw new CpuException({ vector: register === 2 ? "#SS" : "#GP", errorCode: 0, detail });
  };
  if (segment === undefined) refuse(`${name} holds no segment`);
  if (write && !isWritable(segment)) {
    throw new CpuException({ vector: "#GP", errorCode: 0, detail: `the segment in ${name} is read-only` });
  }
  const base =
    register >= 4 ? Number(e.view.getUint32(4 * e.field(register === 4 ? STATE.fsBase : STATE.gsBase), true)) : 0;
  if (!holds(segment, (address - base) >>> 0, sizeBytes))
    refuse(`the bytes go on beyond the limit of the segment in ${name}`);
}

/** What LAR, LSL, VERR and VERW want to know of a segment: whether there is one, its rights, its limit, 1 for writable. */
function describeSegment(e: Evaluator, [selector]: readonly bigint[]): readonly bigint[] {
  const segment = segmentOf(Number(selector! & 0xfffcn), e.words, e.base);
  if (segment === undefined) return [0n, 0n, 0n, 0n];
  return [1n, BigInt(segment.rights), BigInt(segment.limit >>> 0), isWritable(segment) ? 1n : 0n];
}

/** Looks at an access with care: [segment register, size, alignment, write, stack, bits of the mode]. */
function checkAccess(e: Evaluator, [address]: readonly bigint[], constants: readonly number[]): readonly bigint[] {
  const [, sizeBytes = 1, alignBytes = 1, write = 0, stack = 0, mode = 64] = constants;
  const access = write ? "write" : "read";
  const limit = mode === 32 ? "32" : undefined;
  const use = { sizeBytes, space: stack ? "stack" : "data", access, limit } as const;
  const [low, high] = [Number(BigInt.asIntN(32, address!)), Number(BigInt.asIntN(32, address! >> 32n))];
  const isOdd = (e.words[e.system]! & FLAG.ac) !== 0 && (low & (alignBytes - 1)) !== 0;
  // In the kernel's half there is only a page fault, and that comes last.
  const at = isOdd && high >>> 0 >= 0xffff8000 ? 0 : checkedAddress(low, high, use);
  if (mode === 32) checkSegment(e, at, constants);
  if (isOdd)
    throw new CpuException({ vector: "#AC", errorCode: 0, detail: `the address is not a multiple of ${alignBytes}` });
  return [];
}

/** Every bit of the result depends on every bit of `count` (splitmix64's finish). */
function mixed(count: bigint): bigint {
  let z = BigInt.asUintN(64, (count + 1n) * 0x9e3779b97f4a7c15n);
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

const setBase =
  (offset: number): Routine["run"] =>
  (e, [value]) => {
    e.setWide(e.field(offset), value!);
    return [];
  };

export const routines: Readonly<Record<string, Routine>> = {
  pdep: pure((_e, [source, mask]) => [deposit(source!, mask!)]),
  pext: pure((_e, [source, mask]) => [extract(source!, mask!)]),
  crc32: pure((_e, [start, value], [bits]) => [crc32c(start!, value!, bits!)]),
  cpuid: pure((_e, [leaf, subleaf]) => cpuidLeaf(Number(leaf), Number(subleaf)).map((word) => BigInt(word >>> 0))),
  timestamp: {
    effects: { state: "read", faults: "maybe" },
    run: (e) => {
      if (e.words[e.field(STATE.clockFaults)] !== 0)
        throw new CpuException({
          vector: "#GP",
          errorCode: 0,
          detail: "the program has forbidden itself the clock (prctl)",
        });
      const count = BigInt(e.state.retired);
      return [count & 0xffffffffn, count >> 32n];
    },
  },
  randomNumber: {
    effects: { state: "read", faults: "never" },
    run: (e) => [mixed(BigInt(e.state.retired))],
  },
  checkSelector: { effects: { state: "none", faults: "maybe" }, run: checkSelector },
  checkCodeSegment: { effects: { state: "none", faults: "maybe" }, run: checkCodeSegment },
  segment: { effects: { state: "read", faults: "never" }, run: describeSegment },
  checkAccess: { effects: { state: "none", faults: "maybe" }, run: checkAccess },
  ...vectorRoutines,
  ...x87Routines,
  setFsBase: {
    effects: { state: "write", faults: "never", registersWritten: ["fs_base"] },
    run: setBase(STATE.fsBase),
  },
  setGsBase: {
    effects: { state: "write", faults: "never", registersWritten: ["gs_base"] },
    run: setBase(STATE.gsBase),
  },
};

export const routineOf = (name: string): Routine | undefined => routines[name];

export const isX87Routine = (name: string): boolean => name in x87Routines;
