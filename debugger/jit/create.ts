// The translator as a core: runs cold code in the step engine block by block, has regions made of what is hot (code-cache.ts)
// and runs those, and hands everything unusual back to the step engine, one instruction at a time. Under an observer that says
// how code may run without it (cpu/inline-watch.ts) regions do what it asks for; with any other it is the step engine.

import type { Decoded } from "../../server/isa/insn.ts";
import type { CallStack, Core, CoreStop, Observer } from "../cpu/core.ts";
import type { Departure } from "../cpu/inline-watch.ts";
import { isCareful } from "../cpu/segments.ts";
import { type CpuState, GPR, STATE, STATE_SIZE_BYTES } from "../cpu/state.ts";
import type { StepEngine } from "../cpu/step-engine.ts";
import type { Memory } from "../mem/memory.ts";
import { CHAIN } from "./chain-cells.ts";
import { CodeCache, type Place, type Region, type TranslatorOptions } from "./code-cache.ts";
import { createInterpreter } from "./interpreter.ts";
import { type Exit, LEFT_SCRATCH, WORK_SCRATCH } from "./region-code.ts";
import {
  CHAIN_STEPS,
  INTERPRETED_INSTRUCTIONS,
  INTERPRETED_WORK,
  LARGEST_SLICE,
  MAX_UNFINISHED,
  MAX_WORK,
  NO_EXIT,
  OBSERVED_ELEMENTS,
  OBSERVED_ITERATIONS,
  OBSERVED_WORK,
  QUIET_BLOCKS,
  RESTLESS,
  RESUMING_INSTRUCTIONS,
  SLICE_SHARE,
  SMALLEST_SLICE,
  STEP_WORK,
  STEPPED_ELEMENTS,
} from "./translator-limits.ts";

/** A run under way. */
interface Run {
  /** What is left of its budget. */
  left: number;
  /** Instructions that may pass, behind an exit in the middle of a block, before addresses count as visited again. */
  resuming: number;
  /** Times that a repeated string instruction came back unfinished. */
  unfinished: number;
  /** Where execution went on when a region was left, behind the instruction that made it so; −1 when that says nothing. */
  behind: number;
  /** The region that was left last. */
  from: Region | undefined;
  /** It was left at a return or computed jump: that may lead to where it came from, which was not known before. */
  goesRound: boolean;
  /** Times that execution went on from region to region by itself before. */
  steps: number;
  /** Too little of the budget is left for a region: what follows says nothing about where code is hot. */
  ends: boolean;
}

/** What a turn came to: the run stops, the next turn is due, or another way has to do the instruction. */
type Outcome = CoreStop | "done" | "not done";

/** What running regions came to. */
interface Stay {
  /** The last one, and how it was left. */
  readonly region: Region;
  readonly kind: Exit["kind"];
  readonly by: Exit["by"];
  readonly isOtherFrame: boolean;
  readonly retired: number;
  /** From one to another. */
  readonly steps: number;
}

/** The counter of string instructions, as words of the state. */
const COUNTER = STATE.gpr / 4 + 2 * GPR.rcx;

const UNKNOWN_PLACE = { region: undefined, entry: 0 } as const;

const AT_ADDRESS: CoreStop = { kind: "address" };
const SPENT: CoreStop = { kind: "budget" };

class Translator implements Core {
  readonly state: CpuState;
  readonly memory: Memory;
  readonly bits: 32 | 64;
  readonly #step: StepEngine;
  readonly #cache: CodeCache;
  readonly #words: Uint32Array;
  #linkedGeneration = -1;
  #interpreter: Core | undefined;
  /** Where the last run's budget ended: anywhere, so that it says nothing about where code is hot. */
  #pausedAt = -1;
  /** Blocks since code was seen to have changed. */
  #quiet = 0;
  #generation = 0;

  constructor(step: StepEngine, options: TranslatorOptions) {
    this.#step = step;
    this.#cache = new CodeCache(step, options);
    this.state = step.state;
    this.memory = step.memory;
    this.bits = step.bits;
    this.#words = new Uint32Array(this.memory.wasm.buffer, this.memory.layout.state, STATE_SIZE_BYTES / 4);
  }

  get translatedBlocks(): number {
    return this.#cache.translatedBlocks;
  }
  get calls(): CallStack {
    return this.#step.calls;
  }
  get stopAt(): ReadonlySet<number> {
    return this.#cache.stopAt;
  }
  set stopAt(addresses) {
    this.#cache.setStopAt(addresses);
  }
  get observer(): Observer | undefined {
    return this.#step.observer;
  }
  set observer(observer) {
    this.#step.observer = observer;
  }

  decodeAt(address: number): Decoded | undefined {
    return this.#step.decodeAt(address);
  }

  run(budget: number, iterations?: number): CoreStop {
    const { observer } = this.#step;
    const isSeenWhole = observer !== undefined && observer.inline === undefined && !observer.isForGuards;
    if (isSeenWhole || iterations !== undefined) {
      this.#step.stopAt = this.stopAt;
      return this.#step.run(budget, iterations);
    }
    this.#cache.setWatch(observer?.inline);
    const stop = this.#dispatch(Math.min(budget, 2 ** 31 - 1));
    this.#pausedAt = stop.kind === "budget" ? this.#pc() : -1;
    return stop;
  }

  // ---- running

  #pc(): number {
    return this.#words[STATE.rip / 4]! + this.#words[STATE.rip / 4 + 1]! * 2 ** 32;
  }

  #count(retired: number): void {
    const low = this.#words[STATE.retired / 4]! + retired;
    this.#words[STATE.retired / 4] = low;
    if (low >= 2 ** 32) this.#words[STATE.retired / 4 + 1] = this.#words[STATE.retired / 4 + 1]! + 1;
  }

  /** The loop around everything. */
  #dispatch(budget: number): CoreStop {
    const run: Run = {
      left: budget,
      resuming: 0,
      unfinished: 0,
      behind: -1,
      from: undefined,
      goesRound: false,
      steps: 0,
      ends: false,
    };
    this.#step.stopAt = this.stopAt;
    this.#words[WORK_SCRATCH / 4] = MAX_WORK;
    for (let isFirst = true; ; isFirst = false) {
      const address = this.#pc();
      if (!isFirst && run.unfinished === 0 && this.stopAt.has(address)) return AT_ADDRESS;
      const outcome = this.#turn(run, address, isFirst);
      if (typeof outcome === "object") return outcome;
    }
  }

  /** The region at rip, else the emitted interpreter for a while, else a block or an instruction in the step engine. */
  #turn(run: Run, address: number, isFirst: boolean): Outcome {
    const known = this.#cache.places.get(address) ?? this.#cache.meet(address);
    // Regions know neither alignment checks nor segments that are not all of memory.
    const careful = isCareful(this.#words, 0, this.bits);
    if (careful) run.resuming = RESUMING_INSTRUCTIONS;
    this.#visit(run, address, known, isFirst);
    const place = known ?? UNKNOWN_PLACE;
    if (!careful && place.region !== undefined) {
      const outcome = this.#runRegion(run, address, place.region, place.entry);
      if (outcome !== "not done") return outcome;
    }
    if (!careful && run.resuming < RESUMING_INSTRUCTIONS && this.#isHeldBack(address)) {
      const outcome = this.#runInterpreter(run);
      if (outcome !== "not done") return outcome;
    }
    return this.#runStep(run, known?.isRefused === true);
  }

  /** Counts where cold code comes by: a region may be made of it. */
  #visit(run: Run, address: number, place: Place | undefined, isFirst: boolean): void {
    const isCold = place !== undefined && place.region === undefined && !run.ends && !place.isRefused;
    if (isCold && address === run.behind) this.#cache.resumeAt(address, place, run.from);
    if (run.resuming > 0) {
      run.resuming--;
      return;
    }
    const counts = !isFirst || address !== this.#pausedAt || this.#cache.hotVisits <= 2;
    if (isCold && counts && ++place.visits >= this.#cache.enough && place.region === undefined)
      this.#cache.visitOften(address, place, run.from);
  }

  #runRegion(run: Run, address: number, region: Region, entry: number): Outcome {
    if (run.left < region.budgets[entry]!) {
      run.ends = true;
      return "not done";
    }
    if (!this.#cache.isCurrent(region) || !this.#mayPass(region, entry)) return "not done";
    const { from } = run;
    if (from !== undefined && (from !== region || run.goesRound))
      this.#cache.cross(from, region, address, run.steps === CHAIN_STEPS ? CHAIN_STEPS : 1);
    // It may have become part of a larger one just now.
    if (!this.#cache.regions.has(region)) return "done";
    this.#link(address, region, entry);
    const slice = Math.min(run.left, sliceOf(region));
    const stay = this.#enter(region, entry, slice);
    const { retired, kind } = stay;
    region.retired += retired;
    run.left -= retired;
    if (stay.by !== undefined) return { kind: "syscall", by: stay.by };
    if (run.left <= 0 || this.#isTired()) return SPENT;
    run.from = stay.region;
    run.steps = stay.steps;
    run.goesRound = kind === "computed";
    // A repeated instruction that the step engine has begun was finished by the region, and more.
    if (retired > 0) run.unfinished = 0;
    if (kind === "slow") {
      if (stay.isOtherFrame) this.#cache.isOtherFrame(stay.region);
      this.#cache.leftBefore(stay.region, this.#pc());
      run.resuming = RESUMING_INSTRUCTIONS;
      return "not done";
    }
    if (retired > 0) run.resuming = 0;
    // Where a slice ended says nothing either.
    const isSpent = slice - retired < stay.region.instructionCount && this.#cache.hotVisits > 2;
    run.behind = isSpent ? -1 : this.#pc();
    return "done";
  }

  #runInterpreter(run: Run): Outcome {
    const before = this.#words[STATE.retired / 4]!;
    const stop = this.#interpret(Math.min(run.left, INTERPRETED_INSTRUCTIONS));
    const retired = (this.#words[STATE.retired / 4]! - before) >>> 0;
    run.left -= retired;
    if (stop.kind !== "budget" || run.left <= 0) return stop;
    this.#words[WORK_SCRATCH / 4]! -= INTERPRETED_WORK * retired;
    if (this.#isTired()) return SPENT;
    run.behind = -1;
    return retired > 0 ? "done" : "not done";
  }

  /** A block in the step engine; one instruction where a region was just left before it, or where regions may not be. */
  #runStep(run: Run, isRefused: boolean): Outcome {
    const before = this.#words[STATE.retired / 4]!;
    const count = this.#words[COUNTER]!;
    const wasLeft = run.resuming === RESUMING_INSTRUCTIONS;
    const { hotVisits, watch } = this.#cache;
    const isOne = hotVisits <= 2 || wasLeft || isRefused;
    const stop = this.#step.runBlock(isOne ? 1 : run.left, watch === undefined ? undefined : OBSERVED_ITERATIONS);
    const retired = (this.#words[STATE.retired / 4]! - before) >>> 0;
    run.left -= retired;
    if (stop.kind !== "budget" || run.left <= 0) return stop;
    run.unfinished = retired === 0 ? run.unfinished + 1 : 0;
    if (run.unfinished > (watch === undefined ? 0 : MAX_UNFINISHED)) return stop;
    if (wasLeft) run.behind = this.#pc();
    run.resuming = Math.max(0, run.resuming - retired + 1);
    const { blockEnd } = this.#step;
    if (blockEnd.kind === "computed") this.#cache.noteTarget(blockEnd.address, this.#pc());
    this.#tire(retired, blockEnd.kind === "repeated" ? (count - this.#words[COUNTER]!) >>> 0 : 0);
    return this.#isTired() ? SPENT : "done";
  }

  /** So many regions were made, or code has changed here so often, that translating has to wait. */
  #isHeldBack(address: number): boolean {
    if (this.#step.observer !== undefined || this.#cache.stopAt.size > 0 || this.#cache.hotVisits <= 2) return false;
    if (this.#cache.dearness() === 0 && this.#cache.patience(address) <= RESTLESS) return false;
    // The interpreter looks into everything again when code has changed: then it has to be worth while.
    const { codeGeneration } = this.memory;
    if (codeGeneration !== this.#generation) this.#quiet = 0;
    this.#generation = codeGeneration;
    return ++this.#quiet > QUIET_BLOCKS;
  }

  #interpret(budget: number): CoreStop {
    this.#interpreter ??= createInterpreter(this.#step);
    const stop = this.#interpreter.run(budget);
    this.#step.stopAt = this.#cache.stopAt;
    return stop;
  }

  /** The step engine has done so many instructions, and elements of a repeated one. */
  #tire(retired: number, elements: number): void {
    const work =
      this.#cache.watch === undefined
        ? STEP_WORK * Math.max(1, retired) + elements / STEPPED_ELEMENTS
        : OBSERVED_WORK * Math.max(1, retired) + elements / OBSERVED_ELEMENTS;
    this.#words[WORK_SCRATCH / 4]! -= Math.min(Math.floor(work), MAX_WORK + 1);
  }

  /** Others get a turn. */
  #isTired(): boolean {
    return (this.#words[WORK_SCRATCH / 4]! | 0) < 0;
  }

  /** Runs a region and those that follow it. `region` of the result is the last one. */
  #enter(first: Region, entry: number, budget: number): Stay {
    const chain = this.#cache.chain!;
    chain.setCell(CHAIN.pointers, first.pointers);
    chain.setCell(CHAIN.lastExit, NO_EXIT);
    chain.setCell(CHAIN.isSource, first.isSource ? 1 : 0);
    chain.setCell(CHAIN.sourceExit, NO_EXIT);
    chain.setCell(CHAIN.steps, CHAIN_STEPS);
    const number = chain.run(budget, first.index, entry);
    const region = this.#cache.byIndex[chain.cell(CHAIN.region)]!;
    const exit = region.exits[number >> 1]!;
    const left = this.#words[LEFT_SCRATCH / 4]! | 0;
    const retiredLast = chain.cell(CHAIN.budget) - left + exit.uncounted;
    const retired = budget - left + exit.uncounted;
    this.#count(retiredLast);
    if (exit.kind === "computed") this.#cache.noteTarget(exit.address, this.#pc());
    else if (exit.kind === "slow") {
      this.#words[STATE.rip / 4] = exit.address;
      this.#words[STATE.rip / 4 + 1] = Math.floor(exit.address / 2 ** 32);
    }
    if (retired > 0) {
      const before = retiredLast === 0 ? chain.cell(CHAIN.lastExit) : NO_EXIT;
      const { last } =
        before === NO_EXIT ? exit : this.#cache.byIndex[chain.cell(CHAIN.lastRegion)]!.exits[before >> 1]!;
      const { used, written } = exit.masks;
      const source = this.#cache.watch === undefined || region.isSource ? undefined : this.#lastSource();
      this.#cache.watch?.leave({ last, pointers: chain.cell(CHAIN.pointers), used, written, source });
    }
    const steps = CHAIN_STEPS - chain.cell(CHAIN.steps);
    return { region, retired, kind: exit.kind, by: exit.by, isOtherFrame: exit.isOtherFrame === true, steps };
  }

  /** The last instruction of the source on the way through several regions. */
  #lastSource(): Departure["source"] {
    const chain = this.#cache.chain!;
    const exit = chain.cell(CHAIN.sourceExit);
    if (exit === NO_EXIT) return undefined;
    const { last } = this.#cache.byIndex[chain.cell(CHAIN.sourceRegion)]!.exits[exit >> 1]!;
    const time = chain.cell(CHAIN.sourceTime) + chain.cell(CHAIN.sourceTime + 4) * 2 ** 32 - 1;
    return last === 0 ? undefined : { pc: last, time };
  }

  /** Others may go on here by themselves from now on, as long as no code changes. */
  #link(address: number, region: Region, entry: number): void {
    const chain = this.#cache.chain!;
    if (this.#linkedGeneration !== this.memory.codeGeneration) {
      this.#linkedGeneration = this.memory.codeGeneration;
      chain.forget();
    }
    if (this.#cache.stopAt.has(address) || chain.knows(address, region.serial)) return;
    const { index, serial, isSource, pointers } = region;
    const [budget, all] = [region.budgets[entry]!, region.needs[entry]];
    const needs = all && (this.#cache.watch?.level === "full" ? all : { ...all, known: [], pointers: 0 });
    chain.add({ address, serial, region: index, entry, budget, isSource, needs, pointers });
  }

  /** The observer lets the code run by itself. */
  #mayPass(region: Region, entry: number): boolean {
    const needs = region.needs[entry];
    if (this.#cache.watch === undefined) return true;
    if (needs === undefined) return false;
    const answer = this.#cache.watch.enter(needs);
    if (answer !== "elsewhere") return answer === "entered";
    const now = this.#cache.watch.pointing();
    const elsewhere = needs.known.reduce(
      (mask, number, register) => (number >= 0 && number !== now[register] ? mask | (1 << register) : mask),
      0,
    );
    if (elsewhere !== 0) this.#cache.pointsElsewhere(region, elsewhere);
    return false;
  }
}

function sliceOf({ retired }: Region): number {
  return Math.min(LARGEST_SLICE, Math.max(SMALLEST_SLICE, Math.floor(retired * SLICE_SHARE)));
}

/** Wraps a step engine. Both share state, memory and the record of calls. */
export function createTranslator(step: StepEngine, options: TranslatorOptions = {}): Core {
  return new Translator(step, options);
}
