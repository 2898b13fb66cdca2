// Changes by hand as part of the run: each is remembered with its instant, so that replaying past it makes it again.

import type { Checker } from "../check/checker.ts";
import type { CpuState } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import type { Kernel } from "../os/kernel.ts";

/** One change by hand, made before the instruction of `time`. */
export interface Change {
  readonly time: number;
  /** The task whose turn it was, and its process. */
  readonly taskId: number;
  readonly processId: number;
  /** A register or a part of one as it was named, or an address, and the bytes that were there before. */
  readonly what: { readonly register: string } | { readonly address: number; readonly before: Uint8Array };
}

interface Poke extends Change {
  /** @returns what was changed, for the caller of the first time. */
  readonly apply: () => number;
}

export interface Pokes {
  /** How many have been made on the way to the present instant. */
  readonly position: number;
  /** Those made on the way to the present instant, in order. */
  made(): readonly Change[];
  /** Instant of the next one in the recorded future; Infinity when there is none. */
  readonly nextTime: number;
  rewind(position: number): void;
  /** Makes those that were made at `time`. */
  applyAt(time: number): void;
  /** Changes a register now; recorded later changes are forgotten. @returns false when the register refuses. */
  register(time: number, name: string, value: bigint): boolean;
  /** Changes memory now. @returns the number of bytes written. */
  memory(time: number, address: number, bytes: Uint8Array): number;
}

export function createPokes(parts: {
  readonly state: CpuState;
  readonly memory: Memory;
  readonly checker: Checker;
  readonly kernel: Kernel;
}): Pokes {
  const pokes: Poke[] = [];
  let position = 0;

  function make(time: number, what: Change["what"], apply: () => number): number {
    const { id, owner } = parts.kernel.parts.processes.current;
    pokes.length = position;
    pokes.push({ time, taskId: id, processId: owner, what, apply });
    position++;
    return apply();
  }

  return {
    get position() {
      return position;
    },
    made: () => pokes.slice(0, position),
    get nextTime() {
      return pokes[position]?.time ?? Number.POSITIVE_INFINITY;
    },
    rewind(to) {
      position = to;
    },
    applyAt(time) {
      for (let poke = pokes[position]; poke?.time === time; poke = pokes[position]) {
        position++;
        poke.apply();
      }
    },
    register(time, name, value) {
      const apply = () => {
        const written = parts.state.write(name, value);
        parts.checker.onPoke({ register: name });
        return written ? 1 : 0;
      };
      return make(time, { register: name }, apply) === 1;
    },
    memory(time, address, bytes) {
      const copy = bytes.slice();
      const apply = () => {
        const written = parts.memory.poke(address, copy);
        parts.checker.onPoke({ address, sizeBytes: written });
        return written;
      };
      return make(time, { address, before: parts.memory.peek(address, bytes.length).slice() }, apply);
    },
  };
}
