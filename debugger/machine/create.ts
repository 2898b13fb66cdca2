// Puts one machine together and runs it through time. The run loop is one function that advances until something wants
// attention; stepping, travelling and reversing are that loop with other limits. Everything that is not a function of the
// program goes through the journal, so replaying from any checkpoint gives the same run to the bit.
//
// Time is the retired count. Going back restores the newest checkpoint not after the wanted instant and replays the rest
// with nobody listening. What is noticed too late for standing before an instruction (an event inside a system call, input
// that is not there) is handled the same way: the machine goes back to the instant before it.

import type { Image } from "../../server/obj/image.ts";
import type { Finding, HeapBlock, Leak } from "../check/finding.ts";
import type { CallStack, Core, CoreStop, Fault } from "../cpu/core.ts";
import { type CpuState, FLAG, STATE } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent, Mapping } from "../os/events.ts";
import { FUTILE_LIMIT } from "../os/process-table.ts";
import type { Ending } from "../os/syscall.ts";
import { createHistory, type History } from "./history.ts";
import { createJournal, type Journal, type JournalPosition } from "./journal.ts";
import { libcCaller } from "./libc-caller.ts";
import type { Machine, MachineOptions, MachineStop, Switching, TaskPlace, Watchpoint } from "./machine.ts";
import { type Acting, createParts, type Parts } from "./parts.ts";
import { type Change, createPokes, type Pokes } from "./pokes.ts";
import { refusedMachine } from "./refused.ts";
import { loadsStackSegment } from "./stack-segment.ts";
import {
  combineObservers,
  eventHit,
  guardsOf,
  NOTHING_PASSED,
  type PassedAccess,
  unpassed,
  type WatchHit,
} from "./watch.ts";

/** How the loop runs: "live" stops for everybody, "search" for breakpoints and watchpoints only, "quiet" for nobody. */
type Mode = "live" | "search" | "quiet";

/** First distance between checkpoints, in instructions; later ones are a fixed share of the time passed. */
const FIRST_INTERVAL = 50_000;
const INTERVAL_SHARE = 50;
/** A deep stack makes a checkpoint dear: at least this many instructions for each call that has not returned. */
const CALL_SHARE = 16;
/** Many changed pages make it dear too: at least this many instructions for each byte. */
const BYTE_SHARE = 2;
/** Checkpoints on the way to a past instant halve the rest down to this. */
const FINEST_INTERVAL = 500;
/** Bytes of page images and call records that checkpoints may keep. */
const HISTORY_BYTES = 256 * 2 ** 20;
/** Turns of a part of a run, most of them system calls or functions of libc. */
const PART_TURNS = 500;
const HUNG = "It waits for ever: nobody is left who could do what it waits for.";
/** How long processes may go on that the first one has left behind. */
const ORPHAN_INSTRUCTIONS = 200_000_000;

const BREAKPOINT: MachineStop = { kind: "breakpoint" };

/** What a checkpoint keeps beside the parts. */
interface Moment {
  readonly parts: unknown;
  readonly journal: JournalPosition;
  readonly events: number;
  readonly pokes: number;
  readonly firstEnded: MachineStop | undefined;
  readonly orphansEnd: number;
}

/** Thrown out of kernel or libc when a stop is wanted before what they are doing; what they did so far is undone. */
const ABANDONED = { abandoned: true } as const;

/** A stop that is wanted before `time`'s instruction but was noticed after it. */
interface Wanted {
  readonly time: number;
  readonly stop: MachineStop;
}

class TimedMachine implements Machine {
  readonly image: Image;
  readonly state: CpuState;
  readonly memory: Memory;
  readonly switching: Switching;
  ended: MachineStop | undefined;
  horizon = 0;
  turns = 0;
  breakpoints: ReadonlySet<number> = new Set();
  conditions: ReadonlyMap<number, () => boolean> = new Map();
  watchpoints: readonly Watchpoint[] = [];
  stopAtFinding: ((finding: Finding) => boolean) | undefined;
  stopAtEvent: ((event: MachineEvent) => boolean) | undefined;

  readonly #options: MachineOptions;
  readonly #parts: Parts;
  readonly #journal: Journal;
  readonly #history: History;
  readonly #pokes: Pokes;
  /** Of the program whose turn it is. */
  #stubs: ReadonlyMap<number, string> = new Map();
  #libcStops: ReadonlySet<number> = new Set();
  /** How the first process ended, while others still run. */
  #firstEnded: MachineStop | undefined;
  #orphansEnd = Number.POSITIVE_INFINITY;
  #mode: Mode = "live";
  #nextCheckpoint: number;
  /** Page images of the last interval. */
  #changedBytes = 0;
  #interval: (time: number) => number;
  /** Events told so far, and told to the outside at the furthest. */
  #events = 0;
  #eventsTold = 0;
  #wanted: Wanted | undefined;
  /** Kernel or libc are at work. */
  #calling = false;
  /** They were interrupted: memory and parts are in the middle of something. */
  #abandoned = false;
  passed: ReadonlySet<string> = new Set();
  #watch: WatchHit | undefined;
  #watchPassed: PassedAccess = NOTHING_PASSED;
  /** A watched access inside a system call or libc function. */
  #eventWatch: { readonly hit: WatchHit; readonly acting: Acting } | undefined;
  /** A handler was entered without an instruction retiring: the machine stands on its first one. */
  #handlerEntered = false;
  /** A process goes on where it had arrived before it gave up its turn. */
  #resumed = false;
  /** The core came back before its budget was used up, so that others get a turn. */
  #cameEarly = false;
  /** Instant before the watched access of the last "watch" stop. */
  #watchTime = 0;
  /** The last hit of a search, and which ones it is for. */
  #found: Wanted | undefined;
  #isWanted: ((stop: MachineStop) => boolean) | undefined;

  constructor(options: MachineOptions, parts: Parts, journal: Journal) {
    this.#options = options;
    this.#parts = parts;
    this.#journal = journal;
    this.image = options.image;
    this.state = parts.state;
    this.memory = parts.memory;
    this.switching = parts.switching;
    this.#interval = this.#liveInterval;
    this.#nextCheckpoint = this.#liveInterval(0);
    this.#pokes = createPokes(parts);
    this.#history = createHistory(parts.memory, this.#capture(), HISTORY_BYTES);
  }

  get time(): number {
    return this.state.retired;
  }

  get core(): Core {
    return this.#parts.core;
  }

  tasks(): readonly TaskPlace[] {
    return this.#parts.tasks();
  }

  get processId(): number {
    return this.#parts.kernel.parts.processes.current.owner;
  }

  // ---- hooks of the parts

  onEvent(event: MachineEvent, acting: Acting): void {
    if (this.#mode !== "quiet") {
      const hit = eventHit(this.watchpoints, event);
      if (hit) this.#eventWatch ??= { hit, acting };
    }
    if (++this.#events > this.#eventsTold) {
      this.#eventsTold = this.#events;
      this.#options.onEvent?.(event, acting.pc, acting.time);
    }
    if (this.#mode !== "live" || !this.stopAtEvent || acting.pc === 0) return;
    const key = `${event.kind} ${acting.time}`;
    if (!this.passed.has(key) && this.stopAtEvent(event)) this.#want(key, acting.time, { kind: "event", event });
  }

  report(finding: Finding): "stop" | "continue" {
    if (this.#mode !== "live" || !this.stopAtFinding) return "continue";
    const { kind, time, pc, address } = finding;
    const isLeak = kind.startsWith("leak-");
    // Leaks are all found at once, at the end: they stop once.
    const key = isLeak ? `leaks ${time}` : `${kind} ${time} ${pc} ${address}`;
    const isPassed = this.passed.has(key) && !(isLeak && this.#wanted);
    if (!this.stopAtFinding(finding) || isPassed) return "continue";
    if (isLeak) this.#wantLeak(key, finding);
    else this.#want(key, time, { kind: "finding", finding });
    return "stop";
  }

  #wantLeak(key: string, finding: Finding): void {
    const { sizeBytes = 0, time } = finding;
    const leaks = this.#wanted?.stop.kind === "finding" ? this.#wanted.stop.leaks : undefined;
    if (leaks) {
      leaks.count++;
      leaks.sizeBytes += sizeBytes;
    } else this.#want(key, time, { kind: "finding", finding, leaks: { count: 1, sizeBytes } });
  }

  /** Inside kernel and libc it does not come back, so that nothing is printed that has not happened yet. */
  #want(key: string, time: number, stop: MachineStop): void {
    // What comes behind it will happen again, and is wanted then.
    if (!this.#wanted) {
      this.passed = new Set(this.passed).add(key);
      this.#wanted = { time, stop };
    }
    if (this.#calling) throw ABANDONED;
  }

  /** Lets kernel or libc act, until the end or until a stop is wanted. */
  #call<Outcome>(act: () => Outcome): Outcome | "abandoned" {
    this.#calling = true;
    try {
      return act();
    } catch (thrown) {
      if (thrown !== ABANDONED) throw thrown;
      this.#abandoned = true;
      return "abandoned";
    } finally {
      this.#calling = false;
    }
  }

  // ---- the run loop

  run(budget: number, extent: "whole" | "part" = "whole"): MachineStop {
    if (this.ended) return this.ended;
    return this.#advance(
      this.time + Math.max(1, budget),
      "live",
      extent === "part" ? PART_TURNS : Number.POSITIVE_INFINITY,
    );
  }

  /** Runs until `limit` or until something stops it. */
  #advance(limit: number, mode: Mode, turns = Number.POSITIVE_INFINITY): MachineStop {
    /** A breakpoint at this instant does not stop it. */
    let passed = this.time;
    let left = turns;
    const { horizon } = this;
    this.#mode = mode;
    this.#prepare(mode);
    for (;;) {
      this.#pokes.applyAt(this.time);
      const { time } = this;
      const moved = (time > passed && !this.#resumed) || this.#handlerEntered;
      this.#handlerEntered = false;
      this.#resumed = false;
      if (mode === "live" && moved && this.#stopsAt(this.#pc())) return BREAKPOINT;
      if (mode === "search" && moved && time < limit) {
        passed = time;
        this.#noteBreakpoint();
      }
      if (time >= limit || left <= 0) return { kind: "budget" };
      const stop = this.#turn(limit);
      this.horizon = Math.max(this.horizon, this.time);
      const wanted = this.#wanted;
      this.#wanted = undefined;
      if (wanted) {
        if (this.time > wanted.time || this.ended || this.#abandoned) this.#goTo(wanted.time);
        // What was tried beyond that has not happened yet.
        this.horizon = Math.max(horizon, wanted.time);
        return wanted.stop;
      }
      if (stop?.kind === "watch" && mode === "search") {
        passed = this.#watchTime;
        this.#note(this.#watchTime, stop);
      } else if (stop) return stop;
      if (this.ended) return this.ended;
      left -= this.#cameEarly ? PART_TURNS : 1;
      this.turns++;
      this.#cameEarly = false;
    }
  }

  /** The core is told where to stop and whom to ask, for the program whose turn it is. */
  #prepare(mode: Mode): void {
    const stops = this.#parts.libc?.stops;
    if (stops !== this.#stubs || this.#libcStops.size === 0) {
      this.#stubs = stops ?? new Map();
      this.#libcStops = new Set(this.#stubs.keys());
    }
    this.core.stopAt = this.#stopAddresses(mode);
    this.core.observer = this.#observer(mode);
  }

  #stopsAt(address: number): boolean {
    if (this.#parts.image !== this.image) return false;
    return this.breakpoints.has(address) && (this.conditions.get(address)?.() ?? true);
  }

  /** One turn: a libc function, or the core until it has to ask. */
  #turn(limit: number): MachineStop | undefined {
    const time = this.time;
    if (time >= this.#nextCheckpoint) this.#checkpoint();
    const { kernel } = this.#parts;
    const { turnEnd, current } = kernel.parts.processes;
    const due = kernel.nextTimer;
    // A call that waits hears of the signal itself, when it is made again.
    if (due <= time && current.wait === undefined) {
      const outcome = this.#deliverTimers();
      if (outcome !== "go on") return outcome;
    }
    if (time >= this.#orphansEnd) return this.#finish();
    if (turnEnd <= time && current.wait === undefined) return this.#giveTurn();
    if (this.#libcStops.has(this.#pc())) return this.#handleLibc();
    const pause = current.wait === undefined ? Math.min(due, turnEnd) : time + 1;
    const stops = Math.min(limit, this.#nextCheckpoint, this.#pokes.nextTime, this.#orphansEnd);
    const end = Math.min(stops, Math.max(time + 1, pause));
    const stop = this.#isTraced() ? this.#traced() : this.#handle(this.#runCore(end - time));
    // Unfinished string instruction: let others have their turn when somebody is waiting for one.
    const stands = this.time === time && !this.#handlerEntered && !this.#wanted && !this.ended;
    if (!stop && this.#mode === "live" && stands) return { kind: "budget" };
    return stop;
  }

  #runCore(budget: number): CoreStop {
    const { time } = this;
    const stop = this.core.run(budget);
    this.#cameEarly = stop.kind === "budget" && this.time < time + budget;
    return stop;
  }

  #isTraced(): boolean {
    const { view, layout } = this.memory;
    return (view.getUint32(layout.state + STATE.flagSystem, true) & FLAG.tf) !== 0;
  }

  /**
   * The trap flag is set: one instruction, then #DB, unless it faults or asks the kernel (SDM Vol. 3, 17.3.1.4). A repeated
   * string instruction is trapped behind each repetition, rip still on it until it is through (SDM Vol. 2B, REP).
   */
  #traced(): MachineStop | undefined {
    const acting = { pc: this.#pc(), time: this.time };
    const decoded = this.core.decodeAt(acting.pc);
    const stop = this.core.run(1, 1);
    const went = stop.kind === "budget" || stop.kind === "trapFlag";
    if (!went || this.#wanted || loadsStackSegment(decoded)) return this.#handle(stop);
    return this.#handleFault({ vector: "#DB", errorCode: 0, traced: true }, acting);
  }

  /** A timer is due: the program's handler is entered, or the signal ends it. */
  #deliverTimers(): MachineStop | undefined | "go on" {
    const acting = { pc: this.#pc(), time: this.time };
    this.#parts.acting = acting;
    const outcome = this.#call(() => this.#parts.kernel.deliver());
    if (outcome === "abandoned") return undefined;
    if (typeof outcome === "object") return this.#end(outcome, acting);
    this.#handlerEntered ||= outcome === "handler";
    return outcome === "handler" ? undefined : "go on";
  }

  #handle(stop: CoreStop): MachineStop | undefined {
    // An instruction of this turn that has retired wants a stop: what came after it never happens.
    if (this.#wanted && stop.kind !== "observer") return undefined;
    switch (stop.kind) {
      case "budget":
      case "address":
      case "trapFlag":
        return undefined;
      case "observer":
        return this.#handleWatch();
      case "syscall":
        return this.#handleSyscall(stop.by);
      case "fault":
        return this.#handleFault(stop.fault, { pc: this.#pc(), time: this.time });
    }
  }

  #handleSyscall(by: "syscall" | "int80" | "sysenter"): MachineStop | undefined {
    const acting = { pc: this.#pc() - 2, time: this.time - 1 };
    this.#parts.acting = acting;
    const outcome = this.#call(() => this.#parts.kernel.syscall(by));
    if (outcome === "abandoned") return undefined;
    if (outcome === "pending") {
      if (this.#parts.kernel.parts.processes.current.wait === undefined) return this.#waitForInput(acting.time);
      this.state.rip = BigInt(acting.pc);
      return this.#giveTurn();
    }
    if (outcome !== "done") return this.#end(outcome, acting);
    return this.#hung(acting) ?? this.#served() ?? this.#afterEvents();
  }

  /** The program waits again and again for what nobody will ever do. */
  #hung(acting: Acting): MachineStop | undefined {
    const { processes } = this.#parts.kernel.parts;
    if (processes.futile === processes.futileBefore) processes.futile = 0;
    processes.futileBefore = processes.futile;
    if (processes.futile < FUTILE_LIMIT) return undefined;
    processes.futile = 0;
    const ending: Ending = { kind: "signal", signal: "SIGKILL", number: 9 };
    return this.#processEnded(ending, { ...ending, explanation: HUNG }, acting);
  }

  /** rip stands on a libc stub: the function runs as one instruction, on behalf of the call that led here. */
  #handleLibc(): MachineStop | undefined {
    const acting = libcCaller(this.core.calls, this.#stubs, { pc: this.#pc(), time: this.time });
    this.#parts.acting = acting;
    const outcome = this.#call(() => this.#parts.libc!.call());
    if (outcome === "abandoned") return undefined;
    if (outcome === "done") return this.#hung(acting) ?? this.#afterLibc(acting);
    if (outcome === "pending") {
      const { current } = this.#parts.kernel.parts.processes;
      if (current.restarts) return this.#interrupted(acting);
      if (current.wait) {
        // system has made the child that it waits for.
        this.#parts.serve();
        return this.#giveTurn();
      }
      this.#eventWatch = undefined;
      return { kind: "input" };
    }
    if (outcome.kind === "fault") return this.#handleFault(outcome.fault, acting);
    return this.#end(outcome, acting);
  }

  /** A libc function has sent a signal, or slept until a timer was due. */
  #afterLibc(acting: Acting): MachineStop | undefined {
    const { kernel } = this.#parts;
    const { current, list } = kernel.parts.processes;
    if (list.length > 1 || current.wait !== undefined) kernel.acted();
    if (kernel.parts.signals.pending.length > 0) {
      const outcome = this.#call(() => kernel.deliver());
      if (outcome === "abandoned") return undefined;
      if (typeof outcome === "object") return this.#end(outcome, acting);
    }
    return this.#served() ?? this.#afterEvents();
  }

  /** A watched access inside a call: the machine stands behind it. */
  #afterEvents(): MachineStop | undefined {
    const seen = this.#eventWatch;
    this.#eventWatch = undefined;
    if (!seen) return undefined;
    this.#watchTime = seen.acting.time;
    return { kind: "watch", ...seen.hit, pc: seen.acting.pc };
  }

  /** The kernel has no input: back to before the instruction, where a checkpoint makes asking again cheap. */
  #waitForInput(time: number): MachineStop {
    this.#eventWatch = undefined;
    this.#goTo(time);
    this.#history.add(time, this.#capture());
    return { kind: "input" };
  }

  #end(outcome: Ending, acting: Acting): MachineStop | undefined {
    if (outcome.kind === "exit") return this.#processEnded(outcome, outcome, acting);
    const { signal, why } = outcome;
    const explanation = why ?? `The program ${this.#parts.kernel.hasOthers ? "was sent" : "sent itself"} ${signal}.`;
    return this.#processEnded(outcome, { ...outcome, explanation }, acting);
  }

  /** The run ends with its last process, and as its first one has ended. */
  #processEnded(ending: Ending, stop: MachineStop, acting: Acting): MachineStop | undefined {
    const { kernel, checker } = this.#parts;
    checker.finish(ending.kind, acting.pc, acting.time);
    const isFirst = this.processId === kernel.parts.firstId;
    if (kernel.hasOthers) {
      if (isFirst) {
        this.#firstEnded = stop;
        this.#orphansEnd = this.time + ORPHAN_INSTRUCTIONS;
      }
      kernel.endProcess(ending);
      this.#parts.dropCurrent();
      return this.#giveTurn();
    }
    kernel.end();
    this.ended = isFirst ? stop : this.#firstEnded;
    return this.ended;
  }

  // ---- processes

  /** A call has ended that may have asked for a child or for another program. */
  #served(): MachineStop | undefined {
    const { processes } = this.#parts.kernel.parts;
    if (processes.fork === undefined && processes.exec === undefined) return undefined;
    const isProgram = processes.exec !== undefined;
    this.#parts.serve();
    if (isProgram) this.#prepare(this.#mode);
    return processes.current.wait?.for === "vfork" ? this.#giveTurn() : undefined;
  }

  /** Somebody else has the turn, or the same process again when nobody else can run. */
  #giveTurn(): MachineStop | undefined {
    const { kernel } = this.#parts;
    const { processes, firstId } = kernel.parts;
    const events = this.#afterEvents();
    processes.current.hasBegun = true;
    let next = kernel.next();
    if (next === undefined) {
      // All wait for each other. Children that the first process has left end with that; else it is told so.
      if (this.#firstEnded) return this.#finish();
      const alive = processes.list.filter(({ ending }) => ending === undefined);
      next = alive.find(({ id }) => id === firstId) ?? alive[0]!;
      next.hopeless = true;
    }
    this.#parts.switchTo(next);
    this.#resumed = next.hasBegun;
    this.#prepare(this.#mode);
    if (next.wait !== undefined || kernel.parts.signals.pending.length === 0) return events;
    const outcome = this.#deliverTimers();
    return outcome === "go on" ? events : (outcome ?? events);
  }

  /** The run is over, whoever is left. */
  #finish(): MachineStop | undefined {
    this.#parts.kernel.end();
    this.ended = this.#firstEnded;
    return this.ended;
  }

  /** The call of a libc function is made again behind the handler of the signal that has come. */
  #interrupted(acting: Acting): MachineStop | undefined {
    const { kernel } = this.#parts;
    const { current } = kernel.parts.processes;
    current.restarts = false;
    current.wait = undefined;
    const outcome = this.#call(() => kernel.deliver());
    if (outcome === "abandoned") return undefined;
    if (typeof outcome === "object") return this.#end(outcome, acting);
    this.#handlerEntered = true;
    return this.#afterEvents();
  }

  #handleFault(fault: Fault, acting: Acting): MachineStop | undefined {
    this.#parts.acting = acting;
    let ended = this.#parts.kernel.signalOf(fault);
    if (this.#parts.kernel.handles(fault)) {
      this.#parts.checker.handledFault(fault, acting.pc);
      // Somebody wants to stand before it; it comes again then.
      if (this.#wanted) return undefined;
      const outcome = this.#call(() => this.#parts.kernel.fault(fault));
      if (outcome === "abandoned") return undefined;
      if (outcome === "handler") {
        this.#handlerEntered = true;
        return this.#afterEvents();
      }
      // The handler could not be entered: that may be another signal than the fault's own.
      if (typeof outcome === "object" && outcome.kind === "signal")
        ended = { signal: outcome.signal, number: outcome.number };
    } else this.#parts.kernel.fault(fault);
    const finding = this.#parts.checker.explainFault(fault, acting.pc);
    // The fault itself stops the machine anyway.
    this.#wanted = undefined;
    const explanation = [finding.message, ...finding.details].join("\n");
    return this.#processEnded(
      { kind: "signal", ...ended },
      { kind: "signal", ...ended, fault, explanation, finding },
      acting,
    );
  }

  // ---- watchpoints

  #stopAddresses(mode: Mode): ReadonlySet<number> {
    if (mode === "quiet" || this.breakpoints.size === 0) return this.#libcStops;
    return new Set([...this.#libcStops, ...this.breakpoints]);
  }

  #observer(mode: Mode) {
    const { observer } = this.#parts.checker;
    const watchpoints = mode === "quiet" ? [] : this.watchpoints;
    this.memory.guard(guardsOf(watchpoints));
    return combineObservers(observer, watchpoints, (hit) => {
      this.#watch = unpassed(hit, this.#watchPassed, this.time);
      return this.#watch && "stop";
    });
  }

  /** The core stands before a watched access (or before a finding: then nothing is watched). */
  #handleWatch(): MachineStop | undefined {
    const hit = this.#watch;
    this.#watch = undefined;
    if (!hit) return undefined;
    const time = this.time;
    const pc = this.#pc();
    const passed = this.#watchPassed;
    this.#watchPassed = { time, write: "to come" };
    const before = this.memory.peek(hit.address, Math.min(hit.sizeBytes, 16));
    const stop: MachineStop = { kind: "watch", ...hit, pc, before };
    this.#watchTime = time;
    if (hit.access === "read") return stop;
    this.#watchPassed = { time, write: "passed" };
    const inner = this.#handle(this.core.run(1));
    this.#watchTime = time;
    if (inner || this.time > time) return inner ?? stop;
    // A finding wants to be seen first: the write is still to come.
    this.#watchPassed = passed;
    return undefined;
  }

  #pc(): number {
    return Number(this.state.rip);
  }

  // ---- time

  #capture() {
    const capture = this.#parts.capture();
    const moment: Moment = {
      parts: capture.parts,
      journal: this.#journal.position(),
      events: this.#events,
      pokes: this.#pokes.position,
      firstEnded: this.#firstEnded,
      orphansEnd: this.#orphansEnd,
    };
    return { ...capture, parts: moment };
  }

  #checkpoint(): void {
    this.#changedBytes = this.#history.add(this.time, this.#capture());
    this.#nextCheckpoint = this.time + this.#interval(this.time);
  }

  /** The longer a run, the further apart its checkpoints: a few hundred for any length. */
  readonly #liveInterval = (time: number): number =>
    this.#options.checkpoints === "start"
      ? Number.POSITIVE_INFINITY
      : Math.max(
          FIRST_INTERVAL,
          Math.floor(time / INTERVAL_SHARE),
          this.#callInterval(),
          this.#changedBytes * BYTE_SHARE,
        );

  readonly #callInterval = (): number => this.core.calls.length * CALL_SHARE;

  /** Restores the newest checkpoint at or before `time`. */
  #restore(time: number): void {
    const { capture } = this.#history.goBack(Math.max(0, time));
    const moment = capture.parts as Moment;
    this.#parts.restore({ ...capture, parts: moment.parts });
    this.#journal.rewind(moment.journal);
    this.#events = moment.events;
    this.#pokes.rewind(moment.pokes);
    this.#firstEnded = moment.firstEnded;
    this.#orphansEnd = moment.orphansEnd;
    this.#prepare(this.#mode);
    this.ended = undefined;
    this.#abandoned = false;
    this.#watchPassed = NOTHING_PASSED;
    this.#eventWatch = undefined;
  }

  /** To an instant before or after, with nobody listening. */
  #goTo(time: number): MachineStop {
    const mode = this.#mode;
    if (time < this.time || this.#abandoned || (this.ended && time <= this.time)) {
      this.#restore(time);
      this.#interval = (now) => Math.max(FINEST_INTERVAL, Math.floor((time - now) / 2), this.#callInterval());
      this.#nextCheckpoint = this.time + this.#interval(this.time);
    }
    let stop: MachineStop = { kind: "budget" };
    while (this.time < time && (stop.kind === "budget" || stop.kind === "breakpoint")) {
      stop = this.#advance(time, "quiet");
    }
    this.#pokes.applyAt(this.time);
    this.#interval = this.#liveInterval;
    // Counted from the newest checkpoint: going forward in many small steps leaves checkpoints behind too.
    this.#nextCheckpoint = Math.max(this.time, this.#history.newest + this.#interval(this.time));
    this.#mode = mode;
    return stop;
  }

  travel(time: number): MachineStop {
    this.passed = new Set();
    const stop = this.#goTo(Math.max(0, Math.floor(time)));
    if (this.ended) return this.ended;
    return this.time === 0 ? { kind: "start" } : stop;
  }

  reverse(): MachineStop {
    for (;;) {
      const stop = this.reverseSome();
      if (stop.kind !== "budget") return stop;
    }
  }

  reverseSome(isWanted?: (stop: MachineStop) => boolean): MachineStop {
    this.passed = new Set();
    const end = this.time;
    if (end === 0) {
      this.#goTo(0);
      return { kind: "start" };
    }
    this.#restore(end - 1);
    const start = this.time;
    this.#isWanted = isWanted;
    const last = this.#lastHit(end);
    this.#isWanted = undefined;
    this.#goTo(last?.time ?? start);
    // Whoever goes on from here knows of this read.
    if (last?.stop.kind === "watch" && last.stop.pc === this.#pc() && last.stop.access === "read")
      this.#watchPassed = { time: last.time, write: "to come" };
    return last?.stop ?? (start === 0 ? { kind: "start" } : { kind: "budget" });
  }

  /** Replays from here to `end` and remembers the last breakpoint or watchpoint before it. */
  #lastHit(end: number): Wanted | undefined {
    this.#found = undefined;
    this.#nextCheckpoint = Number.POSITIVE_INFINITY;
    this.#noteBreakpoint();
    let stop: MachineStop = { kind: "budget" };
    while (this.time < end && stop.kind === "budget") stop = this.#advance(end, "search");
    return this.#found;
  }

  #noteBreakpoint(): void {
    if (this.#stopsAt(this.#pc())) this.#note(this.time, BREAKPOINT);
  }

  #note(time: number, stop: MachineStop): void {
    if (this.#isWanted?.(stop) ?? true) this.#found = { time, stop };
  }

  // ---- changes by hand

  setRegister(name: string, value: bigint): boolean {
    if (this.ended || this.state.read(name) === undefined) return false;
    this.#discardLater();
    return this.#pokes.register(this.time, name, value);
  }

  writeMemory(address: number, bytes: Uint8Array): number {
    if (this.ended) return 0;
    this.#discardLater();
    return this.#pokes.memory(this.time, address, bytes);
  }

  #discardLater(): void {
    const { time } = this;
    // What was found before this instruction ran is found anew, or is no more.
    if (this.findings.at(-1)?.time === time) {
      this.#restore(time - 1);
      this.#goTo(time);
    }
    this.#journal.discardLater();
    this.#eventsTold = this.#events;
    this.horizon = time;
  }

  // ---- what can be seen

  get changes(): readonly Change[] {
    return this.#pokes.made();
  }
  get findings(): readonly Finding[] {
    return this.#parts.checker.findings;
  }
  heapBlocks(): readonly HeapBlock[] {
    return this.#parts.checker.heapBlocks();
  }
  get heapTotals() {
    return this.#parts.checker.heapTotals;
  }
  mappings(): readonly Mapping[] {
    return this.#parts.kernel.mappings();
  }
  get programBreak() {
    return this.#parts.kernel.programBreak;
  }
  get stack() {
    return this.#parts.stack;
  }
  get calls(): CallStack {
    return this.core.calls;
  }
  get libcFunction(): string | undefined {
    return this.#stubs.get(this.#pc());
  }
  get unflushedBytes(): number {
    return this.#parts.libc?.unflushedBytes() ?? 0;
  }
  findLeaks(): readonly Leak[] {
    return this.#parts.checker.findLeaks();
  }
  findLostMappings(): readonly Mapping[] {
    return this.#parts.checker.findLostMappings();
  }
  isUnreachable(address: number): boolean {
    return this.#parts.checker.isUnreachable(address);
  }
}

/** A machine that stands before its first instruction; one that has ended with "refused" when the image cannot be loaded. */
export function createMachine(options: MachineOptions): Machine {
  const journal = createJournal(options.host);
  let machine: TimedMachine | undefined;
  const parts = createParts(options, journal.host, {
    onEvent: (event, acting) => machine?.onEvent(event, acting),
    report: (finding) => machine?.report(finding) ?? "continue",
  });
  if ("problem" in parts) return refusedMachine(options, parts.problem);
  machine = new TimedMachine(options, parts, journal);
  return machine;
}
