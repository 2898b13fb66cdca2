// Characters in the "C" locale. The is-functions return what glibc's table gives: a bit of a mask, not 1.
// Source: ISO C11 7.4; the masks of glibc's ctype.h on little-endian machines.

import type { LibcCall, LibcFunctions } from "./call.ts";

type Test = (character: number) => boolean;

const isUpper: Test = (c) => c >= 65 && c <= 90;
const isLower: Test = (c) => c >= 97 && c <= 122;
const isAlpha: Test = (c) => isUpper(c) || isLower(c);
const isDigit: Test = (c) => c >= 48 && c <= 57;
const isGraph: Test = (c) => c > 32 && c < 127;

/** Bit of each class in glibc's table, and who belongs to it. */
const classes: Readonly<Record<string, { readonly bit: number; readonly test: Test }>> = {
  upper: { bit: 0x100, test: isUpper },
  lower: { bit: 0x200, test: isLower },
  alpha: { bit: 0x400, test: isAlpha },
  digit: { bit: 0x800, test: isDigit },
  xdigit: { bit: 0x1000, test: (c) => isDigit(c) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102) },
  space: { bit: 0x2000, test: (c) => c === 32 || (c >= 9 && c <= 13) },
  print: { bit: 0x4000, test: (c) => c >= 32 && c < 127 },
  graph: { bit: 0x8000, test: isGraph },
  blank: { bit: 1, test: (c) => c === 32 || c === 9 },
  cntrl: { bit: 2, test: (c) => (c >= 0 && c < 32) || c === 127 },
  punct: { bit: 4, test: (c) => isGraph(c) && !isAlpha(c) && !isDigit(c) },
  alnum: { bit: 8, test: (c) => isAlpha(c) || isDigit(c) },
};

/** All classes of a character as 16 bits. */
export function characterClass(character: number): number {
  let bits = 0;
  for (const { bit, test } of Object.values(classes)) if (test(character)) bits |= bit;
  return bits;
}

/** The small letter of a capital; other characters as they are. */
export const toLower = (character: number): number => (isUpper(character) ? character + 32 : character);
/** The capital of a small letter; other characters as they are. */
export const toUpper = (character: number): number => (isLower(character) ? character - 32 : character);

const mask =
  (name: string) =>
  (call: LibcCall): number => {
    const { bit, test } = classes[name]!;
    return test(call.args.int()) ? bit : 0;
  };

export const characterFunctions = {
  isupper: mask("upper"),
  islower: mask("lower"),
  isalpha: mask("alpha"),
  isdigit: mask("digit"),
  isxdigit: mask("xdigit"),
  isspace: mask("space"),
  isprint: mask("print"),
  isgraph: mask("graph"),
  isblank: mask("blank"),
  iscntrl: mask("cntrl"),
  ispunct: mask("punct"),
  isalnum: mask("alnum"),
  toupper: (call) => toUpper(call.args.int()),
  tolower: (call) => toLower(call.args.int()),
} satisfies LibcFunctions;
