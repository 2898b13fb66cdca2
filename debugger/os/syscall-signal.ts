// Signals' system calls: what a signal does, which are blocked, sending one to oneself, waiting, and timers.
// Source: the kernel's kernel/signal.c, kernel/time/itimer.c, arch/x86/kernel/signal.c; man pages of section 2.

import { signalName } from "../../server/facts/signals.ts";
import { GPR } from "../cpu/state.ts";
import { SECOND_NS } from "./clock.ts";
import { FIRST_ID, hasOthers, leaderOf, type Process, processOf, threadsOf } from "./process-table.ts";
import { restoreFrame } from "./signal-frame.ts";
import {
  defaultAction,
  IGNORE_HANDLER,
  maskOf,
  SA,
  SI,
  type SignalAction,
  type SignalInfo,
  SS_AUTODISARM,
  SS_DISABLE,
  SS_ONSTACK,
  TIMER,
  UNBLOCKABLE,
} from "./signal-state.ts";
import { infoBytes, onSignalStack, sendSignal, takeSignal, timerClock } from "./signals.ts";
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
  uint,
  word,
} from "./syscall.ts";
import { readDuration } from "./syscall-time.ts";
import { waitFor } from "./waiting.ts";

const LAST_SIGNAL = 64;
const SET_BYTES = 8n;

const notASignal = (call: SystemCall, index: number): Failure =>
  fail("EINVAL", `${int(call, index)} (${registerOf(call, index)}) is no signal`);
const badSetSize = (call: SystemCall, index: number): Failure =>
  fail("EINVAL", `the size of the signal set (${registerOf(call, index)}) must be 8`);

// ---- actions

/** Fields of the kernel's struct sigaction, and of i386's older one: [handler, flags, restorer, mask] offsets and the mask's bytes. */
const ACTION_FORMS = {
  x86_64: { bytes: 32, word: 8, handler: 0, flags: 8, restorer: 16, mask: 24, maskBytes: 8 },
  i386: { bytes: 20, word: 4, handler: 0, flags: 4, restorer: 8, mask: 12, maskBytes: 8 },
  old: { bytes: 16, word: 4, handler: 0, flags: 8, restorer: 12, mask: 4, maskBytes: 4 },
} as const;
type ActionForm = (typeof ACTION_FORMS)[keyof typeof ACTION_FORMS];

const number = (bytes: Uint8Array, at: number, count: number): bigint =>
  bytes.subarray(at, at + count).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

const readAction = (bytes: Uint8Array, form: ActionForm): SignalAction => ({
  handler: number(bytes, form.handler, form.word),
  flags: Number(number(bytes, form.flags, 4)),
  restorer: number(bytes, form.restorer, form.word),
  mask: number(bytes, form.mask, form.maskBytes),
});

function writeAction(action: SignalAction, form: ActionForm): Uint8Array {
  const bytes = new Uint8Array(form.bytes);
  const put = (at: number, count: number, value: bigint) => {
    for (let k = 0; k < count; k++) bytes[at + k] = Number((value >> BigInt(8 * k)) & 255n);
  };
  put(form.handler, form.word, action.handler);
  put(form.flags, 4, BigInt(action.flags >>> 0));
  put(form.restorer, form.word, action.restorer);
  put(form.mask, form.maskBytes, action.mask);
  return bytes;
}

const isFixed = (signal: number): boolean => (UNBLOCKABLE & maskOf(signal)) !== 0n;

/** Sets an action; waiting signals that it makes ignored are forgotten. */
function setAction(call: SystemCall, signal: number, action: SignalAction): void {
  const own = call.kernel.signals;
  own.actions.set(signal, { ...action, mask: action.mask & ~UNBLOCKABLE });
  if (action.handler === IGNORE_HANDLER) own.pending = own.pending.filter((info) => info.signal !== signal);
}

function changeAction(call: SystemCall, form: ActionForm): SyscallResult {
  const { user, signals: own } = call.kernel;
  const signal = int(call, 0);
  const bytes = word(call, 1) === 0n ? undefined : user.read(word(call, 1), form.bytes);
  if (word(call, 1) !== 0n && !bytes) return badBuffer(call, 1, form.bytes, "read");
  if (signal < 1 || signal > LAST_SIGNAL || (isFixed(signal) && bytes)) return notASignal(call, 0);
  const old = writeAction(own.actions.get(signal) ?? defaultAction, form);
  if (bytes) setAction(call, signal, readAction(bytes, form));
  if (word(call, 2) !== 0n && !user.write(word(call, 2), old)) return badBuffer(call, 2, form.bytes, "write");
  return 0;
}

function sigaction(call: SystemCall): SyscallResult {
  if (word(call, 3) !== SET_BYTES) return badSetSize(call, 3);
  return changeAction(call, ACTION_FORMS[call.abi]);
}

/** i386's signal: the handler is used once and may be interrupted by itself. @returns the old handler. */
function signalOldStyle(call: SystemCall): SyscallResult {
  const signal = int(call, 0);
  if (signal < 1 || signal > LAST_SIGNAL || isFixed(signal)) return notASignal(call, 0);
  const old = call.kernel.signals.actions.get(signal) ?? defaultAction;
  setAction(call, signal, { ...defaultAction, handler: word(call, 1), flags: (SA.resetHandler | SA.noDefer) >>> 0 });
  return old.handler;
}

// ---- masks

const HOW = { block: 0, unblock: 1, set: 2 } as const;

function changeMask(call: SystemCall, bytes: 4 | 8): SyscallResult {
  const { user, signals: own } = call.kernel;
  const before = own.blocked;
  if (word(call, 1) !== 0n) {
    const set = user.readWord(word(call, 1), bytes);
    if (set === undefined) return badBuffer(call, 1, bytes, "read");
    const how = int(call, 0);
    const keep = bytes === 4 ? before & ~0xffffffffn : 0n;
    if (how !== HOW.block && how !== HOW.unblock && how !== HOW.set) {
      return fail("EINVAL", `${how} (${registerOf(call, 0)}) is not SIG_BLOCK (0), SIG_UNBLOCK (1) or SIG_SETMASK (2)`);
    }
    const next = how === HOW.block ? before | set : how === HOW.unblock ? before & ~set : keep | set;
    own.blocked = next & ~UNBLOCKABLE;
  }
  if (word(call, 2) !== 0n && !user.writeWord(word(call, 2), bytes, before)) return badBuffer(call, 2, bytes, "write");
  return 0;
}

const sigprocmask = (call: SystemCall): SyscallResult =>
  word(call, 3) === SET_BYTES ? changeMask(call, 8) : badSetSize(call, 3);

function ssetmask(call: SystemCall): SyscallResult {
  const own = call.kernel.signals;
  const before = own.blocked & 0xffffffffn;
  own.blocked = BigInt(uint(call, 0)) & ~UNBLOCKABLE;
  return before;
}

function pendingSet(call: SystemCall, bytes: number): SyscallResult {
  const own = call.kernel.signals;
  const set = own.pending.reduce((mask, { signal }) => mask | maskOf(signal), 0n) & own.blocked;
  return call.kernel.user.writeWord(word(call, 0), bytes, set) ? 0 : badBuffer(call, 0, bytes, "write");
}

function sigpending(call: SystemCall): SyscallResult {
  const bytes = word(call, 1);
  return bytes > SET_BYTES ? badSetSize(call, 1) : pendingSet(call, Number(bytes));
}

// ---- waiting

const NEVER = "nothing can wake the program: no timer runs, and no other process will send a signal";

function waitForSignal(call: SystemCall): SyscallResult {
  const woken = waitFor(call.kernel, undefined);
  if (woken === "pending") return woken;
  return fail("EINTR", woken === "never" ? NEVER : "a signal came");
}

function suspend(call: SystemCall, mask: bigint): SyscallResult {
  const own = call.kernel.signals;
  own.maskAfterWait = own.blocked;
  own.blocked = mask & ~UNBLOCKABLE;
  const result = waitForSignal(call);
  if (result === "pending") {
    own.blocked = own.maskAfterWait;
    own.maskAfterWait = undefined;
  }
  return result;
}

function sigsuspend(call: SystemCall): SyscallResult {
  if (word(call, 1) !== SET_BYTES) return badSetSize(call, 1);
  const mask = call.kernel.user.readWord(word(call, 0), 8);
  return mask === undefined ? badBuffer(call, 0, 8, "read") : suspend(call, mask);
}

const sigtimedwait =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const { user, signals: own, bits } = call.kernel;
    if (word(call, 3) !== SET_BYTES) return badSetSize(call, 3);
    const set = user.readWord(word(call, 0), 8);
    if (set === undefined) return badBuffer(call, 0, 8, "read");
    const limit = word(call, 2) === 0n ? undefined : readDuration(call, 2, wide === "wide" ? 8 : longBytes(call));
    if (isFailure(limit)) return limit;
    const wanted = set & ~UNBLOCKABLE;
    const shared = leaderOf(call.kernel, call.kernel.processes.current).signals;
    let info = takeSignal(own, wanted) ?? takeSignal(shared, wanted);
    if (!info) {
      // While waiting, the wanted signals wake the sleeper as if they were not blocked.
      const { blocked } = own;
      own.blocked = blocked & ~wanted;
      const woken = waitFor(call.kernel, limit);
      own.blocked = blocked;
      if (woken === "pending") return woken;
      info = takeSignal(own, wanted);
      if (!info)
        return woken === "done"
          ? fail("EAGAIN", "no such signal came in time")
          : fail("EINTR", woken === "never" ? NEVER : "another signal came");
    }
    if (word(call, 1) !== 0n && !user.write(word(call, 1), infoBytes(info, bits)))
      return badBuffer(call, 1, 128, "write");
    return info.signal;
  };

// ---- the alternate stack and the way back from a handler

/** Linux's MINSIGSTKSZ. */
const SMALLEST_STACK_BYTES = 2048n;

function sigaltstack(call: SystemCall): SyscallResult {
  const { user, signals: own } = call.kernel;
  const long = longBytes(call);
  const next = word(call, 0) === 0n ? undefined : user.read(word(call, 0), 3 * long);
  if (word(call, 0) !== 0n && !next) return badBuffer(call, 0, 3 * long, "read");
  const onIt = onSignalStack(call.kernel);
  const old = new Uint8Array(3 * long);
  const put = (index: number, value: bigint) => {
    for (let k = 0; k < long; k++) old[index * long + k] = Number((value >> BigInt(8 * k)) & 255n);
  };
  put(0, own.stack.start);
  put(1, BigInt((own.stack.flags | (onIt ? SS_ONSTACK : 0)) >>> 0));
  put(2, own.stack.sizeBytes);
  if (next) {
    if (onIt) return fail("EPERM", "the program is running on the alternate stack now");
    const flags = Number(BigInt.asIntN(32, number(next, long, 4)));
    const mode = flags & ~SS_AUTODISARM;
    if (mode !== 0 && mode !== SS_ONSTACK && mode !== SS_DISABLE)
      return fail("EINVAL", `the flags 0x${flags.toString(16)} are unknown`);
    const size = number(next, 2 * long, long);
    if (mode === SS_DISABLE) own.stack = { start: 0n, flags, sizeBytes: 0n };
    else if (size < SMALLEST_STACK_BYTES)
      return fail("ENOMEM", `the stack has ${size} bytes; Linux wants at least ${SMALLEST_STACK_BYTES}`);
    else own.stack = { start: number(next, 0, long), flags, sizeBytes: size };
  }
  if (word(call, 1) !== 0n && !user.write(word(call, 1), old)) return badBuffer(call, 1, old.length, "write");
  return 0;
}

const sigreturn =
  (form: "siginfo" | "short") =>
  (call: SystemCall): SyscallResult => {
    const { kernel } = call;
    const restored = restoreFrame(kernel, form, (address, sizeBytes) => kernel.user.read(address, sizeBytes));
    // Linux sends SIGSEGV, whose frame then has no place either.
    if (!restored) {
      const name = form === "siginfo" ? "rt_sigreturn" : "sigreturn";
      const at = `0x${kernel.state.gpr(GPR.rsp).toString(16)}`;
      const why = `${name} finds no frame of a signal on the stack (${at}).`;
      return { kind: "signal", signal: "SIGSEGV", number: 11, why };
    }
    const own = kernel.signals;
    own.blocked = restored.blocked & ~UNBLOCKABLE;
    if (restored.stack && !onSignalStack(kernel)) {
      const { start, sizeBytes, flags } = restored.stack;
      own.stack =
        flags & SS_DISABLE ? { start: 0n, flags, sizeBytes: 0n } : { start, sizeBytes, flags: flags & ~SS_ONSTACK };
    }
    kernel.emit({ kind: "signal-return" });
    return BigInt.asIntN(kernel.bits, kernel.state.gpr(GPR.rax));
  };

// ---- sending

/** Sends to each; EAGAIN when the queue of one is full. */
function send(targets: readonly Process[], info: SignalInfo): SyscallResult {
  if (info.signal === 0) return 0;
  if (signalName(info.signal) === undefined) return fail("EINVAL", `${info.signal} is no signal`);
  const sent = targets.filter(({ ending, signals: own }) => ending !== undefined || sendSignal(own, info));
  return sent.length > 0 ? 0 : fail("EAGAIN", "too many signals are waiting");
}

function notFound(call: SystemCall, index: number): Failure {
  const { current } = call.kernel.processes;
  const others = hasOthers(call.kernel) ? "" : `: the program itself is ${current.id}, and nothing else runs here`;
  return fail("ESRCH", `there is no process ${int(call, index)}${others}`);
}

const isSignal = (value: number): boolean => value >= 0 && value <= LAST_SIGNAL;

const fromSelf = (call: SystemCall, signal: number, code: number): SignalInfo => ({
  signal,
  code,
  sender: call.kernel.processes.current.owner,
});

/** The thread of a process that takes a signal: one that does not block it, the first by choice. */
function receiver({ kernel }: SystemCall, process: Process, signal: number): Process {
  const threads = threadsOf(kernel, process);
  const takes = ({ wait, signals: own }: Process) => ((wait?.blocked ?? own.blocked) & maskOf(signal)) === 0n;
  return signal === 0 ? process : (threads.find(takes) ?? threads[0] ?? process);
}

/** Whom kill means: a process, the own group (0), everybody but the process itself (−1), or another group. */
function meantBy(call: SystemCall, pid: number): readonly Process[] {
  const { current } = call.kernel.processes;
  const list = call.kernel.processes.list.filter(({ id, owner }) => id === owner);
  if (pid > 0) return call.kernel.processes.list.filter(({ id }) => id === pid);
  if (pid === -1) return list.filter(({ id }) => id !== current.owner);
  const group = pid === 0 ? current.group : -pid;
  return list.filter((one) => one.group === group);
}

function kill(call: SystemCall): SyscallResult {
  const targets = meantBy(call, int(call, 0));
  const signal = int(call, 1);
  // An empty group is told first.
  if (!isSignal(signal) && (targets.length > 0 || int(call, 0) > 0)) return notASignal(call, 1);
  if (int(call, 0) === FIRST_ID) return fail("EPERM", "process 1 is not the program's own");
  if (targets.length === 0) return notFound(call, 0);
  return send(
    targets.map((one) => receiver(call, one, signal)),
    fromSelf(call, signal, SI.user),
  );
}

function toThread(call: SystemCall, index: number): SyscallResult {
  if (!isSignal(int(call, index + 1))) return notASignal(call, index + 1);
  const target = processOf(call.kernel, int(call, index));
  if (!target) return notFound(call, index);
  return send([target], { ...fromSelf(call, int(call, index + 1), SI.tkill), isDirected: true });
}

function tgkill(call: SystemCall): SyscallResult {
  if (int(call, 0) <= 0 || int(call, 1) <= 0) return fail("EINVAL", "process and thread must be positive");
  if (!isSignal(int(call, 2))) return notASignal(call, 2);
  if (!processOf(call.kernel, int(call, 0))) return notFound(call, 0);
  return processOf(call.kernel, int(call, 1))?.owner === int(call, 0) ? toThread(call, 1) : notFound(call, 1);
}

function tkill(call: SystemCall): SyscallResult {
  if (int(call, 0) <= 0) return fail("EINVAL", "the thread must be positive");
  return toThread(call, 0);
}

function queueInfo(call: SystemCall, signalIndex: number): SyscallResult {
  const raw = call.kernel.user.read(word(call, signalIndex + 1), 128);
  if (!raw) return badBuffer(call, signalIndex + 1, 128, "read");
  if (!isSignal(int(call, signalIndex))) return notASignal(call, signalIndex);
  const target = processOf(call.kernel, int(call, 0));
  if (!target) return notFound(call, 0);
  if (signalIndex === 2 && int(call, 1) !== target.id) return notFound(call, 1);
  const code = new DataView(raw.buffer, raw.byteOffset).getInt32(8, true);
  return send([target], { signal: int(call, signalIndex), code, raw, isDirected: signalIndex === 2 });
}

/** A signal to a process, with what its handler is told when `raw` says so. */
export function sendTo(call: SystemCall, target: Process, signal: number, raw: Uint8Array | undefined): SyscallResult {
  if (!isSignal(signal)) return fail("EINVAL", `${signal} is no signal`);
  const code = raw === undefined ? SI.user : new DataView(raw.buffer, raw.byteOffset).getInt32(8, true);
  return send([receiver(call, target, signal)], { ...fromSelf(call, signal, code), ...(raw ? { raw } : {}) });
}

// ---- timers

const MICROSECOND_NS = 1000n;

function setTimer(call: SystemCall, which: number, valueNs: bigint, intervalNs: bigint): void {
  const own = call.kernel.signals;
  own.timers = own.timers.map((timer, k) =>
    k === which ? (valueNs === 0n ? undefined : { atNs: timerClock(call.kernel, which) + valueNs, intervalNs }) : timer,
  );
}

/** What is left of a timer; one that is set shows at least a microsecond. */
function leftOf(call: SystemCall, which: number): bigint {
  const timer = call.kernel.signals.timers[which];
  if (!timer) return 0n;
  const left = timer.atNs - timerClock(call.kernel, which);
  return left < MICROSECOND_NS ? MICROSECOND_NS : left;
}

function alarm(call: SystemCall): SyscallResult {
  const left = leftOf(call, TIMER.real);
  setTimer(call, TIMER.real, BigInt(uint(call, 0)) * SECOND_NS, 0n);
  // To the nearest second, but a running alarm never shows 0.
  const seconds = (left + SECOND_NS / 2n) / SECOND_NS;
  return left > 0n && seconds === 0n ? 1 : seconds;
}

function timerBytes(call: SystemCall, which: number): Uint8Array {
  const long = longBytes(call);
  const bytes = new Uint8Array(4 * long);
  const interval = call.kernel.signals.timers[which]?.intervalNs ?? 0n;
  [interval, leftOf(call, which)].forEach((ns, pair) => {
    [ns / SECOND_NS, (ns % SECOND_NS) / MICROSECOND_NS].forEach((value, k) => {
      for (let byte = 0; byte < long; byte++)
        bytes[(2 * pair + k) * long + byte] = Number((value >> BigInt(8 * byte)) & 255n);
    });
  });
  return bytes;
}

const isTimer = (which: number): boolean => which >= TIMER.real && which <= TIMER.profiling;
const notATimer = (call: SystemCall): Failure => fail("EINVAL", `${int(call, 0)} (${registerOf(call, 0)}) is no timer`);

function getitimer(call: SystemCall): SyscallResult {
  if (!isTimer(int(call, 0))) return notATimer(call);
  const bytes = timerBytes(call, int(call, 0));
  return call.kernel.user.write(word(call, 1), bytes) ? 0 : badBuffer(call, 1, bytes.length, "write");
}

function setitimer(call: SystemCall): SyscallResult {
  const { user } = call.kernel;
  const long = longBytes(call);
  const which = int(call, 0);
  const given = word(call, 1) === 0n ? new Uint8Array(4 * long) : user.read(word(call, 1), 4 * long);
  if (!given) return badBuffer(call, 1, 4 * long, "read");
  const [intervalSeconds, intervalRest, seconds, rest] = [0, 1, 2, 3].map((k) =>
    BigInt.asIntN(8 * long, number(given, k * long, long)),
  ) as [bigint, bigint, bigint, bigint];
  const isTime = (whole: bigint, part: bigint) => whole >= 0n && part >= 0n && part < 1_000_000n;
  if (!isTime(seconds, rest) || !isTime(intervalSeconds, intervalRest)) {
    return fail("EINVAL", "seconds must not be negative, and microseconds are 0 … 999999");
  }
  if (!isTimer(which)) return notATimer(call);
  const old = timerBytes(call, which);
  const ns = (whole: bigint, part: bigint) => whole * SECOND_NS + part * MICROSECOND_NS;
  setTimer(call, which, ns(seconds, rest), ns(intervalSeconds, intervalRest));
  if (word(call, 2) !== 0n && !user.write(word(call, 2), old)) return badBuffer(call, 2, old.length, "write");
  return 0;
}

export const signalCalls = {
  rt_sigaction: sigaction,
  sigaction: (call) => changeAction(call, ACTION_FORMS.old),
  signal: signalOldStyle,
  rt_sigprocmask: sigprocmask,
  sigprocmask: (call) => changeMask(call, 4),
  sgetmask: (call) => call.kernel.signals.blocked & 0xffffffffn,
  ssetmask,
  rt_sigpending: sigpending,
  sigpending: (call) => pendingSet(call, 4),
  rt_sigsuspend: sigsuspend,
  sigsuspend: (call) => suspend(call, BigInt(uint(call, 2))),
  rt_sigtimedwait: sigtimedwait("long"),
  rt_sigtimedwait_time64: sigtimedwait("wide"),
  rt_sigreturn: sigreturn("siginfo"),
  sigreturn: sigreturn("short"),
  sigaltstack,
  kill,
  tkill,
  tgkill,
  rt_sigqueueinfo: (call) => queueInfo(call, 1),
  rt_tgsigqueueinfo: (call) => queueInfo(call, 2),
  pause: waitForSignal,
  alarm,
  getitimer,
  setitimer,
} satisfies SyscallFunctions;
