// The functions that watched code calls where a few instructions in line are not enough: which object a loaded value points
// into, which range a frame's locals have, whether a write touches what a call keeps on the stack. Each gives an i32, CARE where the observer has to look.

import type { InlineWatch } from "../cpu/inline-watch.ts";
import type { Layout } from "../mem/layout.ts";
import {
  FRAME,
  FRAME_BYTES,
  FRAME_FLAG,
  FRAMES,
  OWNERS,
  PUSH_BYTES,
  RANGE,
  RANGE_KIND,
  RANGES_MAX,
  VARIABLE_BYTES,
  VARIABLES,
  WATCH,
} from "../mem/watch-layout.ts";
import { Emitter, type Local } from "./emitter.ts";
import { isFrameFunction } from "./frame-entry.ts";
import { I32, I64, type InnerFunction, OP, VOID_TYPE } from "./wasm-writer.ts";
import { changedFunction } from "./watch-changed.ts";
import { shadowBitsFunction } from "./watch-string.ts";
import { pushRange } from "./watched.ts";

/** What they give where they cannot say. */
export const CARE = -1;
/** Their numbers, counted from the first. */
export const INNER = {
  objectOf: 0,
  localsOf: 1,
  touchesSlot: 2,
  noteChanged: 3,
  shadowBits: 4,
  dropPushes: 5,
  isFrame: 6,
} as const;

interface Around {
  readonly layout: Layout;
  readonly watch: InlineWatch;
  readonly wordBytes: number;
  /** Number of the first of them. */
  readonly first: number;
}

function giveBack(e: Emitter, value: number): void {
  e.i32(value);
  e.op(OP.return);
}

/** Runs `then` when the i32 on the stack is not 0. */
function when(e: Emitter, then: () => void): void {
  e.op(OP.if, VOID_TYPE);
  then();
  e.op(OP.end);
}

/** Distance of an i64 local from a constant, as an unsigned number, is below `size`. */
function isWithin(e: Emitter, value: Local, start: number, size: number): void {
  e.get(value);
  e.i64(BigInt(start));
  e.op(OP.i64Sub);
  e.i64(BigInt(size));
  e.op(OP.i64LtU);
}

function pushCell(e: Emitter, address: number): void {
  e.i32(0);
  e.memory(OP.i64Load, address);
}

/** (value, innermost frame) → the number of the range that it points into. */
function objectOf({ layout, watch, first: firstFunction }: Around): InnerFunction {
  const e = new Emitter(2);
  const [value, frame] = [0, 1];
  const { low, high } = watch.stack;
  isWithin(e, value, low, high - low);
  when(e, () => {
    e.get(value);
    pushFrameOf(e, layout, value, frame);
    e.call(firstFunction + INNER.localsOf);
    e.op(OP.return);
  });
  const [number, at] = [e.local("i32"), e.local("i32")];
  e.get(value);
  pushCell(e, layout.watch + WATCH.blocksStart);
  e.op(OP.i64Sub);
  pushCell(e, layout.watch + WATCH.blocksSize);
  e.op(OP.i64LtU, OP.if, VOID_TYPE);
  e.get(value);
  e.op(OP.i32WrapI64);
  e.i32(layout.foldBytes - 1);
  e.op(OP.i32And);
  e.i32(4);
  e.op(OP.i32ShrU);
  e.i32(2);
  e.op(OP.i32Shl);
  e.memory(OP.i32Load, layout.watch + OWNERS);
  e.tee(number);
  when(e, () => {
    e.get(number);
    e.i32(-1);
    e.op(OP.i32Eq);
    when(e, () => giveBack(e, CARE));
    pushRange(e, layout, number);
    e.set(at);
    e.get(value);
    e.get(at);
    e.memory(OP.i64Load, RANGE.start);
    e.op(OP.i64Sub);
    e.get(at);
    e.memory(OP.i64Load, RANGE.size);
    e.op(OP.i64LtU);
    when(e, () => {
      e.get(number);
      e.op(OP.return);
    });
  });
  e.op(OP.end);
  variableOf(e, value, { layout, watch });
  return { parameters: [I64, I32], locals: e.locals, code: e.code };
}

/** The innermost frame whose return address lies above a stack address; the frames' stack pointers descend. */
function pushFrameOf(e: Emitter, layout: Layout, value: Local, innermost: Local): void {
  const [low, high, middle] = [e.local("i32"), e.local("i32"), e.local("i32")];
  const pushAt = (index: Local): void => {
    e.get(index);
    e.i32(FRAME_BYTES);
    e.op(OP.i32Mul);
    e.i32(layout.watch + FRAMES);
    e.op(OP.i32Add);
  };
  // The frame wanted is in [low, high]; the outermost lies above everything.
  e.i32(0);
  e.set(low);
  e.get(innermost);
  e.i32(layout.watch + FRAMES);
  e.op(OP.i32Sub);
  e.i32(FRAME_BYTES);
  e.op(OP.i32DivU);
  e.set(high);
  e.op(OP.loop, VOID_TYPE);
  e.binary(OP.i32LtU, low, high);
  when(e, () => {
    e.binary(OP.i32Add, low, high);
    e.i32(1);
    e.op(OP.i32Add);
    e.i32(1);
    e.op(OP.i32ShrU);
    e.set(middle);
    pushAt(middle);
    e.memory(OP.i64Load, FRAME.stackPointer);
    e.get(value);
    e.op(OP.i64GtU, OP.if, VOID_TYPE);
    e.get(middle);
    e.set(low);
    e.op(OP.else);
    e.get(middle);
    e.i32(1);
    e.op(OP.i32Sub);
    e.set(high);
    e.op(OP.end);
    e.branch(1);
  });
  e.op(OP.end);
  pushAt(low);
}

/** The last point of the list that is not above the value says whose bytes these are. */
function variableOf(e: Emitter, value: Local, { layout, watch }: Pick<Around, "layout" | "watch">): void {
  const { low, high, count } = watch.variables;
  if (high === low) {
    e.i32(0);
    return;
  }
  isWithin(e, value, low, high - low);
  e.op(OP.i32Eqz);
  when(e, () => giveBack(e, 0));
  if (count === 0) {
    e.i32(CARE);
    return;
  }
  const [first, last, middle] = [e.local("i32"), e.local("i32"), e.local("i32")];
  const at = (index: Local): void => {
    e.get(index);
    e.i32(Math.log2(VARIABLE_BYTES));
    e.op(OP.i32Shl);
  };
  e.i32(0);
  e.set(first);
  e.i32(count);
  e.set(last);
  // The point wanted is in [first, last).
  e.op(OP.loop, VOID_TYPE);
  e.binary(OP.i32Sub, last, first);
  e.i32(1);
  e.op(OP.i32GtU);
  when(e, () => {
    e.binary(OP.i32Add, first, last);
    e.i32(1);
    e.op(OP.i32ShrU);
    e.set(middle);
    at(middle);
    e.memory(OP.i64Load, layout.watch + VARIABLES);
    e.get(value);
    e.op(OP.i64GtU);
    e.op(OP.if, VOID_TYPE);
    e.get(middle);
    e.set(last);
    e.op(OP.else);
    e.get(middle);
    e.set(first);
    e.op(OP.end);
    e.branch(1);
  });
  e.op(OP.end);
  at(first);
  e.memory(OP.i32Load, layout.watch + VARIABLES + 8);
}

/** (stack address, innermost frame) → the range of the locals it points to. */
function localsOf({ layout, watch }: Around): InnerFunction {
  const e = new Emitter(2);
  const [value, frame] = [0, 1];
  const cell = layout.watch + WATCH.nextRange;
  const { low, high } = watch.stack;
  e.get(frame);
  e.i32(layout.watch + FRAMES);
  e.op(OP.i32Eq);
  when(e, () => giveBack(e, 0));
  isWithin(e, value, low, high - low);
  e.op(OP.i32Eqz);
  when(e, () => giveBack(e, 0));
  e.get(frame);
  e.memory(OP.i32Load, FRAME.flags);
  e.i32(FRAME_FLAG.switched);
  e.op(OP.i32And);
  when(e, () => giveBack(e, 0));
  e.get(value);
  e.get(frame);
  e.memory(OP.i64Load, FRAME.savedLow);
  e.op(OP.i64GeU);
  when(e, () => giveBack(e, CARE));
  const [number, at] = [e.local("i32"), e.local("i32")];
  e.get(frame);
  e.memory(OP.i32Load, FRAME.range);
  e.tee(number);
  when(e, () => {
    e.get(number);
    e.op(OP.return);
  });
  e.i32(0);
  e.memory(OP.i32Load, cell);
  e.tee(number);
  e.i32(RANGES_MAX - 1);
  e.op(OP.i32GeU);
  when(e, () => giveBack(e, CARE));
  pushRange(e, layout, number);
  e.set(at);
  const store = (opcode: number, offset: number, push: () => void): void => {
    e.get(at);
    push();
    e.memory(opcode, offset);
  };
  store(OP.i64Store, RANGE.start, () => e.i64(BigInt(low)));
  store(OP.i64Store, RANGE.size, () => {
    e.get(frame);
    e.memory(OP.i64Load, FRAME.savedLow);
    e.i64(BigInt(low));
    e.op(OP.i64Sub);
  });
  store(OP.i32Store, RANGE.kind, () => e.i32(RANGE_KIND.frame));
  store(OP.i32Store, RANGE.serial, () => {
    e.get(frame);
    e.memory(OP.i32Load, FRAME.serial);
  });
  store(OP.i64Store, RANGE.target, () => {
    e.get(frame);
    e.memory(OP.i64Load, FRAME.target);
  });
  e.i32(0);
  e.get(number);
  e.i32(1);
  e.op(OP.i32Add);
  e.memory(OP.i32Store, cell);
  e.get(frame);
  e.get(number);
  e.memory(OP.i32Store, FRAME.range);
  e.get(number);
  return { parameters: [I64, I32], locals: e.locals, code: e.code };
}

/** (first byte, byte behind the last, innermost frame) → 1 when a return address or saved rbp lies in between. */
function touchesSlot({ layout, wordBytes }: Around): InnerFunction {
  const e = new Emitter(3);
  const [first, end, frame] = [0, 1, 2];
  const slot = e.local("i64");
  const isTouched = (): void => {
    e.get(slot);
    e.get(end);
    e.op(OP.i64LtU);
    e.get(slot);
    e.i64(BigInt(wordBytes));
    e.op(OP.i64Add);
    e.get(first);
    e.op(OP.i64GtU, OP.i32And);
  };
  e.op(OP.loop, VOID_TYPE);
  e.get(frame);
  e.i32(layout.watch + FRAMES);
  e.op(OP.i32LeU);
  when(e, () => giveBack(e, 0));
  e.get(frame);
  e.memory(OP.i64Load, FRAME.frameSlot);
  e.set(slot);
  isTouched();
  when(e, () => giveBack(e, 1));
  e.get(frame);
  e.memory(OP.i64Load, FRAME.stackPointer);
  e.set(slot);
  isTouched();
  when(e, () => giveBack(e, 1));
  e.binary(OP.i64GeU, slot, end);
  when(e, () => giveBack(e, 0));
  e.get(frame);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Sub);
  e.set(frame);
  e.branch(0);
  e.op(OP.end);
  e.op(OP.unreachable);
  return { parameters: [I64, I64, I32], locals: e.locals, code: e.code };
}

/** (place for the next push, rsp) → that place when what was pushed below rsp is undone. The first one is never undone. */
function dropPushes(): InnerFunction {
  const e = new Emitter(2);
  const [top, pointer] = [0, 1];
  e.op(OP.loop, VOID_TYPE);
  e.get(top);
  e.i32(PUSH_BYTES);
  e.op(OP.i32Sub);
  e.memory(OP.i64Load, 0);
  e.get(pointer);
  e.op(OP.i64LtU);
  when(e, () => {
    e.get(top);
    e.i32(PUSH_BYTES);
    e.op(OP.i32Sub);
    e.set(top);
    e.branch(1);
  });
  e.op(OP.end);
  e.get(top);
  return { parameters: [I32, I64], locals: e.locals, code: e.code };
}

/** They are the same in each region of a run. */
const known = new WeakMap<InlineWatch, Map<number, readonly InnerFunction[]>>();

/** In the order of INNER. */
export function innerFunctions(around: Around): readonly InnerFunction[] {
  const { watch, first } = around;
  const ofWatch = known.get(watch) ?? new Map<number, readonly InnerFunction[]>();
  known.set(watch, ofWatch);
  const made = ofWatch.get(first) ?? makeFunctions(around);
  ofWatch.set(first, made);
  return made;
}

function makeFunctions(around: Around): InnerFunction[] {
  const changed = changedFunction(around.layout.watch, around.wordBytes === 8 ? 64 : 32);
  const bits = shadowBitsFunction(around.layout.shadow);
  const isFrame = isFrameFunction(around.layout, around.wordBytes);
  return [objectOf(around), localsOf(around), touchesSlot(around), changed, bits, dropPushes(), isFrame];
}
