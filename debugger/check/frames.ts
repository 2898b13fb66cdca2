// Frames of live activations: where a function's locals end and what it keeps above them (saved registers, saved rbp, return
// address). Accesses derived from a local may not reach that; a pointer to a local is dead with its activation.

import { PROT } from "../mem/layout.ts";
import { roomAdvice } from "./accesses.ts";
import { indexHolding, indexOfSerial } from "./activations.ts";
import { type Activation, bytesText, type Context, hex, report, told } from "./context.ts";
import { undefinedBytes } from "./definedness/evaluate.ts";
import type { RelatedPlace } from "./finding.ts";
import { instructionWords } from "./instruction-words.ts";
import { placeText, statementText, symbolText } from "./program-map.ts";
import type { Provenance } from "./provenance.ts";
import { findPush } from "./pushes.ts";
import { redZoneBytes } from "./stack-room.ts";
import { loadWord, registerNumber, wordBytes } from "./words.ts";

type Access = "read" | "write";

const RSP = 4;
/** rbp, ebp */
const FRAME_POINTER = 5;

/** The live activation of a serial number. */
export function activationOf(context: Context, serial: number): Activation | undefined {
  const { activations } = context.owners;
  const index = indexOfSerial(activations, serial);
  return index < 0 ? undefined : activations.at(index);
}

/** The innermost activation whose return address lies above `address`. */
export function activationHolding(context: Context, address: number): Activation | undefined {
  const { activations } = context.owners;
  const index = indexHolding(activations, address + 1);
  return index < 0 ? undefined : activations.at(index);
}

/** What a stack address taken from rsp or rbp points to: a local of the activation it lies in, or the top of its frame. */
export function frameOfLocal(context: Context, address: number): Provenance | undefined {
  const { stack } = context.options;
  if (address < stack.low || address >= stack.high) return undefined;
  const owner = activationHolding(context, address);
  if (owner === undefined || owner.switched) return undefined;
  const at = address < owner.savedLow ? "local" : "top";
  return { kind: "frame", serial: owner.serial, target: owner.target, at };
}

const nameOf = (context: Context, target: number): string => symbolText(context.program.image, target) ?? hex(target);

const calledAt = (context: Context, one: Activation): RelatedPlace[] =>
  context.program.items.has(one.callSite) ? [{ what: "called", pc: one.callSite, time: one.time }] : [];

/** What lies at an address of a frame's upper part. */
function partText(context: Context, owner: Activation, address: number): string {
  if (address >= owner.stackPointer) return "the return address";
  if (owner.frameSlot !== 0 && address >= owner.frameSlot && address < owner.frameSlot + wordBytes(context))
    return `the saved ${context.options.core.bits === 64 ? "rbp" : "ebp"}`;
  return "a saved register";
}

export interface StackAccess {
  readonly address: number;
  readonly sizeBytes: number;
  readonly access: Access;
  readonly pc: number;
  readonly time: number;
  /** "memset", "the kernel"; undefined for the instruction itself. */
  readonly by?: string;
  /** At the most: the kernel may do less. */
  readonly isLimit?: boolean;
}

/** The function that begins at `target`, up to the next label that is not local, takes the register off the stack. */
function pops({ options, program }: Context, target: number, register: number): boolean {
  const next = program.image.symbols.find(
    ({ address, isLabel, name }) => isLabel && address > target && !name.includes("."),
  );
  const end = next?.address ?? Number.POSITIVE_INFINITY;
  for (let pc = target; pc < end && program.items.has(pc); ) {
    const decoded = options.core.decodeAt(pc);
    if (decoded === undefined) return false;
    const [operand] = decoded.operands;
    if (decoded.mnemonic === "leave" && register === FRAME_POINTER) return true;
    if (decoded.mnemonic === "pop" && operand?.kind === "register" && operand.register.number === register) return true;
    pc += decoded.lengthBytes;
  }
  return false;
}

/**
 * Reads one register that the function has pushed and never pops: a member of a record that was built by pushes, as handlers
 * of exceptions are (`push rbp`, `push handler`, `push [chain]`, `mov [chain], rsp`).
 */
function isMemberOfRecord(context: Context, owner: Activation, one: StackAccess): boolean {
  if (one.access !== "read" || one.sizeBytes > wordBytes(context)) return false;
  const push = findPush(owner.pushes, one.address);
  const operand = push && context.options.core.decodeAt(push.pc)?.operands[0];
  return operand?.kind === "register" && !pops(context, owner.target, operand.register.number);
}

/** Calls whose overflow is remembered. */
const TOLD_LIMIT = 10_000;

/** An access from a local of `owner` that reaches what the frame keeps above its locals. */
export function leavesLocals(context: Context, owner: Activation, one: StackAccess): "stop" | "told" | undefined {
  const end = owner.stackPointer + wordBytes(context);
  if (one.address >= end || one.address + one.sizeBytes <= owner.savedLow) return undefined;
  if (isMemberOfRecord(context, owner, one)) return undefined;
  const first = Math.max(one.address, owner.savedLow);
  const name = nameOf(context, owner.target);
  const kind = one.access === "write" ? "stack-buffer-overflow-write" : "stack-buffer-overflow-read";
  const verb = one.access === "read" ? "Reads" : one.isLimit ? "May write" : "Writes";
  const statement = statementText(context.program, one.pc);
  const { toldCalls } = context.owners;
  if (one.access === "write") toldCalls.add(`overflow ${one.pc}`);
  if (one.access === "write" && toldCalls.size < TOLD_LIMIT) toldCalls.add(`overrun ${owner.serial}`);
  return told(context, {
    kind,
    message: () =>
      `${verb} ${bytesText(one.sizeBytes)} at ${hex(one.address)}, past the locals of ${name}: ${partText(context, owner, first)} lies at ${hex(first)}.`,
    details: () => [
      ...(statement === ""
        ? []
        : [
            `The instruction is ${instructionWords(context, one.pc)}${one.by === undefined ? "" : `; ${one.by} acts for it`}${one.isLimit ? ", and may write less" : ""}.`,
          ]),
      `The locals of ${name} end at ${hex(owner.savedLow)}; above ${owner.savedLow < owner.stackPointer ? "lie the saved registers and" : "lies"} the return address at ${hex(owner.stackPointer)}.`,
      one.access === "write"
        ? `A buffer on the stack that is written past its end changes where the function returns to: ${(one.by && roomAdvice(context)) ?? "limit the count to its size."}`
        : "Limit the count to the size of the buffer.",
    ],
    pc: one.pc,
    time: one.time,
    address: one.address,
    sizeBytes: one.sizeBytes,
    object: `frame of ${name}`,
    related: calledAt(context, owner),
  });
}

/** A pointer to a local of a function that has returned. */
export function afterReturn(
  context: Context,
  pointer: Extract<Provenance, { kind: "frame" }>,
  one: StackAccess,
): "stop" | "told" {
  const name = pointer.target === 0 ? "a function" : nameOf(context, pointer.target);
  return told(context, {
    kind: "stack-use-after-return",
    message: () =>
      `${one.access === "write" ? "Writes" : "Reads"} ${bytesText(one.sizeBytes)} at ${hex(one.address)}, a local variable of ${name}${pointer.target === 0 ? " that" : ", which"} has returned.`,
    details: () => [
      `The instruction is ${instructionWords(context, one.pc)}${one.by === undefined ? "" : `; ${one.by} acts for it`}.`,
      "The room of a function's locals is used again by the next call: return the value itself, or let the caller provide the room.",
    ],
    pc: one.pc,
    time: one.time,
    address: one.address,
    sizeBytes: one.sizeBytes,
    object: name,
  });
}

/** In the process's own stack, below rsp and its red zone. */
export const isBelowStackPointer = (context: Context, address: number, sizeBytes: number): boolean =>
  isLeftBehind(context, address + sizeBytes - 1, redZoneBytes(context)) && address >= context.options.stack.low;

/** In the process's own stack, more than `zoneBytes` below rsp. */
export function isLeftBehind(context: Context, address: number, zoneBytes: number): boolean {
  const { stack } = context.options;
  if (address < stack.low || address >= stack.high) return false;
  const stackPointer = registerNumber(context, RSP);
  return stackPointer <= stack.high && stackPointer >= stack.low && address < stackPointer - zoneBytes;
}

/** In the process's own stack, by a thread that runs on another, below what the threads that use this stack hold there. */
export function isLeftByOthers(context: Context, address: number, sizeBytes: number): boolean {
  const { stack, waitingThreads } = context.options;
  const isInStack = (one: number): boolean => one >= stack.low && one < stack.high;
  if (!isInStack(address) || isInStack(registerNumber(context, RSP))) return false;
  const pointers = waitingThreads().map((registers) => registers[RSP] ?? 0);
  return pointers.some(isInStack) && address + sizeBytes <= Math.min(...pointers.filter(isInStack));
}

/**
 * In the red zone of a function that has called another one: what lay there was lost with the call, and nobody has written
 * since, not even something undefined.
 */
export function isCrossed(context: Context, address: number, sizeBytes: number): boolean {
  if (!isLeftBehind(context, address + sizeBytes - 1, 0)) return false;
  const { activations, serials } = context.owners;
  const top = activations.at(-1);
  if (top?.switched === true || serials === (top?.serial ?? 0)) return false;
  if (undefinedBytes(context.options.memory, address, sizeBytes).some((byte) => byte !== 0xff)) return false;
  return !context.shadow.memory.has(Math.floor(address / 8));
}

const ADVICE = {
  beyond: "Only the 128 bytes below rsp (the red zone) keep their values: lower rsp before using more.",
  crossed:
    "Only a function that calls no other keeps values in the 128 bytes below rsp (the red zone): each call writes there. Lower rsp first.",
  none: "What lies below esp may be overwritten at any moment (signal handlers): lower esp before using the room.",
};

/** A read there; "crossed" when a call has been made since. */
export function belowStackPointer(context: Context, one: StackAccess, why: "beyond" | "crossed"): "stop" | "told" {
  const stackPointer = registerNumber(context, RSP);
  const zone = redZoneBytes(context);
  const since = why === "crossed" ? ", where a call made before has left nothing of what was there" : "";
  return told(context, {
    kind: "below-rsp-read",
    message: `Reads ${bytesText(one.sizeBytes)} at ${hex(one.address)}, ${bytesText(stackPointer - one.address)} below ${zone === 0 ? "esp" : "rsp"}${since}.`,
    details: () => [`The instruction is ${instructionWords(context, one.pc)}.`, ADVICE[zone === 0 ? "none" : why]],
    pc: one.pc,
    time: one.time,
    address: one.address,
    sizeBytes: one.sizeBytes,
    object: "stack",
  });
}

/** After `push`: the registers that a function saves at its entry lie right below its return address. */
export function notePushed(context: Context, top: Activation, stackPointer: number, register: number): void {
  const size = wordBytes(context);
  const saves = size === 8 ? 0xf028 : 0x00e8;
  if (stackPointer !== top.savedLow - size || (saves & (1 << register)) === 0 || top.hasLocals) {
    top.hasLocals = true;
    return;
  }
  top.savedLow = stackPointer;
}

/** `mov rbp, rsp`: from here on the slot rbp points to holds the caller's rbp. */
export function noteFramePointer(context: Context, top: Activation): void {
  const slot = registerNumber(context, 5);
  if (slot === registerNumber(context, RSP) && slot === top.stackPointer - wordBytes(context)) {
    top.frameSlot = slot;
    top.frameValue = loadWord(context, slot) ?? 0;
  }
}

/** `enter N, 0`: pushes rbp, makes it the frame pointer and lowers rsp for the locals. @param before rsp until now */
export function noteEnter(context: Context, top: Activation, before: number): void {
  const slot = before - wordBytes(context);
  if (registerNumber(context, 5) !== slot || slot !== top.stackPointer - wordBytes(context)) return;
  notePushed(context, top, slot, 5);
  top.frameSlot = slot;
  top.frameValue = loadWord(context, slot) ?? 0;
}

/** At `leave` or `pop rbp`: is the caller's rbp still what was saved? */
export function checkSavedFrame(context: Context, pc: number): "stop" | undefined {
  const top = context.owners.activations.at(-1);
  if (top === undefined || top.frameSlot === 0 || top.switched) return undefined;
  const isLeave = context.current.decoded?.mnemonic === "leave";
  const slot = registerNumber(context, isLeave ? FRAME_POINTER : RSP);
  if (slot !== top.frameSlot) return undefined;
  const value = loadWord(context, slot);
  if (value === undefined || value === top.frameValue) return undefined;
  const writer = context.owners.returnWriters.get(slot);
  if (writer !== undefined && context.owners.toldCalls.has(`overflow ${writer.pc}`)) return undefined;
  const name = nameOf(context, top.target);
  return report(context, {
    kind: "saved-frame-overwritten",
    message: () =>
      `The saved rbp of ${name} at ${hex(slot)} was ${hex(top.frameValue)} when it was pushed; now it is ${hex(value)}.`,
    details: () => [
      ...(writer === undefined
        ? []
        : [
            `It was overwritten at ${placeText(context.program, writer.pc)}: \`${statementText(context.program, writer.pc)}\`.`,
          ]),
      "The caller gets a wrong rbp and reaches its own locals no more: something wrote past a local buffer, or through a wrong offset.",
    ],
    pc: writer?.pc ?? pc,
    time: context.options.state.retired,
    address: slot,
    sizeBytes: wordBytes(context),
    object: name,
    related: () => [...calledAt(context, top), ...(writer === undefined ? [] : [{ what: "overwritten", ...writer }])],
  });
}

/** An access by libc or the kernel that begins in somebody's locals. */
export function checkOutsideAccess(context: Context, one: StackAccess): "stop" | undefined {
  const { stack, memory } = context.options;
  if (one.address < stack.low || one.address >= stack.high) return undefined;
  const wanted = one.access === "write" ? PROT.write : PROT.read;
  if (((memory.protectionAt(one.address) ?? 0) & wanted) === 0) return undefined;
  const owner = activationHolding(context, one.address);
  if (owner === undefined || owner.switched || one.address >= owner.savedLow) return undefined;
  return leavesLocals(context, owner, one) === "stop" ? "stop" : undefined;
}
