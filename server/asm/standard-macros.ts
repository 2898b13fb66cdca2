// The macros every program may use without asking: `section`, `global`, `struc`, `align` … in terms of the assembler's
// bracketed directives, and names for version, format and time. Their bodies are lines of the preprocessor's own language,
// since what they expand to can be seen (-E, `__?SECT?__`, numbers of `%%` labels). A body is read when its macro is used
// first: to read all of them took longer than all else that an assembly of a few lines does.

import { sourceFromText } from "../base/source.ts";
import { lexText } from "./lexer.ts";
import type { MacroNames } from "./line-text.ts";
import type { BodyLine, MultiMacro, SingleMacro } from "./macro-table.ts";
import type { AssembleOptions } from "./options.ts";
import type { State } from "./preprocess-state.ts";
import { lineAt, lineBehind, sourceLines } from "./source-lines.ts";
import { noNames, withName } from "./steps.ts";
import type { Token } from "./token.ts";

/** A single-line macro; those that are not aliases for other names stand for a text. */
interface SingleRow {
  readonly name: string;
  readonly text: string;
  readonly alias: boolean;
  readonly caseSensitive: boolean;
  tokens?: readonly Token[];
}

/** A multi-line macro. `parameters` are written as behind `%macro`: `1`, `1-2+`, `1-*`. */
interface MultiRow {
  readonly name: string;
  readonly parameters: string;
  /** The parameter behind the least ones where it is not given: one word. */
  readonly otherwise: string | undefined;
  readonly text: readonly string[];
  lines?: readonly BodyLine[];
  defaults?: readonly (readonly Token[])[];
}

function tokensOf(text: string): readonly Token[] {
  const place = { source: sourceFromText("", text), start: 0, end: text.length, exact: true };
  return lexText(text, 0, text.length, place).tokens;
}

function linesOf(text: readonly string[]): readonly BodyLine[] {
  const reader = sourceLines(sourceFromText("", `${text.join("\n")}\n`));
  const lines: BodyLine[] = [];
  let line = lineAt(reader, 0);
  for (; line !== undefined; line = lineAt(reader, lineBehind(line))) lines.push({ line, file: "", lineNumber: 0 });
  return lines;
}

class StandardSingle implements SingleMacro {
  readonly name: string;
  readonly caseSensitive: boolean;
  readonly alias: boolean;
  readonly parameters = [];
  readonly variadic = false;
  readonly recursive = false;
  inProgress = 0;
  private readonly row: SingleRow;

  constructor(row: SingleRow) {
    this.name = row.name;
    this.caseSensitive = row.caseSensitive;
    this.alias = row.alias;
    this.row = row;
  }

  get body(): readonly Token[] {
    this.row.tokens ??= tokensOf(this.row.text);
    return this.row.tokens;
  }

  get inert(): boolean {
    return this.body.every(({ kind }) => kind !== "identifier" && kind !== "directive" && kind !== "parameter");
  }
}

class StandardMulti implements MultiMacro {
  readonly name: string;
  readonly caseSensitive: boolean;
  readonly least: number;
  readonly most: number;
  readonly plus: boolean;
  readonly quiet: boolean;
  readonly recursive = false;
  readonly defaultKeys: (string | undefined)[] = [];
  readonly takesLabel = false;
  inProgress = 0;
  private readonly row: MultiRow;

  constructor(row: MultiRow) {
    const { name, parameters } = row;
    this.name = name;
    this.plus = parameters.endsWith("+");
    const most = parameters.charAt(2);
    this.least = Number(parameters.charAt(0));
    this.most = most === "" ? this.least : most === "*" ? Number.POSITIVE_INFINITY : Number(most);
    this.caseSensitive = name === C_DECLARED;
    this.quiet = name !== C_DECLARED;
    this.row = row;
  }

  get body(): BodyLine[] {
    this.row.lines ??= linesOf(this.row.text);
    return this.row.lines as BodyLine[];
  }

  get defaults(): readonly (readonly Token[])[] {
    const { row } = this;
    row.defaults ??= row.otherwise === undefined ? [] : [tokensOf(row.otherwise)];
    return row.defaults;
  }
}

/** Directives that take the rest of the line as it is: `bits 64` is `[bits 64]`. */
const WRAPPED = ["bits", "cpu", "default"];
/** Directives that take a list: `global a, b` is `[global a]` and `[global b]`. */
const LISTED = ["extern", "static", "global", "required", "common"];
/** Words that stand for a directive with an argument. */
const SHORTHANDS: readonly (readonly [word: string, directive: string])[] = [
  ["use16", "bits 16"],
  ["use32", "bits 32"],
  ["use64", "bits 64"],
  ["userel", "default rel"],
  ["useabs", "default abs"],
  ["usebnd", "default bnd"],
  ["usenobnd", "default nobnd"],
];

/** Case-sensitive and in listings, unlike the others. */
const C_DECLARED = "__?NASM_CDecl?__";

const VERSION: readonly (readonly [name: string, value: string])[] = [
  ["NASM_MAJOR", "2"],
  ["NASM_MINOR", "16"],
  ["NASM_SUBMINOR", "1"],
  ["NASM_PATCHLEVEL", "0"],
  ["NASM_VERSION_ID", "002100100h"],
  ["NASM_VER", '"2.16.01"'],
];

/** Names that exist as `__?X?__` and, from older versions, as `__X__`. */
const UNDERSCORED = [
  ...["SECT", "SECTALIGN_ALIGN_UPDATES_SECTION", "FLOAT_DAZ", "FLOAT_ROUND", "FLOAT"],
  ...["NASM_MAJOR", "NASM_MINOR", "NASM_SUBMINOR", "NASM_PATCHLEVEL", "NASM_SNAPSHOT", "NASM_VERSION_ID", "NASM_VER"],
  ...["OUTPUT_FORMAT", "DEBUG_FORMAT", "DATE", "DATE_NUM", "TIME", "TIME_NUM"],
  ...["UTC_DATE", "UTC_DATE_NUM", "UTC_TIME", "UTC_TIME_NUM", "POSIX_TIME"],
  ...["FILE", "LINE", "BITS", "PTR", "PASS"],
];

/** Words of expressions and data that are spelled `__?x?__`, in any case, and also `__x__`. */
const FUNCTIONS = [
  ...["infinity", "nan", "qnan", "snan"],
  ...["float8", "float16", "float32", "float64", "float80m", "float80e", "float128l", "float128h"],
  ...["utf16", "utf16le", "utf16be", "utf32", "utf32le", "utf32be"],
  ...["ilog2e", "ilog2w", "ilog2f", "ilog2c"],
];

/** `otherwise` stands behind the number of parameters. */
function macro(name: string, head: string, ...text: readonly string[]): MultiRow {
  const [parameters, otherwise] = head.split(" ");
  return { name, parameters: parameters!, otherwise, text };
}

/** `section`, `segment` and `absolute` also note themselves, so that `struc` can go back. */
const sectionMacro = (word: string): MultiRow => macro(word, "1+", `%define __?SECT?__ [${word} %1]`, "__?SECT?__");

/** The body of a macro that does something for each parameter. */
const forEach = (...body: readonly string[]): string[] => ["%rep %0", ...body, "%rotate 1", "%endrep"];

/** Number of bytes up to the next multiple of %1, from the section's start. */
export const PADDING = "(((%1) - (($-$$) % (%1))) % (%1))";

const SECTIONS = [
  ...["section", "segment", "absolute"].map(sectionMacro),
  macro(
    "sectalign",
    "1+",
    "%ifidni %1,off",
    "%define __?SECTALIGN_ALIGN_UPDATES_SECTION?__ 0",
    "%elifidni %1,on",
    "%define __?SECTALIGN_ALIGN_UPDATES_SECTION?__ 1",
    "%else",
    "[sectalign %1]",
    "%endif",
  ),
];

const STRUCTURES = [
  macro("struc", "1-2 0", "%push", "%define %$strucname %1", "[absolute %2]", "%$strucname:"),
  macro("endstruc", "0", "%{$strucname}_size equ ($-%$strucname)", "%pop", "__?SECT?__"),
  macro("istruc", "1", "%push", "%define %$strucname %1", "%$strucstart:"),
  macro(
    "at",
    "1-2+",
    "%defstr %$member %1",
    "%substr %$member1 %$member 1",
    "%ifidn %$member1, '.'",
    "times (%$strucname%1-%$strucname)-($-%$strucstart) db 0",
    "%else",
    "times (%1-%$strucname)-($-%$strucstart) db 0",
    "%endif",
    "%2",
  ),
  macro("iend", "0", "times %{$strucname}_size-($-%$strucstart) db 0", "%pop"),
];

const updateSection = ["%if __?SECTALIGN_ALIGN_UPDATES_SECTION?__", "sectalign %1", "%endif"];

const ALIGNMENT = [
  macro("align", "1-2+ nop", ...updateSection, `times ${PADDING} %2`),
  macro(
    "alignb",
    "1-2+",
    ...updateSection,
    "%ifempty %2",
    "[warning push]",
    "[warning -zeroing]",
    `resb ${PADDING}`,
    "[warning pop]",
    "%else",
    `times ${PADDING} %2`,
    "%endif",
  ),
];

/** `float daz`, `float up` … are also noted in macros of their own. */
const floatNote = (word: string, name: string): string[] => [
  `%elifidni %1,${word}`,
  `%define __?FLOAT_${name}?__ ${word}`,
];

const FLOAT = macro(
  "float",
  "1-*",
  ...forEach(
    "[float %1]",
    "%ifidni %1,daz",
    "%define __?FLOAT_DAZ?__ daz",
    ...floatNote("nodaz", "DAZ"),
    ...["near", "up", "down", "zero"].flatMap((word) => floatNote(word, "ROUND")),
    "%elifidni %1,default",
    "%define __?FLOAT_DAZ?__ nodaz",
    "%define __?FLOAT_ROUND?__ near",
    "%endif",
  ),
);

const INCBIN = macro("incbin", "1-2+ 0", "%push", "%pathsearch %$dep %1", "%depend %$dep", "%? %$dep,%2", "%pop");

const MULTIS = [
  ...SECTIONS,
  ...STRUCTURES,
  ...ALIGNMENT,
  ...WRAPPED.map((word) => macro(word, "1+", `[${word} %1]`)),
  ...SHORTHANDS.map(([word, directive]) => macro(word, "0", `[${directive}]`)),
  ...LISTED.map((word) => macro(word, "1-*", ...forEach(`[${word} %1]`))),
  FLOAT,
  INCBIN,
  macro(C_DECLARED, "1", "%define $_%1 $%1"),
];

const ORIGIN = macro("org", "1+", "[org %1]");
const SYSTEM = macro("osabi", "1+", "[%? %1]");

const define = (name: string, text: string): SingleRow => ({ name, text, alias: false, caseSensitive: true });

const SINGLES: readonly SingleRow[] = [
  define("__?SECT?__", "[section .text]"),
  define("__?SECTALIGN_ALIGN_UPDATES_SECTION?__", "1"),
  define("__?FLOAT_DAZ?__", "nodaz"),
  define("__?FLOAT_ROUND?__", "near"),
  define("__?FLOAT?__", "__?FLOAT_DAZ?__,__?FLOAT_ROUND?__"),
  ...VERSION.map(([name, value]) => define(`__?${name}?__`, value)),
  ...UNDERSCORED.map((name) => ({ name: `__${name}__`, text: `__?${name}?__`, alias: true, caseSensitive: true })),
  ...FUNCTIONS.flatMap((name) => [
    { name: `__?${name}?__`, text: "%?", alias: false, caseSensitive: false },
    { name: `__${name}__`, text: `__?${name}?__`, alias: true, caseSensitive: false },
  ]),
];

const two = (value: number): string => String(value).padStart(2, "0");

type Session = Pick<AssembleOptions, "format" | "formatName" | "debug" | "timeSeconds">;

/** The macros that name format and time. `timeSeconds` counts from 1970; local time is taken to be UTC. */
function sessionMacros({ format, formatName, debug, timeSeconds }: Session): SingleRow[] {
  const time = new Date(timeSeconds * 1000);
  const day = [time.getUTCFullYear(), two(time.getUTCMonth() + 1), two(time.getUTCDate())];
  const hour = [two(time.getUTCHours()), two(time.getUTCMinutes()), two(time.getUTCSeconds())];
  const clock = ["", "UTC_"].flatMap((zone) => [
    define(`__?${zone}DATE?__`, `"${day.join("-")}"`),
    define(`__?${zone}DATE_NUM?__`, day.join("")),
    define(`__?${zone}TIME?__`, `"${hour.join(":")}"`),
    define(`__?${zone}TIME_NUM?__`, hour.join("")),
  ]);
  return [
    ...clock,
    define("__?POSIX_TIME?__", String(Math.floor(timeSeconds))),
    define("__?OUTPUT_FORMAT?__", formatName ?? format),
    ...(debug && format !== "bin" ? [define("__?DEBUG_FORMAT?__", "dwarf")] : []),
  ];
}

/** Puts the standard macros into the tables of a pass. */
export function addStandardMacros({ options, singles, multis }: Pick<State, "options" | "singles" | "multis">): void {
  const isFlat = options.format === "bin";
  for (const row of [...MULTIS, isFlat ? ORIGIN : SYSTEM]) multis.set(row.name.toLowerCase(), [new StandardMulti(row)]);
  for (const row of [...SINGLES, ...sessionMacros(options)])
    singles.set(row.name.toLowerCase(), [new StandardSingle(row)]);
}

/** The set of names that they are. */
export const standardNames = ({ format, debug }: AssembleOptions): MacroNames =>
  withName(noNames(), `${format === "bin" ? "bin" : "elf"}${debug ? " debug" : ""} `);
