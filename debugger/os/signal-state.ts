// What a process knows of its signals: actions, blocked and waiting ones, the alternate stack, timers. Plain values that are
// replaced and never changed in place, so that saving them is keeping them.

import { signals } from "../../server/facts/signals.ts";
import type { SignalStack, TrapState } from "./signal-frame.ts";

/** SA_* bits that count here. */
export const SA = {
  siginfo: 4,
  restorer: 0x04000000,
  onStack: 0x08000000,
  restart: 0x10000000,
  noDefer: 0x40000000,
  resetHandler: 0x80000000,
} as const;

export const DEFAULT_HANDLER = 0n;
export const IGNORE_HANDLER = 1n;

export interface SignalAction {
  readonly handler: bigint;
  /** Unsigned. */
  readonly flags: number;
  readonly restorer: bigint;
  readonly mask: bigint;
}

export const defaultAction: SignalAction = { handler: DEFAULT_HANDLER, flags: 0, restorer: 0n, mask: 0n };

/** A signal on its way, with what siginfo_t says of it. */
export interface SignalInfo {
  readonly signal: number;
  /** SI_* or a code of the signal's own. */
  readonly code: number;
  /** Faults: the address. */
  readonly address?: bigint;
  /** Number of the process that sent it, or of the child that has ended. */
  readonly sender?: number;
  /** SIGCHLD: the child's code, or the signal that ended it. */
  readonly status?: number;
  /** Sent to this thread, not to its process. */
  readonly isDirected?: boolean;
  /** siginfo_t as rt_sigqueueinfo was given it. */
  readonly raw?: Uint8Array;
}

export const SI = { user: 0, kernel: 0x80, tkill: -6, queue: -1, timer: -2 } as const;

export const TIMER = { real: 0, virtual: 1, profiling: 2 } as const;

/** An interval timer; `atNs` on its own clock (monotonic, or the process's own time). */
export interface IntervalTimer {
  readonly atNs: bigint;
  readonly intervalNs: bigint;
}

/** A timer of timer_create. */
export interface PosixTimer {
  /** CLOCK_*. */
  readonly clock: number;
  /** undefined: nobody is told. */
  readonly signal: number | undefined;
  /** si_value. */
  readonly value: bigint;
  /** On its clock; undefined when it does not run. */
  readonly atNs: bigint | undefined;
  readonly intervalNs: bigint;
  /** How often it ran out while its signal was still waiting. */
  readonly overrun: number;
}

/** Whether a process stands still, and what its parent has not heard of; its threads share one. Changed in place. */
export interface JobState {
  /** The signal that has stopped the process; 0 while it runs. */
  stopped: number;
  /** What wait can tell of it still. */
  news: "stopped" | "continued" | undefined;
  /** The parent is to get SIGCHLD. */
  untold: boolean;
}

export interface SignalState {
  readonly job: JobState;
  /** Bit n−1 for signal n. */
  blocked: bigint;
  readonly actions: Map<number, SignalAction>;
  /** In the order in which they came; at most one of each below 32. */
  pending: readonly SignalInfo[];
  stack: SignalStack;
  trap: TrapState;
  /** ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF. */
  timers: readonly (IntervalTimer | undefined)[];
  /** By number; replaced when one changes. */
  posixTimers: ReadonlyMap<number, PosixTimer>;
  /** The mask to go back to after the signal that sigsuspend waited for. */
  maskAfterWait: bigint | undefined;
  /** 32-bit: page with the code that ends a handler without a restorer of its own; 0 until it is needed. */
  returnPage: number;
}

export const SS_DISABLE = 2;
export const SS_ONSTACK = 1;
export const SS_AUTODISARM = -0x80000000;

export const createSignalState = (): SignalState => ({
  job: { stopped: 0, news: undefined, untold: false },
  blocked: 0n,
  actions: new Map(),
  pending: [],
  stack: { start: 0n, flags: SS_DISABLE, sizeBytes: 0n },
  trap: { number: 0, error: 0, address: 0n },
  timers: [undefined, undefined, undefined],
  posixTimers: new Map(),
  maskAfterWait: undefined,
  returnPage: 0,
});

export const copySignalState = (state: SignalState): SignalState => ({
  ...state,
  job: { ...state.job },
  actions: new Map(state.actions),
});

export const maskOf = (signal: number): bigint => 1n << BigInt(signal - 1);

/** Signals that cannot be blocked, caught or ignored. */
export const UNBLOCKABLE = maskOf(signals.SIGKILL.number) | maskOf(signals.SIGSTOP.number);
