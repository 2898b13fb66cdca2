// What a process leaves when it ends: its descriptors are closed, its children belong to process 1, its parent hears of it and
// finds its status. Takes the kernel's parts and how it ended.
// Source: the kernel's kernel/exit.c and kernel/signal.c (do_notify_parent).

import { signals } from "../../server/facts/signals.ts";
import { futexKey, wakeFutex } from "./futex.ts";
import { childrenOf, FIRST_ID, leaderOf, type Process, processOf, threadsOf } from "./process-table.ts";
import { leaveRobust } from "./robust.ts";
import { IGNORE_HANDLER } from "./signal-state.ts";
import { sendSignal } from "./signals.ts";
import type { Ending, KernelParts } from "./syscall.ts";
import { release } from "./syscall-io.ts";
import { undoSemaphores } from "./syscall-sem.ts";

/** SA_NOCLDWAIT: children leave nothing behind. */
const NO_CHILD_WAIT = 2;
const CLD = { exited: 1, killed: 2 };

/** Closes descriptors of the current process: all, or those that a new program does not keep. */
export function closeDescriptors(kernel: KernelParts, which: "all" | "close-on-exec"): void {
  const { descriptors } = kernel;
  for (const fd of descriptors.numbers())
    if (which === "all" || descriptors.closesOnExec(fd)) release({ kernel, abi: "x86_64", args: [] }, fd);
}

/** A thread's number in memory becomes 0 at its end, and who waits for that is woken. */
function clearId({ processes, user }: KernelParts, thread: Process): void {
  if (thread.clearAtEnd === 0n || !user.writeWord(thread.clearAtEnd, 4, 0n)) return;
  wakeFutex(processes.list, futexKey(thread, Number(thread.clearAtEnd)), 1);
}

/** One of several threads of the current process ends. */
export function endThread(kernel: KernelParts, code: number): void {
  const { processes } = kernel;
  const { current } = processes;
  leaveRobust(kernel, current);
  clearId(kernel, current);
  current.ending = { kind: "exit", code };
  if (current.owner !== current.id) processes.list = processes.list.filter((one) => one !== current);
  processes.changes++;
}

/** The current process ends with all its threads, while others go on. Its memory is the machine's to forget. */
export function endProcess(kernel: KernelParts, ending: Ending): void {
  const { processes, descriptors } = kernel;
  const leader = leaderOf(kernel, processes.current);
  const { files } = processes.current;
  for (const thread of threadsOf(kernel, leader)) leaveRobust(kernel, thread);
  processes.current.ending = ending;
  processes.list = processes.list.filter((one) => one === leader || one.owner !== leader.id);
  if (!processes.list.some((one) => one.files === files && one.ending === undefined && one !== leader)) {
    closeDescriptors(kernel, "all");
    descriptors.drop(files);
  }
  // Whoever shares its memory may be waiting for this.
  clearId(kernel, processes.current);
  const current = leader;
  current.ending = ending;
  current.endedAt = processes.place++;
  undoSemaphores(kernel, current.id);
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
