// How eagerly V8 compiles during `asmoscope nasm` and `asmoscope run`. An assembler runs for a second or two, spread over much
// code: by default V8 spends up to two fifths of that on optimising functions that are over before it pays. Measured (`npm run
// bench:asm`, CPU time): three times the budget before a function is optimised, with less inlined into it, takes a third off
// sources full of macros, a tenth to a fifth off 200,000 lines. A run spends half a second on translating, and the rest of its
// time outside of JavaScript, so V8 waits six times longer there once a few instructions have run, until the program shows
// that it keeps the machine itself busy (system calls, the step engine); for programs with much code from the beginning, since
// waiting only from the first translation on gained a third less there.

import { createRequire } from "node:module";

/** Versions of V8 that have been looked at; others would complain about a flag they do not know. */
const KNOWN = /^1[1-3]\./;

/** Loading the module takes longer than most programs run, so only who sets a flag does. */
function setFlags(...flags: readonly string[]): void {
  if (!KNOWN.test(process.versions.v8)) return;
  const { setFlagsFromString } = createRequire(import.meta.url)("node:v8") as typeof import("node:v8");
  for (const flag of flags) setFlagsFromString(flag);
}

/** Makes V8 compile later and less. To be called when the program itself has been read: its compiled form beside it is only
 * taken with V8's own settings. */
export const compileLater = (): void =>
  setFlags("--interrupt-budget=200000", "--max-inlined-bytecode-size-cumulative=300");

/** To be called before the translator is read: its compiled form is for this setting (scripts/code-cache.mjs). */
export const compileMuchLater = (): void => setFlags("--interrupt-budget=400000");

/** V8's own settings again. */
export const compileAsUsual = (): void => setFlags("--interrupt-budget=67584");
