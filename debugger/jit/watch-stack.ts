// Instructions that move the stack pointer, under an observer: calls and returns with what they promise each other, pushes
// with what they save, and the bytes below rsp, which hold nobody's values any more. Checks first; notes when the
// instruction has retired.

import type { StackRule } from "../cpu/inline-watch.ts";
import { GPR } from "../cpu/state.ts";
import { FRAME, FRAME_FLAG, PUSH_BYTES, RANGE } from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import { OP } from "./wasm-writer.ts";
import { flushMasks, leaveOldCall, noteCall, noteInRecord, noteReturn } from "./watch-calls.ts";
import { noteChanged } from "./watch-changed.ts";
import { forget } from "./watch-forgotten.ts";
import { field, offsetLocal, pushWord, storeField, wordBytes } from "./watch-frames.ts";
import { INNER } from "./watch-functions.ts";
import { checkReturn } from "./watch-return.ts";
import { noteMasks, pushRange, pushRegister, type Watched, type Watching } from "./watched.ts";

/** rsp as it will be. */
function newPointer(watched: Watched, rule: StackRule): Local {
  const word = wordBytes(watched);
  const from = (number: number) => () => pushRegister(watched, number);
  switch (rule.kind) {
    case "push":
    case "call":
      return offsetLocal(watched, from(GPR.rsp), -word);
    case "pop":
      return offsetLocal(watched, from(GPR.rsp), word);
    case "ret":
      return offsetLocal(watched, from(GPR.rsp), word + rule.extraBytes);
    case "leave":
      return offsetLocal(watched, from(GPR.rbp), word);
    case "move":
      return offsetLocal(watched, from(GPR.rsp), rule.delta);
    case "restore":
      return offsetLocal(watched, from(GPR.rbp), rule.offset);
  }
}

// ---- checks

export function stackChecks(watching: Watching, rule: StackRule): void {
  const { watched, around } = watching;
  const { e } = watched;
  const pointer = newPointer(watched, rule);
  checkRoom(watching, rule, pointer);
  const { frame } = watching;
  if (rule.kind === "call" && frame === undefined) {
    // Its return address must lie below the innermost one.
    e.get(pointer);
    field(watched, OP.i64Load, FRAME.stackPointer);
    e.op(OP.i64GeU);
    around.exitIf();
  }
  switch (rule.kind) {
    case "pop":
      if (rule.checksFrame) checkSavedFrame(watching, GPR.rsp);
      break;
    case "leave":
      checkSavedFrame(watching, GPR.rbp);
      if (!isFollowed(watching)) exitIfLower(watching, pointer);
      break;
    case "call":
      e.binary(OP.i32GeU, watched.top, watched.limit);
      around.exitIf();
      break;
    case "ret":
      checkReturn(watching, rule.extraBytes, pointer);
      break;
    case "restore":
      if (!isFollowed(watching)) exitIfLower(watching, pointer);
      break;
    default:
  }
}

/** It is known where in the frame rsp is, before the instruction and behind it. */
const isFollowed = ({ frame, frameBehind }: Watching): boolean => frame !== undefined && frameBehind !== undefined;

/** The bytes between rsp before and after, and the red zone below both, may be forgotten; nothing rises above the return address. */
function checkRoom(watching: Watching, rule: StackRule, pointer: Local): void {
  const { watched, extent, frame } = watching;
  if (rule.kind === "leave" || rule.kind === "restore") {
    if (isFollowed(watching)) return;
    exitOutsideRoom(watching, pointer);
    exitAboveFrame(watching, pointer);
    return;
  }
  if (extent === undefined) return;
  const at = (distance: number): Local => offsetLocal(watched, () => pushRegister(watched, GPR.rsp), distance);
  if (extent.lowest < 0) exitOutsideRoom(watching, at(extent.lowest));
  // Up to where the call returns to there was room when it was made.
  const word = wordBytes(watched);
  const toReturn = frame === undefined ? 0 : frame.depth * word;
  if (extent.highest > (frame === undefined ? 0 : toReturn + word)) exitOutsideRoom(watching, at(extent.highest));
  if (extent.highestInFrame > toReturn) exitAboveFrame(watching, at(extent.highestInFrame));
}

function exitOutsideRoom({ watched, around }: Watching, pointer: Local): void {
  const { e } = watched;
  e.get(pointer);
  e.get(watched.stackLowest);
  e.op(OP.i64Sub);
  e.get(watched.stackRoom);
  e.op(OP.i64GtU);
  around.exitIf();
}

function exitAboveFrame({ watched, around }: Watching, pointer: Local): void {
  watched.e.get(pointer);
  field(watched, OP.i64Load, FRAME.stackPointer);
  watched.e.op(OP.i64GtU);
  around.exitIf();
}

function exitIfLower({ watched, around }: Watching, pointer: Local): void {
  watched.e.get(pointer);
  pushRegister(watched, GPR.rsp);
  watched.e.op(OP.i64LtU);
  around.exitIf();
}

/** The caller's rbp is still what was saved, when it lies where a register points. */
function checkSavedFrame({ watched, around, frame }: Watching, register: number): void {
  const { e } = watched;
  const slot = e.local("i64");
  pushRegister(watched, register);
  const depth = register === GPR.rsp ? frame?.depth : frame?.base;
  if (depth !== undefined && depth >= 0) {
    e.set(slot);
    if (depth !== 1 || !frame!.hasSlot) return;
    pushWord(watched, slot);
    field(watched, OP.i64Load, FRAME.frameValue);
    e.op(OP.i64Ne);
    around.exitIf();
    return;
  }
  e.tee(slot);
  field(watched, OP.i64Load, FRAME.frameSlot);
  e.op(OP.i64Eq);
  watched.open(OP.if);
  pushWord(watched, slot);
  field(watched, OP.i64Load, FRAME.frameValue);
  e.op(OP.i64Ne);
  around.exitIf();
  watched.close();
}

// ---- notes

export function stackNotes(watching: Watching): void {
  const { watched, rule, pushBefore } = watching;
  const { e } = watched;
  const { stack } = rule;
  const pointer = e.local("i64");
  pushRegister(watched, GPR.rsp);
  e.set(pointer);
  const { frame, frameBehind: behind } = watching;
  if (rule.setsFramePointer) noteFramePointer(watching, pointer);
  if (rule.makesLocals && frame?.hasLocals !== true) addFlag(watched, FRAME_FLAG.hasLocals);
  if (stack === undefined) return;
  switch (stack.kind) {
    case "push":
      notePush(watching, pointer);
      if (frame !== undefined && behind !== undefined) {
        if (behind.saved !== frame.saved) lowerSaved(watched, pointer, frame.isUnseen);
        else if (frame.hasLocals !== true) addFlag(watched, FRAME_FLAG.hasLocals);
      } else if (stack.saves) noteSaved(watched, pointer);
      else if (pushBefore === undefined || pushBefore.saves) addFlag(watched, FRAME_FLAG.hasLocals);
      return;
    case "call":
      noteFunction(watching, "call");
      noteCall(watching, stack.keepsConvention, pointer);
      forget(watched, stack, { before: pointer, after: pointer, frame, depth: 0 });
      return;
    case "ret": {
      noteFunction(watching, "ret");
      noteChanged(watching, watched.firstFunction + INNER.noteChanged);
      noteReturn(watching);
      if (!watching.returnsInside) leaveOldCall(watched);
      // What was pushed before the call lies above its return address.
      if (stack.extraBytes > 0) dropPushes(watched, pointer);
      const before = offsetLocal(watched, () => e.get(pointer), -(wordBytes(watched) + stack.extraBytes));
      forget(watched, stack, { before, after: pointer, frame: frame?.depth === 0 ? frame : undefined, depth: 0 });
      return;
    }
    default: {
      const { before } = watching;
      if (frame === undefined || behind === undefined) {
        dropPushes(watched, pointer);
        forget(watched, stack, { before, after: pointer, frame: undefined, depth: 0 });
        return;
      }
      undoPushes(watched, countOf(frame.pushes & ~behind.pushes));
      forget(watched, stack, { before, after: pointer, frame, depth: behind.depth });
    }
  }
}

/** What the innermost function used and wrote, before another becomes the innermost. */
function noteFunction({ watched, masks, atStart, everNoted }: Watching, ends: "call" | "ret"): void {
  if (atStart !== undefined) {
    noteInRecord(watched, masks, atStart, everNoted, ends);
    return;
  }
  noteMasks(watched, masks);
  flushMasks(watched);
}

function addFlag(watched: Watched, flag: number): void {
  const { e } = watched;
  storeField(watched, OP.i32Store, FRAME.flags, () => {
    field(watched, OP.i32Load, FRAME.flags);
    e.i32(flag);
    e.op(OP.i32Or);
  });
}

/** `mov rbp, rsp` right behind a pushed rbp. */
function noteFramePointer({ watched, frame }: Watching, pointer: Local): void {
  const { e } = watched;
  if (frame !== undefined) {
    if (frame.depth === 1) setFrameSlot(watched, pointer);
    return;
  }
  e.get(pointer);
  field(watched, OP.i64Load, FRAME.stackPointer);
  e.i64(BigInt(wordBytes(watched)));
  e.op(OP.i64Sub, OP.i64Eq);
  watched.open(OP.if);
  setFrameSlot(watched, pointer);
  watched.close();
}

function setFrameSlot(watched: Watched, pointer: Local): void {
  const { e } = watched;
  storeField(watched, OP.i64Store, FRAME.frameSlot, () => e.get(pointer));
  storeField(watched, OP.i64Store, FRAME.slot, () => e.get(pointer));
  storeField(watched, OP.i64Store, FRAME.frameValue, () => pushWord(watched, pointer));
}

function countOf(words: bigint): number {
  let count = 0;
  for (let left = words; left !== 0n; left &= left - 1n) count++;
  return count;
}

/** So many pushes are undone. */
function undoPushes({ e, pushTop }: Watched, count: number): void {
  if (count === 0) return;
  e.get(pushTop);
  e.i32(count * PUSH_BYTES);
  e.op(OP.i32Sub);
  e.set(pushTop);
}

/** Pushes below the stack pointer are undone: usually none or one. */
function dropPushes(watched: Watched, pointer: Local): void {
  const { e, pushTop, open, close } = watched;
  const ifBelow = (): void => {
    e.get(pushTop);
    e.i32(PUSH_BYTES);
    e.op(OP.i32Sub);
    e.memory(OP.i64Load, 0);
    e.get(pointer);
    e.op(OP.i64LtU);
    open(OP.if);
  };
  ifBelow();
  e.get(pushTop);
  e.i32(PUSH_BYTES);
  e.op(OP.i32Sub);
  e.set(pushTop);
  ifBelow();
  e.get(pushTop);
  e.get(pointer);
  e.call(watched.firstFunction + INNER.dropPushes);
  e.set(pushTop);
  close();
  close();
}

/** Whatever raised rsp has dropped what was pushed below it. */
function notePush({ watched, ir }: Watching, pointer: Local): void {
  const { e, pushTop } = watched;
  e.get(pushTop);
  e.get(pointer);
  e.memory(OP.i64Store, 0);
  e.get(pushTop);
  e.i64(ir.address);
  e.memory(OP.i64Store, 8);
  e.get(pushTop);
  e.i32(PUSH_BYTES);
  e.op(OP.i32Add);
  e.set(pushTop);
}

/** Registers saved at entry lie right below the return address; what is pushed after anything else is a local. */
function noteSaved(watched: Watched, pointer: Local): void {
  const { e } = watched;
  e.get(pointer);
  field(watched, OP.i64Load, FRAME.savedLow);
  e.i64(BigInt(wordBytes(watched)));
  e.op(OP.i64Sub, OP.i64Ne);
  watched.open(OP.if);
  addFlag(watched, FRAME_FLAG.hasLocals);
  e.op(OP.else);
  field(watched, OP.i32Load, FRAME.flags);
  e.i32(FRAME_FLAG.hasLocals);
  e.op(OP.i32And, OP.i32Eqz);
  watched.open(OP.if);
  lowerSaved(watched, pointer, false);
  watched.close();
  watched.close();
}

/** The frame's locals end lower now. @param isUnseen nothing points to them */
function lowerSaved(watched: Watched, pointer: Local, isUnseen: boolean): void {
  const { e, layout, watch } = watched;
  storeField(watched, OP.i64Store, FRAME.savedLow, () => e.get(pointer));
  if (isUnseen) return;
  const range = e.local("i32");
  field(watched, OP.i32Load, FRAME.range);
  e.tee(range);
  watched.open(OP.if);
  pushRange(e, layout, range);
  e.get(pointer);
  e.i64(BigInt(watch.stack.low));
  e.op(OP.i64Sub);
  e.memory(OP.i64Store, RANGE.size);
  watched.close();
}
