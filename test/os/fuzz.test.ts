// Whatever a guest asks of kernel and libc, it gets an answer: random calls with random and awkward arguments never throw,
// leave the list of mappings in order and in step with the pages, and give the same again after a restore.
import assert from "node:assert/strict";
import test from "node:test";
import { randomWord } from "../../debugger/os/random.ts";
import { isLibcFunction, libcFunctions } from "../../server/facts/libc.ts";
import { startProcess, type TestProcess } from "./process.ts";

const SEED = 20260102;
/** mmap and friends may take this much in all: more only makes the test slow. */
const MEMORY_BYTES = 2 ** 24;

function createValues(process: TestProcess) {
  let index = 0;
  const next = (limit: number): number => Number(randomWord(SEED, index++) % BigInt(limit));
  const texts = [
    "f",
    "dir",
    "dir/x",
    "/dev/null",
    "/tmp",
    ".",
    "..",
    "",
    "%d %s %n %f %p %c",
    "%999999d%s",
    "w+",
    "r",
    "12 abc",
    "a,b",
  ].map((content) => process.text(content));
  const fixed = [
    0n,
    1n,
    2n,
    3n,
    4n,
    7n,
    8n,
    16n,
    22n,
    0x22n,
    0x32n,
    64n,
    0xfffn,
    0x1000n,
    0x1001n,
    0x10000n,
    2n ** 31n,
    2n ** 32n - 1n,
    2n ** 40n,
    2n ** 47n - 1n,
    2n ** 47n,
    2n ** 63n,
    2n ** 64n - 1n,
    2n ** 64n - 4096n,
    2n ** 64n - 100n,
  ];
  const places = [
    process.data,
    process.data + 8,
    0x401000,
    0x400fff,
    0x10000000,
    process.process.stack.initialPointer,
    process.process.stack.low - 4096,
    process.kernel.programBreak.end,
  ];
  return (): bigint => {
    const kind = next(4);
    if (kind === 0) return BigInt(texts[next(texts.length)]!);
    if (kind === 1) return BigInt(places[next(places.length)]!);
    if (kind === 2) return fixed[next(fixed.length)]!;
    return randomWord(SEED, index++) >> BigInt(next(64));
  };
}

function checkMappings({ kernel, memory }: TestProcess): void {
  let end = 0;
  for (const mapping of kernel.mappings()) {
    assert.ok(mapping.start >= end && mapping.sizeBytes > 0 && mapping.sizeBytes % 4096 === 0);
    assert.equal(memory.protectionAt(mapping.start), mapping.protection);
    end = mapping.start + mapping.sizeBytes;
  }
  const total = kernel.mappings().reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  assert.equal(memory.mappedBytes, total);
}

test("random system calls of both ABIs", () => {
  const process = startProcess({ maxMemoryBytes: MEMORY_BYTES });
  const value = createValues(process);
  const run = (count: number): bigint[] => {
    const results: bigint[] = [];
    for (let k = 0; k < count; k++) {
      const by = k % 3 === 0 ? "int80" : "syscall";
      const args = Array.from({ length: 6 }, value);
      // The program's own data and stack stay, or there is nothing left to pass.
      const number = Number(randomWord(SEED + 1, k) % 460n);
      const { outcome, result } = process.syscall(by, number, ...args);
      // It may have made a child by now, which the kernel alone gives no turn.
      const { wait, restarts } = process.kernel.parts.processes.current;
      const waits = outcome === "pending" && (wait !== undefined || restarts);
      assert.ok(outcome === "done" || waits || typeof outcome === "object");
      results.push(result);
      if (k % 100 === 0) checkMappings(process);
    }
    return results;
  };
  run(3000);
  checkMappings(process);
  const saved = process.kernel.save();
  process.kernel.restore(saved);
  run(500);
  checkMappings(process);
});

test("random calls of every libc function", () => {
  const stubs = Object.keys(libcFunctions());
  for (const bits of [64, 32] as const) {
    let process = startProcess({ bits, stubs, maxMemoryBytes: MEMORY_BYTES });
    let value = createValues(process);
    for (let k = 0; k < 8000; k++) {
      if (k % 300 === 0) {
        process = startProcess({ bits, stubs, maxMemoryBytes: MEMORY_BYTES });
        value = createValues(process);
        process.input.push("some input 12 3.5\n".repeat(20));
      }
      const name = stubs[k % stubs.length]!;
      assert.ok(isLibcFunction(name));
      const { outcome } = process.call(name, Array.from({ length: 6 }, value), [1.5, Number.NaN, -1e300]);
      const { wait, restarts } = process.kernel.parts.processes.current;
      const waits = outcome === "pending" && (wait !== undefined || restarts);
      assert.ok(outcome === "done" || waits || (typeof outcome === "object" && "kind" in outcome), name);
      if (process.output.length > 1000) process.output.length = 0;
    }
    checkMappings(process);
  }
});
