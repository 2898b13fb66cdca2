// How a system call waits. A process that is alone moves the clock; where there are others, it is made to wait and the call is
// made again later: "pending", nothing has happened, and the machine gives somebody else the turn.

import { hasOthers, type Wait } from "./process-table.ts";
import { expireTimers, hasDeliverable, isRestarted, wakesIn } from "./signals.ts";
import type { Failure, KernelParts } from "./syscall.ts";

/**
 * The current process waits. "pending": it is to be made to wait, and the call will be made again. "interrupted": a signal has
 * come. "over": the time of the wait is up. "never": no other process is there, or none can do anything: today's answer.
 */
export function waitOn(kernel: KernelParts, wait: Wait): "pending" | "interrupted" | "over" | "never" {
  const { current, changes } = kernel.processes;
  if (!hasOthers(kernel)) return never(kernel);
  expireTimers(kernel);
  if (hasDeliverable(kernel, wait.blocked)) return "interrupted";
  if (wait.untilNs !== undefined && wait.untilNs <= kernel.clock.monotonicNs()) return "over";
  if (current.hopeless) return never(kernel);
  current.wait = { ...wait, blocked: wait.blocked ?? kernel.signals.blocked };
  current.waitedAt = changes;
  return "pending";
}

function never({ processes }: KernelParts): "never" {
  processes.futile++;
  return "never";
}

/** A signal has come while the process waited: a failure that the kernel turns into a second try where the handler wants that. */
export const interrupted: Failure = { errno: "EINTR", why: "a signal came", restarts: true };

/**
 * A wait for something that another process does, without a limit; a timer's signal ends it too. undefined when it would last
 * for ever.
 */
export function waitForOthers(kernel: KernelParts, wait: Wait): "pending" | Failure | undefined {
  const woken = waitOn(kernel, wait);
  if (woken === "pending") return woken;
  if (woken === "interrupted") return interrupted;
  return hasOthers(kernel) || waitAlone(kernel, undefined) === "never" ? undefined : interrupted;
}

/** Whether the interrupted call of the current process is to be made again behind the handler. */
export function mustRestart(kernel: KernelParts, failure: Failure): boolean {
  return failure.restarts === true && isRestarted(kernel);
}

/**
 * Waits at most `durationNs` (undefined: for ever). @returns what is left when a signal came, or "done"; "never" when nothing
 * can end the wait, "pending" when others run meanwhile: the call will be made again, and the wait goes on where it was.
 * `what` says what else may end it.
 */
export function waitFor(
  kernel: KernelParts,
  durationNs: bigint | undefined,
  what: Pick<Wait, "for" | "key"> = { for: "time" },
): { readonly leftNs: bigint } | "done" | "never" | "pending" {
  const { current, futile } = kernel.processes;
  const now = kernel.clock.monotonicNs();
  if (durationNs !== undefined && hasOthers(kernel)) current.untilNs ??= now + durationNs;
  const untilNs = durationNs === undefined ? undefined : current.untilNs;
  const leftNs = untilNs === undefined ? durationNs : untilNs > now ? untilNs - now : 0n;
  const woken = waitOn(kernel, { ...what, untilNs });
  if (woken === "pending") return woken;
  if (woken === "interrupted") return { leftNs: leftNs ?? 0n };
  if (woken === "over") return "done";
  const alone = waitAlone(kernel, leftNs);
  // A sleep has an end.
  if (alone !== "never") kernel.processes.futile = futile;
  return alone;
}

/** Nobody else is there: the clock moves. */
function waitAlone(
  kernel: KernelParts,
  durationNs: bigint | undefined,
): { readonly leftNs: bigint } | "done" | "never" {
  let left = durationNs;
  for (;;) {
    expireTimers(kernel);
    if (hasDeliverable(kernel)) return { leftNs: left ?? 0n };
    const timer = wakesIn(kernel);
    if (left === 0n) return "done";
    if (timer === undefined || (left !== undefined && left <= timer)) {
      if (left === undefined) return "never";
      kernel.clock.sleep(left);
      left = 0n;
      continue;
    }
    kernel.clock.sleep(timer);
    if (left !== undefined) left -= timer;
  }
}
