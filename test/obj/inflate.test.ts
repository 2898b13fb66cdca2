// Decompression against zlib's compressor: every kind of block, and damaged input.

import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, deflateSync } from "node:zlib";
import { inflate } from "../../server/obj/inflate.ts";

let seed = 7;
const random = (limit: number): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % limit;
};
const samples = [
  new Uint8Array(0),
  new Uint8Array(70_000).fill(65),
  Uint8Array.from({ length: 5000 }, () => random(256)),
  Uint8Array.from({ length: 40_000 }, (_, k) => (random(9) === 0 ? random(256) : k % 61)),
];
const ways = [
  { level: 0 },
  { level: 1 },
  { level: 9 },
  { strategy: constants.Z_FIXED },
  { strategy: constants.Z_HUFFMAN_ONLY },
];

test("what zlib compresses comes back", () => {
  for (const [k, sample] of samples.entries()) {
    for (const way of ways) {
      const packed = new Uint8Array(deflateSync(sample, way));
      assert.deepEqual(inflate(packed, sample.length), sample, `sample ${k}, ${JSON.stringify(way)}`);
      assert.equal(inflate(packed, sample.length + 1), undefined);
      if (sample.length > 0) assert.equal(inflate(packed, sample.length - 1), undefined);
    }
  }
});

test("damaged and cut input ends", () => {
  const packed = new Uint8Array(deflateSync(samples[3]!));
  for (let cut = 0; cut < packed.length - 4; cut += 997) {
    assert.equal(inflate(packed.subarray(0, cut), samples[3]!.length), undefined, `cut at ${cut}`);
  }
  for (let round = 0; round < 200; round++) {
    const damaged = packed.slice();
    damaged[random(300)]! ^= 1 << random(8);
    inflate(damaged, samples[3]!.length);
  }
});
