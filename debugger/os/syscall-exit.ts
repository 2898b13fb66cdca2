// exit and exit_group: the calls of every program, apart from the rest, so that one that does nothing else needs nothing else.

import { endThread } from "./process-end.ts";
import { noteReady, threadsOf } from "./process-table.ts";
import { int, type SyscallResult, type SystemCall } from "./syscall.ts";

/** Who is ready goes first: ending takes Linux longer than it takes those whom the process has just woken to begin. */
export function exit(call: SystemCall): SyscallResult {
  const { current } = call.kernel.processes;
  if (current.isLeaving || !noteReady(call.kernel)) return { kind: "exit", code: int(call, 0) & 0xff };
  current.isLeaving = true;
  current.wait = { for: "time", untilNs: 0n };
  return "pending";
}

/** The end of a thread: of the process when it is the last one. */
export function exitThread(call: SystemCall): SyscallResult {
  const { processes } = call.kernel;
  if (processes.list.length === 1 || threadsOf(call.kernel, processes.current).length === 1) return exit(call);
  endThread(call.kernel, int(call, 0) & 0xff);
  processes.current.wait = { for: "time" };
  return "pending";
}
