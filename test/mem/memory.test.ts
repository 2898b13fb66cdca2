import assert from "node:assert/strict";
import test from "node:test";
import { createMemory } from "../../debugger/mem/create.ts";
import { PAGE_BYTES, PROT, SHADOW } from "../../debugger/mem/layout.ts";
import { GuestFault, type Memory, type MemoryDelta } from "../../debugger/mem/memory.ts";

const FOLD = 2 ** 24;
const RW = PROT.read | PROT.write;
const BASE = 0x400000;
const HIGH = 0x7fff_0000_0000;

function fault(action: () => unknown): GuestFault {
  try {
    action();
  } catch (error) {
    if (error instanceof GuestFault) return error;
    throw error;
  }
  throw new Error("no fault");
}

const readTag = (memory: Memory, address: number): bigint =>
  memory.view.getBigUint64(memory.layout.readTags + ((address & (FOLD - 1)) / PAGE_BYTES) * 8, true);
const writeTag = (memory: Memory, address: number): bigint =>
  memory.view.getBigUint64(memory.layout.writeTags + ((address & (FOLD - 1)) / PAGE_BYTES) * 8, true);

test("values of every size and alignment come back, across pages too, high addresses included", () => {
  const memory = createMemory(FOLD);
  for (const base of [BASE, HIGH]) {
    memory.map(base, 2 * PAGE_BYTES, RW);
    for (const size of [1, 2, 4, 8]) {
      for (let offset = PAGE_BYTES - 9; offset < PAGE_BYTES + 2; offset++) {
        const value = BigInt.asUintN(8 * size, 0x1122334455667788n * BigInt(offset));
        memory.store(base + offset, size, value);
        assert.equal(memory.load(base + offset, size), value);
        assert.equal(memory.peek(base + offset, 1)[0], Number(value & 255n));
      }
    }
  }
});

test("faults name the first byte that cannot be accessed and change nothing", () => {
  const memory = createMemory(FOLD);
  memory.map(BASE, PAGE_BYTES, RW);
  memory.map(BASE + PAGE_BYTES, PAGE_BYTES, PROT.read);
  memory.store(BASE + PAGE_BYTES - 8, 8, 0x1234n);
  const crossing = fault(() => memory.store(BASE + PAGE_BYTES - 4, 8, -1n));
  const { address, sizeBytes, access, reason } = crossing;
  assert.deepEqual([address, sizeBytes, access, reason], [BASE + PAGE_BYTES, 4, "write", "protected"]);
  assert.equal(memory.load(BASE + PAGE_BYTES - 8, 8), 0x1234n);
  assert.equal(fault(() => memory.load(BASE + 2 * PAGE_BYTES - 1, 2)).address, BASE + 2 * PAGE_BYTES);
  assert.equal(fault(() => memory.load(-1, 1)).reason, "unmapped");
  assert.equal(fault(() => memory.load(0, 8)).reason, "unmapped");
  assert.equal(fault(() => memory.loadBytes(BASE, 2 ** 45)).address, BASE + 2 * PAGE_BYTES);
  assert.equal(fault(() => memory.fetch(BASE, 15)).access, "execute");
  memory.protect(BASE, PAGE_BYTES, PROT.none);
  assert.equal(fault(() => memory.load(BASE, 1)).reason, "protected");
  assert.equal(memory.peek(BASE + PAGE_BYTES - 8, 1)[0], 0x34);
});

test("fetch ends where execution ends", () => {
  const memory = createMemory(FOLD);
  memory.map(BASE, PAGE_BYTES, PROT.read | PROT.exec);
  memory.poke(BASE + PAGE_BYTES - 2, Uint8Array.of(0x90, 0xc3));
  assert.deepEqual([...memory.fetch(BASE + PAGE_BYTES - 2, 15)], [0x90, 0xc3]);
  memory.map(BASE + PAGE_BYTES, PAGE_BYTES, PROT.read | PROT.exec);
  assert.equal(memory.fetch(BASE + PAGE_BYTES - 2, 15).length, 15);
});

test("runs are joined and split as protections change", () => {
  const memory = createMemory(FOLD);
  memory.map(BASE, 4 * PAGE_BYTES, RW);
  memory.map(BASE + 4 * PAGE_BYTES, PAGE_BYTES, RW);
  assert.deepEqual(memory.runs(), [{ start: BASE, sizeBytes: 5 * PAGE_BYTES, protection: RW }]);
  assert.equal(memory.protect(BASE + PAGE_BYTES, PAGE_BYTES, PROT.read), true);
  memory.unmap(BASE + 3 * PAGE_BYTES, PAGE_BYTES);
  assert.deepEqual(
    memory.runs().map((run) => [(run.start - BASE) / PAGE_BYTES, run.sizeBytes / PAGE_BYTES, run.protection]),
    [
      [0, 1, RW],
      [1, 1, PROT.read],
      [2, 1, RW],
      [4, 1, RW],
    ],
  );
  assert.equal(memory.protect(BASE, 4 * PAGE_BYTES, RW), false);
  assert.equal(memory.protectionAt(BASE + PAGE_BYTES), PROT.read);
  assert.equal(memory.protectionAt(BASE + 3 * PAGE_BYTES), undefined);
  assert.equal(memory.mappedBytes, 4 * PAGE_BYTES);
});

test("a page whose home is taken works from another frame, without tags", () => {
  const memory = createMemory(FOLD);
  const twin = BASE + 16 * FOLD;
  memory.map(BASE, PAGE_BYTES, RW);
  memory.map(twin, PAGE_BYTES, RW);
  memory.store(BASE, 8, 1n);
  memory.store(twin, 8, 2n);
  assert.equal(memory.load(BASE, 8), 1n);
  assert.equal(memory.load(twin, 8), 2n);
  assert.equal(readTag(memory, BASE), BigInt(BASE));
  memory.setShadow(twin, 8, SHADOW.undefined);
  assert.equal(memory.shadowOf(BASE, 1)[0], 0);
  assert.equal(memory.shadowOf(twin, 1)[0], SHADOW.undefined);
  memory.unmap(BASE, PAGE_BYTES);
  assert.equal(memory.load(twin, 8), 2n);
  assert.equal(readTag(memory, BASE), 0n);
});

test("mapping fails, changing nothing, when frames run out", () => {
  const memory = createMemory(FOLD);
  assert.equal(memory.map(BASE, FOLD - PAGE_BYTES, RW), true);
  assert.equal(memory.map(HIGH, 2 * PAGE_BYTES, RW), false);
  assert.equal(memory.runs().length, 1);
  assert.equal(memory.map(HIGH, PAGE_BYTES, RW), true);
  assert.equal(memory.map(BASE, FOLD - PAGE_BYTES, PROT.read), true);
});

test("tags are there only where an access needs no care", () => {
  const memory = createMemory(FOLD);
  const atZero = FOLD;
  const large = 17 * PAGE_BYTES;
  assert.notEqual(readTag(memory, 0), 0n);
  memory.map(atZero, large, RW);
  assert.notEqual(readTag(memory, atZero), BigInt(atZero));
  memory.load(atZero, 1);
  assert.equal(readTag(memory, atZero), BigInt(atZero));
  assert.notEqual(writeTag(memory, atZero), BigInt(atZero));
  memory.store(atZero, 1, 1n);
  assert.equal(writeTag(memory, atZero), BigInt(atZero));
  memory.noteCodePage(atZero);
  assert.notEqual(writeTag(memory, atZero), BigInt(atZero));
  memory.unmap(atZero, large);
  assert.deepEqual(
    [readTag, writeTag].map((tag) => tag(memory, atZero) === BigInt(atZero)),
    [false, false],
  );
  memory.map(atZero, PAGE_BYTES, RW);
  assert.deepEqual(
    [readTag, writeTag].map((tag) => tag(memory, atZero)),
    [BigInt(atZero), BigInt(atZero)],
  );
  memory.checkpoint();
  assert.notEqual(writeTag(memory, atZero), BigInt(atZero));
  memory.protect(atZero, PAGE_BYTES, PROT.none);
  assert.notEqual(readTag(memory, atZero), BigInt(atZero));
});

test("what a small mapping was used for is gone with it, page by page and for a part of it", () => {
  const memory = createMemory(FOLD);
  const at = (page: number): number => BASE + page * PAGE_BYTES;
  memory.map(at(0), 8 * PAGE_BYTES, RW);
  for (let page = 0; page < 8; page++) memory.store(at(page) + page, 8, 0x1122334455667788n);
  memory.setShadow(at(3), 100, SHADOW.undefined);
  memory.map(at(20), 4 * PAGE_BYTES, PROT.read);
  assert.equal(fault(() => memory.store(at(21), 1, 1n)).reason, "protected");
  memory.unmap(at(2), 3 * PAGE_BYTES);
  assert.deepEqual(
    [0, 1, 5, 7].map((page) => memory.load(at(page) + page, 8)),
    [0, 1, 5, 7].map(() => 0x1122334455667788n),
  );
  assert.equal(fault(() => memory.load(at(4), 1)).reason, "unmapped");
  memory.map(at(2), 3 * PAGE_BYTES, RW);
  assert.deepEqual(
    [2, 3, 4].map((page) => [...memory.peek(at(page), PAGE_BYTES)].some((byte) => byte !== 0)),
    [false, false, false],
  );
  assert.equal(memory.shadowBits(at(3), 100), 0);
  memory.checkpoint();
  memory.store(at(3), 1, 1n);
  memory.unmap(at(0), 24 * PAGE_BYTES);
  memory.rollback();
  assert.deepEqual(
    [1, 3, 7].map((page) => memory.load(at(page) + (page === 3 ? 0 : page), 1)),
    [0x88n, 0n, 0x88n],
  );
  assert.deepEqual(
    memory.runs().map(({ start, sizeBytes }) => [start, sizeBytes]),
    [
      [at(0), 8 * PAGE_BYTES],
      [at(20), 4 * PAGE_BYTES],
    ],
  );
});

test("a large mapping has its tags from the first access on, each page those of its own protection and shadow", () => {
  const memory = createMemory(FOLD);
  const pages = 200;
  memory.map(BASE, pages * PAGE_BYTES, RW);
  memory.setShadow(BASE - 5, 100 * PAGE_BYTES, SHADOW.undefined);
  memory.setShadow(BASE + 5, 90 * PAGE_BYTES, SHADOW.undefined);
  memory.protect(BASE + 150 * PAGE_BYTES, PAGE_BYTES, PROT.none);
  const hasTag = (page: number): boolean =>
    readTag(memory, BASE + page * PAGE_BYTES) === BigInt(BASE + page * PAGE_BYTES);
  assert.equal(memory.shadowOf(BASE, 4)[0], 0);
  assert.equal(memory.shadowOf(BASE + 5, 1)[0], SHADOW.undefined);
  assert.equal(memory.shadowOf(BASE + 90 * PAGE_BYTES + 4, 1)[0], SHADOW.undefined);
  assert.equal(memory.shadowOf(BASE + 90 * PAGE_BYTES + 5, 1)[0], 0);
  assert.equal(memory.load(BASE + 60 * PAGE_BYTES, 1), 0n);
  assert.equal(hasTag(60), true);
  assert.equal(memory.shadowOf(BASE + 60 * PAGE_BYTES, 1)[0], SHADOW.undefined);
  memory.load(BASE + 140 * PAGE_BYTES, 1);
  assert.deepEqual([140, 141, 150, 151].map(hasTag), [true, true, false, true]);
  assert.equal(fault(() => memory.load(BASE + 150 * PAGE_BYTES, 1)).reason, "protected");
  memory.checkpoint();
  memory.store(BASE + 199 * PAGE_BYTES, 8, 1n);
  memory.unmap(BASE + 100 * PAGE_BYTES, 99 * PAGE_BYTES);
  memory.rollback();
  assert.equal(memory.load(BASE + 199 * PAGE_BYTES, 8), 0n);
  assert.equal(memory.load(BASE + 120 * PAGE_BYTES, 8), 0n);
  assert.equal(fault(() => memory.load(BASE + 150 * PAGE_BYTES, 1)).reason, "protected");
});

test("code generation grows when decoded bytes may have changed, and only then", () => {
  const memory = createMemory(FOLD);
  memory.map(BASE, 2 * PAGE_BYTES, RW | PROT.exec);
  const changes = (action: () => void): boolean => {
    memory.noteCodePage(BASE);
    const before = memory.codeGeneration;
    action();
    return memory.codeGeneration !== before;
  };
  assert.equal(
    changes(() => memory.store(BASE + PAGE_BYTES, 8, 1n)),
    false,
  );
  assert.equal(
    changes(() => memory.store(BASE + PAGE_BYTES - 1, 2, 1n)),
    true,
  );
  assert.equal(
    changes(() => memory.poke(BASE, Uint8Array.of(1))),
    true,
  );
  assert.equal(
    changes(() => memory.protect(BASE, PAGE_BYTES, PROT.read)),
    true,
  );
  assert.equal(
    changes(() => memory.map(BASE, PAGE_BYTES, PROT.exec)),
    true,
  );
  assert.equal(
    changes(() => memory.unmap(BASE, PAGE_BYTES)),
    true,
  );
});

/** Everything a guest or a checker could see. */
function picture(memory: Memory): unknown {
  return memory.runs().map((run) => ({
    ...run,
    guest: Buffer.from(memory.peek(run.start, run.sizeBytes)).toString("latin1"),
    shadow: Buffer.from(memory.shadowOf(run.start, run.sizeBytes)).toString("latin1"),
    definedness: Buffer.from(memory.definednessOf(run.start, run.sizeBytes)).toString("latin1"),
  }));
}

/** A clean tag is the page's ordinary one, and then no byte has a shadow. */
function checkCleanTags(memory: Memory, address: number): void {
  const { readTags, writeTags, cleanReadTags, cleanWriteTags, foldBytes } = memory.layout;
  const at = ((address % foldBytes) / PAGE_BYTES) * 8;
  const tag = (table: number): number => Number(memory.view.getBigUint64(table + at, true));
  const isOwn = (table: number): boolean => tag(table) === address;
  const hasShadow =
    memory.shadowOf(address, PAGE_BYTES).some((byte) => byte !== 0) ||
    memory.definednessOf(address, PAGE_BYTES).some((byte) => byte !== 0);
  for (const [clean, ordinary] of [
    [cleanReadTags, readTags],
    [cleanWriteTags, writeTags],
  ] as const) {
    if (isOwn(clean)) assert.deepEqual([hasShadow, isOwn(ordinary)], [false, true]);
  }
}

test("pages have clean tags until they have a shadow", () => {
  const memory = createMemory(FOLD);
  memory.map(BASE, PAGE_BYTES, RW);
  memory.store(BASE, 8, 1n);
  const isClean = (): boolean => {
    const { cleanReadTags, cleanWriteTags, foldBytes } = memory.layout;
    const at = ((BASE % foldBytes) / PAGE_BYTES) * 8;
    const tags = [cleanReadTags, cleanWriteTags].map((table) => Number(memory.view.getBigUint64(table + at, true)));
    assert.equal(tags[0], tags[1]);
    return tags[0] === BASE;
  };
  assert.equal(isClean(), true);
  memory.setShadow(BASE + 9, 1, SHADOW.undefined);
  assert.equal(isClean(), false);
  memory.setShadow(BASE + 9, 1, 0);
  assert.equal(isClean(), false);
});

/** What changes a memory at random, and the numbers it takes. */
function randomChanges(memory: Memory): { readonly random: (below: number) => number; readonly act: () => void } {
  let seed = 12345;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const page = (): number => [BASE, HIGH, BASE + FOLD][random(3)]! + random(4) * PAGE_BYTES;
  const actions: (() => void)[] = [
    () => memory.map(page(), (1 + random(3)) * PAGE_BYTES, [RW, RW, PROT.read, PROT.none][random(4)]!),
    () => memory.unmap(page(), (1 + random(2)) * PAGE_BYTES),
    () => memory.protect(page(), PAGE_BYTES, [RW, PROT.read][random(2)]!),
    () => memory.setShadow(page() + random(PAGE_BYTES), random(6000), random(3)),
    () => memory.setDefinedness(page() + random(PAGE_BYTES), new Uint8Array(random(100)).fill(random(256))),
    () => memory.noteCodePage(page()),
  ];
  const act = (): void => {
    if (random(2) === 0) actions[random(actions.length)]!();
    else memory.poke(page() + random(PAGE_BYTES), new Uint8Array(1 + random(30)).fill(random(256)));
    for (const start of [BASE, HIGH, BASE + FOLD])
      for (let k = 0; k < 7; k++) checkCleanTags(memory, start + k * PAGE_BYTES);
  };
  return { random, act };
}

test("processes that take turns find their memory as they left it, pages that cannot be written too", () => {
  const memory = createMemory(FOLD);
  const { random, act } = randomChanges(memory);
  const spaces = Array.from({ length: 6 }, () => ({ image: memory.captureSpace(undefined), seen: picture(memory) }));
  let turn = 0;
  for (let step = 0; step < 400; step++) {
    for (let k = random(6); k > 0; k--) act();
    spaces[turn] = { image: memory.captureSpace(spaces[turn]!.image), seen: picture(memory) };
    // Now and then a child that begins with what its parent has.
    if (random(4) === 0) spaces[random(spaces.length)] = spaces[turn]!;
    turn = random(spaces.length);
    memory.loadSpace(spaces[turn]!.image);
    assert.deepEqual(picture(memory), spaces[turn]!.seen, `step ${step}`);
  }
});

test("any sequence of changes is undone to the bit, interval by interval", () => {
  const memory = createMemory(FOLD);
  const { random, act } = randomChanges(memory);
  const pictures: unknown[] = [picture(memory)];
  const deltas: MemoryDelta[] = [];
  for (let interval = 0; interval < 60; interval++) {
    for (let k = random(12); k > 0; k--) act();
    deltas.push(memory.checkpoint());
    pictures.push(picture(memory));
    for (let k = random(12); k > 0; k--) act();
    memory.rollback();
    assert.deepEqual(picture(memory), pictures.at(-1), `rollback of interval ${interval}`);
  }
  for (let k = 0; k < 5; k++) act();
  while (deltas.length > 0) {
    memory.revert(deltas.pop()!);
    pictures.pop();
    assert.deepEqual(picture(memory), pictures.at(-1), `revert to ${deltas.length}`);
  }
});

test("the browser's fold can be allocated and used at both ends", () => {
  const memory = createMemory(2 ** 29);
  assert.equal(memory.map(HIGH, PAGE_BYTES, RW), true);
  memory.store(HIGH + 8, 8, 5n);
  assert.equal(memory.load(HIGH + 8, 8), 5n);
});
