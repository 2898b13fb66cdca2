// `asmoscope build`: assembles and links into a static ELF executable that runs on real Linux.

import { closeSync, fchmodSync, lstatSync, openSync, unlinkSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { assemblerChoices, assemblerRows } from "./assembler-options.ts";
import { isInput, reasonOf } from "./input-files.ts";
import { helpFor, lastValue, type OptionRow, parseArguments, UsageError } from "./options.ts";
import { loadProgramFiles, showProgram } from "./program-files.ts";
import { complain, say, type Terminal } from "./terminal.ts";

const rows: readonly OptionRow[] = [
  ...assemblerRows,
  { name: "-e", value: "ENTRY", help: "entry symbol or address (default _start)" },
  { name: "-g", help: "line information for other debuggers" },
  { name: "-o", value: "OUT", help: "the executable (default: the first source's name without its extension)" },
  { name: "--columns", help: "columns in diagnostics" },
];

const FAILED = 1;

/** @throws {UsageError} */
export function build(args: readonly string[], terminal: Terminal): number {
  const parsed = parseArguments(args, rows, "build");
  if (lastValue(parsed, "--help") !== undefined) {
    const purpose = "Assembles and links sources and objects into a static ELF executable.";
    say(terminal, helpFor("build [OPTION]... FILE...", purpose, rows));
    return 0;
  }
  const files = [...parsed.operands, ...(parsed.rest ?? [])];
  if (files.length === 0) throw new UsageError("no file given", "build");
  const assembler = assemblerChoices(parsed, "build");
  if (assembler.format === "bin")
    throw new UsageError("flat binaries are not linked: use asmoscope nasm -f bin", "build");
  if (files[0] === "-" && lastValue(parsed, "-o") === undefined)
    throw new UsageError("a source from standard input needs -o", "build");
  const output = lastValue(parsed, "-o") ?? defaultOutput(files[0]!);
  const entry = lastValue(parsed, "-e");
  const program = loadProgramFiles(
    {
      files,
      assembler,
      purpose: "build",
      debug: lastValue(parsed, "-g") !== undefined,
      ...(entry === undefined ? {} : { entry }),
    },
    terminal,
  );
  if (typeof program === "string") {
    complain(terminal, `asmoscope: ${program}`);
    return FAILED;
  }
  showProgram(program, terminal, { columns: lastValue(parsed, "--columns") === undefined ? "hidden" : "shown" });
  if (!program.image?.file) return FAILED;
  const obstacle = obstacleAt(output);
  if (obstacle !== undefined) {
    complain(terminal, `asmoscope: ${obstacle}`);
    return FAILED;
  }
  try {
    writeExecutableFile(output, program.image.file);
    return 0;
  } catch (error) {
    complain(terminal, `asmoscope: cannot write ${output}: ${reasonOf(error)}`);
    return FAILED;
  }
}

/** "dir/prog.asm" → "prog" in the current folder, as ld's and nasm's outputs are; a name without extension gets ".out". */
function defaultOutput(source: string): string {
  const base = source.replace(/^.*\//, "");
  const extension = extname(base);
  return extension === "" ? `${base}.out` : base.slice(0, -extension.length);
}

/** Only regular files are replaced, and never an input. */
function obstacleAt(output: string): string | undefined {
  const status = lstatSync(output, { throwIfNoEntry: false });
  if (!status) return undefined;
  if (status.isDirectory()) return `cannot write ${output}: it is a directory (use -o)`;
  if (isInput(output)) return `${output} is an input: it would be overwritten (use -o)`;
  if (!status.isFile() && !status.isSymbolicLink()) return `cannot write ${output}: it is not a regular file`;
  return undefined;
}

/** Replaces rather than overwrites: a program that is running keeps its own file. */
function writeExecutableFile(output: string, bytes: Uint8Array): void {
  if (lstatSync(output, { throwIfNoEntry: false })) unlinkSync(output);
  const descriptor = openSync(output, "wx", 0o777);
  try {
    writeFileSync(descriptor, bytes);
    fchmodSync(descriptor, 0o777 & ~process.umask());
  } finally {
    closeSync(descriptor);
  }
}
