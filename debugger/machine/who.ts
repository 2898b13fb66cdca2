// Who last wrote some bytes: the instruction, when, and what was there before. Found by going back with a watchpoint, so
// nothing is recorded while the program runs.

import type { Machine } from "./machine.ts";

/** Work on the past, in pieces of some milliseconds: yields between them. */
export type Look<Result> = Generator<undefined, Result>;

export interface Write {
  /** The instruction; the `syscall` or call of a libc function that wrote for the program. */
  readonly pc: number;
  /** Retired count before it. */
  readonly time: number;
  /** The bytes before it; fewer where they were not mapped yet. */
  readonly before: Uint8Array;
}

/** The last write to any byte of [address, address + sizeBytes) before now; undefined when there was none. Moves the machine. */
export function* lastWrite(machine: Machine, address: number, sizeBytes: number): Look<Write | undefined> {
  machine.watchpoints = [{ address, sizeBytes, access: "write" }];
  for (;;) {
    const stop = machine.reverseSome();
    if (stop.kind === "watch")
      return { pc: stop.pc, time: machine.time, before: machine.memory.peek(address, sizeBytes).slice() };
    if (stop.kind !== "budget") return undefined;
    yield undefined;
  }
}

/** The same at once; the machine stands afterwards where it stood. */
export function whoWrote(machine: Machine, address: number, sizeBytes: number): Write | undefined {
  const { time, watchpoints, breakpoints } = machine;
  machine.breakpoints = new Set();
  try {
    const look = lastWrite(machine, address, sizeBytes);
    let step = look.next();
    while (!step.done) step = look.next();
    return step.value;
  } finally {
    machine.watchpoints = watchpoints;
    machine.breakpoints = breakpoints;
    machine.travel(time);
  }
}
