// The macros every program may use without asking: `section`, `global`, `struc`, `align` … in terms of the assembler's
// bracketed directives, and names for version, format and time. They are lines of the preprocessor's own language, since
// what they expand to can be seen (-E, `__?SECT?__`, numbers of `%%` labels); the tables below say which.

import { type Source, sourceFromText } from "../base/source.ts";
import type { AssembleOptions, OutputFormat } from "./options.ts";

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

const macro = (head: string, ...body: readonly string[]): string[] => [`%imacro ${head}`, ...body, "%endmacro"];

/** `section`, `segment` and `absolute` also note themselves, so that `struc` can go back. */
const sectionMacro = (word: string): string[] =>
  macro(`${word} 1+.nolist`, `%define __?SECT?__ [${word} %1]`, "__?SECT?__");

/** The body of a macro that does something for each parameter. */
const forEach = (...body: readonly string[]): string[] => ["%rep %0", ...body, "%rotate 1", "%endrep"];

/** Number of bytes up to the next multiple of %1, from the section's start. */
export const PADDING = "(((%1) - (($-$$) % (%1))) % (%1))";

const SECTIONS = [
  "%define __?SECT?__",
  ...sectionMacro("section"),
  ...sectionMacro("segment"),
  "%define __?SECTALIGN_ALIGN_UPDATES_SECTION?__ 1",
  ...macro(
    "sectalign 1+.nolist",
    "%ifidni %1,off",
    "%define __?SECTALIGN_ALIGN_UPDATES_SECTION?__ 0",
    "%elifidni %1,on",
    "%define __?SECTALIGN_ALIGN_UPDATES_SECTION?__ 1",
    "%else",
    "[sectalign %1]",
    "%endif",
  ),
  ...sectionMacro("absolute"),
];

const STRUCTURES = [
  ...macro("struc 1-2.nolist 0", "%push", "%define %$strucname %1", "[absolute %2]", "%$strucname:"),
  ...macro("endstruc 0.nolist", "%{$strucname}_size equ ($-%$strucname)", "%pop", "__?SECT?__"),
  ...macro("istruc 1.nolist", "%push", "%define %$strucname %1", "%$strucstart:"),
  ...macro(
    "at 1-2+.nolist",
    "%defstr %$member %1",
    "%substr %$member1 %$member 1",
    "%ifidn %$member1, '.'",
    "times (%$strucname%1-%$strucname)-($-%$strucstart) db 0",
    "%else",
    "times (%1-%$strucname)-($-%$strucstart) db 0",
    "%endif",
    "%2",
  ),
  ...macro("iend 0.nolist", "times %{$strucname}_size-($-%$strucstart) db 0", "%pop"),
];

const updateSection = ["%if __?SECTALIGN_ALIGN_UPDATES_SECTION?__", "sectalign %1", "%endif"];

const ALIGNMENT = [
  ...macro("align 1-2+.nolist nop", ...updateSection, `times ${PADDING} %2`),
  ...macro(
    "alignb 1-2+.nolist",
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

const FLOATING = [
  "%define __?FLOAT_DAZ?__ nodaz",
  "%define __?FLOAT_ROUND?__ near",
  "%define __?FLOAT?__ __?FLOAT_DAZ?__,__?FLOAT_ROUND?__",
  ...macro(
    "float 1-*.nolist",
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
  ),
];

const INCBIN = macro("incbin 1-2+.nolist 0", "%push", "%pathsearch %$dep %1", "%depend %$dep", "%? %$dep,%2", "%pop");

const COMMON = [
  ...SECTIONS,
  ...STRUCTURES,
  ...ALIGNMENT,
  ...WRAPPED.flatMap((word) => macro(`${word} 1+.nolist`, `[${word} %1]`)),
  ...SHORTHANDS.flatMap(([word, directive]) => macro(`${word} 0.nolist`, `[${directive}]`)),
  ...LISTED.flatMap((word) => macro(`${word} 1-*.nolist`, ...forEach(`[${word} %1]`))),
  ...FLOATING,
  ...INCBIN,
  ...UNDERSCORED.map((name) => `%defalias __${name}__ __?${name}?__`),
  ...FUNCTIONS.flatMap((name) => [`%idefine __?${name}?__ %?`, `%idefalias __${name}__ __?${name}?__`]),
  ...VERSION.map(([name, value]) => `%define __?${name}?__ ${value}`),
  "%define __?SECT?__ [section .text]",
  "%macro __?NASM_CDecl?__ 1",
  "%define $_%1 $%1",
  "%endmacro",
];

const linesSource = (lines: readonly string[]): Source => sourceFromText("", `${lines.join("\n")}\n`);

const BIN = linesSource([...COMMON, ...macro("org 1+.nolist", "[org %1]")]);
const ELF = linesSource([...COMMON, ...macro("osabi 1+.nolist", "[%? %1]")]);

/** The standard macros for an output format; one source per format, so that it is lexed once. */
export const standardMacros = (format: OutputFormat): Source => (format === "bin" ? BIN : ELF);

const two = (value: number): string => String(value).padStart(2, "0");

type Session = Pick<AssembleOptions, "format" | "formatName" | "debug" | "timeSeconds">;

/** The lines that name format and time. `timeSeconds` counts from 1970; local time is taken to be UTC. */
export function sessionMacros({ format, formatName, debug, timeSeconds }: Session): string[] {
  const time = new Date(timeSeconds * 1000);
  const day = [time.getUTCFullYear(), two(time.getUTCMonth() + 1), two(time.getUTCDate())];
  const hour = [two(time.getUTCHours()), two(time.getUTCMinutes()), two(time.getUTCSeconds())];
  const clock = ["", "UTC_"].flatMap((zone) => [
    `%define __?${zone}DATE?__ "${day.join("-")}"`,
    `%define __?${zone}DATE_NUM?__ ${day.join("")}`,
    `%define __?${zone}TIME?__ "${hour.join(":")}"`,
    `%define __?${zone}TIME_NUM?__ ${hour.join("")}`,
  ]);
  return [
    ...clock,
    `%define __?POSIX_TIME?__ ${Math.floor(timeSeconds)}`,
    `%define __?OUTPUT_FORMAT?__ ${formatName ?? format}`,
    ...(debug && format !== "bin" ? ["%define __?DEBUG_FORMAT?__ dwarf"] : []),
  ];
}
