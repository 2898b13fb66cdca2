// fnmatch: whether a name fits a shell's pattern, byte by byte in the "C" locale.
// Source: POSIX.1-2017, Shell Command Language 2.13; fnmatch(3) for the flags.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { latin1 } from "./program-memory.ts";

const FLAG = { pathname: 1, noEscape: 2, period: 4, leadingDirectory: 8, caseFold: 16 } as const;
const NO_MATCH = 1;

/** Classes of `[[:name:]]`. */
const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  digit: /[0-9]/,
  lower: /[a-z]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t-\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};

interface Bracket {
  /** Where the pattern goes on. */
  readonly next: number;
  readonly fits: boolean;
}

/** `pattern[at]` is the character behind "["; undefined when no "]" closes it, which makes "[" an ordinary character. */
function bracket(pattern: string, at: number, character: string, flags: number): Bracket | undefined {
  const escapes = (flags & FLAG.noEscape) === 0;
  const fold = (text: string) => ((flags & FLAG.caseFold) === 0 ? text : text.toLowerCase());
  let k = at;
  const inverted = pattern[k] === "!" || pattern[k] === "^";
  if (inverted) k++;
  let fits = false;
  for (let first = true; ; first = false) {
    if (k >= pattern.length) return undefined;
    if (pattern[k] === "]" && !first) return { next: k + 1, fits: fits !== inverted };
    const named = /^\[:(\w+):\]/.exec(pattern.slice(k, k + 12));
    if (named) {
      fits ||= CLASSES[named[1]!]?.test(character) ?? false;
      k += named[0].length;
      continue;
    }
    if (pattern[k] === "\\" && escapes && k + 1 < pattern.length) k++;
    const low = pattern[k++]!;
    let high = low;
    if (pattern[k] === "-" && k + 1 < pattern.length && pattern[k + 1] !== "]") {
      if (pattern[k + 1] === "\\" && escapes) k++;
      high = pattern[k + 1] ?? low;
      k += 2;
    }
    fits ||= fold(character) >= fold(low) && fold(character) <= fold(high);
  }
}

/** A period that PERIOD keeps wildcards from. */
function isLeadingPeriod(text: string, at: number, flags: number): boolean {
  if ((flags & FLAG.period) === 0 || text[at] !== ".") return false;
  return at === 0 || ((flags & FLAG.pathname) !== 0 && text[at - 1] === "/");
}

/** One step that is no star: where pattern and text go on, or undefined. */
function step(pattern: string, at: number, text: string, position: number, flags: number): number | undefined {
  const character = text[position];
  if (character === undefined) return undefined;
  const isSlash = character === "/" && (flags & FLAG.pathname) !== 0;
  const wild = !isSlash && !isLeadingPeriod(text, position, flags);
  if (pattern[at] === "?") return wild ? at + 1 : undefined;
  if (pattern[at] === "[") {
    const found = bracket(pattern, at + 1, character, flags);
    if (found) return wild && found.fits ? found.next : undefined;
  }
  const escaped = pattern[at] === "\\" && (flags & FLAG.noEscape) === 0 && at + 1 < pattern.length;
  const wanted = pattern[escaped ? at + 1 : at];
  const same = (flags & FLAG.caseFold) === 0 ? wanted === character : wanted?.toLowerCase() === character.toLowerCase();
  return same ? at + (escaped ? 2 : 1) : undefined;
}

/** Going back to the last star alone is enough, since a star takes anything. With PATHNAME it does not go past a slash. */
export function matches(pattern: string, text: string, flags: number): boolean {
  let at = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  for (;;) {
    if (at >= pattern.length) {
      if (position >= text.length) return true;
      if ((flags & FLAG.leadingDirectory) !== 0 && text[position] === "/") return true;
    } else if (pattern[at] === "*" && !isLeadingPeriod(text, position, flags)) {
      star = ++at;
      resume = position;
      continue;
    } else {
      const next = step(pattern, at, text, position, flags);
      if (next !== undefined) {
        at = next;
        position++;
        continue;
      }
    }
    const blocked = text[resume] === "/" && (flags & FLAG.pathname) !== 0;
    if (star < 0 || resume >= text.length || blocked) return false;
    position = ++resume;
    at = star;
  }
}

function fnmatch(call: LibcCall): LibcResult {
  const pattern = latin1(call.program.string(call.args.pointer()));
  const text = latin1(call.program.string(call.args.pointer()));
  return matches(pattern, text, call.args.int()) ? 0 : NO_MATCH;
}

export const patternFunctions = { fnmatch } satisfies LibcFunctions;
