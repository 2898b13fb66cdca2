// The step engine: one instruction at a time, exactly. Takes memory, state and mode, gives a Core. Each address is decoded,
// built and compiled once; after that a run follows links from instruction to instruction. When the memory's code
// generation has moved, an instruction's bytes are compared before it runs again, so that data beside code costs a
// comparison and not a new compilation.

import { decode } from "../../server/isa/decode.ts";
import { judgeBytes } from "../../server/isa/extent.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import { GuestFault, type Memory } from "../mem/memory.ts";
import { buildInstruction } from "./build.ts";
import type { Care } from "./builder.ts";
import { createCalls } from "./calls.ts";
import { type Compiled, compile } from "./compile.ts";
import type { CallStack, Core, CoreStop, Fault, Observer } from "./core.ts";
import { CpuException, Evaluator, STOPPED, type Step } from "./evaluator.ts";
import type { InstructionIr, OpOf, Repeat } from "./ir.ts";
import { isCareful } from "./segments.ts";
import { type CpuState, FLAG, GPR, STATE } from "./state.ts";
import { runString, type StringRun, stringRunOf } from "./string-run.ts";
import type { EverydayFunctions } from "./x87/everyday.ts";

export { buildInstruction } from "./build.ts";

const MAX_INSTRUCTION_BYTES = 15;
/** Entries kept; programs that make code for ever start over. */
const MAX_ENTRIES = 200_000;
/** Iterations of a repeated string instruction before the engine comes back, with the instruction unfinished. */
const MAX_ITERATIONS = 400_000;
/** What many iterations at once, up to a page, count as. */
const RUN_ITERATIONS = 16;

/** One instruction at one address, ready to run. */
interface Entry {
  readonly address: number;
  readonly care: Care;
  bytes: Uint8Array;
  decoded: Decoded;
  ir: InstructionIr;
  steps: readonly Step[];
  transfer: Compiled["transfer"];
  repeat: Repeat | undefined;
  run: StringRun | undefined;
  /** Words of the address behind it. */
  nextLow: number;
  nextHigh: number;
  /** Code generation at which the bytes were last compared. */
  generation: number;
  stops: boolean;
  /** What ran after it last time, by falling through or by a jump. */
  next: Entry | undefined;
  target: Entry | undefined;
}

/** A core that can tell which addresses it has executed. */
export interface StepEngine extends Core {
  addresses(): Iterable<number>;
}

class Engine implements StepEngine {
  readonly state: CpuState;
  readonly memory: Memory;
  readonly bits: 32 | 64;
  readonly translatedBlocks = 0;
  readonly calls: CallStack;
  stopAt: ReadonlySet<number> = new Set();
  observer: Observer | undefined;
  /** Whose `access` the evaluator calls. */
  #accessing: Observer | undefined;
  readonly #evaluator: Evaluator;
  readonly #entries = new Map<number, Entry>();
  /** The same, built with care (segments.ts). */
  readonly #carefulEntries = new Map<number, Entry>();
  /** Entries whose `stops` is set. */
  #stopping: Entry[] = [];
  #iterations = MAX_ITERATIONS;
  readonly #rip: number;
  readonly #retired: number;
  readonly #rsp: number;

  constructor(memory: Memory, state: CpuState, bits: 32 | 64, everyday?: () => EverydayFunctions) {
    this.memory = memory;
    this.state = state;
    this.bits = bits;
    this.calls = createCalls(memory);
    this.#evaluator = new Evaluator(memory, state, everyday);
    this.#rip = this.#evaluator.rip;
    this.#retired = this.#evaluator.field(STATE.retired);
    this.#rsp = this.#evaluator.register(GPR.rsp);
  }

  // ---- entries

  addresses(): Iterable<number> {
    return this.#entries.keys();
  }

  decodeAt(address: number): Decoded | undefined {
    const entry = this.#entries.get(address);
    if (entry !== undefined && entry.generation === this.memory.codeGeneration) return entry.decoded;
    try {
      return decode(this.memory.fetch(address, MAX_INSTRUCTION_BYTES), this.bits);
    } catch (error) {
      if (error instanceof GuestFault) return undefined;
      throw error;
    }
  }

  /** Fetches and decodes. @throws {GuestFault | CpuException} */
  #decode(address: number): { decoded: Decoded; bytes: Uint8Array } {
    const bytes = this.memory.fetch(address, MAX_INSTRUCTION_BYTES);
    const decoded = decode(bytes, this.bits);
    const verdict = decoded === undefined || decoded.mnemonic === "jmpe" ? judgeBytes(bytes, this.bits) : undefined;
    // The bytes of a cut off popcnt may be those of jmpe, which only Itanium had.
    if (decoded !== undefined && verdict !== "short") return { decoded, bytes: bytes.slice(0, decoded.lengthBytes) };
    if (verdict === "short") {
      const end = address + bytes.length;
      const reason = this.memory.protectionAt(end) === undefined ? "unmapped" : "protected";
      throw new GuestFault(end, 1, "execute", reason);
    }
    if (verdict === "invalid") throw new CpuException({ vector: "#UD", errorCode: 0 });
    throw new CpuException({ vector: "#GP", errorCode: 0, detail: "an instruction has at most 15 bytes" });
  }

  /** The entry of an address, up to date. @throws {GuestFault | CpuException} */
  #entryAt(address: number): Entry {
    const care = isCareful(this.#evaluator.words, this.#evaluator.base, this.bits) ? "checked" : "none";
    const entries = care === "none" ? this.#entries : this.#carefulEntries;
    const known = entries.get(address);
    if (known !== undefined) {
      if (known.generation !== this.memory.codeGeneration) this.#refresh(known);
      return known;
    }
    if (entries.size >= MAX_ENTRIES) entries.clear();
    const { decoded, bytes } = this.#decode(address);
    const entry = this.#make(address, decoded, bytes, care);
    entries.set(address, entry);
    entry.stops = this.stopAt.has(address);
    if (entry.stops) this.#stopping.push(entry);
    return entry;
  }

  #make(address: number, decoded: Decoded, bytes: Uint8Array, care: Care): Entry {
    this.memory.noteCodePage(address);
    this.memory.noteCodePage(address + bytes.length - 1);
    const ir = buildInstruction(decoded, BigInt(address), care);
    const { steps, transfer } = compile(this.#evaluator, ir);
    return {
      address,
      care,
      bytes,
      decoded,
      ir,
      steps,
      transfer,
      repeat: ir.repeat,
      run: care === "none" ? stringRunOf(decoded) : undefined,
      nextLow: Number(BigInt.asIntN(32, ir.next)),
      nextHigh: Number(ir.next >> 32n),
      generation: this.memory.codeGeneration,
      stops: false,
      next: undefined,
      target: undefined,
    };
  }

  /** Compares an entry's bytes with memory and makes it anew in place when they differ. @throws {GuestFault | CpuException} */
  #refresh(entry: Entry): void {
    const length = entry.bytes.length;
    const bytes = this.memory.fetch(entry.address, length);
    if (bytes.length === length && bytes.every((byte, k) => byte === entry.bytes[k])) {
      this.memory.noteCodePage(entry.address);
      this.memory.noteCodePage(entry.address + length - 1);
      entry.generation = this.memory.codeGeneration;
      return;
    }
    const fresh = this.#decode(entry.address);
    const { stops } = entry;
    Object.assign(entry, this.#make(entry.address, fresh.decoded, fresh.bytes, entry.care), { stops });
  }

  /** rip as a number; high-half and non-canonical addresses are numbers that nothing is mapped at. */
  #pc(): number {
    const w = this.#evaluator.words;
    return (w[this.#rip + 1]! >>> 0) * 2 ** 32 + (w[this.#rip]! >>> 0);
  }

  /** Marks the entries to stop at; entries made later look for themselves. */
  #armStops(): void {
    if (this.stopAt.size === 0 && this.#stopping.length === 0) return;
    for (const entry of this.#stopping) entry.stops = false;
    this.#stopping = [];
    for (const address of this.stopAt) {
      for (const entry of [this.#entries.get(address), this.#carefulEntries.get(address)]) {
        if (entry === undefined) continue;
        entry.stops = true;
        this.#stopping.push(entry);
      }
    }
  }

  // ---- running

  run(budget: number, iterations = MAX_ITERATIONS): CoreStop {
    this.#iterations = iterations;
    this.#armStops();
    const { observer } = this;
    if (observer !== this.#accessing) {
      this.#accessing = observer;
      this.#evaluator.access = observer?.access?.bind(observer);
    }
    try {
      return observer === undefined ? this.#runPlain(budget) : this.#runObserved(budget, observer);
    } catch (error) {
      return this.#stopFor(error);
    }
  }

  /** What an exception thrown by a step means. */
  #stopFor(error: unknown): CoreStop {
    if (error === STOPPED) return { kind: "observer" };
    if (error instanceof GuestFault) {
      const fault = pageFault(error, this.memory);
      // Numbers do not tell the last addresses apart.
      const exactAddress = fault.access === "execute" && fault.address! > Number.MAX_SAFE_INTEGER;
      return { kind: "fault", fault: exactAddress ? { ...fault, exactAddress: this.state.rip } : fault };
    }
    if (error instanceof CpuException) {
      if (error.delivery === "trap") this.#retire(this.#entryAt(this.#pc()));
      return { kind: "fault", fault: error.fault };
    }
    throw error;
  }

  #goBehind(entry: Entry): void {
    const w = this.#evaluator.words;
    w[this.#rip] = entry.nextLow;
    w[this.#rip + 1] = entry.nextHigh;
  }

  /** Counts an instruction and goes on behind it. */
  #retire(entry: Entry): void {
    this.#goBehind(entry);
    this.#count();
  }

  #count(): void {
    const w = this.#evaluator.words;
    w[this.#retired] = w[this.#retired]! + 1;
    if (w[this.#retired] === 0) w[this.#retired + 1] = w[this.#retired + 1]! + 1;
  }

  #runPlain(budget: number): CoreStop {
    const { memory } = this;
    const w = this.#evaluator.words;
    const rip = this.#rip;
    let entry = this.#entryAt(this.#pc());
    for (let left = budget; ; ) {
      if (entry.generation !== memory.codeGeneration) this.#refresh(entry);
      if (entry.repeat !== undefined && !this.#runRepeat(entry, entry.repeat)) return { kind: "budget" };
      if (entry.repeat === undefined) {
        const { steps } = entry;
        for (let k = 0; k < steps.length; k++) steps[k]!();
      }
      this.#count();
      left--;
      if (entry.transfer === "next") {
        w[rip] = entry.nextLow;
        w[rip + 1] = entry.nextHigh;
        if (left <= 0) return { kind: "budget" };
        if (entry.next === undefined) entry.next = this.#entryAt(this.#pc());
        entry = entry.next;
      } else {
        const stop = this.#transfer(entry);
        if (stop !== undefined) return stop;
        if (left <= 0) return { kind: "budget" };
        entry = this.#successor(entry);
      }
      if (entry.stops) return { kind: "address" };
    }
  }

  /** Where a jump went. */
  #successor(entry: Entry): Entry {
    const pc = this.#pc();
    // What follows may have to be built in another way.
    if (entry.transfer === "flags" || entry.transfer === "segment") return this.#entryAt(pc);
    if (entry.target?.address === pc) return entry.target;
    if (entry.next?.address === pc) return entry.next;
    const found = this.#entryAt(pc);
    if (entry.target === undefined) entry.target = found;
    else if (entry.next === undefined) entry.next = found;
    else entry.target = found;
    return found;
  }

  /** After an instruction that chose where to go on: keeps the record of calls, or hands over to the kernel. */
  #transfer(entry: Entry): CoreStop | undefined {
    if (entry.transfer === "jump") return undefined;
    if (entry.transfer === "flags") return this.#afterFlags(entry);
    if (entry.transfer === "segment") {
      this.#goBehind(entry);
      return undefined;
    }
    if (entry.transfer === "system") {
      this.#goBehind(entry);
      const op = entry.ir.ops.at(-1) as OpOf<"systemCall">;
      return { kind: "syscall", by: op.by };
    }
    const w = this.#evaluator.words;
    const stackPointer = (w[this.#rsp + 1]! >>> 0) * 2 ** 32 + (w[this.#rsp]! >>> 0);
    if (entry.transfer === "return") this.calls.returned(stackPointer);
    else {
      this.calls.called({
        callSite: entry.address,
        returnAddress: Number(entry.ir.next),
        target: this.#pc(),
        stackPointer,
        time: this.state.retired - 1,
      });
    }
    return undefined;
  }

  /** popf and iret: from the next instruction on the trap flag counts. */
  #afterFlags(entry: Entry): CoreStop | undefined {
    if (entry.ir.ops.at(-1)?.op !== "jump") this.#goBehind(entry);
    return this.#evaluator.words[this.#evaluator.system]! & FLAG.tf ? { kind: "trapFlag" } : undefined;
  }

  #runObserved(budget: number, observer: Observer): CoreStop {
    for (let left = budget; left > 0; left--) {
      const pc = this.#pc();
      const entry = this.#entryAt(pc);
      if (left !== budget && entry.stops) return { kind: "address" };
      const { decoded } = entry;
      if (observer.before?.(pc, decoded) === "stop") return { kind: "observer" };
      if (entry.repeat !== undefined) {
        if (!this.#runRepeat(entry, entry.repeat)) return { kind: "budget" };
      } else {
        const { steps } = entry;
        for (let k = 0; k < steps.length; k++) steps[k]!();
      }
      this.#count();
      let stop: CoreStop | undefined;
      if (entry.transfer === "next") this.#goBehind(entry);
      else stop = this.#transfer(entry);
      observer.after?.(pc, decoded);
      if (stop !== undefined) return stop;
    }
    return { kind: "budget" };
  }

  /** With 32-bit addresses the CPU clears the counter's upper half, and for a count of zero that of the pointers too. */
  #clearUpperHalves(entry: Entry): void {
    const { state } = this;
    const count = BigInt.asUintN(32, state.gpr(GPR.rcx));
    state.setGpr(GPR.rcx, count);
    if (count !== 0n) return;
    for (const op of entry.ir.ops) {
      if (op.op !== "setRegister" || op.part !== "32" || op.register === GPR.rax) continue;
      state.setGpr(op.register, BigInt.asUintN(32, state.gpr(op.register)));
    }
  }

  /** Iterates a string instruction. @returns false when it is not finished: registers say how far it got. */
  #runRepeat(entry: Entry, repeat: Repeat): boolean {
    const { steps } = entry;
    const w = this.#evaluator.words;
    const { result } = this.#evaluator;
    const counter = this.#evaluator.register(GPR.rcx);
    const lowMask = repeat.counter === "16" ? 0xffff : -1;
    const highMask = repeat.counter === "64" ? -1 : 0;
    if (repeat.counter === "32" && this.bits === 64) this.#clearUpperHalves(entry);
    const inRuns = this.#iterations > 1 ? entry.run : undefined;
    for (let iteration = 0; ; iteration++) {
      const low = w[counter]!;
      if (((low & lowMask) | (w[counter + 1]! & highMask)) === 0) return true;
      if (iteration >= this.#iterations) return false;
      if (inRuns !== undefined && runString(this.#evaluator, inRuns) > 0) {
        iteration += RUN_ITERATIONS - 1;
        continue;
      }
      for (let k = 0; k < steps.length; k++) steps[k]!();
      if (low === 0 && highMask !== 0) w[counter + 1] = w[counter + 1]! - 1;
      w[counter] = (low & ~lowMask) | ((low - 1) & lowMask);
      if (repeat.kind === "rep") continue;
      // The comparison just made wrote the lazy result without corrections: zero is equal.
      const equal = (w[result]! | w[result + 1]!) === 0;
      if (equal !== (repeat.kind === "repe")) return true;
    }
  }
}

/** From here on Linux tells every address as present. */
const USER_END = 0x7fff_ffff_f000;

/** #PF as the CPU reports it: bit 0 protection, bit 1 write, bit 2 user, bit 4 instruction fetch (SDM Vol. 3, 4.7). */
function pageFault(fault: GuestFault, memory: Memory): Fault {
  // A page of no access is not present to the CPU, nor is what is mapped nowhere.
  const isPresent = (memory.protectionAt(fault.address) ?? 0) !== 0 || fault.address >= USER_END;
  const present = isPresent ? 1 : 0;
  const kind = fault.access === "write" ? 2 : fault.access === "execute" ? 16 : 0;
  return {
    vector: "#PF",
    errorCode: 4 | present | kind,
    address: fault.address,
    access: fault.access,
    sizeBytes: fault.sizeBytes,
  };
}

/**
 * A core that runs one instruction at a time over `state`, which lies in `memory`.
 * @param everyday makes functions for everyday x87 work, called when the first such instruction comes
 */
export function createStepEngine(
  memory: Memory,
  state: CpuState,
  bits: 32 | 64,
  everyday?: () => EverydayFunctions,
): StepEngine {
  return new Engine(memory, state, bits, everyday);
}
