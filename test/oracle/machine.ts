// Runs single-instruction cases on a core of ours, in the memory that the cases expect.

import type { Core, Fault } from "../../debugger/cpu/core.ts";
import { createState } from "../../debugger/cpu/create-state.ts";
import { FLAG, STATE } from "../../debugger/cpu/state.ts";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { NODE_FOLD_BYTES, PROT } from "../../debugger/mem/layout.ts";
import type { Memory } from "../../debugger/mem/memory.ts";
import { type Case, changedRuns, FS_BASE, GS_BASE, LISTED, REGION, type Result } from "./wire.ts";

/** What the signal frame lets through: the arithmetic flags, DF, AC, ID. */
const SETTABLE_FLAGS = 0x244cd5n;
const INT3 = 0xcc;
/** Far more than any case needs: one that runs longer is a time-out. */
const MAX_INSTRUCTIONS = 1000;

const VECTOR_NUMBER: Readonly<Record<Fault["vector"], number>> = {
  "#DE": 0,
  "#DB": 1,
  "#BP": 3,
  "#OF": 4,
  "#BR": 5,
  "#UD": 6,
  "#SS": 12,
  "#GP": 13,
  "#PF": 14,
  "#MF": 16,
  "#AC": 17,
  "#XM": 19,
};

export type MakeCore = (memory: Memory, state: ReturnType<typeof createState>, bits: 32 | 64) => Core;

/** Runs cases with the fold of the product, where positions of the state exceed 2^31. */
export class CaseRunner {
  readonly #memory = createMemory(NODE_FOLD_BYTES);
  readonly #state = createState(this.#memory);
  readonly #initial: Uint8Array;
  readonly #cores: Readonly<Record<32 | 64, Core>>;
  readonly #prepare: (core: Core) => void;

  /** `prepare` sees the core before each case. */
  constructor(makeCore: MakeCore = createStepEngine, prepare: (core: Core) => void = () => {}) {
    this.#prepare = prepare;
    this.#cores = { 32: makeCore(this.#memory, this.#state, 32), 64: makeCore(this.#memory, this.#state, 64) };
    this.#memory.map(REGION.code[0], REGION.code[1], PROT.read | PROT.exec);
    for (const region of LISTED) this.#memory.map(region[0], region[1], PROT.read | PROT.write);
    this.#memory.map(REGION.readOnly[0], REGION.readOnly[1], PROT.read);
    this.#initial = this.#state.save();
  }

  run(c: Case): Result {
    const memory = this.#memory;
    this.#state.restore(this.#initial);
    this.#load(c);
    this.#prepare(this.#cores[c.mode]);
    const before = LISTED.map(([start, sizeBytes]) => memory.peek(start, sizeBytes));
    const outcome = this.#execute(this.#cores[c.mode], c);
    const result = this.#collect(c, outcome, before);
    for (const [start, sizeBytes] of LISTED) memory.poke(start, new Uint8Array(sizeBytes));
    return result;
  }

  #load(c: Case): void {
    const memory = this.#memory;
    const state = this.#state;
    memory.poke(REGION.code[0], new Uint8Array(REGION.code[1]).fill(INT3));
    memory.poke(REGION.code[0] + c.codeOffset, c.code);
    for (const { address, bytes } of c.memory) memory.poke(address, bytes);
    c.gpr.forEach((value, k) => {
      state.setGpr(k, value);
    });
    state.eflags = c.rflags & SETTABLE_FLAGS;
    state.rip = BigInt(REGION.code[0] + c.codeOffset);
    state.fsBase = FS_BASE;
    state.gsBase = GS_BASE;
    state.setTlsBase(0, Number(FS_BASE));
    state.setTlsBase(1, Number(GS_BASE));
    const selectors = { es: 0x2b, cs: c.mode === 32 ? 0x23 : 0x33, ss: 0x2b, ds: 0x2b, fs: 0x63, gs: 0x6b };
    for (const [name, value] of Object.entries(selectors)) state.write(name, BigInt(value));
    state.mxcsr = c.mxcsr;
    const at = memory.layout.state;
    if (c.ymm) memory.u8.set(c.ymm, at + STATE.ymm);
    if (c.x87) this.#loadX87(c.x87);
  }

  #loadX87(x87: Uint8Array): void {
    const { u8, view, layout } = this.#memory;
    const from = new DataView(x87.buffer, x87.byteOffset);
    const fsw = from.getUint16(2, true);
    const top = (fsw >> 11) & 7;
    view.setUint16(layout.state + STATE.fcw, from.getUint16(0, true), true);
    view.setUint16(layout.state + STATE.fsw, fsw, true);
    for (let k = 0; k < 8; k++)
      u8.set(x87.subarray(8 + 10 * k, 18 + 10 * k), layout.state + STATE.st + 16 * ((top + k) & 7));
    let tags = 0;
    for (let k = 0; k < 8; k++) {
      const value = this.#memory.u8.subarray(layout.state + STATE.st + 16 * k, layout.state + STATE.st + 16 * k + 10);
      tags |= (x87[4]! & (1 << k) ? fullTag(value) : 3) << (2 * k);
    }
    view.setUint16(layout.state + STATE.ftw, tags, true);
  }

  #execute(core: Core, c: Case): Fault | "done" | "timeout" {
    const codeStart = REGION.code[0] + c.codeOffset;
    const codeEnd = codeStart + c.code.length;
    for (let k = 0; k < (c.end === "step" ? 1 : MAX_INSTRUCTIONS); k++) {
      const stop = core.run(1);
      if (stop.kind === "fault") {
        const opcodeAt = Number(this.#state.rip) - 1;
        const filler = opcodeAt >= REGION.code[0] && opcodeAt < REGION.code[0] + REGION.code[1];
        if (stop.fault.vector === "#DB") return "done";
        if (stop.fault.vector !== "#BP" || !filler || (opcodeAt >= codeStart && opcodeAt < codeEnd)) return stop.fault;
        this.#state.rip = BigInt(opcodeAt);
        return "done";
      }
      if (stop.kind === "syscall") return "done";
    }
    return c.end === "step" ? "done" : "timeout";
  }

  #collect(c: Case, outcome: Fault | "done" | "timeout", before: readonly Uint8Array[]): Result {
    const memory = this.#memory;
    const state = this.#state;
    const at = memory.layout.state;
    const fault = typeof outcome === "string" ? undefined : outcome;
    return {
      fault: fault && {
        vector: VECTOR_NUMBER[fault.vector],
        errorCode: fault.errorCode,
        address: fault.vector === "#PF" ? (fault.exactAddress ?? BigInt(fault.address ?? 0)) : 0n,
      },
      timeout: outcome === "timeout",
      rip: state.rip,
      rflags: state.eflags & ~BigInt(FLAG.tf | 0x10000),
      gpr: Array.from({ length: 16 }, (_, k) => state.gpr(k)),
      mxcsr: state.mxcsr,
      ymm: c.ymm && memory.u8.slice(at + STATE.ymm, at + STATE.ymm + 512),
      x87: c.x87 && this.#saveX87(),
      memory: LISTED.flatMap(([start, sizeBytes], k) => changedRuns(start, before[k]!, memory.peek(start, sizeBytes))),
    };
  }

  #saveX87(): Uint8Array {
    const { u8, view, layout } = this.#memory;
    const bytes = new Uint8Array(88);
    const to = new DataView(bytes.buffer);
    const fsw = view.getUint16(layout.state + STATE.fsw, true);
    const tags = view.getUint16(layout.state + STATE.ftw, true);
    const top = (fsw >> 11) & 7;
    to.setUint16(0, view.getUint16(layout.state + STATE.fcw, true), true);
    to.setUint16(2, fsw, true);
    for (let k = 0; k < 8; k++) {
      if (((tags >> (2 * k)) & 3) !== 3) bytes[4] = bytes[4]! | (1 << k);
      const from = layout.state + STATE.st + 16 * ((top + k) & 7);
      bytes.set(u8.subarray(from, from + 10), 8 + 10 * k);
    }
    return bytes;
  }
}

/** The full tag of an 80-bit value in use: 0 valid, 1 zero, 2 special (SDM Vol. 1, 8.1.7). */
function fullTag(bytes: Uint8Array): number {
  const exponent = ((bytes[9]! << 8) | bytes[8]!) & 0x7fff;
  const significand = bytes.subarray(0, 8).some((byte) => byte !== 0);
  if (exponent === 0 && !significand) return 1;
  return exponent === 0 || exponent === 0x7fff || (bytes[7]! & 0x80) === 0 ? 2 : 0;
}
