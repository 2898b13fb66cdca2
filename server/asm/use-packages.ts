// The packages of `%use`: altreg, smartalign, fp, ifunc, masm, as lines of the preprocessor's language.

import { type Source, sourceFromText } from "../base/source.ts";
import { unquote } from "./literal.ts";
import { skipSpaces } from "./macro-call.ts";
import { expandSingles } from "./macro-single.ts";
import { warnTrailing } from "./preprocess-reading.ts";
import { reportError, type State } from "./preprocess-state.ts";
import { PADDING } from "./standard-macros.ts";
import type { Token } from "./token.ts";

/** Registers by number: r0 is rax, r0d eax, r0l al, r0h ah, r8l r8b. */
function altreg(): string[] {
  const names = ["a", "c", "d", "b", "sp", "bp", "si", "di"];
  const word = (name: string) => (name.length === 1 ? `${name}x` : name);
  return [
    ...Array.from({ length: 8 }, (_, k) => `%idefine r${k + 8}l r${k + 8}b`),
    ...names.flatMap((name, k) => [
      `%idefine r${k} r${word(name)}`,
      `%idefine r${k}d e${word(name)}`,
      `%idefine r${k}w ${word(name)}`,
      `%idefine r${k}b ${name}l`,
      `%idefine r${k}l ${name}l`,
      ...(k < 4 ? [`%idefine r${k}h ${name}h`] : []),
    ]),
  ];
}

/** Bytes of fillers by length 1, 2, 3 … for one processor and mode, as they are written in source. */
type Fillers = readonly string[];

const NOP: Fillers = ["0x90"];
const K8: Fillers = ["0x90", "0x66,0x90", "0x66,0x66,0x90", "0x66,0x66,0x66,0x90"];
const P6_16: Fillers = ["0x90", "0x66,0x90", "0x0f,0x1f,0x00", "0x0f,0x1f,0x40,0x00"];
const P6: Fillers = [
  "0x90",
  "0x66,0x90",
  "0x0f,0x1f,0x00",
  "0x0f,0x1f,0x40,0x00",
  "0x0f,0x1f,0x44,0x00,0x00",
  "0x66,0x0f,0x1f,0x44,0x00,0x00",
  "0x0f,0x1f,0x80,0x00,0x00,0x00,0x00",
  "0x0f,0x1f,0x84,0x00,0x00,0x00,0x00,0x00",
];
const LEA_16: Fillers = [
  "0x90",
  "0x89,0xf6",
  "0x8d,0x74,0x00",
  "0x8d,0xb4,0x00,0x00",
  "0x8d,0xb4,0x00,0x00,0x90",
  "0x8d,0xb4,0x00,0x00,0x89,0xff",
  "0x8d,0xb4,0x00,0x00,0x8d,0x7d,0x00",
  "0x8d,0xb4,0x00,0x00,0x8d,0xbd,0x00,0x00",
];
const LEA_32: Fillers = [
  "0x90",
  "0x89,0xf6",
  "0x8d,0x76,0x00",
  "0x8d,0x74,0x26,0x00",
  "0x90,0x8d,0x74,0x26,0x00",
  "0x8d,0xb6,0x00,0x00,0x00,0x00",
  "0x8d,0xb4,0x26,0x00,0x00,0x00,0x00",
];
const K7_16: Fillers = [...K8, ...LEA_16.slice(K8.length)];
const K7_32: Fillers = [
  "0x90",
  "0x8b,0xc0",
  "0x8d,0x04,0x20",
  "0x8d,0x44,0x20,0x00",
  "0x8d,0x44,0x20,0x00,0x90",
  "0x8d,0x80,0x00,0x00,0x00,0x00",
  "0x8d,0x04,0x05,0x00,0x00,0x00,0x00",
];

/** Modes of `alignmode`: above how many bytes a jump is better, and the fillers for 16, 32 and 64 bits. */
const MODES: readonly (readonly [name: string, threshold: number, Fillers, Fillers, Fillers])[] = [
  ["nop", 16, NOP, NOP, NOP],
  ["generic", 8, LEA_16, LEA_32, K8],
  ["k8", 16, K8, K8, K8],
  ["k7", 16, K7_16, K7_32, K8],
  ["p6", 16, P6_16, P6, P6],
];

const fillerLines = (bits: number, fillers: Fillers): string[] => [
  ...fillers.map((bytes, k) => `%define __?ALIGN_${bits}BIT_${k + 1}B?__ ${bytes}`),
  `%define __?ALIGN_${bits}BIT_GROUP?__ ${fillers.length}`,
];

/** `align` with the longest fillers a processor likes. */
function smartalign(): string[] {
  const group = "__?ALIGN_%[__?BITS?__]BIT_GROUP?__";
  return [
    "%imacro alignmode 1-2.nolist",
    ...MODES.flatMap(([name, threshold, bits16, bits32, bits64], k) => [
      `${k === 0 ? "%ifidni" : "%elifidni"} %1,${name}`,
      `%define __?ALIGN_JMP_THRESHOLD?__ ${threshold}`,
      ...fillerLines(16, bits16),
      ...fillerLines(32, bits32),
      ...fillerLines(64, bits64),
    ]),
    ...["%else", "%error unknown alignment mode: %1", "%endif"],
    ...["%ifnempty %2", "%ifidni %2,nojmp", "%xdefine __?ALIGN_JMP_THRESHOLD?__ -1"],
    ...["%else", "%xdefine __?ALIGN_JMP_THRESHOLD?__ %2", "%endif", "%endif"],
    "%xdefine __?ALIGNMODE?__ %1,__?ALIGN_JMP_THRESHOLD?__",
    "%endmacro",
    "%defalias __ALIGNMODE__ __?ALIGNMODE?__",
    "%unimacro align 1-2+.nolist",
    ...["%imacro align 1-2+.nolist", "sectalign %1", "%ifnempty %2", `times ${PADDING} %2`],
    ...["%elif __?PASS?__ == 0 || __?PASS?__ == 3", `times ${PADDING} nop`],
    ...["%else", "%push", `%assign %$pad ${PADDING}`],
    "%if __?ALIGN_JMP_THRESHOLD?__ != -1 && %$pad > __?ALIGN_JMP_THRESHOLD?__",
    ...["jmp %$end", `times ${PADDING} nop`],
    "%else",
    `times (%$pad / ${group}) db __?ALIGN_%[__?BITS?__]BIT_%[${group}]B?__`,
    `%assign %$pad %$pad % ${group}`,
    ...["%if %$pad > 0", "db __?ALIGN_%[__?BITS?__]BIT_%[%$pad]B?__", "%endif", "%endif"],
    ...["%$end:", "%pop", "%endif", "%endmacro", "alignmode generic"],
  ];
}

/** Shorter names for floating-point constants and functions. */
function fp(): string[] {
  const functions = [
    "float8",
    "float16",
    "bfloat16",
    "float32",
    "float64",
    "float80m",
    "float80e",
    "float128l",
    "float128h",
  ];
  return [
    "%define Inf __?Infinity?__",
    ...["NaN", "QNaN"].map((name) => `%define ${name} __?QNaN?__`),
    "%define SNaN __?SNaN?__",
    ...functions.map((name) => `%define ${name}(x) __?${name}?__(x)`),
    ...["%imacro bf16 1-*.nolist", "%rep %0", "dw __?bfloat16?__(%1)", "%rotate 1", "%endrep", "%endmacro"],
  ];
}

/** Integer logarithms. */
function ifunc(): string[] {
  return [
    ...["ilog2", "ilog2e"].map((name) => `%idefine ${name}(x) (__?ilog2e?__(x))`),
    ...["ilog2w", "ilog2fw"].map((name) => `%idefine ${name}(x) (__?ilog2w?__(x))`),
    "%idefine ilog2f(x) (__?ilog2f?__(x))",
    "%idefine ilog2cw(x) (__?ilog2w?__(x) * 0 + __?ilog2c?__(x))",
    "%idefine ilog2c(x) (__?ilog2c?__(x))",
  ];
}

/** A little of what MASM's sources say. */
function masm(): string[] {
  return [
    "%unimacro segment 1+",
    ...["%imacro segment 0-1+.nolist", "%define __?SECT?__ [segment %00 %1]", "__?SECT?__", "%endmacro"],
    ...["%imacro ends 0+.nolist", "%null ends %00", "%endmacro"],
    ...["%imacro proc 0-*.nolist", "%rep %0", "%ifidni %1,far", "%idefine ret retf", "%else", "%idefine ret retn"],
    ...["%endif", "%rotate 1", "%endrep", "%endmacro"],
    ...["%imacro endp 0.nolist", "%null endp %00", "%undef ret", "%endmacro"],
    "%idefine ptr __?masm_ptr?__",
    "%idefine flat __?masm_flat?__",
    "%idefine offset",
    ...["%imacro end 0+.nolist", "%endmacro"],
    "%idefine tbyte tword",
    "default rel",
  ];
}

const BODIES: Readonly<Record<string, () => string[]>> = { altreg, fp, ifunc, masm, smartalign };
const built = new Map<string, Source>();

/** The lines of a package by its name in any case; undefined when there is none. */
function packageLines(name: string): Source | undefined {
  const key = name.toLowerCase();
  const body = Object.hasOwn(BODIES, key) ? BODIES[key] : undefined;
  if (body === undefined) return undefined;
  let source = built.get(key);
  if (source === undefined) {
    const upper = key.toUpperCase();
    const head = [`%define __?USE_${upper}?__`, `%defalias __USE_${upper}__ __?USE${upper}?__`];
    source = sourceFromText("", `${[...head, ...body()].join("\n")}\n`);
    built.set(key, source);
  }
  return source;
}

/** The package that a line names: its name as written, and its lines if it exists. Undefined after having said that the
 * line names none. */
export function packageNamed(
  state: State,
  line: readonly Token[],
  directive: string,
): { readonly name: string; readonly shown: string; readonly lines: Source | undefined } | undefined {
  const tokens = expandSingles(state, line.slice(skipSpaces(line, 0)));
  const at = skipSpaces(tokens, 0);
  const token = tokens[at];
  if (token?.kind !== "identifier" && token?.kind !== "string") {
    const got = token ? `\`${token.text}'` : "end of line";
    reportError(state, "directive-syntax", `\`${directive}' expects a package name, got ${got}`);
    return undefined;
  }
  if (skipSpaces(tokens, at + 1) < tokens.length) warnTrailing(state, directive);
  const shown = token.kind === "string" ? unquote(token.text) : token.text;
  return { name: shown.toLowerCase(), shown, lines: packageLines(shown) };
}
