// Requests that begin and end a session: initialize, launch, configurationDone, restart, terminate, disconnect.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { symbolNamed } from "../view/labels.ts";
import { exceptionFilters } from "./exception-filters.ts";
import { launch } from "./launch.ts";
import type { LaunchProperties } from "./protocol.ts";
import { finish, resume, start } from "./runner.ts";
import { CANCELLED, type Debuggee, debuggeeOf, RequestError, type Requests, type Session } from "./session-state.ts";

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
  supportsDelayedStackTraceLoading: true,
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
  return session.working(() => load(session, args));
}

/** Assembles and loads, unless the client has gone meanwhile. */
async function load(session: Session, properties: LaunchProperties): Promise<void> {
  const { task } = session;
  const debuggee = await launch(session, properties);
  if (task.cancelled) throw new RequestError(CANCELLED, "log");
  session.debuggee = debuggee;
  session.event("initialized");
}

function attach(): never {
  throw new RequestError("Asmoscope cannot attach to a running program yet: use launch.");
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
  const main = image.entryKind === "main" ? symbolNamed(image, "main") : undefined;
  const description = "At the first instruction";
  if (!main) {
    finish(session, debuggee, { reason: "entry", description, text: "" });
    return;
  }
  start(session, {
    reason: "entry",
    description,
    advance(budget) {
      const own = machine.breakpoints;
      machine.breakpoints = new Set([main.address]);
      const stop = machine.run(budget);
      machine.breakpoints = own;
      if (stop.kind === "breakpoint") return { kind: "done" };
      return stop.kind === "budget" ? { kind: "more" } : { kind: "stop", stop };
    },
  });
}

/** Assembles and loads again, what was changed included; the client sends its breakpoints again. */
function restart(session: Session, args: { readonly arguments?: LaunchProperties }): Promise<void> {
  const { properties, followPictures } = debuggeeOf(session);
  session.debuggee = undefined;
  return session.working(async () => {
    await load(session, args.arguments ?? properties);
    debuggeeOf(session).followPictures = followPictures;
  });
}

function terminate(session: Session): void {
  const debuggee = session.debuggee;
  if (!debuggee || debuggee.phase === "ended") return;
  debuggee.phase = "ended";
  debuggee.output.flush();
  session.event("terminated");
}

/** Gives up what is being worked on; without a request that is known, nothing: its answer is already on its way. */
function cancel(session: Session, { requestId, progressId }: DebugProtocol.CancelArguments): void {
  const task = requestId === undefined ? undefined : session.tasks.get(requestId);
  if (task) task.cancelled = true;
  const debuggee = session.debuggee;
  if (debuggee && progressId !== undefined && progressId === debuggee.progress?.id) debuggee.pauseWanted = true;
}

function disconnect(session: Session): void {
  for (const task of session.tasks.values()) task.cancelled = true;
  session.debuggee?.output.flush();
  session.debuggee = undefined;
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
