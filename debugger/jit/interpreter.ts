// The emitted interpreter as a core: learns from the step engine which instructions a program is made of, makes one module
// with a case for each of their shapes, and runs records from then on. What no case can do is the step engine's, one
// instruction at a time; with an observer everything is.

import type { Decoded } from "../../server/isa/insn.ts";
import { buildInstruction } from "../cpu/build.ts";
import type { CallStack, Core, CoreStop, Observer } from "../cpu/core.ts";
import { isCareful } from "../cpu/segments.ts";
import { type CpuState, STATE, STATE_SIZE_BYTES } from "../cpu/state.ts";
import type { StepEngine } from "../cpu/step-engine.ts";
import type { Memory } from "../mem/memory.ts";
import { sameCode } from "./code-copy.ts";
import { instantiate } from "./instantiate.ts";
import { CASE, createRecords, FIRST_SHAPE_CASE, LOOKUP_ENTRIES, RECORD, type Records } from "./instruction-record.ts";
import { interpreterModule, LEFT, LEFT_OVER, LEFT_RECORD } from "./interpreter-module.ts";
import { memoryTypeOf } from "./memory-type.ts";
import { RegionFunctions } from "./region-functions.ts";
import { constantTarget, type Shape, shapeOf } from "./shape.ts";
import { FLOAT_PATIENCE } from "./translator-limits.ts";

export interface InterpreterOptions {
  /** Instructions in the step engine before the first module is made: short programs end without one. 0 = at once. */
  readonly warmUp: number;
  /**
   * Instructions of shapes without a case that the step engine does before the next module, the more the larger that is
   * going to be; 0 = every shape gets its case before it runs.
   */
  readonly misses: number;
}
const USUAL: InterpreterOptions = { warmUp: 3000, misses: 2000 };
const SHAPES_MAX = 2000;
/** So many cases make a module twice as dear as an empty one. */
const DEAR_SHAPES = 50;
/** Longest stay in the module: V8 replaces its first, slower code only when the function is entered anew. */
const SLICE = 2 ** 20;
const LAST_ADDRESS = 2 ** 47;

const NOWHERE: ReadonlySet<number> = new Set();

/** What a record was made from. */
interface Origin {
  readonly bytes: Uint8Array;
  /** Its case, were it neither stopped at nor doubted; of a shape that may still wait for a module. */
  readonly shape: number | undefined;
}

class Interpreter implements Core {
  readonly state: CpuState;
  readonly memory: Memory;
  readonly bits: 32 | 64;
  readonly #options: InterpreterOptions;
  readonly #step: StepEngine;
  readonly #records: Records;
  readonly #origins = new Map<number, Origin>();
  readonly #shapes: Shape[] = [];
  readonly #shapeNumbers = new Map<string, number>();
  readonly #words: Uint32Array;
  readonly #view: DataView;
  readonly #functions: RegionFunctions;
  #run: ((record: number, budget: number) => number) | undefined;
  /** Shapes that the module has cases for. */
  #compiled = 0;
  #warmth = 0;
  #misses = 0;
  /** Infinite once the engine has refused a module: there is no other one then. */
  #missesAllowed: number;
  #generation = -1;
  #stopAt: ReadonlySet<number> = NOWHERE;

  constructor(step: StepEngine, options: InterpreterOptions) {
    this.#step = step;
    this.#options = options;
    this.#missesAllowed = options.misses;
    this.state = step.state;
    this.memory = step.memory;
    this.bits = step.bits;
    this.#functions = new RegionFunctions(this.memory.wasm, this.memory.layout, options === USUAL ? FLOAT_PATIENCE : 0);
    this.#view = step.memory.view;
    this.#records = createRecords(step.memory);
    this.#words = new Uint32Array(this.memory.wasm.buffer, this.memory.layout.state, STATE_SIZE_BYTES / 4);
  }

  /** Shapes that have a case. */
  get translatedBlocks(): number {
    return this.#compiled;
  }
  get calls(): CallStack {
    return this.#step.calls;
  }
  get observer(): Observer | undefined {
    return this.#step.observer;
  }
  set observer(observer) {
    this.#step.observer = observer;
  }
  get stopAt(): ReadonlySet<number> {
    return this.#stopAt;
  }
  set stopAt(addresses) {
    if (addresses === this.#stopAt) return;
    for (const address of this.#stopAt) {
      const record = this.#records.find(address);
      if (record !== undefined) this.#setCase(record, CASE.unknown);
    }
    this.#stopAt = addresses;
    this.#armStops();
  }

  decodeAt(address: number): Decoded | undefined {
    return this.#step.decodeAt(address);
  }

  #armStops(): void {
    for (const address of this.#stopAt) {
      const record = this.#records.at(address);
      if (record !== undefined) this.#setCase(record, CASE.stop);
    }
  }

  #pc(): number {
    return this.#words[STATE.rip / 4]! + this.#words[STATE.rip / 4 + 1]! * 2 ** 32;
  }

  #count(retired: number): void {
    const low = this.#words[STATE.retired / 4]! + retired;
    this.#words[STATE.retired / 4] = low;
    if (low >= 2 ** 32) this.#words[STATE.retired / 4 + 1] = this.#words[STATE.retired / 4 + 1]! + 1;
  }

  #setCase(record: number, value: number): void {
    this.#view.setUint32(record + RECORD.case, value, true);
  }

  // ---- running

  run(budget: number, iterations?: number): CoreStop {
    const { observer } = this.#step;
    const isRefused = this.#run === undefined && this.#missesAllowed === Number.POSITIVE_INFINITY;
    if ((observer !== undefined && !observer.isForGuards) || iterations !== undefined || isRefused) {
      this.#step.stopAt = this.#stopAt;
      return this.#step.run(budget, iterations);
    }
    let left = Math.min(budget, 2 ** 31 - 1);
    let isFirst = true;
    if (this.#run === undefined && this.#options.warmUp === 0) this.#compile();
    else if (this.#run === undefined) {
      const { stop, retired } = this.#warmUp(left);
      left -= retired;
      if (stop.kind !== "budget" || retired === 0) return stop;
      isFirst = false;
    }
    for (; left > 0; isFirst = false) {
      if (this.#generation !== this.memory.codeGeneration) this.#doubt();
      // Cases know neither alignment checks nor segments that are not all of memory.
      const careful = isCareful(this.#words, 0, this.bits);
      let record = this.#here();
      const found = record === undefined ? CASE.slow : this.#view.getUint32(record + RECORD.case, true);
      if (found === CASE.stop && !isFirst) return { kind: "address" };
      if (record !== undefined && found >= FIRST_SHAPE_CASE && !careful) {
        const { reason, retired } = this.#interpret(record, left);
        left -= retired;
        if (reason !== LEFT.slow) continue;
        record = this.#words[LEFT_RECORD / 4]!;
      }
      if (!careful && this.#hasMissed(record)) {
        this.#compile();
        if (found !== CASE.stop) continue;
      }
      const before = this.#words[STATE.retired / 4];
      const stop = this.#stepOne();
      if (stop.kind !== "budget" || this.#words[STATE.retired / 4] === before) return stop;
      left--;
    }
    return { kind: "budget" };
  }

  /** Runs in the step engine until the program has shown what it is made of. */
  #warmUp(budget: number): { readonly stop: CoreStop; readonly retired: number } {
    this.#step.stopAt = this.#stopAt;
    const before = this.state.retired;
    const stop = this.#step.run(Math.min(budget, this.#options.warmUp - this.#warmth));
    const retired = this.state.retired - before;
    this.#warmth += retired;
    if (this.#warmth >= this.#options.warmUp) {
      for (const address of this.#step.addresses()) this.#lookInto(this.#records.at(address)!, address);
      // The step engine has looked at instructions to stop before, too.
      this.#armStops();
      this.#compile();
    }
    return { stop, retired };
  }

  /** The record at rip, looked into; undefined where there can be none. */
  #here(): number | undefined {
    const pc = this.#pc();
    if (pc >= LAST_ADDRESS) return undefined;
    let record = this.#records.at(pc);
    if (record === undefined) {
      this.#startOver();
      record = this.#records.at(pc)!;
    }
    if (this.#view.getUint32(record + RECORD.case, true) === CASE.unknown) this.#lookInto(record, pc);
    return record;
  }

  #stepOne(): CoreStop {
    this.#step.stopAt = NOWHERE;
    return this.#step.run(1);
  }

  /** Counts an instruction whose shape waits for a case. @returns true when it is time for a new module. */
  #hasMissed(record: number | undefined): boolean {
    const shape = record === undefined ? undefined : this.#origins.get(record)?.shape;
    return shape !== undefined && shape >= this.#compiled && ++this.#misses > this.#missesAllowed;
  }

  /** Runs cases until one leaves. */
  #interpret(record: number, budget: number): { readonly reason: number; readonly retired: number } {
    const slice = Math.min(budget, SLICE);
    const reason = this.#run!(record, slice);
    const retired = slice - this.#words[LEFT_OVER / 4]!;
    this.#count(retired);
    if (reason === LEFT.elsewhere) {
      const pc = this.#pc();
      const target = this.#records.find(pc);
      if (target !== undefined) this.#view.setUint32(this.#records.lookup + (pc % LOOKUP_ENTRIES) * 4, target, true);
    }
    return { reason, retired };
  }

  // ---- records

  /** Decodes the instruction of a record and gives it its case. */
  #lookInto(record: number, address: number): void {
    const known = this.#origins.get(record);
    if (known !== undefined && sameCode(this.memory, address, known.bytes) === known.bytes.length) {
      this.#noteCode(address, known.bytes.length);
      this.#setCase(record, this.#caseOf(known.shape));
      return;
    }
    this.#origins.delete(record);
    const decoded = this.#step.decodeAt(address);
    if (decoded === undefined) {
      this.#setCase(record, CASE.slow);
      return;
    }
    const ir = buildInstruction(decoded, BigInt(address));
    const made = shapeOf(ir, this.bits);
    this.#noteCode(address, decoded.lengthBytes);
    const links = [ir.next, made === undefined ? undefined : constantTarget(ir)].map((to) => this.#linkTo(to));
    const complete = made !== undefined && links[0] !== undefined && links[1] !== undefined;
    const shape = complete ? this.#numberOf(made.shape) : undefined;
    this.#origins.set(record, { bytes: this.memory.peek(address, decoded.lengthBytes).slice(), shape });
    if (complete && shape !== undefined) {
      this.#view.setUint32(record + RECORD.next, links[0]!, true);
      this.#view.setUint32(record + RECORD.target, links[1]!, true);
      this.#view.setBigInt64(record + RECORD.end, ir.next, true);
      made.values.forEach((value, k) => {
        this.#view.setBigInt64(record + RECORD.holes + 8 * k, value, true);
      });
    }
    this.#setCase(record, this.#caseOf(shape));
  }

  /** 0 where there is nothing to go to; undefined where there can be no record. */
  #linkTo(address: bigint | undefined): number | undefined {
    if (address === undefined) return 0;
    return address < BigInt(LAST_ADDRESS) ? this.#records.at(Number(address)) : undefined;
  }

  #numberOf(shape: Shape): number | undefined {
    const known = this.#shapeNumbers.get(shape.key);
    if (known !== undefined) return known;
    if (this.#shapes.length >= SHAPES_MAX) return undefined;
    this.#shapeNumbers.set(shape.key, this.#shapes.length);
    return this.#shapes.push(shape) - 1;
  }

  readonly #caseOf = (shape: number | undefined): number =>
    shape !== undefined && shape < this.#compiled ? FIRST_SHAPE_CASE + shape : CASE.slow;

  #noteCode(address: number, sizeBytes: number): void {
    this.memory.noteCodePage(address);
    this.memory.noteCodePage(address + sizeBytes - 1);
  }

  /** Code may have changed: every record is looked into again when it is met. */
  #doubt(): void {
    for (const [, record] of this.#records.all())
      if (this.#view.getUint32(record + RECORD.case, true) !== CASE.stop) this.#setCase(record, CASE.unknown);
    this.#generation = this.memory.codeGeneration;
  }

  /** Programs that make code for ever. */
  #startOver(): void {
    this.#records.clear();
    this.#origins.clear();
    this.#armStops();
  }

  #compile(): void {
    const code = interpreterModule({
      bits: this.bits,
      shapes: this.#shapes,
      layout: this.memory.layout,
      memory: memoryTypeOf(this.memory.wasm),
      lookup: this.#records.lookup,
    });
    const made = instantiate(code.bytes, this.#functions.importsOf(code));
    if (made === undefined) {
      this.#missesAllowed = Number.POSITIVE_INFINITY;
      return;
    }
    this.#run = made.run as (record: number, budget: number) => number;
    this.#compiled = this.#shapes.length;
    this.#misses = 0;
    this.#missesAllowed = this.#options.misses * (1 + this.#compiled / DEAR_SHAPES);
    for (const [record, { shape }] of this.#origins)
      if (this.#view.getUint32(record + RECORD.case, true) === CASE.slow) this.#setCase(record, this.#caseOf(shape));
  }
}

/** Wraps a step engine. Both share state, memory and the record of calls. */
export function createInterpreter(step: StepEngine, options = USUAL): Core {
  return new Interpreter(step, options);
}
