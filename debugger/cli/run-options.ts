// The options of `asmoscope run`: rows for the help text, and what was asked for.

import type { AllocatorRow } from "../../server/facts/annotation.ts";
import type { CheckLevel } from "../machine/machine.ts";
import { allocatorRow } from "./allocator-option.ts";
import { type AssemblerChoices, assemblerChoices, assemblerRows } from "./assembler-options.ts";
import { baselineRows } from "./baseline-file.ts";
import { isSameOutput } from "./input-files.ts";
import {
  allValues,
  lastValue,
  type OptionRow,
  type ParsedArguments,
  parseArguments,
  UsageError,
  wholeNumber,
} from "./options.ts";

export const runRows: readonly OptionRow[] = [
  ...assemblerRows,
  { name: "-e", value: "ENTRY", help: "entry symbol or address (default _start, then main)" },
  { name: "--check", value: "off|bounds|full", help: "memory checker (default full)" },
  {
    name: "--report",
    value: "FILE",
    help: "write the report as JSON instead of showing findings (- is standard output)",
  },
  { name: "--xml", value: "FILE", help: "write the findings as valgrind's XML instead of showing them" },
  ...baselineRows,
  { name: "--error-exitcode", value: "N", help: "exit status when there was a finding of severity error" },
  { name: "--stdin", value: "FILE", help: "standard input of the program" },
  { name: "--env", value: "K=V", help: "a variable of the program's environment (default: none)" },
  { name: "--root", value: "DIR[:rw]", help: "host folder the program sees as /, read-only unless :rw" },
  { name: "--max-instructions", value: "N", help: "stop with status 124 after N instructions" },
  { name: "--timeout", value: "SECONDS", help: "stop with status 124 after this time" },
  { name: "--max-memory", value: "BYTES", help: "what the program may map (default, and at most: 1 GiB)" },
  { name: "--seed", value: "N", help: "seed of randomness and address-space layout (default 0)" },
  { name: "--strace", help: "show system calls" },
  { name: "--stats", help: "one line of JSON with counts and times on standard error" },
  { name: "--core", value: "auto|step|jit", help: "execution core (default auto)" },
  {
    name: "--allocator",
    value: "SPEC",
    help: "a function that allocates: 'NAME(size=REG)->REG' or 'NAME()->REG:size=N'",
  },
  { name: "--deallocator", value: "SPEC", help: "a function that frees: 'NAME(ptr=REG)'" },
  { name: "--dap-port", value: "N", help: "wait for a debugger on 127.0.0.1:N (0: any free port)" },
  { name: "--columns", help: "columns in diagnostics" },
];

/** Options of the contract that are not there yet. */
const LATER: readonly OptionRow[] = [{ name: "--trace", value: "FILE", help: "" }];

export interface RunChoices {
  readonly assembler: AssemblerChoices;
  readonly files: readonly string[];
  readonly args: readonly string[];
  readonly entry?: string;
  readonly check: CheckLevel;
  readonly core: "auto" | "step" | "jit";
  readonly allocators: readonly AllocatorRow[];
  readonly report?: string;
  readonly xml?: string;
  /** Files of known findings: to read, to write. */
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly errorExitCode?: number;
  readonly stdin?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly root?: { readonly folder: string; readonly access: "read-only" | "read-write" };
  readonly maxInstructions: number;
  /** Infinity = none. */
  readonly timeoutMs: number;
  readonly maxMemoryBytes: number;
  readonly seed: number;
  /** Waits there for a debugger, which then steers the run. */
  readonly dapPort?: number;
  readonly shows: ReadonlySet<"strace" | "stats" | "columns">;
}

const DEFAULT_MEMORY_BYTES = 2 ** 30;
const SMALLEST_MEMORY_BYTES = 2 ** 24;

/** Each of them would overwrite the one before. @throws {UsageError} */
function checkOutputs(outputs: Readonly<Record<string, string | undefined>>): void {
  const given = Object.entries(outputs).filter((entry): entry is [string, string] => entry[1] !== undefined);
  given.forEach(([option, name], k) => {
    const other = given.slice(0, k).find(([, before]) => isSameOutput(before, name));
    if (other !== undefined) throw new UsageError(`${other[0]} and ${option} name one file, ${name}`, "run");
  });
}

/** "help" when --help was given. @throws {UsageError} */
export function runChoices(args: readonly string[]): RunChoices | "help" {
  const parsed = parseArguments(args, [...runRows, ...LATER], "run");
  if (lastValue(parsed, "--help") !== undefined) return "help";
  const later = parsed.given.find(({ name }) => LATER.some((row) => row.name === name));
  if (later) throw new UsageError(`option "${later.name}" is not supported in this version`, "run");
  const { files, args: guestArguments } = filesAndArguments(parsed);
  if (files.length === 0) throw new UsageError("no file given", "run");
  const number = (name: string, minimum: number, maximum: number) =>
    wholeNumber(parsed, name, "run", { minimum, maximum });
  const entry = lastValue(parsed, "-e");
  const report = lastValue(parsed, "--report");
  const xml = lastValue(parsed, "--xml");
  const baseline = lastValue(parsed, "--baseline");
  const writeBaseline = lastValue(parsed, "--write-baseline");
  const errorExitCode = number("--error-exitcode", 0, 255);
  const stdin = lastValue(parsed, "--stdin");
  const root = lastValue(parsed, "--root");
  const dapPort = number("--dap-port", 0, 65_535);
  if (dapPort !== undefined) checkDebugged(parsed);
  checkOutputs({ "--report": report, "--xml": xml, "--write-baseline": writeBaseline });
  return {
    assembler: assemblerChoices(parsed, "run"),
    files,
    args: guestArguments,
    ...(entry === undefined ? {} : { entry }),
    check: word(parsed, "--check", ["full", "off", "bounds"]),
    core: word(parsed, "--core", ["auto", "step", "jit"]),
    allocators: parsed.given.flatMap(({ name, value }) =>
      name === "--allocator" || name === "--deallocator" ? [allocatorRow(name, value)] : [],
    ),
    ...(report === undefined ? {} : { report }),
    ...(xml === undefined ? {} : { xml }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(writeBaseline === undefined ? {} : { writeBaseline }),
    ...(errorExitCode === undefined ? {} : { errorExitCode }),
    ...(stdin === undefined ? {} : { stdin }),
    environment: environmentOf(allValues(parsed, "--env")),
    ...(root === undefined ? {} : { root: rootOf(root) }),
    // More than can ever be counted is no limit.
    maxInstructions: number("--max-instructions", 1, Number.POSITIVE_INFINITY) ?? Number.POSITIVE_INFINITY,
    timeoutMs: timeoutOf(lastValue(parsed, "--timeout")),
    maxMemoryBytes: number("--max-memory", SMALLEST_MEMORY_BYTES, Number.MAX_SAFE_INTEGER) ?? DEFAULT_MEMORY_BYTES,
    ...(dapPort === undefined ? {} : { dapPort }),
    seed: number("--seed", 0, Number.MAX_SAFE_INTEGER) ?? 0,
    shows: new Set(
      (["strace", "stats", "columns"] as const).filter((name) => lastValue(parsed, `--${name}`) !== undefined),
    ),
  };
}

/** Options about a run from beginning to end mean nothing where a person steers it. @throws {UsageError} */
function checkDebugged({ given }: ParsedArguments): void {
  const stranger = given.find(({ name }) => NOT_DEBUGGED.has(name));
  if (stranger) throw new UsageError(`option "${stranger.name}" cannot be used together with "--dap-port"`, "run");
}

const NOT_DEBUGGED = new Set([
  ...["--report", "--xml", "--error-exitcode", "--max-instructions", "--timeout", "--strace", "--stats"],
  ...["--allocator", "--deallocator", "-U", "--write-baseline"],
]);

/** `FILE... -- ARG...`; with no file in front, `--` only ends the options: `-- -odd.asm -- ARG...`. */
function filesAndArguments({ operands, rest = [] }: ParsedArguments): {
  files: readonly string[];
  args: readonly string[];
} {
  if (operands.length > 0) return { files: operands, args: rest };
  const second = rest.indexOf("--");
  return second < 0 ? { files: rest, args: [] } : { files: rest.slice(0, second), args: rest.slice(second + 1) };
}

/** One of some words; the first is the default. @throws {UsageError} */
function word<T extends string>(parsed: ParsedArguments, name: string, words: readonly [T, ...T[]]): T {
  const value = lastValue(parsed, name);
  if (value === undefined) return words[0];
  const found = words.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`option "${name}" takes ${words.join(", ")}, not "${value}"`, "run");
  return found;
}

function environmentOf(values: readonly string[]): Record<string, string> {
  const entries = values.map((text): [string, string] => {
    const equals = text.indexOf("=");
    if (equals < 1) throw new UsageError(`option "--env" needs NAME=VALUE, not "${text}"`, "run");
    return [text.slice(0, equals), text.slice(equals + 1)];
  });
  return Object.fromEntries(entries);
}

function rootOf(text: string): NonNullable<RunChoices["root"]> {
  const access = text.endsWith(":rw") ? "read-write" : "read-only";
  const folder = access === "read-write" ? text.slice(0, -":rw".length) : text;
  if (folder === "") throw new UsageError(`option "--root" needs a folder, not "${text}"`, "run");
  return { folder, access };
}

function timeoutOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const seconds = /^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds > 0))
    throw new UsageError(
      `option "--timeout" needs a number of seconds above 0, such as 5 or 0.5, not "${text}"`,
      "run",
    );
  return seconds * 1000;
}
