// What is known, where code is translated, of the innermost call's frame: how far rsp is below the return address, what was
// saved and pushed, and which words' shadow is settled. It begins at a call, when nothing is in the frame yet, and is followed
// through prologue, body, calls and epilogue, so that these need not ask for it. Takes a region's blocks and their rules,
// gives a state for each block; undefined = nothing is known.

import type { InlineRule } from "../cpu/inline-watch.ts";
import type { InstructionIr, Value } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import { SAVED_REGISTERS } from "../mem/watch-layout.ts";
import { type Block, successorsOf } from "./region-graph.ts";

/** Counted in words from the return address downwards: word 0 lies right below it, rsp at depth n is where word n − 1 begins. */
export interface FrameState {
  readonly depth: number;
  /** Depth of what rbp holds; −1 = not known. */
  readonly base: number;
  /** Depth of the lowest register saved at entry: FRAME.savedLow. */
  readonly saved: number;
  /** FRAME_FLAG.hasLocals; undefined = not known. */
  readonly hasLocals: boolean | undefined;
  /** Word 0 holds the caller's rbp: FRAME.frameSlot. */
  readonly hasSlot: boolean;
  /** Nothing points to the frame's locals: FRAME.range is 0. */
  readonly isUnseen: boolean;
  /** Bit n for word n: pushed and not undone; its shadow is that of defined bytes, of undefined ones, or one of both. */
  readonly pushes: bigint;
  readonly defined: bigint;
  readonly undefined: bigint;
  readonly plain: bigint;
  /** Registers that functions give back: noted in the call's record as used (or written), and as written. */
  readonly used: number;
  readonly written: number;
}

export type Frame = FrameState | undefined;

type Rules = ReadonlyMap<InstructionIr, InlineRule>;

export interface FrameSizes {
  readonly wordBytes: number;
  /** Words of the red zone. */
  readonly zone: number;
  /** Registers that functions give back, bit n for register n. */
  readonly kept: number;
}

/** Deeper frames are not followed. */
const MAX_DEPTH = 40;

/** Bits [from, to). */
export const wordsOf = (from: number, to: number): bigint =>
  to <= from ? 0n : ((1n << BigInt(to - from)) - 1n) << BigInt(from);

export const frameSizes = (wordBytes: number, redZoneBytes: number): FrameSizes => ({
  wordBytes,
  zone: redZoneBytes / wordBytes,
  kept: SAVED_REGISTERS[wordBytes === 8 ? 64 : 32].reduce((mask, number) => mask | (1 << number), 0),
});

/** Right behind a call: the bytes below its return address hold nobody's values. */
export const calledFrame = ({ zone }: FrameSizes): FrameState => ({
  ...{ depth: 0, base: -1, saved: 0, hasLocals: false, hasSlot: false, isUnseen: true },
  ...{ pushes: 0n, defined: 0n, undefined: wordsOf(0, zone), plain: wordsOf(0, zone) },
  ...{ used: 0, written: 0 },
});

/** Where a call returns to, from the frame before it. Called code may write anywhere; what it leaves behind is undefined. */
function returnedTo(frame: Frame, { zone }: FrameSizes): Frame {
  if (frame === undefined) return undefined;
  const { depth } = frame;
  const left = wordsOf(depth, depth + 1 + zone);
  return {
    ...{ ...frame, isUnseen: false, defined: frame.defined & wordsOf(0, depth) },
    ...{ undefined: left, plain: frame.plain | left },
  };
}

/** rsp rises or falls to another depth of the frame. */
function moveTo(frame: FrameState, depth: number, forgets: boolean, { zone }: FrameSizes): Frame {
  if (depth < 0 || depth > MAX_DEPTH) return undefined;
  const forgotten = forgets ? wordsOf(depth + zone, frame.depth + zone) : 0n;
  return {
    ...frame,
    depth,
    pushes: frame.pushes & wordsOf(0, depth),
    defined: frame.defined & ~forgotten,
    undefined: frame.undefined | forgotten,
    plain: frame.plain | forgotten,
  };
}

function pushed(frame: FrameState, saves: boolean): Frame {
  const { depth } = frame;
  if (depth >= MAX_DEPTH || (depth === 0 && frame.hasSlot)) return undefined;
  const word = 1n << BigInt(depth);
  const mayBeSaved = saves && frame.saved === depth;
  if (mayBeSaved && frame.hasLocals === undefined) return undefined;
  const isSaved = mayBeSaved && frame.hasLocals === false;
  return {
    ...frame,
    depth: depth + 1,
    saved: isSaved ? depth + 1 : frame.saved,
    hasLocals: !isSaved,
    pushes: frame.pushes | word,
    defined: frame.defined | word,
    undefined: frame.undefined & ~word,
    plain: frame.plain | word,
  };
}

/** Depth that an instruction which sets rsp leads to; undefined where it is no whole number of words, or not known. */
export function depthBehind(frame: FrameState, { stack }: InlineRule, { wordBytes }: FrameSizes): number | undefined {
  const whole = (depth: number): number | undefined => (Number.isInteger(depth) ? depth : undefined);
  switch (stack?.kind) {
    case "pop":
      return frame.depth - 1;
    case "move":
      return whole(frame.depth - stack.delta / wordBytes);
    case "leave":
      return frame.base < 0 ? undefined : frame.base - 1;
    case "restore":
      return frame.base < 0 ? undefined : whole(frame.base - stack.offset / wordBytes);
    default:
      return undefined;
  }
}

const WRITES = new Set(["store", "storeBytes", "checkWrite", "helper"]);

/** How far an address is above or below rsp or rbp, where it is one of them plus a constant. */
function placeOf(
  { ops }: InstructionIr,
  address: Value,
): { readonly register: number; readonly offset: number } | undefined {
  const maker = ops.find((op) => "dest" in op && op.dest === address);
  if (maker?.op === "getRegister") {
    const isWhole = maker.part === "64" || maker.part === "32";
    return isWhole && (maker.register === GPR.rsp || maker.register === GPR.rbp)
      ? { register: maker.register, offset: 0 }
      : undefined;
  }
  if (maker?.op !== "add" && maker?.op !== "sub") return undefined;
  const from = placeOf({ ops } as InstructionIr, maker.a);
  const constant = ops.find((op) => op.op === "const" && op.dest === maker.b);
  if (from === undefined || constant?.op !== "const") return undefined;
  const offset = Number(BigInt.asIntN(32, constant.value));
  return { register: from.register, offset: from.offset + (maker.op === "add" ? offset : -offset) };
}

/** The words of the frame that bytes at an address lie in; undefined where they may lie elsewhere. */
export function accessedWords(
  frame: FrameState,
  ir: InstructionIr,
  { address, sizeBytes }: { readonly address: Value; readonly sizeBytes: number },
  { wordBytes }: FrameSizes,
): bigint | undefined {
  const place = ir.repeat === undefined ? placeOf(ir, address) : undefined;
  if (place === undefined) return undefined;
  const depth = place.register === GPR.rsp ? frame.depth : frame.base;
  const above = depth * wordBytes - place.offset;
  if (depth < 0 || above < sizeBytes || above > MAX_DEPTH * wordBytes) return undefined;
  return wordsOf(Math.floor((above - sizeBytes) / wordBytes), Math.ceil(above / wordBytes));
}

/** Behind writes that are not pushes: what is written is defined. */
function written(frame: FrameState, ir: InstructionIr, sizes: FrameSizes): FrameState {
  let next = frame;
  for (const op of ir.ops) {
    if (!WRITES.has(op.op)) continue;
    const words =
      op.op === "store"
        ? accessedWords(frame, ir, { address: op.address, sizeBytes: op.sizeBits / 8 }, sizes)
        : undefined;
    const isWhole = op.op === "store" && op.sizeBits === 8 * sizes.wordBytes;
    if (words === undefined) next = { ...next, undefined: 0n };
    else {
      const whole = isWhole && (words & (words - 1n)) === 0n ? words : 0n;
      next = { ...next, undefined: next.undefined & ~words, defined: next.defined | whole, plain: next.plain | whole };
    }
  }
  return next;
}

/** What an instruction uses and writes goes into the record at the end of its block. */
function noted(frame: FrameState, rule: InlineRule, { kept }: FrameSizes): FrameState {
  const written = frame.written | (rule.written & kept);
  return { ...frame, used: frame.used | ((rule.used | rule.written) & kept), written };
}

/** Behind an instruction; calls and returns end a block, and lead to other frames. */
export function frameBehind(frame: Frame, ir: InstructionIr, rule: InlineRule | undefined, sizes: FrameSizes): Frame {
  if (frame === undefined || rule === undefined) return undefined;
  const { stack } = rule;
  let next: FrameState = noted(frame, rule, sizes);
  if (rule.setsFramePointer) next = { ...next, base: frame.depth, hasSlot: next.hasSlot || frame.depth === 1 };
  else if (rule.written & (1 << GPR.rbp)) next = { ...next, base: -1 };
  if (rule.makesLocals) next = { ...next, hasLocals: true };
  const { kind } = rule.pointer ?? { kind: "none" };
  if (kind === "load" || kind === "found" || kind === "frame" || kind === "lea")
    next = { ...next, isUnseen: rule.setsFramePointer && next.isUnseen };
  if (stack === undefined) return ir.repeat === undefined ? written(next, ir, sizes) : { ...next, undefined: 0n };
  if (stack.kind === "push") return pushed(next, stack.saves);
  if (stack.kind === "pop") next = written(next, ir, sizes);
  const depth = depthBehind(frame, rule, sizes);
  if (depth === undefined) return undefined;
  const forgets = !("forgets" in stack) || stack.forgets;
  if (depth > frame.depth && stack.kind !== "move") return undefined;
  if (stack.kind === "leave") next = { ...next, base: -1 };
  return moveTo(next, depth, forgets && depth < frame.depth, sizes);
}

/** What holds on both ways. */
function meet(a: FrameState, b: FrameState): Frame {
  const isSame = a.depth === b.depth && a.saved === b.saved && a.hasSlot === b.hasSlot && a.pushes === b.pushes;
  if (!isSame) return undefined;
  return {
    ...a,
    base: a.base === b.base ? a.base : -1,
    hasLocals: a.hasLocals === b.hasLocals ? a.hasLocals : undefined,
    isUnseen: a.isUnseen && b.isUnseen,
    defined: a.defined & b.defined,
    undefined: a.undefined & b.undefined,
    plain: a.plain & b.plain,
    used: a.used & b.used,
    written: a.written & b.written,
  };
}

const isEqual = (a: FrameState, b: FrameState): boolean =>
  a.base === b.base &&
  a.hasLocals === b.hasLocals &&
  a.isUnseen === b.isUnseen &&
  a.defined === b.defined &&
  a.undefined === b.undefined &&
  a.plain === b.plain &&
  a.used === b.used &&
  a.written === b.written;

/** What is known in front of each instruction of a block, and behind the last. */
export function framesIn({ instructions }: Block, before: Frame, rules: Rules, sizes: FrameSizes): readonly Frame[] {
  const frames: Frame[] = [before];
  for (const ir of instructions) frames.push(frameBehind(frames.at(-1), ir, rules.get(ir), sizes));
  return frames;
}

/** By address, the blocks that calls return to. */
export function returnSites(
  blocks: readonly Block[],
  sites: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const all = new Set(sites);
  for (const { ending } of blocks)
    if (ending.kind === "return" && ending.through === "edge") for (const site of ending.sites) all.add(site);
  const byAddress = new Map<number, number[]>();
  for (const block of all) {
    const { address } = blocks[block]!;
    byAddress.set(address, [...(byAddress.get(address) ?? []), block]);
  }
  return byAddress;
}

/**
 * For each block what is known where it begins, as far as execution comes from inside the region: a call that it has made, a
 * return from such a call. Who comes in otherwise has to make sure (frame-entry.ts).
 */
export function frameFlow(
  blocks: readonly Block[],
  sites: readonly number[],
  rules: Rules,
  sizes: FrameSizes,
): readonly Frame[] {
  const states = new Array<Frame>(blocks.length).fill(undefined);
  const isVisited = new Array<boolean>(blocks.length).fill(false);
  const work: number[] = [];
  const reach = (block: number, frame: Frame): void => {
    const state = states[block];
    const met = !isVisited[block] ? frame : state && frame && meet(state, frame);
    const isOld =
      isVisited[block] && (state === met || (state !== undefined && met !== undefined && isEqual(state, met)));
    isVisited[block] = true;
    if (isOld) return;
    states[block] = met;
    work.push(block);
  };
  const answers = returnSites(blocks, sites);
  const callOf = ({ instructions }: Block): InstructionIr | undefined => {
    const last = instructions.at(-1);
    return last !== undefined && rules.get(last)?.stack?.kind === "call" ? last : undefined;
  };
  const extra = [...rules.values()].some(({ stack }) => stack?.kind === "ret" && stack.extraBytes > 0);
  const spread = (): void => {
    while (work.length > 0) {
      const from = work.pop()!;
      const block = blocks[from]!;
      const call = callOf(block);
      const { instructions } = block;
      const inner = call === undefined ? instructions : instructions.slice(0, -1);
      let frame = states[from];
      for (const ir of inner) frame = frameBehind(frame, ir, rules.get(ir), sizes);
      if (call === undefined) {
        if (block.ending.kind !== "return") for (const next of successorsOf(block.ending)) reach(next, frame);
        continue;
      }
      const site = extra ? undefined : returnedTo(frame && noted(frame, rules.get(call)!, sizes), sizes);
      for (const next of answers.get(Number(call.next)) ?? []) reach(next, site);
    }
  };
  // Functions that are called, then what nothing of that has reached.
  blocks.forEach((block) => {
    if (callOf(block) === undefined) return;
    for (const next of successorsOf(block.ending)) reach(next, calledFrame(sizes));
  });
  spread();
  blocks.forEach((_, block) => {
    if (isVisited[block]) return;
    reach(block, undefined);
    spread();
  });
  return states;
}
