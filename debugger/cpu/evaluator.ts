// What the evaluator's pieces share: where values live while an instruction runs, and how an instruction stops half-way.
//
// Registers, flags and values all are words of one Int32Array over the WebAssembly memory: a 64-bit value is two words, low
// first. So a register operand needs no copy, and no number here is ever a bigint: bigints are objects, and an engine that
// makes one per operation spends its time collecting them.

import { STATE_BYTES } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import type { Fault, Observer } from "./core.ts";
import type { InstructionIr, Op, Value, ValueType } from "./ir.ts";
import { type CpuState, STATE } from "./state.ts";
import type { EverydayFunctions } from "./x87/everyday.ts";

/** One compiled operation. */
export type Step = () => void;
/** Index of a value's low word. */
export type Slot = number;

/** Thrown by a step: the instruction raised an exception. */
export class CpuException {
  readonly fault: Fault;
  readonly delivery: "fault" | "trap";
  constructor(fault: Fault, delivery: "fault" | "trap" = "fault") {
    this.fault = fault;
    this.delivery = delivery;
  }
}
/** Thrown by a step: the observer wants to stop before this access. */
export const STOPPED = { stopped: true } as const;

/** Room for values and constants in the state page, in bytes from its start; the struct and vector scratch are below. */
const VALUES_AT = 0x800;
const CONSTANTS_AT = 0x2000;

/** Constants laid down so far, by their hexadecimal digits. */
interface ConstantPool {
  readonly slots: Map<string, Slot>;
  next: Slot;
  readonly end: Slot;
}

/** One pool a memory: several engines over the same memory must not lay constants over each other's. */
const pools = new WeakMap<Memory, ConstantPool>();

/** The machine as compiled steps see it. */
export class Evaluator {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly foldMask: number;
  readonly readTags: number;
  readonly writeTags: number;
  /** Word indices of the state struct's fields. */
  readonly base: number;
  readonly rip: number;
  readonly result: number;
  readonly carry: number;
  readonly aux: number;
  readonly system: number;
  /** Asked before each access while an observer listens. */
  access: Observer["access"] | undefined;
  readonly #pool: ConstantPool;
  readonly #makeEveryday: (() => EverydayFunctions) | undefined;
  #everyday: EverydayFunctions | undefined;

  /** `everyday` makes the functions for everyday x87 work, when an instruction first asks. */
  constructor(memory: Memory, state: CpuState, everyday?: () => EverydayFunctions) {
    this.#makeEveryday = everyday;
    this.memory = memory;
    this.state = state;
    this.words = new Int32Array(memory.wasm.buffer);
    this.bytes = memory.u8;
    this.view = memory.view;
    this.foldMask = memory.layout.foldBytes - 1;
    this.readTags = memory.layout.readTags >>> 2;
    this.writeTags = memory.layout.writeTags >>> 2;
    this.base = memory.layout.state >>> 2;
    this.rip = this.field(STATE.rip);
    this.result = this.field(STATE.flagResult);
    this.carry = this.field(STATE.flagCarry);
    this.aux = this.field(STATE.flagAux);
    this.system = this.field(STATE.flagSystem);
    const fresh = { slots: new Map(), next: this.base + (CONSTANTS_AT >>> 2), end: this.base + (STATE_BYTES >>> 2) };
    this.#pool = pools.get(memory) ?? fresh;
    pools.set(memory, this.#pool);
    // The upper word of every 32-bit address.
    this.constantSlot(0n);
  }

  /** Undefined where there are only the routines. */
  get everyday(): EverydayFunctions | undefined {
    this.#everyday ??= this.#makeEveryday?.();
    return this.#everyday;
  }

  /** Word index of a byte offset in the state struct. */
  field(offset: number): Slot {
    return this.base + (offset >>> 2);
  }

  /** Words of general register `register`. */
  register(register: number): Slot {
    return this.base + ((STATE.gpr + register * 8) >>> 2);
  }

  /** Words of value number `value` of the instruction that runs. */
  valueSlot(value: number): Slot {
    return this.base + (VALUES_AT >>> 2) + 2 * value;
  }

  /** Words that hold a constant for good; undefined when the pool is full. */
  constantSlot(value: bigint): Slot | undefined {
    const key = value.toString(16);
    const pool = this.#pool;
    const old = pool.slots.get(key);
    if (old !== undefined) return old;
    const slot = pool.next;
    if (slot + 2 > pool.end) return undefined;
    pool.next += 2;
    pool.slots.set(key, slot);
    this.words[slot] = Number(BigInt.asIntN(32, value));
    this.words[slot + 1] = Number(BigInt.asIntN(32, value >> 32n));
    return slot;
  }

  /** A 64-bit value of two words, unsigned. */
  wide(slot: Slot): bigint {
    return this.view.getBigUint64(slot * 4, true);
  }

  setWide(slot: Slot, value: bigint): void {
    this.view.setBigUint64(slot * 4, BigInt.asUintN(64, value), true);
  }
}

/** What compiling one instruction knows besides the machine. */
export interface Compilation {
  readonly evaluator: Evaluator;
  readonly ir: InstructionIr;
  /** Where each value lives. */
  readonly slots: Slot[];
}

export const slotOf = (c: Compilation, value: Value): Slot => c.slots[value]!;
export const typeOfValue = (c: Compilation, value: Value): ValueType => c.ir.types[value]!;
/** Makes the step of one operation. */
export type Compile<O extends Op> = (op: O, c: Compilation) => Step;
