// Data breakpoints: which accesses of instructions, kernel and libc touch watched bytes. Reads stop before the instruction,
// writes after it, so that the person sees the old value's owner or the new value.

import type { Observer } from "../cpu/core.ts";
import { PAGE_BYTES } from "../mem/layout.ts";
import type { Guards } from "../mem/memory.ts";
import type { MachineEvent } from "../os/events.ts";
import type { Watchpoint } from "./machine.ts";

/** A watched access that is about to happen or, for events, has happened. */
export interface WatchHit {
  readonly address: number;
  readonly sizeBytes: number;
  readonly access: "read" | "write";
  /** All watchpoints that it touches; address and size are the first one's. */
  readonly points: readonly Watchpoint[];
}

/** The watchpoints that an access touches. */
export function watchHit(
  watchpoints: readonly Watchpoint[],
  address: number,
  sizeBytes: number,
  access: "read" | "write",
): WatchHit | undefined {
  const points = watchpoints.filter(
    (candidate) =>
      address < candidate.address + candidate.sizeBytes &&
      candidate.address < address + sizeBytes &&
      (candidate.access === "readWrite" || candidate.access === access),
  );
  return hitOf(points, access);
}

/** The hit on these, which may be none. */
export function hitOf(points: readonly Watchpoint[], access: "read" | "write"): WatchHit | undefined {
  const [first] = points;
  return first && { address: first.address, sizeBytes: first.sizeBytes, access, points };
}

/** The instant whose watched access was stopped at already, and whether its write was. */
export interface PassedAccess {
  readonly time: number;
  readonly write: "to come" | "passed";
}

export const NOTHING_PASSED: PassedAccess = { time: -1, write: "to come" };

/** Of a hit, what was not stopped at: for an instruction that was stopped at before it read, what only writing counts for. */
export function unpassed(hit: WatchHit, passed: PassedAccess, time: number): WatchHit | undefined {
  if (passed.time !== time) return hit;
  if (passed.write === "passed" || hit.access === "read") return undefined;
  const points = hit.points.filter(({ access }) => access === "write");
  return hitOf(points, "write");
}

/** The access that an event tells of, when it touches a watchpoint. */
export function eventHit(watchpoints: readonly Watchpoint[], event: MachineEvent): WatchHit | undefined {
  if (event.kind === "kernel-write") return watchHit(watchpoints, event.address, event.sizeBytes, "write");
  if (event.kind === "libc-access") return watchHit(watchpoints, event.address, event.sizeBytes, event.access);
  return undefined;
}

/** The pages that watchpoints lie on. */
export function guardsOf(watchpoints: readonly Watchpoint[]): Guards {
  const guards = { reads: new Set<number>(), writes: new Set<number>() };
  for (const { address, sizeBytes, access } of watchpoints) {
    const last = Math.floor((address + sizeBytes - 1) / PAGE_BYTES);
    for (let page = Math.floor(address / PAGE_BYTES); page <= last; page++) {
      if (access !== "read") guards.writes.add(page);
      if (access !== "write") guards.reads.add(page);
    }
  }
  return guards;
}

/** The checker's observer and data breakpoints as one; undefined when nobody watches. */
export function combineObservers(
  checker: Observer | undefined,
  watchpoints: readonly Watchpoint[],
  onHit: (hit: WatchHit) => "stop" | undefined,
): Observer | undefined {
  if (watchpoints.length === 0) return checker;
  const { before, access: checkAccess, after } = checker ?? {};
  return {
    ...(checker ? {} : { isForGuards: true }),
    // Accesses to guarded pages leave translated code, so the checker's own way through it stays open.
    ...(checker?.inline ? { inline: checker.inline } : {}),
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    access(address, sizeBytes, access) {
      const hit = watchHit(watchpoints, address, sizeBytes, access);
      // Watched first: the checker takes note of a write it lets pass, and must not be asked about one that waits.
      if (hit && onHit(hit) === "stop") return "stop";
      return checkAccess?.(address, sizeBytes, access);
    },
  };
}
