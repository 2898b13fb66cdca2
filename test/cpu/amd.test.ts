// 3DNow! as AMD's manual (24594, volume 5) has it: no CPU of today executes it, so the expectations are worked out from there.

import assert from "node:assert/strict";
import test from "node:test";
import { createState } from "../../debugger/cpu/create-state.ts";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { PAGE_BYTES, PROT } from "../../debugger/mem/layout.ts";

const CODE = 0x400000;
const DATA = 0x600000;

type Pair = readonly [low: number, high: number];

const singles = ([low, high]: Pair): Uint8Array => new Uint8Array(Float32Array.of(low, high).buffer);
const integers = ([low, high]: Pair): Uint8Array => new Uint8Array(Int32Array.of(low, high).buffer);

/** What `0F 0F /r suffix` makes of mm0 and eight bytes in memory. */
function result(suffix: number, first: Uint8Array, second: Uint8Array): Uint8Array {
  const memory = createMemory(2 ** 24);
  const state = createState(memory);
  memory.map(CODE, PAGE_BYTES, PROT.read | PROT.exec);
  memory.map(DATA, PAGE_BYTES, PROT.read | PROT.write);
  // movq mm0, [rdi]; op mm0, [rdi + 8]; movq [rdi + 16], mm0
  memory.poke(CODE, Uint8Array.of(0x0f, 0x6f, 0x07, 0x0f, 0x0f, 0x47, 0x08, suffix, 0x0f, 0x7f, 0x47, 0x10));
  memory.poke(DATA, first);
  memory.poke(DATA + 8, second);
  state.rip = BigInt(CODE);
  state.write("rdi", BigInt(DATA));
  assert.deepEqual(createStepEngine(memory, state, 64).run(3), { kind: "budget" });
  return memory.peek(DATA + 16, 8);
}

const LARGEST = 3.4028234663852886e38;
const DENORMAL = 2 ** -140;

test("3DNow! arithmetic: nearest, denormals are zero, nothing is infinite", () => {
  const cases: [string, number, Pair, Pair, Pair][] = [
    ["pfadd", 0x9e, [1.5, LARGEST], [2.25, LARGEST], [3.75, LARGEST]],
    ["pfadd of denormals", 0x9e, [DENORMAL, -DENORMAL], [0, 1], [0, 1]],
    ["pfsub", 0x9a, [1.5, -LARGEST], [2.25, LARGEST], [-0.75, -LARGEST]],
    ["pfsubr", 0xaa, [1.5, 1], [2.25, 1], [0.75, 0]],
    ["pfmul", 0xb4, [3, 2 ** -100], [-7, 2 ** -100], [-21, 0]],
    ["pfmin", 0x94, [1, -0], [2, 0], [1, 0]],
    ["pfmax", 0xa4, [1, -5], [2, -6], [2, -5]],
    ["pfacc", 0xae, [1, 2], [3, 4], [3, 7]],
    ["pfnacc", 0x8a, [1, 2], [3, 5], [-1, -2]],
    ["pfpnacc", 0x8e, [1, 2], [3, 5], [-1, 8]],
    ["pfrcp", 0x96, [9, 9], [-4, 2], [-0.25, -0.25]],
    ["pfrcp of zero", 0x96, [9, 9], [0, 2], [LARGEST, LARGEST]],
    ["pfrcpv", 0x86, [9, 9], [-4, 2], [-0.25, 0.5]],
    ["pfrsqrt", 0x97, [9, 9], [-16, 4], [-0.25, -0.25]],
    ["pfrsqrtv", 0x87, [9, 9], [16, 4], [0.25, 0.5]],
    ["pfrcpit1", 0xa6, [9, 9], [5, 6], [5, 6]],
    ["pfrcpit2", 0xb6, [9, 9], [5, 6], [5, 6]],
    ["pfrsqit1", 0xa7, [9, 9], [5, 6], [5, 6]],
    ["pswapd", 0xbb, [9, 9], [5, 6], [6, 5]],
  ];
  for (const [name, suffix, first, second, expected] of cases) {
    assert.deepEqual(result(suffix, singles(first), singles(second)), singles(expected), name);
  }
});

test("3DNow! comparisons and conversions: masks, cut and saturated integers, singles cut towards zero", () => {
  const nothing = new Uint8Array(8);
  for (const [suffix, expected] of [
    [0xb0, [0, -1]],
    [0x90, [-1, -1]],
    [0xa0, [-1, 0]],
  ] as const) {
    assert.deepEqual(result(suffix, singles([2, 0]), singles([1, -0])), integers(expected));
  }
  assert.deepEqual(result(0x1d, nothing, singles([-3.9, 3e9])), integers([-3, 0x7fffffff]), "pf2id");
  assert.deepEqual(result(0x1c, nothing, singles([1e5, -1e5])), integers([0x7fff, -0x8000]), "pf2iw");
  assert.deepEqual(result(0x0d, nothing, integers([0x1ffffff, -5])), singles([0x1fffffe, -5]), "pi2fd");
  assert.deepEqual(result(0x0c, nothing, integers([0x7fff0003, 0xfffe])), singles([3, -2]), "pi2fw");
});

test("3DNow! integers: bytes averaged upwards, words multiplied and rounded", () => {
  assert.deepEqual(
    result(0xbf, integers([0x01020304, 0]), integers([0x02020406, 0x000000ff])),
    integers([0x02020405, 0x80]),
  );
  assert.deepEqual(result(0xb7, integers([0x7fff7fff, 2]), integers([0x7fff0002, 2])), integers([0x3fff0001, 0]));
});

test("another suffix is an invalid opcode", () => {
  assert.throws(() => result(0x00, new Uint8Array(8), new Uint8Array(8)), /"fault"|fault/);
});
