// Requests about where the machine stands: threads, call stack, scopes, variables.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { hexText } from "../view/format.ts";
import { frameScope } from "../view/frame-slots.ts";
import type { Frame } from "../view/frames.ts";
import { globalsScope } from "../view/globals.ts";
import { heapScope } from "../view/heap.ts";
import { codeItemAt, lineChain } from "../view/lines.ts";
import { memoryMapScope } from "../view/memory-map.ts";
import { registersScope } from "../view/registers.ts";
import type { Variable } from "../view/variable.ts";
import { sceneOf } from "./runner.ts";
import {
  type Debuggee,
  type Handle,
  RequestError,
  type Requests,
  type Session,
  standingDebuggee,
} from "./session-state.ts";
import { sourceOf } from "./source-names.ts";
import { OTHER_FRAME_ID, otherFrame, threadList } from "./tasks.ts";

const threads = (session: Session) => ({ threads: threadList(session.debuggee) });

/** Frames beyond this many are counted but not listed: recursion without end. */
const MAX_FRAMES = 10_000;

function stackTrace(session: Session, args: DebugProtocol.StackTraceArguments) {
  const debuggee = standingDebuggee(session);
  const other = otherFrame(debuggee, args.threadId);
  if (other !== undefined) return { stackFrames: [other], totalFrames: 1 };
  const all = shownFrames(debuggee);
  const from = args.startFrame ?? 0;
  const to = args.levels ? from + args.levels : all.length;
  return { stackFrames: all.slice(from, Math.min(to, MAX_FRAMES)), totalFrames: Math.min(all.length, MAX_FRAMES) };
}

/** The machine's frames; above the innermost one the macro bodies that are shown. */
function shownFrames(debuggee: Debuggee): DebugProtocol.StackFrame[] {
  const { frames } = sceneOf(debuggee);
  const [top] = frames;
  const bodies = top ? bodyFrames(debuggee, top) : [];
  return [...bodies, ...frames.map((frame) => stackFrame(debuggee, frame))];
}

/**
 * Frame ids: the frame's index + 1; macro bodies mean the innermost frame too and count from a million up.
 * @throws {RequestError} for a process or thread that has no turn
 */
export function frameIndexOf(id: number | undefined): number {
  if (id === undefined) return 0;
  if (id >= OTHER_FRAME_ID)
    throw new RequestError("Another process or thread has the turn: only its values can be seen.", "log");
  return id >= BODY_FRAME_ID ? 0 : Math.max(0, id - 1);
}
const BODY_FRAME_ID = 1_000_000;

function bodyFrames(debuggee: Debuggee, top: Frame): DebugProtocol.StackFrame[] {
  const item = codeItemAt(debuggee.image, top.pc);
  const chain = item ? lineChain(item) : [];
  return chain
    .slice(1, debuggee.shownExpansions + 1)
    .map((place, level) => ({
      id: BODY_FRAME_ID + level,
      name: `${place.macro} (macro)`,
      source: sourceOf(debuggee.names, place.file),
      line: place.lineNumber,
      column: 1,
      instructionPointerReference: hexText(top.pc),
    }))
    .reverse();
}

/** Where the editor's arrow goes: the frame's line; when execution ran out of the source, the line that led there. */
function lineOf(debuggee: Debuggee, frame: Frame) {
  const { stop, image } = debuggee;
  const own = codeItemAt(image, frame.pc);
  const finding = stop?.kind === "finding" || stop?.kind === "signal" ? stop.finding : undefined;
  return own ?? (frame.index === 0 && finding ? codeItemAt(image, finding.pc) : undefined);
}

function stackFrame(debuggee: Debuggee, frame: Frame): DebugProtocol.StackFrame {
  const item = lineOf(debuggee, frame);
  const suffix = frame.chain === "disagrees" ? " ⚠ see Frame" : "";
  return {
    id: frame.index + 1,
    name: `${frame.name}${suffix}`,
    ...(item ? { source: sourceOf(debuggee.names, item.file) } : {}),
    line: item?.lineNumber ?? 0,
    column: item ? 1 : 0,
    instructionPointerReference: hexText(frame.pc),
    ...(frame.kind === "libc" ? { presentationHint: "subtle" as const, canRestart: false } : {}),
  };
}

// ---- scopes and variables -------------------------------------------------------------------------------------------

/** Registers a list of variables that the editor may unfold. */
export function handleFor(debuggee: Debuggee, handle: Handle): number {
  const reference = debuggee.nextHandle++;
  debuggee.handles.set(reference, handle);
  return reference;
}

function scopes(session: Session, args: DebugProtocol.ScopesArguments) {
  const debuggee = standingDebuggee(session);
  if (args.frameId >= OTHER_FRAME_ID) return { scopes: [] };
  const scene = sceneOf(debuggee);
  const index = frameIndexOf(args.frameId);
  const frame = scene.frames[index];
  if (!frame) throw new RequestError("This frame is gone.", "log");
  const scope = (name: string, variables: () => readonly Variable[], more: Partial<DebugProtocol.Scope> = {}) => ({
    name,
    variablesReference: handleFor(debuggee, { variables, frame: index }),
    expensive: false,
    ...more,
  });
  return {
    scopes: [
      scope("Registers", () => registersScope(scene), { presentationHint: "registers" }),
      scope("Frame", () => frameScope(scene, frame), { presentationHint: "locals" }),
      scope("Globals", () => globalsScope(scene)),
      scope("Heap", () => heapScope(scene)),
      scope("Memory map", () => memoryMapScope(scene), { expensive: true }),
    ],
  };
}

function variables(session: Session, args: DebugProtocol.VariablesArguments) {
  const debuggee = standingDebuggee(session);
  const handle = debuggee.handles.get(args.variablesReference);
  if (!handle) throw new RequestError("These variables belong to an earlier stop.", "log");
  const list = handle.variables(args.start ?? 0, args.count || undefined);
  const shown = list.map((variable) => protocolVariable(debuggee, variable, handle.frame));
  for (const variable of shown) variable.value = formatted(variable.value, args.format);
  return { variables: shown };
}

/** A value in the client's format: hexadecimal alone instead of "0x2a (42)" and "7". */
export function formatted(value: string, format: DebugProtocol.ValueFormat | undefined): string {
  if (!format?.hex) return value;
  return value.replace(/(0x[0-9a-f]+) \(-?\d+\)/g, "$1").replace(/^\d$/, "0x$&");
}

/** One variable as the protocol wants it, with a handle for its children. */
export function protocolVariable(debuggee: Debuggee, variable: Variable, frame: number): DebugProtocol.Variable {
  const { name, value, type, expression, address, elementCount, place, children } = variable;
  // An editor asks for dozens after each step: no object is made to be copied into another one.
  const shown = { name, value } as DebugProtocol.Variable;
  if (type !== undefined) shown.type = type;
  if (expression !== undefined) shown.evaluateName = expression;
  if (address !== undefined) shown.memoryReference = hexText(address);
  if (elementCount) shown.indexedVariables = elementCount;
  if (!place) shown.presentationHint = { attributes: ["readOnly"] };
  shown.variablesReference = children ? handleFor(debuggee, { variables: children, frame }) : 0;
  return shown;
}

export const stackRequests: Requests = { threads, stackTrace, scopes, variables };
