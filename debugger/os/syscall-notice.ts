// Making and setting what notices.ts reads: timerfd and signalfd.
// Source: timerfd_create(2), signalfd(2).

import type { OpenFile } from "./descriptors.ts";
import { clockOf, runsOutIn } from "./notices.ts";
import { fileOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import { UNBLOCKABLE } from "./signal-state.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  longBytes,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { addDescriptor } from "./syscall-file.ts";
import { storeWord } from "./user-memory.ts";

const CLOCKS = [0, 1, 7, 8, 9];
const KNOWN_FLAGS = OPEN.nonBlock | OPEN.closeOnExec;
const SECOND_NS = 1_000_000_000n;

const make = (kind: "timer" | "signals", flags: number): OpenFile => ({
  ...{ kind, stream: 1, node: 0, position: 0 },
  flags: OPEN.readWrite | (flags & OPEN.nonBlock),
});

function createTimer(call: SystemCall): SyscallResult {
  const [clock, flags] = [int(call, 0), uint(call, 1)];
  if (!CLOCKS.includes(clock) || flags & ~KNOWN_FLAGS) return fail("EINVAL", "the clock or the flags are unknown");
  const file: OpenFile = { ...make("timer", flags), timer: { clock, atNs: undefined, intervalNs: 0n } };
  return addDescriptor(call, file, flags & OPEN.closeOnExec ? "close-on-exec" : "keep");
}

function timerOf(call: SystemCall): OpenFile | Failure {
  const file = fileOf(call, 0);
  if (isFailure(file) || file.timer) return file;
  return fail("EINVAL", `file descriptor ${int(call, 0)} is no timer`);
}

/** struct itimerspec: what is left, behind the interval. */
function giveSetting(call: SystemCall, index: number, file: OpenFile, bytes: number): SyscallResult {
  const value = new Uint8Array(4 * bytes);
  const put = (at: number, ns: bigint): void => {
    storeWord(value, at, bytes as 4 | 8, ns / SECOND_NS);
    storeWord(value, at + bytes, bytes as 4 | 8, ns % SECOND_NS);
  };
  put(0, file.timer!.intervalNs);
  put(2 * bytes, runsOutIn(call.kernel, file) ?? 0n);
  return call.kernel.user.write(word(call, index), value) ? 0 : badBuffer(call, index, value.length, "write");
}

const ABSOLUTE = 1;

function setTimer(call: SystemCall, bytes: number): SyscallResult {
  const file = timerOf(call);
  if (isFailure(file)) return file;
  const words = [0, 1, 2, 3].map((k) => call.kernel.user.readWord(word(call, 2) + BigInt(k * bytes), bytes as 4 | 8));
  if (words.includes(undefined)) return badBuffer(call, 2, 4 * bytes, "read");
  const [every, everyPart, first, firstPart] = words.map((one) => BigInt.asIntN(8 * bytes, one!));
  const isTime = (seconds: bigint, part: bigint): boolean => seconds >= 0n && part >= 0n && part < SECOND_NS;
  if (!isTime(every!, everyPart!) || !isTime(first!, firstPart!) || uint(call, 1) > 3)
    return fail("EINVAL", "a time is negative or has too many nanoseconds, or the flags are unknown");
  const old = word(call, 3) === 0n ? 0 : giveSetting(call, 3, file, bytes);
  if (old !== 0) return old;
  const { clock } = file.timer!;
  const value = first! * SECOND_NS + firstPart!;
  const isAbsolute = (uint(call, 1) & ABSOLUTE) !== 0;
  const atNs = value === 0n ? undefined : isAbsolute ? value : clockOf(call.kernel, clock) + value;
  file.timer = { clock, atNs, intervalNs: every! * SECOND_NS + everyPart! };
  return 0;
}

function getTimer(call: SystemCall, bytes: number): SyscallResult {
  const file = timerOf(call);
  return isFailure(file) ? file : giveSetting(call, 1, file, bytes);
}

function signalFile(call: SystemCall, flags: number): SyscallResult {
  if (word(call, 2) !== 8n) return fail("EINVAL", "the size of the signal set must be 8");
  if (flags & ~KNOWN_FLAGS) return fail("EINVAL", "the flags can only be SFD_NONBLOCK and SFD_CLOEXEC");
  const set = call.kernel.user.readWord(word(call, 1), 8);
  if (set === undefined) return badBuffer(call, 1, 8, "read");
  const mask = set & ~UNBLOCKABLE;
  if (int(call, 0) === -1)
    return addDescriptor(
      call,
      { ...make("signals", flags), mask },
      flags & OPEN.closeOnExec ? "close-on-exec" : "keep",
    );
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  if (file.kind !== "signals") return fail("EINVAL", `file descriptor ${int(call, 0)} is not one for signals`);
  file.mask = mask;
  return int(call, 0);
}

// ---- changes of files: who asks hears that nobody tells, or what is wrong with the question

function refuseNotices(flags: number): SyscallResult {
  if (flags & ~KNOWN_FLAGS) return fail("EINVAL", `the flags 0x${flags.toString(16)} are unknown`);
  return fail("ENOSYS", "Asmoscope does not tell of changes to files");
}

function refuseWatch(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  return isFailure(file) ? file : fail("EINVAL", `file descriptor ${int(call, 0)} does not tell of changes to files`);
}

/** IN_*: events, and flags that may stand beside them. */
const WATCH_BITS = 0xf7000fff;

export const noticeCalls = {
  inotify_init: () => refuseNotices(0),
  inotify_init1: (call) => refuseNotices(uint(call, 0)),
  inotify_add_watch: (call) =>
    (uint(call, 2) & WATCH_BITS) === 0 ? fail("EINVAL", "nothing is to be watched for") : refuseWatch(call),
  inotify_rm_watch: refuseWatch,
  timerfd_create: createTimer,
  timerfd_settime: (call) => setTimer(call, longBytes(call)),
  timerfd_settime64: (call) => setTimer(call, 8),
  timerfd_gettime: (call) => getTimer(call, longBytes(call)),
  timerfd_gettime64: (call) => getTimer(call, 8),
  signalfd: (call) => signalFile(call, 0),
  signalfd4: (call) => signalFile(call, uint(call, 3)),
} satisfies SyscallFunctions;
