// The upper half of a 64-bit product from four 32-bit ones: WebAssembly has no instruction for it.

import type { Emitter, Local } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";

const HALF = 0xffff_ffffn;

function low(e: Emitter, local: Local): void {
  e.get(local);
  e.i64(HALF);
  e.op(OP.i64And);
}

function high(e: Emitter, local: Local): void {
  e.get(local);
  e.i64(32n);
  e.op(OP.i64ShrU);
}

/** Puts the upper 64 bits of a × b on the stack. */
export function pushMulHigh(e: Emitter, signed: "signed" | "unsigned", a: Local, b: Local): void {
  const [middle, other] = [e.local("i64"), e.local("i64")];
  high(e, a);
  low(e, b);
  e.op(OP.i64Mul);
  low(e, a);
  low(e, b);
  e.op(OP.i64Mul);
  e.i64(32n);
  e.op(OP.i64ShrU, OP.i64Add);
  e.set(middle);
  low(e, a);
  high(e, b);
  e.op(OP.i64Mul);
  low(e, middle);
  e.op(OP.i64Add);
  e.set(other);
  high(e, a);
  high(e, b);
  e.op(OP.i64Mul);
  high(e, middle);
  e.op(OP.i64Add);
  high(e, other);
  e.op(OP.i64Add);
  if (signed === "unsigned") return;
  for (const [sign, factor] of [
    [a, b],
    [b, a],
  ] as const) {
    e.get(sign);
    e.i64(63n);
    e.op(OP.i64ShrS);
    e.get(factor);
    e.op(OP.i64And, OP.i64Sub);
  }
}
