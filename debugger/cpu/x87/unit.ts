// The x87 unit: eight 80-bit registers as a stack, its control, status and tag words, and the rules of its exceptions.
// Source: SDM Vol. 1, chapter 8.

import { CpuException, type Evaluator } from "../evaluator.ts";
import { EXCEPTION, type FloatEnvironment } from "../float/arithmetic.ts";
import { defaultNanBits, EXTENDED, extendedTo, type Format, type Unpacked, unpack } from "../float/format.ts";
import { STATE } from "../state.ts";

/** Status word bits beyond the exceptions. */
export const STATUS = {
  stackFault: 0x40,
  summary: 0x80,
  c0: 0x100,
  c1: 0x200,
  c2: 0x400,
  c3: 0x4000,
  busy: 0x8000,
} as const;
const PRE_COMPUTATION = EXCEPTION.invalid | EXCEPTION.denormal | EXCEPTION.zeroDivide;
const EMPTY = 3;
const PRECISIONS = [24, 64, 53, 64] as const;

/** 1.0, 0.0 and the default NaN as 80 bits. */
export const ONE = 0x3fff8000000000000000n;
export const ZERO = 0n;
export const DEFAULT_NAN = defaultNanBits(EXTENDED);

/** The last instruction that is not a control instruction: its address, its operand's, and 11 bits of its opcode. */
export interface LastInstruction {
  readonly instruction: bigint;
  readonly operand: bigint;
  readonly opcode: number;
}

/** Access to the x87 part of the state struct. */
export class X87Unit {
  readonly evaluator: Evaluator;
  readonly #base: number;
  readonly #view: DataView;

  constructor(evaluator: Evaluator) {
    this.evaluator = evaluator;
    this.#view = evaluator.view;
    this.#base = evaluator.base * 4;
  }

  get control(): number {
    return this.#view.getUint16(this.#base + STATE.fcw, true);
  }
  /** Reserved bit 6 reads as 1. A change of masks can make pending exceptions count, or not any more. */
  set control(value: number) {
    this.#view.setUint16(this.#base + STATE.fcw, (value & 0x1f3f) | 0x40, true);
    this.#summarise();
  }

  get status(): number {
    return this.#view.getUint16(this.#base + STATE.fsw, true);
  }
  set status(value: number) {
    this.#view.setUint16(this.#base + STATE.fsw, value, true);
  }

  get tags(): number {
    return this.#view.getUint16(this.#base + STATE.ftw, true);
  }
  set tags(value: number) {
    this.#view.setUint16(this.#base + STATE.ftw, value, true);
  }

  get top(): number {
    return (this.status >> 11) & 7;
  }
  set top(value: number) {
    this.status = (this.status & ~0x3800) | ((value & 7) << 11);
  }

  /** What FLDENV and its kin show and load of the last instruction. */
  get last(): LastInstruction {
    return {
      instruction: this.#view.getBigUint64(this.#base + STATE.fip, true),
      operand: this.#view.getBigUint64(this.#base + STATE.fdp, true),
      opcode: this.#view.getUint16(this.#base + STATE.fop, true),
    };
  }
  set last({ instruction, operand, opcode }: LastInstruction) {
    this.#view.setBigUint64(this.#base + STATE.fip, instruction, true);
    this.#view.setBigUint64(this.#base + STATE.fdp, operand, true);
    this.#view.setUint16(this.#base + STATE.fop, opcode & 0x7ff, true);
  }

  physical(index: number): number {
    return (this.top + index) & 7;
  }

  isEmpty(index: number): boolean {
    return ((this.tags >> (2 * this.physical(index))) & 3) === EMPTY;
  }

  /** 80 bits of ST(index), whatever its tag. */
  read(index: number): bigint {
    const at = this.#base + STATE.st + 16 * this.physical(index);
    return (BigInt(this.#view.getUint16(at + 8, true)) << 64n) | this.#view.getBigUint64(at, true);
  }

  write(index: number, bits: bigint): void {
    const physical = this.physical(index);
    const at = this.#base + STATE.st + 16 * physical;
    this.#view.setBigUint64(at, BigInt.asUintN(64, bits), true);
    this.#view.setUint16(at + 8, Number((bits >> 64n) & 0xffffn), true);
    this.tags = (this.tags & ~(3 << (2 * physical))) | (tagOf(bits) << (2 * physical));
  }

  unpacked(index: number): Unpacked {
    return unpack(this.read(index), EXTENDED);
  }

  free(index: number): void {
    this.tags |= EMPTY << (2 * this.physical(index));
  }

  pop(): void {
    this.free(0);
    this.top = this.top + 1;
  }

  /** What arithmetic results are rounded to, and how. */
  get format(): Format {
    return extendedTo(PRECISIONS[(this.control >> 8) & 3]!);
  }

  environment(): FloatEnvironment {
    const { control } = this;
    return {
      rounding: (control >> 10) & 3,
      denormalsAreZero: false,
      flushToZero: false,
      underflowMasked: (control & EXCEPTION.underflow) !== 0,
      overflowMasked: (control & EXCEPTION.overflow) !== 0,
      nans: "larger",
      flags: 0,
      roundedUp: false,
    };
  }

  /** #MF when an unmasked exception of an earlier instruction waits. @throws {CpuException} */
  checkPending(): void {
    if (this.status & STATUS.summary) throw new CpuException({ vector: "#MF", errorCode: 0 });
  }

  #summarise(): void {
    const pending = this.status & ~this.control & 0x3f;
    const bits = STATUS.summary | STATUS.busy;
    this.status = pending ? this.status | bits : this.status & ~bits;
  }

  /** Notes exceptions; C1 as given. @returns whether the result may be delivered: no unmasked exception of the operands. */
  note(flags: number, c1: boolean): boolean {
    this.status = (this.status & ~STATUS.c1) | (c1 ? STATUS.c1 : 0);
    const unmasked = flags & ~this.control & 0x3f;
    this.status |= unmasked & PRE_COMPUTATION ? flags & (PRE_COMPUTATION | STATUS.stackFault) : flags;
    this.#summarise();
    return (unmasked & PRE_COMPUTATION) === 0;
  }

  /** The same for the instructions that touch C1 only for stack faults. */
  noteKeepingC1(flags: number): boolean {
    return this.note(flags, (this.status & STATUS.c1) !== 0);
  }

  /** The same for arithmetic: C1 says whether an inexact result was rounded up; one that is not delivered was not. */
  settle(env: FloatEnvironment): boolean {
    const delivered = (env.flags & ~this.control & PRE_COMPUTATION) === 0;
    return this.note(env.flags, delivered && (env.flags & EXCEPTION.inexact) !== 0 && env.roundedUp);
  }

  /** A register that should hold something is empty, or the other way round. @returns whether the masked response is due. */
  stackFault(direction: "underflow" | "overflow"): boolean {
    return this.note(EXCEPTION.invalid | STATUS.stackFault, direction === "overflow");
  }

  /** Pushes; on a full stack the default NaN, or nothing when the exception is unmasked. `bits` may be computed late. */
  push(bits: bigint): void {
    if (!this.isEmpty(7)) {
      if (!this.stackFault("overflow")) return;
      this.top = this.top - 1;
      this.write(0, DEFAULT_NAN);
      return;
    }
    this.top = this.top - 1;
    this.write(0, bits);
  }

  setConditions(c3: number, c2: number, c0: number): void {
    const cleared = this.status & ~(STATUS.c0 | STATUS.c2 | STATUS.c3);
    this.status = cleared | (c3 ? STATUS.c3 : 0) | (c2 ? STATUS.c2 : 0) | (c0 ? STATUS.c0 : 0);
  }

  /** FNINIT (SDM Vol. 2A). */
  initialise(): void {
    this.status = 0;
    this.tags = 0xffff;
    this.control = 0x37f;
    this.last = { instruction: 0n, operand: 0n, opcode: 0 };
  }

  /** FNCLEX. */
  clearExceptions(): void {
    this.status &= ~0x80ff;
  }
}

/** Tag of a value: 0 valid, 1 zero, 2 special. */
export function tagOf(bits: bigint): number {
  const exponent = (bits >> 64n) & 0x7fffn;
  const significand = BigInt.asUintN(64, bits);
  if (exponent === 0n) return significand === 0n ? 1 : 2;
  return exponent === 0x7fffn || significand < 1n << 63n ? 2 : 0;
}

const units = new WeakMap<Evaluator, X87Unit>();

/** The x87 unit of an evaluator, made when first used. */
export function x87Of(evaluator: Evaluator): X87Unit {
  const old = units.get(evaluator);
  if (old !== undefined) return old;
  const unit = new X87Unit(evaluator);
  units.set(evaluator, unit);
  return unit;
}
