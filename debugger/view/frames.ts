// The call stack: the machine's own record of calls, checked against the chain of saved frame pointers. The record knows
// every call even in functions without a frame pointer, at their first instruction and after their epilogue; the chain is
// what a debugger without such a record would believe. Where the two disagree, the frame says so in words.

import type { Machine } from "../machine/machine.ts";
import { hexText } from "./format.ts";
import { functionAt, functionName, labelText, stubAt } from "./labels.ts";

export interface Frame {
  /** 0 = innermost. */
  readonly index: number;
  readonly name: string;
  /** "libc" inside a stub, "entry" for the frame the kernel (or libc's start-up) made, "gap" for many that are not listed. */
  readonly kind: "function" | "libc" | "entry" | "gap";
  /** The next instruction for the innermost frame, the call instruction for the others. */
  readonly pc: number;
  /** First instruction of the function, when a label says so; else what was called. */
  readonly functionStart: number;
  /** The frame's bytes: [low, high). `high` is behind the return address; for the kernel's entry frame it is where argc lies. */
  readonly low: number;
  readonly high: number;
  /** Where the return address lies; undefined in the kernel's entry frame, which has none. */
  readonly returnSlot: number | undefined;
  /** What the call pushed. */
  readonly returnAddress: number | undefined;
  /** rbp's value in this frame, when it points into this frame. */
  readonly framePointer: number | undefined;
  /** Whether record and chain agree: "none" = the function keeps no frame pointer (now). */
  readonly chain: "agrees" | "none" | "disagrees";
  /** For people; empty when both agree. */
  readonly note: string;
  /** Retired count before the call; 0 for the entry. */
  readonly callTime: number;
}

/** Pointer size of the program in bytes. */
export const wordBytesOf = (machine: Machine): 4 | 8 => (machine.image.bits === 32 ? 4 : 8);

/** The word at `address`, protections ignored; undefined when it is not mapped whole. */
export function peekWord(machine: Machine, address: number): bigint | undefined {
  return peekValue(machine, address, wordBytesOf(machine));
}

/** `sizeBytes` (1 … 32) at `address`, little endian; undefined when they are not all mapped. */
export function peekValue(machine: Machine, address: number, sizeBytes: number): bigint | undefined {
  if (!Number.isSafeInteger(address) || address < 0) return undefined;
  const bytes = machine.memory.peek(address, sizeBytes);
  if (bytes.length < sizeBytes) return undefined;
  let value = 0n;
  for (let k = sizeBytes - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[k]!);
  return value;
}

/** A general register as an address; values outside the canonical user half become NaN, which equals nothing. */
export function registerAddress(machine: Machine, name: string): number {
  const value = machine.state.read(name) ?? 0n;
  return value < 1n << 47n ? Number(value) : Number.NaN;
}

/** A frame before it was compared with the chain of frame pointers. */
type Recorded = Omit<Frame, "framePointer" | "chain" | "note">;

/** Frames that are listed one by one; a recursion without end has hundreds of thousands. */
const MAX_FRAMES = 2000;

/** Frames by the machine's record alone, innermost first. */
function recordedFrames(machine: Machine): Recorded[] {
  const { image } = machine;
  const word = wordBytesOf(machine);
  const frames: Recorded[] = [];
  let pc = Number(machine.state.rip);
  let low = registerAddress(machine, "rsp");
  const skipped = Math.max(0, machine.calls.length - MAX_FRAMES);
  for (let k = machine.calls.length - 1; k >= skipped; k--) {
    const call = machine.calls.at(k)!;
    frames.push({
      index: frames.length,
      name: functionName(image, pc, call.target),
      kind: stubAt(image, pc) ? "libc" : "function",
      pc,
      functionStart: functionAt(image, pc, call.target)?.start ?? call.target,
      low,
      high: call.stackPointer + word,
      returnSlot: call.stackPointer,
      returnAddress: call.returnAddress,
      callTime: call.time,
    });
    pc = call.callSite;
    low = call.stackPointer + word;
  }
  if (skipped > 0) {
    frames.push(gapFrame(machine, { index: frames.length, pc, low, skipped }));
    const first = machine.calls.at(0);
    pc = first!.callSite;
    low = first!.stackPointer + word;
  }
  frames.push({
    index: frames.length,
    name: functionName(image, pc),
    kind: stubAt(image, pc) ? "libc" : "entry",
    pc,
    functionStart: functionAt(image, pc)?.start ?? image.entry,
    low,
    high: machine.stack.initialPointer,
    returnSlot: undefined,
    returnAddress: undefined,
    callTime: 0,
  });
  return frames;
}

/** Stands for `skipped` calls in the middle of a very deep stack. */
function gapFrame(
  machine: Machine,
  { index, pc, low, skipped }: { index: number; pc: number; low: number; skipped: number },
): Recorded {
  const outer = machine.calls.at(0)!;
  const inner = machine.calls.at(skipped - 1)!;
  return {
    index,
    name: `… ${skipped} more calls`,
    kind: "gap",
    pc,
    functionStart: inner.target,
    low,
    high: outer.stackPointer + wordBytesOf(machine),
    returnSlot: outer.stackPointer,
    returnAddress: outer.returnAddress,
    callTime: inner.time,
  };
}

/** The frame with what the comparison says; written out, since copying so many fields by `...` takes as long as a step. */
function compared(recorded: Recorded, framePointer: Frame["framePointer"], chain: Frame["chain"], note: string): Frame {
  const { index, name, kind, pc, functionStart, low, high, returnSlot, returnAddress, callTime } = recorded;
  // biome-ignore format: one object
  return { index, name, kind, pc, functionStart, low, high, returnSlot, returnAddress, callTime, framePointer, chain, note };
}

/** All frames, innermost first; at least one. */
export function callStack(machine: Machine): readonly Frame[] {
  const recorded = recordedFrames(machine);
  const baseName = machine.image.bits === 32 ? "ebp" : "rbp";
  let pointer = registerAddress(machine, baseName);
  const outermost = recorded.at(-1)!;
  let linked = false;
  let lost = false;
  return recorded.map((frame) => {
    if (frame.kind === "gap") {
      // What lies in between is not followed; the outermost frame is found by its place.
      pointer = Number.NaN;
      return compared(frame, undefined, "none", "");
    }
    const overwritten = overwrittenReturn(machine, frame);
    if (pointer >= frame.low && pointer <= (frame.returnSlot ?? frame.high)) {
      const framePointer = pointer;
      pointer = savedPointer(machine, frame, framePointer);
      linked = true;
      return compared(frame, framePointer, overwritten ? "disagrees" : "agrees", overwritten);
    }
    // Frames lie one behind the other, so "in an outer frame" needs no search.
    const outer = frame.index < outermost.index && pointer >= frame.high && pointer <= outermost.high;
    const broken = outer ? "" : brokenChain(machine, { pointer, linked, baseName });
    const none = lost
      ? `its frame pointer is not known, since ${baseName} was lost further in`
      : `no frame pointer (${baseName} is not set up in this function)`;
    if (broken !== "") {
      pointer = Number.NaN;
      lost = true;
    }
    linked = linked && outer;
    const note = overwritten || broken || none;
    return compared(frame, undefined, overwritten || broken ? "disagrees" : "none", note);
  });
}

/** What the frame's function found in rbp: the word it saved where rbp points. */
function savedPointer(machine: Machine, frame: Recorded, framePointer: number): number {
  if (framePointer === (frame.returnSlot ?? frame.high)) return Number.NaN;
  const saved = peekWord(machine, framePointer);
  return saved !== undefined && saved < 1n << 47n ? Number(saved) : Number.NaN;
}

/** Why a frame pointer that leads to no frame is wrong; empty when it may be a plain value or the end of the chain. */
function brokenChain(
  machine: Machine,
  { pointer, linked, baseName }: { pointer: number; linked: boolean; baseName: string },
): string {
  const { low, high } = machine.stack;
  if (pointer >= low && pointer < high)
    return linked
      ? `the saved ${baseName} below leads to ${hexText(pointer)}, which belongs to no frame: it was changed`
      : `${baseName} points to ${hexText(pointer)}, which belongs to no frame of the calls made`;
  return linked && pointer !== 0
    ? `the saved ${baseName} below does not lead to this frame: it was changed, or ${baseName} held a plain value`
    : "";
}

/** A sentence when the stack no longer holds what the call pushed; else empty. */
function overwrittenReturn(machine: Machine, frame: Recorded): string {
  if (frame.returnSlot === undefined || frame.returnAddress === undefined || frame.low > frame.returnSlot) return "";
  const now = peekWord(machine, frame.returnSlot);
  if (now === undefined || now === BigInt(frame.returnAddress)) return "";
  const wanted = labelText(machine.image, frame.returnAddress) ?? hexText(frame.returnAddress);
  return `return address overwritten: ret will go to ${hexText(now)} instead of ${wanted}`;
}
