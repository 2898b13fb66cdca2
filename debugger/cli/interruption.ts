// Ctrl+C and kill while a program runs: it ends as a program that is killed by the signal, and what was found is told and
// written as at any other end. Only seen when the event loop turns.

import { nextTurn } from "./terminal.ts";

/** What ends a program from outside, with its number on Linux. */
const SIGNALS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;

export interface Arrived {
  readonly signal: keyof typeof SIGNALS;
  readonly number: number;
}

export interface Interruption {
  /** Lets a signal come in. @returns the one that came */
  arrived(): Promise<Arrived | undefined>;
  /** Called when one arrives. */
  onArrival: () => void;
  /** From now on a signal ends the process at once, as one that comes during a read that blocks has to. */
  leave(): void;
}

export function watchForInterruption(): Interruption {
  let signal: keyof typeof SIGNALS | undefined;
  const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  const note = (name: NodeJS.Signals) => {
    signal = name as keyof typeof SIGNALS;
    // A second one is meant for what is done after the first.
    interruption.leave();
    interruption.onArrival();
  };
  const interruption: Interruption = {
    async arrived() {
      await nextTurn();
      return signal && { signal, number: SIGNALS[signal] };
    },
    onArrival: () => {},
    leave() {
      for (const name of names) process.removeListener(name, note);
    },
  };
  for (const name of names) process.on(name, note);
  return interruption;
}
