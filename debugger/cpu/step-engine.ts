// The step engine: one instruction at a time, exactly. Takes memory, state and mode, gives a Core. Each address is decoded,
// built and compiled once; after that a run follows links from instruction to instruction. When the memory's code
// generation has moved, an instruction's bytes are compared before it runs again, so that data beside code costs a
// comparison and not a new compilation.

import { RecentMap } from "../../server/base/recent-map.ts";
import { decode } from "../../server/isa/decode.ts";
import { judgeBytes } from "../../server/isa/extent.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import { GuestFault, type Memory } from "../mem/memory.ts";
import type { Care } from "./builder.ts";
import { createCalls } from "./calls.ts";
import type { CallStack, Core, CoreStop, Fault, Observer, ObserverSeat } from "./core.ts";
import { CpuException, Evaluator, STOPPED } from "./evaluator.ts";
import { createKinds, type InstructionCode, type InstructionKind, type InstructionKinds } from "./instruction-kind.ts";
import type { OpOf, Repeat } from "./ir.ts";
import { isCareful } from "./segments.ts";
import { type CpuState, FLAG, GPR, STATE } from "./state.ts";
import { runString } from "./string-run.ts";
import type { EverydayFunctions } from "./x87/everyday.ts";

export { buildInstruction } from "./build.ts";

const MAX_INSTRUCTION_BYTES = 15;
/** Entries kept at most: those that ran lately, where programs make code for ever. */
const MAX_ENTRIES = 400_000;
/** Iterations of a repeated string instruction before the engine comes back, with the instruction unfinished. */
const MAX_ITERATIONS = 400_000;
/** What many iterations at once, up to a page, count as. */
const RUN_ITERATIONS = 16;

/** One instruction at one address, ready to run. */
interface Entry extends ObserverSeat {
  readonly address: number;
  readonly care: Care;
  kind: InstructionKind;
  code: InstructionCode;
  /** Words of the address behind it. */
  nextLow: number;
  nextHigh: number;
  /** Code generation at which the bytes were last compared. */
  generation: number;
  stops: boolean;
  /** A block ends before it. */
  isMarked: boolean;
  /** What ran after it last time, by falling through or by a jump. */
  next: Entry | undefined;
  target: Entry | undefined;
}

/** How the last instruction of a block went on, as far as translators want to know. */
export type BlockEnd = "computed" | "repeated" | "other";

/** A core that can tell which addresses it has executed, and runs block by block. */
export interface StepEngine extends Core {
  addresses(): Iterable<number>;
  /** The address has been executed, as far as it is remembered. */
  hasRun(address: number): boolean;
  /**
   * Like `run`, up to where code may go on in more than one way: behind a jump, call or return, before and behind a repeated
   * string instruction, and before an address of `markBlock` or `stopAt`, which it does not tell apart: always "budget".
   */
  runBlock(budget: number, iterations?: number): CoreStop;
  /** The last instruction that `runBlock` did, and how it went on. */
  readonly blockEnd: { readonly address: number; readonly kind: BlockEnd };
  /** A block ends before this address from now on, and no more. */
  markBlock(address: number): void;
  unmarkBlock(address: number): void;
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
  readonly #entries = new RecentMap<number, Entry>(MAX_ENTRIES, () => this.#unlink(this.#entries));
  /** The same, built with care (segments.ts). */
  readonly #carefulEntries = new RecentMap<number, Entry>(MAX_ENTRIES, () => this.#unlink(this.#carefulEntries));
  readonly #kinds: InstructionKinds;
  readonly #carefulKinds: InstructionKinds;
  readonly #marks = new Set<number>();
  readonly #blockEnd: { address: number; kind: BlockEnd } = { address: 0, kind: "other" };
  /** The addresses that entries were last marked for. */
  #armed = this.stopAt;
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
    this.#kinds = createKinds(this.#evaluator, "none");
    this.#carefulKinds = createKinds(this.#evaluator, "checked");
    this.#rip = this.#evaluator.rip;
    this.#retired = this.#evaluator.field(STATE.retired);
    this.#rsp = this.#evaluator.register(GPR.rsp);
  }

  // ---- entries

  addresses(): Iterable<number> {
    return this.#entries.keys();
  }

  hasRun(address: number): boolean {
    return this.#entries.has(address);
  }

  get blockEnd(): { readonly address: number; readonly kind: BlockEnd } {
    return this.#blockEnd;
  }

  markBlock(address: number): void {
    this.#marks.add(address);
    this.#setMark(address, "marked");
  }

  unmarkBlock(address: number): void {
    this.#marks.delete(address);
    this.#setMark(address, "plain");
  }

  #setMark(address: number, mark: "marked" | "plain"): void {
    for (const entry of [this.#entries.get(address), this.#carefulEntries.get(address)])
      if (entry !== undefined) entry.isMarked = mark === "marked";
  }

  /** Entries were forgotten: what is left must not keep them. */
  #unlink(entries: RecentMap<number, Entry>): void {
    for (const entry of entries.values()) {
      entry.next = undefined;
      entry.target = undefined;
    }
  }

  decodeAt(address: number): Decoded | undefined {
    const entry = this.#entries.get(address);
    if (entry !== undefined && entry.generation === this.memory.codeGeneration) return entry.kind.decoded;
    try {
      return this.#lookAt(this.memory.fetch(address, MAX_INSTRUCTION_BYTES));
    } catch (error) {
      if (error instanceof GuestFault) return undefined;
      throw error;
    }
  }

  /** The instruction that begins the bytes: the same object as when it runs, so that who keeps something with it finds it. */
  #lookAt(window: Uint8Array): Decoded | undefined {
    const known = this.#kinds.knownAt(window);
    if (known !== undefined) return known.decoded;
    const decoded = decode(window, this.bits);
    // What bytes of jmpe are is another question where they run.
    if (decoded === undefined || decoded.mnemonic === "jmpe") return decoded;
    return this.#kinds.kindOf(window.slice(0, decoded.lengthBytes), decoded, window).decoded;
  }

  /** @param bytes what can be fetched at the address. @throws {GuestFault | CpuException} */
  #decode(address: number, bytes: Uint8Array): { decoded: Decoded; bytes: Uint8Array } {
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
    const entry = this.#make(address, care);
    entries.set(address, entry);
    entry.stops = this.stopAt.has(address);
    if (entry.stops) this.#stopping.push(entry);
    return entry;
  }

  /** @throws {GuestFault | CpuException} */
  #learn(kinds: InstructionKinds, address: number, window: Uint8Array): InstructionKind {
    const { decoded, bytes } = this.#decode(address, window);
    return kinds.kindOf(bytes, decoded, window);
  }

  /** @throws {GuestFault | CpuException} */
  #make(address: number, care: Care): Entry {
    const kinds = care === "none" ? this.#kinds : this.#carefulKinds;
    const window = this.memory.fetch(address, MAX_INSTRUCTION_BYTES);
    const kind = kinds.knownAt(window) ?? this.#learn(kinds, address, window);
    const { length } = kind.bytes;
    this.memory.noteCodePage(address);
    this.memory.noteCodePage(address + length - 1);
    const next = (address + length) % (this.bits === 32 ? 2 ** 32 : 2 ** 64);
    return {
      address,
      care,
      kind,
      code: kinds.codeAt(kind, address),
      nextLow: next | 0,
      nextHigh: Math.floor(next / 2 ** 32),
      generation: this.memory.codeGeneration,
      stops: false,
      isMarked: this.#marks.has(address),
      note: undefined,
      next: undefined,
      target: undefined,
    };
  }

  /** Compares an entry's bytes with memory and makes it anew in place when they differ. @throws {GuestFault | CpuException} */
  #refresh(entry: Entry): void {
    const { bytes: before } = entry.kind;
    const length = before.length;
    const bytes = this.memory.fetch(entry.address, length);
    if (bytes.length === length && bytes.every((byte, k) => byte === before[k])) {
      this.memory.noteCodePage(entry.address);
      this.memory.noteCodePage(entry.address + length - 1);
      entry.generation = this.memory.codeGeneration;
      return;
    }
    const { stops } = entry;
    Object.assign(entry, this.#make(entry.address, entry.care), { stops });
  }

  /** rip as a number; high-half and non-canonical addresses are numbers that nothing is mapped at. */
  #pc(): number {
    const w = this.#evaluator.words;
    return (w[this.#rip + 1]! >>> 0) * 2 ** 32 + (w[this.#rip]! >>> 0);
  }

  /** Marks the entries to stop at; entries made later look for themselves. */
  #armStops(): void {
    this.#armed = this.stopAt;
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
    this.#listen(observer);
    try {
      return observer === undefined ? this.#runPlain(budget) : this.#runObserved(budget, observer);
    } catch (error) {
      return this.#stopFor(error);
    }
  }

  runBlock(budget: number, iterations = MAX_ITERATIONS): CoreStop {
    this.#iterations = iterations;
    if (this.stopAt !== this.#armed) this.#armStops();
    const { observer } = this;
    this.#listen(observer);
    this.#blockEnd.kind = "other";
    try {
      return observer === undefined ? this.#blockPlain(budget) : this.#blockObserved(budget, observer);
    } catch (error) {
      return this.#stopFor(error);
    }
  }

  #listen(observer: Observer | undefined): void {
    if (observer === this.#accessing) return;
    this.#accessing = observer;
    this.#evaluator.access = observer?.access?.bind(observer);
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
      const { steps, repeat, transfer } = entry.code;
      if (repeat !== undefined && !this.#runRepeat(entry, repeat)) return { kind: "budget" };
      if (repeat === undefined) for (let k = 0; k < steps.length; k++) steps[k]!();
      this.#count();
      left--;
      if (transfer === "next") {
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

  #blockPlain(budget: number): CoreStop {
    const { memory } = this;
    const w = this.#evaluator.words;
    const rip = this.#rip;
    let entry = this.#entryAt(this.#pc());
    for (let left = budget; ; ) {
      if (entry.generation !== memory.codeGeneration) this.#refresh(entry);
      const { steps, repeat, transfer } = entry.code;
      if (repeat !== undefined) {
        this.#endBlock(entry, "repeated");
        if (!this.#runRepeat(entry, repeat)) return BUDGET;
      } else for (let k = 0; k < steps.length; k++) steps[k]!();
      this.#count();
      if (transfer !== "next") {
        this.#endBlock(entry, entry.kind.isComputed ? "computed" : "other");
        return this.#transfer(entry) ?? BUDGET;
      }
      w[rip] = entry.nextLow;
      w[rip + 1] = entry.nextHigh;
      if (--left <= 0 || repeat !== undefined) return BUDGET;
      if (entry.next === undefined) entry.next = this.#entryAt(this.#pc());
      entry = entry.next;
      if (entry.isMarked || entry.stops || entry.code.repeat !== undefined) return BUDGET;
    }
  }

  #endBlock({ address }: Entry, kind: BlockEnd): void {
    this.#blockEnd.address = address;
    this.#blockEnd.kind = kind;
  }

  /** Where a jump went. */
  #successor(entry: Entry): Entry {
    const pc = this.#pc();
    // What follows may have to be built in another way.
    const { transfer } = entry.code;
    if (transfer === "flags" || transfer === "segment") return this.#entryAt(pc);
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
    const { transfer, ops } = entry.code;
    if (transfer === "jump") return undefined;
    if (transfer === "flags") return this.#afterFlags(entry);
    if (transfer === "segment") {
      this.#goBehind(entry);
      return undefined;
    }
    if (transfer === "system") {
      this.#goBehind(entry);
      const op = ops.at(-1) as OpOf<"systemCall">;
      return { kind: "syscall", by: op.by };
    }
    const w = this.#evaluator.words;
    const stackPointer = (w[this.#rsp + 1]! >>> 0) * 2 ** 32 + (w[this.#rsp]! >>> 0);
    if (transfer === "return") this.calls.returned(stackPointer);
    else {
      this.calls.called({
        callSite: entry.address,
        returnAddress: (entry.nextHigh >>> 0) * 2 ** 32 + (entry.nextLow >>> 0),
        target: this.#pc(),
        stackPointer,
        time: this.state.retired - 1,
      });
    }
    return undefined;
  }

  /** popf and iret: from the next instruction on the trap flag counts. */
  #afterFlags(entry: Entry): CoreStop | undefined {
    if (entry.code.ops.at(-1)?.op !== "jump") this.#goBehind(entry);
    return this.#evaluator.words[this.#evaluator.system]! & FLAG.tf ? { kind: "trapFlag" } : undefined;
  }

  #runObserved(budget: number, observer: Observer): CoreStop {
    for (let left = budget; left > 0; left--) {
      const pc = this.#pc();
      const entry = this.#entryAt(pc);
      if (left !== budget && entry.stops) return { kind: "address" };
      const stop = this.#observe(entry, pc, observer);
      if (stop !== undefined) return stop;
    }
    return { kind: "budget" };
  }

  #blockObserved(budget: number, observer: Observer): CoreStop {
    let pc = this.#pc();
    let entry = this.#entryAt(pc);
    for (let left = budget; ; ) {
      if (entry.generation !== this.memory.codeGeneration) this.#refresh(entry);
      const { repeat, transfer } = entry.code;
      if (repeat !== undefined) this.#endBlock(entry, "repeated");
      else if (transfer !== "next") this.#endBlock(entry, entry.kind.isComputed ? "computed" : "other");
      const stop = this.#observe(entry, pc, observer);
      if (stop !== undefined) return stop;
      if (--left <= 0 || repeat !== undefined || transfer !== "next") return BUDGET;
      pc = this.#pc();
      if (entry.next === undefined) entry.next = this.#entryAt(pc);
      entry = entry.next;
      if (entry.isMarked || entry.stops || entry.code.repeat !== undefined) return BUDGET;
    }
  }

  /** One instruction under an observer. @returns why to come back at once */
  #observe(entry: Entry, pc: number, observer: Observer): CoreStop | undefined {
    const { decoded } = entry.kind;
    const { steps, repeat, transfer } = entry.code;
    if (observer.before?.(pc, decoded, entry) === "stop") return { kind: "observer" };
    if (repeat !== undefined) {
      if (!this.#runRepeat(entry, repeat)) return BUDGET;
    } else for (let k = 0; k < steps.length; k++) steps[k]!();
    this.#count();
    let stop: CoreStop | undefined;
    if (transfer === "next") this.#goBehind(entry);
    else stop = this.#transfer(entry);
    observer.after?.(pc, decoded);
    return stop;
  }

  /** With 32-bit addresses the CPU clears the counter's upper half, and for a count of zero that of the pointers too. */
  #clearUpperHalves(entry: Entry): void {
    const { state } = this;
    const count = BigInt.asUintN(32, state.gpr(GPR.rcx));
    state.setGpr(GPR.rcx, count);
    if (count !== 0n) return;
    for (const op of entry.code.ops) {
      if (op.op !== "setRegister" || op.part !== "32" || op.register === GPR.rax) continue;
      state.setGpr(op.register, BigInt.asUintN(32, state.gpr(op.register)));
    }
  }

  /** Iterates a string instruction. @returns false when it is not finished: registers say how far it got. */
  #runRepeat(entry: Entry, repeat: Repeat): boolean {
    const { steps } = entry.code;
    const w = this.#evaluator.words;
    const { result } = this.#evaluator;
    const counter = this.#evaluator.register(GPR.rcx);
    const lowMask = repeat.counter === "16" ? 0xffff : -1;
    const highMask = repeat.counter === "64" ? -1 : 0;
    if (repeat.counter === "32" && this.bits === 64) this.#clearUpperHalves(entry);
    const inRuns = this.#iterations > 1 ? entry.kind.run : undefined;
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

const BUDGET: CoreStop = { kind: "budget" };

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
