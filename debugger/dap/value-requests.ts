// Requests with expressions: evaluate in watch, hover and console; change variables; complete what is typed.

import type { DebugProtocol } from "@vscode/debugprotocol";
import type { HeapBlock } from "../check/finding.ts";
import { lossesSoFar, lossOfBlock } from "../machine/lost.ts";
import { lastWrite } from "../machine/who.ts";
import { assign, assignExpression, type Change } from "../view/assign.ts";
import {
  type ConsoleAction,
  completions as completionWords,
  isOfProcess,
  runConsole,
  splitAssignment,
} from "../view/console.ts";
import { type Context, evaluate } from "../view/evaluate.ts";
import { ExpressionError } from "../view/expression.ts";
import { hexText } from "../view/format.ts";
import type { Variable } from "../view/variable.ts";
import { whyRegister } from "../view/why.ts";
import { blockText, findingsText, leaksText, writerText } from "../view/writer.ts";
import { executionRequests } from "./execution-requests.ts";
import { findingsSoFar, takeBackFindings } from "./finding-events.ts";
import { lookBack } from "./look-back.ts";
import { travelTo } from "./own-requests.ts";
import { discarding } from "./recount.ts";
import { forget, goOn, sceneOf, sendPictures } from "./runner.ts";
import {
  type Debuggee,
  debuggeeOf,
  movableDebuggee,
  RequestError,
  type Requests,
  type Session,
  standingDebuggee,
} from "./session-state.ts";
import { formatted, frameIndexOf, protocolVariable } from "./stack-requests.ts";
import { sharesMemory } from "./tasks.ts";

const contextOf = (debuggee: Debuggee, frameId: number | undefined): Context => ({
  scene: sceneOf(debuggee),
  frame: Math.min(frameIndexOf(frameId), sceneOf(debuggee).frames.length - 1),
});

/** Runs `act` and turns what the person wrote wrong into a request error. */
function telling<T>(audience: "person" | "log", act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof ExpressionError) throw new RequestError(error.message, audience);
    throw error;
  }
}

function answerOf(debuggee: Debuggee, variable: Variable, frame: number) {
  const { name: _name, value, ...rest } = protocolVariable(debuggee, variable, frame);
  return { result: value, ...rest };
}

function evaluateRequest(session: Session, args: DebugProtocol.EvaluateArguments) {
  const debuggee = debuggeeOf(session);
  if (args.context === "repl" && debuggee.phase === "running" && debuggee.waiting) {
    debuggee.input.type(new TextEncoder().encode(`${args.expression}\n`));
    goOn(session, debuggee);
    return { result: "", variablesReference: 0 };
  }
  standingDebuggee(session);
  const isShared =
    args.context === "repl" && sharesMemory(debuggee, args.frameId) && isOfProcess(sceneOf(debuggee), args.expression);
  const context = contextOf(debuggee, isShared ? undefined : args.frameId);
  const audience = args.context === "hover" || args.context === "watch" ? "log" : "person";
  return telling(audience, () => {
    if (args.context === "repl") {
      const done = runLine(session, debuggee, context, args.expression);
      if (done instanceof Promise) return done.then((result) => ({ result, variablesReference: 0 }));
      if (done !== undefined) return { result: done, variablesReference: 0 };
    }
    const answer = answerOf(debuggee, evaluate(context, args.expression), context.frame);
    return { ...answer, result: formatted(answer.result, args.format) };
  });
}

/** A console line that is a command or an assignment: its text; undefined for expressions. */
function runLine(
  session: Session,
  debuggee: Debuggee,
  context: Context,
  line: string,
): string | Promise<string> | undefined {
  const result = runConsole(context, line);
  if (result.kind === "text") return result.text;
  if (result.kind === "action") return act(session, debuggee, result.action);
  const assignment = splitAssignment(line);
  if (!assignment) return undefined;
  return discarding(session, () => {
    const discards = debuggee.machine.time < debuggee.machine.horizon;
    const now: Context = { scene: sceneOf(debuggee), frame: context.frame };
    const change = telling("person", () => assignExpression(now, assignment.target, assignment.value));
    changed(session, debuggee, change, discards);
    const value = evaluate(contextOf(debuggee, undefined), assignment.target).value;
    return `${assignment.target} = ${value}`;
  });
}

/** What only the session can do. */
function act(session: Session, debuggee: Debuggee, action: ConsoleAction): string | Promise<string> {
  switch (action.kind) {
    case "travel":
      travelTo(session, action.time);
      return "";
    case "request":
      moveAs(session, action);
      return "";
    case "strace":
      return straceText(debuggee, action.count);
    case "who":
      return whoText(session, debuggee, action);
    case "findings":
      return findingsText(debuggee.machine, findingsSoFar(debuggee));
    case "leaks":
      return leaksSoFar(session, debuggee);
    case "why-block":
      return blockSoFar(session, debuggee, action.block);
    case "why":
      return lookBack(session, (machine) => whyRegister(machine, action.family));
  }
}

/** As the editor's button; the editor itself has to be told, for it did not ask. */
function moveAs(session: Session, { command, granularity }: ConsoleAction & { readonly kind: "request" }): void {
  movableDebuggee(session);
  session.event("continued", { threadId: 1, allThreadsContinued: true });
  executionRequests[command]!(session, { threadId: 1, ...(granularity ? { granularity } : {}) } as never);
}

function straceText({ calls, machine }: Debuggee, count: number): string {
  const { lines, earlier } = calls.before(machine.time, count);
  if (lines.length === 0 && earlier === 0) return "no system calls so far";
  return [...(earlier > 0 ? [`(${earlier} before these)`] : []), ...lines].join("\n");
}

async function whoText(
  session: Session,
  debuggee: Debuggee,
  { address, sizeBytes }: ConsoleAction & { readonly kind: "who" },
): Promise<string> {
  if (sizeBytes < 1 || sizeBytes > MAX_WATCHED_BYTES)
    throw new RequestError(`who: from 1 to ${MAX_WATCHED_BYTES} bytes, not ${sizeBytes}.`);
  const write = await lookBack(session, (machine) => lastWrite(machine, address, sizeBytes));
  return writerText(sceneOf(debuggee), address, sizeBytes, write);
}

async function leaksSoFar(session: Session, debuggee: Debuggee): Promise<string> {
  const leaks = sceneOf(debuggee).leaks();
  const losses = leaks.length === 0 ? new Map() : await lookBack(session, (machine) => lossesSoFar(machine, leaks));
  return leaksText(sceneOf(debuggee), leaks, losses);
}

async function blockSoFar(session: Session, debuggee: Debuggee, block: HeapBlock): Promise<string> {
  const loss = await lookBack(session, (machine) => lossOfBlock(machine, block));
  return blockText(sceneOf(debuggee), block, loss);
}

const MAX_WATCHED_BYTES = 1 << 20;

/** Tells the editor what is no longer as it was shown. */
export function changed(session: Session, debuggee: Debuggee, change: Change, discards: boolean): void {
  const { handles } = debuggee;
  forget(debuggee);
  // References stay good: the editor asks for the same lists again.
  debuggee.handles = handles;
  takeBackFindings(session, debuggee);
  if (discards) debuggee.output.say("The history after this instant was discarded.\n", "console");
  if (change.kind === "memory" && session.client.supportsMemoryEvent) {
    const memoryReference = hexText(change.address);
    session.event("memory", { memoryReference, offset: 0, count: change.sizeBytes });
  }
  if (debuggee.followPictures) sendPictures(session, debuggee);
  if (session.client.supportsInvalidatedEvent) session.event("invalidated", { areas: ["variables"] });
}

function setVariable(session: Session, args: DebugProtocol.SetVariableArguments) {
  const debuggee = standingDebuggee(session);
  const handle = debuggee.handles.get(args.variablesReference);
  const variable = handle?.variables().find(({ name }) => name === args.name);
  if (!handle || !variable?.place) throw new RequestError(`${args.name} cannot be changed`);
  const { place } = variable;
  return discarding(session, () => {
    const discards = debuggee.machine.time < debuggee.machine.horizon;
    const context: Context = { scene: sceneOf(debuggee), frame: handle.frame };
    const change = telling("person", () => assign(context, place, args.value));
    changed(session, debuggee, change, discards);
    const fresh = handle.variables().find(({ name }) => name === args.name) ?? variable;
    const { value, ...rest } = protocolVariable(debuggee, fresh, handle.frame);
    return { value: formatted(value, args.format), type: rest.type, variablesReference: rest.variablesReference };
  });
}

function setExpression(session: Session, args: DebugProtocol.SetExpressionArguments) {
  const debuggee = standingDebuggee(session);
  return discarding(session, () => {
    const discards = debuggee.machine.time < debuggee.machine.horizon;
    const context = contextOf(debuggee, args.frameId);
    const change = telling("person", () => assignExpression(context, args.expression, args.value));
    changed(session, debuggee, change, discards);
    const fresh = evaluate(contextOf(debuggee, args.frameId), args.expression);
    const { result, ...rest } = answerOf(debuggee, fresh, context.frame);
    return { value: formatted(result, args.format), ...rest };
  });
}

const COMPLETION_KINDS = { command: "keyword", register: "variable", label: "reference", size: "keyword" } as const;

function completions(session: Session, args: DebugProtocol.CompletionsArguments) {
  const debuggee = standingDebuggee(session);
  const before = args.text.split("\n")[(args.line ?? 1) - 1]?.slice(0, args.column - 1) ?? "";
  const word = /[\w.$@?]*$/.exec(before)![0];
  const targets = completionWords(sceneOf(debuggee), word).map(({ label, kind }) => ({
    label,
    type: COMPLETION_KINDS[kind],
    start: before.length - word.length,
    length: word.length,
  }));
  return { targets: targets.slice(0, 200) };
}

export const valueRequests: Requests = {
  evaluate: evaluateRequest,
  setVariable,
  setExpression,
  completions,
};
