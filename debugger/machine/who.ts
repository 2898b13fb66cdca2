// Who last wrote some bytes: the instruction, when, and what was there before. Found by going back with a watchpoint, so
// nothing is recorded while the program runs.

import { lineageOf } from "./lineage.ts";
import type { Machine } from "./machine.ts";

/** Work on the past, in pieces of some milliseconds: yields between them. */
export type Look<Result> = Generator<undefined, Result>;

export interface Write {
  /** "debugger": it was changed by hand before the instruction. */
  readonly by: "program" | "debugger";
  /** The instruction; the `syscall` or call of a libc function that wrote for the program. */
  readonly pc: number;
  /** Retired count before it. */
  readonly time: number;
  /** The bytes before it; fewer where they were not mapped yet. */
  readonly before: Uint8Array;
}

/**
 * The last write to any byte of [address, address + sizeBytes) before now, by the process that has the turn or one that it
 * came from, or to memory that it shares; undefined when there was none. Moves the machine, and takes its watchpoints.
 */
export function* lastWrite(machine: Machine, address: number, sizeBytes: number): Look<Write | undefined> {
  const change = lastChange(machine, address, sizeBytes);
  const write = yield* lastWatched(machine, address, sizeBytes);
  if (change === undefined || (write && write.time >= change.time)) return write;
  machine.travel(change.time);
  const before = machine.memory.peek(address, sizeBytes).slice();
  change.before.forEach((byte, index) => {
    const at = change.address + index - address;
    if (at >= 0 && at < before.length) before[at] = byte;
  });
  return { by: "debugger", pc: Number(machine.state.rip), time: change.time, before };
}

interface MemoryChange {
  readonly time: number;
  readonly address: number;
  readonly before: Uint8Array;
}

/** The last change by hand of any of these bytes. */
function lastChange({ changes, processId }: Machine, address: number, sizeBytes: number): MemoryChange | undefined {
  for (const change of [...changes].reverse()) {
    const { what, time } = change;
    if (!("address" in what) || change.processId !== processId) continue;
    if (what.address < address + sizeBytes && address < what.address + what.before.length) return { time, ...what };
  }
  return undefined;
}

function* lastWatched(machine: Machine, address: number, sizeBytes: number): Look<Write | undefined> {
  const isOwn = lineageOf(machine);
  const isShared = machine
    .mappings()
    .some((mapping) => mapping.shared && address >= mapping.start && address < mapping.start + mapping.sizeBytes);
  machine.watchpoints = [{ address, sizeBytes, access: "write" }];
  for (;;) {
    const stop = machine.reverseSome(({ kind }) => kind === "watch" && (isShared || isOwn()));
    if (stop.kind === "watch")
      return {
        by: "program",
        pc: stop.pc,
        time: machine.time,
        before: machine.memory.peek(address, sizeBytes).slice(),
      };
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
