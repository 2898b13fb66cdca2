// qsort and bsearch: they call the program's own compare function, so between two comparisons the guest runs. What they need
// to go on is kept on the guest's stack by the call back; qsort's comparisons so far lie as bits in a mapping of their own.
// From those bits the sort can be run again to the same point at any time, so going back in time needs nothing else.
// The order of comparisons is glibc's: a merge sort that halves downwards.

import { PROT } from "../mem/layout.ts";
import { pageCeil } from "../os/address-space.ts";
import type { LibcCall, LibcFunction, LibcResult } from "./call.ts";

/** Yields pairs of elements to compare, is told whether the first may stay first; returns the sorted order of indices. */
function* mergeSort(indices: readonly number[]): Generator<readonly [number, number], readonly number[], boolean> {
  if (indices.length <= 1) return indices;
  const half = Math.floor(indices.length / 2);
  const left = yield* mergeSort(indices.slice(0, half));
  const right = yield* mergeSort(indices.slice(half));
  const merged: number[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const stays = yield [left[l]!, right[r]!];
    merged.push(stays ? left[l++]! : right[r++]!);
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
}

type Sort = ReturnType<typeof mergeSort>;

/** The last sort and how far it is: spares running it again as long as nobody travels. */
interface Cached {
  readonly sort: Sort;
  readonly bits: number;
  readonly asked: number;
  /** Depends on each answer given so far. */
  readonly digest: bigint;
}
const cached = new WeakMap<object, Cached>();

const nextDigest = (digest: bigint, stays: boolean): bigint =>
  BigInt.asUintN(60, (digest ^ (stays ? 3n : 5n)) * 0x100000001b3n);

/** More elements than this cannot be compared in any patience. */
const ELEMENT_LIMIT = 2 ** 22;

/** The sort after `asked` answers, from the cache or by giving it the recorded answers again. */
function sortAt(call: LibcCall, bits: number, count: number, asked: number, digest: bigint): Sort {
  const known = cached.get(call.libc);
  if (known && known.bits === bits && known.asked === asked && known.digest === digest) return known.sort;
  const sort = mergeSort(Array.from({ length: count }, (_, k) => k));
  sort.next();
  const answers = call.program.memory.peek(bits, Math.ceil(asked / 8));
  // The answer to the last question is the one that is about to come.
  for (let k = 0; k < asked; k++) sort.next(((answers[k >> 3]! >> (k & 7)) & 1) === 1);
  return sort;
}

const bitmapBytes = (count: number): number => pageCeil(Math.ceil((count * Math.ceil(Math.log2(count) + 1)) / 8) + 8);

function startSort(call: LibcCall): LibcResult {
  const array = call.args.pointer();
  const count = call.args.unsignedLong();
  const sizeBytes = call.args.unsignedLong();
  const compare = call.args.pointer();
  const argument = call.name === "qsort_r" ? call.args.pointer() : 0n;
  if (count <= 1n || sizeBytes === 0n) return undefined;
  if (count > BigInt(ELEMENT_LIMIT)) return undefined;
  const mappedBytes = bitmapBytes(Number(count));
  const start = call.kernel.space.findGap(mappedBytes);
  const mapping = { sizeBytes: mappedBytes, requestedBytes: mappedBytes, protection: PROT.read | PROT.write };
  if (start === undefined || !call.kernel.space.map({ ...mapping, start, purpose: "libc", name: "[libc qsort]" }))
    return undefined;
  const sort = mergeSort(Array.from({ length: Number(count) }, (_, k) => k));
  return ask(call, sort, [array, count, sizeBytes, compare, BigInt(start), 0n, 1n, argument]);
}

type Kept = readonly [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

function ask(call: LibcCall, sort: Sort, kept: Kept, answer?: boolean): LibcResult {
  const [array, count, sizeBytes, compare, bits, asked, digest, argument] = kept;
  const step = answer === undefined ? sort.next() : sort.next(answer);
  if (step.done) {
    finish(call, array, Number(sizeBytes), step.value);
    call.kernel.space.unmap(Number(bits), bitmapBytes(Number(count)));
    return undefined;
  }
  cached.set(call.libc, { sort, bits: Number(bits), asked: Number(asked), digest });
  const [left, right] = step.value;
  const pair = [array + BigInt(left) * sizeBytes, array + BigInt(right) * sizeBytes];
  const args = call.name === "qsort_r" ? [...pair, argument] : pair;
  return { kind: "call-back", target: compare, args, keep: kept };
}

function resumeSort(call: LibcCall, kept: readonly bigint[], result: number): LibcResult {
  const [array, count, sizeBytes, compare, bits, asked, digest, argument] = kept as unknown as Kept;
  const sort = sortAt(call, Number(bits), Number(count), Number(asked), digest);
  const stays = result <= 0;
  const at = Number(bits) + Math.floor(Number(asked) / 8);
  const byte = call.program.memory.load(at, 1);
  const bit = 1n << (asked % 8n);
  call.program.memory.store(at, 1, stays ? byte | bit : byte & ~bit);
  return ask(
    call,
    sort,
    [array, count, sizeBytes, compare, bits, asked + 1n, nextDigest(digest, stays), argument],
    stays,
  );
}

/** Puts the elements into their order. */
function finish(call: LibcCall, array: bigint, sizeBytes: number, order: readonly number[]): void {
  const before = call.program.read(array, order.length * sizeBytes);
  const after = new Uint8Array(before.length);
  for (const [k, from] of order.entries())
    after.set(before.subarray(from * sizeBytes, (from + 1) * sizeBytes), k * sizeBytes);
  call.program.write(array, after);
}

function search(key: bigint, array: bigint, sizeBytes: bigint, compare: bigint, low: bigint, high: bigint): LibcResult {
  if (low >= high) return 0n;
  const element = array + ((low + high) / 2n) * sizeBytes;
  return {
    kind: "call-back",
    target: compare,
    args: [key, element],
    keep: [key, array, sizeBytes, compare, low, high],
  };
}

const bsearch: LibcFunction = {
  run(call) {
    const key = call.args.pointer();
    const array = call.args.pointer();
    const count = call.args.unsignedLong();
    const sizeBytes = call.args.unsignedLong();
    return search(key, array, sizeBytes, call.args.pointer(), 0n, count);
  },
  resume(_call, kept, result) {
    const [key, array, sizeBytes, compare, low, high] = kept as unknown as readonly [
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    const middle = (low + high) / 2n;
    if (result === 0) return array + middle * sizeBytes;
    return result < 0
      ? search(key, array, sizeBytes, compare, low, middle)
      : search(key, array, sizeBytes, compare, middle + 1n, high);
  },
};

const qsort: LibcFunction = { run: startSort, resume: resumeSort };

export const sortFunctions = { qsort, qsort_r: qsort, bsearch };
