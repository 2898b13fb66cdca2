// The step of a vector operation: finds the function and the byte positions once.

import type { Compilation, Evaluator, Step } from "./evaluator.ts";
import type { OpOf } from "./ir.ts";
import { vectors } from "./vector/index.ts";
import { createVectorUnit, type VectorUnit } from "./vector/unit.ts";

const units = new WeakMap<Evaluator, VectorUnit>();

/** The vector unit of an evaluator, made when first used: most programs never do. */
export function unitOf(evaluator: Evaluator): VectorUnit {
  const old = units.get(evaluator);
  if (old !== undefined) return old;
  const unit = createVectorUnit(evaluator);
  units.set(evaluator, unit);
  return unit;
}

export function compileVector(op: OpOf<"vector">, c: Compilation): Step {
  const unit = unitOf(c.evaluator);
  const run = vectors()[op.name];
  if (run === undefined) throw new Error(`no vector operation ${op.name}`);
  const [dest, a, b] = [unit.base + op.dest, unit.base + op.a, unit.base + op.b];
  return () => run(unit, dest, a, b, op.sizeBytes, op.immediate);
}
