// Requests that begin and end a session: initialize, launch, configurationDone, restart, terminate, disconnect.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { exceptionFilters } from "./exception-filters.ts";
import { launch } from "./launch.ts";
import type { AttachArguments, LaunchProperties } from "./protocol.ts";
import { finish, resume, runAlone, standStill, start } from "./runner.ts";
import { CANCELLED, type Debuggee, debuggeeOf, RequestError, type Requests, type Session } from "./session-state.ts";
import { mainOf, runToMain } from "./stepping.ts";

/** What works; nothing else is declared. */
export const capabilities: DebugProtocol.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsFunctionBreakpoints: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsInstructionBreakpoints: true,
  supportsDataBreakpoints: true,
  supportsDataBreakpointBytes: true,
  supportsBreakpointLocationsRequest: true,
  supportsExceptionInfoRequest: true,
  supportsExceptionFilterOptions: true,
  exceptionBreakpointFilters: [...exceptionFilters],
  supportsEvaluateForHovers: true,
  supportsStepBack: true,
  supportsSteppingGranularity: true,
  supportsGotoTargetsRequest: true,
  supportsSetVariable: true,
  supportsSetExpression: true,
  supportsCompletionsRequest: true,
  completionTriggerCharacters: [".", "$", "["],
  supportsModulesRequest: true,
  supportsLoadedSourcesRequest: true,
  supportsReadMemoryRequest: true,
  supportsWriteMemoryRequest: true,
  supportsDisassembleRequest: true,
  supportsRestartRequest: true,
  supportsTerminateRequest: true,
  supportTerminateDebuggee: true,
  supportsCancelRequest: true,
  supportsValueFormattingOptions: true,
  supportsRestartFrame: true,
  supportsStepInTargetsRequest: true,
  supportsClipboardContext: true,
};

function initialize(session: Session, args: DebugProtocol.InitializeRequestArguments): DebugProtocol.Capabilities {
  session.client = args;
  return capabilities;
}

function launchRequest(session: Session, args: LaunchProperties): Promise<void> {
  if (session.debuggee) throw new RequestError("A program is being debugged already.");
  if (session.host.attached) throw new RequestError("A program waits here to be attached to: use attach.");
  return session.working(() => load(session, args));
}

/** Assembles and loads, unless the client has gone meanwhile. */
async function load(session: Session, properties: LaunchProperties): Promise<void> {
  const { task } = session;
  const debuggee = await launch(session, properties, session.host.attached);
  if (task.cancelled) throw new RequestError(CANCELLED, "log");
  session.debuggee = debuggee;
  const { name, bits } = debuggee.image;
  const startMethod = debuggee.attached ? "attach" : "launch";
  session.event("process", { name, isLocalProcess: false, startMethod, pointerSize: bits });
  session.event("initialized");
}

/** To the program of `asmoscope run --dap-port`: it stands before its first instruction. */
function attach(session: Session, args: AttachArguments): Promise<void> {
  const { attached } = session.host;
  if (session.debuggee) throw new RequestError("A program is being debugged already.");
  if (!attached)
    throw new RequestError("There is nothing here to attach to: connect to the port of `asmoscope run --dap-port N`.");
  const problem = attached.claim();
  if (problem !== undefined) throw new RequestError(problem);
  const stopOnEntry = args.stopOnEntry ?? true;
  return session.working(async () => {
    try {
      await load(session, { ...attached.properties, stopOnEntry });
    } catch (error) {
      attached.release();
      throw error;
    }
  });
}

/** All breakpoints are known: off it goes. */
function configurationDone(session: Session): void {
  const debuggee = debuggeeOf(session);
  if (debuggee.phase !== "starting") return;
  debuggee.phase = "stopped";
  if (debuggee.properties.stopOnEntry && !debuggee.properties.noDebug)
    session.host.defer(() => enter(session, debuggee));
  else resume(session);
}

/** The first instruction of the program's own: of `main` when libc's start-up comes before it. */
function enter(session: Session, debuggee: Debuggee): void {
  const { machine, image } = debuggee;
  const main = mainOf(image);
  const description = "At the first instruction";
  if (main === undefined) {
    finish(session, debuggee, { reason: "entry", description, text: "" });
    return;
  }
  start(session, {
    reason: "entry",
    description,
    advance(budget) {
      const stop = runToMain(machine, main, budget);
      if (stop.kind === "breakpoint") return { kind: "done" };
      return stop.kind === "budget" ? { kind: "more" } : { kind: "stop", stop };
    },
  });
}

/**
 * Assembles and loads again, what was changed included; the client sends its breakpoints again. What cannot be assembled
 * leaves the program that is there, standing still, so that it can be mended and restarted.
 */
function restart(session: Session, args: { readonly arguments?: LaunchProperties }): Promise<void> {
  const before = debuggeeOf(session);
  const { properties, followPictures } = before;
  const { task } = session;
  session.debuggee = undefined;
  return session.working(async () => {
    try {
      await load(session, session.host.attached ? properties : (args.arguments ?? properties));
    } catch (error) {
      if (!task.cancelled) {
        session.debuggee = before;
        standStill(session, before);
      }
      throw error;
    }
    debuggeeOf(session).followPictures = followPictures;
  });
}

/** What a shell sees of a program that was ended by its terminal. */
const TERMINATED = 128 + 15;

function terminate(session: Session): void {
  const debuggee = session.debuggee;
  if (!debuggee || debuggee.phase === "ended") return;
  debuggee.phase = "ended";
  debuggee.output.flush();
  session.event("terminated");
  debuggee.attached?.ended(TERMINATED);
}

/** Gives up what is being worked on; without a request that is known, nothing: its answer is already on its way. */
function cancel(session: Session, { requestId, progressId }: DebugProtocol.CancelArguments): void {
  const task = requestId === undefined ? undefined : session.tasks.get(requestId);
  if (task) task.cancelled = true;
  const debuggee = session.debuggee;
  if (debuggee && progressId !== undefined && progressId === debuggee.progress?.id) debuggee.pauseWanted = true;
}

export function disconnect(session: Session, args: DebugProtocol.DisconnectArguments): void {
  for (const task of session.tasks.values()) task.cancelled = true;
  const { debuggee } = session;
  debuggee?.output.flush();
  const goesOn = debuggee?.attached && debuggee.phase !== "ended";
  // A program that somebody else started goes on alone, unless it shall end as well.
  if (goesOn && args.terminateDebuggee !== true) runAlone(session, debuggee);
  else if (goesOn) terminate(session);
  else session.debuggee = undefined;
}

export const lifecycleRequests: Requests = {
  initialize,
  launch: launchRequest,
  attach,
  configurationDone,
  restart,
  terminate,
  disconnect,
  cancel,
};
