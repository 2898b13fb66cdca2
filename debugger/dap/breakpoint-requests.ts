// Requests that set breakpoints: on lines, labels, instructions, data; and exception filters.

import type { DebugProtocol } from "@vscode/debugprotocol";
import type { MachineStop, Watchpoint } from "../machine/machine.ts";
import { compileCondition } from "../view/condition.ts";
import { evaluate } from "../view/evaluate.ts";
import { ExpressionError } from "../view/expression.ts";
import { byteCount, hexText } from "../view/format.ts";
import { functionName, labelText, symbolNamed } from "../view/labels.ts";
import { codeLine, lineTable, lineText } from "../view/lines.ts";
import { instructionAnswer, placeOf } from "./breakpoint-answers.ts";
import { type Breakpoint, conditionProblem, hitRule } from "./breakpoint-table.ts";
import { choiceOf, filterProblem } from "./exception-filters.ts";
import { lookIntoFindings } from "./finding-events.ts";
import { createHitTimes } from "./hit-times.ts";
import { instructionAt, instructionBegins } from "./instructions.ts";
import { sceneOf } from "./runner.ts";
import {
  type Debuggee,
  debuggeeOf,
  RequestError,
  type Requests,
  type Session,
  standingDebuggee,
} from "./session-state.ts";
import { sourceOf } from "./source-names.ts";
import { findingStopText } from "./stop-text.ts";
import { currentThreadId } from "./tasks.ts";

type Conditions = Pick<DebugProtocol.SourceBreakpoint, "condition" | "hitCondition" | "logMessage">;

function makeBreakpoint(
  debuggee: Debuggee,
  kind: Breakpoint["kind"],
  addresses: readonly number[],
  { condition = "", hitCondition = "", logMessage = "" }: Conditions,
): Breakpoint {
  const id = debuggee.breakpoints.newId();
  const hits = createHitTimes(hitRule(hitCondition));
  return { id, kind, addresses, condition, hitCondition, logMessage, hits, verified: true };
}

/** A breakpoint that cannot be: with the reason for the person. */
const unverified = (debuggee: Debuggee, message: string): DebugProtocol.Breakpoint => ({
  id: debuggee.breakpoints.newId(),
  verified: false,
  message,
});

function arm(debuggee: Debuggee): void {
  const { machine, breakpoints } = debuggee;
  const addresses = debuggee.properties.noDebug ? new Set<number>() : breakpoints.addresses();
  const conditions = new Map<number, () => boolean>();
  for (const address of addresses) {
    const tests = breakpoints.at(address).map(({ condition }) => {
      return condition.trim() === "" ? undefined : compileCondition(machine, address, condition);
    });
    const known = tests.filter((test) => test !== undefined);
    if (known.length === tests.length) conditions.set(address, () => known.some((test) => test()));
  }
  machine.breakpoints = addresses;
  machine.conditions = conditions;
}

async function setBreakpoints(session: Session, args: DebugProtocol.SetBreakpointsArguments) {
  const debuggee = debuggeeOf(session);
  const location = args.source.path ?? args.source.name ?? "";
  const names = debuggee.names.namesOf(location);
  const edited = args.sourceModified === true && (await isEdited(session, debuggee, location, names));
  const made: Breakpoint[] = [];
  const answers = (args.breakpoints ?? []).map((wanted): DebugProtocol.Breakpoint => {
    const problem = conditionProblem(wanted.condition ?? "", wanted.hitCondition ?? "");
    if (problem !== "") return { ...unverified(debuggee, problem), line: wanted.line };
    const found = findLine(debuggee, names, wanted.line);
    if (!found) return { ...unverified(debuggee, noCodeText(names, wanted.line)), line: wanted.line };
    const line = { file: found.file, lineNumber: found.lineNumber };
    const breakpoint: Breakpoint = { ...makeBreakpoint(debuggee, "source", found.addresses, wanted), line };
    made.push(breakpoint);
    const moved = found.lineNumber !== wanted.line;
    if (edited) return { id: breakpoint.id, verified: false, line: wanted.line, message: EDITED };
    return {
      id: breakpoint.id,
      verified: true,
      line: found.lineNumber,
      source: sourceOf(debuggee.names, found.file),
      instructionReference: hexText(found.addresses[0]!),
      ...(moved ? { message: `Line ${wanted.line} has no instruction: moved to line ${found.lineNumber}.` } : {}),
    };
  });
  debuggee.breakpoints.replace(`source ${location}`, made);
  arm(debuggee);
  return { breakpoints: answers };
}

const EDITED = "The file was edited since it was assembled: restart to run the new text.";

/** Whether the file differs from what was assembled. */
async function isEdited(
  session: Session,
  { texts }: Debuggee,
  location: string,
  names: readonly string[],
): Promise<boolean> {
  const assembled = names.map((name) => texts.get(name)).find((bytes) => bytes !== undefined);
  const answer = await session.host.readFile(location);
  if (!assembled || "error" in answer) return false;
  return assembled.length !== answer.bytes.length || assembled.some((byte, k) => byte !== answer.bytes[k]);
}

function noCodeText(names: readonly string[], line: number): string {
  return names.length === 0
    ? "This file takes no part in the program that runs."
    : `There is no instruction at line ${line} or after it.`;
}

/** The next line with code in any of the file's names. */
function findLine(debuggee: Debuggee, names: readonly string[], line: number) {
  const found = names
    .map((file) => ({ file, hit: codeLine(debuggee.image, file, line) }))
    .filter(({ hit }) => hit !== undefined)
    .sort((a, b) => a.hit!.lineNumber - b.hit!.lineNumber);
  const [first] = found;
  if (!first) return undefined;
  const { lineNumber } = first.hit!;
  const same = found.filter(({ hit }) => hit!.lineNumber === lineNumber);
  return { file: first.file, lineNumber, addresses: same.flatMap(({ hit }) => hit!.addresses) };
}

function setFunctionBreakpoints(session: Session, args: DebugProtocol.SetFunctionBreakpointsArguments) {
  const debuggee = debuggeeOf(session);
  const made: Breakpoint[] = [];
  const breakpoints = args.breakpoints.map((wanted): DebugProtocol.Breakpoint => {
    const problem = conditionProblem(wanted.condition ?? "", wanted.hitCondition ?? "");
    if (problem !== "") return unverified(debuggee, problem);
    const address = functionAddress(debuggee, wanted.name);
    if (address === undefined) return unverified(debuggee, `There is no label "${wanted.name}" in the code.`);
    const breakpoint = makeBreakpoint(debuggee, "function", [address], wanted);
    made.push(breakpoint);
    return { id: breakpoint.id, verified: true, instructionReference: hexText(address), ...placeOf(debuggee, address) };
  });
  debuggee.breakpoints.replace("function", made);
  arm(debuggee);
  return { breakpoints };
}

function functionAddress(debuggee: Debuggee, name: string): number | undefined {
  const { image } = debuggee;
  const symbol = symbolNamed(image, name);
  if (symbol && image.sections[symbol.section]?.exec) return symbol.address;
  return image.stubs.find((stub) => stub.name === name)?.address;
}

function setInstructionBreakpoints(session: Session, args: DebugProtocol.SetInstructionBreakpointsArguments) {
  const debuggee = debuggeeOf(session);
  const made: Breakpoint[] = [];
  const breakpoints = args.breakpoints.map((wanted): DebugProtocol.Breakpoint => {
    const problem = conditionProblem(wanted.condition ?? "", wanted.hitCondition ?? "");
    const address = instructionAddress(wanted);
    if (address === undefined || problem !== "") return unverified(debuggee, problem || NO_ADDRESS);
    const start = instructionAt(debuggee, address);
    if (start !== address) return unverified(debuggee, insideText(address, start));
    const breakpoint = makeBreakpoint(debuggee, "instruction", [address], wanted);
    breakpoint.verified = instructionBegins(debuggee, address);
    made.push(breakpoint);
    return instructionAnswer(debuggee, breakpoint);
  });
  debuggee.breakpoints.replace("instruction", made);
  arm(debuggee);
  return { breakpoints };
}

const NO_ADDRESS = "This is no address of an instruction: write one such as 0x401000.";

const insideText = (address: number, start: number): string =>
  `${hexText(address)} lies inside the instruction that begins at ${hexText(start)}.`;

/** undefined when the reference is none, or leads out of user memory. */
function instructionAddress({ instructionReference, offset = 0 }: DebugProtocol.InstructionBreakpoint) {
  const text = `${instructionReference}`.trim();
  const address = /^(0x[0-9a-f]+|[0-9]+)$/i.test(text) ? Number(text) + offset : Number.NaN;
  return Number.isSafeInteger(address) && address >= 0 && address < 2 ** 47 ? address : undefined;
}

function breakpointLocations(session: Session, args: DebugProtocol.BreakpointLocationsArguments) {
  const debuggee = debuggeeOf(session);
  const lines = new Set<number>();
  for (const name of debuggee.names.namesOf(args.source.path ?? "")) {
    for (const line of lineTable(debuggee.image).get(name)?.keys() ?? []) {
      if (line >= args.line && line <= (args.endLine ?? args.line)) lines.add(line);
    }
  }
  return { breakpoints: [...lines].sort((a, b) => a - b).map((line) => ({ line })) };
}

// ---- exceptions -----------------------------------------------------------------------------------------------------

function setExceptionBreakpoints(session: Session, args: DebugProtocol.SetExceptionBreakpointsArguments) {
  const image = session.debuggee?.image;
  session.exceptions = choiceOf(args, image);
  if (session.debuggee) session.debuggee.exceptions = session.exceptions;
  const wanted = [
    ...args.filters.map((filterId) => ({ filterId, condition: undefined })),
    ...(args.filterOptions ?? []),
  ];
  return {
    breakpoints: wanted.map(({ filterId, condition }) => {
      const message = filterProblem(filterId, condition ?? "", image);
      return message === "" ? { verified: true } : { verified: false, message };
    }),
  };
}

function exceptionInfo(session: Session, { threadId }: DebugProtocol.ExceptionInfoArguments) {
  const debuggee = standingDebuggee(session);
  if (threadId !== currentThreadId(debuggee))
    throw new RequestError(`It was not thread ${threadId} that stopped.`, "log");
  if (debuggee.why?.reason !== "exception") throw new RequestError("The program did not stop for an exception.", "log");
  if (debuggee.unexplained.length === 0) return infoOf(debuggee);
  return lookIntoFindings(session, debuggee).then(() => infoOf(debuggee));
}

/** The kind of finding, the signal, the system call or the function. */
function exceptionName(stop: MachineStop | undefined): string | undefined {
  if (stop?.kind === "finding") return stop.finding.kind;
  if (stop?.kind === "signal") return stop.signal;
  if (stop?.kind !== "event") return undefined;
  const { event } = stop;
  if (event.kind === "syscall-enter") return event.name;
  if (event.kind === "alloc" || event.kind === "free") return event.by;
  return event.kind === "break" ? "brk" : undefined;
}

function infoOf(debuggee: Debuggee) {
  const { stop, why } = debuggee;
  const finding = stop?.kind === "finding" ? stop.finding : stop?.kind === "signal" ? stop.finding : undefined;
  const name = exceptionName(stop) ?? why?.description ?? "stop";
  const told = stop?.kind === "finding" ? findingStopText(debuggee, stop) : why?.text;
  const text = stop?.kind === "signal" ? stop.explanation : (told ?? "");
  const pages = debuggee.properties.findingPages;
  const page = finding && pages !== undefined ? `More: ${pages}${finding.kind}.md` : undefined;
  const more = page ?? (finding && `More: asmoscope explain ${finding.kind}`);
  const message = more === undefined ? text : `${text}\n${more}`;
  const { image } = debuggee;
  const frames = finding?.stack.map(({ pc, functionAddress }) => {
    const place = lineText(image, pc);
    return `${functionName(image, pc, functionAddress || undefined)}${place === hexText(pc) ? "" : ` (${place})`}`;
  });
  // VS Code makes links of addresses in this text alone.
  const stackTrace = [...(frames ?? []), ...(page === undefined ? [] : [page])].join("\n");
  return {
    exceptionId: name,
    description: message,
    breakMode: "always",
    details: { message, typeName: finding?.kind ?? name, ...(stackTrace ? { stackTrace } : {}) },
  };
}

// ---- data breakpoints -----------------------------------------------------------------------------------------------

const MAX_WATCH_BYTES = 1 << 20;
const ACCESSES = ["read", "write", "readWrite"] as const;

function dataBreakpointInfo(session: Session, args: DebugProtocol.DataBreakpointInfoArguments) {
  const debuggee = standingDebuggee(session);
  const target = args.asAddress
    ? { address: Number(args.name), sizeBytes: args.bytes ?? 1 }
    : watchTarget(debuggee, args);
  if (!target) return { dataId: null, description: "This has no address: only memory can be watched." };
  const sizeBytes = args.bytes ?? target.sizeBytes;
  const problem = watchProblem(target.address, sizeBytes);
  if (problem !== "") return { dataId: null, description: problem };
  const label = labelText(debuggee.image, target.address) ?? hexText(target.address);
  return {
    dataId: `${hexText(target.address)}:${sizeBytes}`,
    description: `${byteCount(sizeBytes)} at ${label}`,
    accessTypes: ACCESSES,
    canPersist: false,
  };
}

/** Why bytes cannot be watched; empty when they can. */
function watchProblem(address: number, sizeBytes: number): string {
  if (!Number.isSafeInteger(address) || address < 0 || address + sizeBytes > 2 ** 47)
    return "This is no address of user memory: write one such as 0x402000.";
  if (sizeBytes >= 1 && sizeBytes <= MAX_WATCH_BYTES) return "";
  return `From 1 to ${MAX_WATCH_BYTES} bytes can be watched, not ${sizeBytes}.`;
}

/** Address and size of a variable of a scope, or of an expression. */
function watchTarget(debuggee: Debuggee, args: DebugProtocol.DataBreakpointInfoArguments) {
  const handle = args.variablesReference ? debuggee.handles.get(args.variablesReference) : undefined;
  try {
    const variable = handle
      ? handle.variables().find(({ name }) => name === args.name)
      : evaluate({ scene: sceneOf(debuggee), frame: (args.frameId ?? 1) - 1 }, args.name);
    if (variable?.place?.kind === "memory") return variable.place;
    if (!variable || variable.place || variable.address === undefined) return undefined;
    const sizeBytes = variable
      .children?.()
      .reduce((sum, { place }) => sum + (place?.kind === "memory" ? place.sizeBytes : 0), 0);
    return { address: variable.address, sizeBytes: sizeBytes || sceneOf(debuggee).wordBytes };
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function setDataBreakpoints(session: Session, args: DebugProtocol.SetDataBreakpointsArguments) {
  const debuggee = debuggeeOf(session);
  const watchpoints: Watchpoint[] = [];
  const made: Breakpoint[] = [];
  const breakpoints = args.breakpoints.map((wanted): DebugProtocol.Breakpoint => {
    const match = /^(0x[0-9a-f]+):(\d+)$/.exec(wanted.dataId);
    const address = Number(match?.[1]);
    const sizeBytes = Number(match?.[2]);
    const problem =
      watchProblem(address, sizeBytes) || conditionProblem(wanted.condition ?? "", wanted.hitCondition ?? "");
    if (problem !== "") return unverified(debuggee, problem);
    const access = ACCESSES.find((known) => known === (wanted.accessType ?? "write"));
    if (!access) return unverified(debuggee, `There is no access "${wanted.accessType}": ${ACCESSES.join(", ")}.`);
    const watchpoint: Watchpoint = { address, sizeBytes, access };
    const breakpoint = { ...makeBreakpoint(debuggee, "data", [address], wanted), watchpoint };
    made.push(breakpoint);
    watchpoints.push(watchpoint);
    return { id: breakpoint.id, verified: true };
  });
  debuggee.breakpoints.replace("data", made);
  debuggee.machine.watchpoints = debuggee.properties.noDebug ? [] : watchpoints;
  return { breakpoints };
}

export const breakpointRequests: Requests = {
  setBreakpoints,
  setFunctionBreakpoints,
  setInstructionBreakpoints,
  breakpointLocations,
  setExceptionBreakpoints,
  exceptionInfo,
  dataBreakpointInfo,
  setDataBreakpoints,
};
