// Clocks and waiting. Waiting takes no time here: it moves the clock.
// Source: the kernel's kernel/time; man pages of section 2.

import { SECOND_NS } from "./clock.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  word,
} from "./syscall.ts";
import { storeWord } from "./user-memory.ts";
import { waitFor } from "./waiting.ts";

/** Writes two longs; used for timespec and timeval. */
function writePair(call: SystemCall, index: number, first: bigint, second: bigint, bytes: number): Failure | undefined {
  const { user } = call.kernel;
  const both = new Uint8Array(2 * bytes);
  storeWord(both, 0, bytes, first);
  storeWord(both, bytes, bytes, second);
  return user.write(word(call, index), both) ? undefined : badBuffer(call, index, both.length, "write");
}

const writeTime = (call: SystemCall, index: number, ns: bigint, bytes: number): SyscallResult =>
  writePair(call, index, ns / SECOND_NS, ns % SECOND_NS, bytes) ?? 0;

function time(call: SystemCall): SyscallResult {
  const { clock, user } = call.kernel;
  const seconds = clock.realtimeNs() / SECOND_NS;
  const bytes = longBytes(call);
  if (word(call, 0) !== 0n && !user.writeWord(word(call, 0), bytes, seconds)) return badBuffer(call, 0, bytes, "write");
  return seconds;
}

function gettimeofday(call: SystemCall): SyscallResult {
  const ns = call.kernel.clock.realtimeNs();
  if (word(call, 0) !== 0n) {
    const problem = writePair(call, 0, ns / SECOND_NS, (ns % SECOND_NS) / 1000n, longBytes(call));
    if (problem) return problem;
  }
  if (word(call, 1) !== 0n && !call.kernel.user.write(word(call, 1), new Uint8Array(8)))
    return badBuffer(call, 1, 8, "write");
  return 0;
}

/** Nanoseconds of a clock by its number (CLOCK_*); undefined for none. */
function clockNs(call: SystemCall, index: number): bigint | undefined {
  const { clock } = call.kernel;
  switch (int(call, index)) {
    case 0:
    case 5:
    case 8:
    case 11:
      return clock.realtimeNs();
    case 1:
    case 4:
    case 6:
    case 7:
    case 9:
      return clock.monotonicNs();
    case 2:
    case 3:
    case -6:
    case -2:
      return clock.processNs();
    default:
      return undefined;
  }
}

const noClock = (call: SystemCall): Failure => fail("EINVAL", `${int(call, 0)} (${registerOf(call, 0)}) is no clock`);

const readClock =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const ns = clockNs(call, 0);
    return ns === undefined ? noClock(call) : writeTime(call, 1, ns, wide === "wide" ? 8 : longBytes(call));
  };

const readResolution =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    if (clockNs(call, 0) === undefined) return noClock(call);
    return word(call, 1) === 0n ? 0 : writeTime(call, 1, 1n, wide === "wide" ? 8 : longBytes(call));
  };

/** A timespec argument in nanoseconds. */
export function readDuration(call: SystemCall, index: number, bytes: number): bigint | Failure {
  const { user } = call.kernel;
  const seconds = user.readWord(word(call, index), bytes);
  const rest = user.readWord(word(call, index) + BigInt(bytes), bytes);
  if (seconds === undefined || rest === undefined) return badBuffer(call, index, 2 * bytes, "read");
  const signed = BigInt.asIntN(8 * bytes, seconds);
  const nanoseconds = BigInt.asIntN(8 * bytes, rest);
  if (signed < 0n || nanoseconds < 0n || nanoseconds >= SECOND_NS) {
    return fail(
      "EINVAL",
      `${signed} seconds and ${nanoseconds} nanoseconds are no duration (nanoseconds: 0 … 999999999)`,
    );
  }
  return signed * SECOND_NS + nanoseconds;
}

function nanosleep(call: SystemCall): SyscallResult {
  const ns = readDuration(call, 0, longBytes(call));
  return isFailure(ns) ? ns : sleep(call, ns, 1, longBytes(call));
}

/** Waits; a signal ends it, and what is left is written where argument `index` points. */
function sleep(call: SystemCall, ns: bigint, index: number | undefined, bytes: number): SyscallResult {
  const woken = waitFor(call.kernel, ns);
  if (woken === "pending") return woken;
  if (typeof woken === "string") return 0;
  if (index !== undefined && word(call, index) !== 0n) {
    const written = writeTime(call, index, woken.leftNs, bytes);
    if (written !== 0) return written;
  }
  return fail("EINTR", "a signal came");
}

const TIMER_ABSTIME = 1;

const sleepOnClock =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const now = clockNs(call, 0);
    if (now === undefined) return noClock(call);
    const ns = readDuration(call, 2, wide === "wide" ? 8 : longBytes(call));
    if (isFailure(ns)) return ns;
    const absolute = (int(call, 1) & TIMER_ABSTIME) !== 0;
    const wait = absolute ? ns - now : ns;
    if (wait <= 0n) return 0;
    return sleep(call, wait, absolute ? undefined : 3, wide === "wide" ? 8 : longBytes(call));
  };

/** Processor times in ticks of 1/100 second; all of it is the process's own. */
function times(call: SystemCall): SyscallResult {
  const { clock, user } = call.kernel;
  const bytes = longBytes(call);
  const ticks = clock.processNs() / 10_000_000n;
  if (word(call, 0) !== 0n) {
    if (!user.write(word(call, 0), new Uint8Array(4 * bytes))) return badBuffer(call, 0, 4 * bytes, "write");
    user.writeWord(word(call, 0), bytes, ticks);
  }
  return clock.monotonicNs() / 10_000_000n;
}

export const timeCalls = {
  time,
  gettimeofday,
  clock_gettime: readClock("long"),
  clock_gettime64: readClock("wide"),
  clock_getres: readResolution("long"),
  clock_getres_time64: readResolution("wide"),
  nanosleep,
  clock_nanosleep: sleepOnClock("long"),
  clock_nanosleep_time64: sleepOnClock("wide"),
  times,
} satisfies SyscallFunctions;
