// Instructions that move the stack pointer, under an observer: calls and returns with what they promise each other, pushes
// with what they save, and the bytes below rsp, which hold nobody's values any more. Checks first; notes when the
// instruction has retired.

import type { StackRule } from "../cpu/inline-watch.ts";
import { GPR, STATE } from "../cpu/state.ts";
import { SHADOW } from "../mem/layout.ts";
import {
  CROSSED,
  FRAME,
  FRAME_BYTES,
  FRAME_FLAG,
  FRAMES,
  FRAMES_MAX,
  NOWHERE,
  PUSH_BYTES,
  RANGE,
  SAVED_REGISTERS,
  WATCH,
} from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import { SIMD } from "./simd.ts";
import { OP } from "./wasm-writer.ts";
import { noteChanged } from "./watch-changed.ts";
import { INNER } from "./watch-functions.ts";
import { noteMasks, pushRange, pushRegister, type Watched, type Watching } from "./watched.ts";

const wordBytes = ({ bits }: Watched): number => bits / 8;
const savedOf = ({ bits }: Watched): readonly number[] => SAVED_REGISTERS[bits];

interface SavedGroup {
  readonly number: number;
  /** Its place in `FRAME.saved`. */
  readonly k: number;
  /** With the register behind it; both are never touched by the region. */
  readonly isPair: boolean;
}

/** Registers that functions give back; those in the state struct two at a time where they are neighbours. */
function savedGroups(watched: Watched): readonly SavedGroup[] {
  const saved = savedOf(watched);
  const isInState = (number: number): boolean => watched.register(number) === undefined;
  const groups: SavedGroup[] = [];
  for (let k = 0; k < saved.length; k++) {
    const number = saved[k]!;
    const isPair = saved[k + 1] === number + 1 && isInState(number) && isInState(number + 1);
    groups.push({ number, k, isPair });
    if (isPair) k++;
  }
  return groups;
}

/** v128: a register of the state struct and the one behind it. */
function pushStatePair({ e, layout }: Watched, number: number): void {
  e.i32(0);
  e.vectorMemory(SIMD.load, layout.state + STATE.gpr + 8 * number);
}

/** A field of a frame onto the stack. */
function field({ e, top }: Watched, opcode: number, offset: number, frame: Local = top): void {
  e.get(frame);
  e.memory(opcode, offset);
}

function storeField({ e, top }: Watched, opcode: number, offset: number, push: () => void, frame: Local = top): void {
  e.get(frame);
  push();
  e.memory(opcode, offset);
}

/** What lies on the guest's stack at an i64 local, as i64. */
function pushWord({ e, layout, bits }: Watched, address: Local): void {
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
function offsetLocal({ e, bits }: Watched, push: () => void, distance: number): Local {
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
  if (rule.kind === "call") {
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
      exitIfLower(watching, pointer);
      break;
    case "call":
      e.get(watched.top);
      e.i32(watched.layout.watch + FRAMES + (FRAMES_MAX - 2) * FRAME_BYTES);
      e.op(OP.i32GeU);
      around.exitIf();
      break;
    case "ret":
      checkReturn(watching, pointer);
      break;
    case "restore":
      exitIfLower(watching, pointer);
      break;
    default:
  }
}

/** The bytes between rsp before and after, and the red zone below both, may be forgotten; nothing rises above the return address. */
function checkRoom(watching: Watching, rule: StackRule, pointer: Local): void {
  const { watched, extent } = watching;
  if (rule.kind === "leave" || rule.kind === "restore") {
    exitOutsideRoom(watching, pointer);
    exitAboveFrame(watching, pointer);
    return;
  }
  if (extent === undefined) return;
  const at = (distance: number): Local => offsetLocal(watched, () => pushRegister(watched, GPR.rsp), distance);
  if (extent.lowest < 0) exitOutsideRoom(watching, at(extent.lowest));
  if (extent.highest > 0) exitOutsideRoom(watching, at(extent.highest));
  if (extent.highestInFrame > 0) exitAboveFrame(watching, at(extent.highestInFrame));
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
function checkSavedFrame({ watched, around }: Watching, register: number): void {
  const { e } = watched;
  const slot = e.local("i64");
  pushRegister(watched, register);
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

/** The whole promise of a call, as far as it is kept. */
function checkReturn(watching: Watching, pointer: Local): void {
  const { watched, around } = watching;
  const { e, layout, watch, top } = watched;
  e.get(top);
  e.i32(layout.watch + FRAMES + (watch.entersMain ? FRAME_BYTES : 0));
  e.op(OP.i32LeU);
  around.exitIf();
  const stackPointer = e.local("i64");
  pushRegister(watched, GPR.rsp);
  e.tee(stackPointer);
  field(watched, OP.i64Load, FRAME.stackPointer);
  e.op(OP.i64Ne);
  around.exitIf();
  pushWord(watched, stackPointer);
  field(watched, OP.i64Load, FRAME.returnAddress);
  e.op(OP.i64Ne);
  around.exitIf();
  const caller = e.local("i32");
  e.get(top);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Sub);
  e.set(caller);
  field(watched, OP.i64Load, FRAME.stackPointer, caller);
  e.get(pointer);
  e.op(OP.i64LtU);
  around.exitIf();
  field(watched, OP.i32Load, FRAME.flags, caller);
  e.i32(FRAME_FLAG.switched);
  e.op(OP.i32And);
  around.exitIf();
  checkGivenBack(watching, caller);
}

/** Registers that a function gives back differ: a finding if it is known to keep the convention, or when its caller relies on it. */
function checkGivenBack({ watched, around, masks }: Watching, caller: Local): void {
  const { e } = watched;
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
  const groups = savedGroups(watched);
  e.i64(0n);
  for (const { number, k } of groups.filter(({ isPair }) => !isPair)) {
    pushDifference(number, k);
    e.op(OP.i64Or);
  }
  e.i64(0n);
  e.op(OP.i64Ne);
  for (const { number, k } of groups.filter(({ isPair }) => isPair)) {
    e.get(watched.top);
    e.vectorMemory(SIMD.load, FRAME.saved + 8 * k);
    pushStatePair(watched, number);
    e.simd(SIMD.xor);
    e.simd(SIMD.anyTrue);
    e.op(OP.i32Or);
  }
  watched.open(OP.if);
  savedOf(watched).forEach((number, k) => {
    pushDifference(number, k);
    e.i64(0n);
    e.op(OP.i64Ne);
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

// ---- what is forgotten below rsp

/** Which bytes lose their values: distances from rsp before (`from`) and after (`to`); undefined = none. */
function forgotten(
  watched: Watched,
  rule: StackRule,
):
  | {
      readonly start: "old" | "new";
      readonly from: number;
      readonly to: number;
      readonly sizeBytes: number | "unknown";
    }
  | undefined {
  const zone = watched.watch.redZoneBytes;
  const word = wordBytes(watched);
  switch (rule.kind) {
    case "push":
      return undefined;
    case "call":
      return zone === 0 ? undefined : { start: "new", from: -zone, to: 0, sizeBytes: zone };
    case "ret": {
      // What the return address leaves behind, and then everything below.
      const sizeBytes = word + rule.extraBytes + zone;
      return { start: "old", from: -zone, to: 0, sizeBytes };
    }
    case "pop":
      return { start: "old", from: -zone, to: -zone, sizeBytes: word };
    case "move":
      return rule.forgets && rule.delta > 0
        ? { start: "old", from: -zone, to: -zone, sizeBytes: rule.delta }
        : undefined;
    case "leave":
      return { start: "old", from: -zone, to: -zone, sizeBytes: "unknown" };
    case "restore":
      return rule.forgets ? { start: "old", from: -zone, to: -zone, sizeBytes: "unknown" } : undefined;
  }
}

const UNDEFINED_WORD = 0x0101010101010101n * BigInt(SHADOW.undefined);

/** `before` is rsp as it was, or for a call as it is. */
function forget(watched: Watched, rule: StackRule, before: Local, after: Local): void {
  const range = forgotten(watched, rule);
  if (range === undefined) return;
  const { e, layout } = watched;
  const at = e.local("i32");
  const first = offsetLocal(watched, () => e.get(before), range.from);
  const pushHost = (address: Local): void => {
    e.get(address);
    e.op(OP.i32WrapI64);
    e.i32(layout.foldBytes - 1);
    e.op(OP.i32And);
  };
  pushHost(first);
  e.set(at);
  const { sizeBytes } = range;
  // A range over the end of the guest plane would go on at its start: the stack never lies so.
  if (sizeBytes === "unknown" || sizeBytes > 512) {
    const end = offsetLocal(watched, () => e.get(after), range.to);
    e.get(at);
    e.i32(layout.shadow);
    e.op(OP.i32Add);
    e.i32(SHADOW.undefined);
    e.binary(OP.i64Sub, end, first);
    e.op(OP.i32WrapI64);
    e.bulk("fill");
    return;
  }
  let done = 0;
  for (; done + 16 <= sizeBytes; done += 16) {
    e.get(at);
    e.vectorConstant(new Array<number>(16).fill(SHADOW.undefined));
    e.vectorMemory(SIMD.store, layout.shadow + done);
  }
  for (const part of [8, 4, 2, 1] as const) {
    if (!(sizeBytes & part & 15)) continue;
    e.get(at);
    if (part === 8) e.i64(UNDEFINED_WORD);
    else e.i32(Number(BigInt.asIntN(8 * part, UNDEFINED_WORD)));
    e.memory({ 8: OP.i64Store, 4: OP.i32Store, 2: OP.i32Store16, 1: OP.i32Store8 }[part], layout.shadow + done);
    done += part;
  }
}

// ---- notes

export function stackNotes(watching: Watching): void {
  const { watched, rule, masks, pushBefore } = watching;
  const { e } = watched;
  const { stack } = rule;
  const pointer = e.local("i64");
  pushRegister(watched, GPR.rsp);
  e.set(pointer);
  if (rule.setsFramePointer) noteFramePointer(watched, pointer);
  if (rule.makesLocals) addFlag(watched, FRAME_FLAG.hasLocals);
  if (stack === undefined) return;
  switch (stack.kind) {
    case "push":
      notePush(watching, pointer);
      if (stack.saves) noteSaved(watched, pointer);
      else if (pushBefore === undefined || pushBefore.saves) addFlag(watched, FRAME_FLAG.hasLocals);
      return;
    case "call":
      noteMasks(watched, masks);
      flushMasks(watched);
      noteCall(watching, stack.keepsConvention, pointer);
      forget(watched, stack, pointer, pointer);
      return;
    case "ret": {
      noteMasks(watched, masks);
      flushMasks(watched);
      noteChanged(watching, watched.firstFunction + INNER.noteChanged);
      noteReturn(watched);
      // What was pushed before the call lies above its return address.
      if (stack.extraBytes > 0) dropPushes(watched, pointer);
      const before = offsetLocal(watched, () => e.get(pointer), -(wordBytes(watched) + stack.extraBytes));
      forget(watched, stack, before, pointer);
      return;
    }
    default: {
      dropPushes(watched, pointer);
      forget(watched, stack, watching.before, pointer);
    }
  }
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
function noteFramePointer(watched: Watched, pointer: Local): void {
  const { e } = watched;
  e.get(pointer);
  field(watched, OP.i64Load, FRAME.stackPointer);
  e.i64(BigInt(wordBytes(watched)));
  e.op(OP.i64Sub, OP.i64Eq);
  watched.open(OP.if);
  storeField(watched, OP.i64Store, FRAME.frameSlot, () => e.get(pointer));
  storeField(watched, OP.i64Store, FRAME.slot, () => e.get(pointer));
  storeField(watched, OP.i64Store, FRAME.frameValue, () => pushWord(watched, pointer));
  watched.close();
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
  const { e, layout, watch } = watched;
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
  storeField(watched, OP.i64Store, FRAME.savedLow, () => e.get(pointer));
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
  watched.close();
  watched.close();
}

/** What the innermost function used and wrote goes into its record, before another becomes the innermost. */
function flushMasks(watched: Watched): void {
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
  e.i32(CROSSED);
  e.op(OP.i32Or, OP.i32Or);
  e.set(everWritten);
  for (const mask of [used, written]) {
    e.i32(0);
    e.set(mask);
  }
}

function noteCall({ watched, ir, pushTarget, pushTime }: Watching, keepsConvention: boolean, pointer: Local): void {
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
  savedGroups(watched).forEach(({ number, k, isPair }) => {
    if (!isPair) {
      i64(FRAME.saved + 8 * k, () => pushRegister(watched, number));
      return;
    }
    e.get(top);
    pushStatePair(watched, number);
    e.vectorMemory(SIMD.store, FRAME.saved + 8 * k);
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

/** The caller inherits what the function used and changed; the function's locals are gone. */
function noteReturn(watched: Watched): void {
  const { e, layout, top, pushTop, coming: changed } = watched;
  const caller = e.local("i32");
  e.get(top);
  e.i32(FRAME_BYTES);
  e.op(OP.i32Sub);
  e.set(caller);
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
