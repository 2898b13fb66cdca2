// Requests that move the machine: forwards, backwards, elsewhere.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { hexText } from "../view/format.ts";
import { instructionText } from "../view/instruction-text.ts";
import { codeItemAt, codeLine, lineChain } from "../view/lines.ts";
import { instructionBegins } from "./instructions.ts";
import { travelTo } from "./own-requests.ts";
import { discarding } from "./recount.ts";
import { finish, forget, goOn, resume, resumeBackwards, sceneOf, start } from "./runner.ts";
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
import { frameIndexOf } from "./stack-requests.ts";
import {
  type Granularity,
  type Plan,
  type StepOptions,
  stepBack,
  stepIn,
  stepInto,
  stepOut,
  stepOver,
} from "./stepping.ts";

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
  if (args.targetId !== undefined) {
    intoTarget(session, debuggee, args.targetId);
    return;
  }
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

/** Into the call at `address`; everything before it on the line is run. */
function intoTarget(session: Session, debuggee: Debuggee, address: number): void {
  if (!stepInTargets(session, { frameId: 1 }).targets.some(({ id }) => id === address))
    throw new RequestError("This is no call that is still to come on this line: ask for stepInTargets first.", "log");
  start(session, stepInto(debuggee.machine, address));
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

/** Back to the first instruction of the frame's function, as it was called. */
function restartFrame(session: Session, { frameId }: DebugProtocol.RestartFrameArguments): void {
  const debuggee = movableDebuggee(session);
  const frame = sceneOf(debuggee).frames[frameIndexOf(frameId)];
  if (!frame || frame.kind === "gap") throw new RequestError("This frame is gone.", "log");
  if (frame.kind === "libc") throw new RequestError("A function of libc cannot be restarted: restart its caller.");
  // The call itself retires before the function's first instruction.
  travelTo(session, frame.kind === "entry" ? 0 : frame.callTime + 1, "restart");
}

const MAX_TARGETS = 50;

/** The calls that are still to come on the innermost frame's line, in the order of their addresses. */
function stepInTargets(session: Session, { frameId }: DebugProtocol.StepInTargetsArguments) {
  const debuggee = standingDebuggee(session);
  if (frameIndexOf(frameId) !== 0) return { targets: [] };
  const { image, machine } = debuggee;
  const pc = Number(machine.state.rip);
  const here = codeItemAt(image, pc);
  if (!here) return { targets: [] };
  const targets: DebugProtocol.StepInTarget[] = [];
  for (const item of image.items) {
    const same = item.file === here.file && item.lineNumber === here.lineNumber && item.address >= pc;
    const end = item.address + item.sizeBytes;
    for (let at = item.address; same && item.kind === "code" && at < end && targets.length < MAX_TARGETS; ) {
      const { text, lengthBytes } = instructionText(machine, at);
      const callee = /^call (.+)$/.exec(text)?.[1];
      if (callee !== undefined) targets.push({ id: at, label: callee, line: item.lineNumber });
      at += lengthBytes;
    }
  }
  return { targets };
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
function goto(session: Session, args: DebugProtocol.GotoArguments): void | Promise<void> {
  const debuggee = movableDebuggee(session);
  if (!instructionBegins(debuggee, args.targetId))
    throw new RequestError("This is no target: ask for gotoTargets first.", "log");
  return discarding(session, () => {
    if (!debuggee.machine.setRegister("rip", BigInt(args.targetId)))
      throw new RequestError("The program has ended: step back first.");
    debuggee.shownAfter = () => 0;
    debuggee.hit = [];
    forget(debuggee);
    session.host.defer(() => finish(session, debuggee, { reason: "goto", description: "", text: "" }));
  });
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
  restartFrame,
  stepInTargets,
  gotoTargets,
  goto,
  terminateThreads: () => {
    throw new RequestError("Threads run and end together: terminate the session instead.");
  },
};
