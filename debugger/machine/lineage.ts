// Whose past an instant belongs to, where several processes take turns: that of the process that has the turn now goes back
// through its own instants, and before its beginning through those of the processes that it came from.

import type { Machine } from "./machine.ts";

/**
 * Asked at an earlier instant: does the process that was current when this was made, or one that it came from, have the turn?
 * Threads of one process have one past.
 */
export function lineageOf(machine: Machine): () => boolean {
  const tasks = machine.tasks();
  const chain: number[] = [];
  for (let id: number | undefined = machine.processId; id !== undefined && !chain.includes(id); ) {
    chain.push(id);
    const owner: number = id;
    id = tasks.find((task) => task.id === owner)?.parentId;
  }
  return () => {
    const { processId } = machine;
    if (processId === chain[0]) return true;
    const alive = new Set(machine.tasks().map((task) => task.processId));
    const youngest = chain.find((id) => alive.has(id));
    // Where a process between them has ended, nobody knows any more who made whom.
    return youngest === undefined || youngest === processId;
  };
}

/** Some instants of a run, in order. */
export interface Instants {
  readonly count: number;
  at(index: number): number;
}

/** The instants from `start` to `end`, both included, that `isOwn` is true of. Moves the machine. */
export function ownInstants(machine: Machine, isOwn: () => boolean, start: number, end: number): Instants {
  if (machine.switching.count === 0) return { count: Math.max(0, end - start + 1), at: (index) => start + index };
  machine.travel(start);
  let since = isOwn() ? machine.time : undefined;
  /** First instant of each stretch, and how many own instants come before it. */
  const firsts: number[] = [];
  const before: number[] = [];
  let count = 0;
  const close = (last: number) => {
    if (since === undefined || last < since) return;
    firsts.push(since);
    before.push(count);
    count += last - since + 1;
  };
  machine.switching.listener = () => {
    // The instant before this one was the switch.
    close(machine.time - 1);
    since = isOwn() ? machine.time : undefined;
  };
  try {
    machine.travel(end);
  } finally {
    machine.switching.listener = undefined;
  }
  close(end);
  return {
    count,
    at(index) {
      let stretch = before.length - 1;
      while (before[stretch]! > index) stretch--;
      return firsts[stretch]! + index - before[stretch]!;
    },
  };
}
