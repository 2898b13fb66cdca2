// Exception filters: which findings, signals, system calls and allocations stop the program before they happen.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { type FindingName, findingKinds } from "../../server/facts/findings.ts";
import { isLibcFunction } from "../../server/facts/libc.ts";
import { signals } from "../../server/facts/signals.ts";
import { syscallByName, syscallByNumber } from "../../server/facts/syscalls.ts";
import type { Image } from "../../server/obj/image.ts";
import type { Finding } from "../check/finding.ts";
import { FAULTS } from "../check/recorder.ts";
import type { MachineStop } from "../machine/machine.ts";
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
    description: "Stops once at the end when memory was lost.",
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

/** setExceptionBreakpoints' arguments as a choice: several conditions of one filter add up, words that fit nothing fall out. */
export function choiceOf(
  args: DebugProtocol.SetExceptionBreakpointsArguments,
  image: Image | undefined,
): ExceptionChoice {
  const all = new Set(args.filters);
  const conditions = new Map<string, string>();
  for (const { filterId, condition = "" } of args.filterOptions ?? []) {
    if (words(condition).length === 0) all.add(filterId);
    else if (filterNamed(filterId)?.supportsCondition) {
      const fitting = words(condition).filter((word) => wordProblem(filterId, word, image) === "");
      if (fitting.length > 0) conditions.set(filterId, [conditions.get(filterId), ...fitting].join(" "));
    }
  }
  const filters = new Set([...all, ...conditions.keys()]);
  for (const filter of all) conditions.delete(filter);
  return { filters, conditions };
}

const filterNamed = (filterId: string) => exceptionFilters.find(({ filter }) => filter === filterId);

const CONVENTION =
  /^(callee-saved-clobbered|stack-imbalance|misaligned-call|direction-flag|variadic-al|volatile-after-.*)$/;

/** A warning behind which comes the fault that it explains. */
const AS_ERROR = new Set(["volatile-after-call"]);

/** The filter that a finding belongs to. */
export function filterOf(finding: Pick<Finding, "kind" | "severity">): string {
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
const KINDS = Object.keys(findingKinds) as FindingName[];

/** Told as a warning or a note, too: faults that a handler takes, what came of a read that was told, conventions of one's own. */
const mayBeMilder = (kind: FindingName): boolean =>
  FAULTS.has(kind) || /^(?:uninit-.*|variadic-al|callee-saved-clobbered|syscall-args)$/.test(kind);

/** The filters that findings of a kind may come to. */
function filtersOf(kind: FindingName): readonly string[] {
  const { by, severity } = findingKinds[kind];
  if (by === "check") return [];
  const usual = filterOf({ kind, severity });
  return mayBeMilder(kind) ? [usual, filterOf({ kind, severity: "note" })] : [usual];
}

/** Why a word is no kind that the filter stops for; kinds may be cut short. */
function kindProblem(filterId: string, word: string): string {
  const meant = KINDS.filter((kind) => kind.startsWith(word));
  if (meant.length === 0) return `There is no kind of finding "${word}".`;
  const filters = meant.flatMap(filtersOf);
  if (filters.includes(filterId)) return "";
  if (filters.length === 0) return `"${word}" is found without running the program.`;
  const label = exceptionFilters.find(({ filter }) => filter === filters[0])!.label;
  return `"${word}" belongs to the filter "${label}".`;
}

/** By name, or by its number in either ABI. */
const isSystemCall = (word: string): boolean =>
  /^\d+$/.test(word)
    ? (["x86_64", "i386"] as const).some((abi) => syscallByNumber(abi, Number(word)) !== undefined)
    : syscallByName(word) !== undefined;

const isFunction = (image: Image | undefined, word: string): boolean =>
  image === undefined || image.symbols.some(({ name }) => name.toLowerCase() === word);

/** Why a word of a filter's condition fits nothing; empty when it may. */
function wordProblem(filterId: string, word: string, image: Image | undefined): string {
  switch (filterId) {
    case "syscalls":
      return isSystemCall(word) ? "" : `There is no system call "${word}".`;
    case "signals":
      return SIGNALS.includes(word) ? "" : `There is no signal "${word}".`;
    case "allocations":
      return word === "brk" || isLibcFunction(word) || isFunction(image, word)
        ? ""
        : `There is no function "${word}" that allocates or frees.`;
    default:
      return kindProblem(filterId, word);
  }
}

/** Why a filter, or a word of its condition, can never stop anything; empty when all can. `image` is the program, once there is one. */
export function filterProblem(filterId: string, condition: string, image: Image | undefined): string {
  const filter = filterNamed(filterId);
  if (!filter) return `There is no exception filter "${filterId}".`;
  if (words(condition).length === 0) return "";
  if (!filter.supportsCondition) return `The filter "${filter.label}" takes no condition.`;
  return words(condition).reduce((problem, word) => problem || wordProblem(filterId, word, image), "");
}

/** Whether the filter is on, and one word of its condition fits, if it has one. */
function wanted({ exceptions, properties }: Debuggee, filter: string, fits: (word: string) => boolean): boolean {
  if (properties.noDebug || !exceptions.filters.has(filter)) return false;
  const condition = exceptions.conditions.get(filter);
  return condition === undefined || words(condition).some(fits);
}

/** What is still pointed to at the end was not lost: only those stop for it who name it. */
export const findingWanted = (debuggee: Debuggee, finding: Finding): boolean =>
  (finding.kind !== "leak-reachable" || debuggee.exceptions.conditions.has("leaks")) &&
  wanted(debuggee, filterOf(finding), (word) => finding.kind.startsWith(word));

/** What explains a fault is a finding as well, unless nobody wants to hear of that one. */
export const faultFinding = ({ machine }: Debuggee, { finding }: MachineStop & { kind: "signal" }) =>
  finding !== undefined && machine.findings.includes(finding) ? finding : undefined;

/** A fault that ends the program: by its signal, or as the finding that it is. */
export function signalWanted(debuggee: Debuggee, stop: MachineStop & { kind: "signal" }): boolean {
  if (wanted(debuggee, "signals", (word) => word === stop.signal.toLowerCase())) return true;
  const finding = faultFinding(debuggee, stop);
  return finding !== undefined && findingWanted(debuggee, finding);
}

export function eventWanted(debuggee: Debuggee, event: MachineEvent): boolean {
  switch (event.kind) {
    case "syscall-enter":
      return wanted(debuggee, "syscalls", (word) => word === event.name || word === `${event.number}`);
    case "alloc":
    case "free":
      return wanted(debuggee, "allocations", (word) => word === event.by.toLowerCase());
    case "break":
      return wanted(debuggee, "allocations", (word) => word === "brk");
    default:
      return false;
  }
}

export const exitWanted = (debuggee: Debuggee): boolean => wanted(debuggee, "exit", () => true);
