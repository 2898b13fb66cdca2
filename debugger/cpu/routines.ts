// Functions behind the `helper` operation: what does not come down to a few integer operations. Each declares what it
// touches besides its arguments and results, so that the translator and the checker know without looking inside.

import { CpuException, type Evaluator } from "./evaluator.ts";
import type { Routine } from "./routine.ts";
import { STATE, tlsIndex } from "./state.ts";
import { vectorRoutines } from "./vector/routines.ts";
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

/** Feature bits of what the machine executes (SDM Vol. 2A, CPUID, tables 3-10 and 3-11). */
const FEATURES = {
  /** FPU, TSC, CX8, CMOV, CLFSH, MMX, FXSR, SSE, SSE2. */
  leaf1edx: (1 << 0) | (1 << 24) | (1 << 4) | (1 << 8) | (1 << 15) | (1 << 19) | (1 << 23) | (1 << 25) | (1 << 26),
  /** SSE3, SSSE3, CX16, SSE4.1, SSE4.2, MOVBE, POPCNT. */
  leaf1ecx: (1 << 0) | (1 << 9) | (1 << 13) | (1 << 19) | (1 << 20) | (1 << 22) | (1 << 23),
  /** FSGSBASE, BMI1, BMI2, ADX, CLFLUSHOPT, CLWB. */
  leaf7ebx: (1 << 0) | (1 << 3) | (1 << 8) | (1 << 19) | (1 << 23) | (1 << 24),
  /** LAHF in 64-bit mode, LZCNT, PREFETCHW. */
  extendedEcx: (1 << 0) | (1 << 5) | (1 << 8),
  /** SYSCALL, NX, RDTSCP, long mode. */
  extendedEdx: (1 << 11) | (1 << 20) | (1 << 27) | (1 << 29),
} as const;

const BRAND = "Asmoscope x86-64 emulator".padEnd(48, "\0");

function brandWords(leaf: number): number[] {
  const start = (leaf - 0x80000002) * 16;
  return [0, 4, 8, 12].map((at) => ascii(BRAND.slice(start + at, start + at + 4)));
}

/** eax, ebx, ecx, edx of a leaf. A leaf beyond the last is answered like the last basic one, as Intel's CPUs do. */
function cpuidLeaf(leaf: number): number[] {
  switch (leaf) {
    case 0:
      // The vendor's name is read in the order ebx, edx, ecx.
      return [7, ascii("Asmo"), ascii("eX86"), ascii("scop")];
    case 1:
      return [0x000006f0, 8 << 8, FEATURES.leaf1ecx, FEATURES.leaf1edx];
    case 7:
      return [0, FEATURES.leaf7ebx, 0, 0];
    case 0x80000000:
      return [0x80000008 | 0, 0, 0, 0];
    case 0x80000001:
      return [0, 0, FEATURES.extendedEcx, FEATURES.extendedEdx];
    case 0x80000002:
    case 0x80000003:
    case 0x80000004:
      return brandWords(leaf);
    case 0x80000008:
      return [48 | (48 << 8), 0, 0, 0];
    default:
      return [0, 0, 0, 0];
  }
}

/** Selectors a Linux user program can load: flat data, user code for reading; its thread-local segments once they are set. */
const DATA_SELECTORS = [0x2b, 0x33, 0x23];

function checkSelector(e: Evaluator, [selector]: readonly bigint[], constants: readonly number[]): readonly bigint[] {
  const value = Number(selector! & 0xffffn);
  const [segment] = constants;
  const isStack = segment === 2;
  const null_ = (value & 0xfffc) === 0;
  const descriptor = tlsIndex(value);
  const known =
    descriptor === undefined
      ? DATA_SELECTORS.includes(value | 3)
      : e.words[e.field(STATE.tls) + 2 * descriptor + 1] === 1;
  if ((null_ && !isStack) || (known && (!isStack || (value | 3) === 0x2b))) return [];
  throw new CpuException({ vector: "#GP", errorCode: value & 0xfffc, detail: `no segment with selector ${value}` });
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
  cpuid: pure((_e, [leaf]) => cpuidLeaf(Number(leaf)).map((word) => BigInt(word >>> 0))),
  timestamp: {
    effects: { state: "read", faults: "never" },
    run: (e) => {
      const count = BigInt(e.state.retired);
      return [count & 0xffffffffn, count >> 32n];
    },
  },
  checkSelector: { effects: { state: "none", faults: "maybe" }, run: checkSelector },
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
