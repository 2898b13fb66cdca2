// Checkpoints: what the machine was at chosen instants. Memory is kept as the pages that changed between one checkpoint and
// the next, everything else whole. Going back means undoing memory page by page to the newest checkpoint not after the
// wanted instant; the machine replays the rest. Under a cap of bytes the checkpoints whose loss costs least are forgotten.

import { joinDeltas } from "../mem/delta.ts";
import type { Memory, MemoryDelta } from "../mem/memory.ts";

/** Everything outside the guest's memory, at one instant; opaque to the history. */
export interface Capture {
  readonly state: Uint8Array;
  /** As the core saved its record of calls. */
  readonly calls: Uint8Array;
  readonly parts: unknown;
}

interface Checkpoint {
  readonly time: number;
  readonly capture: Capture;
  /** Turns memory at this checkpoint into memory at the one before; undefined for the first. */
  delta: MemoryDelta | undefined;
}

export interface History {
  /** Time of the newest checkpoint. */
  readonly newest: number;
  /** Adds a checkpoint at `time`; nothing when there is one already. @returns bytes of the pages that changed since the newest. */
  add(time: number, capture: Capture): number;
  /** Memory becomes that of the newest checkpoint at or before `time`; later ones are forgotten. @returns its time and capture. */
  goBack(time: number): { readonly time: number; readonly capture: Capture };
}

/** What a call that has not returned costs in a checkpoint, roughly, beside the core's record: the checker's is so many times as large. */
const CALL_COST = 6;

/** An empty history whose first checkpoint is `capture` at time 0. `capBytes` bounds what is kept beside the first and the newest. */
export function createHistory(memory: Memory, capture: Capture, capBytes: number): History {
  memory.checkpoint();
  const checkpoints: Checkpoint[] = [{ time: 0, capture, delta: undefined }];
  let keptBytes = 0;
  const newest = () => checkpoints.at(-1)!;
  const costOf = ({ delta, capture: { calls } }: Checkpoint) => (delta?.sizeBytes ?? 0) + calls.length * CALL_COST;

  /** Forgets the checkpoint whose neighbours lie closest together, measured by how long ago it was. */
  function thin(): void {
    const now = newest().time;
    let best = -1;
    let bestScore = Number.POSITIVE_INFINITY;
    for (let k = 1; k < checkpoints.length - 1; k++) {
      const gap = checkpoints[k + 1]!.time - checkpoints[k - 1]!.time;
      const score = gap / (now - checkpoints[k]!.time + 1);
      if (score < bestScore) [best, bestScore] = [k, score];
    }
    if (best < 0) return;
    const forgotten = checkpoints[best]!;
    const after = checkpoints[best + 1]!;
    keptBytes -= costOf(forgotten) + costOf(after);
    after.delta = joinDeltas(after.delta!, forgotten.delta!);
    keptBytes += costOf(after);
    checkpoints.splice(best, 1);
  }

  return {
    get newest() {
      return newest().time;
    },
    add(time, captured) {
      if (time <= newest().time) return 0;
      const checkpoint = { time, capture: captured, delta: memory.checkpoint() };
      checkpoints.push(checkpoint);
      keptBytes += costOf(checkpoint);
      while (keptBytes > capBytes && checkpoints.length > 2) thin();
      return checkpoint.delta.sizeBytes;
    },
    goBack(time) {
      memory.rollback();
      while (newest().time > time) {
        const undone = checkpoints.pop()!;
        keptBytes -= costOf(undone);
        memory.revert(undone.delta!);
      }
      return newest();
    },
  };
}
