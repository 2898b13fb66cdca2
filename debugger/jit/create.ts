// The translator as a core: runs cold code in the step engine, counts where runs begin, translates those that are entered
// often, and hands everything unusual back to the step engine, one instruction at a time. With an observer it is the step
// engine: nothing that is watched is translated.

import type { Decoded } from "../../server/isa/insn.ts";
import type { CallStack, Core, CoreStop, Observer } from "../cpu/core.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { type CpuState, GPR, STATE, STATE_SIZE_BYTES } from "../cpu/state.ts";
import { buildInstruction } from "../cpu/step-engine.ts";
import { PAGE_BYTES } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import { EXIT, endsBlock, RETIRED_SCRATCH, translateBlock } from "./block.ts";
import { isTranslatable } from "./operation.ts";

/** Entries of a run before it is translated: fewer cost modules for code that ends soon, more waste time in the step engine. */
const HOT_ENTRIES = 30;
const MAX_BLOCK_INSTRUCTIONS = 64;
/** Translated runs kept; past it the cache starts over. */
const MAX_BLOCKS = 20_000;

/** A run of instructions that begins at one address. */
interface Run {
  entries: number;
  /** undefined until translated. */
  translated: { readonly call: (budget: number) => number } | undefined;
  /** Instructions in it; for a run that cannot be translated, how many the step engine takes at once. */
  length: number;
  readonly address: number;
  bytes: Uint8Array;
  generation: number;
  /** Address of the last instruction, and behind it. */
  lastAddress: number;
  end: number;
  state: "cold" | "translated" | "refused";
}

const NOWHERE: ReadonlySet<number> = new Set();

class Translator implements Core {
  readonly state: CpuState;
  readonly memory: Memory;
  readonly bits: 32 | 64;
  translatedBlocks = 0;
  readonly #step: Core;
  readonly #runs = new Map<number, Run>();
  readonly #words: Uint32Array;
  readonly #memoryPages: number;
  readonly #hotEntries: number;
  #stopAt: ReadonlySet<number> = NOWHERE;

  constructor(step: Core, hotEntries: number) {
    this.#step = step;
    this.#hotEntries = hotEntries;
    this.state = step.state;
    this.memory = step.memory;
    this.bits = step.bits;
    this.#words = new Uint32Array(this.memory.wasm.buffer, this.memory.layout.state, STATE_SIZE_BYTES / 4);
    this.#memoryPages = this.memory.wasm.buffer.byteLength / 65536;
  }

  get calls(): CallStack {
    return this.#step.calls;
  }
  get stopAt(): ReadonlySet<number> {
    return this.#stopAt;
  }
  /** Runs end before an address to stop at, so other addresses make other runs. */
  set stopAt(addresses) {
    if (addresses === this.#stopAt) return;
    this.#stopAt = addresses;
    this.#runs.clear();
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

  run(budget: number): CoreStop {
    if (this.#step.observer === undefined) return this.#dispatch(Math.min(budget, 2 ** 31 - 1));
    this.#step.stopAt = this.#stopAt;
    return this.#step.run(budget);
  }

  #pc(): number {
    return this.#words[STATE.rip / 4]! + this.#words[STATE.rip / 4 + 1]! * 2 ** 32;
  }

  #count(retired: number): void {
    const low = this.#words[STATE.retired / 4]! + retired;
    this.#words[STATE.retired / 4] = low;
    if (low >= 2 ** 32) this.#words[STATE.retired / 4 + 1] = this.#words[STATE.retired / 4 + 1]! + 1;
  }

  /** The loop around everything: enter the run at rip, or let the step engine take an instruction. */
  #dispatch(budget: number): CoreStop {
    let left = budget;
    for (let first = true; ; first = false) {
      const address = this.#pc();
      if (!first && this.#stopAt.has(address)) return { kind: "address" };
      const here = this.#runAt(address);
      if (here.state === "cold" && ++here.entries >= this.#hotEntries) this.#translate(here);
      let slow = here.state === "refused" ? Math.min(here.length, left) : 1;
      if (here.translated !== undefined && left >= here.length && this.#isCurrent(here)) {
        const kind = here.translated.call(left);
        left -= this.#leave(here, kind);
        if (left <= 0) return { kind: "budget" };
        if (kind !== EXIT.slow) continue;
        slow = 1;
      }
      const before = this.#words[STATE.retired / 4]!;
      this.#step.stopAt = slow > 1 ? this.#stopAt : NOWHERE;
      const stop = this.#step.run(slow);
      const retired = (this.#words[STATE.retired / 4]! - before) >>> 0;
      left -= retired;
      if (stop.kind !== "budget" || left <= 0 || retired === 0) return stop;
    }
  }

  /** After a translated run: counts, and keeps the record of calls. @returns how many instructions retired. */
  #leave(run: Run, kind: number): number {
    const retired = this.#words[RETIRED_SCRATCH / 4]!;
    this.#count(retired);
    if (kind !== EXIT.call && kind !== EXIT.return) return retired;
    const at = (STATE.gpr + 8 * GPR.rsp) / 4;
    const stackPointer = this.#words[at]! + this.#words[at + 1]! * 2 ** 32;
    if (kind === EXIT.return) this.calls.returned(stackPointer);
    else {
      this.calls.called({
        callSite: run.lastAddress,
        returnAddress: run.end,
        target: this.#pc(),
        stackPointer,
        time: this.state.retired - 1,
      });
    }
    return retired;
  }

  #runAt(address: number): Run {
    let run = this.#runs.get(address);
    if (run === undefined) {
      if (this.#runs.size >= MAX_BLOCKS) this.#runs.clear();
      run = {
        entries: 0,
        translated: undefined,
        length: 1,
        address,
        bytes: new Uint8Array(),
        generation: -1,
        lastAddress: address,
        end: address,
        state: "cold",
      };
      this.#runs.set(address, run);
    }
    return run;
  }

  /** The instructions of a run: up to a jump, a stop address, or one of the other sort. */
  #gather(address: number, sort: "translatable" | "refused"): InstructionIr[] {
    const list: InstructionIr[] = [];
    for (let at = address; list.length < MAX_BLOCK_INSTRUCTIONS; ) {
      if (list.length > 0 && this.#stopAt.has(at)) break;
      const decoded = this.#step.decodeAt(at);
      if (decoded === undefined) break;
      const ir = buildInstruction(decoded, BigInt(at));
      if (isTranslatable(ir) !== (sort === "translatable")) break;
      list.push(ir);
      if (endsRun(ir)) break;
      at = Number(ir.next);
    }
    return list;
  }

  #translate(run: Run): void {
    const instructions = this.#gather(run.address, "translatable");
    const last = instructions.at(-1);
    if (last === undefined) {
      run.state = "refused";
      run.length = Math.max(1, this.#gather(run.address, "refused").length);
      return;
    }
    run.length = instructions.length;
    run.lastAddress = Number(last.address);
    run.end = Number(last.next);
    run.bytes = this.memory.peek(run.address, run.end - run.address).slice();
    const bytes = translateBlock({
      instructions,
      bits: this.bits,
      layout: this.memory.layout,
      memoryPages: this.#memoryPages,
    });
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { e: { memory: this.memory.wasm } });
    const { run: call } = instance.exports as { readonly run: (budget: number) => number };
    run.translated = { call };
    run.state = "translated";
    this.translatedBlocks++;
    this.#noteCode(run);
  }

  /** Tells the memory that these pages hold translated code: a write to them changes the code generation. */
  #noteCode(run: Run): void {
    for (let at = run.address; at < run.end; at += PAGE_BYTES) this.memory.noteCodePage(at);
    this.memory.noteCodePage(run.end - 1);
    run.generation = this.memory.codeGeneration;
  }

  /** Code may have changed since it was translated: equal bytes stay, others start over. */
  #isCurrent(run: Run): boolean {
    if (run.generation === this.memory.codeGeneration) return true;
    const now = this.memory.peek(run.address, run.bytes.length);
    if (now.length !== run.bytes.length || !now.every((byte, index) => byte === run.bytes[index])) {
      this.#runs.delete(run.address);
      return false;
    }
    this.#noteCode(run);
    return true;
  }
}

const endsRun = (ir: InstructionIr): boolean =>
  endsBlock(ir) || ir.ops.some((op) => op.op === "systemCall" || op.op === "trap");

/** Wraps a step engine. Both share state, memory and the record of calls. `hotEntries` 1 translates everything: for tests. */
export function createTranslator(step: Core, hotEntries = HOT_ENTRIES): Core {
  return new Translator(step, hotEntries);
}
