// The call stack: the machine's own record of calls, checked against the chain of saved frame pointers. The record knows
// every call even in functions without a frame pointer, at their first instruction and after their epilogue; the chain is
// what a debugger without such a record would believe. Where the two disagree, the frame says so in words. A call may lie on
// another stack than its function's frame (coroutines, sigaltstack); a thread's own calls begin at its function.

import type { Machine } from "../machine/machine.ts";
import type { Beginning } from "../os/process-table.ts";
import { hexText } from "./format.ts";
import { functionAt, functionName, labelText, stubAt } from "./labels.ts";
import { type OwnStack, stackOf } from "./own-stack.ts";

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
  /**
   * The frame's bytes: [low, high). `high` is behind the return address; for the kernel's entry frame it is where argc lies,
   * for the outermost on any other stack where that ends or a thread began.
   */
  readonly low: number;
  readonly high: number;
  /** Where the return address lies; undefined in the kernel's entry frame and where a stack ends: they have none. */
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
type Recorded = Omit<Frame, "framePointer" | "chain" | "note"> & {
  /** The stack it lies on; undefined where nothing is mapped. */
  readonly stack: OwnStack | undefined;
};

/** Frames that are listed one by one; a recursion without end has hundreds of thousands. */
const MAX_FRAMES = 2000;

/** How the thread that has the turn began; undefined for a process. */
const beginningOf = (machine: Machine): Beginning | undefined =>
  machine.tasks().find(({ isCurrent }) => isCurrent)?.begun;

/** How many of the recorded calls a thread has inherited. */
function inheritedCalls({ calls }: Machine, begun: Beginning | undefined): number {
  let inherited = 0;
  while (begun && inherited < calls.length && calls.at(inherited)!.time < begun.time) inherited++;
  return inherited;
}

/** Frames by the machine's record alone, innermost first. */
function recordedFrames(machine: Machine, begun: Beginning | undefined): Recorded[] {
  const { image } = machine;
  const word = wordBytesOf(machine);
  const inherited = inheritedCalls(machine, begun);
  const frames: Recorded[] = [];
  let pc = Number(machine.state.rip);
  let low = registerAddress(machine, "rsp");
  let stack: OwnStack | undefined;
  const standOn = (stackPointer: number) => {
    low = stackPointer;
    if (!stack || stackPointer <= stack.start || stackPointer > stack.end) stack = stackOf(machine, stackPointer);
  };
  standOn(low);
  const skipped = Math.max(inherited, machine.calls.length - MAX_FRAMES);
  for (let k = machine.calls.length - 1; k >= skipped; k--) {
    const call = machine.calls.at(k)!;
    const ending = stack && call.stackPointer >= stack.end ? stack.end : undefined;
    frames.push({
      index: frames.length,
      name: functionName(image, pc, call.target),
      kind: stubAt(image, pc) ? "libc" : "function",
      pc,
      functionStart: functionAt(image, pc, call.target)?.start ?? call.target,
      low,
      high: ending ?? call.stackPointer + word,
      returnSlot: ending === undefined ? call.stackPointer : undefined,
      returnAddress: ending === undefined ? call.returnAddress : undefined,
      callTime: call.time,
      stack,
    });
    pc = call.callSite;
    standOn(call.stackPointer + word);
  }
  if (skipped > inherited) {
    frames.push(gapFrame(machine, { index: frames.length, pc, low, inherited, skipped, stack }));
    const first = machine.calls.at(inherited);
    pc = first!.callSite;
    standOn(first!.stackPointer + word);
  }
  const isLibc = stubAt(image, pc) !== undefined;
  // Below a thread's function is only what libc keeps of the thread.
  if (begun && isLibc && frames.length > 0) return frames;
  frames.push({
    index: frames.length,
    name: functionName(image, pc),
    kind: isLibc ? "libc" : "entry",
    pc,
    functionStart: functionAt(image, pc)?.start ?? image.entry,
    low,
    high: Math.max(begun ? low : 0, ownEnd(stack, begun) ?? machine.stack.initialPointer),
    returnSlot: undefined,
    returnAddress: undefined,
    callTime: begun?.time ?? 0,
    stack,
  });
  return frames;
}

/** Where the stack ends for whoever runs on it: a thread may have been given a part of the kernel's. */
function ownEnd(stack: OwnStack | undefined, begun: Beginning | undefined): number | undefined {
  return begun && stack?.kind === "kernel" ? begun.stackPointer : stack?.end;
}

/** Stands for the calls from `inherited` to `skipped` in the middle of a very deep stack. */
function gapFrame(
  machine: Machine,
  gap: Pick<Recorded, "index" | "pc" | "low" | "stack"> & { inherited: number; skipped: number },
): Recorded {
  const { index, pc, low, stack, inherited, skipped } = gap;
  const outer = machine.calls.at(inherited)!;
  const inner = machine.calls.at(skipped - 1)!;
  return {
    index,
    name: `… ${skipped - inherited} more calls`,
    kind: "gap",
    pc,
    functionStart: inner.target,
    low,
    high: outer.stackPointer + wordBytesOf(machine),
    returnSlot: outer.stackPointer,
    returnAddress: outer.returnAddress,
    callTime: inner.time,
    stack,
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
  const begun = beginningOf(machine);
  const recorded = recordedFrames(machine, begun);
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
    if (recorded[frame.index - 1]?.high !== frame.low && frame.index > 0) {
      pointer = followPointer(machine, pointer, frame);
      linked = false;
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
    const broken = outer ? "" : brokenChain(machine, { frame, begun, pointer, linked, baseName });
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

/**
 * The frame pointer of a frame behind a change of stacks. What was interrupted there, or has switched, is in no record: its
 * frame lies below, and perhaps its frame pointer too.
 */
function followPointer(machine: Machine, from: number, { stack, low }: Recorded): number {
  let pointer = from;
  while (stack && pointer >= stack.start && pointer < low) {
    const next = Number(peekWord(machine, pointer) ?? 0n);
    if (next <= pointer) return Number.NaN;
    pointer = next;
  }
  return pointer;
}

/** Why a frame pointer that leads to no frame is wrong; empty when it may be a plain value or the end of the chain. */
function brokenChain(
  machine: Machine,
  chain: { frame: Recorded; begun: Beginning | undefined; pointer: number; linked: boolean; baseName: string },
): string {
  const { frame, begun, pointer, linked, baseName } = chain;
  const isOther = begun !== undefined || frame.stack?.kind === "other";
  const { low, high } = isOther ? { low: frame.low, high: ownEnd(frame.stack, begun) ?? 0 } : machine.stack;
  const isInside = pointer >= low && pointer < high;
  // Whoever begins on a stack of its own finds the frame pointer of another one, or anything.
  if (isOther && !isInside) return "";
  if (isInside)
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
