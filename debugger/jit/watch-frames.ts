// Records of calls in code under an observer: their fields, and what is put off until the region is left, since most calls have
// returned by then.

import { CALL } from "../cpu/calls.ts";
import { STATE } from "../cpu/state.ts";
import { CALL_BYTES, CALLS_MAX } from "../mem/layout.ts";
import { FRAME, FRAME_BYTES, FRAMES, FRAMES_MAX, SAVED_REGISTERS } from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import { SIMD } from "./simd.ts";
import { OP } from "./wasm-writer.ts";
import { pushRegister, type Watched } from "./watched.ts";

export const wordBytes = ({ bits }: Watched): number => bits / 8;
export const savedOf = ({ bits }: Watched): readonly number[] => SAVED_REGISTERS[bits];

interface SavedGroup {
  readonly number: number;
  /** Its place in `FRAME.saved`. */
  readonly k: number;
  /** With the register behind it; both are never touched by the region. */
  readonly isPair: boolean;
}

/** Registers that functions give back and the region never touches, two at a time where they are neighbours. */
function untouchedGroups(watched: Watched): readonly SavedGroup[] {
  const saved = savedOf(watched);
  const isUntouched = (number: number): boolean => watched.register(number) === undefined;
  const groups: SavedGroup[] = [];
  for (let k = 0; k < saved.length; k++) {
    const number = saved[k]!;
    if (!isUntouched(number)) continue;
    const isPair = saved[k + 1] === number + 1 && isUntouched(number + 1);
    groups.push({ number, k, isPair });
    if (isPair) k++;
  }
  return groups;
}

/** i32: not 0 when registers that the region never touches are not what the innermost call was made with. */
export function pushUntouchedDiffer(watched: Watched): void {
  const { e } = watched;
  e.i32(0);
  for (const { number, k, isPair } of untouchedGroups(watched)) {
    if (isPair) {
      e.get(watched.top);
      e.vectorMemory(SIMD.load, FRAME.saved + 8 * k);
      pushStatePair(watched, number);
      e.simd(SIMD.xor);
      e.simd(SIMD.anyTrue);
    } else {
      pushRegister(watched, number);
      field(watched, OP.i64Load, FRAME.saved + 8 * k);
      e.op(OP.i64Ne);
    }
    e.op(OP.i32Or);
  }
}

/**
 * When the region is left: what the records of the calls that it has made still lack, and the machine's own records of them.
 * Most calls have returned by then.
 */
export function completeFrames(watched: Watched, callTop: Local): void {
  const { e, top, oldest, open, close } = watched;
  const frame = e.local("i32");
  e.get(oldest);
  e.set(frame);
  open(OP.loop);
  e.binary(OP.i32LtU, frame, top);
  open(OP.if);
  e.get(frame);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Add);
  e.set(frame);
  for (const { number, k, isPair } of untouchedGroups(watched)) {
    e.get(frame);
    if (isPair) {
      pushStatePair(watched, number);
      e.vectorMemory(SIMD.store, FRAME.saved + 8 * k);
    } else {
      pushRegister(watched, number);
      e.memory(OP.i64Store, FRAME.saved + 8 * k);
    }
  }
  field(watched, OP.i64Load, FRAME.target, frame);
  field(watched, OP.i64Load, FRAME.returnAddress, frame);
  e.op(OP.i64Ne);
  open(OP.if);
  for (const [to, from] of [
    [CALL.callSite, FRAME.callSite],
    [CALL.returnAddress, FRAME.returnAddress],
    [CALL.target, FRAME.target],
    [CALL.stackPointer, FRAME.stackPointer],
  ] as const)
    storeField(watched, OP.i64Store, to, () => field(watched, OP.i64Load, from, frame), callTop);
  storeField(
    watched,
    OP.i64Store,
    CALL.time,
    () => {
      field(watched, OP.i64Load, FRAME.time, frame);
      e.i64(1n);
      e.op(OP.i64Sub);
    },
    callTop,
  );
  e.get(callTop);
  e.i32(CALL_BYTES);
  e.op(OP.i32Add);
  e.set(callTop);
  close();
  e.branch(1);
  close();
  close();
}

/** When the region is entered: how many calls there is room for, the machine's own records of them counted too. */
export function limitFrames({ e, layout, top, limit }: Watched, callTop: Local): void {
  const [own, machines] = [e.local("i32"), e.local("i32")];
  e.i32(layout.watch + FRAMES + (FRAMES_MAX - 2) * FRAME_BYTES);
  e.set(own);
  e.get(top);
  e.i32(layout.calls + CALL_BYTES * (CALLS_MAX + 1));
  e.get(callTop);
  e.op(OP.i32Sub);
  e.i32(CALL_BYTES);
  e.op(OP.i32DivU);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Mul, OP.i32Add);
  e.set(machines);
  e.get(own);
  e.get(machines);
  e.binary(OP.i32LtU, own, machines);
  e.op(OP.select);
  e.set(limit);
}

/** v128: a register of the state struct and the one behind it. */
function pushStatePair({ e, layout }: Watched, number: number): void {
  e.i32(0);
  e.vectorMemory(SIMD.load, layout.state + STATE.gpr + 8 * number);
}

/** A field of a frame onto the stack. */
export function field({ e, top }: Watched, opcode: number, offset: number, frame: Local = top): void {
  e.get(frame);
  e.memory(opcode, offset);
}

export function storeField(
  { e, top }: Watched,
  opcode: number,
  offset: number,
  push: () => void,
  frame: Local = top,
): void {
  e.get(frame);
  push();
  e.memory(opcode, offset);
}

/** What lies on the guest's stack at an i64 local, as i64. */
export function pushWord({ e, layout, bits }: Watched, address: Local): void {
  e.get(address);
  e.op(OP.i32WrapI64);
  e.i32(layout.foldBytes - 1);
  e.op(OP.i32And);
  if (bits === 64) e.memory(OP.i64Load, 0);
  else {
    e.memory(OP.i32Load, 0);
    e.op(OP.i64ExtendI32U);
  }
}

/** A local with `from` + `distance`. */
export function offsetLocal({ e, bits }: Watched, push: () => void, distance: number): Local {
  const local = e.local("i64");
  push();
  e.i64(BigInt(distance));
  e.op(OP.i64Add);
  if (bits === 32) {
    e.i64(0xffff_ffffn);
    e.op(OP.i64And);
  }
  e.set(local);
  return local;
}
