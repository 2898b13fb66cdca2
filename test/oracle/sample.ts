// Recorded samples: single-instruction cases with what a real CPU made of them, as a brotli-compressed row of records.
// A record is: length and bytes of the form's name, u32 mask of undefined flags, u32 mask of undefined x87 status bits, the
// case and the result in the wire format, the result's registers xored with the case's so that unchanged ones compress.

import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { type Case, type MemoryChunk, type Result, readCase, readResult, YMM_BYTES } from "./wire.ts";

export interface RecordedCase {
  readonly form: string;
  readonly undefinedFlags: number;
  readonly undefinedStatus: number;
  readonly case: Case;
  readonly expected: Result;
}

/** The flags that results are compared in: the six arithmetic ones, DF. */
const COMPARED_FLAGS = 0xcd5;

function restoreRegisters(record: Uint8Array, caseRecord: Uint8Array): void {
  for (let k = 0; k < 128; k++) record[40 + k] = record[40 + k]! ^ caseRecord[24 + k]!;
  if ((record[7]! & 2) === 0) return;
  for (let k = 0; k < YMM_BYTES; k++) record[168 + k] = record[168 + k]! ^ caseRecord[152 + k]!;
}

/** Reads all cases of a sample file. */
export function* readSample(path: string): Generator<RecordedCase> {
  const bytes = new Uint8Array(brotliDecompressSync(readFileSync(path)));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  const record = (): Uint8Array => {
    const start = at;
    at += view.getUint32(start, true);
    return bytes.slice(start, at);
  };
  while (at < bytes.length) {
    const nameLength = bytes[at]!;
    const form = new TextDecoder().decode(bytes.subarray(at + 1, at + 1 + nameLength));
    at += 1 + nameLength;
    const undefinedFlags = view.getUint32(at, true);
    const undefinedStatus = view.getUint32(at + 4, true);
    at += 8;
    const caseRecord = record();
    const resultRecord = record();
    restoreRegisters(resultRecord, caseRecord);
    yield { form, undefinedFlags, undefinedStatus, case: readCase(caseRecord), expected: readResult(resultRecord) };
  }
}

const hexBytes = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("hex");
const memoryText = (chunks: readonly MemoryChunk[]): string =>
  chunks.map((chunk) => `${chunk.address.toString(16)}:${hexBytes(chunk.bytes)}`).join(" ");

function faultText(result: Result): string {
  if (result.fault === undefined) return "completed";
  const { vector, errorCode, address } = result.fault;
  // The error code's present bit depends on what else the recording process had mapped.
  return vector === 14 ? `fault 14 error ${errorCode & ~1} at ${address.toString(16)}` : `fault ${vector}`;
}

/** What differs between a recorded and an actual result, one line a component; empty when nothing that is defined does. */
export function differences(recorded: RecordedCase, actual: Result): string[] {
  const { expected } = recorded;
  const mask = recorded.case.mode === 32 ? 0xffffffffn : 0xffffffffffffffffn;
  const found: string[] = [];
  const compare = (what: string, want: string, have: string): void => {
    if (want !== have) found.push(`${what}: expected ${want}, got ${have}`);
  };
  compare("outcome", faultText(expected), faultText(actual));
  compare("rip", expected.rip.toString(16), actual.rip.toString(16));
  const flags = (result: Result): string =>
    (Number(result.rflags) & COMPARED_FLAGS & ~recorded.undefinedFlags).toString(16);
  compare("flags", flags(expected), flags(actual));
  for (let k = 0; k < (recorded.case.mode === 32 ? 8 : 16); k++) {
    compare(`register ${k}`, (expected.gpr[k]! & mask).toString(16), (actual.gpr[k]! & mask).toString(16));
  }
  if (expected.ymm !== undefined) {
    compare("mxcsr", expected.mxcsr.toString(16), actual.mxcsr.toString(16));
    for (let k = 0; k < 16; k++) {
      const part = (result: Result): string => hexBytes(result.ymm?.subarray(32 * k, 32 * k + 32));
      compare(`ymm${k}`, part(expected), part(actual));
    }
  }
  if (expected.x87 !== undefined) {
    const part = (result: Result): string => {
      const bytes = result.x87!.slice();
      bytes[2] = bytes[2]! & ~recorded.undefinedStatus;
      bytes[3] = bytes[3]! & ~(recorded.undefinedStatus >> 8);
      return hexBytes(bytes);
    };
    compare("x87", part(expected), part(actual));
  }
  compare("memory", memoryText(expected.memory), memoryText(actual.memory));
  return found;
}
