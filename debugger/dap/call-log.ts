// The system calls of a run as strace writes them, for the console. Told once each, in order: replays are not heard, and what
// was discarded of the history is forgotten when other calls come in its place.

import type { Memory } from "../mem/memory.ts";
import type { MachineEvent } from "../os/events.ts";
import { createStrace } from "../os/strace.ts";

export interface CallLog {
  /** For MachineOptions.onEvent. */
  hear(event: MachineEvent, time: number): void;
  /** The last `count` calls before `time`, a line each, and how many there were before them. */
  before(time: number, count: number): { readonly lines: readonly string[]; readonly earlier: number };
}

/** Calls that are kept; older ones are only counted. */
const MAX_CALLS = 10_000;

export function createCallLog(memory: () => Memory): CallLog {
  let calls: { readonly time: number; readonly line: string }[] = [];
  let forgotten = 0;
  let now = 0;
  let strace: ((event: MachineEvent) => void) | undefined;

  function note(line: string): void {
    while (calls.length > 0 && calls.at(-1)!.time >= now) calls.pop();
    calls.push({ time: now, line });
    if (calls.length < 2 * MAX_CALLS) return;
    forgotten += calls.length - MAX_CALLS;
    calls = calls.slice(-MAX_CALLS);
  }

  return {
    hear(event, time) {
      if (event.kind !== "syscall-enter" && event.kind !== "syscall-exit" && event.kind !== "exit") return;
      now = time;
      strace ??= createStrace(memory(), note);
      strace(event);
    },
    before(time, count) {
      const past = calls.filter((call) => call.time < time);
      const shown = count === 0 ? [] : past.slice(-count);
      return { lines: shown.map(({ line }) => line), earlier: forgotten + past.length - shown.length };
    },
  };
}
