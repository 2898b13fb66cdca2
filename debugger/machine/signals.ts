// Which signal a fault becomes. Source: Linux, arch/x86/kernel/traps.c and mm/fault.c; signal(7).

import type { Fault, Vector } from "../cpu/core.ts";

const SIGNALS: Readonly<Record<Vector, readonly [string, number]>> = {
  "#DE": ["SIGFPE", 8],
  "#DB": ["SIGTRAP", 5],
  "#BP": ["SIGTRAP", 5],
  "#OF": ["SIGSEGV", 11],
  "#BR": ["SIGSEGV", 11],
  "#UD": ["SIGILL", 4],
  "#SS": ["SIGBUS", 7],
  "#GP": ["SIGSEGV", 11],
  "#PF": ["SIGSEGV", 11],
  "#MF": ["SIGFPE", 8],
  "#AC": ["SIGBUS", 7],
  "#XM": ["SIGFPE", 8],
};

/** The signal that Linux sends for a fault. */
export function signalOf(fault: Fault): { readonly signal: string; readonly number: number } {
  const [signal, number] = SIGNALS[fault.vector];
  return { signal, number };
}
