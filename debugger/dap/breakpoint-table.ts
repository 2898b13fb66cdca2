// Breakpoints of a session: which addresses the machine stops at, and whether a stop there is one the person wants
// (condition, hit count) or only a message.

import type { Watchpoint } from "../machine/machine.ts";
import { type Context, evaluate, holds } from "../view/evaluate.ts";
import { ExpressionError, parseExpression } from "../view/expression.ts";
import type { HitTimes } from "./hit-times.ts";

export interface Breakpoint {
  readonly id: number;
  readonly kind: "source" | "function" | "instruction" | "data";
  /** Instructions; for "data" where the watched bytes begin. */
  readonly addresses: readonly number[];
  /** For "data": what is watched. */
  readonly watchpoint?: Watchpoint;
  /** The line it stands on, for source breakpoints. */
  readonly line?: { readonly file: string; readonly lineNumber: number };
  readonly condition: string;
  readonly hitCondition: string;
  readonly logMessage: string;
  /** Instants at which it was reached with its condition true: those that the hit condition wants stop in either direction. */
  hits: HitTimes;
  /** False as long as no instruction stands there: memory that the program maps or writes later. */
  verified: boolean;
}

export interface BreakpointTable {
  /** Replaces all breakpoints of one group: a source's location, "function", "instruction", "data". */
  replace(group: string, breakpoints: readonly Breakpoint[]): void;
  newId(): number;
  /** Those with a hit count. */
  counting(): readonly Breakpoint[];
  /** Hits later than `time` are void: the history after it was discarded. */
  forgetAfter(time: number): void;
  /** All instructions to stop at, for the machine. */
  addresses(): ReadonlySet<number>;
  /** Those on the instruction at `address`. */
  at(address: number): readonly Breakpoint[];
  /** Those that wait for an instruction to stand where they are. */
  unverified(): readonly Breakpoint[];
  /** Data breakpoints for these. */
  on(points: readonly Watchpoint[]): readonly Breakpoint[];
}

export function createBreakpointTable(): BreakpointTable {
  const groups = new Map<string, readonly Breakpoint[]>();
  let byAddress = new Map<number, Breakpoint[]>();
  const data = () => groups.get("data") ?? [];
  let lastId = 0;
  return {
    replace(group, breakpoints) {
      for (const fresh of breakpoints) {
        // Clients send all breakpoints of a file again when one of them changes: the others keep their counts.
        const same = groups.get(group)?.find((old) => sameBreakpoint(old, fresh));
        if (same) fresh.hits = same.hits;
      }
      groups.set(group, breakpoints);
      byAddress = new Map();
      for (const breakpoint of [...groups.values()].flat()) {
        if (breakpoint.kind === "data") continue;
        for (const address of breakpoint.addresses) {
          byAddress.set(address, [...(byAddress.get(address) ?? []), breakpoint]);
        }
      }
    },
    newId: () => ++lastId,
    counting: () => [...groups.values()].flat().filter(({ hitCondition }) => hitCondition.trim() !== ""),
    forgetAfter(time) {
      for (const { hits } of [...groups.values()].flat()) hits.forgetAfter(time);
    },
    addresses: () => new Set(byAddress.keys()),
    at: (address) => byAddress.get(address) ?? [],
    unverified: () => [...groups.values()].flat().filter(({ verified }) => !verified),
    on: (points) => data().filter(({ watchpoint }) => watchpoint && points.includes(watchpoint)),
  };
}

const sameBreakpoint = (a: Breakpoint, b: Breakpoint): boolean =>
  a.addresses[0] === b.addresses[0] &&
  a.watchpoint?.sizeBytes === b.watchpoint?.sizeBytes &&
  a.watchpoint?.access === b.watchpoint?.access &&
  a.condition === b.condition &&
  a.hitCondition === b.hitCondition;

/** What reaching an address means. */
export interface Arrival {
  /** Breakpoints that stop. */
  readonly hit: readonly Breakpoint[];
  /** One of them does, or nobody knows why it should not. */
  readonly stops: boolean;
  /** Messages of log points, in order. */
  readonly messages: readonly string[];
  /** Conditions that cannot be evaluated: the person should see why, and stop. */
  readonly problems: readonly string[];
}

/** @throws {ExpressionError} when the condition cannot be evaluated. */
export const conditionHolds = (context: Context, { condition }: Breakpoint): boolean =>
  condition.trim() === "" || holds(context, condition);

/**
 * Judges the breakpoints at an address the machine has reached. "count" adds a hit; "look" (going backwards) finds the hit
 * among those counted before, so that only those instants stop at which the way forward would have stopped.
 */
export function arrive(context: Context, breakpoints: readonly Breakpoint[], counting: "count" | "look"): Arrival {
  const { time } = context.scene.machine;
  const hit: Breakpoint[] = [];
  const messages: string[] = [];
  const problems: string[] = [];
  for (const breakpoint of breakpoints) {
    try {
      if (!conditionHolds(context, breakpoint)) continue;
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problems.push(`condition "${breakpoint.condition}": ${error.message}`);
      hit.push(breakpoint);
      continue;
    }
    if (breakpoint.hitCondition.trim() !== "") {
      const { hits } = breakpoint;
      if (counting === "count" ? !hits.count(time) : !hits.isWanted(time)) continue;
    }
    if (breakpoint.logMessage !== "") messages.push(logText(context, breakpoint.logMessage));
    else hit.push(breakpoint);
  }
  return { hit, stops: hit.length > 0 || breakpoints.length === 0, messages, problems };
}

/** Which hits stop: "5" the fifth; ">5", ">=5", "<5" and "%5" (every fifth) as in other debuggers. */
export function hitRule(condition: string): (number: number) => boolean {
  const match = /^\s*(==?|>=?|<=?|%)?\s*(\d+)\s*$/.exec(condition);
  if (!match) return () => true;
  const count = Number(match[2]);
  switch (match[1]) {
    case ">":
      return (number) => number > count;
    case ">=":
      return (number) => number >= count;
    case "<":
      return (number) => number < count;
    case "<=":
      return (number) => number <= count;
    case "%":
      return (number) => count > 0 && number % count === 0;
    default:
      return (number) => number === count;
  }
}

/** Why a hit condition or condition cannot be used; empty when it can. */
export function conditionProblem(condition: string, hitCondition: string): string {
  if (hitCondition.trim() !== "" && !/^\s*(==?|>=?|<=?|%)?\s*\d+\s*$/.test(hitCondition))
    return `hit count "${hitCondition}": write a number, or >, >=, <, <=, % and a number`;
  if (/^\s*(==?|<|%)?\s*0+\s*$/.test(hitCondition)) return `hit count "${hitCondition}": the first hit is number 1`;
  if (condition.trim() === "") return "";
  try {
    parseExpression(condition);
    return "";
  } catch (error) {
    return error instanceof ExpressionError ? error.message : String(error);
  }
}

/** "i = {rcx}" with values for the braces. */
function logText(context: Context, message: string): string {
  return message.replace(/\{([^{}]*)\}/g, (_, expression: string) => {
    try {
      return evaluate(context, expression).value;
    } catch (error) {
      return `{${expression}: ${error instanceof Error ? error.message : String(error)}}`;
    }
  });
}
