// The wire format of single-instruction cases: records of an initial state and a few bytes of code in, records of the state
// afterwards out, little endian, so that the machine can be compared case by case with a real CPU.

/** Where a case's memory lies: [start, size in bytes]. */
export const REGION = {
  code: [0xa00000, 4096],
  data: [0xb00000, 8192],
  readOnly: [0xb04000, 4096],
  stack: [0xc00000, 4096],
  low: [0x8000, 4096],
} as const;
/** Regions whose changes a result lists, in its order. */
export const LISTED = [REGION.data, REGION.stack, REGION.low] as const;
export const FS_BASE = 0xb00400n;
export const GS_BASE = 0xb00800n;
export const YMM_BYTES = 512;
export const X87_BYTES = 88;
const CASE_HEADER_BYTES = 152;
const RESULT_HEADER_BYTES = 168;
const FLAG = { int3: 1, vector: 2, x87: 4, timeout: 8, overflow: 16 } as const;

/** The signal that Linux makes of a vector: SIGILL, SIGTRAP, SIGBUS, SIGFPE, else SIGSEGV. */
const SIGNAL_OF_VECTOR: Readonly<Record<number, number>> = { 0: 8, 1: 5, 3: 5, 6: 4, 12: 7, 16: 8, 17: 7, 19: 8 };
const SIGALRM = 14;
const SIGSEGV = 11;

export interface MemoryChunk {
  readonly address: number;
  readonly bytes: Uint8Array;
}

export interface Case {
  readonly mode: 32 | 64;
  /** "int3": the code page is full of int3, the first one outside the code ends the case; else one instruction. */
  readonly end: "step" | "int3";
  readonly code: Uint8Array;
  readonly codeOffset: number;
  readonly rflags: bigint;
  readonly mxcsr: number;
  readonly gpr: readonly bigint[];
  /** 16 × 32 bytes. */
  readonly ymm: Uint8Array | undefined;
  /** fcw, fsw, abridged tags, 3 unused, 8 × 10 bytes from ST0. */
  readonly x87: Uint8Array | undefined;
  readonly memory: readonly MemoryChunk[];
}

export interface Result {
  /** undefined = the instruction completed. */
  readonly fault: { readonly vector: number; readonly errorCode: number; readonly address: bigint } | undefined;
  readonly timeout: boolean;
  readonly rip: bigint;
  readonly rflags: bigint;
  readonly gpr: readonly bigint[];
  readonly mxcsr: number;
  readonly ymm: Uint8Array | undefined;
  readonly x87: Uint8Array | undefined;
  readonly memory: readonly MemoryChunk[];
}

/** One case; `record` begins with its length. */
export function readCase(record: Uint8Array): Case {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const flags = record[5]!;
  let at = CASE_HEADER_BYTES;
  const take = (sizeBytes: number): Uint8Array => {
    at += sizeBytes;
    return record.slice(at - sizeBytes, at);
  };
  const ymm = flags & FLAG.vector ? take(YMM_BYTES) : undefined;
  const x87 = flags & FLAG.x87 ? take(X87_BYTES) : undefined;
  const code = take(record[6]!);
  const memory: MemoryChunk[] = [];
  for (let k = record[7]!; k > 0; k--) {
    const address = view.getUint32(at, true);
    const sizeBytes = view.getUint16(at + 4, true);
    at += 6;
    memory.push({ address, bytes: take(sizeBytes) });
  }
  return {
    mode: record[4] === 32 ? 32 : 64,
    end: flags & FLAG.int3 ? "int3" : "step",
    code,
    codeOffset: view.getUint16(8, true),
    rflags: view.getBigUint64(16, true),
    mxcsr: view.getUint32(12, true),
    gpr: Array.from({ length: 16 }, (_, k) => view.getBigUint64(24 + 8 * k, true)),
    ymm,
    x87,
    memory,
  };
}

/** One result; `record` begins with its length. */
export function readResult(record: Uint8Array): Result {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const flags = record[7]!;
  let at = RESULT_HEADER_BYTES;
  const take = (sizeBytes: number): Uint8Array => {
    at += sizeBytes;
    return record.slice(at - sizeBytes, at);
  };
  const ymm = flags & FLAG.vector ? take(YMM_BYTES) : undefined;
  const x87 = flags & FLAG.x87 ? take(X87_BYTES) : undefined;
  const memory: MemoryChunk[] = [];
  for (let k = record[6]!; k > 0; k--) {
    const address = view.getUint32(at, true);
    const sizeBytes = view.getUint16(at + 4, true);
    at += 6;
    memory.push({ address, bytes: take(sizeBytes) });
  }
  const vector = record[5]!;
  const fault = { vector, errorCode: view.getUint32(8, true), address: view.getBigUint64(16, true) };
  return {
    fault: vector >= 0xfe ? undefined : fault,
    timeout: (flags & FLAG.timeout) !== 0,
    rip: view.getBigUint64(24, true),
    rflags: view.getBigUint64(32, true),
    gpr: Array.from({ length: 16 }, (_, k) => view.getBigUint64(40 + 8 * k, true)),
    mxcsr: view.getUint32(12, true),
    ymm,
    x87,
    memory,
  };
}

/** One result as a record, its length first, padded to a multiple of 8. */
export function writeResult(result: Result): Uint8Array {
  let sizeBytes = RESULT_HEADER_BYTES + (result.ymm ? YMM_BYTES : 0) + (result.x87 ? X87_BYTES : 0);
  for (const chunk of result.memory) sizeBytes += 6 + chunk.bytes.length;
  const record = new Uint8Array((sizeBytes + 7) & ~7);
  const view = new DataView(record.buffer);
  view.setUint32(0, record.length, true);
  if (result.timeout) record[4] = SIGALRM;
  else if (result.fault !== undefined) record[4] = SIGNAL_OF_VECTOR[result.fault.vector] ?? SIGSEGV;
  record[5] = result.timeout ? 0xfe : (result.fault?.vector ?? 0xff);
  record[6] = result.memory.length;
  record[7] = (result.ymm ? FLAG.vector : 0) | (result.x87 ? FLAG.x87 : 0) | (result.timeout ? FLAG.timeout : 0);
  view.setUint32(8, result.fault?.errorCode ?? 0, true);
  view.setUint32(12, result.mxcsr, true);
  view.setBigUint64(16, result.fault?.address ?? 0n, true);
  view.setBigUint64(24, result.rip, true);
  view.setBigUint64(32, result.rflags, true);
  result.gpr.forEach((value, k) => {
    view.setBigUint64(40 + 8 * k, value, true);
  });
  let at = RESULT_HEADER_BYTES;
  for (const part of [result.ymm, result.x87]) {
    if (part === undefined) continue;
    record.set(part, at);
    at += part.length;
  }
  for (const { address, bytes } of result.memory) {
    view.setUint32(at, address, true);
    view.setUint16(at + 4, bytes.length, true);
    record.set(bytes, at + 6);
    at += 6 + bytes.length;
  }
  return record;
}

/**
 * Changed bytes of a region, in runs that bridge fewer than 16 unchanged bytes. The scan goes on at the next multiple of 32
 * below the run's end, as the program that records on the CPU does it, so that both list the same runs.
 */
export function changedRuns(start: number, before: Uint8Array, after: Uint8Array): MemoryChunk[] {
  const runs: MemoryChunk[] = [];
  let seenTo = 0;
  const differs = (k: number): boolean => k >= seenTo && before[k] !== after[k];
  let block = 0;
  while (block < after.length) {
    let first = block;
    while (first < block + 32 && !differs(first)) first++;
    if (first === block + 32) {
      block += 32;
      continue;
    }
    let last = first;
    for (let k = first; k < after.length && k - last < 16; k++) if (differs(k)) last = k;
    runs.push({ address: start + first, bytes: after.slice(first, last + 1) });
    seenTo = last + 1;
    block = (Math.ceil(seenTo / 8) * 8) & ~31;
  }
  return runs;
}
