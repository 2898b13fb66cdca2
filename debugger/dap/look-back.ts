// Looks at the past for an answer and comes back: the machine goes through earlier instants in slices, and stands afterwards
// where it stood, as if nobody had looked. Other requests wait meanwhile; cancel, pause and disconnect end it early.

import type { Machine } from "../machine/machine.ts";
import type { Look } from "../machine/who.ts";
import { CANCELLED, RequestError, type Session, standingDebuggee, type Task } from "./session-state.ts";

/** Instructions replayed between two looks at the messages, on the way home. */
const HOME_BUDGET = 2_000_000;
const SLICE_MS = 25;

/** The answer of `look`. @throws {RequestError} when the request is cancelled. */
export function lookBack<Result>(session: Session, look: (machine: Machine) => Look<Result>): Promise<Result> {
  const debuggee = standingDebuggee(session);
  const { machine } = debuggee;
  const { task } = session;
  return session.working(async () => {
    const { time, ended, breakpoints, watchpoints, stopAtFinding, stopAtEvent, passed } = machine;
    machine.stopAtFinding = undefined;
    machine.stopAtEvent = undefined;
    machine.breakpoints = new Set();
    machine.watchpoints = [];
    try {
      const result = await inSlices(session, task, look(machine));
      if (result.done !== true) throw new RequestError(CANCELLED, "log");
      return result.value;
    } finally {
      machine.breakpoints = new Set();
      machine.watchpoints = [];
      if (machine.time !== time || machine.ended !== ended) await inSlices(session, undefined, goHome(machine, time));
      // The instruction that ended the program has not retired when a signal did it.
      if (ended && !machine.ended) machine.run(1);
      machine.breakpoints = breakpoints;
      machine.watchpoints = watchpoints;
      machine.stopAtFinding = stopAtFinding;
      machine.stopAtEvent = stopAtEvent;
      machine.passed = passed;
      if (debuggee.stop) debuggee.passing = { time, stop: debuggee.stop };
      debuggee.scene = undefined;
    }
  });
}

async function inSlices<Result>(
  session: Session,
  task: Task | undefined,
  look: Look<Result>,
): Promise<IteratorResult<undefined, Result>> {
  for (;;) {
    const until = session.host.now() + SLICE_MS;
    let step = look.next();
    while (!step.done && session.host.now() < until) step = look.next();
    if (step.done || task?.cancelled) return step;
    await new Promise<void>((resolve) => session.host.defer(resolve));
  }
}

function* goHome(machine: Machine, time: number): Look<undefined> {
  while (machine.time > time) machine.travel(time);
  while (machine.time < time) {
    const before = machine.time;
    machine.travel(Math.min(time, before + HOME_BUDGET));
    if (machine.time === before) return undefined;
    yield undefined;
  }
  return undefined;
}
