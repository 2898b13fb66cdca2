// Characters in the "C" locale. The is-functions return what glibc's table gives: a bit of a mask, not 1.
// Source: ISO C11 7.4; the masks of glibc's ctype.h on little-endian machines.

import type { LibcCall, LibcFunctions } from "./call.ts";

type Test = (character: number) => boolean;

const isUpper: Test = (c) => c >= 65 && c <= 90;
const isLower: Test = (c) => c >= 97 && c <= 122;
const isAlpha: Test = (c) => isUpper(c) || isLower(c);
const isDigit: Test = (c) => c >= 48 && c <= 57;
const isGraph: Test = (c) => c > 32 && c < 127;

const mask =
  (bit: number, test: Test) =>
  (call: LibcCall): number =>
    test(call.args.int()) ? bit : 0;

export const characterFunctions = {
  isupper: mask(0x100, isUpper),
  islower: mask(0x200, isLower),
  isalpha: mask(0x400, isAlpha),
  isdigit: mask(0x800, isDigit),
  isxdigit: mask(0x1000, (c) => isDigit(c) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102)),
  isspace: mask(0x2000, (c) => c === 32 || (c >= 9 && c <= 13)),
  isprint: mask(0x4000, (c) => c >= 32 && c < 127),
  isgraph: mask(0x8000, isGraph),
  isblank: mask(1, (c) => c === 32 || c === 9),
  iscntrl: mask(2, (c) => (c >= 0 && c < 32) || c === 127),
  ispunct: mask(4, (c) => isGraph(c) && !isAlpha(c) && !isDigit(c)),
  isalnum: mask(8, (c) => isAlpha(c) || isDigit(c)),
  toupper: (call) => {
    const character = call.args.int();
    return isLower(character) ? character - 32 : character;
  },
  tolower: (call) => {
    const character = call.args.int();
    return isUpper(character) ? character + 32 : character;
  },
} satisfies LibcFunctions;
