// Small programs with planted mistakes (cases/) and correct programs that look suspicious (traps/). The first line says what
// a program is and how the real machine ends it, `; input:` what it reads, `; expect: KIND, …` on a line what must be found
// there. Each is run in process, and linted.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../../debugger/check/finding.ts";
import { itemCovering } from "../../debugger/check/program-map.ts";
import { createMachine } from "../../debugger/machine/create.ts";
import type { Machine, MachineOptions, MachineStop } from "../../debugger/machine/machine.ts";
import { prepareProgram } from "../../debugger/program/prepare.ts";
import type { Program } from "../../debugger/program/program.ts";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { lint } from "../../server/lint/lint.ts";

export interface Case {
  readonly name: string;
  /** "exit 3", "signal SIGSEGV": recorded from the real machine. */
  readonly ending: string;
  readonly input: string;
  /** "LINE: KIND", sorted. */
  readonly expected: readonly string[];
  readonly program: Program;
  /** What the static layer says for sure (hints apart), "LINE: KIND: MESSAGE". */
  readonly lints: readonly string[];
}

const byLine = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);

function expectations(text: string): string[] {
  const found = text.split("\n").flatMap((line, index) => {
    const kinds = /; expect: ([\w, -]+)/.exec(line)?.[1]?.split(",") ?? [];
    return kinds.map((kind) => `${index + 1}: ${kind.trim()}`);
  });
  return found.sort(byLine);
}

/** A program of a test's own, as a case without expectations. */
export const programCase = (text: string): Case => caseOf("program.asm", text);

const readCase = (folder: string, file: string): Case => caseOf(file, readFileSync(join(folder, file), "utf8"));

function caseOf(file: string, text: string): Case {
  const bytes = new TextEncoder().encode(text);
  const program = prepareProgram({
    files: [{ name: file, bytes }],
    readerFor: () => () => "missing",
    purpose: "run",
    assembler: { timeSeconds: 0 },
  });
  assert.ok(
    program.image,
    `${file}: ${program.problem ?? program.diagnostics.map(({ message }) => message).join("; ")}`,
  );
  return {
    name: file.replace(".asm", ""),
    ending: /((?:exit|signal) \w+)\n/.exec(text)?.[1] ?? "",
    input: /^; input: (.*)$/m.exec(text)?.[1] ?? "",
    expected: expectations(text),
    program,
    lints: program.assemblies
      .flatMap((assembly) => lint(assembly, { bits: program.bits }))
      .filter(({ severity }) => severity !== "hint")
      .map(lintText),
  };
}

const lintText = ({ lineNumber, code, message, related = [] }: Diagnostic): string =>
  [`${lineNumber}: ${code}: ${message}`, ...related.map((one) => `      ${one.lineNumber}: ${one.message}`)].join("\n");

/** The names of all programs of a folder below test/check. */
export const caseNames = (folder: "cases" | "traps"): string[] =>
  readdirSync(join("test/check", folder))
    .filter((file) => file.endsWith(".asm"))
    .map((file) => file.replace(".asm", ""));

/** Read anew each time: hundreds of programs kept together would make each collection of garbage slow. */
export const caseNamed = (folder: "cases" | "traps", name: string): Case =>
  readCase(join("test/check", folder), `${name}.asm`);

/** A machine for a case, and what it prints. */
export function machineOf(one: Case, options: Partial<MachineOptions> = {}): { machine: Machine; output(): string } {
  let input = new TextEncoder().encode(one.input);
  let printed = "";
  const machine = createMachine({
    image: one.program.image!,
    args: [],
    environment: {},
    check: "full",
    core: "step",
    seed: 0,
    foldBytes: 2 ** 25,
    maxMemoryBytes: 2 ** 25,
    host: {
      readInput(maxBytes) {
        const part = input.subarray(0, maxBytes);
        input = input.subarray(part.length);
        return part;
      },
      writeOutput(_stream, bytes) {
        printed += new TextDecoder("latin1").decode(bytes);
      },
    },
    ...options,
  });
  return { machine, output: () => printed };
}

/** Runs to the end, over all findings; what the machine stopped at on the way goes to `onStop`. */
export function runOut(machine: Machine, onStop: (stop: MachineStop) => void = () => {}): string {
  for (let k = 0; k < 10_000; k++) {
    const stop = machine.run(1_000_000);
    if (stop.kind === "exit") return `exit ${stop.code}`;
    if (stop.kind === "signal") return `signal ${stop.signal}`;
    onStop(stop);
  }
  return assert.fail("the program does not end");
}

/** The source line of an address. */
export const lineOf = (machine: Machine, pc: number): number => itemCovering(machine.image, pc)?.lineNumber ?? 0;

/** "LINE: KIND" of findings, sorted, each once. */
export const placesOf = (machine: Machine, findings: readonly Finding[] = machine.findings): string[] =>
  [...new Set(findings.map(({ pc, kind }) => `${lineOf(machine, pc)}: ${kind}`))].sort(byLine);

/** A finding as a person reads it. */
export function spoken(machine: Machine, finding: Finding): string {
  const related = finding.related.map(({ what, pc }) => `${what} ${lineOf(machine, pc)}`).join(", ");
  const head = `${lineOf(machine, finding.pc)}: ${finding.severity}: ${finding.kind}: ${finding.message}`;
  return [head, ...finding.details, ...(related === "" ? [] : [`[${related}]`])].join("\n      ");
}
