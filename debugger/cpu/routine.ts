// The type of the functions behind the `helper` operation.

import type { Evaluator } from "./evaluator.ts";

/** What a routine may do besides computing. */
export interface RoutineEffects {
  readonly state: "none" | "read" | "write";
  /** It may raise an exception, before it changes anything. */
  readonly faults: "never" | "maybe";
  /** Registers it reads or writes besides its arguments and results, by name. */
  readonly registersRead?: readonly string[];
  readonly registersWritten?: readonly string[];
}

export interface Routine {
  readonly effects: RoutineEffects;
  run(e: Evaluator, args: readonly bigint[], constants: readonly number[]): readonly bigint[];
}
