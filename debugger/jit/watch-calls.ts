// Behind a call or return, in code under an observer: the record of the call, and what a function used and wrote.

import { CROSSED, FRAME, FRAME_BYTES, FRAME_FLAG, NOWHERE, RANGE, WATCH } from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import type { FrameState } from "./frame-flow.ts";
import { OP } from "./wasm-writer.ts";
import { field, savedOf, storeField } from "./watch-frames.ts";
import { type Masks, pushRange, pushRegister, type Watched, type Watching } from "./watched.ts";

/**
 * What a block's instructions used and wrote, where the frame was known when the block began: the record has all that came
 * before. @param everNoted registers that are noted as written already
 */
export function noteInRecord(
  watched: Watched,
  masks: Masks,
  frame: FrameState,
  everNoted: number,
  ends: "block" | "call" | "ret",
): void {
  const { e, everWritten, frameSizes } = watched;
  const { kept } = frameSizes;
  const used = masks.used & kept & ~frame.used & ~frame.written;
  if (used !== 0)
    storeField(watched, OP.i32Store, FRAME.used, () => {
      field(watched, OP.i32Load, FRAME.used);
      e.i32(used);
      field(watched, OP.i32Load, FRAME.written);
      e.i32(-1);
      e.op(OP.i32Xor, OP.i32And, OP.i32Or);
    });
  // What has returned has no record any more.
  const written = ends === "ret" ? 0 : masks.written & kept & ~frame.written;
  if (written !== 0)
    storeField(watched, OP.i32Store, FRAME.written, () => {
      field(watched, OP.i32Load, FRAME.written);
      e.i32(written);
      e.op(OP.i32Or);
    });
  const ever = (masks.written & ~everNoted) | (ends === "block" ? 0 : CROSSED);
  if (ever === 0) return;
  e.get(everWritten);
  e.i32(ever);
  e.op(OP.i32Or);
  e.set(everWritten);
}

/** What the innermost function used and wrote goes into its record, before another becomes the innermost. */
export function flushMasks(watched: Watched, crossed: number = CROSSED): void {
  const { e, used, written, everWritten } = watched;
  storeField(watched, OP.i32Store, FRAME.used, () => {
    field(watched, OP.i32Load, FRAME.used);
    e.get(used);
    field(watched, OP.i32Load, FRAME.written);
    e.i32(-1);
    e.op(OP.i32Xor, OP.i32And, OP.i32Or);
  });
  storeField(watched, OP.i32Store, FRAME.written, () => {
    field(watched, OP.i32Load, FRAME.written);
    e.get(written);
    e.op(OP.i32Or);
  });
  e.get(everWritten);
  e.get(written);
  e.i32(crossed);
  e.op(OP.i32Or, OP.i32Or);
  e.set(everWritten);
  for (const mask of [used, written]) {
    e.i32(0);
    e.set(mask);
  }
}

export function noteCall(
  { watched, ir, pushTarget, pushTime }: Watching,
  keepsConvention: boolean,
  pointer: Local,
): void {
  const { e, layout, top, pushTop } = watched;
  e.get(top);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Add);
  e.set(top);
  const i64 = (offset: number, push: () => void): void => storeField(watched, OP.i64Store, offset, push);
  const i32 = (offset: number, push: () => void): void => storeField(watched, OP.i32Store, offset, push);
  i64(FRAME.stackPointer, () => e.get(pointer));
  i64(FRAME.returnAddress, () => e.i64(ir.next));
  i64(FRAME.target, pushTarget);
  i64(FRAME.callSite, () => e.i64(ir.address));
  i64(FRAME.time, pushTime);
  savedOf(watched).forEach((number, k) => {
    if (watched.register(number) !== undefined) i64(FRAME.saved + 8 * k, () => pushRegister(watched, number));
  });
  i64(FRAME.savedLow, () => e.get(pointer));
  i64(FRAME.frameSlot, () => e.i64(0n));
  i64(FRAME.frameValue, () => e.i64(0n));
  i64(FRAME.slot, () => e.get(pointer));
  i64(FRAME.used, () => e.i64(0n));
  i32(FRAME.flags, () => e.i32(keepsConvention ? FRAME_FLAG.keepsConvention : 0));
  const serial = e.local("i32");
  e.i32(0);
  e.memory(OP.i32Load, layout.watch + WATCH.serial);
  e.i32(1);
  e.op(OP.i32Add);
  e.set(serial);
  e.i32(0);
  e.get(serial);
  e.memory(OP.i32Store, layout.watch + WATCH.serial);
  i32(FRAME.serial, () => e.get(serial));
  i32(FRAME.range, () => e.i32(0));
  i32(FRAME.pushes, () => e.get(pushTop));
}

/** Behind a return: a call that was not made here is the observer's no more. */
export function leaveOldCall({ e, top, oldest, limit, leavesOld, open, close }: Watched): void {
  e.get(leavesOld);
  open(OP.if);
  e.get(top);
  e.set(oldest);
  // The machine may have had no record of it.
  e.get(limit);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Sub);
  e.set(limit);
  close();
}

/** The caller inherits what the function used and changed; the function's locals are gone. */
export function noteReturn(watching: Watching): void {
  const { watched } = watching;
  const { e, layout, top, pushTop, coming: changed } = watched;
  const caller = e.local("i32");
  e.get(top);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Sub);
  e.set(caller);
  inheritUsed(watching, caller);
  e.get(changed);
  watched.open(OP.if);
  storeField(
    watched,
    OP.i32Store,
    FRAME.written,
    () => {
      field(watched, OP.i32Load, FRAME.written, caller);
      e.get(changed);
      e.op(OP.i32Or);
    },
    caller,
  );
  watched.close();
  const range = e.local("i32");
  field(watched, OP.i32Load, FRAME.range);
  e.tee(range);
  watched.open(OP.if);
  pushRange(e, layout, range);
  e.i64(NOWHERE);
  e.memory(OP.i64Store, RANGE.start);
  pushRange(e, layout, range);
  e.i64(0n);
  e.memory(OP.i64Store, RANGE.size);
  watched.close();
  field(watched, OP.i32Load, FRAME.pushes);
  e.set(pushTop);
  e.get(caller);
  e.set(top);
}

/** What the function used and its caller has not set. Where no function uses such a register, older calls alone can have. */
function inheritUsed({ watched, returnsInside }: Watching, caller: Local): void {
  const { e, keepsUsed, leavesOld, open, close } = watched;
  const isOldOnly = !keepsUsed;
  if (isOldOnly && returnsInside) return;
  if (isOldOnly) {
    e.get(leavesOld);
    open(OP.if);
  }
  storeField(
    watched,
    OP.i32Store,
    FRAME.used,
    () => {
      field(watched, OP.i32Load, FRAME.used, caller);
      field(watched, OP.i32Load, FRAME.used);
      field(watched, OP.i32Load, FRAME.written, caller);
      e.i32(-1);
      e.op(OP.i32Xor, OP.i32And, OP.i32Or);
    },
    caller,
  );
  if (isOldOnly) close();
}
