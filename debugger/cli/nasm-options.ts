// The options of the nasm command, as nasm reads them: letters with values joined or apart, `--words`, the NASMENV variable,
// response files. nasm goes over them twice: formats, styles and what is to be done first, then names and definitions; each
// option belongs to one of the two. Mistakes are collected with nasm's sentences.
// Source: NASM manual, chapter 2 "Running NASM".

import { type NasmLimits, setLimit } from "../../server/asm/nasm-limits.ts";
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
    /** How names are quoted: for make, or with -MW for Watcom's. */
    quoting: "make" | "wmake";
    /** The target is from -MQ and to be quoted. */
    quoteTarget: "quoted" | "as-given";
  };
  readonly includePaths: string[];
  readonly defines: NonNullable<AssembleOptions["defines"]>[number][];
  readonly preincludes: string[];
  readonly before: string[];
  readonly warnings: string[];
  /** What stands before messages about each of `warnings`. */
  readonly warningNames: string[];
  optimise: number;
  passesShown: boolean;
  debug: boolean;
  debugFormat: string | undefined;
  reproducible: boolean;
  prefix: string | undefined;
  suffix: string | undefined;
  localPrefix: string | undefined;
  localSuffix: string | undefined;
  limits: NasmLimits;
  keepAll: boolean;
  /** --no-line: %line counts for nothing. */
  lineDirectives: "obeyed" | "ignored";
  /** Something printed that ends the command with success. */
  show: "version" | "help" | "debug-formats" | undefined;
  /** Which time nasm goes over the options. */
  pass: 1 | 2;
  /** `--`: in the second pass every word is a file's name, also in front of it. */
  stopped: "stopped" | "going-on";
  /** Lines for people, and where they go. */
  readonly problems: { readonly text: string; readonly to: "stdout" | "stderr" }[];
  /** What is wrong: with "error" nasm goes on to the end of the pass, with "fatal" it stops at once. */
  failed: "no" | "error" | "fatal";
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
    dependencies: {
      wanted: false,
      file: undefined,
      target: undefined,
      phony: false,
      quoting: "make",
      quoteTarget: "as-given",
    },
    includePaths: [],
    defines: [],
    preincludes: [],
    before: [],
    warnings: [],
    warningNames: [],
    optimise: Number.POSITIVE_INFINITY,
    passesShown: false,
    debug: false,
    debugFormat: undefined,
    reproducible: false,
    prefix: undefined,
    suffix: undefined,
    localPrefix: undefined,
    localSuffix: undefined,
    limits: {},
    keepAll: false,
    lineDirectives: "obeyed",
    show: undefined,
    pass: 1,
    stopped: "going-on",
    problems: [],
    failed: "no",
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

/** Says something about the command line; nothing more is said after what is fatal. */
export function tell(
  options: NasmOptions,
  severity: "warning" | "error" | "fatal",
  text: string,
  ...more: string[]
): void {
  const { failed, problems, style, errorsTo: to } = options;
  if (failed === "fatal") return;
  const colon = style === "vc" ? " : " : ": ";
  for (const line of [`${nameOf(options)}${colon}${severity}: ${text}`, ...more]) problems.push({ text: line, to });
  if (severity !== "warning") options.failed = severity;
}
const error = (options: NasmOptions, text: string): void => tell(options, "error", text);
const fatal = (options: NasmOptions, text: string, ...more: string[]): void => tell(options, "fatal", text, ...more);

/** Letters that take a value. */
const WITH_VALUE = "oOfpPdDiIlLFXuUZwW";
/** Letters that count in the first pass. */
const FIRST_PASS = "sgheyvEMOfFXZa";

/** Takes one argument; `behind` are those behind it. @returns how many further arguments it used. */
export function takeArgument(options: NasmOptions, argument: string, behind: readonly string[]): 0 | 1 {
  const [next] = behind;
  if (argument === "" || options.failed === "fatal" || options.show) return 0;
  const { pass } = options;
  if (!argument.startsWith("-") || options.stopped === "stopped") {
    if (pass === 1) return 0;
    if (options.input !== undefined) fatal(options, `more than one input file specified: ${argument}`, "");
    options.input ??= argument;
    return 0;
  }
  if (argument === "--") {
    options.stopped = "stopped";
    return 0;
  }
  if (argument.startsWith("--")) return takeWord(options, argument.slice(2), behind);
  const letter = argument[1] ?? "";
  if (letter === "M") return takeDependencyOption(options, argument.slice(2), next);
  if (!WITH_VALUE.includes(letter) || letter === "") {
    if (pass === 1) takeFlag(options, letter, argument);
    return 0;
  }
  const joined = argument.slice(2).trimStart();
  const value = joined !== "" ? joined : next;
  if (value === undefined || value === "") {
    if (pass === 1) error(options, `option \`-${letter}' requires an argument`);
    return 0;
  }
  if ((pass === 1) === FIRST_PASS.includes(letter)) takeLetter(options, letter, value);
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
      options.show = "help";
      return;
    case "y":
      options.show = "debug-formats";
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
      // TASM's words are not read, the option is.
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
      options.warningNames.push(nameOf(options));
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
  if (options.pass === 2) {
    const takesNext = letter[0] === "D" && next !== undefined && (!next.startsWith("-") || next === "-");
    return needsValue || takesNext ? 1 : 0;
  }
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
    case "Q":
      dependencies.target = next;
      dependencies.quoteTarget = letter[0] === "Q" ? "quoted" : "as-given";
      return 1;
    case "W":
      dependencies.quoting = "wmake";
      return 0;
    default:
      error(options, `unknown dependency option \`-M${letter[0]}'`);
      return 0;
  }
}

/** Words with a value, joined by `=` or standing behind. */
const WORDS_WITH_VALUE = new Set([
  ..."prefix postfix gprefix gpostfix lprefix lpostfix include pragma before".split(" "),
]);

/** Words without one. */
const PLAIN_WORDS = new Set("v version help keep-all reproducible abort-on-panic no-line".split(" "));

/** Of a word that it does not know NASM looks for `=` behind as many characters as its last word has, "reproducible": that may
 * be in an argument further on, or behind them all, where its environment begins. */
function seesEquals(text: string, behind: readonly string[]): boolean {
  let from = "reproducible".length;
  for (const word of [text, ...behind]) {
    if (from <= word.length) return word.includes("=", from);
    from -= word.length + 1;
  }
  return behind.length > 0;
}

function takeWord(options: NasmOptions, text: string, behind: readonly string[]): 0 | 1 {
  const [next] = behind;
  const equals = text.indexOf("=");
  const word = (equals < 0 ? text : text.slice(0, equals)).toLowerCase();
  const joined = equals < 0 ? undefined : text.slice(equals + 1);
  const takesValue = WORDS_WITH_VALUE.has(word) || word.startsWith("limit-");
  const first = options.pass === 1;
  if (!takesValue && !PLAIN_WORDS.has(word) && word !== "debug") {
    if (first) error(options, `unrecognized option \`--${text}'`);
    if (first && seesEquals(text, behind)) error(options, `option \`--${text}' does not take an argument`);
    return 0;
  }
  const value = takesValue ? (joined ?? next) : undefined;
  if (takesValue && value === undefined) {
    if (first) error(options, `option \`--${word}' requires an argument`);
    return 0;
  }
  if (!takesValue && joined !== undefined && word !== "debug") {
    if (first) error(options, `option \`--${word}' does not take an argument`);
    return 0;
  }
  if (first) obeyEarlyWord(options, word, value ?? "");
  else obeyWord(options, word, value ?? "");
  return takesValue && joined === undefined ? 1 : 0;
}

function obeyEarlyWord(options: NasmOptions, word: string, value: string): void {
  if (word === "v" || word === "version") options.show = "version";
  else if (word === "help") options.show = "help";
  else if (word === "keep-all") options.keepAll = true;
  else if (word === "reproducible") options.reproducible = true;
  else if (word === "no-line") options.lineDirectives = "ignored";
  else if (word.startsWith("limit-")) {
    const problem = setLimit(options.limits, word.slice("limit-".length), value);
    if (problem) tell(options, "warning", `${problem.message} [-w+other]`);
  }
}

function obeyWord(options: NasmOptions, word: string, value: string): void {
  switch (word) {
    case "prefix":
    case "gprefix":
      options.prefix ??= value;
      return;
    case "postfix":
    case "gpostfix":
      options.suffix ??= value;
      return;
    case "lprefix":
      options.localPrefix ??= value;
      return;
    case "lpostfix":
      options.localSuffix ??= value;
      return;
    case "include":
      options.preincludes.push(value);
      return;
    case "before":
      options.before.push(value);
      return;
    case "pragma":
      options.before.push(`%pragma ${value}`);
      return;
    default:
  }
}

/** Splits NASMENV: at blanks, or at its first character when that is no hyphen. */
export function splitNasmEnvironment(text: string): string[] {
  const separator = text === "" || text[0] === "-" ? " " : text[0]!;
  return text.split(separator).filter((word) => word !== "");
}

/** A file name as Watcom's make reads it. */
export function quoteForWmake(name: string): string {
  const escaped = name.replace(/[$#"]/g, (character) => (character === '"' ? '""' : `$${character}`));
  return /[ \t&"]/.test(name) ? `"${escaped}"` : escaped;
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
