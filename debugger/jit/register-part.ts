// Parts of a general register that lives in an i64 local: reading one onto the stack, and writing one by the CPU's rules.

import type { RegisterPart } from "../cpu/ir.ts";
import type { Emitter, Local } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";

/** Puts a part on the stack: i64 for "64", else i32 without the other bits. */
export function pushPart(e: Emitter, register: Local, part: RegisterPart): void {
  e.get(register);
  if (part === "64") return;
  e.op(OP.i32WrapI64);
  if (part === "32") return;
  if (part === "high8") {
    e.i32(8);
    e.op(OP.i32ShrU);
  }
  e.i32(part === "16" ? 0xffff : 0xff);
  e.op(OP.i32And);
}

const KEPT_BITS = { low8: ~0xffn, high8: ~0xff00n, "16": ~0xffffn } as const;

/** Sets a part from a local; "32" clears the upper half, the narrower ones keep all other bits. */
export function setPart(e: Emitter, register: Local, part: RegisterPart, from: Local): void {
  if (part === "64" || part === "32") {
    e.get(from);
    if (part === "32") e.op(OP.i64ExtendI32U);
    e.set(register);
    return;
  }
  e.get(register);
  e.i64(KEPT_BITS[part]);
  e.op(OP.i64And);
  e.get(from);
  e.i32(part === "16" ? 0xffff : 0xff);
  e.op(OP.i32And);
  if (part === "high8") {
    e.i32(8);
    e.op(OP.i32Shl);
  }
  e.op(OP.i64ExtendI32U, OP.i64Or);
  e.set(register);
}
