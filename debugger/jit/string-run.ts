// What moving, filling and searching many elements of a string at once have in common: the loop that they are part of, and
// what they ask about pages and direction.

import { FLAG, STATE } from "../cpu/state.ts";
import { type Layout, PAGE_BYTES } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";

export interface StringLoop {
  readonly e: Emitter;
  readonly layout: Layout;
  readonly bits: 32 | 64;
  register(number: number): Local;
  fresh(type: "i32" | "i64"): Local;
  /** Opens and closes WebAssembly constructs. */
  open(opcode: number): void;
  close(): void;
  exitIf(): void;
  /** The operations of one iteration; flags are words afterwards. */
  iteration(): void;
  /** Puts ZF on the stack, i32. */
  pushZero(): void;
  /** What has to be asked before many elements are done at once. */
  readonly guard?: BulkGuard | undefined;
}

/** Somebody who looks at accesses. */
export interface BulkGuard {
  /** Puts an i32 on the stack: 0 when each element has to be done by itself. */
  pushMay(run: RunLocals, elementBytes: number, bytes: Local): void;
  /** Many elements have been done. */
  done(run: RunLocals, bytes: Local): void;
  /** The same for reading from an address, which is a host address, too. */
  pushMayRead(address: Local, host: Local, elementBytes: number, bytes: Local): void;
}

/** Of a run of elements: registers, host addresses, how many elements. */
export interface RunLocals {
  readonly to: Local;
  readonly from: Local | undefined;
  readonly target: Local;
  readonly source: Local;
  readonly room: Local;
  readonly counter: Local;
}

/** i32 on the stack: the page of the address in a register needs no care. */
export function isCareless({ e, layout }: StringLoop, address: Local, tags: number): void {
  e.get(address);
  e.op(OP.i32WrapI64);
  e.i32(layout.foldBytes - 1);
  e.op(OP.i32And);
  e.i32(12);
  e.op(OP.i32ShrU);
  e.i32(3);
  e.op(OP.i32Shl);
  e.memory(OP.i64Load, tags);
  e.get(address);
  e.i64(-BigInt(PAGE_BYTES));
  e.op(OP.i64And, OP.i64Eq);
}

/** Smaller of two i32 locals into the first. */
export function lessen(e: Emitter, into: Local, push: () => void, other: Local): void {
  push();
  e.set(other);
  e.get(other);
  e.get(into);
  e.get(other);
  e.get(into);
  e.op(OP.i32LtU, OP.select);
  e.set(into);
}

/** Its place in the machine's memory. */
export function setHost({ e, layout }: StringLoop, register: Local, into: Local): void {
  e.get(register);
  e.op(OP.i32WrapI64);
  e.i32(layout.foldBytes - 1);
  e.op(OP.i32And);
  e.set(into);
}

/** i32: bytes from a host address to the end of its page. */
export function pushLeftInPage(e: Emitter, host: Local): void {
  e.i32(PAGE_BYTES);
  e.get(host);
  e.i32(PAGE_BYTES - 1);
  e.op(OP.i32And, OP.i32Sub);
}

/** Moves an address register on. */
export function advance({ e, bits }: StringLoop, register: Local, pushBytes: () => void): void {
  e.get(register);
  pushBytes();
  e.op(OP.i64ExtendI32U, OP.i64Add);
  if (bits === 32) {
    e.i64(0xffff_ffffn);
    e.op(OP.i64And);
  }
  e.set(register);
}

/** i32: 1 when DF is clear. */
export function pushGoesUp(e: Emitter, layout: Layout): void {
  e.i32(0);
  e.memory(OP.i32Load, layout.state + STATE.flagSystem);
  e.i32(FLAG.df);
  e.op(OP.i32And, OP.i32Eqz);
}
