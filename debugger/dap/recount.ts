// Before the history after now is discarded: what number the newest hit of each breakpoint with a hit count has here. Where only
// every so manieth is kept, the others are counted by going back to the last one that is.

import type { MachineStop } from "../machine/machine.ts";
import type { Look } from "../machine/who.ts";
import type { Context } from "../view/evaluate.ts";
import { ExpressionError } from "../view/expression.ts";
import { createScene } from "../view/scene.ts";
import { type Breakpoint, conditionHolds } from "./breakpoint-table.ts";
import { lookBack } from "./look-back.ts";
import { type Debuggee, type Session, standingDebuggee } from "./session-state.ts";

/** Does what discards the history after now, at once where nothing has to be counted again. */
export function discarding<Result>(session: Session, act: () => Result): Result | Promise<Result> {
  const debuggee = standingDebuggee(session);
  const { time } = debuggee.machine;
  const unknown = debuggee.breakpoints.counting().filter(({ hits }) => !hits.known(time).isLast);
  const forgetting = () => {
    const result = act();
    debuggee.breakpoints.forgetAfter(time);
    return result;
  };
  if (unknown.length === 0) return forgetting();
  return lookBack(session, () => recounted(debuggee, unknown, time)).then(forgetting);
}

function* recounted({ machine }: Debuggee, breakpoints: readonly Breakpoint[], now: number): Look<void> {
  const tallies = breakpoints.map((breakpoint) => {
    const { time, number } = breakpoint.hits.known(now);
    return { breakpoint, since: time, number, counted: time };
  });
  const since = Math.min(...tallies.map((tally) => tally.since));
  machine.breakpoints = new Set(breakpoints.flatMap(({ kind, addresses }) => (kind === "data" ? [] : addresses)));
  machine.watchpoints = breakpoints.flatMap(({ watchpoint }) => watchpoint ?? []);
  const count = (stop: MachineStop) => {
    const { time } = machine;
    if (time > now || time <= since) return false;
    const context = { scene: createScene(machine), frame: 0 };
    for (const tally of tallies) {
      if (time <= tally.since || time === tally.counted || !isHit(context, tally.breakpoint, stop)) continue;
      tally.number++;
      tally.counted = time;
    }
    return false;
  };
  // A hit right here counts, too. The history goes on from here: there are hits without a number that are later.
  machine.travel(now + 1);
  while (machine.time > since && machine.reverseSome(count).kind === "budget") yield undefined;
  for (const { breakpoint, number } of tallies) breakpoint.hits.learn(now, number);
}

/** Whether going forward would have counted this stop for the breakpoint. */
function isHit(context: Context, breakpoint: Breakpoint, stop: MachineStop): boolean {
  const { machine } = context.scene;
  const isThere =
    stop.kind === "watch"
      ? breakpoint.watchpoint !== undefined && stop.points.includes(breakpoint.watchpoint)
      : breakpoint.kind !== "data" && breakpoint.addresses.includes(Number(machine.state.rip));
  try {
    return isThere && conditionHolds(context, breakpoint);
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
