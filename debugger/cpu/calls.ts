// The record of calls that have not returned, kept from call and ret alone. Stack pointers decide what is still alive: a
// record whose return address lies below the stack pointer is gone, however that came about (longjmp, exceptions, switches).
// It lies in the WebAssembly memory, so that translated code keeps it too, without leaving.

import { CALL_BYTES, CALLS_MAX } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import type { CallRecord, CallStack } from "./core.ts";

/** Offset from `layout.state`: host address of the place for the next record (u32). */
export const CALL_TOP = 0x420;
/** Offsets in a record; each is an i64. The record before the first has a stack pointer that nothing is above. */
export const CALL = { callSite: 0, returnAddress: 8, target: 16, stackPointer: 24, time: 32 } as const;

const NOTHING_ABOVE = 2n ** 63n - 1n;

export function createCalls(memory: Memory): CallStack {
  const { view, u8, layout } = memory;
  const first = layout.calls + CALL_BYTES;
  const limit = layout.calls + CALL_BYTES * (CALLS_MAX + 1);
  const top = layout.state + CALL_TOP;
  const number = (at: number) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  const setNumber = (at: number, value: number) => {
    view.setUint32(at, value, true);
    view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
  };
  view.setBigInt64(layout.calls + CALL.stackPointer, NOTHING_ABOVE, true);
  view.setUint32(top, first, true);

  /** Forgets what lies below a stack pointer. @returns the place for the next record. */
  const unwind = (below: number): number => {
    let next = view.getUint32(top, true);
    while (number(next - CALL_BYTES + CALL.stackPointer) < below) next -= CALL_BYTES;
    view.setUint32(top, next, true);
    return next;
  };
  /** Endless recursion: the outer half is forgotten. */
  const forgetHalf = (): number => {
    const kept = Math.floor(CALLS_MAX / 2) * CALL_BYTES;
    u8.copyWithin(first, limit - kept, limit);
    return first + kept;
  };
  const length = () => (view.getUint32(top, true) - first) / CALL_BYTES;

  return {
    get length() {
      return length();
    },
    at(index) {
      const place = index < 0 ? index + length() : index;
      if (place < 0 || place >= length()) return undefined;
      const at = first + place * CALL_BYTES;
      return {
        callSite: number(at + CALL.callSite),
        returnAddress: number(at + CALL.returnAddress),
        target: number(at + CALL.target),
        stackPointer: number(at + CALL.stackPointer),
        time: number(at + CALL.time),
      };
    },
    called(record: CallRecord) {
      let next = unwind(record.stackPointer + 1);
      // `call next; next: pop ebx` asks for its own address: nothing will return from that.
      if (record.target === record.returnAddress) return;
      if (next >= limit) next = forgetHalf();
      for (const name of ["callSite", "returnAddress", "target", "stackPointer", "time"] as const)
        setNumber(next + CALL[name], record[name]);
      view.setUint32(top, next + CALL_BYTES, true);
    },
    returned(stackPointer) {
      unwind(stackPointer);
    },
    save: () => u8.slice(first, view.getUint32(top, true)),
    restore(saved) {
      u8.set(saved, first);
      view.setUint32(top, first + saved.length, true);
    },
  };
}
