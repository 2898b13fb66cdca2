// A module of several WebAssembly functions, written as expressions: each expression is a function that puts its value on the
// stack, so that arithmetic reads as arithmetic. For code that is fixed when the module is made; regions use the emitter.

import type { ValueType } from "../cpu/ir.ts";
import { Emitter, type Local } from "./emitter.ts";
import type { MemoryType } from "./memory-type.ts";
import { I32, I64, moduleOfFunctions, OP, type Signature, VOID_TYPE } from "./wasm-writer.ts";

/** Puts a value on the stack. */
export type Expression = () => void;

interface Defined extends Signature {
  readonly name: string;
  readonly emitter: Emitter;
}

const typeCode = (type: ValueType): number => (type === "i64" ? I64 : I32);

/** What a function takes and gives, in WebAssembly's codes; a number is so many i32. */
export function signatureOf(
  parameters: number | readonly ValueType[],
  result: ValueType | "nothing" | readonly ValueType[],
): Signature {
  const results = typeof result !== "string" ? result : result === "nothing" ? [] : [result];
  return {
    parameters: typeof parameters === "number" ? new Array<number>(parameters).fill(I32) : parameters.map(typeCode),
    results: results.map(typeCode),
  };
}

/** The functions and globals of one module. */
export class Program {
  readonly functions: Defined[] = [];
  readonly globals: ValueType[] = [];

  /** A mutable global, 0 at first. @returns its index. */
  global(type: ValueType): number {
    this.globals.push(type);
    return this.globals.length - 1;
  }

  /** Defines the next function; `write` gets it with its parameters, of which a number is so many i32. @returns its index. */
  define(
    name: string,
    parameters: number | readonly ValueType[],
    result: ValueType | "nothing" | readonly ValueType[],
    write: (f: Func, args: Local[]) => void,
  ): number {
    const signature = signatureOf(parameters, result);
    const emitter = new Emitter(signature.parameters.length);
    this.functions.push({ name, ...signature, emitter });
    write(
      new Func(emitter),
      signature.parameters.map((_, k) => k),
    );
    return this.functions.length - 1;
  }

  /** The module over the imported memory "e.memory"; every function is exported by its name. */
  module(memory: MemoryType): Uint8Array<ArrayBuffer> {
    return moduleOfFunctions(this.functions, this.globals, memory);
  }
}

/** One function being written. */
export class Func {
  readonly e: Emitter;

  constructor(e: Emitter) {
    this.e = e;
  }

  // ---- values

  readonly i32 =
    (value: number): Expression =>
    () =>
      this.e.i32(value);
  readonly i64 =
    (value: bigint): Expression =>
    () =>
      this.e.i64(value);
  readonly get =
    (local: Local): Expression =>
    () =>
      this.e.get(local);
  readonly global =
    (index: number): Expression =>
    () =>
      this.e.op(OP.globalGet, index);

  /** A new local with this value. */
  let(type: ValueType, value: Expression): Local {
    const local = this.e.local(type);
    this.set(local, value);
    return local;
  }

  set(local: Local, value: Expression): void {
    value();
    this.e.set(local);
  }

  setGlobal(index: number, value: Expression): void {
    value();
    this.e.op(OP.globalSet, index);
  }

  /** An operation on two values by its opcode. */
  readonly two =
    (opcode: number) =>
    (a: Expression, b: Expression): Expression =>
    () => {
      a();
      b();
      this.e.op(opcode);
    };

  /** An operation on one value by its opcode. */
  readonly one =
    (opcode: number) =>
    (a: Expression): Expression =>
    () => {
      a();
      this.e.op(opcode);
    };

  readonly add = this.two(OP.i32Add);
  readonly sub = this.two(OP.i32Sub);
  readonly mul = this.two(OP.i32Mul);
  readonly and = this.two(OP.i32And);
  readonly or = this.two(OP.i32Or);
  readonly xor = this.two(OP.i32Xor);
  readonly shl = this.two(OP.i32Shl);
  readonly shr = this.two(OP.i32ShrU);
  readonly eq = this.two(OP.i32Eq);
  readonly ne = this.two(OP.i32Ne);
  readonly ltU = this.two(OP.i32LtU);
  readonly ltS = this.two(OP.i32LtS);
  readonly gtU = this.two(OP.i32GtU);
  readonly geU = this.two(OP.i32GeU);
  readonly not = this.one(OP.i32Eqz);
  readonly add64 = this.two(OP.i64Add);
  readonly sub64 = this.two(OP.i64Sub);
  readonly mul64 = this.two(OP.i64Mul);
  readonly div64 = this.two(OP.i64DivU);
  readonly and64 = this.two(OP.i64And);
  readonly or64 = this.two(OP.i64Or);
  readonly xor64 = this.two(OP.i64Xor);
  readonly shl64 = this.two(OP.i64Shl);
  readonly shr64 = this.two(OP.i64ShrU);
  readonly eq64 = this.two(OP.i64Eq);
  readonly ne64 = this.two(OP.i64Ne);
  readonly ltU64 = this.two(OP.i64LtU);
  readonly gtU64 = this.two(OP.i64GtU);
  readonly geU64 = this.two(OP.i64GeU);
  readonly isZero64 = this.one(OP.i64Eqz);
  readonly clz64 = this.one(OP.i64Clz);
  readonly wrap = this.one(OP.i32WrapI64);
  readonly extend = this.one(OP.i64ExtendI32U);

  /** `a` where the condition holds, else `b`; both are computed. */
  select(condition: Expression, a: Expression, b: Expression): Expression {
    return () => {
      a();
      b();
      condition();
      this.e.op(OP.select);
    };
  }

  call(index: number, ...args: readonly Expression[]): Expression {
    return () => {
      for (const argument of args) argument();
      this.e.call(index);
    };
  }

  // ---- memory: address on the stack plus a constant

  load(opcode: number, address: Expression, offset: number): Expression {
    return () => {
      address();
      this.e.memory(opcode, offset);
    };
  }

  store(opcode: number, address: Expression, offset: number, value: Expression): void {
    address();
    value();
    this.e.memory(opcode, offset);
  }

  // ---- control

  if(condition: Expression, yes: () => void, no?: () => void): void {
    condition();
    this.e.op(OP.if, VOID_TYPE);
    yes();
    if (no !== undefined) {
      this.e.op(OP.else);
      no();
    }
    this.e.op(OP.end);
  }

  /** Something that can be left: `leaveIf` goes behind it, outside of constructs within. */
  block(within: (leaveIf: (condition: Expression) => void) => void): void {
    this.e.op(OP.block, VOID_TYPE);
    within((condition) => {
      condition();
      this.e.branchIf(0);
    });
    this.e.op(OP.end);
  }

  /** Does it again and again while the condition holds. */
  while(condition: Expression, again: () => void): void {
    this.e.op(OP.block, VOID_TYPE, OP.loop, VOID_TYPE);
    condition();
    this.e.op(OP.i32Eqz);
    this.e.branchIf(1);
    again();
    this.e.branch(0);
    this.e.op(OP.end, OP.end);
  }

  return(value?: Expression): void {
    value?.();
    this.e.op(OP.return);
  }
}
