// Registers that a function should have given back and did not, in code under an observer: nothing comes of it until the
// caller relies on one of them before setting it again. Where that may be, the code leaves if it is so; a bit for each such
// register and a record of the return that left it changed wait for the observer.

import type { InlineRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { CHANGED, CHANGED_BYTES, CHANGES, FRAME, SAVED_REGISTERS } from "../mem/watch-layout.ts";
import { Emitter } from "./emitter.ts";
import { type Block, successorsOf } from "./region-graph.ts";
import { I32, I64, type InnerFunction, OP, VOID_TYPE } from "./wasm-writer.ts";
import type { Masks, Watched, Watching } from "./watched.ts";

type Rules = ReadonlyMap<InstructionIr, InlineRule>;

/** What the instruction may not find changed: saving a register on the stack is no use of it. */
const relianceOf = (rule: InlineRule): number => (rule.stack?.kind === "push" ? 0 : rule.relies);

/** What may be changed behind a block. */
function behind({ instructions }: Block, before: number, rules: Rules, all: number): number {
  let mask = before;
  for (const ir of instructions) {
    const rule = rules.get(ir);
    if (rule === undefined) continue;
    mask &= ~(relianceOf(rule) | rule.written);
    if (rule.stack?.kind === "ret") mask = all;
  }
  return mask;
}

/** For each block the registers that may be changed where it begins. @param reached blocks that computed ways may lead to */
export function mayBeChanged(
  blocks: readonly Block[],
  reached: readonly number[],
  rules: Rules,
  bits: 32 | 64,
): readonly number[] {
  const all = SAVED_REGISTERS[bits].reduce((mask, number) => mask | (1 << number), 0);
  const masks = new Array<number>(blocks.length).fill(0);
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    blocks.forEach((block, index) => {
      const out = behind(block, masks[index]!, rules, all);
      const isComputed = block.ending.kind === "return" || block.ending.kind === "computed";
      for (const next of [...successorsOf(block.ending), ...(isComputed ? reached : [])]) {
        if ((out & ~masks[next]!) === 0) continue;
        masks[next] = masks[next]! | out;
        goesOn = true;
      }
    });
  }
  return masks;
}

/** Before an instruction: leaves when it relies on a register that was left changed. @returns what may be changed behind it */
export function checkReliance({ watched, around, rule }: Watching, possible: number): number {
  const { e, changed } = watched;
  const mask = possible & relianceOf(rule);
  if (mask !== 0) {
    e.get(changed);
    e.i32(mask);
    e.op(OP.i32And);
    around.exitIf();
  }
  return possible & ~(mask | rule.written);
}

/** What a block's instructions have written is not changed any more. @param before what may have been, where it began */
export function forgetWritten({ e, changed }: Watched, { written }: Masks, before: number): void {
  if ((written & before) === 0) return;
  e.get(changed);
  e.i32(~(written & before));
  e.op(OP.i32And);
  e.set(changed);
}

/** At a return, while the frame is still the innermost: keeps which registers it leaves changed, and who that was. */
export function noteChanged({ watched, ir, pushTime }: Watching, noteChangedFunction: number): void {
  const { e, changed, doubtful, top, open, close } = watched;
  e.get(doubtful);
  open(OP.if);
  e.get(doubtful);
  e.get(top);
  e.i64(ir.address);
  // The count before the return.
  pushTime();
  e.i64(1n);
  e.op(OP.i64Sub);
  e.call(noteChangedFunction);
  e.get(changed);
  e.op(OP.i32Or);
  e.set(changed);
  close();
}

/** (registers, frame, the ret's address, time) → the registers; copies what a finding would tell. */
export function changedFunction(watch: number, bits: 32 | 64): InnerFunction {
  const e = new Emitter(4);
  const [mask, frame, pc, time] = [0, 1, 2, 3];
  SAVED_REGISTERS[bits].forEach((number, k) => {
    const record = watch + CHANGES + number * CHANGED_BYTES;
    const store = (offset: number, push: () => void): void => {
      e.i32(0);
      push();
      e.memory(OP.i64Store, record + offset);
    };
    const copy = (offset: number, from: number): void =>
      store(offset, () => {
        e.get(frame);
        e.memory(OP.i64Load, from);
      });
    e.get(mask);
    e.i32(1 << number);
    e.op(OP.i32And);
    e.op(OP.if, VOID_TYPE);
    copy(CHANGED.target, FRAME.target);
    copy(CHANGED.saved, FRAME.saved + 8 * k);
    copy(CHANGED.callSite, FRAME.callSite);
    copy(CHANGED.callTime, FRAME.time);
    store(CHANGED.pc, () => e.get(pc));
    store(CHANGED.time, () => e.get(time));
    e.op(OP.end);
  });
  e.get(mask);
  return { parameters: [I32, I32, I64, I64], locals: e.locals, code: e.code };
}
