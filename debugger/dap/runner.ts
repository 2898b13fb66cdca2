// Runs plans in slices of some ten milliseconds and hears messages in between, so that pause always works. When a plan has
// come to its end, tells the editor where the machine stands and why.

import type { Machine, MachineStop, Watchpoint } from "../machine/machine.ts";
import { byteCount } from "../view/format.ts";
import { stubAt } from "../view/labels.ts";
import { codeItemAt, lineChain } from "../view/lines.ts";
import type { Pictures } from "../view/models.ts";
import { createPictures } from "../view/pictures.ts";
import { createScene, type Scene } from "../view/scene.ts";
import { verifyAgain } from "./breakpoint-answers.ts";
import { type Arrival, arrive } from "./breakpoint-table.ts";
import { exitWanted, faultFinding, signalWanted } from "./exception-filters.ts";
import { lookIntoFindings, tellFinding } from "./finding-events.ts";
import { INTERVAL_MS } from "./output.ts";
import { endProgress, tellProgress } from "./progress.ts";
import { type Debuggee, movableDebuggee, type Session } from "./session-state.ts";
import { continueRun, type Plan, type Progress, reverseRun } from "./stepping.ts";
import { type StopText, stopText } from "./stop-text.ts";
import { currentThreadId } from "./tasks.ts";

/** How long a slice may take, how long a piece of one should, and the bounds of a piece's budget in instructions. What follows
 * something fast may be a hundred times slower: so the clock is looked at often. */
const SLICE_MS = 16;
const PIECE_MS = 2;
export const FIRST_BUDGET = 20_000;
const MAX_BUDGET = 50_000_000;
const MIN_BUDGET = 1_000;

/** The scene of the present stop. */
export function sceneOf(debuggee: Debuggee): Scene {
  debuggee.scene ??= createScene(debuggee.machine);
  return debuggee.scene;
}

/** What was computed for the last stop is void: the machine has moved or was changed. */
export function forget(debuggee: Debuggee): void {
  debuggee.scene = undefined;
  // Not cleared: V8 ties the old table to the new one, and what was promoted once would keep all later ones alive.
  debuggee.handles = new Map();
}

/** Starts a plan; the answer of the request that asked for it goes out before its first slice. */
export function start(session: Session, plan: Plan): void {
  const debuggee = movableDebuggee(session);
  debuggee.phase = "running";
  debuggee.pauseWanted = false;
  debuggee.shownAfter = plan.shownAfter ?? (() => 0);
  forget(debuggee);
  again(session, debuggee, plan);
}

/** The next slice, after messages and, when the program prints too fast, after the editor had time to show it. */
function again(session: Session, debuggee: Debuggee, plan: Plan): void {
  const act = () => guarded(session, debuggee, () => slice(session, debuggee, plan));
  if (debuggee.output.full) session.host.later(act, INTERVAL_MS);
  else session.host.defer(act);
}

/** A defect of ours ends the session with a sentence instead of the worker with a stack trace. */
function guarded(session: Session, debuggee: Debuggee, act: () => void): void {
  try {
    act();
  } catch (error) {
    debuggee.phase = "ended";
    const text = error instanceof Error ? error.message.split("\n")[0] : String(error);
    debuggee.output.say(`internal error, please report it: ${text}\n`, "important");
    session.event("terminated");
  }
}

function slice(session: Session, debuggee: Debuggee, plan: Plan): void {
  if (session.debuggee !== debuggee || debuggee.phase !== "running") return;
  if (debuggee.pauseWanted) {
    finish(session, debuggee, PAUSED);
    return;
  }
  const progress = advance(session, debuggee, plan);
  if (progress.kind === "more") {
    if (plan.title !== undefined) tellProgress(session, debuggee, plan.title, plan.share?.() ?? 0);
    again(session, debuggee, plan);
  } else if (progress.kind === "done") finish(session, debuggee, doneText(plan));
  else settle(session, debuggee, plan, progress.stop);
}

/** Piece by piece until something happens or the slice is over. */
function advance(session: Session, debuggee: Debuggee, plan: Plan): Progress {
  const from = session.host.now();
  for (let before = from; ; ) {
    const budget = debuggee.sliceBudget;
    const progress = judge(debuggee, plan, plan.advance(budget));
    const now = session.host.now();
    const tookMs = now - before;
    if (tookMs > PIECE_MS * 2)
      debuggee.sliceBudget = Math.max(MIN_BUDGET, Math.floor(budget * Math.max(1 / 16, PIECE_MS / tookMs)));
    else if (tookMs < PIECE_MS) debuggee.sliceBudget = Math.min(MAX_BUDGET, budget * 2);
    if (progress.kind !== "more" || now - from >= SLICE_MS || debuggee.output.full) return progress;
    before = now;
  }
}

const PAUSED: StopText = { reason: "pause", description: "Paused", text: "" };

const doneText = (plan: Plan): StopText => ({ reason: plan.reason, description: plan.description ?? "", text: "" });

/** Lets conditional breakpoints and log points pass; everything else is as the plan says. */
function judge(debuggee: Debuggee, plan: Plan, progress: Progress): Progress {
  debuggee.hit = [];
  const stop = progress.kind === "stop" ? progress.stop : undefined;
  if (stop?.kind === "watch" && wasHere(debuggee, stop)) return { kind: "more" };
  if (progress.kind !== "done" && stop?.kind !== "breakpoint" && stop?.kind !== "watch") return progress;
  const backwards = plan.direction === "back";
  const arrival = plan.arrival?.() ?? arrivalAt(debuggee, stop, backwards ? "look" : "count");
  const pc = Number(debuggee.machine.state.rip);
  for (const message of backwards ? [] : arrival.messages) debuggee.output.say(`${message}\n`, "console", pc);
  for (const problem of arrival.problems) debuggee.output.say(`${problem}\n`, "stderr", pc);
  debuggee.hit = arrival.hit;
  if (progress.kind === "done") return progress;
  if (!arrival.stops) return { kind: "more" };
  const isReached =
    stop?.kind === "watch" && arrival.hit.length > 0 && arrival.hit.every(({ kind }) => kind !== "data");
  if (isReached) return { kind: "stop", stop: { kind: "breakpoint" } };
  const point = arrival.hit.find(({ watchpoint }) => watchpoint !== undefined)?.watchpoint;
  return stop?.kind === "watch" && point ? { kind: "stop", stop: aboutPoint(stop, point) } : progress;
}

/** The stop as one of the data breakpoints sees it that the access touches: what was there before is known of the first. */
function aboutPoint(stop: MachineStop & { readonly kind: "watch" }, point: Watchpoint): MachineStop {
  if (point.address === stop.address && point.sizeBytes === stop.sizeBytes) return stop;
  const { before: _, ...rest } = stop;
  return { ...rest, address: point.address, sizeBytes: point.sizeBytes };
}

/** What it means that the machine stands where it does, and for a watched access that it has stopped for that. */
function arrivalAt(
  { machine, breakpoints }: Debuggee,
  stop: MachineStop | undefined,
  counting: "count" | "look",
): Arrival {
  const pc = Number(machine.state.rip);
  const watched = stop?.kind === "watch" ? breakpoints.on(stop.points) : [];
  // Behind a write the next instruction has been reached, too; a search comes to it by itself.
  const isReached = stop?.kind !== "watch" || (stop.pc !== pc && counting === "count");
  const reached = isReached ? breakpoints.at(pc) : [];
  return arrive({ scene: createScene(machine), frame: 0 }, [...watched, ...reached], counting);
}

/** A read that it had stopped for before it looked at the past. */
function wasHere({ passing, machine }: Debuggee, stop: MachineStop & { readonly kind: "watch" }): boolean {
  return passing?.stop.kind === "watch" && stop.access === "read" && passing.time === machine.time;
}

/** The machine stopped for a reason of its own. */
function settle(session: Session, debuggee: Debuggee, plan: Plan, stop: MachineStop): void {
  const exitSeen = debuggee.stop?.kind === "exit";
  debuggee.stop = stop;
  if (stop.kind === "input") {
    waitForInput(session, debuggee, plan);
    return;
  }
  // Shown once: whoever goes on from there wants the end.
  if (stop.kind === "exit" && (exitSeen || !exitWanted(debuggee))) {
    end(session, debuggee, stop);
    return;
  }
  if (stop.kind === "refused") {
    end(session, debuggee, stop);
    return;
  }
  if (stop.kind === "exit") standBeforeExit(debuggee.machine);
  const fault = stop.kind === "signal" ? faultFinding(debuggee, stop) : undefined;
  if (fault) tellFinding(session, debuggee, fault, "stops");
  if (stop.kind === "signal" && !signalWanted(debuggee, stop)) {
    end(session, debuggee, stop);
    return;
  }
  finish(session, debuggee, stopText(debuggee, stop), stop);
}

/** Instructions of libc between the program's last one and the end. */
const MAX_ENDING = 16;

/** The program's last instruction is about to run again: what it and the end have stopped for is known. */
function standBeforeExit(machine: Machine): void {
  const { passed } = machine;
  const isInLibc = () => stubAt(machine.image, Number(machine.state.rip)) !== undefined;
  machine.travel(machine.time - 1);
  for (let k = 0; k < MAX_ENDING && isInLibc() && machine.time > 0; k++) machine.travel(machine.time - 1);
  machine.passed = passed;
}

/** The guest stands in a read: the plan goes on when something was typed. */
function waitForInput(session: Session, debuggee: Debuggee, plan: Plan): void {
  debuggee.output.flush();
  debuggee.waiting = plan;
  session.custom("asmoscope/inputWanted", { wanted: "yes" });
}

/** Input has come, or the person gives up waiting (pause). */
export function goOn(session: Session, debuggee: Debuggee): void {
  const plan = debuggee.waiting;
  if (!plan) return;
  debuggee.waiting = undefined;
  session.custom("asmoscope/inputWanted", { wanted: "no" });
  again(session, debuggee, plan);
}

/** A program that was running, and whose slices have ended, is paused. */
export function standStill(session: Session, debuggee: Debuggee): void {
  if (debuggee.phase !== "running") return;
  debuggee.pauseWanted = true;
  if (debuggee.waiting) goOn(session, debuggee);
  else finish(session, debuggee, PAUSED);
}

/** Stands still: tells why, where and when. */
export function finish(session: Session, debuggee: Debuggee, why: StopText, stop?: MachineStop): void {
  debuggee.phase = "stopped";
  debuggee.passing = undefined;
  endProgress(session, debuggee);
  debuggee.stop = stop;
  debuggee.why = why;
  debuggee.shownExpansions = Math.max(debuggee.shownAfter(), hitLevel(debuggee));
  forget(debuggee);
  debuggee.nextHandle = 1;
  debuggee.output.flush();
  const hitIds = debuggee.hit.map(({ id }) => id);
  session.event("stopped", {
    reason: why.reason,
    threadId: currentThreadId(debuggee),
    allThreadsStopped: true,
    ...(why.description === "" ? {} : { description: why.description }),
    ...(why.text === "" ? {} : { text: why.text }),
    ...(hitIds.length === 0 ? {} : { hitBreakpointIds: hitIds }),
  });
  verifyAgain(session, debuggee);
  tellTime(session, debuggee);
  if (debuggee.followPictures) sendPictures(session, debuggee);
  else debuggee.pictures = undefined;
}

/** New pictures, compared with those sent before. */
export function sendPictures(session: Session, debuggee: Debuggee): void {
  const pictures = createPictures(sceneOf(debuggee), debuggee.pictures);
  debuggee.pictures = pictures;
  session.custom("asmoscope/pictures", pictures);
}

/** The pictures of the present stop; while running those of the last, if anybody asked for them. */
export function picturesOf(debuggee: Debuggee): Pictures | undefined {
  if (debuggee.phase === "stopped") debuggee.pictures ??= createPictures(sceneOf(debuggee), undefined);
  return debuggee.pictures;
}

/** A breakpoint on a line of a macro's body shows that body. */
function hitLevel(debuggee: Debuggee): number {
  const item = codeItemAt(debuggee.image, Number(debuggee.machine.state.rip));
  if (!item) return 0;
  const levels = debuggee.hit.map(({ line }) =>
    lineChain(item).findIndex((place) => place.lineNumber === line?.lineNumber && place.file === line.file),
  );
  return Math.max(0, ...levels);
}

function tellTime(session: Session, { machine }: Debuggee): void {
  session.custom("asmoscope/time", {
    time: machine.time,
    horizon: machine.horizon,
    ended: machine.ended !== undefined,
  });
}

/** The guest has ended: what led to its findings, as long as nobody gives up waiting for it, then the end itself. */
export function end(session: Session, debuggee: Debuggee, stop: MachineStop): void {
  debuggee.phase = "ended";
  endProgress(session, debuggee);
  debuggee.stop = stop;
  debuggee.output.flush();
  const tell = () => guarded(session, debuggee, () => tellEnd(session, debuggee, stop));
  if (debuggee.unexplained.length === 0) tellEnd(session, debuggee, stop);
  else void lookIntoFindings(session, debuggee).then(tell, tell);
}

/** What happened in words, then the protocol's end. */
function tellEnd(session: Session, debuggee: Debuggee, stop: MachineStop): void {
  const { machine, output } = debuggee;
  const count = machine.time.toLocaleString("en-US");
  if (stop.kind === "exit") {
    const lost = machine.unflushedBytes;
    if (lost > 0)
      output.say(`${byteCount(lost)} printed by libc were never written: end with exit, or call fflush.\n`, "stderr");
    output.say(`\n${machine.image.name} ended with status ${stop.code} after ${count} instructions.\n`, "console");
  } else if (stop.kind === "signal") {
    const address = Number(machine.state.rip);
    output.say(`\n${machine.image.name} was ended by ${stop.signal}: ${stop.explanation}\n`, "stderr", address);
  } else if (stop.kind === "refused") {
    output.say(`${machine.image.name} cannot be loaded: ${stop.explanation}\n`, "stderr");
  }
  tellTime(session, debuggee);
  const exitCode = stop.kind === "exit" ? stop.code : stop.kind === "signal" ? 128 + stop.number : 125;
  session.event("exited", { exitCode });
  session.event("terminated");
  debuggee.attached?.ended(exitCode & 255);
}

/** F5, or the end of a program that has already ended by a signal. */
export function resume(session: Session): void {
  const debuggee = movableDebuggee(session);
  if (debuggee.machine.ended) end(session, debuggee, debuggee.machine.ended);
  else start(session, continueRun(debuggee.machine));
}

/** Nobody debugs any more: the program runs to its end, and nothing stops it. */
export function runAlone(session: Session, debuggee: Debuggee): void {
  const { machine } = debuggee;
  machine.breakpoints = new Set();
  machine.watchpoints = [];
  debuggee.exceptions = { filters: new Set(), conditions: new Map() };
  debuggee.pauseWanted = false;
  // A run under way hears of it at its next slice; what stands still begins to run.
  if (debuggee.phase === "running") return;
  debuggee.phase = "stopped";
  resume(session);
}

/** Continue backwards: hits whose condition does not hold are passed by. */
export function resumeBackwards(session: Session): void {
  const debuggee = movableDebuggee(session);
  start(
    session,
    reverseRun(debuggee.machine, (stop) => arrivalAt(debuggee, stop, "look")),
  );
}
