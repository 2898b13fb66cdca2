// How a function of libc waits for other threads: it has done nothing, and is called again when one of them has done something.

import { FUTILE_LIMIT } from "../os/process-table.ts";
import { waitForOthers } from "../os/waiting.ts";
import type { LibcCall, LibcResult } from "./call.ts";
import { errorNumber } from "./system-call.ts";

/**
 * Waits until another thread or process has done something; a handler of a signal runs meanwhile. When nobody can do anything any
 * more, the program hangs, and is ended with a sentence that says so.
 */
export function awaitOthers(call: LibcCall): LibcResult {
  const { processes } = call.kernel;
  const woken = waitForOthers(call.kernel, { for: "change" });
  if (woken === "pending") return woken;
  if (woken === undefined) {
    processes.futile = FUTILE_LIMIT;
    return errorNumber("EDEADLOCK");
  }
  processes.current.restarts = true;
  return "pending";
}
