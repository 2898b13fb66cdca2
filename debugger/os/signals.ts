// Who gets a signal and what happens then: the default action ends the process, a handler is entered on a frame that lies on
// the program's stack (signal-frame.ts). Signals come from processes (kill and its relatives, a write into a pipe without
// reader, a child's end), from faults, and from timers. Delivery is checked when a system call ends,
// when an instruction faults, and when a timer is due, which is a retired count: so every run is the same.
// Source: the kernel's kernel/signal.c, arch/x86/kernel/signal.c and traps.c; signal(7), sigaction(2).

import { signalName, signals } from "../../server/facts/signals.ts";
import type { Fault, Vector } from "../cpu/core.ts";
import { FLAG, GPR, STATE } from "../cpu/state.ts";
import { PROT } from "../mem/layout.ts";
import { USER_ID } from "./process-stack.ts";
import { isBehindFile } from "./shared-mappings.ts";
import { buildFrame, resetVectors, SIGINFO_BYTES } from "./signal-frame.ts";
import {
  DEFAULT_HANDLER,
  defaultAction,
  IGNORE_HANDLER,
  maskOf,
  type PosixTimer,
  SA,
  SI,
  type SignalAction,
  type SignalInfo,
  type SignalState,
  SS_AUTODISARM,
  SS_DISABLE,
  SS_ONSTACK,
  TIMER,
  UNBLOCKABLE,
} from "./signal-state.ts";
import type { Ending, KernelParts } from "./syscall.ts";

/** Number of each exception, and the signal that Linux makes of it. */
const EXCEPTIONS: Readonly<Record<Vector, readonly [number, keyof typeof signals]>> = {
  "#DE": [0, "SIGFPE"],
  "#DB": [1, "SIGTRAP"],
  "#BP": [3, "SIGTRAP"],
  "#OF": [4, "SIGSEGV"],
  "#BR": [5, "SIGSEGV"],
  "#UD": [6, "SIGILL"],
  "#SS": [12, "SIGBUS"],
  "#GP": [13, "SIGSEGV"],
  "#PF": [14, "SIGSEGV"],
  "#MF": [16, "SIGFPE"],
  "#AC": [17, "SIGBUS"],
  "#XM": [19, "SIGFPE"],
};

const FPE = { intDivide: 1, divide: 3, overflow: 4, underflow: 5, inexact: 6, invalid: 7 } as const;
const ILLEGAL_OPERAND = 2;
const TRAP_BREAKPOINT = 1;
const TRAP_TRACE = 2;
const BUS_ALIGNMENT = 1;
const BUS_ADDRESS = 2;
const SEGV = { unmapped: 1, protection: 2 } as const;

/** si_code of floating-point exceptions: the first unmasked one in the kernel's order. */
function floatingPointCode(raised: number): number {
  if (raised & 1) return FPE.invalid;
  if (raised & 4) return FPE.divide;
  if (raised & 8) return FPE.overflow;
  if (raised & 0x12) return FPE.underflow;
  return raised & 0x20 ? FPE.inexact : 0;
}

function floatingPointRaised({ memory, state }: KernelParts, vector: Vector): number {
  const base = memory.layout.state;
  if (vector === "#XM") return state.mxcsr & ~(state.mxcsr >> 7) & 0x3f;
  const control = memory.view.getUint16(base + STATE.fcw, true);
  return memory.view.getUint16(base + STATE.fsw, true) & ~control & 0x3f;
}

/** Whether something is mapped where a page fault was: what Linux tells apart, whatever the CPU knows. */
const isMapped = ({ memory }: KernelParts, { address }: Fault): boolean =>
  address !== undefined && address < 2 ** 47 && memory.protectionAt(address) !== undefined;

const isBusError = (kernel: KernelParts, fault: Fault): boolean =>
  fault.vector === "#PF" &&
  isMapped(kernel, fault) &&
  isBehindFile(
    kernel,
    fault.address!,
    { read: PROT.read, write: PROT.write, execute: PROT.exec }[fault.access ?? "read"],
  );

/** The signal that Linux sends for a fault. */
export function signalOf(kernel: KernelParts, fault: Fault): { readonly signal: string; readonly number: number } {
  const signal = isBusError(kernel, fault) ? "SIGBUS" : EXCEPTIONS[fault.vector][1];
  return { signal, number: signals[signal].number };
}

/** What the handler of a page fault is told. */
function pageFaultInfo(kernel: KernelParts, fault: Fault, signal: number): SignalInfo {
  const code = isMapped(kernel, fault) ? SEGV.protection : SEGV.unmapped;
  return {
    signal,
    code: isBusError(kernel, fault) ? BUS_ADDRESS : code,
    address: fault.exactAddress ?? BigInt(fault.address ?? 0),
  };
}

/** What the handler of a fault is told. */
function faultInfo(kernel: KernelParts, fault: Fault): SignalInfo {
  const signal = signalOf(kernel, fault).number;
  const here = kernel.state.rip;
  switch (fault.vector) {
    case "#PF":
      return pageFaultInfo(kernel, fault, signal);
    case "#DE":
      return { signal, code: FPE.intDivide, address: here };
    case "#UD":
      return { signal, code: ILLEGAL_OPERAND, address: here };
    case "#DB":
      return { signal, code: fault.traced ? TRAP_TRACE : TRAP_BREAKPOINT, address: here };
    case "#AC":
      return { signal, code: BUS_ALIGNMENT, address: 0n };
    case "#MF":
    case "#XM":
      return { signal, code: floatingPointCode(floatingPointRaised(kernel, fault.vector)), address: here };
    default:
      return { signal, code: SI.kernel };
  }
}

/** siginfo_t in the process's ABI. */
export function infoBytes(info: SignalInfo, bits: 32 | 64): Uint8Array {
  const bytes = new Uint8Array(SIGINFO_BYTES);
  if (info.raw) bytes.set(info.raw.subarray(0, SIGINFO_BYTES));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, info.signal, true);
  view.setInt32(8, info.code, true);
  const at = bits === 64 ? 16 : 12;
  if (info.address !== undefined && bits === 64) view.setBigUint64(at, info.address, true);
  else if (info.address !== undefined) view.setUint32(at, Number(info.address & 0xffffffffn), true);
  if (info.sender !== undefined) {
    view.setInt32(at, info.sender, true);
    view.setInt32(at + 4, USER_ID, true);
  }
  if (info.status !== undefined) view.setInt32(at + 8, info.status, true);
  return bytes;
}

const actionOf = (state: SignalState, signal: number): SignalAction => state.actions.get(signal) ?? defaultAction;

/** What a signal without handler does. */
function defaultOf(signal: number): "terminate" | "nothing" | "stop" {
  const name = signalName(signal);
  const row = name !== undefined && name in signals ? signals[name as keyof typeof signals] : undefined;
  if (row?.action === "stop") return "stop";
  return row && (row.action === "ignore" || row.action === "continue") ? "nothing" : "terminate";
}

const stopsBy = (state: SignalState, signal: number): boolean =>
  isStop(signal) && actionOf(state, signal).handler === DEFAULT_HANDLER;

const isStop = (signal: number): boolean => defaultOf(signal) === "stop";

/** The process stands still from now on; its parent hears of it when the call that did it has ended. */
function stop({ job }: SignalState, signal: number): void {
  if (job.stopped !== 0) return;
  Object.assign(job, { stopped: signal, news: "stopped", untold: true });
}

/** SIGCONT and SIGKILL let a process go on; SIGCONT and the stop signals take each other back. */
function changeJob(state: SignalState, signal: number): void {
  const isContinue = signal === signals.SIGCONT.number;
  if (isContinue) state.pending = state.pending.filter((info) => !isStop(info.signal));
  else if (isStop(signal)) state.pending = state.pending.filter((info) => info.signal !== signals.SIGCONT.number);
  if (state.job.stopped === 0 || (!isContinue && signal !== signals.SIGKILL.number)) return;
  Object.assign(state.job, { stopped: 0, news: isContinue ? "continued" : undefined, untold: isContinue });
}

const isIgnored = (state: SignalState, signal: number): boolean => {
  const { handler } = actionOf(state, signal);
  return handler === IGNORE_HANDLER || (handler === DEFAULT_HANDLER && defaultOf(signal) === "nothing");
};

const REAL_TIME = 32;
/** Linux's RLIMIT_SIGPENDING is far larger; the guest gets this many waiting real-time signals. */
const PENDING_LIMIT = 1024;

/** Adds a signal to those that wait; an ignored one that is not blocked is gone at once. @returns false when the queue is full. */
export function sendSignal(state: SignalState, info: SignalInfo): boolean {
  changeJob(state, info.signal);
  const isFree = (state.blocked & maskOf(info.signal)) === 0n;
  if (isFree && stopsBy(state, info.signal)) {
    stop(state, info.signal);
    return true;
  }
  if (isIgnored(state, info.signal) && isFree) return true;
  if (info.signal < REAL_TIME && state.pending.some(({ signal }) => signal === info.signal)) return true;
  if (state.pending.length >= PENDING_LIMIT) return false;
  state.pending = [...state.pending, info];
  return true;
}

/** Signals that an instruction caused come before others (SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGSYS). */
const SYNCHRONOUS = [11, 7, 4, 5, 8, 31].reduce((mask, signal) => mask | maskOf(signal), 0n);

/** Takes the next waiting signal out of `wanted`; undefined when there is none. */
export function takeSignal(state: SignalState, wanted: bigint): SignalInfo | undefined {
  const all = state.pending.filter(({ signal }) => (wanted & maskOf(signal)) !== 0n);
  // What was sent to the thread comes before what was sent to its process.
  const directed = all.filter(({ isDirected }) => isDirected);
  const candidates = directed.length > 0 ? directed : all;
  const first = candidates.filter(({ signal }) => (SYNCHRONOUS & maskOf(signal)) !== 0n);
  const from = first.length > 0 ? first : candidates;
  const least = from.reduce<SignalInfo | undefined>(
    (low, one) => (low && low.signal <= one.signal ? low : one),
    undefined,
  );
  if (least) state.pending = state.pending.filter((one) => one !== least);
  return least;
}

const nameOf = (signal: number): string => signalName(signal) ?? `signal ${signal}`;

/** What a listener hears of a signal. */
const told = ({ bits }: KernelParts, info: SignalInfo): { signal: string; info: Uint8Array; long: 4 | 8 } => ({
  signal: nameOf(info.signal),
  info: infoBytes(info, bits),
  long: bits === 64 ? 8 : 4,
});

const terminated = (signal: number) => ({ kind: "signal", signal: nameOf(signal), number: signal }) as const;

/** Delivers every signal that waits and is not blocked. @returns how the process ends, or whether a handler was entered. */
export function deliverPending(kernel: KernelParts): Ending | "handler" | "nothing" {
  const state = kernel.signals;
  let outcome: "handler" | "nothing" = "nothing";
  while (state.pending.length > 0) {
    const info = takeSignal(state, ~state.blocked);
    if (!info) break;
    if (isIgnored(state, info.signal)) continue;
    if (stopsBy(state, info.signal)) {
      stop(state, info.signal);
      continue;
    }
    const ending = deliver(kernel, info);
    if (ending) return ending;
    outcome = "handler";
  }
  if (outcome === "nothing" && state.maskAfterWait !== undefined) state.blocked = state.maskAfterWait;
  state.maskAfterWait = undefined;
  return outcome;
}

/**
 * The process's own fault as a signal. @returns "handler" when one was entered; otherwise the signal ends the process: it
 * has no handler, or the signal is blocked.
 */
export function deliverFault(kernel: KernelParts, fault: Fault): "handler" | Ending | "fatal" {
  const state = kernel.signals;
  const [number] = EXCEPTIONS[fault.vector];
  const info = faultInfo(kernel, fault);
  const address = fault.vector === "#PF" ? (info.address ?? 0n) : state.trap.address;
  state.trap = { number, error: fault.errorCode, address };
  const { handler } = actionOf(state, info.signal);
  const blocked = (state.blocked & maskOf(info.signal)) !== 0n;
  if (blocked || handler === DEFAULT_HANDLER || handler === IGNORE_HANDLER) {
    kernel.emit({ kind: "fatal-signal", ...told(kernel, info) });
    return "fatal";
  }
  return deliver(kernel, info) ?? "handler";
}

/** Whether a fault would reach a handler. */
export function handlesFault(kernel: KernelParts, fault: Fault): boolean {
  const { number } = signalOf(kernel, fault);
  const { signals: state } = kernel;
  const { handler } = actionOf(state, number);
  return (state.blocked & maskOf(number)) === 0n && handler !== DEFAULT_HANDLER && handler !== IGNORE_HANDLER;
}

/** Enters a handler, or says how the process ends. */
function deliver(kernel: KernelParts, info: SignalInfo): Ending | undefined {
  const state = kernel.signals;
  const action = actionOf(state, info.signal);
  if (action.handler === DEFAULT_HANDLER) {
    kernel.emit({ kind: "fatal-signal", ...told(kernel, info) });
    return terminated(info.signal);
  }
  if (action.flags & SA.resetHandler) {
    state.actions.set(info.signal, { ...action, handler: DEFAULT_HANDLER, flags: action.flags & ~SA.siginfo });
  }
  const obstacle = enterHandler(kernel, info, action);
  if (obstacle === undefined) return undefined;
  // The frame could not be written: SIGSEGV, which ends the process if it was one already or has no handler.
  const { number } = signals.SIGSEGV;
  if (info.signal === number) state.actions.delete(number);
  const second = actionOf(state, number);
  const hopeless =
    second.handler === DEFAULT_HANDLER ||
    second.handler === IGNORE_HANDLER ||
    (state.blocked & maskOf(number)) !== 0n ||
    enterHandler(kernel, { signal: number, code: SI.kernel }, second) !== undefined;
  if (!hopeless) return undefined;
  return { ...terminated(number), why: `Linux cannot enter the handler of ${nameOf(info.signal)}: ${obstacle}.` };
}

const liesOn = ({ start, sizeBytes }: SignalState["stack"], pointer: bigint): boolean =>
  pointer > start && pointer - start <= sizeBytes;

/** Whether the stack pointer lies on the alternate stack. */
export function onSignalStack({ signals: { stack }, state }: KernelParts): boolean {
  return !(stack.flags & (SS_AUTODISARM | SS_DISABLE)) && liesOn(stack, state.gpr(GPR.rsp));
}

const REDZONE_BYTES = 128n;

/** Whether a handler leaves the stack in use for the alternate one. */
const changesStack = (kernel: KernelParts, { flags }: SignalAction): boolean =>
  (flags & SA.onStack) !== 0 && !(kernel.signals.stack.flags & SS_DISABLE) && !onSignalStack(kernel);

function frameTop(kernel: KernelParts, action: SignalAction): bigint {
  const { stack } = kernel.signals;
  if (changesStack(kernel, action)) return stack.start + stack.sizeBytes;
  const pointer = kernel.state.gpr(GPR.rsp);
  return kernel.bits === 64 ? pointer - REDZONE_BYTES : pointer;
}

/** Whether a frame would leave the alternate stack that it belongs on: Linux does not write it then (get_sigframe). */
const overflowsStack = (kernel: KernelParts, action: SignalAction, frameStart: bigint): boolean =>
  (onSignalStack(kernel) || changesStack(kernel, action)) && !liesOn(kernel.signals.stack, frameStart);

/** pop eax; mov eax, 119; int 0x80, at 16 mov eax, 173; int 0x80, and at 32 for 64 bits mov eax, 15; syscall. */
const RETURN_CODE: readonly (readonly [number, readonly number[]])[] = [
  [0, [0x58, 0xb8, 119, 0, 0, 0, 0xcd, 0x80]],
  [16, [0xb8, 173, 0, 0, 0, 0xcd, 0x80]],
  [32, [0xb8, 15, 0, 0, 0, 0x0f, 0x05]],
];
const RETURN_AT = { short: 0, siginfo: 16, wide: 32 } as const;

/** Page with the kernel's own code that ends a handler; made when it is first needed. undefined without room. */
function returnPage(kernel: KernelParts): number | undefined {
  const state = kernel.signals;
  if (state.returnPage !== 0) return state.returnPage;
  const start = kernel.space.findGap(4096);
  const sizes = { sizeBytes: 4096, requestedBytes: 4096, protection: PROT.read | PROT.exec };
  if (start === undefined || !kernel.space.map({ start, ...sizes, purpose: "vdso", name: "[vdso]" })) return undefined;
  for (const [offset, code] of RETURN_CODE) kernel.memory.poke(start + offset, Uint8Array.from(code));
  state.returnPage = start;
  return start;
}

/** Where a handler returns to that brings no restorer: libc's signal (64 bits), and any 32-bit program. */
export function restorerOf(kernel: KernelParts, action: SignalAction): bigint | undefined {
  const page = returnPage(kernel);
  if (page === undefined) return undefined;
  if (kernel.bits === 64) return BigInt(page + RETURN_AT.wide);
  return BigInt(page + (action.flags & SA.siginfo ? RETURN_AT.siginfo : RETURN_AT.short));
}

/** Why Linux refuses, told as well where such a handler is set. */
export const NO_RESTORER = "sa_flags lacks SA_RESTORER (0x4000000), so it does not know where the handler returns to";

/** Writes the frame and sets the registers. @returns what was in the way; undefined when the handler is next. */
function enterHandler(kernel: KernelParts, info: SignalInfo, action: SignalAction): string | undefined {
  const { state, user, bits } = kernel;
  const own = kernel.signals;
  // A 64-bit program must bring its own restorer, else Linux has no way to set up the frame.
  const given = (action.flags & SA.restorer) !== 0;
  const restorer = given ? action.restorer : bits === 64 ? undefined : restorerOf(kernel, action);
  if (restorer === undefined) return given || bits === 32 ? "no room for the code that returns from it" : NO_RESTORER;
  const before = own.maskAfterWait ?? own.blocked;
  const stackFlags = onSignalStack(kernel) ? own.stack.flags | SS_ONSTACK : own.stack.flags;
  const frame = buildFrame(kernel, {
    signal: info.signal,
    info: infoBytes(info, bits),
    trap: own.trap,
    blocked: before,
    stack: { ...own.stack, flags: stackFlags },
    restorer,
    top: frameTop(kernel, action),
    form: action.flags & SA.siginfo ? "siginfo" : "short",
  });
  if (overflowsStack(kernel, action, frame.start)) return "its frame is larger than the alternate stack";
  if (frame.start < 0n || !frame.parts.every(({ address, bytes }) => user.write(address, bytes)))
    return `its frame cannot be written at 0x${BigInt.asUintN(bits, frame.start).toString(16)}`;
  own.maskAfterWait = undefined;
  if (own.stack.flags & SS_AUTODISARM) own.stack = { start: 0n, flags: SS_DISABLE, sizeBytes: 0n };
  const number = BigInt(info.signal);
  const interrupted = Number(state.rip);
  const stackPointer = Number(state.gpr(GPR.rsp));
  if (bits === 64) {
    state.setGpr(GPR.rdi, number);
    state.setGpr(GPR.rsi, frame.info);
    state.setGpr(GPR.rdx, frame.context);
    state.setGpr(GPR.rax, 0n);
  } else {
    state.setGpr(GPR.rax, number);
    state.setGpr(GPR.rdx, frame.info);
    state.setGpr(GPR.rcx, frame.context);
    setDataSelectors(kernel);
  }
  state.setGpr(GPR.rsp, frame.start);
  state.rip = action.handler;
  state.eflags &= ~BigInt(FLAG.df | FLAG.tf | (1 << 16));
  resetVectors(kernel);
  const self = action.flags & SA.noDefer ? 0n : maskOf(info.signal);
  own.blocked = (own.blocked | action.mask | self) & ~UNBLOCKABLE;
  kernel.emit({
    kind: "signal",
    ...told(kernel, info),
    handler: Number(action.handler),
    interrupted,
    stackPointer,
  });
  return undefined;
}

/** A 32-bit handler starts with flat segments. */
function setDataSelectors({ memory }: KernelParts): void {
  const at = memory.layout.state + STATE.segment;
  for (const index of [0, 3]) memory.view.setUint16(at + 2 * index, 0x2b, true);
}

// ---- timers

const TIMER_SIGNALS = [signals.SIGALRM.number, signals.SIGVTALRM.number, signals.SIGPROF.number];

/** The clock of a timer, in nanoseconds. */
export const timerClock = ({ clock }: KernelParts, which: number): bigint =>
  which === TIMER.real ? clock.monotonicNs() : clock.processNs();

/** CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, and what the C libraries make of them. */
const PROCESS_CLOCKS = [2, 3, -6, -2];

/** The clock of a POSIX timer, by its number (CLOCK_*), in nanoseconds. */
export function posixClock({ clock }: KernelParts, number: number): bigint {
  if (PROCESS_CLOCKS.includes(number)) return clock.processNs();
  return [0, 8, 11].includes(number) ? clock.realtimeNs() : clock.monotonicNs();
}

/** siginfo_t of a POSIX timer: its number, overruns and value. */
function timerInfo(id: number, { signal, value }: PosixTimer, bits: 32 | 64): SignalInfo {
  const raw = new Uint8Array(SIGINFO_BYTES);
  const view = new DataView(raw.buffer);
  const at = bits === 64 ? 16 : 12;
  view.setInt32(at, id, true);
  view.setBigUint64(at + 8, value, true);
  return { signal: signal!, code: SI.timer, raw };
}

function expirePosixTimers(kernel: KernelParts): void {
  const own = kernel.signals;
  for (const [id, timer] of own.posixTimers) {
    const now = posixClock(kernel, timer.clock);
    if (timer.atNs === undefined || timer.atNs > now) continue;
    const isWaiting = own.pending.some(({ signal, code }) => signal === timer.signal && code === SI.timer);
    if (timer.signal !== undefined && !isWaiting) sendSignal(own, timerInfo(id, timer, kernel.bits));
    const missed = timer.intervalNs === 0n ? 0n : (now - timer.atNs) / timer.intervalNs + 1n;
    const atNs = timer.intervalNs === 0n ? undefined : timer.atNs + missed * timer.intervalNs;
    const overrun = isWaiting ? timer.overrun + 1 : 0;
    own.posixTimers = new Map(own.posixTimers).set(id, { ...timer, atNs, overrun });
  }
}

/** Retired count at which the next timer is due; Infinity without one. */
export function nextTimerTime(kernel: KernelParts): number {
  const { timers, posixTimers } = kernel.signals;
  let next = Number.POSITIVE_INFINITY;
  for (let which = 0; which < timers.length; which++) {
    const timer = timers[which];
    if (timer === undefined) continue;
    next = Math.min(next, kernel.state.retired + Math.max(0, Number(timer.atNs - timerClock(kernel, which))));
  }
  if (posixTimers.size === 0) return next;
  for (const { atNs, clock } of posixTimers.values()) {
    if (atNs === undefined) continue;
    next = Math.min(next, kernel.state.retired + Math.max(0, Number(atNs - posixClock(kernel, clock))));
  }
  return next;
}

/** Sends the signals of the timers that are due, and starts them anew where they repeat. */
export function expireTimers(kernel: KernelParts): void {
  const own = kernel.signals;
  if (own.posixTimers.size > 0) expirePosixTimers(kernel);
  own.timers = own.timers.map((timer, which) => {
    const now = timerClock(kernel, which);
    if (timer === undefined || timer.atNs > now) return timer;
    sendSignal(own, { signal: TIMER_SIGNALS[which]!, code: SI.kernel });
    if (timer.intervalNs === 0n) return undefined;
    const missed = (now - timer.atNs) / timer.intervalNs + 1n;
    return { ...timer, atNs: timer.atNs + missed * timer.intervalNs };
  });
}

/** Nanoseconds until a POSIX timer wakes a sleeper; undefined when none will. */
function posixWakesIn(kernel: KernelParts, blocked: bigint): bigint | undefined {
  const own = kernel.signals;
  let least: bigint | undefined;
  for (const { signal, atNs, clock } of own.posixTimers.values()) {
    const sleeps = PROCESS_CLOCKS.includes(clock);
    if (atNs === undefined || signal === undefined || sleeps) continue;
    if ((blocked & maskOf(signal)) !== 0n || isIgnored(own, signal)) continue;
    const left = atNs - posixClock(kernel, clock);
    const wait = left > 0n ? left : 0n;
    if (least === undefined || wait < least) least = wait;
  }
  return least;
}

/** Nanoseconds until a timer wakes a sleeper; undefined when none will. */
export function wakesIn(kernel: KernelParts, blocked = kernel.signals.blocked): bigint | undefined {
  const real = realTimerWakesIn(kernel, blocked);
  const posix = kernel.signals.posixTimers.size > 0 ? posixWakesIn(kernel, blocked) : undefined;
  return real === undefined || (posix !== undefined && posix < real) ? posix : real;
}

/** The same for the real-time interval timer. Sleeping passes no other one's time. */
function realTimerWakesIn(kernel: KernelParts, blocked: bigint): bigint | undefined {
  const own = kernel.signals;
  const timer = own.timers[TIMER.real];
  const { number } = signals.SIGALRM;
  if (!timer || (blocked & maskOf(number)) !== 0n || isIgnored(own, number)) return undefined;
  const left = timer.atNs - kernel.clock.monotonicNs();
  return left > 0n ? left : 0n;
}

/** True when a signal waits that would be delivered now. */
export const hasDeliverable = ({ signals: own }: KernelParts, blocked = own.blocked): boolean =>
  own.pending.some(({ signal }) => (blocked & maskOf(signal)) === 0n && !isIgnored(own, signal));

/** Whether the call that the next signal has interrupted is made again behind its handler (SA_RESTART). */
export function isRestarted({ signals: own }: KernelParts): boolean {
  const waiting = own.pending.filter(({ signal }) => (own.blocked & maskOf(signal)) === 0n && !isIgnored(own, signal));
  const next = takeSignal({ ...own, pending: waiting }, ~own.blocked);
  if (!next) return false;
  const { handler, flags } = actionOf(own, next.signal);
  return handler !== DEFAULT_HANDLER && (flags & SA.restart) !== 0;
}
