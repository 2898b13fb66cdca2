// What the arguments of each request must be. Clients differ, and people drive adapters by scripts: whatever arrives is looked
// at here once, so that the requests' functions can take the protocol's types at their word. A wrong argument gets one
// sentence that names it. Names as in the specification of the Debug Adapter Protocol; "?" marks what may be left out.

import { RequestError } from "./session-state.ts";

type Kind = "text" | "whole" | "count" | "truth";
/** An object's properties, or a list of such. */
interface Shape {
  readonly [property: string]: Kind | Shape | readonly [Kind | Shape];
}

const WANTED: Readonly<Record<Kind, string>> = {
  text: "a text",
  whole: "a whole number",
  count: "a whole number that is not negative",
  truth: "true or false",
};

const holds: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  whole: (value) => Number.isSafeInteger(value),
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  truth: (value) => typeof value === "boolean",
};

const source: Shape = { "path?": "text", "name?": "text", "sourceReference?": "whole" };
const conditions: Shape = { "condition?": "text", "hitCondition?": "text" };
const step: Shape = { "granularity?": "text" };
const format: Shape = { "hex?": "truth" };
const filterOption: Shape = { filterId: "text", "condition?": "text" };

const shapes: Readonly<Record<string, Shape>> = {
  initialize: { "adapterID?": "text", "supportsMemoryEvent?": "truth", "supportsInvalidatedEvent?": "truth" },
  attach: { "port?": "count", "stopOnEntry?": "truth" },
  disconnect: { "terminateDebuggee?": "truth" },
  cancel: { "requestId?": "whole", "progressId?": "text" },
  setBreakpoints: {
    source,
    "breakpoints?": [{ line: "whole", "logMessage?": "text", ...conditions }],
    "sourceModified?": "truth",
  },
  setFunctionBreakpoints: { breakpoints: [{ name: "text", ...conditions }] },
  setInstructionBreakpoints: { breakpoints: [{ instructionReference: "text", "offset?": "whole", ...conditions }] },
  setDataBreakpoints: { breakpoints: [{ dataId: "text", "accessType?": "text", ...conditions }] },
  setExceptionBreakpoints: { filters: ["text"], "filterOptions?": [filterOption] },
  breakpointLocations: { source, line: "whole", "endLine?": "whole" },
  dataBreakpointInfo: {
    name: "text",
    "variablesReference?": "count",
    "frameId?": "count",
    "bytes?": "count",
    "asAddress?": "truth",
  },
  next: step,
  stepIn: { ...step, "targetId?": "whole" },
  stepOut: step,
  stepBack: step,
  stepInTargets: { frameId: "count" },
  restartFrame: { frameId: "count" },
  gotoTargets: { source, line: "whole" },
  goto: { targetId: "whole" },
  stackTrace: { "startFrame?": "count", "levels?": "count" },
  exceptionInfo: { threadId: "whole" },
  scopes: { frameId: "count" },
  variables: {
    variablesReference: "count",
    "start?": "count",
    "count?": "count",
    "filter?": "text",
    "format?": format,
  },
  setVariable: { variablesReference: "count", name: "text", value: "text", "format?": format },
  setExpression: { expression: "text", value: "text", "frameId?": "count", "format?": format },
  evaluate: { expression: "text", "frameId?": "count", "context?": "text", "format?": format },
  completions: { text: "text", column: "whole", "line?": "whole", "frameId?": "count" },
  source: { "sourceReference?": "whole", "source?": source },
  modules: { "startModule?": "count", "moduleCount?": "count" },
  readMemory: { memoryReference: "text", "offset?": "whole", count: "count" },
  writeMemory: { memoryReference: "text", "offset?": "whole", data: "text", "allowPartial?": "truth" },
  disassemble: {
    memoryReference: "text",
    "offset?": "whole",
    "instructionOffset?": "whole",
    instructionCount: "count",
  },
  "asmoscope/input": { "text?": "text", "endOfFile?": "truth" },
  "asmoscope/pictures": { "follow?": "truth" },
  "asmoscope/travel": { time: "count" },
  "asmoscope/goToWrite": { address: "text", sizeBytes: "count" },
};

/** A list longer than this is no list of breakpoints. */
const MAX_ELEMENTS = 100_000;

/** The same without properties that are null: some clients write them for what they leave out. */
export function withoutNulls(value: unknown): unknown {
  return hasNull(value) ? copiedWithoutNulls(value) : value;
}

function hasNull(value: unknown): boolean {
  if (typeof value !== "object") return false;
  if (value === null) return true;
  if (ArrayBuffer.isView(value)) return false;
  for (const key in value) if (hasNull((value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}

function copiedWithoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copiedWithoutNulls);
  if (!isObject(value) || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, copiedWithoutNulls(inner)]),
  );
}

/** Whether a request's arguments are what its function takes. @throws {RequestError} naming the first that is not. */
export function checkArguments(command: string, given: unknown): void {
  const shape = Object.hasOwn(shapes, command) ? shapes[command]! : {};
  if (!isObject(given)) throw wrong(command, "arguments", "an object", given);
  checkObject(command, "", shape, given);
}

function checkObject(command: string, path: string, shape: Shape, given: object): void {
  for (const key in shape) {
    const rule = shape[key]!;
    const name = key.endsWith("?") ? key.slice(0, -1) : key;
    const value: unknown = (given as Readonly<Record<string, unknown>>)[name];
    if ((value === undefined || value === null) && name !== key) continue;
    check(command, path === "" ? name : `${path}.${name}`, rule, value);
  }
}

function check(command: string, path: string, rule: Kind | Shape | readonly [Kind | Shape], value: unknown): void {
  if (typeof rule === "string") {
    if (!holds[rule](value)) throw wrong(command, path, WANTED[rule], value);
  } else if (isList(rule)) {
    if (!Array.isArray(value) || value.length > MAX_ELEMENTS) throw wrong(command, path, "a list", value);
    for (const [k, element] of value.entries()) check(command, `${path}[${k}]`, rule[0], element);
  } else {
    if (!isObject(value)) throw wrong(command, path, "an object", value);
    checkObject(command, path, rule, value);
  }
}

const isList = (rule: Shape | readonly [Kind | Shape]): rule is readonly [Kind | Shape] => Array.isArray(rule);

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function wrong(command: string, path: string, wanted: string, value: unknown): RequestError {
  if (value === undefined) return new RequestError(`${command}: "${path}" is missing.`, "log");
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, 60);
  return new RequestError(`${command}: "${path}" must be ${wanted}, not ${shown}.`, "log");
}
