// How a function of libc waits for other threads: it has done nothing, and is called again when one of them has done something.

import { FUTILE_LIMIT } from "../os/process-table.ts";
import { waitFor, waitForOthers } from "../os/waiting.ts";
import { type LibcCall, type LibcResult, longOf } from "./call.ts";
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

const NS_PER_SECOND = 1_000_000_000n;

/** The time of CLOCK_REALTIME in a struct timespec; undefined for nanoseconds that are none. */
export function readDeadline(call: LibcCall, at: bigint): bigint | undefined {
  const { bits, program } = call;
  const [seconds, ns] = [0n, BigInt(longOf(call))].map((offset) =>
    BigInt.asIntN(bits, program.readWord(at + offset, longOf(call))),
  );
  return ns! < 0n || ns! >= NS_PER_SECOND ? undefined : seconds! * NS_PER_SECOND + ns!;
}

/**
 * The same as awaitOthers, but not longer than to `deadline`: "late" then. A signal ends the wait where `onSignal` says so.
 */
export function awaitUntil(
  call: LibcCall,
  deadline: bigint,
  onSignal: "ends" | "goes on" = "goes on",
): "pending" | "late" | "interrupted" {
  const { clock, processes } = call.kernel;
  const left = deadline - clock.realtimeNs();
  if (left <= 0n) return "late";
  const woken = waitFor(call.kernel, left, { for: "change" });
  if (woken === "pending") return woken;
  if (woken === "done" || woken === "never") return "late";
  if (onSignal === "ends") return "interrupted";
  processes.current.restarts = true;
  return "pending";
}
