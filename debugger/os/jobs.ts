// Processes that stand still: their parents hear of it, and of their going on, by SIGCHLD and through wait. Takes the kernel's
// parts after a call that may have stopped somebody.
// Source: the kernel's kernel/signal.c (do_notify_parent_cldstop); wait(2), sigaction(2).

import { signals } from "../../server/facts/signals.ts";
import { hasOthers, processOf } from "./process-table.ts";
import { sendSignal } from "./signals.ts";
import type { KernelParts } from "./syscall.ts";

/** SA_NOCLDSTOP: the parent hears of ends only. */
const NO_CHILD_STOP = 1;
const CLD = { stopped: 5, continued: 6 };

/** Tells parents what they have not heard of. A program that is alone goes on: nobody could ever let it. */
export function settleJobs(kernel: KernelParts): void {
  const { list, current } = kernel.processes;
  for (const { id, owner, parent, signals: its } of list) {
    const { job } = its;
    if (id !== owner || !job.untold) continue;
    job.untold = false;
    const father = processOf(kernel, parent);
    const action = father?.signals.actions.get(signals.SIGCHLD.number);
    if (!father || father.ending !== undefined || (action?.flags ?? 0) & NO_CHILD_STOP) continue;
    const isStopped = job.news === "stopped";
    sendSignal(father.signals, {
      signal: signals.SIGCHLD.number,
      code: isStopped ? CLD.stopped : CLD.continued,
      sender: id,
      status: isStopped ? job.stopped : signals.SIGCONT.number,
    });
  }
  if (current.signals.job.stopped === 0) return;
  if (hasOthers(kernel)) kernel.processes.turnEnd = kernel.state.retired;
  else current.signals.job.stopped = 0;
}
