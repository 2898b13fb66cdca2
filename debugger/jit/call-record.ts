// The machine's own record of calls in translated code: at a call a record is made, at calls and returns those that the stack
// pointer has left behind are forgotten.

import { CALL } from "../cpu/calls.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { CALL_BYTES, CALLS_MAX, type Layout } from "../mem/layout.ts";
import type { Emitter, Local } from "./emitter.ts";
import type { Surroundings } from "./operation.ts";
import { OP } from "./wasm-writer.ts";

/** What recording a call needs of the region around it. */
export interface CallRecording {
  readonly e: Emitter;
  readonly layout: Layout;
  /** Where the instruction goes, i64; host address of the next record, i32; rsp, i64. */
  readonly rip: Local;
  readonly callTop: Local;
  readonly stackPointer: Local;
  open(opcode: number): void;
  close(): void;
  /** The retired count before the instruction, i64. */
  pushTime(): void;
}

export function isCallOrReturn(ir: InstructionIr): boolean {
  const last = ir.ops.at(-1);
  return last?.op === "jump" && last.kind !== "jump";
}

export function exitIfCallsFull({ e, layout, callTop }: CallRecording, around: Surroundings): void {
  e.get(callTop);
  e.i32(layout.calls + CALL_BYTES * (CALLS_MAX + 1));
  e.op(OP.i32GeU);
  around.exitIf();
}

const isCallOnly = (ir: InstructionIr): boolean => {
  const last = ir.ops.at(-1);
  return last?.op === "jump" && last.kind === "call";
};

/** After a call or return: forgets records that the stack pointer has left behind. */
export function forgetCalls({ e, callTop, stackPointer, open, close }: CallRecording, ir: InstructionIr): void {
  const pushIsBehind = (): void => {
    e.get(callTop);
    e.i32(CALL_BYTES);
    e.op(OP.i32Sub);
    e.memory(OP.i64Load, CALL.stackPointer);
    e.get(stackPointer);
    e.op(isCallOnly(ir) ? OP.i64LeS : OP.i64LtS);
  };
  // Usually none at a call: V8 has a loop look for interrupts first.
  pushIsBehind();
  open(OP.if);
  open(OP.loop);
  e.get(callTop);
  e.i32(CALL_BYTES);
  e.op(OP.i32Sub);
  e.set(callTop);
  pushIsBehind();
  e.branchIf(0);
  close();
  close();
}

/** The same, and makes a new one for a call. */
export function recordCall(recording: CallRecording, ir: InstructionIr): void {
  const { e, rip, callTop, stackPointer, open, close } = recording;
  forgetCalls(recording, ir);
  if (!isCallOnly(ir)) return;
  e.get(rip);
  e.i64(ir.next);
  e.op(OP.i64Ne);
  open(OP.if);
  const store = (offset: number, push: () => void): void => {
    e.get(callTop);
    push();
    e.memory(OP.i64Store, offset);
  };
  store(CALL.callSite, () => e.i64(ir.address));
  store(CALL.returnAddress, () => e.i64(ir.next));
  store(CALL.target, () => e.get(rip));
  store(CALL.stackPointer, () => e.get(stackPointer));
  store(CALL.time, recording.pushTime);
  e.get(callTop);
  e.i32(CALL_BYTES);
  e.op(OP.i32Add);
  e.set(callTop);
  close();
}
