import assert from "node:assert/strict";
import test from "node:test";
import { createState } from "../../debugger/cpu/create-state.ts";
import { ARITHMETIC_FLAGS } from "../../debugger/cpu/flags.ts";
import { FLAG } from "../../debugger/cpu/state.ts";
import { createMemory } from "../../debugger/mem/create.ts";

const fresh = () => createState(createMemory(2 ** 24));

test("every combination of arithmetic flags survives the lazy form", () => {
  const state = fresh();
  for (let flags = 0; flags < 0x1000; flags++) {
    if ((flags & ~ARITHMETIC_FLAGS) !== 0) continue;
    state.eflags = BigInt(flags);
    assert.equal(Number(state.eflags), flags | FLAG.if | 2);
  }
});

test("parts of registers overlap as on the CPU", () => {
  const state = fresh();
  state.write("RAX", 0x1122334455667788n);
  assert.equal(state.read("eax"), 0x55667788n);
  assert.equal(state.read("ah"), 0x77n);
  state.write("ah", 0xaan);
  assert.equal(state.gpr(0), 0x112233445566aa88n);
  state.write("ax", 0x1ffffn);
  assert.equal(state.gpr(0), 0x112233445566ffffn);
  state.write("eax", 0xffffffff1n);
  assert.equal(state.gpr(0), 0xfffffff1n);
  state.write("r8", -1n);
  state.write("r8d", 5n);
  assert.equal(state.read("r8"), 5n);
  state.write("sil", 7n);
  assert.equal(state.gpr(6), 7n);
  assert.equal(state.read("nonsense"), undefined);
  assert.equal(state.write("nonsense", 1n), false);
});

test("vector, x87 and flag names", () => {
  const state = fresh();
  state.write("ymm3", (1n << 255n) | 5n);
  state.write("xmm3", 9n);
  assert.equal(state.read("ymm3"), (1n << 255n) | 9n);
  state.write("fsw", 7n << 11n);
  state.write("st0", 0x3fff8000000000000000n);
  assert.equal(state.read("ftw"), 0x3fffn);
  assert.equal(state.read("st(0)"), 0x3fff8000000000000000n);
  state.write("df", 1n);
  state.write("zf", 1n);
  assert.equal(state.read("eflags"), BigInt(FLAG.df | FLAG.zf | FLAG.if | 2));
  assert.equal(state.mxcsr, 0x1f80);
});

test("save and restore bring everything back", () => {
  const state = fresh();
  state.write("rdx", 77n);
  state.retired = 2 ** 40;
  const saved = state.save();
  state.write("rdx", 1n);
  state.retired = 0;
  state.rip = 0xffff800000000000n;
  state.restore(saved);
  assert.equal(state.read("rdx"), 77n);
  assert.equal(state.retired, 2 ** 40);
  assert.equal(state.rip, 0n);
});
