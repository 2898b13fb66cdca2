// What a loaded number points into, for code under an observer. Most numbers point nowhere, and a few comparisons say so; a
// function of the module knows about the rest.

import { GPR } from "../cpu/state.ts";
import { LOWEST_ADDRESS } from "../mem/layout.ts";
import { RANGE_NUMBER, WATCH } from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";
import { CARE, INNER } from "./watch-functions.ts";
import type { Watched } from "./watched.ts";

export interface Loaded {
  /** i64. */
  readonly value: Local;
  /** "low addresses": it is less than 2^32, and the stack is not there. */
  readonly where: "any" | "low addresses";
  readonly register: number;
  /** i32: gets the object's number. */
  readonly number: Local;
  exitIf(): void;
}

/** Sets the number of the object that a register's new value points into; leaves where only the observer knows. */
export function setLoadedNumber(watched: Watched, { value, where, register, number, exitIf }: Loaded): void {
  const { e, open, close } = watched;
  e.i32(0);
  e.set(number);
  open(OP.block);
  const { layout, watch } = watched;
  const { low, high } = watch.variables;
  if (where === "any") {
    // Small numbers, floating point, text: no address at all.
    const lowest = high > low ? Math.min(low, LOWEST_ADDRESS) : LOWEST_ADDRESS;
    isWithin(watched, value, lowest, HIGHEST_ADDRESS - lowest);
    e.op(OP.i32Eqz);
    e.branchIf(0);
  }
  open(OP.block);
  if (register === GPR.rbp) {
    isInStack(watched, value);
    open(OP.if);
    e.i32(RANGE_NUMBER.framePointer);
    e.set(number);
    e.branch(2);
    close();
  } else if (where === "any") {
    isInStack(watched, value);
    e.branchIf(0);
  }
  if (high > low) {
    isWithin(watched, value, low, high - low);
    e.branchIf(0);
  }
  const cell = (address: number): void => {
    e.i32(0);
    e.memory(OP.i64Load, layout.watch + address);
  };
  e.get(value);
  cell(WATCH.blocksStart);
  e.op(OP.i64Sub);
  cell(WATCH.blocksSize);
  e.op(OP.i64GeU);
  e.branchIf(1);
  close();
  e.get(value);
  e.get(watched.top);
  e.call(watched.firstFunction + INNER.objectOf);
  e.tee(number);
  e.i32(CARE);
  e.op(OP.i32Eq);
  exitIf();
  close();
}

/** Nothing is mapped in the upper half. */
const HIGHEST_ADDRESS = 2 ** 47;

/** i32: not 0 when an i64 local is in a range of addresses. */
function isWithin({ e }: Watched, value: Local, start: number, size: number): void {
  e.get(value);
  e.i64(BigInt(start));
  e.op(OP.i64Sub);
  e.i64(BigInt(size));
  e.op(OP.i64LtU);
}

function isInStack(watched: Watched, value: Local): void {
  const { stack } = watched.watch;
  isWithin(watched, value, stack.low, stack.high - stack.low);
}
