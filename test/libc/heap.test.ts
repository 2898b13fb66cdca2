// The allocator: where blocks lie, what is told, what happens to freed blocks, and that a program that destroys headers
// breaks nothing but its own heap.
import assert from "node:assert/strict";
import test from "node:test";
import { startProcess, type TestProcess } from "../os/process.ts";

const stubs = [
  "malloc",
  "calloc",
  "realloc",
  "free",
  "aligned_alloc",
  "memalign",
  "valloc",
  "pvalloc",
  "reallocarray",
  "posix_memalign",
  "__errno_location",
  "strdup",
  "brk",
  "sbrk",
  "malloc_usable_size",
];
const start = (options: Parameters<typeof startProcess>[0] = {}): TestProcess => startProcess({ stubs, ...options });

const heapEvents = (process: TestProcess): string[] =>
  process.events
    .splice(0)
    .flatMap((event) =>
      event.kind === "alloc"
        ? [`alloc ${event.by} ${event.sizeBytes}${event.zeroed ? " zeroed" : ""}`]
        : event.kind === "free"
          ? [`free ${event.by} ${event.state}`]
          : event.kind === "recycle"
            ? [`recycle ${event.sizeBytes}`]
            : [],
    );

test("the first block lies where gdb shows it, in a mapping called [heap], and the break is behind it", () => {
  const process = start();
  const before = process.kernel.programBreak;
  const { result } = process.call("malloc", [24]);
  assert.equal(result, BigInt(before.start + 0x2a0));
  const heap = process.kernel.mappings().find(({ name }) => name === "[heap]")!;
  assert.equal(heap.start, before.start);
  assert.equal(heap.purpose, "heap");
  assert.equal(process.kernel.programBreak.end, heap.start + heap.sizeBytes);
  assert.deepEqual(heapEvents(process), ["alloc malloc 24"]);
});

test("blocks are 16-aligned, apart, and keep what is written between red zones", () => {
  const process = start();
  const blocks = [0, 1, 15, 16, 17, 24, 1000, 5000].map((size) => ({
    size,
    at: Number(process.call("malloc", [size]).result),
  }));
  for (const [k, { size, at }] of blocks.entries()) {
    assert.equal(at % 16, 0);
    const next = blocks[k + 1];
    if (next) assert.ok(next.at >= at + size + 32, "header and red zone lie between");
  }
  assert.equal(process.call("malloc_usable_size", [blocks[5]!.at]).result, 24n);
});

test("calloc gives zeros, also from a used block, and refuses a product that overflows", () => {
  const process = start({ maxMemoryBytes: 2 ** 24 });
  const dirty = Number(process.call("malloc", [64]).result);
  process.memory.poke(dirty, new Uint8Array(64).fill(7));
  process.call("free", [dirty]);
  // The memory limit ends the quarantine, so that the block is used again.
  while (process.call("malloc", [100_000]).result !== 0n);
  assert.equal(process.call("calloc", [8, 8]).result, BigInt(dirty));
  assert.ok(process.memory.peek(dirty, 64).every((byte) => byte === 0));
  assert.equal(process.call("calloc", [2n ** 33n, 2n ** 33n]).result, 0n);
  assert.equal(process.memory.load(Number(process.call("__errno_location").result), 4), 12n);
});

test("huge and negative sizes give NULL and ENOMEM, and nothing is told as allocated", () => {
  const process = start();
  for (const size of [2n ** 40n, -1n, 2n ** 63n]) assert.equal(process.call("malloc", [size]).result, 0n);
  assert.deepEqual(heapEvents(process), []);
});

test("large blocks have their own mapping, which goes when the quarantine ends", () => {
  const process = start({ maxMemoryBytes: 2 ** 27 });
  const at = Number(process.call("malloc", [2 ** 20]).result);
  assert.ok(at > process.kernel.programBreak.end);
  const mapped = () =>
    process.kernel.mappings().some(({ start: from, sizeBytes }) => from <= at && at < from + sizeBytes);
  assert.ok(mapped());
  process.call("free", [at]);
  assert.ok(mapped(), "late accesses are found, not fatal");
});

test("a freed block is not used again until 64 MiB wait behind it", () => {
  const process = start({ foldBytes: 2 ** 28, maxMemoryBytes: 2 ** 27 });
  const first = process.call("malloc", [48]).result;
  process.call("free", [first]);
  const second = process.call("malloc", [48]).result;
  assert.notEqual(second, first);
  process.call("free", [second]);
  const big = 100_000;
  heapEvents(process);
  let rounds = 0;
  while (!process.events.some(({ kind }) => kind === "recycle")) {
    process.call("free", [process.call("malloc", [big]).result]);
    if (++rounds > 1000) break;
  }
  assert.equal(rounds, Math.ceil(2 ** 26 / 106_496));
  // Both have left: the one that left last comes first.
  assert.deepEqual([process.call("malloc", [48]).result, process.call("malloc", [48]).result], [second, first]);
});

test("realloc copies, frees the old block, and treats NULL and 0 as C says", () => {
  const process = start();
  const old = Number(process.call("realloc", [0, 8]).result);
  process.memory.store(old, 8, 0x1122334455667788n);
  const moved = Number(process.call("realloc", [old, 100]).result);
  assert.notEqual(moved, old);
  assert.equal(process.memory.load(moved, 8), 0x1122334455667788n);
  assert.equal(process.call("realloc", [moved, 0]).result, 0n);
  assert.deepEqual(heapEvents(process), [
    "alloc realloc 8",
    "alloc realloc 100",
    "free realloc live",
    "free realloc live",
  ]);
});

test("freeing twice, or what is no block, is told and ends as with glibc", () => {
  const abort = { kind: "signal", signal: "SIGABRT", number: 6 };
  const twice = start();
  const block = twice.call("malloc", [24]).result;
  assert.equal(twice.call("free", [block]).outcome, "done");
  assert.deepEqual(twice.call("free", [block]).outcome, abort);
  assert.deepEqual(twice.output, [{ stream: 2, text: "free(): double free detected in tcache 2\n" }]);
  assert.deepEqual(heapEvents(twice), ["alloc malloc 24", "free free live", "free free freed"]);

  const inside = start();
  const whole = inside.call("malloc", [64]).result;
  assert.deepEqual(inside.call("free", [whole + 16n]).outcome, abort);
  assert.deepEqual(inside.output, [{ stream: 2, text: "free(): invalid pointer\n" }]);

  const stack = start();
  assert.deepEqual(stack.call("free", [stack.process.stack.initialPointer]).outcome, abort);
  const wild = start();
  const { outcome } = wild.call("free", [0x1000]);
  assert.ok(typeof outcome === "object" && outcome.kind === "fault" && outcome.fault.address === 0xff8);
  assert.equal(wild.call("free", [0]).outcome, "done");
});

test("destroyed headers lose blocks and nothing else", () => {
  const process = start();
  const blocks = Array.from({ length: 20 }, () => Number(process.call("malloc", [64]).result));
  for (const at of blocks) process.call("free", [at]);
  for (const at of blocks) process.memory.poke(at - 16, new Uint8Array(16).fill(0xff));
  for (let k = 0; k < 100; k++) {
    const at = process.call("malloc", [64]).result;
    assert.notEqual(at, 0n);
    process.memory.poke(Number(at) - 16, Uint8Array.of(k, k * 7, 255, 1));
    process.call("free", [process.call("malloc", [90_000]).result]);
  }
});

test("alignment as asked, and posix_memalign's error numbers", () => {
  const process = start();
  for (const alignment of [32, 4096])
    assert.equal(Number(process.call("aligned_alloc", [alignment, 10]).result) % alignment, 0);
  assert.equal(process.call("posix_memalign", [process.data, 3, 10]).result, 22n);
  assert.equal(process.call("posix_memalign", [process.data, 64, 10]).result, 0n);
  assert.equal(process.memory.load(process.data, 8) % 64n, 0n);
});

test("a program that moves the break itself keeps what it took", () => {
  const process = start();
  process.call("malloc", [100]);
  const own = Number(process.call("sbrk", [4096]).result);
  process.memory.poke(own, new Uint8Array(4096).fill(0x5a));
  for (let k = 0; k < 40; k++) {
    const at = Number(process.call("malloc", [10_000]).result);
    assert.ok(at + 10_000 <= own || at >= own + 4096);
    process.memory.poke(at, new Uint8Array(10_000));
  }
  assert.ok(process.memory.peek(own, 4096).every((byte) => byte === 0x5a));
});
