// From the names on the command line to a prepared program: reads the files, gives the assembler its readers, and shows what
// it had to say.

import { dirname, resolve } from "node:path";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { prepareProgram } from "../program/prepare.ts";
import type { Program, ProgramFile } from "../program/program.ts";
import type { AssemblerChoices } from "./assembler-options.ts";
import { diagnosticText, painted, plain, type TextOptions } from "./diagnostic-text.ts";
import { readFolderOf, readInput } from "./input-files.ts";
import { createSourceReader } from "./source-reader.ts";
import { complain, type Terminal } from "./terminal.ts";

export interface ProgramChoices {
  readonly files: readonly string[];
  readonly assembler: AssemblerChoices;
  readonly entry?: string;
  readonly purpose: "run" | "build";
  readonly debug?: boolean;
}

/** @returns the program, or a sentence when a file cannot be read. */
export function loadProgramFiles(choices: ProgramChoices, terminal: Terminal): Program | string {
  const files: ProgramFile[] = [];
  for (const name of choices.files) {
    const file = readInput(name);
    if (typeof file === "string") return file;
    files.push(file);
  }
  const { assembler, entry, purpose } = choices;
  const first = files[0]!.name;
  return prepareProgram({
    files,
    readerFor: (source) => createSourceReader(assembler.includePaths, source),
    folder: () => readFolderOf(first),
    purpose,
    ...(assembler.bits ? { bits: assembler.bits } : {}),
    ...(assembler.format ? { format: assembler.format } : {}),
    ...(entry === undefined ? {} : { entry }),
    ...(choices.debug ? { debug: { directory: `${resolve(dirname(first))}/`, producer: "asmoscope" } } : {}),
    assembler: {
      includePaths: assembler.includePaths,
      defines: assembler.defines,
      preincludes: assembler.preincludes,
      warnings: assembler.warnings,
      timeSeconds: Math.floor(Date.now() / 1000),
      environment: definedOnly(terminal.environment),
    },
  });
}

export function definedOnly(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return Object.fromEntries(entries);
}

/** Shows diagnostics and notes, and the problem if there is one. */
export function showProgram(program: Program, terminal: Terminal, options: TextOptions): void {
  showDiagnostics(program.diagnostics, terminal, options);
  for (const note of program.notes) complain(terminal, `asmoscope: ${note}`);
  if (program.problem !== undefined) complain(terminal, `asmoscope: ${program.problem}`);
}

export function showDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal, options: TextOptions): void {
  const paint = terminal.colour[2] ? painted : plain;
  for (const diagnostic of diagnostics) complain(terminal, diagnosticText(diagnostic, options, paint));
}
