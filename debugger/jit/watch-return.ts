// What a return asks, in code under an observer: of a call that the region itself has made only registers can have changed, of
// others everything that the call promised.

import { GPR } from "../cpu/state.ts";
import { FRAME, FRAME_BYTES, FRAME_FLAG, FRAMES } from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";
import { field, pushUntouchedDiffer, pushWord, savedOf } from "./watch-frames.ts";
import { pushRegister, type Watched, type Watching } from "./watched.ts";

/** The whole promise of a call, as far as it is kept. Of a call that was made here only registers can have changed. */
export function checkReturn(watching: Watching, extraBytes: number, pointer: Local): void {
  const { watched, around, frame, returnsInside } = watching;
  const { e, top, oldest, leavesOld } = watched;
  const stackPointer = e.local("i64");
  pushRegister(watched, GPR.rsp);
  e.set(stackPointer);
  if (frame?.depth !== 0) {
    e.get(stackPointer);
    field(watched, OP.i64Load, FRAME.stackPointer);
    e.op(OP.i64Ne);
    around.exitIf();
  }
  const caller = e.local("i32");
  e.get(top);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Sub);
  e.set(caller);
  if (extraBytes > 0) exitAboveCaller(watching, caller, pointer);
  const untouched = e.local("i32");
  e.i32(0);
  e.set(untouched);
  if (!returnsInside) {
    e.binary(OP.i32LeU, top, oldest);
    e.tee(leavesOld);
    watched.open(OP.if);
    checkOldReturn(watching, { stackPointer, caller, pointer });
    pushUntouchedDiffer(watched);
    e.set(untouched);
    watched.close();
  }
  checkGivenBack(watching, caller, untouched);
}

function exitAboveCaller({ watched, around }: Watching, caller: Local, pointer: Local): void {
  field(watched, OP.i64Load, FRAME.stackPointer, caller);
  watched.e.get(pointer);
  watched.e.op(OP.i64LtU);
  around.exitIf();
}

interface Return {
  readonly stackPointer: Local;
  readonly caller: Local;
  readonly pointer: Local;
}

/** From a call that the observer has seen: anything may have happened to it. */
function checkOldReturn(watching: Watching, { stackPointer, caller, pointer }: Return): void {
  const { watched, around, frame } = watching;
  const { e, layout, watch, top } = watched;
  e.get(top);
  e.i32(layout.watch + FRAMES + (watch.entersMain ? FRAME_BYTES : 0));
  e.op(OP.i32LeU);
  around.exitIf();
  pushWord(watched, stackPointer);
  field(watched, OP.i64Load, FRAME.returnAddress);
  e.op(OP.i64Ne);
  around.exitIf();
  exitAboveCaller(watching, caller, pointer);
  field(watched, OP.i32Load, FRAME.flags, caller);
  e.i32(FRAME_FLAG.switched);
  e.op(OP.i32And);
  around.exitIf();
  if (frame?.depth === 0) {
    pushShadowWord(watched, stackPointer);
    around.exitIf();
  }
}

/** i32: not 0 when the word on the stack is not all defined. */
function pushShadowWord({ e, layout, bits }: Watched, address: Local): void {
  e.get(address);
  e.op(OP.i32WrapI64);
  e.i32(layout.foldBytes - 1);
  e.op(OP.i32And);
  if (bits === 64) {
    e.memory(OP.i64Load, layout.shadow);
    e.i64(0n);
    e.op(OP.i64Ne);
  } else e.memory(OP.i32Load, layout.shadow);
}

/** Registers that a function gives back differ: a finding if it is known to keep the convention, or when its caller relies on it. */
function checkGivenBack({ watched, around, masks }: Watching, caller: Local, untouched: Local): void {
  const { e } = watched;
  const isTouched = (number: number): boolean => watched.register(number) !== undefined;
  const changed = watched.coming;
  for (const mask of [changed, watched.doubtful]) {
    e.i32(0);
    e.set(mask);
  }
  const pushDifference = (number: number, k: number): void => {
    pushRegister(watched, number);
    field(watched, OP.i64Load, FRAME.saved + 8 * k);
    e.op(OP.i64Xor);
  };
  e.i64(0n);
  savedOf(watched).forEach((number, k) => {
    if (!isTouched(number)) return;
    pushDifference(number, k);
    e.op(OP.i64Or);
  });
  e.i64(0n);
  e.op(OP.i64Ne);
  e.get(untouched);
  e.op(OP.i32Or);
  watched.open(OP.if);
  savedOf(watched).forEach((number, k) => {
    pushDifference(number, k);
    e.i64(0n);
    e.op(OP.i64Ne);
    if (!isTouched(number)) {
      e.get(untouched);
      e.op(OP.i32And);
    }
    e.i32(number);
    e.op(OP.i32Shl);
    e.get(changed);
    e.op(OP.i32Or);
    e.set(changed);
  });
  field(watched, OP.i32Load, FRAME.flags);
  e.i32(FRAME_FLAG.keepsConvention);
  e.op(OP.i32And);
  around.exitIf();
  if (watched.keepsBase) {
    e.get(changed);
    e.i32(1 << GPR.rbp);
    e.op(OP.i32And);
    around.exitIf();
  }
  // Doubtful: changed, the incoming value not used by the function, set by its caller.
  e.get(changed);
  pushUsed(watched, masks);
  e.i32(-1);
  e.op(OP.i32Xor, OP.i32And);
  field(watched, OP.i32Load, FRAME.written, caller);
  e.op(OP.i32And);
  e.set(watched.doubtful);
  watched.close();
}

/** Registers that the innermost function used with the values they had at its entry. */
function pushUsed(watched: Watched, masks: { readonly used: number }): void {
  const { e, used, written } = watched;
  const not = (push: () => void): void => {
    push();
    e.i32(-1);
    e.op(OP.i32Xor);
  };
  e.get(used);
  e.i32(masks.used);
  not(() => e.get(written));
  e.op(OP.i32And, OP.i32Or);
  not(() => field(watched, OP.i32Load, FRAME.written));
  e.op(OP.i32And);
  field(watched, OP.i32Load, FRAME.used);
  e.op(OP.i32Or);
}
