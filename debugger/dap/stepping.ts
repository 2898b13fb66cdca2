// How a step moves the machine. A plan is asked again and again to advance a little, so that an endless loop inside a step
// can be paused; it knows nothing of the protocol.

import type { Image } from "../../server/obj/image.ts";
import type { Machine, MachineStop } from "../machine/machine.ts";
import { stubAt, symbolNamed } from "../view/labels.ts";
import { codeItemAt, lineChain, lineTable } from "../view/lines.ts";
import type { Arrival } from "./breakpoint-table.ts";

/** What a plan says after a slice. */
export type Progress =
  /** Not there yet. */
  | { readonly kind: "more" }
  /** The plan's own end: the step is done. */
  | { readonly kind: "done" }
  /** Something else stopped the machine. */
  | { readonly kind: "stop"; readonly stop: MachineStop };

export interface Plan {
  /** Advances by about `budget` instructions. */
  advance(budget: number): Progress;
  /** DAP's reason when the plan is done. */
  readonly reason: "step" | "entry" | "goto" | "restart" | "pause" | "breakpoint" | "data breakpoint";
  readonly description?: string;
  /** "back": breakpoints are looked at, their hits not counted. */
  readonly direction?: "back";
  /** What the hit means that it has stopped for, where that was judged on the way. */
  readonly arrival?: () => Arrival | undefined;
  /** What to call it when it takes long. */
  readonly title?: string;
  /** How much of it is done, 0 to 1. */
  readonly share?: () => number;
  /** Levels of macro expansion to show when it has stopped; asked then. */
  readonly shownAfter?: () => number;
}

export type Granularity = "statement" | "line" | "instruction";

export interface StepOptions {
  readonly granularity: Granularity;
  /** Levels of macro expansion that the person sees: a statement is what is one line there. */
  readonly shownExpansions: number;
}

/** Single steps in one slice: each costs more than an instruction of a run. */
const MAX_SINGLE_STEPS = 4000;

const MORE: Progress = { kind: "more" };
const DONE: Progress = { kind: "done" };
const stopped = (stop: MachineStop): Progress => ({ kind: "stop", stop });

/** What a step must leave: the line at the shown depth of expansion, or the one instruction where no line is known. */
function lineKey(machine: Machine, shownExpansions: number): string {
  const pc = Number(machine.state.rip);
  const item = codeItemAt(machine.image, pc);
  if (!item) return `@${pc}`;
  return lineChain(item)
    .slice(0, shownExpansions + 1)
    .map(({ file, lineNumber }) => `${file}:${lineNumber}`)
    .join(";");
}

/** Runs with one more breakpoint; the person's own stay armed. */
function runTo(machine: Machine, address: number, budget: number): MachineStop {
  const { breakpoints, conditions } = machine;
  machine.breakpoints = new Set(breakpoints).add(address);
  machine.conditions = new Map([...conditions].filter(([at]) => at !== address));
  try {
    return machine.run(budget, "part");
  } finally {
    machine.breakpoints = breakpoints;
    machine.conditions = conditions;
  }
}

/** Runs until the call recorded at `depth` has returned. */
function runOut(machine: Machine, depth: number, budget: number): Progress {
  const record = machine.calls.at(depth);
  if (!record) return DONE;
  const stop = runTo(machine, record.returnAddress, budget);
  if (machine.calls.length <= depth && stop.kind !== "budget" && stop.kind !== "breakpoint") return stopped(stop);
  if (machine.calls.length <= depth) return DONE;
  if (stop.kind === "budget") return MORE;
  const atReturn = stop.kind === "breakpoint" && Number(machine.state.rip) === record.returnAddress;
  return atReturn && !machine.breakpoints.has(record.returnAddress) ? MORE : stopped(stop);
}

/** True when the person set a breakpoint on the next instruction. */
const atBreakpoint = (machine: Machine): boolean => machine.breakpoints.has(Number(machine.state.rip));

/** What both forward steps share: an instruction, then `decide`, until it decides. */
function forward(machine: Machine, decide: (budget: number) => Progress | undefined): Plan {
  let moved = false;
  return {
    reason: "step",
    advance(budget) {
      for (let left = Math.min(budget, MAX_SINGLE_STEPS); left > 0; left--) {
        const decision = moved ? decide(budget) : undefined;
        // A breakpoint whose condition does not hold is passed by: the next slice begins with an instruction.
        moved = false;
        if (decision) return decision;
        const { time } = machine;
        const stop = machine.run(1);
        if (stop.kind !== "budget" && stop.kind !== "breakpoint") return stopped(stop);
        // A long string instruction is still at work.
        if (machine.time === time) return MORE;
        moved = true;
      }
      return MORE;
    },
  };
}

/** Where a step began. */
interface Start {
  readonly depth: number;
  readonly pc: number;
  readonly key: string;
  readonly options: StepOptions;
}

const startOf = (machine: Machine, options: StepOptions): Start => ({
  depth: machine.calls.length,
  pc: Number(machine.state.rip),
  key: lineKey(machine, options.shownExpansions),
  options,
});

/** Another line, the caller, or the same line from its start again (a one-line loop). */
function isDone(machine: Machine, start: Start): boolean {
  if (machine.calls.length < start.depth || start.options.granularity === "instruction") return true;
  return Number(machine.state.rip) === start.pc || lineKey(machine, start.options.shownExpansions) !== start.key;
}

/** libc's functions have no lines: whoever steps or jumps into one runs to its caller, out of main to the end. */
function outOfLibc(machine: Machine, budget: number): Progress | undefined {
  if (stubAt(machine.image, Number(machine.state.rip)) === undefined) return undefined;
  // Behind main there is only the end.
  if (machine.calls.length === 0) return continueRun(machine).advance(budget);
  const out = runOut(machine, machine.calls.length - 1, budget);
  return out.kind === "done" ? undefined : out;
}

/** F10: over calls, over the expansion of a macro, over a whole repeated string instruction. */
export function stepOver(machine: Machine, options: StepOptions): Plan {
  const start = startOf(machine, options);
  return forward(machine, (budget) => {
    if (machine.calls.length > start.depth) {
      const out = runOut(machine, start.depth, budget);
      if (out.kind !== "done") return out;
    }
    const out = outOfLibc(machine, budget);
    if (out) return out;
    return isDone(machine, start) ? DONE : atBreakpoint(machine) ? stopped({ kind: "breakpoint" }) : undefined;
  });
}

/** F11: into calls of the program's own functions; libc's are stepped over. */
export function stepIn(machine: Machine, options: StepOptions): Plan {
  const start = startOf(machine, options);
  return forward(machine, (budget) => {
    const out = outOfLibc(machine, budget);
    if (out) return out;
    if (machine.calls.length > start.depth) return DONE;
    return isDone(machine, start) ? DONE : atBreakpoint(machine) ? stopped({ kind: "breakpoint" }) : undefined;
  });
}

/** To the call at `address`, which comes in the present function, and into it. */
export function stepInto(machine: Machine, address: number): Plan {
  const depth = machine.calls.length;
  return {
    reason: "step",
    advance(budget) {
      const there = () => Number(machine.state.rip) === address && machine.calls.length === depth;
      if (!there()) {
        const stop = runTo(machine, address, budget);
        if (machine.calls.length < depth) return DONE;
        if (!there()) return stop.kind === "budget" || !isOwnStop(machine, stop) ? MORE : stopped(stop);
      }
      const stop = machine.run(1);
      return stop.kind === "budget" || stop.kind === "breakpoint" ? DONE : stopped(stop);
    },
  };
}

/** Whether a stop is more than the arrival at an address that only the plan waits for. */
const isOwnStop = (machine: Machine, stop: MachineStop): boolean => stop.kind !== "breakpoint" || atBreakpoint(machine);

/** Shift+F11: to the caller; out of a macro's body when that is what is shown. In the first function: to the end. */
export function stepOut(machine: Machine, options: StepOptions): Plan {
  if (options.shownExpansions > 0) {
    return stepOver(machine, { granularity: "statement", shownExpansions: options.shownExpansions - 1 });
  }
  const depth = machine.calls.length - 1;
  if (depth < 0) return { ...continueRun(machine), reason: "step" };
  return { reason: "step", advance: (budget) => runOut(machine, depth, budget) };
}

/** F5. */
export function continueRun(machine: Machine): Plan {
  return {
    reason: "pause",
    advance(budget) {
      const stop = machine.run(budget, "part");
      return stop.kind === "budget" ? MORE : stopped(stop);
    },
  };
}

/** One instruction back, over the body of a call that had returned. */
function backOne(machine: Machine): MachineStop {
  const depth = machine.calls.length;
  const stop = machine.travel(machine.time - 1);
  const entered = machine.calls.at(depth);
  return entered ? machine.travel(entered.time) : stop;
}

/** How many instructions of one statement are walked back at most, for example in a macro with a loop. */
const MAX_BACK = 100_000;

/** Step back: to the start of the statement before, or one instruction. */
export function stepBack(machine: Machine, options: StepOptions): Plan {
  return {
    reason: "step",
    advance() {
      if (machine.time === 0) return stopped({ kind: "start" });
      let stop = backOne(machine);
      if (options.granularity === "instruction") return stop.kind === "start" ? stopped(stop) : DONE;
      const depth = machine.calls.length;
      const key = lineKey(machine, options.shownExpansions);
      for (let k = 0; k < MAX_BACK && machine.time > 0 && !startsLine(machine, options.shownExpansions); k++) {
        const here = machine.time;
        stop = backOne(machine);
        if (machine.calls.length !== depth || lineKey(machine, options.shownExpansions) !== key) {
          machine.travel(here);
          return DONE;
        }
      }
      return machine.time === 0 ? stopped(stop) : DONE;
    },
  };
}

/** Whether the next instruction is the first of its line at the shown depth. */
function startsLine(machine: Machine, shownExpansions: number): boolean {
  const pc = Number(machine.state.rip);
  const item = codeItemAt(machine.image, pc);
  if (!item) return true;
  const chain = lineChain(item);
  const place = chain[Math.min(shownExpansions, chain.length - 1)]!;
  return lineTable(machine.image).get(place.file)?.get(place.lineNumber)?.includes(pc) === true;
}

/** Runs to `main`'s first instruction, where a person's program begins after libc's start-up. */
export function runToMain(machine: Machine, main: number, budget: number): MachineStop {
  const own = machine.breakpoints;
  machine.breakpoints = new Set([main]);
  const stop = machine.run(budget);
  machine.breakpoints = own;
  return stop;
}

/** The address of `main` where libc's start-up comes before it. */
export function mainOf(image: Image): number | undefined {
  return image.entryKind === "main" ? symbolNamed(image, "main")?.address : undefined;
}

/** Continue backwards to the last hit that stops, as `judge` says, which is asked where a run forwards would stop for it. */
export function reverseRun(machine: Machine, judge: (stop: MachineStop) => Arrival): Plan {
  const from = machine.time;
  let last: Arrival | undefined;
  const isWanted = (stop: MachineStop) => {
    const arrival = judge(stop);
    if (arrival.stops) last = arrival;
    return arrival.stops;
  };
  return {
    reason: "breakpoint",
    direction: "back",
    arrival: () => last,
    title: "Going back",
    share: () => 1 - machine.time / Math.max(1, from),
    advance() {
      const stop = machine.reverseSome(isWanted);
      if (stop.kind === "budget") return MORE;
      const main = mainOf(machine.image);
      if (stop.kind === "start" && main !== undefined && from > 0) {
        runToMain(machine, main, from);
        if (Number(machine.state.rip) !== main) machine.travel(0);
      }
      return stopped(stop);
    },
  };
}
