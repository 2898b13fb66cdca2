// Signal handlers as the rules see them: one is entered like a function that nobody called, with arguments that the kernel
// has set, and when it returns all registers are what they were where the program was interrupted.

import { CALLER_SAVED } from "../mem/watch-layout.ts";
import type { MachineEvent } from "../os/events.ts";
import { entered, unwind } from "./calls.ts";
import type { Context, Interrupted } from "./context.ts";
import { refreshDirty } from "./definedness/shadow.ts";
import type { Tracker } from "./definedness/tracker.ts";
import { loadWord, stackPointerOf } from "./words.ts";

/** The kernel sets all registers that a handler may look at: rdi, rsi, rdx and rax, in 32 bits eax, ecx, edx. */
const SET_BY_KERNEL = { 64: new Set([0, 2, 6, 7]), 32: new Set([0, 1, 2]) } as const;

/** A handler was entered: rip stands on its first instruction, rsp on the return address to the kernel's own code. */
export function enteredHandler(
  context: Context,
  tracker: Tracker | undefined,
  event: Extract<MachineEvent, { kind: "signal" }>,
): void {
  const { owners, shadow } = context;
  owners.interrupted.push({
    stackPointer: event.stackPointer,
    destroyed: owners.destroyed.copy(),
    changed: owners.changed.copy(),
    undef: shadow.undef.slice(),
    flags: shadow.flags,
    origins: [...shadow.origins],
    lastCall: shadow.lastCall,
    pointers: [...owners.pointers],
  });
  const stackPointer = stackPointerOf(context);
  const before = owners.dropped;
  entered(context, 0, loadWord(context, stackPointer) ?? 0);
  owners.dropped = before;
  // What it leaves in registers is of no importance: the kernel brings the old values back.
  owners.activations.at(-1)!.switched = true;
  const { bits } = context.options.core;
  for (const number of CALLER_SAVED[bits]) owners.destroyed.delete(number);
  for (const number of SET_BY_KERNEL[bits]) owners.pointers[number] = undefined;
  tracker?.enteredFrom("the kernel", event.handler, SET_BY_KERNEL[bits]);
}

/** A handler has returned through the kernel. One that was left by longjmp never does: it is dropped on the way. */
export function leftHandler(context: Context): void {
  const { owners, shadow } = context;
  const stackPointer = stackPointerOf(context);
  let found: Interrupted | undefined;
  while (owners.interrupted.length > 0 && found?.stackPointer !== stackPointer) found = owners.interrupted.pop();
  unwind(context, stackPointer);
  if (found === undefined) return;
  owners.destroyed = found.destroyed.copy();
  owners.changed = found.changed.copy();
  owners.pointers = [...found.pointers];
  shadow.undef.set(found.undef);
  shadow.flags = found.flags;
  shadow.lastCall = found.lastCall;
  found.origins.forEach((origin, place) => {
    shadow.origins[place] = origin;
  });
  refreshDirty(shadow, "everything");
}
