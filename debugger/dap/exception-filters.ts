// Exception filters: which findings, signals, system calls and allocations stop the program before they happen.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { findingKinds } from "../../server/facts/findings.ts";
import { signals } from "../../server/facts/signals.ts";
import { syscallByName } from "../../server/facts/syscalls.ts";
import type { Finding } from "../check/finding.ts";
import type { MachineEvent } from "../os/events.ts";
import type { Debuggee, ExceptionChoice } from "./session-state.ts";

/** Shown in the Breakpoints view, in this order. */
export const exceptionFilters: readonly DebugProtocol.ExceptionBreakpointsFilter[] = [
  {
    filter: "memory",
    label: "Memory errors",
    description: "Stops before an instruction that the memory checker calls an error.",
    default: true,
    supportsCondition: true,
    conditionDescription: "kinds, e.g. use-after-free-read, heap-overflow-write; empty: all",
  },
  {
    filter: "convention",
    label: "Calling convention",
    description: "Registers not preserved, unbalanced or misaligned stack at calls and returns.",
    default: true,
    supportsCondition: true,
    conditionDescription: "kinds, e.g. misaligned-call, stack-imbalance; empty: all",
  },
  {
    filter: "warnings",
    label: "Warnings of the memory checker",
    description: "Also stops for findings that are no errors for certain.",
    default: false,
    supportsCondition: true,
    conditionDescription: "kinds, e.g. unchecked-syscall-error; empty: all",
  },
  {
    filter: "signals",
    label: "Signals",
    description: "SIGSEGV, SIGFPE, SIGILL …: stops before the program ends.",
    default: true,
    supportsCondition: true,
    conditionDescription: "names, e.g. SIGFPE; empty: all",
  },
  {
    filter: "leaks",
    label: "Leaks",
    description: "Stops at the end when memory was lost.",
    default: false,
    supportsCondition: true,
    conditionDescription: "kinds, e.g. leak-definite; empty: all",
  },
  {
    filter: "syscalls",
    label: "System calls",
    description: "Stops before each system call.",
    default: false,
    supportsCondition: true,
    conditionDescription: "names or numbers, e.g. write, 12; empty: all",
  },
  {
    filter: "allocations",
    label: "Allocations",
    description: "Stops at each malloc, calloc, realloc, free and change of the break.",
    default: false,
    supportsCondition: true,
    conditionDescription: "functions, e.g. malloc, free, brk; empty: all",
  },
  {
    filter: "exit",
    label: "Exit",
    description: "Stops at the last instruction, so that the end state can be seen.",
    default: false,
  },
];

export const defaultExceptions: ExceptionChoice = {
  filters: new Set(exceptionFilters.filter((filter) => filter.default).map(({ filter }) => filter)),
  conditions: new Map(),
};

/** setExceptionBreakpoints' arguments as a choice. */
export function choiceOf(args: DebugProtocol.SetExceptionBreakpointsArguments): ExceptionChoice {
  const filters = new Set(args.filters);
  const conditions = new Map<string, string>();
  for (const { filterId, condition } of args.filterOptions ?? []) {
    filters.add(filterId);
    if (condition?.trim()) conditions.set(filterId, condition);
  }
  return { filters, conditions };
}

const CONVENTION =
  /^(callee-saved-clobbered|stack-imbalance|misaligned-call|direction-flag|variadic-al|volatile-after-.*)$/;

/** A warning behind which comes the fault that it explains. */
const AS_ERROR = new Set(["volatile-after-call"]);

/** The filter that a finding belongs to. */
export function filterOf(finding: Finding): string {
  if (finding.kind.startsWith("leak-")) return "leaks";
  if (CONVENTION.test(finding.kind) && (finding.severity === "error" || AS_ERROR.has(finding.kind)))
    return "convention";
  return finding.severity === "error" ? "memory" : "warnings";
}

/** Words of a condition: "write, 12". */
const words = (condition: string): readonly string[] =>
  condition
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

const SIGNALS: readonly string[] = Object.keys(signals).map((name) => name.toLowerCase());
const isKind = (word: string): boolean => Object.keys(findingKinds).some((kind) => kind.startsWith(word));

/** What the words of each filter's condition can be. */
const known: Readonly<Record<string, { readonly what: string; readonly holds: (word: string) => boolean }>> = {
  syscalls: { what: "system call", holds: (word) => /^\d+$/.test(word) || syscallByName(word) !== undefined },
  signals: { what: "signal", holds: (word) => SIGNALS.includes(word) },
  allocations: { what: "function that allocates or frees", holds: () => true },
};
const kinds = { what: "kind of finding", holds: isKind };

/** Why a filter with a condition can never stop anything; empty when it can. */
export function filterProblem(filterId: string, condition: string): string {
  const filter = exceptionFilters.find((candidate) => candidate.filter === filterId);
  if (!filter) return `There is no exception filter "${filterId}".`;
  if (condition.trim() === "") return "";
  if (!filter.supportsCondition) return `The filter "${filter.label}" takes no condition.`;
  const { what, holds } = known[filterId] ?? kinds;
  const stranger = words(condition).find((word) => !holds(word));
  return stranger === undefined ? "" : `There is no ${what} "${stranger}".`;
}

/** Whether the filter is on, and one word of its condition fits, if it has one. */
function wanted({ exceptions, properties }: Debuggee, filter: string, fits: (word: string) => boolean): boolean {
  if (properties.noDebug || !exceptions.filters.has(filter)) return false;
  const condition = exceptions.conditions.get(filter);
  return condition === undefined || words(condition).some(fits);
}

export const findingWanted = (debuggee: Debuggee, finding: Finding): boolean =>
  wanted(debuggee, filterOf(finding), (word) => finding.kind.startsWith(word));

export const signalWanted = (debuggee: Debuggee, signal: string): boolean =>
  wanted(debuggee, "signals", (word) => word === signal.toLowerCase());

export function eventWanted(debuggee: Debuggee, event: MachineEvent): boolean {
  switch (event.kind) {
    case "syscall-enter":
      return wanted(debuggee, "syscalls", (word) => word === event.name || word === `${event.number}`);
    case "alloc":
    case "free":
      return wanted(debuggee, "allocations", (word) => word === event.by);
    case "break":
      return wanted(debuggee, "allocations", (word) => word === "brk");
    default:
      return false;
  }
}

export const exitWanted = (debuggee: Debuggee): boolean => wanted(debuggee, "exit", () => true);
