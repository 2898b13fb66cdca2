// Which general registers each instant of the recent past wrote, and whose turn it was: seen by stepping through it once more.
// What an instruction is not known to write, but has changed, counts too: libc and the kernel set registers for the program.

import { STUB } from "../../server/facts/libc-linking.ts";
import { effects, familyOf } from "../cpu/effects.ts";
import { STATE } from "../cpu/state.ts";
import { CALLER_SAVED } from "../mem/watch-layout.ts";
import type { Machine } from "./machine.ts";
import type { Look } from "./who.ts";

/** An instant that wrote a register. */
export interface Writing {
  readonly time: number;
  /** The next instant of the task whose register it is: what was written stands in it then. */
  readonly after: number;
  /** "task": a task began with the value; "signal": a handler was entered before the instruction; "debugger": by hand. */
  readonly by: "instruction" | "task" | "signal" | "debugger";
}

export interface Trace {
  /** The first instant that was looked at. */
  readonly from: number;
  /** The last writing of general register `family` before the instruction of `time`; undefined when it is too long ago. */
  lastWriting(family: number, time: number): Look<Writing | undefined>;
}

const FIRST_WINDOW = 64;
const WINDOW_GROWTH = 16;
/** Instants that are looked at. */
export const MAX_WINDOW = 1 << 20;
/** Steps between two looks at the messages. */
const STEPS = 2000;

const REGISTERS = 16;

/** The general registers, two words each. */
type Registers = Int32Array;

/** Into the same room each time: for a million instants new ones cost more than all the rest. */
function readRegisters({ memory: { view, layout } }: Machine, into: Registers): void {
  const start = layout.state + STATE.gpr;
  for (let word = 0; word < into.length; word++) into[word] = view.getInt32(start + 4 * word, true);
}

/** Bit per register. */
function difference(one: Registers, other: Registers): number {
  let mask = 0;
  for (let word = 0; word < one.length; word++) if (one[word] !== other[word]) mask |= 1 << (word >> 1);
  return mask;
}

const maskOf = (names: readonly string[]): number =>
  names.reduce((mask, name) => {
    const family = familyOf(name);
    return family === undefined ? mask : mask | (1 << family);
  }, 0);

/** What an instruction does by itself. */
interface Facts {
  /** Bit per general register. */
  readonly written: number;
  /** Where it goes on; undefined for those that go elsewhere, and those that ask kernel or libc. */
  readonly next: number | undefined;
  readonly transfers: boolean;
  readonly asks: boolean;
}

const ASKS_KERNEL = new Set(["syscall", "int", "sysenter"]);

function factsAt(machine: Machine, pc: number): Facts {
  const decoded = machine.libcFunction === undefined ? machine.core.decodeAt(pc) : undefined;
  if (decoded === undefined) return { written: 0, next: undefined, transfers: false, asks: true };
  const { registersWritten, transfers } = effects(decoded);
  const asks = ASKS_KERNEL.has(decoded.mnemonic);
  const next = transfers || asks ? undefined : pc + decoded.lengthBytes;
  return { written: maskOf(registersWritten) | (asks ? 1 : 0), next, transfers, asks };
}

/** How a task began that did not live at the first instant that was looked at. */
interface Birth {
  /** Instant of the call that made it, and the task that called. */
  readonly time: number;
  readonly creator: number;
  /** The creator's registers before the call. */
  readonly registers: Registers;
  /** Registers that it began with another value in. */
  differs: number;
}

/** What was seen of the instants from `from` on: one entry each. */
interface Seen {
  readonly from: number;
  readonly tasks: readonly number[];
  /** Bit per general register. */
  readonly written: readonly number[];
  /** Instants at which a signal's handler was entered. */
  readonly signals: ReadonlySet<number>;
  readonly births: ReadonlyMap<number, Birth>;
}

const currentTask = (machine: Machine): number => machine.tasks().find(({ isCurrent }) => isCurrent)?.id ?? 0;

/** One instruction, or what takes its time. A long string instruction takes several runs to retire. */
function step(machine: Machine): void {
  const { time } = machine;
  while (machine.time === time) {
    const stop = machine.run(1);
    if (stop.kind !== "budget" && stop.kind !== "breakpoint" && machine.time === time) return;
  }
}

/** Steps from `from` to `end`. `hand` are the registers that were changed by hand, by time. */
function* see(machine: Machine, from: number, end: number, hand: ReadonlyMap<number, number>): Look<Seen> {
  machine.travel(from);
  const seen = { from, tasks: [] as number[], written: [] as number[], signals: new Set<number>() };
  const births = new Map<number, Birth>();
  const facts = new Map<number, Facts>();
  /** Where tasks have given up their turns, and their registers there. */
  const left = new Map<number, { readonly time: number; readonly registers: Registers }>();
  const living = new Set(machine.tasks().map(({ id }) => id));
  const lostInCalls = CALLER_SAVED[machine.core.bits].reduce((mask, family) => mask | (1 << family), 0);
  let task = currentTask(machine);
  let before = new Int32Array(2 * REGISTERS);
  let after = new Int32Array(2 * REGISTERS);
  readRegisters(machine, before);

  /** Another task has the turn: what had changed in its registers since it left is the work of the call it waited in. */
  function arrive(now: Registers): void {
    facts.clear();
    task = currentTask(machine);
    const place = left.get(task);
    const birth = births.get(task);
    if (place) seen.written[place.time - from]! |= difference(place.registers, now);
    else if (birth) birth.differs = difference(birth.registers, now);
  }

  while (machine.time < end) {
    const { time } = machine;
    const { count } = machine.switching;
    const pc = Number(machine.state.rip);
    const fact = facts.get(pc) ?? factsAt(machine, pc);
    facts.set(pc, fact);
    const isLibc = machine.libcFunction !== undefined;
    step(machine);
    if (machine.time === time) break;
    readRegisters(machine, after);
    for (let at = time; at < machine.time; at++) seen.tasks.push(task);
    for (let at = time; at < machine.time; at++) seen.written.push(0);
    if (fact.asks)
      for (const { id } of machine.tasks()) {
        if (!living.has(id)) births.set(id, { time, creator: task, registers: before.slice(), differs: 0 });
        living.add(id);
      }
    if (machine.switching.count !== count) {
      left.set(task, { time, registers: before.slice() });
      arrive(after);
    } else {
      const byHand = hand.get(machine.time);
      const changed = difference(before, after) & ~(byHand ?? 0);
      const isBack = isLibc && Number(machine.state.rip) === pc + STUB.done;
      const own = isBack ? lostInCalls : fact.written;
      // What ends the program gives nothing back.
      seen.written[time - from] = machine.ended ? changed : changed | own;
      const isElsewhere = fact.next !== undefined && Number(machine.state.rip) !== fact.next && byHand === undefined;
      if (isElsewhere || (fact.transfers && (changed & ~fact.written) !== 0)) seen.signals.add(time);
    }
    [before, after] = [after, before];
    if ((machine.time - from) % STEPS === 0) yield undefined;
  }
  return { ...seen, births };
}

/** The machine stands at the last instant of the trace; its answers move it. */
export function createTrace(machine: Machine): Trace {
  const home = machine.time;
  const homeTask = currentTask(machine);
  const hand = new Map<number, number>();
  for (const { time, what } of machine.changes)
    if ("register" in what) hand.set(time, (hand.get(time) ?? 0) | maskOf([what.register]));
  let seen: Seen | undefined;

  function search({ from, tasks, written, signals, births }: Seen, bit: number, time: number): Writing | undefined {
    let task = time === home ? homeTask : tasks[time - from]!;
    let after = time;
    if (((hand.get(time) ?? 0) & bit) !== 0) return { time, after, by: "debugger" };
    for (let at = time - 1; at >= from; at--) {
      const birth = births.get(task);
      if (birth?.time === at) {
        if ((birth.differs & bit) !== 0) return { time: at, after, by: "task" };
        task = birth.creator;
        after = at;
      } else if (tasks[at - from] === task) {
        if ((written[at - from]! & bit) !== 0)
          return { time: at, after, by: signals.has(at) ? "signal" : "instruction" };
        if (((hand.get(at) ?? 0) & bit) !== 0) return { time: at, after: at, by: "debugger" };
        after = at;
      }
    }
    return undefined;
  }

  return {
    get from() {
      return seen?.from ?? home;
    },
    *lastWriting(family, time) {
      for (;;) {
        const found = seen && time >= seen.from ? search(seen, 1 << family, time) : undefined;
        if (found || seen?.from === 0 || home - (seen?.from ?? home) >= MAX_WINDOW) return found;
        const size = seen === undefined ? FIRST_WINDOW : (home - seen.from) * WINDOW_GROWTH;
        seen = yield* see(machine, Math.max(0, home - Math.min(size, MAX_WINDOW)), home, hand);
      }
    },
  };
}
