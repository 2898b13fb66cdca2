// POSIX timers: timer_create and its kin. A timer sends its signal when the machine's clock has reached its time; nothing
// else happens meanwhile, so none is ever missed but by a signal that still waits (the overrun count).
// Source: the kernel's kernel/time/posix-timers.c; timer_create(2), timer_settime(2).

import { signalName } from "../../server/facts/signals.ts";
import { SECOND_NS } from "./clock.ts";
import type { PosixTimer } from "./signal-state.ts";
import { posixClock } from "./signals.ts";
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

/** Also the numbers that C libraries make for the process's and the thread's own time. */
const CLOCKS = [0, 1, 2, 3, 7, 8, 9, 11, -6, -2];
const NOTIFY = { signal: 0, none: 1, thread: 4 };
const SIGALRM = 14;
const TIMER_LIMIT = 256;
const ABSOLUTE = 1;

/** struct sigevent: the value, the signal, how; NULL is SIGALRM with the timer's number. */
function eventAt(call: SystemCall, id: number): { signal: number | undefined; value: bigint } | Failure {
  const at = word(call, 1);
  if (at === 0n) return { signal: SIGALRM, value: BigInt(id) };
  const { user } = call.kernel;
  const long = longBytes(call);
  const value = user.readWord(at, long);
  const signal = user.readWord(at + BigInt(long), 4);
  const notify = user.readWord(at + BigInt(long) + 4n, 4);
  if (value === undefined || signal === undefined || notify === undefined) return badBuffer(call, 1, 64, "read");
  const how = Number(notify);
  if (how === NOTIFY.none) return { signal: undefined, value };
  if ((how & ~NOTIFY.thread) !== NOTIFY.signal || signalName(Number(signal)) === undefined)
    return fail("EINVAL", "the event is neither SIGEV_NONE nor SIGEV_SIGNAL with a signal");
  return { signal: Number(signal), value };
}

function create(call: SystemCall): SyscallResult {
  const own = call.kernel.signals;
  const clock = int(call, 0);
  if (!CLOCKS.includes(clock))
    return fail("EINVAL", `${clock} (${registerOf(call, 0)}) is no clock that timers can have`);
  let id = 0;
  while (own.posixTimers.has(id)) id++;
  if (id >= TIMER_LIMIT) return fail("EAGAIN", `${TIMER_LIMIT} timers are there already`);
  const event = eventAt(call, id);
  if (isFailure(event)) return event;
  if (!call.kernel.user.writeWord(word(call, 2), 4, BigInt(id))) return badBuffer(call, 2, 4, "write");
  const timer: PosixTimer = { clock, ...event, atNs: undefined, intervalNs: 0n, overrun: 0 };
  own.posixTimers = new Map(own.posixTimers).set(id, timer);
  return 0;
}

function timerOf(call: SystemCall): PosixTimer | Failure {
  return call.kernel.signals.posixTimers.get(int(call, 0)) ?? fail("EINVAL", `there is no timer ${int(call, 0)}`);
}

/** struct itimerspec: interval, then what is left. */
function describe(call: SystemCall, timer: PosixTimer, bytes: number): Uint8Array {
  const left = timer.atNs === undefined ? 0n : timer.atNs - posixClock(call.kernel, timer.clock);
  const shown = timer.atNs === undefined ? 0n : left > 0n ? left : 1n;
  const words = [timer.intervalNs / SECOND_NS, timer.intervalNs % SECOND_NS, shown / SECOND_NS, shown % SECOND_NS];
  const all = new Uint8Array(4 * bytes);
  for (const [k, value] of words.entries()) {
    for (let byte = 0; byte < bytes; byte++) all[k * bytes + byte] = Number((value >> BigInt(8 * byte)) & 255n);
  }
  return all;
}

const settime =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const bytes = wide === "wide" ? 8 : longBytes(call);
    const { user, signals: own } = call.kernel;
    const given = [0, 1, 2, 3].map((k) => user.readWord(word(call, 2) + BigInt(k * bytes), bytes));
    const [intervalSeconds, intervalRest, seconds, rest] = given.map((value) =>
      value === undefined ? undefined : BigInt.asIntN(8 * bytes, value),
    );
    if (intervalSeconds === undefined || intervalRest === undefined || seconds === undefined || rest === undefined)
      return badBuffer(call, 2, 4 * bytes, "read");
    const isTime = (whole: bigint, part: bigint) => whole >= 0n && part >= 0n && part < SECOND_NS;
    if (!isTime(seconds, rest) || !isTime(intervalSeconds, intervalRest))
      return fail("EINVAL", "seconds must not be negative, and nanoseconds are 0 … 999999999");
    const timer = timerOf(call);
    if (isFailure(timer)) return timer;
    if (word(call, 3) !== 0n && !user.write(word(call, 3), describe(call, timer, bytes)))
      return badBuffer(call, 3, 4 * bytes, "write");
    const wanted = seconds * SECOND_NS + rest;
    const start = int(call, 1) & ABSOLUTE ? 0n : posixClock(call.kernel, timer.clock);
    const atNs = wanted === 0n ? undefined : start + wanted;
    const intervalNs = intervalSeconds * SECOND_NS + intervalRest;
    own.posixTimers = new Map(own.posixTimers).set(int(call, 0), { ...timer, atNs, intervalNs, overrun: 0 });
    return 0;
  };

const gettime =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const timer = timerOf(call);
    if (isFailure(timer)) return timer;
    const bytes = describe(call, timer, wide === "wide" ? 8 : longBytes(call));
    return call.kernel.user.write(word(call, 1), bytes) ? 0 : badBuffer(call, 1, bytes.length, "write");
  };

export const timerCalls = {
  timer_create: create,
  timer_settime: settime("long"),
  timer_settime64: settime("wide"),
  timer_gettime: gettime("long"),
  timer_gettime64: gettime("wide"),
  timer_getoverrun: (call) => {
    const timer = timerOf(call);
    return isFailure(timer) ? timer : timer.overrun;
  },
  timer_delete: (call) => {
    const timer = timerOf(call);
    if (isFailure(timer)) return timer;
    const left = new Map(call.kernel.signals.posixTimers);
    left.delete(int(call, 0));
    call.kernel.signals.posixTimers = left;
    return 0;
  },
} satisfies SyscallFunctions;
