// The emitted interpreter for single instructions: each runs in a case made for its shape, none only in the step engine
// because its shape has not come up often enough yet.

import type { Core } from "../../debugger/cpu/core.ts";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createInterpreter } from "../../debugger/jit/interpreter.ts";
import type { MakeCore } from "./machine.ts";

/** A module is made anew with every shape: it must stay small. */
const SHAPES_MAX = 20;

/** `shapes` counts the shapes that got a case. */
export interface CaseCore extends Core {
  readonly shapes: number;
}

/** A core for CaseRunner. */
export function createCaseCore(...[memory, state, bits]: Parameters<MakeCore>): CaseCore {
  const step = createStepEngine(memory, state, bits);
  const make = (): Core => createInterpreter(step, { warmUp: 0, misses: 0 });
  let core = make();
  let shapesBefore = 0;
  return {
    ...{ memory, state, bits, stopAt: new Set<number>() },
    get observer() {
      return step.observer;
    },
    set observer(observer) {
      step.observer = observer;
    },
    get calls() {
      return step.calls;
    },
    get translatedBlocks() {
      return core.translatedBlocks;
    },
    get shapes() {
      return shapesBefore + core.translatedBlocks;
    },
    run(budget) {
      if (core.translatedBlocks > SHAPES_MAX) {
        shapesBefore += core.translatedBlocks;
        core = make();
      }
      return core.run(budget);
    },
    decodeAt: (address) => core.decodeAt(address),
  };
}
