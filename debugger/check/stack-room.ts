// The stack's bytes below rsp: what a function leaves behind is nobody's value any more. As rsp rises the room becomes
// undefined; 64-bit code may keep values in the red zone, 128 bytes below rsp, but not across a call or a return (System V ABI
// AMD64, 3.2.2). Only the process's own stack is looked at, and only ordinary ways of moving rsp.

import { SHADOW } from "../mem/layout.ts";
import type { Context } from "./context.ts";
import { fillShadow } from "./definedness/bytes.ts";

const RED_ZONE_BYTES = 128;
/** More than any frame: beyond, rsp was set to another stack. */
const FRAME_LIMIT_BYTES = 16 << 20;

export const redZoneBytes = (context: Context): number => (context.options.core.bits === 64 ? RED_ZONE_BYTES : 0);

/** Marks [start, end) of the stack as never written. The stack's pages have shadows since the start. */
function forget(context: Context, start: number, end: number): void {
  const { memory, stack } = context.options;
  const from = Math.max(start, stack.low);
  const to = Math.min(end, stack.initialPointer);
  if (from >= to) return;
  fillShadow(memory, from, to - from, SHADOW.undefined);
}

/** rsp was raised: what lay between is gone. */
export function stackRaised(context: Context, before: number, after: number): void {
  const { stack } = context.options;
  if (after <= before || after - before > FRAME_LIMIT_BYTES || before < stack.low || after > stack.high) return;
  const zone = redZoneBytes(context);
  forget(context, before - zone, after - zone);
}

/** A call or a return: nothing below rsp survives it. */
export function stackCrossed(context: Context, stackPointer: number): void {
  const { stack } = context.options;
  const zone = redZoneBytes(context);
  if (zone === 0 || stackPointer < stack.low || stackPointer > stack.high) return;
  forget(context, stackPointer - zone, stackPointer);
}
