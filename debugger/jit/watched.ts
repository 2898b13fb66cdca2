// What the parts of watched code share: the region's locals for the observer, the instruction under way, and the few
// sequences that several of them need.

import type { InlineRule, InlineWatch, StackRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { STATE } from "../cpu/state.ts";
import type { Layout } from "../mem/layout.ts";
import { RANGE, RANGE_BYTES, RANGES } from "../mem/watch-layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import type { Frame, FrameSizes } from "./frame-flow.ts";
import { type Known, UNKNOWN } from "./known-pointers.ts";
import type { Surroundings } from "./operation.ts";
import type { StackExtent } from "./stack-extent.ts";
import { OP } from "./wasm-writer.ts";

/** What a region under an observer has beside its usual parts. */
export interface Watched {
  readonly e: Emitter;
  readonly layout: Layout;
  readonly bits: 32 | 64;
  readonly watch: InlineWatch;
  readonly rules: ReadonlyMap<InstructionIr, InlineRule>;
  /** Registers whose objects rules look at or change, bit n for register n. */
  readonly looked: number;
  /** Some instruction makes rbp the pointer to a frame. */
  readonly hasFramePointers: boolean;
  /** For each register that does not point to the same everywhere, the number of the object: i32, by register. */
  readonly pointers: ReadonlyMap<number, Local>;
  /** Number of the first of watch-functions.ts. */
  readonly firstFunction: number;
  readonly used: Local;
  readonly written: Local;
  readonly everWritten: Local;
  /** Registers that functions left changed; those that the return under way leaves so. */
  readonly changed: Local;
  readonly doubtful: Local;
  readonly top: Local;
  /** The values that rsp may have, as in mem/watch-layout.ts: i64. */
  readonly stackLowest: Local;
  readonly stackRoom: Local;
  readonly pushTop: Local;
  /** Whether the last push lay where a return address or saved rbp may be: i32. */
  readonly nearSlot: Local;
  /** The innermost call when code was entered, or an outer one that it returned to since: what lies further in was made here. */
  readonly oldest: Local;
  /** No more records of calls from here on. */
  readonly limit: Local;
  /** The return under way leaves a call that was not made here: i32. */
  readonly leavesOld: Local;
  readonly frameSizes: FrameSizes;
  /** Some instruction may use a register that functions give back before its function has set it. */
  readonly keepsUsed: boolean;
  /** Somewhere behind a call it counts that rbp is as it was: what leaves it otherwise is for the observer. */
  readonly keepsBase: boolean;
  /** The pointer that the instruction under way will leave in its target. */
  readonly coming: Local;
  /** The registers' own locals; those that the region never touches stay in the state struct. */
  register(number: number): Local | undefined;
  open(opcode: number): void;
  close(): void;
}

/** Host address of a range's entry. */
export function pushRange(e: Emitter, layout: Layout, number: Local): void {
  e.get(number);
  e.i32(RANGE_BYTES);
  e.op(OP.i32Mul);
  e.i32(layout.watch + RANGES);
  e.op(OP.i32Add);
}

/**
 * i32: not 0 when some bytes do not lie in an object. @param pushBytes how many, i64, less than 2^62
 * Signs say it: neither the distance from the start nor what is left behind the last byte may be negative.
 */
export function pushIsOutside(
  { e, layout }: Pick<Watched, "e" | "layout">,
  number: Local,
  address: Local,
  pushBytes: () => void,
): void {
  const [at, offset] = [e.local("i32"), e.local("i64")];
  pushRange(e, layout, number);
  e.set(at);
  e.get(address);
  e.get(at);
  e.memory(OP.i64Load, RANGE.start);
  e.op(OP.i64Sub);
  e.tee(offset);
  e.get(at);
  e.memory(OP.i64Load, RANGE.size);
  e.get(offset);
  pushBytes();
  e.op(OP.i64Add, OP.i64Sub, OP.i64Or);
  e.i64(0n);
  e.op(OP.i64LtS);
}

type PushRule = Extract<StackRule, { kind: "push" }>;

/** One instruction of a watched region. */
export interface Watching {
  readonly watched: Watched;
  readonly around: Surroundings;
  readonly ir: InstructionIr;
  readonly rule: InlineRule;
  /** Of the block up to and with the instruction. */
  readonly masks: Masks;
  /** What registers point to before the instruction. */
  readonly known: Known;
  /** What is known of the innermost call where the block begins, and registers that are noted there as written. */
  readonly atStart: Frame;
  readonly everNoted: number;
  /** What is known of the innermost call before the instruction, and behind it. */
  readonly frame: Frame;
  readonly frameBehind: Frame;
  /** Of a return: the region has made the call. */
  readonly returnsInside: boolean;
  /** The block's last instruction that moved rsp, when it was a push: nothing that was pushed lies below. */
  readonly pushBefore: PushRule | undefined;
  /** What the instruction asks for itself and those of its block that move rsp behind it. */
  readonly extent: StackExtent | undefined;
  /** rsp before the instruction, where it moves. */
  readonly before: Local;
  /** A call's: where it goes, and the retired count behind it, i64. */
  pushTarget(): void;
  pushTime(): void;
}

/** i32 local: number of the object that a register points into; undefined where that is none for certain. */
export function numberOf({ watched, known }: Pick<Watching, "watched" | "known">, register: number): Local | undefined {
  const number = known[register] ?? UNKNOWN;
  if (number === UNKNOWN) return watched.pointers.get(register);
  if (number === 0) return undefined;
  const local = watched.e.local("i32");
  watched.e.i32(number);
  watched.e.set(local);
  return local;
}

/** Of the first `count` of a block's instructions, the last one that moves rsp, when it is a push. */
export function pushBefore(
  { rules }: Watched,
  instructions: readonly InstructionIr[],
  count: number,
): PushRule | undefined {
  for (let k = count - 1; k >= 0; k--) {
    const stack = rules.get(instructions[k]!)?.stack;
    if (stack !== undefined) return stack.kind === "push" ? stack : undefined;
  }
  return undefined;
}

/** Registers used with the value they had, and written. */
export interface Masks {
  readonly used: number;
  readonly written: number;
}

export const NO_MASKS: Masks = { used: 0, written: 0 };

/** Registers used and written by none, one, two... of a run of instructions, one after the other. */
export function masksUpTo(rules: readonly (InlineRule | undefined)[]): Masks[] {
  const all = [NO_MASKS];
  let masks = NO_MASKS;
  for (const rule of rules) {
    const { used, written } = masks;
    if (rule !== undefined) masks = { used: used | (rule.used & ~written), written: written | rule.written };
    all.push(masks);
  }
  return all;
}

/** At a block's end, or before a call or return: what its instructions used and wrote. */
export function noteMasks({ e, used, written }: Watched, masks: Masks): void {
  if (masks.used !== 0) {
    e.get(used);
    e.i32(masks.used);
    e.get(written);
    e.i32(-1);
    e.op(OP.i32Xor, OP.i32And, OP.i32Or);
    e.set(used);
  }
  if (masks.written === 0) return;
  e.get(written);
  e.i32(masks.written);
  e.op(OP.i32Or);
  e.set(written);
}

/** A register as i64: its local, or the state struct where the region never touches it. */
export function pushRegister({ e, layout, register }: Watched, number: number): void {
  const local = register(number);
  if (local !== undefined) {
    e.get(local);
    return;
  }
  e.i32(0);
  e.memory(OP.i64Load, layout.state + STATE.gpr + 8 * number);
}
