// The calling convention: what call and ret promise each other. Activations are kept here beside the core's call records,
// because the rules need the registers' values at entry.

import { calleeSaved32, calleeSaved64 } from "../../server/facts/calling-convention.ts";
import type { CpuState } from "../cpu/state.ts";
import { type Activation, bytesText, type Context, hex, report } from "./context.ts";
import { placeText, statementText, symbolText } from "./program-map.ts";

const savedNames = (context: Context): readonly string[] =>
  context.options.core.bits === 64 ? calleeSaved64 : calleeSaved32;

function readSaved(context: Context, state: CpuState): bigint[] {
  return savedNames(context).map((name) => state.read(name)!);
}

const stackPointerOf = (state: CpuState): number => Number(state.gpr(4));
const wordBytes = (context: Context): number => context.options.core.bits / 8;

/** After a call instruction retired: rsp points at the return address. */
export function entered(context: Context, callSite: number, returnAddress: number): void {
  const { state } = context.options;
  context.owners.activations.push({
    stackPointer: stackPointerOf(state),
    returnAddress,
    target: Number(state.rip),
    callSite,
    time: state.retired,
    saved: readSaved(context, state),
    pushes: [],
  });
}

/** The first instruction of main: its caller is libc, which counts on the convention too. */
export function enteredMain(context: Context): void {
  const { state, memory } = context.options;
  const slot = memory.peek(stackPointerOf(state), wordBytes(context));
  let returnAddress = 0n;
  for (let k = slot.length - 1; k >= 0; k--) returnAddress = (returnAddress << 8n) | BigInt(slot[k]!);
  entered(context, 0, Number(returnAddress));
}

/** Drops activations that rsp has left behind: longjmp, a popped return address, another stack. */
export function unwind(context: Context, stackPointer: number): void {
  const list = context.owners.activations;
  while (list.length > 0 && list.at(-1)!.stackPointer < stackPointer) list.pop();
}

/** After a push, and after anything that raised rsp. */
export function notePush(context: Context, pc: number): void {
  const top = context.owners.activations.at(-1);
  if (top === undefined || top.pushes.length > 4096) return;
  const stackPointer = stackPointerOf(context.options.state);
  dropPushes(top, stackPointer);
  top.pushes.push({ stackPointer, pc });
}

export function dropPushes(top: Activation, stackPointer: number): void {
  while (top.pushes.length > 0 && top.pushes.at(-1)!.stackPointer < stackPointer) top.pushes.pop();
}

function isCode(context: Context, address: number): boolean {
  const { image } = context.program;
  return (
    image.sections.some(
      (section) => section.exec && address >= section.address && address < section.address + section.sizeBytes,
    ) || image.stubs.some((stub) => address >= stub.address && address < stub.address + 16)
  );
}

function loadWord(context: Context, address: number): number | undefined {
  const bytes = context.options.memory.peek(address, wordBytes(context));
  if (bytes.length < wordBytes(context)) return undefined;
  let value = 0;
  for (let k = bytes.length - 1; k >= 0; k--) value = value * 256 + bytes[k]!;
  return value;
}

function imbalance(context: Context, top: Activation, stackPointer: number, pc: number): "stop" | undefined {
  const difference = top.stackPointer - stackPointer;
  dropPushes(top, stackPointer);
  const left = top.pushes.filter((push) => push.stackPointer < top.stackPointer);
  const last = left.at(-1);
  const what =
    difference > 0
      ? `${bytesText(difference)} are still on the stack`
      : `${bytesText(-difference)} too many were taken from the stack`;
  const details = [
    `rsp is ${hex(stackPointer)}; at entry of ${symbolText(context.program.image, top.target) ?? hex(top.target)} it was ${hex(top.stackPointer)}.`,
  ];
  if (last !== undefined)
    details.push(
      `Not undone: \`${statementText(context.program, last.pc)}\` at ${placeText(context.program, last.pc)}.`,
    );
  details.push(
    "ret takes whatever lies on top of the stack for the return address: undo each push with a pop, each sub rsp with an add.",
  );
  return report(context, {
    kind: "stack-imbalance",
    message: `At ret, ${what}: ret would jump to ${hex(loadWord(context, stackPointer) ?? 0)} instead of ${hex(top.returnAddress)}.`,
    details,
    pc,
    time: context.options.state.retired,
    address: stackPointer,
    sizeBytes: wordBytes(context),
    related: [{ what: "called", pc: top.callSite, time: top.time }],
  });
}

function overwritten(context: Context, top: Activation, value: number, pc: number): "stop" | undefined {
  const writer = context.owners.returnWriters.get(top.stackPointer);
  const details =
    writer === undefined
      ? []
      : [
          `It was overwritten at ${placeText(context.program, writer.pc)}: \`${statementText(context.program, writer.pc)}\`.`,
        ];
  details.push("Something wrote past a local buffer, or through a wrong stack offset.");
  return report(context, {
    kind: "return-address-overwritten",
    message: `The return address at ${hex(top.stackPointer)} was ${hex(top.returnAddress)} when the function was called; now it is ${hex(value)}.`,
    details,
    pc,
    time: context.options.state.retired,
    address: top.stackPointer,
    sizeBytes: wordBytes(context),
    related: [
      { what: "called", pc: top.callSite, time: top.time },
      ...(writer === undefined ? [] : [{ what: "overwritten", ...writer }]),
    ],
  });
}

function clobbered(context: Context, top: Activation, pc: number): "stop" | undefined {
  const { state } = context.options;
  const names = savedNames(context);
  const bad = names.filter((name, index) => state.read(name) !== top.saved[index]);
  if (bad.length === 0) return undefined;
  const { image } = context.program;
  const isGlobal = image.symbols.some((symbol) => symbol.address === top.target && symbol.global);
  const name = symbolText(image, top.target) ?? hex(top.target);
  const changes = bad.map((one) => `${one} was ${hex(top.saved[names.indexOf(one)]!)}, is ${hex(state.read(one)!)}`);
  return report(context, {
    kind: "callee-saved-clobbered",
    severity: isGlobal ? "error" : "note",
    message: `${name} returns with ${bad.join(", ")} changed.`,
    details: [
      `${changes.join("; ")}.`,
      `By convention a function gives ${names.join(", ")} back as it found them: push them at entry and pop them before ret.`,
    ],
    pc,
    time: state.retired,
    object: bad.join(),
    related: [{ what: "called", pc: top.callSite, time: top.time }],
  });
}

/** Before a ret: the whole promise. */
export function checkReturn(context: Context, pc: number): "stop" | undefined {
  const { state, stack } = context.options;
  const stackPointer = stackPointerOf(state);
  const value = loadWord(context, stackPointer);
  if (value === undefined) return undefined;
  const list = context.owners.activations;
  if (list.length === 0) return fromEntry(context, stackPointer, value, pc);
  if (stackPointer < stack.low || stackPointer >= stack.high) return undefined;
  const top = list.at(-1)!;
  if (stackPointer === top.stackPointer) {
    if (value !== top.returnAddress)
      return isCode(context, value) && !context.owners.returnWriters.has(stackPointer)
        ? undefined
        : overwritten(context, top, value, pc);
    return clobbered(context, top, pc);
  }
  const outer = list.some((one) => one.stackPointer === stackPointer && one.returnAddress === value);
  if (outer || isCode(context, value)) return undefined;
  return imbalance(context, top, stackPointer, pc);
}

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

/** Before a write by the program: remembers who overwrites the return address of a live activation. */
export function noteWrite(context: Context, address: number, sizeBytes: number, pc: number): void {
  const list = context.owners.activations;
  for (let index = list.length - 1; index >= 0; index--) {
    const slot = list[index]!.stackPointer;
    if (slot >= address + sizeBytes) return;
    if (slot + wordBytes(context) > address)
      context.owners.returnWriters.set(slot, { pc, time: context.options.state.retired });
  }
}

/** At a call of a libc function from 64-bit code: rsp must have been a multiple of 16 before the call. */
export function checkAlignment(context: Context, name: string, pc: number, time: number): void {
  if (context.options.core.bits !== 64) return;
  const beforeCall = stackPointerOf(context.options.state) + 8;
  if (beforeCall % 16 === 0) return;
  report(context, {
    kind: "misaligned-call",
    message: `\`call ${name}\` with rsp = ${hex(beforeCall)}, which is ${beforeCall % 16} more than a multiple of 16.`,
    details: [
      "The System V convention wants rsp to be a multiple of 16 before each call; library functions may crash otherwise (movaps).",
      "At the entry of a function rsp is 8 off: push one register (or sub rsp, 8) before the call and undo it after.",
    ],
    pc,
    time,
    object: name,
  });
}
