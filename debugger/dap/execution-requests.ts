// Requests that move the machine: forwards, backwards, elsewhere.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { hexText } from "../view/format.ts";
import { codeItemAt, codeLine, lineChain } from "../view/lines.ts";
import { instructionBegins } from "./addresses.ts";
import { finish, forget, goOn, resume, resumeBackwards, start } from "./runner.ts";
import {
  BUSY,
  type Debuggee,
  debuggeeOf,
  movableDebuggee,
  RequestError,
  type Requests,
  type Session,
  standingDebuggee,
} from "./session-state.ts";
import { type Granularity, type Plan, type StepOptions, stepBack, stepIn, stepOut, stepOver } from "./stepping.ts";

/** Stepping on after the end ends the session, as continuing does. */
function step(session: Session, plan: (debuggee: Debuggee) => Plan): void {
  const debuggee = movableDebuggee(session);
  if (debuggee.machine.ended) resume(session);
  else start(session, plan(debuggee));
}

const optionsOf = (debuggee: Debuggee, granularity: Granularity | undefined): StepOptions => ({
  granularity: granularity ?? "statement",
  shownExpansions: debuggee.shownExpansions,
});

/** The plan keeps showing as many levels of expansion as before, as long as it stays inside the same calls of macros. */
function showing(debuggee: Debuggee, plan: Plan, levels: number): Plan {
  const before = chainHere(debuggee);
  const shownAfter = () => {
    const after = chainHere(debuggee);
    const left = before.findIndex((line, level) => line !== after[level]);
    return Math.min(levels, left < 0 ? levels : left, Math.max(0, after.length - 1));
  };
  return { ...plan, shownAfter };
}

/** Lines of the next instruction, outermost macro call first. */
function chainHere({ image, machine }: Debuggee): readonly string[] {
  const item = codeItemAt(image, Number(machine.state.rip));
  return item ? lineChain(item).map(({ file, lineNumber }) => `${file}:${lineNumber}`) : [];
}

function next(session: Session, args: DebugProtocol.NextArguments): void {
  step(session, (debuggee) => {
    const options = optionsOf(debuggee, args.granularity);
    return showing(debuggee, stepOver(debuggee.machine, options), options.shownExpansions);
  });
}

/** Into a macro's body first, when the line is a call of one: nothing is executed, more is shown. */
function stepInRequest(session: Session, args: DebugProtocol.StepInArguments): void {
  const debuggee = movableDebuggee(session);
  const levels = chainHere(debuggee).length - 1;
  if (args.granularity !== "instruction" && debuggee.shownExpansions < levels && !debuggee.machine.ended) {
    const shown = debuggee.shownExpansions + 1;
    debuggee.shownAfter = () => shown;
    session.host.defer(() => finish(session, debuggee, { reason: "step", description: "", text: "" }));
    return;
  }
  step(session, () => {
    const options = optionsOf(debuggee, args.granularity);
    return showing(debuggee, stepIn(debuggee.machine, options), options.shownExpansions);
  });
}

function stepOutRequest(session: Session, args: DebugProtocol.StepOutArguments): void {
  step(session, (debuggee) => {
    const options = optionsOf(debuggee, args.granularity);
    return showing(debuggee, stepOut(debuggee.machine, options), Math.max(0, options.shownExpansions - 1));
  });
}

function stepBackRequest(session: Session, args: DebugProtocol.StepBackArguments): void {
  const debuggee = movableDebuggee(session);
  const options = optionsOf(debuggee, args.granularity);
  const plan: Plan = { ...stepBack(debuggee.machine, options), direction: "back" };
  start(session, showing(debuggee, plan, options.shownExpansions));
}

function pause(session: Session): void {
  const debuggee = debuggeeOf(session);
  const busy = session.tasks.get(BUSY);
  if (busy) busy.cancelled = true;
  if (debuggee.phase !== "running") return;
  debuggee.pauseWanted = true;
  goOn(session, debuggee);
}

function gotoTargets(session: Session, args: DebugProtocol.GotoTargetsArguments) {
  const debuggee = standingDebuggee(session);
  const targets = debuggee.names.namesOf(args.source.path ?? "").flatMap((file) => {
    const found = codeLine(debuggee.image, file, args.line);
    if (!found) return [];
    return found.addresses.slice(0, 1).map((address) => ({
      id: address,
      label: `line ${found.lineNumber}`,
      line: found.lineNumber,
      instructionPointerReference: hexText(address),
    }));
  });
  return { targets };
}

/** The next instruction becomes another one; nothing is executed. */
function goto(session: Session, args: DebugProtocol.GotoArguments): void {
  const debuggee = movableDebuggee(session);
  if (!instructionBegins(debuggee, args.targetId))
    throw new RequestError("This is no target: ask for gotoTargets first.", "log");
  if (!debuggee.machine.setRegister("rip", BigInt(args.targetId)))
    throw new RequestError("The program has ended: step back first.");
  debuggee.shownAfter = () => 0;
  debuggee.hit = [];
  forget(debuggee);
  session.host.defer(() => finish(session, debuggee, { reason: "goto", description: "", text: "" }));
}

export const executionRequests: Requests = {
  continue: (session: Session) => {
    resume(session);
    return { allThreadsContinued: true };
  },
  next,
  stepIn: stepInRequest,
  stepOut: stepOutRequest,
  stepBack: stepBackRequest,
  reverseContinue: resumeBackwards,
  pause,
  gotoTargets,
  goto,
  terminateThreads: () => {
    throw new RequestError("The program has one thread: terminate the session instead.");
  },
};
