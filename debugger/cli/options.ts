// Command-line options: GNU long ones and nasm's short ones, which take their value joined or separate (-felf64, -f elf64).
// A command describes its options as rows; parsing gives what was given, in order, since -D and -U depend on it.

import { nearest } from "../../server/base/similar.ts";

/** Wrong usage: one line on standard error and exit status 2. */
export class UsageError extends Error {
  /** "run ", "build " …: the command whose --help to point to; "" for none. */
  readonly command: string;
  constructor(message: string, command?: string) {
    super(message);
    this.command = command === undefined ? "" : `${command} `;
  }
}

/** `name` with its dashes. `value` is its name in the help text; absent for flags. `joined` values cannot stand apart (-w+all). */
export interface OptionRow {
  readonly name: string;
  readonly value?: string;
  readonly form?: "joined";
  readonly help: string;
}

export interface GivenOption {
  readonly name: string;
  /** "" for flags. */
  readonly value: string;
}

export interface ParsedArguments {
  readonly given: readonly GivenOption[];
  readonly operands: readonly string[];
  /** What follows `--`; undefined when there was none. */
  readonly rest: readonly string[] | undefined;
}

/** Splits one argument into option and joined value; undefined when no row fits. */
function matchRow(argument: string, rows: readonly OptionRow[]): { row: OptionRow; joined?: string } | undefined {
  if (argument.startsWith("--")) {
    const equals = argument.indexOf("=");
    const name = equals < 0 ? argument : argument.slice(0, equals);
    const row = rows.find((candidate) => candidate.name === name);
    if (!row) return undefined;
    return equals < 0 ? { row } : { row, joined: argument.slice(equals + 1) };
  }
  const exact = rows.find((row) => row.name === argument);
  if (exact) return exact.form === "joined" ? { row: exact, joined: "" } : { row: exact };
  const row = rows.find((candidate) => candidate.name.length === 2 && argument.startsWith(candidate.name));
  return row?.value === undefined ? undefined : { row, joined: argument.slice(2) };
}

/** With the options it may stand for, and for `run` where the program's own options go. */
function unknownOption(argument: string, rows: readonly OptionRow[], operands: readonly string[]): string {
  const name = argument.replace(/=.*/, "");
  const names = [...rows.map((row) => row.name), "--help"].filter((other) => other.length > 2);
  const begun = name.length > 1 ? names.filter((other) => other.startsWith(name)) : [];
  const similar = begun.length > 0 ? begun : nearest(name, names);
  const meant = similar.length === 0 ? "" : ` (did you mean ${similar.slice(0, 2).join(" or ")}?)`;
  const isForGuest = meant === "" && operands.length > 0 && rows.some((row) => row.name === "--strace");
  return `unknown option "${argument}"${meant}${isForGuest ? " (what is meant for the program stands behind --)" : ""}`;
}

/** @throws {UsageError} for an unknown option, a missing value, or a value where none belongs. */
export function parseArguments(args: readonly string[], rows: readonly OptionRow[], command: string): ParsedArguments {
  const given: GivenOption[] = [];
  const operands: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at]!;
    if (argument === "--") return { given, operands, rest: args.slice(at + 1) };
    if (argument === "-h" || argument === "--help") {
      given.push({ name: "--help", value: "" });
      continue;
    }
    if (!argument.startsWith("-") || argument === "-") {
      operands.push(argument);
      continue;
    }
    const match = matchRow(argument, rows);
    if (!match) throw new UsageError(unknownOption(argument, rows, operands), command);
    const { row, joined } = match;
    if (row.value === undefined) {
      if (joined !== undefined) throw new UsageError(`option "${row.name}" takes no value`, command);
      given.push({ name: row.name, value: "" });
      continue;
    }
    const value = joined ?? args[++at];
    const isNothing = value === undefined || (value === "" && /^(?:FILE|OUT)$/.test(row.value));
    if (isNothing) throw new UsageError(`option "${row.name}" needs a value (${row.value})`, command);
    given.push({ name: row.name, value });
  }
  return { given, operands, rest: undefined };
}

/** The last value given for `name`, as with GNU tools the last one wins. */
export function lastValue(parsed: ParsedArguments, name: string): string | undefined {
  return parsed.given.filter((option) => option.name === name).at(-1)?.value;
}

/** Every value given for `name`, in order. */
export function allValues(parsed: ParsedArguments, name: string): string[] {
  return parsed.given.filter((option) => option.name === name).map((option) => option.value);
}

/** A whole number of at least `minimum`, decimal or 0x…; undefined when the option was not given. @throws {UsageError} */
export function wholeNumber(
  parsed: ParsedArguments,
  name: string,
  command: string,
  range: { readonly minimum: number; readonly maximum: number },
): number | undefined {
  const text = lastValue(parsed, name);
  if (text === undefined) return undefined;
  const value = /^(?:[0-9]+|0x[0-9a-f]+)$/i.test(text) ? Number(text) : Number.NaN;
  if (!(value >= range.minimum && value <= range.maximum)) {
    const isTooLarge = value > range.maximum;
    const isOpen = range.maximum >= Number.MAX_SAFE_INTEGER && !isTooLarge;
    const limit = isOpen ? `${range.minimum} or more` : `${range.minimum} to ${range.maximum}`;
    throw new UsageError(`option "${name}" needs a whole number (${limit}), not "${text}"`, command);
  }
  return value;
}

/** The text of `asmoscope COMMAND --help`. */
export function helpFor(usage: string, purpose: string, rows: readonly OptionRow[]): string {
  const left = rows.map((row) => {
    if (row.value === undefined) return row.name;
    if (row.form === "joined") return `${row.name}${row.value}`;
    return row.name.startsWith("--") ? `${row.name}=${row.value}` : `${row.name} ${row.value}`;
  });
  const width = Math.max(...left.map((text) => text.length));
  const lines = rows.map((row, k) => `  ${left[k]!.padEnd(width)}  ${row.help}`);
  return [`usage: asmoscope ${usage}`, "", purpose, "", ...lines].join("\n");
}
