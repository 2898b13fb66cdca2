// The options of the nasm command, as nasm reads them: letters with values joined or apart, `--words`, the NASMENV variable,
// response files. Mistakes are collected with nasm's sentences.
// Source: NASM manual, chapter 2 "Running NASM".

import type { AssembleOptions, OutputFormat } from "../../server/asm/options.ts";

export interface NasmOptions {
  input: string | undefined;
  output: string | undefined;
  format: OutputFormat;
  /** One of nasm's formats that is not here: good for -E and -M. */
  otherFormat: string | undefined;
  listing: string | undefined;
  errorFile: string | undefined;
  errorsTo: "stdout" | "stderr";
  style: "gnu" | "vc";
  mode: "assemble" | "preprocess" | "dependencies";
  dependencies: {
    wanted: boolean;
    file: string | undefined;
    target: string | undefined;
    phony: boolean;
  };
  readonly includePaths: string[];
  readonly defines: NonNullable<AssembleOptions["defines"]>[number][];
  readonly preincludes: string[];
  readonly before: string[];
  readonly warnings: string[];
  optimise: number;
  passesShown: boolean;
  debug: boolean;
  debugFormat: string | undefined;
  reproducible: boolean;
  prefix: string | undefined;
  suffix: string | undefined;
  keepAll: boolean;
  /** --no-line: %line counts for nothing. */
  lineDirectives: "obeyed" | "ignored";
  /** Something printed that ends the command with success. */
  show: "version" | "help" | undefined;
  /** Lines for standard error; with one, nothing is assembled. */
  readonly problems: string[];
}

export function emptyNasmOptions(): NasmOptions {
  return {
    input: undefined,
    output: undefined,
    format: "bin",
    otherFormat: undefined,
    listing: undefined,
    errorFile: undefined,
    errorsTo: "stderr",
    style: "gnu",
    mode: "assemble",
    dependencies: { wanted: false, file: undefined, target: undefined, phony: false },
    includePaths: [],
    defines: [],
    preincludes: [],
    before: [],
    warnings: [],
    optimise: Number.POSITIVE_INFINITY,
    passesShown: false,
    debug: false,
    debugFormat: undefined,
    reproducible: false,
    prefix: undefined,
    suffix: undefined,
    keepAll: false,
    lineDirectives: "obeyed",
    show: undefined,
    problems: [],
  };
}

const HINT = "Type nasm -h for help.";
const FORMATS: Readonly<Record<string, OutputFormat>> = {
  bin: "bin",
  elf: "elf32",
  elf32: "elf32",
  elf64: "elf64",
  elfx32: "elfx32",
};
/** nasm's other formats, which are not here. */
const OTHER_FORMATS = /^(?:ith|srec|aout|aoutb|coff|as86|obj|win|win32|win64|ieee|macho|macho32|macho64|dbg)$/i;
const LONG_NAMES: Readonly<Record<string, string>> = { win: "win32", macho: "macho32" };

/** What nasm puts before a message about the command line: the first name it knows. */
const nameOf = (options: NasmOptions): string => options.input ?? options.output ?? "nasm";
const error = (options: NasmOptions, text: string): void => {
  options.problems.push(`${nameOf(options)}: error: ${text}`);
};
const fatal = (options: NasmOptions, text: string, ...more: string[]): void => {
  options.problems.push(`${nameOf(options)}: fatal: ${text}`, ...more);
};

/** Letters that take a value. */
const WITH_VALUE = "oOfpPdDiIlLFXuUZwW";

/** Takes one argument; `next` is the one behind it. @returns how many further arguments it used. */
export function takeArgument(options: NasmOptions, argument: string, next: string | undefined): 0 | 1 {
  if (argument === "") return 0;
  if (!argument.startsWith("-")) {
    if (options.input !== undefined) fatal(options, `more than one input file specified: ${argument}`, "");
    options.input ??= argument;
    return 0;
  }
  if (argument.startsWith("--") && argument.length > 2) return takeWord(options, argument.slice(2), next);
  const letter = argument[1] ?? "";
  if (letter === "M") return takeDependencyOption(options, argument.slice(2), next);
  if (!WITH_VALUE.includes(letter) || letter === "") {
    takeFlag(options, letter, argument);
    return 0;
  }
  const joined = argument.slice(2).trimStart();
  const value = joined !== "" ? joined : next;
  if (value === undefined || value === "") {
    error(options, `option \`-${letter}' requires an argument`);
    return 0;
  }
  takeLetter(options, letter, value);
  return joined !== "" ? 0 : 1;
}

function takeFlag(options: NasmOptions, letter: string, argument: string): void {
  switch (letter) {
    case "s":
      options.errorsTo = "stdout";
      return;
    case "g":
      options.debug = true;
      if (argument.length > 2) options.debugFormat = argument.slice(2).trim();
      return;
    case "h":
    case "?":
    case "y":
      options.show = "help";
      return;
    case "v":
      options.show = "version";
      return;
    case "e":
    case "E":
      if (options.mode !== "dependencies") options.mode = "preprocess";
      return;
    case "a":
      error(options, `option \`-${letter}' is not supported`);
      return;
    case "t":
      // TASM's mode is gone from nasm, the option is not.
      return;
    default:
      error(options, `unrecognised option \`-${letter}'`);
  }
}

function takeLetter(options: NasmOptions, letter: string, value: string): void {
  switch (letter) {
    case "o":
      if (options.output !== undefined) fatal(options, `more than one output file specified: ${value}`, "");
      options.output ??= value;
      return;
    case "f":
      takeFormat(options, value);
      return;
    case "O":
      takeOptimisation(options, value);
      return;
    case "p":
    case "P":
      options.preincludes.push(value);
      return;
    case "d":
    case "D":
      options.defines.push(defineOf(value));
      return;
    case "u":
    case "U":
      options.defines.push({ name: value, undefine: true });
      return;
    case "i":
    case "I":
      options.includePaths.push(value);
      return;
    case "l":
      if (options.listing !== undefined) fatal(options, `more than one listing file specified: ${value}`, "");
      options.listing = value;
      return;
    case "F":
      options.debug = true;
      options.debugFormat = value;
      return;
    case "X":
      takeStyle(options, value);
      return;
    case "Z":
      if (options.errorFile !== undefined) fatal(options, `more than one error file specified: ${value}`, "");
      options.errorFile = value;
      return;
    case "w":
    case "W":
      options.warnings.push(value);
      return;
    default:
  }
}

function defineOf(value: string): NonNullable<AssembleOptions["defines"]>[number] {
  const equals = value.indexOf("=");
  return equals < 0 ? { name: value } : { name: value.slice(0, equals), value: value.slice(equals + 1) };
}

function takeFormat(options: NasmOptions, value: string): void {
  const format = FORMATS[value.toLowerCase()];
  const other = value.toLowerCase();
  options.otherFormat = OTHER_FORMATS.test(value) ? (LONG_NAMES[other] ?? other) : undefined;
  if (format) options.format = format;
  else if (options.otherFormat === undefined)
    fatal(options, `unrecognised output format \`${value}' - use -hf for a list`, HINT);
}

function takeOptimisation(options: NasmOptions, value: string): void {
  for (const part of value.match(/\d+|\D/g) ?? []) {
    if (/^\d/.test(part)) options.optimise = Number(part) > 1 ? Number.POSITIVE_INFINITY : Number(part);
    else if (part === "x") options.optimise = Number.POSITIVE_INFINITY;
    else if (part === "v" || part === "+") options.passesShown = true;
    else {
      fatal(options, `unknown optimization option -O${part}`, "");
      return;
    }
  }
}

function takeStyle(options: NasmOptions, value: string): void {
  if (/^(?:vc|msvc|ms)$/i.test(value)) options.style = "vc";
  else if (/^(?:gnu|gcc)$/i.test(value)) options.style = "gnu";
  else fatal(options, `unrecognized error reporting format \`${value}'`, HINT);
}

function takeDependencyOption(options: NasmOptions, letter: string, next: string | undefined): 0 | 1 {
  const { dependencies } = options;
  const needsValue = /^[FTQ]/.test(letter);
  if (needsValue && (next === undefined || next === "")) {
    error(options, `option \`-M${letter[0]}' requires a parameter`);
    return 0;
  }
  switch (letter[0]) {
    case undefined:
    case "G":
      options.mode = "dependencies";
      return 0;
    case "P":
      dependencies.phony = true;
      return 0;
    case "D":
      dependencies.wanted = true;
      if (next === undefined || (next.startsWith("-") && next !== "-")) return 0;
      dependencies.file = next;
      return 1;
    case "F":
      dependencies.file = next;
      return 1;
    case "T":
      dependencies.target = next;
      return 1;
    case "Q":
      dependencies.target = quoteForMake(next!);
      return 1;
    case "W":
      return 0;
    default:
      error(options, `unknown dependency option \`-M${letter[0]}'`);
      return 0;
  }
}

/** Words with a value, joined by `=` or standing behind. */
const WORDS_WITH_VALUE = new Set([
  ..."prefix postfix suffix gprefix gpostfix gsuffix lprefix lpostfix lsuffix include pragma before".split(" "),
]);

function takeWord(options: NasmOptions, text: string, next: string | undefined): 0 | 1 {
  const equals = text.indexOf("=");
  const word = (equals < 0 ? text : text.slice(0, equals)).toLowerCase();
  const joined = equals < 0 ? undefined : text.slice(equals + 1);
  const takesValue = WORDS_WITH_VALUE.has(word) || word.startsWith("limit-");
  const value = takesValue ? (joined ?? next) : undefined;
  if (takesValue && value === undefined) {
    error(options, `option \`--${word}' requires an argument`);
    return 0;
  }
  if (!takesValue && joined !== undefined && word !== "help" && word !== "debug") {
    error(options, `option \`--${word}' does not take an argument`);
    return 0;
  }
  obeyWord(options, word, value ?? "");
  return takesValue && joined === undefined ? 1 : 0;
}

function obeyWord(options: NasmOptions, word: string, value: string): void {
  switch (word) {
    case "v":
    case "version":
      options.show = "version";
      return;
    case "help":
      options.show = "help";
      return;
    case "prefix":
    case "gprefix":
      options.prefix ??= value;
      return;
    case "suffix":
    case "postfix":
    case "gsuffix":
    case "gpostfix":
      options.suffix ??= value;
      return;
    case "include":
      options.preincludes.push(value);
      return;
    case "before":
      options.before.push(value);
      return;
    case "keep-all":
      options.keepAll = true;
      return;
    case "reproducible":
      options.reproducible = true;
      return;
    case "abort-on-panic":
    case "debug":
    case "pragma":
      return;
    case "lprefix":
    case "lpostfix":
    case "lsuffix":
      error(options, `option \`--${word}' is not supported`);
      return;
    case "no-line":
      options.lineDirectives = "ignored";
      return;
    default:
      if (!word.startsWith("limit-")) error(options, `unrecognized option \`--${word}'`);
  }
}

/** Splits NASMENV: at blanks, or at its first character when that is no hyphen. */
export function splitNasmEnvironment(text: string): string[] {
  const separator = text === "" || text[0] === "-" ? " " : text[0]!;
  return text.split(separator).filter((word) => word !== "");
}

/** A file name as make reads it. */
export function quoteForMake(name: string): string {
  let quoted = "";
  let backslashes = 0;
  for (const character of name) {
    if (character === " " || character === "\t") quoted += `${"\\".repeat(backslashes)}\\`;
    else if (character === "$") quoted += "$";
    else if (character === "#") quoted += "\\";
    backslashes = character === "\\" ? backslashes + 1 : 0;
    quoted += character;
  }
  return quoted + "\\".repeat(backslashes);
}
