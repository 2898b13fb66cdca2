// The calling convention: what call and ret promise each other. Activations are kept here beside the core's call records,
// because the rules need the registers' values at entry.

import { calleeSaved32, calleeSaved64 } from "../../server/facts/calling-convention.ts";
import { PROT, SHADOW } from "../mem/layout.ts";
import { SAVED_REGISTERS } from "../mem/watch-layout.ts";
import { indexHolding } from "./activations.ts";
import { noteAllocatorWrite } from "./allocator-writes.ts";
import { type Activation, bytesText, type Context, hex, type Owners, type RegisterMasks, report } from "./context.ts";
import { checkDirectionAtReturn, isBackwards } from "./convention.ts";
import { setDefined } from "./definedness/bytes.ts";
import type { RelatedPlace } from "./finding.ts";
import { functionAt, itemCovering, placeText, statementText, symbolText } from "./program-map.ts";
import { addPush, copyOfPushes, createPushes, dropPushes, lastPush, pushCount } from "./pushes.ts";
import type { Found } from "./recorder.ts";
import { callText } from "./tail-jumps.ts";
import {
  instructionPointerOf,
  loadWord,
  registerWords,
  retiredOf,
  stackPointerName,
  stackPointerOf,
  wordBytes,
  wordText,
} from "./words.ts";

const RSP = 4;
const GUARD_BYTES = 1 << 20;
/** As many as the process's stack has room for in words of 32 bits; stacks of the program's own may be larger. */
const MAX_PUSHES = 2 ** 21;

const savedNames = (context: Context): readonly string[] =>
  context.options.core.bits === 64 ? calleeSaved64 : calleeSaved32;

/** Numbers of the registers in `savedNames`. */
const savedNumbers = (context: Context): readonly number[] => SAVED_REGISTERS[context.options.core.bits];

function readSaved(context: Context): number[] {
  const words: number[] = [];
  for (const number of savedNumbers(context)) {
    const [low, high] = registerWords(context, number);
    words.push(low, high);
  }
  return words;
}

/** After a call instruction retired: rsp points at the return address. */
export function entered(context: Context, callSite: number, returnAddress: number): void {
  const stackPointer = stackPointerOf(context);
  unwind(context, stackPointer + 1);
  crossedCall(context.owners);
  context.owners.activations.push({
    stackPointer,
    returnAddress,
    target: instructionPointerOf(context),
    callSite,
    time: retiredOf(context),
    saved: readSaved(context),
    serial: ++context.owners.serials,
    savedLow: stackPointer,
    hasLocals: false,
    frameSlot: 0,
    frameValue: 0,
    allocator: undefined,
    backwards: isBackwards(context),
    pushes: createPushes(),
    use: { written: 0, used: 0 },
    switched: false,
  });
}

/** After a call or a return: what was dropped before may still be the mistake that a later ret of the same function meets. */
export function crossedCall(owners: Owners): void {
  owners.droppedBefore = owners.dropped ?? owners.droppedBefore;
  owners.dropped = undefined;
}

/** The first instruction of main: its caller is libc, which counts on the convention too. */
export function enteredMain(context: Context): void {
  entered(context, 0, loadWord(context, stackPointerOf(context)) ?? 0);
}

/** Drops activations that rsp has left behind: longjmp, a popped return address, another stack. */
export function unwind(context: Context, stackPointer: number): void {
  const list = context.owners.activations;
  while (list.length > 0 && list.at(-1)!.stackPointer < stackPointer) {
    const dropped = list.pop()!;
    if (dropped.pushes.kept !== undefined) dropped.pushes = copyOfPushes(dropped.pushes);
    context.owners.dropped = dropped;
    context.owners.unchanged = Math.min(context.owners.unchanged, list.length - 1);
    context.owners.mirrored = Math.min(context.owners.mirrored, list.length - 1);
    if (dropped.allocator !== undefined) context.owners.inAllocator--;
  }
}

/** After a push, and after anything that raised rsp. */
export function notePush(context: Context, pc: number): void {
  const top = context.owners.activations.at(-1);
  if (top === undefined) return;
  const stackPointer = stackPointerOf(context);
  dropPushes(top.pushes, stackPointer);
  if (pushCount(top.pushes) < MAX_PUSHES) addPush(top.pushes, { stackPointer, pc });
}

/** rsp goes up or down from where it is: a frame, not another stack. */
function movesFrame({ options }: Context, pc: number): boolean {
  const decoded = options.core.decodeAt(pc);
  const source = decoded?.operands[1];
  if (decoded?.mnemonic === "lea") return source?.kind === "memory" && source.base?.number === RSP;
  return /^(add|sub|and|enter)$/.test(decoded?.mnemonic ?? "");
}

/** After an instruction that set rsp to something new, other than by push, pop, call and ret. */
export function movedStackPointer(context: Context, stackPointer: number, pc: number): void {
  const { stack, memory, state } = context.options;
  if (stackPointer > stack.low && stackPointer <= stack.high) return;
  const top = context.owners.activations.at(-1);
  if (top !== undefined) top.switched = true;
  if (memory.protectionAt(stackPointer) !== undefined || memory.protectionAt(stackPointer - 1) !== undefined) return;
  if (stackPointer <= stack.low && stackPointer > stack.low - GUARD_BYTES) return;
  if (!movesFrame(context, pc)) context.owners.wildStack = stackPointer;
  report(context, {
    kind: "stack-pointer-wild",
    message: `\`${statementText(context.program, pc)}\` sets ${stackPointerName(context)} to ${hex(state.gpr(RSP))}, where nothing is mapped.`,
    details: [
      `The stack lies at ${hex(stack.low)} … ${hex(stack.high)}; the next push, pop or call fails.`,
      movesFrame(context, pc)
        ? "Large buffers belong into .bss, or into memory from mmap."
        : `Restore ${stackPointerName(context)} only from a register or place where it was saved.`,
    ],
    pc,
    time: state.retired - 1,
    address: stackPointer,
  });
}

function isCode(context: Context, address: number): boolean {
  const { image } = context.program;
  return (
    image.sections.some(
      (section) => section.exec && address >= section.address && address < section.address + section.sizeBytes,
    ) ||
    image.stubs.some((stub) => address >= stub.address && address < stub.address + 16) ||
    isGenerated(context, address)
  );
}

/** In memory that the program made executable itself. */
const isGenerated = (context: Context, address: number): boolean =>
  context.options
    .mappings()
    .some(
      (one) =>
        one.purpose === "mmap" &&
        address >= one.start &&
        address < one.start + one.sizeBytes &&
        (one.protection & PROT.exec) !== 0,
    );

function imbalance(context: Context, top: Activation, stackPointer: number, pc: number): "stop" | undefined {
  const difference = top.stackPointer - stackPointer;
  dropPushes(top.pushes, stackPointer);
  const last = lastPush(top.pushes);
  const what =
    difference > 0
      ? `${bytesText(difference)} are still on the stack`
      : `${bytesText(-difference)} too many were taken from the stack`;
  const details = [
    `${stackPointerName(context)} is ${hex(stackPointer)}; at entry of ${symbolText(context.program.image, top.target) ?? hex(top.target)} it was ${hex(top.stackPointer)}.`,
  ];
  if (last !== undefined && last.stackPointer < top.stackPointer)
    details.push(
      `On top lies what \`${statementText(context.program, last.pc)}\` at ${placeText(context.program, last.pc)} has pushed.`,
    );
  details.push(
    "ret takes whatever lies on top of the stack for the return address: undo each push with a pop, each sub with an add.",
  );
  // That nobody has set what ret takes for an address is no second mistake.
  setDefined(context, stackPointer, wordBytes(context));
  return report(context, {
    kind: "stack-imbalance",
    message: `At ret, ${what}: ret would jump to ${wordText(context, stackPointer)} instead of ${hex(top.returnAddress)}.`,
    details,
    pc,
    time: context.options.state.retired,
    address: stackPointer,
    sizeBytes: wordBytes(context),
    related: calledAt(top),
  });
}

/** Where an activation was called; nowhere in the program for main. */
const calledAt = (top: Callee): RelatedPlace[] =>
  top.callSite === 0 ? [] : [{ what: "called", pc: top.callSite, time: top.time }];

function overwritten(context: Context, top: Activation, pc: number): "stop" | undefined {
  const writer = context.owners.returnWriters.get(top.stackPointer);
  const details =
    writer === undefined
      ? []
      : [
          `It was overwritten at ${placeText(context.program, writer.pc)}: \`${statementText(context.program, writer.pc)}\`.`,
        ];
  details.push(
    context.owners.activations.at(-1) === top
      ? "Something wrote past a local buffer, or through a wrong stack offset."
      : `${stackPointerName(context)} has been above it since the call: what was pushed then lies there now.`,
  );
  return report(context, {
    kind: "return-address-overwritten",
    message: `The return address at ${hex(top.stackPointer)} was ${hex(top.returnAddress)} when the function was called; now it is ${wordText(context, top.stackPointer)}.`,
    details,
    pc,
    time: context.options.state.retired,
    address: top.stackPointer,
    sizeBytes: wordBytes(context),
    related: [...calledAt(top), ...(writer === undefined ? [] : [{ what: "overwritten", ...writer }])],
  });
}

/** Bit n is set for each register n that differs from its value at entry. */
function changedMask(context: Context, top: Activation): number {
  let mask = 0;
  savedNumbers(context).forEach((number, index) => {
    const [low, high] = registerWords(context, number);
    if (low !== top.saved[2 * index] || high !== top.saved[2 * index + 1]) mask |= 1 << number;
  });
  return mask;
}

/** Two registers hold a smaller one by chance. */
const LARGEST_NUMBER = 0xffffn;

type Callee = Pick<Activation, "target" | "saved" | "callSite" | "time"> & { readonly serial?: number };

function clobberedFound(
  context: Context,
  top: Callee,
  mask: number,
  isGlobal: boolean,
  { pc, time }: { readonly pc: number; readonly time: number },
  now = (number: number): bigint => context.options.state.gpr(number),
): Found {
  const names = savedNames(context);
  const name = symbolText(context.program.image, top.target) ?? hex(top.target);
  const isOverrun = isGlobal && context.owners.toldCalls.has(`overrun ${top.serial}`);
  const bad: string[] = [];
  const changes: string[] = [];
  const exchanged: string[] = [];
  const entry = names.map((_, index) => BigInt(top.saved[2 * index + 1]!) * 2n ** 32n + BigInt(top.saved[2 * index]!));
  savedNumbers(context).forEach((number, index) => {
    if ((mask & (1 << number)) === 0) return;
    const before = entry[index]!;
    bad.push(names[index]!);
    changes.push(`${names[index]} was ${hex(before)} at entry and is ${hex(now(number))} now`);
    const other = entry.findIndex((value, k) => k !== index && value === now(number) && value > LARGEST_NUMBER);
    if (other >= 0) exchanged.push(`${names[index]} holds what ${names[other]} held`);
  });
  return {
    kind: "callee-saved-clobbered",
    severity: isGlobal ? "error" : "note",
    message: `${name} returns with ${bad.join(", ")} changed: ${changes.join("; ")}.`,
    details: [
      ...(isGlobal ? [] : ["Its caller set the register before the call and uses it after."]),
      ...(exchanged.length === 0 ? [] : [`${exchanged.join(", ")}: what is pushed last is popped first.`]),
      isOverrun
        ? "A write past the function's locals, told before, has reached what it had saved on the stack."
        : `By convention a function gives ${names.join(", ")} back as it found them: push them at entry and pop them before ret.`,
    ],
    pc,
    time,
    object: isGlobal ? name : bad.join(),
    related: calledAt(top),
  };
}

/** Who is called from elsewhere has to keep the convention: global functions, and those that libc calls back. */
export const keepsConvention = (context: Context, { target, callSite }: Activation): boolean =>
  (context.program.isGlobal(target) || context.program.isInStub(callSite)) &&
  // gcc's thunks of 32-bit position-independent code are there to set a register.
  !symbolText(context.program.image, target)?.startsWith("__x86.get_pc_thunk.");

/** Adds what a function did to what its caller did. */
function inherit(caller: RegisterMasks, callee: RegisterMasks, changed: number): void {
  caller.used |= callee.used & ~caller.written;
  caller.written |= changed;
}

/** Registers that still hold what a function called before left in them, and was told of. */
function blamedBefore(context: Context, mask: number): number {
  let blamed = 0;
  for (const [number, value] of context.owners.blamed)
    if (mask & (1 << number) && context.options.state.gpr(number) === value) blamed |= 1 << number;
  return blamed;
}

/**
 * Registers that a function must preserve, at its ret. Global functions and main keep the convention. A local one may have
 * its own: there it is a finding only if the function did not use the register's incoming value, its caller had put
 * something there, and reads it afterwards as if nothing had happened (`checkChanged`).
 */
function clobbered(context: Context, top: Activation, pc: number): "stop" | undefined {
  const { owners } = context;
  const mask = changedMask(context, top);
  const caller = owners.activations.at(-2)?.use ?? owners.rootUse;
  const doubtful = mask & ~top.use.used & caller.written;
  inherit(caller, top.use, mask);
  if (mask === 0 || top.switched) return undefined;
  const at = { pc, time: context.options.state.retired };
  if (keepsConvention(context, top)) {
    const own = mask & ~blamedBefore(context, mask);
    if (own === 0) return undefined;
    for (const number of savedNumbers(context))
      if (own & (1 << number)) owners.blamed.set(number, context.options.state.gpr(number));
    return report(context, clobberedFound(context, top, own, true, at));
  }
  for (const number of savedNumbers(context)) {
    if (doubtful & (1 << number)) noteChangedRegister(context, number, top, at);
  }
  return undefined;
}

/**
 * A register that a local function left changed at its ret, and that still holds the value it had there. Most are never
 * told of, so the words are made when somebody asks.
 */
export function noteChangedRegister(
  context: Context,
  number: number,
  top: Callee,
  at: { readonly pc: number; readonly time: number },
): void {
  const { target, saved, callSite, time } = top;
  const value = context.options.state.gpr(number);
  let found: Found | undefined;
  context.owners.changed.set(number, {
    get found() {
      found ??= {
        ...clobberedFound(context, { target, saved, callSite, time }, 1 << number, false, at, () => value),
        returned: { target, callSite },
      };
      return found;
    },
  });
}

/** Before an instruction that uses register `number`: was it left changed by a function that should not have? */
export function checkChanged(context: Context, number: number): "stop" | undefined {
  const changed = context.owners.changed.get(number);
  if (changed === undefined) return undefined;
  context.owners.changed.delete(number);
  return report(context, changed.found);
}

/** Before a ret: the whole promise. */
export function checkReturn(context: Context, pc: number): "stop" | undefined {
  const { stack } = context.options;
  const { activations } = context.owners;
  const stackPointer = stackPointerOf(context);
  const value = loadWord(context, stackPointer);
  if (value === undefined) return undefined;
  const top = activations.at(-1);
  const dropped = droppedBy(context, top, pc);
  if (stackPointer !== top?.stackPointer && dropped !== undefined && !isCode(context, value)) {
    if (isTooHigh(stackPointer, dropped)) return imbalance(context, dropped, stackPointer, pc);
    if (stackPointer === dropped.stackPointer) return overwritten(context, dropped, pc);
  }
  if (top === undefined) return fromEntry(context, stackPointer, value, pc);
  if (stackPointer < stack.low || stackPointer >= stack.high) return undefined;
  if (stackPointer === top.stackPointer) {
    if (value !== top.returnAddress) {
      const isMeant = isCode(context, value) && isAimed(context, top, value);
      return isMeant ? undefined : overwritten(context, top, pc);
    }
    return takesMore(context, top, pc) ?? checkDirectionAtReturn(context, top, pc) ?? clobbered(context, top, pc);
  }
  const outer = activations.at(indexHolding(activations, stackPointer));
  if (outer?.stackPointer === stackPointer && outer.returnAddress === value) return undefined;
  // longjmp goes back to where a return address has been taken from the stack.
  if (isCode(context, value) && (context.program.isInStub(pc) || isSet(context, stackPointer))) return undefined;
  return imbalance(context, top, stackPointer, pc);
}

/** Somebody has set the word that ret takes: what libc has left in a register may be the address of a function by chance. */
const isSet = (context: Context, address: number): boolean =>
  context.options.level !== "full" ||
  context.options.memory.shadowOf(address, wordBytes(context)).every((shadow) => (shadow & SHADOW.undefined) === 0);

/** `ret N` to libc or the kernel, which take back themselves what they have put on the stack. */
function takesMore(context: Context, top: Activation, pc: number): "stop" | undefined {
  const extra = context.current.decoded?.operands[0];
  const isOutside = top.callSite === 0 || context.program.isInStub(top.callSite);
  if (!isOutside || extra?.kind !== "immediate" || extra.value === 0n) return undefined;
  const name = symbolText(context.program.image, top.target) ?? hex(top.target);
  const count = Number(BigInt.asUintN(16, extra.value));
  return report(context, {
    kind: "stack-imbalance",
    message: `\`${statementText(context.program, pc)}\` takes ${bytesText(count)} too many from the stack: ${name} was called from outside of the program.`,
    details: [
      "Functions of libc, and the kernel, clean up themselves what they have put on the stack, in 32-bit programs too.",
      "End functions that they call with a plain ret.",
    ],
    pc,
    time: context.options.state.retired,
    address: top.stackPointer,
    sizeBytes: wordBytes(context) + count,
  });
}

/** An instruction that a function skips behind its call is hardly longer. */
const SKIPPED_BYTES = 15;

/**
 * The return address was moved on where it lies, not overwritten by a walk that came too far: changed in place
 * (`add qword [rsp], 5`, `xchg [rsp], rax`), or set to what follows arguments or an instruction behind the call.
 */
function isAimed({ options, owners, program }: Context, top: Activation, value: number): boolean {
  const writer = owners.returnWriters.get(top.stackPointer);
  if (writer === undefined) return true;
  const decoded = options.core.decodeAt(writer.pc);
  const index = decoded?.operands.findIndex(({ kind }) => kind === "memory") ?? -1;
  const memory = decoded?.operands[index];
  if (memory?.kind !== "memory" || memory.index !== undefined || memory.sizeBits !== options.core.bits) return false;
  if (memory.base?.number !== 4 && memory.base?.number !== 5) return false;
  const distance = value - top.returnAddress;
  const hasArguments = itemCovering(program.image, top.returnAddress)?.kind === "data" && distance > 0;
  const isNext = distance > 0 && distance <= SKIPPED_BYTES;
  // `mov [rsp], rax` before ret is a jump by way of the stack: thunks, longjmp by hand.
  const isTop = memory.base.number === 4 && memory.displacement === 0n;
  return isTop || decoded?.form.operands[index]?.access === "rw" || hasArguments || isNext;
}

/** The activation whose return address the code that returns at `pc` has popped, now or before it made further calls. */
function droppedBy({ owners, program }: Context, top: Activation | undefined, pc: number): Activation | undefined {
  const before = owners.droppedBefore;
  if (owners.dropped !== undefined || before === undefined) return owners.dropped;
  const isInside = before.serial > (top?.serial ?? 0) && functionAt(program.image, pc) === before.target;
  return isInside ? before : undefined;
}

/** A little above where a function's return address lay: popped too much. */
const isTooHigh = (stackPointer: number, dropped: Activation): boolean =>
  stackPointer > dropped.stackPointer && stackPointer - dropped.stackPointer < 4096;

function fromEntry(context: Context, stackPointer: number, value: number, pc: number): "stop" | undefined {
  if (context.program.image.entryKind === "main" || isCode(context, value)) return undefined;
  if (stackPointer < context.options.stack.initialPointer) return undefined;
  const atTop = stackPointer === context.options.stack.initialPointer;
  return report(context, {
    kind: "ret-from-entry",
    message: `ret at the entry point: nothing called the program, so there is no return address; ret would jump to ${hex(value)}.`,
    details: [
      ...(atTop ? [`On top of the stack lies argc, the number of arguments: ${value}.`] : []),
      context.options.core.bits === 64
        ? "End the program with the exit system call: mov eax, 60; xor edi, edi; syscall."
        : "End the program with the exit system call: mov eax, 1; xor ebx, ebx; int 0x80.",
    ],
    pc,
    time: context.options.state.retired,
    address: stackPointer,
  });
}

/** Before a write by the program: remembers who overwrites the return address or saved rbp of a live activation. */
export function noteWrite(context: Context, address: number, sizeBytes: number, pc: number): void {
  if (context.owners.inAllocator > 0) noteAllocatorWrite(context, address, sizeBytes);
  const list = context.owners.activations;
  // What a call keeps lies at its return address and below: calls further in have nothing here.
  for (let index = indexHolding(list, address - wordBytes(context) + 1); index >= 0; index--) {
    const { stackPointer: slot, frameSlot } = list.at(index)!;
    if (frameSlot !== 0 && frameSlot < address + sizeBytes && frameSlot + wordBytes(context) > address)
      context.owners.returnWriters.set(frameSlot, { pc, time: retiredOf(context) });
    if (slot >= address + sizeBytes) return;
    if (slot + wordBytes(context) > address) context.owners.returnWriters.set(slot, { pc, time: retiredOf(context) });
  }
}

/** At a call of a libc function from 64-bit code: rsp must have been a multiple of 16 before the call. */
export function checkAlignment(context: Context, name: string, pc: number, time: number): void {
  if (context.options.core.bits !== 64) return;
  const beforeCall = stackPointerOf(context) + 8;
  if (beforeCall % 16 === 0) return;
  report(context, {
    kind: "misaligned-call",
    message: `${callText(context, name, pc)} with rsp = ${hex(beforeCall)}, which is ${beforeCall % 16} more than a multiple of 16.`,
    details: [
      "The System V convention wants rsp to be a multiple of 16 before each call; library functions may crash otherwise (movaps).",
      "At the entry of a function rsp is 8 off: push one register (or sub rsp, 8) before the call and undo it after.",
    ],
    pc,
    time,
    object: name,
  });
}
