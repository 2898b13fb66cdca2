// Leaks: which blocks can still be reached when the program ends. Pointers are looked for at every byte offset of what the
// program can still see: registers, the stack above rsp, writable sections, mappings; then through the blocks themselves.

import { PROT } from "../mem/layout.ts";
import type { Mapping } from "../os/events.ts";
import { arenaHolding, blockHolding, blocksIn, piecesOf } from "./blocks.ts";
import { bytesText, type Context, hex } from "./context.ts";
import type { HeapBlock, Leak } from "./finding.ts";
import { placeText } from "./program-map.ts";
import type { Found } from "./recorder.ts";

/** How a block is reached, best last. */
type Reach = "lost" | "interior" | "start";

const RSP = 4;
/** Largest region that is searched byte by byte; what lies beyond is not looked at. */
const SCAN_LIMIT_BYTES = 256 << 20;

interface Search {
  readonly context: Context;
  /** Ascending by address; an arena stands in front of its pieces. */
  readonly live: readonly HeapBlock[];
  readonly reach: Map<HeapBlock, Reach>;
  readonly queue: HeapBlock[];
  readonly wordBytes: number;
  /** Bit n: register n holds nothing of the program's any more. */
  readonly lost: number;
}

function noteBlock(search: Search, block: HeapBlock | undefined, address: number, limit: Reach): void {
  if (block === undefined || block.state !== "live") return;
  const reach: Reach = limit === "interior" || address !== block.address ? "interior" : "start";
  const known = search.reach.get(block) ?? "lost";
  if (known === "start" || known === reach) return;
  search.reach.set(block, reach);
  search.queue.push(block);
}

function noteAddress(search: Search, address: number, limit: Reach): void {
  const { blocks } = search.context.owners;
  noteBlock(search, blockHolding(blocks, address), address, limit);
  if (blocks.arenas.length > 0) noteBlock(search, arenaHolding(blocks, address), address, limit);
}

/** Looks for addresses of blocks in a range, at every `stepBytes` offset. */
function scan(search: Search, start: number, sizeBytes: number, limit: Reach, stepBytes = 1): void {
  const first = search.live[0]!.address;
  const last = search.live.at(-1)!.address + search.live.at(-1)!.sizeBytes;
  const bytes = search.context.options.memory.peek(start, Math.min(sizeBytes, SCAN_LIMIT_BYTES));
  eachWord(bytes, search.wordBytes, (address, at) => {
    if (address >= first && address <= last && at % stepBytes === 0) noteAddress(search, address, limit);
  });
}

/** What registers hold for the program: of the thread that runs, and of those that wait. */
function heldByRegisters({ options, owners }: Context, lost: number): number[] {
  const { state, core, waitingThreads } = options;
  const held = waitingThreads().flat();
  for (let index = 0; index < (core.bits === 64 ? 16 : 8); index++)
    if (!owners.destroyed.has(index) && (lost & (1 << index)) === 0) held.push(Number(state.gpr(index)));
  return held;
}

/** Where the part of the process's own stack begins that is in use, by whichever thread. */
function usedStack({ options: { state, stack, waitingThreads } }: Context): number {
  const pointers = [Number(state.gpr(RSP)), ...waitingThreads().map((registers) => registers[RSP]!)];
  return Math.min(stack.high, ...pointers.filter((one) => one >= stack.low && one < stack.high));
}

function scanRoots(search: Search): void {
  const { stack, mappings } = search.context.options;
  for (const value of heldByRegisters(search.context, search.lost)) noteAddress(search, value, "start");
  const used = usedStack(search.context);
  // What the kernel has put there is no packed data: its small numbers, read across two of them, are addresses of a large heap.
  const own = Math.max(used, stack.initialPointer);
  scan(search, used, own - used, "start");
  scan(search, own, stack.high - own, "start", search.wordBytes);
  for (const mapping of mappings()) {
    const isRoot = ["segment", "mmap", "brk", "file", "thread"].includes(mapping.purpose);
    if (!isRoot || (mapping.protection & PROT.write) === 0) continue;
    scanBetween(search, mapping.start, mapping.sizeBytes, "start");
  }
}

/** Blocks of the program's own allocator lie inside its arena: they are searched only when they are reached. */
function scanBetween(search: Search, start: number, sizeBytes: number, limit: Reach): void {
  let from = start;
  const end = start + sizeBytes;
  for (const block of blocksIn(search.context.owners.blocks, start, sizeBytes)) {
    if (block.address > from) scan(search, from, block.address - from, limit);
    from = Math.max(from, block.address + block.sizeBytes);
  }
  if (from < end) scan(search, from, end - from, limit);
}

function follow(search: Search): void {
  while (search.queue.length > 0) {
    const block = search.queue.pop()!;
    const reach = search.reach.get(block)!;
    const { blocks } = search.context.owners;
    if (blocks.arenas.length === 0 || arenaHolding(blocks, block.address) !== block) {
      scan(search, block.address, block.sizeBytes, reach);
      continue;
    }
    scanBetween(search, block.address, block.sizeBytes, reach);
    // A block with a header of the program's own: who knows the header knows the block.
    const [piece, ...more] = piecesOf(blocks, block).filter(({ state }) => state === "live");
    if (piece !== undefined && more.length === 0) noteBlock(search, piece, piece.address, reach);
  }
}

/**
 * Blocks that only lost blocks point to; of a ring the one at the lowest address is not. Two passes over all lost blocks: where
 * the first had to begin anew, the second does so in the opposite order. What leads to a beginning began later, so that the
 * second pass comes to it from there.
 */
function reachedFromLost(search: Search, isTold: (block: HeapBlock) => boolean): Set<HeapBlock> {
  const lost = search.live.filter((block) => !search.reach.has(block) && isTold(block));
  const beginnings = (candidates: readonly HeapBlock[]): HeapBlock[] => {
    const reach = new Map<HeapBlock, Reach>([...search.reach.keys()].map((block) => [block, "start"]));
    return candidates.filter((block) => {
      if (reach.has(block)) return false;
      reach.set(block, "start");
      follow({ ...search, reach, queue: [block] });
      return true;
    });
  };
  const direct = new Set(beginnings(beginnings(lost).reverse()));
  return new Set(lost.filter((block) => !direct.has(block)));
}

/** What is lost for certain comes first: there may be more leaks than are kept. */
export const whatPointsTo = {
  "leak-definite": "nothing points to it any more",
  "leak-indirect": "only a lost block points to it",
  "leak-possible": "only pointers into its middle are left",
  "leak-reachable": "something still points to it",
} as const;

const wereText = (count: number): string => (count === 1 ? "was" : "were");

/** Functions of the program that allocate, when none of its functions frees: an arena that is given back as a whole. */
function allocatorsWithoutFree({ program }: Context): ReadonlySet<string> {
  const rows = [...program.allocators.values()];
  return new Set(rows.some(({ role }) => role === "free") ? [] : rows.map((row) => row.function));
}

/** Which live blocks can still be reached, and how. */
function reachable(context: Context, live: readonly HeapBlock[], lost: number): Search {
  const search: Search = { context, live, reach: new Map(), queue: [], wordBytes: context.options.core.bits / 8, lost };
  scanRoots(search);
  follow(search);
  return search;
}

function liveBlocks({ owners }: Context): HeapBlock[] {
  const { arenas, list } = owners.blocks;
  const live = [...arenas, ...list].filter((block) => block.state === "live");
  return arenas.length === 0 ? live : live.sort((one, other) => one.address - other.address);
}

/** Whether nothing leads to the live block at an address any more, as `searchLeaks` would tell, and much cheaper. */
export function isUnreachable(context: Context, address: number): boolean {
  const live = liveBlocks(context);
  const block = live.filter((one) => one.address === address).at(-1);
  if (block === undefined || allocatorsWithoutFree(context).has(block.by)) return false;
  return !reachable(context, live, 0).reach.has(block);
}

/** The blocks that are not freed, by kind and then by address. `lost` are the registers that count no more. */
export function leakedBlocks(context: Context, lost = 0): Leak[] {
  const live = liveBlocks(context);
  if (live.length === 0) return [];
  const { blocks } = context.owners;
  const neverFreed = allocatorsWithoutFree(context);
  const search = reachable(context, live, lost);
  const isOwed = ({ state, by }: HeapBlock): boolean => state === "live" && !neverFreed.has(by);
  // Of an arena whose pieces are told nothing more is said: who frees them frees what they were cut from.
  const isTold = (block: HeapBlock): boolean =>
    isOwed(block) && (arenaHolding(blocks, block.address) !== block || !piecesOf(blocks, block).some(isOwed));
  const indirect = reachedFromLost(search, isTold);
  const kindOf = (block: HeapBlock): Leak["kind"] => {
    const reach = search.reach.get(block);
    if (reach === undefined || reach === "lost") return indirect.has(block) ? "leak-indirect" : "leak-definite";
    return reach === "start" ? "leak-reachable" : "leak-possible";
  };
  const leaks = live.filter(isTold).map((block) => ({ block, kind: kindOf(block) }));
  return Object.keys(whatPointsTo).flatMap((kind) => leaks.filter((leak) => leak.kind === kind));
}

/** What a leak is, in a sentence. */
export const leakText = ({ kind, block: { sizeBytes, address } }: Leak): string =>
  `${bytesText(sizeBytes)} at ${hex(address)} ${wereText(sizeBytes)} never freed: ${whatPointsTo[kind]}.`;

const whatToDo: Readonly<Record<Leak["kind"], string>> = {
  "leak-definite": "Call free with the block's address before the last pointer to it is gone.",
  "leak-indirect": "It is lost with the block that points to it: free what a block points to, then the block itself.",
  "leak-possible":
    "Where the program can get at the block's start from there, nothing is lost; else keep the address that free wants.",
  "leak-reachable": "Call free with the block's address before the program ends.",
};

/** A finding for each block that is not freed. `pc` and `time` are where the process ends. */
export const searchLeaks = (context: Context, pc: number, time: number, lost = 0): Found[] =>
  leakedBlocks(context, lost).map((leak) => ({
    kind: leak.kind,
    message: () => leakText(leak),
    details: () => [
      `Block #${leak.block.id}, allocated by ${leak.block.by} at ${placeText(context.program, leak.block.allocated.pc)}.`,
      whatToDo[leak.kind],
    ],
    pc,
    time,
    address: leak.block.address,
    sizeBytes: leak.block.sizeBytes,
    related: () => [{ what: "allocated", ...leak.block.allocated }],
    object: `block ${leak.block.id}`,
  }));

/** Mappings of the program's own that something outside of them points into. */
function pointedMappings(context: Context, candidates: readonly Mapping[], lost: number): Set<Mapping> {
  const { stack, memory, mappings, core } = context.options;
  const pointed = new Set<Mapping>();
  const all = wholes(candidates);
  const wholeOf = new Map(all.flatMap((whole) => whole.map((part) => [part, whole] as const)));
  const settled = new Set<readonly Mapping[]>();
  const note = (value: number, from: Mapping | undefined): void => {
    const found = mappingAt(candidates, value);
    if (found === undefined || found === from) return;
    pointed.add(found);
    settled.add(wholeOf.get(found)!);
  };
  for (const value of heldByRegisters(context, lost)) note(value, undefined);
  const low = Math.min(...candidates.map(({ start }) => start));
  const high = Math.max(...candidates.map(endOf));
  const scanFor = (start: number, sizeBytes: number, from: Mapping | undefined): void => {
    const bytes = memory.peek(start, Math.min(sizeBytes, SCAN_LIMIT_BYTES));
    eachWord(bytes, core.bits / 8, (value) => {
      if (value >= low && value < high) note(value, from);
    });
  };
  const used = usedStack(context);
  scanFor(used, stack.high - used, undefined);
  for (const { protection, purpose, start, sizeBytes } of mappings())
    if ((protection & PROT.write) !== 0 && ["segment", "thread"].includes(purpose))
      scanFor(start, sizeBytes, undefined);
  // Mostly the program's variables hold them, and its own mappings, which can be large, need not be searched.
  for (const mapping of candidates)
    if (settled.size < all.length && (mapping.protection & PROT.write) !== 0)
      scanFor(mapping.start, mapping.sizeBytes, mapping);
  for (const { state: is, address, sizeBytes } of context.owners.blocks.list)
    if (is === "live") scanFor(address, sizeBytes, mappingAt(candidates, address));
  return pointed;
}

/** The one that an address lies in or, for the break, right behind; they ascend. */
function mappingAt(mappings: readonly Mapping[], address: number): Mapping | undefined {
  let [low, high] = [0, mappings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(mappings[middle]!) <= address) low = middle + 1;
    else high = middle;
  }
  const found = mappings[low];
  return found !== undefined && found.start <= address ? found : undefined;
}

/** What one mmap has given, cut by mprotect or grown by mremap as it may be since; mappings ascend. */
function wholes(all: readonly Mapping[]): Mapping[][] {
  const found: Mapping[][] = [];
  for (const mapping of all) {
    const before = found.at(-1)?.at(-1);
    const isPart =
      before !== undefined &&
      before.start + before.sizeBytes === mapping.start &&
      (mapping.continues || (before.time === mapping.time && before.pc === mapping.pc));
    if (isPart) found.at(-1)!.push(mapping);
    else found.push([mapping]);
  }
  return found;
}

/** What mmap and brk have given that is still there and that nothing points to, each with its whole requested size. */
export function lostMappings(context: Context, lost = 0): Mapping[] {
  const all = context.options
    .mappings()
    .filter(({ purpose, pc: maker }) => (purpose === "mmap" || purpose === "brk") && maker !== 0);
  if (all.length === 0) return [];
  const pointed = pointedMappings(context, all, lost);
  return wholes(all)
    .filter((parts) => !parts.some((part) => pointed.has(part)))
    .map((parts) => ({ ...parts[0]!, requestedBytes: parts.reduce((sum, part) => sum + part.requestedBytes, 0) }));
}

/** The same in a sentence. */
export const lostMappingText = ({ purpose, start, requestedBytes }: Mapping): string =>
  `${bytesText(requestedBytes)} ${purpose === "brk" ? "taken by brk" : "mapped"} at ${hex(start)} ${wereText(requestedBytes)} never unmapped, and nothing points to them any more.`;

/** A finding for each of them. */
export const searchMappings = (context: Context, pc: number, time: number, lost = 0): Found[] =>
  lostMappings(context, lost).map((mapping) => ({
    kind: "leak-mapping",
    message: lostMappingText(mapping),
    details: [
      mapping.purpose === "brk"
        ? `The break was moved at ${placeText(context.program, mapping.pc)}.`
        : `Mapped by mmap at ${placeText(context.program, mapping.pc)}.`,
      mapping.purpose === "brk"
        ? "Move the break back to where it was when the memory is not needed any more."
        : "Give the address and the length to munmap when the memory is not needed any more.",
    ],
    pc,
    time,
    address: mapping.start,
    sizeBytes: mapping.requestedBytes,
    related: [{ what: "mapped", pc: mapping.pc, time: mapping.time }],
    object: hex(mapping.start),
  }));

/** The break itself is a pointer to its memory: who keeps it knows where the next piece begins. */
const endOf = ({ purpose, start, sizeBytes }: Mapping): number => start + sizeBytes + (purpose === "brk" ? 1 : 0);

/** Every address-sized number at any byte offset, but for 0. */
function eachWord(bytes: Uint8Array, wordBytes: number, visit: (value: number, at: number) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isZero = (at: number): boolean => (view.getInt32(at) | view.getInt32(at + 4)) === 0;
  for (let at = 0; at + wordBytes <= bytes.length; at++) {
    // Most memory is zero. Eight offsets at once: the words that begin there lie in these sixteen bytes.
    while (at + 16 <= bytes.length && isZero(at) && isZero(at + 8)) at += 8;
    const low = view.getUint32(at, true);
    const high = wordBytes === 8 ? view.getUint32(at + 4, true) : 0;
    if (low !== 0 || high !== 0) visit(high * 2 ** 32 + low, at);
  }
}
