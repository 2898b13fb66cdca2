// Which instruction destroyed the last pointer to a leaked block. A block that nothing reaches any more stays unreachable, so
// the moment is found by halving: travel, ask the checker what is lost there. The machine stands afterwards where it stood.

import type { Finding } from "../check/finding.ts";
import type { Machine } from "./machine.ts";

export interface Loss {
  /** The instruction after which nothing pointed to the block. */
  readonly pc: number;
  /** Retired count before it. */
  readonly time: number;
}

const UNREACHABLE = new Set<Finding["kind"]>(["leak-definite", "leak-indirect"]);

const isLost = (machine: Machine, address: number): boolean =>
  machine.findLeaks().some((one) => one.address === address && UNREACHABLE.has(one.kind));

/**
 * Where the last pointer to the live block at `address` was lost; undefined when it is still reachable, or was until the
 * process ended. `allocatedAt` is the retired count of its allocation.
 */
export function lastPointerLost(machine: Machine, address: number, allocatedAt: number): Loss | undefined {
  const now = machine.time;
  try {
    // The end itself may lie inside libc's exit: the instruction before it is the last of the program's own.
    let [low, high] = [allocatedAt + 1, machine.ended === undefined ? now : now - 1];
    if (high < low) return undefined;
    machine.travel(high);
    if (!isLost(machine, address)) return undefined;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      machine.travel(middle);
      if (isLost(machine, address)) high = middle;
      else low = middle + 1;
    }
    machine.travel(high - 1);
    return { pc: Number(machine.state.rip), time: high - 1 };
  } finally {
    machine.travel(now);
  }
}
