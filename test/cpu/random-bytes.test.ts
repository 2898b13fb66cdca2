// Random bytes beside another decoder: how long the instruction is that they begin with, or that there is none. Recorded
// from iced-x86 1.21; encodings of extensions that this CPU does not have count as none, and so do ud0, ud1 and ud2, syscall
// in 32-bit mode (Intel's CPUs) and 0F 0D with a register (AMD's).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { buildInstruction } from "../../debugger/cpu/build.ts";
import { decode } from "../../server/isa/decode.ts";

const STARTS = [[], [0x0f], [0x66, 0x0f], [0xf3, 0x0f], [0xf2, 0x0f], [0x0f, 0x38], [0xc4], [0xc5]];
const VEX3 = 6;

/** The bytes that the lengths were recorded for, a row each time: it begins in one of the opcode maps. */
function rowMaker(): (k: number) => Uint8Array {
  let state = 20240;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) & 255;
  };
  return (k) => {
    const bytes = Uint8Array.from({ length: 15 }, next);
    bytes.set(STARTS[k % 8]!);
    if (k % 8 === VEX3) bytes[1] = (bytes[1]! & 0xe0) | (1 + (k % 3));
    return bytes;
  };
}

/** The length of what is executed; 0 for an invalid opcode. */
function lengthOf(bytes: Uint8Array, bits: 32 | 64): number {
  const decoded = decode(bytes, bits);
  if (decoded === undefined) return 0;
  const first = buildInstruction(decoded, 0x1000n).ops.find((op) => op.op === "trap");
  return first?.op === "trap" && first.vector === "#UD" ? 0 : decoded.lengthBytes;
}

test("random bytes are as long an instruction as another decoder says, or none", () => {
  const recorded = brotliDecompressSync(readFileSync("test/cpu/data/random-bytes.txt.br")).toString().split("\n");
  const row = rowMaker();
  const wrong: string[] = [];
  for (const [index, bits] of ([64, 32] as const).entries()) {
    const lengths = recorded[index]!;
    assert.equal(lengths.length, 10_000);
    for (let k = 0; k < lengths.length; k++) {
      const bytes = row(k);
      const [got, expected] = [lengthOf(bytes, bits), Number.parseInt(lengths[k]!, 16)];
      if (got !== expected) wrong.push(`${bits} ${Buffer.from(bytes).toString("hex")} ${expected}, not ${got}`);
    }
  }
  assert.deepEqual(wrong, []);
});
