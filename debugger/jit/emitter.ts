// The function under construction: code bytes, locals, and the short sequences that everything is made of. Values of the
// intermediate representation become locals; V8 puts them into machine registers.

import type { ValueType } from "../cpu/ir.ts";
import { type Code, I32, I64, OP, sleb32, sleb64, uleb } from "./wasm-writer.ts";

/** Index of a local; 0 is the parameter. */
export type Local = number;

export class Emitter {
  readonly code: Code = [];
  /** Types of the locals after the parameter. */
  readonly locals: number[] = [];

  local(type: ValueType): Local {
    this.locals.push(type === "i64" ? I64 : I32);
    return this.locals.length;
  }

  op(...bytes: number[]): void {
    for (const byte of bytes) this.code.push(byte);
  }

  get(local: Local): void {
    this.code.push(OP.localGet);
    uleb(this.code, local);
  }

  set(local: Local): void {
    this.code.push(OP.localSet);
    uleb(this.code, local);
  }

  tee(local: Local): void {
    this.code.push(OP.localTee);
    uleb(this.code, local);
  }

  i32(value: number): void {
    this.code.push(OP.i32Const);
    sleb32(this.code, value);
  }

  i64(value: bigint): void {
    this.code.push(OP.i64Const);
    sleb64(this.code, value);
  }

  constant(type: ValueType, value: bigint): void {
    if (type === "i64") this.i64(value);
    else this.i32(Number(BigInt.asIntN(32, value)));
  }

  /** A load or store: the address is on the stack, `offset` is added to it. Alignment is only a hint. */
  memory(opcode: number, offset: number): void {
    this.code.push(opcode, 0);
    uleb(this.code, offset);
  }

  /** Two locals and an operation on them. */
  binary(opcode: number, a: Local, b: Local): void {
    this.get(a);
    this.get(b);
    this.op(opcode);
  }
}
