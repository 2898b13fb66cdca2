// The record of calls that have not returned, kept from call and ret alone. Stack pointers decide what is still alive: a
// record whose return address lies below the stack pointer is gone, however that came about (longjmp, exceptions, switches).

import type { CallRecord } from "./core.ts";

/** A machine's call record; `records` is outermost first and may be replaced in place by whoever restores a snapshot. */
export interface Calls {
  readonly records: CallRecord[];
  called(record: CallRecord): void;
  /** `stackPointer` is rsp behind the ret. */
  returned(stackPointer: number): void;
}

/** Depth kept: beyond it the oldest half is forgotten, so endless recursion does not fill the host's memory. */
const MAX_DEPTH = 2_000_000;

export function createCalls(records: CallRecord[] = []): Calls {
  const unwind = (below: number): void => {
    while (records.length > 0 && records[records.length - 1]!.stackPointer < below) records.pop();
  };
  return {
    records,
    called(record) {
      unwind(record.stackPointer + 1);
      // `call next; next: pop ebx` asks for its own address: nothing will return from that.
      if (record.target === record.returnAddress) return;
      if (records.length >= MAX_DEPTH) records.splice(0, MAX_DEPTH / 2);
      records.push(record);
    },
    returned(stackPointer) {
      unwind(stackPointer);
    },
  };
}
