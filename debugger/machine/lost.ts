// Which instruction destroyed the last pointer to a leaked block. A block that nothing reaches any more stays unreachable, so
// the moment is found by travelling, asking the checker, and halving. The machine stands afterwards where it stood.

import type { Finding, HeapBlock, Leak } from "../check/finding.ts";
import { type Instants, lineageOf, ownInstants } from "./lineage.ts";
import type { Machine } from "./machine.ts";
import type { Look } from "./who.ts";

export interface Loss {
  /** The instruction after which nothing pointed to the block. */
  readonly pc: number;
  /** Retired count before it. */
  readonly time: number;
}

/** Kinds of leaks that nothing points to. */
export const UNREACHABLE: ReadonlySet<Finding["kind"]> = new Set(["leak-definite", "leak-indirect"]);

/** Instants between an allocation and the first look at its block; the distance grows from look to look. */
const FIRST_LOOK = 16;
const GROWTH = 8;

/**
 * Index of the first of these instants at which the block is lost; undefined when it is at none. Most blocks are lost soon, so
 * the search begins there. The machine stands anywhere.
 */
function firstLost(machine: Machine, address: number, instants: Instants): number | undefined {
  const high = instants.count - 1;
  let first = 0;
  let last = 0;
  for (let step = FIRST_LOOK; ; step *= GROWTH) {
    last = Math.min(first + step, high);
    machine.travel(instants.at(last));
    if (machine.isUnreachable(address)) break;
    if (last === high) return undefined;
    first = last + 1;
  }
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    machine.travel(instants.at(middle));
    if (machine.isUnreachable(address)) last = middle;
    else first = middle + 1;
  }
  return first;
}

/**
 * The loss itself; undefined when the block was reachable until its process ended. The machine stands anywhere; `isOwn` tells
 * at an instant whether the block's process has the turn.
 */
export function lossOf(
  machine: Machine,
  address: number,
  allocatedAt: number,
  { high, isOwn }: { readonly high: number; readonly isOwn: () => boolean },
): Loss | undefined {
  const instants = ownInstants(machine, isOwn, allocatedAt, high);
  if (instants.count < 2) return undefined;
  // The allocation itself is the first one: the block may be lost behind it.
  const lostAt = firstLost(machine, address, { count: instants.count - 1, at: (index) => instants.at(index + 1) });
  if (lostAt === undefined) return undefined;
  const time = instants.at(lostAt);
  machine.travel(time);
  const pc = Number(machine.state.rip);
  // In a function of libc: the program's own instruction is the call that has just got there.
  const call = machine.calls.at(-1);
  const isInLibc = call?.target === pc && machine.image.stubs.some(({ address }) => address === pc);
  return isInLibc ? { pc: call.callSite, time: time - 1 } : { pc, time };
}

/** The end itself may lie inside libc's exit: the instruction before it is the last of the program's own. */
export const lastInstant = ({ ended, time }: Machine): number => (ended === undefined ? time : time - 1);

/**
 * Where the last pointer to the live block at `address` was lost; undefined when it is still reachable, or was until the
 * process ended. `allocatedAt` is the retired count of its allocation.
 */
export function lastPointerLost(machine: Machine, address: number, allocatedAt: number): Loss | undefined {
  const now = machine.time;
  const past = { high: lastInstant(machine), isOwn: lineageOf(machine) };
  try {
    return lossOf(machine, address, allocatedAt, past);
  } finally {
    machine.travel(now);
  }
}

/** Leaks whose loss is searched for at the most. */
export const LEAKS_SEARCHED = 10;

/** Instructions that may be run again for one sort of question, about. */
const REPLAYED_LIMIT = 20_000_000;
/** A finding that comes again costs about as much as this many instructions. */
const REPEATED_COST = 300;
/** And an allocation. */
const ALLOCATION_COST = 3000;

/** Of how many things can be asked, `most` at most, so that going back for them takes no long time. */
export function affordable({ time, findings, heapTotals }: Machine, most: number): number {
  const repeats = findings.reduce((sum, { count }) => sum + count, 0);
  const cost = time + repeats * REPEATED_COST + heapTotals.allocations * ALLOCATION_COST;
  return Math.min(most, Math.floor(REPLAYED_LIMIT / Math.max(1, cost)));
}

/** Losses of blocks that are leaked now, by address: of the first few. Moves the machine. */
export function* lossesSoFar(machine: Machine, leaks: readonly Leak[]): Look<ReadonlyMap<number, Loss>> {
  const past = { high: lastInstant(machine), isOwn: lineageOf(machine) };
  const losses = new Map<number, Loss>();
  const searched = leaks.filter(({ kind }) => UNREACHABLE.has(kind)).slice(0, affordable(machine, LEAKS_SEARCHED));
  for (const { block } of searched) {
    const loss = lossOf(machine, block.address, block.allocated.time, past);
    if (loss !== undefined) losses.set(block.address, loss);
    yield undefined;
  }
  return losses;
}

/** As `lastPointerLost`, for whoever puts the machine back: where the last pointer to a live block was lost so far. */
export function* lossOfBlock(machine: Machine, block: HeapBlock): Look<Loss | undefined> {
  yield undefined;
  if (block.state === "freed") return undefined;
  const past = { high: lastInstant(machine), isOwn: lineageOf(machine) };
  return lossOf(machine, block.address, block.allocated.time, past);
}
