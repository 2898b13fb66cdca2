// `asmoscope nasm`: the nasm command with the same options, output bytes, messages and exit status, over our assembler.
// The files are read and written here and nowhere else. Only regular files are replaced or removed, and never an input.
// Source: NASM manual, chapter 2 "Running NASM".

import { closeSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { assemble, preprocessOnly } from "../../server/asm/assemble.ts";
import { bytesToText, textToBytes } from "../../server/asm/lexer.ts";
import { visitsOf } from "../../server/asm/module.ts";
import type { AssembleOptions, Assembly, FileReader } from "../../server/asm/options.ts";
import { nasmLines } from "../../server/asm/report.ts";
import { encodeText } from "../../server/base/byte-text.ts";
import { createSource, type Source } from "../../server/base/source.ts";
import { type FlatBinary, writeBin } from "../../server/obj/write-bin.ts";
import type { DebugInformation } from "../../server/obj/write-dwarf.ts";
import { writeElf } from "../../server/obj/write-elf.ts";
import { type MapNames, writeMap } from "../../server/obj/write-map.ts";
import { compileLater } from "./compilation.ts";
import { isInput, isSameFile, readInput } from "./input-files.ts";
import { debugFormats, nasmHelp } from "./nasm-help.ts";
import {
  emptyNasmOptions,
  type NasmOptions,
  quoteForMake,
  quoteForWmake,
  splitNasmEnvironment,
  takeArgument,
  tell,
} from "./nasm-options.ts";
import type { Terminal } from "./terminal.ts";

const VERSION = "NASM version 2.16.01";

/** Shorter sources end before V8 optimises anything. The build runs one to keep its compiled form, too. */
const LONG_BYTES = 10_000;

/** nasm gives labels up only when they stall. */
const PASSES_MAX = 1_000_000;

/** Runs the command and gives its exit status. */
export function runNasm(args: readonly string[], terminal: Terminal): number {
  const environment = splitNasmEnvironment(terminal.environment.NASMENV ?? "");
  const options = emptyNasmOptions();
  const take = () => {
    takeAll(options, environment);
    takeAll(options, args);
  };
  take();
  for (const { text, to } of options.problems.splice(0)) say({ errorsTo: to }, terminal, [text]);
  if (options.show && options.failed !== "fatal") {
    const texts = { version: `${VERSION}\n`, help: nasmHelp(), "debug-formats": debugFormats() };
    terminal.write(1, textToBytes(texts[options.show]));
    return 0;
  }
  if (options.failed !== "no") return 1;
  options.pass = 2;
  const print = printer(options, terminal);
  const unknown = formatProblem(options);
  if (!unknown) take();
  for (const line of unknown ?? options.problems.map(({ text }) => text)) print(line);
  const problem = unknown || options.failed !== "no" ? [] : fileProblem(options);
  const { input, errorFile } = options;
  const overInput = input !== undefined && errorFile !== undefined && isSameFile(errorFile, input);
  if (problem && overInput) {
    say(options, terminal, problem);
    return 1;
  }
  for (const line of problem ?? []) print(line);
  const status = problem ? 1 : runOn(options.input!, options, terminal, print);
  return print.finish() ? status : 1;
}

/** Lines to standard error, or with -s to standard output. */
function say({ errorsTo }: Pick<NasmOptions, "errorsTo">, terminal: Terminal, lines: readonly string[]): void {
  terminal.write(errorsTo === "stdout" ? 1 : 2, encodeText(lines.map((line) => `${line}\n`).join("")));
}

/** Where messages go: standard error, standard output (-s) or a file (-Z). */
interface Printer {
  (line: string): void;
  /** @returns false when the file cannot be written */
  finish(): boolean;
}

function printer(options: NasmOptions, terminal: Terminal): Printer {
  const kept: string[] = [];
  const print = (line: string) => {
    if (options.errorFile !== undefined) kept.push(line);
    else say(options, terminal, [line]);
  };
  const finish = () => {
    const { errorFile } = options;
    if (errorFile === undefined) return true;
    if (isInput(errorFile)) {
      say(options, terminal, [...kept, `${errorFile}: fatal: will not overwrite input file`]);
      return false;
    }
    if (written(errorFile, encodeText(kept.map((line) => `${line}\n`).join("")))) return true;
    say(options, terminal, [...kept, `nasm: fatal: cannot open file \`${errorFile}' for error messages`]);
    return false;
  };
  return Object.assign(print, { finish });
}

function takeAll(options: NasmOptions, words: readonly string[]): void {
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    if (word.startsWith("-@")) {
      const name = word.length > 2 ? word.slice(2) : words[++k];
      if (name !== undefined) takeResponseFile(options, name);
      else if (options.pass === 1) tell(options, "error", "option `-@' requires an argument");
    } else k += takeArgument(options, word, words.slice(k + 1));
  }
}

/** One option a line, its value on the same line. */
function takeResponseFile(options: NasmOptions, name: string): void {
  const file = readInput(name);
  if (typeof file === "string") {
    if (options.pass === 1) tell(options, "error", `unable to open response file \`${name}'`);
    return;
  }
  const lines = bytesToText(file.bytes)
    .split(/\r?\n/)
    .map((line) => line.trim());
  takeAll(
    options,
    lines.filter((line) => line !== ""),
  );
}

/** What is wrong with the formats, in nasm's words. */
function formatProblem(options: NasmOptions): string[] | undefined {
  if (options.otherFormat !== undefined && options.mode === "assemble") {
    return [`nasm: fatal: output format \`${options.otherFormat}' is not supported`, "Type nasm -h for help."];
  }
  const formats = options.format === "bin" ? [] : ["dwarf", "stabs"];
  if (options.debugFormat !== undefined && !formats.includes(options.debugFormat.toLowerCase())) {
    const unknown = `unrecognized debug format \`${options.debugFormat}' for output format \`${options.format}'`;
    return [`nasm: fatal: ${unknown}`, "Type nasm -h for help."];
  }
  return undefined;
}

/** What is wrong with the names of the files. */
function fileProblem(options: NasmOptions): string[] | undefined {
  const { input } = options;
  if (input === undefined) {
    return [`${options.output ?? "nasm"}: fatal: no input file specified`, "Type nasm -h for help."];
  }
  const others = [options.errorFile, options.output, options.listing, options.dependencies.file];
  if (others.some((other) => other !== undefined && isSameFile(other, input)))
    return [`${input}: fatal: will not overwrite input file`, "Type nasm -h for help."];
  return undefined;
}

function runOn(input: string, options: NasmOptions, terminal: Terminal, print: Printer): number {
  const file = readInput(input);
  if (typeof file === "string") {
    const words = /permission denied$|is a directory$/.exec(file)?.[0] ?? "no such file or directory";
    print(`nasm: fatal: unable to open input file \`${input}' ${words[0]!.toUpperCase()}${words.slice(1)}`);
    return 1;
  }
  if (file.bytes.length > LONG_BYTES) compileLater();
  const source = createSource(input, file.bytes);
  if (options.mode === "preprocess") return preprocess(source, options, terminal, print);
  const output = outputName(input, options, print);
  if (options.mode === "dependencies") return dependenciesOnly(source, output, options, terminal, print);
  // NASM opens them before it reads the source.
  if (!canBeOpened(output)) {
    print(`${input}: fatal: unable to open output file \`${output}'`);
    return 1;
  }
  const listed = options.listing === undefined || canBeOpened(options.listing);
  if (!listed) print(`${input}: error: unable to open listing file \`${options.listing}'`);
  const assembly = assemble(source, assembleOptions(options, terminal));
  for (const diagnostic of assembly.diagnostics) {
    for (const line of nasmLines(diagnostic, options.style)) print(line);
  }
  if (options.passesShown && assembly.optimisingPasses !== undefined) {
    // A flat binary's sections move once for nasm.
    const passes = Math.max(assembly.optimisingPasses, options.format === "bin" ? 2 : 1);
    print(`${input}: info: assembly required 1+${passes}+2 passes\n`);
  }
  if (listed && !writeListing(assembly, options)) {
    print(`${input}: fatal: unable to open listing file \`${options.listing}'`);
    return failed(assembly, output, options);
  }
  if (!assembly.ok || !listed) return failed(assembly, output, options);
  const status = writeOutput(assembly, output, options, { print, terminal });
  if (status !== 0 || !options.dependencies.wanted) return status;
  return writeDependencies(assembly.dependencies, output, options, { terminal, print }) ? 0 : 1;
}

/** Leaves behind what nasm leaves after an error. */
function failed(assembly: Assembly, output: string, options: NasmOptions): number {
  if (options.keepAll) keepOutput(output);
  else removeOutput(output);
  leaveEmptyMap(assembly);
  return 1;
}

function assembleOptions(options: NasmOptions, terminal: Terminal): AssembleOptions {
  const environment = Object.entries(terminal.environment).filter(([, value]) => value !== undefined);
  return {
    format: options.format,
    ...(options.otherFormat === undefined ? {} : { formatName: options.otherFormat }),
    reader: createNasmReader(options.includePaths),
    includePaths: options.includePaths,
    defines: options.defines,
    preincludes: options.preincludes,
    before: options.before,
    lineDirectives: options.lineDirectives,
    optimise: options.optimise,
    warnings: options.warnings,
    warningNames: options.warningNames,
    debug: options.debug,
    listing: options.listing !== undefined,
    items: options.debug ? "kept" : "left-out",
    ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
    ...(options.suffix === undefined ? {} : { suffix: options.suffix }),
    timeSeconds: Math.floor(Date.now() / 1000),
    ...(options.localPrefix === undefined ? {} : { localPrefix: options.localPrefix }),
    ...(options.localSuffix === undefined ? {} : { localSuffix: options.localSuffix }),
    limits: { passes: PASSES_MAX, ...options.limits },
    environment: Object.fromEntries(environment) as Record<string, string>,
  };
}

/** Finds files as nasm does: the name as written, then behind each -I folder. */
export function createNasmReader(includePaths: readonly string[]): FileReader {
  const known = new Map<string, ReturnType<FileReader>>();
  return ({ name }) => {
    const cached = known.get(name);
    if (cached) return cached;
    let answer: ReturnType<FileReader> = "missing";
    for (const folder of ["", ...includePaths]) {
      const place = folder === "" || folder.endsWith("/") || name.startsWith("/") ? folder + name : `${folder}/${name}`;
      const file = readInput(place);
      if (typeof file === "string") continue;
      answer = file;
      break;
    }
    known.set(name, answer);
    return answer;
  };
}

/** -o, or the input's name with the format's extension. */
function outputName(input: string, options: NasmOptions, print: Printer): string {
  if (options.output !== undefined) return options.output;
  const stem = basename(input).replace(/\.[^.]*$/, "");
  const folder = input.slice(0, input.length - basename(input).length);
  const name = `${folder}${stem}${options.format === "bin" ? "" : ".o"}`;
  if (name !== input) return name;
  print(`${input}: warning: default output file same as input, using \`nasm.out' for output`);
  print(" [-w+other]");
  return "nasm.out";
}

/** @returns false when the host does not let it be written */
function written(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether the host lets a file be written at `path`; makes an empty one where there was none, and leaves inputs alone. */
function canBeOpened(path: string): boolean {
  if (isInput(path)) return true;
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    // Who reads a pipe would take the closing for the end.
    if (status && !status.isFile()) return !status.isDirectory();
    closeSync(openSync(path, "a"));
    return true;
  } catch {
    return false;
  }
}

/** What stands at `path` now. */
function placeKind(path: string): "free" | "file" | "other" {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    return !status ? "free" : status.isFile() ? "file" : "other";
  } catch {
    return "free";
  }
}

/** Takes away the output of an earlier run, as nasm does when it fails. */
function removeOutput(path: string): void {
  if (isInput(path) || placeKind(path) !== "file") return;
  try {
    rmSync(path);
  } catch {
    // It could not have been written either.
  }
}

/** --keep-all: what nasm leaves behind after an error is an empty file. */
function keepOutput(path: string): void {
  if (isInput(path) || placeKind(path) === "other") return;
  // Where nothing can be written there is nothing to keep.
  written(path, new Uint8Array(0));
}

function writeOutput(
  assembly: Assembly,
  path: string,
  options: NasmOptions,
  { print, terminal }: { readonly print: Printer; readonly terminal: Terminal },
): number {
  const { input, format } = options;
  if (isInput(path)) {
    print(`${input}: fatal: will not overwrite input file`);
    return 1;
  }
  let bytes: Uint8Array;
  if (format === "bin") {
    const flat = writeBin(assembly.module);
    for (const name of flat.unplaced) print(`${input}: error: cannot compute vstart for section ${name}`);
    for (const error of flat.errors) print(`${input}: fatal: ${error}`);
    if (flat.errors.length > 0) {
      removeOutput(path);
      leaveEmptyMap(assembly);
      return 1;
    }
    bytes = flat.bytes;
    showMap(assembly, flat, { source: input!, output: path }, terminal);
  } else bytes = writeElf(assembly.module, format, options.debug ? debugInformation(assembly, options) : undefined);
  if (written(path, bytes)) return 0;
  print(`${input}: fatal: unable to open output file \`${path}'`);
  return 1;
}

/** The map of a flat binary, where its source asks for one. */
function showMap({ module }: Assembly, flat: FlatBinary, names: MapNames, terminal: Terminal): void {
  if (!module.map) return;
  const { file = "stdout" } = module.map;
  const bytes = textToBytes(writeMap(module, flat, names));
  if (file === "stdout" || file === "stderr") terminal.write(file === "stdout" ? 1 : 2, bytes);
  // NASM says nothing either where that fails.
  else if (!isInput(file) && placeKind(file) !== "other") written(file, bytes);
}

/** After a failure nasm leaves behind an empty file of a map that it did not get to write. */
function leaveEmptyMap({ module: { map } }: Assembly): void {
  const { file } = map ?? {};
  if (file === undefined || file === "stdout" || file === "stderr") return;
  if (!isInput(file) && placeKind(file) !== "other") written(file, new Uint8Array(0));
}

/** What -g says about the making of the object. */
function debugInformation({ module }: Assembly, { input, reproducible, debugFormat }: NasmOptions): DebugInformation {
  const format = debugFormat?.toLowerCase() === "stabs" ? "stabs" : "dwarf";
  const directory = `${dirname(resolve(input!))}/`.replace("//", "/");
  return { directory, producer: reproducible ? "NASM" : "NASM 2.16.01", visits: visitsOf(module), format };
}

/** The listing, as far as the last pass came; none is left behind when there was no last pass. */
function writeListing(assembly: Assembly, options: NasmOptions): boolean {
  const { listing } = options;
  if (listing === undefined) return true;
  if (isInput(listing)) return false;
  if (assembly.listing === undefined) {
    removeOutput(listing);
    return true;
  }
  return written(listing, textToBytes(assembly.listing));
}

/** -M: preprocesses, and prints the rule alone. A file that is not there is taken for one to be made, as with -MG. */
function dependenciesOnly(
  source: Source,
  output: string,
  options: NasmOptions,
  terminal: Terminal,
  print: Printer,
): number {
  const { diagnostics, dependencies } = preprocessOnly(source, assembleOptions(options, terminal), "dependencies");
  for (const diagnostic of diagnostics) for (const line of nasmLines(diagnostic, options.style)) print(line);
  if (diagnostics.some(({ severity }) => severity === "error" || severity === "fatal")) return 1;
  return writeDependencies(dependencies, output, options, { terminal, print }) ? 0 : 1;
}

/** A rule for make. @returns false when its file is an input */
function writeDependencies(
  files: readonly string[],
  output: string,
  options: NasmOptions,
  { terminal, print }: { readonly terminal: Terminal; readonly print: Printer },
): boolean {
  const { dependencies } = options;
  const quote = dependencies.quoting === "make" ? quoteForMake : quoteForWmake;
  const names = [...new Set([options.input!, ...files])].map(quote);
  const { target, quoteTarget } = dependencies;
  let text = `${target === undefined || quoteTarget === "quoted" ? quote(target ?? output) : target} :`;
  let column = text.length;
  for (const name of names) {
    if (column + name.length > 62 && column > 1) {
      text += " \\\n ";
      column = 1;
    }
    text += ` ${name}`;
    column += name.length + 1;
  }
  text += "\n\n";
  if (dependencies.phony) for (const name of names) text += `${name} :\n${quote === quoteForMake ? "" : "\t%null\n"}\n`;
  const file = dependencies.file ?? (dependencies.wanted ? `${output}.d` : undefined);
  if (file === undefined || file === "-") {
    terminal.write(1, textToBytes(text));
    return true;
  }
  if (isInput(file)) {
    print(`${file}: fatal: will not overwrite input file`);
    return false;
  }
  if (written(file, textToBytes(text))) return true;
  print(`${options.input}: error: unable to write dependency file \`${file}'`);
  return false;
}

/** -E: the preprocessed source. */
function preprocess(source: Source, options: NasmOptions, terminal: Terminal, print: Printer): number {
  if (options.output !== undefined && !canBeOpened(options.output)) {
    print(`${options.input}: fatal: unable to open output file \`${options.output}'`);
    return 1;
  }
  const { text, diagnostics, ok } = preprocessOnly(source, assembleOptions(options, terminal));
  for (const diagnostic of diagnostics) for (const line of nasmLines(diagnostic, options.style)) print(line);
  const bytes = textToBytes(text);
  if (options.output === undefined) terminal.write(1, bytes);
  else if (isInput(options.output)) {
    print(`${options.output}: fatal: will not overwrite input file`);
    return 1;
  } else if (!ok) removeOutput(options.output);
  else if (!written(options.output, bytes)) {
    print(`${options.input}: fatal: unable to open output file \`${options.output}'`);
    return 1;
  }
  return ok ? 0 : 1;
}
