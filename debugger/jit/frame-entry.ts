// Where code is entered that takes the innermost call's frame to be a certain one (frame-flow.ts): what comes in from outside,
// or returns from a call that was not made since, passes a block in front that asks whether it is so.

import { GPR } from "../cpu/state.ts";
import { type Layout, SHADOW } from "../mem/layout.ts";
import { FRAME, FRAME_FLAG, PUSH_BYTES, STACK_WINDOW } from "../mem/watch-layout.ts";
import { Emitter, type Local } from "./emitter.ts";
import type { Frame, FrameState } from "./frame-flow.ts";
import type { Block, RegionGraph } from "./region-graph.ts";
import { I32, I64, type InnerFunction, OP, VOID_TYPE } from "./wasm-writer.ts";
import { pushRegister, type Watched } from "./watched.ts";

/** A graph with a block in front of each that may be entered from outside and takes something for known. */
export interface GuardedGraph {
  readonly graph: RegionGraph;
  readonly frames: readonly Frame[];
  /** By block, the one in front. */
  readonly guards: ReadonlyMap<number, number>;
}

export function guardFrames(graph: RegionGraph, frames: readonly Frame[]): GuardedGraph {
  const blocks: Block[] = [...graph.blocks];
  const guards = new Map<number, number>();
  for (const block of new Set([0, ...graph.sites])) {
    if (frames[block] === undefined) continue;
    guards.set(block, blocks.length);
    blocks.push({ address: blocks[block]!.address, instructions: [], ending: { kind: "go", to: { block } } });
  }
  const sites = [...graph.sites, ...guards.values()];
  return {
    graph: { ...graph, blocks, sites },
    frames: [...frames, ...[...guards.values()].map(() => undefined)],
    guards,
  };
}

/** i32: not 0 when the frame is as `frame` says. */
export function pushIsFrame(watched: Watched, isFrame: number, frame: FrameState): void {
  const { e, top, pushTop } = watched;
  pushRegister(watched, GPR.rsp);
  pushRegister(watched, GPR.rbp);
  e.get(top);
  e.get(pushTop);
  e.i32(frame.depth);
  e.i32(frame.base);
  e.i32(frame.saved);
  const locals = frame.hasLocals === undefined ? ANY_LOCALS : frame.hasLocals ? HAS_LOCALS : 0;
  e.i32(locals | (frame.hasSlot ? HAS_SLOT : 0) | (frame.isUnseen ? IS_UNSEEN : 0));
  e.i32(frame.used);
  e.i32(frame.written);
  for (const words of [frame.pushes, frame.defined, frame.undefined, frame.plain & ~frame.defined & ~frame.undefined])
    e.i64(BigInt.asIntN(64, words));
  e.call(isFrame);
}

const HAS_LOCALS = 1;
const HAS_SLOT = 2;
const IS_UNSEEN = 4;
const ANY_LOCALS = 8;

interface Words {
  readonly e: Emitter;
  readonly layout: Layout;
  readonly wordBytes: number;
  /** i64: return address of the frame. */
  readonly start: Local;
}

/** Leaves with 0 when the i32 on the stack is not 0. */
function refuseIf(e: Emitter): void {
  e.op(OP.if, VOID_TYPE);
  e.i32(0);
  e.op(OP.return, OP.end);
}

/** i64: so many words below the return address. */
function pushBelow({ e, wordBytes, start }: Words, pushCount: () => void): void {
  e.get(start);
  pushCount();
  e.op(OP.i64ExtendI32S);
  e.i64(BigInt(wordBytes));
  e.op(OP.i64Mul, OP.i64Sub);
}

/** For each bit of a mask, from the lowest on. @param word i32: number of the bit, counted from 1 */
function forEach({ e }: Words, mask: Local, word: Local, act: () => void): void {
  e.op(OP.loop, VOID_TYPE);
  e.get(mask);
  e.i64(0n);
  e.op(OP.i64Ne, OP.if, VOID_TYPE);
  e.get(mask);
  e.op(OP.i64Ctz, OP.i32WrapI64);
  e.i32(1);
  e.op(OP.i32Add);
  e.set(word);
  e.get(mask);
  e.get(mask);
  e.i64(1n);
  e.op(OP.i64Sub, OP.i64And);
  e.set(mask);
  act();
  e.branch(1);
  e.op(OP.end, OP.end);
}

/** The shadow of each of the words is the same. */
function refuseOtherShadow(
  words: Words,
  mask: Local,
  word: Local,
  { bits, shadow }: { readonly bits: number; readonly shadow: number },
): void {
  const { e, layout, wordBytes } = words;
  forEach(words, mask, word, () => {
    pushBelow(words, () => e.get(word));
    e.op(OP.i32WrapI64);
    e.i32(layout.foldBytes - 1);
    e.op(OP.i32And);
    if (wordBytes === 8) {
      e.memory(OP.i64Load, layout.shadow);
      e.i64(BigInt.asIntN(64, 0x0101010101010101n * BigInt(bits)));
      e.op(OP.i64And);
      e.i64(0x0101010101010101n * BigInt(shadow));
      e.op(OP.i64Ne);
    } else {
      e.memory(OP.i32Load, layout.shadow);
      e.i32((0x01010101 * bits) | 0);
      e.op(OP.i32And);
      e.i32(0x01010101 * shadow);
      e.op(OP.i32Ne);
    }
    refuseIf(e);
  });
}

/** Parameters of the function, in their order: what is so, and what is asked. */
const [RSP, RBP, TOP, PUSH_TOP, DEPTH, BASE, SAVED, FLAGS, USED, WRITTEN, PUSHES, DEFINED, UNDEFINED, EITHER] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
];

function field({ e }: Words, opcode: number, offset: number): void {
  e.get(TOP);
  e.memory(opcode, offset);
}

/** Where rsp and rbp stand, and how low registers were saved. */
function refuseOtherPlaces(words: Words): void {
  const { e } = words;
  for (const [depth, push] of [
    [DEPTH, () => e.get(RSP)],
    [SAVED, () => field(words, OP.i64Load, FRAME.savedLow)],
  ] as const) {
    pushBelow(words, () => e.get(depth));
    push();
    e.op(OP.i64Ne);
    refuseIf(e);
  }
  pushBelow(words, () => e.get(BASE));
  e.get(RBP);
  e.op(OP.i64Ne);
  e.get(BASE);
  e.i32(0);
  e.op(OP.i32LtS, OP.i32Eqz, OP.i32And);
  refuseIf(e);
}

/** The stack is the process's own; there are locals, a saved rbp, pointers to locals, or none. */
function refuseOtherFlags(words: Words): void {
  const { e } = words;
  const pushIsUnset = (flag: number): void => {
    e.get(FLAGS);
    e.i32(flag);
    e.op(OP.i32And, OP.i32Eqz);
  };
  field(words, OP.i32Load, FRAME.flags);
  e.i32(FRAME_FLAG.switched);
  e.op(OP.i32And);
  refuseIf(e);
  field(words, OP.i32Load, FRAME.flags);
  e.i32(FRAME_FLAG.hasLocals);
  e.op(OP.i32And, OP.i32Eqz);
  pushIsUnset(HAS_LOCALS);
  e.op(OP.i32Ne);
  pushIsUnset(ANY_LOCALS);
  e.op(OP.i32And);
  refuseIf(e);
  field(words, OP.i64Load, FRAME.frameSlot);
  e.op(OP.i64Eqz);
  pushIsUnset(HAS_SLOT);
  e.op(OP.i32Ne);
  refuseIf(e);
  field(words, OP.i32Load, FRAME.range);
  e.op(OP.i32Eqz);
  pushIsUnset(IS_UNSEEN);
  e.op(OP.i32Or, OP.i32Eqz);
  refuseIf(e);
}

/** What is taken for noted is in the record: as used, be it only since it was written, and as written. */
function refuseUnnoted(words: Words): void {
  const { e } = words;
  e.get(USED);
  field(words, OP.i32Load, FRAME.used);
  field(words, OP.i32Load, FRAME.written);
  e.op(OP.i32Or);
  e.i32(-1);
  e.op(OP.i32Xor, OP.i32And);
  e.get(WRITTEN);
  field(words, OP.i32Load, FRAME.written);
  e.i32(-1);
  e.op(OP.i32Xor, OP.i32And, OP.i32Or);
  refuseIf(e);
}

/** Up to where ret leads the stack needs nobody's help. */
function refuseOutsideWindow({ e, layout, wordBytes, start }: Words): void {
  e.get(start);
  e.i64(BigInt(wordBytes));
  e.op(OP.i64Add);
  for (const [offset, opcode] of [
    [STACK_WINDOW.lowest, OP.i64Sub],
    [STACK_WINDOW.room, OP.i64GtU],
  ] as const) {
    e.i32(0);
    e.memory(OP.i64Load, layout.watch + offset);
    e.op(opcode);
  }
  refuseIf(e);
}

function refuseOtherPushes(words: Words, word: Local): void {
  const { e } = words;
  const at = e.local("i32");
  field(words, OP.i32Load, FRAME.pushes);
  e.set(at);
  forEach(words, PUSHES, word, () => {
    e.get(at);
    e.memory(OP.i64Load, 0);
    pushBelow(words, () => e.get(word));
    e.op(OP.i64Ne);
    refuseIf(e);
    e.get(at);
    e.i32(PUSH_BYTES);
    e.op(OP.i32Add);
    e.set(at);
  });
  e.binary(OP.i32Ne, at, PUSH_TOP);
  refuseIf(e);
}

/** (rsp, rbp, frame, place for the next push, and what `pushIsFrame` gives) → 1 when all of it is so. */
export function isFrameFunction(layout: Layout, wordBytes: number): InnerFunction {
  const parameters = [I64, I64, I32, I32, I32, I32, I32, I32, I32, I32, I64, I64, I64, I64];
  const e = new Emitter(parameters.length);
  const words: Words = { e, layout, wordBytes, start: e.local("i64") };
  const word = e.local("i32");
  // No rsp is near that of the record for code that nothing called.
  field(words, OP.i64Load, FRAME.stackPointer);
  e.set(words.start);
  refuseOtherPlaces(words);
  refuseOtherFlags(words);
  refuseUnnoted(words);
  refuseOutsideWindow(words);
  refuseOtherPushes(words, word);
  refuseOtherShadow(words, DEFINED, word, { bits: 0xff, shadow: 0 });
  refuseOtherShadow(words, UNDEFINED, word, { bits: 0xff, shadow: SHADOW.undefined });
  refuseOtherShadow(words, EITHER, word, { bits: 0xff & ~SHADOW.undefined, shadow: 0 });
  e.i32(1);
  return { parameters, locals: e.locals, code: e.code };
}
