// From region to region without coming back to JavaScript. Takes regions' functions by number and, for addresses, which region
// goes on there and what it asks for; gives a function that runs a region, looks up where that one left to, and goes on as
// long as the answer is known. The table of addresses is a hint: what is not in it is for the translator.

import type { EntryNeeds } from "../cpu/inline-watch.ts";
import { FLAG, GPR, STATE } from "../cpu/state.ts";
import { CHAIN_BYTES, type Layout } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import { FRAME, FRAME_FLAG, STACK_WINDOW, WATCH } from "../mem/watch-layout.ts";
import { CHAIN } from "./chain-cells.ts";
import { Emitter, type Local } from "./emitter.ts";
import { memoryTypeOf } from "./memory-type.ts";
import { LEFT_SCRATCH, SLOW_BIT, WORK_SCRATCH } from "./region-code.ts";
import { SIMD } from "./simd.ts";
import { moduleOf, OP, VOID_TYPE } from "./wasm-writer.ts";

const CELLS_BYTES = 64;

/** What the table knows of an address: two places next to each other for each. */
export const LINK = { address: 0, serial: 8, epoch: 12, region: 16, entry: 20, budget: 24, isSource: 28 } as const;
export const LINK_BYTES = 32;
export const LINKS = 2 ** 15;

/** What the entry there needs under an observer: masks, and for each register the number it must have where its mask says so. */
const GATE = {
  registers: 0,
  relied: 4,
  vectors: 8,
  flags: 12,
  pointers: 16,
  changed: 20,
  known: 32,
  masks: 96,
} as const;
const GATE_BYTES = 160;

const linksOf = (layout: Layout): number => layout.chain + CELLS_BYTES;
const gatesOf = (layout: Layout): number => linksOf(layout) + LINKS * LINK_BYTES;

/** i32: the host address of the first of two places for the address in `rip`. */
export function pushLink(e: Emitter, layout: Layout, rip: Local): void {
  e.get(rip);
  e.op(OP.i32WrapI64);
  e.i32(LINKS - 1);
  e.op(OP.i32And);
  e.i32(LINK_BYTES);
  e.op(OP.i32Mul);
  e.i32(linksOf(layout));
  e.op(OP.i32Add);
}

export interface Link {
  readonly address: number;
  /** No two regions have the same. */
  readonly serial: number;
  readonly region: number;
  readonly entry: number;
  /** The least that the region must be given. */
  readonly budget: number;
  readonly isSource: boolean;
  readonly needs: EntryNeeds | undefined;
  /** Registers whose objects the region may change. */
  readonly pointers: number;
}

export interface Chain {
  /** Runs a region and those that it leads to. @returns the last one's exit number, doubled, and SLOW_BIT */
  run(budget: number, region: number, entry: number): number;
  cell(offset: number): number;
  setCell(offset: number, value: number): void;
  setRegion(region: number, call: unknown): void;
  knows(address: number, serial: number): boolean;
  add(link: Link): void;
  /** Forgets what the table says of an address, if it is of this region. */
  remove(address: number, serial: number): void;
  /** Nothing in the table holds any more. */
  forget(): void;
}

/** @param regions how many regions there may be; @param isWatched they run under an observer */
export function createChain(memory: Memory, regions: number, isWatched: boolean): Chain {
  const { layout, wasm } = memory;
  const links = linksOf(layout);
  const gates = gatesOf(layout);
  const words = new Uint32Array(wasm.buffer, layout.chain, CHAIN_BYTES / 4);
  const table = new WebAssembly.Table({ element: "anyfunc", initial: regions, maximum: regions });
  const module = new WebAssembly.Module(chainModule(memory, isWatched));
  const instance = new WebAssembly.Instance(module, { e: { memory: wasm, table } });
  const { run } = instance.exports as { readonly run: Chain["run"] };
  const wordOf = (at: number): number => (at - layout.chain) / 4;
  const matches = (at: number, address: number): boolean => {
    const k = wordOf(at);
    return (
      words[k] === address >>> 0 &&
      words[k + 1] === Math.floor(address / 2 ** 32) &&
      words[k + LINK.epoch / 4] === words[CHAIN.epoch / 4]
    );
  };
  const placeOf = (address: number): number => links + (address & (LINKS - 1)) * LINK_BYTES;
  /** Where an address is, or where it may be put. */
  const find = (address: number): number => {
    const first = placeOf(address);
    const second = first ^ LINK_BYTES;
    if (matches(first, address)) return first;
    if (matches(second, address)) return second;
    const isFree = (at: number): boolean => words[wordOf(at) + LINK.epoch / 4] !== words[CHAIN.epoch / 4];
    return isFree(first) || !isFree(second) ? first : second;
  };
  words[CHAIN.epoch / 4]!++;
  return {
    run,
    cell: (offset) => words[offset / 4]!,
    setCell(offset, value) {
      words[offset / 4] = value;
    },
    setRegion(region, call) {
      table.set(region, call);
    },
    knows(address, serial) {
      const at = find(address);
      return matches(at, address) && words[wordOf(at) + LINK.serial / 4] === serial;
    },
    add({ address, serial, region, entry, budget, isSource, needs, pointers }) {
      const at = find(address);
      const k = wordOf(at);
      words[k] = address;
      words[k + 1] = Math.floor(address / 2 ** 32);
      words[k + LINK.serial / 4] = serial;
      words[k + LINK.epoch / 4] = words[CHAIN.epoch / 4]!;
      words[k + LINK.region / 4] = region;
      words[k + LINK.entry / 4] = entry;
      words[k + LINK.budget / 4] = budget;
      words[k + LINK.isSource / 4] = isSource ? 1 : 0;
      if (needs === undefined) return;
      const gate = wordOf(gates + ((at - links) / LINK_BYTES) * GATE_BYTES);
      words[gate + GATE.registers / 4] = needs.registers;
      words[gate + GATE.relied / 4] = needs.relied;
      words[gate + GATE.vectors / 4] = needs.vectors;
      words[gate + GATE.flags / 4] = needs.usesFlags ? 1 : 0;
      words[gate + GATE.pointers / 4] = needs.pointers;
      words[gate + GATE.changed / 4] = pointers;
      for (let register = 0; register < 16; register++) {
        const known = needs.known[register] ?? -1;
        words[gate + GATE.known / 4 + register] = Math.max(0, known);
        words[gate + GATE.masks / 4 + register] = known < 0 ? 0 : 0xffffffff;
      }
    },
    remove(address, serial) {
      const at = find(address);
      const k = wordOf(at);
      if (matches(at, address) && words[k + LINK.serial / 4] === serial) words.fill(0, k, k + LINK_BYTES / 4);
    },
    forget() {
      const epoch = (words[CHAIN.epoch / 4]! + 1) >>> 0;
      // Numbers have come round: old ones would count again.
      if (epoch === 0) words.fill(0);
      words[CHAIN.epoch / 4] = Math.max(1, epoch);
    },
  };
}

interface Chaining {
  readonly e: Emitter;
  readonly layout: Layout;
  readonly link: Local;
  readonly gate: Local;
  readonly scratch: Local;
  /** Registers written since the masks were last set aside, and those that functions left changed. */
  readonly fresh: Local;
  readonly changed: Local;
  /** Leaves when the i32 on the stack is not 0. */
  leaveIf(): void;
}

const BUDGET: Local = 0;
const REGION: Local = 1;
const ENTRY: Local = 2;

function chainModule({ layout, wasm }: Memory, isWatched: boolean): Uint8Array<ArrayBuffer> {
  const e = new Emitter(3);
  const [exit, left] = [e.local("i32"), e.local("i32")];
  const [link, gate, scratch] = [e.local("i32"), e.local("i32"), e.local("i32")];
  const [fresh, changed] = [e.local("i32"), e.local("i32")];
  const rip = e.local("i64");
  const load = (at: number): void => {
    e.i32(0);
    e.memory(OP.i32Load, at);
  };
  const store = (at: number, push: () => void): void => {
    e.i32(0);
    push();
    e.memory(OP.i32Store, at);
  };
  const cell = (offset: number): number => layout.chain + offset;
  const chaining: Chaining = { e, layout, link, gate, scratch, fresh, changed, leaveIf: () => e.branchIf(1) };
  e.op(OP.block, VOID_TYPE, OP.loop, VOID_TYPE);
  e.get(BUDGET);
  e.get(ENTRY);
  e.get(REGION);
  e.op(OP.callIndirect, 1, 0);
  e.set(exit);
  load(layout.state + LEFT_SCRATCH);
  e.set(left);
  e.get(exit);
  e.i32(SLOW_BIT);
  e.op(OP.i32And);
  chaining.leaveIf();
  load(layout.state + WORK_SCRATCH);
  e.i32(0);
  e.op(OP.i32LtS);
  chaining.leaveIf();
  load(cell(CHAIN.steps));
  e.op(OP.i32Eqz);
  chaining.leaveIf();
  store(cell(CHAIN.steps), () => {
    load(cell(CHAIN.steps));
    e.i32(1);
    e.op(OP.i32Sub);
  });
  lookUp(chaining, rip);
  e.get(left);
  e.get(link);
  e.memory(OP.i32Load, LINK.budget);
  e.op(OP.i32LtS);
  chaining.leaveIf();
  if (isWatched) passGate(chaining);
  account(chaining, { exit, left, isWatched });
  e.get(left);
  e.set(BUDGET);
  for (const [offset, into] of [
    [LINK.region, REGION],
    [LINK.entry, ENTRY],
  ] as const) {
    e.get(link);
    e.memory(OP.i32Load, offset);
    e.set(into);
  }
  e.branch(0);
  e.op(OP.end, OP.end);
  store(cell(CHAIN.region), () => e.get(REGION));
  store(cell(CHAIN.budget), () => e.get(BUDGET));
  e.get(exit);
  return moduleOf(e, e.code, { memory: memoryTypeOf(wasm), calls: { parameters: 2 } });
}

/** Counts what the region did, and for an observer which it was. */
function account(
  { e, layout, link }: Chaining,
  { exit, left, isWatched }: { readonly exit: Local; readonly left: Local; readonly isWatched: boolean },
): void {
  const cell = (offset: number): number => layout.chain + offset;
  const store = (at: number, push: () => void): void => {
    e.i32(0);
    push();
    e.memory(OP.i32Store, at);
  };
  e.i32(0);
  e.i32(0);
  e.memory(OP.i64Load, layout.state + STATE.retired);
  e.binary(OP.i32Sub, BUDGET, left);
  e.op(OP.i64ExtendI32U, OP.i64Add);
  e.memory(OP.i64Store, layout.state + STATE.retired);
  if (isWatched) {
    e.binary(OP.i32Ne, left, BUDGET);
    e.op(OP.if, VOID_TYPE);
    store(cell(CHAIN.lastRegion), () => e.get(REGION));
    store(cell(CHAIN.lastExit), () => e.get(exit));
    e.i32(0);
    e.memory(OP.i32Load, cell(CHAIN.isSource));
    e.op(OP.if, VOID_TYPE);
    store(cell(CHAIN.sourceRegion), () => e.get(REGION));
    store(cell(CHAIN.sourceExit), () => e.get(exit));
    e.i32(0);
    e.i32(0);
    e.memory(OP.i64Load, layout.state + STATE.retired);
    e.memory(OP.i64Store, cell(CHAIN.sourceTime));
    e.op(OP.end, OP.end);
    store(cell(CHAIN.isSource), () => {
      e.get(link);
      e.memory(OP.i32Load, LINK.isSource);
    });
  }
}

/** Finds the link of where the region left to, or leaves. */
function lookUp({ e, layout, link, leaveIf }: Chaining, rip: Local): void {
  const isOther = (): void => {
    e.get(link);
    e.memory(OP.i64Load, LINK.address);
    e.get(rip);
    e.op(OP.i64Ne);
    e.get(link);
    e.memory(OP.i32Load, LINK.epoch);
    e.i32(0);
    e.memory(OP.i32Load, layout.chain + CHAIN.epoch);
    e.op(OP.i32Ne, OP.i32Or);
  };
  e.i32(0);
  e.memory(OP.i64Load, layout.state + STATE.rip);
  e.set(rip);
  pushLink(e, layout, rip);
  e.set(link);
  isOther();
  e.op(OP.if, VOID_TYPE);
  e.get(link);
  e.i32(LINK_BYTES);
  e.op(OP.i32Xor);
  e.set(link);
  e.op(OP.end);
  isOther();
  leaveIf();
}

/** Registers written since masks were last set aside, and those left changed by functions and not written since. */
function collectWritten({ e, layout, fresh, changed }: Chaining): void {
  const cell = (offset: number): void => {
    e.i32(0);
    e.memory(OP.i32Load, layout.watch + offset);
  };
  cell(WATCH.everWritten);
  cell(WATCH.written);
  e.op(OP.i32Or);
  e.set(fresh);
  cell(WATCH.heldChanged);
  e.get(fresh);
  e.i32(-1);
  e.op(OP.i32Xor, OP.i32And);
  cell(WATCH.changed);
  e.op(OP.i32Or);
  e.set(changed);
}

/** Leaves unless the observer would let the code at the link run by itself: see `enter` of check/inline-watch.ts. */
function passGate(chaining: Chaining): void {
  const { e, layout, link, gate, scratch, fresh, changed, leaveIf } = chaining;
  const cell = (offset: number, opcode: number = OP.i32Load): void => {
    e.i32(0);
    e.memory(opcode, layout.watch + offset);
  };
  const need = (offset: number): void => {
    e.get(gate);
    e.memory(OP.i32Load, offset);
  };
  e.get(link);
  e.i32(linksOf(layout));
  e.op(OP.i32Sub);
  e.i32(LINK_BYTES);
  e.op(OP.i32DivU);
  e.i32(GATE_BYTES);
  e.op(OP.i32Mul);
  e.i32(gatesOf(layout));
  e.op(OP.i32Add);
  e.set(gate);
  collectWritten(chaining);
  // What was written since the first region was entered is defined, and nobody destroyed it.
  e.get(fresh);
  cell(WATCH.heldWritten);
  e.op(OP.i32Or);
  e.i32(-1);
  e.op(OP.i32Xor);
  e.set(scratch);
  need(GATE.registers);
  cell(WATCH.undefinedRegisters);
  e.op(OP.i32And);
  need(GATE.relied);
  cell(WATCH.unreliable);
  e.op(OP.i32And, OP.i32Or);
  e.get(scratch);
  e.op(OP.i32And);
  need(GATE.vectors);
  cell(WATCH.undefinedVectors);
  e.op(OP.i32And, OP.i32Or);
  need(GATE.flags);
  cell(WATCH.undefinedFlags);
  e.op(OP.i32And, OP.i32Or);
  need(GATE.pointers);
  cell(WATCH.unnumbered);
  e.op(OP.i32And, OP.i32Or);
  need(GATE.relied);
  e.get(changed);
  e.op(OP.i32And, OP.i32Or);
  e.i32(0);
  e.memory(OP.i32Load, layout.state + STATE.flagSystem);
  e.i32(FLAG.df);
  e.op(OP.i32And, OP.i32Or);
  leaveIf();
  for (let k = 0; k < 64; k += 16) {
    e.i32(0);
    e.vectorMemory(SIMD.load, layout.watch + WATCH.pointers + k);
    e.get(gate);
    e.vectorMemory(SIMD.load, GATE.known + k);
    e.simd(SIMD.xor);
    e.get(gate);
    e.vectorMemory(SIMD.load, GATE.masks + k);
    e.simd(SIMD.and);
    if (k > 0) e.simd(SIMD.or);
  }
  e.simd(SIMD.anyTrue);
  leaveIf();
  passStackGate(chaining);
  e.i32(0);
  e.i32(0);
  e.memory(OP.i32Load, layout.chain + CHAIN.pointers);
  need(GATE.changed);
  e.op(OP.i32Or);
  e.memory(OP.i32Store, layout.chain + CHAIN.pointers);
  holdChanged(chaining);
}

/** Registers that functions left changed wait until they are written. What was written so far goes aside, so that the masks tell
 * what the next region writes. */
function holdChanged({ e, layout, fresh, changed, scratch }: Chaining): void {
  const cell = (offset: number): void => {
    e.i32(0);
    e.memory(OP.i32Load, layout.watch + offset);
  };
  const store = (offset: number, push: () => void): void => {
    e.i32(0);
    push();
    e.memory(OP.i32Store, layout.watch + offset);
  };
  const field = (offset: number): void => {
    e.get(scratch);
    e.memory(OP.i32Load, offset);
  };
  const storeField = (offset: number, push: () => void): void => {
    e.get(scratch);
    push();
    e.memory(OP.i32Store, offset);
  };
  e.get(changed);
  cell(WATCH.heldChanged);
  e.op(OP.i32Or);
  e.op(OP.if, VOID_TYPE);
  store(WATCH.heldChanged, () => e.get(changed));
  store(WATCH.heldWritten, () => {
    cell(WATCH.heldWritten);
    e.get(fresh);
    e.op(OP.i32Or);
  });
  cell(WATCH.top);
  e.set(scratch);
  storeField(FRAME.used, () => {
    field(FRAME.used);
    cell(WATCH.used);
    field(FRAME.written);
    e.i32(-1);
    e.op(OP.i32Xor, OP.i32And, OP.i32Or);
  });
  storeField(FRAME.written, () => {
    field(FRAME.written);
    cell(WATCH.written);
    e.op(OP.i32Or);
  });
  for (const offset of [WATCH.used, WATCH.written, WATCH.everWritten, WATCH.changed]) store(offset, () => e.i32(0));
  e.op(OP.end);
}

/** The innermost call: nobody switched its stack, and rsp is below its return address and in the window. */
function passStackGate({ e, layout, scratch, leaveIf }: Chaining): void {
  const cell = (offset: number, opcode: number = OP.i32Load): void => {
    e.i32(0);
    e.memory(opcode, layout.watch + offset);
  };
  cell(WATCH.top);
  e.tee(scratch);
  cell(WATCH.lowestTop);
  e.op(OP.i32LtU);
  e.get(scratch);
  e.memory(OP.i32Load, FRAME.flags);
  e.i32(FRAME_FLAG.switched);
  e.op(OP.i32And, OP.i32Or);
  leaveIf();
  const stackPointer = (): void => {
    e.i32(0);
    e.memory(OP.i64Load, layout.state + STATE.gpr + 8 * GPR.rsp);
  };
  stackPointer();
  e.get(scratch);
  e.memory(OP.i64Load, FRAME.stackPointer);
  e.op(OP.i64GtU);
  stackPointer();
  cell(STACK_WINDOW.lowest, OP.i64Load);
  e.op(OP.i64Sub);
  cell(STACK_WINDOW.room, OP.i64Load);
  e.op(OP.i64GtU, OP.i32Or);
  leaveIf();
}
