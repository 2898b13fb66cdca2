// Descriptors that tell of times and signals instead of holding bytes: timerfd and signalfd. What a read of them gives, and when
// there is something to read.
// Source: the kernel's fs/timerfd.c, fs/signalfd.c; timerfd_create(2), signalfd(2).

import type { OpenFile } from "./descriptors.ts";
import { OPEN } from "./open-flags.ts";
import { USER_ID } from "./process-stack.ts";
import { maskOf, type SignalInfo } from "./signal-state.ts";
import { takeSignal } from "./signals.ts";
import { badBuffer, fail, int, type KernelParts, type SyscallResult, type SystemCall, word } from "./syscall.ts";
import { storeWord } from "./user-memory.ts";
import { waitFor } from "./waiting.ts";

const REALTIME = [0, 8, 11];

/** The present on a timer's clock. */
export const clockOf = ({ clock }: KernelParts, number: number): bigint =>
  REALTIME.includes(number) ? clock.realtimeNs() : clock.monotonicNs();

/** How often the timer has run out since it was read or set. */
export function expirations(kernel: KernelParts, { timer }: OpenFile): bigint {
  if (timer?.atNs === undefined) return 0n;
  const late = clockOf(kernel, timer.clock) - timer.atNs;
  if (late < 0n) return 0n;
  return timer.intervalNs === 0n ? 1n : late / timer.intervalNs + 1n;
}

/** Nanoseconds until the timer runs out; undefined when it does not, or has already. */
export function runsOutIn(kernel: KernelParts, { timer }: OpenFile): bigint | undefined {
  if (timer?.atNs === undefined) return undefined;
  const left = timer.atNs - clockOf(kernel, timer.clock);
  return left > 0n ? left : undefined;
}

const isPatient = (file: OpenFile): boolean => (file.flags & OPEN.nonBlock) === 0;

export function readTimer(call: SystemCall, file: OpenFile): SyscallResult {
  const { kernel } = call;
  if (word(call, 2) < 8n) return fail("EINVAL", "a timer is read 8 bytes at a time");
  if (expirations(kernel, file) === 0n) {
    if (!isPatient(file)) return fail("EAGAIN", "the timer has not run out");
    const woken = waitFor(kernel, runsOutIn(kernel, file), { for: "change" });
    if (woken === "pending") return woken;
    if (woken !== "done") return fail("EINTR", woken === "never" ? "the timer does not run" : "a signal came");
  }
  const count = expirations(kernel, file);
  if (!kernel.user.writeWord(word(call, 1), 8, count)) return badBuffer(call, 1, 8, "write");
  const { clock, atNs, intervalNs } = file.timer!;
  file.timer = { clock, intervalNs, atNs: intervalNs === 0n ? undefined : atNs! + count * intervalNs };
  return 8;
}

/** Whether a signal waits that the descriptor is for. */
export const hasSignal = ({ signals }: KernelParts, { mask }: OpenFile): boolean =>
  signals.pending.some(({ signal }) => ((mask ?? 0n) & maskOf(signal)) !== 0n);

const ENTRY_BYTES = 128;

/** struct signalfd_siginfo. */
function entryOf({ signal, code, sender, status, raw }: SignalInfo, bits: 32 | 64): Uint8Array {
  const bytes = new Uint8Array(ENTRY_BYTES);
  const put = (at: number, value: number): void => storeWord(bytes, at, 4, BigInt.asUintN(32, BigInt(value)));
  put(0, signal);
  put(8, code);
  if (sender !== undefined) {
    put(12, sender);
    put(16, USER_ID);
  }
  if (status !== undefined) put(40, status);
  if (raw === undefined) return bytes;
  const view = new DataView(raw.buffer, raw.byteOffset);
  const from = bits === 64 ? 16 : 12;
  put(12, view.getInt32(from, true));
  put(16, view.getInt32(from + 4, true));
  put(44, view.getInt32(from + 8, true));
  storeWord(bytes, 48, 8, bits === 64 ? view.getBigUint64(24, true) : BigInt(view.getUint32(20, true)));
  return bytes;
}

export function readSignals(call: SystemCall, file: OpenFile): SyscallResult {
  const { kernel } = call;
  const room = Math.floor(Number(word(call, 2)) / ENTRY_BYTES);
  if (room === 0) return fail("EINVAL", `signals are read ${ENTRY_BYTES} bytes at a time`);
  const own = kernel.signals;
  const wanted = file.mask ?? 0n;
  if (!hasSignal(kernel, file)) {
    if (!isPatient(file)) return fail("EAGAIN", `no signal waits that descriptor ${int(call, 0)} is for`);
    // While waiting, the wanted signals wake the reader as if they were not blocked.
    const { blocked } = own;
    own.blocked = blocked & ~wanted;
    const woken = waitFor(kernel, undefined, { for: "change" });
    own.blocked = blocked;
    if (woken === "pending") return woken;
    if (!hasSignal(kernel, file)) return fail("EINTR", "another signal came, or none ever will");
  }
  let count = 0;
  while (count < room && hasSignal(kernel, file)) {
    const info = takeSignal(own, wanted)!;
    const at = word(call, 1) + BigInt(ENTRY_BYTES * count);
    if (!kernel.user.write(at, entryOf(info, kernel.bits))) return badBuffer(call, 1, ENTRY_BYTES, "write");
    count++;
  }
  return ENTRY_BYTES * count;
}
