// The x87 stack in a region: its registers in locals, numbered from where TOP was on entry (a slot is ST(i) for an i that is
// known at each place), so that moves cost nothing and arithmetic is a call with operands (x87-values.ts). Which slots hold
// something and which are free are bits of one local, looked at where an instruction wants to know and the code before it does
// not tell. On entry everything is looked at that can stop an instruction; where an exception could, no slot holds something
// and none is free, and each instruction is left to the step engine. What leaves writes back the stack, the status word, the
// tags and the place of the last instruction.

import type { InstructionIr, Op, OpOf } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import { type Block, successorsOf } from "./region-graph.ts";
import { type Expression, Func } from "./wasm-program.ts";
import { OP } from "./wasm-writer.ts";
import { MASKED, tagOf, X87_FUNCTIONS } from "./x87-module.ts";
import { STATUS_C1, STATUS_PE } from "./x87-numbers.ts";
import type { Extended } from "./x87-values.ts";

export type Helper = OpOf<"helper">;

export const SLOTS = 8;
const TOP_SHIFT = 11;
const TOP_MASK = 0x3800;

/** What is known while code is emitted. */
export interface X87Known {
  /** How much TOP is above where it was on entry. */
  readonly depth: number;
  /** Slots that hold something, and that are free, for certain: bits 0 to 7, and 8 to 15. */
  readonly tags: number;
  /** The bits of the local that have changed since it was written. */
  readonly changed: number;
}

export interface X87Stack {
  /** Locals of the slots that the region uses. */
  readonly slots: ReadonlyMap<number, Extended>;
  /** i32: the physical register of slot 0. */
  readonly base: Local;
  /** i32: which slots hold something, and which are free; neither where an exception could stop an instruction. */
  readonly tags: Local;
  /** i32: the status word, but for TOP, C1 and PE that came up since. */
  readonly status: Local;
  /** i32: the words of all results since, for PE; the last one's, for C1, or 0 where that was cleared. */
  readonly inexact: Local;
  readonly last: Local;
  /** i64: the place of the last instruction. */
  readonly place: Local;
  /** Ten bytes out of memory on their way to the stack. */
  readonly loaded: Extended;
  /** i32: the depth, where somebody leaves. */
  readonly depth: Local;
  /** Depth where blocks begin. */
  readonly depthAt: readonly number[];
}

/** A slot's bits of the tags. */
export const holds = (slot: number): number => 1 << slot;
export const isFree = (slot: number): number => 1 << (slot + SLOTS);
export const slotOf = ({ depth }: X87Known, index: number): number => (depth + index) & (SLOTS - 1);

/** Stack indices that an operation uses, the one that it pushes as −1, and by how much it moves TOP. */
function stackUse({ name, constants }: Helper): { readonly indices: readonly number[]; readonly moves: number } {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = constants;
  switch (name) {
    case "fpuBinary":
      return { indices: third < 0 ? [second, fourth, 0] : [second], moves: fifth };
    case "fpuCompare":
      return { indices: [0, ...(first < 0 ? [second] : []), ...(fourth > 1 ? [1] : [])], moves: fourth };
    case "fcomi":
      return { indices: [0, first], moves: third };
    case "fldMemory":
    case "fldBytes":
    case "fldConstant":
      return { indices: [-1], moves: -1 };
    case "fldRegister":
      return { indices: [first, -1], moves: -1 };
    case "fstRegister":
      return { indices: [0, first], moves: second };
    case "fstMemory":
      return { indices: [0], moves: third };
    case "fxch":
    case "fcmov":
      return { indices: [0, first], moves: 0 };
    case "fwait":
    case "fldcw":
      return { indices: [], moves: 0 };
    default:
      return { indices: [0], moves: 0 };
  }
}

const isStack = (op: Op): op is Helper => op.op === "helper" && op.name in X87_FUNCTIONS;

/** Slots, and where TOP stands behind the instructions. */
function follow(instructions: readonly InstructionIr[], from: number, used: Set<number>): number {
  let depth = from;
  for (const { ops } of instructions) {
    for (const op of ops) {
      if (!isStack(op)) continue;
      const { indices, moves } = stackUse(op);
      for (const index of indices) used.add((depth + index) & (SLOTS - 1));
      depth = (depth + moves) & (SLOTS - 1);
    }
  }
  return depth;
}

/** Undefined for a region without the x87. */
export function createX87Stack(e: Emitter, blocks: readonly Block[], targets: readonly number[]): X87Stack | undefined {
  const hasStack = ({ ops }: InstructionIr): boolean => ops.some((op) => isStack(op) || isStatusWord(op));
  if (!blocks.some(({ instructions }) => instructions.some(hasStack))) return undefined;
  const used = new Set<number>();
  const depthAt = new Array<number>(blocks.length).fill(-1);
  for (const start of [0, ...targets, ...blocks.keys()]) {
    if (depthAt[start]! >= 0) continue;
    depthAt[start] = 0;
    const work = [start];
    while (work.length > 0) {
      const block = work.pop()!;
      const behind = follow(blocks[block]!.instructions, depthAt[block]!, used);
      for (const next of successorsOf(blocks[block]!.ending)) {
        if (depthAt[next]! >= 0) continue;
        depthAt[next] = behind;
        work.push(next);
      }
    }
  }
  const slots = new Map([...used].map((slot) => [slot, { m: e.local("i64"), word: e.local("i32") }]));
  return {
    ...{ slots, depthAt, base: e.local("i32"), tags: e.local("i32"), status: e.local("i32") },
    ...{ inexact: e.local("i32"), last: e.local("i32"), place: e.local("i64"), depth: e.local("i32") },
    loaded: { m: e.local("i64"), word: e.local("i32") },
  };
}

/** FNSTSW's. */
export const isStatusWord = (op: Op): op is OpOf<"getState"> =>
  op.op === "getState" && op.sizeBits === 16 && op.offset === STATE.fsw;

/** What is known where a block begins. */
export const knownAtBlock = ({ depthAt }: X87Stack, block: number): X87Known => ({
  depth: depthAt[block]!,
  tags: 0,
  changed: 0,
});

const registerAt = (f: Func, { base }: X87Stack, slot: number): Expression =>
  f.shl(f.and(f.add(f.get(base), f.i32(slot)), f.i32(SLOTS - 1)), f.i32(4));

/** Depth at the entry whose number is in `entry`. */
export function depthOfEntry(f: Func, stack: X87Stack, targets: readonly number[], entry: Local): Expression {
  const depths = targets.map((block) => stack.depthAt[block]!);
  if (depths.every((depth) => depth === 0)) return f.i32(0);
  // Four bits for each, sixteen in a constant.
  let all: Expression = f.i64(0n);
  for (let from = 0; from < depths.length; from += 16) {
    const packed = depths.slice(from, from + 16).reduce((sum, depth, k) => sum | (BigInt(depth) << BigInt(4 * k)), 0n);
    const isHere = f.geU(f.get(entry), f.i32(from));
    all = from === 0 ? f.i64(packed) : f.select(isHere, f.i64(packed), all);
  }
  return f.and(f.wrap(f.shr64(all, f.extend(f.shl(f.get(entry), f.i32(2))))), f.i32(SLOTS - 1));
}

/** Brings the stack from the state struct, TOP being so far above slot 0. */
function load(f: Func, stack: X87Stack, { state }: Layout, depth: Expression): void {
  const { base, tags, status, inexact, last, place, slots } = stack;
  const word = (opcode: number, offset: number): Expression => f.load(opcode, f.i32(0), state + offset);
  f.set(status, word(OP.i32Load16U, STATE.fsw));
  f.set(base, f.and(f.sub(f.shr(f.get(status), f.i32(TOP_SHIFT)), depth), f.i32(SLOTS - 1)));
  f.set(status, f.and(f.get(status), f.i32(0xffff & ~TOP_MASK)));
  f.set(inexact, f.i32(0));
  f.set(last, f.shl(f.get(status), f.i32(16)));
  f.set(place, word(OP.i64Load, STATE.fip));
  // Two bits of tags a register, both set in a free one, to one bit, then from slot 0 on.
  const pairs = f.let("i32", word(OP.i32Load16U, STATE.ftw));
  f.set(pairs, f.and(f.and(f.get(pairs), f.shr(f.get(pairs), f.i32(1))), f.i32(0x5555)));
  for (const [by, mask] of [
    [1, 0x3333],
    [2, 0x0f0f],
    [4, 0x00ff],
  ] as const) {
    f.set(pairs, f.and(f.or(f.get(pairs), f.shr(f.get(pairs), f.i32(by))), f.i32(mask)));
  }
  const free = f.shr(f.mul(f.get(pairs), f.i32(0x101)), f.get(base));
  f.set(pairs, f.shl(f.and(free, f.i32(0xff)), f.i32(SLOTS)));
  const both = f.or(f.get(pairs), f.xor(f.shr(f.get(pairs), f.i32(SLOTS)), f.i32(0xff)));
  const isMasked = f.eq(f.and(word(OP.i32Load, STATE.fcw), f.i32(MASKED.field)), f.i32(MASKED.value));
  f.set(tags, f.select(isMasked, both, f.i32(0)));
  for (const [slot, { m, word: to }] of slots) {
    f.set(m, f.load(OP.i64Load, registerAt(f, stack, slot), state + STATE.st));
    f.set(to, f.load(OP.i32Load16U, registerAt(f, stack, slot), state + STATE.st + 8));
  }
}

/** On entry. */
export function enterX87(e: Emitter, layout: Layout, stack: X87Stack, targets: readonly number[], entry: Local): void {
  const f = new Func(e);
  load(f, stack, layout, depthOfEntry(f, stack, targets, entry));
}

/** The status word as it is now. */
export function statusWord(f: Func, { base, status, inexact, last }: X87Stack, depth: Expression): Expression {
  const top = f.and(f.add(f.get(base), depth), f.i32(SLOTS - 1));
  const of = (word: Local, bit: number): Expression => f.and(f.shr(f.get(word), f.i32(16)), f.i32(bit));
  const noted = f.or(of(inexact, STATUS_PE), of(last, STATUS_C1));
  return f.or(f.or(f.and(f.get(status), f.i32(~STATUS_C1)), noted), f.shl(top, f.i32(TOP_SHIFT)));
}

/** On the way out: noteDepth has been there. */
export function leaveX87(e: Emitter, { state }: Layout, stack: X87Stack): void {
  const f = new Func(e);
  const { tags, place, depth, slots } = stack;
  f.if(f.get(tags), () => {
    f.store(OP.i32Store16, f.i32(0), state + STATE.fsw, statusWord(f, stack, f.get(depth)));
    f.store(OP.i64Store, f.i32(0), state + STATE.fip, f.get(place));
    const all = f.let("i32", f.load(OP.i32Load16U, f.i32(0), state + STATE.ftw));
    for (const [slot, { m, word }] of slots) {
      const at = f.let("i32", registerAt(f, stack, slot));
      f.store(OP.i64Store, f.get(at), state + STATE.st, f.get(m));
      f.store(OP.i32Store16, f.get(at), state + STATE.st + 8, f.get(word));
      const shift = f.shr(f.get(at), f.i32(3));
      const tag = f.select(f.and(f.get(tags), f.i32(holds(slot))), tagOf(f, f.get(m), f.get(word)), f.i32(3));
      const others = f.and(f.get(all), f.xor(f.shl(f.i32(3), shift), f.i32(-1)));
      f.set(all, f.or(others, f.shl(tag, shift)));
    }
    f.store(OP.i32Store16, f.i32(0), state + STATE.ftw, f.get(all));
  });
}

/** The tags' local as it is now. */
export function settleTags(e: Emitter, { tags }: X87Stack, { changed }: X87Known): void {
  if (changed === 0) return;
  const f = new Func(e);
  f.set(tags, f.xor(f.get(tags), f.i32(changed)));
}

/** Before leaving, and before anything else that wants the depth in its local. */
export function noteDepth(e: Emitter, stack: X87Stack, known: X87Known): void {
  settleTags(e, stack, known);
  e.i32(known.depth);
  e.set(stack.depth);
}

/** Behind noteDepth: slots numbered anew, for a place with another depth. */
export function renumber(e: Emitter, layout: Layout, stack: X87Stack, depth: (f: Func) => Expression): void {
  const f = new Func(e);
  leaveX87(e, layout, stack);
  // Where nothing was written back, TOP is what it was.
  load(f, stack, layout, depth(f));
}
