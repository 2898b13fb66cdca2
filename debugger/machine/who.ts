// Who last wrote some bytes: the instruction, when, and what was there before. Found by going back with a watchpoint, so
// nothing is recorded while the program runs. The machine stands afterwards where it stood.

import type { Machine } from "./machine.ts";

export interface Writer {
  /** The instruction; the `syscall` or call of a libc function that wrote for the program. */
  readonly pc: number;
  /** Retired count before it. */
  readonly time: number;
  /** The bytes before it; fewer where they were not mapped yet. */
  readonly before: Uint8Array;
}

/** The last write to any byte of [address, address + sizeBytes); undefined when nothing has written there since the start. */
export function whoWrote(machine: Machine, address: number, sizeBytes: number): Writer | undefined {
  const { time, watchpoints, breakpoints } = machine;
  machine.watchpoints = [{ address, sizeBytes, access: "write" }];
  machine.breakpoints = new Set();
  try {
    const stop = machine.reverse();
    if (stop.kind !== "watch") return undefined;
    return { pc: stop.pc, time: machine.time, before: machine.memory.peek(address, sizeBytes).slice() };
  } finally {
    machine.watchpoints = watchpoints;
    machine.breakpoints = breakpoints;
    machine.travel(time);
  }
}
