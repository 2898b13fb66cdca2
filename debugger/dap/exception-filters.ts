// Exception filters: which findings, signals, system calls and allocations stop the program before they happen.

import type { DebugProtocol } from "@vscode/debugprotocol";
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
  },
  {
    filter: "warnings",
    label: "Warnings of the memory checker",
    description: "Also stops for findings that are no errors for certain.",
    default: false,
  },
  {
    filter: "signals",
    label: "Signals",
    description: "SIGSEGV, SIGFPE, SIGILL …: stops before the program ends.",
    default: true,
  },
  {
    filter: "leaks",
    label: "Leaks",
    description: "Stops at the end when memory was lost.",
    default: false,
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

/** The filter that a finding belongs to. */
export function filterOf(finding: Finding): string {
  if (finding.kind.startsWith("leak-")) return "leaks";
  if (CONVENTION.test(finding.kind) && finding.severity === "error") return "convention";
  return finding.severity === "error" ? "memory" : "warnings";
}

/** Words of a condition: "write, 12". */
const words = (condition: string): readonly string[] =>
  condition
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

export function findingWanted({ exceptions, properties }: Debuggee, finding: Finding): boolean {
  const filter = filterOf(finding);
  if (properties.noDebug || !exceptions.filters.has(filter)) return false;
  const condition = exceptions.conditions.get(filter);
  return condition === undefined || words(condition).some((word) => finding.kind.startsWith(word));
}

export function eventWanted({ exceptions, properties }: Debuggee, event: MachineEvent): boolean {
  if (properties.noDebug) return false;
  if (event.kind === "syscall-enter" && exceptions.filters.has("syscalls")) {
    const condition = exceptions.conditions.get("syscalls");
    const named = [event.name, `${event.number}`];
    return condition === undefined || words(condition).some((word) => named.includes(word));
  }
  const allocates = event.kind === "alloc" || event.kind === "free" || event.kind === "break";
  return allocates && exceptions.filters.has("allocations");
}

export const exitWanted = ({ exceptions, properties }: Debuggee): boolean =>
  !properties.noDebug && exceptions.filters.has("exit");
