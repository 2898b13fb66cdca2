// Changes by hand as part of the run: each is remembered with its instant, so that replaying past it makes it again.

import type { Checker } from "../check/checker.ts";
import type { CpuState } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";

interface Poke {
  readonly time: number;
  /** @returns what was changed, for the caller of the first time. */
  readonly apply: () => number;
}

export interface Pokes {
  /** How many have been made on the way to the present instant. */
  readonly position: number;
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
}): Pokes {
  const pokes: Poke[] = [];
  let position = 0;

  function make(poke: Poke): number {
    pokes.length = position;
    pokes.push(poke);
    position++;
    return poke.apply();
  }

  return {
    get position() {
      return position;
    },
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
      return make({ time, apply }) === 1;
    },
    memory(time, address, bytes) {
      const copy = bytes.slice();
      const apply = () => {
        const written = parts.memory.poke(address, copy);
        parts.checker.onPoke({ address, sizeBytes: written });
        return written;
      };
      return make({ time, apply });
    },
  };
}
