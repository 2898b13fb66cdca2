// The function under construction: code bytes, locals, and the short sequences that everything is made of. Values of the
// intermediate representation become locals; V8 puts them into machine registers.

import type { ValueType } from "../cpu/ir.ts";
import { SIMD } from "./simd.ts";
import { type Code, F64, I32, I64, OP, sleb32, sleb64, uleb, V128 } from "./wasm-writer.ts";

/** Index of a local; the first are the parameters. */
export type Local = number;

export class Emitter {
  readonly code: Code = [];
  /** The function's parameters, all i32: they are its first locals. */
  readonly parameters: number;
  /** Types of the locals after the parameters. */
  readonly locals: number[] = [];
  /** Where it is there: every local that is written. */
  written: Set<Local> | undefined;
  readonly #lasting = new Set<Local>();
  /** Locals that nobody needs any more. */
  readonly #free: Record<ValueType | "v128", Local[]> = { i32: [], i64: [], v128: [] };

  constructor(parameters: number) {
    this.parameters = parameters;
  }

  local(type: ValueType): Local {
    const reused = this.#free[type].pop();
    if (reused !== undefined) return reused;
    this.locals.push(type === "i64" ? I64 : I32);
    return this.parameters + this.locals.length - 1;
  }

  /** A local for a double, which `release` does not give back. */
  host(): Local {
    this.locals.push(F64);
    const local = this.parameters + this.locals.length - 1;
    this.#lasting.add(local);
    return local;
  }

  /** A local for 16 bytes. */
  vector(): Local {
    const reused = this.#free.v128.pop();
    if (reused !== undefined) return reused;
    this.locals.push(V128);
    return this.parameters + this.locals.length - 1;
  }

  /** A local of another's type that `release` does not give back. */
  lasting(like: Local): Local {
    this.locals.push(this.locals[like - this.parameters]!);
    const local = this.parameters + this.locals.length - 1;
    this.#lasting.add(local);
    return local;
  }

  /** Gives back the locals made since there were `count`: what they hold is not needed any more. */
  release(count: number): void {
    for (const type of ["i32", "i64", "v128"] as const) this.#free[type] = [];
    for (let k = this.locals.length - 1; k >= count; k--) {
      if (this.#lasting.has(this.parameters + k)) continue;
      const type = this.locals[k];
      this.#free[type === V128 ? "v128" : type === I64 ? "i64" : "i32"].push(this.parameters + k);
    }
  }

  op(...bytes: number[]): void {
    for (const byte of bytes) this.code.push(byte);
  }

  get(local: Local): void {
    this.code.push(OP.localGet);
    uleb(this.code, local);
  }

  set(local: Local): void {
    this.written?.add(local);
    this.code.push(OP.localSet);
    uleb(this.code, local);
  }

  tee(local: Local): void {
    this.written?.add(local);
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

  simd(opcode: number): void {
    this.code.push(OP.simd);
    uleb(this.code, opcode);
  }

  /** A vector instruction on one lane. */
  lane(opcode: number, lane: number): void {
    this.simd(opcode);
    this.code.push(lane);
  }

  vectorMemory(opcode: number, offset: number): void {
    this.simd(opcode);
    this.code.push(0);
    uleb(this.code, offset);
  }

  /** Sixteen bytes; those missing are 0. */
  vectorConstant(bytes: readonly number[]): void {
    this.simd(SIMD.constant);
    for (let k = 0; k < 16; k++) this.code.push(bytes[k] ?? 0);
  }

  shuffle(indices: readonly number[]): void {
    this.simd(SIMD.shuffle);
    for (const index of indices) this.code.push(index);
  }

  f64(value: number): void {
    this.code.push(OP.f64Const);
    for (const byte of new Uint8Array(Float64Array.of(value).buffer)) this.code.push(byte);
  }

  /** Truncates to a signed or unsigned integer; what does not fit becomes the nearest. */
  saturate(which: "i64.f32" | "i64.f64" | "u64.f64"): void {
    this.code.push(OP.extended, { "i64.f32": 4, "i64.f64": 6, "u64.f64": 7 }[which]);
  }

  /** memory.copy or memory.fill: target, source or value, size are on the stack. */
  bulk(what: "copy" | "fill"): void {
    if (what === "copy") this.code.push(OP.extended, 10, 0, 0);
    else this.code.push(OP.extended, 11, 0);
  }

  /** Branches to the block so many levels out. */
  branch(depth: number): void {
    this.code.push(OP.br);
    uleb(this.code, depth);
  }

  call(index: number): void {
    this.code.push(OP.call);
    uleb(this.code, index);
  }

  branchIf(depth: number): void {
    this.code.push(OP.brIf);
    uleb(this.code, depth);
  }

  /** Branches out of as many blocks as the i32 on the stack says; out of all `count` when it says more. */
  branchTable(count: number): void {
    this.code.push(OP.brTable);
    uleb(this.code, count);
    for (let k = 0; k < count; k++) uleb(this.code, k);
    uleb(this.code, count - 1);
  }

  /** Branches out of labels[k] blocks for k on the stack; beyond the list to the last. */
  branchLabels(labels: readonly number[]): void {
    this.code.push(OP.brTable);
    uleb(this.code, labels.length - 1);
    for (const label of labels) uleb(this.code, label);
  }

  /** Two locals and an operation on them. */
  binary(opcode: number, a: Local, b: Local): void {
    this.get(a);
    this.get(b);
    this.op(opcode);
  }
}
