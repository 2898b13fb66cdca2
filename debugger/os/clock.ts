// The guest's clocks. They are a function of the number of retired instructions and of the time slept, so that every run
// sees the same times: one instruction takes one nanosecond, and the world begins on 1 January 2026, 00:00:00 UTC, on a
// system that has been up for a thousand seconds.

/** Nanoseconds since 1970 at which every run begins. */
export const START_NS = 1_767_225_600_000_000_000n;
const UPTIME_NS = 1_000_000_000_000n;
export const SECOND_NS = 1_000_000_000n;

export interface Clock {
  /** Wall-clock nanoseconds since 1970. */
  realtimeNs(): bigint;
  monotonicNs(): bigint;
  /** Nanoseconds the process has computed. */
  processNs(): bigint;
  sleep(durationNs: bigint): void;
  /** What was slept so far. */
  sleptNs: bigint;
}

/** `retired` gives the retired instruction count. */
export function createClock(retired: () => number): Clock {
  const clock: Clock = {
    sleptNs: 0n,
    realtimeNs: () => START_NS + BigInt(retired()) + clock.sleptNs,
    monotonicNs: () => UPTIME_NS + BigInt(retired()) + clock.sleptNs,
    processNs: () => BigInt(retired()),
    sleep(durationNs) {
      clock.sleptNs += durationNs;
    },
  };
  return clock;
}
