// What a process leaves when it ends: its descriptors are closed, its children belong to process 1, its parent hears of it and
// finds its status. Takes the kernel's parts and how it ended.
// Source: the kernel's kernel/exit.c and kernel/signal.c (do_notify_parent).

import { signals } from "../../server/facts/signals.ts";
import { childrenOf, FIRST_ID, processOf } from "./process-table.ts";
import { IGNORE_HANDLER } from "./signal-state.ts";
import { sendSignal } from "./signals.ts";
import type { Ending, KernelParts, ProcessState } from "./syscall.ts";
import { release } from "./syscall-io.ts";

/** SA_NOCLDWAIT: children leave nothing behind. */
const NO_CHILD_WAIT = 2;
const CLD = { exited: 1, killed: 2 };

/** A copy for a child, or for a checkpoint. */
export const copyProcessState = (state: ProcessState): ProcessState => ({ ...state });

/** Closes descriptors of the current process: all, or those that a new program does not keep. */
export function closeDescriptors(kernel: KernelParts, which: "all" | "close-on-exec"): void {
  const { descriptors } = kernel;
  for (const fd of descriptors.numbers())
    if (which === "all" || descriptors.closesOnExec(fd)) release({ kernel, abi: "x86_64", args: [] }, fd);
}

/** The current process ends, while others go on. Its memory is the machine's to forget. */
export function endProcess(kernel: KernelParts, ending: Ending): void {
  const { processes, descriptors, user } = kernel;
  const { current } = processes;
  closeDescriptors(kernel, "all");
  descriptors.drop(current.id);
  // Whoever shares its memory (vfork) may be waiting for this.
  if (current.clearAtEnd !== 0n) user.writeWord(current.clearAtEnd, 4, 0n);
  current.ending = ending;
  current.endedAt = processes.place++;
  for (const child of childrenOf(kernel, current)) child.parent = FIRST_ID;
  processes.list = processes.list.filter((one) => one.parent !== FIRST_ID || one.ending === undefined);
  processes.changes++;
  const parent = processOf(kernel, current.parent);
  if (!parent || parent.ending !== undefined) {
    if (current.id !== kernel.firstId) processes.list = processes.list.filter((one) => one !== current);
    return;
  }
  const action = parent.signals.actions.get(signals.SIGCHLD.number);
  const unwanted = action?.handler === IGNORE_HANDLER || ((action?.flags ?? 0) & NO_CHILD_WAIT) !== 0;
  if (unwanted && current.endSignal === signals.SIGCHLD.number)
    processes.list = processes.list.filter((one) => one !== current);
  if (current.endSignal === 0) return;
  const exited = ending.kind === "exit";
  sendSignal(parent.signals, {
    signal: current.endSignal,
    code: exited ? CLD.exited : CLD.killed,
    sender: current.id,
    status: exited ? ending.code : ending.number,
  });
}
