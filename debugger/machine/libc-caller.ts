// On whose behalf a libc function acts: the call instruction; the stub itself when it was jumped to, and for libc's start-up
// code.

import type { CallStack } from "../cpu/core.ts";
import type { Acting } from "./parts.ts";

/** @param standing where the machine stands: on the stub of the function. @param stubs names by address. */
export function libcCaller(calls: CallStack, stubs: ReadonlyMap<number, string>, standing: Acting): Acting {
  let depth = -1;
  // A function that libc has called back and that came back without its ret.
  while (stubs.has(calls.at(depth)?.returnAddress ?? 0)) depth--;
  const call = calls.at(depth);
  const direct = call && stubs.get(call.target) === stubs.get(standing.pc);
  return direct ? { pc: call.callSite, time: call.time } : standing;
}
