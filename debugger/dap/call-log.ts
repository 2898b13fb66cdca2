// The system calls of a run as strace writes them, for the console. Told once each, in order: replays are not heard, and what
// was discarded of the history is forgotten when other calls come in its place.

import type { Machine } from "../machine/machine.ts";
import type { MachineEvent } from "../os/events.ts";
import { actingTask, createStrace } from "../os/strace.ts";

export interface CallLog {
  /** For MachineOptions.onEvent. */
  hear(event: MachineEvent, time: number): void;
  /** The last `count` calls before `time`, a line each, and how many there were before them. */
  before(time: number, count: number): { readonly lines: readonly string[]; readonly earlier: number };
}

/** What strace writes a line of. */
const HEARD: ReadonlySet<MachineEvent["kind"]> = new Set([
  "syscall-enter",
  "syscall-exit",
  "signal",
  "fatal-signal",
  "killed",
  "exit",
]);

/** Calls that are kept; older ones are only counted. */
const MAX_CALLS = 10_000;

export function createCallLog(machine: () => Pick<Machine, "memory" | "tasks">): CallLog {
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
      if (!HEARD.has(event.kind)) return;
      now = time;
      strace ??= createStrace(machine().memory, note, () => actingTask(machine()));
      strace(event);
    },
    before(time, count) {
      const past = calls.filter((call) => call.time < time);
      const shown = count === 0 ? [] : past.slice(-count);
      return { lines: shown.map(({ line }) => line), earlier: forgotten + past.length - shown.length };
    },
  };
}
